"""The customer journey: step by step, where it hurts, which rule applies and which library acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.journeys import ActorKind, Lane, Path, Phase, Step
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn import step_facts as told
from lumme_graph.views.drawn.journey_curves import FEELING, Curves
from lumme_graph.views.drawn.journey_texts import BELOW, MEETS, Of, TextRow
from lumme_graph.views.drawn.parts import Only, fact, standing_sign
from lumme_graph.views.shapes import (
    Box,
    DrawnFact,
    Grid,
    GridCell,
    GridRow,
    RowLook,
    ShapeLine,
    Sign,
)

KIND: Final = Label("customer journey", "a kind of drawing")
_PHASES = Label("phases", "of a service path")
_PHASE = Label("phase", "of a service path")
_STEPS = Label("steps")
_NO_STEPS = Label("no steps")
_ACTOR = Label("Who", "who does a step")
_LANE = Label("Lane")
_ACTION = Label("Does what")
_OURS = Label("invented", "what of a step is invented")
_INVENTED = Label("invented: {what}")
_MOMENT = Label("moment of truth")


def journey(graph: ServiceGraph, id_: str, speak: Speaker, only: Only) -> Grid:
    """A path as a customer journey; of one phase alone where `only` says so."""
    return _Journey(graph, told.drawn(graph, id_, only), speak, only).grid()


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: a step with its number in the path, or a phase without steps."""

    id: str
    phase: Phase | None
    step: Step | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class _Journey:
    """What is shown of a path, and who tells of it."""

    graph: ServiceGraph
    shown: told.ShownPath
    speak: Speaker
    only: Only

    @property
    def path(self) -> Path:
        """The path."""
        return self.shown.path

    def grid(self) -> Grid:
        """The drawing; rows without any entry are named, not shown."""
        columns = tuple(self._columns())
        whole = told.path_head(self.graph, self.shown, KIND, self.speak, self.only)
        steps = dict(self.shown.steps())
        if not steps:
            return Grid("journey", whole, (), ())
        curves = Curves(self.graph, self.path, self.speak, steps)
        felt = tuple(curves.rows())
        named = [
            *self._boxes(columns),
            self._texts(MEETS, columns),
            (FEELING, felt[0] if felt else None),
            *(self._texts(row, columns) for row in BELOW),
        ]
        rows = [row for _, row in named if row]
        after = rows.index(felt[0]) + 1 if felt else len(rows)
        rows[after:after] = (*felt[1:], *curves.changes())
        blank = tuple(self.speak(name) for name, row in named if not row)
        grid = Grid(
            "journey",
            replace(whole, blank=blank),
            tuple(self._line(column) for column in columns),
            tuple(rows),
            told.links(self.shown, self.speak),
            notes=tuple(curves.notes()),
        )
        return replace(grid, keys=(*told.keys(grid), *curves.keys()))

    def _columns(self) -> Iterator[_Column]:
        """The steps in order; a phase without any stands after the phases before it."""
        phases = {phase.id: phase for phase in self.path.phases}
        places = {id_: place for place, id_ in enumerate(phases)}
        used = {step.phase for step in self.path.steps}
        empty = [phase for phase in self.path.phases if phase.id not in used]
        for number, step in enumerate(self.path.steps, 1):
            place = places.get(step.phase or "", -1)
            while empty and places[empty[0].id] < place:
                yield from self._empty(empty.pop(0))
            if self.only.phase in {"", step.phase}:
                phase = phases.get(step.phase or "")
                yield _Column(f"{self.path.id}/{step.id}", phase, step, number)
        for phase in empty:
            yield from self._empty(phase)

    def _empty(self, phase: Phase) -> Iterator[_Column]:
        if self.only.phase in {"", phase.id}:
            yield _Column(f"{self.path.id}/phases/{phase.id}", phase)

    def _line(self, column: _Column) -> ShapeLine:
        step, phase = column.step, column.phase
        words = step.action if step else phase.name if phase else _NO_STEPS
        return ShapeLine(column.id, self.speak(words), phase.id if phase else "")

    def _boxes(self, columns: Sequence[_Column]) -> Iterator[tuple[Message, GridRow | None]]:
        yield _PHASES, self._row("phases", _PHASES, "band", self._phases(columns))
        cards = (GridCell(column.id, (self._card(column),)) for column in columns)
        yield _STEPS, self._row("steps", _STEPS, "boxes", cards)

    def _texts(self, row: TextRow, columns: Sequence[_Column]) -> tuple[Message, GridRow | None]:
        """A row of words; None where no step has an entry."""
        of = {
            column.id: Of(self.graph, self.path, column.step, self.speak)
            for column in columns
            if column.step
        }
        found = {id_: row.box(one) for id_, one in of.items()}
        cells = (GridCell(id_, (box,)) for id_, box in found.items() if box)
        return row.name, self._row(row.id, row.name, "list", cells)

    def _row(
        self, id_: str, name: Message, look: RowLook, cells: Iterable[GridCell]
    ) -> GridRow | None:
        made = tuple(cells)
        return GridRow(id_, self.speak.capital(name), look, made) if made else None

    def _phases(self, columns: Sequence[_Column]) -> Iterator[GridCell]:
        """A band over the columns of each phase; one that comes again gets another."""
        times: dict[str, int] = {}
        for phase, run in groupby(columns, key=lambda column: column.phase):
            under = list(run)
            if phase is None:
                continue
            times[phase.id] = times.get(phase.id, 0) + 1
            id_ = f"{self.path.id}/phases/{phase.id}"
            if times[phase.id] > 1:
                id_ = f"{id_}/{times[phase.id]}"
            box = Box(id_, (fact(self.speak, f"{id_}/name", _PHASE, phase.name),))
            yield GridCell(under[0].id, (box,), len(under))

    def _card(self, column: _Column) -> Box:
        step = column.step
        if step is None:
            words = fact(self.speak, f"{column.id}/steps", _STEPS, _NO_STEPS, "gap")
            return Box(column.id, (words,))
        return Box(
            column.id,
            tuple(self._said(step)),
            column.number,
            step.lane.value,
            standing_sign(step.standing or self.path.standing, self.speak),
            tuple(told.ends(self.shown, column.number - 1, self.speak)),
        )

    def _said(self, step: Step) -> Iterator[DrawnFact]:
        """What a card says of its step."""
        speak, id_ = self.speak, told.address(self.path, step)
        actor = self.graph.get(step.actor.ref)
        name = actor.name if actor else step.actor.kind_.label
        yield fact(speak, f"{id_}/actor", _ACTOR, name, "head")
        if step.lane is not Lane.CUSTOMER or step.actor.kind_ is not ActorKind.CUSTOMER:
            yield fact(speak, f"{id_}/lane", _LANE, step.lane.label, "head")
        yield fact(speak, f"{id_}/action", _ACTION, step.action)
        if step.moment_of_truth:
            sign = Sign("mark", "moment", speak(_MOMENT))
            yield fact(speak, f"{id_}/moment", _MOMENT, _MOMENT, "sub", signs=(sign,))
        if step.ours:
            made_up = Standing.ILLUSTRATIVE
            sign = Sign("standing", made_up.value, speak(made_up.label))
            words = _INVENTED.fill(what=step.ours)
            yield fact(speak, f"{id_}/ours", _OURS, words, "sub", signs=(sign,))
