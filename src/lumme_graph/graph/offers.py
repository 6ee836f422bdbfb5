"""What is offered where: stated at networks, libraries, branches and vehicles, inferred per library.

The rules: what holds for a network or sub-network holds for its members of the day; a branch's or
vehicle's yes makes its library's (or sub-network's) yes, its no says nothing of the library; what
is stated nearer to the library wins; buying from another library passes nothing on; no statement
means unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.truth import Truth, any_of, every
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.offer import Answer, Coverable, Offer
from lumme_graph.elements.who import Branch, BranchType, Organisation, OrganisationType, Vehicle
from lumme_graph.graph.service_graph import ServiceGraph


class Reach(IntEnum):
    """How near to a library a statement is made."""

    LIBRARY = 0
    VEHICLE = 1
    BRANCH = 2
    SUB_NETWORK = 3
    NETWORK = 4

    @property
    def own(self) -> bool:
        """Is it the library's own, not inherited from a network?"""
        return self < Reach.SUB_NETWORK


Bounds = tuple[UncertainDate | None, UncertainDate | None]
"""A first and a last day, each open where it is missing."""


class Statement(NamedTuple):
    """An offer record as it reaches one library; `named` says that it speaks of that very one."""

    offer: Offer
    reach: Reach
    named: bool
    membership: tuple[Bounds, ...]

    def on(self, day: date) -> Truth:
        """Does it hold for the library on a day?"""
        member = any_of(holds(*span, day) for span in self.membership)
        return every((holds(self.offer.from_, self.offer.to, day), member))


_ALWAYS: tuple[Bounds, ...] = ((None, None),)


def _life(place: Branch | Vehicle) -> tuple[Bounds, ...]:
    """When a place is there; of a vehicle the offers themselves say it."""
    return ((place.from_, place.to),) if isinstance(place, Branch) else _ALWAYS


def libraries(graph: ServiceGraph, day: date) -> tuple[Organisation, ...]:
    """The libraries of the network on a day, in model order; without a network, all libraries."""
    found = [o for o in graph.all(Organisation) if o.type is OrganisationType.LIBRARY]
    network = graph.settings.network
    if network is None:
        return tuple(found)
    return tuple(library for library in found if is_member(library, network, day))


def is_member(organisation: Organisation, network: str, day: date) -> Truth:
    """Does an organisation belong to a network on a day?"""
    spans = (m for m in organisation.memberships if m.of == network)
    return any_of(holds(m.from_, m.to, day) for m in spans)


def statements(graph: ServiceGraph, item: Coverable, library: Organisation) -> Iterator[Statement]:
    """The offer records that reach a library, with the membership through which they do."""
    spans: dict[str, list[Bounds]] = {}
    for membership in library.memberships:
        spans.setdefault(membership.of, []).append((membership.from_, membership.to))
    for offer in item.offered:
        at = graph.get(offer.at)
        if isinstance(at, Branch | Vehicle):
            if offer.is_ is Answer.NO:
                continue
            if at.organisation == library.id:
                reach = Reach.VEHICLE if isinstance(at, Vehicle) else Reach.BRANCH
                named = isinstance(at, Vehicle) or at.type is BranchType.ONLY
                yield Statement(offer, reach, named, _life(at))
            elif at.organisation in spans:
                yield Statement(offer, Reach.SUB_NETWORK, False, tuple(spans[at.organisation]))
        elif offer.at == library.id:
            yield Statement(offer, Reach.LIBRARY, True, _ALWAYS)
        elif isinstance(at, Organisation) and at.id in spans:
            network = at.type is OrganisationType.NETWORK
            reach = Reach.NETWORK if network else Reach.SUB_NETWORK
            yield Statement(offer, reach, False, tuple(spans[at.id]))


def offered(graph: ServiceGraph, item: Coverable, library: Organisation, day: date) -> Truth:
    """Is something offered at a library on a day? None where it is not known.

    What holds by default (profiles, commitments) is offered where nothing says otherwise.
    """
    reached = ((s.reach, s.offer.is_, s.on(day)) for s in statements(graph, item, library))
    return _decided(reached, default=item.offered_by_default)


