"""The search as it stands in pages: its field, what brings it in, and the list of all pages.

Without a script the field leads to the list of all pages from A to Z.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.forms import capital
from lumme_graph.base.label import Label
from lumme_graph.base.order import initial, key
from lumme_graph.reports.html.tree import h, in_language
from lumme_graph.site.here import Here
from lumme_graph.site.icons import icon
from lumme_graph.site.search import SearchDoc

TEXTS: Final = "texts.js"
"""The name of the file of texts in the folder of an edition and language."""

LISTED: Final = 700
"""Of more pages than this only those that answer are listed, so that the page stays light."""

_ASK: Final = Label("Search services, rules and libraries")
_GUIDE: Final = Label("Search the guide")
_SEARCH: Final = Label("Search", "a button")
_FOUND: Final = Label("Pages found: {n}")
_NONE: Final = Label("Nothing found. Try another word, or look through the list of all pages.")
_ALL: Final = Label("All pages A–Z")
_ANSWERS: Final = Label("The guide, paths and services A–Z")
_LETTERS: Final = Label("Letters")


def search_form(
    here: Here, *, id_: str = "q", big: bool = False, stays: bool = False
) -> ET.Element:
    """The field, with the list of what is found below it.

    A `big` one shows its label. One that `stays` is that of the search page: it keeps its hits in
    view, and answers the question that stands in the page's address.
    """
    hidden = {} if big else {"class_": "vh"}
    field = {"id": id_, "name": "q", "type": "search", "autocomplete": "off"}
    if not big:
        field["placeholder"] = here.say(_GUIDE).shown
    button = h("button", icon("search"), h("span", here.say(_SEARCH), **hidden), type="submit")
    found, none = here.say(_FOUND, n="{n}"), here.say(_NONE)
    said = h("p", role="status", **(in_language(found.lang) if found.fallback else {}))
    hits = h("ul", data_search_results="", hidden="hidden")
    return h(
        "form",
        h("label", here.say(_ASK), for_=id_, **hidden),
        h("div", h("input", **field), button, class_="field"),
        h("div", said, hits, class_="hits"),
        class_="find big" if big else "find",
        role="search",
        action=here.href("search"),
        method="get",
        data_found=found.words,
        data_none=none.words,
        **({"data_stays": ""} if stays else {}),
    )


def search_loader(here: Here) -> ET.Element:
    """The script that brings the search into a page, once somebody comes to its field."""
    root = f"{here.key.edition.folder}{here.lang}/"
    needs = f"{here.to('assets/minisearch.js')} {here.to(root + TEXTS)}"
    source = here.to("assets/search.js")
    return h("script", src=source, defer="defer", data_needs=needs, data_root=here.to(root))


def all_pages(here: Here, docs: Sequence[SearchDoc]) -> Iterator[ET.Element]:
    """Every page by the letter with which its name begins, as the language orders them."""
    whole = len(docs) <= LISTED
    lang = here.lang
    listed = sorted(
        (doc for doc in docs if whole or doc.answers),
        key=lambda doc: (key(doc.name, lang), doc.address),
    )
    letters = {
        capital(letter.lower(), lang): list(found)
        for letter, found in groupby(listed, lambda doc: initial(doc.name, lang))
    }
    links = [
        h("li", h("a", letter, href=f"#letter-{at}")) for at, letter in enumerate(letters, start=1)
    ]
    yield h("h2", here.say(_ALL if whole else _ANSWERS), id="all")
    yield h("nav", h("ul", links), class_="alphabet", aria_label=here.say(_LETTERS).shown)
    for at, (letter, found) in enumerate(letters.items(), start=1):
        yield h("h3", letter, id=f"letter-{at}")
        yield h("ul", map(_linked, found), class_="pages")


def _linked(doc: SearchDoc) -> ET.Element:
    tongue = in_language(doc.name_lang) if doc.name_lang else {}
    kind = h("span", doc.kind, class_="meta")
    return h("li", h("a", doc.name, href=doc.address, **tongue), " ", kind)
