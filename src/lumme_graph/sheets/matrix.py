"""Offers and adoptions as the matrix that people draw: items down, libraries across, yes, no or empty.

A cell says what is stated of the library itself. What follows from a statement made elsewhere, of the
network or a branch, stands in brackets; a statement that a cell cannot hold whole, since it ends or is
one of several, has a star. Empty is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

from lumme_graph.analysis.adoption import adoptions
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Label, Message
from lumme_graph.base.truth import Truth
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import (
    Adoption,
    AdoptionState,
    Coverable,
    Offer,
    Practice,
    Service,
    Touchpoint,
    YesNo,
)
from lumme_graph.elements.promise import Commitment
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import name_label, short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.kind import Coded
from lumme_graph.sheets.book import EMPTY, BookCell, BookColumn, BookSheet, CellUse, Seen
from lumme_graph.sheets.layout import Choices
from lumme_graph.sheets.values import BookNames, CodeForm

AT: Final = "at:"
"""What the name of a library's column begins with."""
NAME: Final = "name"
STAR: Final = " *"
_SIMPLE: Final = frozenset({"at", "is_", "from_", "standing", "sources", "as_of", "derivation"})

_OFFERS = Label("Offers at libraries")
_ADOPTIONS = Label("Adoptions at libraries")
_OFFERS_ABOUT = Label(
    "Which service, touchpoint or path is offered where: yes, no, or empty for not known. "
    "In brackets: it follows from what is stated elsewhere. With a star: see the sheet of offers."
)
_ADOPTIONS_ABOUT = Label(
    "Which library has taken up which practice; empty is not known. In brackets: it follows from "
    "what is stated elsewhere. With a star: see the sheet of adoptions."
)
_ID = Label("id")
_NAME = Label("name")
_WHOLE = Label("What is stated of the whole network.")
_HERE = Label("What is stated of {name} itself. Empty is not known, and never a no.")
_FROM = Label("from {day}")
_TO = Label("to {day}")
_SOURCES = Label("sources: {ids}")
_FINER = Label("Change it in the sheet of its own: a cell here cannot hold all of it.")
_CHOOSE = Label("Write {codes}, or nothing where it is not known.")

Stated = Offer | Adoption
"""A statement of one place."""


@dataclass(frozen=True)
class SheetMatrix:
    """A matrix: what it is of, which field holds the statements and which table they have, the codes for yes and no."""

    key: str
    label: Message
    about: Message
    kinds: tuple[type[KeptElement], ...]
    field: str
    records: str
    yes: Coded
    no: Coded

    @cached_property
    def code(self) -> CodeForm:
        """How a cell says yes and no."""
        return CodeForm({one.value: one.label for one in (self.yes, self.no)})


MATRICES: Final = (
    SheetMatrix(
        "matrix_offered",
        _OFFERS,
        _OFFERS_ABOUT,
        (Service, Touchpoint, Path, Profile, Commitment),
        "offered",
        "offered",
        YesNo.YES,
        YesNo.NO,
    ),
    SheetMatrix(
        "matrix_adopted",
        _ADOPTIONS,
        _ADOPTIONS_ABOUT,
        (Practice,),
        "adopted",
        "practice.adopted",
        AdoptionState.ADOPTED,
        AdoptionState.NOT_ADOPTED,
    ),
)


MOST_CELLS: Final = 60_000
"""A larger matrix is no picture any more, and is left out."""


def fits(matrix: SheetMatrix, graph: ServiceGraph) -> bool:
    """Is a matrix small enough to be looked at?"""
    return sum(1 for _ in items_of(matrix, graph)) * len(places_of(graph)) <= MOST_CELLS


def places_of(graph: ServiceGraph) -> list[Organisation]:
    """The columns of a matrix: the network, then its libraries."""
    network = graph.get(graph.settings.network)
    return [*filter(None, [network]), *Day.of(graph).libraries]


def items_of(matrix: SheetMatrix, graph: ServiceGraph) -> Iterator[KeptElement]:
    """The rows of a matrix."""
    for kind in matrix.kinds:
        yield from graph.all(kind)


def matrix_sheet(
    matrix: SheetMatrix, title: str, graph: ServiceGraph, names: BookNames, choices: Choices
) -> BookSheet:
    """A matrix as a sheet."""
    speak, places = names.speak, places_of(graph)
    choices.lists.setdefault(matrix.key, list(matrix.code.words(names).values()))
    keys = [
        f"{matrix.key}#id",
        f"{matrix.key}#{NAME}",
        *(f"{matrix.key}#{AT}{p.id}" for p in places),
    ]
    heads = [
        BookCell(speak.capital(_ID).words, CellUse.HEAD, speak(matrix.about).words),
        BookCell(speak.capital(_NAME).words, CellUse.HEAD),
        *(_place_head(graph, place, names) for place in places),
    ]
    known = inferred(matrix, graph)
    rows = [_row(matrix, item, places, known[item.id], names) for item in items_of(matrix, graph)]
    words = ", ".join(matrix.code.words(names).values())
    refusal = speak(_CHOOSE, codes=words).words
    return BookSheet(
        title=title,
        rows=[[BookCell(key, CellUse.SHOWN) for key in keys], heads, *rows],
        columns=[
            BookColumn(26, CellUse.KEY),
            BookColumn(36, CellUse.SHOWN),
            *(BookColumn(13, CellUse.TEXT, matrix.key, refusal=refusal) for _ in places),
        ],
        heads=2,
        sides=2,
        filters=True,
        hidden_rows=frozenset({1}),
        heights={2: 32},
        seen=Seen.SHOWN if rows and places else Seen.HIDDEN,
        colour="1F77B4",
        name=matrix.key,
    )


