"""What is offered where: stated at networks, libraries, branches and vehicles, inferred per library.

The rules: what holds for a network or sub-network holds for its members of the day, also for those
of its sub-networks; a branch's or vehicle's yes makes its library's (or sub-network's) yes, its no
says nothing of the library; the more particular statement wins, a branch's yes over its library's
no too; buying from another library passes nothing on; no statement means unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.truth import Truth, any_of, every
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.offer import Answer, Coverable, Offer
from lumme_graph.elements.who import Branch, BranchType, Organisation, OrganisationType, Vehicle
from lumme_graph.graph.membership import (
    Bounds,
    above,
    begun,
    ended,
    is_empty,
    is_member,
    members,
    periods,
    within,
)
from lumme_graph.graph.service_graph import ServiceGraph


class Level(IntEnum):
    """Of what an offer is stated, the most particular first."""

    VEHICLE = 0
    BRANCH = 1
    ORGANISATION = 2


class Statement(NamedTuple):
    """An offer on a day: its place among the item's, of whose, and whether it holds."""

    place: int
    offer: Offer
    owner: str
    level: Level
    holds: Truth

    @property
    def decides(self) -> bool:
        """Does it say something of the organisation? A branch's no does not."""
        return self.level is Level.ORGANISATION or self.offer.is_ is Answer.YES


def statements(graph: ServiceGraph, item: Coverable, day: date) -> Iterator[Statement]:
    """The offers of an item that hold on a day, or perhaps do."""
    for place, offer in enumerate(item.offered):
        at = graph.get(offer.at)
        truth = holds(offer.from_, offer.to, day)
        owner, level = str(offer.at), Level.ORGANISATION
        if isinstance(at, Branch | Vehicle):
            owner = str(at.organisation)
            level = Level.VEHICLE if isinstance(at, Vehicle) else Level.BRANCH
            truth = every((truth, holds(*_life(at), day)))
        if truth is not False:
            yield Statement(place, offer, owner, level, truth)


def _life(place: Branch | Vehicle) -> Bounds:
    """When a place is there; of a vehicle the offers themselves say it."""
    return (place.from_, place.to) if isinstance(place, Branch) else (None, None)


def libraries(graph: ServiceGraph, day: date) -> tuple[Organisation, ...]:
    """The libraries of the network on a day, in model order; without a network, all libraries."""
    found = [o for o in graph.all(Organisation) if o.type is OrganisationType.LIBRARY]
    network = graph.settings.network
    if network is None:
        return tuple(found)
    return tuple(library for library in found if is_member(graph, library, network, day))


def offered(graph: ServiceGraph, item: Coverable, library: Organisation, day: date) -> Truth:
    """Is something offered at a library on a day? None where it is not known.

    What holds by default (profiles, commitments) is offered where nothing says otherwise. For many
    libraries or items `Offers` is the quicker way.
    """
    return Offers(graph, (library,), day).row(item)[0]


_Near = tuple[int, int, Level]
"""How far from a library a statement is made: by whom, how deep that lies, of what."""

_Reached = tuple[_Near, Answer, Truth]


def _decided(reached: Iterable[_Reached], *, default: bool) -> Truth:
    """What statements come to: the nearest that holds decides.

    Of equally near ones, what surely holds decides, a yes before a no. What holds perhaps leaves
    both ways open: the answer is known only where both lead to the same one.
    """
    near: dict[_Near, list[tuple[Answer, Truth]]] = {}
    for reach, answer, truth in reached:
        near.setdefault(reach, []).append((answer, truth))
    possible: set[Truth] = set()
    for reach in sorted(near):
        yes = any_of(truth for answer, truth in near[reach] if answer is Answer.YES)
        no = any_of(truth for answer, truth in near[reach] if answer is Answer.NO)
        if yes or no:
            possible.add(yes is True)
            break
        possible |= {answer for answer, truth in ((True, yes), (False, no)) if truth is None}
    else:
        possible.add(True if default else None)
    return possible.pop() if len(possible) == 1 else None


