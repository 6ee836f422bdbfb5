"""Questions on who took part: municipalities, workshops, small groups, panels, methods."""

from __future__ import annotations

from lumme_graph.analysis.events import (
    events,
    is_for_customers,
    is_panel,
    is_small_group,
    is_workshop,
)
from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.development import Need
from lumme_graph.elements.events import EventType, Method
from lumme_graph.elements.who import Municipality
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps, none_of
from lumme_graph.questions.answers import Answer
from lumme_graph.questions.asking import membership_gap, question
from lumme_graph.questions.events import EVENT, WHETHER, held
from lumme_graph.questions.shared import STATE, not_done
from lumme_graph.questions.table import AnswerColumn, table

_LIBRARY = Label("library")


@question(
    14,
    "municipalities-without-customer-event",
    Label("In which municipalities has no customer event been held?"),
)
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


@question(19, "needs-by-workshop", Label("Which needs came out of which workshop?"))
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
        params={"workshops": len(workshops), "n": len(homeless), "of": len(needs)},
        more=(
            *gaps((Label("the workshop where it was raised"), homeless)),
            *not_done(day, workshops, WHETHER),
            *none_of(needs, Need),
        ),
        none=EventType.WORKSHOP.label,
    )


@question(
    20, "libraries-without-small-group", Label("Which libraries have held no small-group session?")
)
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


@question(24, "profiles-on-no-panel", Label("Which profiles sit on no panel?"))
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


@question(25, "methods-by-profile", Label("Which methods were used for which profile?"))
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
        params={"n": len(unheard), "of": len(profiles), "held": len(done)},
        more=(
            *gaps(
                (Label("the method used"), unheard), (Label("which profile was heard"), faceless)
            ),
            *not_done(day, found, WHETHER),
            *none_of(profiles, Profile),
        ),
    )
