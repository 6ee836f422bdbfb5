"""One reading of own RDF: what the file says, what has been taken of it, and what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from lumme_graph.base.label import Message
from lumme_graph.base.tags import tidy
from lumme_graph.rdf.oxigraph import Literal, NamedNode, Quad
from lumme_graph.rdf.read.parsed import BySubject, Said, Value
from lumme_graph.rdf.vocabulary import expand
from lumme_graph.views.left import NO_FIELD, LeftOvers

TYPE: Final = expand("rdf:type")
ORDER: Final = expand("lg:order")
MARK: Final = expand("lg:derivedProperty")
AFTER: Final = expand("lg:listedAfter")
_POSITION: Final = expand("lg:position")

Orders = Mapping[str, list[str]]
"""The entries of lists in their order, by the names of the lists."""

NO_ORDERS: Final[Orders] = {}
MISSING: Final = "it is missing, and must be there; add it"
_LONG: Final = 10
_LAST: Final = 10**_LONG


class Unmeant(Exception):  # noqa: N818 - it is noted, and the reading goes on
    """What is said of a subject under a property cannot be meant; what to do about it."""


class OwnReading:
    """What is read of one model, by the addresses that begin with its base."""

    def __init__(self, subjects: BySubject, base: str) -> None:
        self.subjects = subjects
        self.base = base
        self.left = LeftOvers()
        self.not_taken: set[tuple[str, str]] = set()
        self.taken: set[str] = set()
        self.faults: list[tuple[str, str, str]] = []
        self.nodes: dict[int, str] = {}
        self.settings: dict[tuple[str, ...], tuple[str, str]] = {}
        self.unordered: Counter[str] = Counter()
        self.languages: tuple[str, ...] = ()
        self._spelt: dict[str, str] = {}

    def speak(self, languages: Iterable[str]) -> None:
        """The languages of the model, the source first: their tags are spelt so."""
        self.languages = tuple(languages)
        self._spelt = {tag.lower(): tag for tag in self.languages}

    def take(self, subject: str) -> Said:
        """What is said of a subject, which is then taken; nothing where it is not there."""
        said: Said = {}
        if subject in self.subjects:
            self.taken.add(subject)
            for quad in self.subjects[subject]:
                said.setdefault(quad.predicate.value, []).append(quad.object)
        return said

    def part(self, value: Value) -> tuple[str, list[Quad]]:
        """The address of a part and what is said of it, which is then taken.

        Raises `Unmeant` where nothing is.
        """
        node = value.value if type(value) is NamedNode else ""
        quads = self.subjects.get(node)
        if quads is None:
            raise Unmeant(f"nothing is said of the part {value}; it is missing in the file")
        self.taken.add(node)
        return node, quads

    def leave(self, subject: str, predicate: str, count: int, why: Message = NO_FIELD) -> None:
        """Statements that are not taken."""
        self.left.add(predicate, subject, count, why)
        self.not_taken.add((subject, predicate))

    def fault(self, subject: str, predicate: str, words: str) -> None:
        """What cannot be meant."""
        self.faults.append((subject, predicate, words))

    def one(self, values: list[Value]) -> Value:
        """The value of a property that has one.

        Raises `Unmeant` where it has more.
        """
        if len(values) > 1:
            values = list(dict.fromkeys(values))
            if len(values) > 1:
                some = " and ".join(sorted(map(str, values))[:2])
                raise Unmeant(f"there are two values where one belongs: {some}; keep one")
        return values[0]

    def text(self, values: list[Value]) -> dict[str, str]:
        """Words by language, the tags as the model declares them, else as they are usually spelt.

        Raises `Unmeant` for what has no language, and for two texts in one.
        """
        by_tag: dict[str, str] = {}
        for value in values:
            tag = value.language if isinstance(value, Literal) else None
            if not isinstance(value, Literal) or tag is None:
                raise Unmeant(f"{value} is no text in a language; give it the tag of one")
            words = value.value
            spelt = self._spelt.get(tag)
            if spelt is None:
                spelt = self._spelt[tag] = self._spelt.get(tag.lower()) or tidy(tag)
            if by_tag.setdefault(spelt, words) != words:
                raise Unmeant(f"there are two texts in {spelt} where one belongs; keep one")
        if len(by_tag) == 1:
            return by_tag
        order = [tag for tag in self.languages if tag in by_tag]
        order += sorted(by_tag.keys() - set(order))
        return {tag: by_tag[tag] for tag in order}

    def local(self, value: Value) -> str:
        """What of an address of the model stands after its base. Raises `Unmeant` for another one."""
        if type(value) is NamedNode:
            iri: str = value.value
            if iri.startswith(self.base):
                return iri[len(self.base) :]
        raise Unmeant(f"{value} does not begin with the base of the model, {self.base}")

    def orders(self, values: Iterable[Value]) -> Orders:
        """The lists whose order is said, by their names. Raises `Unmeant` for two orders of one."""
        found: dict[str, list[str]] = {}
        for value in values:
            name, *entries = lexical(self, value).split(" ")
            if found.setdefault(name, entries) != entries:
                raise Unmeant(f"there are two orders of {name} where one belongs; keep one")
        return found

    def note_order(self, name: str, orders: Orders, entries: Collection[object]) -> None:
        """Count a list of some entries whose order means something, and is not said."""
        if len(entries) > 1 and name not in orders:
            self.unordered[name] += 1

    def has_place(self, subject: str) -> bool:
        """Is the place of a part in its whole said?"""
        return self.position(subject) < _LAST

    def position(self, subject: str) -> int:
        """The place of a part in its whole, as far as it is said."""
        for quad in self.subjects.get(subject, ()):
            if quad.predicate.value == _POSITION and isinstance(quad.object, Literal):
                said = quad.object.value
                return int(said) if said.isdecimal() and len(said) < _LONG else _LAST
        return _LAST


def lexical(_: OwnReading, value: Value) -> str:
    """The words of a literal that is no text in a language. Raises `Unmeant` for all else."""
    if type(value) is Literal and value.language is None:
        return value.value
    raise Unmeant(f"{value} is no plain value; write it as a literal without a language")


def spelling(reading: OwnReading, value: Value) -> str:
    """An address or plain words. Raises `Unmeant` for all else."""
    return value.value if type(value) is NamedNode else lexical(reading, value)
