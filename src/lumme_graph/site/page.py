"""The frame of every page: links to other pages and languages, the statement; no script."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.reports.html.page import sheet, stated
from lumme_graph.reports.html.tree import Child, h

LANGUAGES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
_CONTENTS = Label("Pages")
_OTHER = Label("In other languages")


def page(
    title: str,
    lang: str,
    body: Iterable[Child],
    *,
    statement: Text | None,
    home: str,
    links: Iterable[tuple[str, str]],
    languages: Iterable[tuple[str, str]],
    footer: str,
) -> str:
    """A whole page. `links` lead to the other pages, `languages` (tag, address) to translations.

    An empty address marks the page itself.
    """
    return sheet(
        title if title == home else f"{title} – {home}",
        lang,
        h(
            "header",
            navigation(lang, links, languages),
            h("h1", title),
            stated(statement, lang),
        ),
        h("main", body),
        h("footer", h("p", footer)),
    )


def navigation(
    lang: str, links: Iterable[tuple[str, str]], languages: Iterable[tuple[str, str]]
) -> ET.Element:
    """What stands above the title of a page: the other pages, and the other languages."""
    contents = _navigation(_CONTENTS.say(lang), [(title_, href, "") for title_, href in links])
    others = _navigation(
        _OTHER.say(lang), [(LANGUAGES.get(tag, tag), href, tag) for tag, href in languages]
    )
    return h("div", contents, others, class_="top")


def _navigation(label: str, links: Iterable[tuple[str, str, str]]) -> ET.Element:
    return h("nav", h("ul", [h("li", _link(*link)) for link in links]), aria_label=label)


def _link(words: str, href: str, lang: str) -> ET.Element:
    tongue = {"lang": lang} if lang else {}
    if not href:
        return h("span", words, class_="here", aria_current="page", **tongue)
    return h("a", words, href=href, **tongue)
