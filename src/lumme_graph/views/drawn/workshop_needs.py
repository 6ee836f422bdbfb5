"""The needs sheet of a workshop: what is needed, who raised it, what shows it, and dots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lumme_graph.base.label import Label, Plain
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.development import Need, RaisedBy
from lumme_graph.elements.events import Event
from lumme_graph.graph.names import joined, short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn.parts import fact
from lumme_graph.views.drawn.workshop import asked, event_field, form_head, form_id, to_find
from lumme_graph.views.shapes import Box, DrawnFact, ShapeForm, Sign

KIND: Final = Label("Workshop: needs")
_TITLE: Final = Label("What is needed, who says so, and how do we know?")
_DESCRIPTION: Final = Label(
    "A list to be filled in by hand: for each need who raised it, what shows it, and the dots that "
    "it got."
)
NEED: Final = Label("need", "of a workshop")
_NEED_HINT: Final = Label("One need a row, in plain words")
BY: Final = Label("Who raised it")
EVIDENCE: Final = Label("What shows it")
_EVIDENCE_HINT: Final = Label("What happened, how often, where it is seen")
AT: Final = Label("In which library")
DOTS: Final = Label("Dots")
_DOTS_HINT: Final = Label("And their sum")
_ID: Final = Label("id")
_RAISED: Final = Label("{by}: {where}")
_RAISED_BEFORE: Final = Label("raised before")


def needs_form(
    graph: ServiceGraph, speak: Speaker, needs: Sequence[Need], event: Event | None
) -> ShapeForm:
    """A sheet of needs: those of the model printed first, then room for more."""
    head = form_head(
        graph,
        speak,
        KIND,
        _TITLE,
        _DESCRIPTION,
        id_=form_id("needs", "", event),
        event=event,
        knows=bool(needs),
    )
    choices = [Sign("choice", one.value, speak(one.label)) for one in RaisedBy]
    return ShapeForm(
        "workshop-needs",
        head,
        event_field(speak, event),
        (
            asked(speak, "name", NEED, "note", _NEED_HINT, share=2.0, tells=("name", "id")),
            asked(speak, "by", BY, "ticks", share=1.0, choices=choices),
            asked(speak, "at", AT, "line", share=1.0),
            asked(
                speak, "evidence", EVIDENCE, "line", _EVIDENCE_HINT, share=1.8, tells=("raised",)
            ),
            asked(speak, "dots", DOTS, "dots", _DOTS_HINT, share=0.9),
        ),
        tuple(_need(graph, speak, need, n) for n, need in enumerate(needs, 1))
        or to_find(1, numbered=False),
        is_list=True,
    )


def _need(graph: ServiceGraph, speak: Speaker, need: Need, number: int) -> Box:
    facts = (
        fact(speak, f"{need.id}/name", NEED, need.name, "head"),
        fact(speak, f"{need.id}/id", _ID, Plain(need.id), "id"),
        *_origins(graph, speak, need),
    )
    return Box(need.id, facts, number)


def _origins(graph: ServiceGraph, speak: Speaker, need: Need) -> Iterator[DrawnFact]:
    """Who raised it before, and where: at which events, else in which libraries."""
    for n, origin in enumerate(need.origins, 1):
        events = [event.name for ref in origin.events if (event := graph.get(ref))]
        places = [short_label(graph, place) for ref in origin.at if (place := graph.get(ref))]
        where = [*events, *places]
        words = _RAISED.fill(by=origin.by.label, where=joined(where)) if where else origin.by.label
        yield fact(speak, f"{need.id}/raised-{n}", _RAISED_BEFORE, words, "sub")
