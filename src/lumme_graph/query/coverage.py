"""Does the service guide cover what it must? Cells, their states, and counts of them.

A cell is an item at a library in a language. After `coverage.md`: offers are three-valued, the
guide never adds to the denominator, and every number leads to its cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from lumme_graph.base.text import Label
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.guide import Cover, Section, SectionStatus
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Coverable
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.offers import is_member, libraries, offered
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.query.fingerprint import fingerprint


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
    def label(self) -> Label:
        """The state in people's words."""
        return _STATE_LABELS[self]

    @property
    def counted(self) -> bool:
        """Is the cell in the denominator?"""
        return self < CellState.UNKNOWN


_STATE_LABELS = {
    CellState.COVERED: Label("katettu", "covered", "täckt"),
    CellState.STALE: Label("tarkistettava", "stale", "föråldrad"),
    CellState.PLANNED: Label("suunniteltu", "planned", "planerad"),
    CellState.UNTRANSLATED: Label("kääntämättä", "untranslated", "oöversatt"),
    CellState.MISSING: Label("puuttuu", "missing", "saknas"),
    CellState.UNKNOWN: Label("ei tiedossa", "unknown", "okänd"),
    CellState.EXEMPT: Label("ei koske", "exempt", "gäller inte"),
}

ITEM_STATES = {
    "covered": Label("katettu", "covered", "täckt"),
    "partial": Label("osittain katettu", "partly covered", "delvis täckt"),
    "uncovered": Label("kattamatta", "uncovered", "inte täckt"),
    "unknown": Label("ei tiedossa", "unknown", "okänd"),
    "exempt": Label("ei koske", "exempt", "gäller inte"),
}


class Ratio(NamedTuple):
    """Whole numbers, never a rounded float.

    >>> str(Ratio(39, 54)), str(Ratio(0, 0)), str(Ratio(1999, 2000))
    ('39/54 = 72.2 %', 'n/a', '1999/2000 = 99.9 %')
    """

    n: int
    d: int

    @property
    def percent(self) -> str:
        """One decimal; 100.0 only if all, 0.0 only if none; `n/a` of nothing."""
        if self.d == 0:
            return "n/a"
        tenths = (2000 * self.n + self.d) // (2 * self.d)
        if self.n < self.d:
            tenths = min(tenths, 999)
        if self.n > 0:
            tenths = max(tenths, 1)
        return f"{tenths // 10}.{tenths % 10}"

    def __str__(self) -> str:
        return "n/a" if self.d == 0 else f"{self.n}/{self.d} = {self.percent} %"


@dataclass(frozen=True, slots=True)
class Cell:
    """One item at one library in one language, its state, and the sections that bear on it."""

    item: Coverable
    library: Organisation
    language: str
    state: CellState
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Coverage:
    """What the guide covers: every cell, in the order of items, libraries and languages."""

    graph: ServiceGraph
    day: date
    libraries: tuple[Organisation, ...]
    languages: tuple[str, ...]
    items: tuple[Coverable, ...]
    cells: tuple[Cell, ...]

    @property
    def done(self) -> Ratio:
        """Covered cells of the counted ones."""
        return ratio(self.cells)

    @property
    def with_plans(self) -> Ratio:
        """Covered and planned cells of the counted ones."""
        return ratio(self.cells, CellState.COVERED, CellState.PLANNED)

    @cached_property
    def states(self) -> Counter[CellState]:
        """How many cells are in each state."""
        return Counter(cell.state for cell in self.cells)

    def by(self, group: Callable[[Cell], str]) -> dict[str, Ratio]:
        """Covered of counted cells in each group, in the order of cells."""
        groups: dict[str, list[Cell]] = {}
        for cell in self.cells:
            groups.setdefault(group(cell), []).append(cell)
        return {name: ratio(cells) for name, cells in groups.items()}

    def by_kind(self) -> dict[str, Ratio]:
        """By the kind of the item."""
        return self.by(lambda cell: cell.item.kind.prefix)

    def by_library(self) -> dict[str, Ratio]:
        """By library."""
        return self.by(lambda cell: cell.library.id)

    def by_language(self) -> dict[str, Ratio]:
        """By language."""
        return self.by(lambda cell: cell.language)

    @cached_property
    def _by_item(self) -> dict[str, list[Cell]]:
        groups: dict[str, list[Cell]] = {item.id: [] for item in self.items}
        for cell in self.cells:
            groups[cell.item.id].append(cell)
        return groups

    def of(self, item: Coverable | str) -> list[Cell]:
        """The cells of an item."""
        return self._by_item.get(item if isinstance(item, str) else item.id, [])

    def profile_view(self, profile: Profile) -> list[Cell]:
        """The cells of the items that a profile uses: services, touchpoints and its paths."""
        used: list[str] = [*profile.services, *profile.touchpoints]
        used += [path.id for path in self.graph.all(Path) if profile.id in path.profiles]
        return [cell for id_ in dict.fromkeys(used) for cell in self.of(id_)]

    def by_profile(self) -> dict[str, Ratio]:
        """The profile view of every profile."""
        return {p.id: ratio(self.profile_view(p)) for p in self.graph.all(Profile)}

    def item_state(self, item: Coverable) -> str:
        """Covered, partial, uncovered, unknown or exempt."""
        cells = self.of(item)
        counted = [cell for cell in cells if cell.state.counted]
        covered = sum(cell.state is CellState.COVERED for cell in counted)
        if counted:
            full = covered == len(counted)
            return "covered" if full else "partial" if covered else "uncovered"
        unknown = any(cell.state is CellState.UNKNOWN for cell in cells)
        return "unknown" if unknown else "exempt"

    @property
    def gaps(self) -> list[Cell]:
        """The counted cells that are not covered."""
        return [c for c in self.cells if c.state.counted and c.state is not CellState.COVERED]


