"""A document as a tagged PDF: the blocks and styles of the Word file, set by Typst."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from importlib.resources import files
from itertools import zip_longest
from typing import Any, TypeAlias

from lumme_graph.base.shown import plain
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
    TextPieces,
    leads,
)
from lumme_graph.documents.look import DocumentLook
from lumme_graph.drawing.text.fonts import Fonts, carried
from lumme_graph.drawing.text.missing import missing, raster_text
from lumme_graph.drawing.typeset import language, typeset
from lumme_graph.views.table import Cell

Data: TypeAlias = dict[str, Any]


def pdf_file(text: DocumentText, look: DocumentLook, fonts: Fonts | None = None) -> bytes:
    """The document as the bytes of a PDF/UA file.

    Raises `DrawError` where the extra `pdf` is missing, and where Typst refuses the document.
    """
    known = fonts or carried()
    made = _Pages(known)
    data = json.dumps(_data(text, look, made))
    template = files("lumme_graph.documents.pdf").joinpath("document.typ").read_text("utf-8")
    with known.on_disk() as given:
        return typeset(template, {"document": data}, made.pictures, given, text.day)


def pdf_lacking(text: DocumentText, look: DocumentLook, fonts: Fonts | None = None) -> str:
    """The characters of the document that stand as codes in its PDF, since no font here has them."""
    made = _Pages(fonts or carried())
    _data(text, look, made)
    return "".join(made.lacking)


def _data(text: DocumentText, look: DocumentLook, made: _Pages) -> Data:
    return {
        "title": plain(made.words(text.title.words)),
        "lang": language(text.lang),
        "author": plain(made.words(text.author)),
        "day": [text.day.year, text.day.month, text.day.day],
        "head": [made.say(text.title), made.say(text.about)],
        "running": [made.say(text.name), made.say(text.dated)],
        "statement": made.say(text.statement) if text.statement else None,
        "page": text.page.words,
        "contents": made.say(text.contents) if text.contents else None,
        "opening": made.blocks(text.opening),
        "blocks": made.blocks(text.blocks),
        "fonts": [made.fonts.family] if made.fonts.own else [],
        "look": asdict(look) | {"pitches": {key: one.pitch for key, one in look.styles.items()}},
    }


class _Pages:
    """The blocks as data for the template, the pictures that it names, and what no font has."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self.pictures: dict[str, bytes] = {}
        self.lacking: dict[str, None] = {}

    def words(self, words: str) -> str:
        """Words that some font can show; a code for what none can."""
        self.lacking.update(dict.fromkeys(missing(words, self.fonts)))
        return raster_text(words, self.fonts)

    def say(self, said: Said) -> Data:
        """Words with their language where it is another than that of the document."""
        lang = language(said.lang) if said.fallback else None
        return {"words": self.words(said.words), "lang": lang}

    def blocks(self, blocks: Sequence[Block]) -> list[Data]:
        """Blocks in their order; words that lead to a table stay on its page."""
        return [
            self._block(block) | {"leads": leads(block, after)}
            for block, after in zip_longest(blocks, blocks[1:])
        ]

    def _block(self, block: Block) -> Data:
        match block:
            case HeadingText(said, level):
                return {"is": "heading", "level": level, **self.say(said)}
            case TextBlock(pieces, look):
                return {"is": "text", "look": look, "pieces": self._pieces(pieces)}
            case BulletList(items, look):
                return {"is": "list", "look": look, "items": [*map(self._pieces, items)]}
            case RowsBlock():
                return self._table(block)
            case PictureBlock():
                return self._picture(block)
            case SidewaysPages() | SideBySide():
                return self._pages(block)

    def _pages(self, block: SidewaysPages | SideBySide) -> Data:
        if isinstance(block, SidewaysPages):
            return {"is": "sideways", "blocks": self.blocks(block.blocks)}
        return {"is": "columns", "sides": [self.blocks(block.left), self.blocks(block.right)]}

    def _pieces(self, pieces: TextPieces) -> list[Data]:
        return [self.say(said) | {"strong": strong, "url": url} for said, strong, url in pieces]

    def _table(self, block: RowsBlock) -> Data:
        table = block.table
        return {
            "is": "table",
            "widths": block.widths,
            "right": [column.align == "right" for column in table.columns],
            "heads": [self._cell(column.label) for column in table.columns],
            "rows": [[self._cell(cell) for cell in row] for row in table.rows],
        }

    def _cell(self, cell: Cell) -> Data:
        return self.say(cell if isinstance(cell, Said) else Said(cell, ""))

    def _picture(self, block: PictureBlock) -> Data:
        name = f"picture-{len(self.pictures) + 1}.svg"
        self.pictures[name] = block.drawing.print_svg(block.sheet).encode()
        return {
            "is": "picture",
            "file": name,
            "alt": plain(self.words(block.alt)),
            "width": block.width,
            "height": block.height,
            "margin": block.margin,
        }
