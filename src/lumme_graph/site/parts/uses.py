"""Who tells of an element, as the edition shows it."""

from __future__ import annotations

from lumme_graph.analysis.otherwise import covering
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section
from lumme_graph.site.here import Here


def sections_about(here: Here, element: KeptElement) -> list[Section]:
    """The sections of the guide that cover an element and have a page here, in guide order."""
    about = covering(here.day).get(element.id, ())
    places = here.plan.section_places
    return sorted(filter(here.has_page, about), key=lambda one: places[one.id])
