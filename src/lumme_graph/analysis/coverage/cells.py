"""The cells of coverage: an item at a library in a language, and its state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import NamedTuple

from lumme_graph.analysis.coverage.links import CoverLink, Reaching, scopes
from lumme_graph.base.label import Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.elements.guide import Section, SectionStatus
from lumme_graph.elements.offer import Coverable, Waiver
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day


class CellState(IntEnum):
    """The state of a cell; of several, the first that holds."""

    COVERED = 0
    STALE = 1
    PLANNED = 2
    UNTRANSLATED = 3
    MISSING = 4
    UNKNOWN = 5
    EXEMPT = 6

    @property
    def word(self) -> str:
        """The state as data: its name in lower case."""
        return self.name.lower()

    @property
    def label(self) -> Message:
        """The state in people's words."""
        return _STATE_LABELS[self]

    @property
    def counted(self) -> bool:
        """Is the cell in every denominator? An unknown one is only where it counts as a gap."""
        return self < CellState.UNKNOWN


_STATE_LABELS = {
    CellState.COVERED: Label("covered"),
    CellState.STALE: Label("stale"),
    CellState.PLANNED: Label("planned"),
    CellState.UNTRANSLATED: Label("untranslated"),
    CellState.MISSING: Label("missing"),
    CellState.UNKNOWN: Label("unknown"),
    CellState.EXEMPT: Label("exempt"),
}

ITEM_STATES = {
    "covered": Label("covered"),
    "partial": Label("partly covered"),
    "uncovered": Label("uncovered"),
    "unknown": Label("unknown"),
    "exempt": Label("exempt"),
}


class Cell(NamedTuple):
    """One item at one library in one language, its state, and the sections that bear on it."""

    item: Coverable
    library: Organisation
    language: str
    state: CellState
    sections: tuple[Section, ...] = ()


def count(states: bytes, *wanted: CellState, unknown: bool = False) -> Ratio:
    """How many of the counted states are `wanted` (covered, where none is named).

    With `unknown`, cells of unknown offer are counted too.
    """
    counted = [state for state in CellState if state.counted]
    counted += [CellState.UNKNOWN] if unknown else []
    return Ratio(_number(states, wanted or (CellState.COVERED,)), _number(states, counted))


def _number(states: bytes, wanted: Iterable[CellState]) -> int:
    return len(states) - len(states.translate(None, bytes(wanted)))


class CellStates:
    """Computes the states of all cells of an item, a byte each: by library, then by language."""

    def __init__(self, day: Day, languages: tuple[str, ...]) -> None:
        self._places = {library.id: index for index, library in enumerate(day.libraries)}
        self._languages = languages
        self._day = day
        self._scopes = scopes(day)
        self._unknown = bytes([CellState.UNKNOWN]) * len(languages)
        self._exempt = bytes([CellState.EXEMPT]) * len(languages)

    def states(self, item: Coverable, links: Sequence[CoverLink]) -> bytes:
        """The states of an item's cells."""
        reaching = Reaching(links)
        block = {
            True: self._told(reaching.everywhere),
            None: self._unknown,
            False: self._exempt,
        }
        default = True if item.offered_by_default else None
        offered = self._day.offers.told(item)
        states = bytearray(block[default] * len(self._places))
        for place, truth in offered.items():
            self._put(states, place, block[truth])
        told: dict[tuple[int, ...], bytes] = {}
        for library in reaching.narrowed:
            place = self._places[library]
            if offered.get(place, default):
                here = reaching.at(library)
                key = tuple(map(id, here))
                if key not in told:
                    told[key] = self._told(here)
                self._put(states, place, told[key])
        self._waive(states, item.waive)
        return bytes(states)

    def _put(self, states: bytearray, place: int, block: bytes) -> None:
        """Set the states at the library that has a place, in each language."""
        width = len(self._languages)
        states[place * width : (place + 1) * width] = block

    def _told(self, links: list[CoverLink]) -> bytes:
        """The states that links give in each language, where the item is offered."""
        return bytes(bearing(links, language)[0] for language in self._languages)

    def _waive(self, states: bytearray, waivers: Iterable[Waiver]) -> None:
        width = len(self._languages)
        for waiver in waivers:
            if waiver.until is not None and waiver.until < self._day.date:
                continue
            scope = self._scopes.of([waiver.at] if waiver.at else [])
            for library in self._places if scope is None else scope:
                for offset, language in enumerate(self._languages):
                    if waiver.language in {None, language}:
                        states[self._places[library] * width + offset] = CellState.EXEMPT


def bearing(links: Iterable[CoverLink], language: str) -> tuple[CellState, tuple[Section, ...]]:
    """The state that links give to a cell of an offered item, and the sections that make it so."""
    found = list(links)
    published = [link for link in found if link.section.status is SectionStatus.PUBLISHED]
    others = [link for link in found if link.section.status is not SectionStatus.PUBLISHED]
    told = [link for link in published if language in link.languages]
    for state, with_it in (
        (CellState.COVERED, [link for link in told if not link.stale]),
        (CellState.STALE, told),
        (CellState.PLANNED, [link for link in others if language in link.languages]),
        (CellState.UNTRANSLATED, [link for link in published if link.languages]),
    ):
        if with_it:
            return state, _sections(with_it)
    return CellState.MISSING, _sections(found)


def _sections(links: Iterable[CoverLink]) -> tuple[Section, ...]:
    return tuple({link.section.id: link.section for link in links}.values())
