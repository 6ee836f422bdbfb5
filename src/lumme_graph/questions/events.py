"""Questions on events: which were held, for whom, who took part, and who led them."""

from __future__ import annotations

from collections.abc import Sequence

from lumme_graph.analysis.events import (
    events,
    is_for_customers,
    is_panel,
    is_small_group,
    is_theme_day,
    is_training,
    is_workshop,
)
from lumme_graph.analysis.groups import membership_gap
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.development import Action, Need
from lumme_graph.elements.events import Event, EventType, Method
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.groups import Role, RoleType
from lumme_graph.elements.project import Project
from lumme_graph.elements.who import Municipality, Organisation, OrganisationType
from lumme_graph.graph.day import Day, PlanItem
from lumme_graph.graph.gaps import Gap, gaps, none_of
from lumme_graph.graph.names import joined
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.spec import label_of_field
from lumme_graph.questions.answers import Answer
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import DATE, STATE, not_done, state_totals
from lumme_graph.questions.table import AnswerColumn, PlansTold, table

EVENT = Event.kind.label
LED_BY = label_of_field(Event, "led_by")
HELD = Label("recorded as held")
WHETHER = Label("whether held")


def held(items: Sequence[PlanItem], *, is_first: bool = False) -> PlansTold:
    """How many events are held, and of which that is not recorded."""
    return PlansTold(items, HELD, WHETHER, is_first)


def _codes(values: Sequence[Coded]) -> Message | None:
    return joined([value.label for value in values]) if values else None


@question(10, Label("How many trainings were held, for whom, on what topic?"))
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
        own=_states(day, [one for one in found if one.project is not None]),
        others=_states(day, [one for one in found if one.project is None]),
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


@question(11, Label("Which member libraries took part in each theme day? Which in none?"))
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
        n=len(nowhere),
        of=len(day.libraries),
        plan=held(found, is_first=True),
        more=(*gaps((Label("taking part in a theme day"), nowhere)), *membership_gap(day)),
        none=EventType.THEME_DAY.label,
    )


def _takers(day: Day, event: Event) -> list[Organisation]:
    """The libraries that took part, former ones too; the network's own part is no library's."""
    found = (day.graph.get(ref) for ref in event.takers_part)
    return [one for one in found if one and one.type is OrganisationType.LIBRARY]


@question(21, Label("Which events were led by an outside expert?"))
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
        n=len(leaderless),
        of=len(every),
        plan=held(found, is_first=True),
        more=gaps((Label("the leader"), leaderless)),
        none=None if every else Event.kind.plural,
    )


@question(50, Label("Who leads the synthesis of the needs, and from which studies does it draw?"))
def synthesis_lead(day: Day) -> Answer:
    """Each synthesis with its leader and the studies before it, by `after` or by the phase before."""
    found = events(day, lambda event: event.type is EventType.SYNTHESIS)
    return table(
        day,
        AnswerColumn(EVENT, found),
        AnswerColumn(STATE, [day.state(one) for one in found]),
        AnswerColumn(LED_BY, [day.refs(one.led_by) for one in found], gap=Label("the leader")),
        AnswerColumn(
            Label("studies"), [_studies(day, one) for one in found], gap=Label("the studies")
        ),
        note=Label("Syntheses: {said}."),
        plan=held(found),
        none=EventType.SYNTHESIS.label,
    )


def _studies(day: Day, event: Event) -> list[KeptElement]:
    """What comes first: the events it names, and what else is done in the phase before."""
    named = [first for ref in event.after if (first := day.graph.get(ref))]
    project = day.graph.get(event.project)
    phases = [phase.id for phase in project.phases] if project else []
    before = dict(zip(phases[1:], phases, strict=False)).get(event.phase or "")
    items: list[Action | Event] = [*day.all(Action), *day.all(Event)]
    others = [
        item
        for item in items
        if item.project == event.project and item.phase == before and item.id not in event.after
    ]
    return [*named, *(others if before else ())]


_LIBRARY = Label("library")


@question(14, Label("In which municipalities has no customer event been held?"))
def municipalities_without_customer_event(day: Day) -> Answer:
    """Each municipality with the customer events held there, and those only planned or announced."""
    found = events(day, is_for_customers)
    here = [[e for e in found if place.id in e.municipalities] for place in day.municipalities]
    placeless = day.things(event for event in found if not event.municipalities)
    return table(
        day,
        AnswerColumn(Municipality.kind.label, day.municipalities),
        AnswerColumn(
            Label("events held"),
            [[event for event in own if day.is_done(event)] for own in here],
            gap=Label("a customer event held"),
        ),
        AnswerColumn(
            Label("planned or announced only"),
            [[event for event in own if not day.is_done(event)] for own in here],
        ),
        note=Counted(
            "Customer events: {said}. For {n} of {of} municipality none is recorded as held.",
            "Customer events: {said}. For {n} of {of} municipalities none is recorded as held.",
            by="of",
        ),
        plan=held(found),
        more=gaps((Label("the municipality of the event"), placeless)),
        none=Municipality.kind.plural,
    )


