"""What the front page shows: the search, questions, paths as cards, the libraries, the promise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Sayable
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.guide import GuideQuestion
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Service
from lumme_graph.elements.promise import Approval, Promise
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.edition import is_for_customers
from lumme_graph.site.here import LOOKS, NBSP, Here
from lumme_graph.site.icons import lily
from lumme_graph.site.parts.cards import card, first_sentence, path_card
from lumme_graph.site.parts.contents import CONTENTS
from lumme_graph.site.parts.offers import alphabetical, offered_count
from lumme_graph.site.parts.search import search_form
from lumme_graph.views.standing import LETTERS

_OFTEN: Final = Label("Often asked")
_PATHS: Final = Label("This is how it goes")
_PATHS_SHOWN: Final = Counted("{n} service path, step by step.", "{n} service paths, step by step.")
_INVENTED: Final = Label("The paths are invented to illustrate")
_SOURCED: Final = Label("what in them is from a source is marked")
_SERVICES: Final = Label("Services")
_LIBRARIES: Final = Label("Your library")
_AT_LIBRARY: Final = Label(
    "What there is, what is not known, and what is otherwise than elsewhere."
)
_WORDING: Final = Label("The wording is invented")
_NO_PROMISE: Final = Label("the libraries have made no such promise.")
_ALL: Final = Counted(
    "The commitment and how it is measured", "All {n} commitments and how they are measured"
)
_NOT_YET: Final = Label("Not published yet")
_NO_SECTION: Final = Label(
    "No section of the guide is published for customers yet. What stands here comes from the "
    "model that the guide is written from."
)
_FEW: Final = 3
"""How many commitments the front page shows."""


def hero(here: Here, title: Sayable, lede: Child) -> ET.Element:
    """The head of the front page: what one comes for, the search and the questions."""
    return h(
        "section",
        h(
            "div",
            lily(),
            h("h1", here.say(title)),
            h("p", lede, class_="lede"),
            search_form(here, big=True),
            *_questions(here),
            class_="wrap",
        ),
        class_="hero",
    )


def _questions(here: Here) -> Iterator[ET.Element]:
    """The questions of the guide that lead to a page of this edition and language."""
    guide = here.plan.guide
    asked = guide.questions if guide else ()
    items = [h("li", link) for one in asked if (link := _question(here, one)) is not None]
    if items:
        yield h("ul", items, class_="asks", aria_label=here.say(_OFTEN).shown)


def _question(here: Here, one: GuideQuestion) -> ET.Element | None:
    step = f"{one.to}.{one.step}" if one.step else ""
    href = here.href(one.to, step)
    said = here.say(one.text)
    return h("a", said, href=href) if href and not said.fallback else None


def not_published(here: Here) -> Iterator[ET.Element]:
    """That the guide is not published yet, where no section of it is."""
    if not any(is_for_customers(section) for section in here.plan.sections):
        words = (h("strong", here.say(_NOT_YET), "."), " ", here.say(_NO_SECTION))
        yield h("p", words, class_="note")


def ways(here: Here) -> Iterator[ET.Element]:
    """The paths as cards; without any, the services; without those, the sections of the guide."""
    paths = [one for one in here.graph.all(Path) if here.href(one.id)]
    services = [one for one in here.graph.all(Service) if here.href(one.id)]
    if paths:
        words = [here.say(_PATHS_SHOWN, n=len(paths)), *_standing_of(here, paths)]
        yield _cards(here, "paths", _PATHS, words, [path_card(here, one) for one in paths])
    elif services:
        yield _cards(here, "services", _SERVICES, [], [_service(here, one) for one in services])
    elif sections := [one for one in here.plan.sections if here.href(one.id)]:
        cards = [card(here, one, "section", None, []) for one in sections]
        yield _cards(here, "guide", CONTENTS, [], cards)


def _standing_of(here: Here, paths: Sequence[Path]) -> list[Child]:
    """What is said of paths that are all invented."""
    if any(path.standing is not Standing.ILLUSTRATIVE for path in paths):
        return []
    invented = [here.say(_INVENTED), *letter(here, Standing.ILLUSTRATIVE)]
    return [" ", *invented, "; ", here.say(_SOURCED), *letter(here, Standing.SOURCED), "."]


def letter(here: Here, standing: Standing) -> list[Child]:
    """The letter of a standing as a mark that leads nowhere."""
    word = here.say(standing.label).shown
    return [NBSP, h("b", LETTERS[standing], class_=LOOKS[standing], title=word)]


def _cards(
    here: Here, id_: str, title: Label, words: Sequence[Child], cards: Sequence[ET.Element]
) -> ET.Element:
    said = [h("p", words)] if words else []
    head = h("div", h("h2", here.say(title), id=id_), said, class_="head")
    return h("section", head, h("ul", cards, class_="cards"), aria_labelledby=id_)


def _service(here: Here, service: Service) -> ET.Element:
    line = first_sentence(here, service.description)
    known, open_ = offered_count(here, service) or (None, None)
    meta: list[Child] = [here.say(known)] if known else []
    meta += ["; ", here.say(open_)] if open_ else []
    return card(here, service, "section", line, meta)


def libraries(here: Here) -> Iterator[ET.Element]:
    """The libraries in the alphabet of the language."""
    found = alphabetical(here, here.day.libraries)
    if found:
        yield h(
            "section",
            h("h2", here.say(_LIBRARIES), id="libraries"),
            h("p", here.say(_AT_LIBRARY)),
            h("ul", [h("li", here.link(one)) for one in found], class_="libs"),
            aria_labelledby="libraries",
        )


def promise(here: Here) -> Iterator[ET.Element]:
    """The first commitments of the promise."""
    whole = next((one for one in here.graph.all(Promise) if here.href(one.id)), None)
    if whole is None:
        return
    found = [one for ref in whole.commitments if (one := here.graph.get(ref))]
    if not found:
        return
    stands = {whole.standing, *(one.standing for one in found)}
    is_invented = whole.status is Approval.DRAFT and Standing.ILLUSTRATIVE in stands
    yield h(
        "section",
        h("h2", here.name(whole), *draft_mark(here, whole.status), id="promise"),
        h("ol", [h("li", here.name(one)) for one in found[:_FEW]]),
        *([invented_wording(here)] if is_invented else []),
        h("p", h("a", here.say(_ALL, n=len(found)), class_="more", href=here.href(whole.id))),
        class_="promise",
        aria_labelledby="promise",
    )


def draft_mark(here: Here, status: Approval) -> list[Child]:
    """The mark of what is a draft."""
    if status is not Approval.DRAFT:
        return []
    return [" ", h("span", here.say(status.label), class_="tag")]


def invented_wording(here: Here) -> ET.Element:
    """That the wording of a promise is invented."""
    mark = letter(here, Standing.ILLUSTRATIVE)
    return h("p", here.say(_WORDING), mark, "; ", here.say(_NO_PROMISE), class_="meta")
