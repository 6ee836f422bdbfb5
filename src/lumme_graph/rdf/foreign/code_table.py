"""Schemes of concepts as a table of codes, for a spreadsheet or a program."""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.base.text import Text
from lumme_graph.rdf.foreign.gathering import NAMELESS, Gathered, Resource, own_word
from lumme_graph.rdf.foreign.readers import string
from lumme_graph.rdf.foreign.skos import concept_name, concepts

HEADS = ("list", "uri", "code", "broader")
"""The columns before the names, one of which there is for each language."""

_IN_SCHEME = ("skos:inScheme", "skos:topConceptOf")


def code_rows(gathered: Gathered) -> Iterator[tuple[str, ...]]:
    """The head of the table, and a row for each concept that has a name."""
    found: list[tuple[tuple[str, ...], Text]] = []
    for address in concepts(gathered.said):
        thing = Resource(gathered, address)
        label = concept_name(thing)
        if label is None:
            gathered.reasons[address] = NAMELESS
            continue
        found.append(((_scheme(thing), address, _code(thing), _broader(thing)), label))
        thing.keep()
    tags = sorted({tag for _, label in found for tag in label})
    yield (*HEADS, *(f"label_{tag}" for tag in tags))
    for row, label in found:
        yield (*row, *(label.get(tag, "") for tag in tags))


def _code(thing: Resource) -> str:
    return string(thing, "skos:notation") or own_word(thing.gathered.said, thing.address)


def _scheme(thing: Resource) -> str:
    """The lists it belongs to, each in a word."""
    found: dict[str, None] = {}
    for name in _IN_SCHEME:
        for value in thing.of(name):
            if isinstance(value, str):
                found[own_word(thing.gathered.said, value)] = None
                thing.take(name, value)
    return " ".join(found)


def _broader(thing: Resource) -> str:
    """The codes of the concepts right above it."""
    found: list[str] = []
    for value in thing.of("skos:broader"):
        if isinstance(value, str):
            found.append(_code(Resource(thing.gathered, value)))
            thing.take("skos:broader", value)
    return " ".join(found)
