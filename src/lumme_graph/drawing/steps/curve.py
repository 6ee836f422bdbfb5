"""The plot of a sheet: curves over five levels, and the strip that tells of the lowest point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lumme_graph.drawing import icons, palette
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.scene import Paint, Rect, Shape, line
from lumme_graph.drawing.steps.callout import Callout, callout
from lumme_graph.drawing.steps.columns import LABELS
from lumme_graph.drawing.steps.ink import FACE, Ink
from lumme_graph.drawing.steps.points import LEVELS, Curve, curve
from lumme_graph.drawing.steps.rows import HERO, PAD, Drawn, RowName, SheetOf, row_name
from lumme_graph.views.shapes import GridRow, Sign

LEAST = {"a4": 45.0}
LEAST_ELSEWHERE = 58.0
_BELOW = 7.2
"""Under the lowest level: the ring of the lowest point stands there."""
_ABOVE = 5.2
"""Over the highest level: a face and its value."""
_UNDER_NAME = 0.4
"""How far the highest level may reach up into the air under the name of the row."""
_TO_CALLOUT = 2.8


@dataclass(frozen=True, slots=True)
class Plot:
    """The curves of a sheet, measured, with their callout."""

    name: RowName
    scale: tuple[tuple[int, Sign, Lettering], ...]
    curves: tuple[Curve, ...]
    callout: Callout | None
    floor: float
    hunger: float = HERO
    gap: float = 1.6

    @property
    def _above(self) -> float:
        words = max(words.height for _, _, words in self.scale)
        return max(_ABOVE, self.name.height + max(FACE, words / 2) - _UNDER_NAME)

    @property
    def least(self) -> float:
        """The least height of the plot, with its callout."""
        words = max(words.height for _, _, words in self.scale)
        own = max(self.floor, self._above + 4 * (words + 0.6) + _BELOW)
        return own + self._under

    @property
    def _under(self) -> float:
        return _TO_CALLOUT + self.callout.least if self.callout else 0.0

    def draw(self, sheet: SheetOf, y: float, height: float) -> Drawn:
        """The plot from y on, its callout at the lower end."""
        bottom = y + height - self._under
        level = (bottom - y - self._above - _BELOW) / 4
        ys = {value: y + self._above + n * level for n, value in enumerate(LEVELS)}
        shapes = [
            *self._axis(sheet, y, bottom, ys),
            *_field(sheet, bottom, ys),
            *Ink(self.curves, sheet, ys).shapes(),
        ]
        if self.callout:
            shapes += self.callout.draw(sheet, bottom + _TO_CALLOUT)
        return Drawn(tuple(shapes))

    def _axis(
        self, sheet: SheetOf, y: float, bottom: float, ys: Mapping[int, float]
    ) -> Iterator[Shape]:
        left = sheet.frame.left
        yield from self.name.at(left, y, bottom - y)
        for value, sign, words in self.scale:
            yield from icons.face(
                sign.value, left + PAD + 1.4, ys[value], 2.0, is_open=sign.is_open
            )
            yield words.centred(left + PAD + 4.6, ys[value])


def curves(rows: Sequence[GridRow], sheet: SheetOf) -> Iterator[Plot]:
    """All curves that follow each other as one plot, with the callout after them."""
    paper = sheet.frame.paper
    drawn = [row for row in rows if row.look == "curve"]
    told = (callout(row, sheet) for row in rows if row.look == "callout")
    room = LABELS - PAD - 4.4
    yield Plot(
        row_name(drawn[0], paper),
        tuple(
            (int(sign.value), sign, lettering(sign.words, room, paper.size("content")))
            for sign in drawn[0].scale
        ),
        tuple(curve(row, order, sheet) for order, row in enumerate(drawn)),
        next((one for one in told if one), None),
        LEAST.get(paper.name, LEAST_ELSEWHERE),
    )


def _field(sheet: SheetOf, bottom: float, ys: Mapping[int, float]) -> Iterator[Shape]:
    """The levels; what is below zero is tinted."""
    left, right = sheet.left, sheet.frame.right
    yield Rect(left, ys[0], right - left, bottom - ys[0], Paint(fill=palette.BELOW_ZERO))
    for value, y in ys.items():
        paint = Paint(stroke=palette.MUTED, width=0.45) if value == 0 else palette.HAIRLINE
        yield line(left, y, right, y, paint)
