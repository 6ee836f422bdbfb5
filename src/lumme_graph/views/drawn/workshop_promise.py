"""The promise sheet of a workshop: each commitment, its measure, and what customers say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lumme_graph.base.label import Label, Plain
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.events import Event
from lumme_graph.elements.promise import Commitment, Promise
from lumme_graph.graph.names import name_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn.parts import fact
from lumme_graph.views.drawn.units import compared
from lumme_graph.views.drawn.workshop import asked, event_field, form_head, form_id, to_find
from lumme_graph.views.shapes import Box, DrawnFact, ShapeForm, Sign

KIND: Final = Label("Workshop: service promise")
_TITLE: Final = Label("What do we promise, and do customers see it kept?")
_DESCRIPTION: Final = Label(
    "A list to be filled in by hand: for each commitment its value, its measure and who keeps it, "
    "what customers say, and whether to keep, change or drop it."
)
WORDING: Final = Label("What is promised")
_WORDING_HINT: Final = Label("As customers would read it")
VALUE: Final = Label("The value behind it")
MEASURE: Final = Label("How it is measured")
_MEASURE_HINT: Final = Label("What is counted, and how much is enough")
KEEPER: Final = Label("Who keeps it")
_KEEPER_HINT: Final = Label("A role, not a name")
SAID: Final = Label("What customers say")
VERDICT: Final = Label("What to do")
VERDICTS: Final = {
    "keep": Label("keep", "a commitment"),
    "change": Label("change", "a commitment"),
    "drop": Label("drop", "a commitment"),
}
_ID: Final = Label("id")


def promise_form(
    graph: ServiceGraph,
    speak: Speaker,
    promise: Promise | None,
    commitments: Sequence[Commitment],
    event: Event | None,
) -> ShapeForm:
    """A sheet of commitments: those of a promise printed first, then room for more."""
    head = form_head(
        graph,
        speak,
        KIND,
        promise.name if promise else _TITLE,
        _DESCRIPTION,
        id_=form_id("promise", promise.id.partition("-")[2] if promise else "", event),
        event=event,
        knows=bool(commitments),
    )
    choices = [Sign("choice", value, speak(label)) for value, label in VERDICTS.items()]
    return ShapeForm(
        "workshop-promise",
        head,
        event_field(speak, event),
        (
            asked(speak, "name", WORDING, "line", _WORDING_HINT, share=1.7, tells=("name", "id")),
            asked(speak, "value", VALUE, "line", share=1.0),
            asked(speak, "measure", MEASURE, "line", _MEASURE_HINT, share=1.2),
            asked(speak, "owner", KEEPER, "line", _KEEPER_HINT, share=1.0),
            asked(speak, "said", SAID, "line", share=2.0),
            asked(speak, "verdict", VERDICT, "ticks", share=0.8, choices=choices),
        ),
        tuple(_commitment(graph, speak, one, n) for n, one in enumerate(commitments, 1))
        or to_find(1, numbered=False),
        is_list=True,
    )


def _commitment(graph: ServiceGraph, speak: Speaker, one: Commitment, number: int) -> Box:
    return Box(one.id, tuple(_facts(graph, speak, one)), number)


def _facts(graph: ServiceGraph, speak: Speaker, one: Commitment) -> Iterator[DrawnFact]:
    yield fact(speak, f"{one.id}/name", WORDING, one.name, "head")
    yield fact(speak, f"{one.id}/id", _ID, Plain(one.id), "id")
    if one.value:
        yield fact(speak, f"{one.id}/value", VALUE, one.value)
    if standard := one.standard:
        yield fact(speak, f"{one.id}/measure-1", MEASURE, standard.metric)
        if standard.target is not None:
            target = compared(standard.operator, standard.target, standard.unit)
            yield fact(speak, f"{one.id}/measure-2", MEASURE, target, "sub")
    if owner := graph.get(one.owner):
        yield fact(speak, f"{one.id}/owner", KEEPER, name_label(owner))
