"""The path diagram: the steps of a service path by lane, as a network."""

from __future__ import annotations

from datetime import date

from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.tags import serves
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.journeys import FEELINGS, Feeling, Lane, Path, Step
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views import network as net
from lumme_graph.views.empty import NO_STEPS, nothing
from lumme_graph.views.table import Column, Table

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


def path_network(graph: ServiceGraph, path: Path, lang: str) -> net.Network:
    """A service path as a network in one language; what lacks the language says so."""
    speak = _Speaker(graph, lang)
    lowest = _lowest(path)
    nodes = tuple(
        _node(graph, path, step, number, speak, is_lowest=step.id in lowest)
        for number, step in enumerate(path.steps, 1)
    )
    statement = graph.settings.statement
    return net.Network(
        id=path.id,
        kind="path",
        lang=lang,
        title=speak.text(path.name),
        facts=(*_facts(graph, path, speak), *(() if path.steps else nothing(lang, NO_STEPS))),
        lanes=tuple(net.Lane(lane.value, speak.label(lane.label)) for lane in Lane),
        nodes=nodes,
        arrows=tuple(_arrows(path, speak)),
        terms=_terms(path, speak),
        footer=(speak.text(statement),) if statement else (),
    )


class _Speaker:
    """Says the model's and the program's words in one language."""

    def __init__(self, graph: ServiceGraph, lang: str) -> None:
        self.lang = lang
        self.fallback = graph.settings.languages.all

    def text(self, text: Text) -> net.Words:
        words, lang = text.say(self.lang, self.fallback)
        return net.Words(words, lang, fallback=not serves(lang, self.lang))

    def label(self, label: Message, **params: object) -> net.Words:
        return net.Words(label.say(self.lang, **params), self.lang)


def _terms(path: Path, speak: _Speaker) -> net.Terms:
    return net.Terms(
        node=speak.label(_STEP),
        lane=speak.label(_LANE),
        actor=speak.label(_DOES),
        next=speak.label(_NEXT),
        flow=speak.label(_FLOW),
        branch=speak.label(_BRANCH),
        description=speak.label(_DESCRIPTION, steps=len(path.steps), lanes=len(Lane)),
    )


def _lowest(path: Path) -> set[str]:
    """The steps with the lowest feeling, where it is below zero."""
    values = [step.feeling.value for step in path.steps if step.feeling]
    low = min(values, default=0)
    steps = (step for step in path.steps if step.feeling and step.feeling.value == low)
    return {step.id for step in steps} if low < 0 else set()


def _facts(
    graph: ServiceGraph, path: Path, speak: _Speaker
) -> tuple[tuple[net.Words, net.Words], ...]:
    day = graph.settings.as_of
    rows = [(_STATE, speak.label(path.state.label)), (_WHERE, _where(graph, path, day, speak))]
    service = graph.get(path.service)
    if service:
        rows.insert(0, (_SERVICE, speak.text(service.name)))
    for ref in reversed(path.profiles):
        profile = graph.get(ref)
        if profile:
            rows.insert(0, (_WHO, speak.text(profile.name)))
    if path.standing is not None:
        rows.append((_STANDING, speak.label(path.standing.label)))
    rows.append((_AS_OF, net.Words(day.isoformat(), speak.lang)))
    rows.append((_MODEL, speak.text(graph.settings.name)))
    return tuple((speak.label(name), value) for name, value in rows)


def _where(graph: ServiceGraph, path: Path, day: date, speak: _Speaker) -> net.Words:
    on = Day.of(graph, day)
    found = on.libraries
    here = [o for o, said in zip(found, on.offers.row(path), strict=True) if said]
    if not here:
        return speak.label(_UNKNOWN)
    if len(here) == len(found) and len(found) > 1:
        return speak.label(_EVERYWHERE, n=len(found))
    names = [speak.text(library.name) for library in here]
    return net.Words(
        ", ".join(name.text for name in names), names[0].lang, any(n.fallback for n in names)
    )


def _node(
    graph: ServiceGraph, path: Path, step: Step, number: int, speak: _Speaker, *, is_lowest: bool
) -> net.Node:
    touchpoint = graph.get(step.touchpoint)
    actor = graph.get(step.actor.ref)
    who = speak.text(actor.name) if actor else speak.label(step.actor.kind_.label)
    standings = _standings(path, step)
    return net.Node(
        id=f"{path.id}/{step.id}",
        number=number,
        column=number - 1,
        lane=step.lane.value,
        text=speak.text(step.action),
        actor=who,
        touchpoint=net.Touchpoint(
            touchpoint.id, speak.text(touchpoint.name), touchpoint.channel.value
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


def _feeling(feeling: Feeling | None, path: Path, speak: _Speaker) -> net.Feeling | None:
    if feeling is None:
        return None
    standing = feeling.standing or path.standing
    return net.Feeling(
        value=feeling.value,
        sign=_SIGNS[feeling.value],
        word=speak.label(FEELINGS[feeling.value]),
        hollow=standing is not Standing.SOURCED,
    )


def _arrows(path: Path, speak: _Speaker) -> list[net.Arrow]:
    """From each step to the following one, unless it says its own ways on."""
    known = {step.id for step in path.steps}
    arrows: dict[tuple[str, str], net.Arrow] = {}
    for index, step in enumerate(path.steps):
        source = f"{path.id}/{step.id}"
        for way in step.next:
            if way.to in known:
                target = f"{path.id}/{way.to}"
                label = speak.text(way.when) if way.when else None
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
    lanes = {lane.id: lane.label.text for lane in network.lanes}
    number = {node.id: str(node.number) for node in network.nodes}
    rows = tuple(
        (
            str(node.number),
            node.actor.text if node.actor else "–",
            _shown(node.text),
            _shown(node.touchpoint.label) if node.touchpoint else "–",
            f"{node.feeling.sign} {node.feeling.word.text}" if node.feeling else "?",
            lanes[node.lane],
            "+".join(node.marks) or "?",
            ", ".join(
                number[arrow.target] + (f" ({_shown(arrow.label)})" if arrow.label else "")
                for arrow in network.arrows
                if arrow.source == node.id
            )
            or "–",
        )
        for node in network.nodes
    )
    heads = (_ACTOR, _ACTION, _TOUCHPOINT, _FEELING, _LANE, _STANDING, _WAYS)
    columns = (Column("#", "right"), *(Column(head.say(network.lang)) for head in heads))
    return Table(network.title.text, network.lang, columns, rows)


def _shown(words: net.Words) -> str:
    """The words, with the language they are really in where it is not the wanted one."""
    return f"{words.text} [{words.lang}]" if words.fallback else words.text
