"""What says too much for its place: whole boxes on sheets of their own, as wide as the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lumme_graph.base.speaker import Said
from lumme_graph.drawing import palette
from lumme_graph.drawing.card import Card, card
from lumme_graph.drawing.frame import Frame
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene, Shape
from lumme_graph.drawing.spread import shared_out
from lumme_graph.drawing.steps.rows import BoxPlace
from lumme_graph.views.shapes import Box, DrawnFact, Network

_AIR = 3.0
_NOTES = 22.0
"""Room for notes under the last sheet."""


@dataclass(frozen=True, slots=True)
class ApartPage:
    """Boxes under each other, each under the name of its ring."""

    cards: tuple[tuple[Lettering, str, Card], ...]

    def drawn(self, around: Frame) -> Scene:
        """The page on its sheet."""
        y = around.top
        shapes: list[Shape] = []
        for name, fact, one in self.cards:
            shapes += [
                name.at(around.left, y, fact=fact),
                one.draw(around, around.left, y + name.height + 1),
            ]
            y += name.height + 1 + one.height + _AIR
        return around.scene(shapes, y)


def pages(
    found: Sequence[tuple[str, Box]],
    notes: Sequence[DrawnFact],
    network: Network,
    room: BoxPlace,
    paper: Paper,
) -> list[ApartPage]:
    """The boxes and notes on as few sheets as hold them; what is higher than a sheet goes on."""
    names = {line.id: line.words for line in network.lines}
    headed = [(_heading(names[line], box, network), box) for line, box in found]
    if notes:
        headed.append((network.head.kind, Box(f"{network.head.id}/notes", tuple(notes))))
    cards = [
        (
            lettering(heading, room.width, paper.size("content"), bold=True, colour=palette.ACCENT),
            _area(box, network),
            one,
        )
        for heading, box in headed
        for one in parted(box, room.width, room.height - 15, paper)
    ]
    heights = [name.height + 1 + one.height + _AIR for name, _, one in cards]
    return [
        ApartPage(tuple(cards[i:j])) for i, j in shared_out(heights, room.height - _NOTES) if i < j
    ]


def _heading(ring: Said, box: Box, network: Network) -> Said:
    """The name of a box's ring, with that of its area."""
    areas = [area.fact.words.shown for area in network.areas if box.id in area.boxes]
    return ring._replace(words=" · ".join((ring.shown, *areas)), fallback=False)


def _area(box: Box, network: Network) -> str:
    """The fact that the heading of a box tells: the first area that it stands in."""
    return next((area.fact.id for area in network.areas if box.id in area.boxes), "")


def parted(box: Box, width: float, height: float, paper: Paper) -> Iterator[Card]:
    """A box in a width: several cards where its facts are higher than the room.

    A name that is not long stands over each of them.
    """
    whole = card(box, width, paper)
    if whole.height <= height:
        yield whole
        return
    name = [fact for fact in box.facts[:1] if fact.role == "head"]
    again = name if card(replace(box, facts=tuple(name)), width, paper).height < height / 2 else []
    some = [*name]
    for fact in box.facts[len(name) :]:
        more = card(replace(box, facts=(*some, fact)), width, paper)
        if more.height > height and some != again:
            yield card(replace(box, facts=tuple(some)), width, paper)
            some = [*again]
        some.append(fact)
    yield card(replace(box, facts=tuple(some)), width, paper)
