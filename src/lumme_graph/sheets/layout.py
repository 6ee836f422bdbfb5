"""A table of the model as a sheet: heads that explain, columns that fit, rows with their marks.

The first row is hidden: it says what each column is called in every language, by which a sheet is read
back however its columns were moved and in whichever language its heads are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.meta.walk import PathIn
from lumme_graph.sheets.book import EMPTY, SEPARATOR, BookCell, BookColumn, BookSheet, CellUse, Seen
from lumme_graph.sheets.columns import ID, FieldColumn, SheetTable, tables
from lumme_graph.sheets.marks import CellMarks, said
from lumme_graph.sheets.names import in_english
from lumme_graph.sheets.own_fields import own_columns
from lumme_graph.sheets.rows import Elements, ItemRow, item_rows, value_at
from lumme_graph.sheets.values import BookNames, CodeForm, Reference, TrueFalse

OWNER: Final = "owner_id"
OWNER_NAME: Final = "owner_name"
PART: Final = "part_id"
FIELD: Final = "list"
NUMBER: Final = "no"
HEAD_ROWS: Final = 2
_NARROWEST: Final = 9
_WIDEST: Final = 46
_LONG: Final = 60
_SAMPLE: Final = 400
_LONG_FIELDS: Final = frozenset({"body"})
MAX_TEXT: Final = 32_000
"""The longest text that is put in a cell, with room for what must be spelled otherwise."""

_OWNER = Label("owner", "of a record")
_OWNER_NAME = Label("name of the owner")
_PART = Label("step", "of a path")
_LIST = Label("list", "of words")
_NO = Label("no.")
_NEEDED = Label("Must be filled in.")
_NOT_READ = Label("For the reader: what is written here is not read back.")
_ID_DOC = Label(
    "Never changed here: lumme rename gives another id, everywhere. In a new row it may stay empty; "
    "it is then made from the name."
)
_OWNER_DOC = Label("The id of the element that this row belongs to.")
_PART_DOC = Label("The local id of the step that this row belongs to.")
_LIST_DOC = Label("Which list of the element this row belongs to.")
_NO_DOC = Label("The place in the owner's list. A new row needs none.")
_ORDER_DOC = Label(
    "The place in the owner's list, which means something: 2.5 goes between 2 and 3."
)
_CUT = Label("Too long for a cell: only its beginning is shown, and it is changed in its file.")
_FIXED = Label("An id is not changed here: lumme rename gives another one, everywhere.")
_ONE_OF = Label("Choose one from the list.")


_OF_KEYS: Final = {
    CellUse.WRONG: CellUse.KEY_WRONG,
    CellUse.DOUBTFUL: CellUse.KEY_DOUBTFUL,
}
_LABELS: Final[dict[str, Message]] = {
    "id": ID,
    OWNER: _OWNER,
    OWNER_NAME: _OWNER_NAME,
    PART: _PART,
    FIELD: _LIST,
    NUMBER: _NO,
}
_DOCS: Final[dict[str, Message]] = {
    "id": _ID_DOC,
    OWNER: _OWNER_DOC,
    OWNER_NAME: _NOT_READ,
    PART: _PART_DOC,
    FIELD: _LIST_DOC,
    NUMBER: _NO_DOC,
}


@dataclass
class Choices:
    """The lists that are chosen from, made when a column asks for one."""

    names: BookNames
    lists: dict[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])

    def of(self, column: FieldColumn) -> tuple[str, bool]:
        """The name of the list of a column, and whether something else may be written too."""
        form = column.form
        if isinstance(form, Reference):
            return self.ids(form), True
        if isinstance(form, CodeForm):
            spec = column.spec
            named = getattr(spec.datatype if spec else None, "__name__", "signs")
            key = "yes_no" if isinstance(form, TrueFalse) else f"codes_{named}"
            self.lists.setdefault(key, list(form.words(self.names).values()))
            return key, False
        return "", False

    def ids(self, form: Reference) -> str:
        """The list of the elements that a reference may lead to."""
        key = "ids_" + ("_".join(form.prefixes) or "all")
        if key not in self.lists:
            self.lists[key] = [self.names.shown(id_) for id_ in self.names.by_id if form.fits(id_)]
        return key


@dataclass(frozen=True)
class SheetLayout:
    """What is needed to lay out every table of one book."""

    names: BookNames
    choices: Choices
    marks: CellMarks
    tags: tuple[str, ...]

    @property
    def speak(self) -> Speaker:
        """Who says the heads and notes."""
        return self.names.speak

    def sheet(
        self, table: SheetTable, title: str, elements: Elements, colour: str = ""
    ) -> BookSheet:
        """A table with all its rows."""
        rows = list(item_rows(table, elements))
        own = own_columns(row.item for row in rows) if table.is_kind else ()
        columns = (*table.columns(self.tags), *own)
        body = [self._row(table, columns, row) for row in rows]
        lead = leading(table)
        looks = [
            *(self._lead(table, key, body, at) for at, key in enumerate(lead)),
            *(self._column(column, body, at) for at, column in enumerate(columns, len(lead))),
        ]
        keys = [*lead, *(column.key for column in columns)]
        return BookSheet(
            title=title,
            rows=[self._keys(table, keys), self._heads(table, columns), *body],
            columns=looks,
            heads=HEAD_ROWS,
            sides=1 if table.is_kind else len(lead) - 1,
            filters=True,
            hidden_rows=frozenset({1}),
            heights={2: 30},
            seen=Seen.SHOWN if rows else Seen.HIDDEN,
            colour=colour,
            name=table.key,
        )

    def _keys(self, table: SheetTable, keys: Sequence[str]) -> list[BookCell]:
        return [BookCell(f"{table.key}{SEPARATOR}{key}", CellUse.SHOWN) for key in keys]

    def _heads(self, table: SheetTable, columns: Sequence[FieldColumn]) -> list[BookCell]:
        labels = leading_labels(table)
        docs = _DOCS | ({NUMBER: _ORDER_DOC} if table.ordered else {})
        lead = [
            self._head(
                labels[key],
                CellUse.HEAD if key in {OWNER_NAME, NUMBER} else CellUse.NEEDED,
                self.speak(docs[key]).words,
            )
            for key in leading(table)
        ]
        return [*lead, *(self._field_head(table, column) for column in columns)]

    def _head(self, label: Message, use: CellUse, note: str) -> BookCell:
        return BookCell(self.speak.capital(label).words, use, note)

    def _field_head(self, table: SheetTable, column: FieldColumn) -> BookCell:
        hint = column.form.hint(self.names)
        hints = [one for one in (hint, _NEEDED if column.required else None) if one is not None]
        parts = [
            in_english(column.doc, self.speak),
            *(self.speak(one).words for one in hints),
            f"{table.key}: {column.key}",
        ]
        use = CellUse.NEEDED if column.required else CellUse.HEAD
        return self._head(column.label, use, "\n\n".join(part for part in parts if part))

    def _row(
        self, table: SheetTable, columns: Sequence[FieldColumn], row: ItemRow
    ) -> list[BookCell]:
        path = _path_of(table, row)
        apart = frozenset(table_fields_below(table))
        marked = self.marks.of_row(row.element, path, apart) if self.marks.by_element else []
        lead = self._lead_cells(table, row)
        cells = [*lead, *(self._cell(column, row) for column in columns)]
        if marked:
            self._mark(cells, columns, len(lead), marked)
        return cells

    def _mark(
        self,
        cells: list[BookCell],
        columns: Sequence[FieldColumn],
        lead: int,
        marked: Sequence[tuple[PathIn, object]],
    ) -> None:
        """Put the findings of a row at the cells that they are about, else at its first one."""
        by_cell: dict[int, list[object]] = {}
        for path, finding in marked:
            words = tuple(part for part in path if isinstance(part, str))
            fit = [at for at, column in enumerate(columns) if _about(column.path, words)]
            by_cell.setdefault(lead + fit[0] if fit and path else 0, []).append(finding)
        for at, findings in by_cell.items():
            mark = said(findings, self.speak)  # type: ignore[arg-type]
            note = "\n\n".join(part for part in (mark.words, cells[at].note) if part)
            use = _OF_KEYS[mark.use] if cells[at].use is CellUse.KEY else mark.use
            cells[at] = cells[at]._replace(use=use, note=note)

    def _lead_cells(self, table: SheetTable, row: ItemRow) -> list[BookCell]:
        if table.is_kind:
            return [BookCell(row.element, CellUse.KEY)]
        name = self.names.by_id.get(row.element, "")
        cells = [BookCell(row.element, CellUse.KEY), BookCell(name, CellUse.SHOWN)]
        if table.is_of_parts:
            cells.append(BookCell(row.part, CellUse.KEY))
        if len(table.fields) > 1:
            cells.append(BookCell(self._list_word(table, row.field), CellUse.KEY))
        use = CellUse.NUMBER if table.ordered else CellUse.SHOWN
        return [*cells, BookCell(row.place + 1, use)]

    def _list_word(self, table: SheetTable, field_name: str) -> str:
        return self.speak.capital(dict(table.labels)[field_name]).words

    def _cell(self, column: FieldColumn, row: ItemRow) -> BookCell:
        value = value_at(row.item, column.path)
        if value is None:
            return EMPTY
        shown = column.form.shown(value, self.names)
        use = column.form.use
        if shown is None:
            return EMPTY
        if isinstance(shown, str):
            if len(shown) > MAX_TEXT:
                return BookCell(cut(shown), CellUse.SHOWN, self.speak(_CUT).words)
            if column.path[0] in _LONG_FIELDS:
                use = CellUse.LONG
        return BookCell(shown, use)

    def _lead(self, table: SheetTable, key: str, body: list[list[BookCell]], at: int) -> BookColumn:
        width = _width(body, at, _NARROWEST)
        if key == NUMBER:
            return BookColumn(6, CellUse.NUMBER)
        if key == OWNER_NAME:
            return BookColumn(min(width, 30), CellUse.SHOWN)
        if key == OWNER:
            form = Reference(tuple(k.kind.prefix for k in table.kinds), ())
            return BookColumn(width, CellUse.TEXT, self.choices.ids(form), others=True)
        if key == FIELD:
            words = [self._list_word(table, one) for one in table.fields]
            self.choices.lists.setdefault(f"lists_{table.key.replace('.', '_')}", words)
            return BookColumn(
                width,
                CellUse.TEXT,
                f"lists_{table.key.replace('.', '_')}",
                refusal=self.speak(_ONE_OF).words,
            )
        if key == "id":
            return BookColumn(width, CellUse.TEXT, fixed=True, refusal=self.speak(_FIXED).words)
        return BookColumn(width, CellUse.TEXT)

    def _column(self, column: FieldColumn, body: list[list[BookCell]], at: int) -> BookColumn:
        name, others = self.choices.of(column)
        empty = all(row[at].value is None for row in body)
        return BookColumn(
            width=_width(body, at, 13 if not column.tag else 24),
            use=column.form.use,
            choices=name,
            others=others,
            refusal="" if others or not name else self.speak(_ONE_OF).words,
            folded=bool(body) and empty and not column.required,
        )


def leading(table: SheetTable) -> list[str]:
    """The columns of a table before the fields of its items."""
    if table.is_kind:
        return ["id"]
    parts = [PART] if table.is_of_parts else []
    lists = [FIELD] if len(table.fields) > 1 else []
    return [OWNER, OWNER_NAME, *parts, *lists, NUMBER]


def leading_labels(table: SheetTable) -> dict[str, Message]:
    """What these columns are called."""
    return {key: _LABELS[key] for key in leading(table)}


def table_fields_below(table: SheetTable) -> Iterator[str]:
    """The lists within the items of a table, which have rows of their own."""
    way = table.way if table.is_kind else (*table.way, *table.fields[:1])
    for other in tables():
        if not other.is_kind and other.way == way and set(other.kinds) & set(table.kinds):
            yield from other.fields


def _path_of(table: SheetTable, row: ItemRow) -> PathIn:
    """Where an item is in its element."""
    if table.is_kind:
        return ()
    return (*row.way, row.field, row.place)


def _about(path: Sequence[str], words: Sequence[str]) -> bool:
    """Is a finding at some fields about the column of a path?"""
    short = min(len(path), len(words))
    return short > 0 and tuple(path[:short]) == tuple(words[:short])


def _width(body: list[list[BookCell]], at: int, least: int) -> int:
    longest = least
    for row in body[:_SAMPLE]:
        value = row[at].value
        if row[at].use is CellUse.LONG:
            return _LONG
        if value is not None:
            longest = max(longest, *(len(line) for line in str(value).split("\n")))
    return min(longest + 2, _WIDEST)


def cut(words: str) -> str:
    """The beginning of a text that no cell holds whole."""
    return f"{words[:MAX_TEXT]} …"
