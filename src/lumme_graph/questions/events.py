"""Questions on events: trainings, theme days, customer events, workshops, panels, who led them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lumme_graph.base.text import Label
from lumme_graph.elements.development import (
    CUSTOMER_EVENTS,
    Event,
    EventAudience,
    EventType,
    Method,
)
from lumme_graph.elements.project import Project
from lumme_graph.elements.who import OrganisationType, Role, RoleType
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined
from lumme_graph.graph.things import Missing, Things
from lumme_graph.meta.kind import Coded
from lumme_graph.questions.answers import Answer, Gap, Row, Value, fill, gaps
from lumme_graph.questions.asking import membership_gap, question
from lumme_graph.questions.shared import DATE, STATE, none_of, not_done, or_gap, state_totals

EVENT = Event.kind.label
HELD = Label("kirjattu pidetyksi", "recorded as held", "antecknade som hållna")
WHETHER = Label("onko pidetty", "whether held", "om det har hållits")
_SAID = Label("{said}.", "{said}.", "{said}.")


def is_training(event: Event) -> bool:
    """Is something taught or learnt at it?"""
    return event.type in {EventType.TRAINING, EventType.STUDY_TRIP}


def is_theme_day(event: Event) -> bool:
    """Is it a theme day, or a part of one that is not recorded by itself?"""
    return EventType.THEME_DAY in {event.type, event.within}


def is_workshop(event: Event) -> bool:
    """Is it a workshop, by its type or its method?"""
    return event.type is EventType.WORKSHOP or Method.WORKSHOP in event.methods


def is_panel(event: Event) -> bool:
    """Is it a customer panel, by its type or its method?"""
    return event.type is EventType.CUSTOMER_PANEL or Method.PANEL in event.methods


def is_small_group(event: Event) -> bool:
    """Is it a small group?"""
    return event.type is EventType.SMALL_GROUP


def is_for_customers(event: Event) -> bool:
    """Do customers take part?"""
    return event.type in CUSTOMER_EVENTS or EventAudience.CUSTOMERS in event.audience


def events(day: Day, of: Callable[[Event], bool]) -> list[Event]:
    """The events of a kind that are known on the day."""
    return [event for event in day.all(Event) if of(event)]


def day_of(event: Event) -> Value:
    """When it is held."""
    return event.from_ or event.to or Missing.NOT_RECORDED


def codes(values: Sequence[Coded]) -> Value:
    """Coded values in words."""
    return joined([value.label for value in values]) if values else Missing.NOT_RECORDED


def _project(day: Day, event: Event) -> Value:
    return day.ref(event.project)


@question(
    10,
    "trainings",
    Label(
        "Kuinka monta koulutusta on pidetty, kenelle ja mistä aiheesta?",
        "How many trainings were held, for whom, on what topic?",
        "Hur många utbildningar har hållits, för vem och om vad?",
    ),
)
def trainings(day: Day) -> Answer:
    """Every training by how far it is, with its audience and topics."""
    found = events(day, is_training)
    rows = [
        Row(
            (
                day.thing(event),
                day.state(event),
                day_of(event),
                codes(event.audience),
                codes(event.topics),
                _project(day, event),
            )
        )
        for event in found
    ]
    totals, _ = state_totals(day, found, HELD)
    own = [event for event in found if event.project is not None]
    others = [event for event in found if event.project is None]
    audience = day.things(event for event in found if not event.audience)
    topics = day.things(event for event in found if not event.topics)
    return Answer(
        _TRAININGS_COLUMNS,
        tuple(rows),
        fill(_TRAININGS_NOTE, own=_states(day, own), others=_states(day, others)),
        totals,
        (
            *not_done(day, found, WHETHER),
            *gaps(
                (Label("kenelle", "for whom", "för vem"), audience),
                (Label("aihe", "the topic", "ämnet"), topics),
            ),
            *(() if found else (Gap(EventType.TRAINING.label),)),
        ),
    )


_TRAININGS_NOTE = Label(
    "Hankkeiden: {own}; muut: {others}.",
    "Of projects: {own}; others: {others}.",
    "Projektens: {own}; andra: {others}.",
)
_NONE_RECORDED = Label("ei kirjattu yhtään", "none recorded", "inga antecknade")


def _states(day: Day, found: Sequence[Event]) -> Label:
    return state_totals(day, found, HELD)[1] if found else _NONE_RECORDED


_TRAININGS_COLUMNS = (
    Label("koulutus", "training", "utbildning"),
    STATE,
    DATE,
    Label("kenelle", "for whom", "för vem"),
    Label("aiheet", "topics", "ämnen"),
    Project.kind.label,
)


@question(
    11,
    "theme-day-libraries",
    Label(
        "Mitkä kirjastot osallistuivat mihinkin teemapäivään, mitkä eivät yhteenkään?",
        "Which member libraries took part in each theme day? Which in none?",
        "Vilka bibliotek deltog i vilken temadag, vilka inte i någon?",
    ),
)
def theme_day_libraries(day: Day) -> Answer:
    """Each theme day with the libraries that are recorded to have taken part."""
    found = events(day, is_theme_day)
    held = [event for event in found if day.is_done(event)]
    rows = [Row((day.thing(e), day.state(e), day_of(e), or_gap(_takers(day, e)))) for e in found]
    there = {thing for event in held for thing in _takers(day, event)}
    nowhere = tuple(thing for thing in day.things(day.libraries) if thing not in there)
    totals, said = state_totals(day, found, HELD)
    note = Label(
        "Teemapäivät: {said}. Osallistumista ei ole kirjattu {n} / {of} kirjastosta.",
        "Theme days: {said}. For {n} of {of} libraries no participation is recorded.",
        "Temadagar: {said}. För {n} av {of} bibliotek är inget deltagande antecknat.",
    )
    gap = Label(
        "osallistuminen teemapäivään", "taking part in a theme day", "deltagande i en temadag"
    )
    return Answer(
        (
            EventType.THEME_DAY.label,
            STATE,
            DATE,
            Label("osallistuneet kirjastot", "libraries that took part", "bibliotek som deltog"),
        ),
        tuple(rows),
        fill(note, said=said, n=len(nowhere), of=len(day.libraries)),
        totals,
        (
            *not_done(day, found, WHETHER),
            *gaps((gap, nowhere)),
            *membership_gap(day),
            *(() if found else (Gap(EventType.THEME_DAY.label),)),
        ),
    )


def _takers(day: Day, event: Event) -> Things:
    """The libraries that took part, former ones too; the network's own part is no library's."""
    found = (day.graph.get(ref) for ref in event.takers_part)
    return day.things(o for o in found if o and o.type is OrganisationType.LIBRARY)


@question(
    21,
    "led-by-outside-expert",
    Label(
        "Mitä tapahtumia vetivät ulkopuoliset asiantuntijat?",
        "Which events were led by an outside expert?",
        "Vilka evenemang leddes av en utomstående expert?",
    ),
)
def led_by_outside_expert(day: Day) -> Answer:
    """The events with an outside expert as leader, by how far they are; those without a leader."""
    experts = {r.id for r in day.graph.all(Role) if r.type is RoleType.OUTSIDE_EXPERT}
    all_events = day.all(Event)
    found = [event for event in all_events if experts.intersection(event.led_by)]
    rows = [Row((day.thing(e), day.state(e), day_of(e), day.refs(e.led_by))) for e in found]
    leaderless = day.things(event for event in all_events if not event.led_by)
    totals, said = state_totals(day, found, HELD)
    note = Label(
        "Ulkopuolisen asiantuntijan vetämät: {said}. Vetäjää ei ole kirjattu {n} / {of} tapahtumalle.",
        "Led by an outside expert: {said}. For {n} of {of} events no leader is recorded.",
        "Ledda av en utomstående expert: {said}. För {n} av {of} evenemang är ingen ledare antecknad.",
    )
    return Answer(
        (EVENT, STATE, DATE, Label("vetäjät", "led by", "leds av")),
        tuple(rows),
        fill(note, said=said, n=len(leaderless), of=len(all_events)),
        totals,
        (
            *not_done(day, found, WHETHER),
            *gaps((Label("vetäjä", "the leader", "ledaren"), leaderless)),
            *none_of(all_events, Event),
        ),
    )


QUESTIONS = (
    trainings,
    theme_day_libraries,
    led_by_outside_expert,
)
