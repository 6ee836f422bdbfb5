"""What somebody changed in a book: cell by cell against what stood in it when it was made.

What a cell says as it did is no change, however the book was saved, sorted or filtered; so a field
that the book never held, or that was changed in the files alone, is left as it is.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Joined, Label, Message
from lumme_graph.elements.kinds import KINDS
from lumme_graph.meta.local_name import slug
from lumme_graph.meta.ref import ID_WORDS
from lumme_graph.reading.document import Data, is_list, is_map
from lumme_graph.sheets.columns import SheetTable, tables
from lumme_graph.sheets.items import changed_fields, set_at
from lumme_graph.sheets.layout import FIELD, OWNER, PART
from lumme_graph.sheets.lists import MatchedRows, in_order, matched
from lumme_graph.sheets.origins import Origins
from lumme_graph.sheets.read_back import CellFault, ReadRow, ReadTables
from lumme_graph.sheets.rows import as_item, as_listed, owners
from lumme_graph.sheets.values import (
    DID_YOU_MEAN,
    NOT_OF_KIND,
    BookNames,
    CellRefused,
    Reference,
    is_nothing,
)

Item = dict[str, Data]

_NO_OWNER = Label("this row does not say to which element it belongs: write its id here")
_NO_PART = Label("{owner} has no step {part}{guess}")
_NO_LIST = Label("{value} is not one of the lists: {lists}")
_NO_NAME = Label("a new row needs an id, or a name from which one is made")
_WRONG_ID = Label("{value} is no id of a {kind}: it begins with {prefix}-, then words with hyphens")
_NEW_ID = Label(
    "{old} has become {new} here, and an id is not changed in a book: "
    "write {old} again, and run lumme rename"
)
_TWICE = Label("{value} is there twice, here and at {other}")
_FEW_WORDS: Final = 80
_NAMED_BY: Final = ("name", "citation", "text")


class RemovedRow(NamedTuple):
    """A row that is in the book no more: its table, the element, and the item as a path in it."""

    table: str
    element: str
    field: str = ""
    words: str = ""


class NewId(NamedTuple):
    """An id that was made for a new row, and where the row is."""

    place: str
    id: str


@dataclass
class BookChanges:
    """The elements as the book has them now, and what is to be said of the book."""

    elements: dict[str, Item]
    touched: set[str] = field(default_factory=set[str])
    removed: list[RemovedRow] = field(default_factory=list[RemovedRow])
    new_ids: list[NewId] = field(default_factory=list[NewId])
    faults: list[CellFault] = field(default_factory=list[CellFault])
    dropped: list[Message] = field(default_factory=list[Message])
    origins: Origins = field(default_factory=Origins)


def compare(
    elements: Mapping[str, Item], read: ReadTables, names: BookNames, *, remove: bool
) -> BookChanges:
    """The elements of a book's state with what its rows say now; rows that are gone go if `remove`."""
    copy: dict[str, Item] = json.loads(json.dumps(elements))
    comparison = _Comparison(BookChanges(copy, faults=list(read.faults)), read, names, remove)
    there = [table for table in tables() if table.key in read.rows]
    comparison.identify([table for table in there if table.is_kind])
    for table in sorted(there, key=lambda one: (not one.is_kind, len(one.way))):
        if table.is_kind:
            comparison.kind(table)
        else:
            comparison.lists(table)
    return comparison.changes


