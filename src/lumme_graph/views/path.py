"""The path diagram: the steps of a service path by lane, as a network."""

from __future__ import annotations

from datetime import date

from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.journeys import FEELINGS, Feeling, Lane, Path, Step
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views import network as net
from lumme_graph.views.empty import NO_STEPS, nothing
from lumme_graph.views.table import Table, table

_SIGNS = {-2: "−2", -1: "−1", 0: "0", 1: "+1", 2: "+2"}
_WHO = Label("Who", "for whom a path is")
_SERVICE = Label("Service")
_STATE = Label("State")
_WHERE = Label("Where")
_AS_OF = Label("As of")
_EVERYWHERE = Counted("the {n} library", "all {n} libraries")
_UNKNOWN = Label("unknown")
_MODEL = Label("Model")
_STEP = Label("Step")
_DOES = Label("Actor")
_NEXT = Label("Next")
_FLOW = Label("next step")
_BRANCH = Label("only under a condition")
_DESCRIPTION = Counted(
    "{steps} step in {lanes} lanes. The same content is available as text, step by step.",
    "{steps} steps in {lanes} lanes. The same content is available as text, step by step.",
    by="steps",
)


def path_network(graph: ServiceGraph, path: Path, speak: Speaker) -> net.Network:
    """A service path as a network in one language; what lacks the language says so."""
    lowest = _lowest(path)
    nodes = tuple(
        _node(graph, path, step, number, speak, is_lowest=step.id in lowest)
        for number, step in enumerate(path.steps, 1)
    )
    statement = graph.settings.statement
    return net.Network(
        id=path.id,
        kind="path",
        speak=speak,
        title=speak(path.name),
        facts=(*_facts(graph, path, speak), *(() if path.steps else nothing(speak, NO_STEPS))),
        lanes=tuple(net.NetworkLane(lane.value, speak(lane.label)) for lane in Lane),
        nodes=nodes,
        arrows=tuple(_arrows(path, speak)),
        terms=_terms(path, speak),
        footer=(speak(statement),) if statement else (),
    )


def _terms(path: Path, speak: Speaker) -> net.Terms:
    return net.Terms(
        node=speak(_STEP),
        lane=speak(_LANE),
        actor=speak(_DOES),
        next=speak(_NEXT),
        flow=speak(_FLOW),
        branch=speak(_BRANCH),
        description=speak(_DESCRIPTION, steps=len(path.steps), lanes=len(Lane)),
    )


def _lowest(path: Path) -> set[str]:
    """The steps with the lowest feeling, where it is below zero."""
    values = [step.feeling.value for step in path.steps if step.feeling]
    low = min(values, default=0)
    steps = (step for step in path.steps if step.feeling and step.feeling.value == low)
    return {step.id for step in steps} if low < 0 else set()


def _facts(graph: ServiceGraph, path: Path, speak: Speaker) -> tuple[tuple[Said, Said], ...]:
    day = graph.settings.as_of
    rows = [(_STATE, speak(path.state.label)), (_WHERE, _where(graph, path, day, speak))]
    service = graph.get(path.service)
    if service:
        rows.insert(0, (_SERVICE, speak(service.name)))
    for ref in reversed(path.profiles):
        profile = graph.get(ref)
        if profile:
            rows.insert(0, (_WHO, speak(profile.name)))
    if path.standing is not None:
        rows.append((_STANDING, speak(path.standing.label)))
    rows.append((_AS_OF, speak(day)))
    rows.append((_MODEL, speak(graph.settings.name)))
    return tuple((speak(name), value) for name, value in rows)


def _where(graph: ServiceGraph, path: Path, day: date, speak: Speaker) -> Said:
    on = Day.of(graph, day)
    found = on.libraries
    here = [o for o, said in zip(found, on.offers.row(path), strict=True) if said]
    if not here:
        return speak(_UNKNOWN)
    if len(here) == len(found) and len(found) > 1:
        return speak(_EVERYWHERE, n=len(found))
    return speak(joined([library.name for library in here]))


