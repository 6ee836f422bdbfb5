"""How much room a document takes, worked out from the widths of letters, and how it is made to fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from lumme_graph.base.speaker import Said
from lumme_graph.documents.blocks import (
    Block,
    BulletList,
    DocumentText,
    HeadingText,
    PictureBlock,
    RowsBlock,
    SideBySide,
    SidewaysPages,
    TextBlock,
    TextPiece,
    TextPieces,
)
from lumme_graph.documents.look import DocumentLook, TextLook
from lumme_graph.drawing.paper import POINT
from lumme_graph.drawing.text.wrap import wrap
from lumme_graph.views.table import Cell, words

_CELL_SIDES: Final = 8.0
_RULE: Final = 0.5
_AFTER_TABLE: Final = "after-table"


def height(text: DocumentText, look: DocumentLook) -> float:
    """How high a document without pictures is, in millimetres; what has columns has two of them."""
    room = look.room / POINT
    opening = [
        _paragraph(text.title.words, look.styles["title"], room),
        _paragraph(text.about.words, look.styles["subtitle"], room),
        _paragraph(text.statement.words if text.statement else "", look.styles["statement"], room),
    ]
    return (sum(opening) + _blocks(text.blocks, look, room)) * POINT


def _blocks(blocks: Iterable[Block], look: DocumentLook, room: float) -> float:
    return sum(_block(block, look, room) for block in blocks)


def _block(block: Block, look: DocumentLook, room: float) -> float:
    match block:
        case HeadingText(said, level):
            return _paragraph(said.words, look.styles[f"heading-{level}"], room)
        case TextBlock(pieces, style):
            return _paragraph(_joined(pieces), look.styles[style], room)
        case BulletList(items, style):
            own = look.styles[style]
            return sum(_paragraph(_joined(item), own, room - own.indent) for item in items)
        case RowsBlock():
            return _table(block, look, room)
        case SideBySide(left, right):
            column = (room - look.gap / POINT) / 2
            return max(_blocks(side, look, column) for side in (left, right))
        case SidewaysPages() | PictureBlock():  # stand on pages of their own
            return 0.0


def _table(block: RowsBlock, look: DocumentLook, room: float) -> float:
    shares, whole = block.widths, sum(block.widths)
    widths = [room * share / whole - _CELL_SIDES for share in shares]
    heads = [column.label for column in block.table.columns]
    rows = [_row(heads, widths, look.styles["cell-head"], look)]
    rows += [_row(row, widths, look.styles["cell"], look) for row in block.table.rows]
    return sum(rows) + look.styles[_AFTER_TABLE].pitch


def _row(cells: Iterable[Cell], widths: list[float], style: TextLook, look: DocumentLook) -> float:
    highest = max(
        sum(_paragraph(line, style, width) for line in words(cell).split("\n"))
        for cell, width in zip(cells, widths, strict=True)
    )
    return highest + 2 * look.cell + _RULE


def _paragraph(said: str, style: TextLook, room: float) -> float:
    lines = len(wrap(said, room, style.size, style.bold)) or 1
    padding = 10.0 if style.fill else 0.0
    return style.before + lines * style.pitch + style.after + padding


def _joined(pieces: TextPieces) -> str:
    return "".join(piece.said.words for piece in pieces)


def shortened(text: DocumentText, most: int) -> DocumentText:
    """The same with no words of the model longer than so many characters; headings are our own."""
    return replace(
        text,
        about=cut(text.about, 2 * most),
        statement=cut(text.statement, 4 * most) if text.statement else None,
        blocks=tuple(_short(block, most) for block in text.blocks),
    )


def _short(block: Block, most: int) -> Block:
    match block:
        case TextBlock():
            return replace(block, pieces=_cut_pieces(block.pieces, 3 * most))
        case BulletList():
            return replace(block, items=tuple(_cut_pieces(one, most) for one in block.items))
        case RowsBlock():
            rows = tuple(tuple(_cut_cell(cell, most) for cell in row) for row in block.table.rows)
            return replace(block, table=replace(block.table, rows=rows))
        case SideBySide():
            sides = [tuple(_short(one, most) for one in side) for side in (block.left, block.right)]
            return SideBySide(*sides)
        case _:
            return block


def cut(said: Said, most: int) -> Said:
    """The beginning of words that are longer, and a sign that there is more."""
    if len(said.words) <= most:
        return said
    return said._replace(words=f"{said.words[: most - 1].rstrip()}…")


def _cut_cell(cell: Cell, most: int) -> Cell:
    if isinstance(cell, Said):
        return cut(cell, most)
    return cut(Said(cell, ""), most).words


def _cut_pieces(pieces: TextPieces, most: int) -> TextPieces:
    return tuple(TextPiece(cut(said, most), strong, url) for said, strong, url in pieces)
