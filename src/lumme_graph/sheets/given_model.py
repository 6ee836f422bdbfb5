"""What a book says as a model: its state with all that was changed in it, checked cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from lumme_graph.base.guess import Guesses
from lumme_graph.base.label import Joined, Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.document import Data
from lumme_graph.reading.explain import explain
from lumme_graph.reading.model import Files
from lumme_graph.reading.write import plain
from lumme_graph.sheets.base_state import BookState, state_in
from lumme_graph.sheets.compare import BookChanges, Item, compare
from lumme_graph.sheets.given import BookError, GivenBook
from lumme_graph.sheets.matrix import MATRICES
from lumme_graph.sheets.matrix_in import MatrixReader
from lumme_graph.sheets.names import names_of, tags_of
from lumme_graph.sheets.read_back import CellFault, read_tables
from lumme_graph.sheets.values import BookNames

NO_STATE = Label(
    "the book does not say from what it was made ({sheet} is gone): it is compared with the model as "
    "it is now, and what was changed in the files meanwhile cannot be told"
)
_GUESSES: Final = 200


@dataclass(frozen=True)
class GivenModel:
    """A book as a model: what it was made from, what it says now, and what is to be said of it."""

    name: str
    base: Mapping[str, Item]
    settings: Settings
    changes: BookChanges
    checked: Mapping[str, Item]
    notes: tuple[Message, ...]
    speak: Speaker

    def place(self, element: str, path: tuple[str | int, ...] = ()) -> str:
        """The cell of a part of an element, else its row; the book itself where it has none."""
        item = self.changes.elements.get(element)
        return (self.changes.origins.place(item, path) if item is not None else "") or self.name


def given_model(
    book: GivenBook,
    now: ServiceGraph | None = None,
    *,
    lang: str | None = None,
    remove: bool = False,
) -> GivenModel:
    """What a book says, which is read in its own language. `now` is the model that it is brought into.

    `lang` is the language in which is told what was found, the book's own by default.

    Raises `BookError` where it cannot be told what the book was made from, or it is not of `now`.
    """
    state = state_in(book)
    notes: list[Message] = []
    if state is None:
        if now is None:
            raise BookError(f"{book.name} does not say of which model it is; bring it into one")
        base, settings, titles = {e.id: plain(e) for e in now}, now.settings, dict[str, str]()
        notes.append(NO_STATE.fill(sheet="_lumme"))
        graph = now
    else:
        if now is not None:
            _refuse_other(book, state, now)
        base, settings, titles = dict(state.elements), state.settings, state.titles
        own = Files(catalogues=now.files.catalogues) if now is not None else None
        graph = ServiceGraph(_elements(book, state), settings, files=own)
    of_book = graph.speaker(state.lang if state else lang or graph.settings.languages.required[0])
    speak = graph.speaker(lang) if lang is not None else of_book
    known = names_of(graph, of_book)
    if now is not None:
        known = BookNames(of_book, {**names_of(now, of_book).by_id, **known.by_id})
    read = read_tables(book, titles, tags_of(graph), of_book)
    changes = compare(base, read, known, remove=remove)
    for matrix in MATRICES:
        if matrix.key in read.rows:
            reader = MatrixReader(matrix, graph, changes, known, titles, remove=remove)
            for row in read.rows[matrix.key]:
                reader.row(row)
    checked = _checked(changes)
    return GivenModel(book.name, base, settings, changes, checked, (*notes, *read.notes), speak)


def _elements(book: GivenBook, state: BookState) -> Iterable[KeptElement]:
    try:
        return [KINDS[id_.partition("-")[0]].model_validate(e) for id_, e in state.elements.items()]
    except (ValidationError, KeyError):
        raise BookError(
            f"{book.name} was made by lumme {state.program}, whose models were others: "
            "make a new book with lumme sheet out"
        ) from None


def _refuse_other(book: GivenBook, state: BookState, now: ServiceGraph) -> None:
    common = sum(1 for id_ in state.elements if id_ in now)
    other_base = state.settings.base != now.settings.base
    if state.elements and len(now) and (not common or (other_base and common * 2 < len(now))):
        speak = now.speaker("en")
        raise BookError(
            f"{book.name} is a book of another model, {speak(state.settings.name).words}: "
            f"this one is {speak(now.settings.name).words}"
        )


def _checked(changes: BookChanges) -> dict[str, Item]:
    """The elements that were touched as they would be written; what cannot be is a fault of a cell."""
    checked: dict[str, Item] = {}
    for id_ in sorted(changes.touched):
        item = changes.elements.get(id_)
        if item is None:
            continue
        cls = KINDS[id_.partition("-")[0]]
        try:
            checked[id_] = plain(cls.model_validate(item))
        except ValidationError as error:
            changes.faults.extend(_faults(changes, error, cls, item))
    return checked


def _faults(
    changes: BookChanges, error: ValidationError, cls: type[KeptElement], item: Data
) -> Iterable[CellFault]:
    spot = changes.origins.spot(item)
    known = {fault.place for fault in changes.faults}
    found = explain(error, cls, KINDS, spot, str(item.get("id")), Guesses(_GUESSES))
    for detail, finding in zip(error.errors(include_url=False), found, strict=True):
        place = changes.origins.place(item, detail["loc"])
        if place not in known:
            yield CellFault(place, Joined((finding.problem, finding.remedy), ": "))