class Offers:
    """What is offered at each of many libraries on one day."""

    def __init__(self, graph: ServiceGraph, found: tuple[Organisation, ...], day: date) -> None:
        self._graph = graph
        self._day = day
        self._found = found
        self._far: dict[str, tuple[int, int]] = {}

    @cached_property
    def _members(self) -> dict[str, list[tuple[int, Truth]]]:
        """By organisation the places of its libraries, and whether they surely belong to it."""
        places = {library.id: place for place, library in enumerate(self._found)}
        return {
            whole: [(places[id_], truth) for id_, truth in below.items()]
            for whole, below in members(self._graph, self._found, self._day).items()
        }

    def row(self, item: Coverable) -> list[Truth]:
        """Whether an item is offered, for each library in order."""
        reached: dict[int, list[_Reached]] = {}
        for said in statements(self._graph, item, self._day):
            if said.decides:
                for place, member in self._members.get(said.owner, ()):
                    own = self._found[place].id == said.owner
                    kind, depth = (0, 0) if own else self._how_far(said.owner)
                    one = ((kind, depth, said.level), said.offer.is_, every((said.holds, member)))
                    reached.setdefault(place, []).append(one)
        default = item.offered_by_default
        row: list[Truth] = [True if default else None] * len(self._found)
        known: dict[tuple[_Reached, ...], Truth] = {}
        for place, said_here in reached.items():
            key = tuple(said_here)
            if key not in known:
                known[key] = _decided(key, default=default)
            row[place] = known[key]
        return row

    def _how_far(self, id_: str) -> tuple[int, int]:
        """A sub-network is nearer than a network, and what lies within another than that other."""
        if id_ not in self._far:
            whole = self._graph.find(id_)
            if isinstance(whole, Organisation):
                kind = 2 if whole.type is OrganisationType.NETWORK else 1
                self._far[id_] = kind, -len(above(self._graph, whole, self._day))
            else:
                self._far[id_] = 1, 0
        return self._far[id_]


class Span(NamedTuple):
    """From when to when something is, or is not, offered at a library, and on what that stands."""

    is_: Answer
    from_: UncertainDate | None
    to: UncertainDate | None
    standing: Standing | None
    sources: tuple[str, ...]


def spans(graph: ServiceGraph, item: Coverable, library: Organisation) -> list[Span]:
    """What is stated of an item at a library, as spans; between them it is unknown.

    The library's own statements that touch or overlap become one span, sourced if one of them is.
    What is inherited is derived, and left out where the library's own statements tell as much.
    """
    own: list[tuple[int, Span]] = []
    inherited: list[Span] = []
    networks = periods(graph, library)
    for offer in item.offered:
        at = graph.get(offer.at)
        place = at if isinstance(at, Branch | Vehicle) else None
        if place is not None and offer.is_ is Answer.NO:
            continue
        owner = place.organisation if place else offer.at
        if owner == library.id:
            order = 0 if place is None else 1 if isinstance(place, Vehicle) else 2
            named = not isinstance(place, Branch) or place.type is BranchType.ONLY
            life = _life(place) if place else (None, None)
            own.append((order, _span(item, offer, life, named=named)))
        else:
            inherited += [
                span
                for period in networks.get(owner, ())
                if not is_empty(within(period, (offer.from_, offer.to)))
                for span in [_span(item, offer, period, named=False)]
            ]
    merged = _merged([span for _, span in sorted(own, key=lambda one: one[0])])
    rest = [span for span in inherited if not any(_within(span, other) for other in merged)]
    return merged + _merged(rest)


def _span(item: Coverable, offer: Offer, life: Bounds, *, named: bool) -> Span:
    """An offer within the life of what it reaches the library through."""
    standing = offer.standing or item.standing
    if standing is Standing.SOURCED and not named:
        standing = Standing.DERIVED
    start, end = life
    known = start if start and start.earliest else None, end if end and end.latest else None
    from_, to = within(known, (offer.from_, offer.to))
    sources = offer.sources or item.sources
    return Span(offer.is_, from_, to, standing, tuple(str(source) for source in sources))


def _within(span: Span, other: Span) -> bool:
    return begun(other.from_) <= begun(span.from_) and ended(span.to) <= ended(other.to)


def _merged(found: list[Span]) -> list[Span]:
    made: list[Span] = []
    for span in sorted(found, key=lambda s: (s.is_ is Answer.NO, begun(s.from_))):
        last = made[-1] if made else None
        if last and last.is_ is span.is_ and begun(span.from_) <= ended(last.to):
            made[-1] = _joined(last, span, found)
        else:
            made.append(span)
    return made


def _joined(a: Span, b: Span, order: list[Span]) -> Span:
    """One span of two; its sources in the order of the statements, nearest first."""
    standings = [standing for standing in Standing if standing in {a.standing, b.standing}]
    known = [source for span in order for source in span.sources]
    sources = sorted({*a.sources, *b.sources}, key=known.index)
    to = max(a.to, b.to, key=ended)
    return Span(a.is_, a.from_, to, standings[0] if standings else None, tuple(sources))
