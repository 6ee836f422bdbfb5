"""The changes as an Atom feed (RFC 4287): dated by the model, so that the same model says the same.

Without an address of the site its links are relative to the feed itself, as the format allows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.changes import ElementChange
from lumme_graph.analysis.inside import ChangeType
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said, Sayable
from lumme_graph.graph.names import joined, site_name, site_short
from lumme_graph.reports.html.tree import h
from lumme_graph.site.changes import changed, name_of, told
from lumme_graph.site.here import Here
from lumme_graph.site.plan import PageKey, Plan
from lumme_graph.site.registry import PAGES

_WHAT: Final = {
    ChangeType.NEW: Label("new: {name}"),
    ChangeType.CHANGED: Label("changed: {name}"),
    ChangeType.RENAMED: Label("other id: {name}"),
    ChangeType.REMOVED: Label("gone: {name}"),
}


def feeds(plan: Plan) -> Iterator[Here]:
    """The pages of changes that have a feed: all, where an earlier state was given."""
    if plan.since is not None:
        yield from (Here(plan, key) for key in plan.pages if key.stem == "changes")


def address(here: Here) -> str:
    """Where the feed of a page of changes stands, from the root of the site."""
    return f"{here.key.edition.folder}{here.lang}/changes.xml"


def feed(here: Here) -> str:
    """The feed of an edition in a language."""
    graph = here.graph
    name = here.say(site_name(graph)).words
    statement = graph.settings.statement
    author = here.say(site_short(graph) or site_name(graph)).words
    made = h(
        "feed",
        h("title", f"{name} – {here.say(PAGES['changes'].name).words}"),
        *([h("subtitle", here.say(statement).words)] if statement else []),
        h("id", f"{graph.settings.base}{address(here)}"),
        h("updated", _time(here)),
        h("author", h("name", author)),
        *_links(here),
        [_entry(here, one) for one in changed(here) or ()],
        xmlns="http://www.w3.org/2005/Atom",
        **{"xml:lang": here.lang},
    )
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(made, encoding="unicode") + "\n"


def _links(here: Here) -> Iterator[ET.Element]:
    base = here.plan.base_url
    yield h("link", rel="alternate", type="text/html", href=_href(here, "changes"))
    if base:
        own = f"{base}{address(here)}"
        yield h("link", rel="self", type="application/atom+xml", href=own)


def _entry(here: Here, one: ElementChange) -> ET.Element:
    element = one.element
    said = told(here, one)
    title = here.speak.capital(_WHAT[one.type], name=name_of(here, one).words)
    stem = element.id if here.href(element.id) else "changes"
    return h(
        "entry",
        h("title", title.words),
        h("id", f"{here.graph.settings.base}{element.id}#{here.lang}-{here.day.date}"),
        h("updated", _time(here)),
        h("link", rel="alternate", type="text/html", href=_href(here, stem)),
        h("summary", _summary(here, one, said).words),
    )


def _summary(here: Here, one: ElementChange, said: list[Said]) -> Said:
    parts: list[Sayable] = [one.element.kind.label, *(field.words for field in said)]
    return here.speak.capital(joined(parts, "; "))


def _href(here: Here, stem: str) -> str:
    """The way to a page: whole where the address of the site is known, else from the feed."""
    path = here.plan.path(PageKey(here.key.edition, here.lang, stem))
    return f"{here.plan.base_url}{path}" if here.plan.base_url else here.to(path)


def _time(here: Here) -> str:
    return f"{here.day.date.isoformat()}T00:00:00Z"
