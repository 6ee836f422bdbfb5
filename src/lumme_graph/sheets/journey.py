"""A path as the sheet that people use: steps as columns, and rows of what happens, is thought and felt.

The rows are those of the tables of a book, turned: so it is read back as any book. The first row,
which is hidden, says what each column is; the first column, what each row is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lumme_graph.base.finding import Finding
from lumme_graph.base.given_list import listed
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.label import Joined, Label, Message, Plain
from lumme_graph.elements.journeys import Path as ServicePath
from lumme_graph.elements.journeys import Step, Thought
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.named import AnyId
from lumme_graph.reading.document import Data, is_list, is_map
from lumme_graph.sheets.base_state import FRONT, state_of, state_sheet
from lumme_graph.sheets.book import (
    EMPTY,
    SEPARATOR,
    BookCell,
    BookColumn,
    BookSheet,
    CellUse,
    Seen,
    SheetBook,
    sheet_titles,
)
from lumme_graph.sheets.columns import FieldColumn, SheetTable, tables
from lumme_graph.sheets.files import write_sheets
from lumme_graph.sheets.front import TITLE, SheetEntry, front_sheet
from lumme_graph.sheets.given import BookError
from lumme_graph.sheets.journey_lines import lines_of, text_of
from lumme_graph.sheets.layout import MAX_TEXT, Choices, SheetLayout, cut
from lumme_graph.sheets.marks import CellMarks, marks_of
from lumme_graph.sheets.names import names_of, tags_of
from lumme_graph.sheets.rows import value_at
from lumme_graph.sheets.values import BookNames

JOURNEY: Final = "journey"
KEYS, LABEL, WHOLE, STEP = "keys", "label", "whole", "step"
"""What a column is: the names of the rows, their labels, what is said of the path, and a step."""
PATH: Final = next(table for table in tables() if table.item is ServicePath)
STEPS: Final = next(table for table in tables() if table.item is Step)
PHASES: Final = next(table for table in tables() if table.key == f"{PATH.key}.phases")
THOUGHTS: Final = next(table for table in tables() if table.item is Thought)
WORDS: Final = next(table for table in tables() if table.is_of_parts and "pains" in table.fields)
_OF_PATH: Final = ("id", "name", "profiles", "description", "goal", "state", "service")
_OF_STEP: Final = (
    *("phase", "id", "action", "actor", "lane", "touchpoint", THOUGHTS.fields[0]),
    *("feeling", "pains", "gains", "rule", "practice", "system", "duration"),
)
"""The rows, in the order in which people fill them in."""
_LISTS: Final = {THOUGHTS.fields[0]: THOUGHTS, "pains": WORDS, "gains": WORDS}
_LONE: Final = {"feeling": {"value", "standing"}, "actor": {"kind", "ref"}}
"""Of records that are the only ones of their field, what is shown."""

_ABOUT: Final = Label("The steps of {name}: a column for each.")
_PHASES_ABOUT: Final = Label("The phases, with their names in each language.")
_NEW_STEP: Final = Label(
    "The local id of the step, never changed here. In a new column it stays empty: it is made from "
    "what happens."
)
_LINES: Final = Label("A line for each; in each language in the same order.")
_IN_PHASE: Final = Label("The phase, by its name; a new name makes a new phase.")
_TOO_LONG: Final = Label("{path}: the {what} of a step are longer than a cell holds")


@dataclass(frozen=True)
class JourneyRow:
    """A row of the sheet: of which table, and which of its columns; of a list, of which one, in a language."""

    table: SheetTable
    column: FieldColumn
    field: str = ""

    @property
    def key(self) -> str:
        """What the row is called in the hidden column."""
        name = f"{self.field}.{self.column.tag}" if self.field else self.column.key
        return f"{JOURNEY}{SEPARATOR}{self.table.key}{SEPARATOR}{name}"


def path_rows(tags: Sequence[str]) -> tuple[JourneyRow, ...]:
    """The rows of the whole path."""
    return tuple(_rows(PATH, _OF_PATH, tags))


def step_rows(tags: Sequence[str]) -> tuple[JourneyRow, ...]:
    """The rows of the steps."""
    return tuple(_rows(STEPS, _OF_STEP, tags))


def _rows(table: SheetTable, fields: Sequence[str], tags: Sequence[str]) -> Iterator[JourneyRow]:
    columns = table.columns(tags)
    if table.is_kind:
        id_ = FieldColumn("id", ("id",), Label("id"), columns[0].form)
        columns = (id_, *columns)
    for field in fields:
        if field in _LISTS:
            inner = _LISTS[field]
            texts = (one for one in inner.columns(tags) if one.tag and one.path[0] == "text")
            yield from (JourneyRow(inner, column, field) for column in texts)
        for column in columns:
            if column.path[0] == field and _is_shown(column):
                yield JourneyRow(table, column)


def _is_shown(column: FieldColumn) -> bool:
    first, *rest = column.path
    return first not in _LONE or rest[0] in _LONE[first]


def write_journeys(
    graph: ServiceGraph,
    path: AnyPath,
    ids: Iterable[AnyId] | None = None,
    format: str | None = None,  # noqa: A002
    *,
    lang: str = "en",
    findings: Iterable[Finding] = (),
) -> SheetBook:
    """Write paths, all where none is named, as sheets with steps as columns: XLSX, or a folder of CSV.

    `lumme sheet in` brings back what was changed, as of any book. Raises `UnknownIdError` or `WrongKindError` for
    what is no path, and as `write_book` does.
    """
    need_graph(graph)
    paths = graph.all(ServicePath) if ids is None else listed(ids, "ids")
    book = journey_book(graph, paths, lang=lang, findings=findings)
    write_sheets(book, path_of(path), format)
    return book


def journey_book(
    graph: ServiceGraph, ids: Iterable[AnyId], *, lang: str = "en", findings: Iterable[Finding] = ()
) -> SheetBook:
    """Paths as a book: a sheet for each, and one of their phases."""
    from lumme_graph import __version__

    found = [graph[ServicePath, one] for one in ids]
    own = ServiceGraph(found, graph.settings)
    speak = graph.speaker(lang)
    names = names_of(graph, speak)
    choices = Choices(names)
    tags = tags_of(own)
    layout = SheetLayout(
        names, choices, marks_of(graph, findings) if findings else CellMarks(), tags
    )
    wished = [speak(TITLE), speak.capital(PHASES.label), *(speak(one.name) for one in found)]
    front, phases, *titles = sheet_titles([said.words for said in wished])
    state = state_of(graph, lang, __version__, {FRONT: front, PHASES.key: phases})
    state = replace(state, elements={one.id: state.elements[one.id] for one in found})
    sheets = [
        _Sheet(names, tags, state.elements[one.id]).sheet(title)
        for one, title in zip(found, titles, strict=True)
    ]
    entries = [
        SheetEntry(title, speak(_ABOUT, name=one.name).words, len(one.steps))
        for one, title in zip(found, titles, strict=True)
    ]
    entries.append(
        SheetEntry(phases, speak(_PHASES_ABOUT).words, sum(len(p.phases) for p in found))
    )
    of_phases = replace(layout.sheet(PHASES, phases, state.elements), seen=Seen.SHOWN)
    first = front_sheet(front, graph.settings, speak, state, entries)
    return SheetBook(
        [first, *sheets, of_phases, state_sheet(state)],
        choices.lists,
        speak(graph.settings.name).words,
        speak.lang,
        graph.settings.as_of,
    )


@dataclass(frozen=True)
class _Sheet:
    """Lays out one path."""

    names: BookNames
    tags: tuple[str, ...]
    path: dict[str, Data]

    def sheet(self, title: str) -> BookSheet:
        """The sheet of the path."""
        steps = _maps(self.path.get("steps"))
        roles = [BookCell(_role(name), CellUse.SHOWN) for name in (KEYS, LABEL, WHOLE)]
        first = [*roles, *(BookCell(_role(STEP), CellUse.SHOWN) for _ in steps)]
        first[0] = BookCell(f"{_role(KEYS)}{SEPARATOR}{self.path['id']}", CellUse.SHOWN)
        rows = [
            first,
            *(self._of_path(row) for row in path_rows(self.tags)),
            [EMPTY],
            *(self._of_steps(row, steps) for row in step_rows(self.tags)),
        ]
        heads = 1 + len(path_rows(self.tags)) + 1
        return BookSheet(
            title=title,
            rows=rows,
            columns=[
                BookColumn(10, CellUse.SHOWN, hidden=True),
                BookColumn(30, CellUse.SIDE),
                BookColumn(44),
                *(BookColumn(32) for _ in steps),
            ],
            sides=2,
            hidden_rows=frozenset({1}),
            heights={n: _height(row) for n, row in enumerate(rows[heads:], heads + 1)},
            colour="C0504D",
            name=str(self.path["id"]),
        )

    def _head(self, row: JourneyRow) -> list[BookCell]:
        label: Message = row.column.label
        if row.field:
            of_list = dict(row.table.labels)[row.field]
            label = Joined((of_list, Plain(" · "), Plain(row.column.tag)), "")
        hint: Message | None = row.column.form.hint(self.names)
        if row.field:
            hint = _LINES
        elif row.table is STEPS and row.column.key in {"id", "phase"}:
            hint = _NEW_STEP if row.column.key == "id" else _IN_PHASE
        doc = "" if row.field or row.column.key == "id" else row.column.doc
        parts = (doc, self.names.speak(hint).words if hint else "")
        note = "\n\n".join(filter(None, parts))
        return [BookCell(row.key, CellUse.SHOWN), BookCell(self._said(label), CellUse.SIDE, note)]

    def _said(self, label: Message) -> str:
        return self.names.speak.capital(label).words

    def _of_path(self, row: JourneyRow) -> list[BookCell]:
        use = CellUse.KEY if row.column.key == "id" else row.column.form.use
        return [*self._head(row), self._cell(row, self.path, use)]

    def _of_steps(self, row: JourneyRow, steps: Sequence[dict[str, Data]]) -> list[BookCell]:
        cells = (
            self._lines(row, step) if row.field else self._of_step(row, step) for step in steps
        )
        return [*self._head(row), EMPTY, *cells]

    def _of_step(self, row: JourneyRow, step: dict[str, Data]) -> BookCell:
        if row.column.key == "phase":
            return BookCell(self._phase(step.get("phase")))
        use = CellUse.KEY if row.column.key == "id" else row.column.form.use
        return self._cell(row, step, use)

    def _cell(self, row: JourneyRow, item: dict[str, Data], use: CellUse) -> BookCell:
        value = value_at(item, row.column.path)
        shown = None if value is None else row.column.form.shown(value, self.names)
        if isinstance(shown, str) and len(shown) > MAX_TEXT:
            return BookCell(cut(shown), CellUse.SHOWN)
        return BookCell(shown, use)

    def _phase(self, id_: Data) -> str | None:
        """A phase by its name and id."""
        if not isinstance(id_, str):
            return None
        phases = _maps(self.path.get("phases"))
        name = next((one.get("name") for one in phases if one.get("id") == id_), None)
        words = next(iter(_in(name, self.names.speak.chain)), "")
        return f"{words} [{id_}]" if words else id_

    def _lines(self, row: JourneyRow, step: dict[str, Data]) -> BookCell:
        items = step.get(row.field)
        said = lines_of([text_of(one) for one in items] if is_list(items) else [], row.column.tag)
        if len(said) > MAX_TEXT:
            speak = self.names.speak
            raise BookError(speak(_TOO_LONG, path=self.path["id"], what=row.field).words)
        return BookCell(said or None)


def _maps(items: Data) -> list[dict[str, Data]]:
    """The records of a list."""
    return [one for one in items if is_map(one)] if is_list(items) else []


def _in(name: Data, tags: Iterable[str]) -> Iterator[str]:
    """The words of a text, in some languages first; on one line."""
    if is_map(name):
        for tag in dict.fromkeys([*tags, *name]):
            if isinstance(words := name.get(tag), str):
                yield " ".join(words.split())


def _role(name: str) -> str:
    return f"{JOURNEY}{SEPARATOR}{name}"


def _height(row: Sequence[BookCell]) -> int:
    """As high as its longest words need, in points."""
    longest = max((len(str(cell.value)) for cell in row[2:] if cell.value is not None), default=0)
    lines = max((str(cell.value or "").count("\n") for cell in row[2:]), default=0)
    return 18 + 14 * min(20, max(longest // 30, lines))
