"""Bring the results of a workshop into a model's files: all of them, or nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from lumme_graph.analysis.privacy.matches import LOOKS_LIKE, Personal, matches
from lumme_graph.base.error import KnownError
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.editing.amend import Amended, Amendment, amend
from lumme_graph.editing.three_way import Conflict, three_way
from lumme_graph.elements.events import Event
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import KINDS
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.named import AnyId
from lumme_graph.reading.document import Data
from lumme_graph.reading.write import plain
from lumme_graph.sheets.files import read_sheets
from lumme_graph.sheets.given import GivenBook
from lumme_graph.sheets.read_back import CellFault
from lumme_graph.workshop.given import WrittenBook, answers_in
from lumme_graph.workshop.results import MEANT, NO_SUCH, Plain, Taking
from lumme_graph.workshop.take_journey import take_journey
from lumme_graph.workshop.take_lists import take_needs, take_promise

KEPT: Final = ".lumme/workshops"
"""Where a model keeps what was taken from a workshop, to tell a later change of the sheet."""
_TAKE: Final = {"needs": take_needs, "promise": take_promise, "journey": take_journey}
_CONFLICT: Final = Label(
    "{element}, {path}: changed in the sheet and in the file since; the file's stays"
)
_PERSONAL: Final = (Personal.PHONE, Personal.EMAIL)
_NOT_TAKEN: Final = Label("{what}: nothing of persons is taken; take it out")
_LOOKS: Final = Label("{place}: {what}; write the role instead")
_REFUSED: Final = Label("{element} cannot be made of this: {why}")


class WorkshopError(KnownError):
    """The book of a workshop cannot be taken; each line says a cell and what to do."""


@dataclass(frozen=True)
class WorkshopResult:
    """What bringing in the results of a workshop changes, and what is to be said of it."""

    amended: Amended
    notes: tuple[str, ...]
    lang: str = "en"


def bring_workshop(
    folder: AnyPath,
    book: AnyPath | GivenBook,
    *,
    dry_run: bool = False,
    lang: str | None = None,
    event: AnyId | None = None,
) -> WorkshopResult:
    """Bring what was written into the spreadsheet of a workshop into a model.

    `lang` is the language of messages, by default that of the book; `event` the id of the event, by
    default the one that the book was made for.

    Needs get an origin at the event, journeys become paths or marks at their steps, commitments
    drafts. Raises `BookError` for what is no such book, `WorkshopError` with all that is wrong in its
    cells, `UnknownIdError` and `WrongKindError` for what is no event, `ModelError` where the model
    cannot be read whole, `EditError` where it would not hold, and `OutputError` where a file cannot be
    written, another run is changing the model, or a file was changed meanwhile. Then nothing is changed.
    """
    given = book if isinstance(book, GivenBook) else read_sheets(path_of(book))
    notes: list[str] = []
    spoken: list[str] = []

    def change(before: ServiceGraph) -> Amendment:
        own = None if lang is None else before.speaker(lang)
        at = "" if event is None else before[Event, event].id
        answers = answers_in(given, before)
        answers.event = at or answers.event
        speak = own or before.speaker(answers.lang)
        spoken.append(speak.lang)
        file = path_of(folder) / KEPT / _file(answers)
        taken, places = _taken(file)
        taking = _take(before, answers, taken, places)
        merged = _merged(before, taking, taken, notes, speak)
        notes.extend(speak(one).words for one in taking.notes)
        if taking.faults:
            raise _error(given, taking.faults, speak)
        elements = _elements(given, before, taking, merged, speak)
        _refuse_persons(given, before, elements, taking, notes, speak)
        said = {id_: _tidy(one) for id_, one in taking.elements.items()}
        data = {"elements": {**taken, **said}, "places": {**places, **taking.places}}
        kept = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        beside = {f"{KEPT}/{file.name}": kept.encode()} if taking.elements else {}
        return Amendment(elements.values(), beside=beside)

    amended = amend(folder, change, dry_run=dry_run)
    return WorkshopResult(amended, tuple(notes), spoken[-1])


def _tidy(data: Plain) -> Plain:
    """Plain data in the order of its fields."""
    return plain(KINDS[str(data["id"]).partition("-")[0]].model_validate(data))


def _file(answers: WrittenBook) -> str:
    return f"{answers.kind}-{answers.event or 'no-event'}.json"


def _taken(file: Path) -> tuple[dict[str, Plain], dict[str, str]]:
    """What the last bringing in made of the elements, and from which cells; nothing where there was none."""
    if not file.is_file():
        return {}, {}
    try:
        data = json.loads(file.read_text("utf-8"))
        elements: dict[str, Plain] = dict(data["elements"])
        for id_, element in elements.items():
            KINDS[id_.partition("-")[0]].model_validate(element)
        return elements, {str(one): str(place) for one, place in data["places"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise WorkshopError(f"{file} cannot be read: take it away, and bring in again") from None


def _take(
    before: ServiceGraph,
    answers: WrittenBook,
    taken: Mapping[str, Plain],
    places: Mapping[str, str],
) -> Taking:
    """What the answers make of the elements as they were taken last, else as they are."""
    there = {one.id: _as_taken(one, taken.get(one.id)) for one in before}
    gone = {
        id_: KINDS[id_.partition("-")[0]].model_validate(data)
        for id_, data in taken.items()
        if id_ not in there
    }
    known = ServiceGraph([*there.values(), *gone.values()], before.settings)
    taking = Taking(known, answers, places, faults=list(answers.faults))
    if answers.event and taking.event is None:
        guess = nearest(answers.event, [one.id for one in before.all(Event)])
        meant = before.speaker("en")(MEANT, guess=guess).words if guess else ""
        taking.faults.append(CellFault(answers.kind, NO_SUCH.fill(id=answers.event, guess=meant)))
        return taking
    taking.tell_of_event()
    _TAKE[answers.kind](taking)
    return taking


def _as_taken(element: KeptElement, data: Plain | None) -> KeptElement:
    return type(element).model_validate(data) if data else element


def _merged(
    before: ServiceGraph,
    taking: Taking,
    taken: Mapping[str, Plain],
    notes: list[str],
    speak: Speaker,
) -> dict[str, Plain]:
    """What was said, with what the files say since it was taken last; the files stay where both changed."""
    ours = {id_: plain(one) for id_ in taking.elements if (one := before.find(id_))}
    base = {id_: taken.get(id_) or ours[id_] for id_ in taking.elements if id_ in {*taken, *ours}}
    found = three_way(base, ours, taking.elements)
    notes.extend(_said(one, speak) for one in found.conflicts)
    return {id_: dict(one) for id_, one in found.elements.items()}


def _said(one: Conflict, speak: Speaker) -> str:
    path = ".".join(map(str, one.path))
    return speak(_CONFLICT, element=one.element, path=path).words


def _elements(
    given: GivenBook,
    before: ServiceGraph,
    taking: Taking,
    merged: Mapping[str, Mapping[str, Data]],
    speak: Speaker,
) -> dict[str, KeptElement]:
    """All elements as they are to be."""
    elements = {one.id: one for one in before}
    for id_, data in merged.items():
        try:
            elements[id_] = KINDS[id_.partition("-")[0]].model_validate(data)
        except ValidationError as error:
            first = error.errors()[0]
            why = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
            place = taking.places.get(id_, given.name)
            fault = CellFault(place, _REFUSED.fill(element=id_, why=why))
            raise _error(given, [fault], speak) from None
    return elements


def _refuse_persons(
    given: GivenBook,
    before: ServiceGraph,
    elements: Mapping[str, KeptElement],
    taking: Taking,
    notes: list[str],
    speak: Speaker,
) -> None:
    """Refuse phone numbers and addresses that come with the answers; tell of what looks like names."""
    was = {(one.kind, one.shown) for found in matches(Day.of(before)).values() for one in found}
    after = ServiceGraph(elements.values(), before.settings)
    faults: list[CellFault] = []
    for kind, found in matches(Day.of(after)).items():
        for one in found:
            id_ = one.element.id if one.element else ""
            if id_ not in taking.elements or (kind, one.shown) in was:
                continue
            place = taking.places.get(id_, given.name)
            what: Message = _looks(kind, one.shown)
            if kind in _PERSONAL:
                faults.append(CellFault(place, _NOT_TAKEN.fill(what=what)))
            else:
                notes.append(speak(_LOOKS, place=place, what=speak(what).words).words)
    if faults:
        raise _error(given, faults, speak)


def _looks(kind: Personal, shown: str) -> Message:
    names = {Personal.PHONE: "number", Personal.EMAIL: "address", Personal.NAME: "name"}
    return LOOKS_LIKE[kind].fill(**{names[kind]: shown})


def _error(given: GivenBook, faults: list[CellFault], speak: Speaker) -> WorkshopError:
    lines = [f"{fault.place}: {speak(fault.message).words}" for fault in faults]
    head = f"{given.name}: nothing is brought in; {len(lines)} to mend"
    return WorkshopError(head, *(f"  {line}" for line in lines))
