"""Line icons, faces and the mark as inline SVG: beside a word always, so hidden from readers of words."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.drawing.icons import ICONS, MOUTHS, UNKNOWN
from lumme_graph.reports.html.tree import h

OURS: Final = {
    "search": "M10.5,4 A6.5,6.5 0 1 1 10.5,17 A6.5,6.5 0 1 1 10.5,4 Z M15.5,15.5 L21,21",
    "place": ICONS["service-location"],
    "section": "M5,3 H17 L19,5 V21 H5 Z M8,8 H16 M8,12 H16 M8,16 H13",
}
LEAF: Final = "M0,0 L.94,-.34 A1,1 0 1 1 .64,-.77 Z"


def icon(name: str) -> ET.Element:
    """The icon of a channel, or one of the site's own, by name; a square for any other."""
    path = OURS.get(name) or ICONS.get(name, UNKNOWN)
    return _svg("0 0 24 24", h("path", d=path), class_="ic")


def face(value: int) -> ET.Element:
    """The face of a feeling, from -2 to 2; its word stands beside it."""
    mouth = {"class_": "fill"} if value == max(map(int, MOUTHS)) else {}
    eyes = [h("circle", r="1.15", cx=x, cy="-2.2", class_="d") for x in ("-3.1", "3.1")]
    drawn = h("path", d=MOUTHS[str(value)], **mouth)
    return _svg("-10 -10 20 20", h("circle", r="9"), *eyes, drawn, class_=f"face f{value + 2}")


def mark() -> ET.Element:
    """The mark of the site: a leaf of a water lily."""
    dot = h("circle", r=".2", cx="-.05", cy=".05", class_="dot")
    return _svg("-1.1 -1.1 2.2 2.2", h("path", d=LEAF, class_="leaf"), dot, class_="mark")


def bar(done: int, whole: int, *others: tuple[str, int]) -> ET.Element:
    """A bar of what is done of a whole; `others` are more parts after it, by class and size."""
    made: list[ET.Element] = []
    at = 0.0
    for look, size in (("done", done), *others):
        width = 100 * size / whole if whole else 0
        made.append(h("rect", x=f"{at:g}", y="0", width=f"{width:.4g}", height="6", class_=look))
        at += width
    return _svg("0 0 100 6", *made, class_="bar", preserveAspectRatio="none")


def lily() -> ET.Element:
    """A water lily among its leaves: the picture of the door."""
    pads = (
        "translate(120,170) scale(92,40)",
        "translate(300,205) scale(70,28) rotate(150)",
        "translate(330,110) scale(60,24) rotate(40)",
    )
    petals = (
        "M0,0 C-46,-8 -66,-34 -62,-52 C-34,-48 -10,-28 0,0Z",
        "M0,0 C46,-8 66,-34 62,-52 C34,-48 10,-28 0,0Z",
        "M0,0 C-34,-26 -38,-58 -26,-78 C-6,-62 4,-30 0,0Z",
        "M0,0 C34,-26 38,-58 26,-78 C6,-62 -4,-30 0,0Z",
    )
    ripples = (
        "M20,226 C70,214 130,236 190,224",
        "M210,240 C260,230 320,248 390,236",
        "M230,150 C262,142 300,156 352,148",
    )
    flower = h(
        "g",
        [h("path", d=petal) for petal in petals],
        h("path", d="M0,0 C-18,-30 -14,-66 0,-88 C14,-66 18,-30 0,0Z", class_="mid"),
        h("ellipse", cx="0", cy="-12", rx="13", ry="9", class_="heart"),
        class_="flower",
        transform="translate(128,150)",
    )
    return _svg(
        "0 0 420 260",
        h("g", [h("path", d=LEAF, transform=place) for place in pads], class_="pads"),
        flower,
        h("g", [h("path", d=line) for line in ripples], class_="ripples"),
        class_="lily",
    )


def _svg(box: str, *children: ET.Element, **attributes: str) -> ET.Element:
    return h("svg", *children, viewBox=box, aria_hidden="true", focusable="false", **attributes)
