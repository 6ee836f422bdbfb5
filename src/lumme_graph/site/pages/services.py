"""All services as cards, each with what it is and at how many libraries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.result import is_retired
from lumme_graph.base.label import Label
from lumme_graph.elements.offer import Service
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.parts.cards import card, first_sentence
from lumme_graph.site.parts.offers import alphabetical, offered_count
from lumme_graph.site.registry import PAGES

_ENDED: Final = Label("No longer offered")


def body(here: Here) -> Body:
    """The services in the alphabet of the language."""
    return Body(title=here.say(PAGES["services"].name), main=_main(here), look="sheet")


def _main(here: Here) -> Iterator[Child]:
    found = [one for one in here.graph.all(Service) if here.href(one.id)]
    ended = [one for one in found if is_retired(one, here.day.date)]
    yield _cards(here, (one for one in found if one not in ended), "h2")
    if ended:
        yield h("h2", here.say(_ENDED), id="ended")
        yield _cards(here, ended, "h3")


def _cards(here: Here, services: Iterable[Service], head: str) -> ET.Element:
    return h("ul", [_card(here, one, head) for one in alphabetical(here, services)], class_="cards")


def _card(here: Here, service: Service, head: str) -> ET.Element:
    count = offered_count(here, service)
    meta: list[Child] = []
    if count:
        known, open_ = count
        meta = [here.speak.capital(known)]
        meta += ["; ", here.say(open_)] if open_ else []
    return card(here, service, "", first_sentence(here, service.description), meta, head=head)
