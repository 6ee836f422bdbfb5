"""Reads our SVG back, for tests: where its texts and cards are, and what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

from lumme_graph.drawing.text.metrics import measure

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Area:
    """A rectangle, with what it is."""

    what: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Area, by: float = 0.02) -> bool:
        """Whether both share more than a hair."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > by and down > by

    def holds(self, other: Area, by: float = 0.02) -> bool:
        """Whether the other lies inside."""
        return (
            self.left - by <= other.left
            and self.top - by <= other.top
            and other.right <= self.right + by
            and other.bottom <= self.bottom + by
        )


def root(svg: str) -> Element:
    """The document."""
    return fromstring(svg.encode())


def sheet(svg: str) -> Area:
    """The whole sheet."""
    _, _, width, height = map(float, root(svg).attrib["viewBox"].split())
    return Area("sheet", 0, 0, width, height)


_INHERITED = ("font-size", "font-weight", "text-anchor", "transform", "direction")


def styled(
    element: Element, style: dict[str, str] | None = None
) -> Iterator[tuple[Element, dict[str, str]]]:
    """Each element with what it is set in, which its ancestors may say."""
    own = (style or {}) | {key: element.attrib[key] for key in _INHERITED if key in element.attrib}
    own |= {"data-role": element.attrib["data-role"]} if "data-role" in element.attrib else {}
    yield element, own
    for child in element:
        yield from styled(child, own)


def texts(element: Element, widen: float = 1.0) -> Iterator[Area]:
    """The box of each line of upright text, as our own metrics have it."""
    for line, style in styled(element):
        if (
            line.tag in {f"{SVG}text", f"{SVG}tspan"}
            and line.text
            and "rotate" not in style.get("transform", "")
        ):
            size = float(style["font-size"])
            width = widen * measure(line.text, size, bold="font-weight" in style)
            share = {"middle": 0.5, "end": 1.0}.get(style.get("text-anchor", ""), 0.0)
            share = 1 - share if style.get("direction") == "rtl" else share
            left, base = float(line.attrib["x"]) - share * width, float(line.attrib["y"])
            yield Area(line.text, left, base - 0.74 * size, left + width, base + 0.22 * size)


def squeezed(text: str) -> str:
    """A text without what wrapping may add or take: blanks, hyphens, soft hyphens."""
    return "".join(text.split()).replace("-", "").replace("\u00ad", "")
