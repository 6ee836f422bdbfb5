"""The front page: for customers what they come for, for staff also what there is to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.base.label import Counted, Label
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
    lede = here.say(_LEDE, n=len(here.day.libraries))
    main = _staff(here) if here.is_for_staff else _customer(here, lede)
    title = here.say(_FOR_STAFF if here.is_for_staff else _ASK)
    return Body(title=title, main=main, look="front", description=lede)


def _customer(here: Here, lede: Child) -> Iterator[Child]:
    yield door.hero(here, _ASK, lede)
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
