"""What a file says, by subject and property, and what of it has been taken.

Blank nodes are told by what is said of them, so that two that say the same are one, and neither the
order of a file nor the names it gives them matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from typing import Final, NamedTuple

from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.rdf.foreign.prefixes import short
from lumme_graph.rdf.oxigraph import BlankNode, Literal, NamedNode
from lumme_graph.views.left import NO_FIELD, LeftOver, LeftOvers

UNUSED: Final = Label("nothing is made of this class: {kind}")
WITHOUT_CLASS: Final = Label("nothing is made of what has no class")

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
        self._why: dict[Taken, Message] = {}
        self._back: dict[str, dict[str, list[str]]] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._of)

    def __len__(self) -> int:
        return len(self._of)

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

    def leave(self, why: Mapping[Taken, Message]) -> None:
        """Keep why statements are not read, for those that nobody reads."""
        self._why.update(why)

    def left(
        self, reasons: Mapping[str, Message], no_place: Message = NO_FIELD
    ) -> tuple[LeftOver, ...]:
        """What has not been read, and why.

        A statement has its own reason, else `reasons` has one for all that is said of a thing, else
        nothing is made of its class, or there is `no_place` for it.
        """
        left = LeftOvers()
        for subject, of in self._of.items():
            rest = [
                one
                for name, values in of.items()
                for value in values
                if (one := Taken(subject, name, value)) not in self._taken
            ]
            is_read = len(rest) < sum(map(len, of.values()))
            why = no_place if is_read else reasons.get(subject) or self._unused(subject)
            owner = self._owner(subject)
            for one in rest:
                left.add(one.property, owner, why=self._why.get(one, why))
        return left.rows()

    def _owner(self, subject: str) -> str:
        """A thing by an address: of a blank node, the nearest that leads to it and has one."""
        seen = [subject]
        for one in seen:
            if not one.startswith(BLANK):
                return one
            seen += [above for above in self._leading_to.get(one, ()) if above not in seen]
        return subject

    @cached_property
    def _leading_to(self) -> dict[str, list[str]]:
        """The subjects that lead to each blank node."""
        found: dict[str, list[str]] = {}
        for subject, of in self._of.items():
            for values in of.values():
                for value in values:
                    if isinstance(value, str) and value.startswith(BLANK):
                        found.setdefault(value, []).append(subject)
        return found

    def _unused(self, subject: str) -> Message:
        classes = sorted(self.classes(subject))
        return UNUSED.fill(kind=Plain(", ".join(classes))) if classes else WITHOUT_CLASS


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
