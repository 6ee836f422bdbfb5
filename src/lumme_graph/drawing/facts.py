"""What a picture says, as (id, label, value), and the same as plain text for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lumme_graph.base.shown import lines as as_lines
from lumme_graph.drawing import theme
from lumme_graph.drawing.labels import channel_word, say, shown, standing_word
from lumme_graph.drawing.pages import exits
from lumme_graph.views.network import Network, Node


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One thing said of one step."""

    id: str
    label: str
    value: str


def facts(network: Network) -> tuple[Fact, ...]:
    """All that the picture says of its steps, step by step."""
    return tuple(
        Fact(node.id, label, value)
        for node in network.nodes
        for label, value in _told(network, node)
    )


def text(network: Network) -> str:
    """The same facts as a plain text."""
    lines = [shown(network.title), ""]
    lines += [f"{shown(name)}: {shown(value)}" for name, value in network.facts]
    lanes = ", ".join(shown(lane.label) for lane in network.lanes)
    lines += ["", f"{shown(network.terms.lane)}: {lanes}"]
    for node in network.nodes:
        lines += ["", f"{node.number}. {node.id}"]
        lines += [f"   {label}: {value}" for label, value in _told(network, node)]
    lines += ["", *_key(network), *(shown(words) for words in network.footer)]
    return as_lines(lines)


def _told(network: Network, node: Node) -> Iterator[tuple[str, str]]:
    lang, terms = network.lang, network.terms
    yield shown(terms.node), shown(node.text)
    if node.actor:
        yield shown(terms.actor), shown(node.actor)
    yield (
        shown(terms.lane),
        next(shown(lane.label) for lane in network.lanes if lane.id == node.lane),
    )
    if node.touchpoint:
        yield say("touchpoint", lang), shown(node.touchpoint.label)
        yield say("channel", lang), channel_word(node.touchpoint.channel, lang)
    if node.feeling:
        yield say("feeling", lang), f"{node.feeling.sign} {shown(node.feeling.word)}"
        if node.feeling.hollow:
            yield say("evidence", lang), say("unknown", lang)
    if node.lowest:
        yield say("lowest", lang), say("yes", lang)
    yield say("standing", lang), " ".join(node.marks) or theme.LETTERS[node.standing]
    yield from ((shown(terms.next), way) for way in _ways(network, node))


def _ways(network: Network, node: Node) -> Iterator[str]:
    numbers = {other.id: other.number for other in network.nodes}
    for arrow in network.arrows:
        if arrow.source == node.id and not arrow.label and arrow.kind == "flow":
            yield f"→ {numbers[arrow.target]}"
    yield from (way for way, _ in exits(network, node))


def _key(network: Network) -> Iterator[str]:
    signs = [
        f"{theme.LETTERS[key]} = {standing_word(key, network.lang)}"
        for key in ("sourced", "derived", "illustrative")
    ]
    signs.append(f"? = {say('unknown', network.lang)}")
    signs += [f"{extra.sign} = {shown(extra.meaning)}" for extra in network.legend]
    yield f"{say('key', network.lang)}: {'; '.join(signs)}"
