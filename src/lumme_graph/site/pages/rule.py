"""The page of a user rule: its values by library and time, and where it applies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.otherwise import covering
from lumme_graph.analysis.rules import RuleAt, rule_values
from lumme_graph.base.label import Label
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Practice, Rule, Service
from lumme_graph.graph.where_used import users
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.parts.facts import facts
from lumme_graph.site.parts.record import text
from lumme_graph.site.parts.sources import sources
from lumme_graph.site.parts.staff import desk, everything
from lumme_graph.site.parts.steps import step_anchor
from lumme_graph.site.parts.times import times
from lumme_graph.site.parts.values import called, key_facts
from lumme_graph.site.plan import plural
from lumme_graph.site.value_words import PERHAPS, amount

_NOW: Final = Label("Values in force")
_PAST: Final = Label("Other days", "values of a rule that are not in force")
_WHAT: Final = Label("What", "a value is of")
_WHERE: Final = Label("Where")
_VALUE: Final = Label("Value")
_WHEN: Final = Label("When")
_EVERYWHERE: Final = Label("everywhere")
_SERVICES: Final = Label("Services that follow it")
_STEPS: Final = Label("Steps where it applies")
_PRACTICES: Final = Label("Practices that put it into use")
_GUIDE: Final = Label("In the guide")


def body(here: Here, rule: Rule) -> Body:
    """What a rule says, where and when."""
    return Body(
        title=here.say(rule.name),
        kicker=here.speak.capital(rule.kind.label),
        main=_main(here, rule),
        aside=[desk(here, rule)],
        crumb=plural(Rule),
    )


def _main(here: Here, rule: Rule) -> Iterator[Child]:
    yield h("p", text(here, rule.description), here.letter(rule), class_="lede")
    found = list(key_facts(here, rule.facts, rule))
    if found:
        yield facts(*found)
    values = rule_values(here.day)[rule.id]
    now = [one for truth in (True, None) for one in values if one.now is truth]
    past = [one for one in values if one.now is False]
    for head, anchor, some in ((_NOW, "values", now), (_PAST, "past", past)):
        if some:
            yield h("h2", here.say(head), id=anchor)
            yield _table(here, here.say(head).shown, some)
    yield from _listed(here, _SERVICES, "services", users(here.graph, rule, Service))
    yield from _steps(here, rule)
    yield from _listed(here, _PRACTICES, "practices", users(here.graph, rule, Practice))
    yield from _listed(here, _GUIDE, "guide", covering(here.day).get(rule.id, ()))
    refs = [*rule.sources, *(ref for value in rule.values for ref in value.sources)]
    yield from sources(here, refs)
    yield from everything(here, rule)


def _table(here: Here, label: str, values: Sequence[RuleAt]) -> ET.Element:
    heads = [h("th", here.say(one), scope="col") for one in (_WHAT, _WHERE, _VALUE, _WHEN)]
    rows = [_row(here, one) for one in values]
    table = h("table", h("thead", h("tr", heads)), h("tbody", rows))
    return h("div", table, class_="wide", role="region", tabindex="0", aria_label=label)


def _row(here: Here, one: RuleAt) -> ET.Element:
    since = times(one.value.from_, one.value.to)
    when: list[Child] = [here.speak.in_digits(since)] if since else ["–"]
    when += [", ", here.say(PERHAPS)] if one.now is None else []
    of = called(here, one.value, one.label)
    return h(
        "tr",
        h("th", here.say(one.rule.name) if of is None else of, scope="row"),
        h("td", here.link(one.place) if one.place else here.say(_EVERYWHERE)),
        h("td", amount(here.speak, one.value, one.label), here.letter(one.value, one.rule)),
        h("td", when),
    )


def _listed(here: Here, head: Label, anchor: str, found: Sequence[KeptElement]) -> Iterator[Child]:
    if found:
        yield h("h2", here.say(head), id=anchor)
        yield h("ul", [h("li", here.link(one), here.letter(one)) for one in found])


def _steps(here: Here, rule: Rule) -> Iterator[Child]:
    items = [
        h(
            "li",
            here.link(path, fragment=step_anchor(path, step)),
            f", {number}/{len(path.steps)}: ",
            here.say(step.action),
            here.letter(step, path),
        )
        for path in users(here.graph, rule, Path)
        for number, step in enumerate(path.steps, 1)
        if step.rule == rule.id
    ]
    if items:
        yield h("h2", here.say(_STEPS), id="steps")
        yield h("ul", items)
