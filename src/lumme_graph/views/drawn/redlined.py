"""A path as it is, redlined against an earlier state: steps that are new, dropped, moved, changed.

The drawing is that of the path, by the same view; dropped steps stand where they stood, without
ways, and every mark is a sign and a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from lumme_graph.analysis.changes import ModelDiff
from lumme_graph.analysis.inside import ChangeType, ValueChange
from lumme_graph.analysis.matched import ListMatch, matched, merged
from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.elements.journeys import Next, Path, Step
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.changes import WORDS, Teller, state_of
from lumme_graph.views.drawn.parts import Only, fact
from lumme_graph.views.shapes import Box, BoxLink, DrawnFact, Grid, GridCell, GridRow, Sign, boxes

View = Callable[[ServiceGraph, str, Speaker, Only], Grid]

_CHANGE: Final = Label("Change")
_SINCE: Final = Label("What has changed since {state} is marked.")
_SAME: Final = Label("No step has changed since {state}.")
_NEW: Final = Label("new step")
_DROPPED: Final = Label("dropped, was step {n}")
_MOVED: Final = Label("moved, was step {n}")
_KIND: Final = Label("{kind}, with changes")
_OF_CARDS: Final = {"boxes", "lane", "band"}
"""The looks of the rows in which dropped steps stand too; all else is told of today's path."""
_MOST: Final = 60
"""Letters of a value that a card shows."""


def changed_paths(diff: ModelDiff) -> tuple[str, ...]:
    """The paths that were there before and whose steps or phases are not as they were.

    What only has another id is no change of them.
    """
    return tuple(
        one.element.id
        for one in diff.elements
        if one.type is ChangeType.CHANGED and isinstance(one.element, Path)
        if any(
            value.type is not ChangeType.RENAMED
            for field in one.fields
            if field.spec.name in {"steps", "phases"}
            for value in field.inside
        )
    )


def redlined(diff: ModelDiff, id_: str, view: View, speak: Speaker, only: Only) -> Grid:
    """The drawing of a path as it is now, with what has changed in it."""
    now = view(diff.new, id_, speak, only)
    change = diff.of(id_)
    was, path = change.was if change else None, diff.new.find(id_)
    state = state_of(diff.old)
    if not isinstance(was, Path) or not isinstance(path, Path) or id_ not in changed_paths(diff):
        return _headed(now, now, _SAME.fill(state=state))
    found = _Merged(diff, was, path)
    grid = view(found.graph(), id_, speak, only)
    marks = _Marks(diff, found, speak)
    return marks.on(_headed(grid, now, _SINCE.fill(state=state)), now)


def _headed(grid: Grid, now: Grid, said: Message) -> Grid:
    """The grid under the head of today's, which says of what the marks are."""
    head = now.head
    speak = head.speak
    note = fact(speak, f"{head.id}/since", _CHANGE, said, "sub")
    kind = speak(_KIND, kind=head.kind.shown)
    return replace(grid, head=replace(head, kind=kind, made=(note, *head.made)))


class _Merged:
    """Both states of a path as one: its steps in today's order, dropped ones where they stood."""

    def __init__(self, diff: ModelDiff, was: Path, path: Path) -> None:
        self._diff = diff
        self.path = path
        self.values = _of_steps(diff, path.id)
        now = {str(one.before): str(one.after) for one in self.values if _is_new_name(one)}
        before = [now.get(step.id, step.id) for step in was.steps]
        after = [step.id for step in path.steps]
        self._was = was
        self._order: list[ListMatch] = merged(matched(before, after, lambda _old, _new: True))
        self.numbers = {id_: number for number, id_ in enumerate(after, 1)}

    @property
    def dropped(self) -> Iterator[tuple[str, int]]:
        """The addresses of the dropped steps, and their numbers then."""
        for one in self._order:
            if one.after is None and one.before is not None:
                yield self._at(one), one.before + 1

    def _at(self, one: ListMatch) -> str:
        return f"{self.path.id}/{one.name}"

    def graph(self) -> ServiceGraph:
        """Today's model with the path of both states, and what was there only before."""
        gone = (one for one in self._diff.old if one.id not in self._diff.new)
        here = (self._path() if one is self.path else one for one in self._diff.new)
        return ServiceGraph([*here, *gone], self._diff.new.settings)

    def _path(self) -> Path:
        phases = {phase.id: phase for phase in (*self._was.phases, *self.path.phases)}
        used = {step.phase for step in self._steps}
        own = {phase.id for phase in self.path.phases}
        kept = [one for id_, one in phases.items() if id_ in own or id_ in used]
        return self.path.replace(steps=self._steps, phases=kept)

    @property
    def _steps(self) -> tuple[Step, ...]:
        """Each step that is there names the one that it goes on to; a dropped one none."""
        return tuple(
            self._was.steps[one.before or 0].replace(next=())
            if one.after is None
            else self._onward(one.after)
            for one in self._order
        )

    def _onward(self, place: int) -> Step:
        steps = self.path.steps
        step = steps[place]
        if step.next or place + 1 == len(steps):
            return step
        return step.replace(next=(Next(to=steps[place + 1].id),))


