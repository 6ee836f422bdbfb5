"""What is said of one subject: stated in the model, derived from it, or private."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from lumme_graph.rdf.terms import Pair, Term, named

_TYPE: Final = named("rdf:type")
_ORDER: Final = named("lg:order")
_MARK: Final = named("lg:derivedProperty")

ALWAYS_DERIVED: Final = frozenset(
    map(
        named,
        (
            "rdfs:label",
            "lg:position",
            "lg:currentFingerprint",
            "lg:offeredByDefault",
            "lg:hasTextIn",
            "lg:factNumber",
        ),
    )
)
"""The properties that are nowhere stated, so that no mark is needed where graphs are one."""


class Block:
    """The triples of one subject, apart by the graph that they belong to.

    `own` is its own class, by which it is read back; a subject without one is derived whole,
    unless it is `plain`. `owner` is the id of the element that it is, or is a part of.
    """

    __slots__ = (
        "_orders",
        "derived",
        "own",
        "owner",
        "plain",
        "private",
        "stated",
        "subject",
        "types",
    )

    def __init__(
        self,
        subject: NamedNode,
        own: NamedNode | None = None,
        types: Iterable[NamedNode] = (),
        *,
        plain: bool = False,
        owner: str = "",
    ) -> None:
        self.subject = subject
        self.own = own
        self.types = list(types)
        self.plain = plain
        self.owner = owner
        self.stated: list[Triple] = []
        self.derived: list[Triple] = []
        self._orders: list[Triple] = []
        self.private: list[Triple] = []

    def state(self, predicate: NamedNode, term: Term) -> None:
        """Say what the model states."""
        self.stated.append(Triple(self.subject, predicate, term))

    def order(self, entries: str) -> None:
        """Say in which order a list is; all orders stand together, after what else is stated."""
        self._orders.append(Triple(self.subject, _ORDER, Literal(entries)))

    def hide(self, predicate: NamedNode, term: Term) -> None:
        """Say what is for those who keep the model."""
        self.private.append(Triple(self.subject, predicate, term))

    def hide_all(self) -> None:
        """Make all that is said private; nothing follows from it."""
        self.private = [*self.of_stated(), *self.private]
        self.own, self.types, self.stated, self.derived, self._orders = None, [], [], [], []

    def derive(self, predicate: NamedNode, term: Term) -> None:
        """Say what follows."""
        if predicate == _TYPE:
            if isinstance(term, NamedNode) and term not in self.types:
                self.types.append(term)
        else:
            self.derived.append(Triple(self.subject, predicate, term))

    def derive_all(self, pairs: Iterable[Pair]) -> None:
        """Say all that follows."""
        for predicate, term in pairs:
            self.derive(predicate, term)

    def of_stated(self) -> Iterator[Triple]:
        """What stands in the stated graph."""
        if self.own is not None:
            yield Triple(self.subject, _TYPE, self.own)
        yield from self.stated
        yield from self._orders

    def of_derived(self) -> Iterator[Triple]:
        """What stands in the derived graph."""
        for iri in self.types:
            yield Triple(self.subject, _TYPE, iri)
        yield from dict.fromkeys(self.derived)

    def as_one(self, *, private: bool = False) -> Iterator[Triple]:
        """All of it, with a mark for each property whose values are derived."""
        if self.own is not None:
            yield Triple(self.subject, _TYPE, self.own)
        for iri in self.types:
            yield Triple(self.subject, _TYPE, iri)
        yield from self.stated
        yield from self._orders
        derived = dict.fromkeys(self.derived)
        yield from derived
        if self.own is not None or self.plain:
            for predicate in dict.fromkeys(triple.predicate for triple in derived):
                if predicate not in ALWAYS_DERIVED:
                    yield Triple(self.subject, _MARK, predicate)
        if private:
            yield from self.private
