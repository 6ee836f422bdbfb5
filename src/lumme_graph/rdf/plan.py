"""How the nodes of one class become triples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import NamedNode, Triple

from lumme_graph.rdf.terms import Pair, named

Values = Mapping[str, Any]
"""The fields of a node by name, as pydantic keeps them."""

Part = tuple["ClassPlan", NamedNode, Values, Iterable[Pair]]
"""A node that belongs to another and is written after it, with what else is said of it."""

Write = Callable[[NamedNode, Any, list[Triple], list[Part]], None]
"""Adds what one field says of a subject, and the parts that are to be written after it."""

_TYPE = named("rdf:type")
_NOTHING: tuple[()] = ()


@dataclass(slots=True)
class ClassPlan:
    """What is written of each node of a class: its types, its fields in order, its parts.

    `coded` are the fields whose values say more types, `missable` those that may have no value;
    `between` are the nodes that stand between it and some of its values.
    """

    types: tuple[NamedNode, ...]
    coded: list[str] = field(default_factory=list[str])
    missable: list[str] = field(default_factory=list[str])
    fields: list[tuple[str, Write]] = field(default_factory=list[tuple[str, Write]])
    between: list[Between] = field(default_factory=list["Between"])

    def write(
        self, subject: NamedNode, values: Values, pairs: Iterable[Pair], out: list[Triple]
    ) -> None:
        """Add the triples of one node to `out`, then those of its parts; `pairs` say more of it."""
        out.extend([Triple(subject, _TYPE, iri) for iri in self.types])
        for name in self.coded:
            iris: tuple[str, ...] = getattr(values[name], "iris", ())
            out.extend(Triple(subject, _TYPE, named(term)) for term in iris)
        parts: list[Part] = []
        for name, write in self.fields:
            value = values[name]
            if value is not None and value is not _NOTHING:
                write(subject, value, out, parts)
        for between in self.between:
            between.write(subject, values, out, parts)
        out.extend(Triple(subject, predicate, term) for predicate, term in pairs)
        for plan, node, part, more in parts:
            plan.write(node, part, more, out)


@dataclass(frozen=True, slots=True)
class Between:
    """A node between an owner and some of its values, such as the interval of a membership."""

    predicate: NamedNode
    local: str
    plan: ClassPlan

    def write(
        self, subject: NamedNode, values: Values, out: list[Triple], parts: list[Part]
    ) -> None:
        """Link it to its owner where it has any value, and leave its own triples for later.

        A value that is always there does not count: a currency without a sum says nothing.
        """
        if any(values[name] is not None for name in self.plan.missable):
            node = NamedNode(f"{subject.value}/{self.local}")
            out.append(Triple(subject, self.predicate, node))
            parts.append((self.plan, node, values, ()))
