"""Pictures of a model: SVG, PNG, DOT and plain text, from the data of views."""

from __future__ import annotations

from lumme_graph.drawing.draw import draw, draw_many
from lumme_graph.drawing.engine import EngineError
from lumme_graph.drawing.errors import DrawError
from lumme_graph.drawing.facts import Fact, facts, text
from lumme_graph.drawing.picture import Drawing, render
from lumme_graph.drawing.sheets import A3, A4, SHEETS, WEB, Sheet

__all__ = [
    "A3",
    "A4",
    "SHEETS",
    "WEB",
    "DrawError",
    "Drawing",
    "EngineError",
    "Fact",
    "Sheet",
    "draw",
    "draw_many",
    "facts",
    "render",
    "text",
]
