"""At which libraries an item has cells of some states, found without looking at each cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import compress
from typing import NamedTuple

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.elements.guide import Section
from lumme_graph.elements.offer import Coverable

Sections = tuple[Section, ...]


class Spread(NamedTuple):
    """Some cells of one item: the positions of their libraries by language, and what bears on them."""

    where: Mapping[tuple[str, ...], Sequence[int]]
    sections: tuple[str, ...]


def spread(
    found: Coverage,
    item: Coverable,
    *wanted: CellState,
    only: Callable[[Sections], bool] | None = None,
) -> Spread | None:
    """Where an item's cells of some states are, if there are any.

    `only` narrows them by the sections that bear on a cell. Wherever no scope makes a difference
    the same sections bear on all cells of a language, so few cells are looked at one by one.
    """
    states, width = found.states_of(item), len(found.languages)
    if not any(state in states for state in wanted):
        return None
    is_wanted = bytes(code in wanted for code in range(256))
    rows = [bytearray(states[at::width].translate(is_wanted)) for at in range(width)]
    narrowed = found.narrowed(item)
    if only is not None:
        for row, language in zip(rows, found.languages, strict=True):
            _narrow(row, found, item, language, narrowed, only)
    where = _grouped(rows, found.languages)
    looked_at = sorted(
        {
            *(at for at in narrowed if any(row[at] for row in rows)),
            *(at for places in where.values() for at in _first(places, narrowed)),
        }
    )
    sections = dict.fromkeys(
        section.id
        for at in looked_at
        for number, tag in enumerate(found.languages)
        if rows[number][at] and CellState(states[at * width + number]).counted
        for section in found.sections(item, found.libraries[at], tag)
    )
    return Spread(where, tuple(sections)) if where else None


def _grouped(
    rows: Sequence[bytearray], languages: Sequence[str]
) -> dict[tuple[str, ...], Sequence[int]]:
    """The places that are in the rows, by the languages of the rows that they are in."""
    there = [(row, tag) for row, tag in zip(rows, languages, strict=True) if any(row)]
    if all(map(all, (row for row, _ in there))):
        return {tuple(tag for _, tag in there): range(len(rows[0]))} if there else {}
    where: dict[tuple[str, ...], list[int]] = {}
    for at in sorted({at for row, _ in there for at in compress(range(len(row)), row)}):
        where.setdefault(tuple(tag for row, tag in there if row[at]), []).append(at)
    return dict(where)


def _narrow(
    row: bytearray,
    found: Coverage,
    item: Coverable,
    language: str,
    narrowed: Sequence[int],
    only: Callable[[Sections], bool],
) -> None:
    """Take out of a row the libraries whose sections are not those that are asked for."""
    before = bytes(row)
    if not only(found.sections_everywhere(item, language)):
        row[:] = bytes(len(row))
    for at in narrowed:
        row[at] = before[at] and only(found.sections(item, found.libraries[at], language))


def _first(places: Sequence[int], narrowed: Sequence[int]) -> list[int]:
    """The first of some places that no scope narrows, as a list of at most one."""
    apart = set(narrowed)
    return [next(at for at in places if at not in apart)] if not apart.issuperset(places) else []
