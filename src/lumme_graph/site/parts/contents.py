"""The contents of the guide: its sections in order, as far as they have a page here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said
from lumme_graph.elements.guide import Section
from lumme_graph.reports.html.tree import h
from lumme_graph.site.here import Here
from lumme_graph.site.registry import PAGES

CONTENTS: Final = Label("Contents of the guide")
_MOST: Final = 60
"""Of more sections than this a section lists only those around it."""
_NEAR: Final = 10
"""So many before and after it."""
_PREVIOUS: Final = Label("Previous", "section of the guide")
_NEXT: Final = Label("Next", "section of the guide")
_BOTH: Final = Label("Previous and next section")


def there(here: Here) -> tuple[Section, ...]:
    """The sections that have a page in this edition and language, in the order of the guide."""
    return here.plan.listed_sections[here.key.edition, here.lang]


def contents(here: Here, section: Section) -> ET.Element:
    """All sections as links, this one marked; folded on a phone.

    Of a long guide, those around this one, with a link to the contents of the whole.
    """
    known = there(here)
    label = here.say(CONTENTS)
    if len(known) <= _MOST:
        listed = h("ol", _links(here, known, section))
        return _folded(label, h("nav", listed, aria_label=label.shown))
    place = _place(known, section)
    first = max(0, place - _NEAR)
    near = known[first : place + _NEAR + 1]
    whole = h("p", h("a", here.say(PAGES["guide"].name), href=here.href("guide")))
    listed = h("ol", _links(here, near, section), start=str(first + 1))
    return _folded(label, h("nav", whole, listed, aria_label=label.shown))


def _folded(label: Said, links: ET.Element) -> ET.Element:
    return h("details", h("summary", label), links, class_="contents")


def _links(here: Here, sections: Iterable[Section], section: Section) -> list[ET.Element]:
    return [h("li", _link(here, one, is_here=one is section)) for one in sections]


def _place(known: Iterable[Section], section: Section) -> int:
    return next(place for place, one in enumerate(known) if one is section)


def neighbours(here: Here, section: Section) -> list[ET.Element]:
    """The way to the section before and to the one after."""
    known = there(here)
    place = _place(known, section)
    links = [
        h(
            "a",
            h("small", here.say(word)),
            here.name(known[at]),
            rel=rel,
            href=here.href(known[at].id),
        )
        for rel, word, at in (("prev", _PREVIOUS, place - 1), ("next", _NEXT, place + 1))
        if 0 <= at < len(known)
    ]
    return [h("nav", links, class_="pn", aria_label=here.say(_BOTH).shown)] if links else []


def _link(here: Here, section: Section, *, is_here: bool) -> ET.Element:
    current = {"aria_current": "page"} if is_here else {}
    return h("a", here.name(section), href=here.href(section.id), **current)
