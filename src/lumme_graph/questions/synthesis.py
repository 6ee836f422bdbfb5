"""The question on the synthesis of the needs: who leads it, and what comes before."""

from __future__ import annotations

from lumme_graph.base.label import Label
from lumme_graph.elements.development import Action, Event, EventType
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps
from lumme_graph.graph.things import Thing
from lumme_graph.questions.answers import Answer, Row, fill
from lumme_graph.questions.asking import question
from lumme_graph.questions.events import EVENT, HELD, WHETHER, events
from lumme_graph.questions.shared import STATE, not_done, or_gap, state_totals


@question(
    50,
    "synthesis-lead",
    Label("Who leads the synthesis of the needs, and from which studies does it draw?"),
)
def synthesis_lead(day: Day) -> Answer:
    """Each synthesis with its leader and the studies before it, by `after` or by the phase before."""
    found = events(day, lambda event: event.type is EventType.SYNTHESIS)
    rows: list[Row] = []
    leaderless: list[Thing] = []
    baseless: list[Thing] = []
    for event in found:
        leads, studies = day.refs(event.led_by), _studies(day, event)
        values = (
            day.thing(event),
            day.state(event),
            or_gap(leads),
            or_gap(day.things(studies)),
        )
        rows.append(Row(values))
        leaderless += () if leads else (day.thing(event),)
        baseless += () if studies else (day.thing(event),)
    totals, said = state_totals(day, found, HELD)
    note = Label("Syntheses: {said}.")
    return Answer(
        _SYNTHESIS_LEAD_COLUMNS,
        tuple(rows),
        fill(note, said=said),
        totals,
        (
            *gaps((Label("the leader"), leaderless), (Label("the studies"), baseless)),
            *not_done(day, found, WHETHER),
            *(() if found else (Gap(EventType.SYNTHESIS.label),)),
        ),
    )


_SYNTHESIS_LEAD_COLUMNS = (EVENT, STATE, Label("led by"), Label("studies"))


def _studies(day: Day, event: Event) -> list[KeptElement]:
    """What comes first: the events it names, and what else is done in the phase before."""
    found: list[KeptElement] = [e for ref in event.after if (e := day.graph.get(ref))]
    project = day.graph.get(event.project)
    phases = [phase.id for phase in project.phases] if project else []
    if event.phase in phases[1:]:
        before = phases[phases.index(event.phase) - 1]
        items: list[Action | Event] = [*day.all(Action), *day.all(Event)]
        found += [
            item
            for item in items
            if item.project == event.project and item.phase == before and item.id not in event.after
        ]
    return found


QUESTIONS = (synthesis_lead,)