@question(19, Label("Which needs came out of which workshop?"))
def needs_by_workshop(day: Day) -> Answer:
    """Each workshop with the needs raised at it; the needs that no workshop is recorded for."""
    workshops, needs = events(day, is_workshop), day.all(Need)
    at = {need.id: {ref for origin in need.origins for ref in origin.events} for need in needs}
    raised = [[need for need in needs if event.id in at[need.id]] for event in workshops]
    told = {need.id for found in raised for need in found}
    homeless = day.things(need for need in needs if need.id not in told)
    return table(
        day,
        AnswerColumn(EventType.WORKSHOP.label, workshops),
        AnswerColumn(STATE, [day.state(one) for one in workshops]),
        AnswerColumn(Need.kind.plural, raised, gap=Label("the needs raised")),
        note=Counted(
            "Workshops: {workshops}. For {n} of {of} need no workshop is recorded.",
            "Workshops: {workshops}. For {n} of {of} needs no workshop is recorded.",
            by="of",
        ),
        workshops=len(workshops),
        n=len(homeless),
        of=len(needs),
        more=(
            *gaps((Label("the workshop where it was raised"), homeless)),
            *not_done(day, workshops, WHETHER),
            *none_of(needs, Need),
        ),
        none=EventType.WORKSHOP.label,
    )


@question(20, Label("Which libraries have held no small-group session?"))
def libraries_without_small_group(day: Day) -> Answer:
    """Each library with the small groups held in it."""
    found = events(day, is_small_group)
    done = [event for event in found if day.is_done(event)]
    return table(
        day,
        AnswerColumn(_LIBRARY, day.libraries),
        AnswerColumn(
            Label("small groups held"),
            [[event for event in done if one.id in event.takers_part] for one in day.libraries],
            gap=Label("a small group held"),
        ),
        note=Counted(
            "For {n} of {of} library no small group is recorded.",
            "For {n} of {of} libraries no small group is recorded.",
            by="of",
        ),
        plan=held(found),
        more=(*(() if day.libraries else (Gap(_LIBRARY),)), *membership_gap(day)),
    )


@question(24, Label("Which profiles sit on no panel?"))
def profiles_on_no_panel(day: Day) -> Answer:
    """Each profile with the panels held on which it sat."""
    panels, profiles = events(day, is_panel), day.all(Profile)
    done = [event for event in panels if day.is_done(event)]
    return table(
        day,
        AnswerColumn(Profile.kind.label, profiles),
        AnswerColumn(
            Label("panels held"),
            [[event for event in done if one.id in event.profiles] for one in profiles],
            gap=Label("a panel on which it sits"),
        ),
        note=Counted(
            "For {n} of {of} profile no panel is recorded.",
            "For {n} of {of} profiles no panel is recorded.",
            by="of",
        ),
        plan=held(panels),
        none=Profile.kind.label,
    )


@question(25, Label("Which methods were used for which profile?"))
def methods_by_profile(day: Day) -> Answer:
    """The methods of customer events with the profiles heard; profiles that none is recorded for."""
    found = [event for event in events(day, is_for_customers) if event.methods]
    rows = [(method, event) for method in Method for event in found if method in event.methods]
    done = [event for event in found if day.is_done(event)]
    profiles = day.all(Profile)
    heard = {ref for event in done for ref in event.profiles}
    unheard = day.things(profile for profile in profiles if profile.id not in heard)
    faceless = day.things(event for event in found if not event.profiles)
    return table(
        day,
        AnswerColumn(Label("method"), [method for method, _ in rows]),
        AnswerColumn(EVENT, [event for _, event in rows]),
        AnswerColumn(STATE, [day.state(event) for _, event in rows]),
        AnswerColumn(Profile.kind.plural, [day.refs(event.profiles) for _, event in rows]),
        note=Counted(
            "For {n} of {of} profiles no method is recorded as used; {held} event held has a method recorded.",
            "For {n} of {of} profiles no method is recorded as used; {held} events held have a method recorded.",
            by="held",
        ),
        n=len(unheard),
        of=len(profiles),
        held=len(done),
        more=(
            *gaps(
                (Label("the method used"), unheard), (Label("which profile was heard"), faceless)
            ),
            *not_done(day, found, WHETHER),
            *none_of(profiles, Profile),
        ),
    )
