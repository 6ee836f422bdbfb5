"""The page of sources: what the marks mean, and each source with what rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.evidence import Support, support
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.elements.evidence import KeptElement, SourceType
from lumme_graph.elements.offer import Rule
from lumme_graph.elements.project import Indicator
from lumme_graph.elements.promise import Commitment
from lumme_graph.elements.who import Branch, Vehicle
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.edition import shows
from lumme_graph.site.here import Here
from lumme_graph.site.parts.marks import key_of_standings
from lumme_graph.site.parts.record import outside
from lumme_graph.site.registry import PAGES

_MARKS: Final = Label("What the marks mean")
_EVERY: Final = Counted("The model names {n} source.", "The model names {n} sources.")
_CITED: Final = Counted(
    "What stands on these pages rests on {n} source.",
    "What stands on these pages rests on {n} sources.",
)
_OTHER: Final = Label("Other sources")
_USES: Final = Counted("{n} use", "{n} uses")
_NO_USE: Final = Label("nothing in the model rests on it")
_TOLD_OF: Final = Label("Told from it")
_PUBLISHED: Final = Label("published {day}")
_READ: Final = Label("read {day}")

_TOLD: Final = (Rule, Commitment, Branch, Vehicle, Indicator)
"""The kinds that customers read of on the pages of others."""


def body(here: Here) -> Body:
    """The marks, then the sources by what they are."""
    return Body(title=here.say(PAGES["sources"].name), main=_main(here))


def _main(here: Here) -> Iterator[Child]:
    found = [one for one in support(here.day) if here.is_for_staff or _is_told(here, one)]
    count = _EVERY if here.is_for_staff else _CITED
    yield h("p", here.say(count, n=len(found)), class_="lede")
    yield h("h2", here.say(_MARKS), id="marks")
    yield key_of_standings(here)
    for kind, label in _groups():
        group = [one for one in found if one.source.type is kind]
        if group:
            yield h("h2", here.speak.capital(label), id=kind.value if kind else "other")
            yield h("ul", [_source(here, one) for one in group], class_="cited")


def _groups() -> Iterator[tuple[SourceType | None, Message]]:
    for kind in SourceType:
        yield kind, kind.label
    yield None, _OTHER


def _is_told(here: Here, one: Support) -> bool:
    """Does a source support what customers read?"""
    return any(
        isinstance(user, _TOLD) or shows(here.key.edition, user, here.day) for user in one.of
    )


def _source(here: Here, one: Support) -> ET.Element:
    source = one.source
    dates: list[Child] = []
    if source.published:
        dates += ["; ", here.say(_PUBLISHED, day=source.published)]
    if source.read:
        dates += ["; ", here.say(_READ, day=source.read)]
    where = source.url or source.where
    place = [h("p", outside(where), class_="place")] if where and where != source.citation else []
    return h("li", h("p", source.citation, dates), place, _uses(here, one), id=source.id)


def _uses(here: Here, one: Support) -> ET.Element:
    """For staff a link to the source's page with the number of its uses; else what is told from it."""
    if here.is_for_staff:
        uses = here.say(_USES, n=len(one.of)) if one.of else here.say(_NO_USE)
        return h("p", here.link(one.source, one.source.id), " – ", uses, class_="meta")
    told = [user for user in one.of if here.href(user.id)]
    return h("p", *_told(here, told), class_="meta")


def _told(here: Here, told: list[KeptElement]) -> Iterator[Child]:
    if told:
        yield here.say(_TOLD_OF)
        yield ": "
        yield from here.links(told)
