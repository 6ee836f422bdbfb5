"""Deep coverage: an item is deep where it is covered and all that it is made of is deep too.

Parts: a path's service and the touchpoints of its steps, a commitment's touchpoints, a service's
touchpoints, a profile's services, touchpoints and paths. Kleene: one gap decides, then one unknown.
A part that is exempt asks nothing, and rings are harmless: an item is as deep as the worst cell
that it leads to, so a walk against the parts finds all that are not, for all libraries and
languages at once: a bit for each of the cells of an item.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from lumme_graph.analysis.coverage.cells import Cell, CellState
from lumme_graph.analysis.coverage.result import Coverage, paths_of
from lumme_graph.base.ratio import Ratio
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Coverable, Service
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph


def parts(graph: ServiceGraph, item: Coverable) -> list[str]:
    """The ids of the items that an item is made of."""
    match item:
        case Path():
            steps = [step.touchpoint for step in item.steps if step.touchpoint]
            return [str(ref) for ref in ([item.service] if item.service else []) + steps]
        case Commitment():
            return [str(ref) for ref in item.kept_at]
        case Service():
            return [str(ref) for ref in item.touchpoints]
        case Profile():
            paths = paths_of(Day.of(graph)).get(item.id, ())
            return [*map(str, item.services), *map(str, item.touchpoints), *paths]
        case _:
            return []


def deep_cells(coverage: Coverage) -> tuple[Cell, ...]:
    """The counted cells that are deep."""
    return only_deep(coverage).in_state(CellState.COVERED)


def only_deep(coverage: Coverage) -> Coverage:
    """The same coverage, but that a covered cell which is not deep is taken as missing."""
    shallow = _shallow(coverage)
    states = [_but(coverage.states_of(item), shallow[item.id]) for item in coverage.items]
    return coverage.with_states(states)


def deep(coverage: Coverage) -> Ratio:
    """How many of the counted cells are deep."""
    return only_deep(coverage).done


def wholes_of(graph: ServiceGraph, items: Iterable[Coverable]) -> dict[str, list[str]]:
    """For each id, those of the items that it is a part of, in their order."""
    wholes: dict[str, list[str]] = {}
    for item in items:
        for part in dict.fromkeys(parts(graph, item)):
            wholes.setdefault(part, []).append(item.id)
    return wholes


def _shallow(coverage: Coverage) -> dict[str, int]:
    """Where each item is, or leads to, a gap or an unknown: a bit for each of its cells."""
    wholes = wholes_of(coverage.graph, coverage.items)
    asked = {item.id: _bits(coverage.states_of(item), _ASKED) for item in coverage.items}
    shallow = {item.id: _bits(coverage.states_of(item), _BAD) for item in coverage.items}
    waiting = deque(id_ for id_, bits in shallow.items() if bits)
    while waiting:
        part = waiting.popleft()
        for whole in wholes.get(part, ()):
            more = shallow[part] & asked[whole] & ~shallow[whole]
            if more:
                shallow[whole] |= more
                waiting.append(whole)
    return shallow


def _table(*states: CellState) -> bytes:
    return bytes(ord("01"[state in states]) for state in range(256))


_ASKED = _table(*(state for state in CellState if state is not CellState.EXEMPT))
_BAD = _table(*(s for s in CellState if s not in {CellState.COVERED, CellState.EXEMPT}))
_COVERED = _table(CellState.COVERED)
_MISSING = bytes.maketrans(b"01", bytes([CellState.COVERED, CellState.MISSING]))


def _bits(states: bytes, table: bytes) -> int:
    return int(states.translate(table) or b"0", 2)


def _but(states: bytes, shallow: int) -> bytes:
    """The states of an item, missing where it is covered but shallow; covered is the state 0."""
    found = _bits(states, _COVERED) & shallow
    if not found:
        return states
    missing = f"{found:0{len(states)}b}".encode().translate(_MISSING)
    return (int.from_bytes(states) | int.from_bytes(missing)).to_bytes(len(states))
