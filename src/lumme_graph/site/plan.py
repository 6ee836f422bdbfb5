"""Which pages there are, in which edition and language, and where: no page is written here."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any, NamedTuple

from lumme_graph.base.memo import Memo
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Guide, Section
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.element import Element
from lumme_graph.site.edition import Edition, is_for_customers, shows
from lumme_graph.site.pieces import Pieces
from lumme_graph.site.registry import PAGES, PageKind

DOOR = "index"
Subject = KeptElement | type[KeptElement] | PageKind
"""What a page is of: an element, all elements of a kind, or a thing of its own."""


class PageKey(NamedTuple):
    """A page: its edition, its language, and its name within both."""

    edition: Edition
    lang: str
    stem: str


@cache
def plural(kind: type[Element]) -> str:
    """What the page of all elements of a kind is called: no hyphen, so that it is like no id.

    >>> from lumme_graph.elements.offer import Rule
    >>> plural(Rule)
    'rules'
    """
    return kind.kind.plural.by_tag()["en"].split()[-1]


def between(folder: str, address: str) -> str:
    """The way from a folder to a file, whose addresses are from the root.

    >>> between("staff/fi", "staff/fi/guide.html"), between("fi", "assets/site.css")
    ('guide.html', '../assets/site.css')
    """
    if not folder:
        return address
    own = f"{folder}/"
    return address[len(own) :] if address.startswith(own) else "../" * own.count("/") + address


class Plan:
    """The pages of a site.

    `base_url` is where it will be published, if that is known; `since` is the model as it was when
    the site was last made, for what has changed. `with_pdf` adds the guide as a booklet.
    """

    def __init__(
        self,
        graph: ServiceGraph,
        editions: tuple[Edition, ...] = tuple(Edition),
        base_url: str = "",
        since: ServiceGraph | None = None,
        *,
        with_pdf: bool = False,
    ) -> None:
        self.graph = graph
        self.day = Day.of(graph)
        self.editions = editions
        self.base_url = base_url and base_url.rstrip("/") + "/"
        self.since = since
        self.with_pdf = with_pdf
        self.kept: Memo[Any] = self.day.memo(self)
        self.pieces = Pieces(self.kept)
        self.speaker = cache(graph.speaker)
        self._ways: dict[tuple[str, PageKey], str] = {}

    @cached_property
    def languages(self) -> dict[Edition, tuple[str, ...]]:
        """The languages of each edition, the first one first.

        Customers have those in which a section is published; where none is, the first.
        """
        every = self.graph.settings.languages.all
        sections = [one for one in self.graph.all(Section) if is_for_customers(one)]
        written = {tag for one in sections for tag in self.graph.prose(one)}
        known = {
            Edition.CUSTOMER: tuple(tag for tag in every if tag in written) or every[:1],
            Edition.STAFF: every,
        }
        return {edition: known[edition] for edition in self.editions}

    @cached_property
    def pages(self) -> dict[PageKey, Subject]:
        """Every page, and what it is of."""
        return {
            PageKey(edition, lang, stem): subject
            for edition, languages in self.languages.items()
            for lang in languages
            for stem, subject in self._of(edition, lang)
        }

    def _of(self, edition: Edition, lang: str) -> Iterator[tuple[str, Subject]]:
        shown = [one for one in self.graph if shows(edition, one, self.day)]
        for page in PAGES.values():
            if edition in page.editions and page.is_needed(shown, self.graph):
                yield page.stem, page
        for cls in ELEMENTS if edition is Edition.STAFF else ():
            if cls is not Section and self.graph.all(cls) and plural(cls) not in PAGES:
                yield plural(cls), cls
        for element in shown:
            if self.is_said(element, lang):
                yield element.id, element

    def is_said(self, element: KeptElement, lang: str) -> bool:
        """Is an element told of in a language? A section is where its text is."""
        if isinstance(element, Section):
            return lang in self.graph.prose(element) or self._has_no_text(element, lang)
        name = getattr(element, "name", getattr(element, "text", None))
        if not isinstance(name, Text):
            return True
        return name.tag(lang) is not None or self._is_first(lang, name)

    def _has_no_text(self, section: Section, lang: str) -> bool:
        """A section that is still to be written has a page, for staff, where its name is."""
        if self.graph.prose(section):
            return False
        return section.name.tag(lang) is not None or self._is_first(lang, section.name)

    def _is_first(self, lang: str, name: Text) -> bool:
        """Of a name in none of the languages, the page is in the first."""
        every = self.graph.settings.languages.all
        return lang == every[0] and not any(name.tag(tag) for tag in every)

    @property
    def is_listed(self) -> bool:
        """May search engines list the pages for customers?

        Not those of a model with a statement, unless its settings say so.
        """
        settings = self.graph.settings
        return settings.statement is None or settings.site.index

    def has(self, key: PageKey) -> bool:
        """Is there such a page?"""
        return key in self.pages

    def way(self, folder: str, key: PageKey) -> str:
        """The way from the pages in a folder to a page; empty where there is no such page."""
        asked = (folder, key)
        if asked not in self._ways:
            self._ways[asked] = between(folder, self.path(key)) if self.has(key) else ""
        return self._ways[asked]

    def path(self, key: PageKey) -> str:
        """The address of a page from the root of the site; the first door is `index.html`."""
        edition, lang, stem = key
        first = stem == DOOR and lang == self.languages[edition][0]
        return f"{edition.folder}{'' if first else f'{lang}/'}{stem}.html"

    def booklet(self, edition: Edition, lang: str) -> str:
        """The address of the guide as PDF; empty where there is none."""
        written = self.with_pdf and any(
            self.has(PageKey(edition, lang, one.id))
            for one in self.graph.all(Section)
            if lang in self.graph.prose(one)
        )
        return f"{edition.folder}{lang}/guide.pdf" if written else ""

    @cached_property
    def guide(self) -> Guide | None:
        """The guide that the site publishes: the first of the model."""
        return next(iter(self.graph.all(Guide)), None)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the guide in its order, then those that it does not name."""
        named = [self.graph.get(ref) for ref in self.guide.sections] if self.guide else []
        every = (*(one for one in named if one is not None), *self.graph.all(Section))
        return tuple({section.id: section for section in every}.values())

    @cached_property
    def section_places(self) -> dict[str, int]:
        """The how manieth each section is, by its id: the first is 0."""
        return {section.id: place for place, section in enumerate(self.sections)}

    @cached_property
    def section_numbers(self) -> dict[tuple[Edition, str], dict[str, int]]:
        """The number of each section that has a page, by its id, as readers of an edition count."""
        return {
            key: {section.id: number for number, section in enumerate(listed, 1)}
            for key, listed in self.listed_sections.items()
        }

    @cached_property
    def listed_sections(self) -> dict[tuple[Edition, str], tuple[Section, ...]]:
        """The sections that have a page, by edition and language."""
        return {
            (edition, lang): tuple(
                one for one in self.sections if self.has(PageKey(edition, lang, one.id))
            )
            for edition, languages in self.languages.items()
            for lang in languages
        }