def _decided(reached: Iterable[tuple[Reach, Answer, Truth]], *, default: bool) -> Truth:
    """What statements come to: the nearest that holds decides.

    Of one reach, what surely holds decides, a yes before a no. What holds perhaps leaves both ways
    open: the answer is known only where both lead to the same one.
    """
    near: dict[Reach, list[tuple[Answer, Truth]]] = {}
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
    """What is offered at each of many libraries on one day: `offered` for all of them at once."""

    def __init__(self, graph: ServiceGraph, found: tuple[Organisation, ...], day: date) -> None:
        self._graph = graph
        self._day = day
        self._places = {library.id: index for index, library in enumerate(found)}
        self._members = {
            network.id: [is_member(library, network.id, day) for library in found]
            for network in graph.all(Organisation)
            if network.type is not OrganisationType.LIBRARY
        }
        self._rows: dict[bool, list[Truth]] = {
            default: [True if default else None] * len(found) for default in (False, True)
        }

    def row(self, item: Coverable) -> list[Truth]:
        """Whether an item is offered, for each library in order; not to be changed."""
        default = item.offered_by_default
        everywhere: list[tuple[Reach, Answer, Truth, list[Truth]]] = []
        near: dict[int, list[tuple[Reach, Answer, Truth]]] = {}
        for offer in item.offered:
            truth = holds(offer.from_, offer.to, self._day)
            if truth is not False:
                self._add(offer, truth, everywhere, near)
        row = self._inherited(everywhere, default=default)
        if near:
            row = list(row)
            for index, statements_ in near.items():
                inherited = [
                    (reach, answer, every((truth, members[index])))
                    for reach, answer, truth, members in everywhere
                ]
                row[index] = _decided([*statements_, *inherited], default=default)
        return row

    def _add(
        self,
        offer: Offer,
        truth: Truth,
        everywhere: list[tuple[Reach, Answer, Truth, list[Truth]]],
        near: dict[int, list[tuple[Reach, Answer, Truth]]],
    ) -> None:
        at = self._graph.get(offer.at)
        place, reach = offer.at, Reach.LIBRARY
        if isinstance(at, Branch | Vehicle):
            if offer.is_ is Answer.NO:
                return
            place = at.organisation
            truth = every((truth, *(holds(*span, self._day) for span in _life(at))))
            reach = Reach.VEHICLE if isinstance(at, Vehicle) else Reach.BRANCH
        if place in self._places:
            near.setdefault(self._places[place], []).append((reach, offer.is_, truth))
        elif place in self._members:
            network = isinstance(at, Organisation) and at.type is OrganisationType.NETWORK
            reach = Reach.NETWORK if network else Reach.SUB_NETWORK
            everywhere.append((reach, offer.is_, truth, self._members[place]))

    def _inherited(
        self, everywhere: list[tuple[Reach, Answer, Truth, list[Truth]]], *, default: bool
    ) -> list[Truth]:
        if not everywhere:
            return self._rows[default]
        if len(everywhere) == 1 and everywhere[0][1:3] == (Answer.YES, True) and not default:
            return [member or None for member in everywhere[0][3]]
        return [
            _decided(
                [
                    (reach, answer, every((t, members[i])))
                    for reach, answer, t, members in everywhere
                ],
                default=default,
            )
            for i in range(len(self._places))
        ]


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
    reached = sorted(statements(graph, item, library), key=lambda s: s.reach)
    own = [_span(statement, item) for statement in reached if statement.reach.own]
    merged = _merged(own)
    inherited = [_span(statement, item) for statement in reached if not statement.reach.own]
    rest = [span for span in inherited if not any(_within(span, other) for other in merged)]
    return merged + _merged(rest)


def _span(statement: Statement, item: Coverable) -> Span:
    offer = statement.offer
    standing = offer.standing or item.standing
    if standing is Standing.SOURCED and not statement.named:
        standing = Standing.DERIVED
    starts = [start for start, _ in statement.membership if start and start.earliest]
    ends = [end for _, end in statement.membership if end and end.latest]
    from_ = max([*starts, *([offer.from_] if offer.from_ else [])], key=_starts, default=None)
    to = min([*ends, *([offer.to] if offer.to else [])], key=_ends, default=None)
    sources = offer.sources or item.sources
    return Span(offer.is_, from_, to, standing, tuple(str(source) for source in sources))


def _starts(day: UncertainDate | None) -> date:
    """The day on which a beginning has surely come."""
    return date.min if day is None else day.latest or date.max


def _ends(day: UncertainDate | None) -> date:
    """The day until which an end has surely not come."""
    return date.max if day is None else day.earliest or date.min


def _within(span: Span, other: Span) -> bool:
    return _starts(other.from_) <= _starts(span.from_) and _ends(span.to) <= _ends(other.to)


def _merged(found: list[Span]) -> list[Span]:
    made: list[Span] = []
    for span in sorted(found, key=lambda s: (s.is_ is Answer.NO, _starts(s.from_))):
        last = made[-1] if made else None
        if last and last.is_ is span.is_ and _starts(span.from_) <= _ends(last.to):
            made[-1] = _joined(last, span, found)
        else:
            made.append(span)
    return made


def _joined(a: Span, b: Span, order: list[Span]) -> Span:
    """One span of two; its sources in the order of the statements, nearest first."""
    standings = [standing for standing in Standing if standing in {a.standing, b.standing}]
    known = [source for span in order for source in span.sources]
    sources = sorted({*a.sources, *b.sources}, key=known.index)
    to = max(a.to, b.to, key=_ends)
    return Span(a.is_, a.from_, to, standings[0] if standings else None, tuple(sources))
