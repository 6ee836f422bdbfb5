"""What is gathered while a file is read: the elements by the things they stand for, and remarks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.shown import CONTROL, shown
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.meta.local_name import slug
from lumme_graph.rdf.foreign.statements import BLANK, Statements, Taken, Value

UNTAGGED: Final = Counted(
    "{n} text without a language was taken as {language}: {example}",
    "{n} texts without a language were taken as {language}, such as: {example}",
)
BY_IDENTIFIER: Final = Counted(
    "{n} thing without a name is called by its identifier: {example}",
    "{n} things without a name are called by their identifiers, such as: {example}",
)
ASSUMED: Final = Counted(
    "the type of {n} thing is not said, or not known here, and was taken as “{type}”: {example}",
    "the types of {n} things are not said, or not known here, and were taken as “{type}”, "
    "such as: {example}",
)
NAMELESS: Final = Label("it has no name in the file")

_SAYS_NOTHING: Final = frozenset({"id", "this", "it"})
"""What stands last in an address without telling one thing from another."""


class Remark(NamedTuple):
    """What was read otherwise than it stands in the file, in words with fields."""

    what: Counted
    params: tuple[tuple[str, Message], ...]


@dataclass
class Gathered:
    """What has been read so far; `language` is that of texts without one.

    `reasons` says of a thing why nothing was made of it.
    """

    said: Statements
    language: str
    elements: dict[str, KeptElement] = field(default_factory=dict[str, KeptElement])
    ids: dict[str, str] = field(default_factory=dict[str, str])
    reasons: dict[str, Message] = field(default_factory=dict[str, Message])
    _remarks: dict[Remark, list[str]] = field(default_factory=dict[Remark, list[str]])

    def remark(self, remark: Remark, example: str) -> None:
        """Note for those who asked for the import what was read otherwise than it stands."""
        self._remarks.setdefault(remark, []).append(example)

    @property
    def notes(self) -> tuple[Message, ...]:
        """What has been noted, in the order in which it came up."""
        return tuple(
            what.fill(n=len(of), example=shown(of[0]), **dict(params))
            for (what, params), of in self._remarks.items()
        )

    def name(self, kind: type[KeptElement], subjects: Sequence[str]) -> None:
        """Give each thing an id that no other has: by its address, not by its words."""
        used = set(self.ids.values())
        for subject in subjects:
            words = own_word(self.said, subject)
            stem = f"{kind.kind.prefix}-{words.removeprefix(f'{kind.kind.prefix}-')}"
            id_, n = stem, 1
            while id_ in used:
                n += 1
                id_ = f"{stem}-{n}"
            used.add(id_)
            self.ids[subject] = id_


class Resource:
    """One thing that is being read: what is taken of it counts when it has become an element."""

    def __init__(self, gathered: Gathered, address: str) -> None:
        self.gathered = gathered
        self.address = address
        self._taken: list[Taken] = []
        self._left: dict[Taken, Message] = {}
        self._remarks: list[tuple[Remark, str]] = []

    def of(self, name: str) -> Sequence[Value]:
        """What a property says of it."""
        return self.gathered.said.of(self.address, name)

    def at(self, address: str) -> Resource:
        """Another thing that is a part of this one."""
        other = Resource(self.gathered, address)
        other._taken, other._left, other._remarks = self._taken, self._left, self._remarks
        return other

    def take(self, name: str, value: Value) -> None:
        """Say that a statement is read."""
        self._taken.append(Taken(self.address, name, value))

    def is_taken(self, name: str, value: Value) -> bool:
        """Is a statement read?"""
        return Taken(self.address, name, value) in self._taken

    def leave(self, name: str, value: Value, why: Message) -> None:
        """Say why a statement is not read, as long as nobody else reads it."""
        self._left[Taken(self.address, name, value)] = why

    def remark(self, what: Counted, example: str = "", **params: Message) -> None:
        """Note what of it was read otherwise than it stands."""
        name = self.gathered.ids.get(self.address, self.address)
        shown_as = name if self.address.startswith(BLANK) else self.address
        self._remarks.append((Remark(what, tuple(params.items())), example or shown_as))

    def keep(self) -> None:
        """It has become an element: what was taken of it is read."""
        self.gathered.said.take(self._taken)
        self.gathered.said.take_types(self.address)
        for taken in self._taken:
            if taken.subject != self.address:
                self.gathered.said.take_types(taken.subject)
        self.gathered.said.leave(self._left)
        for remark, example in self._remarks:
            self.gathered.remark(remark, example)


def own_word(said: Statements, subject: str) -> str:
    """What tells a thing from others in its own words: its notation, else the end of its address."""
    if notation := one_word_of(said, subject, "skos:notation"):
        return slug(notation)
    if subject.startswith(BLANK):
        identifier = one_word_of(said, subject, "dct:identifier")
        return slug(identifier or subject)
    parts = [part for part in re.split(r"[/#:?=&]", subject) if part]
    while len(parts) > 1 and parts[-1].lower() in _SAYS_NOTHING:
        parts.pop()
    return slug(parts[-1])


def one_word_of(said: Statements, subject: str, name: str) -> str:
    """The first of what a property says in words, without spaces around."""
    found = (said_of for said_of in said.of(subject, name) if not isinstance(said_of, str))
    return next((words for one in found if (words := one.value.strip())), "")


def cleaned(words: str, *, line: bool = False) -> str:
    """Words without the white space around them; as one line, where they are a name."""
    if CONTROL.search(words):
        return ""
    words = unicodedata.normalize("NFC", words).replace("\r\n", "\n").strip()
    return " ".join(words.split()) if line else words


def most_common(tags: Counter[str]) -> str:
    """The tag that is used most; of several, the first by the alphabet."""
    return min(tags, key=lambda tag: (-tags[tag], tag)) if tags else ""
