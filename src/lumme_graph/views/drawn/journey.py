"""The customer journey: step by step, where it hurts, which rule applies and which library acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.journeys import Path, Phase, Step
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn import steps as told
from lumme_graph.views.drawn.journey_curves import FEELING, Curves
from lumme_graph.views.drawn.journey_texts import BELOW, MEETS, Of, TextRow
from lumme_graph.views.drawn.parts import Only, fact, head, standing_sign
from lumme_graph.views.shapes import Box, Cell, Fact, Grid, Head, Line, Row, RowLook, Sign

_KIND = Label("customer journey")
_DESCRIPTION = Counted(
    "{n} step, with who acts, where they meet and what is felt. A table says the same.",
    "{n} steps, with who acts, where they meet and what is felt. A table says the same.",
)
_PHASES = Label("phases", "of a service path")
_PHASE = Label("phase", "of a service path")
_STEPS = Label("steps")
_NO_STEPS = Label("no steps")
_ACTOR = Label("Who", "who does a step")
_LANE = Label("Lane")
_OURS = Label("ours")
_INVENTED = Label("invented: {what}")
_MOMENT = Label("moment of truth")
_WAY_ON = Label("Way on")
_TO = Label("to {n}")
_TO_IF = Label("to {n} if: {when}")


def journey(graph: ServiceGraph, id_: str, speak: Speaker, only: Only) -> Grid:
    """A path as a customer journey; of one phase alone where `only` says so."""
    return _Journey(graph, graph[Path, id_], speak, only.phase).grid()


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: a step with its number in the path, or a phase without steps."""

    id: str
    phase: Phase | None
    step: Step | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class _Journey:
    """A path, the one phase of it that is shown (all where empty), and who tells of it."""

    graph: ServiceGraph
    path: Path
    speak: Speaker
    phase: str

    def grid(self) -> Grid:
        """The drawing; rows without any entry are named, not shown."""
        columns = tuple(self._columns())
        steps = {column.number: column.step for column in columns if column.step}
        if not steps:
            return Grid("journey", self._head(steps), (), ())
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
        here = {column.id for column in columns}
        links = told.links(self.path, self.speak)
        return Grid(
            "journey",
            self._head(steps, [name for name, row in named if not row]),
            tuple(self._line(column) for column in columns),
            tuple(rows),
            tuple(link for link in links if {link.source, link.target} <= here),
            tuple(curves.keys()),
            tuple(curves.notes()),
        )

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
            if self.phase in {"", step.phase}:
                phase = phases.get(step.phase or "")
                yield _Column(f"{self.path.id}/{step.id}", phase, step, number)
        for phase in empty:
            yield from self._empty(phase)

    def _empty(self, phase: Phase) -> Iterator[_Column]:
        if self.phase in {"", phase.id}:
            yield _Column(f"{self.path.id}/phases/{phase.id}", phase)

    def _line(self, column: _Column) -> Line:
        step, phase = column.step, column.phase
        words = step.action if step else phase.name if phase else _NO_STEPS
        return Line(column.id, self.speak(words), phase.id if phase else "")

    def _head(self, steps: Mapping[int, Step], blank: Sequence[Message] = ()) -> Head:
        path, speak = self.path, self.speak
        whole = head(
            self.graph,
            speak,
            path.id,
            _KIND,
            path.name,
            _DESCRIPTION.fill(n=len(steps)),
            fields=told.fields(self.graph, path, speak),
            made=tuple(told.made(path, tuple(steps.values()))),
        )
        return replace(
            whole,
            state=speak.capital(path.state.label),
            lacks=None if steps else speak(told.lacks(self.graph, path)),
            blank=tuple(speak(name) for name in blank),
        )

    def _boxes(self, columns: Sequence[_Column]) -> Iterator[tuple[Message, Row | None]]:
        yield _PHASES, self._row("phases", _PHASES, "band", self._phases(columns))
        cards = (Cell(column.id, (self._card(column),)) for column in columns)
        yield _STEPS, self._row("steps", _STEPS, "boxes", cards)

    def _texts(self, row: TextRow, columns: Sequence[_Column]) -> tuple[Message, Row | None]:
        """A row of words; None where no step has an entry."""
        of = {
            column.id: Of(self.graph, self.path, column.step, self.speak)
            for column in columns
            if column.step
        }
        found = {id_: row.box(one) for id_, one in of.items()}
        if not any(found.values()):
            return row.name, None
        boxes = ((id_, box or row.empty(of[id_])) for id_, box in found.items())
        cells = (Cell(id_, (box,)) for id_, box in boxes if box)
        return row.name, self._row(row.id, row.name, "list", cells)

    def _row(self, id_: str, name: Message, look: RowLook, cells: Iterable[Cell]) -> Row | None:
        made = tuple(cells)
        return Row(id_, self.speak.capital(name), look, made) if made else None

    def _phases(self, columns: Sequence[_Column]) -> Iterator[Cell]:
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
            yield Cell(under[0].id, (box,), len(under))

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
            standing_sign(told.standing_of(self.path, step), self.speak),
        )

    def _said(self, step: Step) -> Iterator[Fact]:
        """What a card says of its step."""
        speak, id_ = self.speak, f"{self.path.id}/{step.id}"
        yield fact(speak, f"{id_}/actor", _ACTOR, told.actor(self.graph, step), "head")
        if lane := told.lane(step):
            yield fact(speak, f"{id_}/lane", _LANE, lane, "head")
        yield told.action(self.path, step, speak)
        if step.moment_of_truth:
            sign = Sign("mark", "moment", speak(_MOMENT))
            yield fact(speak, f"{id_}/moment", _MOMENT, _MOMENT, "sub", signs=(sign,))
        if step.ours:
            made_up = Standing.ILLUSTRATIVE
            sign = Sign("standing", made_up.value, speak(made_up.label))
            words = _INVENTED.fill(what=step.ours)
            yield fact(speak, f"{id_}/ours", _OURS, words, "sub", signs=(sign,))
        numbers = {one.id: number for number, one in enumerate(self.path.steps, 1)}
        for way in step.next:
            if number := numbers.get(way.to):
                words = _TO_IF.fill(n=number, when=way.when) if way.when else _TO.fill(n=number)
                yield fact(speak, f"{id_}/next-{way.to}", _WAY_ON, words, "sub")