def _place_head(graph: ServiceGraph, place: Organisation, names: BookNames) -> BookCell:
    whole = place.id == graph.settings.network
    name = names.speak(name_label(place) if whole else short_label(graph, place)).words
    note = _WHOLE if whole else _HERE.fill(name=names.speak(name_label(place)).words)
    return BookCell(name, CellUse.HEAD, f"{names.speak(note).words}\n\n{place.id}")


def _row(
    matrix: SheetMatrix,
    item: KeptElement,
    places: Sequence[Organisation],
    known: Mapping[str, Truth],
    names: BookNames,
) -> list[BookCell]:
    cells = matrix_cells(matrix, item, [place.id for place in places], known, names)
    name = names.by_id.get(item.id, "")
    return [BookCell(item.id, CellUse.KEY), BookCell(name, CellUse.SHOWN), *cells]


def inferred(matrix: SheetMatrix, graph: ServiceGraph) -> Mapping[str, Mapping[str, Truth]]:
    """What is known of each item at each library on the model's day, by their ids."""
    day = Day.of(graph)
    if matrix.field == "adopted":
        return {
            item: {place: told.state for place, told in row.items()}
            for item, row in adoptions(day).items()
        }
    found: dict[str, dict[str, Truth]] = {}
    for item in items_of(matrix, graph):
        if isinstance(item, Coverable):
            pairs = zip(day.libraries, day.offers.row(item), strict=True)
            found[item.id] = {place.id: truth for place, truth in pairs}
    return found


def stated(matrix: SheetMatrix, item: KeptElement, place: str) -> list[Stated]:
    """What is stated of an item at a place itself."""
    said: Sequence[Stated] = getattr(item, matrix.field)
    return [one for one in said if one.at == place]


def matrix_cells(
    matrix: SheetMatrix,
    item: KeptElement,
    places: Iterable[str],
    known: Mapping[str, Truth],
    names: BookNames,
) -> Iterator[BookCell]:
    """What is said of an item at each of some places."""
    words = matrix.code.words(names)
    said: dict[str, list[Stated]] = {}
    for one in cast("Sequence[Stated]", getattr(item, matrix.field)):
        said.setdefault(one.at, []).append(one)
    inferred_cells = {
        truth: BookCell(f"({words[(matrix.yes if truth else matrix.no).value]})", CellUse.SHOWN)
        for truth in (True, False)
    }
    for place in places:
        mine, truth = said.get(place), known.get(place)
        if mine:
            yield _stated_cell(matrix, mine, truth, words, names)
        else:
            yield EMPTY if truth is None else inferred_cells[truth]


def _stated_cell(
    matrix: SheetMatrix,
    said: Sequence[Stated],
    truth: Truth,
    words: Mapping[str, str],
    names: BookNames,
) -> BookCell:
    """What is stated of a place itself."""
    note = "\n\n".join(_said(one, words, names) for one in said)
    finer = f"{note}\n\n{names.speak(_FINER).words}"
    if len(said) == 1:
        code = str(said[0].is_.value)
        use = CellUse.YES if code == matrix.yes.value else CellUse.NO
        if is_simple(said[0]):
            return BookCell(words[code], use, note)
        return BookCell(words[code] + STAR, use, finer)
    word = "?" if truth is None else words[(matrix.yes if truth else matrix.no).value]
    use = CellUse.SHOWN if truth is None else CellUse.YES if truth else CellUse.NO
    return BookCell(word + STAR, use, finer)


def is_simple(one: Stated) -> bool:
    """Can a cell hold a statement: does it neither end nor begin on a day that is known?"""
    told = one.model_fields_set - {"to"}
    if one.to is not None or one.id is not None or not told <= _SIMPLE:
        return False
    return one.from_ is None or one.from_.earliest is None


def _said(one: Stated, words: Mapping[str, str], names: BookNames) -> str:
    speak = names.speak
    parts = [words[str(one.is_.value)]]
    ends: list[tuple[Label, UncertainDate | None]] = [(_FROM, one.from_), (_TO, one.to)]
    parts += [speak(label, day=day).words for label, day in ends if day is not None]
    if one.sources:
        parts.append(speak(_SOURCES, ids=", ".join(one.sources)).words)
    return "; ".join(parts)
