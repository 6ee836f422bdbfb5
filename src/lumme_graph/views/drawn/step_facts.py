"""What the drawings of a path share: its head, the facts of its steps and the ways between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final, NamedTuple

from lumme_graph.analysis.ways import WayOn, ways
from lumme_graph.base.amounts import Quantity
from lumme_graph.base.label import Counted, Joined, Label, Message
from lumme_graph.base.speaker import Sayable, Speaker
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.journeys import MarkType, Path, Step
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import among, joined, name_label, short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn.parts import (
    Only,
    channel_sign,
    fact,
    feeling_sign,
    head,
    standing_sign,
)
from lumme_graph.views.shapes import Box, BoxLink, DrawnFact, Grid, Head, ShapeLine, Sign

_WHO = Label("Who", "for whom a path is")
_SITUATION = Label("Situation and goal")
_WHERE = Label("Where")
_SOURCED = Counted(
    "The action is sourced in {k} of {n} step.", "The action is sourced in {k} of {n} steps."
)
_FEELINGS_SOURCED = Counted(
    "The feeling is sourced in {k} of {n} step.", "The feeling is sourced in {k} of {n} steps."
)
_ORDER = Label("Path and order: {standing}.")
_GOAL = Label("Goal: {goal}")
_UNKNOWN = Label("unknown")
_NOWHERE = Label("no library")
_NOT_KNOWN = Counted("{names}; not known of {n} library", "{names}; not known of {n} libraries")
_DESCRIPTION = Counted("{n} step.", "{n} steps.")
_NO_STEPS = Label("No steps. Enter them in the path {id}, in its field {field}.")
_NONE_YET = Label("No steps are known.")
_ONLY_PHASE = Label("Only the phase “{name}”.")
_NO_STEPS_OF = Label("No steps in the phase {phase}.")

_ACTOR = Label("Who", "who does a step")
_ACTION = Label("Does what")
_TOUCHPOINT = Label("Touchpoint")
_NO_TOUCHPOINT = Label("– meets no service", "of a step without a touchpoint")
_RULE = Label("Rule")
_PRACTICE = Label("Practice")
_SYSTEM = Label("System")
_DURATION = Label("Duration")
_INVENTED = Label("invented", "what of a step is invented")
_FEELING = Label("Feeling")
_WAY = Label("Way on")
_ALWAYS = Label("next step")
_ONLY_IF = Label("only if", "an arrow that is followed on a condition")
_NO_EVIDENCE = Label("no evidence for the feeling")
_START = Label("start", "of a path")
_END = Label("end", "of a path")

_UNITS: Final = ((86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))


class ShownPath(NamedTuple):
    """The steps of a path that are drawn, by their places, and the ways through the whole path."""

    path: Path
    places: tuple[int, ...]
    ways: tuple[WayOn, ...]
    for_customers: bool = False

    def steps(self) -> Iterator[tuple[int, Step]]:
        """The steps with their numbers on the path."""
        return ((place + 1, self.path.steps[place]) for place in self.places)


def drawn(graph: ServiceGraph, id_: str, only: Only) -> ShownPath:
    """The steps of a path, or of one phase of it."""
    path = graph.find(id_)
    if not isinstance(path, Path):
        raise TypeError(f"{id_} is no service path")
    places = [i for i, step in enumerate(path.steps) if only.phase in {"", step.phase}]
    return ShownPath(path, tuple(places), tuple(ways(path)), only.for_customers)


def address(path: Path, step: Step) -> str:
    """The address of a step, as of every box and fact of it."""
    return f"{path.id}/{step.id}"


def path_head(
    graph: ServiceGraph, shown: ShownPath, kind: Message, speak: Speaker, only: Only
) -> Head:
    """The head of a drawing of a path: who, in which situation, where, and how much is sourced."""
    path = shown.path
    told = head(
        graph,
        speak,
        path.id,
        kind,
        path.name,
        _DESCRIPTION.fill(n=len(shown.places)),
        fields=tuple(_fields(graph, shown, speak)),
        made=(*_narrowed(path, only), *_made(shown)),
    )
    if shown.for_customers:
        return replace(told, lacks=None if shown.places else speak(_NONE_YET))
    lacks = None
    if not shown.places:
        empty = _NO_STEPS.fill(id=path.id, field="steps")
        lacks = speak(_NO_STEPS_OF.fill(phase=only.phase) if path.steps else empty)
    return replace(told, state=speak.capital(path.state.label), lacks=lacks)


def _narrowed(path: Path, only: Only) -> Iterator[Message]:
    """That one phase alone is drawn."""
    if only.phase:
        names = {phase.id: phase.name for phase in path.phases}
        yield _ONLY_PHASE.fill(name=names.get(only.phase, only.phase))


def _made(shown: ShownPath) -> Iterator[Message]:
    """On what a path rests: how many actions and feelings are sourced, and the path itself."""
    path = shown.path
    if path.steps:
        sourced = sum(_standing(path, step) is Standing.SOURCED for step in path.steps)
        yield _SOURCED.fill(k=sourced, n=len(path.steps))
    felt = [step.feeling for step in path.steps if step.feeling]
    if felt and not shown.for_customers:
        sourced = sum((one.standing or path.standing) is Standing.SOURCED for one in felt)
        yield _FEELINGS_SOURCED.fill(k=sourced, n=len(felt))
    if path.standing:
        yield _ORDER.fill(standing=path.standing.label)


def _fields(graph: ServiceGraph, shown: ShownPath, speak: Speaker) -> Iterator[DrawnFact]:
    path = shown.path
    profiles = [profile for ref in path.profiles if (profile := graph.get(ref))]
    if profiles and not shown.for_customers:
        relation = profiles[0].relation
        person = Sign("person", relation.value, speak(relation.label))
        names = joined([profile.name for profile in profiles])
        yield fact(speak, f"{path.id}/who", _WHO, names, "head", signs=[person])
    goal = _GOAL.fill(goal=path.goal) if path.goal else None
    if said := [words for words in (path.description, goal) if words]:
        yield fact(speak, f"{path.id}/situation", _SITUATION, joined(said, " "), "head")
    yield fact(speak, f"{path.id}/where", _WHERE, where(graph, path), "head")


def where(graph: ServiceGraph, path: Path) -> Message:
    """At which libraries a path holds, as far as that is known."""
    day = Day.of(graph)
    row = day.offers.row(path)
    here = [place for place, said in enumerate(row) if said]
    unknown = row.count(None)
    if not here:
        return _UNKNOWN if unknown or not row else _NOWHERE
    if not unknown:
        return among(graph, here, day.libraries)
    names = joined([short_label(graph, day.libraries[place]) for place in here])
    return _NOT_KNOWN.fill(names=names, n=unknown)


def columns(shown: ShownPath, speak: Speaker) -> tuple[ShapeLine, ...]:
    """A column for each step, which is called by what is done."""
    return tuple(
        ShapeLine(address(shown.path, step), speak(step.action), step.phase or "")
        for _, step in shown.steps()
    )


def _standing(path: Path, step: Step) -> Standing | None:
    return step.standing or path.standing


def step_box(
    graph: ServiceGraph,
    shown: ShownPath,
    number: int,
    step: Step,
    speak: Speaker,
    facts: Sequence[DrawnFact],
) -> Box:
    """A step's card: who and what, then what else is told of it."""
    path = shown.path
    id_ = address(path, step)
    actor = graph.get(step.actor.ref)
    if shown.for_customers and isinstance(actor, Profile):
        actor = None
    return Box(
        id_,
        (
            fact(
                speak,
                f"{id_}/actor",
                _ACTOR,
                actor.name if actor else step.actor.kind_.label,
                "sub",
            ),
            fact(speak, f"{id_}/action", _ACTION, step.action, "head"),
            *facts,
        ),
        number,
        step.lane.value,
        standing_sign(_standing(path, step), speak),
        tuple(ends(shown, number - 1, speak)),
    )


