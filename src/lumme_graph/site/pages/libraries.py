"""The libraries of the network, each with how many services are known to be offered there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.offered import offers_of_libraries
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.truth import Truth
from lumme_graph.elements.offer import Service
from lumme_graph.elements.who import Organisation
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.parts.cards import card
from lumme_graph.site.parts.offers import alphabetical
from lumme_graph.site.plan import plural
from lumme_graph.site.registry import PAGES

_OFFERED: Final = Counted("{n} service", "{n} services")
_NOT: Final = Counted("{n} not offered", "{n} not offered")
_OPEN: Final = Counted("of {n} more it is not known", "of {n} more it is not known")
_PERHAPS: Final = Label("Perhaps in the network")
_OTHERS: Final = Label("All organisations")


def body(here: Here) -> Body:
    """The libraries in the alphabet of the language."""
    return Body(title=here.say(PAGES["libraries"].name), main=_main(here), look="sheet")


def _main(here: Here) -> Iterator[Child]:
    yield _cards(here, here.day.libraries, "h2")
    if here.is_for_staff:
        if here.day.perhaps:
            yield h("h2", here.say(_PERHAPS), id="perhaps")
            yield _cards(here, here.day.perhaps, "h3")
        href = here.href(plural(Organisation))
        yield h("p", h("a", here.say(_OTHERS), href=href), class_="more")


def _cards(here: Here, libraries: Iterable[Organisation], head: str) -> ET.Element:
    found = [one for one in alphabetical(here, libraries) if here.href(one.id)]
    return h("ul", [_card(here, one, head) for one in found], class_="cards")


def _card(here: Here, library: Organisation, head: str) -> ET.Element:
    own = here.say(library.name)
    line = own if own.words != here.name(library).words else None
    return card(here, library, "service-location", line, _meta(here, library), head=head)


def _meta(here: Here, library: Organisation) -> list[Child]:
    """How many services are offered, are not, and of how many that is not known."""
    offers = offers_of_libraries(here.day).get(library.id)
    if offers is None:
        return []
    counts: dict[Truth, int] = {
        truth: sum(isinstance(one, Service) for one in items) for truth, items in offers.items()
    }
    said: list[Child] = [here.say(_OFFERED, n=counts[True])]
    for truth, words in ((False, _NOT), (None, _OPEN)):
        said += ["; ", here.say(words, n=counts[truth])] if counts[truth] else []
    return said
