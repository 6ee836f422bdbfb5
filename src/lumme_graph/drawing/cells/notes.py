"""Notes under a matrix, in columns, and on sheets of their own where they need them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lumme_graph.base.speaker import Said
from lumme_graph.drawing.cells.flow import Draw, Filling, Flowable
from lumme_graph.drawing.frame import Frame
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.scene import Shape

_GAP = 8.0
_AIR = 1.0
_ABOVE = 3.0
_WIDEST = 200.0
"""A line that is longer than this is tiring to read."""


def add_notes(flow: Filling, notes: Sequence[tuple[Said, str]]) -> None:
    """Put notes under what stands already: each its words and the address of its fact."""
    if not notes:
        return
    across, width, told = _laid(flow, notes)
    if _taken(told, flow.room - _ABOVE, across) < len(told):
        flow.fresh()
    while told:
        room = flow.room - _ABOVE
        taken = _taken(told, room, across)
        if not taken and flow.sheets[-1]:
            flow.fresh()
            continue
        columns = list(_balanced(told[: max(1, taken)], across))
        height = max(_height(column) for column in columns)
        flow.add(Flowable(height, _draw(columns, width)), _ABOVE)
        told = told[max(1, taken) :]


def height_of(flow: Filling, notes: Sequence[tuple[Said, str]]) -> float:
    """The height that notes take on one sheet."""
    across, _, told = _laid(flow, notes)
    return _ABOVE + max(map(_height, _balanced(told, across)))


_Note = tuple[Lettering, str]


def _laid(flow: Filling, notes: Sequence[tuple[Said, str]]) -> tuple[int, float, list[_Note]]:
    """How many columns there are, how wide, and the notes in their lines."""
    across = max(1, round(flow.width / _WIDEST)) if len(notes) > 1 else 1
    width = (flow.width - (across - 1) * _GAP) / across
    size = flow.paper.size("content")
    return across, width, [(lettering(words, width, size), fact) for words, fact in notes]


def _height(notes: Sequence[_Note]) -> float:
    return sum(words.height + _AIR for words, _ in notes)


def _taken(notes: Sequence[_Note], room: float, across: int) -> int:
    """How many of the notes fit into so many columns of a height."""
    for count in range(len(notes), 0, -1):
        if all(_height(column) <= room for column in _balanced(notes[:count], across)):
            return count
    return 0


def _balanced(notes: Sequence[_Note], across: int) -> Iterator[list[_Note]]:
    """The notes in columns that are about as high as each other."""
    wanted = _height(notes) / across
    column: list[_Note] = []
    left = across
    for note in notes:
        if column and left > 1 and _height([*column, note]) > wanted + _height([note]) / 2:
            yield column
            column = []
            left -= 1
        column.append(note)
    yield column


def _draw(columns: Sequence[Sequence[_Note]], width: float) -> Draw:
    def draw(around: Frame, y: float) -> list[Shape]:
        shapes: list[Shape] = []
        for place, column in enumerate(columns):
            at = y
            for words, fact in column:
                shapes.append(words.at(around.left + place * (width + _GAP), at, fact=fact))
                at += words.height + _AIR
        return shapes

    return draw
