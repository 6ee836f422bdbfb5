"""Questions on events: trainings, theme days, who led them."""

from __future__ import annotations

from collections.abc import Sequence

from lumme_graph.analysis.events import events, is_theme_day, is_training
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.elements.events import Event, EventType
from lumme_graph.elements.groups import Role, RoleType
from lumme_graph.elements.project import Project
from lumme_graph.elements.who import Organisation, OrganisationType
from lumme_graph.graph.day import Day, PlanItem
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.names import joined
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.spec import label_of_field
from lumme_graph.questions.answers import Answer
from lumme_graph.questions.asking import membership_gap, question
from lumme_graph.questions.shared import DATE, STATE, state_totals
from lumme_graph.questions.table import AnswerColumn, Plan, table

EVENT = Event.kind.label
LED_BY = label_of_field(Event, "led_by")
HELD = Label("recorded as held")
WHETHER = Label("whether held")


def held(items: Sequence[PlanItem], *, is_first: bool = False) -> Plan:
    """How many events are held, and of which that is not recorded."""
    return Plan(items, HELD, WHETHER, is_first)


def _codes(values: Sequence[Coded]) -> Message | None:
    return joined([value.label for value in values]) if values else None


@question(10, "trainings", Label("How many trainings were held, for whom, on what topic?"))
def trainings(day: Day) -> Answer:
    """Every training by how far it is, with its audience and topics."""
    found = events(day, is_training)
    return table(
        day,
        *_how_far(day, Label("training"), found),
        AnswerColumn(
            Label("for whom"), [_codes(one.audience) for one in found], gap=Label("for whom")
        ),
        AnswerColumn(
            label_of_field(Event, "topics"),
            [_codes(one.topics) for one in found],
            gap=Label("the topic"),
        ),
        AnswerColumn(Project.kind.label, [day.ref(one.project) for one in found]),
        note=Label("Of projects: {own}; others: {others}."),
        params={
            "own": _states(day, [one for one in found if one.project is not None]),
            "others": _states(day, [one for one in found if one.project is None]),
        },
        plan=held(found, is_first=True),
        none=EventType.TRAINING.label,
    )


def _how_far(
    day: Day, head: Message, found: Sequence[Event]
) -> tuple[AnswerColumn, AnswerColumn, AnswerColumn]:
    """Events, how far each is, and when it is held."""
    return (
        AnswerColumn(head, found),
        AnswerColumn(STATE, [day.state(one) for one in found]),
        AnswerColumn(DATE, [one.from_ or one.to for one in found]),
    )


def _states(day: Day, found: Sequence[Event]) -> Message:
    return state_totals(day, found, HELD)[1] if found else Label("none recorded")


@question(
    11,
    "theme-day-libraries",
    Label("Which member libraries took part in each theme day? Which in none?"),
)
def theme_day_libraries(day: Day) -> Answer:
    """Each theme day with the libraries that are recorded to have taken part."""
    found = events(day, is_theme_day)
    there = {ref for event in found if day.is_done(event) for ref in event.takers_part}
    nowhere = day.things(library for library in day.libraries if library.id not in there)
    return table(
        day,
        *_how_far(day, EventType.THEME_DAY.label, found),
        AnswerColumn(Label("libraries that took part"), [_takers(day, event) for event in found]),
        note=Counted(
            "Theme days: {said}. For {n} of {of} library no participation is recorded.",
            "Theme days: {said}. For {n} of {of} libraries no participation is recorded.",
            by="of",
        ),
        params={"n": len(nowhere), "of": len(day.libraries)},
        plan=held(found, is_first=True),
        more=(*gaps((Label("taking part in a theme day"), nowhere)), *membership_gap(day)),
        none=EventType.THEME_DAY.label,
    )


def _takers(day: Day, event: Event) -> list[Organisation]:
    """The libraries that took part, former ones too; the network's own part is no library's."""
    found = (day.graph.get(ref) for ref in event.takers_part)
    return [one for one in found if one and one.type is OrganisationType.LIBRARY]


@question(21, "led-by-outside-expert", Label("Which events were led by an outside expert?"))
def led_by_outside_expert(day: Day) -> Answer:
    """The events with an outside expert as leader, by how far they are; those without a leader."""
    experts = {r.id for r in day.graph.all(Role) if r.type is RoleType.OUTSIDE_EXPERT}
    every = day.all(Event)
    found = [event for event in every if experts.intersection(event.led_by)]
    leaderless = day.things(event for event in every if not event.led_by)
    return table(
        day,
        *_how_far(day, EVENT, found),
        AnswerColumn(LED_BY, [day.refs(event.led_by) for event in found]),
        note=Counted(
            "Led by an outside expert: {said}. For {n} of {of} event no leader is recorded.",
            "Led by an outside expert: {said}. For {n} of {of} events no leader is recorded.",
            by="of",
        ),
        params={"n": len(leaderless), "of": len(every)},
        plan=held(found, is_first=True),
        more=(*gaps((Label("the leader"), leaderless)), *none_of(every, Event)),
    )
