"""The calendar: which events were held, which are only announced, and which have no day at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Counted, Joined, Label, Message, Plain
from lumme_graph.base.speaker import Sayable, Speaker
from lumme_graph.elements.events import Event
from lumme_graph.elements.parts import Modality
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined, name_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.things import Missing
from lumme_graph.views.drawn.parts import DOT, Only, fact, head, lacking, staff_page, standing_sign
from lumme_graph.views.shapes import Box, DrawnFact, Grid, GridCell, GridRow, ShapeLine, Sign

KIND = "calendar"
MOST_MONTHS = 18
"""A calendar of more months than these has years as its columns."""

_KIND = Label("calendar of events")
_SPAN = Label("Events of {span}, and those without a day")
_DATED = Label("Events of {span}")
_UNDATED = Label("Events without a day")
_ABOUT = Label("What was held and when, what is only announced or planned, and what has no day.")
_SHOWN = Label("What is shown")
_WITH_DAY = Counted("{n} event has a day", "{n} events have a day")
_WITHOUT = Counted("{n} has none", "{n} have none")
_HELD = Label("Held")
_NOT_HELD = Label("Not recorded as held")
_HELD_OF = Label("{n} of {all}")
_EVENT = Label("event")
_WHEN = Label("when", "of an event")
_STATE = Label("state")
_WHAT = Label("what and where")
_PEOPLE = Counted("{n} person", "{n} people")
_NO_DAY = Label("{state}, day not known")
_ROW = Label("With a day")
_BELOW = Label("Without a day")
_HELD_WORD = Label("held", "of an event")
_KEY_NOT = Label("not recorded as held")
_KEY_FADED = Label("day known roughly")
_PART = frozenset({Modality.PLANNED, Modality.ANNOUNCED, Modality.DECIDED, Modality.FUNDED})

Ends = tuple[date, date, date, date]
"""The earliest and the latest beginning, the earliest and the latest end."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """The columns of a calendar: years, or the months of a short one."""

    first: date
    last: date

    @property
    def in_months(self) -> bool:
        return _months(self.last) - _months(self.first) < MOST_MONTHS

    def columns(self, speak: Speaker) -> tuple[ShapeLine, ...]:
        if self.in_months:
            steps = range(_months(self.first), _months(self.last) + 1)
            days = [UncertainDate.parse(f"{n // 12:04}-{n % 12 + 1:02}") for n in steps]
        else:
            years = range(self.first.year, self.last.year + 1)
            days = [UncertainDate.parse(f"{year:04}") for year in years]
        return tuple(ShapeLine(str(day), speak(day)) for day in days)

    def place(self, day: date) -> float:
        """Where a day begins, in columns from the left."""
        if self.in_months:
            month = date(day.year, day.month, 1)
            long = (_next_month(month) - month).days
            return _months(day) - _months(self.first) + (day.day - 1) / long
        year = date(day.year, 1, 1)
        long = (date(day.year, 12, 31) - year).days + 1
        return day.year - self.first.year + (day - year).days / long

    def after(self, day: date) -> float:
        """Where a day ends."""
        return self.place(day) + self.place_of_a_day(day)

    def place_of_a_day(self, day: date) -> float:
        """How wide a day is."""
        if self.in_months:
            month = date(day.year, day.month, 1)
            return 1 / (_next_month(month) - month).days
        return 1 / ((date(day.year, 12, 31) - date(day.year, 1, 1)).days + 1)


def calendar(graph: ServiceGraph, id_: str, speak: Speaker, only: Only) -> Grid:
    """The events of a model in time, and below them those that have no place in it."""
    day = Day.of(graph)
    events = list(filter(only.takes, day.all(Event)))
    spans = {event.id: span for event in events if (span := _ends(event))}
    dated = sorted((one for one in events if one.id in spans), key=lambda one: spans[one.id])
    undated = [one for one in events if one.id not in spans]
    scale = (
        _Scale(min(span[0] for span in spans.values()), max(span[3] for span in spans.values()))
        if spans
        else None
    )
    over = head(
        graph,
        speak,
        id_,
        _KIND,
        _title(scale, undated),
        _ABOUT,
        fields=tuple(_fields(day, dated, undated, speak)),
    )
    if not events:
        over = replace(over, lacks=lacking(speak, Event.kind.plural, "event-theme-day"))
    rows = tuple(_span_row(day, one, spans[one.id], scale, speak) for one in dated if scale)
    below = tuple(_undated_rows(day, undated, speak))
    return Grid(
        KIND,
        over,
        scale.columns(speak) if scale else (),
        (*rows, *below) if rows else (GridRow(f"{id_}/dated", speak(_ROW), "spans", ()), *below),
        keys=tuple(_keys(day, dated, spans, speak)),
        page=staff_page("events", speak),
    )


def _ends(event: Event) -> Ends | None:
    """The bounds of an event's days; a bound that is not known lies at the edge of its year."""
    start, end = event.from_ or event.to, event.to or event.from_
    if start is None or end is None:
        return None
    first, sure = _bounds(start)
    last_sure, last = _bounds(end)
    return first, max(first, sure), max(first, last_sure), max(last, sure)


