"""The page of what is new, changed or gone since the last edition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.changes import ElementChange
from lumme_graph.analysis.inside import ChangeType
from lumme_graph.base.label import Label
from lumme_graph.elements.promise import Commitment, Promise
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.changes import changed, name_of, told
from lumme_graph.site.feed import address
from lumme_graph.site.here import Here
from lumme_graph.site.registry import PAGES

_NO_EARLIER: Final = Label(
    "What has changed cannot be told: no earlier edition was given when these pages were made."
)
_HOW: Final = Label("Give it with {option}: an earlier folder of the model.")
_SINCE: Final = Label("What is not as it was on {before}. These pages are of {now}.")
_NOTHING: Final = Label("Nothing has changed since {before}.")
_HEADS: Final = {
    ChangeType.NEW: Label("New ({n})"),
    ChangeType.CHANGED: Label("Changed ({n})"),
    ChangeType.RENAMED: Label("Only under another id ({n})"),
    ChangeType.REMOVED: Label("Gone ({n})"),
}
_FEED: Final = Label("The same as a feed (Atom)")


def body(here: Here) -> Body:
    """The changes by what happened, each with its fields."""
    return Body(title=here.say(PAGES["changes"].name), main=_main(here))


def _main(here: Here) -> Iterator[Child]:
    found = changed(here)
    since = here.plan.since
    if found is None or since is None:
        yield h("p", here.say(_NO_EARLIER), class_="lede")
        if here.is_for_staff:
            yield h("p", here.say(_HOW, option="--since"))
        return
    before = since.settings.as_of
    words = here.say(_SINCE, before=before, now=here.day.date)
    yield h("p", words if found else here.say(_NOTHING, before=before), class_="lede")
    yield h("p", h("a", here.say(_FEED), href=here.to(address(here))))
    for type_, head in _HEADS.items():
        group = [one for one in found if one.type is type_]
        if group:
            yield h("h2", here.say(head, n=len(group)), id=type_.value)
            yield h("ul", [_change(here, one) for one in group], class_="changes")


def _change(here: Here, one: ElementChange) -> ET.Element:
    kind = here.speak.capital(one.element.kind.label)
    fields = [h("li", field) for field in told(here, one)]
    return h("li", h("small", kind), " ", _link(here, one), h("ul", fields) if fields else "")


def _link(here: Here, one: ElementChange) -> Child:
    """A link to what is there, a commitment on the page of its promise; what is gone by its name."""
    element, name = one.element, name_of(here, one)
    if one.type is ChangeType.REMOVED:
        return name
    if isinstance(element, Commitment) and not here.href(element.id):
        whole = (p for p in here.graph.all(Promise) if element.id in p.commitments)
        href = next((here.href(p.id, element.id) for p in whole), "")
        return h("a", name, href=href) if href else name
    return here.link(element)
