"""Bring into a model what was changed in a book: all of it, or nothing where anything is in doubt.

What the files say by now stands: a value that was changed in them and in the book since the book was
made is a conflict, which is listed with the cell and the line, and nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.editing.amend import Amended, Amendment, amend
from lumme_graph.editing.files import EditError
from lumme_graph.editing.three_way import Conflict, three_way
from lumme_graph.editing.where import NoSuchPathError, where
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import KINDS
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import Data, is_list, is_map
from lumme_graph.reading.write import plain
from lumme_graph.sheets.compare import Item
from lumme_graph.sheets.files import read_sheets
from lumme_graph.sheets.given import BookError, GivenBook
from lumme_graph.sheets.given_model import GivenModel, given_model
from lumme_graph.sheets.read_back import CellFault

_CONFLICT = Label(
    "{element} {path} was changed here and in the files since the book was made: "
    "here {theirs}, at {line} {ours}"
)
_GONE_THERE = Label(
    "{element} was changed here, and the files have it no more since the book was made: take its row "
    "away, or put it back into the files"
)
_GONE_HERE = Label(
    "{element} is in the book no more, and was changed at {line} since the book was made: put its row "
    "back, or take it out of the files"
)
_NOTHING = Label("nothing")
_SHOWN = 80


@dataclass(frozen=True)
class SheetConflict:
    """A value that was changed both in a book and in the files; `place` is the cell, `line` the file's."""

    place: str
    line: str
    element: str
    path: str
    ours: str
    theirs: str

    @property
    def message(self) -> Message:
        """What is said of it."""
        if not self.path:
            gone = _GONE_HERE if self.ours else _GONE_THERE
            return gone.fill(element=self.element, line=self.line)
        return _CONFLICT.fill(
            element=self.element,
            path=self.path,
            theirs=self.theirs or _NOTHING,
            ours=self.ours or _NOTHING,
            line=self.line,
        )


@dataclass(frozen=True)
class TakenBook:
    """What became of a book: the model before and after, and what is to be said.

    `faults` are cells that cannot be read, `conflicts` values that the files say otherwise by now;
    where there is any of them, nothing was written. `removed` are rows that the book has no more.
    `written` are the files that were changed, or would be where all of it can be brought in.
    """

    before: ServiceGraph
    after: ServiceGraph
    faults: tuple[CellFault, ...] = ()
    conflicts: tuple[SheetConflict, ...] = ()
    removed: tuple[str, ...] = ()
    new_ids: tuple[tuple[str, str], ...] = ()
    notes: tuple[Message, ...] = ()
    written: tuple[str, ...] = ()
    lang: str = "en"

    @property
    def problems(self) -> tuple[CellFault, ...]:
        """All that is in the way, each with its cell."""
        conflicts = (CellFault(one.place, one.message) for one in self.conflicts)
        return (*self.faults, *conflicts)


@dataclass
class _Bringing:
    """What is found out while the files are read."""

    book: GivenBook
    remove: bool
    dry_run: bool
    lang: str | None
    given: GivenModel | None = None
    conflicts: list[SheetConflict] = field(default_factory=list[SheetConflict])

    def change(self, graph: ServiceGraph) -> Amendment:
        """The elements of the files with what the book changed."""
        given = given_model(self.book, graph, lang=self.lang, remove=self.remove)
        self.given = given
        touched = given.changes.touched
        base = {id_: given.base[id_] for id_ in given.base if id_ in touched}
        ours = {id_: plain(graph[id_]) for id_ in sorted(touched) if id_ in graph}
        theirs = _theirs(given, ours)
        merged = three_way(base, ours, theirs)
        self.conflicts = [_conflict(given, graph, one) for one in merged.conflicts]
        if not self.dry_run and (given.changes.faults or self.conflicts):
            raise _Doubt
        return Amendment(_elements(graph, touched, merged.elements))


class _Doubt(Exception):  # noqa: N818 - it ends the change, and is caught here
    """Not all of the book can be brought in."""