def _node(
    graph: ServiceGraph, path: Path, step: Step, number: int, speak: Speaker, *, is_lowest: bool
) -> net.NetworkNode:
    touchpoint = graph.get(step.touchpoint)
    actor = graph.get(step.actor.ref)
    who = speak(actor.name) if actor else speak(step.actor.kind_.label)
    standings = _standings(path, step)
    return net.NetworkNode(
        id=f"{path.id}/{step.id}",
        number=number,
        column=number - 1,
        lane=step.lane.value,
        text=speak(step.action),
        actor=who,
        touchpoint=net.NodeTouchpoint(
            touchpoint.id, speak(touchpoint.name), touchpoint.channel.value
        )
        if touchpoint
        else None,
        feeling=_feeling(step.feeling, path, speak),
        lowest=is_lowest,
        standing=standings[-1].value if standings else None,
        marks=tuple(dict.fromkeys(_LETTERS[standing] for standing in standings)),
    )


_LETTERS = {Standing.SOURCED: "S", Standing.DERIVED: "D", Standing.ILLUSTRATIVE: "I"}


def _standings(path: Path, step: Step) -> list[Standing]:
    """All standings of what the card says, the weakest last; feelings show their own mark."""
    own = step.standing or path.standing
    found = {own, step.touchpoint_standing}
    if step.ours:
        found.add(Standing.ILLUSTRATIVE)
    return [standing for standing in Standing if standing in found]


def _feeling(feeling: Feeling | None, path: Path, speak: Speaker) -> net.NodeFeeling | None:
    if feeling is None:
        return None
    standing = feeling.standing or path.standing
    return net.NodeFeeling(
        value=feeling.value,
        sign=_SIGNS[feeling.value],
        word=speak(FEELINGS[feeling.value]),
        hollow=standing is not Standing.SOURCED,
    )


def _arrows(path: Path, speak: Speaker) -> list[net.Arrow]:
    """From each step to the following one, unless it says its own ways on."""
    known = {step.id for step in path.steps}
    arrows: dict[tuple[str, str], net.Arrow] = {}
    for index, step in enumerate(path.steps):
        source = f"{path.id}/{step.id}"
        for way in step.next:
            if way.to in known:
                target = f"{path.id}/{way.to}"
                label = speak(way.when) if way.when else None
                kind: net.ArrowKind = "branch" if way.when or len(step.next) > 1 else "flow"
                arrows[source, target] = net.Arrow(source, target, label, kind)
        if not step.next and index + 1 < len(path.steps):
            target = f"{path.id}/{path.steps[index + 1].id}"
            arrows[source, target] = net.Arrow(source, target)
    return list(arrows.values())


_LANE = Label("Lane")
_ACTOR = Label("Who", "who does a step")
_ACTION = Label("Does what")
_TOUCHPOINT = Label("Touchpoint")
_FEELING = Label("Feeling")
_STANDING = Label("Standing")
_WAYS = Label("Way on")


def steps_table(network: net.Network) -> Table:
    """The same facts as the drawing, a row for each step: what a screen reader reads."""
    lanes = {lane.id: lane.label for lane in network.lanes}
    number = {node.id: str(node.number) for node in network.nodes}
    rows = (
        (
            str(node.number),
            node.actor or "–",
            node.text,
            node.touchpoint.label if node.touchpoint else "–",
            f"{node.feeling.sign} {node.feeling.word.shown}" if node.feeling else "?",
            lanes[node.lane],
            "+".join(node.marks) or "?",
            ", ".join(
                number[arrow.target] + (f" ({arrow.label.shown})" if arrow.label else "")
                for arrow in network.arrows
                if arrow.source == node.id
            )
            or "–",
        )
        for node in network.nodes
    )
    heads = ("#", _ACTOR, _ACTION, _TOUCHPOINT, _FEELING, _LANE, _STANDING, _WAYS)
    return table(network.speak, network.title.shown, heads, rows, right=(0,))
