"""Drawings as files: their names, and where each goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lumme_graph.base.files import write_file
from lumme_graph.base.form import form_of
from lumme_graph.drawing.errors import DrawError
from lumme_graph.drawing.forms import PICTURE_FORMS
from lumme_graph.drawing.picture import Picture


def save_drawings(drawings: Sequence[Picture], out: Path, form: str | None = None) -> list[Path]:
    """Write drawings to a file or into a folder; where they went.

    Without a form the file's name says it, else they are SVG. Raises `DrawError` where one file
    would have to hold several sheets, `FormError` where there is no such form, and `OutputError`
    where a file cannot be written.
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
