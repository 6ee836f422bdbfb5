"""What every drawing of a path says of it and of its steps: for whom, where, how sure, how long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from lumme_graph.base.label import Counted, Joined, Label, Message, Plain
from lumme_graph.base.speaker import Sayable, Speaker
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.journeys import Lane, Path, Step
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import among, joined, name_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.things import Missing
from lumme_graph.views.drawn.parts import fact
from lumme_graph.views.shapes import Fact, Link, Sign

_WHO = Label("Who", "for whom a path is")
_SITUATION = Label("Situation and goal")
_GOAL = Label("Goal: {goal}")
_WHERE = Label("Where")
_ACTION = Label("action", "of a step")
_LACKS = Label("No steps. Enter them in {file}: steps.")
_LACKS_OF_MODEL = Label("No steps. Enter the steps of {path}.")
_ACTIONS = Counted(
    "The action of {k}/{n} step is sourced.", "The actions of {k}/{n} steps are sourced.", by="n"
)
_FEELINGS = Counted(
    "The feeling of {k}/{n} step is sourced.", "The feelings of {k}/{n} steps are sourced.", by="n"
)
_ORDER = Label("Path and order: {standing}.")
_DAYS = Counted("{n} day", "{n} days")
_HOURS = Counted("{n} hour", "{n} hours")
_MINUTES = Label("{n} min")
_SECONDS = Label("{n} s")
_MINUS = Label("−{what}")


def standing_of(path: Path, step: Step) -> Standing | None:
    """How the action of a step stands."""
    return step.standing or path.standing


def fields(graph: ServiceGraph, path: Path, speak: Speaker) -> tuple[Fact, ...]:
    """For whom a path is, what the situation is, and where it holds."""
    profiles = [profile for ref in path.profiles if (profile := graph.get(ref))]
    signs = tuple(
        Sign("person", relation.value, speak(relation.label))
        for relation in dict.fromkeys(profile.relation for profile in profiles)
    )
    who = joined([profile.name for profile in profiles]) if profiles else _missing()
    return (
        fact(speak, f"{path.id}/who", _WHO, who, "head", signs=signs[:1]),
        fact(speak, f"{path.id}/situation", _SITUATION, _situation(path), "head"),
        fact(speak, f"{path.id}/where", _WHERE, where(graph, path), "head"),
    )


def _situation(path: Path) -> Sayable:
    if not path.goal:
        return path.description or _missing()
    goal = _GOAL.fill(goal=path.goal)
    return Joined((path.description, goal), " ") if path.description else goal


def _missing() -> Message:
    return Missing.NOT_RECORDED.label


def where(graph: ServiceGraph, path: Path) -> Message:
    """The libraries at which a path holds; unknown where nothing says so."""
    day = Day.of(graph)
    here = [n for n, said in enumerate(day.offers.row(path)) if said]
    return among(graph, here, day.libraries) if here else Missing.UNKNOWN.label


def made(path: Path, steps: Sequence[Step]) -> Iterator[Message]:
    """On what a path rests: how many actions and feelings are sourced, and the path itself."""
    if steps:
        sourced = sum(standing_of(path, step) is Standing.SOURCED for step in steps)
        yield _ACTIONS.fill(k=sourced, n=len(steps))
    felt = [step.feeling for step in steps if step.feeling]
    if felt:
        known = sum((one.standing or path.standing) is Standing.SOURCED for one in felt)
        yield _FEELINGS.fill(k=known, n=len(felt))
    if path.standing:
        yield _ORDER.fill(standing=path.standing.label)


def lacks(graph: ServiceGraph, path: Path) -> Message:
    """That a path has no steps, and where they are entered."""
    file = graph.place(path).file
    return _LACKS.fill(file=file) if file else _LACKS_OF_MODEL.fill(path=path.id)


def actor(graph: ServiceGraph, step: Step) -> Sayable:
    """Who does a step: the role, organisation or profile where it is known, else the kind."""
    known = graph.get(step.actor.ref)
    return name_label(known) if known else step.actor.kind_.label


def lane(step: Step) -> Message | None:
    """Where a step happens, where its actor does not tell it already."""
    told = step.lane is Lane.CUSTOMER and step.actor.kind_.value == Lane.CUSTOMER.value
    return None if told else step.lane.label


def action(path: Path, step: Step, speak: Speaker) -> Fact:
    """What is done in a step."""
    return fact(speak, f"{path.id}/{step.id}/action", _ACTION, step.action)


def links(path: Path, speak: Speaker) -> Iterator[Link]:
    """From each step to the following one, unless it says its own ways on."""
    known = {step.id for step in path.steps}
    for place, step in enumerate(path.steps):
        source = f"{path.id}/{step.id}"
        ways = [way for way in step.next if way.to in known]
        for way in ways:
            when = speak(way.when) if way.when else None
            yield Link(source, f"{path.id}/{way.to}", when)
        if not step.next and place + 1 < len(path.steps):
            yield Link(source, f"{path.id}/{path.steps[place + 1].id}")


def duration(length: timedelta) -> Message:
    """A length of time in days, hours, minutes and seconds, as far as it has them."""
    if length < timedelta(0):
        return _MINUS.fill(what=duration(-length))
    hours, rest = divmod(length.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    parts: list[tuple[Label | Counted, int]] = [
        (_DAYS, length.days),
        (_HOURS, hours),
        (_MINUTES, minutes),
        (_SECONDS, seconds),
    ]
    said = tuple(pattern.fill(n=n) for pattern, n in parts if n)
    return Joined(said, " ") if said else Plain("0")
