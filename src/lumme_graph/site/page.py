"""The frame of every page: links to other pages and languages, the statement; no script."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from lumme_graph.base.forms import capital, language_name
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.base.text import Text
from lumme_graph.reports.html.page import sheet, stated
from lumme_graph.reports.html.tree import Child, h, in_language

_CONTENTS = Label("Pages")
_OTHER = Label("In other languages")


def page(
    title: Said,
    speak: Speaker,
    body: Iterable[Child],
    *,
    statement: Text | None,
    home: Said,
    links: Iterable[tuple[Said, str]],
    languages: Iterable[tuple[str, str]],
    footer: Iterable[Child],
) -> str:
    """A whole page. `links` lead to the other pages, `languages` (tag, address) to translations.

    An empty address marks the page itself.
    """
    return sheet(
        title.shown if title == home else f"{title.shown} – {home.shown}",
        speak.lang,
        h(
            "header",
            navigation(speak, links, languages),
            h("h1", title),
            stated(statement, speak),
        ),
        h("main", body),
        h("footer", h("p", footer)),
    )


def navigation(
    speak: Speaker, links: Iterable[tuple[Said, str]], languages: Iterable[tuple[str, str]]
) -> ET.Element:
    """What stands above the title of a page: the other pages, and the other languages."""
    contents = _navigation(speak(_CONTENTS), [(title_, href, "") for title_, href in links])
    others = _navigation(speak(_OTHER), [(_own_name(tag), href, tag) for tag, href in languages])
    return h("div", contents, others, class_="top")


def _own_name(tag: str) -> str:
    """What a language calls itself."""
    return capital(language_name(tag, tag), tag)


def _navigation(label: Said, links: Iterable[tuple[Said | str, str, str]]) -> ET.Element:
    return h("nav", h("ul", [h("li", _link(*link)) for link in links]), aria_label=label.shown)


def _link(words: Said | str, href: str, lang: str) -> ET.Element:
    tongue = in_language(lang) if lang else {}
    if not href:
        return h("span", words, class_="here", aria_current="page", **tongue)
    return h("a", words, href=href, **tongue)
