"""What to write next: the cheapest acts that close the gaps of the guide, best first.

An act reviews a stale link, translates a section, publishes a draft or a plan, or writes a new
section on one item or on a bundle that the settings declare. Who translates or publishes a section
reads it against its items, so these acts also close what a stale link keeps open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from lumme_graph.base.languages import spoken
from lumme_graph.base.text import Label
from lumme_graph.elements.guide import Section, SectionStatus
from lumme_graph.graph.names import joined, name_label
from lumme_graph.query.cells import Cell, CellState
from lumme_graph.query.coverage import Coverage
from lumme_graph.query.links import Link
from lumme_graph.query.ratio import Ratio
from lumme_graph.query.set_cover import Method, cover


class ActKind(StrEnum):
    """What is done."""

    REVIEW = "review"
    TRANSLATE = "translate"
    PUBLISH = "publish"
    WRITE = "write"


_WORDS = {
    ActKind.REVIEW: Label(
        "lue osio ”{what}” ja hyväksy tarkistus: {about}",
        "read section “{what}” and accept the review: {about}",
        "läs avsnittet ”{what}” och godkänn granskningen: {about}",
    ),
    ActKind.TRANSLATE: Label(
        "käännä osio ”{what}” ({languages})",
        "translate section “{what}” ({languages})",
        "översätt avsnittet ”{what}” ({languages})",
    ),
    ActKind.PUBLISH: Label(
        "viimeistele ja julkaise osio ”{what}” ({languages})",
        "finish and publish section “{what}” ({languages})",
        "slutför och publicera avsnittet ”{what}” ({languages})",
    ),
    ActKind.WRITE: Label(
        "kirjoita uusi osio: {about} ({languages})",
        "write a new section: {about} ({languages})",
        "skriv ett nytt avsnitt: {about} ({languages})",
    ),
}


class Act(NamedTuple):
    """One thing to do: of what kind, to which section, about which items, in which languages."""

    kind: ActKind
    section: str
    items: tuple[str, ...]
    languages: tuple[str, ...]

    @property
    def id(self) -> str:
        """The act in one line, unique among the acts of a model."""
        return " ".join([self.kind, self.section or "+".join(self.items), *self.languages])


@dataclass(frozen=True, slots=True)
class Candidate:
    """An act, what it costs, and the cells that it closes, as places in the list of gaps."""

    act: Act
    cost: int
    cells: frozenset[int]


class Advice(NamedTuple):
    """An act that is worth doing: how many cells it closes, and done of counted cells after it."""

    act: Act
    cost: int
    gain: int
    after: Ratio


class WriteNext(NamedTuple):
    """The acts in the order of their worth, and how they were found."""

    acts: tuple[Advice, ...]
    method: Method
    candidates: int
    cost: int
    lower_bound: int


def write_next(coverage: Coverage) -> WriteNext:
    """The cheapest acts that close every gap, those that close most for their cost first."""
    found = candidates(coverage)
    classes = _classes(found)
    choice = cover([classes[i] for i in range(len(found))], [one.cost for one in found])
    acts = tuple(_in_order([found[index] for index in choice.chosen], coverage.done))
    return WriteNext(acts, choice.method, len(found), choice.cost, choice.lower_bound)


def told(coverage: Coverage, act: Act, lang: str) -> str:
    """An act in words."""
    graph = coverage.graph
    about = joined([name_label(graph[item]) for item in act.items])
    what = name_label(graph[act.section]) if act.section else Label("", "")
    lang = spoken(lang)
    languages = ", ".join(act.languages)
    return _WORDS[act.kind].say(
        lang, what=what.say(lang), about=about.say(lang), languages=languages
    )


def candidates(coverage: Coverage) -> list[Candidate]:
    """Every act that would close a gap; those with more cells, then lower cost, come first."""
    gaps = coverage.gaps
    numbers: dict[str, list[int]] = {}
    for number, cell in enumerate(gaps):
        numbers.setdefault(cell.item.id, []).append(number)
    costs = coverage.graph.settings.coverage.costs
    found: list[Candidate] = []
    for act, cells in (*_of_sections(coverage, gaps, numbers), *_new(coverage, gaps, numbers)):
        if cells:
            found.append(Candidate(act, getattr(costs, act.kind), frozenset(cells)))
    return sorted(found, key=lambda one: (-len(one.cells), one.cost, one.act.id))


def _of_sections(
    coverage: Coverage, gaps: Sequence[Cell], numbers: dict[str, list[int]]
) -> Iterator[tuple[Act, list[int]]]:
    by_section: dict[str, list[tuple[str, Link]]] = {}
    for item, links in coverage.links.items():
        for link in links:
            by_section.setdefault(link.section.id, []).append((item, link))
    for section in coverage.graph.all(Section):
        links_ = by_section.get(section.id, [])
        for languages, kind in _ways(section, coverage.languages):
            cells = [
                n for item, link in links_ for n in _reached(gaps, numbers, item, link, languages)
            ]
            yield Act(kind, section.id, (), languages), cells
        for item, link in links_:
            if link.stale:
                cells = [
                    n
                    for n in _reached(gaps, numbers, item, link, coverage.languages)
                    if gaps[n].state is CellState.STALE
                ]
                yield Act(ActKind.REVIEW, section.id, (item,), ()), cells


def _ways(section: Section, required: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], ActKind]]:
    """In which languages a section could be brought out, and by which act."""
    there = tuple(tag for tag in required if tag in (section.body or ()))
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
    link: Link,
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
        item: [n for n in cells if gaps[n].state is CellState.MISSING and not gaps[n].sections]
        for item, cells in numbers.items()
    }
    required = coverage.languages
    for item, cells in untold.items():
        yield Act(ActKind.WRITE, "", (item,), required), cells
    for bundle in coverage.graph.settings.coverage.bundles:
        items = tuple(str(ref) for ref in bundle if untold.get(str(ref)))
        if len(items) > 1:
            together = [n for item in items for n in untold[item]]
            yield Act(ActKind.WRITE, "", items, required), together


def _classes(found: list[Candidate]) -> list[set[int]]:
    """For each candidate its cells, cells that the same candidates close counted as one."""
    holders: dict[int, list[int]] = {}
    for index, one in enumerate(found):
        for cell in one.cells:
            holders.setdefault(cell, []).append(index)
    numbers: dict[tuple[int, ...], int] = {}
    classes: list[set[int]] = [set() for _ in found]
    for indexes in (tuple(holders[cell]) for cell in sorted(holders)):
        number = numbers.setdefault(indexes, len(numbers))
        for index in indexes:
            classes[index].add(number)
    return classes


def _in_order(chosen: list[Candidate], done: Ratio) -> Iterator[Advice]:
    left = list(chosen)
    closed: set[int] = set()
    n = done.n
    while left:
        best = max(left, key=lambda one: len(one.cells - closed) / one.cost)
        left.remove(best)
        gain = len(best.cells - closed)
        closed |= best.cells
        n += gain
        yield Advice(best.act, best.cost, gain, Ratio(n, done.d))
