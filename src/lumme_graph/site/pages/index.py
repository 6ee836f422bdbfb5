"""The front page: for customers what they come for, for staff also what there is to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Said, Sayable
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.parts import desk, door

_ASK: Final = Label("What do you want to do at the library?")
_FOR_STAFF: Final = Label("What does the customer need to know?")
_LEDE: Final = Counted(
    "One guide to the services of the library: how a thing is done, what it costs, and where it "
    "is not the same.",
    "One guide to the services of {n} libraries: how a thing is done, what it costs, and at which "
    "library it is otherwise.",
)
_STAFF_LEDE: Final = Label(
    "Every rule with its source, every exception, and what is not known: {n} elements as of {day}."
)


def body(here: Here) -> Body:
    """The front page of the edition."""
    title, lede = _words(here)
    main = _staff(here) if here.is_for_staff else _customer(here, title, lede)
    if here.is_for_staff:
        title = _FOR_STAFF
    return Body(title=here.say(title), main=main, look="front", description=lede)


def _words(here: Here) -> tuple[Sayable, Said]:
    """What the page asks and says first; a guide that is of no library says what it is itself."""
    guide = here.plan.guide
    if here.day.libraries or guide is None:
        return _ASK, here.say(_LEDE, n=len(here.day.libraries))
    return guide.name, here.say(guide.description or here.graph.settings.name)


def _customer(here: Here, title: Sayable, lede: Child) -> Iterator[Child]:
    yield door.hero(here, title, lede)
    ends = h("div", *door.libraries(here), *door.promise(here), class_="two")
    yield h("div", *door.not_published(here), *door.ways(here), ends, class_="wrap")


def _staff(here: Here) -> Iterator[Child]:
    lede = here.say(_STAFF_LEDE, n=len(here.graph), day=here.day.date)
    yield door.hero(here, _FOR_STAFF, lede)
    ends = h("div", *door.libraries(here), *door.promise(here), class_="two")
    yield h(
        "div",
        *desk.figures(here),
        *desk.work(here),
        *door.ways(here),
        ends,
        *desk.contents(here),
        *desk.data(here),
        class_="wrap",
    )