def take_book(
    folder: AnyPath,
    book: AnyPath | GivenBook,
    *,
    remove: bool = False,
    dry_run: bool = False,
    lang: str | None = None,
) -> TakenBook:
    """Bring a book into a model's files; rows that it has no more go from the model only if `remove`.

    Nothing is written in a dry run, nor where a cell cannot be read or the files say otherwise by
    now. Raises `BookError` for what is no book of this model, `ModelError` where the model cannot be
    read whole, `EditError` where it would not hold, and `OutputError` where a file cannot be written,
    another run is changing the model, or a file was changed meanwhile. Then nothing is changed.
    """
    given_book = book if isinstance(book, GivenBook) else read_sheets(path_of(book))
    bringing = _Bringing(given_book, remove, dry_run, lang)
    try:
        amended = _amended(folder, bringing, dry_run=dry_run)
    except _Doubt:
        bringing.dry_run = True
        amended = _amended(folder, bringing, dry_run=True)
    given = bringing.given
    assert given is not None  # noqa: S101 - it was made while the files were read
    return TakenBook(
        amended.before,
        amended.after,
        tuple(given.changes.faults),
        tuple(bringing.conflicts),
        tuple(
            " ".join(part for part in (row.element, row.field, row.words) if part)
            for row in given.changes.removed
        ),
        tuple((one.place, one.id) for one in given.changes.new_ids),
        (*given.notes, *given.changes.dropped),
        amended.files,
        given.speak.lang,
    )


def _amended(folder: AnyPath, bringing: _Bringing, *, dry_run: bool) -> Amended:
    try:
        return amend(folder, bringing.change, dry_run=dry_run)
    except EditError as error:
        raise BookError(*_in_book(error, bringing.given)) from None


def _in_book(error: EditError, given: GivenModel | None) -> Iterator[str]:
    """What would not hold, with the rows that it is in."""
    yield error.lines[0]
    for finding in error.findings:
        place = given.place(finding.element) if given else ""
        yield f"{place}: {finding.code} {finding.message()}: {finding.advice()}"


def _theirs(given: GivenModel, ours: Mapping[str, Item]) -> dict[str, Item]:
    """The touched elements as the book has them; one with a wrong cell stays as it is."""
    broken = given.changes.touched - given.checked.keys()
    theirs = dict(given.checked)
    for id_ in broken:
        if id_ in given.changes.elements and id_ in given.base:
            theirs[id_] = given.base[id_]
        elif id_ in given.changes.elements and id_ in ours:
            theirs[id_] = ours[id_]
    return theirs


def _elements(
    graph: ServiceGraph, touched: set[str], merged: Mapping[str, Item]
) -> Iterator[KeptElement]:
    for element in graph:
        if element.id not in touched:
            yield element
        elif element.id in merged:
            now = merged[element.id]
            same = now == plain(element)
            yield element if same else type(element).model_validate(now)
    for id_, item in merged.items():
        if id_ not in graph:
            yield KINDS[id_.partition("-")[0]].model_validate(item)


def _conflict(given: GivenModel, graph: ServiceGraph, found: Conflict) -> SheetConflict:
    item = given.changes.elements.get(found.element)
    return SheetConflict(
        given.place(found.element, _indexed(found.element, item, found.path)),
        str(
            graph.place(found.element, *_indexed(found.element, _written(graph, found), found.path))
        ),
        found.element,
        ".".join(map(str, found.path)),
        _short(found.ours),
        _short(found.theirs),
    )


def _written(graph: ServiceGraph, found: Conflict) -> Data:
    element = graph.find(found.element)
    return plain(element) if element is not None else None


def _indexed(id_: str, item: Data, path: PathIn) -> PathIn:
    """A path that names items of lists, with their places instead; as far as it leads."""
    if item is None:
        return ()
    words = list(path)
    while words:
        try:
            return where(KINDS[id_.partition("-")[0]], item, words)[0]
        except NoSuchPathError:
            words.pop()
    return ()


def _short(value: Data) -> str:
    """A value in a few words."""
    if is_map(value):
        words = "; ".join(f"{key}: {_short(inner)}" for key, inner in value.items())
    elif is_list(value):
        words = ", ".join(_short(inner) for inner in value)
    else:
        words = "" if value is None else str(value)
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def read_book(book: AnyPath | GivenBook) -> ServiceGraph:
    """The model that a book says, with what was changed in it.

    Raises `BookError` where it is no book of a model, or a cell of it cannot be read.
    """
    given_book = book if isinstance(book, GivenBook) else read_sheets(path_of(book))
    given = given_model(given_book, remove=True)
    if given.changes.faults:
        raise BookError(*(fault_words(fault, given.speak) for fault in given.changes.faults))
    items = {**given.changes.elements, **given.checked}
    made = [KINDS[id_.partition("-")[0]].model_validate(item) for id_, item in items.items()]
    return ServiceGraph(made, given.settings)


def fault_words(fault: CellFault, speak: Speaker) -> str:
    """What is wrong with a cell as a line."""
    return f"{fault.place}: {speak(fault.message).words}"
