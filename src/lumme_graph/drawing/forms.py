"""The forms of a drawing: the command line reads their names, and waits for nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from lumme_graph.base.form import Form, Forms

if TYPE_CHECKING:
    from lumme_graph.drawing.picture import Picture

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
