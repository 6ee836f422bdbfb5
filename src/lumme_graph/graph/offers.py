"""What is offered where: stated at networks, libraries, branches and vehicles, inferred per library.

The rules: what holds for a network or sub-network holds for its members of the day, also for those
of its sub-networks; a branch's or vehicle's yes makes its library's (or sub-network's) yes, its no
says nothing of the library; the more particular statement wins, a branch's yes over its library's
no too; buying from another library passes nothing on; no statement means unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.given_day import AnyDay, day_of
from lumme_graph.base.truth import Truth, any_of, every
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.offer import Coverable, Offer, YesNo
from lumme_graph.elements.who import Branch, BranchType, Organisation, OrganisationType, Vehicle
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.id_errors import WrongKindError
from lumme_graph.graph.membership import (
    Bounds,
    above,
    begun,
    ended,
    is_empty,
    members,
    periods,
    within,
)
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.named import AnyId


class Level(IntEnum):
    """What an offer is stated of: a vehicle, a branch, or an organisation as a whole."""

    VEHICLE = 0
    BRANCH = 1
    ORGANISATION = 2


class Statement(NamedTuple):
    """An offer of an item, as one organisation states it, perhaps of a branch or vehicle.

    `place` is its position among the offers of the item.
    """

    place: int
    offer: Offer
    owner: str
    at: Branch | Vehicle | None

    @property
    def level(self) -> Level:
        """What it is stated of."""
        if self.at is None:
            return Level.ORGANISATION
        return Level.VEHICLE if isinstance(self.at, Vehicle) else Level.BRANCH

    @property
    def life(self) -> Bounds:
        """The first and the last day of the branch that it is stated of; else both are open."""
        return (self.at.from_, self.at.to) if isinstance(self.at, Branch) else (None, None)

    @property
    def decides(self) -> bool:
        """Does it say something of the organisation? A branch's no does not."""
        return self.at is None or self.offer.is_ is YesNo.YES

    def holds(self, day: date) -> Truth:
        """Does it hold on a day?"""
        return every((holds(self.offer.from_, self.offer.to, day), holds(*self.life, day)))


def statements(graph: ServiceGraph, item: Coverable) -> Iterator[Statement]:
    """The offers of an item, each with the organisation that it tells of."""
    for place, offer in enumerate(item.offered):
        at = graph.get(offer.at)
        if isinstance(at, Branch | Vehicle):
            yield Statement(place, offer, str(at.organisation), at)
        else:
            yield Statement(place, offer, str(offer.at), None)


def offered(graph: ServiceGraph, item: AnyId, at: AnyId, as_of: AnyDay | None = None) -> Truth:
    """Is something offered at a library, branch or vehicle on a day, the model's by default?

    None: it is not known. What holds by default (profiles, commitments) is offered where nothing
    says otherwise. At a branch or vehicle its own statement decides, then what is stated of its
    library or network as a whole; what another branch offers says nothing of it. Nothing is offered
    at a branch before its first day or after its last. For many libraries or items `offers` is the
    quicker way. Raises `UnknownIdError` and `WrongKindError`.
    """
    need_graph(graph)
    day = day_of(as_of) or graph.settings.as_of
    what, place = graph[Coverable, item], graph[at]
    if isinstance(place, Branch | Vehicle):
        home = graph.get(place.organisation)
    elif isinstance(place, Organisation):
        home = place
    else:
        raise WrongKindError(f"{place.id} is no Organisation, Branch or Vehicle")
    found = () if home is None else (home,)
    below = members({one.id: above(graph, one, day) for one in found})
    offers = Offers(graph, found, below, day)
    return offers.row(what)[0] if isinstance(place, Organisation) else offers.at(what, place)


_Near = tuple[int, int, Level]
"""How far from a library a statement is made: by whom, how deep that lies, of what."""

_Reached = tuple[_Near, YesNo, Truth]

_OWN = -1
"""Nearer than the library: what is stated of the branch or vehicle itself."""


def _decided(reached: Iterable[_Reached], *, default: bool) -> Truth:
    """What statements come to: the nearest that holds decides.

    Of equally near ones, what surely holds decides, a yes before a no. What holds perhaps leaves
    both ways open: the answer is known only where both lead to the same one.
    """
    near: dict[_Near, list[tuple[YesNo, Truth]]] = {}
    for reach, answer, truth in reached:
        near.setdefault(reach, []).append((answer, truth))
    possible: set[Truth] = set()
    for reach in sorted(near):
        yes = any_of(truth for answer, truth in near[reach] if answer is YesNo.YES)
        no = any_of(truth for answer, truth in near[reach] if answer is YesNo.NO)
        if yes or no:
            possible.add(yes is True)
            break
        possible |= {answer for answer, truth in ((True, yes), (False, no)) if truth is None}
    else:
        possible.add(True if default else None)
    return possible.pop() if len(possible) == 1 else None


