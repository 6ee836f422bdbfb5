"""The journey sheet of a workshop: blank, or with a path of today printed and room beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.events import Event
from lumme_graph.elements.journeys import FEELINGS, Path, Step
from lumme_graph.graph.names import joined
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn import step_facts as told
from lumme_graph.views.drawn.journey_texts import BELOW, Of
from lumme_graph.views.drawn.parts import ALL, fact, feeling_label
from lumme_graph.views.drawn.workshop import asked, event_field, field, form_head, form_id, to_find
from lumme_graph.views.shapes import Ask, Box, DrawnFact, ShapeForm, Sign

KIND: Final = Label("Workshop: customer journey")
_TITLE: Final = Label("What happens, step by step, and how does it feel?")
_DESCRIPTION: Final = Label(
    "A journey to be filled in by hand: a column for each step; its rows ask what happens, where "
    "they meet, what is thought and felt, what hurts, and for ideas."
)
PATH: Final = Label("Path", "a field of a workshop sheet")
WHO: Final = Label("Who goes this way (a group, no names)")
SITUATION: Final = Label("Situation")
GOAL: Final = Label("What they want to reach")
_ASIDE: Final = Label("For later: questions, and what does not belong here")

PHASES: Final = Label("phases", "of a service path")
_TODAY: Final = Label("Today", "what a model says")
ACTION: Final = Label("What happens")
_ACTION_HINT: Final = Label("Who does what?")
OTHERWISE: Final = Label("What really happens")
_OTHERWISE_HINT: Final = Label("Where it is not as printed")
MEETS: Final = Label("Where they meet")
_MEETS_HINT: Final = Label("Desk, phone, web…")
THOUGHTS: Final = Label("thoughts")
_THOUGHTS_HINT: Final = Label("In the customer's own words")
FEELING: Final = Label("feeling")
_FEELING_HINT: Final = Label("Draw the curve")
_DRAWN_HINT: Final = Label("Draw it; small faces: the model")
PAINS: Final = Label("What hurts")
IDEAS: Final = Label("ideas")
_NO_EVIDENCE: Final = Label("no evidence for the feeling")
_CARD: Final = (
    *("actor", "action", "touchpoint", "rule", "practice", "system", "duration", "ours"),
    *("pain", "gain", "thought", "mark"),
)
"""What a printed step tells, by the names of its facts."""
_PRINTED: Final = frozenset({"pains", "gains", "thoughts"})


def blank_journey(
    graph: ServiceGraph, speak: Speaker, event: Event | None, steps: int
) -> ShapeForm:
    """A sheet on which a path is still to be found, with so many steps."""
    head = form_head(
        graph,
        speak,
        KIND,
        _TITLE,
        _DESCRIPTION,
        id_=form_id("journey", "", event),
        event=event,
        knows=False,
    )
    fields = (PATH, WHO, SITUATION, GOAL)
    names = ("name", "profiles", "description", "goal")
    return ShapeForm(
        "workshop-journey",
        head,
        (
            *(field(speak, id_, label) for id_, label in zip(names, fields, strict=True)),
            *event_field(speak, event),
        ),
        (
            asked(speak, "phase", PHASES, "band"),
            asked(speak, "action", ACTION, "note", _ACTION_HINT),
            asked(speak, "touchpoint", MEETS, "line", _MEETS_HINT),
            *_asks(speak, _FEELING_HINT),
        ),
        to_find(steps),
        aside=speak(_ASIDE),
    )


def path_journey(graph: ServiceGraph, speak: Speaker, path: Path, event: Event | None) -> ShapeForm:
    """A sheet with the steps of a path printed, and room for what a workshop says of them."""
    shown = told.drawn(graph, path.id, ALL)
    head = form_head(
        graph,
        speak,
        KIND,
        path.name,
        _DESCRIPTION,
        id_=form_id("journey", path.id, event),
        event=event,
        knows=True,
    )
    form = ShapeForm(
        "workshop-journey",
        replace(head, state=speak.capital(path.state.label)),
        (*_fields(graph, speak, path), *event_field(speak, event)),
        (
            *([asked(speak, "phase", PHASES, "band")] if path.phases else []),
            asked(speak, "today", _TODAY, "card", tells=_CARD),
            asked(speak, "otherwise", OTHERWISE, "line", _OTHERWISE_HINT, share=1.6),
            *_asks(speak, _DRAWN_HINT),
        ),
        tuple(_step(graph, shown, number, step, speak) for number, step in shown.steps()),
        aside=speak(_ASIDE),
    )
    if not path.steps:
        return replace(form, things=to_find(1))
    return replace(form, keys=tuple(_keys(form)))


def _asks(speak: Speaker, feeling: Message) -> Iterator[Ask]:
    levels = [
        Sign("level", str(value), speak(feeling_label(value)))
        for value in sorted(FEELINGS, reverse=True)
    ]
    yield asked(speak, "thoughts", THOUGHTS, "line", _THOUGHTS_HINT, share=1.4)
    yield asked(speak, "feeling", FEELING, "curve", feeling, choices=levels)
    yield asked(speak, "pains", PAINS, "note")
    yield asked(speak, "ideas", IDEAS, "note")


def _fields(graph: ServiceGraph, speak: Speaker, path: Path) -> Iterator[DrawnFact]:
    profiles = [one.name for ref in path.profiles if isinstance(one := graph.get(ref), Profile)]
    yield field(speak, "profiles", WHO, joined(profiles) if profiles else None)
    yield field(speak, "description", SITUATION, path.description)
    yield field(speak, "goal", GOAL, path.goal)


def _step(
    graph: ServiceGraph, shown: told.ShownPath, number: int, step: Step, speak: Speaker
) -> Box:
    """A step with all that the model says of it; its phase and its feeling stand in rows of their own."""
    path = shown.path
    id_ = told.address(path, step)
    phases = {phase.id: phase.name for phase in path.phases}
    own = Of(graph, path, step, speak)
    facts: list[DrawnFact] = []
    if graph.get(step.touchpoint):
        facts.append(replace(told.touchpoint_fact(graph, path, step, speak), room=2))
    facts += told.regulation_facts(graph, path, step, speak)
    facts += told.system_fact(path, step, speak)
    facts += told.other_facts(path, step, speak)
    for row in BELOW:
        if row.id in _PRINTED:
            facts += row.facts(own)
    facts += told.mark_facts(path, step, speak)
    box = told.step_box(graph, shown, number, step, speak, facts)
    actor, action, *others = box.facts
    beside = list(told.feeling_fact(path, step, speak))
    if step.phase in phases:
        beside.append(fact(speak, f"{id_}/phase", PHASES, phases[step.phase], "head"))
    return replace(
        box,
        facts=(
            replace(actor, role="head"),
            replace(action, role="body"),
            *(replace(one, role="sub") for one in others),
            *beside,
        ),
    )


def _keys(form: ShapeForm) -> Iterator[Sign]:
    """What stands on the printed cards, once each, without the ends of ways."""
    signs = [sign for box in form.things for one in box.facts for sign in one.signs]
    if any(sign.family == "level" and sign.is_open for sign in signs):
        yield Sign("level", "0", form.head.speak(_NO_EVIDENCE), is_open=True)
    seen: dict[str, Sign] = {}
    for sign in signs:
        if sign.family == "mark":
            seen.setdefault(sign.value, sign)
    yield from seen.values()
