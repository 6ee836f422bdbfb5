"""Does the service guide cover what it must? Cells, their states, and counts of them.

A cell is an item at a library in a language. After `coverage.md`: offers are three-valued, the
guide never adds to the denominator, and every number leads to its cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from operator import add

from lumme_graph.analysis.coverage.cells import Cell, CellState, CellStates, bearing, count
from lumme_graph.analysis.coverage.links import CoverLink, Reaching, links_by_item
from lumme_graph.base.collector import collector_paused
from lumme_graph.base.given_day import AnyDay, day_of
from lumme_graph.base.notebook import html_table
from lumme_graph.base.ratio import Ratio
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.guide import Section
from lumme_graph.elements.journeys import Path, PathState
from lumme_graph.elements.offer import Coverable
from lumme_graph.elements.settings import UnknownAs
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.id_errors import WrongKindError
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.tagged import AnyTags, UnknownTagError, has_tag, known_tags
from lumme_graph.meta.named import AnyId, id_of

_STATES = tuple(CellState)
_NONE = Ratio(0, 0)
_BYTE = 255


@dataclass(frozen=True)
class Coverage:
    """What the guide covers: the state of every cell, by item, then library, then language.

    The states are one byte a cell; cells are made where they are asked for.
    """

    graph: ServiceGraph
    day: date
    libraries: tuple[Organisation, ...]
    languages: tuple[str, ...]
    items: tuple[Coverable, ...]
    state_of: bytes
    links: Mapping[str, Sequence[CoverLink]]

    def __repr__(self) -> str:
        cells = len(self.state_of)
        return f"<Coverage {self.done} on {self.day}: {len(self.items)} items, {cells} cells>"

    def _repr_html_(self) -> str:
        rows = [(kind, ratio) for kind, ratio in self.by_kind().items()]
        return html_table(repr(self)[1:-1], ("kind", "covered"), rows)

    @cached_property
    def unknown_counts(self) -> bool:
        """Does a cell of unknown offer count as a gap?"""
        return self.graph.settings.coverage.unknown is UnknownAs.GAP

    def limited(self, takes: Callable[[Coverable], bool]) -> Coverage:
        """The same of some items alone; the text of a section may still cover others too."""
        items = tuple(filter(takes, self.items))
        if len(items) == len(self.items):
            return self
        return replace(self, items=items, state_of=b"".join(map(self.states_of, items)))

    def tagged(self, tag: AnyTags | None) -> Coverage:
        """The same of the items that have a tag alone.

        Raises `UnknownTagError` where none has it.
        """
        asked = known_tags(self.graph, tag)
        found = self.limited(lambda item: has_tag(item, asked))
        if asked and not found.items:
            names = " or ".join(asked)
            there = ", ".join(one.id for one in self.graph.tagged(*asked))
            raise UnknownTagError(
                f"nothing that the guide must cover has the tag {names}, which these have: {there}"
            )
        return found

    def with_states(self, states: Iterable[bytes]) -> Coverage:
        """The same with other states, item by item."""
        return replace(self, state_of=b"".join(states))

    def counts(self, state: CellState) -> bool:
        """Is a cell in a state in the denominator?"""
        return state.counted or (state is CellState.UNKNOWN and self.unknown_counts)

    def is_gap(self, state: CellState) -> bool:
        """Is a cell in a state a gap: counted, but not covered?"""
        return state is not CellState.COVERED and self.counts(state)

    def count(self, states: bytes, *wanted: CellState) -> Ratio:
        """How many of the counted states are `wanted` (covered, where none is named)."""
        return count(states, *wanted, unknown=self.unknown_counts)

    def ratio(self, cells: Iterable[Cell], *wanted: CellState) -> Ratio:
        """As `count`, of cells."""
        return self.count(bytes(cell.state for cell in cells), *wanted)

    @property
    def done(self) -> Ratio:
        """How many of the counted cells are covered."""
        return self.count(self.state_of)

    @property
    def with_plans(self) -> Ratio:
        """How many of the counted cells are covered or planned."""
        return self.count(self.state_of, CellState.COVERED, CellState.PLANNED)

    @cached_property
    def states(self) -> Counter[CellState]:
        """How many cells are in each state."""
        return Counter({state: self.state_of.count(state) for state in CellState})

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell."""
        return self._made(range(len(self.state_of)))

    @cached_property
    def gaps(self) -> tuple[Cell, ...]:
        """The counted cells that are not covered."""
        return self.in_state(*filter(self.is_gap, CellState))

    def in_state(self, *states: CellState) -> tuple[Cell, ...]:
        """The cells that are in one of some states."""
        wanted = bytes(states)
        return self._made(i for i, state in enumerate(self.state_of) if state in wanted)

    def _made(self, numbers: Iterable[int]) -> tuple[Cell, ...]:
        """Cells that are here to stay, of which there may be very many."""
        with collector_paused():
            return tuple(self._cells(numbers))

    def _cells(self, numbers: Iterable[int]) -> Iterator[Cell]:
        width = len(self.languages)
        for number in numbers:
            place, language = divmod(number, width)
            item, library = divmod(place, len(self.libraries))
            yield self._cell(
                self.items[item], self.libraries[library], self.languages[language], number
            )

    def _cell(self, item: Coverable, library: Organisation, language: str, number: int) -> Cell:
        state = _STATES[self.state_of[number]]
        if not state.counted:
            return Cell(item, library, language, state)
        return Cell(item, library, language, state, self.sections(item, library, language))

    def sections(
        self, item: Coverable, library: Organisation, language: str
    ) -> tuple[Section, ...]:
        """The sections that bear on a cell of an offered item."""
        reaching = self._reaching[item.id]
        if library.id in reaching.narrowed:
            return bearing(reaching.at(library.id), language)[1]
        return self.sections_everywhere(item, language)

    def sections_everywhere(self, item: Coverable, language: str) -> tuple[Section, ...]:
        """The sections that bear on an offered item wherever no scope makes a difference."""
        key = item.id, language
        if key not in self._everywhere:
            self._everywhere[key] = bearing(self._reaching[item.id].everywhere, language)[1]
        return self._everywhere[key]

    def narrowed(self, item: Coverable) -> list[int]:
        """The places of the libraries at which a scope makes a difference to an item."""
        return sorted(self._library_places[id_] for id_ in self._reaching[item.id].narrowed)

    @cached_property
    def _library_places(self) -> dict[str, int]:
        return {library.id: place for place, library in enumerate(self.libraries)}

    def _library_place(self, library: AnyId) -> int:
        """The place of a library in the order of all. Raises for what is none on the day."""
        id_ = id_of(library)
        if id_ not in self._library_places:
            one = self.graph[Organisation, id_]
            raise WrongKindError(f"{one.id} is no library of the coverage on {self.day}")
        return self._library_places[id_]

    @cached_property
    def _everywhere(self) -> dict[tuple[str, str], tuple[Section, ...]]:
        return {}

    @cached_property
    def _reaching(self) -> dict[str, Reaching]:
        return {item.id: Reaching(self.links.get(item.id, ())) for item in self.items}

    def links_at(self, item: AnyId, library: AnyId) -> list[CoverLink]:
        """The links to an item that are about a library. Raises as `states_of` and `gaps_at` do."""
        place, at = self._item_place(item), self.libraries[self._library_place(library)].id
        return [] if place is None else self._reaching[self.items[place].id].at(at)

    def by_kind(self, *wanted: CellState) -> dict[str, Ratio]:
        """Wanted (covered) of counted cells, by the kind of the item."""
        kinds: dict[str, Ratio] = {}
        for item in self.items:
            kind, found = item.kind.prefix, self.count(self.states_of(item), *wanted)
            before = kinds.get(kind, _NONE)
            kinds[kind] = Ratio(before.n + found.n, before.d + found.d)
        return kinds

    def by_library(self, *wanted: CellState) -> dict[str, Ratio]:
        """Wanted (covered) of counted cells, by library."""
        width, ratios = len(self.languages), self._columns(wanted)
        return {
            library.id: _sum(ratios[place * width : (place + 1) * width])
            for place, library in enumerate(self.libraries)
        }

    def _columns(self, wanted: tuple[CellState, ...]) -> list[Ratio]:
        """Wanted (covered) of counted cells, by library and then language."""
        if wanted not in self._known_columns:
            found = self._in_columns(wanted or (CellState.COVERED,))
            self._known_columns[wanted] = list(map(Ratio, found, self._counted_in_columns))
        return self._known_columns[wanted]

    @cached_property
    def _known_columns(self) -> dict[tuple[CellState, ...], list[Ratio]]:
        return {}

    @cached_property
    def _counted_in_columns(self) -> list[int]:
        return self._in_columns(tuple(filter(self.counts, CellState)))

    def _in_columns(self, states: tuple[CellState, ...]) -> list[int]:
        """How many cells are in some states, by library and then language.

        The cells of many items are added at once, as the bytes of one number; a byte holds 255.
        """
        size = len(self.libraries) * len(self.languages)
        table = bytes(state in states for state in range(256))
        found = [0] * size
        for first in range(0, len(self.items), _BYTE):
            rows = map(self.states_of, self.items[first : first + _BYTE])
            added = sum(int.from_bytes(row.translate(table)) for row in rows)
            found = list(map(add, found, added.to_bytes(size)))
        return found

    def states_at(self, library: AnyId) -> bytes:
        """The states of the cells at a library, language by language. Raises as `gaps_at` does."""
        width, block = len(self.languages), len(self.languages) * len(self.libraries)
        first = self._library_place(library) * width
        return b"".join(self.state_of[first + k :: block] for k in range(width))

    def by_language(self, *wanted: CellState) -> dict[str, Ratio]:
        """Wanted (covered) of counted cells, by language."""
        width, ratios = len(self.languages), self._columns(wanted)
        return {
            language: _sum(ratios[place::width]) for place, language in enumerate(self.languages)
        }

    def by_profile(self, *wanted: CellState) -> dict[str, Ratio]:
        """Wanted (covered) of counted cells in the view of each profile."""
        return {
            profile.id: self.count(
                b"".join(self.state_of[b.start : b.stop] for b in self._used(profile)), *wanted
            )
            for profile in self.graph.all(Profile)
        }

    @cached_property
    def _places(self) -> dict[str, int]:
        return {item.id: place for place, item in enumerate(self.items)}

    def states_of(self, item: AnyId) -> bytes:
        """The states of an item's cells, a byte each; none for what need not be covered.

        Raises `UnknownIdError`, and `WrongKindError` for what a guide never covers.
        """
        block = self._block(self._item_place(item))
        return self.state_of[block.start : block.stop]

    def of(self, item: AnyId) -> list[Cell]:
        """The cells of an item, none of what need not be covered. Raises as `states_of` does."""
        return list(self._cells(self._block(self._item_place(item))))

    def gaps_at(self, library: AnyId) -> list[Cell]:
        """The cells at a library that are counted, but not covered.

        Raises `UnknownIdError` and `WrongKindError` for what is no library of the coverage.
        """
        gaps = bytes(state for state in CellState if self.is_gap(state))
        return list(self._cells(n for n in self._at(library) if self.state_of[n] in gaps))

    def unknown_at(self, library: AnyId) -> list[Coverable]:
        """The items of which it is not known whether a library offers them. Raises as `gaps_at`."""
        size = len(self.languages) * len(self.libraries)
        found = (n // size for n in self._at(library) if self.state_of[n] == CellState.UNKNOWN)
        return [self.items[place] for place in dict.fromkeys(found)]

    def _at(self, library: AnyId) -> Iterator[int]:
        """The numbers of the cells at a library, by item."""
        width = len(self.languages)
        block = width * len(self.libraries)
        first = self._library_place(library) * width
        for start in range(first, len(self.state_of), block):
            yield from range(start, start + width)

    def _item_place(self, item: AnyId) -> int | None:
        """The place of an item in the order of all; None for what need not be covered."""
        place = self._places.get(id_of(item))
        return self._places.get(self.graph[Coverable, item].id) if place is None else place

    def _block(self, place: int | None) -> range:
        """The positions of the cells of the item in a place; none without one."""
        if place is None:
            return range(0)
        size = len(self.languages) * len(self.libraries)
        return range(place * size, (place + 1) * size)

    def used_by(self, profile: AnyId) -> list[str]:
        """The ids of what a profile uses: services, touchpoints and its paths.

        Raises `UnknownIdError` and `WrongKindError` for what is no profile.
        """
        who = self.graph[Profile, profile]
        paths = paths_of(Day.of(self.graph)).get(who.id, ())
        return list(dict.fromkeys((*map(str, who.services), *map(str, who.touchpoints), *paths)))

    def profile_view(self, profile: AnyId) -> list[Cell]:
        """The cells of the items that a profile uses. Raises as `used_by` does."""
        return [cell for block in self._used(profile) for cell in self._cells(block)]

    def _used(self, profile: AnyId) -> list[range]:
        """The positions of the cells of each thing that a profile uses."""
        return [self._block(self._places.get(id_)) for id_ in self.used_by(profile)]

    def item_state(self, item: AnyId) -> str:
        """Covered, partial, uncovered, unknown or exempt. Raises as `states_of` does."""
        states = self.states_of(item)
        if not count(states).d:
            return "unknown" if CellState.UNKNOWN in states else "exempt"
        done = self.count(states)
        return "covered" if done.n == done.d else "partial" if done.n else "uncovered"


def _sum(ratios: Iterable[Ratio]) -> Ratio:
    found = list(ratios)
    return Ratio(sum(ratio.n for ratio in found), sum(ratio.d for ratio in found))


def coverage(
    graph: ServiceGraph, as_of: AnyDay | None = None, *, tag: AnyTags | None = None
) -> Coverage:
    """What the service guide covers on a day, the model's own by default.

    With `tag` of the items that have it alone. Raises `UnknownTagError` where none has it.
    """
    return covered(Day.of(graph, day_of(as_of))).tagged(tag)


@once
def covered(day: Day) -> Coverage:
    """What the service guide covers: every cell of every item that must be covered."""
    graph = day.graph
    needs = set(graph.settings.coverage.needs)
    items = tuple(
        item
        for item in graph.all(Coverable)
        if item.kind.prefix in needs and is_in_being(item, day.date)
    )
    languages = graph.settings.languages.required
    links = links_by_item(day)
    computed = CellStates(day, languages)
    states = b"".join(computed.states(item, links.get(item.id, ())) for item in items)
    return Coverage(graph, day.date, day.libraries, languages, items, states, links)


@once
def paths_of(day: Day) -> Mapping[str, Sequence[str]]:
    """The ids of the paths of each profile, by its id."""
    found: dict[str, list[str]] = {}
    for path in day.graph.all(Path):
        for profile in dict.fromkeys(map(str, path.profiles)):
            found.setdefault(profile, []).append(path.id)
    return found


def is_retired(item: Coverable, day: date) -> bool:
    """Does its last day surely lie before a day?"""
    return item.to is not None and item.to.passed(day) is True


def is_in_being(item: Coverable, day: date) -> bool:
    """May it be there on a day? Not what has ended or is yet to begin, nor a path only thought of."""
    if isinstance(item, Path) and item.state is not PathState.AS_IS:
        return False
    begins_later = item.from_ is not None and item.from_.reached(day) is False
    return not begins_later and not is_retired(item, day)
