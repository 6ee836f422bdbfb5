"""Level pieces of arrows in the channel above the cards of a lane, laid over each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from lumme_graph.drawing.lettering import Lettering
from lumme_graph.drawing.steps.gaps import ARROW

PLATE: Final = (1.3, 0.6)
"""Air within a plate, at its sides and above."""
_AIR: Final = 1.0

End = Literal["source", "target"]


class Plate(NamedTuple):
    """Words on a white plate: from x on, `width` wide."""

    x: float
    width: float
    words: Lettering

    @property
    def height(self) -> float:
        """Its height."""
        return self.words.height + 2 * PLATE[1]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A level piece of a route in the channel of a lane: what it takes, and at which `rise`.

    `rise` is from the upper edge of the cards up to its line. Runs with a greater `order` stand
    farther up.
    """

    route: int
    end: End
    lane: int
    left: float
    right: float
    order: tuple[int, int]
    height: float
    plate: Plate | None = None


def stacked(
    runs: Sequence[Stretch],
) -> tuple[dict[tuple[int, End], float], dict[int, float]]:
    """How far above the cards each run lies, and how much room the runs of each lane need.

    Runs that share a stretch of a channel lie over each other, the shorter below.
    """
    rises: dict[tuple[int, End], float] = {}
    heights: dict[int, float] = {}
    by_lane: dict[int, list[Stretch]] = defaultdict(list)
    for run in sorted(runs, key=lambda run: run.order):
        by_lane[run.lane].append(run)
    for lane, stack in by_lane.items():
        levels = _levels(stack)
        height = ARROW
        for level in levels:
            tall = max(run.height for run in level)
            for run in level:
                rises[run.route, run.end] = height + tall / 2
            height += tall + _AIR
        heights[lane] = height
    return rises, heights


def _levels(stack: Sequence[Stretch]) -> list[list[Stretch]]:
    levels: list[list[Stretch]] = []
    for run in stack:
        above = [
            i
            for i, level in enumerate(levels)
            if any(run.left < other.right and other.left < run.right for other in level)
        ]
        at = above[-1] + 1 if above else 0
        if at == len(levels):
            levels.append([])
        levels[at].append(run)
    return levels
