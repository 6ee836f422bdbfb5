"""The page of a practice: at which libraries it is in use, not in use, or nobody knows, and over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.adoption import adoptions
from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.guide import Guide
from lumme_graph.elements.offer import Practice
from lumme_graph.graph.where_used import users
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.parts.adopted import at_libraries
from lumme_graph.site.parts.facts import KeyFact, facts
from lumme_graph.site.parts.offers import OPEN, WHERE
from lumme_graph.site.parts.record import text
from lumme_graph.site.parts.sources import sources
from lumme_graph.site.parts.staff import desk, everything
from lumme_graph.site.parts.times import times
from lumme_graph.site.plan import plural

_STATE: Final = Label("State", "of a practice")
_IN_USE: Final = Label("In use")
_AT: Final = Counted("at {k} of {n} library", "at {k} of {n} libraries")
_SAVES: Final = Label("What it saves")
_RULES: Final = Label("User rules that it puts into use")
_RECORDS: Final = Label("What is recorded, day by day")
_AT_HEAD: Final = Label("Where")
_ANSWER: Final = Label("In use?")
_WHEN: Final = Label("When")
_HOW: Final = Label("How that follows")
_GUIDES: Final = Label("Laid down in")


def body(here: Here, practice: Practice) -> Body:
    """Where a practice is in use."""
    return Body(
        title=here.say(practice.name),
        kicker=here.speak.capital(practice.kind.label),
        main=_main(here, practice),
        aside=[desk(here, practice)],
        crumb=plural(Practice),
    )


def _main(here: Here, practice: Practice) -> Iterator[Child]:
    yield facts(*_facts(here, practice))
    if here.day.libraries:
        yield h("h2", here.say(WHERE), id="where")
        yield at_libraries(here, practice)
    if practice.adopted:
        yield h("h2", here.say(_RECORDS), id="records")
        yield _records(here, practice)
    if practice.saves:
        yield h("h2", here.say(_SAVES), id="saves")
        yield h("p", text(here, practice.saves), here.letter(practice))
    if practice.rules:
        yield h("h2", here.say(_RULES), id="rules")
        yield h("ul", [h("li", here.link(one)) for one in practice.rules])
    guides = users(here.graph, practice, Guide)
    if guides:
        yield h("h2", here.say(_GUIDES), id="guide")
        yield h("ul", [h("li", here.link(one)) for one in guides])
    refs = [*practice.sources, *(ref for one in practice.adopted for ref in one.sources)]
    yield from sources(here, refs)
    yield from everything(here, practice)


def _facts(here: Here, practice: Practice) -> Iterator[KeyFact]:
    state = here.speak.capital(practice.state.label)
    yield KeyFact(here.say(_STATE), [state, *here.letter(practice)])
    found = Counter(one.state for one in adoptions(here.day)[practice.id].values())
    if found:
        open_ = [here.say(OPEN, n=found[None])] if found[None] else []
        said = here.say(_AT, k=found[True], n=found.total())
        yield KeyFact(here.say(_IN_USE), [said], open_)


def _records(here: Here, practice: Practice) -> ET.Element:
    heads = [h("th", here.say(one), scope="col") for one in (_AT_HEAD, _ANSWER, _WHEN, _HOW)]
    rows = [
        h(
            "tr",
            h("th", here.link(one.at), scope="row"),
            h("td", here.say(one.is_.label), here.letter(one, practice)),
            h("td", here.speak.in_digits(since) if (since := times(one.from_, one.to)) else "–"),
            h("td", text(here, one.derivation) if one.derivation else "–"),
        )
        for one in practice.adopted
    ]
    table = h("table", h("thead", h("tr", heads)), h("tbody", rows))
    label = here.say(_RECORDS).shown
    return h("div", table, class_="wide", role="region", tabindex="0", aria_label=label)
