"""LG3xx: does the model agree with itself?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from lumme_graph.analysis.coverage.links import CoverLink
from lumme_graph.analysis.coverage.result import covered, is_in_being
from lumme_graph.base.amounts import Quantity
from lumme_graph.base.dates import holds
from lumme_graph.base.label import Label, Message
from lumme_graph.base.periods import period, sticks_out, surely_before
from lumme_graph.base.speaker import Sayable
from lumme_graph.checks.periods import dated
from lumme_graph.checks.registry import Hit, check
from lumme_graph.checks.units import unit_of
from lumme_graph.elements.events import Event
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import SectionStatus
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Coverable, Service, Touchpoint, YesNo
from lumme_graph.elements.parts import Fact
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import among, short_label
from lumme_graph.graph.offers import Level, Statement, statements
from lumme_graph.meta.element import Node


class _Statement(NamedTuple):
    """A fact as it is told of one item: by whom, for which libraries, in which languages."""

    teller: KeptElement
    place: int
    fact: Fact
    scope: frozenset[str] | None
    languages: frozenset[str] | None

    @property
    def said(self) -> Sayable:
        fact = self.fact
        return Quantity(fact.value, unit_of(fact.unit)) if fact.unit else fact.value

    def agrees(self, other: _Statement) -> bool:
        """Do both say the same? Numbers are compared as numbers: 28 and 28.0 are equal."""
        return self.fact.unit == other.fact.unit and _number(self.fact.value) == _number(
            other.fact.value
        )


def _number(value: str) -> Decimal | str:
    """A value as a number, where it is a plain one."""
    return Decimal(value) if re.fullmatch(r"[+-]?\d+(\.\d+)?", value, re.ASCII) else value


def _told(item: Coverable, links: Sequence[CoverLink]) -> Iterator[_Statement]:
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
        "{key} is {value} here, but {other} says {other_value} ({item}, {library}, {language}; {other_place})"
    ),
    Label("find out which of the two is right"),
)
def contradiction(day: Day) -> Iterator[Hit]:
    """Two published sections, or a section and the item itself, give one value in two ways.

    ## Why it matters
    Customers at one library are told two different things. Only declared `facts` are compared,
    never prose.

    ## Mend it
    Find out which value holds at the library, and correct or limit the other by scope or date.
    """
    graph = day.graph
    found = [library.id for library in covered(day).libraries]
    languages = list(covered(day).languages)
    links = covered(day).links
    seen: set[tuple[str, str, str]] = set()
    for item in graph.all(Coverable):
        told = list(_told(item, links.get(item.id, ())))
        told = [s for s in told if holds(s.fact.from_, s.fact.to, day.date)]
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
    Label("the section tells of {item}, which is not offered at {where}"),
    Label("narrow scope, name the library in except, or say in exceptions: not_offered: [{item}]"),
)
def over_claim(day: Day) -> Iterator[Hit]:
    """A published section promises an item at a library that is known not to offer it.

    ## Why it matters
    A customer comes in vain.

    ## Mend it
    Narrow `scope`, on the section or on the one link; or name the library in `except`, so that who
    joins later is still in; or say in `exceptions` what is otherwise there, with the item in
    `not_offered`.
    """
    graph, found = day.graph, day.libraries
    for item_id, links in covered(day).links.items():
        item = graph[Coverable, item_id]
        without = _without(day, item) if is_in_being(item, day.date) else []
        for link in links if without else ():
            here = [place for place in without if link.reaches(found[place].id)]
            if here and link.section.status is SectionStatus.PUBLISHED:
                where = among(graph, here, found)
                yield Hit(link.section, "covers", link.place, item=item.id, where=where)


def _without(day: Day, item: Coverable) -> list[int]:
    """The places of the libraries that are known not to offer an item."""
    row = day.offers.row(item)
    return [place for place, truth in enumerate(row) if truth is False] if False in row else []


@check(
    "LG303",
    Label("the step uses {touchpoint}, which is not offered at {where}"),
    Label("change the step, or narrow the path's offer"),
)
def step_where_not_offered(day: Day) -> Iterator[Hit]:
    """A path is offered at a library that is known not to have a touchpoint of one of its steps.

    ## Why it matters
    The path breaks off there.

    ## Mend it
    Give the step another touchpoint, or say in `offered` where the path really goes.
    """
    graph = day.graph
    without = {item.id: _without(day, item) for item in graph.all(Touchpoint)}
    for path in graph.all(Path):
        if not is_in_being(path, day.date):
            continue
        steps = [step.touchpoint for step in path.steps]
        row = day.offers.row(path) if any(without.get(one or "") for one in steps) else []
        for index, touchpoint in enumerate(steps):
            here = [place for place in without.get(touchpoint or "", ()) if row[place]]
            if here:
                yield Hit(
                    path,
                    "steps",
                    index,
                    "touchpoint",
                    touchpoint=touchpoint,
                    where=among(graph, here, day.libraries),
                )


@check("LG304", Label("{what}: {why}"), Label("look the days up in the source"))
def contradictory_dates(day: Day) -> Iterator[Hit]:
    """Something surely ends before it begins, or surely lies outside what it is a part of.

    ## Why it matters
    Every answer for a day is wrong where the days are.

    ## Mend it
    Look the days up. A day that is known only roughly is not reported where it may be right, and
    what is stated as not offered may lie before the beginning.
    """
    for element in day.graph:
        for node, owner, path in dated(element):
            span = period(node)
            if surely_before(span.end, span.start):
                yield _dates_hit(element, node, _BACKWARDS, *path, "to")
            elif owner is not None and sticks_out(span, period(owner)):
                yield _dates_hit(element, node, _OUTSIDE, *path)
    for event in day.graph.all(Event):
        whole = day.graph.get(event.part_of)
        if whole is not None and sticks_out(period(event), period(whole)):
            yield _dates_hit(event, event, _OUTSIDE, "part_of")


_BACKWARDS = Label("it ends before it begins")
_OUTSIDE = Label("it lies outside the days of what it is part of")


def _dates_hit(element: KeptElement, node: Node, why: Message, *path: str | int) -> Hit:
    return Hit(element, *path, what=node.kind.label, why=why)


@check(
    "LG305",
    Label("offered: {what} ({other_place})"),
    Label("find out which of the two is right, and remove or date the other"),
)
def contradictory_offers(day: Day) -> Iterator[Hit]:
    """On one day an item is stated as offered and as not offered at one place.

    ## Why it matters
    One of the two is wrong. What a branch or a vehicle offers, its library offers too: so the
    library's no contradicts the branch's yes. The yes counts; a branch's no says nothing of its
    library, and a library may differ from its network.

    ## Mend it
    Look it up. Remove the wrong one, or give both their days.
    """
    graph = day.graph
    for item in graph.all(Coverable):
        said = [one for one in statements(graph, item) if one.holds(day.date)]
        yes = [one for one in said if one.offer.is_ is YesNo.YES]
        for no in said:
            if no.offer.is_ is YesNo.YES:
                continue
            against = [one for one in yes if _is_against(no, one)]
            for one in against[:1]:
                yield Hit(
                    item,
                    "offered",
                    no.place,
                    what=_BOTH.fill(at=no.offer.at)
                    if no.offer.at == one.offer.at
                    else _AGAINST.fill(no=no.offer.at, yes=one.offer.at),
                    other_place=graph.place(item, "offered", one.place),
                )


_BOTH = Label("{at} says both no and yes")
_AGAINST = Label("{no} says no, but {yes} says yes")


def _is_against(no: Statement, yes: Statement) -> bool:
    """Does a yes speak of the same place as a no, or of a part of it?"""
    if no.offer.at == yes.offer.at:
        return True
    return no.owner == yes.owner and no.level is Level.ORGANISATION
