"""A grid of lanes as sheets: lanes under each other, or cards in reading order where these fit better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lumme_graph.drawing.frame import Frame, frame
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene, Shape
from lumme_graph.drawing.spread import spread
from lumme_graph.drawing.steps.channels import Channels, channels
from lumme_graph.drawing.steps.columns import GAP, LABELS, LEAD, TAIL, WIDEST, Column, room
from lumme_graph.drawing.steps.folded import folded
from lumme_graph.drawing.steps.lanes import lanes
from lumme_graph.drawing.steps.links import links
from lumme_graph.drawing.steps.rows import Band, Place, SheetOf
from lumme_graph.views.shapes import Grid, key

_NARROWEST: Final = {"a3": 38.0, "a4": 34.0}
_WEB: Final = 52.0
"""The width of a column on the web."""
_FEWEST: Final = 3
"""So many columns at least are tried before the sheet is turned or the cards are folded."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet with its lanes, measured and not yet drawn."""

    sheet: SheetOf
    of: Channels
    bands: tuple[Band, ...]

    @property
    def least(self) -> float:
        """The height that the lanes need."""
        return sum(band.least + band.gap for band in self.bands)

    @property
    def lacks(self) -> float:
        """By how much the lanes are too high for the sheet."""
        height = self.sheet.frame.height
        return 0.0 if height is None else max(0.0, self.least - height)

    def scene(self) -> Scene:
        """The sheet, drawn."""
        around = self.sheet.frame
        shapes: list[Shape] = []
        places: dict[str, Place] = {}
        y = around.top
        for band, height in zip(self.bands, self._heights(around.height), strict=True):
            y += band.gap
            drawn = band.draw(self.sheet, y, height)
            shapes += drawn.shapes
            places |= drawn.places
            y += height
        shapes += links(self.sheet, self.of, places)
        return around.scene(shapes, y)

    def _heights(self, given: float | None) -> Iterator[float]:
        """What each band needs, and its share of a part of what is left over."""
        spare = 0.0 if given is None else max(0.0, given - self.least)
        hunger = sum(band.hunger for band in self.bands)
        for band in self.bands:
            more = min(spare * band.hunger / hunger, _GROWTH * band.least) if hunger else 0.0
            yield band.least + more


_GROWTH: Final = 0.6
"""How much higher than needed a lane may become, where there is room."""


def scenes(grid: Grid, paper: Paper) -> list[Scene]:
    """The sheets of a grid of lanes.

    On A4 a path is folded: its cards stand in reading order. Lanes that are too high for a sheet get
    fewer and wider columns, then a sheet that stands upright; a path is folded instead.
    """
    is_plain = all(row.look == "lane" for row in grid.rows)
    if is_plain and paper.name == "a4":
        return folded(grid, paper)
    made: list[_Sheet] = []
    for page, most in _attempts(len(grid.columns), paper):
        made = _sheets(grid, page, most)
        if not any(sheet.lacks for sheet in made):
            return [sheet.scene() for sheet in made]
        if is_plain and most <= _FEWEST:
            return folded(grid, paper)
    return [sheet.scene() for sheet in _grown(grid, made)]


def _attempts(steps: int, paper: Paper) -> Iterator[tuple[Paper, int]]:
    """The papers and the most columns on a sheet, the best first."""
    if paper.width is None:
        yield paper, max(1, steps)
        return
    for page in (paper, paper.portrait):
        given = (page.width or 0) - 2 * page.margin - LABELS - LEAD - TAIL + GAP
        most = min(int(given / (_NARROWEST[paper.name] + GAP)), steps)
        counts = [spread(steps, n) for n in range(most, 0, -1)]
        for i, count in enumerate(counts):
            is_other = i == 0 or len(count) > len(counts[i - 1])
            if is_other and (count[0] >= min(_FEWEST, most) or i == 0):
                yield page, max(count)


def _sheets(grid: Grid, paper: Paper, most: int) -> list[_Sheet]:
    parts = _columns(grid, paper, most)
    numbers = {column.line.id: n for n, columns in enumerate(parts, 1) for column in columns}
    return [
        _measured(SheetOf(grid, _frame(grid, paper, columns, n, len(parts)), columns, numbers))
        for n, columns in enumerate(parts, 1)
    ]


def _measured(sheet: SheetOf) -> _Sheet:
    of = channels(sheet)
    return _Sheet(sheet, of, tuple(lanes(sheet, of)))


def _frame(grid: Grid, paper: Paper, columns: tuple[Column, ...], n: int, of: int) -> Frame:
    return frame(
        grid.head,
        grid.kind,
        paper,
        keys=key(grid),
        notes=grid.notes if n == of else (),
        width=room(columns),
        sheet=(n, of),
    )


def _columns(grid: Grid, paper: Paper, most: int) -> list[tuple[Column, ...]]:
    """The columns of each sheet: evenly over the fewest, all of one width."""
    lines = grid.columns
    borders = [i for i in range(1, len(lines)) if lines[i].group != lines[i - 1].group]
    counts = spread(len(lines), most, borders)
    width = _WEB
    if paper.width is not None:
        given = paper.width - 2 * paper.margin - LABELS - LEAD - TAIL + GAP
        width = min(WIDEST, given / max(counts) - GAP)
    left = paper.margin + LABELS + LEAD
    sheets: list[tuple[Column, ...]] = []
    first = 0
    for count in counts:
        here = lines[first : first + count]
        sheets.append(
            tuple(
                Column(line, first + i, left + i * (width + GAP), width)
                for i, line in enumerate(here)
            )
        )
        first += count
    return sheets


def _grown(grid: Grid, made: Sequence[_Sheet]) -> list[_Sheet]:
    """The same sheets on paper that is as high as the highest needs: content that fits no sheet."""
    paper = made[0].sheet.frame.paper
    higher = replace(paper, height=(paper.height or 0) + max(sheet.lacks for sheet in made))
    return _sheets(grid, higher, max(len(sheet.sheet.columns) for sheet in made))
