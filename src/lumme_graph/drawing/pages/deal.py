"""Cards dealt to sheets: in their own order, in two full rows under each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from lumme_graph.drawing.pages.card import HIGH, CardHeights, PageCard, cut, fit, needed

GAP: Final = 3.0
"""Between two cards: there they are cut."""


class CardRun(NamedTuple):
    """Cards beside each other whose blocks all stand at the same heights."""

    cards: tuple[PageCard, ...]
    heights: CardHeights


class CardRow(NamedTuple):
    """Cards of one height beside each other, in as few runs as that height allows."""

    runs: tuple[CardRun, ...]
    height: float


def pieces(one: PageCard, *most: float) -> Iterator[PageCard]:
    """The card, or the cards it goes on with where it is too high.

    Where not even one entry of it fits the first height, the next one holds.
    """
    while halves := _halves(one, most):
        first, one = halves
        yield first
    yield one


def _halves(one: PageCard, most: Sequence[float]) -> tuple[PageCard, PageCard] | None:
    total = needed([one]).total
    return next((halves for high in most if total > high and (halves := cut(one, high))), None)


def card_row(cards: Sequence[PageCard], most: float, usual: float) -> CardRow:
    """A row as high as usual, or higher, up to a height, where it takes fewer runs so."""
    runs: list[list[PageCard]] = []
    for one in cards:
        if runs and needed([*runs[-1], one]).total <= most:
            runs[-1].append(one)
        else:
            runs.append([one])
    height = max(min(usual, most), *(needed(run).total for run in runs))
    return CardRow(
        tuple(CardRun(tuple(run), fit(run, height) or needed(run)) for run in runs), height
    )


def dealt(cards: Sequence[PageCard], columns: int, room: float) -> list[list[CardRow]]:
    """The rows of each sheet, in a room so high; what is too high for half of it has a sheet."""
    usual = min(HIGH, (room - GAP) / 2)
    sheets: list[list[PageCard]] = []
    is_open = False
    for part in (part for one in cards for part in pieces(one, usual, room)):
        fits = needed([part]).total <= usual
        if is_open and fits and len(sheets[-1]) < 2 * columns:
            sheets[-1].append(part)
        else:
            sheets.append([part])
        is_open = fits
    return [_rows(sheet, columns, room - GAP, usual) for sheet in sheets]


def _rows(cards: Sequence[PageCard], columns: int, room: float, usual: float) -> list[CardRow]:
    """The rows of a sheet; what one does not need of the room helps the other to fewer runs."""
    upper, lower = cards[:columns], cards[columns:]
    if not lower:
        return [card_row(upper, usual, usual)]
    shares = [usual, *_heights(upper), *(room - height for height in _heights(lower))]
    least, most = _highest(upper), room - _highest(lower)
    ways = [
        [card_row(upper, share, usual), card_row(lower, room - share, usual)]
        for share in shares
        if least <= share <= most
    ]
    return min(ways, key=lambda rows: (sum(len(row.runs) for row in rows), _uneven(rows)))


def _heights(row: Sequence[PageCard]) -> Iterator[float]:
    """How high some neighbours in a row are with their blocks at the same heights."""
    for start, end in combinations(range(len(row) + 1), 2):
        yield needed(row[start:end]).total


def _highest(row: Sequence[PageCard]) -> float:
    return max(needed([one]).total for one in row)


def _uneven(rows: Sequence[CardRow]) -> float:
    heights = [row.height for row in rows]
    return max(heights) - min(heights)
