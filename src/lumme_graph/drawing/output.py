"""Drawings as files: their forms and names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from lumme_graph.base.files import write_file
from lumme_graph.base.form import Form, Forms, form_of
from lumme_graph.drawing.errors import DrawError
from lumme_graph.drawing.pdf import pdf
from lumme_graph.drawing.picture import Drawing

PNG_SCALE = 1.5
"""Pixels of a PNG to one of the screen: sharp on dense screens and when printed."""

Pages = Sequence[str | bytes]


def _svg(drawing: Drawing) -> Pages:
    return drawing.sheets


def _png(drawing: Drawing) -> Pages:
    return [drawing.png(PNG_SCALE, sheet) for sheet in range(len(drawing.sheets))]


def _pdf(drawing: Drawing) -> Pages:
    return [drawing.pdf()]


def _dot(drawing: Drawing) -> Pages:
    return [drawing.dot]


def _mermaid(drawing: Drawing) -> Pages:
    return [drawing.mermaid]


def _text(drawing: Drawing) -> Pages:
    return [drawing.text]


PICTURE_FORMS: Final[Forms[Callable[[Drawing], Pages]]] = Forms(
    Form("svg", "svg", _svg),
    Form("png", "png", _png),
    Form("pdf", "pdf", _pdf),
    Form("dot", "dot", _dot),
    Form("mermaid", "mmd", _mermaid),
    Form("text", "txt", _text),
)
"""The forms of a drawing: what each gives for a drawing, as one page or one a sheet."""


def save_drawings(drawings: Sequence[Drawing], out: Path, form: str | None = None) -> list[Path]:
    """Write drawings to a file or into a folder; where they went.

    Without a form the file's name says it, else they are SVG. A PDF file holds them all. Raises
    `DrawError` where another file would have to hold several sheets, `FormError` where there is no
    such form, and `OutputError` where something cannot be written.
    """
    is_folder = out.suffix == "" or out.is_dir()
    files = placed(drawings, out, form or ("svg" if is_folder else form_of(out, PICTURE_FORMS)))
    for file, page in files.items():
        write_file(file, page)
    return list(files)


def placed(drawings: Sequence[Drawing], out: Path, form: str) -> dict[Path, str | bytes]:
    """Where each page goes: into one file of the given name, or into a folder."""
    one_file = out.suffix != "" and not out.is_dir()
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
