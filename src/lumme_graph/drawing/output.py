"""Drawings as files: what stands in which file, and what it is called."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lumme_graph.base.collector import collector_paused
from lumme_graph.base.files import write_file
from lumme_graph.base.form import form_of
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.drawing.errors import DrawError
from lumme_graph.drawing.forms import PICTURE_FORMS
from lumme_graph.drawing.pdf import pdf
from lumme_graph.drawing.picture import Drawing


def save_drawings(
    drawings: Sequence[Drawing],
    out: AnyPath,
    format: str | None = None,  # noqa: A002
) -> list[Path]:
    """Write drawings to a file or into a folder; where they went.

    Without a format the file's name says it, else they are SVG. A PDF file holds them all. A file that
    is as it should be already is left alone, and keeps its time. Raises `DrawError` where a file
    would have to hold none or, but for a PDF, several sheets, `FormError` where there is no such form,
    and `OutputError` where something cannot be written.
    """
    out = path_of(out)
    is_folder = out.suffix == "" or out.is_dir()
    with collector_paused():
        name = format or "svg" if is_folder else form_of(out, PICTURE_FORMS, format)
        files = placed(drawings, out, name)
    for file, page in files.items():
        data = page.encode() if isinstance(page, str) else page
        if not _holds(file, data):
            write_file(file, data)
    return list(files)


def _holds(file: Path, data: bytes) -> bool:
    """Whether a file has these bytes already; of one that cannot be read, no."""
    try:
        return file.is_file() and file.read_bytes() == data
    except OSError:
        return False


def placed(drawings: Sequence[Drawing], out: Path, form: str) -> dict[Path, str | bytes]:
    """Where each page goes: into one file of the given name, or into a folder."""
    one_file = out.suffix != "" and not out.is_dir()
    if one_file and not drawings:
        raise DrawError(f"there is nothing to draw in {out}: give one drawing at least")
    if one_file and form == "pdf":
        return {out: pdf(drawings)}
    made = [(drawing, PICTURE_FORMS[form].render(drawing)) for drawing in drawings]
    sheets = sum(len(pages) for _, pages in made)
    if one_file and sheets != 1:
        raise DrawError(
            f"{out} is one file, but there are {sheets} sheets; name a folder, or a .pdf file"
        )
    if one_file:
        return {out: made[0][1][0]}
    return {
        out / file_name(drawing, form, sheet, len(pages)): page
        for drawing, pages in made
        for sheet, page in enumerate(pages, 1)
    }


def file_name(drawing: Drawing, form: str, sheet: int = 1, of: int = 1) -> str:
    """`path-hold.fi.svg`; with a number that sorts where there are several sheets."""
    number = f"-{sheet:0{len(str(of))}}" if of > 1 else ""
    return f"{drawing.id}.{drawing.lang}{number}.{PICTURE_FORMS[form].suffix}"
