"""What a picture says, as (id, label, value), and the same as plain text for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lumme_graph.base.shown import as_lines
from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.labels import channel_word, say, standing_word
from lumme_graph.drawing.old.pages import exits
from lumme_graph.views.network import Network, NetworkNode


@dataclass(frozen=True, slots=True, order=True)
class DrawnFact:
    """One thing said of one step."""

    id: str
    label: str
    value: str


def facts(network: Network) -> tuple[DrawnFact, ...]:
    """All that the picture says of its steps, step by step."""
    return tuple(
        DrawnFact(node.id, label, value)
        for node in network.nodes
        for label, value in _told(network, node)
    )


def text(network: Network) -> str:
    """The same facts as a plain text."""
    lines = [network.title.shown, ""]
    lines += [f"{name.shown}: {value.shown}" for name, value in network.facts]
    lanes = ", ".join(lane.label.shown for lane in network.lanes)
    lines += ["", f"{network.terms.lane.shown}: {lanes}"]
    for node in network.nodes:
        lines += ["", f"{node.number}. {node.id}"]
        lines += [f"   {label}: {value}" for label, value in _told(network, node)]
    lines += ["", *_key(network), *(words.shown for words in network.footer)]
    return as_lines(lines)


def _told(network: Network, node: NetworkNode) -> Iterator[tuple[str, str]]:
    speak, terms = network.speak, network.terms
    yield terms.node.shown, node.text.shown
    if node.actor:
        yield terms.actor.shown, node.actor.shown
    yield (
        terms.lane.shown,
        next(lane.label.shown for lane in network.lanes if lane.id == node.lane),
    )
    if node.touchpoint:
        yield say("touchpoint", speak).shown, node.touchpoint.label.shown
        yield say("channel", speak).shown, channel_word(node.touchpoint.channel, speak).shown
    if node.feeling:
        yield say("feeling", speak).shown, f"{node.feeling.sign} {node.feeling.word.shown}"
        if node.feeling.hollow:
            yield say("evidence", speak).shown, say("unknown", speak).shown
    if node.lowest:
        yield say("lowest", speak).shown, say("yes", speak).shown
    yield say("standing", speak).shown, " ".join(node.marks) or theme.LETTERS[node.standing]
    yield from ((terms.next.shown, way) for way in _ways(network, node))


def _ways(network: Network, node: NetworkNode) -> Iterator[str]:
    numbers = {other.id: other.number for other in network.nodes}
    for arrow in network.arrows:
        if arrow.source == node.id and not arrow.label and arrow.kind == "flow":
            yield f"→ {numbers[arrow.target]}"
    yield from (way for way, _ in exits(network, node))


def _key(network: Network) -> Iterator[str]:
    signs = [
        f"{theme.LETTERS[key]} = {standing_word(key, network.speak).shown}"
        for key in ("sourced", "derived", "illustrative")
    ]
    signs.append(f"? = {say('unknown', network.speak).shown}")
    signs += [f"{extra.sign} = {extra.meaning.shown}" for extra in network.legend]
    yield f"{say('key', network.speak).shown}: {'; '.join(signs)}"
