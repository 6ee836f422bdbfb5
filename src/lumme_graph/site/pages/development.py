"""The page of development: what follows from feedback, who works on it, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.elements.development import Idea
from lumme_graph.elements.events import Event
from lumme_graph.elements.groups import Group
from lumme_graph.elements.project import Indicator, Project
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.parts.chain import chains
from lumme_graph.site.parts.pictures import picture
from lumme_graph.site.parts.plans import events, indicators, projects, working_groups
from lumme_graph.site.registry import PAGES

_LEDE: Final = Label(
    "From what customers and staff need to what is done about it. What is only planned is not "
    "counted as done, and what is not recorded stands as not recorded."
)
_CHAIN: Final = Label("From needs to actions")
_PICTURE: Final = Label("The chain as a picture")
_CALENDAR: Final = Label("The calendar as a picture")
_IDEAS: Final = Label("Ideas that libraries share")
_QUESTIONS: Final = Label("What the model answers about it:")


def body(here: Here) -> Body:
    """The chain, then indicators, projects, events, groups and ideas."""
    return Body(title=here.say(PAGES["development"].name), main=_main(here), look="sheet")


def _main(here: Here) -> Iterator[Child]:
    yield h("p", here.say(_LEDE), class_="lede")
    questions = h("a", here.say(PAGES["questions"].name), href=here.href("questions"))
    yield h("p", here.say(_QUESTIONS), " ", questions)
    yield h("h2", here.say(_CHAIN), id="chain")
    yield from chains(here)
    yield from _folded(here, _PICTURE, picture(here, "chain", "chain"))
    parts = (
        (Indicator, indicators),
        (Project, projects),
        (Event, events),
        (Group, working_groups),
    )
    for cls, part in parts:
        yield h("h2", here.speak.capital(cls.kind.plural), id=cls.kind.prefix)
        yield from part(here)
        if cls is Event:
            yield from _folded(here, _CALENDAR, picture(here, "calendar", "calendar"))
    yield from _ideas(here)


def _ideas(here: Here) -> Iterator[Child]:
    found = here.graph.all(Idea)
    if found:
        yield h("h2", here.say(_IDEAS), id="idea")
        yield h("ul", [h("li", here.link(one), here.letter(one)) for one in found])


def _folded(here: Here, summary: Label, drawn: list[Child]) -> Iterator[Child]:
    """A drawing that is opened on demand."""
    if drawn:
        yield h("details", h("summary", here.say(summary)), drawn, class_="drawn")