def ends(shown: ShownPath, place: int, speak: Speaker) -> Iterator[Sign]:
    """Where a way begins or ends at a step."""
    others = [way for way in shown.ways if way.source != way.target]
    if place == 0 or all(way.target != place for way in others):
        yield Sign("end", "start", speak(_START))
    if all(way.source != place for way in others):
        yield Sign("end", "end", speak(_END))


def customer_facts(
    graph: ServiceGraph, path: Path, step: Step, speak: Speaker
) -> Iterator[DrawnFact]:
    """What customers may see of a step beside who does what."""
    if graph.get(step.touchpoint):
        yield touchpoint_fact(graph, path, step, speak)
    yield from rule_fact(graph, path, step, speak)
    yield from other_facts(path, step, speak)


def touchpoint_fact(graph: ServiceGraph, path: Path, step: Step, speak: Speaker) -> DrawnFact:
    """Where the customer meets the library, with the sign of its channel; or that they do not."""
    id_ = f"{address(path, step)}/touchpoint"
    touchpoint = graph.get(step.touchpoint)
    if touchpoint is None:
        return fact(speak, id_, _TOUCHPOINT, _NO_TOUCHPOINT, "gap")
    signs = [channel_sign(touchpoint, speak)]
    own = step.touchpoint_standing
    if own and own is not _standing(path, step):
        signs += [sign for sign in [standing_sign(own, speak)] if sign]
    return fact(speak, id_, _TOUCHPOINT, touchpoint.name, signs=signs)


