"""Cards on sheets: several to cut out of one, or one by itself on a small sheet of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from lumme_graph.base.label import Counted
from lumme_graph.base.speaker import Said
from lumme_graph.drawing import palette
from lumme_graph.drawing.footer import emblem, key_rows, stated
from lumme_graph.drawing.lettering import lettering
from lumme_graph.drawing.pages.card import HIGH, STYLES, WIDE, card, draw
from lumme_graph.drawing.pages.deal import GAP, CardRow, card_row, dealt, pieces
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene, Shape, ShapeGroup, moved
from lumme_graph.views.key import key
from lumme_graph.views.shapes import Family, ShapePage, Sign

_EDGE = 5.0
_AIR = 1.2
_FAMILIES = get_args(Family)
_CUT = Counted(
    "{what} · cut along the gaps: {n} card · sheet {sheet}/{of}",
    "{what} · cut along the gaps: {n} cards · sheet {sheet}/{of}",
)


def alone(page: ShapePage, paper: Paper) -> list[Scene]:
    """A card by itself; on the web it is as high as it must be, on paper it goes on with a second."""
    width = WIDE + 2 * _EDGE
    foot, deep = _foot([page], _EDGE, width)
    whole = card(page)
    parts = [whole] if paper.width is None else list(pieces(whole, HIGH))
    name = page.head.id if page.head.id.startswith(page.kind) else f"{page.kind}-{page.head.id}"
    title = f"{page.head.title.shown}: {page.head.kind.shown}"
    scenes: list[Scene] = []
    for number, part in enumerate(parts, 1):
        id_ = _numbered(name, number, len(parts))
        row = card_row([part], HIGH, HIGH)
        bottom = _EDGE + row.height + _AIR
        shapes = [*_row(row, id_, _EDGE, _EDGE), *_moved(foot, bottom)]
        scenes.append(_scene(page, id_, title, (width, bottom + deep + _EDGE), shapes))
    return scenes


def together(pages: Sequence[ShapePage], paper: Paper) -> list[Scene]:
    """Cards beside and under each other, those of a row with their blocks at the same heights.

    Where a row has no room for that, only as many neighbours as it has room for.
    """
    sheet = _turned(paper)
    width, height = sheet.width or 0.0, sheet.height or 0.0
    columns = _across(width)
    left = (width - columns * WIDE - (columns - 1) * GAP) / 2
    _, deep = _foot(pages, left, width)
    top = _EDGE + STYLES.size("note") * 1.24 + _AIR
    sheets = dealt([card(page) for page in pages], columns, height - top - _AIR - deep - _EDGE)
    scenes: list[Scene] = []
    for number, rows in enumerate(sheets, 1):
        id_ = _numbered(f"{pages[0].kind}-cards", number, len(sheets))
        cards = [one for row in rows for run in row.runs for one in run.cards]
        said = _over(pages[0], len(cards), (number, len(sheets)))
        over = lettering(said, width, STYLES.size("note"), colour=palette.MUTED, note=True)
        shapes: list[Shape] = [over.at(width / 2, _EDGE, anchor="middle")]
        y = top
        for row in rows:
            shapes += _row(row, id_, left, y)
            y += row.height + GAP
        foot, _ = _foot([one.page for one in cards], left, width)
        shapes += _moved(foot, height - _EDGE - deep)
        scenes.append(_scene(pages[0], id_, said.shown, (width, height), shapes))
    return scenes


def _row(row: CardRow, sheet: str, left: float, y: float) -> list[Shape]:
    placed = [(one, run.heights) for run in row.runs for one in run.cards]
    return [
        draw(one, heights, sheet, left + place * (WIDE + GAP), y)
        for place, (one, heights) in enumerate(placed)
    ]


def _turned(paper: Paper) -> Paper:
    """The paper as more of it is used: upright or not."""
    ways = (paper.portrait, paper)
    return min(ways, key=lambda one: (one.width or 0.0) - _across(one.width or 0.0) * (WIDE + GAP))


def _across(width: float) -> int:
    """How many cards stand beside each other."""
    return int((width - 2 * _EDGE + GAP) // (WIDE + GAP))


def _over(page: ShapePage, n: int, sheet: tuple[int, int]) -> Said:
    what = (page.many or page.head.kind).words
    return page.head.speak(_CUT, what=what, n=n, sheet=sheet[0], of=sheet[1])


def _foot(pages: Sequence[ShapePage], left: float, width: float) -> tuple[list[Shape], float]:
    """The key and the statement under the cards, from y = 0 on, and their height."""
    signs: dict[tuple[str, str, bool], Sign] = {}
    for sign in (sign for page in pages for sign in key(page)):
        signs.setdefault((sign.family, sign.value, sign.is_open), sign)
    used = sorted(signs.values(), key=lambda sign: _FAMILIES.index(sign.family))
    logo, wide, deep = emblem(pages[0].head, width - left, 0, width - 2 * left)
    room = width - 2 * left - wide
    shapes, y = key_rows(used, left, 0, room, STYLES)
    if said := stated(pages[0].head):
        words = lettering(said, room, STYLES.size("note"), colour=palette.MUTED, note=True)
        shapes.append(words.at(left, y, fact="statement"))
        y += words.height
    return [*shapes, *logo], max(y, deep)


def _moved(shapes: Sequence[Shape], y: float) -> list[Shape]:
    return [moved(shape, 0, y) for shape in shapes]


def _numbered(name: str, number: int, of: int) -> str:
    return name if of == 1 else f"{name}.{number}"


def _scene(
    page: ShapePage, id_: str, title: str, size: tuple[float, float], shapes: Sequence[Shape]
) -> Scene:
    lang = page.head.speak.lang
    return Scene(
        id_,
        page.kind,
        lang,
        *size,
        title,
        page.head.description.shown,
        (ShapeGroup(tuple(shapes)),),
    )
