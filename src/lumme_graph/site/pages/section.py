"""The page of a section of the guide: its text, for whom it holds, what is otherwise where, its journey."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.analysis.otherwise import exceptions_in
from lumme_graph.analysis.reach import Reach, reach
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section, SectionStatus
from lumme_graph.elements.journeys import Path
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.icons import icon
from lumme_graph.site.parts.contents import contents, neighbours
from lumme_graph.site.parts.differs import differs
from lumme_graph.site.parts.facts import facts
from lumme_graph.site.parts.offers import alphabetical
from lumme_graph.site.parts.prose import inserted, lead, prose
from lumme_graph.site.parts.record import text
from lumme_graph.site.parts.sentence import listed, sentence
from lumme_graph.site.parts.sources import sources
from lumme_graph.site.parts.staff import desk, everything
from lumme_graph.site.parts.steps import steps
from lumme_graph.site.parts.values import key_facts

_NUMBERED: Final = Label("Guide · section {n}")
_AND: Final = Label("{rest} and {last}")
_HOLDS: Final = Label("This holds for {names}.")
_BUT: Final = Label("This holds for all libraries but {names}.")
_ALSO: Final = Label("Also offered in {names}; the terms there are not known.")
_NO_TEXT: Final = Label("This section is still to be written.")
_JOURNEY: Final = Label("The journey, step by step")
_DRAWN: Final = Label("The same journey as a drawing")
_ABOUT: Final = Label("More about: {names}")


def body(here: Here, section: Section) -> Body:
    """What a section says."""
    number = here.plan.section_numbers[here.key.edition, here.lang][section.id]
    return Body(
        title=here.say(section.name),
        kicker=here.say(_NUMBERED, n=number),
        main=_main(here, section),
        aside=[contents(here, section)],
        crumb="guide",
        look="book",
        description=Said(words, here.lang) if (words := lead(here, section)) else None,
    )


def _main(here: Here, section: Section) -> Iterator[Child]:
    yield from _status(here, section)
    yield from _scope(here, reach(here.day, section))
    told = inserted(here, section)
    rest = [fact for fact in section.facts if fact not in told]
    found = list(key_facts(here, rest, section))
    written = prose(here, section)
    yield from written or [h("p", here.say(_NO_TEXT), class_="lede")]
    if found:
        yield facts(*found)
    local = list(exceptions_in(here.day, section))
    yield from differs(here, local)
    yield from _journeys(here, section)
    yield from _about(here, section)
    refs = [*section.sources, *(ref for one in (*told, *section.facts) for ref in one.sources)]
    yield from sources(here, [*refs, *(ref for one in local for ref in one.said.sources)])
    yield from neighbours(here, section)
    if here.is_for_staff:
        yield desk(here, section)
        yield from everything(here, section)


def _status(here: Here, section: Section) -> Iterator[Child]:
    """A section that is not published is marked, for the staff who alone see it."""
    if here.is_for_staff and section.status is not SectionStatus.PUBLISHED:
        mark = h("span", here.say(section.status.label), class_="st part")
        why = [" ", *text(here, section.reason)] if section.reason else []
        yield h("p", mark, why)


def _scope(here: Here, found: Reach) -> Iterator[Child]:
    said: list[Child] = []
    for words, libraries in ((_HOLDS, found.named), (_BUT, found.left_out), (_ALSO, found.also)):
        if libraries:
            names = listed(here, [here.link(one) for one in alphabetical(here, libraries)], _AND)
            said += [" ", *sentence(here, words, {"names": names})]
    if said:
        yield h("p", icon("place"), h("span", said[1:]), class_="scope")


def _covered(here: Here, section: Section) -> list[KeptElement]:
    """What the section is about and has a page here."""
    items = (here.graph.find(link.item) for link in section.covers)
    return [one for one in items if one is not None and here.href(one.id)]


def _journeys(here: Here, section: Section) -> Iterator[Child]:
    paths = [one for one in _covered(here, section) if isinstance(one, Path)]
    if not paths:
        return
    yield h("h2", here.say(_JOURNEY), id="journey")
    for path in paths:
        if len(paths) > 1:
            yield h("h3", here.link(path))
        yield from steps(here, path)
        yield h("p", here.link(path, here.say(_DRAWN), "drawing"), class_="more")


def _about(here: Here, section: Section) -> Iterator[Child]:
    others = [one for one in _covered(here, section) if not isinstance(one, Path)]
    if others:
        names = listed(here, [here.link(one) for one in others], _AND)
        yield h("p", sentence(here, _ABOUT, {"names": names}))
