"""What to write next: the cheapest acts that close the gaps of the guide, best first.

An act reviews a stale link, translates a section, publishes a draft or a plan, writes a new section
on one item or on a bundle that the settings declare, or, where what is unknown counts as a gap,
states where an item is offered. A translation or publication may accept stale reviews of its section
too; then its words say so, and its cost holds theirs. What an act closes is what the count says
after it alone, its item stated as offered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from lumme_graph.analysis.coverage.cells import Cell, CellState, bearing
from lumme_graph.analysis.coverage.links import CoverLink
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment.set_cover import Method, cover
from lumme_graph.base.label import Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.elements.guide import Section, SectionStatus
from lumme_graph.graph.names import among, joined, name_label


class ActKind(StrEnum):
    """What is done."""

    REVIEW = "review"
    TRANSLATE = "translate"
    PUBLISH = "publish"
    WRITE = "write"
    STATE = "state"


_WORDS = {
    ActKind.REVIEW: Label("read section “{what}” and accept the review: {about}"),
    ActKind.TRANSLATE: Label("translate section “{what}” ({languages})"),
    ActKind.PUBLISH: Label("finish and publish section “{what}” ({languages})"),
    ActKind.WRITE: Label("write a new section: {about} ({languages})"),
    ActKind.STATE: Label("find out and state where it is offered: {about}"),
}
_WITH_REVIEW = Label("{act}, and accept the review: {about}")
_FOR = Label("{act}, for {libraries}")


class Act(NamedTuple):
    """One thing to do: of what kind, to which section, about which items, in which languages.

    The items of a section are those whose review is accepted. A new section is for the `libraries`;
    without any, for all.
    """

    kind: ActKind
    section: str
    items: tuple[str, ...]
    languages: tuple[str, ...]
    libraries: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The act in one line, unique among the acts of a model."""
        about = self.section or "+".join(self.items)
        if self.kind is ActKind.REVIEW:
            about += "/" + "+".join(self.items)
        also = ["review", "+".join(self.items)] if self.accepts else []
        return " ".join([self.kind, about, *self.languages, *also])

    @property
    def accepts(self) -> int:
        """How many reviews it accepts beside what it is."""
        return len(self.items) if self.kind in {ActKind.TRANSLATE, ActKind.PUBLISH} else 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """An act, what it costs, and the cells that it bears on, as places in the list of gaps.

    A cell is closed where the guide tells of it and it is known that the item is offered: of the
    cells of unknown offer a text and a statement each bring one half.
    """

    act: Act
    cost: int
    cells: frozenset[int]


class Advice(NamedTuple):
    """An act that is worth doing: how many cells it closes, and done of counted cells after it."""

    act: Act
    cost: int
    gain: int
    after: Ratio
    cells: tuple[Cell, ...]


class WriteNext(NamedTuple):
    """The acts in the order of their worth, how they were found, and how many gaps they leave open.

    Open stay only cells of unknown offer: what must be written of them is known when it is stated.
    """

    acts: tuple[Advice, ...]
    method: Method
    candidates: int
    cost: int
    lower_bound: int
    left_open: int


class Progress:
    """Which gaps are closed as one act after another is done."""

    def __init__(self, coverage: Coverage) -> None:
        self._gaps = coverage.gaps
        self.unknown = frozenset(
            n for n, cell in enumerate(self._gaps) if cell.state is CellState.UNKNOWN
        )
        self._told = {n for n in self.unknown if _is_told(coverage, self._gaps[n])}
        self._stated: set[int] = set()
        self._closed: set[int] = set()

    def closes(self, one: Candidate) -> set[int]:
        """The gaps that an act would close now."""
        if one.act.kind is ActKind.STATE:
            return self._told.intersection(one.cells) - self._closed
        return {n for n in one.cells if n not in self.unknown or n in self._stated} - self._closed

    def do(self, one: Candidate) -> tuple[Cell, ...]:
        """Take an act as done, and give the gaps that it closes."""
        closed = self.closes(one)
        self._closed |= closed
        (self._stated if one.act.kind is ActKind.STATE else self._told).update(one.cells)
        return tuple(self._gaps[n] for n in sorted(closed))


