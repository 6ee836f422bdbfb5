"""What is gathered while a file is read: the elements by the things they stand for, and remarks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lumme_graph.base.label import Label, Message
from lumme_graph.base.shown import CONTROL
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.meta.local_name import slug
from lumme_graph.rdf.foreign.statements import BLANK, Statements, Taken, Value

UNTAGGED: Final = Label("text without a language, taken as {language}")
BY_IDENTIFIER: Final = Label("without a name: called by its identifier")
NAMELESS: Final = Label("not taken: it has no name here")
ASSUMED: Final = Label("of no type that a model knows: taken as {type}")

_SAYS_NOTHING: Final = frozenset({"id", "this", "it", "i", "me", "main"})
"""What stands last in an address without telling one thing from another."""


class Remark(NamedTuple):
    """Something that was read otherwise than it stands in the file: what, how often, an example."""

    what: Message
    count: int
    example: str


@dataclass
class Gathered:
    """What has been read so far; `language` is that of texts without one."""

    said: Statements
    language: str
    elements: dict[str, KeptElement] = field(default_factory=dict[str, KeptElement])
    ids: dict[str, str] = field(default_factory=dict[str, str])
    _remarks: dict[Message, list[str]] = field(default_factory=dict[Message, list[str]])

    def remark(self, what: Message, example: str) -> None:
        """Note something for those who asked for the import."""
        self._remarks.setdefault(what, []).append(example)

    @property
    def remarks(self) -> list[Remark]:
        """What has been noted, in the order in which it came up."""
        return [Remark(what, len(of), of[0]) for what, of in self._remarks.items()]

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
        self._remarks: list[tuple[Message, str]] = []

    def of(self, name: str) -> Sequence[Value]:
        """What a property says of it."""
        return self.gathered.said.of(self.address, name)

    def at(self, address: str) -> Resource:
        """Another thing that is a part of this one."""
        other = Resource(self.gathered, address)
        other._taken, other._remarks = self._taken, self._remarks
        return other

    def take(self, name: str, value: Value) -> None:
        """Say that a statement is read."""
        self._taken.append(Taken(self.address, name, value))

    def remark(self, what: Message, example: str = "") -> None:
        """Note something about it."""
        self._remarks.append((what, example or self.address))

    def keep(self) -> None:
        """It has become an element: what was taken of it is read."""
        self.gathered.said.take(self._taken)
        self.gathered.said.take_types(self.address)
        for taken in self._taken:
            if taken.subject != self.address:
                self.gathered.said.take_types(taken.subject)
        for what, example in self._remarks:
            self.gathered.remark(what, example)


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


def counted(elements: Mapping[str, KeptElement]) -> Counter[type[KeptElement]]:
    """How many elements there are of each kind."""
    return Counter(map(type, elements.values()))
