"""Ranks from left to right: what belongs together stands in a row, parents beside their middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lumme_graph.drawing import palette, signs
from lumme_graph.drawing.card import PAD, Card, card, is_gap
from lumme_graph.drawing.frame import frame
from lumme_graph.drawing.lettering import least_width, lettering, one_line
from lumme_graph.drawing.nets.apart import parted
from lumme_graph.drawing.nets.tracks import ways
from lumme_graph.drawing.nets.tree import TreeBranch, branches
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene, Shape, line
from lumme_graph.drawing.spread import shared_out
from lumme_graph.drawing.steps.rows import BoxPlace
from lumme_graph.views.key import key
from lumme_graph.views.shapes import Network

GAP = 13.0
"""Between two ranks: links run there."""
_AIR = 2.2
"""Least air between two boxes of a rank."""
_ROW_AIR = 1.2
"""Above and below the line between two rows."""
_GIVEN = 0.3
"""Of what ranks have beyond their least, at most, goes to those that have less."""
_NARROW, _WIDE = 40.0, 92.0
_NUMBER = 14.0
"""More for a rank whose boxes have numbers."""
_MOST_AIR = 7.0
"""Spare height goes between rows up to this much."""


@dataclass(frozen=True, slots=True)
class _Rank:
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class _Row:
    """A tree that is laid out: its cards with their ranks, upper edges from its own, and heights.

    It `is_flat` where nothing in it has more than one child: its cards are all as high as it.
    """

    branch: TreeBranch
    height: float
    cards: tuple[tuple[Card, int, float, float], ...]
    is_flat: bool


def scenes(network: Network, paper: Paper) -> list[Scene]:
    """The sheets of a network in ranks; a row that belongs together is parted only if it must."""
    room = None if paper.width is None else paper.width - 2 * paper.margin
    ranks = _ranks(network, paper, room)
    width = ranks[-1].x + ranks[-1].width - paper.margin if ranks else 200.0
    probe = frame(
        network.head, network.kind, paper, keys=key(network), notes=network.notes, width=width
    )
    heads = _heads(network, ranks, paper, 0)
    high = None if probe.height is None else probe.height - heads.height
    rows = [row for branch in branches(network) for row in _rows(branch, ranks, paper, high)]
    sheets = _sheets(rows, high)
    return [
        _sheet(network, paper, ranks, some, width, (number, len(sheets)))
        for number, some in enumerate(sheets, 1)
    ]


def _ranks(network: Network, paper: Paper, room: float | None) -> list[_Rank]:
    """Where the ranks stand: each as wide as what it says asks for, together as wide as the room."""
    asked = [_asked(network, line.id, paper) for line in network.lines]
    gaps = GAP * (len(asked) - 1)
    if room is not None and asked:
        least = [_least(network, line.id, paper) for line in network.lines]
        asked = _shared(asked, least, room - gaps)
    ranks: list[_Rank] = []
    x = paper.margin
    for width in asked:
        ranks.append(_Rank(x, width))
        x += width + GAP
    return ranks


def _shared(asked: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Widths that fill the room, in proportion to what is asked for.

    A rank gets its least, where that takes no great part of the others' widths.
    """
    plain = [wanted * room / sum(asked) for wanted in asked]
    lacking = sum(max(0.0, low - width) for low, width in zip(least, plain, strict=True))
    spare = sum(max(0.0, width - low) for low, width in zip(least, plain, strict=True))
    share = lacking / spare if spare else 1.0
    if share > _GIVEN:
        return plain
    return [
        low if width < low else width - share * (width - low)
        for low, width in zip(least, plain, strict=True)
    ]


def _least(network: Network, line: str, paper: Paper) -> float:
    """The width in which no main word of a rank is broken, where that is not too wide."""
    size = paper.size("step")
    longest = max(
        (
            least_width(fact.words, size, bold=True, is_name=True)
            for at, box in network.boxes
            if at == line
            for fact in box.facts
            if fact.role == "head"
        ),
        default=0.0,
    )
    return min(_WIDE, longest) + 2 * PAD + signs.TAG + 1


def _asked(network: Network, line: str, paper: Paper) -> float:
    """A width in which the longest text of a rank takes about two lines."""
    longest = max(
        (
            one_line(fact.words, paper.size("content"), bold=fact.role == "head").width
            for at, box in network.boxes
            if at == line
            for fact in box.facts
        ),
        default=0.0,
    )
    is_numbered = any(box.number is not None for at, box in network.boxes if at == line)
    return min(_WIDE, max(_NARROW, longest / 1.7 + 2 * PAD + 8)) + (_NUMBER if is_numbered else 0)


def _rows(
    branch: TreeBranch, ranks: Sequence[_Rank], paper: Paper, high: float | None
) -> Iterator[_Row]:
    """A tree as one row; one that is too high for a sheet as a row for each child, under it again."""
    row = _row(branch, ranks, paper)
    if high is None or row.height <= high:
        yield row
    elif row.is_flat:
        yield from _continued(branch, ranks, paper, high)
    else:
        heights = [_row(child, ranks, paper).height + _AIR for child in branch.children]
        for i, j in shared_out(heights, high + _AIR):
            some = branch.children[i:j]
            if len(some) == 1:
                some = tuple(row.branch for row in _rows(some[0], ranks, paper, high))
                for one in some:
                    yield _row(TreeBranch(branch.box, branch.rank, (one,)), ranks, paper)
            else:
                yield _row(TreeBranch(branch.box, branch.rank, some), ranks, paper)