def _is_told(coverage: Coverage, cell: Cell) -> bool:
    links = coverage.links_at(cell.item.id, cell.library.id)
    return bearing(links, cell.language)[0] is CellState.COVERED


def write_next(coverage: Coverage) -> WriteNext:
    """The cheapest acts that close every gap that can be closed, those of most worth first."""
    found = candidates(coverage)
    texts = [one for one in found if one.act.kind is not ActKind.STATE]
    statements = [one for one in found if one.act.kind is ActKind.STATE]
    unknown = Progress(coverage).unknown
    classes = _classes([one.cells - unknown for one in texts])
    choice = cover(classes, [one.cost for one in texts])
    chosen = [*(texts[index] for index in choice.chosen), *statements]
    acts = tuple(_in_order(coverage, chosen))
    more = sum(one.cost for one in statements)
    return WriteNext(
        acts,
        choice.method,
        len(found),
        choice.cost + more,
        choice.lower_bound + more,
        len(coverage.gaps) - sum(one.gain for one in acts),
    )


def told(coverage: Coverage, act: Act) -> Message:
    """An act in words: what to do, and to which section or items."""
    graph = coverage.graph
    about = joined([name_label(graph[item]) for item in act.items])
    what = name_label(graph[act.section]) if act.section else ""
    languages = ", ".join(act.languages)
    said: Message = _WORDS[act.kind].fill(what=what, about=about, languages=languages)
    if act.accepts:
        said = _WITH_REVIEW.fill(act=said, about=about)
    if act.libraries:
        named = set(act.libraries)
        places = [at for at, one in enumerate(coverage.libraries) if one.id in named]
        said = _FOR.fill(act=said, libraries=among(graph, places, coverage.libraries))
    return said


def candidates(coverage: Coverage) -> list[Candidate]:
    """Every act that bears on a gap; single ones first, then those that close more, then cheap ones."""
    gaps = coverage.gaps
    numbers: dict[str, list[int]] = {}
    for number, cell in enumerate(gaps):
        numbers.setdefault(cell.item.id, []).append(number)
    costs = coverage.graph.settings.coverage.costs
    start = Progress(coverage)
    found: list[Candidate] = []
    for act, cells in (
        *_of_sections(coverage, gaps, numbers),
        *_new(coverage, gaps, numbers),
        *_to_state(gaps, numbers),
    ):
        if act.kind is ActKind.STATE or not start.unknown.issuperset(cells):
            cost = getattr(costs, act.kind) + act.accepts * costs.review
            found.append(Candidate(act, cost, frozenset(cells)))
    return sorted(
        found,
        key=lambda one: (one.act.accepts, -len(start.closes(one)), one.cost, one.act.id),
    )


def _of_sections(
    coverage: Coverage, gaps: Sequence[Cell], numbers: dict[str, list[int]]
) -> Iterator[tuple[Act, list[int]]]:
    by_section: dict[str, list[tuple[str, CoverLink]]] = {}
    for item, links in coverage.links.items():
        for link in links:
            by_section.setdefault(link.section.id, []).append((item, link))
    for section in coverage.graph.all(Section):
        links_ = by_section.get(section.id, [])
        prose = coverage.graph.prose(section)
        there = tuple(tag for tag in coverage.languages if tag in prose)
        for languages, kind in _ways(section, there, coverage.languages):
            reached = {
                (item, link.stale): _reached(gaps, numbers, item, link, {*there, *languages})
                for item, link in links_
            }
            plain = [n for (_, stale), cells in reached.items() if not stale for n in cells]
            accepted = tuple(item for (item, stale), cells in reached.items() if stale and cells)
            yield Act(kind, section.id, (), languages), plain
            if accepted:
                every = [n for cells in reached.values() for n in cells]
                yield Act(kind, section.id, accepted, languages), every
        if section.status is SectionStatus.PUBLISHED:
            for item, link in links_:
                if link.stale:
                    cells = _reached(gaps, numbers, item, link, there)
                    yield Act(ActKind.REVIEW, section.id, (item,), ()), cells


def _ways(
    section: Section, there: tuple[str, ...], required: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], ActKind]]:
    """In which languages a section could be brought out, and by which act."""
    if section.status is SectionStatus.PUBLISHED and there:
        for tag in required:
            if tag not in there:
                yield (tag,), ActKind.TRANSLATE
        return
    if there:
        yield there, ActKind.PUBLISH
    if there != required:
        yield required, ActKind.PUBLISH


