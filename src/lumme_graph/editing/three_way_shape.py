"""How the values of a field are merged: as the class of its element declares it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lumme_graph.base.extra import Extra
from lumme_graph.base.text import Text
from lumme_graph.editing.three_way_lists import Key, ListItems
from lumme_graph.elements.guide import Section
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.settings import Settings
from lumme_graph.meta.element import Node, Record
from lumme_graph.meta.spec import specs
from lumme_graph.reading.document import Data
from lumme_graph.reading.model import SETTINGS_ID


class MergeShape(NamedTuple):
    """What is to be known of a value for merging it: of a whole element, its class is `record`.

    A `text` is said in parts, by language, and so are own fields, by name. `default` are the items
    of a list that is not written.
    """

    record: type[BaseModel] | None = None
    many: bool = False
    ordered: bool = False
    text: bool = False
    prose: bool = False
    default: tuple[str, ...] = ()

    @property
    def parts_stay(self) -> bool:
        """Is a value that is not there the same as one that says nothing: a text, a part of the settings?"""
        return self.text or (self.record is not None and not issubclass(self.record, Node))

    @property
    def one(self) -> MergeShape:
        """Of a list, what is to be known of one of its items."""
        return self._replace(many=False)


SCALAR = MergeShape()
"""A value that is one, whatever is written in it."""


def class_of(id_: str) -> type[BaseModel] | None:
    """The class of an element by its id, that of the settings for `model`."""
    return Settings if id_ == SETTINGS_ID else KINDS.get(id_.partition("-")[0])


@cache
def fields_of(cls: type[BaseModel]) -> dict[str, MergeShape]:
    """The fields of a class by their names in YAML."""
    if issubclass(cls, Node):
        found = {
            spec.alias: MergeShape(
                spec.record, spec.many, spec.prop.ordered, spec.datatype in {Text, Extra}
            )
            for spec in specs(cls)
        }
        if cls is Section:
            found["body"] = found["body"]._replace(prose=True)
        return found
    return {info.alias or name: _of_setting(info) for name, info in cls.model_fields.items()}


def _of_setting(info: FieldInfo) -> MergeShape:
    """What is to be known of a part of the settings: the order of their lists means something."""
    members = [info.annotation, *get_args(info.annotation)]
    part = next((m for m in members if isinstance(m, type) and issubclass(m, BaseModel)), None)
    many = get_origin(info.annotation) is tuple
    default = tuple(map(str, info.default)) if many else ()
    return MergeShape(part, many=many, ordered=many, text=Text in members, default=default)


class ListPairs(NamedTuple):
    """The items of a list as it was, in ours and in theirs: the same key, the same item.

    `names` is how a path names each item of ours or theirs: else by its place.
    """

    base: list[Key]
    ours: list[Key]
    theirs: list[Key]
    names: dict[Key, str | int]


def list_pairs(
    base: Sequence[Data], ours: Sequence[Data], theirs: Sequence[Data], of: MergeShape
) -> ListPairs:
    """Which items of three lists of this shape are the same."""
    items = _items_of(of)
    was, mine, other = (items.paired(base, side) for side in (base, ours, theirs))
    names = {
        key: items.name(side[at]) or at
        for keys, side in ((other, theirs), (mine, ours))
        for at, key in enumerate(keys)
    }
    return ListPairs(was, mine, other, names)


@cache
def _items_of(of: MergeShape) -> ListItems:
    record = of.record if of.record is not None and issubclass(of.record, Record) else None
    return ListItems(record, texts=of.text)
