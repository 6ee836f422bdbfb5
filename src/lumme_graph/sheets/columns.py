"""The tables of a book and their columns: all of it derived from the declarations of the kinds.

Each kind is a table, a row an element. Each list of records is a table of its own, a row a record,
with the id of its owner first; kinds that have the same list share its table. Texts of a list stand in
a table with the name of their field. A record that is the only one of its field has its fields
beside those of its owner.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from lumme_graph.base.extra import Extra
from lumme_graph.base.label import Joined, Label, Message, Plain
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement, Suppression
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.meta.docs import class_doc, field_docs
from lumme_graph.meta.element import Node, Record
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.sheets.values import CellForm, WordsForm, form_of

ID: Final = Label("id")
LOCAL_ID: Final = Label("local id")
LISTS: Final = Label("lists of words")
STEP_LISTS: Final = Label("lists of words of steps")
_WORDS: Final = Label("words")
_LOCAL_ID_DOC: Final = "Its local id, needed only where nothing else tells it apart."


class FieldColumn(NamedTuple):
    """A column: where its value is in a row's item, how it stands in a cell, and what it is called.

    `key` is what it is called in every language; `tag` is the language of its words.
    """

    key: str
    path: tuple[str, ...]
    label: Message
    form: CellForm
    owner: type[Node] | None = None
    spec: Spec | None = None
    tag: str = ""
    required: bool = False

    @property
    def doc(self) -> str:
        """What it is, in words."""
        if self.owner is None or self.spec is None:
            return _LOCAL_ID_DOC if self.path[-1] == "id" else ""
        return field_docs(self.owner).get(self.spec.name, "")


@dataclass(frozen=True)
class SheetTable:
    """A table: of the elements of a kind, or of the items of lists that `kinds` of elements have.

    `way` are the fields that lead from an element to the owner of the lists; `fields` are the lists,
    several of them for texts. In an `ordered` list the place of an item means something.
    """

    key: str
    label: Message
    doc: str
    item: type[Node] | None
    kinds: tuple[type[KeptElement], ...]
    way: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    ordered: bool = False
    labels: tuple[tuple[str, Message], ...] = ()

    @property
    def is_kind(self) -> bool:
        """Are its rows elements?"""
        return not self.fields

    @property
    def is_of_parts(self) -> bool:
        """Are the owners of its lists parts of elements?"""
        return bool(self.way)

    @property
    def key_fields(self) -> set[str]:
        """The fields that tell its items apart."""
        if self.item is None or not issubclass(self.item, Record):
            return {"id", "text"}
        return {"id", *(spec.alias for spec in specs(self.item) if spec.name in self.item.key)}

    def columns(self, tags: Iterable[str]) -> tuple[FieldColumn, ...]:
        """Its columns, with one for each language wherever there is a text."""
        return _columns(self, tuple(tags))


@cache
def tables() -> tuple[SheetTable, ...]:
    """Every table, in the order of the kinds; those of lists after the first kind that has them."""
    listed = list(_listed())
    shared: dict[tuple[str, ...], list[_Listed]] = {}
    for one in listed:
        shared.setdefault((*one.way, one.name, one.item.__name__ if one.item else ""), []).append(
            one
        )
    made: list[SheetTable] = []
    seen: set[str] = set()
    for kind in ELEMENTS:
        made.append(_of_kind(kind))
        for one in (one for one in listed if one.kind is kind):
            same = shared[*one.way, one.name, one.item.__name__ if one.item else ""]
            table = _of_list(same)
            if table.key not in seen:
                seen.add(table.key)
                made.append(table)
    return tuple(_last_private(made))


def _last_private(made: list[SheetTable]) -> list[SheetTable]:
    """What is accepted of findings, which is for those who keep the model, stands last."""
    return sorted(made, key=lambda table: table.item is Suppression)


class _Listed(NamedTuple):
    """A list of records, or the texts lists of a class, as one kind has it."""

    kind: type[KeptElement]
    way: tuple[str, ...]
    name: str
    item: type[Record] | None
    ordered: bool
    fields: tuple[tuple[str, Message], ...]


def _listed() -> Iterator[_Listed]:
    for kind in ELEMENTS:
        yield from _lists_of(kind, kind, ())


def _lists_of(kind: type[KeptElement], cls: type[Node], way: tuple[str, ...]) -> Iterator[_Listed]:
    texts = tuple((s.alias, s.prop.label) for s in specs(cls) if s.many and s.datatype is Text)
    if texts:
        yield _Listed(kind, way, "lists", None, False, texts)
    for spec in specs(cls):
        if spec.record is not None and spec.many:
            fields = ((spec.alias, spec.prop.label),)
            yield _Listed(kind, way, spec.alias, spec.record, spec.prop.ordered, fields)
            yield from _lists_of(kind, spec.record, (*way, spec.alias))


def _of_kind(kind: type[KeptElement]) -> SheetTable:
    return SheetTable(kind.kind.prefix, kind.kind.plural, class_doc(kind), kind, (kind,))


def _of_list(same: list[_Listed]) -> SheetTable:
    first = same[0]
    kinds = tuple(dict.fromkeys(one.kind for one in same))
    labels = {alias: label for one in same for alias, label in one.fields}
    path = ".".join((*first.way, first.name))
    alone = len(kinds) == 1 and first.item is not None
    if first.item is None:
        label: Message = STEP_LISTS if first.way else LISTS
        doc = "The lists of words of elements: one row for each item."
    else:
        label = _label_of_list(first, alone=alone)
        doc = class_doc(first.item)
    return SheetTable(
        f"{kinds[0].kind.prefix}.{path}" if alone else path,
        label,
        doc,
        first.item,
        kinds,
        first.way,
        tuple(labels),
        first.ordered,
        tuple(labels.items()),
    )


def _label_of_list(one: _Listed, *, alone: bool) -> Message:
    """What a table of records is called; with its kind, where records of one name belong to others."""
    item = one.item
    assert item is not None  # noqa: S101 - only lists of records come here
    twins = {
        other.item
        for other in _listed()
        if other.item and other.item.kind.plural == item.kind.plural
    }
    if alone and len(twins) > 1:
        return Joined((one.kind.kind.label, Plain(": "), item.kind.plural), "")
    return item.kind.plural


@cache
def _columns(table: SheetTable, tags: tuple[str, ...]) -> tuple[FieldColumn, ...]:
    if table.item is None:
        words = FieldColumn("text", ("text",), _WORDS, WordsForm(), required=True)
        local = FieldColumn("id", ("id",), LOCAL_ID, WordsForm())
        return (*_by_language(words, tags), local)
    return tuple(_flat(table.item, tags, ()))


def _flat(
    cls: type[Node], tags: tuple[str, ...], way: tuple[str, ...], over: Message | None = None
) -> Iterator[FieldColumn]:
    """The fields of a class beside each other; those of a single record in the place of it."""
    keyed = issubclass(cls, Record) and cls.key == ("id",)
    if keyed:
        yield FieldColumn("id", ("id",), LOCAL_ID, WordsForm(), required=True)
    for spec in specs(cls):
        path = (*way, spec.alias)
        label = Joined((over, Plain(": "), spec.prop.label), "") if over else spec.prop.label
        if spec.record is not None:
            if not spec.many:
                yield from _flat(spec.record, tags, path, spec.prop.label)
        elif spec.datatype is not Extra and (spec.datatype is not Text or not spec.many):
            required = spec.required and not way
            key = ".".join(path)
            column = FieldColumn(key, path, label, form_of(spec), cls, spec, required=required)
            yield from _by_language(column, tags) if spec.datatype is Text else (column,)
    if issubclass(cls, Record) and not keyed:
        label = Joined((over, Plain(": "), LOCAL_ID), "") if over else LOCAL_ID
        yield FieldColumn(".".join((*way, "id")), (*way, "id"), label, WordsForm())


def _by_language(column: FieldColumn, tags: Collection[str]) -> Iterator[FieldColumn]:
    for tag in tags:
        label = Joined((column.label, Plain(" · "), Plain(tag)), "")
        path = (*column.path, tag)
        yield column._replace(key=".".join(path), path=path, label=label, tag=tag)
