"""The pages that are of no single element, and the layouts of kinds: an entry is a page.

The body of a page is the function `body` of the module of its name in `site.pages`; it is imported
when the page is written. A kind without a layout has the record page.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lumme_graph.base.label import Label, Message
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.questions.ask import AREAS, OWN_AREA, own_questions
from lumme_graph.site.answers import area_stem
from lumme_graph.site.edition import Edition

if TYPE_CHECKING:
    from lumme_graph.site.body import Body
    from lumme_graph.site.here import Here

BOTH: Final = frozenset(Edition)
STAFF: Final = frozenset({Edition.STAFF})


class PageKind(NamedTuple):
    """A page of its own: its address within a language, its name, its editions.

    `needs` are kinds of which the edition must show an element: without one there is no page.
    `module` is the module that writes it, where that is not named as the page is. One `of_own` is
    there where a trusted model has questions of its own.
    """

    stem: str
    name: Message
    editions: frozenset[Edition] = BOTH
    needs: tuple[str, ...] = ()
    module: str = ""
    of_own: bool = False

    def is_needed(self, shown: Iterable[KeptElement], graph: ServiceGraph) -> bool:
        """Is there anything for it to show?"""
        if self.of_own:
            return bool(own_questions(graph))
        return not self.needs or any(one.kind.prefix in self.needs for one in shown)

    def body(self, here: Here) -> Body:
        """What the page says."""
        return _body(self.module or self.stem, here)


PAGES: Final[dict[str, PageKind]] = {
    page.stem: page
    for page in (
        PageKind("index", Label("Start")),
        PageKind("paths", Label("How do I…"), needs=("path",)),
        PageKind("services", Label("Services"), needs=("service",)),
        PageKind("libraries", Label("Libraries"), needs=("organisation",)),
        PageKind("guide", Label("Guide", "the menu"), needs=("section",)),
        PageKind("touchpoints", Label("Touchpoints"), needs=("touchpoint",)),
        PageKind("about", Label("About this site")),
        PageKind("accessibility", Label("Accessibility")),
        PageKind("sources", Label("Sources and marks")),
        PageKind("changes", Label("Changes")),
        PageKind("search", Label("Search")),
        PageKind("coverage", Label("Coverage"), STAFF),
        PageKind("findings", Label("Findings"), STAFF),
        PageKind("development", Label("Development"), STAFF),
        PageKind("questions", Label("Questions and answers"), STAFF),
        *(PageKind(area_stem(area), area.title, STAFF, module="area") for area in AREAS),
        PageKind(area_stem(OWN_AREA), OWN_AREA.title, STAFF, module="area", of_own=True),
        PageKind("drawings", Label("Drawings"), STAFF),
        PageKind("decide", Label("One page for decision-makers"), STAFF),
    )
}
"""Every page of its own by its address."""

LAYOUTS: Final = frozenset(
    {
        "path",
        "service",
        "section",
        "organisation",
        "touchpoint",
        "profile",
        "rule",
        "practice",
        "promise",
    }
)
"""The kinds with a page of their own form, by their prefix; other kinds have the record page."""


def element_body(here: Here, element: KeptElement) -> Body:
    """What the page of an element says."""
    prefix = element.kind.prefix
    return _body(prefix if prefix in LAYOUTS else "record", here, element)


def collection_body(here: Here, cls: type[KeptElement]) -> Body:
    """What the page of all elements of a kind says."""
    return _body("collection", here, cls)


def _body(name: str, *what: Any) -> Body:
    made: Body = import_module(f"lumme_graph.site.pages.{name}").body(*what)
    return made
