"""What a workshop said, as elements: sourced to its record, beside what the model says already.

A need, a step, a commitment that a workshop said is sourced: its sheets say so. What staff think that
customers feel or think is not: without customers at the event it is illustrative. Nothing that the
model says is overwritten but a feeling that was invented; what a workshop says otherwise stands
beside it, as a mark, a claim or an origin of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label, Message
from lumme_graph.elements.events import CUSTOMER_EVENTS, Event, EventAudience
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.parts import Modality
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.local_name import slug
from lumme_graph.reading.document import Data, is_list, is_map
from lumme_graph.reading.write import plain
from lumme_graph.sheets.read_back import CellFault
from lumme_graph.workshop.given import WrittenBook, WrittenRow

Plain = dict[str, Data]
"""An element or a record as plain data."""

_WORDS_OF_AN_ID: Final = 6
_SHEETS: Final = Label("Sheets of the workshop: {event}")
SAY = Label("this row is half filled: say here {what}")
NO_SUCH = Label("there is no {id} in the model{guess}")
MEANT = Label("; did you mean {guess}?")
NOT_HELD = Label(
    "in the model {id} is not held yet ({modality}): say in its file that it was, and when"
)
NO_EVENT = Label(
    "no event is named, so what the sheets say is taken as illustrative; "
    "name it with lumme sheet in … --event ID to have it sourced"
)


NO_CUSTOMERS = Label(
    "customers do not take part in {id} as the model has it, so what they feel and think is taken as "
    "illustrative"
)


@dataclass
class Taking:
    """Takes the answers of a workshop into plain elements, and says what it did not take.

    `came_from` are the cells in which new things stood when the book was last taken, by address: a
    thing whose words stand nowhere any more is the one that stands in its cell now.
    """

    graph: ServiceGraph
    answers: WrittenBook
    came_from: Mapping[str, str] = field(default_factory=dict[str, str])
    elements: dict[str, Plain] = field(default_factory=dict[str, Plain])
    faults: list[CellFault] = field(default_factory=list[CellFault])
    notes: list[Message] = field(default_factory=list[Message])
    places: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def lang(self) -> str:
        """The language in which the answers are written."""
        return self.answers.lang

    @property
    def event(self) -> Event | None:
        """The event at which they were given."""
        found = self.graph.find(self.answers.event) if self.answers.event else None
        return found if isinstance(found, Event) else None

    @property
    def event_words(self) -> str:
        """The id of the event without its prefix."""
        return self.answers.event.partition("-")[2]

    @property
    def customers_were_there(self) -> bool:
        """Is the event one in which customers take part?"""
        at = self.event
        return at is not None and (
            at.type in CUSTOMER_EVENTS or EventAudience.CUSTOMERS in at.audience
        )

    def text(self, words: Data) -> Plain:
        """Words in the language of the answers."""
        return {self.lang: words}

    def stated(self, data: Plain, *, felt: bool = False) -> Plain:
        """Data with how it stands: sourced to the workshop's record.

        What is `felt` or thought by customers is that only where they were there.
        """
        if self.event is None or (felt and not self.customers_were_there):
            if self.event is not None and NO_CUSTOMERS.fill(id=self.event.id) not in self.notes:
                self.notes.append(NO_CUSTOMERS.fill(id=self.event.id))
            return data | {"standing": Standing.ILLUSTRATIVE.value}
        return data | {"standing": Standing.SOURCED.value, "sources": [self.source()]}

    def source(self) -> str:
        """The id of the source that the workshop's sheets are, which is made where it is not there."""
        id_ = f"source-{self.event_words}-sheets"
        if self.event is not None and id_ not in self.elements and self.graph.find(id_) is None:
            speak = self.graph.speaker(self.lang)
            said: Plain = {"id": id_, "citation": speak(_SHEETS, event=self.event.name).words}
            if self.event.from_ is not None:
                said["published"] = self.event.from_.plain()
            said["read"] = self.graph.settings.as_of.isoformat()
            self.elements[id_] = said
        return id_

    def now(self, id_: str) -> Plain | None:
        """An element as it stands by now."""
        if id_ in self.elements:
            return self.elements[id_]
        found = self.graph.find(id_)
        return plain(found) if found else None

    def known(self, row: WrittenRow, prefix: str, words: str = "name") -> str | None:
        """The id of the element that a row is of: its own, or that of the same words; None of a new one."""
        if row.id:
            if self.now(row.id) is not None and row.id.partition("-")[0] == prefix:
                return row.id
            ids = [one.id for one in self.graph if one.kind.prefix == prefix]
            guess = nearest(row.id, ids)
            meant = self.graph.speaker("en")(MEANT, guess=guess).words if guess else ""
            self.fault(row, "id", NO_SUCH.fill(id=row.id, guess=meant))
            return row.id
        said = folded(row.value(words))
        named = dict(self._named(prefix))
        for id_, names in named.items():
            if said and said in names:
                return id_
        gone = [id_ for id_ in named if not named[id_] & self._said(words)]
        return self.reworded(row, words, gone) if said else None

    def reworded(self, row: WrittenRow, words: str, addresses: Iterable[str]) -> str | None:
        """Which of some things stood in a row when the book was last taken; their words are gone."""
        place = row.place(words)
        return next((one for one in addresses if self.came_from.get(one) == place), None)

    def _said(self, words: str) -> set[str]:
        """All that is written under a name, in any row."""
        rows = (
            row
            for sheet in self.answers.sheets
            for row in (*([sheet.whole] if sheet.whole else []), *sheet.rows)
        )
        return {folded(row.value(words)) for row in rows}

    def named_anew(self, element: Plain, row: WrittenRow) -> None:
        """Let an element that is new from the book say what it is called there now."""
        names, name = element.get("name"), row.value("name")
        if not row.id and is_map(names) and folded(name) not in map(folded, names.values()):
            element["name"] = {**names, self.lang: name}

    def _named(self, prefix: str) -> Iterable[tuple[str, set[str]]]:
        ids = [one.id for one in self.graph if one.kind.prefix == prefix]
        for id_ in dict.fromkeys([*ids, *(i for i in self.elements if i.startswith(f"{prefix}-"))]):
            names = (self.now(id_) or {}).get("name")
            yield id_, {folded(one) for one in names.values()} if is_map(names) else set()

    def new_id(self, prefix: str, words: Data) -> str:
        """An id for something new, of its first words; none that is taken."""
        stem = f"{prefix}-{local_id(words)}"
        return free(stem, lambda id_: self.now(id_) is not None)

    def fault(self, row: WrittenRow, name: str, message: Message) -> None:
        """Say what is wrong at a cell."""
        self.faults.append(CellFault(row.place(name), message))

    def say(self, row: WrittenRow, name: str, what: Label) -> None:
        """Say that something is missing in a row that is half filled."""
        self.fault(row, name, SAY.fill(what=what))

    def put(self, element: Plain, row: WrittenRow) -> None:
        """Take an element, and remember where it was said."""
        id_ = str(element["id"])
        self.elements[id_] = element
        self.places.setdefault(id_, row.place("name"))

    def tell_of_event(self) -> None:
        """Say what is to be known of the event."""
        at = self.event
        if at is None:
            self.notes.append(NO_EVENT)
        elif at.modality is not Modality.DONE:
            label: Message = (
                at.modality.label if at.modality else Label("not said", "how far it is")
            )
            self.notes.append(NOT_HELD.fill(id=at.id, modality=label))


def local_id(words: Data) -> str:
    """A local id of the first words of a text."""
    return "-".join(slug(str(words)).split("-")[:_WORDS_OF_AN_ID])


def free(stem: str, is_taken: Callable[[str], bool]) -> str:
    """The stem, or with the first number that is not taken."""
    id_, n = stem, 1
    while is_taken(id_):
        n += 1
        id_ = f"{stem}-{n}"
    return id_


def folded(words: Data) -> str:
    """Words without what does not tell them apart."""
    return " ".join(str(words).split()).casefold() if isinstance(words, str) else ""


def records(element: Plain, name: str) -> list[Data]:
    """The records of a field, in a list of one's own."""
    found = element.get(name)
    return list(found) if is_list(found) else []
