"""The service path: what happens, in which order, and whose turn it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.journeys import Lane, Step
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn import step_facts as told
from lumme_graph.views.drawn.parts import Only
from lumme_graph.views.shapes import Box, DrawnFact, Grid, GridCell, GridRow

KIND: Final = Label("service path")


def path(graph: ServiceGraph, id_: str, speak: Speaker, only: Only) -> Grid:
    """A service path: a lane for each place of work, a card for each step, an arrow for each way."""
    shown = told.drawn(graph, id_, only)
    grid = Grid(
        kind="path",
        head=told.path_head(graph, shown, KIND, speak, only),
        columns=told.columns(shown, speak),
        rows=tuple(_lane(graph, shown, lane, speak) for lane in Lane) if shown.places else (),
        links=told.links(shown, speak),
    )
    return replace(grid, keys=told.keys(grid))


def _lane(graph: ServiceGraph, shown: told.ShownPath, lane: Lane, speak: Speaker) -> GridRow:
    cells = tuple(
        GridCell(told.address(shown.path, step), (_card(graph, shown, number, step, speak),))
        for number, step in shown.steps()
        if step.lane is lane
    )
    return GridRow(f"lane/{lane.value}", speak.capital(lane.label), "lane", cells, tone=lane.value)


def _card(
    graph: ServiceGraph, shown: told.ShownPath, number: int, step: Step, speak: Speaker
) -> Box:
    return told.step_box(graph, shown, number, step, speak, list(_facts(graph, shown, step, speak)))


def _facts(
    graph: ServiceGraph, shown: told.ShownPath, step: Step, speak: Speaker
) -> Iterator[DrawnFact]:
    path = shown.path
    if shown.for_customers:
        yield from told.customer_facts(graph, path, step, speak)
        return
    yield told.touchpoint_fact(graph, path, step, speak)
    yield from told.regulation_facts(graph, path, step, speak)
    yield from told.system_fact(path, step, speak)
    yield from told.other_facts(path, step, speak)
    yield from told.feeling_fact(path, step, speak)
