"""The page of all elements of a kind, in the alphabet of the language."""

from __future__ import annotations

from lumme_graph.base.order import key
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.reports.html.tree import h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here


def body(here: Here, cls: type[KeptElement]) -> Body:
    """Every element of a kind with the letter of its standing."""
    found = sorted(here.graph.all(cls), key=lambda one: key(here.name(one).words, here.lang))
    items = [h("li", here.link(one), here.letter(one)) for one in found]
    return Body(title=here.speak.capital(cls.kind.plural), main=[h("ul", items)])