def _continued(
    branch: TreeBranch, ranks: Sequence[_Rank], paper: Paper, high: float
) -> Iterator[_Row]:
    """A row that is higher than a sheet as several: what a box has no room for goes on in the next."""
    chain = list(branch.walk())
    parts = [
        [one.box for one in parted(node.box, ranks[node.rank].width, high, paper)] for node in chain
    ]
    for n in range(max(map(len, parts))):
        made: TreeBranch | None = None
        for node, some in zip(reversed(chain), reversed(parts), strict=True):
            below = (made,) if made else ()
            made = TreeBranch(some[min(n, len(some) - 1)], node.rank, below)
        if made:
            yield _row(made, ranks, paper)


def _row(branch: TreeBranch, ranks: Sequence[_Rank], paper: Paper, air: float = _AIR) -> _Row:
    own = card(branch.box, ranks[branch.rank].width, paper)
    below = [_row(child, ranks, paper) for child in branch.children]
    stacked = sum(row.height for row in below) + air * max(0, len(below) - 1)
    height = max(own.height, stacked)
    if len(below) <= 1 and all(row.is_flat for row in below):
        cards = ((own, branch.rank), *((one, rank) for row in below for one, rank, *_ in row.cards))
        return _Row(branch, height, tuple(_stretched(cards, height)), is_flat=True)
    y = (height - stacked) / 2
    found = [(own, branch.rank, (height - own.height) / 2, own.height)]
    for row in below:
        found += [(one, rank, y + at, high) for one, rank, at, high in row.cards]
        y += row.height + air
    return _Row(branch, height, tuple(found), is_flat=False)


def _stretched(
    cards: Sequence[tuple[Card, int]], height: float
) -> Iterator[tuple[Card, int, float, float]]:
    """The cards of a flat row, all as high as it; what is missing stays small, in the middle."""
    for one, rank in cards:
        if is_gap(one.box):
            yield one, rank, (height - one.height) / 2, one.height
        else:
            yield one, rank, 0.0, height


def _sheets(rows: Sequence[_Row], high: float | None) -> list[list[_Row]]:
    """The rows of each sheet: over the fewest sheets, each about as full as the others."""
    if high is None or not rows:
        return [list(rows)]
    found: list[list[_Row]] = []
    for run in _runs(rows):
        heights = [row.height + 2 * _ROW_AIR for row in run]
        found += [run[i:j] for i, j in shared_out(heights, high + 2 * _ROW_AIR)]
    return found


def _runs(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """The rows parted where one goes on with a box of another: it stands on a sheet once."""
    run: list[_Row] = []
    there: set[str] = set()
    for row in rows:
        ids = {one.box.id for one, *_ in row.cards}
        if ids & there:
            yield run
            run, there = [], set()
        run.append(row)
        there |= ids
    yield run


def _tall(rows: Sequence[_Row]) -> float:
    return sum(row.height for row in rows) + 2 * _ROW_AIR * max(0, len(rows) - 1)


@dataclass(frozen=True, slots=True)
class _Heads:
    shapes: tuple[Shape, ...]
    height: float


def _heads(network: Network, ranks: Sequence[_Rank], paper: Paper, y: float) -> _Heads:
    """The names of the ranks over their boxes."""
    made = [
        lettering(one.words, rank.width, paper.size("content"), bold=True, colour=palette.ACCENT)
        for one, rank in zip(network.lines, ranks, strict=True)
    ]
    height = max((words.height for words in made), default=0.0)
    shapes = tuple(
        words.at(rank.x, y + height - words.height) for words, rank in zip(made, ranks, strict=True)
    )
    return _Heads(shapes, height + 2)


def _sheet(
    network: Network,
    paper: Paper,
    ranks: Sequence[_Rank],
    rows: Sequence[_Row],
    width: float,
    place: tuple[int, int],
) -> Scene:
    around = frame(
        network.head,
        network.kind,
        paper,
        keys=key(network),
        notes=network.notes if place[0] == place[1] else (),
        width=width,
        sheet=place,
    )
    heads = _heads(network, ranks, paper, around.top)
    shapes: list[Shape] = list(heads.shapes)
    if len(rows) == 1 and around.height is not None:
        rows = [_airy(rows[0], ranks, paper, around.height - heads.height)]
    air = _air(rows, around.height, heads.height)
    y = around.top + heads.height
    groups: list[Shape] = []
    places: dict[str, BoxPlace] = {}
    for number, row in enumerate(rows):
        if number:
            shapes.append(line(around.left, y + air, around.right, y + air, palette.HAIRLINE))
            y += 2 * air
        for one, rank, at, high in row.cards:
            x = ranks[rank].x
            groups.append(one.draw(around, x, y + at, high))
            places[one.box.id] = BoxPlace(x, y + at, one.width, high, rank)
        y += row.height
    shapes += ways(network.links, places, _gaps(network), GAP)
    if not rows and network.head.lacks:
        words = lettering(network.head.lacks, around.width, paper.size("value"))
        shapes.append(words.at(around.left, y, fact="lacks"))
        y += words.height
    return around.scene([*shapes, *groups], y)


def _airy(row: _Row, ranks: Sequence[_Rank], paper: Paper, room: float) -> _Row:
    """A row alone on its sheet, with some of the spare height between its boxes."""
    between = len(row.branch.children) - 1
    if between < 1:
        return row
    air = min(_MOST_AIR, _AIR + max(0.0, room - row.height) / between)
    return _row(row.branch, ranks, paper, air)


def _air(rows: Sequence[_Row], height: float | None, heads: float) -> float:
    if height is None or len(rows) < 2:  # noqa: PLR2004 - nothing to part
        return _ROW_AIR
    spare = height - heads - _tall(rows)
    return min(_MOST_AIR, _ROW_AIR + max(0.0, spare) / (2 * (len(rows) - 1)))


def _gaps(network: Network) -> set[str]:
    """The boxes that stand for what is missing."""
    return {box.id for _, box in network.boxes if is_gap(box)}
