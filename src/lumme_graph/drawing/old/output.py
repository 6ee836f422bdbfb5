"""Drawings as files: their formats and names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lumme_graph.base.files import write_file
from lumme_graph.base.form import Form, Forms, form_of
from lumme_graph.drawing.errors import DrawError

if TYPE_CHECKING:
    from lumme_graph.drawing.old.picture import Picture

PNG_SCALE = 1.5
"""Pixels of a PNG to one of the screen: sharp on dense screens and when printed."""


def _svg(drawing: Picture) -> Sequence[str | bytes]:
    return drawing.sheets


def _png(drawing: Picture) -> Sequence[str | bytes]:
    return [drawing.png(PNG_SCALE, sheet) for sheet in range(len(drawing.sheets))]


def _dot(drawing: Picture) -> Sequence[str | bytes]:
    return [drawing.dot]


def _text(drawing: Picture) -> Sequence[str | bytes]:
    return [drawing.text]


PICTURE_FORMS: Final[Forms[Callable[[Picture], Sequence[str | bytes]]]] = Forms(
    Form("svg", "svg", _svg),
    Form("png", "png", _png),
    Form("dot", "dot", _dot),
    Form("text", "txt", _text),
)
"""The forms of a drawing, a page for each sheet."""


def save_drawings(drawings: Sequence[Picture], out: Path, form: str | None = None) -> list[Path]:
    """Write drawings to a file or into a folder; where they went.

    Without a form the file's name says it, else they are SVG. Raises `DrawError` where one file
    would have to hold several sheets, and `FormError` where there is no such form.
    """
    is_folder = out.suffix == "" or out.is_dir()
    files = placed(drawings, out, form or ("svg" if is_folder else form_of(out, PICTURE_FORMS)))
    for file, page in files.items():
        write_file(file, page)
    return list(files)


def placed(drawings: Sequence[Picture], out: Path, form: str) -> dict[Path, str | bytes]:
    """Where each page goes: one page to a file of the given name, several to a folder."""
    made = [(drawing, PICTURE_FORMS[form].render(drawing)) for drawing in drawings]
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
    return f"{drawing.id}.{drawing.lang}{number}.{PICTURE_FORMS[form].suffix}"
