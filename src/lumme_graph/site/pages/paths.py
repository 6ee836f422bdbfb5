"""How do I…: the service paths as cards."""

from __future__ import annotations

from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.elements.journeys import Path
from lumme_graph.reports.html.tree import h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.parts.cards import path_card
from lumme_graph.site.registry import PAGES

_LEDE: Final = Label("Step by step: what you do, where you meet the library, and what follows.")


def body(here: Here) -> Body:
    """A card for each path."""
    found = [path for path in here.graph.all(Path) if here.href(path.id)]
    cards = h("ul", [path_card(here, path, head="h2") for path in found], class_="cards")
    return Body(
        title=here.say(PAGES["paths"].name),
        main=[h("p", here.say(_LEDE), class_="lede"), cards],
        look="sheet",
    )
