"""The contents of the guide: its sections in order, as far as they have a page here."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Label
from lumme_graph.elements.guide import Section
from lumme_graph.reports.html.tree import h
from lumme_graph.site.here import Here

CONTENTS: Final = Label("Contents of the guide")
_PREVIOUS: Final = Label("Previous", "section of the guide")
_NEXT: Final = Label("Next", "section of the guide")
_BOTH: Final = Label("Previous and next section")


def there(here: Here) -> list[Section]:
    """The sections that have a page in this edition and language, in the order of the guide."""
    return [section for section in here.plan.sections if here.href(section.id)]


def contents(here: Here, section: Section) -> ET.Element:
    """All sections as links, this one marked; folded on a phone."""
    links = [h("li", _link(here, one, is_here=one is section)) for one in there(here)]
    label = here.say(CONTENTS)
    return h(
        "details",
        h("summary", label),
        h("nav", h("ol", links), aria_label=label.shown),
        class_="contents",
    )


def neighbours(here: Here, section: Section) -> list[ET.Element]:
    """The way to the section before and to the one after."""
    known = there(here)
    place = known.index(section)
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
