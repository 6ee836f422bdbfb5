"""An SVG made ready for resvg, with which PNG and PDF are made.

resvg takes no heed of `direction`, and mixes letters up where one line needs several fonts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

from lumme_graph.drawing.text.direction import Direction
from lumme_graph.drawing.text.fonts import Fonts, carried
from lumme_graph.drawing.text.metrics import measure
from lumme_graph.drawing.text.runs import Run, runs

SVG: Final = "http://www.w3.org/2000/svg"
XLINK: Final = "http://www.w3.org/1999/xlink"
_LINES: Final = {f"{{{SVG}}}text", f"{{{SVG}}}tspan"}
_INHERITED: Final = {
    "x": "0",
    "y": "0",
    "font-size": "16",
    "font-weight": "normal",
    "text-anchor": "start",
    "direction": "ltr",
}
_RTL: Final = "\u2067"
_END: Final = "\u2069"
"""They isolate what runs from right to left."""

_OTHER: Final = {"start": "end", "end": "start", "middle": "middle"}
_SHARE: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}


def for_raster(svg: str, fonts: Fonts | None = None) -> str:
    """The same drawing; each text in a font that has its letters, and running the right way."""
    known = fonts or carried()
    if 'direction="rtl"' not in svg and all(
        known.within(known.family, one) for one in set(svg) - {"\n"}
    ):
        return svg
    register_namespace("", SVG)
    register_namespace("xlink", XLINK)
    root = fromstring(svg)  # noqa: S314 - our own drawing
    _mend(root, _INHERITED, known)
    return tostring(root, encoding="unicode")


def _mend(element: Element, inherited: Mapping[str, str], fonts: Fonts) -> None:
    style = {name: element.get(name, value) for name, value in inherited.items()}
    children = list(element)
    if element.tag in _LINES and element.text and element.text.strip():
        _mend_line(element, element.text, style, fonts)
    for child in children:
        _mend(child, style, fonts)


def _mend_line(line: Element, text: str, style: Mapping[str, str], fonts: Fonts) -> None:
    """Let a line that runs from right to left begin at its right edge, and part it into runs."""
    way = cast("Direction", style["direction"])
    anchor = style["text-anchor"] if way == "ltr" else _OTHER[style["text-anchor"]]
    bold = style["font-weight"] == "bold"
    pieces = runs(text, fonts, base=way, bold=bold)
    if len(pieces) == 1:
        line.text = _isolated(pieces[0])
        line.set("font-family", pieces[0].family)
        line.set("text-anchor", anchor)
        return
    size = float(style["font-size"])
    widths = [measure(piece.text, size, bold, fonts=fonts) for piece in pieces]
    left = float(style["x"]) - _SHARE[anchor] * sum(widths)
    line.text = None
    for at, piece in enumerate(pieces):
        inked = piece._replace(text=piece.text.strip())
        if not inked.text:
            continue
        blank = piece.text[: piece.text.index(inked.text)]
        if piece.direction == "rtl":
            blank = piece.text[len(blank) + len(inked.text) :]
        drawn = (
            measure(blank, size, bold, fonts=fonts),
            measure(inked.text, size, bold, fonts=fonts),
        )
        middle = left + sum(widths[:at]) + drawn[0] + drawn[1] / 2
        place = {"x": f"{middle:.3f}", "y": style["y"], "text-anchor": "middle"}
        part = SubElement(line, f"{{{SVG}}}tspan", place)
        part.set("font-family", piece.family)
        part.text = _isolated(inked)


def _isolated(piece: Run) -> str:
    return piece.text if piece.direction == "ltr" else f"{_RTL}{piece.text}{_END}"
