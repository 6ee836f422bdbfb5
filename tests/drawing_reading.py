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


def texts(element: Element, widen: float = 1.0) -> Iterator[Area]:
    """The box of each line of upright text, as our own metrics have it."""
    for text in element.iter(f"{SVG}text"):
        size = float(text.attrib["font-size"])
        for line in [text, *text.iter(f"{SVG}tspan")]:
            if line.text and "transform" not in text.attrib:
                width = widen * measure(line.text, size, bold="font-weight" in text.attrib)
                share = {"middle": 0.5, "end": 1.0}.get(text.attrib.get("text-anchor", ""), 0.0)
                left, base = float(line.attrib["x"]) - share * width, float(line.attrib["y"])
                yield Area(line.text, left, base - 0.74 * size, left + width, base + 0.22 * size)


def cards(svg: str) -> Iterator[tuple[Element, Area]]:
    """The groups of steps, and the rectangle of each."""
    for group in root(svg).iter(f"{SVG}g"):
        if "data-standing" in group.attrib:
            frame = group.find(f"{SVG}rect")
            assert frame is not None
            box = {key: float(frame.attrib[key]) for key in ("x", "y", "width", "height")}
            right, bottom = box["x"] + box["width"], box["y"] + box["height"]
            yield group, Area(group.attrib["data-id"], box["x"], box["y"], right, bottom)


def squeezed(text: str) -> str:
    """A text without what wrapping may add or take: blanks, hyphens, soft hyphens."""
    return "".join(text.split()).replace("-", "").replace("\u00ad", "")


def told(svg: str) -> Iterator[tuple[str, str, str]]:
    """(id, key, value) of everything a sheet says of its steps."""
    for group in root(svg).iter(f"{SVG}g"):
        data = group.attrib
        if "data-standing" in data:
            yield data["data-id"], "lane", data["data-lane"]
            yield from (
                (data["data-id"], "channel", (sign.findtext(f"{SVG}title") or ""))
                for sign in group.iter(f"{SVG}g")
                if "data-channel" in sign.attrib
            )
        if "data-id" in data:
            for text in group.iter(f"{SVG}text"):
                if key := text.attrib.get("data-fact"):
                    yield data["data-id"], key, squeezed("".join(line.text or "" for line in text))
            if data.get("data-evidence") == "missing":
                yield data["data-id"], "evidence", "missing"
        if data.get("data-kind") == "flow":
            yield data["data-source"], "next", data["data-target"]
