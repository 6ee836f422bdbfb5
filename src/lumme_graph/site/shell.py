"""What stands around every page: head, statement, name, search, editions, languages, menu, footer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.forms import capital, has_forms, language_name
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said, Sayable
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.promise import Promise
from lumme_graph.reports.html.tree import Child, document, h, in_language
from lumme_graph.site.body import Body
from lumme_graph.site.edition import MADE, Edition
from lumme_graph.site.head import head
from lumme_graph.site.here import LOOKS, NBSP, Here
from lumme_graph.site.icons import mark
from lumme_graph.site.parts.search import search_form
from lumme_graph.site.plan import DOOR, PageKey
from lumme_graph.site.registry import PAGES
from lumme_graph.site.theme import logo
from lumme_graph.views.standing import LETTERS

_SKIP: Final = Label("Skip to content")
_EDITION: Final = Label("Edition")
_LANGUAGE: Final = Label("Language")
_MENU: Final = Label("Main menu")
_PROMISE: Final = Label("Promise", "the menu")
_HERE: Final = Label("You are here")
_ON_PAGE: Final = Label("On this page")
_FOOT: Final = Label("More about this site")
_BOOKLET: Final = Label("The whole guide as PDF")
_WORDS: Final = {
    Standing.SOURCED: Label("sourced"),
    Standing.DERIVED: Label("derived"),
    Standing.ILLUSTRATIVE: Label("illustrative (invented)"),
}
_MENU_STEMS: Final = ("paths", "services", "libraries", "guide")
_STAFF_STEMS: Final = ("coverage", "development")
_FOOTER_STEMS: Final = ("decide", "changes", "accessibility", "sources", "about")
_MANY_HEADINGS: Final = 4
"""From how many headings on a page says what is on it."""


def shell(here: Here, body: Body, subject: Sayable | None = None) -> str:
    """A whole page; `subject` is what sort of page it is, for its title."""
    main = [*body.main]
    front = body.look == "front"
    page = h(
        "body",
        h("a", here.say(_SKIP), class_="skip", href="#main"),
        h("header", *_top(here, front=front), class_="top"),
        *([] if front else [_crumbs(here, body)]),
        h("main", main if front else _article(here, body, main), id="main", tabindex="-1"),
        _footer(here),
        class_=f"{body.look} {here.key.edition.value}",
    )
    html = h("html", head(here, body, subject), page, **in_language(here.lang))
    return here.plan.pieces.fill(document(html, indented=False))


def _top(here: Here, *, front: bool) -> Iterator[Child]:
    statement = here.graph.settings.statement
    if statement:
        yield here.kept("statement", lambda: h("p", h("span", here.say(statement)), class_="un"))
    menu = here.key.stem if here.key.stem in _menu_stems(here) else area_of(here)
    yield h(
        "div",
        here.kept("brand", lambda: _brand(here)),
        *(
            []
            if front or here.key.stem == "search"
            else [here.kept("search", lambda: search_form(here))]
        ),
        h("div", *_switches(here), class_="sw"),
        here.kept(f"menu {menu}", lambda: _menu(here)),
        class_="wrap",
    )


def site_name(here: Here) -> Said:
    """What the site is called: as its settings say, else as its guide, else as the model."""
    settings, guide = here.graph.settings, here.plan.guide
    return here.say(settings.site.name or (guide.name if guide else settings.name))


def _brand(here: Here) -> ET.Element:
    settings = here.graph.settings
    network = here.graph.get(settings.network)
    short = settings.site.short or (network.name if network else None)
    small = [h("small", here.say(short))] if short else []
    sign = logo(here)
    sign = mark() if sign is None else sign
    return h("a", sign, h("span", site_name(here), *small), class_="brand", href=here.href(DOOR))


def _switches(here: Here) -> Iterator[Child]:
    """The editions and the languages; of each only those that there are."""
    if len(here.plan.editions) > 1:
        items = [h("li", _to_edition(here, edition)) for edition in here.plan.editions]
        yield h("nav", h("ul", items, class_="seg"), aria_label=here.say(_EDITION).shown)
    tags = [
        tag
        for tag in here.plan.languages[here.key.edition]
        if tag == here.lang or here.href(here.key.stem, lang=tag)
    ]
    if len(tags) > 1:
        items = [h("li", _to_language(here, tag)) for tag in tags]
        yield h("nav", h("ul", items, class_="langs"), aria_label=here.say(_LANGUAGE).shown)


def _to_edition(here: Here, edition: Edition) -> Child:
    words = here.say(edition.label)
    if edition is here.key.edition:
        return h("span", words, aria_current="true")
    first = here.plan.languages[edition][0]
    same = here.href(here.key.stem, edition=edition)
    door = here.href(DOOR, edition=edition) or here.href(DOOR, edition=edition, lang=first)
    return h("a", words, href=same or door)


def _to_language(here: Here, tag: str) -> Child:
    own = capital(language_name(tag, tag), tag) if has_forms(tag) else tag
    if tag == here.lang:
        return h("span", own, aria_current="true", **in_language(tag))
    return h("a", own, href=here.href(here.key.stem, lang=tag), hreflang=tag, **in_language(tag))


def _menu(here: Here) -> ET.Element:
    """The five words of the menu, and for staff two more; only what there is."""
    items = [h("li", _menu_link(here, stem)) for stem in _menu_stems(here) if here.href(stem)]
    return h("nav", h("ul", items), class_="menu", aria_label=here.say(_MENU).shown)


def _menu_stems(here: Here) -> list[str]:
    return [*_MENU_STEMS, *_promise(here), *(_STAFF_STEMS if here.is_for_staff else ())]


def _promise(here: Here) -> list[str]:
    """The page of the promise: that of the first."""
    return [one.id for one in here.graph.all(Promise)][:1]


def _menu_link(here: Here, stem: str) -> ET.Element:
    words = here.say(PAGES[stem].name if stem in PAGES else _PROMISE)
    current = {"aria_current": "true"} if stem in {here.key.stem, area_of(here)} else {}
    return h("a", words, href=here.href(stem), **current)


def area_of(here: Here) -> str:
    """The page of the menu below which this page stands, if any."""
    prefix, _, words = here.key.stem.partition("-")
    return {
        "path": "paths",
        "service": "services",
        "organisation": "libraries",
        "branch": "libraries",
        "section": "guide",
        "guide": "guide",
    }.get(prefix if words else "", "")


def _crumbs(here: Here, body: Body) -> ET.Element:
    above = [DOOR, *([body.crumb] if body.crumb and here.href(body.crumb) else [])]
    links = [
        h("li", h("a", here.speak.capital(_crumb_name(here, stem)), href=here.href(stem)))
        for stem in above
    ]
    last = h("li", body.title, aria_current="page")
    return h("nav", h("ol", links, last), class_="crumbs", aria_label=here.say(_HERE).shown)


def _crumb_name(here: Here, stem: str) -> Sayable:
    subject = here.plan.pages[PageKey(here.key.edition, here.lang, stem)]
    return subject.kind.plural if isinstance(subject, type) else PAGES[stem].name


def _article(here: Here, body: Body, main: list[Child]) -> Iterator[Child]:
    kicker = [h("p", body.kicker, class_="kind")] if body.kicker else []
    article = h("article", kicker, h("h1", body.title), main)
    contents = _on_page(here, main)
    aside = [*body.aside]
    if body.look == "book":
        yield h("div", aside, article, class_="wrap book")
    elif (contents or aside) and body.look == "page":
        yield h("div", article, h("aside", contents, aside), class_="wrap cols")
    else:
        yield h("div", article, class_="wrap")


def _on_page(here: Here, main: Iterable[Child]) -> list[Child]:
    """The second headings of a page with many, each a link; those with an id count."""
    heads = [
        one
        for part in main
        if isinstance(part, ET.Element)
        for one in part.iter("h2")
        if one.get("id")
    ]
    if len(heads) < _MANY_HEADINGS:
        return []
    links = [h("li", h("a", "".join(one.itertext()), href=f"#{one.get('id')}")) for one in heads]
    label = here.say(_ON_PAGE)
    return [h("nav", h("h2", label), h("ul", links), class_="toc", aria_label=label.shown)]


def _footer(here: Here) -> ET.Element:
    others = [edition for edition in here.plan.editions if edition is not here.key.edition]
    links = [h("li", _to_edition(here, edition)) for edition in others]
    return h(
        "footer",
        h(
            "div",
            here.kept("key", lambda: h("p", [_key(here, one) for one in Standing], class_="key")),
            h("nav", h("ul", links, _footer_links(here)), aria_label=here.say(_FOOT).shown),
            here.kept("made", lambda: _made(here)),
            class_="wrap",
        ),
    )


def _footer_links(here: Here) -> list[ET.Element]:
    stems = [stem for stem in _FOOTER_STEMS if here.href(stem)]
    links = [here.kept(f"foot {stem}", partial(_footer_link, here, stem)) for stem in stems]
    booklet = here.plan.booklet(here.key.edition, here.lang)
    return [*links, *([here.kept("foot pdf", lambda: _booklet(here, booklet))] if booklet else [])]


def _booklet(here: Here, address: str) -> ET.Element:
    return h("li", h("a", here.say(_BOOKLET), href=here.to(address)))


def _footer_link(here: Here, stem: str) -> ET.Element:
    return h("li", h("a", here.say(PAGES[stem].name), href=here.href(stem)))


def _made(here: Here) -> ET.Element:
    settings = here.graph.settings
    made = here.say(MADE, day=here.day.date, name=settings.name)
    said: list[Child] = [here.say(settings.statement), " "] if settings.statement else []
    return h("p", said, made)


def _key(here: Here, standing: Standing) -> ET.Element:
    letter = h("b", LETTERS[standing], class_=LOOKS[standing])
    return h("span", letter, NBSP, here.say(_WORDS[standing]))
