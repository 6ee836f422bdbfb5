"""What the prose of the guide leads to and says: dead links, and numbers that are facts or differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import NamedTuple
from urllib.parse import unquote

from lumme_graph.base.dates import holds
from lumme_graph.base.finding import Place
from lumme_graph.base.label import Label, Message
from lumme_graph.base.urls import is_safe
from lumme_graph.checks.registry import Hit, check
from lumme_graph.checks.units import numbers_in, typed_with, unit_of
from lumme_graph.elements.guide import Section
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Rule, RuleValue, Service
from lumme_graph.elements.parts import Fact
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.day import Day
from lumme_graph.graph.prose import Found, LinkTarget, fact_names, facts_named, in_prose, target_of
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.prose import ProseLink
from lumme_graph.reading.stray import IMAGES

_WITH_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PLAIN_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
_OF_SECTION = re.compile(r"(?:.*/)?(section-[a-z0-9-]+)\.[\w-]+\.(?:md|html)")


class _Dead(NamedTuple):
    """Why a link is dead, and what to do."""

    why: Message
    mend: Message


class _InProse(NamedTuple):
    """A number with a unit in the prose of a section."""

    value: Decimal
    written: str
    field: str
    place: Place
    in_heading: bool


_NO_PAGE = Label("“{target}” is no page")
_NO_HEADING = Label("there is no heading “{target}”")
_NO_IMAGE = Label("there is no picture “{target}”")
_NO_ALT = Label("the picture “{target}” has no description")
_USE_ID = Label("link to an element's id: service-loan")
_OUTSIDE = Label("the picture “{target}” lies outside guide/images")
_IN_IMAGES = Label("keep the picture in guide/images and write images/name")
_DESCRIBE = Label("describe it: ![description](address)")


@check("LG217", Label("{field}: {why}"), Label("{mend}"))
def dead_link_in_prose(day: Day) -> Iterator[Hit]:
    """A link or picture in the prose of a section leads nowhere, or a picture says nothing.

    ## Why it matters
    Readers come to an error, or see a hole; who cannot see the picture is told nothing.

    ## Mend it
    Link to an element by its id (`service-loan`), to a heading of the same text (`#renewals`) or
    of another section (`section-loans#renewals`), or to a whole https address. Pictures lie below
    `guide/images/` and are written `![what it shows](images/name.png)`.
    """
    for found in in_prose(day.graph):
        if isinstance(found.part, ProseLink) and is_safe(found.part.target):
            for why, mend in _dead(day.graph, found, found.part):
                shown = found.part.target
                said = why.fill(target=shown)
                yield Hit.at(found.place, found.section, field=found.field, why=said, mend=mend)


def _dead(graph: ServiceGraph, found: Found, link: ProseLink) -> Iterator[_Dead]:
    if link.picture:
        if not link.words.strip():
            yield _Dead(_NO_ALT, _DESCRIBE)
        name = f"guide/{unquote(link.target)}"
        if not name.startswith(IMAGES) or ".." in name.split("/"):
            yield _Dead(_OUTSIDE, _IN_IMAGES)
        elif graph.root and name not in graph.files.images:
            yield _Dead(_NO_IMAGE, _in_other_case(graph, name) or _IN_IMAGES)
    elif link.target.startswith("#"):
        if link.target[1:] not in _anchors(graph, found.section, found.tag):
            yield _Dead(_NO_HEADING, _choose(graph, found.section, found.tag))
    elif target := target_of(link.target):
        if target.anchor and target.id in graph and not _has(graph, target, found.tag):
            other = graph.find(target.id)
            known = other if isinstance(other, Section) else None
            yield _Dead(_NO_HEADING, _choose(graph, known, found.tag))
    elif not _WITH_SCHEME.match(link.target):
        named = _OF_SECTION.fullmatch(link.target)
        write = Label("write {named}").fill(named=named[1]) if named else _USE_ID
        yield _Dead(_NO_PAGE, write)


def _in_other_case(graph: ServiceGraph, name: str) -> Message | None:
    """What to do where there is the picture, but for small and capital letters."""
    alike = (one for one in graph.files.images if one.casefold() == name.casefold())
    for one in islice(alike, 1):
        return Label("did you mean {guess}?").fill(guess=one.removeprefix("guide/"))
    return None


def _has(graph: ServiceGraph, target: LinkTarget, tag: str) -> bool:
    """Is there what `#anchor` means of an element: a heading, a step, a fact?"""
    element = graph.find(target.id)
    keys = {fact.key_ for fact in getattr(element, "facts", ())}
    if isinstance(element, Path):
        keys |= {step.id for step in element.steps}
    if isinstance(element, Section):
        keys |= _anchors(graph, element, tag)
    return target.anchor in keys


def _anchors(graph: ServiceGraph, section: Section, tag: str) -> set[str]:
    prose = graph.prose(section).get(tag)
    return {heading.anchor for heading in prose.headings} if prose else set()


def _choose(graph: ServiceGraph, section: Section | None, tag: str) -> Message:
    names = ", ".join(sorted(_anchors(graph, section, tag))) if section else ""
    return Label("the headings are {names}").fill(names=names or "–")


@check(
    "LG307",
    Label("{field}: the text says {written}, but the fact is {facts}"),
    Label("correct it, write {{{{ fact: key }}}}, or add it to the facts of the section"),
)
def number_differs_from_fact(day: Day) -> Iterator[Hit]:
    """A number in the prose has the unit of a fact, but not its value.

    ## Why it matters
    The guide says one thing and the model another; one of the two is old.

    ## Mend it
    Correct the number, or let the text take it: `{{ fact: loan_days }}`. A number of something
    else is known once the section has it as a fact of its own. Compared are digits before or after
    the unit (28 days, 28 päivää, €10) with the facts of the section and of what it covers, with
    rules, commitments and local exceptions; numbers written as words are not.
    """
    graph = day.graph
    for section in graph.all(Section):
        facts = [fact for fact in _facts(graph, section) if fact.unit and _may_hold(day, fact)]
        if not facts:
            continue
        known = set(_known(graph, section))
        for unit in dict.fromkeys(unit_of(fact.unit) for fact in facts if fact.unit):
            alike = [fact for fact in facts if fact.unit and unit_of(fact.unit) == unit]
            wanted = known | {n for fact in alike for n in numbers_in(fact.value)}
            said = ", ".join(dict.fromkeys(f"{fact.key_} {fact.value}" for fact in alike))
            for typed in _typed(graph, section, unit):
                if typed.value not in wanted:
                    yield Hit.at(
                        typed.place, section, field=typed.field, written=typed.written, facts=said
                    )


@check(
    "LG308",
    Label("{field}: {written} is the value of {names}"),
    Label("write {{{{ fact: {name} }}}} in its place: then it changes with the fact"),
)
def typed_fact(day: Day) -> Iterator[Hit]:
    """A number is typed in the prose although it is the value of a fact.

    ## Why it matters
    When the fact changes the text must be mended by hand, in every language; and readers see
    neither its source nor how sure it is.

    ## Mend it
    Let the text take it: `{{ fact: loan_days }} days`; of what the section covers,
    `{{ fact: service-loan.loan_days }}`. Said once for each fact that has one value on the day, and
    of no heading: it is an address too.
    """
    graph = day.graph
    for section in graph.all(Section):
        alike: dict[tuple[str, Decimal], list[str]] = {}
        for name, fact in _by_name(graph, section):
            if fact.unit and _PLAIN_NUMBER.fullmatch(fact.value):
                alike.setdefault((unit_of(fact.unit), Decimal(fact.value)), []).append(name)
        for (unit, value), names in alike.items():
            for typed in islice(_like(graph, section, unit, value), 1):
                yield Hit.at(
                    typed.place,
                    section,
                    field=typed.field,
                    written=typed.written,
                    names=", ".join(names),
                    name=names[0],
                )


def _like(graph: ServiceGraph, section: Section, unit: str, value: Decimal) -> Iterator[_InProse]:
    """Where a value is typed, but for headings: they are addresses, which a new value would change."""
    typed = _typed(graph, section, unit)
    return (one for one in typed if one.value == value and not one.in_heading)


def _by_name(graph: ServiceGraph, section: Section) -> Iterator[tuple[str, Fact]]:
    """The facts that have one value on the day, by what they are called in the prose of a section.

    What a section has itself and what it covers has too is called as the section's own.
    """
    own = {fact.key_ for fact in section.facts}
    for name in dict.fromkeys(fact_names(graph, section)):
        owner, _, key = name.rpartition(".")
        facts = facts_named(graph, section, name)
        if not (owner and key in own) and len({(fact.value, fact.unit) for fact in facts}) == 1:
            yield name, facts[0]


def _typed(graph: ServiceGraph, section: Section, unit: str) -> Iterator[_InProse]:
    """The numbers with a unit in the prose of a section."""
    for tag, prose in graph.prose(section).items():
        for typed in typed_with(unit, prose.shown):
            line_start = prose.shown.rfind("\n", 0, typed.start) + 1
            line = prose.shown.count("\n", 0, typed.start) + 1
            file = graph.place(section, "body", tag).file
            place = Place(file, line, typed.start - line_start + 1)
            in_heading = any(heading.line == line for heading in prose.headings)
            yield _InProse(typed.value, typed.written, f"body.{tag}", place, in_heading)


def _may_hold(day: Day, fact: Fact | RuleValue) -> bool:
    return holds(fact.from_, fact.to, day.date) is not False


def _facts(graph: ServiceGraph, section: Section) -> list[Fact]:
    """The facts of a section and of the services and rules that it covers."""
    items = [graph.find(link.item) for link in section.covers]
    covered = [item for item in items if isinstance(item, Service | Rule)]
    return [*section.facts, *(fact for item in covered for fact in item.facts)]


def _known(graph: ServiceGraph, section: Section) -> Iterator[Decimal]:
    """Numbers that rules, commitments and local exceptions of the section give besides."""
    for exception in section.exceptions:
        for words in exception.text.values():
            yield from numbers_in(words)
    items = [graph.find(link.item) for link in section.covers]
    for item in items:
        if isinstance(item, Commitment) and item.standard and item.standard.target is not None:
            yield from numbers_in(str(item.standard.target))
        services = [item.rules] if isinstance(item, Service) else []
        rules = [graph.get(ref) for refs in services for ref in refs]
        for rule in (item, *rules):
            if isinstance(rule, Rule):
                for value in rule.values:
                    yield from numbers_in(str(value.value))
                for fact in rule.facts:
                    yield from numbers_in(fact.value)
