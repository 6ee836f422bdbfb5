"""Which bands stand on which sheet, and how high each of them is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lumme_graph.drawing.steps.rows import HERO, Band, Breakable

_FOR_THE_HERO = 0.7
_FILLED = tuple(share / 20 for share in range(8, 21))
"""How much of a sheet may be filled, tried from the least, until no further sheet is needed."""


def stacks(bands: Sequence[Band], first: float, later: float) -> list[list[Band]]:
    """The bands of each sheet, from the top, evenly over the fewest sheets.

    What they are made for stands as early as it may. `first` is the room of the first sheet,
    `later` that of each further one.
    """
    pieces = [piece for band in bands for piece in _pieces(band, min(first, later))]
    full = _filled(pieces, first, later)
    tries = (_filled(pieces, first * share, later * share) for share in _FILLED)
    return next(one for one in tries if len(one) == len(full) and _heroes(one) == _heroes(full))


def lacks(stack: Sequence[Band], room: float | None) -> float:
    """By how much the bands of a sheet are too high for its room."""
    return 0.0 if room is None else max(0.0, _height(stack) - room)


def heights(stack: Sequence[Band], room: float | None) -> list[float]:
    """The height of each band: what it needs, and its share of what is left over.

    What a sheet is made for takes seven tenths and what the others leave.
    """
    spare = 0.0 if room is None else max(0.0, room - _height(stack))
    heroes = sum(band.hunger for band in stack if band.hunger >= HERO)
    others = sum(band.hunger for band in stack if band.hunger < HERO)
    for_others = spare * (1 - _FOR_THE_HERO if heroes else 1.0)
    share = for_others / others if others else 0.0
    more = [_more(band, share) if band.hunger < HERO else 0.0 for band in stack]
    left = spare - sum(more)
    return [
        band.least + (left * band.hunger / heroes if band.hunger >= HERO else grown)
        for band, grown in zip(stack, more, strict=True)
    ]


def _more(band: Band, share: float) -> float:
    """By how much a band grows; one of little hunger only so far."""
    most = band.hunger * band.least if band.hunger < 1 else float("inf")
    return min(most, share * band.hunger)


def _pieces(band: Band, room: float) -> Iterator[Band]:
    if band.least > room and isinstance(band, Breakable):
        yield from band.broken(room)
    else:
        yield band


def _filled(bands: Sequence[Band], first: float, later: float) -> list[list[Band]]:
    stacks: list[list[Band]] = [[]]
    for band in bands:
        room = first if len(stacks) == 1 else later
        if stacks[-1] and _height([*stacks[-1], band]) > room:
            stacks.append([])
        stacks[-1].append(band)
    return stacks


def _heroes(sheets: Sequence[Sequence[Band]]) -> list[bool]:
    """On which sheets what they are made for stands."""
    return [any(band.hunger >= HERO for band in stack) for stack in sheets]


def _height(stack: Sequence[Band]) -> float:
    return sum(band.least for band in stack) + sum(band.gap for band in stack[1:])
