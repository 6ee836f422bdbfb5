"""The page of any element, from its declaration: every field, where it stands, what leads here."""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.base.label import Label
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.parts.record import place, record, relations
from lumme_graph.site.plan import plural

_RELATIONS = Label("What leads here")


def body(here: Here, element: KeptElement) -> Body:
    """The record of an element."""
    return Body(
        title=here.name(element),
        kicker=here.speak.capital(element.kind.label),
        main=_main(here, element),
        crumb=plural(type(element)),
    )


def _main(here: Here, element: KeptElement) -> Iterator[Child]:
    yield record(here, element)
    found = relations(here, element)
    if found is not None:
        yield h("h2", here.say(_RELATIONS), id="relations")
        yield found
    yield place(here, element)
