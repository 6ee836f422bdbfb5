"""A path as a numbered list of steps: what its drawing says for the same readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from lumme_graph.base.label import Message
from lumme_graph.base.speaker import Sayable
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.guide import Cover
from lumme_graph.elements.journeys import Lane, Path, PathState, Step
from lumme_graph.meta.spec import specs
from lumme_graph.site.pdf.scope import scope
from lumme_graph.site.pdf.setting import Data, Setting, Sources, bare_mark
from lumme_graph.views.drawn import step_facts as told
from lumme_graph.views.drawn.parts import Only
from lumme_graph.views.drawn.path import path as path_view
from lumme_graph.views.shapes import Box, BoxLink, DrawnFact, Grid

_STAFF_TEXTS: Final = ("thoughts", "pains", "gains")


def path_steps(setting: Setting, sources: Sources, path: Path, link: Cover) -> Data:
    """The path that a section is about: for whom, then its steps under its phases."""
    only = Only(for_customers=not setting.is_for_staff)
    grid = path_view(setting.graph, path.id, setting.speak, only)
    is_plan = path.state is not PathState.AS_IS
    return {
        "id": path.id,
        "title": setting.say(path.name),
        "state": setting.capital(path.state.label) if is_plan else None,
        "scope": scope(setting, link.scope, link.except_),
        "mark": sources.mark(path.standing, path.sources),
        "lines": [_line(setting, fact) for fact in grid.head.fields],
        "phases": list(_phases(setting, sources, path, grid)),
    }


def _phases(setting: Setting, sources: Sources, path: Path, grid: Grid) -> Iterator[Data]:
    names = {phase.id: phase.name for phase in path.phases}
    boxes = {box.id: box for row in grid.rows for cell in row.cells for box in cell.boxes}
    steps = [
        (step, boxes[told.address(path, step)])
        for step in path.steps
        if told.address(path, step) in boxes
    ]
    for phase, some in groupby(steps, key=lambda one: one[0].phase):
        yield {
            "name": setting.say(names[phase]) if phase in names else None,
            "steps": [_step(setting, sources, path, grid, step, box) for step, box in some],
        }


def _step(setting: Setting, sources: Sources, path: Path, grid: Grid, step: Step, box: Box) -> Data:
    who, what, *others = box.facts
    stated = step if step.standing else path
    return {
        "id": box.id,
        "number": box.number,
        "own": step.lane is Lane.CUSTOMER,
        "who": setting.capital_said(who.words),
        "what": setting.say(what.words),
        "mark": sources.mark(stated.standing, step.sources),
        "lines": [
            *(_line(setting, fact) for fact in others),
            *(_staff_lines(setting, path, step) if setting.is_for_staff else ()),
        ],
        "ways": list(_ways(setting, grid, box)),
    }


def _line(setting: Setting, fact: DrawnFact) -> Data:
    """What is told of a step: the label, the words, and the letter of what stands otherwise."""
    said = [sign.value for sign in fact.signs if sign.family == "standing"]
    mark = next((bare_mark(standing) for standing in Standing if standing.value in said), None)
    return {
        "label": setting.capital_said(fact.label),
        "words": setting.say(fact.words),
        "mark": mark,
    }


def _staff_lines(setting: Setting, path: Path, step: Step) -> Iterator[Data]:
    labels: dict[str, Message] = {spec.name: spec.prop.label for spec in specs(Step)}
    for name in _STAFF_TEXTS:
        for one in getattr(step, name):
            words: Sayable = getattr(one, "text", one)
            label = setting.capital(labels[name])
            yield {"label": label, "words": setting.say(words), "mark": None}
    for fact in told.mark_facts(path, step, setting.speak):
        yield _line(setting, fact)


def _ways(setting: Setting, grid: Grid, box: Box) -> Iterator[Data]:
    """The ways on from a step, where it does not simply go on."""
    links = [link for link in grid.links if link.source == box.id]
    numbers = _numbers(grid)
    if len(links) == 1 and not links[0].when and _is_next(links[0], numbers):
        return
    for link in links:
        when = setting.say(link.when) if link.when else None
        yield {"to": link.target, "number": str(numbers[link.target]), "when": when}


def _is_next(link: BoxLink, numbers: dict[str, int]) -> bool:
    return numbers[link.target] == numbers[link.source] + 1


def _numbers(grid: Grid) -> dict[str, int]:
    boxes: Iterable[Box] = (box for row in grid.rows for cell in row.cells for box in cell.boxes)
    return {box.id: box.number or 0 for box in boxes}
