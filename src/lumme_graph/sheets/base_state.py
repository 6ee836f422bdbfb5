"""What a book was made from, kept in it on a veiled sheet: so a change is told from what was there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ValidationError

from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.document import Data, is_map
from lumme_graph.reading.write import plain
from lumme_graph.sheets.book import BookCell, BookSheet, Seen
from lumme_graph.sheets.given import BookError, GivenBook
from lumme_graph.sheets.rows import Elements

STATE: Final = "_lumme"
"""The title of the sheet."""
FRONT: Final = "_front"
"""The name of the first sheet, which is for the reader alone."""
VERSION: Final = 1
"""The form of books that this program writes, and the newest that it reads."""
_CHUNK: Final = 30_000
_FORM: Final = "book"
_ELEMENT: Final = "element"
_SHEET: Final = "sheet"
_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


@dataclass(frozen=True)
class BookState:
    """What a book says of itself: its model, when it was made, and what stood in it then."""

    settings: Settings
    lang: str
    fingerprint: str
    program: str
    elements: Elements
    titles: dict[str, str]


def state_of(graph: ServiceGraph, lang: str, program: str, titles: dict[str, str]) -> BookState:
    """The state that a book of a model is to keep; `titles` are those of its sheets by table."""
    elements = {element.id: plain(element) for element in graph}
    return BookState(graph.settings, lang, _fingerprint(elements), program, elements, titles)


def _fingerprint(elements: Elements) -> str:
    """What all elements say, in sixteen digits."""
    found = hashlib.sha256()
    for id_ in sorted(elements):
        found.update(_JSON.encode(elements[id_]).encode())
    return found.hexdigest()[:16]


def state_sheet(state: BookState) -> BookSheet:
    """The state as a sheet that nobody sees."""
    rows = [[BookCell(words) for words in row] for row in _rows(state)]
    return BookSheet(STATE, rows, seen=Seen.VEILED, locked=True, name=STATE)


def _rows(state: BookState) -> Iterator[Sequence[str]]:
    yield _FORM, str(VERSION)
    yield "program", state.program
    yield "lang", state.lang
    yield "fingerprint", state.fingerprint
    yield "settings", *_chunks(plain(state.settings))
    for table, title in state.titles.items():
        yield _SHEET, table, title
    for id_, element in state.elements.items():
        yield _ELEMENT, id_, *_chunks(element)


def _chunks(data: Data) -> Iterator[str]:
    words = _JSON.encode(data)
    for at in range(0, len(words), _CHUNK):
        yield words[at : at + _CHUNK]


def state_in(book: GivenBook) -> BookState | None:
    """The state that a book keeps, if any. Raises `BookError` where it cannot be understood."""
    sheet = book.sheet(STATE)
    if sheet is None:
        return None
    said: dict[str, list[str]] = {}
    elements: dict[str, dict[str, Data]] = {}
    titles: dict[str, str] = {}
    try:
        for row in sheet.rows:
            word, *more = (str(cell.value) for cell in row.cells)
            if word == _ELEMENT:
                elements[more[0]] = json.loads("".join(more[1:]))
            elif word == _SHEET:
                titles[more[0]] = more[1]
            else:
                said[word] = more
        version = int(said[_FORM][0])
        if version > VERSION:
            raise BookError(
                f"{book.name} was made by a newer lumme ({said['program'][0]}): "
                "install that, or make a new book with lumme sheet out"
            )
        return BookState(
            Settings.model_validate(_map(json.loads("".join(said["settings"])))),
            said["lang"][0],
            said["fingerprint"][0],
            said["program"][0],
            {id_: _map(element) for id_, element in elements.items()},
            titles,
        )
    except (KeyError, ValueError, IndexError, TypeError, ValidationError):
        raise BookError(
            f"{book.name}: what it was made from (the hidden sheet {STATE}) cannot be understood; "
            "make a new book with lumme sheet out"
        ) from None


def _map(data: Any) -> dict[str, Data]:
    if not is_map(data):
        raise TypeError
    return data
