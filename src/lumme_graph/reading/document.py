"""A YAML text as plain data, with the place of every key and value.

Built from the parser's events, within hard limits: PyYAML's own constructor merges duplicate
keys silently, guesses types, and dies on deep nesting.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, Final, TypeGuard

import yaml

from lumme_graph.base.finding import Finding, Place
from lumme_graph.base.label import Label, Message
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.faults import DUPLICATE_KEY, NOT_YAML, OVER_LIMIT, REFUSED, WRONG_VALUE

Data = Any
"""Text, None, or lists and dicts of them."""


def is_map(value: Data) -> TypeGuard[dict[str, Data]]:
    """Whether it is a mapping of fields."""
    return isinstance(value, dict)


def is_list(value: Data) -> TypeGuard[list[Data]]:
    """Whether it is a list."""
    return isinstance(value, list)


MAX_DEPTH: Final = 64
MAX_NODES: Final = 1_000_000
ANCHOR = Label("an anchor (&)")
TAG = Label("a tag (!)")
ALIAS = Label("an alias (*)")
MERGE = Label("a merge key (<<)")
COMPLEX_KEY = Label("a key that is not text")
SECOND = Label("a second document (---)")
CURLY: Final = re.compile("[“”„‟«»‘’‚][^“”„‟«»‘’‚]*[“”„‟«»‘’‚]")
"""A whole text in the quotes of a word processor, which YAML takes as part of the text."""

CURLY_QUOTES = Label("the quotes {found} would be part of the text")
CUT: Final = re.compile(r" +#[^\s#!][^\n]*")
"""What follows a text without quotes and is a comment to YAML, though it looks like more text."""

CUT_OFF = Label("{found} is a comment to YAML and would be left out of the text")
SLIPS: Final = re.compile(rf"{CURLY.pattern}|{CUT.pattern}")
"""What is in every file in which a text would not be read as it was meant."""

EMPTY = frozenset({"", "~", "null"})
"""The plain scalars that stand for nothing; any other is text."""


@dataclass(slots=True)
class Document:
    """One file: its data, and the places of its nodes in the order of the text, packed."""

    file: str
    data: Data = None
    marks: array[int] = field(default_factory=lambda: array("Q"))
    findings: list[Finding] = field(default_factory=list[Finding])
    _starts: dict[int, dict[str | int, int]] = field(
        default_factory=dict[int, dict[str | int, int]]
    )

    def place(self, path: PathIn) -> Place:
        """The place of the key or value at `path`; of its nearest owner where there is none."""
        node = self.data
        index = shown = 0
        for part in _through_ids(self.data, path):
            if is_map(node) and part in node:
                index += self._start(node, part)
                shown, index, node = index, index + 1, node[part]
            elif is_list(node) and isinstance(part, int) and part < len(node):
                index += self._start(node, part)
                shown, node = index, node[part]
            else:
                break
        return self.at(shown)

    def at(self, index: int) -> Place:
        """The place of the mark at `index`."""
        if index >= len(self.marks):
            return Place(self.file)
        mark = self.marks[index]
        return Place(self.file, (mark >> 32) + 1, (mark & 0xFFFFFFFF) + 1)

    def _start(self, node: Data, part: str | int) -> int:
        """How far behind the mark of a node that of one of its keys or items is.

        Counted once for a node, which may be large and asked for many of its parts.
        """
        known = self._starts.get(id(node))
        if known is None:
            known = self._starts[id(node)] = _starts(node)
        return known[part]


def _through_ids(node: Data, path: PathIn) -> Iterator[str | int]:
    """A path of fields; the words of a text with an id are below its `text`."""
    for part in path:
        if is_map(node) and part not in node and is_map(node.get("text")):
            yield "text"
            node = node["text"]
        yield part
        if is_map(node):
            node = node.get(str(part))
        elif is_list(node) and isinstance(part, int) and part < len(node):
            node = node[part]


def _starts(node: Data) -> dict[str | int, int]:
    if is_map(node):
        sizes = [1 + _size(value) for value in node.values()]
    else:
        sizes = [_size(value) for value in node]
    parts: Iterable[str | int] = node if is_map(node) else range(len(node))
    return dict(zip(parts, accumulate(sizes, initial=1), strict=False))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an element is written: its document, which item of it, and its data.

    The settings are no item but the whole document.
    """

    document: Document
    item: int | None
    data: Data

    def place(self, path: PathIn = ()) -> Place:
        """The place of the element, or of the part of it at `path`."""
        return self.document.place(path if self.item is None else (self.item, *path))


def _size(node: Data) -> int:
    """How many marks a node has: its own, its keys' and its values'."""
    if is_map(node):
        return 1 + len(node) + sum(map(_size, node.values()))
    return 1 + sum(map(_size, node)) if is_list(node) else 1


class _Stop(Exception):  # noqa: N818 - not an error: the reading ends here
    """The rest of the file is not to be read."""


def read_yaml(text: str, file: str) -> Document:
    """Read one YAML text; what is wrong with it stands in `findings`."""
    document = Document(file)
    try:
        _build(document, text)
    except yaml.MarkedYAMLError as error:
        document.data = None
        document.findings.append(_too_deep(error, text, file) or _not_yaml(error, text, file))
    except yaml.reader.ReaderError:
        document.data = None
        document.findings.append(_bad_character(text, file))
    return document


