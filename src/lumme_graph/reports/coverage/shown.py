"""What the parts of the coverage page share: the judgement, the language, and how things are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.cells import Cell, CellState
from lumme_graph.analysis.coverage.deep import deep_cells
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment.assess import Assessment
from lumme_graph.assessment.part import Part
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.offer import Coverable
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.names import name_label, short_label
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.views.cell_rows import SIGNS
from lumme_graph.views.standing import marked

STATE: Final = Label("State")
ITEM: Final = Label("Item")
SUM: Final = Label("Covered")
ALL: Final = Label("In all")
MOST_ITEMS: Final = 150
MOST_LIBRARIES: Final = 25
"""Up to so many items and libraries they stand in one grid."""

TONES: Final = {"●": "done", "◐": "part", "○": "gap", "?": "unknown", "–": "none"}
"""What styles call the colours of a sign."""

Link = Callable[[KeptElement, Said], Child]
"""Shows an element, called by some words: as a link where it has a page."""


def unlinked(_: KeptElement, words: Said) -> Child:
    """The words alone, where elements have no pages."""
    return words


@dataclass(frozen=True)
class Shown:
    """A judgement as it is shown in one language; `link` leads to the pages of elements."""

    found: Assessment
    speak: Speaker
    link: Link = unlinked

    @property
    def coverage(self) -> Coverage:
        """The coverage that is judged."""
        return self.found.coverage

    @property
    def is_large(self) -> bool:
        """Are there too many items or libraries for one grid of all?"""
        found = self.coverage
        return len(found.items) > MOST_ITEMS or len(found.libraries) > MOST_LIBRARIES

    @cached_property
    def by_kind(self) -> dict[str, list[Coverable]]:
        """The items by kind, in their order."""
        kinds: dict[str, list[Coverable]] = {}
        for item in self.coverage.items:
            kinds.setdefault(item.kind.prefix, []).append(item)
        return kinds

    @cached_property
    def profiles(self) -> tuple[Profile, ...]:
        """The customer profiles."""
        return tuple(self.coverage.graph.all(Profile))

    @cached_property
    def _users(self) -> dict[str, list[int]]:
        users: dict[str, list[int]] = {}
        for place, profile in enumerate(self.profiles, 1):
            for id_ in dict.fromkeys((profile.id, *self.coverage.used_by(profile))):
                users.setdefault(id_, []).append(place)
        return users

    def users(self, item: Coverable) -> str:
        """The places of the profiles that use an item, from 1; a profile uses itself."""
        return " ".join(map(str, self._users.get(item.id, ())))

    @cached_property
    def deep(self) -> dict[str, set[tuple[str, str]]]:
        """By item, the libraries and languages where it is deep."""
        found = self.found
        whole = found.whole if isinstance(found, Part) else found
        deep: dict[str, set[tuple[str, str]]] = {}
        for cell in deep_cells(whole.coverage):
            deep.setdefault(cell.item.id, set()).add((cell.library.id, cell.language))
        return deep

    def is_deep(self, cell: Cell) -> bool:
        """Is a cell deep?"""
        return (cell.library.id, cell.language) in self.deep.get(cell.item.id, ())

    def called(self, item: KeptElement) -> Child:
        """An item by its name and standing."""
        return self.link(item, self.speak(marked(item)))

    def library(self, library: Organisation) -> Child:
        """A library by its short name."""
        return self.link(library, self.speak(short_label(self.coverage.graph, library)))


def places(libraries: Iterable[Organisation], among: Iterable[Organisation]) -> str:
    """Where libraries stand among others, from 1."""
    there = {library.id: str(place) for place, library in enumerate(among, 1)}
    return " ".join(there[library.id] for library in libraries)


def state_words(state: CellState, speak: Speaker) -> ET.Element:
    """A state as a sign, which is not read aloud, and a word."""
    return h("span", sign(state), " ", speak(state.label), class_=look(state))


def sign(state: CellState) -> ET.Element:
    """The sign of a state; its word stands beside it."""
    return h("span", SIGNS[state], aria_hidden="true")


def look(state: CellState) -> str:
    """The classes of what shows a state in a sign and a word, here and on every page of a site."""
    return f"st {TONES[SIGNS[state]]}"


def named(elements: Iterable[KeptElement], speak: Speaker, link: Link) -> list[Child]:
    """Elements by their names, such as the sections that bear on a cell."""
    made: list[Child] = []
    for element in elements:
        made += [", "] if made else []
        made.append(link(element, speak(name_label(element))))
    return made
