"""The head of a sheet: the title, and under it the small facts in a calm grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.blocks import Block, block, said_block
from lumme_graph.drawing.old.labels import say
from lumme_graph.drawing.old.scene import Shape

CELL = 45.0
"""Least width of a fact."""
LONGEST = 480.0
"""A line longer than this is not read with pleasure."""
AIR = 1.6


class Headed(Protocol):
    """A view with a head: its speaker, title and facts."""

    @property
    def speak(self) -> Speaker:
        """What says its words."""
        ...

    @property
    def title(self) -> Said:
        """What it shows."""
        ...

    @property
    def facts(self) -> tuple[tuple[Said, Said], ...]:
        """Small facts by name."""
        ...


@dataclass(frozen=True, slots=True)
class Header:
    """Title and facts, wrapped; facts are rows of (name, value)."""

    title: Block
    place: Block
    rows: tuple[tuple[tuple[Block, Block], ...], ...]
    cell: float
    width: float

    @property
    def height(self) -> float:
        """The height of everything."""
        return self.title.height + sum(AIR + _height(row) for row in self.rows)

    def draw(self, x: float, y: float) -> list[Shape]:
        """The head from its upper left corner."""
        shapes: list[Shape] = [self.title.at(x, y, fact="title")]
        if self.place.lines[0]:
            middle = (self.title.leading - self.place.height) / 2
            shapes.append(self.place.at(x + self.width, y + middle, fact="place", anchor="end"))
        y += self.title.height
        for row in self.rows:
            y += AIR
            for place, (name, value) in enumerate(row):
                left = x + place * self.cell
                shapes += [
                    name.at(left, y, fact="name"),
                    value.at(left, y + name.height, fact="value"),
                ]
            y += _height(row)
        return shapes


def header(view: Headed, width: float, sheet: tuple[int, int], first: int | None) -> Header:
    """The head of sheet n of m; `first` is the step from which it continues."""
    room = min(width, LONGEST)
    place = block(_place(view.speak, sheet, first), room, view.speak.lang)
    across = max(1, min(len(view.facts), int(room // CELL)))
    cell = min(room / across, 2 * CELL)
    cells = [_fact(name, value, cell - 2 * AIR) for name, value in view.facts]
    rows = tuple(tuple(cells[i : i + across]) for i in range(0, len(cells), across))
    title = said_block(
        view.title,
        room - place.width - CELL / 9,
        size=theme.TITLE,
        bold=True,
    )
    return Header(title, place, rows, cell, width)


def _place(speak: Speaker, sheet: tuple[int, int], first: int | None) -> str:
    if sheet[1] == 1:
        return ""
    text = f"{say('sheet', speak).shown} {sheet[0]}/{sheet[1]}"
    return text if first is None else f"{text}, {say('continues', speak, n=first).shown}"


def _fact(name: Said, value: Said, width: float) -> tuple[Block, Block]:
    label = said_block(name, width, size=theme.SMALL, colour=theme.MUTED)
    return label, said_block(value, width)


def _height(row: tuple[tuple[Block, Block], ...]) -> float:
    return max(name.height + value.height for name, value in row)