def _reached(
    gaps: Sequence[Cell],
    numbers: dict[str, list[int]],
    item: str,
    link: CoverLink,
    languages: Iterable[str],
) -> list[int]:
    return [
        n
        for n in numbers.get(item, ())
        if gaps[n].language in languages and link.reaches(gaps[n].library.id)
    ]


def _new(
    coverage: Coverage, gaps: Sequence[Cell], numbers: dict[str, list[int]]
) -> Iterator[tuple[Act, list[int]]]:
    """New sections, for what no section speaks of yet: one item, or a bundle."""
    untold = {
        item: {
            gaps[n].library.id
            for n in cells
            if gaps[n].state is CellState.MISSING and not gaps[n].sections
        }
        for item, cells in numbers.items()
    }
    bundles = [
        tuple(str(ref) for ref in bundle if untold.get(str(ref)))
        for bundle in coverage.graph.settings.coverage.bundles
    ]
    alone = [(item,) for item, at in untold.items() if at]
    for items in (*alone, *(items for items in bundles if len(items) > 1)):
        where = set[str]().union(*(untold[item] for item in items))
        if all(_is_untold(coverage, item, untold[item]) for item in items):
            where = {library.id for library in coverage.libraries}
            libraries: tuple[str, ...] = ()
        else:
            libraries = tuple(o.id for o in coverage.libraries if o.id in where)
        cells = [n for item in items for n in numbers[item] if gaps[n].library.id in where]
        yield Act(ActKind.WRITE, "", items, coverage.languages, libraries), cells


def _is_untold(coverage: Coverage, item: str, untold: set[str]) -> bool:
    """Does no section speak of an item wherever it is known to be offered?"""
    width, states = len(coverage.languages), coverage.states_of(item)
    return all(
        library.id in untold
        or not any(CellState(state).counted for state in states[at * width : (at + 1) * width])
        for at, library in enumerate(coverage.libraries)
    )


def _to_state(
    gaps: Sequence[Cell], numbers: dict[str, list[int]]
) -> Iterator[tuple[Act, list[int]]]:
    """That it is stated where an item is offered, for what is unknown and counts as a gap."""
    for item, cells in numbers.items():
        unknown = [n for n in cells if gaps[n].state is CellState.UNKNOWN]
        if unknown:
            yield Act(ActKind.STATE, "", (item,), ()), unknown


def _classes(found: Sequence[frozenset[int]]) -> list[set[int]]:
    """For each candidate its cells, cells that the same candidates close counted as one."""
    holders: dict[int, list[int]] = {}
    for index, cells in enumerate(found):
        for cell in cells:
            holders.setdefault(cell, []).append(index)
    numbers: dict[tuple[int, ...], int] = {}
    classes: list[set[int]] = [set() for _ in found]
    for indexes in (tuple(holders[cell]) for cell in sorted(holders)):
        number = numbers.setdefault(indexes, len(numbers))
        for index in indexes:
            classes[index].add(number)
    return classes


def _in_order(coverage: Coverage, chosen: list[Candidate]) -> Iterator[Advice]:
    """The acts by what each closes for its cost when its turn comes; of equals the first.

    After an act only those that share a cell with it are worth something else.
    """
    progress = Progress(coverage)
    sharing: dict[int, list[int]] = {}
    for index, one in enumerate(chosen):
        for cell in one.cells:
            sharing.setdefault(cell, []).append(index)
    worth = [len(progress.closes(one)) / one.cost for one in chosen]
    heap = [(-value, index) for index, value in enumerate(worth)]
    heapify(heap)
    done: set[int] = set()
    n, d = coverage.done
    while heap:
        value, index = heappop(heap)
        if index in done or -value != worth[index]:
            continue
        done.add(index)
        best = chosen[index]
        cells = progress.do(best)
        n += len(cells)
        yield Advice(best.act, best.cost, len(cells), Ratio(n, d), cells)
        for other in {index for cell in best.cells for index in sharing[cell]} - done:
            now = len(progress.closes(chosen[other])) / chosen[other].cost
            if now != worth[other]:
                worth[other] = now
                heappush(heap, (-now, other))
