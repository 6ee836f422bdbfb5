"""Nodes and literals as objects: for the own vocabulary, and to read. An export spells its own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from lumme_graph.base.label import Message
from lumme_graph.base.text import Text
from lumme_graph.rdf.addresses import address
from lumme_graph.rdf.oxigraph import Literal, NamedNode
from lumme_graph.rdf.vocabulary import expand

Term = NamedNode | Literal
"""What can be the object of a triple."""

Pair = tuple[NamedNode, Term]
"""A predicate and an object: a triple whose subject is known."""


@cache
def named(term: str) -> NamedNode:
    """The node of a vocabulary's term, such as `dct:title`."""
    return NamedNode(expand(term))


class Tags(dict[tuple[str, ...], tuple[str, ...]]):
    """Language tags in the model's order: those that it declares, then the others by themselves."""

    def __init__(self, order: Iterable[str]) -> None:
        super().__init__()
        self._order = tuple(order)

    def __missing__(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        for tag in tags:
            _check_tag(tag)
        known = [tag for tag in self._order if tag in tags]
        ordered = self[tags] = (*known, *sorted(tag for tag in tags if tag not in known))
        return ordered

    def literals(self, text: Text) -> list[Literal]:
        """A text as one literal per language."""
        words = dict(text.items())
        return [Literal(words[tag], language=tag) for tag in self[tuple(words)]]

    def label(self, label: Message, more: str = "") -> list[Literal]:
        """A label as one literal per language, with something after it."""
        words = label.by_tag()
        return self.literals(Text({tag: said + more for tag, said in words.items() if said}))


def _check_tag(tag: str) -> None:
    try:
        Literal("", language=tag)
    except ValueError:
        raise ValueError(f"{tag} is not a language tag of BCP 47: RDF cannot carry it") from None


def published(text: str) -> Term:
    """An address that others have given something; plain words where it is none."""
    iri = address(text)
    if iri is not None:
        try:
            return NamedNode(iri)
        except ValueError:
            pass
    return Literal(text)
