"""The forms of a drawing: the command line reads their names, and waits for nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from lumme_graph.base.form import Form, Forms

if TYPE_CHECKING:
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
