"""Questions on who took part: municipalities, workshops, small groups, panels, methods."""

from __future__ import annotations

from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.development import (
    EventType,
    Method,
    Need,
)
from lumme_graph.elements.who import Municipality
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps, none_of
from lumme_graph.graph.things import Thing
from lumme_graph.questions.answers import Answer, Row, fill
from lumme_graph.questions.asking import membership_gap, question
from lumme_graph.questions.events import (
    EVENT,
    HELD,
    WHETHER,
    events,
    is_for_customers,
    is_panel,
    is_small_group,
    is_workshop,
)
from lumme_graph.questions.shared import STATE, not_done, or_gap, related, state_totals

_LIBRARY = Label("library")


@question(
    14,
    "municipalities-without-customer-event",
    Label("In which municipalities has no customer event been held?"),
)
def municipalities_without_customer_event(day: Day) -> Answer:
    """Each municipality with the customer events held there, and those only planned or announced."""
    found = events(day, is_for_customers)
    rows: list[Row] = []
    without: list[Thing] = []
    for place in day.municipalities:
        here = [event for event in found if place.id in event.municipalities]
        held = day.things(event for event in here if day.is_done(event))
        others = day.things(event for event in here if not day.is_done(event))
        rows.append(Row((day.thing(place), or_gap(held), or_gap(others))))
        if not held:
            without.append(day.thing(place))
    placeless = day.things(event for event in found if not event.municipalities)
    totals, said = state_totals(day, found, HELD)
    return Answer(
        _MUNICIPALITIES_WITHOUT_CUSTOMER_EVENT_COLUMNS,
        tuple(rows),
        fill(_MUNICIPALITIES_WITHOUT_CUSTOMER_EVENT_NOTE, said=said, n=len(without), of=len(rows)),
        totals,
        (
            *gaps(
                (Label("a customer event held"), without),
                (Label("the municipality of the event"), placeless),
            ),
            *not_done(day, found, WHETHER),
            *none_of(day.municipalities, Municipality),
        ),
    )


_MUNICIPALITIES_WITHOUT_CUSTOMER_EVENT_NOTE = Counted(
    "Customer events: {said}. For {n} of {of} municipality none is recorded as held.",
    "Customer events: {said}. For {n} of {of} municipalities none is recorded as held.",
    by="of",
)


_MUNICIPALITIES_WITHOUT_CUSTOMER_EVENT_COLUMNS = (
    Municipality.kind.label,
    Label("events held"),
    Label("planned or announced only"),
)


@question(19, "needs-by-workshop", Label("Which needs came out of which workshop?"))
def needs_by_workshop(day: Day) -> Answer:
    """Each workshop with the needs raised at it; the needs that no workshop is recorded for."""
    workshops = events(day, is_workshop)
    needs = day.all(Need)
    rows: list[Row] = []
    silent: list[Thing] = []
    told: set[str] = set()
    for event in workshops:
        raised = [n for n in needs if any(event.id in origin.events for origin in n.origins)]
        told |= {need.id for need in raised}
        rows.append(Row((day.thing(event), day.state(event), or_gap(day.things(raised)))))
        if not raised:
            silent.append(day.thing(event))
    homeless = [need for need in needs if need.id not in told]
    return Answer(
        (EventType.WORKSHOP.label, STATE, Need.kind.plural),
        tuple(rows),
        fill(_NEEDS_BY_WORKSHOP_NOTE, workshops=len(workshops), n=len(homeless), of=len(needs)),
        not_recorded=(
            *gaps(
                (Label("the needs raised"), silent),
                (Label("the workshop where it was raised"), day.things(homeless)),
            ),
            *not_done(day, workshops, WHETHER),
            *none_of(needs, Need),
            *(() if workshops else (Gap(EventType.WORKSHOP.label),)),
        ),
    )


_NEEDS_BY_WORKSHOP_NOTE = Counted(
    "Workshops: {workshops}. For {n} of {of} need no workshop is recorded.",
    "Workshops: {workshops}. For {n} of {of} needs no workshop is recorded.",
    by="of",
)


@question(
    20, "libraries-without-small-group", Label("Which libraries have held no small-group session?")
)
def libraries_without_small_group(day: Day) -> Answer:
    """Each library with the small groups held in it."""
    found = events(day, is_small_group)
    held = [event for event in found if day.is_done(event)]
    answer = related(
        day,
        day.libraries,
        lambda library: [event for event in held if library.id in event.takers_part],
        columns=(_LIBRARY, Label("small groups held")),
        gap=Label("a small group held"),
        note=Counted(
            "For {n} of {of} library no small group is recorded.",
            "For {n} of {of} libraries no small group is recorded.",
            by="of",
        ),
    )
    totals, _ = state_totals(day, found, HELD)
    more = (*not_done(day, found, WHETHER), *membership_gap(day))
    return Answer(answer.columns, answer.rows, answer.note, totals, (*answer.not_recorded, *more))


@question(24, "profiles-on-no-panel", Label("Which profiles sit on no panel?"))
def profiles_on_no_panel(day: Day) -> Answer:
    """Each profile with the panels held on which it sat."""
    panels = events(day, is_panel)
    held = [event for event in panels if day.is_done(event)]
    answer = related(
        day,
        day.all(Profile),
        lambda profile: [event for event in held if profile.id in event.profiles],
        columns=(Profile.kind.label, Label("panels held")),
        gap=Label("a panel on which it sits"),
        note=Counted(
            "For {n} of {of} profile no panel is recorded.",
            "For {n} of {of} profiles no panel is recorded.",
            by="of",
        ),
    )
    totals, _ = state_totals(day, panels, HELD)
    more = not_done(day, panels, WHETHER)
    return Answer(answer.columns, answer.rows, answer.note, totals, (*answer.not_recorded, *more))


@question(25, "methods-by-profile", Label("Which methods were used for which profile?"))
def methods_by_profile(day: Day) -> Answer:
    """The methods of customer events with the profiles heard; profiles that none is recorded for."""
    found = [event for event in events(day, is_for_customers) if event.methods]
    rows = [
        Row((method, day.thing(e), day.state(e), or_gap(day.refs(e.profiles))))
        for method in Method
        for e in found
        if method in e.methods
    ]
    held = [event for event in found if day.is_done(event)]
    heard = {ref for event in held for ref in event.profiles}
    profiles = day.all(Profile)
    unheard = day.things(profile for profile in profiles if profile.id not in heard)
    faceless = day.things(event for event in found if not event.profiles)
    note = Counted(
        "For {n} of {of} profiles no method is recorded as used; {held} event held has a method recorded.",
        "For {n} of {of} profiles no method is recorded as used; {held} events held have a method recorded.",
        by="held",
    )
    return Answer(
        (Label("method"), EVENT, STATE, Profile.kind.plural),
        tuple(rows),
        fill(note, n=len(unheard), of=len(profiles), held=len(held)),
        not_recorded=(
            *gaps(
                (Label("the method used"), unheard), (Label("which profile was heard"), faceless)
            ),
            *not_done(day, found, WHETHER),
            *none_of(profiles, Profile),
        ),
    )


QUESTIONS = (
    municipalities_without_customer_event,
    needs_by_workshop,
    libraries_without_small_group,
    profiles_on_no_panel,
    methods_by_profile,
)