class _Comparison:
    def __init__(
        self, changes: BookChanges, read: ReadTables, names: BookNames, remove: bool
    ) -> None:
        self.changes = changes
        self._read = read
        self._names = names
        self._remove = remove
        self._gone: set[str] = set()
        self._elements: dict[str, dict[str, ReadRow]] = {}

    def _fault(self, place: str, message: Message) -> None:
        self.changes.faults.append(CellFault(place, message))

    def identify(self, kinds: Sequence[SheetTable]) -> None:
        """Find the id of each row of the kinds first: any other row may name a new one."""
        new: dict[str, str] = {}
        for table in kinds:
            seen: dict[str, ReadRow] = {}
            for row in self._read.rows[table.key]:
                id_ = self._id_of(table, row, seen)
                if id_ is None:
                    continue
                if id_ in seen:
                    other = seen[id_].place("id")
                    self._fault(row.place("id"), _TWICE.fill(value=id_, other=other))
                    continue
                seen[id_] = row
                if id_ not in self.changes.elements:
                    new[id_] = _called(row)
            self._elements[table.key] = seen
        self._names = BookNames(self._names.speak, {**self._names.by_id, **new})

    def kind(self, table: SheetTable) -> None:
        """The rows of a kind: its elements."""
        elements, seen = self.changes.elements, self._elements[table.key]
        before = {id_ for id_ in elements if id_.startswith(f"{table.key}-")}
        gone = {self._names.by_id.get(id_, ""): id_ for id_ in before - seen.keys()}
        for id_, row in seen.items():
            new = "id" in row.cells and id_ not in before
            old = (
                next((gone[name] for name in _names_in(row) if name in gone), None) if new else None
            )
            if old is not None:
                self._fault(row.place("id"), _NEW_ID.fill(old=old, new=id_))
            element = elements.setdefault(id_, {"id": id_})
            self._fill(table, element, row, id_)
            if id_ not in before:
                self.changes.touched.add(id_)
        missing = () if table.key in self._read.told else sorted(before - seen.keys())
        for id_ in missing:
            name = self._names.by_id.get(id_, "")
            self.changes.removed.append(RemovedRow(table.key, id_, words=name))
            if self._remove:
                del elements[id_]
                self._gone.add(id_)
                self.changes.touched.add(id_)

    def _id_of(self, table: SheetTable, row: ReadRow, seen: Mapping[str, ReadRow]) -> str | None:
        cell = row.cells.get("id")
        if cell is None:
            return self._proposed(table, row, seen)
        id_, kind = str(cell.value).strip(), KINDS[table.key].kind
        if not _PROPER.fullmatch(id_) or id_.partition("-")[0] != kind.prefix:
            message = _WRONG_ID.fill(value=id_, kind=kind.label, prefix=kind.prefix)
            self._fault(row.place("id"), message)
            return None
        return id_

    def _proposed(self, table: SheetTable, row: ReadRow, seen: Mapping[str, ReadRow]) -> str | None:
        """An id for a new row, from what it is called in the first language that it has words in."""
        words = _called(row)
        if not words:
            self._fault(row.place("id"), _NO_NAME)
            return None
        stem = f"{table.key}-{slug(words)[:_LONGEST].strip('-')}"
        id_, count = stem, 1
        while id_ in self.changes.elements or id_ in seen or id_ in self._names.by_id:
            if self._names.by_id.get(id_) == words and id_ not in {*self.changes.elements, *seen}:
                return id_  # the same row of the same book was brought in before
            count += 1
            id_ = f"{stem}-{count}"
        self.changes.new_ids.append(NewId(row.place("id"), id_))
        return id_

    def _fill(self, table: SheetTable, item: Item, row: ReadRow, id_: str) -> None:
        """Let an item say what its row says."""
        self.changes.origins.came(item, row)
        columns = {k: c for k, c in self._read.columns[table.key].items() if k in row.columns}
        found = changed_fields(item, row, columns, self._names, self.changes.faults)
        for column, value in found:
            set_at(item, column.path, value)
            self.changes.touched.add(id_)

    def lists(self, table: SheetTable) -> None:
        """The rows of a table of lists: the items of each owner's list."""
        given: dict[tuple[str, str, str], list[ReadRow]] = defaultdict(list)
        for row in self._read.rows[table.key]:
            whose = self._owner_of(table, row)
            if whose is not None:
                given[whose].append(row)
        told = self._read.told.get(table.key)
        for key, owner in dict(self._owned(table)).items():
            if told is not None and (key[0], key[2]) not in told:
                continue
            self._list(table, key, owner, given.pop(key, []))

    def _owned(self, table: SheetTable) -> Iterator[tuple[tuple[str, str, str], Item]]:
        prefixes = tuple(f"{kind.kind.prefix}-" for kind in table.kinds)
        for id_, element in self.changes.elements.items():
            if id_.startswith(prefixes):
                for part, owner, _ in owners(table, element):
                    for name in table.fields:
                        yield (id_, part, name), owner

    def _owner_of(self, table: SheetTable, row: ReadRow) -> tuple[str, str, str] | None:
        """The element, the part of it and the list that a row belongs to."""
        id_ = self._read_owner(table, row)
        if id_ is None or id_ in self._gone:
            return None
        field_name = self._read_list(table, row)
        if field_name is None:
            return None
        part = ""
        if table.is_of_parts:
            cell = row.cells.get(PART)
            part = str(cell.value).strip() if cell else ""
            parts = [one for one, _, _ in owners(table, self.changes.elements[id_])]
            if part not in parts:
                guess = nearest(part, parts)
                more = self._names.speak(DID_YOU_MEAN, guess=guess).words if guess else ""
                message = _NO_PART.fill(owner=id_, part=part or "…", guess=more)
                self._fault(row.place(PART), message)
                return None
        return id_, part, field_name

    def _read_owner(self, table: SheetTable, row: ReadRow) -> str | None:
        cell = row.cells.get(OWNER)
        if cell is None:
            self._fault(row.place(OWNER), _NO_OWNER)
            return None
        form = Reference(
            tuple(kind.kind.prefix for kind in table.kinds),
            tuple(kind.kind.label for kind in table.kinds),
        )
        said = str(cell.value).strip()
        if said in self.changes.elements and form.fits(said):
            return said
        if said in self._gone:
            return said
        try:
            id_ = form.read(cell.value, self._names)
        except CellRefused as error:
            self._fault(row.place(OWNER), error.message)
            return None
        if not isinstance(id_, str) or id_ not in self.changes.elements or not form.fits(id_):
            kinds = [kind.kind.label for kind in table.kinds]
            message = NOT_OF_KIND.fill(value=said, kinds=Joined(tuple(kinds), "or"))
            self._fault(row.place(OWNER), message)
            return None
        return id_

    def _read_list(self, table: SheetTable, row: ReadRow) -> str | None:
        if len(table.fields) == 1:
            return table.fields[0]
        cell = row.cells.get(FIELD)
        said = str(cell.value).strip().casefold() if cell else ""
        speak = self._names.speak
        words = {speak(label).words.casefold(): name for name, label in table.labels}
        words |= {speak.in_language("en")(label).words.casefold(): n for n, label in table.labels}
        found = said if said in table.fields else words.get(said)
        if found is None:
            lists = ", ".join(speak.capital(label).words for _, label in table.labels)
            self._fault(row.place(FIELD), _NO_LIST.fill(value=said or "…", lists=lists))
        return found

    def _list(
        self, table: SheetTable, key: tuple[str, str, str], owner: Item, rows: list[ReadRow]
    ) -> None:
        id_, _, name = key
        there = owner.get(name)
        old: list[Data] = there if is_list(there) else []
        if not old and not rows:
            return
        items = [as_item(table, one) for one in old]
        found = matched(table, items, [(row, self._said(table, row)) for row in rows])
        for place, row in found.pairs:
            self._fill(table, items[place], row, id_)
        news = list(self._news(table, found, id_))
        self._without_gone(table, key, items, found)
        ordered = in_order(table, items, found, news)
        if self._remove:
            gone = {id(items[place]) for place in found.gone}
            ordered = [item for item in ordered if id(item) not in gone]
        if news or [id(one) for one in ordered] != [id(one) for one in items]:
            self.changes.touched.add(id_)
        listed = [as_listed(table, item) for item in ordered]
        for item, one in zip(ordered, listed, strict=True):
            self.changes.origins.moved(item, one)
        if listed:
            owner[name] = listed
        else:
            owner.pop(name, None)

    def _said(self, table: SheetTable, row: ReadRow) -> Item:
        """What a row says of an item, as far as it can be read: for telling which item is meant."""
        item: Item = {}
        wanted = table.key_fields
        for key, column in self._read.columns[table.key].items():
            cell = row.cells.get(key)
            if cell is not None and column.path[0] in wanted:
                try:
                    set_at(item, column.path, column.form.read(cell.value, self._names))
                except CellRefused:
                    continue
        return item

    def _news(
        self, table: SheetTable, found: MatchedRows, id_: str
    ) -> Iterator[tuple[ReadRow, Item]]:
        for row in found.news:
            item: Item = {}
            self._fill(table, item, row, id_)
            if not is_nothing(item):
                yield row, item

    def _without_gone(
        self, table: SheetTable, key: tuple[str, str, str], items: list[Item], found: MatchedRows
    ) -> None:
        id_, part, name = key
        for place in found.gone:
            where = "/".join(word for word in (id_, part) if word)
            self.changes.removed.append(RemovedRow(table.key, where, name, _words_of(items[place])))


_LONGEST: Final = 48
"""How many letters of a name make an id."""
_PROPER: Final = re.compile(rf"[a-z]+-{ID_WORDS}")


def _called(row: ReadRow) -> str:
    """What a row calls its element, in the first of the languages."""
    named = (key for key in row.columns if key.partition(".")[0] in _NAMED_BY and key in row.cells)
    return next((str(row.cells[key].value).strip() for key in named), "")


def _names_in(row: ReadRow) -> Iterator[str]:
    """What a row calls its element, in each language."""
    for key, cell in row.cells.items():
        if key.partition(".")[0] in _NAMED_BY:
            yield str(cell.value).strip()


def _words_of(item: Data) -> str:
    """An item in a few words, to know it by."""
    return " · ".join(_words_in(item))[:_FEW_WORDS]


def _words_in(value: Data) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_map(value):
        for inner in value.values():
            yield from _words_in(inner)