def _bounds(day: UncertainDate) -> tuple[date, date]:
    known = day.earliest or day.latest
    if known is None:
        raise ValueError("an uncertain date has a bound")
    return day.earliest or date(known.year, 1, 1), day.latest or date(known.year, 12, 31)


def _title(scale: _Scale | None, undated: Sequence[Event]) -> Message:
    if scale is None:
        return _UNDATED
    years = dict.fromkeys((str(scale.first.year), str(scale.last.year)))
    return (_SPAN if undated else _DATED).fill(span=Plain("–".join(years)))


def _fields(
    day: Day, dated: Sequence[Event], undated: Sequence[Event], speak: Speaker
) -> Iterator[DrawnFact]:
    """How many have a day, how many were held, and how far the others are."""
    if not (dated or undated):
        return
    counts = [_WITH_DAY.fill(n=len(dated)), _WITHOUT.fill(n=len(undated))]
    yield fact(speak, f"{KIND}/shown", _SHOWN, joined(counts[: 2 if undated else 1]))
    states = [day.state(event) for event in (*dated, *undated)]
    held = states.count(Modality.DONE)
    yield fact(speak, f"{KIND}/held", _HELD, _HELD_OF.fill(n=held, all=len(states)))
    others = [state for state in dict.fromkeys(states) if state is not Modality.DONE]
    if others:
        parts = joined([Joined((state.label, states.count(state)), " ") for state in others])
        yield fact(speak, f"{KIND}/not-held", _NOT_HELD, parts)


def _span_row(day: Day, event: Event, ends: Ends, scale: _Scale, speak: Speaker) -> GridRow:
    first, sure, last_sure, last = ends
    places = (
        scale.place(first),
        scale.place(sure),
        scale.after(last_sure),
        scale.after(last),
    )
    columns = scale.columns(speak)
    at = int(places[0])
    box = Box(
        event.id,
        tuple(_facts(day, event, speak)),
        tone="done" if day.is_done(event) else "part",
        standing=standing_sign(event.standing, speak),
    )
    own = (places[0] - at, places[1] - at, places[2] - at, places[3] - at)
    span = min(len(columns), int(places[3] - 1e-9) + 1) - at
    return GridRow(
        event.id, box.facts[0].words, "spans", (GridCell(columns[at].id, (box,), span, own),)
    )


def _undated_rows(day: Day, events: Sequence[Event], speak: Speaker) -> Iterator[GridRow]:
    if events:
        boxes = tuple(
            Box(
                event.id,
                tuple(_facts(day, event, speak)),
                standing=standing_sign(event.standing, speak),
            )
            for event in events
        )
        yield GridRow(f"{KIND}/undated", speak(_BELOW), "list", (GridCell("", boxes),))


def _facts(day: Day, event: Event, speak: Speaker) -> Iterator[DrawnFact]:
    """What it is called, when it is or was, how far it is, and what and where."""
    yield fact(speak, f"{event.id}/name", _EVENT, name_label(event), "head")
    state = day.state(event)
    when = _when(event)
    is_plain = state is Modality.DONE and when is not None
    if when is not None:
        words = when if is_plain else Joined((when, _word(state)), ", ")
        yield fact(speak, f"{event.id}/when", _WHEN, words)
    else:
        words = _NO_DAY.fill(state=_word(state))
        yield fact(speak, f"{event.id}/state", _STATE, words, signs=[_sign(state, speak)])
    told: list[Sayable] = [event.type.label]
    places = [day.graph.get(ref) for ref in event.municipalities]
    told += [name_label(one) for one in places if one is not None]
    if event.number is not None:
        told.append(_PEOPLE.fill(n=event.number))
    yield fact(speak, f"{event.id}/what", _WHAT, joined(told, DOT), "sub")


def _word(state: Modality | Missing) -> Message:
    return _HELD_WORD if state is Modality.DONE else state.label


def _sign(state: Modality | Missing, speak: Speaker) -> Sign:
    if state is Modality.DONE:
        return Sign("state", "done", speak(_HELD_WORD))
    return Sign("state", "part" if state in _PART else "unknown", speak(state.label))


def _when(event: Event) -> Sayable | None:
    start, end = event.from_, event.to
    if start is None or end is None or start == end:
        return start or end
    return Joined((start, end), "–")


def _keys(
    day: Day, dated: Iterable[Event], spans: dict[str, Ends], speak: Speaker
) -> Iterator[Sign]:
    """How bars are drawn, as far as there are any of the kind."""
    there = list(dated)
    if any(day.is_done(one) for one in there):
        yield Sign("line", "held", speak(_HELD_WORD))
    if not all(day.is_done(one) for one in there):
        yield Sign("line", "announced", speak(_KEY_NOT))
    if any(
        spans[one.id][0] < spans[one.id][1] or spans[one.id][2] < spans[one.id][3] for one in there
    ):
        yield Sign("line", "uncertain", speak(_KEY_FADED))


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
