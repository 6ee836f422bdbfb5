"""A grid of lanes as sheets: lanes under each other, or cards in reading order where these fit better."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import inf
from typing import Final

from lumme_graph.drawing.frame import frame
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene, Shape
from lumme_graph.drawing.spread import spread
from lumme_graph.drawing.steps.channels import Channels, channels
from lumme_graph.drawing.steps.columns import GAP, LABELS, LEAD, TAIL, WIDEST, StepColumn, room
from lumme_graph.drawing.steps.folded import folded
from lumme_graph.drawing.steps.lanes import lanes
from lumme_graph.drawing.steps.links import links
from lumme_graph.drawing.steps.rows import Band, BoxPlace, SheetOf
from lumme_graph.drawing.steps.step_card import is_free
from lumme_graph.views.key import key
from lumme_graph.views.shapes import Box, BoxLink, Grid, GridCell

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
        places: dict[str, BoxPlace] = {}
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
            most = inf if self._is_free else _GROWTH * band.least
            yield band.least + (min(spare * band.hunger / hunger, most) if hunger else 0.0)

    @property
    def _is_free(self) -> bool:
        """Is the sheet left free to write in?"""
        return any(is_free(box) for _, box in self.sheet.boxes.values())


_GROWTH: Final = 0.6
"""How much higher than needed a lane may become, where there is room."""


def scenes(grid: Grid, paper: Paper) -> list[Scene]:
    """The sheets of a grid of lanes.

    On A4 a path is folded: its cards stand in reading order. Lanes that are too high for a sheet get
    fewer and wider columns, then a sheet that stands upright; a path is folded instead. What fits no
    sheet makes it higher.
    """
    cells = [cell for row in grid.rows for cell in row.cells]
    is_left_free = any(is_free(box) for cell in cells for box in cell.boxes)
    is_plain = all(row.look == "lane" for row in grid.rows) and not is_left_free
    if is_plain and paper.name == "a4":
        return folded(grid, paper)
    page, most = paper, len(grid.columns)
    for page, most in _attempts(len(grid.columns), paper):
        made: list[_Sheet] = []
        for sheet in _sheets(grid, page, most):
            made.append(sheet)
            if sheet.lacks:
                break
        else:
            return [sheet.scene() for sheet in made]
        if is_plain and most <= _FEWEST:
            return folded(grid, paper)
    lacks = max(sheet.lacks for sheet in _sheets(grid, page, most))
    higher = replace(page, height=(page.height or 0) + lacks)
    return [sheet.scene() for sheet in _sheets(grid, higher, most)]


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


def _sheets(grid: Grid, paper: Paper, most: int) -> Iterator[_Sheet]:
    """The sheets with `most` columns on each, measured one after the other."""
    parts = _columns(grid, paper, most)
    number = {column.line.id: n for n, columns in enumerate(parts, 1) for column in columns}
    keys = key(grid)
    where = {
        box.id: (number[cell.column], box)
        for row in grid.rows
        for cell in row.cells
        for box in cell.boxes
    }
    for n, (columns, part) in enumerate(zip(parts, _slices(grid, number, where), strict=True), 1):
        around = frame(
            grid.head,
            grid.kind,
            paper,
            keys=keys,
            notes=grid.notes if n == len(parts) else (),
            width=room(columns),
            sheet=(n, len(parts)),
        )
        sheet = SheetOf(part, around, columns, where)
        of = channels(sheet)
        yield _Sheet(sheet, of, tuple(lanes(sheet, of)))


def _slices(
    grid: Grid, number: Mapping[str, int], where: Mapping[str, tuple[int, Box]]
) -> Iterator[Grid]:
    """The grid of each sheet: its own cells, and the links that begin or end on it."""
    cells: dict[tuple[int, str], list[GridCell]] = defaultdict(list)
    for row in grid.rows:
        for cell in row.cells:
            cells[number[cell.column], row.id].append(cell)
    links: dict[int, list[BoxLink]] = defaultdict(list)
    for link in grid.links:
        for n in {where[end][0] for end in (link.source, link.target)}:
            links[n].append(link)
    for n in range(1, max(number.values(), default=1) + 1):
        rows = tuple(replace(row, cells=tuple(cells[n, row.id])) for row in grid.rows)
        yield replace(grid, rows=rows, links=tuple(links[n]))


def _columns(grid: Grid, paper: Paper, most: int) -> list[tuple[StepColumn, ...]]:
    """The columns of each sheet: evenly over the fewest, all of one width."""
    lines = grid.columns
    borders = [i for i in range(1, len(lines)) if lines[i].group != lines[i - 1].group]
    counts = spread(len(lines), most, borders)
    width = _WEB
    if paper.width is not None:
        given = paper.width - 2 * paper.margin - LABELS - LEAD - TAIL + GAP
        width = min(WIDEST, given / max(counts) - GAP)
    left = paper.margin + LABELS + LEAD
    sheets: list[tuple[StepColumn, ...]] = []
    first = 0
    for count in counts:
        here = lines[first : first + count]
        sheets.append(
            tuple(
                StepColumn(line, first + i, left + i * (width + GAP), width)
                for i, line in enumerate(here)
            )
        )
        first += count
    return sheets
