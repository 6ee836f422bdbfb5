"""The chain of development: from needs to targets, decisions and actions, as a network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lumme_graph.base.label import Counted, Joined, Label
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.elements.development import Action, Decision, Need, Target
from lumme_graph.elements.evidence import Standing
from lumme_graph.graph.names import joined, name_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.things import Missing
from lumme_graph.views import network as net
from lumme_graph.views.empty import NONE_OF, nothing
from lumme_graph.views.table import Table, table

ID = "chain"
Link = Need | Target | Decision | Action
KINDS: tuple[type[Link], ...] = (Need, Target, Decision, Action)
"""The links of the chain in their order, a lane each."""

_TITLE = Label("From needs to actions")
_MODEL = Label("Model")
_AS_OF = Label("As of")
_NUMBER = Label("Number")
_LOOSE = Label("Without a link")
_NEXT = Label("Leads to")
_STANDING = Label("Standing")
_KIND = Label("Kind")
_WHAT = Label("What")
_WHO = Label("Who")
_STATE = Label("State and who")
_BRANCH = Label("only under a condition")
_DESCRIPTION = Counted(
    "{n} need, target, decision or action in {lanes} lanes. The same content is available as text.",
    "{n} needs, targets, decisions and actions in {lanes} lanes. The same content is available as text.",
)
_LETTERS = {Standing.SOURCED: "S", Standing.DERIVED: "D", Standing.ILLUSTRATIVE: "I"}


def chain_network(graph: ServiceGraph, speak: Speaker) -> net.Network:
    """All needs, targets, decisions and actions of a model, and what leads to what."""
    places = _columns(graph)
    ordered = sorted(_links(graph), key=lambda link: (places[link.id], KINDS.index(type(link))))
    arrows = tuple(_arrows(graph))
    statement = graph.settings.statement
    return net.Network(
        id=ID,
        kind=ID,
        speak=speak,
        title=speak(_TITLE),
        facts=(
            *_facts(graph, arrows, speak),
            *(() if ordered else nothing(speak, NONE_OF, KINDS[0].kind.plural)),
        ),
        lanes=tuple(
            net.NetworkLane(kind.kind.prefix, speak.capital(kind.kind.plural)) for kind in KINDS
        ),
        nodes=tuple(
            _node(graph, link, number, places[link.id], speak)
            for number, link in enumerate(ordered, 1)
        ),
        arrows=arrows,
        terms=_terms(len(ordered), speak),
        footer=(speak(statement),) if statement else (),
    )


def _terms(links: int, speak: Speaker) -> net.Terms:
    leads = speak(_NEXT)
    return net.Terms(
        node=speak(_WHAT),
        lane=speak(_KIND),
        actor=speak(_STATE),
        next=leads,
        flow=leads,
        branch=speak(_BRANCH),
        description=speak(_DESCRIPTION, n=links, lanes=len(KINDS)),
    )


def chain_table(graph: ServiceGraph, speak: Speaker) -> Table:
    """The same facts, a row for each link of the chain."""
    shown = chain_network(graph, speak)
    lanes = {lane.id: lane.label for lane in shown.lanes}
    rows = (
        (
            str(node.number),
            lanes[node.lane],
            node.text,
            node.actor or "?",
            "+".join(node.marks) or "?",
            ", ".join(_numbers(shown, node)) or "–",
        )
        for node in shown.nodes
    )
    heads = ("#", _KIND, _WHAT, _WHO, _STANDING, _NEXT)
    return table(speak, _TITLE, heads, rows, right=(0,))


def _numbers(shown: net.Network, node: net.NetworkNode) -> Iterator[str]:
    number = {other.id: str(other.number) for other in shown.nodes}
    return (number[arrow.target] for arrow in shown.arrows if arrow.source == node.id)


def _links(graph: ServiceGraph) -> Iterator[Link]:
    for kind in KINDS:
        yield from graph.all(kind)


def _facts(
    graph: ServiceGraph, arrows: Iterable[net.Arrow], speak: Speaker
) -> tuple[tuple[Said, Said], ...]:
    linked = {end for arrow in arrows for end in (arrow.source, arrow.target)}
    loose = [link for link in _links(graph) if link.id not in linked]
    count = joined([Joined((k.kind.plural, len(graph.all(k))), " ") for k in KINDS])
    names = joined([name_label(link) for link in loose]) if loose else "–"
    return (
        (speak(_MODEL), speak(graph.settings.name)),
        (speak(_AS_OF), speak(graph.settings.as_of)),
        (speak(_NUMBER), speak(count)),
        (speak(_LOOSE), speak(names)),
    )


def _columns(graph: ServiceGraph) -> dict[str, int]:
    """Where each link stands: what belongs to a target beside it, each cell taken once."""
    at: dict[str, int] = {}
    free = 0
    for target in graph.all(Target):
        mine: list[list[Link]] = [
            [need for need in graph.all(Need) if need.id in target.needs],
            [target],
            [decision for decision in graph.all(Decision) if target.id in decision.targets],
            [action for action in graph.all(Action) if target.id in action.targets],
        ]
        fresh = [[link for link in lane if link.id not in at] for lane in mine]
        for lane in fresh:
            at.update({link.id: free + place for place, link in enumerate(lane)})
        free += max(map(len, fresh))
    rest = [[link for link in graph.all(kind) if link.id not in at] for kind in KINDS]
    for lane in rest:
        at.update({link.id: free + place for place, link in enumerate(lane)})
    return at


def _arrows(graph: ServiceGraph) -> Iterator[net.Arrow]:
    """From what is named to what names it; an action's decision stands between it and its target."""
    pairs: list[tuple[str, str]] = []
    for target in graph.all(Target):
        pairs += [(str(need), target.id) for need in target.needs]
    for decision in graph.all(Decision):
        pairs += [(str(target), decision.id) for target in decision.targets]
    for action in graph.all(Action):
        decided = graph.get(action.decision)
        through = decided.targets if decided else ()
        pairs += [(str(target), action.id) for target in action.targets if target not in through]
        if action.decision:
            pairs.append((str(action.decision), action.id))
    for source, end in dict.fromkeys(pairs):
        if graph.find(source):
            yield net.Arrow(source, end)


def _node(
    graph: ServiceGraph, link: Link, number: int, column: int, speak: Speaker
) -> net.NetworkNode:
    standings = _standings(link)
    return net.NetworkNode(
        id=link.id,
        number=number,
        column=column,
        lane=link.kind.prefix,
        text=speak(link.name),
        actor=_actor(graph, link, speak),
        standing=standings[-1].value if standings else None,
        marks=tuple(_LETTERS[standing] for standing in standings),
    )


def _actor(graph: ServiceGraph, link: Link, speak: Speaker) -> Said | None:
    """Who raised a need; how far an act is, and who decided or answers for it, as far as recorded."""
    if isinstance(link, Need):
        said: list[Sayable] = list(dict.fromkeys(origin.by.label for origin in link.origins))
    else:
        found = graph.get(link.by) if isinstance(link, Decision) else graph.get(link.owner)
        said = [] if isinstance(link, Target) else [(link.modality or Missing.NOT_RECORDED).label]
        said += [name_label(found)] if found else []
    return speak(joined(said)) if said else None


def _standings(link: Link) -> list[Standing]:
    """All standings of what the card and its arrows say, the weakest last."""
    found = {link.standing}
    if isinstance(link, Action) and link.targets:
        found.add(link.targets_standing)
    return [standing for standing in Standing if standing in found]
