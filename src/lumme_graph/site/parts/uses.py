"""Who tells of an element, as the edition shows it."""

from __future__ import annotations

from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section
from lumme_graph.site.here import Here


def sections_about(here: Here, element: KeptElement) -> list[Section]:
    """The sections of the guide that cover an element and have a page here, in guide order."""
    return [
        section
        for section in here.plan.sections
        if here.href(section.id) and any(cover.item == element.id for cover in section.covers)
    ]
