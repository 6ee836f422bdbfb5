"""Drawings as files: their formats and names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lumme_graph.drawing.errors import DrawError

if TYPE_CHECKING:
    from lumme_graph.drawing.picture import Picture

SUFFIXES = {"svg": "svg", "png": "png", "dot": "dot", "text": "txt"}
PNG_SCALE = 1.5
"""Pixels of a PNG to one of the screen: sharp on dense screens and when printed."""


def format_of(out: Path) -> str:
    """The format that a file's name asks for; svg where it asks for none.

    Raises `DrawError` where it asks for one that there is not.
    """
    suffix = out.suffix.removeprefix(".").lower()
    if not suffix or out.is_dir():
        return "svg"
    for name, known in SUFFIXES.items():
        if known == suffix:
            return name
    names = ", ".join(f".{known}" for known in SUFFIXES.values())
    raise DrawError(f"{out}: there is no format .{suffix}; end the name in {names}")


def pages(drawing: Picture, form: str) -> list[str | bytes]:
    """A drawing in a format, a page for each sheet."""
    match form:
        case "svg":
            return list(drawing.sheets)
        case "png":
            return [drawing.png(PNG_SCALE, sheet) for sheet in range(len(drawing.sheets))]
        case "dot":
            return [drawing.dot]
        case _:
            return [drawing.text]


def placed(drawings: Sequence[Picture], out: Path, form: str) -> dict[Path, str | bytes]:
    """Where each page goes: one page to a file of the given name, several to a folder."""
    made = [(drawing, pages(drawing, form)) for drawing in drawings]
    one_file = out.suffix != "" and not out.is_dir()
    if one_file and len(made) == 1 and len(made[0][1]) == 1:
        return {out: made[0][1][0]}
    if one_file:
        sheets = sum(len(found) for _, found in made)
        raise DrawError(f"{out} is one file, but there are {sheets} sheets; name a folder")
    return {
        out / file_name(drawing, form, sheet, len(found)): page
        for drawing, found in made
        for sheet, page in enumerate(found, 1)
    }


def file_name(drawing: Picture, form: str, sheet: int = 1, of: int = 1) -> str:
    """`path-hold.fi.svg`; with a number where there are several sheets."""
    number = f"-{sheet}" if of > 1 else ""
    return f"{drawing.id}.{drawing.lang}{number}.{SUFFIXES[form]}"
