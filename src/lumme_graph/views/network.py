"""What a drawing of steps in lanes shows, with no word of how it looks."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from lumme_graph.base.speaker import Said, Speaker

Standing = Literal["sourced", "derived", "illustrative"]
ArrowKind = Literal["flow", "branch"]


@dataclass(frozen=True, slots=True)
class NetworkLane:
    """A row of the picture; lanes stand top down in the network's order."""

    id: str
    label: Said


@dataclass(frozen=True, slots=True)
class NodeTouchpoint:
    """Where a step is met; `channel` is one of the model's channel types, such as `e-service`."""

    id: str
    label: Said
    channel: str


@dataclass(frozen=True, slots=True)
class NodeFeeling:
    """How a step feels, −2 to 2; `sign` is the value as written; `hollow` = without evidence."""

    value: int
    sign: str
    word: Said
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """A step: its place by column and lane, and what is told about it.

    `standing` is the weakest standing of all that the card says and gives the border;
    `marks` are all letters that apply (S, D, I), weakest last.
    """

    id: str
    number: int
    column: int
    lane: str
    text: Said
    actor: Said | None = None
    touchpoint: NodeTouchpoint | None = None
    feeling: NodeFeeling | None = None
    lowest: bool = False
    standing: Standing | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """One node leads to another: the plain next step (`flow`) or a `branch` under a condition."""

    source: str
    target: str
    label: Said | None = None
    kind: ArrowKind = "flow"


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sign that this picture uses beyond the usual ones, and its meaning."""

    sign: str
    meaning: Said


@dataclass(frozen=True, slots=True)
class Terms:
    """What a network calls its parts, and the sentence that says what it shows."""

    node: Said
    lane: Said
    actor: Said
    next: Said
    flow: Said
    branch: Said
    description: Said


@dataclass(frozen=True, slots=True)
class Network:
    """Steps in lanes, and the arrows between them; nodes stand in reading order.

    Each node has its own cell (column and lane); each pair of nodes has at most one arrow.
    """

    id: str
    kind: str
    speak: Speaker
    title: Said
    facts: tuple[tuple[Said, Said], ...]
    lanes: tuple[NetworkLane, ...]
    nodes: tuple[NetworkNode, ...]
    arrows: tuple[Arrow, ...]
    terms: Terms
    legend: tuple[LegendEntry, ...] = ()
    footer: tuple[Said, ...] = ()

    @property
    def lang(self) -> str:
        """The language that is asked for."""
        return self.speak.lang

    def __post_init__(self) -> None:
        lanes, nodes = {lane.id for lane in self.lanes}, {node.id for node in self.nodes}
        _unique("lane", [lane.id for lane in self.lanes])
        _unique("node", [node.id for node in self.nodes])
        _unique("number", [node.number for node in self.nodes])
        _unique("cell", [(node.column, node.lane) for node in self.nodes])
        _unique("arrow", [(arrow.source, arrow.target) for arrow in self.arrows])
        _known("lane", [node.lane for node in self.nodes], lanes)
        _known(
            "node", [end for arrow in self.arrows for end in (arrow.source, arrow.target)], nodes
        )


def _unique(what: str, values: Sequence[Hashable]) -> None:
    if len(set(values)) < len(values):
        raise ValueError(f"a {what} stands twice in the network: {values}")


def _known(what: str, values: Iterable[str], known: set[str]) -> None:
    if unknown := sorted(set(values) - known):
        raise ValueError(f"the network has no such {what}: {', '.join(unknown)}")
