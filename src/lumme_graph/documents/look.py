"""How documents look: their paper and the styles of their paragraphs, for Word and PDF alike."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from lumme_graph.views.brand import Brand

FONT: Final = "Arial"
"""A font that every office program has or has another one of the same widths for."""

INK: Final = "16242F"
SOFT: Final = "4A5862"
HAIR: Final = "C3CCD2"
LAKE: Final = "1F4E6B"
PALE: Final = "E8F0F4"
AMBER: Final = "FBE3B5"
AMBER_INK: Final = "5A3A00"
LINK: Final = "1B5478"


@dataclass(frozen=True, slots=True)
class TextLook:
    """A style of paragraphs: sizes and spaces in points; `level` makes it a heading.

    `name` is what office programs call it; `together` keeps it on the page of what follows.
    """

    name: str
    size: float
    before: float = 0.0
    after: float = 0.0
    bold: bool = False
    colour: str = INK
    fill: str = ""
    level: int = 0
    together: bool = False
    right: bool = False
    indent: float = 0.0

    @property
    def pitch(self) -> float:
        """From one line to the next."""
        return self.size * (TIGHT if self.level or self.size > _LARGE else LOOSE)


LOOSE: Final = 1.32
TIGHT: Final = 1.2
_LARGE: Final = 14


@dataclass(frozen=True, slots=True)
class DocumentLook:
    """The paper, its margins and the paddings of table cells, in millimetres and points; the styles.

    Then the colours of what is no paragraph, and the family of the font.
    """

    width: float
    height: float
    side: float
    top: float
    bottom: float
    gap: float
    cell: float
    styles: dict[str, TextLook] = field(default_factory=dict[str, TextLook])
    accent: str = LAKE
    pale: str = PALE
    link: str = LINK
    hair: str = HAIR
    family: str = FONT

    @property
    def room(self) -> float:
        """The width of a line."""
        return self.width - 2 * self.side

    @property
    def sideways(self) -> DocumentLook:
        """The same on the same paper turned: more room for a picture."""
        return replace(self, width=self.height, height=self.width, side=12.0, top=17.0, bottom=15.0)


REPORT: Final = DocumentLook(
    210.0,
    297.0,
    22.0,
    25.0,
    23.0,
    8.0,
    3.2,
    {
        "title": TextLook("Title", 27, 34, 4, bold=True, colour=LAKE),
        "subtitle": TextLook("Subtitle", 13, 0, 14, colour=SOFT),
        "heading-1": TextLook(
            "heading 1", 18, 26, 8, bold=True, colour=LAKE, level=1, together=True
        ),
        "heading-2": TextLook("heading 2", 12.5, 16, 5, bold=True, level=2, together=True),
        "heading-3": TextLook("heading 3", 10.5, 12, 4, bold=True, level=3, together=True),
        "contents": TextLook("TOC Heading", 13, 16, 4, bold=True, colour=LAKE, together=True),
        "contents-1": TextLook("toc 1", 10, 3, 0, bold=True),
        "contents-2": TextLook("toc 2", 9.5, 0, 0, colour=SOFT, indent=12),
        "text": TextLook("Normal", 10.5, 0, 7),
        "lead": TextLook("Lead", 12, 0, 9),
        "number": TextLook("Big Number", 27, 4, 0, bold=True, colour=LAKE, together=True),
        "meta": TextLook("Note Text", 9, 0, 7, colour=SOFT),
        "statement": TextLook("Statement", 10.5, 0, 14, colour=AMBER_INK, fill=AMBER),
        "item": TextLook("List Bullet", 10.5, 0, 3.5, indent=14),
        "source": TextLook("List Bullet 2", 8.5, 0, 2.5, indent=11),
        "caption": TextLook("caption", 9.5, 12, 4, bold=True, colour=SOFT, together=True),
        "picture": TextLook("Picture", 10.5, 0, 0),
        "after-table": TextLook("After Table", 4),
        "cell": TextLook("Table Text", 9.5),
        "cell-number": TextLook("Table Number", 9.5, right=True),
        "cell-head": TextLook("Table Head", 9, bold=True, colour=LAKE, together=True),
        "cell-head-number": TextLook(
            "Table Head Number", 9, bold=True, colour=LAKE, together=True, right=True
        ),
        "header": TextLook("header", 8.5, colour=SOFT),
        "footer": TextLook("footer", 8, colour=SOFT),
    },
)
"""A report of many pages, upright A4."""


def _small() -> dict[str, TextLook]:
    """The styles of a report, small and close enough for one page."""
    own = {
        "title": TextLook("Title", 19, 0, 2, bold=True, colour=LAKE),
        "heading-1": TextLook(
            "heading 1", 11, 7, 2, bold=True, colour=LAKE, level=1, together=True
        ),
        "text": TextLook("Normal", 9, 0, 2.5),
        "subtitle": TextLook("Subtitle", 11, 0, 5, colour=SOFT),
        "lead": TextLook("Lead", 14, 0, 2, colour=LAKE),
        "meta": TextLook("Note Text", 8, 0, 2, colour=SOFT),
        "statement": TextLook("Statement", 8.5, 0, 2, colour=AMBER_INK, fill=AMBER),
        "item": TextLook("List Bullet", 9, 0, 1, indent=10),
        "cell": TextLook("Table Text", 8.5),
        "cell-number": TextLook("Table Number", 8.5, right=True),
        "cell-head": TextLook("Table Head", 8, bold=True, colour=LAKE, together=True),
        "cell-head-number": TextLook(
            "Table Head Number", 8, bold=True, colour=LAKE, together=True, right=True
        ),
        "footer": TextLook("footer", 7.5, colour=SOFT),
    }
    return REPORT.styles | own


ONE_PAGE: Final = DocumentLook(210.0, 297.0, 15.0, 12.0, 15.0, 8.0, 1.1, _small())
"""One page, upright A4."""


def in_brand(look: DocumentLook, brand: Brand | None, family: str) -> DocumentLook:
    """The look in the colours of a network, and in a family where the network has a font of its own."""
    if brand is None:
        return look

    def dyed(colour: str) -> str:
        return dyes.get(colour, colour)

    pale, hair = brand.hued(f"#{PALE}"), brand.grey(f"#{HAIR}")
    words = brand.words(f"#{LAKE}", pale)
    dyes = {one: brand.grey(f"#{one}")[1:].upper() for one in (INK, SOFT)}
    dyes |= {LAKE: words[1:].upper(), LINK: brand.words(f"#{LINK}", pale)[1:].upper()}
    dyes |= {PALE: pale[1:].upper(), HAIR: hair[1:].upper()}
    return replace(
        look,
        styles={key: replace(one, colour=dyed(one.colour)) for key, one in look.styles.items()},
        accent=dyed(look.accent),
        pale=dyed(look.pale),
        link=dyed(look.link),
        hair=dyed(look.hair),
        family=family if brand.fonts else look.family,
    )
