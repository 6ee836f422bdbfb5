"""The page of all elements of a kind: a line on each, in the alphabet of the language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.day import PlanItem
from lumme_graph.meta.kind import Coded
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.parts.cards import first_sentence
from lumme_graph.site.parts.offers import alphabetical

_IN_ALL: Final = Label("{n} in the model.")
_NAME: Final = Label("Name")
_WHAT: Final = Label("What it is")
_STATE: Final = Label("How far")
_USES: Final = Label("Led to by")
_LINES: Final = ("description", "purpose", "metric")
"""The fields that say in words what an element is, the first that is there."""


def body(here: Here, cls: type[KeptElement]) -> Body:
    """Every element of a kind with its standing, what it is, and how many lead to it."""
    return Body(title=here.speak.capital(cls.kind.plural), main=_main(here, cls), look="sheet")


def _main(here: Here, cls: type[KeptElement]) -> Iterator[Child]:
    found = alphabetical(here, here.graph.all(cls))
    yield h("p", here.say(_IN_ALL, n=len(found)), class_="lede")
    lines = {one.id: _line(here, one) for one in found}
    is_planned = issubclass(cls, PlanItem)
    heads = [
        h("th", here.say(_NAME), scope="col"),
        *([h("th", here.say(_WHAT), scope="col")] if any(lines.values()) else []),
        *([h("th", here.say(_STATE), scope="col")] if is_planned else []),
        h("th", here.say(_USES), scope="col", class_="number"),
    ]
    rows = [_row(here, one, lines[one.id], any(lines.values())) for one in found]
    table = h("table", h("thead", h("tr", heads)), h("tbody", rows))
    label = here.speak.capital(cls.kind.plural).shown
    yield h("div", table, class_="wide", tabindex="0", role="region", aria_label=label)


def _row(here: Here, one: KeptElement, line: list[Child], has_line: bool) -> ET.Element:
    users = {use.source.id for use in here.graph.uses(one)}
    cells = [
        h("td", here.link(one), here.letter(one)),
        *([h("td", line)] if has_line else []),
        *([h("td", here.say(here.day.state(one).label))] if isinstance(one, PlanItem) else []),
        h("td", here.say(len(users)), class_="number"),
    ]
    return h("tr", cells)


def _line(here: Here, one: KeptElement) -> list[Child]:
    """What sort of thing it is, then the first sentence of what is said of it."""
    kind = getattr(one, "type", None)
    sort: list[Child] = [here.speak.capital(kind.label)] if isinstance(kind, Coded) else []
    words = next(
        (text for name in _LINES if isinstance(text := getattr(one, name, None), Text)), None
    )
    said = first_sentence(here, words)
    if said is None:
        return sort
    return [*sort, ". ", said] if sort else [said]
