"""What is said of one subject: stated in the model, derived from it, or private."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lumme_graph.rdf.spelled import Pair, Term, is_node, named, string

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
    """What is said of one subject, apart by the graph that it belongs to.

    Each thing said is a predicate, a space and an object. `own` is its own class, by which it is
    read back; a subject without one is derived whole, unless it is `plain`. `owner` is the id of
    the element that it is, or is a part of.
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
        subject: Term,
        own: Term | None = None,
        types: Iterable[Term] = (),
        *,
        plain: bool = False,
        owner: str = "",
    ) -> None:
        self.subject = subject
        self.own = own
        self.types = list(types)
        self.plain = plain
        self.owner = owner
        self.stated: list[str] = []
        self.derived: dict[str, None] = {}
        self._orders: list[str] = []
        self.private: list[str] = []

    def state(self, predicate: Term, term: Term) -> None:
        """Say what the model states."""
        self.stated.append(f"{predicate} {term}")

    def order(self, entries: str) -> None:
        """Say in which order a list is; all orders stand together, after what else is stated."""
        self._orders.append(f"{_ORDER} {string(entries)}")

    def hide(self, predicate: Term, term: Term) -> None:
        """Say what is for those who keep the model."""
        self.private.append(f"{predicate} {term}")

    def hide_all(self) -> None:
        """Make all that is said private; nothing follows from it."""
        self.private = [*self.of_stated(), *self.private]
        self.own, self.types, self.stated, self.derived, self._orders = None, [], [], {}, []

    def derive(self, predicate: Term, term: Term) -> None:
        """Say what follows."""
        if predicate == _TYPE:
            if is_node(term) and term not in self.types:
                self.types.append(term)
        else:
            self.derived[f"{predicate} {term}"] = None

    def derive_all(self, pairs: Iterable[Pair]) -> None:
        """Say all that follows."""
        for predicate, term in pairs:
            self.derive(predicate, term)

    def of_stated(self) -> list[str]:
        """What stands in the stated graph."""
        own = [] if self.own is None else [f"{_TYPE} {self.own}"]
        return [*own, *self.stated, *self._orders]

    def of_derived(self) -> list[str]:
        """What stands in the derived graph."""
        return [*(f"{_TYPE} {iri}" for iri in self.types), *self.derived]

    def as_one(self, *, private: bool = False) -> list[str]:
        """All of it, with a mark for each property whose values are derived."""
        classes = self.types if self.own is None else [self.own, *self.types]
        types = [f"{_TYPE} {iri}" for iri in classes]
        said = [*types, *self.stated, *self._orders, *self.derived]
        if self.own is not None or self.plain:
            predicates = {pair[: pair.index(" ")]: None for pair in self.derived}
            said += [f"{_MARK} {one}" for one in predicates if one not in ALWAYS_DERIVED]
        return [*said, *self.private] if private else said

    def lines(self, said: list[str], graph: Term = "") -> str:
        """Some of what is said as N-Triples, or N-Quads of a graph."""
        if not said:
            return ""
        end = f" {graph} .\n" if graph else " .\n"
        return f"{self.subject} {f'{end}{self.subject} '.join(said)}{end}"
