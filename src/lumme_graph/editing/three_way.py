"""What two sides made of the same elements, in one: by id, field, language and natural key.

Elements are plain data, as `reading.write.plain` gives them or a YAML file has them; None is the
same as nothing there. What one side alone changed is taken; what both changed to the same is no
conflict. Lists in no order are sets of ids, of texts, or of records by their natural key; of those
in an order, what either side moved is moved. What one side took away and the other changed is a
conflict, as is what both changed to something else: there the value of ours stays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import Enum
from itertools import chain
from typing import NamedTuple

from lumme_graph.editing.three_way_lines import line_runs
from lumme_graph.editing.three_way_lists import Key, text_id, words
from lumme_graph.editing.three_way_order import order
from lumme_graph.editing.three_way_shape import SCALAR, MergeShape, class_of, fields_of, list_pairs
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import Data, is_list, is_map

Elements = Mapping[str, Mapping[str, Data]]
"""Elements by their ids, as plain data; the settings stand under `model`."""


class ConflictType(Enum):
    """How two sides do not agree."""

    VALUE = "value"
    REMOVED = "removed"
    ORDER = "order"


@dataclass(frozen=True)
class Conflict:
    """Where two sides do not agree, and what each says; None stands for nothing there.

    `path` leads from the element to the value, as in `lg.edit(…).set`: fields, languages, and items
    of lists by id or natural key, else by their place in ours (in theirs where ours has them no
    more). Of an order the values are the names of the items. Of prose they are the lines. `was` is
    all that stood there in the base.
    """

    element: str
    path: PathIn
    base: Data
    ours: Data
    theirs: Data
    type: ConflictType = ConflictType.VALUE
    was: Data = dataclass_field(default=None, compare=False, repr=False)

    @property
    def field(self) -> str:
        """The path with dots, as `lg.edit(…).set` takes it; empty where it is about the whole."""
        return ".".join(map(str, self.path))

    def __str__(self) -> str:
        where = f"{self.element} {self.field}".rstrip()
        return f"{where}: ours {self.ours}, theirs {self.theirs}, before {self.base}"


@dataclass(frozen=True)
class ThreeWay:
    """Elements with the changes of both sides; where they do not agree, with the value of ours."""

    elements: dict[str, dict[str, Data]]
    conflicts: tuple[Conflict, ...] = ()


Older = Mapping[str, Mapping[PathIn, Data]]
"""Values of a base that are older than the rest of it, by element and path."""


def three_way(
    base: Elements,
    ours: Elements,
    theirs: Elements,
    *,
    older: Older | None = None,
    take_theirs: bool = False,
) -> ThreeWay:
    """What both sides made of the elements of the base, and where they do not agree.

    `older` is what stood in the base where the sides do not agree since longer; with `take_theirs`
    the value of theirs stands where they do not.

    >>> was = {"service-loan": {"id": "service-loan", "name": {"en": "Loan", "fi": "Laina"}}}
    >>> mine = {"service-loan": {"id": "service-loan", "name": {"en": "Loans", "fi": "Laina"}}}
    >>> other = {"service-loan": {"id": "service-loan", "name": {"en": "Loan", "fi": "Lainat"}}}
    >>> three_way(was, mine, other).elements["service-loan"]["name"]
    {'en': 'Loans', 'fi': 'Lainat'}
    """
    ids = order(list(base), list(ours), list(theirs), {*base, *ours, *theirs}, means=False).keys
    elements: dict[str, dict[str, Data]] = {}
    conflicts: list[Conflict] = []
    for id_ in map(str, ids):
        sides = Sides(base.get(id_), ours.get(id_), theirs.get(id_))
        merging = Merging(id_, conflicts, (older or {}).get(id_, {}), take_theirs)
        merged = merging.value(sides, MergeShape(record=class_of(id_)), ())
        if merged is not None:
            elements[id_] = dict(merged)
    return ThreeWay(elements, tuple(conflicts))


class Sides(NamedTuple):
    """A value as it was, as it is in ours, and as it is in theirs."""

    base: Data
    ours: Data
    theirs: Data

    def all(self, is_such: Callable[[Data], bool]) -> bool:
        """Is each of them such a value, or not there?"""
        return all(value is None or is_such(value) for value in self)

    def at(self, name: str) -> Sides:
        """What each of them has in a field."""
        return Sides(*(value.get(name) if is_map(value) else None for value in self))


@dataclass
class Merging:
    """Merges one element; what the sides do not agree on is added to `conflicts`."""

    element: str
    conflicts: list[Conflict]
    older: Mapping[PathIn, Data] = dataclass_field(default_factory=dict[PathIn, Data])
    take_theirs: bool = False

    def value(self, sides: Sides, of: MergeShape, path: PathIn) -> Data:
        """What a value is to be; None where it is to be no more."""
        base, ours, theirs = sides = sides._replace(base=self.older.get(path, sides.base))
        is_settled = ours == base or theirs in (base, ours)
        if is_settled and not self._is_older_within(path):
            return theirs if ours == base else ours
        if of.many and sides.all(is_list):
            lists = ([*of.default] if value is None else value for value in sides)
            merged = self._list(Sides(*lists), of, path)
            return merged if merged or of.default or [] in (ours, theirs) else None
        gone = ours is None or theirs is None
        if sides.all(is_map) and (of.parts_stay or (of.record is not None and not gone)):
            return self._map(sides, of, path) or None
        if is_settled:
            return theirs if ours == base else ours
        if of.prose and isinstance(ours, str) and isinstance(theirs, str):
            return self._prose(base or "", ours, theirs, path)
        return self._conflict(path, sides, ConflictType.REMOVED if gone else ConflictType.VALUE)

    def _is_older_within(self, path: PathIn) -> bool:
        """Has the base older values in what stands at a path?"""
        return any(one[: len(path)] == path and one != path for one in self.older)

    def _map(self, sides: Sides, of: MergeShape, path: PathIn) -> dict[str, Data]:
        fields = {} if of.record is None else fields_of(of.record)
        inner = SCALAR._replace(prose=of.prose)
        merged: dict[str, Data] = {}
        for name in dict.fromkeys(chain.from_iterable(value or () for value in sides[1:])):
            value = self.value(sides.at(name), fields.get(name, inner), (*path, name))
            if value is not None:
                merged[name] = value
        return merged

    def _list(self, sides: Sides, of: MergeShape, path: PathIn) -> list[Data]:
        pairs = list_pairs(*sides, of)
        was, mine, other = keys = pairs[:3]
        by_key = [dict(zip(*pair, strict=True)) for pair in zip(keys, sides, strict=True)]
        merged: dict[Key, Data] = {}
        for key in dict.fromkeys([*mine, *other]):
            each = Sides(*(side.get(key) for side in by_key))
            value = self.item(each, of.one, (*path, pairs.names[key]))
            if value is not None:
                merged[key] = value
        found = order(was, mine, other, merged.keys(), means=of.ordered)
        if not found.agreed:
            shown = ([pairs.names[key] for key in side if key in pairs.names] for side in keys)
            self._conflict(path, Sides(*shown), ConflictType.ORDER, sides.base)
            if self.take_theirs:
                found = order(was, other, mine, merged.keys())
        return [merged[key] for key in found.keys]

    def item(self, sides: Sides, of: MergeShape, path: PathIn) -> Data:
        """An item of a list; where a text has an id, the id and the words apart."""
        if of.many or not of.text or None in sides[1:] or not any(map(text_id, sides)):
            return self.value(sides, of, path)
        id_ = self.value(Sides(*map(text_id, sides)), SCALAR, (*path, "id"))
        said = self.value(Sides(*map(words, sides)), of, (*path, "text"))
        return said if id_ is None else {"id": id_, "text": said}

    def _prose(self, base: str, ours: str, theirs: str, path: PathIn) -> str:
        merged: list[str] = []
        for run in line_runs(base, ours, theirs):
            if run.theirs is None:
                merged += run.lines
            else:
                lines = Sides(*map("".join, (run.base, run.lines, run.theirs)))
                merged.append(str(self._conflict(path, lines, ConflictType.VALUE, base)))
        return "".join(merged)

    def _conflict(self, path: PathIn, sides: Sides, of: ConflictType, was: Data = None) -> Data:
        """Say that the sides do not agree; the value that stands then."""
        there = sides.base if was is None else was
        self.conflicts.append(Conflict(self.element, path, *sides, of, there))
        return sides.theirs if self.take_theirs else sides.ours