def ratio(cells: Iterable[Cell], *states: CellState) -> Ratio:
    """How many counted cells are in one of `states` (covered, where none is named)."""
    wanted = states or (CellState.COVERED,)
    counted = [cell for cell in cells if cell.state.counted]
    return Ratio(sum(cell.state in wanted for cell in counted), len(counted))


class Link(NamedTuple):
    """A section's link to an item, with the libraries that both are about."""

    section: Section
    place: int
    stale: bool
    scope: frozenset[str] | None
    languages: frozenset[str]

    def reaches(self, library: str) -> bool:
        """Is the link about a library?"""
        return self.scope is None or library in self.scope


def coverage(graph: ServiceGraph, as_of: date | None = None) -> Coverage:
    """Work out what the service guide covers on a day, the model's own by default."""
    day = as_of or graph.settings.as_of
    needs = set(graph.settings.coverage.needs)
    items = tuple(
        item
        for item in graph.all(Coverable)
        if item.kind.prefix in needs and not is_retired(item, day)
    )
    found = libraries(graph, day)
    languages = graph.settings.languages.required
    links = links_by_item(graph, found, day)
    cells = tuple(
        _cell(item, library, language, links.get(item.id, ()), is_offered)
        for item in items
        for library in found
        for is_offered in [_counts(graph, item, library, day)]
        for language in languages
    )
    return Coverage(graph, day, found, languages, items, cells)


def is_retired(item: Coverable, day: date) -> bool:
    """Does its last day surely lie before a day?"""
    return item.to is not None and item.to.passed(day) is True


def links_by_item(
    graph: ServiceGraph, found: tuple[Organisation, ...], day: date
) -> dict[str, list[Link]]:
    members = {ref: in_scope(found, ref, day) for ref in _scoped(graph)}
    links: dict[str, list[Link]] = {}
    for section in graph.all(Section):
        languages = frozenset(section.body or ())
        for index, link in enumerate(section.covers):
            item = graph.find(link.item)
            if isinstance(item, Coverable):
                stale = link.reviewed is not None and link.reviewed.fp != fingerprint(item)
                scope = _scope(section, link, members)
                bearing = Link(section, index, stale, scope, languages)
                links.setdefault(item.id, []).append(bearing)
    return links


def _scoped(graph: ServiceGraph) -> set[str]:
    """The organisations that sections and links name as their scope."""
    return {
        ref
        for section in graph.all(Section)
        for scope in (section.scope, *(link.scope for link in section.covers))
        for ref in scope
    }


def in_scope(found: Iterable[Organisation], ref: str, day: date) -> frozenset[str]:
    """The libraries that a name in a scope means: itself, or the members of the day."""
    return frozenset(o.id for o in found if o.id == ref or is_member(o, ref, day))


def _scope(
    section: Section, link: Cover, members: dict[str, frozenset[str]]
) -> frozenset[str] | None:
    """The libraries that both the section and the link are about; None for all."""
    scopes = [
        frozenset[str]().union(*(members[ref] for ref in scope))
        for scope in (section.scope, link.scope)
        if scope
    ]
    return frozenset.intersection(*scopes) if scopes else None


class _Counts(NamedTuple):
    """Whether an item counts at a library: the offer, and the languages that are waived."""

    is_offered: bool | None
    waived: frozenset[str | None]


def _counts(graph: ServiceGraph, item: Coverable, library: Organisation, day: date) -> _Counts:
    waived = frozenset(
        waiver.language
        for waiver in item.waive
        if waiver.at in {None, library.id} and (waiver.until is None or day <= waiver.until)
    )
    return _Counts(offered(graph, item, library, day), waived)


def _cell(
    item: Coverable,
    library: Organisation,
    language: str,
    links: Iterable[Link],
    counts: _Counts,
) -> Cell:
    here = [link for link in links if link.reaches(library.id)]
    if counts.is_offered is False or counts.waived & {None, language}:
        return Cell(item, library, language, CellState.EXEMPT)
    if counts.is_offered is None:
        return Cell(item, library, language, CellState.UNKNOWN)
    state, bearing = _state(here, language)
    return Cell(item, library, language, state, tuple(dict.fromkeys(bearing)))


def _state(links: list[Link], language: str) -> tuple[CellState, list[Section]]:
    published = [link for link in links if link.section.status is SectionStatus.PUBLISHED]
    others = [link for link in links if link.section.status is not SectionStatus.PUBLISHED]
    told = [link for link in published if language in link.languages]
    for state, found in (
        (CellState.COVERED, [link for link in told if not link.stale]),
        (CellState.STALE, told),
        (CellState.PLANNED, [link for link in others if language in link.languages]),
        (CellState.UNTRANSLATED, [link for link in published if link.languages]),
    ):
        if found:
            return state, [link.section for link in found]
    return CellState.MISSING, [link.section for link in links]

