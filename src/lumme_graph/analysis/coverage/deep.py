"""Deep coverage: an item is deep where it is covered and all that it is made of is deep too.

Parts: a path's service and the touchpoints of its steps, a commitment's touchpoints, a service's
touchpoints, a profile's services, touchpoints and paths. Kleene: one gap decides, then one unknown.
A part that is exempt asks nothing, and rings are harmless: an item is as deep as the worst cell
that it leads to, so two walks against the parts find all that are not, in linear time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from lumme_graph.analysis.coverage.cells import Cell, CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.base.ratio import Ratio
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Coverable, Service
from lumme_graph.elements.promise import Commitment
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
            paths = [path.id for path in graph.all(Path) if item.id in path.profiles]
            return [*map(str, item.services), *map(str, item.touchpoints), *paths]
        case _:
            return []


def deep_cells(coverage: Coverage) -> list[Cell]:
    """The counted cells that are deep."""
    wholes = wholes_of(coverage.graph, coverage.items)
    places: dict[tuple[str, str], dict[str, Cell]] = {}
    for cell in coverage.cells:
        places.setdefault((cell.library.id, cell.language), {})[cell.item.id] = cell
    shallow = {place: _shallow(cells, wholes) for place, cells in places.items()}
    return [
        cell
        for cell in coverage.cells
        if cell.state is CellState.COVERED
        and cell.item.id not in shallow[cell.library.id, cell.language]
    ]


def deep(coverage: Coverage) -> Ratio:
    """How many of the counted cells are deep."""
    return Ratio(len(deep_cells(coverage)), coverage.done.d)


def wholes_of(graph: ServiceGraph, items: Iterable[Coverable]) -> dict[str, list[str]]:
    """For each id, those of the items that it is a part of, in their order."""
    wholes: dict[str, list[str]] = {}
    for item in items:
        for part in dict.fromkeys(parts(graph, item)):
            wholes.setdefault(part, []).append(item.id)
    return wholes


def _shallow(cells: dict[str, Cell], wholes: dict[str, list[str]]) -> set[str]:
    """The items at one library in one language that are, or lead to, a gap or an unknown."""
    bad = [id_ for id_, cell in cells.items() if cell.state not in _SOUND]
    return _upwards(bad, wholes, {id_ for id_, c in cells.items() if c.state is CellState.EXEMPT})


_SOUND = {CellState.COVERED, CellState.EXEMPT}


def _upwards(start: Iterable[str], wholes: dict[str, list[str]], without: set[str]) -> set[str]:
    found = set(start)
    waiting = deque(found)
    while waiting:
        for whole in wholes.get(waiting.popleft(), ()):
            if whole not in found and whole not in without:
                found.add(whole)
                waiting.append(whole)
    return found
