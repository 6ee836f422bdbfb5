"""Cards that lead to a page: of paths, touchpoints, libraries."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from lumme_graph.base.speaker import Said
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here
from lumme_graph.site.icons import icon
from lumme_graph.site.parts.instructions import sentences
from lumme_graph.site.parts.steps import COUNT, at_libraries


def card(
    here: Here,
    element: KeptElement,
    picture: str,
    line: Said | None,
    meta: Sequence[Child],
    *,
    head: str = "h3",
) -> ET.Element:
    """A card, with an icon where one is named: the whole of it leads to the element's page."""
    return h(
        "li",
        [h("span", icon(picture), class_="pic")] if picture else [],
        h(head, here.link(element)),
        [h("p", line)] if line else [],
        h("p", meta, class_="meta") if meta else "",
        class_="card",
    )


def path_card(here: Here, path: Path, *, head: str = "h3") -> ET.Element:
    """A path by its situation, its length and where it holds."""
    meta: list[Child] = [
        here.say(COUNT, n=len(path.steps)),
        " ",
        h("span", at_libraries(here, path), class_="at"),
    ]
    line = first_sentence(here, path.description)
    return card(here, path, _channel(here, path), line, meta, head=head)


def touchpoint_card(here: Here, touchpoint: Touchpoint) -> ET.Element:
    """A touchpoint by its channel and what one does there."""
    meta = [here.speak.capital(touchpoint.channel.label)]
    return card(
        here,
        touchpoint,
        touchpoint.channel.value,
        first_sentence(here, touchpoint.description),
        meta,
    )


def first_sentence(here: Here, text: Text | None) -> Said | None:
    """The first sentence of a description."""
    if text is None:
        return None
    said = here.say(text)
    return said._replace(words=sentences(said.words)[0])


def _channel(here: Here, path: Path) -> str:
    """The channel of the first touchpoint of a path."""
    met = (here.graph.get(step.touchpoint) for step in path.steps)
    first = next((one for one in met if one), None)
    return first.channel.value if first else ""
