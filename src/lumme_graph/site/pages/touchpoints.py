"""Where customers meet the library: the touchpoints by their channels."""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.elements.offer import ChannelType, Touchpoint
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.parts.cards import touchpoint_card
from lumme_graph.site.registry import PAGES


def body(here: Here) -> Body:
    """A card for each touchpoint, under its channel."""
    return Body(title=here.say(PAGES["touchpoints"].name), main=_main(here), look="sheet")


def _main(here: Here) -> Iterator[Child]:
    found = [one for one in here.graph.all(Touchpoint) if here.href(one.id)]
    for channel in ChannelType:
        cards = [touchpoint_card(here, one) for one in found if one.channel is channel]
        if cards:
            yield h("h2", here.speak.capital(channel.label), id=channel.value)
            yield h("ul", cards, class_="cards")