def _build(document: Document, text: str) -> None:
    """Fill a document from a text; raises what the parser raises."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        document.data = _Builder(document, loader.get_event, text).build()
    except _Stop:
        document.data = None
    finally:
        loader.dispose()


def _too_deep(error: yaml.MarkedYAMLError, text: str, file: str) -> Finding | None:
    """That the text before the fault is nested too deeply, if it is.

    The parser looks ahead, and newer ones have a limit of their own: they may fail further on in
    the text before they have told us of what stands at our limit.
    """
    if error.problem_mark is None:
        return None
    before = Document(file)
    with suppress(yaml.YAMLError):
        _build(before, text[: error.problem_mark.index])
    return next((found for found in before.findings if found.code == OVER_LIMIT.code), None)


class _Builder:
    """Builds plain data from events, without recursion."""

    def __init__(self, document: Document, get_event: Callable[[], Any], text: str) -> None:
        self.document = document
        self.get_event = get_event
        self.text = text

    def build(self) -> Data:  # noqa: C901, PLR0912, PLR0915 - one loop, measured: calls cost half of it
        get_event, marks = self.get_event, self.document.marks
        slips = SLIPS.search(self.text) is not None
        mark_at = marks.append
        root: list[Data] = []
        stack: list[tuple[Data, Any, int]] = []
        here: Data = root
        in_map = False
        key: str | None = None
        cut = -1
        documents = 0
        scalar, mapping = yaml.ScalarEvent, yaml.MappingStartEvent
        sequence, alias = yaml.SequenceStartEvent, yaml.AliasEvent
        ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        while True:
            event = get_event()
            kind = event.__class__
            value: Data
            if kind is scalar or kind is mapping or kind is sequence:
                mark = event.start_mark
                at = mark.line << 32 | mark.column
                if event.anchor is not None or event.tag is not None:
                    self._refuse(ANCHOR if event.anchor else TAG, at, stop=False)
                if kind is scalar:
                    value = event.value
                    if in_map and key is None:
                        if value == "<<" and event.implicit[0]:
                            self._refuse(MERGE, at)
                        if value in here:
                            cut = self._duplicate(value, at)
                        key = value
                        mark_at(at)
                        continue
                    if slips and event.implicit[0]:
                        self._look_for_slips(key, event, at)
                    if value in EMPTY and event.implicit[0]:
                        value = None
                else:
                    value = {} if kind is mapping else []
                    if in_map and key is None:
                        self._refuse(COMPLEX_KEY, at)
                mark_at(at)
                if len(marks) > MAX_NODES:
                    self._over(Label("the number of parts"), MAX_NODES, at)
                if cut < 0:
                    if in_map:
                        here[key] = value
                    else:
                        here.append(value)
                if kind is scalar:
                    if cut >= 0:
                        del marks[cut:]
                        cut = -1
                    key = None
                else:
                    stack.append((here, None, cut))
                    here, in_map, key, cut = value, kind is mapping, None, -1
                    if len(stack) > MAX_DEPTH:
                        self._over(Label("the nesting"), MAX_DEPTH, at)
            elif kind in ends:
                here, key, cut = stack.pop()
                in_map = type(here) is dict
                if cut >= 0:
                    del marks[cut:]
                    cut = -1
            elif kind is alias:
                mark = event.start_mark
                self._refuse(ALIAS, mark.line << 32 | mark.column)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    mark = event.start_mark
                    self._refuse(SECOND, mark.line << 32 | mark.column)
            elif kind is yaml.StreamEndEvent:
                return root[0] if root else None

    def _duplicate(self, key: str, at: int) -> int:
        """The length to cut the marks back to, once the value of a second key is read."""
        self.document.findings.append(DUPLICATE_KEY.at(self._place(at), key=key))
        return len(self.document.marks)

    def _look_for_slips(self, key: str | None, event: Any, at: int) -> None:
        """A text without quotes that would be read as another than was meant."""
        value: str = event.value
        cut = CUT.match(self.text, event.end_mark.index)
        if CURLY.fullmatch(value):
            why, found = CURLY_QUOTES, f"{value[0]} {value[-1]}"
            mend: Message = Label("write \"{bare}\", or '{value}' if they are meant").fill(
                bare=value[1:-1], value=value
            )
        elif cut:
            why, found = CUT_OFF, cut[0].strip()
            mend = Label("put the whole text in quotes, or a blank behind the # of a comment")
        else:
            return
        self.document.findings.append(
            WRONG_VALUE.at(
                self._place(at),
                field=key or "–",
                why=why.fill(found=found),
                mend=mend,
            )
        )

    def _refuse(self, what: Message, at: int, *, stop: bool = True) -> None:
        self.document.findings.append(REFUSED.at(self._place(at), what=what))
        if stop:
            raise _Stop

    def _over(self, what: Message, limit: int, at: int) -> None:
        place = self._place(at)
        self.document.findings.append(OVER_LIMIT.at(place, what=what, limit=limit))
        raise _Stop

    def _place(self, at: int) -> Place:
        return Place(self.document.file, (at >> 32) + 1, (at & 0xFFFFFFFF) + 1)


def _not_yaml(error: yaml.MarkedYAMLError, text: str, file: str) -> Finding:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    why = ", ".join(part for part in (error.problem, error.context) if part)
    line = text.split("\n")[place.line - 1] if place.line <= text.count("\n") + 1 else ""
    mend = Label("check the indent, the colons and the quotes")
    if line[place.column - 1 : place.column] == "\t":
        mend = Label("indent with spaces, not with a tab")
    elif re.search("[“”„‟]", line):
        mend = Label('quote with straight quotes: "…"')
    return NOT_YAML.at(place, why=why, mend=mend)


def _bad_character(text: str, file: str) -> Finding:
    """The first character that YAML does not allow; the C parser counts bytes up to it."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    at = found.start() if found else 0
    before = text[:at]
    line = before.count("\n") + 1
    column = at - (before.rfind("\n") + 1) + 1
    return NOT_YAML.at(
        Place(file, line, column),
        why=Label("the character U+{code}").fill(code=f"{ord(text[at]):04X}"),
        mend=Label("remove the control character"),
    )
