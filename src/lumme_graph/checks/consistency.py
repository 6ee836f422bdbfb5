"""LG3xx: does the model agree with itself?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from lumme_graph.base.dates import holds
from lumme_graph.base.text import Label
from lumme_graph.checks.periods import dated, period, sticks_out, surely_before
from lumme_graph.checks.registry import Hit, Subject, check
from lumme_graph.elements.development import Event
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import SectionStatus
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Coverable, Service
from lumme_graph.elements.parts import Fact
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.names import short_label
from lumme_graph.graph.offers import offered
from lumme_graph.meta.element import Node
from lumme_graph.query.coverage import is_retired
from lumme_graph.query.links import Link


class _Statement(NamedTuple):
    """A fact as it is told of one item: by whom, for which libraries, in which languages."""

    teller: KeptElement
    place: int
    fact: Fact
    scope: frozenset[str] | None
    languages: frozenset[str] | None

    @property
    def said(self) -> str:
        return f"{self.fact.value} {self.fact.unit or ''}".strip()

    def agrees(self, other: _Statement) -> bool:
        """Do both say the same? Numbers are compared as numbers: 28 and 28.0 are equal."""
        return self.fact.unit == other.fact.unit and _number(self.fact.value) == _number(
            other.fact.value
        )


def _number(value: str) -> Decimal | str:
    """A value as a number, where it is a plain one."""
    return Decimal(value) if re.fullmatch(r"[+-]?\d+(\.\d+)?", value, re.ASCII) else value


def _told(item: Coverable, links: Sequence[Link]) -> Iterator[_Statement]:
    own = item.facts if isinstance(item, Service) else ()
    for index, fact in enumerate(own):
        yield _Statement(item, index, fact, None, None)
    for link in links:
        if link.section.status is SectionStatus.PUBLISHED:
            for index, fact in enumerate(link.section.facts):
                yield _Statement(link.section, index, fact, link.scope, link.languages)


def _shared(a: frozenset[str] | None, b: frozenset[str] | None, all_: list[str]) -> list[str]:
    return [x for x in all_ if (a is None or x in a) and (b is None or x in b)]


@check(
    "LG301",
    Label(
        "{key} on tässä {value}, mutta {other} kertoo {other_value} ({item}, {library}, {language}; {other_place})",
        "{key} is {value} here, but {other} says {other_value} ({item}, {library}, {language}; {other_place})",
    ),
    Label("selvitä, kumpi pitää paikkansa", "find out which of the two is right"),
)
def contradiction(subject: Subject) -> Iterator[Hit]:
    """Two published sections, or a section and the item itself, give one value in two ways.

    ## Why it matters
    Customers at one library are told two different things. Only declared `facts` are compared,
    never prose.

    ## Mend it
    Find out which value holds at the library, and correct or limit the other by scope or date.
    """
    graph, day = subject.graph, subject.day
    found = [library.id for library in subject.coverage.libraries]
    languages = list(subject.coverage.languages)
    links = subject.coverage.links
    seen: set[tuple[str, str, str]] = set()
    for item in graph.all(Coverable):
        told = list(_told(item, links.get(item.id, ())))
        told = [s for s in told if holds(s.fact.from_, s.fact.to, day)]
        for a, b in combinations(told, 2):
            where = _shared(a.scope, b.scope, found)
            spoken = _shared(a.languages, b.languages, languages)
            pair = (a.fact.key_, a.teller.id, b.teller.id)
            if a.teller is b.teller or a.fact.key_ != b.fact.key_ or a.agrees(b):
                continue
            if not where or not spoken or pair in seen:
                continue
            seen.add(pair)
            yield Hit(
                b.teller,
                "facts",
                b.place,
                key=b.fact.key_,
                value=b.said,
                other=a.teller.id,
                other_value=a.said,
                item=item.id,
                library=short_label(graph, graph[Organisation, where[0]]),
                language=spoken[0],
                other_place=graph.place(a.teller, "facts", a.place),
            )


@check(
    "LG302",
    Label(
        "osio kertoo kohteesta {item} kirjastossa {library}, jossa sitä ei tarjota",
        "the section tells of {item} at {library}, where it is not offered",
    ),
    Label("rajaa osion tai linkin scope-kenttää", "narrow the scope of the section or of the link"),
)
def over_claim(subject: Subject) -> Iterator[Hit]:
    """A published section promises an item at a library that is known not to offer it.

    ## Why it matters
    A customer comes in vain.

    ## Mend it
    Narrow `scope`, on the section or on the one link.
    """
    graph, found = subject.graph, subject.coverage.libraries
    for item_id, links in subject.coverage.links.items():
        item = graph[Coverable, item_id]
        for link in links:
            if link.section.status is not SectionStatus.PUBLISHED:
                continue
            for library in found:
                if link.reaches(library.id) and offered(graph, item, library, subject.day) is False:
                    yield Hit(
                        link.section,
                        "covers",
                        link.place,
                        item=item.id,
                        library=short_label(graph, library),
                    )


@check(
    "LG303",
    Label(
        "vaihe käyttää kosketuspistettä {touchpoint}, jota ei ole kirjastossa {library}",
        "the step uses {touchpoint}, which is not offered at {library}",
    ),
    Label(
        "muuta vaihetta, tai rajaa polun tarjontaa", "change the step, or narrow the path's offer"
    ),
)
def step_where_not_offered(subject: Subject) -> Iterator[Hit]:
    """A path is offered at a library that is known not to have a touchpoint of one of its steps.

    ## Why it matters
    The path breaks off there.

    ## Mend it
    Give the step another touchpoint, or say in `offered` where the path really goes.
    """
    graph = subject.graph
    for path in graph.all(Path):
        if is_retired(path, subject.day):
            continue
        for library in subject.coverage.libraries:
            if not offered(graph, path, library, subject.day):
                continue
            for index, step in enumerate(path.steps):
                touchpoint = graph.get(step.touchpoint)
                if touchpoint and offered(graph, touchpoint, library, subject.day) is False:
                    where = ("steps", index, "touchpoint")
                    yield Hit(
                        path, *where, touchpoint=touchpoint.id, library=short_label(graph, library)
                    )


@check(
    "LG304",
    Label("{what}: {why}", "{what}: {why}"),
    Label("tarkista päivät lähteestä", "look the days up in the source"),
)
def contradictory_dates(subject: Subject) -> Iterator[Hit]:
    """Something surely ends before it begins, or surely lies outside what it is a part of.

    ## Why it matters
    Every answer for a day is wrong where the days are.

    ## Mend it
    Look the days up. A day that is known only roughly is not reported where it may be right, and
    what is stated as not offered may lie before the beginning.
    """
    for element in subject.graph:
        for node, owner, path in dated(element):
            span = period(node)
            if surely_before(span.end, span.start):
                yield _dates_hit(element, node, _BACKWARDS, *path, "to")
            elif owner is not None and sticks_out(span, period(owner)):
                yield _dates_hit(element, node, _OUTSIDE, *path)
    for event in subject.graph.all(Event):
        whole = subject.graph.get(event.part_of)
        if whole is not None and sticks_out(period(event), period(whole)):
            yield _dates_hit(event, event, _OUTSIDE, "part_of")


_BACKWARDS = Label("loppuu ennen kuin alkaa", "it ends before it begins")
_OUTSIDE = Label("ei osu kokonaisuutensa ajalle", "it lies outside the days of its whole")


def _dates_hit(element: KeptElement, node: Node, why: Label, *path: str | int) -> Hit:
    return Hit(element, *path, what=node.kind.label, why=why)


CHECKS = (contradiction, over_claim, step_where_not_offered, contradictory_dates)
