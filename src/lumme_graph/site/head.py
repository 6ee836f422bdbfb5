"""The head of a page: what browsers and search engines read, and which files it loads."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.speaker import Sayable
from lumme_graph.reports.html.tree import h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here

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
        *([h("meta", name="robots", content="noindex")] if here.graph.settings.statement else []),
        [
            h("link", rel="stylesheet", href=here.to(style))
            for style in ("assets/site.css", *body.styles)
        ],
    )
