"""The cells of an item at a library as one: the worst of their states, for whatever shows a grid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.elements.offer import Coverable


class Square(NamedTuple):
    """The cells of an item at a library, one for each language.

    `state` is the worst, in which `n` of the `m` languages are; the others are in `rest`.
    """

    state: CellState
    n: int
    m: int
    rest: tuple[CellState, ...] = ()


def squares(coverage: Coverage, item: Coverable) -> list[Square]:
    """The squares of an item, one for each library."""
    return [_square(states) for states in _by_library(coverage, item)]


def _by_library(coverage: Coverage, item: Coverable) -> Iterator[bytes]:
    states, width = coverage.states_of(item), len(coverage.languages)
    return (states[at : at + width] for at in range(0, len(states), width or 1))


def _square(states: bytes) -> Square:
    found = sorted(set(map(CellState, states)), key=_badness, reverse=True)
    worst = found[0]
    return Square(worst, states.count(worst), len(states), tuple(found[1:]))


def _badness(state: CellState) -> int:
    """How bad a state is: as they follow each other, but an exempt cell asks for nothing."""
    return -1 if state is CellState.EXEMPT else state
