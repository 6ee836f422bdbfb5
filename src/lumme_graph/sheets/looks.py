"""How a cell looks in XLSX, by what it is for: fonts, colours, borders, and what may be typed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from lumme_graph.sheets.book import CellUse

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_INK: Final = "1B2A33"
_QUIET: Final = "5F6B73"
_LINK: Final = "1F4E6B"
_LINE: Final = "D5DADD"
AS_TEXT: Final = "@"
AS_DAY: Final = "yyyy-mm-dd"
AS_NUMBER: Final = "General"


class _Look(NamedTuple):
    """The parts of a look that differ from use to use."""

    fill: str = ""
    ink: str = _INK
    bold: bool = False
    italic: bool = False
    size: int = 10
    format: str = AS_TEXT
    lined: bool = True
    wrap: bool = True
    middle: bool = False
    open: bool = False
    head: bool = False


_LOOKS: Final = {
    CellUse.TEXT: _Look(open=True),
    CellUse.NUMBER: _Look(open=True, format=AS_NUMBER),
    CellUse.DAY: _Look(open=True, format=AS_DAY),
    CellUse.LONG: _Look(open=True, wrap=False),
    CellUse.KEY: _Look(fill="F0F2F3", ink=_QUIET, wrap=False),
    CellUse.SHOWN: _Look(fill="F7F8F9", ink=_QUIET, italic=True),
    CellUse.HEAD: _Look(fill="DCE7ED", bold=True, head=True),
    CellUse.NEEDED: _Look(fill="1F4E6B", ink="FFFFFF", bold=True, head=True),
    CellUse.SIDE: _Look(fill="EDF2F5", bold=True),
    CellUse.TITLE: _Look(bold=True, size=18, lined=False, wrap=False),
    CellUse.SUBTITLE: _Look(bold=True, size=13, lined=False, wrap=False),
    CellUse.WORDS: _Look(size=11, lined=False),
    CellUse.STATEMENT: _Look(fill="FFF4D6", bold=True, size=11, lined=False),
    CellUse.LINK: _Look(ink=_LINK, size=11, lined=False),
    CellUse.YES: _Look(fill="DDF0E0", open=True, middle=True),
    CellUse.NO: _Look(fill="F6E0DC", open=True, middle=True),
    CellUse.WRONG: _Look(fill="FBD5D0", open=True),
    CellUse.DOUBTFUL: _Look(fill="FFF0C2", open=True),
    CellUse.KEY_WRONG: _Look(fill="FBD5D0", wrap=False),
    CellUse.KEY_DOUBTFUL: _Look(fill="FFF0C2", wrap=False),
}


WRAPPED: Final = frozenset(use for use, look in _LOOKS.items() if look.wrap)
"""What is broken into lines where it is long."""


class Looks:
    """The looks of one workbook, each made once: giving a cell its look is then one assignment."""

    def __init__(self, sheet: Worksheet) -> None:
        self.by_use: dict[CellUse, Any] = {}
        self.quoted: dict[CellUse, Any] = {}
        for use, look in _LOOKS.items():
            self.by_use[use] = style_of(_made(sheet, look))
            quoted = _made(sheet, look)
            quoted.quotePrefix = True
            self.quoted[use] = style_of(quoted)


def style_of(cell: Any) -> Any:
    """The look of a cell, to give to others."""
    return cell._style  # noqa: SLF001 - openpyxl's own way takes ten times as long


def look_like(cell: Any, style: Any) -> None:
    """Give a cell or a column a look."""
    cell._style = style  # noqa: SLF001 - as above


def _made(sheet: Worksheet, look: _Look) -> Cell:
    cell = WriteOnlyCell(sheet)
    cell.font = Font(
        name="Calibri", size=look.size, bold=look.bold, italic=look.italic, color=look.ink
    )
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=look.fill)
    if look.lined:
        thin = Side(style="thin", color=_LINE)
        cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    cell.alignment = Alignment(
        vertical="center" if look.head else "top",
        wrap_text=look.wrap,
        horizontal="center" if look.middle else None,
    )
    cell.protection = Protection(locked=not look.open)
    cell.number_format = look.format
    return cell
