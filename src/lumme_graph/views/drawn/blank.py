"""Blank sheets for workshops: the structure of a drawing without its facts, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said
from lumme_graph.views.shapes import (
    BlockLook,
    Box,
    BoxLink,
    DrawnFact,
    Grid,
    GridCell,
    GridRow,
    Head,
    Network,
    PageBlock,
    RowLook,
    Shape,
    ShapeForm,
    ShapeLine,
    ShapePage,
)

_BLANK = Label("A sheet to be filled in by hand.")
STEPS: Final = 8
"""The empty columns of a sheet."""
_BRANCHES: Final = 8
_ENTRIES: Final[dict[BlockLook, int]] = {
    "list": 5,
    "table": 8,
    "tiles": 0,
    "icons": 4,
    "states": 8,
    "note": 1,
}
_FULL: Final[frozenset[RowLook]] = frozenset({"boxes", "lane", "list"})
"""The rows with an empty box in each column; the others are empty strips under their names."""
_LINES: Final = 3
_LINES_OF_A_CELL: Final = 2


def blank(shape: Shape) -> Shape:
    """The same kind of drawing with empty boxes; its labels, rows, headings and numbers stay."""
    match shape:
        case Grid():
            return _grid(shape)
        case Network():
            return _network(shape)
        case ShapePage():
            return _page(shape)
        case ShapeForm():
            return shape


def _head(head: Head) -> Head:
    """Kind, labels and statement; the rest is empty. A blank sheet of one kind is like another."""
    sign = head.sign and replace(head.sign, value="")
    return replace(
        head,
        title=_nothing(head),
        fields=tuple(replace(one, words=_nothing(head), signs=()) for one in head.fields),
        description=head.speak(_BLANK),
        made=(),
        state=None,
        sign=sign,
        standing=None,
        lacks=None,
        blank=(),
    )


def _nothing(head: Head) -> Said:
    return Said("", head.speak.lang)


def _fact(id_: str, label: Said, room: int = _LINES) -> DrawnFact:
    return DrawnFact(f"{id_}/free", label, Said("", label.lang), room=room)


def _grid(grid: Grid) -> Grid:
    lang = grid.head.speak.lang
    columns = tuple(
        ShapeLine(f"{grid.head.id}/{n}", Said(str(n), lang)) for n in range(1, STEPS + 1)
    )
    rows = tuple(_row(row, columns, first=row is _first(grid)) for row in grid.rows)
    kept = tuple(row for row in rows if row.look != "callout")
    return replace(
        grid, head=_head(grid.head), columns=columns, rows=kept, links=(), keys=(), notes=()
    )


def _first(grid: Grid) -> GridRow | None:
    """The row whose boxes are the numbered steps."""
    steps = (row for row in grid.rows if row.look in {"boxes", "lane"})
    numbered = (row for row in steps if any(b.number for c in row.cells for b in c.boxes))
    return next(numbered, None)


def _row(row: GridRow, columns: tuple[ShapeLine, ...], *, first: bool) -> GridRow:
    if row.look not in _FULL:
        return replace(row, cells=(), total=None)
    cells = tuple(
        GridCell(column.id, (_step(f"{column.id}/{row.id}", row, n if first else None),))
        for n, column in enumerate(columns, 1)
    )
    return replace(row, cells=cells, total=None)


def _step(id_: str, row: GridRow, number: int | None) -> Box:
    return Box(id_, (_fact(id_, row.words, _LINES_OF_A_CELL),), number, row.tone)


def _network(network: Network) -> Network:
    """A few empty boxes on each line; on ranks each with one on the rank before it."""
    boxes = tuple(_boxes(network))
    return replace(
        network,
        head=_head(network.head),
        lines=tuple(replace(line, total=None) for line in network.lines),
        boxes=boxes,
        links=tuple(_links(network)) if network.shape == "ranks" else (),
        keys=(),
        notes=(),
        areas=(),
    )


def _boxes(network: Network) -> Iterator[tuple[str, Box]]:
    tones = {line: box.tone for line, box in reversed(network.boxes)}
    for place, line in enumerate(network.lines):
        for n in range(1, (1 if place == 0 else _BRANCHES) + 1):
            id_ = _at(network, line, n)
            yield line.id, Box(id_, (_fact(id_, line.words),), tone=tones.get(line.id, ""))


def _links(network: Network) -> Iterator[BoxLink]:
    for place, (line, after) in enumerate(pairwise(network.lines)):
        for n in range(1, _BRANCHES + 1):
            source = _at(network, line, 1 if place == 0 else n)
            yield BoxLink(source, _at(network, after, n), thin=True)


def _at(network: Network, line: ShapeLine, n: int) -> str:
    return f"{network.head.id}/{line.id}/{n}"


def _page(page: ShapePage) -> ShapePage:
    """A whole sheet, also of a card, which is too small to write on; numbers are not guessed."""
    blocks = tuple(
        tuple(map(_block, row)) for row in page.blocks if any(_ENTRIES[one.look] for one in row)
    )
    return replace(page, head=_head(page.head), blocks=blocks, form="sheet", keys=(), notes=())


def _block(block: PageBlock) -> PageBlock:
    """The heading of a block over empty entries; those of a table are numbered."""
    lang = block.words.lang
    boxes: list[Box] = []
    for n in range(1, _ENTRIES[block.look] + 1):
        id_ = f"{block.id}/{n}"
        columns = [column.id for column in block.columns] or ["free"]
        facts = tuple(
            DrawnFact(f"{id_}/{column}", block.words, Said("", lang), room=_LINES - 1)
            for column in columns
        )
        boxes.append(Box(id_, facts, n if block.look == "table" else None))
    return replace(block, boxes=tuple(boxes), note=None)
