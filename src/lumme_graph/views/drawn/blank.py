"""Blank sheets for workshops: the structure of a drawing without its facts, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from lumme_graph.base.speaker import Said
from lumme_graph.views.shapes import (
    BlockLook,
    Box,
    BoxLink,
    DrawnFact,
    FactRole,
    Grid,
    GridCell,
    GridRow,
    Head,
    Network,
    PageBlock,
    RowLook,
    Shape,
    ShapeLine,
    ShapePage,
)

STEPS: Final = 8
"""The empty columns of a sheet."""
_BRANCHES: Final = 4
_ENTRIES: Final[dict[BlockLook, int]] = {
    "list": 3,
    "table": STEPS,
    "tiles": 3,
    "icons": 4,
    "states": 8,
    "note": 1,
}
_ON_CARD: Final[dict[BlockLook, int]] = {**_ENTRIES, "list": 2}
_FULL: Final[frozenset[RowLook]] = frozenset({"boxes", "lane", "list"})
"""The rows with an empty box in each column; the others are empty strips under their names, and so
are all lanes but that of the numbered steps."""
_LINES: Final = 3


def blank(shape: Shape) -> Shape:
    """The same kind of drawing with empty boxes; its labels, rows, headings and numbers stay."""
    match shape:
        case Grid():
            return _grid(shape)
        case Network():
            return _network(shape)
        case ShapePage():
            few = _ON_CARD if shape.form == "card" else _ENTRIES
            blocks = tuple(tuple(_block(block, few) for block in row) for row in shape.blocks)
            return replace(shape, head=_head(shape.head), blocks=blocks, keys=(), notes=())


def _head(head: Head) -> Head:
    """Kind, labels and statement; the rest is empty. A blank sheet of one kind is like another."""
    sign = head.sign and replace(head.sign, value="")
    return replace(
        head,
        title=_nothing(head),
        fields=tuple(replace(one, words=_nothing(head)) for one in head.fields),
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
    if row.look not in _FULL or (row.look == "lane" and not first):
        return replace(row, cells=(), total=None)
    cells = tuple(
        GridCell(column.id, (_step(f"{column.id}/{row.id}", row, n if first else None),))
        for n, column in enumerate(columns, 1)
    )
    return replace(row, cells=cells, total=None)


def _step(id_: str, row: GridRow, number: int | None) -> Box:
    role: FactRole = "body" if number is None else "head"
    return Box(id_, (replace(_fact(id_, row.words), role=role),), number, row.tone)


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


def _block(block: PageBlock, entries: Mapping[BlockLook, int]) -> PageBlock:
    """The heading of a block over empty entries; those of a table are numbered."""
    if block.look == "tiles":
        return replace(block, boxes=tuple(map(_tile, block.boxes)))
    lang = block.words.lang
    columns = [column.id for column in block.columns] or ["free"]
    boxes: list[Box] = []
    for n in range(1, entries[block.look] + 1):
        id_ = f"{block.id}/{n}"
        facts = tuple(
            DrawnFact(f"{id_}/{column}", block.words, Said("", lang), room=_LINES - 1)
            for column in columns
        )
        boxes.append(Box(id_, facts, n if block.look == "table" else None))
    return replace(block, boxes=tuple(boxes), note=None)


def _tile(box: Box) -> Box:
    """What a number counts, with room for the number."""
    number, counted = box.facts[:2]
    return Box(
        box.id, (replace(number, words=Said("", number.words.lang), value=None, room=1), counted)
    )