class Offers:
    """What is offered at each of many libraries on one day."""

    def __init__(
        self,
        graph: ServiceGraph,
        found: tuple[Organisation, ...],
        members: Mapping[str, Mapping[str, Truth]],
        day: date,
    ) -> None:
        self._graph = graph
        self._day = day
        self._found = found
        self._below = members
        self._far: dict[str, tuple[int, int]] = {}

    @cached_property
    def _members(self) -> dict[str, list[tuple[int, Truth]]]:
        """By organisation the places of its libraries, and whether they surely belong to it."""
        places = {library.id: place for place, library in enumerate(self._found)}
        return {
            whole: [(places[id_], truth) for id_, truth in below.items()]
            for whole, below in self._below.items()
        }

    def row(self, item: Coverable) -> list[Truth]:
        """Whether an item is offered, for each library in order."""
        row: list[Truth] = [True if item.offered_by_default else None] * len(self._found)
        for place, truth in self.told(item).items():
            row[place] = truth
        return row

    def told(self, item: Coverable) -> dict[int, Truth]:
        """The same for the libraries that a statement reaches, by their place in that order."""
        reached: dict[int, list[_Reached]] = {}
        for said in statements(self._graph, item):
            truth = said.holds(self._day)
            if said.decides and truth is not False:
                for place, member in self._members.get(said.owner, ()):
                    one = self._reached(said, place, every((truth, member)))
                    reached.setdefault(place, []).append(one)
        known: dict[tuple[_Reached, ...], Truth] = {}
        told: dict[int, Truth] = {}
        for place, said_here in reached.items():
            key = tuple(said_here)
            if key not in known:
                known[key] = _decided(key, default=item.offered_by_default)
            told[place] = known[key]
        return told

    def at(self, item: Coverable, spot: Branch | Vehicle) -> Truth:
        """Whether an item is offered at a branch or vehicle of the one library."""
        reached: list[_Reached] = []
        for said in statements(self._graph, item):
            truth = said.holds(self._day)
            if said.at is not None and said.at.id == spot.id:
                reached.append(((_OWN, 0, said.level), said.offer.is_, truth))
            elif said.at is None:
                for place, member in self._members.get(said.owner, ()):
                    reached.append(self._reached(said, place, every((truth, member))))
        sure = [one for one in reached if one[2] is not False]
        stated = _decided(sure, default=item.offered_by_default)
        is_there = holds(spot.from_, spot.to, self._day) if isinstance(spot, Branch) else True
        return every((is_there, stated))

    def _reached(self, said: Statement, place: int, truth: Truth) -> _Reached:
        """A statement as it reaches the library that has a place."""
        own = self._found[place].id == said.owner
        kind, depth = (0, 0) if own else self._how_far(said.owner)
        return (kind, depth, said.level), said.offer.is_, truth

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

    is_: YesNo
    from_: UncertainDate | None
    to: UncertainDate | None
    standing: Standing | None
    sources: tuple[str, ...]


def spans(graph: ServiceGraph, item: Coverable, library: Organisation) -> list[Span]:
    """What is stated of an item at a library, as spans; between them it is unknown.

    The library's own statements that touch or overlap become one span, sourced if one of them is.
    What is inherited is derived, and left out where the library's own statements tell as much.
    """
    networks = periods(graph, library)
    told = [said for said in statements(graph, item) if said.decides]
    own = sorted((one for one in told if one.owner == library.id), key=_nearness)
    inherited = [
        _span(item, said, period, named=False)
        for said in told
        if said.owner != library.id
        for period in networks.get(said.owner, ())
        if not is_empty(within(period, (said.offer.from_, said.offer.to)))
    ]
    merged = _merged([_span(item, one, one.life, named=_is_named(one)) for one in own])
    rest = [span for span in inherited if not any(_within(span, other) for other in merged)]
    return merged + _merged(rest)


def _nearness(said: Statement) -> int:
    """The library's own word first, then a vehicle's, then a branch's."""
    return (Level.ORGANISATION, Level.VEHICLE, Level.BRANCH).index(said.level)


def _is_named(said: Statement) -> bool:
    """Does it speak of the library itself, or of what is all there is of it?"""
    return not isinstance(said.at, Branch) or said.at.type is BranchType.ONLY


def _span(item: Coverable, said: Statement, life: Bounds, *, named: bool) -> Span:
    """An offer within the life of what it reaches the library through."""
    offer = said.offer
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
    for span in sorted(found, key=lambda s: (s.is_ is YesNo.NO, begun(s.from_))):
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
