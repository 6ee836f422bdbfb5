"""What the search knows of the pages of an edition in a language: only what these pages show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from lumme_graph.base.label import Label, Message
from lumme_graph.base.shown import plain
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Coverable, Service
from lumme_graph.elements.parts import FormerName
from lumme_graph.elements.who import Branch, Organisation, Vehicle
from lumme_graph.graph.names import among
from lumme_graph.graph.prose import facts_named
from lumme_graph.meta.walk import Walk
from lumme_graph.reading.prose_tree import HeadingBlock
from lumme_graph.site.edition import Edition
from lumme_graph.site.here import Here
from lumme_graph.site.parts.prose import number
from lumme_graph.site.plan import DOOR, Subject
from lumme_graph.site.prose_words import lines
from lumme_graph.site.registry import PageKind
from lumme_graph.site.search import SearchDoc

ANSWERS: Final = (Section, Path, Service)
"""The kinds whose pages answer what readers ask."""

_PAGE: Final = Label("page")
_LIST: Final = Label("list", "a page of pages")
_FEW: Final = 3
"""The most libraries that a hit names."""

_APART: Final = frozenset({"name", "former_names", "search_words", "body"})
"""Fields that a page's texts do not repeat."""

_FOR_CUSTOMERS: Final = frozenset(
    {
        *("description", "goal", "conditions", "instructions", "cost", "legal_basis"),
        *("out_of_scope", "steps", "action", "next", "when", "exceptions", "text"),
    }
)
"""The fields of texts, and of records with texts, that customers see; all others are for staff."""


_WALKS: Final = {
    Edition.CUSTOMER: Walk(
        lambda spec: spec.datatype is Text and spec.name in _FOR_CUSTOMERS,
        into=lambda spec: spec.name in _FOR_CUSTOMERS,
    ),
    Edition.STAFF: Walk(
        lambda spec: spec.datatype is Text and spec.name not in _APART,
        into=lambda spec: spec.name not in _APART,
    ),
}


def search_docs(here: Here) -> tuple[SearchDoc, ...]:
    """The pages of the edition and language of a page, the door and the search itself aside."""
    edition, lang, _ = here.key
    found: tuple[SearchDoc, ...] = here.plan.kept.of(
        ("docs", edition, lang), lambda: tuple(_docs(here))
    )
    return found


def _docs(here: Here) -> Iterator[SearchDoc]:
    edition, lang, _ = here.key
    for key, subject in here.plan.pages.items():
        if (key.edition, key.lang) == (edition, lang) and key.stem not in {DOOR, "search"}:
            yield _doc(here, key.stem, subject)


def _doc(here: Here, stem: str, subject: Subject) -> SearchDoc:
    address = f"{stem}.html"
    if isinstance(subject, PageKind):
        return SearchDoc(address, here.say(subject.name).words, _kind(here, _PAGE))
    if isinstance(subject, type):
        name = here.speak.capital(subject.kind.plural).words
        return SearchDoc(address, name, _kind(here, _LIST))
    return _of_element(here, address, subject)


def _of_element(here: Here, address: str, element: KeptElement) -> SearchDoc:
    """An element: what is said in the language of the page alone, but for a name that is not."""
    lang = here.lang
    name = here.name(element)
    prose = list(_prose(here, element))
    lead = _words(getattr(element, "description", None), lang) or next(iter(prose), "")
    said = (_words(text, lang) for text in _WALKS[here.key.edition].values(element))
    rest = dict.fromkeys(words for words in (*said, *prose) if words not in {name.words, lead, ""})
    sort = element.type if isinstance(element, Organisation) else element.kind
    return SearchDoc(
        address,
        plain(name.words),
        _kind(here, sort.label),
        name_lang=name.lang if name.fallback else "",
        also=tuple(one for one in _other_names(element, lang) if one != name.words),
        answers=isinstance(element, ANSWERS),
        library=_libraries(here, element),
        lead=lead,
        text="\n".join(rest),
    )


def _kind(here: Here, label: Message) -> str:
    return here.speak.capital(label).words


def _words(text: object, lang: str) -> str:
    """What a text says in a language; nothing where it is in others alone."""
    if not isinstance(text, Text):
        return ""
    tag = text.tag(lang)
    return "" if tag is None else plain(text[tag])


def _other_names(element: KeptElement, lang: str) -> Iterator[str]:
    """Its whole name, as of a library, its names of earlier days, and what readers call it."""
    former: tuple[FormerName, ...] = getattr(element, "former_names", ())
    names = (getattr(element, "name", None), *(one.name for one in former))
    texts = (*names, getattr(element, "search_words", None))
    yield from filter(None, (_words(text, lang) for text in texts))


def _prose(here: Here, element: KeptElement) -> Iterator[str]:
    """What a section says, without its Markdown: its text first, then its headings."""
    prose = here.graph.prose(element).get(here.lang) if isinstance(element, Section) else None
    if isinstance(element, Section) and prose:
        value = partial(_value, here, element)
        heads = [block for block in prose.tree if isinstance(block, HeadingBlock)]
        rest = [block for block in prose.tree if not isinstance(block, HeadingBlock)]
        yield from map(plain, lines((*rest, *heads), value))


def _value(here: Here, section: Section, name: str) -> str:
    """The value of a fact that prose names, as the language writes it."""
    facts = facts_named(here.graph, section, name)
    return number(here, facts[0].value).words if facts else ""


def _libraries(here: Here, element: KeptElement) -> str:
    """The libraries that an element is of, where they are few, or all that there are."""
    every = here.day.libraries
    places = list(_places(here, element, every))
    if not places or _FEW < len(places) < len(every):
        return ""
    return here.say(among(here.graph, places, every)).words


def _places(here: Here, element: KeptElement, every: tuple[Organisation, ...]) -> Iterable[int]:
    """The places of those libraries among all."""
    match element:
        case Section():
            ids = set(map(str, element.scope)) - set(map(str, element.except_))
        case Branch() | Vehicle():
            ids = {str(element.organisation)}
        case Coverable() if element.offered:
            return (at for at, truth in enumerate(here.day.offers.row(element)) if truth)
        case _:
            return ()
    return (at for at, library in enumerate(every) if library.id in ids)
