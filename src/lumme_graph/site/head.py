"""The head of a page: what browsers and search engines read, and which files it loads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.speaker import Sayable
from lumme_graph.elements.theme import Theme
from lumme_graph.reports.html.tree import h
from lumme_graph.site.body import Body
from lumme_graph.site.feed import address
from lumme_graph.site.here import Here
from lumme_graph.site.json_ld import structured
from lumme_graph.site.parts.search import search_loader
from lumme_graph.site.theme import THEME_STYLE

CSP: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)


def head(here: Here, body: Body, subject: Sayable | None) -> ET.Element:
    """The head: nothing in it asks another site for anything."""
    words = [
        body.title.shown,
        *([here.say(subject).shown] if subject else []),
        here.say(here.graph.settings.name).shown,
    ]
    described = (
        [h("meta", name="description", content=body.description.shown)] if body.description else []
    )
    return h(
        "head",
        h("meta", charset="utf-8"),
        h("meta", http_equiv="Content-Security-Policy", content=CSP),
        h("meta", name="viewport", content="width=device-width, initial-scale=1"),
        h("meta", name="color-scheme", content="light dark"),
        h("title", " – ".join(dict.fromkeys(words))),
        described,
        *_robots(here),
        [
            h("link", rel="stylesheet", href=here.to(style))
            for style in ("assets/site.css", *body.styles, *_own_style(here))
        ],
        *_published(here),
        structured(here, body),
        search_loader(here),
    )


def _own_style(here: Here) -> tuple[str, ...]:
    """The style sheet of the network's own look, where it has one: the last word."""
    return (THEME_STYLE,) if here.graph.settings.theme != Theme() else ()


def _robots(here: Here) -> Iterator[ET.Element]:
    """That search engines are not to list the page: no page for staff is listed."""
    if here.is_for_staff or not here.plan.is_listed:
        yield h("meta", name="robots", content="noindex")


def _published(here: Here) -> Iterator[ET.Element]:
    """Where the page stands as published, and in other languages; and the feed of the changes."""
    plan, key = here.plan, here.key
    tags = [tag for tag in plan.languages[key.edition] if plan.has(key._replace(lang=tag))]
    urls = {tag: f"{plan.base_url}{plan.path(key._replace(lang=tag))}" for tag in tags}
    if plan.base_url:
        yield h("link", rel="canonical", href=urls[key.lang])
        for tag, url in urls.items() if len(urls) > 1 else ():
            yield h("link", rel="alternate", hreflang=tag, href=url)
    if plan.since is not None and key.stem == "changes":
        feed = here.to(address(here))
        yield h("link", rel="alternate", type="application/atom+xml", href=feed)
