"""What the parts of the coverage page share: the judgement, the language, and what rows say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.cells import Cell, CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment.assess import Assessment
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.offer import Coverable
from lumme_graph.reports.html.tree import h
from lumme_graph.views.cell_rows import SIGNS

STATE: Final = Label("State")
ITEM: Final = Label("Item")
SUM: Final = Label("Covered")
ALL: Final = Label("In all")


@dataclass(frozen=True)
class Shown:
    """A judgement as it is shown in one language."""

    found: Assessment
    speak: Speaker

    @property
    def coverage(self) -> Coverage:
        """The coverage that is judged."""
        return self.found.coverage

    @cached_property
    def cells(self) -> dict[str, list[Cell]]:
        """The cells by item."""
        return {item.id: self.coverage.of(item) for item in self.coverage.items}

    @cached_property
    def all_cells(self) -> list[Cell]:
        """Every cell, by item."""
        return [cell for same in self.cells.values() for cell in same]

    @cached_property
    def by_library(self) -> dict[str, list[Cell]]:
        """The cells by library."""
        found: dict[str, list[Cell]] = {library.id: [] for library in self.coverage.libraries}
        for cell in self.all_cells:
            found[cell.library.id].append(cell)
        return found

    @property
    def kinds(self) -> list[str]:
        """The kinds of the items, in their order."""
        return list(dict.fromkeys(item.kind.prefix for item in self.coverage.items))

    @cached_property
    def users(self) -> dict[str, list[str]]:
        """The profiles that use an item, by the item's id; a profile uses itself."""
        users: dict[str, list[str]] = {}
        for profile in self.coverage.graph.all(Profile):
            for id_ in (profile.id, *self.coverage.used_by(profile)):
                users.setdefault(id_, []).append(profile.id)
        return users

    def marks(self, item: Coverable, cells: Iterable[Cell]) -> dict[str, str]:
        """What the filter goes by: the kind, profiles and states of a row."""
        states = dict.fromkeys(
            word
            for cell in cells
            for word in (cell.state.word, f"{cell.state.word}@{cell.library.id}")
        )
        return {
            "data-k": item.kind.prefix,
            "data-p": " ".join(self.users.get(item.id, ())),
            "data-s": " ".join(states),
        }

    def state(self, state: CellState) -> ET.Element:
        """A state as a sign and a word."""
        look = f"state {state.word}"
        return h("span", sign(state), " ", self.speak(state.label), class_=look)


def sign(state: CellState) -> ET.Element:
    """The sign of a state; its word stands beside it, so it need not be read aloud."""
    return h("i", SIGNS[state], aria_hidden="true")


def to_list(words: Said | str, anchor: str) -> ET.Element:
    """A number that leads to the list of what it counts."""
    return h("a", words, href=f"#list-{anchor}")
