"""Events, and the days by which actions are to be done, as a calendar (iCalendar, RFC 5545).

Only what is known to the day stands in it: a month or a year is no day. Every entry takes the whole
day, has the same identity each time, and names no person.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, NamedTuple, Protocol, cast

from lumme_graph.base.extras import need
from lumme_graph.base.label import Counted, Joined, Label, Message
from lumme_graph.base.shown import plain
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.elements.development import Action
from lumme_graph.elements.events import Event
from lumme_graph.elements.parts import Modality
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined, name_label, span
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.things import Missing


class Component(Protocol):
    """A calendar or an entry of it, as far as it is written."""

    def add(self, name: str, value: object, parameters: dict[str, str] | None = None) -> None:
        """Add a property."""
        ...

    def add_component(self, component: Component) -> None:
        """Add what stands within it."""
        ...

    def to_ical(self) -> bytes:
        """All of it as the file has it."""
        ...


_PROGRAM: Final = "-//lumme_graph//lumme export//EN"
_DUE: Final = Label("To be done: {name}")
_STATE: Final = Label("How far it is: {state}")
_WHEN: Final = Label("When: {span}")
_ENTRIES: Final = Counted("{n} entry in the calendar.", "{n} entries in the calendar.")
_LEFT: Final = Counted(
    "{n} is left out, since no day is known: {names}.",
    "{n} are left out, since no day is known: {names}.",
)
_NAMED: Final = 5
"""How many of what is left out are named."""
_STATUS: Final[dict[Modality | Missing, str]] = {
    Modality.OPTION: "TENTATIVE",
    Modality.PLANNED: "TENTATIVE",
    Modality.FUNDED: "TENTATIVE",
    Modality.ANNOUNCED: "CONFIRMED",
    Modality.DECIDED: "CONFIRMED",
    Modality.DONE: "CONFIRMED",
}
"""What is planned may still not be; of what is not recorded nothing is said."""


class CalendarFile(NamedTuple):
    """A calendar as bytes, and what there is to say of it."""

    data: bytes
    notes: tuple[Message, ...]


def calendar(graph: ServiceGraph, lang: str = "en") -> CalendarFile:
    """The calendar of a model in a language: the same bytes whenever it says the same.

    Raises `MissingExtraError` where the extra `exchange` is missing.
    """
    need("icalendar")
    from icalendar import Calendar

    day = Day.of(graph)
    maker = _Maker(day, graph.speaker(lang))
    made = cast("Component", Calendar())
    made.add("prodid", _PROGRAM)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    maker.head(made)
    left: list[Event | Action] = []
    count = 0
    items: list[Event | Action] = [*day.all(Event), *day.all(Action)]
    for item in items:
        entry = maker.entry(item)
        if entry is not None:
            made.add_component(entry)
            count += 1
        elif isinstance(item, Event) or item.to is not None:
            left.append(item)
    notes: list[Message] = [_ENTRIES.fill(n=count)]
    if left:
        notes.append(_LEFT.fill(n=len(left), names=_names(left)))
    return CalendarFile(made.to_ical(), tuple(notes))


def _names(left: Sequence[Event | Action]) -> Message:
    names: list[Sayable] = [name_label(one) for one in left[:_NAMED]]
    return Joined((*names, "…") if len(left) > _NAMED else tuple(names))


class _Maker:
    """Makes the entries of one calendar."""

    def __init__(self, day: Day, speak: Speaker) -> None:
        self._day, self._speak = day, speak
        settings = day.graph.settings
        self._base = settings.base
        self._stamp = datetime.combine(settings.modified or settings.as_of, time(), UTC)
        self._statement = speak(settings.statement) if settings.statement else None

    def head(self, made: Component) -> None:
        """What the calendar is called, and what must be said of its model."""
        name = self._speak(self._day.graph.settings.name)
        made.add("x-wr-calname", _text(_line(name.words)))
        self._add(made, "name", name)
        if self._statement:
            made.add("x-wr-caldesc", _text(_line(self._statement.words)))
            self._add(made, "description", self._statement)

    def entry(self, item: Event | Action) -> Component | None:
        """An event on its days, or an action on the last of its days; None where no day is known."""
        return self._event(item) if isinstance(item, Event) else self._due(item)

    def _event(self, item: Event) -> Component | None:
        first = item.from_.exact if item.from_ else None
        if first is None:
            return None
        last = item.to.exact if item.to else None
        entry = self._begun(item.id, first, last or first, self._day.state(item))
        self._add(entry, "summary", self._speak(item.name))
        when = span(item.from_, item.to) if item.to and last is None else None
        self._describe(entry, item, when)
        topics: list[Sayable] = [item.type.label, *(topic.label for topic in item.topics)]
        entry.add("categories", [plain(self._speak.capital(one).words) for one in topics])
        places = [place for ref in item.municipalities if (place := self._day.graph.get(ref))]
        if places:
            self._add(entry, "location", self._speak(joined([name_label(p) for p in places])))
        if item.part_of:
            entry.add("related-to", f"{self._base}{item.part_of}")
        return entry

    def _due(self, item: Action) -> Component | None:
        last = item.to.exact if item.to else None
        if last is None:
            return None
        entry = self._begun(f"{item.id}#due", last, last, self._day.state(item))
        self._add(entry, "summary", self._speak(_DUE, name=item.name))
        self._describe(entry, item, span(item.from_, item.to) if item.from_ else None)
        entry.add("categories", [plain(self._speak.capital(Action.kind.label).words)])
        return entry

    def _begun(self, id_: str, first: date, last: date, state: Modality | Missing) -> Component:
        from icalendar import Event as Entry

        entry = cast("Component", Entry())
        entry.add("uid", f"{self._base}{id_}")
        entry.add("dtstamp", self._stamp)
        entry.add("last-modified", self._stamp)
        entry.add("dtstart", first)
        entry.add("dtend", max(first, last) + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
        if state in _STATUS:
            entry.add("status", _STATUS[state])
        return entry

    def _describe(self, entry: Component, item: Event | Action, when: Message | None) -> None:
        """What it is, how far it is, and what must be said of its model."""
        said = [self._speak(item.description)] if item.description else []
        said.append(self._speak(_STATE, state=self._day.state(item).label))
        if when:
            said.append(self._speak(_WHEN, span=when))
        if self._statement:
            said.append(self._statement)
        words = "\n".join(one.shown for one in said)
        self._add(entry, "description", Said(words, self._speak.lang))

    @staticmethod
    def _add(to: Component, name: str, said: Said) -> None:
        """Words with the language that they are in; only a description has several lines."""
        words = plain(said.words) if name == "description" else _line(said.words)
        to.add(name, _text(words), parameters={"LANGUAGE": said.lang})


def _text(words: str) -> object:
    """Words whose signs are written as the standard has them, whatever the property."""
    from icalendar import vText

    return vText(words)


def _line(words: str) -> str:
    """Words on one line."""
    return " ".join(plain(words).split())
