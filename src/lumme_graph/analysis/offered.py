"""What is offered at each library on the day, and what is stated of it there: since when, at which branches."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from lumme_graph.analysis.coverage.result import is_in_being
from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.memo import Memo
from lumme_graph.base.truth import Truth
from lumme_graph.elements.evidence import Stated
from lumme_graph.elements.offer import Coverable, Offer, YesNo
from lumme_graph.elements.who import Branch, BranchType, Organisation, Vehicle
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.membership import begun, ended, periods
from lumme_graph.graph.offers import Span, spans, statements

Spot = Branch | Vehicle


class SpotOffer(NamedTuple):
    """What is stated of a branch or vehicle of a library, and may hold on the day."""

    at: Spot
    is_: YesNo
    said: Stated


class OfferedAt(NamedTuple):
    """Whether an item is offered at a library on the day.

    `now` is what is stated of the day, `before` the last that was otherwise before it; `spots` are the
    branches and vehicles that are named, but for the only branch of a library.
    """

    library: Organisation
    state: Truth
    now: Span | None
    before: Span | None
    spots: tuple[SpotOffer, ...]


class ItemAt(NamedTuple):
    """An item, and what is said of it at one library."""

    item: Coverable
    at: OfferedAt


def items_at(
    day: Day, library: Organisation, kind: type[Coverable] = Coverable
) -> tuple[ItemAt, ...]:
    """The items of a kind at a library of the day: those offered, those not, those not known."""
    by_state = offers_of_libraries(day)[library.id]
    place = day.libraries.index(library)
    return tuple(
        ItemAt(item, offered_at(day, item)[place])
        for state in (True, False, None)
        for item in by_state[state]
        if isinstance(item, kind)
    )


def offered_at(day: Day, item: Coverable) -> tuple[OfferedAt, ...]:
    """An item at each library of the day."""
    known: Memo[tuple[OfferedAt, ...]] = day.memo(offered_at)
    return known.of(item.id, lambda: _offered_at(day, item))


def _offered_at(day: Day, item: Coverable) -> tuple[OfferedAt, ...]:
    told = _spots(day, item)
    owners = {said.owner for said in statements(day.graph, item)}
    return tuple(
        OfferedAt(library, state, None, None, ())
        if owners.isdisjoint(_wholes(day)[library.id])
        else _at(day, item, library, state, told.get(library.id, ()))
        for library, state in zip(day.libraries, day.offers.row(item), strict=True)
    )


@once
def _wholes(day: Day) -> dict[str, frozenset[str]]:
    """Each library with all that it is or ever was part of: whose offers can tell of it."""
    return {one.id: frozenset({one.id, *periods(day.graph, one)}) for one in day.libraries}


@once
def offers_of_libraries(day: Day) -> dict[str, dict[Truth, tuple[Coverable, ...]]]:
    """What is offered at each library, what is not, and of what it is not known, by its id."""
    found: dict[str, dict[Truth, list[Coverable]]] = {
        library.id: {True: [], False: [], None: []} for library in day.libraries
    }
    for item in filter(partial(is_in_being, day=day.date), day.graph.all(Coverable)):
        for library, state in zip(day.libraries, day.offers.row(item), strict=True):
            found[library.id][state].append(item)
    return {
        library: {state: tuple(items) for state, items in by_state.items()}
        for library, by_state in found.items()
    }


def _at(
    day: Day, item: Coverable, library: Organisation, state: Truth, spots: Iterable[SpotOffer]
) -> OfferedAt:
    stated = spans(day.graph, item, library)
    now = [span for span in stated if holds(span.from_, span.to, day.date) is not False]
    fitting = [span for span in now if state is None or (span.is_ is YesNo.YES) is state]
    other = [span for span in stated if state is None or (span.is_ is YesNo.YES) is not state]
    past = [span for span in other if span not in now and _is_past(span.to, day)]
    return OfferedAt(
        library,
        state,
        min(fitting, key=lambda span: begun(span.from_), default=None),
        max(past, key=lambda span: ended(span.to), default=None),
        tuple(spots),
    )


def _is_past(end: UncertainDate | None, day: Day) -> bool:
    return end is not None and end.passed(day.date) is not False


def _spots(day: Day, item: Coverable) -> dict[str, list[SpotOffer]]:
    """What is stated of branches and vehicles, by the id of whose they are."""
    found: dict[str, list[SpotOffer]] = {}
    for said in statements(day.graph, item):
        if said.at is None or _is_all_there_is(said.at) or said.holds(day.date) is False:
            continue
        spot = SpotOffer(said.at, said.offer.is_, _with_owner(said.offer, item))
        found.setdefault(said.owner, []).append(spot)
    return found


def _is_all_there_is(spot: Spot) -> bool:
    return isinstance(spot, Branch) and spot.type is BranchType.ONLY


def _with_owner(offer: Offer, item: Coverable) -> Stated:
    return offer if offer.standing else item
