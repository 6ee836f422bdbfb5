"""What says too much for its place: whole boxes on sheets of their own, as wide as the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lumme_graph.drawing import palette
from lumme_graph.drawing.card import Card, card
from lumme_graph.drawing.frame import Frame
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene, Shape
from lumme_graph.drawing.spread import shared_out
from lumme_graph.drawing.steps.rows import Place
from lumme_graph.views.shapes import Box, Network

_AIR = 3.0


@dataclass(frozen=True, slots=True)
class Page:
    """Boxes under each other, each under the name of its ring."""

    cards: tuple[tuple[Lettering, Card], ...]

    def drawn(self, around: Frame) -> Scene:
        """The page on its sheet."""
        y = around.top
        shapes: list[Shape] = []
        for name, one in self.cards:
            shapes += [
                name.at(around.left, y),
                one.draw(around, around.left, y + name.height + 1),
            ]
            y += name.height + 1 + one.height + _AIR
        return around.scene(shapes, y)


def pages(
    found: Sequence[tuple[str, Box]], network: Network, room: Place, paper: Paper
) -> list[Page]:
    """The boxes on as few sheets as hold them; one that is higher than a sheet goes on on the next."""
    names = {line.id: line.words for line in network.lines}
    cards = [
        (
            lettering(
                names[line], room.width, paper.size("content"), bold=True, colour=palette.ACCENT
            ),
            one,
        )
        for line, box in found
        for one in parted(box, room.width, room.height - 10, paper)
    ]
    heights = [name.height + 1 + one.height + _AIR for name, one in cards]
    return [Page(tuple(cards[i:j])) for i, j in shared_out(heights, room.height) if i < j]


def parted(box: Box, width: float, height: float, paper: Paper) -> Iterator[Card]:
    """A box in a width: more than one card where its facts are higher than the room, each with its name."""
    whole = card(box, width, paper, "content")
    if whole.height <= height or len(box.facts) < 3:  # noqa: PLR2004 - a name and two more to part
        yield whole
        return
    name, *facts = box.facts
    some = [name]
    for fact in facts:
        more = card(replace(box, facts=(*some, fact)), width, paper, "content")
        if more.height > height and len(some) > 1:
            yield card(replace(box, facts=tuple(some)), width, paper, "content")
            some = [name]
        some.append(fact)
    yield card(replace(box, facts=tuple(some)), width, paper, "content")
