"""Places about rings: between two of them, outside in the corners, and under each other.

A ring is a superellipse, as Piet Hein drew them: rounder than a rectangle, roomier than an ellipse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import copysign, cos, pi, sin

from lumme_graph.drawing.scene import number
from lumme_graph.drawing.steps.rows import BoxPlace

RATIO = 1.8
"""Width to height of a ring, at most."""
_CLEAR = 2.5
"""Between a box and the line of a ring."""
_AIR = 3.0
"""Between two boxes outside the grid."""
_POWER: float = 2.3
"""Of the superellipse; 2 is an ellipse."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A superellipse about a middle, by half its width and half its height."""

    x: float
    y: float
    wide: float
    tall: float

    def holds(self, place: BoxPlace) -> bool:
        """Does a box lie inside, clear of the line?"""
        dx = max(abs(place.x - self.x), abs(place.right - self.x)) + _CLEAR
        dy = max(abs(place.y - self.y), abs(place.bottom - self.y)) + _CLEAR
        return float((dx / self.wide) ** _POWER + (dy / self.tall) ** _POWER) <= 1.0

    def misses(self, place: BoxPlace) -> bool:
        """Does a box lie outside, clear of the line?"""
        dx = max(place.x - self.x, self.x - place.right, 0.0) - _CLEAR
        dy = max(place.y - self.y, self.y - place.bottom, 0.0) - _CLEAR
        return (
            float((max(dx, 0.0) / self.wide) ** _POWER + (max(dy, 0.0) / self.tall) ** _POWER) >= 1
        )

    @property
    def path(self) -> str:
        """The line as a path: four curves that meet the superellipse at its ends and between."""
        k = (8 * 2 ** (-1 / _POWER) - 4) / 3
        x, y, a, b = self.x, self.y, self.wide, self.tall
        curves = (
            (x + a, y + k * b, x + k * a, y + b, x, y + b),
            (x - k * a, y + b, x - a, y + k * b, x - a, y),
            (x - a, y - k * b, x - k * a, y - b, x, y - b),
            (x + k * a, y - b, x + a, y - k * b, x + a, y),
        )
        drawn = " ".join("C" + " ".join(map(number, curve)) for curve in curves)
        return f"M{number(x + a)} {number(y)} {drawn}Z"


def overlap(a: BoxPlace, b: BoxPlace, air: float) -> bool:
    """Are two boxes nearer to each other than the air between them?"""
    return (
        a.x < b.right + air
        and b.x < a.right + air
        and a.y < b.bottom + air
        and b.y < a.bottom + air
    )


def between(
    inner: Ring,
    outer: Ring,
    sizes: Sequence[tuple[float, float]],
    taken: Sequence[BoxPlace],
    steps: int = 60,
) -> list[BoxPlace] | None:
    """Places between two rings, evenly about the middle; None where they do not fit.

    They mirror each other left and right, and leave the top to the ring's name; each is at most
    some steps of three degrees from its even place.
    """
    found: dict[int, BoxPlace] = {}
    for turn in _mirrored(len(sizes)):
        width, height = sizes[turn]
        wanted = 1.5 * pi + 2 * pi * (turn + 0.5) / len(sizes)
        options = (
            place
            for angle in _around(wanted, steps)
            for share in (0.5, 0.4, 0.6, 0.3, 0.7)
            if (place := _at(inner, outer, angle, share, width, height))
            and inner.misses(place)
            and outer.holds(place)
            and not any(overlap(place, other, _AIR) for other in (*taken, *found.values()))
        )
        first = next(options, None)
        if first is None:
            return None
        found[turn] = first
    return [found[turn] for turn in range(len(sizes))]


def _mirrored(n: int) -> Iterator[int]:
    """Pairs that mirror each other, from the top down; the one at the bottom last."""
    for turn in range(n // 2):
        yield from (turn, n - 1 - turn)
    yield from (n // 2,) * (n % 2)


def centred(width: float, height: float, room: BoxPlace) -> BoxPlace:
    """A place in the middle of another."""
    x = room.x + (room.width - width) / 2
    return BoxPlace(x, room.y + (room.height - height) / 2, width, height)


def _around(angle: float, steps: int) -> Iterator[float]:
    """Angles from the wanted one outwards, in steps of three degrees, first towards the bottom."""
    down = 1 if cos(angle) > 0 else -1
    yield angle
    for step in range(1, steps + 1):
        yield angle + down * step * pi / 60
        yield angle - down * step * pi / 60


def _at(
    inner: Ring, outer: Ring, angle: float, share: float, width: float, height: float
) -> BoxPlace:
    wide = inner.wide + (outer.wide - inner.wide) * share
    tall = inner.tall + (outer.tall - inner.tall) * share
    x = outer.x + wide * _bent(cos(angle))
    y = outer.y + tall * _bent(sin(angle))
    return BoxPlace(x - width / 2, y - height / 2, width, height)


def _bent(share: float) -> float:
    """A cosine or sine as it is on a superellipse."""
    return copysign(abs(share) ** (2 / _POWER), share)


def cornered(
    ring: Ring, room: BoxPlace, sizes: Sequence[tuple[float, float]]
) -> list[BoxPlace] | None:
    """Places outside a ring, in the corners of the room; None where they do not fit."""
    found: list[BoxPlace] = []
    for width, height in sizes:
        options = (
            place
            for lower in (True, False)
            for right in (True, False)
            if (place := _corner(room, width, height, lower=lower, right=right))
            and ring.misses(place)
            and not any(overlap(place, other, _AIR) for other in found)
        )
        first = next(options, None)
        if first is None:
            return None
        found.append(first)
    return found


def _corner(room: BoxPlace, width: float, height: float, *, lower: bool, right: bool) -> BoxPlace:
    x = room.right - width if right else room.x
    y = room.bottom - height if lower else room.y
    return BoxPlace(x, y, width, height)


def stacked(room: BoxPlace, sizes: Sequence[tuple[float, float]]) -> list[BoxPlace] | None:
    """Places under each other about the middle of a strip's height; None where they do not fit."""
    high = sum(height for _, height in sizes) + _AIR * max(0, len(sizes) - 1)
    if high > room.height:
        return None
    found: list[BoxPlace] = []
    y = room.y + (room.height - high) / 2
    for width, height in sizes:
        found.append(BoxPlace(room.x, y, width, height))
        y += height + _AIR
    return found
