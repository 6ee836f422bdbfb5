"""The page that is being written: its language, and how it leads to other pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from xml.etree import ElementTree as ET

from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.elements.evidence import KeptElement, Source, Standing, Stated
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.edition import Edition
from lumme_graph.site.plan import PageKey, Plan, between
from lumme_graph.views.standing import LETTERS

NBSP: Final = "\u00a0"
LOOKS: Final = {Standing.SOURCED: "s", Standing.DERIVED: "s d", Standing.ILLUSTRATIVE: "s i"}
"""How the letter of a standing looks: its edge is solid, dashed or dotted, as in drawings."""


@dataclass(frozen=True)
class Here:
    """A page of a plan, in its edition and language."""

    plan: Plan
    key: PageKey

    @property
    def graph(self) -> ServiceGraph:
        """The graph that the site shows."""
        return self.plan.graph

    @property
    def day(self) -> Day:
        """The graph on its day."""
        return self.plan.day

    @property
    def lang(self) -> str:
        """The language of the page."""
        return self.key.lang

    @property
    def is_for_staff(self) -> bool:
        """Is it a page for staff?"""
        return self.key.edition is Edition.STAFF

    @cached_property
    def speak(self) -> Speaker:
        """Says anything in the language of the page."""
        return self.plan.speaker(self.lang)

    @cached_property
    def path(self) -> str:
        """The address of the page from the root of the site."""
        return self.plan.path(self.key)

    @cached_property
    def _folder(self) -> str:
        return self.path.rpartition("/")[0]

    def to(self, address: str) -> str:
        """The way from the page to a file of the site, by its address from the root."""
        return between(self._folder, address)

    def kept(self, what: str, make: Callable[[], ET.Element]) -> ET.Element:
        """A piece that stands in many pages, in the place of which it is put when they are written.

        `what` tells it from all other pieces of pages in the same folder.
        """
        return self.plan.pieces.put(f"{self._folder}/{self.lang}/{what}", make)

    def href(
        self, stem: str, fragment: str = "", *, edition: Edition | None = None, lang: str = ""
    ) -> str:
        """The way to another page; empty where there is no such page."""
        key = PageKey(edition or self.key.edition, lang or self.lang, stem)
        way = self.plan.way(self._folder, key)
        if not way or not fragment:
            return way
        return f"#{fragment}" if key == self.key else f"{way}#{fragment}"

    def has_page(self, element: KeptElement) -> bool:
        """Has an element a page in this edition and language?"""
        return self.plan.has(self.key._replace(stem=element.id))

    def name(self, element: KeptElement) -> Said:
        """What an element is called where others lead to it."""
        return self.speak(self.day.thing(element).label)

    def link(
        self, element: KeptElement | str | None, words: Child | None = None, fragment: str = ""
    ) -> Child:
        """A link to the page of an element; its name alone where the edition has no such page."""
        found = self.graph.find(element) if isinstance(element, str) else element
        if found is None:
            return element if isinstance(element, str) else ""
        said = self.name(found) if words is None else words
        href = self.href(found.id, fragment)
        return h("a", said, href=href) if href else said

    def links(self, elements: Iterable[KeptElement | str]) -> list[Child]:
        """Links with commas between."""
        made: list[Child] = []
        for element in elements:
            made += [", ", self.link(element)] if made else [self.link(element)]
        return made

    def say(self, what: Sayable, /, **params: object) -> Said:
        """Something, in the language of the page."""
        return self.speak(what, **params)

    def letter(self, stated: Stated | Any, owner: Stated | None = None) -> list[Child]:
        """The letter of a claim's standing, after a space that does not break; it leads to its source.

        A record without a standing of its own has its owner's.
        """
        standing = getattr(stated, "standing", None) or getattr(owner, "standing", None)
        if standing is None:
            return []
        refs = getattr(stated, "sources", ()) or getattr(owner, "sources", ())
        source = next((one for ref in refs if (one := self.graph.get(ref))), None)
        href = self.source_href(source) if source else ""
        if not source or not href or standing is Standing.ILLUSTRATIVE:
            return self.letter_of(standing)
        label = f"{LETTERS[standing]}: {self.say(standing.label).shown}, {source.citation}"
        look = LOOKS[standing]
        link = h("a", LETTERS[standing], class_=look, href=href, title=label, aria_label=label)
        return [NBSP, link]

    def letter_of(self, standing: Standing) -> list[Child]:
        """The letter of a standing without a source, after a space that does not break."""
        word = self.say(standing.label).shown
        return [NBSP, h("b", LETTERS[standing], class_=LOOKS[standing], title=word)]

    def source_href(self, source: Source) -> str:
        """The way to a source: its own page for staff, its line in the list for customers."""
        return self.href(source.id) or self.href("sources", source.id)
