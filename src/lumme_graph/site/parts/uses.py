"""Who tells of an element, as the edition shows it."""

from __future__ import annotations

from lumme_graph.analysis.otherwise import covering
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section
from lumme_graph.graph.service_graph import E
from lumme_graph.site.here import Here


def sections_about(here: Here, element: KeptElement) -> list[Section]:
    """The sections of the guide that cover an element and have a page here, in guide order."""
    about = covering(here.day).get(element.id, ())
    places = here.plan.section_places
    return sorted(filter(here.has_page, about), key=lambda one: places[one.id])


def users(here: Here, element: KeptElement, kind: type[E]) -> list[E]:
    """The elements of a kind that refer to an element, each once, in model order."""
    found = {use.source.id: use.source for use in here.graph.uses(element)}
    return [one for one in found.values() if isinstance(one, kind)]
