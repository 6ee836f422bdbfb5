"""What a file says, by subject and property, and what of it has been taken.

Blank nodes are told by what is said of them, so that two that say the same are one, and neither the
order of a file nor the names it gives them matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode

from lumme_graph.rdf.foreign.prefixes import short

TYPE = "rdf:type"
BLANK = "_:"
"""What the name of a blank node begins with."""

_ROUNDS = 64
"""How far from a blank node is looked, at most, to tell it from others."""

Value = str | Literal
"""The address of a thing, or words."""


class Taken(NamedTuple):
    """One statement: of what, by which property, what is said."""

    subject: str
    property: str
    value: Value


class NotTaken(NamedTuple):
    """Statements for which a model has no place: of which class of things, by which property."""

    of: str
    property: str
    count: int
    example: str


class Statements:
    """What a file says; each statement is there once."""

    def __init__(self, subjects: Mapping[str, Mapping[str, Sequence[object]]]) -> None:
        """Index what a parser found, by the addresses of subjects and properties."""
        names = _names(subjects)
        found: dict[str, dict[str, set[Value]]] = {}
        for subject, said in subjects.items():
            of = found.setdefault(names.get(subject, subject), {})
            for predicate, values in said.items():
                of.setdefault(short(predicate), set()).update(_value(one, names) for one in values)
        self._of: Mapping[str, Mapping[str, Sequence[Value]]] = {
            subject: {name: sorted(of[name], key=_order) for name in sorted(of)}
            for subject, of in sorted(found.items())
        }
        self._taken: set[Taken] = set()
        self._back: dict[str, dict[str, list[str]]] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._of)

    def __contains__(self, subject: object) -> bool:
        return subject in self._of

    def of(self, subject: str, name: str) -> Sequence[Value]:
        """What a property says of a subject, in an order of its own."""
        return self._of.get(subject, {}).get(name, ())

    def nodes(self, subject: str, *names: str) -> list[str]:
        """The things that properties lead to."""
        found = (value for name in names for value in self.of(subject, name))
        return list(dict.fromkeys(value for value in found if isinstance(value, str)))

    def classes(self, subject: str) -> frozenset[str]:
        """The classes of a subject, by their short names."""
        return frozenset(map(short, self.nodes(subject, TYPE)))

    def having(self, classes: Iterable[str]) -> list[str]:
        """The subjects of any of some classes."""
        wanted = frozenset(classes)
        return [subject for subject in self if self.classes(subject) & wanted]

    def led_to(self, *names: str) -> list[str]:
        """The things that properties of anything lead to."""
        return list(dict.fromkeys(node for one in self for node in self.nodes(one, *names)))

    def from_where(self, name: str, node: str) -> list[str]:
        """The subjects from which a property leads to a thing."""
        if name not in self._back:
            back = self._back[name] = {}
            for subject in self:
                for value in self.nodes(subject, name):
                    back.setdefault(value, []).append(subject)
        return self._back[name].get(node, [])

    def every(self, *names: str) -> Iterator[Value]:
        """All that some properties say, of anything."""
        return (value for one in self for name in names for value in self.of(one, name))

    def take(self, taken: Iterable[Taken]) -> None:
        """Count statements as read."""
        self._taken.update(taken)

    def take_types(self, subject: str) -> None:
        """Count as read of which classes a subject is."""
        self.take(Taken(subject, TYPE, value) for value in self.of(subject, TYPE))

    def left(self) -> list[NotTaken]:
        """What has not been taken, by class and property."""
        counts: Counter[tuple[str, str]] = Counter()
        examples: dict[tuple[str, str], str] = {}
        for subject, of in self._of.items():
            kind = ", ".join(sorted(self.classes(subject)))
            for name, values in of.items():
                for value in values:
                    if Taken(subject, name, value) not in self._taken:
                        counts[kind, name] += 1
                        examples.setdefault((kind, name), example(value))
        return [NotTaken(*key, counts[key], examples[key]) for key in sorted(counts)]


def example(value: Value) -> str:
    """A value as it is shown beside a count."""
    return value if isinstance(value, str) else " ".join(value.value.split())


def _value(value: object, names: Mapping[str, str]) -> Value:
    if isinstance(value, BlankNode):
        return names.get(str(value), BLANK)
    if isinstance(value, NamedNode):
        return value.value
    return value if isinstance(value, Literal) else Literal(str(value))


def _order(value: Value) -> tuple[str, ...]:
    if isinstance(value, str):
        return "", value
    return "literal", value.language or "~", value.value, value.datatype.value


def _names(subjects: Mapping[str, Mapping[str, Sequence[object]]]) -> dict[str, str]:
    """A name for each blank node, from what is said of it, and of what it leads to, and so on."""
    said = {node: of for node, of in subjects.items() if node.startswith(BLANK)}
    names = dict.fromkeys(said, BLANK)
    told = 0
    for _ in range(_ROUNDS):
        names = {node: _digest(of, names) for node, of in said.items()}
        if (now := len(set(names.values()))) == told:
            break
        told = now
    return names


def _digest(said: Mapping[str, Sequence[object]], names: Mapping[str, str]) -> str:
    words = sorted((name, *_order(_value(one, names))) for name, of in said.items() for one in of)
    return f"{BLANK}x{sha256(repr(words).encode()).hexdigest()[:16]}"
