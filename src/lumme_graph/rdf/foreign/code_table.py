"""Schemes of concepts as a table of codes, for a spreadsheet or a program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.languages import spoken
from lumme_graph.base.speaker import Speaker
from lumme_graph.base.text import Text
from lumme_graph.rdf.foreign.gathering import NAMELESS, Gathered, Resource, own_word
from lumme_graph.rdf.foreign.readers import string
from lumme_graph.rdf.foreign.skos import IN_SCHEME, concept_name, concepts, schemes
from lumme_graph.rdf.foreign.statements import Statements
from lumme_graph.views.left import STATEMENTS, LeftOver, left_said, left_table
from lumme_graph.views.table import Table

HEADS = ("list", "uri", "code", "broader")
"""The columns before the names, one of which there is for each language."""


NO_COLUMN = Label("the table has no column for it")

_TAKEN = Counted("{n} code from {file}", "{n} codes from {file}")

Row = tuple[str, ...]
"""The cells of a row."""


@dataclass(frozen=True, slots=True)
class ImportedCodes:
    """The concepts of schemes as rows under heads, and what was not taken of them."""

    heads: Row
    rows: Sequence[Row]
    source: str
    left: tuple[LeftOver, ...] = ()
    notes: tuple[Message, ...] = ()

    def said(self, lang: str = "en") -> Iterator[str]:
        """What was taken, and what else there is to say, in a language."""
        speak = Speaker(spoken(lang))
        yield speak(_TAKEN, n=len(self.rows), file=self.source).shown
        yield from left_said(self.notes, self.left, speak, STATEMENTS)

    def left_table(self, lang: str = "en") -> Table:
        """What was not taken: property, count, an example, and why."""
        return left_table(self.left, Speaker(spoken(lang)), STATEMENTS)


def code_rows(gathered: Gathered) -> tuple[Row, list[Row]]:
    """The heads of the table, and a row for each concept that has a name."""
    found: list[tuple[Row, Text]] = []
    lists = _lists(gathered.said)
    for address in concepts(gathered.said):
        if address in gathered.reasons:
            continue
        thing = Resource(gathered, address)
        label = concept_name(thing)
        if label is None:
            gathered.reasons[address] = NAMELESS
            continue
        found.append(((_scheme(thing, lists), address, _code(thing), _broader(thing)), label))
        thing.keep()
    tags = sorted({tag for _, label in found for tag in label})
    rows = [(*row, *(label.get(tag, "") for tag in tags)) for row, label in found]
    return (*HEADS, *(f"label_{tag}" for tag in tags)), rows


def _code(thing: Resource) -> str:
    return string(thing, "skos:notation") or own_word(thing.gathered.said, thing.address)


def _lists(said: Statements) -> Mapping[str, str]:
    """A word for each scheme that no other has, by its address."""
    words: dict[str, str] = {}
    used: set[str] = set()
    for scheme in schemes(said):
        stem = word = own_word(said, scheme)
        n = 1
        while word in used:
            n += 1
            word = f"{stem}-{n}"
        used.add(word)
        words[scheme] = word
    return words


def _scheme(thing: Resource, lists: Mapping[str, str]) -> str:
    """The lists it belongs to, each in a word."""
    found: dict[str, None] = {}
    for name in IN_SCHEME:
        for value in thing.of(name):
            if isinstance(value, str):
                found[lists[value]] = None
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
