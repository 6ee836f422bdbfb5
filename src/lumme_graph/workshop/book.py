"""The spreadsheet of a workshop: the rows and words of its paper sheets, in which its results come back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.events import Event
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.named import AnyId, id_of
from lumme_graph.sheets.book import (
    EMPTY,
    BookCell,
    BookColumn,
    BookSheet,
    CellUse,
    Seen,
    SheetBook,
    sheet_titles,
)
from lumme_graph.sheets.files import write_sheets
from lumme_graph.sheets.names import names_of
from lumme_graph.sheets.values import BookNames, CodeForm
from lumme_graph.views.shapes import Ask, Box, DrawnFact, ShapeForm
from lumme_graph.views.standing import statement_in
from lumme_graph.workshop.answers import (
    FIELDS,
    JOURNEY_ANSWERS,
    LANE,
    LIST_ANSWERS,
    CellAsked,
)
from lumme_graph.workshop.kinds import STATE, STEPS
from lumme_graph.workshop.paper import workshop_forms

SEPARATOR: Final = "#"
WHOLE: Final = "whole"
STEP: Final = "step"
_PRINTED, _PRINTS = "today", "action"
"""What is printed of a step on paper, and what of it is asked of a new one."""
_FREE_ROWS: Final = 40
_FREE_STEPS: Final = 6
_WIDE: Final = 44
_NARROW: Final = 20

_FRONT = Label("Read this first")
_EVENT = Label("Event: {name} ({id})")
_NO_EVENT = Label(
    "No event is named: what is written here has no source, and is taken as illustrative; what "
    "customers say of a promise is not taken. It can be named when this is brought in: --event ID"
)
_DAY = Label("As of {day}. {id}")
_HOWS = (
    Label("Write what the paper sheets say: the same rows, in the same words."),
    Label("Grey cells are what the model says today; they are not read."),
    Label("A row or a column that stays empty changes nothing."),
    Label("Roles and groups only: no names of persons, phone numbers or e-mail addresses."),
    Label("See what will change, then bring it in: lumme sheet in MODEL BOOK.xlsx --dry-run"),
)
_ID = Label("id")
_NO_ID = Label("Grey: the model knows it. Empty: it is new, and its id is made from its words.")
_STEP = Label("step")
_CHOOSE = Label("Choose one from the list.")


def workshop_book(
    graph: ServiceGraph,
    kind: str,
    ids: Sequence[AnyId] = (),
    *,
    blank: bool = False,
    event: AnyId | None = None,
    steps: int = STEPS,
    lang: str | None = None,
) -> SheetBook:
    """The spreadsheet that goes with the paper sheets of a workshop. Raises as `workshop_sheets` does."""
    forms = workshop_forms(graph, kind, ids, blank=blank, event=event, steps=steps, lang=lang)
    speak = forms[0].head.speak
    names = names_of(graph, speak)
    lists: dict[str, Sequence[str]] = {}
    front, *titles = sheet_titles([speak(_FRONT).words, *map(_title, forms)])
    sheets = [
        _list_sheet(form, title, names, lists)
        if form.is_list
        else _journey_sheet(form, title, names)
        for form, title in zip(forms, titles, strict=True)
    ]
    return SheetBook(
        [_front(graph, forms, front, speak, event), *sheets, _state(kind, event, speak.lang)],
        lists,
        forms[0].head.kind.words,
        speak.lang,
        graph.settings.as_of,
    )


def write_workshop(
    graph: ServiceGraph,
    file: AnyPath,
    kind: str,
    ids: Sequence[AnyId] = (),
    *,
    blank: bool = False,
    event: AnyId | None = None,
    steps: int = STEPS,
    lang: str | None = None,
) -> None:
    """Write the spreadsheet that goes with the paper sheets of a workshop, to bring its results home.

    Raises as `workshop_sheets` does, `KnownError` where what a spreadsheet needs is not installed,
    and `OutputError` where it cannot be written.
    """
    need_graph(graph)
    book = workshop_book(graph, kind, ids, blank=blank, event=event, steps=steps, lang=lang)
    write_sheets(book, path_of(file))


def _title(form: ShapeForm) -> str:
    """A list is called after its kind, since there is one; a journey after its path."""
    is_of_path = any(thing.facts for thing in form.things) and not form.is_list
    return form.head.title.words if is_of_path else form.head.kind.words


def _state(kind: str, event: AnyId | None, lang: str) -> BookSheet:
    said = {"workshop": kind, "event": "" if event is None else id_of(event), "lang": lang}
    rows = [[BookCell(name), BookCell(value or None)] for name, value in said.items()]
    return BookSheet(STATE, rows, seen=Seen.VEILED, locked=True, name=STATE)


def _front(
    graph: ServiceGraph,
    forms: Sequence[ShapeForm],
    title: str,
    speak: Speaker,
    event: AnyId | None,
) -> BookSheet:
    head = forms[0].head
    at = graph[Event, event] if event else None
    told: Message = _EVENT.fill(name=at.name, id=at.id) if at else _NO_EVENT
    lines = [
        BookCell(head.kind.words, CellUse.TITLE),
        BookCell(speak(graph.settings.name).shown, CellUse.SUBTITLE),
        BookCell(statement_in(graph.settings, speak), CellUse.STATEMENT),
        BookCell(speak(told).words, CellUse.WORDS),
        BookCell(speak(_DAY, day=graph.settings.as_of, id=head.id).words, CellUse.WORDS),
        EMPTY,
        *(BookCell(f"•  {speak(how).words}", CellUse.WORDS) for how in _HOWS),
    ]
    rows = [[line] for line in lines if line is EMPTY or line.value]
    heights = {
        n: 34 if n == 1 else 8 + 15 * (1 + len(str(row[0].value or "")) // 100)
        for n, row in enumerate(rows, 1)
    }
    return BookSheet(
        title,
        rows,
        [BookColumn(110, CellUse.WORDS)],
        locked=True,
        heights=heights,
        colour="1F4E6B",
        name="_front",
        wide=False,
    )


def _list_sheet(
    form: ShapeForm, title: str, names: BookNames, lists: dict[str, Sequence[str]]
) -> BookSheet:
    """A thing a row: what the model knows is grey, and is followed by rows to fill in."""
    answers = LIST_ANSWERS[form.kind]
    asks = {ask.id: ask for ask in form.asks}
    known = [thing for thing in form.things if thing.facts]
    keys = ["id", *answers]
    heads = [
        _head(names, _ID, names.speak(_NO_ID).words),
        *(_asked_head(asks[id_], names, answer) for id_, answer in answers.items()),
    ]
    rows = [
        [BookCell(thing.id, CellUse.KEY), *(_known(form, asks[id_], thing) for id_ in answers)]
        for thing in known
    ]
    free = [[EMPTY] * len(keys) for _ in range(_FREE_ROWS)]
    return BookSheet(
        title=title,
        rows=[
            [BookCell(f"{form.kind}{SEPARATOR}{key}", CellUse.SHOWN) for key in keys],
            heads,
            *rows,
            *free,
        ],
        columns=[
            BookColumn(_NARROW, CellUse.KEY),
            *(_column(answer, asks[id_], names, lists) for id_, answer in answers.items()),
        ],
        heads=2,
        sides=2,
        hidden_rows=frozenset({1}),
        heights={2: 32, **dict.fromkeys(range(3, 3 + len(rows) + _FREE_ROWS), 32)},
        name=form.head.id,
    )


def _head(names: BookNames, label: Message, note: str, use: CellUse = CellUse.HEAD) -> BookCell:
    return BookCell(names.speak.capital(label).words, use, note)


def _asked_head(ask: Ask, names: BookNames, answer: CellAsked) -> BookCell:
    """What is asked, in the words of the paper; its note says what may be written."""
    hint = answer.form.hint(names)
    notes = (ask.hint.words if ask.hint else "", names.speak(hint).words if hint else "")
    use = CellUse.NEEDED if answer.needed else CellUse.HEAD
    return BookCell(ask.words.words, use, "\n\n".join(filter(None, notes)))


def _known(form: ShapeForm, ask: Ask, thing: Box) -> BookCell:
    """What is known already, of what cannot be said anew; else an empty cell, with it in its note."""
    said = "\n".join(fact.words.shown for fact in ask.known(thing) if fact.role != "id")
    answer = LIST_ANSWERS[form.kind][ask.id]
    if not said:
        return EMPTY
    return BookCell(None, answer.form.use, said) if answer.adds else BookCell(said, CellUse.SHOWN)


def _column(
    answer: CellAsked, ask: Ask, names: BookNames, lists: dict[str, Sequence[str]]
) -> BookColumn:
    choices = answer.choices(names)
    if choices:
        lists.setdefault(f"workshop_{ask.id}", choices)
    return BookColumn(
        width=_WIDE if answer.wide else _NARROW,
        use=answer.form.use,
        choices=f"workshop_{ask.id}" if choices else "",
        others=answer.others,
        refusal="" if answer.others or not choices else names.speak(_CHOOSE).words,
    )


def _journey_sheet(form: ShapeForm, title: str, names: BookNames) -> BookSheet:
    """A step a column, as on paper: the names of its rows at the left, what the model knows in grey."""
    known = [thing for thing in form.things if thing.facts]
    count = len(known) + max(_FREE_STEPS, len(form.things) - len(known) + _FREE_STEPS)
    rows = [*_field_rows(form, names), [], *_step_rows(form, known, count, names)]
    return BookSheet(
        title=title,
        rows=rows,
        columns=[
            BookColumn(12, CellUse.SHOWN, hidden=True),
            BookColumn(30, CellUse.SIDE),
            *(BookColumn(34) for _ in range(count)),
        ],
        sides=2,
        heights={n: 48 for n, row in enumerate(rows, 1) if row},
        name=form.head.id,
    )


def _field_rows(form: ShapeForm, names: BookNames) -> Iterator[list[BookCell]]:
    path = next((one.id.rpartition("/")[0] for one in form.things if one.facts), "")
    yield [
        BookCell(f"{form.kind}{SEPARATOR}{WHOLE}", CellUse.SHOWN),
        BookCell(form.head.title.words, CellUse.SUBTITLE),
        BookCell(path or None, CellUse.KEY),
    ]
    for field in form.fields:
        name = field.id.rpartition("/")[2]
        if name not in FIELDS:
            continue
        said = field.words.words
        yield [
            BookCell(f"{form.kind}{SEPARATOR}{WHOLE}.{name}", CellUse.SHOWN),
            BookCell(field.label.words, CellUse.SIDE),
            BookCell(said, CellUse.SHOWN)
            if said
            else BookCell(None, FIELDS[name].form.use, _hint(FIELDS[name], names)),
        ]


def _hint(answer: CellAsked, names: BookNames) -> str:
    hint = answer.form.hint(names)
    return names.speak(hint).words if hint else ""


def _step_rows(
    form: ShapeForm, known: Sequence[Box], count: int, names: BookNames
) -> Iterator[list[BookCell]]:
    asks = {ask.id: ask for ask in form.asks}
    spare = [EMPTY] * (count - len(known))
    yield [
        BookCell(f"{form.kind}{SEPARATOR}{STEP}", CellUse.SHOWN),
        BookCell(names.speak.capital(_STEP).words, CellUse.HEAD, names.speak(_NO_ID).words),
        *(BookCell(thing.id.rpartition("/")[2], CellUse.KEY) for thing in known),
        *spare,
    ]
    for id_, answer in JOURNEY_ANSWERS.items():
        ask = asks.get(id_) or (asks.get(_PRINTED) if id_ == _PRINTS else None)
        if ask:
            label = ask.words.words
        elif answer.label:
            label = names.speak.capital(answer.label).words
        else:
            continue
        notes = (ask.hint.words if ask and ask.hint else "", _hint(answer, names))
        yield [
            BookCell(f"{form.kind}{SEPARATOR}{id_}", CellUse.SHOWN),
            BookCell(label, CellUse.SIDE, "\n\n".join(filter(None, notes))),
            *(_of_step(answer, thing, names) for thing in known),
            *spare,
        ]


def _of_step(answer: CellAsked, thing: Box, names: BookNames) -> BookCell:
    """What the model says of a step: in grey, or as a note where it can be said anew."""
    said = "\n".join(one.words.shown for one in thing.facts if _stem(one, thing) in answer.told)
    if answer.adds:
        return BookCell(None, answer.form.use, said)
    if answer.label is LANE and isinstance(answer.form, CodeForm):
        said = answer.form.words(names).get(thing.tone, "")
    return BookCell(said or None, CellUse.SHOWN)


def _stem(fact: DrawnFact, thing: Box) -> str:
    name = fact.id.removeprefix(f"{thing.id}/")
    stem, _, number = name.rpartition("-")
    return stem if number.isdigit() else name
