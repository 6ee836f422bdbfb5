"""The page on the site itself: how sure it is, of which day, for whom, in which languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.evidence import Standing, Stated
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.edition import Edition, is_for_customers, shows
from lumme_graph.site.here import NBSP, Here
from lumme_graph.site.parts.door import letter
from lumme_graph.site.parts.marks import key_of_standings
from lumme_graph.site.parts.record import text
from lumme_graph.site.registry import PAGES

_SURE: Final = Label("How sure is what stands here?")
_DAY: Final = Label(
    "Everything is told as of {day}. What has changed since then is not here yet: what the library "
    "itself says today goes before these pages."
)
_COUNTED: Final = Counted(
    "{n} of the things that have a page here says how it stands:",
    "{n} of the things that have a page here say how they stand:",
)
_MORE: Final = Label("Where each claim comes from:")
_LANGUAGES: Final = Label("Languages")
_FALLBACK: Final = Label(
    "A page is in a language only where its name or text is written in it. A single line that is "
    "missing stands in another language, and is marked as such."
)
_WRITTEN: Final = Label("{written} of {all} sections published for customers")
_WRITTEN_STAFF: Final = Label("{written} of {all} sections written")
_STAFF_ONLY: Final = Label("for staff only, until a section is published in it")
_EDITIONS: Final = Label("Editions")
_FOR: Final = {
    Edition.CUSTOMER: Label(
        "For customers: what can be done at the library, where, on what terms, and what is promised."
    ),
    Edition.STAFF: Label(
        "For staff: all of that, and every rule, plan, gap and decision with its source."
    ),
}
_MADE: Final = Label("How the site is made")
_MODEL: Final = Label("Model")
_NETWORK: Final = Label("Network")
_GUIDE: Final = Label("Guide")
_TOOL: Final = Label("Made with")
_WRITTEN_ONCE: Final = Label(
    "Each thing is written once, in the model; pages, pictures and figures are made from it, so "
    "they cannot say different things. The pages ask nothing of other sites and keep no record "
    "of who reads them."
)
_NO_LICENCE: Final = Label(
    "The model states no licence: ask those who keep it before you use its texts elsewhere."
)


def body(here: Here) -> Body:
    """What the site is, and how far it can be trusted."""
    return Body(title=here.say(PAGES["about"].name), main=_main(here))


def _main(here: Here) -> Iterator[Child]:
    guide = here.plan.guide
    if guide and guide.description:
        yield h("p", text(here, guide.description), here.letter(guide), class_="lede")
    yield h("h2", here.say(_SURE), id="sure")
    yield h("p", here.say(_DAY, day=here.day.date))
    yield key_of_standings(here)
    yield _counted(here)
    sources = h("a", here.say(PAGES["sources"].name), href=here.href("sources"))
    yield h("p", here.say(_MORE), " ", sources)
    yield h("h2", here.say(_LANGUAGES), id="languages")
    yield h("p", here.say(_FALLBACK))
    yield h("ul", [_language(here, tag) for tag in _tags(here)])
    yield h("h2", here.say(_EDITIONS), id="editions")
    yield h("ul", [h("li", here.say(_FOR[edition])) for edition in here.plan.editions])
    yield h("h2", here.say(_MADE), id="made")
    yield _made(here)
    yield h("p", here.say(_WRITTEN_ONCE))
    yield h("p", here.say(_NO_LICENCE))


def _counted(here: Here) -> ET.Element:
    """How many of the elements that the edition shows stand how."""
    shown = [one for one in here.graph if shows(here.key.edition, one, here.day)]
    counts = Counter(one.standing for one in shown if isinstance(one, Stated) and one.standing)
    parts: list[Child] = []
    for standing in Standing:
        mark = letter(here, standing)
        parts += ["; ", here.say(counts[standing]), NBSP, here.say(standing.label), *mark]
    return h("p", here.say(_COUNTED, n=counts.total()), " ", parts[1:], ".")


def _tags(here: Here) -> tuple[str, ...]:
    """The languages that the reader has to do with; to staff all that the model declares."""
    every = here.graph.settings.languages.all
    return every if here.is_for_staff else here.plan.languages[Edition.CUSTOMER]


def _language(here: Here, tag: str) -> ET.Element:
    """A language and how much of the guide is written in it."""
    sections = [one for one in here.plan.sections if here.is_for_staff or is_for_customers(one)]
    written = sum(tag in here.graph.prose(one) for one in sections)
    words = _WRITTEN_STAFF if here.is_for_staff else _WRITTEN
    said = here.say(words, written=written, all=len(sections))
    customers = here.plan.languages.get(Edition.CUSTOMER, (tag,))
    alone: list[Child] = [] if tag in customers else ["; ", here.say(_STAFF_ONLY)]
    return h("li", here.speak.capital(here.speak.language(tag).words), ": ", said, alone)


def _made(here: Here) -> ET.Element:
    settings = here.graph.settings
    network = here.graph.get(settings.network)
    rows: list[tuple[Label, Child]] = [(_MODEL, here.say(settings.name))]
    if network:
        rows.append((_NETWORK, here.say(network.name)))
    if here.plan.guide:
        rows.append((_GUIDE, here.name(here.plan.guide)))
    rows.append((_TOOL, "lumme_graph"))
    parts = [part for label, said in rows for part in (h("dt", here.say(label)), h("dd", said))]
    return h("dl", parts, class_="record")