def regulation_facts(
    graph: ServiceGraph, path: Path, step: Step, speak: Speaker
) -> Iterator[DrawnFact]:
    """The rule and the practice that apply."""
    yield from rule_fact(graph, path, step, speak)
    if practice := graph.get(step.practice):
        yield fact(speak, f"{address(path, step)}/practice", _PRACTICE, name_label(practice))


def rule_fact(graph: ServiceGraph, path: Path, step: Step, speak: Speaker) -> Iterator[DrawnFact]:
    """The user rule that applies."""
    if rule := graph.get(step.rule):
        yield fact(speak, f"{address(path, step)}/rule", _RULE, name_label(rule))


def system_fact(path: Path, step: Step, speak: Speaker) -> Iterator[DrawnFact]:
    """The system that supports a step, where one is entered."""
    if step.system:
        yield fact(speak, f"{address(path, step)}/system", _SYSTEM, step.system)


def other_facts(path: Path, step: Step, speak: Speaker) -> Iterator[DrawnFact]:
    """How long a step takes, and what of it is invented."""
    id_ = address(path, step)
    if step.duration is not None:
        yield fact(speak, f"{id_}/duration", _DURATION, duration(step.duration))
    if step.ours:
        ours = standing_sign(Standing.ILLUSTRATIVE, speak)
        yield fact(speak, f"{id_}/ours", _INVENTED, step.ours, "sub", signs=[ours] if ours else [])


def mark_facts(path: Path, step: Step, speak: Speaker) -> Iterator[DrawnFact]:
    """What is marked at a step: ! critical, ? a question, + an opportunity."""
    for n, mark in enumerate(step.marks, 1):
        signs = [Sign("mark", mark.type.value, speak(mark.type.label))]
        own = mark.standing
        if own is not _standing(path, step) and (sign := standing_sign(own, speak)):
            signs.append(sign)
        id_ = f"{address(path, step)}/mark-{n}"
        yield fact(speak, id_, mark.type.label, mark.text, signs=signs)


def feeling_fact(path: Path, step: Step, speak: Speaker) -> Iterator[DrawnFact]:
    """The face and word of a step's feeling, where one is entered."""
    if step.feeling:
        sign = feeling_sign(step.feeling, path.standing, speak)
        yield fact(
            speak,
            f"{address(path, step)}/feeling",
            _FEELING,
            sign.words,
            value=step.feeling.value,
            signs=[sign],
        )


def duration(length: timedelta) -> Message:
    """A length of time in whole units, such as "1 day 12 hours"."""
    seconds = int(length.total_seconds())
    parts: list[Sayable] = []
    for length_, unit in _UNITS:
        n, seconds = divmod(seconds, length_)
        if n:
            parts.append(Quantity(str(n), unit))
    return Joined(tuple(parts) or (Quantity("0", "second"),), " ")


def links(shown: ShownPath, speak: Speaker) -> tuple[BoxLink, ...]:
    """The ways between the steps that are drawn."""
    path, here = shown.path, frozenset(shown.places)
    return tuple(
        _link(path, way, speak) for way in shown.ways if way.source in here and way.target in here
    )


def _link(path: Path, way: WayOn, speak: Speaker) -> BoxLink:
    source, target = (address(path, path.steps[place]) for place in (way.source, way.target))
    when = speak(way.when) if way.when else None
    number = f"{way.target + 1}"
    words = joined([number, way.when], ": ") if way.when else number
    told = fact(speak, f"{source}/next/{path.steps[way.target].id}", _WAY, words, "sub")
    return BoxLink(source, target, when, joins=way.joins, told=told)


def keys(grid: Grid) -> tuple[Sign, ...]:
    """What a key explains of ways and feelings: only what is there."""
    speak = grid.head.speak
    boxes = [box for row in grid.rows for cell in row.cells for box in cell.boxes]
    signs = [sign for box in boxes for one in box.facts for sign in one.signs]
    marks = {sign.value: sign for sign in signs if sign.family == "mark"}
    is_open = any(sign.family == "level" and sign.is_open for sign in signs)
    ways_on = [link for link in grid.links if not link.thin and not link.both]
    ends = {sign.value: sign for box in boxes for sign in box.ends}
    return (
        *([Sign("level", "0", speak(_NO_EVIDENCE), is_open=True)] if is_open else []),
        *([Sign("line", "always", speak(_ALWAYS))] if any(not w.when for w in ways_on) else []),
        *([Sign("line", "condition", speak(_ONLY_IF))] if any(w.when for w in ways_on) else []),
        *(ends[value] for value in ("start", "end") if value in ends),
        *(marks[one.value] for one in MarkType if one.value in marks),
    )
