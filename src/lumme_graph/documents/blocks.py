"""What a document is made of: headings, text, lists, tables and pictures, without a file format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from lumme_graph.base.speaker import Said
from lumme_graph.drawing.picture import Drawing
from lumme_graph.views.table import Table


class TextPiece(NamedTuple):
    """Some words of a text; strong ones stand out, and with an address they are a link."""

    said: Said
    strong: bool = False
    url: str = ""


TextPieces = tuple[TextPiece, ...]


@dataclass(frozen=True, slots=True)
class HeadingText:
    """A heading; those of level 1 and 2 stand in the contents."""

    said: Said
    level: int = 1


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph; `look` is the name of its style."""

    pieces: TextPieces
    look: str = "text"


@dataclass(frozen=True, slots=True)
class BulletList:
    """Several things, each a line or more; `look` is the name of their style."""

    items: tuple[TextPieces, ...]
    look: str = "item"


@dataclass(frozen=True, slots=True)
class RowsBlock:
    """A table; `widths` says how its columns share the width."""

    table: Table
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A sheet of a drawing, what it shows in words, and the margin that is cut, in millimetres."""

    drawing: Drawing
    sheet: int
    alt: str
    margin: float = 0.0

    @property
    def width(self) -> float:
        """How wide the sheet is, in millimetres."""
        return self.drawing.printed[self.sheet].width

    @property
    def height(self) -> float:
        """How high the sheet is, in millimetres."""
        return self.drawing.printed[self.sheet].height


@dataclass(frozen=True, slots=True)
class SidewaysPages:
    """What stands on pages of their own that are wider than high."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two columns, read one after the other; where a form has none, one stands below the other."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


Block: TypeAlias = (
    HeadingText | TextBlock | BulletList | RowsBlock | PictureBlock | SidewaysPages | SideBySide
)


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A whole document: its title, the name of its model, of what and which day it is; its blocks.

    `opening` stands before the list of contents, `contents` is the heading of that list where there
    is one, and the blocks begin on a page of their own after it. `page` says which page
    of how many it is, with the fields `{n}` and `{of}`. `statement` is what must be said of the model.
    """

    title: Said
    name: Said
    about: Said
    dated: Said
    author: str
    lang: str
    country: str
    day: date
    statement: Said | None
    page: Said
    contents: Said | None
    opening: tuple[Block, ...]
    blocks: tuple[Block, ...]


def leads(block: Block, after: Block | None) -> bool:
    """Is a block the words that lead to what comes after it, and belong on its page?"""
    return isinstance(block, TextBlock) and isinstance(after, RowsBlock | BulletList)


def pictures_of(blocks: Iterable[Block]) -> Iterator[PictureBlock]:
    """The pictures among blocks, in their order."""
    for block in blocks:
        if isinstance(block, PictureBlock):
            yield block
        if isinstance(block, SidewaysPages):
            yield from pictures_of(block.blocks)


def text(*said: Said, look: str = "text") -> TextBlock:
    """A paragraph of plain words, a space between each two."""
    space = TextPiece(Said(" ", said[0].lang)) if said else None
    pieces: list[TextPiece] = []
    for one in said:
        pieces += ([space] if space and pieces else []) + [TextPiece(one)]
    return TextBlock(tuple(pieces), look)


def bullets(items: Iterable[Said]) -> BulletList:
    """A list of plain words."""
    return BulletList(tuple((TextPiece(one),) for one in items))