class _Mark(NamedTuple):
    """What is told of a step that has changed: the worst of it as its sign, and the facts."""

    sign: Sign
    facts: tuple[DrawnFact, ...]


class _Marks:
    """Puts the marks on the boxes of a drawing."""

    def __init__(self, diff: ModelDiff, found: _Merged, speak: Speaker) -> None:
        self._speak = speak
        self._found = found
        self._teller = Teller(diff.old, diff.new, speak)
        self._dropped = dict(found.dropped)
        self._of = dict(self._marks())

    def on(self, grid: Grid, now: Grid) -> Grid:
        """The grid with its marks; ways, and where they begin and end, are those of today."""
        ends = {box.id: box.ends for box in boxes(now) if box.number is not None}
        of_both = {row.id: row for row in grid.rows if row.look in _OF_CARDS}
        rows = tuple(
            self._row(of_both[row.id], ends) if row.id in of_both else row
            for row in now.rows or grid.rows
        )
        links = tuple(link for link in now.links if self._is_drawn(link))
        marked = replace(grid, rows=rows, links=links, notes=now.notes)
        signs = {box.change.value: box.change for box in boxes(marked) if box.change}
        keys = [signs[type_.value] for type_ in WORDS if type_.value in signs]
        return replace(marked, keys=(*keys, *now.keys))

    def _is_drawn(self, link: BoxLink) -> bool:
        return link.source not in self._dropped and link.target not in self._dropped

    def _row(self, row: GridRow, ends: Mapping[str, tuple[Sign, ...]]) -> GridRow:
        """A row of cards; of a dropped step its card alone, not what belonged to it."""
        cells: list[GridCell] = []
        for cell in row.cells:
            dropped = cell.column in self._dropped and row.look != "band"
            kept = [
                self._box(box, ends) for box in cell.boxes if box.number is not None or not dropped
            ]
            if kept:
                cells.append(replace(cell, boxes=tuple(kept)))
        return replace(row, cells=tuple(cells))

    def _box(self, box: Box, ends: Mapping[str, tuple[Sign, ...]]) -> Box:
        _, _, step = box.id.partition("/")
        number = self._found.numbers.get(step) if box.number is not None else None
        mark = self._of.get(box.id)
        made = replace(box, number=number, ends=ends.get(box.id, ()))
        if mark is None or box.number is None:
            return made
        at = 1 + max(
            (n for n, one in enumerate(box.facts) if one.id.endswith("/action")), default=0
        )
        facts = (*box.facts[:at], *mark.facts, *box.facts[at:])
        return replace(made, facts=facts, change=mark.sign)

    def _marks(self) -> Iterator[tuple[str, _Mark]]:
        for address, number in self._dropped.items():
            words = self._speak(_DROPPED, n=number)
            yield address, self._mark(address, ChangeType.REMOVED, words, ())
        of: dict[str, list[ValueChange]] = {}
        for one in self._found.values:
            of.setdefault(one.path[1], []).append(one)
        for id_, values in of.items():
            address = f"{self._found.path.id}/{id_}"
            whole = next((one for one in values if len(one.way) == 2), None)  # noqa: PLR2004
            rest = [
                one for one in values if one is not whole and one.type is not ChangeType.RENAMED
            ]
            if whole is not None and whole.type is ChangeType.NEW:
                yield address, self._mark(address, ChangeType.NEW, self._speak(_NEW), ())
            elif whole is not None and whole.type is ChangeType.MOVED and whole.places:
                words = self._speak(_MOVED, n=whole.places.before)
                yield address, self._mark(address, ChangeType.MOVED, words, rest)
            elif rest:
                yield address, self._mark(address, ChangeType.CHANGED, None, rest)

    def _mark(
        self, address: str, type_: ChangeType, words: Said | None, values: Iterable[ValueChange]
    ) -> _Mark:
        facts: list[DrawnFact] = []
        if words:
            facts.append(self._fact(f"{address}/change", words, type_))
        for number, value in enumerate(values, 1):
            said = self._said(value)
            facts.append(self._fact(f"{address}/change-{number}", said, value.type))
        return _Mark(self._sign(type_), tuple(facts))

    def _fact(self, id_: str, words: Said, type_: ChangeType) -> DrawnFact:
        return fact(self._speak, id_, _CHANGE, words, "sub", signs=[self._sign(type_)])

    def _sign(self, type_: ChangeType) -> Sign:
        return Sign("change", type_.value, self._speak(WORDS[type_]))

    def _said(self, value: ValueChange) -> Said:
        """A change of a step's value, in few words."""
        shown = self._teller.value_of_step(self._found.path, value)
        ends = " → ".join(_short(one) for one in (shown.before, shown.after) if one)
        return shown.where._replace(words=f"{shown.where.words}: {ends}")


def _of_steps(diff: ModelDiff, id_: str) -> list[ValueChange]:
    change = diff.of(id_)
    fields = change.fields if change else ()
    return [one for field in fields if field.spec.name == "steps" for one in field.inside]


def _is_new_name(value: ValueChange) -> bool:
    return value.type is ChangeType.RENAMED and len(value.way) == 2  # noqa: PLR2004


def _short(said: Said) -> str:
    words = said.shown
    return words if len(words) <= _MOST else f"{words[:_MOST].rstrip()}…"
