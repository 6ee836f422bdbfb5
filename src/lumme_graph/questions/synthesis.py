"""The question on the synthesis of the needs: who leads it, and what comes before."""

from __future__ import annotations

from lumme_graph.analysis.events import events
from lumme_graph.base.label import Label
from lumme_graph.elements.development import Action
from lumme_graph.elements.events import Event, EventType
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.day import Day
from lumme_graph.questions.answers import Answer
from lumme_graph.questions.asking import question
from lumme_graph.questions.events import EVENT, LED_BY, held
from lumme_graph.questions.shared import STATE
from lumme_graph.questions.table import AnswerColumn, table


@question(
    50,
    "synthesis-lead",
    Label("Who leads the synthesis of the needs, and from which studies does it draw?"),
)
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
