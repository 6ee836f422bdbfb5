"""Two versions of a YAML text in one: by element, field and item, each with its own lines.

Comments, order and quotes stay, those of the side that changed a line. Where the sides do not
agree, both versions stand between marks, as few lines of each as can be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from lumme_graph.editing.conflict_marks import ConflictMarks
from lumme_graph.editing.three_way import Conflict, Merging, Sides, three_way
from lumme_graph.editing.three_way_lines import line_runs
from lumme_graph.editing.three_way_lists import Key, text_id
from lumme_graph.editing.three_way_order import order
from lumme_graph.editing.three_way_shape import (
    SCALAR,
    MergeShape,
    class_of,
    fields_of,
    list_pairs,
)
from lumme_graph.editing.yaml_blocks import YamlBlock, block_of, comments
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import Data, is_list, is_map, read_yaml
from lumme_graph.reading.merge import changed
from lumme_graph.reading.model import SETTINGS_ID
from lumme_graph.reading.patch import PatchError

Things = Mapping[str, YamlBlock]
"""The elements of a file by their ids."""
_Texts = tuple[str, str, str]
_Parts = tuple[Mapping[Key, YamlBlock], Mapping[Key, YamlBlock], Mapping[Key, YamlBlock]]


K = TypeVar("K", bound=Key)


class _Whole(Exception):  # noqa: N818 - not an error: the parts are not merged one by one
    """Two versions are merged as a whole, since their parts cannot be told apart."""


class _Trio(NamedTuple):
    """A piece of text as it was, in ours and in theirs; None where it is not there."""

    base: YamlBlock | None
    ours: YamlBlock | None
    theirs: YamlBlock | None

    @property
    def there(self) -> list[YamlBlock]:
        """Those of the three that are there."""
        return [block for block in self if block is not None]

    @property
    def data(self) -> Sides:
        """What each of them says."""
        return Sides(*(None if block is None else block.data for block in self))

    def each(self, of: Callable[[YamlBlock], str] = lambda block: block.text) -> _Texts:
        """A text of each of them, its own unless another is meant; none where it is not there."""
        base, ours, theirs = ("" if block is None else of(block) for block in self)
        return base, ours, theirs


def merge_yaml(
    base: str, ours: str, theirs: str, marks: ConflictMarks
) -> tuple[str, tuple[Conflict, ...]] | None:
    """A file of elements, or the settings, with what both sides changed, and where they disagree.

    The texts end with a line end. None where one of them cannot be read without doubt, or where the
    merged text would not say what the merged elements are.
    """
    said = [_elements(text) for text in (base, ours, theirs)]
    data = [elements for elements in said if elements is not None]
    if len(data) < len(said):
        return None
    meant = three_way(*data)
    lines = line_runs(base, ours, theirs)
    if not meant.conflicts and not any(run.is_conflict for run in lines):
        text = "".join(line for run in lines for line in run.lines)
        if _says(text, meant.elements):
            return text, ()
    trio = _Trio(block_of(base), block_of(ours), block_of(theirs))
    if len(trio.there) < len(trio) or len({block.names is None for block in trio.there[1:]}) > 1:
        return None
    merging = _TextMerging(marks)
    text = merging.file(trio, SETTINGS_ID in {*data[1], *data[2]})
    mine, other = (
        marks.without(text, theirs=theirs) if merging.conflicts else text
        for theirs in (False, True)
    )
    holds = (merging.as_written or _says(mine, meant.elements)) and all(
        not read_yaml(version, "").findings for version in (mine, other)
    )
    return (text, tuple(merging.conflicts)) if holds and _told(text, base, ours, theirs) else None


def _elements(text: str) -> dict[str, Mapping[str, Data]] | None:
    """The elements of a file by id, or the settings; None where it holds something else."""
    data = read_yaml(text, "").data
    if is_map(data):
        return {SETTINGS_ID: data}
    elements: dict[str, Mapping[str, Data]] = {}
    for item in data or ():
        id_ = item.get("id") if is_map(item) else None
        if not isinstance(id_, str) or id_ in elements:
            return None
        elements[id_] = item
    return elements


def _says(text: str, elements: Mapping[str, Mapping[str, Data]]) -> bool:
    """Does a text say just these elements?"""
    said = None if read_yaml(text, "").findings else _elements(text)
    return said is not None and _tidy(said) == _tidy(dict(elements))


def _tidy(data: Data) -> Data:
    """Data without fields that say nothing."""
    if is_map(data):
        return {key: _tidy(value) for key, value in data.items() if value is not None}
    return [_tidy(item) for item in data] if is_list(data) else data


def _told(text: str, base: str, ours: str, theirs: str) -> bool:
    """Does a merged text have every comment that either side wrote?"""
    was = Counter(comments(base))
    new = (Counter(comments(ours)) - was) | (Counter(comments(theirs)) - was)
    return all(comment in text for comment in new)


class _TextMerging:
    """Merges the pieces of one file."""

    def __init__(self, marks: ConflictMarks) -> None:
        self.marks = marks
        self.element = ""
        self.conflicts: list[Conflict] = []
        self.as_written = False
        """Are there versions between marks that say more than the sides do not agree on?"""

    def file(self, trio: _Trio, of_settings: bool) -> str:
        """The whole file: the settings, or a list of elements."""
        head = self._lines(trio.each(lambda block: block.head))
        if of_settings:
            self.element = SETTINGS_ID
            body = self._parts(trio, MergeShape(record=class_of(SETTINGS_ID)), ())
        else:
            body = self._elements(*(_by_id(block) for block in trio.there))
        self.element = ""
        return head + body + self._lines(trio.each(lambda block: block.tail))

    def _elements(self, base: Things, ours: Things, theirs: Things) -> str:
        pieces: dict[str, str] = {}
        for id_ in dict.fromkeys([*ours, *theirs]):
            self.element = id_
            trio = _Trio(base.get(id_), ours.get(id_), theirs.get(id_))
            pieces[id_] = self._piece(trio, MergeShape(record=class_of(id_)), ())
        kept = {id_ for id_, piece in pieces.items() if piece}
        ids = order(list(base), list(ours), list(theirs), kept, means=False).keys
        return _joined(ids, pieces, ours, theirs)

    def _lines(self, texts: _Texts) -> str:
        """Comments line by line."""
        merged: list[str] = []
        for run in line_runs(*texts):
            lines = "".join(run.lines)
            if run.theirs is not None:
                theirs = "".join(run.theirs)
                self.conflicts.append(Conflict("", (), "".join(run.base), lines, theirs))
                lines = self.marks.around(lines, theirs)
            merged.append(lines)
        return "".join(merged)

    def _piece(self, trio: _Trio, of: MergeShape, path: PathIn) -> str:
        """An entry with all its lines; none where it is to be no more."""
        base, ours, theirs = trio.each()
        if theirs in (base, ours):
            return ours
        if ours == base:
            return theirs
        known = len(self.conflicts)
        if _is_divisible(trio, of):
            try:
                return _head(trio) + self._parts(trio, of, path)
            except _Whole:
                del self.conflicts[known:]
        return self._leaf(trio, of, path)

    def _parts(self, trio: _Trio, of: MergeShape, path: PathIn) -> str:
        """The entries of a mapping or list; raises `_Whole` where they are no pieces of their own."""
        by_key, shapes, names = _by_key(trio, of)
        pieces: dict[Key, str] = {}
        for key in dict.fromkeys([*by_key[1], *by_key[2]]):
            each = _Trio(*(side.get(key) for side in by_key))
            pieces[key] = self._piece(each, shapes.get(key, of.one), (*path, names[key]))
        kept = {key for key, piece in pieces.items() if piece}
        was, mine, other = map(list, by_key)
        found = order(was, mine, other, kept, means=of.many and of.ordered)
        if not found.agreed or not kept:
            raise _Whole
        text = _joined(found.keys, pieces, *by_key[1:])
        block = trio.there[-1]
        indent = " " * block.column
        if not block.inline:
            return text
        if not text.startswith(indent) or text[len(indent)] in "# ":
            raise _Whole
        return text.removeprefix(indent)

    def _leaf(self, trio: _Trio, of: MergeShape, path: PathIn) -> str:
        """An entry as a whole: what it says is merged, and written into the lines of a side."""
        base, ours, theirs = trio.data
        found: list[Conflict] = []
        value = Merging(self.element, found).item(trio.data, of, path)
        agreed = None if found else _agreed(trio, value, of)
        if agreed is not None:
            return agreed
        was, mine, other = trio.each()
        if found:
            other_value = Merging(self.element, []).item(Sides(base, theirs, ours), of, path)
            mine = self._version(_written(trio.ours or trio.theirs, value, of), mine, was)
            other = self._version(_written(trio.theirs or trio.ours, other_value, of), other, was)
        else:
            self.as_written = True
            found = [Conflict(self.element, path, was, mine, other)]
        self.conflicts += found
        return self.marks.around(mine, other, _what(self.element, found))

    def _version(self, merged: str | None, written: str, was: str) -> str:
        """The merged lines of a side, as far as none of its comments is lost; else as it wrote them."""
        new = Counter(comments(written)) - Counter(comments(was))
        if merged is not None and all(comment in merged for comment in new):
            return merged
        self.as_written = True
        return written


def _by_id(block: YamlBlock) -> Things:
    return {part.data["id"]: part for part in block.parts or ()}


def _what(element: str, conflicts: Iterable[Conflict]) -> str:
    """How marks name what lies between them."""
    paths = dict.fromkeys(".".join(map(str, conflict.path)) for conflict in conflicts)
    return ", ".join([element, *filter(None, paths)])


def _is_divisible(trio: _Trio, of: MergeShape) -> bool:
    """Can the parts of the three be merged one by one?"""
    if trio.ours is None or trio.theirs is None:
        return False
    forms = {(b.parts is None, b.names is None, b.column, b.inline) for b in trio.there}
    if len(forms) > 1 or trio.ours.parts is None:
        return False
    if trio.ours.names is None:
        return of.many
    named = {text_id(block.data) is None for block in trio.there}
    return not of.many and (of.record is not None or (of.text and len(named) == 1))


def _head(trio: _Trio) -> str:
    """What stands before the parts; raises `_Whole` where the sides do not agree on it."""
    runs = line_runs(*trio.each(lambda block: block.head))
    if any(run.is_conflict for run in runs):
        raise _Whole
    return "".join(line for run in runs for line in run.lines)


def _by_key(
    trio: _Trio, of: MergeShape
) -> tuple[_Parts, Mapping[Key, MergeShape], Mapping[Key, str | int]]:
    """The parts of each by what they are, the shapes of those, and how a path names them."""
    base, ours, theirs = (() if block is None else block.parts or () for block in trio)
    if trio.there[-1].names is None:
        was, mine, other = ([part.data for part in side] for side in (base, ours, theirs))
        pairs = list_pairs(was, mine, other, of)
        by_place = _by(pairs.base, base), _by(pairs.ours, ours), _by(pairs.theirs, theirs)
        return by_place, {}, pairs.names
    names = [() if block is None else block.names or () for block in trio]
    by_name = _by(names[0], base), _by(names[1], ours), _by(names[2], theirs)
    every = dict.fromkeys(name for side in names for name in side)
    inside = of.one if text_id(trio.there[-1].data) is not None else SCALAR
    of_text: Mapping[str, MergeShape] = {"text": inside}
    fields = fields_of(of.record) if of.record is not None else of_text
    return by_name, {n: fields.get(n, SCALAR) for n in every}, {n: n for n in every}


def _by(keys: Iterable[Key], parts: Iterable[YamlBlock]) -> dict[Key, YamlBlock]:
    return dict(zip(keys, parts, strict=True))


def _joined(
    keys: Iterable[K],
    pieces: Mapping[K, str],
    ours: Mapping[K, YamlBlock],
    theirs: Mapping[K, YamlBlock],
) -> str:
    """Pieces below each other, with the blank lines between that they had."""
    gaps = {key: block.gap for side in (theirs, ours) for key, block in [*side.items()][1:]}
    usual = next(iter(gaps.values()), "")
    texts = [f"{gaps.get(key, usual)}{pieces[key]}" for key in keys]
    first = next(iter(texts), "")
    return "".join([first.lstrip("\n"), *texts[1:]])


def _agreed(trio: _Trio, value: Data, of: MergeShape) -> str | None:
    """The lines that say a value, if there are such with the comments of both sides."""
    was, mine, other = (comments(text) for text in trio.each())
    if trio.ours is None or trio.theirs is None:
        there, told = (trio.theirs, other) if trio.ours is None else (trio.ours, mine)
        return _written(there, value, of) if told == was else None
    if other in (was, mine):
        said, told = _written(trio.ours, value, of), mine
    elif mine == was:
        said, told = _written(trio.theirs, value, of), other
    else:
        return None
    return said if said is not None and comments(said) == told else None


def _written(block: YamlBlock | None, value: Data, of: MergeShape) -> str | None:
    """The lines of a piece as far as they can be with another value; None where they cannot."""
    if value is None or block is None:
        return "" if value is None else None
    if value == block.data:
        return block.text
    data = read_yaml(block.text, "").data
    path: PathIn = (0,) if is_list(data) else tuple(data)
    try:
        return changed(block.text, path, block.data, value, of.record)
    except PatchError:
        return None
