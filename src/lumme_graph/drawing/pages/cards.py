"""Cards on sheets: several to cut out of one, or one by itself on a small sheet of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from lumme_graph.base.label import Counted
from lumme_graph.base.speaker import Said
from lumme_graph.drawing import palette
from lumme_graph.drawing.footer import key_rows, stated
from lumme_graph.drawing.lettering import lettering
from lumme_graph.drawing.pages.card import (
    HIGH,
    STYLES,
    WIDE,
    CardHeights,
    PageCard,
    card,
    cut,
    draw,
    fit,
    needed,
)
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene, Shape, ShapeGroup, moved
from lumme_graph.views.shapes import Family, ShapePage, Sign, key

_EDGE = 5.0
_GAP = 3.0
"""Between two cards: there they are cut."""
_AIR = 1.2
_ROWS = 2
_FAMILIES = get_args(Family)
_CUT = Counted(
    "{what} · cut along the gaps: {n} card · sheet {sheet}/{of}",
    "{what} · cut along the gaps: {n} cards · sheet {sheet}/{of}",
)

_Dealt = list[tuple[list[PageCard], CardHeights]]
"""The cards of each sheet, and where their blocks stand."""


def alone(page: ShapePage, paper: Paper) -> list[Scene]:
    """A card by itself; on the web it is as high as it must be, on paper it goes on with a second."""
    width = WIDE + 2 * _EDGE
    foot, deep = _foot([page], _EDGE, width)
    dealt: _Dealt
    if paper.width is None:
        whole = [card(page)]
        dealt = [(whole, fit(whole, HIGH) or needed(whole))]
    else:
        dealt = _deal([card(page)], [(1, HIGH)])
    name = page.head.id if page.head.id.startswith(page.kind) else f"{page.kind}-{page.head.id}"
    title = f"{page.head.title.shown}: {page.head.kind.shown}"
    scenes: list[Scene] = []
    for number, (cards, heights) in enumerate(dealt, 1):
        id_ = _numbered(name, number, len(dealt))
        bottom = _EDGE + heights.total + _AIR
        shapes = [draw(cards[0], heights, id_, _EDGE, _EDGE), *_moved(foot, bottom)]
        scenes.append(_scene(page, id_, title, (width, bottom + deep + _EDGE), shapes))
    return scenes


def together(pages: Sequence[ShapePage], paper: Paper) -> list[Scene]:
    """Cards beside and under each other; those of a sheet have the same blocks at the same heights."""
    sheet = _turned(paper)
    width, height = sheet.width or 0.0, sheet.height or 0.0
    columns = _across(width)
    left = (width - columns * WIDE - (columns - 1) * _GAP) / 2
    _, deep = _foot(pages, left, width)
    top = _EDGE + STYLES.size("note") * 1.24 + _AIR
    room = height - top - _AIR - deep - _EDGE
    low = min(HIGH, (room - _GAP * (_ROWS - 1)) / _ROWS)
    dealt = _deal([card(page) for page in pages], [(columns * _ROWS, low), (columns, room)])
    scenes: list[Scene] = []
    for number, (cards, heights) in enumerate(dealt, 1):
        id_ = _numbered(f"{pages[0].kind}-cards", number, len(dealt))
        said = _over(pages[0], len(cards), (number, len(dealt)))
        over = lettering(said, width, STYLES.size("note"), colour=palette.MUTED, note=True)
        shapes: list[Shape] = [over.at(width / 2, _EDGE, anchor="middle")]
        for place, one in enumerate(cards):
            x = left + place % columns * (WIDE + _GAP)
            y = top + place // columns * (heights.total + _GAP)
            shapes.append(draw(one, heights, id_, x, y))
        foot, _ = _foot([one.page for one in cards], left, width)
        shapes += _moved(foot, height - _EDGE - deep)
        scenes.append(_scene(pages[0], id_, said.shown, (width, height), shapes))
    return scenes


def _turned(paper: Paper) -> Paper:
    """The paper as more of it is used: upright or not."""
    ways = (paper.portrait, paper)
    return min(ways, key=lambda one: (one.width or 0.0) - _across(one.width or 0.0) * (WIDE + _GAP))


def _across(width: float) -> int:
    """How many cards stand beside each other."""
    return int((width - 2 * _EDGE + _GAP) // (WIDE + _GAP))


def _deal(cards: Sequence[PageCard], ways: Sequence[tuple[int, float]]) -> _Dealt:
    """The cards of each sheet: the first that is left, and those after it that fit beside it.

    `ways` are the ways to fill a sheet: with how many cards of which height at most. Where no card
    fits, it goes on with a second; where not even that helps, the next way is taken. They keep their
    order, unless with the shortest first there are fewer sheets.
    """
    orders = (list(cards), sorted(cards, key=lambda one: needed([one]).total))
    return min((list(_filled(order, ways)) for order in orders), key=len)


def _filled(
    queue: list[PageCard], ways: Sequence[tuple[int, float]]
) -> Iterator[tuple[list[PageCard], CardHeights]]:
    while queue:
        some, heights, queue = _next(queue, ways)
        yield some, heights


def _next(
    queue: list[PageCard], ways: Sequence[tuple[int, float]]
) -> tuple[list[PageCard], CardHeights, list[PageCard]]:
    """The cards of the next sheet, and those that are left."""
    for most, height in ways:
        some: list[PageCard] = []
        heights: CardHeights | None = None
        for one in queue:
            more = fit([*some, one], height) if len(some) < most else None
            if more:
                some, heights = [*some, one], more
            elif not some:
                break
        if heights:
            return some, heights, [one for one in queue if all(one is not other for other in some)]
        if halves := cut(queue[0], height):
            first, rest = halves
            return _next([first, rest, *queue[1:]], ways)
    return queue[:1], needed(queue[:1]), queue[1:]


def _over(page: ShapePage, n: int, sheet: tuple[int, int]) -> Said:
    what = (page.many or page.head.kind).words
    return page.head.speak(_CUT, what=what, n=n, sheet=sheet[0], of=sheet[1])


def _foot(pages: Sequence[ShapePage], left: float, width: float) -> tuple[list[Shape], float]:
    """The key and the statement under the cards, from y = 0 on, and their height."""
    signs: dict[tuple[str, str, bool], Sign] = {}
    for sign in (sign for page in pages for sign in key(page)):
        signs.setdefault((sign.family, sign.value, sign.is_open), sign)
    used = sorted(signs.values(), key=lambda sign: _FAMILIES.index(sign.family))
    shapes, y = key_rows(used, left, 0, width - 2 * left, STYLES)
    if said := stated(pages[0].head):
        words = lettering(
            said, width - 2 * left, STYLES.size("note"), colour=palette.MUTED, note=True
        )
        shapes.append(words.at(left, y, fact="statement"))
        y += words.height
    return shapes, y


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
