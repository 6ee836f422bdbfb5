"""For staff: the coverage of an item, or of what is offered at a library, on its own page."""

from __future__ import annotations

from typing import Final

from lumme_graph.analysis.coverage.result import covered
from lumme_graph.base.label import Label
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.offer import Coverable
from lumme_graph.elements.who import Organisation
from lumme_graph.reports.coverage.of_one import item_coverage, library_coverage
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here

_HEAD: Final = Label("Coverage of the guide")


def coverage_of(here: Here, element: KeptElement) -> list[Child]:
    """The cells of an item, or the gaps at a library; nothing of what no section need tell of."""
    found = covered(here.day)
    made: list[Child] = []
    match element:
        case Coverable() if found.states_of(element):
            made = item_coverage(found, element, here.speak, here.link)
        case Organisation() if element in found.libraries:
            made = library_coverage(found, element, here.speak, here.link)
        case _:
            pass
    return [h("h2", here.say(_HEAD), id="coverage"), *made] if made else []
