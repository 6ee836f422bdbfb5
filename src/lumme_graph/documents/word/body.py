"""The blocks of a document as the paragraphs, tables and pictures of a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from itertools import islice, zip_longest
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from lumme_graph.base import forms
from lumme_graph.base.shown import legal
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
    pictures_of,
)
from lumme_graph.documents.look import DocumentLook
from lumme_graph.documents.word.styles import LINKED, STRONG, TABLE, style_id
from lumme_graph.documents.word.xml import Xml, body_of, element_of, emu, run, twips_of_mm, w
from lumme_graph.views.table import Cell, Table

IN_CONTENTS: Final = 2
"""How many levels of headings stand in the contents."""
_THOUSANDTHS: Final = 100_000


Told = Callable[[int, int], None]
"""Is told how many of how many things are done."""


def untold(_done: int, _of: int) -> None:
    """Nobody asks how far it is."""


@dataclass
class WordBody:
    """The body of a Word file in the making: its headings, and how many pictures it has."""

    document: Document
    text: DocumentText
    look: DocumentLook
    done: Told = untold
    pictures: int = 0
    headings: list[tuple[HeadingText, str]] = field(default_factory=list[tuple[HeadingText, str]])

    def add(self, blocks: Sequence[Block]) -> None:
        """Write blocks at the end."""
        for block, after in zip_longest(blocks, islice(blocks, 1, None)):
            match block:
                case SidewaysPages():
                    self._sideways(block)
                case _:
                    made = list(self._made(block, self.look))
                    if leads(block, after):
                        _keep(made[-1])
                    self.append(*made)

    def append(self, *elements: Xml) -> None:
        """Write elements at the end, before what closes the last section."""
        body = body_of(self.document)
        for element in elements:
            body.insert(len(body) - 1, element)

    def paragraph(self, look: str, *children: Xml | None) -> Xml:
        """A paragraph in a style."""
        style = w("pStyle", val=style_id(self.look.styles[look]))
        return w("p", w("pPr", style), *children)

    def words(self, pieces: TextPieces) -> Iterator[Xml]:
        """The runs of a text."""
        for said, strong, url in pieces:
            made = run(said, self.text.country, style=LINKED if url else STRONG if strong else "")
            yield self._link(url, made) if url else made

    def _link(self, url: str, words: Xml) -> Xml:
        part = self.document.part
        link = w("hyperlink", words)
        link.set(qn("r:id"), part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return link

    def _made(self, block: Block, look: DocumentLook) -> Iterator[Xml]:
        match block:
            case HeadingText():
                yield self._heading(block)
            case TextBlock():
                yield self.paragraph(block.look, *self.words(block.pieces))
            case BulletList():
                for item in block.items:
                    yield self.paragraph(block.look, *self.words(item))
            case RowsBlock():
                yield self._table(block, look.room)
                yield self.paragraph("after-table")
            case PictureBlock():
                yield self.paragraph("picture", w("r", self._picture(block, look)))
            case SideBySide(left, right):  # one below the other: not every program has columns
                for inner in (*left, *right):
                    yield from self._made(inner, look)
            case SidewaysPages():  # stand in no other block
                pass

    def _heading(self, block: HeadingText) -> Xml:
        made = self.paragraph(f"heading-{block.level}")
        name = f"_Toc{len(self.headings) + 1:08}"
        number = len(self.headings) + 1
        made.append(w("bookmarkStart", id=number, name=name))
        made.append(run(block.said, self.text.country))
        made.append(w("bookmarkEnd", id=number))
        self.headings.append((block, name))
        return made

    def _table(self, block: RowsBlock, room: float) -> Xml:
        table, shares = block.table, block.widths
        widths = [twips_of_mm(room * share / sum(shares)) for share in shares]
        is_rtl = forms.direction(self.text.lang) == "rtl"
        made = w(
            "tbl",
            w(
                "tblPr",
                w("tblStyle", val=TABLE),
                w("bidiVisual") if is_rtl else None,
                w("tblW", w=sum(widths), type="dxa"),
                w("tblLayout", type="fixed"),
                w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, noHBand=1),
                self._caption(table),
            ),
            w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        )
        looks = ["cell-number" if c.align == "right" else "cell" for c in table.columns]
        heads = [look.replace("cell", "cell-head") for look in looks]
        labels = tuple(column.label for column in table.columns)
        made.append(self._row(labels, widths, heads, w("cantSplit"), w("tblHeader")))
        last = len(table.rows) - 1
        for at, cells in enumerate(table.rows):
            row = self._row(cells, widths, looks, w("cantSplit"))
            if at != last and (last < _SHORT or at < _KEPT or at >= last - _KEPT + 1):
                _keep(row)
            made.append(row)
        return made

    def _caption(self, table: Table) -> Xml | None:
        """What a table is of, for those who do not see it."""
        return w("tblCaption", val=legal(table.title)) if table.title else None

    def _row(self, cells: Iterable[Cell], widths: list[int], looks: list[str], *how: Xml) -> Xml:
        row = w("tr", w("trPr", *how))
        for cell, width, look in zip(cells, widths, looks, strict=True):
            said = cell if isinstance(cell, Said) else Said(cell, self.text.lang)
            lines = said.words.split("\n")
            made = w("tc", w("tcPr", w("tcW", w=width, type="dxa")))
            for line in lines:
                words = run(said._replace(words=line), self.text.country)
                made.append(self.paragraph(look, words))
            row.append(made)
        return row

    def _picture(self, block: PictureBlock, look: DocumentLook) -> Xml:
        """A picture in the line, as large as the page lets it be, its margin cut."""
        self.pictures += 1
        self.done(self.pictures, self._all_pictures)
        png = block.drawing.png(_RESOLUTION, block.sheet)
        wide, high = block.width - 2 * block.margin, block.height - 2 * block.margin
        free = look.height - look.top - look.bottom - _HEADING
        scale = min(look.room / wide, free / high, _LARGEST)
        width, height = emu(wide * scale), emu(high * scale)
        inline = self.document.part.new_pic_inline(BytesIO(png), width, height)
        inline.docPr.set("id", str(self.pictures))
        inline.docPr.set("name", f"picture-{self.pictures}")
        inline.docPr.set("descr", legal(block.alt))
        fill = inline.graphic.graphicData.pic.blipFill
        if block.margin:
            across = str(round(block.margin / block.width * _THOUSANDTHS))
            down = str(round(block.margin / block.height * _THOUSANDTHS))
            cut = element_of(fill).makeelement(
                qn("a:srcRect"), {"l": across, "t": down, "r": across, "b": down}, None
            )
            element_of(fill).insert(1, cut)
        return w("drawing", element_of(inline))

    @cached_property
    def _all_pictures(self) -> int:
        return sum(1 for _ in pictures_of(self.text.blocks))

    def _sideways(self, block: SidewaysPages) -> None:
        turned = self.look.sideways
        self._end_section(section(self.look))
        for inner in block.blocks:
            self.append(*self._made(inner, turned))
        self._end_section(section(turned))

    def _end_section(self, closing: Xml) -> None:
        """What closes a section stands in the properties of its last paragraph."""
        body = body_of(self.document)
        last = body[-2] if len(body) > 1 else None
        if last is None or last.tag != qn("w:p") or last[0].find(qn("w:sectPr")) is not None:
            last = self.paragraph("after-table")
            self.append(last)
        last[0].append(closing)


def _keep(element: Xml) -> None:
    """Keep a paragraph or a row on the page of the next one."""
    for properties in element.iter(qn("w:pPr")):
        properties.insert(1, w("keepNext"))


_SHORT: Final = 8
"""A table of so few rows stands on one page."""
_KEPT: Final = 2
"""How many rows stand at least together where a longer one is broken."""
_RESOLUTION: Final = 2.1
"""Some 200 dots to the inch: sharp in print, and no larger than e-mail takes."""
_HEADING: Final = 13.0
"""The height that the heading over a picture takes."""
_LARGEST: Final = 1.0
"""A picture is never larger than it was drawn for."""


def section(look: DocumentLook) -> Xml:
    """The paper of a section."""
    width, height = twips_of_mm(look.width), twips_of_mm(look.height)
    size = w("pgSz", w=width, h=height)
    if width > height:
        size.set(qn("w:orient"), "landscape")
    side, edge = twips_of_mm(look.side), twips_of_mm(9.0)
    return w(
        "sectPr",
        w("type", val="nextPage"),
        size,
        w(
            "pgMar",
            top=twips_of_mm(look.top),
            right=side,
            bottom=twips_of_mm(look.bottom),
            left=side,
            header=edge,
            footer=edge,
            gutter=0,
        ),
    )
