"""Questions on events: trainings, theme days, customer events, workshops, panels, who led them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lumme_graph.base.label import Counted, Label, Message
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
from lumme_graph.graph.gaps import Gap, gaps, none_of
from lumme_graph.graph.names import joined
from lumme_graph.graph.things import Missing, Things
from lumme_graph.meta.kind import Coded
from lumme_graph.questions.answers import Answer, Row, Value, fill
from lumme_graph.questions.asking import membership_gap, question
from lumme_graph.questions.shared import DATE, STATE, not_done, or_gap, state_totals

EVENT = Event.kind.label
HELD = Label("recorded as held")
WHETHER = Label("whether held")
_SAID = Label("{said}.")


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


@question(10, "trainings", Label("How many trainings were held, for whom, on what topic?"))
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
            *gaps((Label("for whom"), audience), (Label("the topic"), topics)),
            *(() if found else (Gap(EventType.TRAINING.label),)),
        ),
    )


_TRAININGS_NOTE = Label("Of projects: {own}; others: {others}.")
_NONE_RECORDED = Label("none recorded")


def _states(day: Day, found: Sequence[Event]) -> Message:
    return state_totals(day, found, HELD)[1] if found else _NONE_RECORDED


_TRAININGS_COLUMNS = (
    Label("training"),
    STATE,
    DATE,
    Label("for whom"),
    Label("topics"),
    Project.kind.label,
)


@question(
    11,
    "theme-day-libraries",
    Label("Which member libraries took part in each theme day? Which in none?"),
)
def theme_day_libraries(day: Day) -> Answer:
    """Each theme day with the libraries that are recorded to have taken part."""
    found = events(day, is_theme_day)
    held = [event for event in found if day.is_done(event)]
    rows = [Row((day.thing(e), day.state(e), day_of(e), or_gap(_takers(day, e)))) for e in found]
    there = {thing for event in held for thing in _takers(day, event)}
    nowhere = tuple(thing for thing in day.things(day.libraries) if thing not in there)
    totals, said = state_totals(day, found, HELD)
    note = Counted(
        "Theme days: {said}. For {n} of {of} library no participation is recorded.",
        "Theme days: {said}. For {n} of {of} libraries no participation is recorded.",
        by="of",
    )
    gap = Label("taking part in a theme day")
    return Answer(
        (EventType.THEME_DAY.label, STATE, DATE, Label("libraries that took part")),
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


@question(21, "led-by-outside-expert", Label("Which events were led by an outside expert?"))
def led_by_outside_expert(day: Day) -> Answer:
    """The events with an outside expert as leader, by how far they are; those without a leader."""
    experts = {r.id for r in day.graph.all(Role) if r.type is RoleType.OUTSIDE_EXPERT}
    all_events = day.all(Event)
    found = [event for event in all_events if experts.intersection(event.led_by)]
    rows = [Row((day.thing(e), day.state(e), day_of(e), day.refs(e.led_by))) for e in found]
    leaderless = day.things(event for event in all_events if not event.led_by)
    totals, said = state_totals(day, found, HELD)
    note = Counted(
        "Led by an outside expert: {said}. For {n} of {of} event no leader is recorded.",
        "Led by an outside expert: {said}. For {n} of {of} events no leader is recorded.",
        by="of",
    )
    return Answer(
        (EVENT, STATE, DATE, Label("led by")),
        tuple(rows),
        fill(note, said=said, n=len(leaderless), of=len(all_events)),
        totals,
        (
            *not_done(day, found, WHETHER),
            *gaps((Label("the leader"), leaderless)),
            *none_of(all_events, Event),
        ),
    )


QUESTIONS = (
    trainings,
    theme_day_libraries,
    led_by_outside_expert,
)
