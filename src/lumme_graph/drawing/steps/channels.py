"""Where the arrows of a sheet run: upright in the gaps between cards, level in channels above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from lumme_graph.base.speaker import Said
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.steps.columns import GAP, LABELS, TAIL
from lumme_graph.drawing.steps.routes import Route, Routes, Spot, routes
from lumme_graph.drawing.steps.rows import SheetOf

ARROW: Final = 3.2
"""Room for the head of an arrow and a little of its line."""
BAR: Final = (1.6, 12.0)
"""Where parallel ways part or meet: width and height."""
DIAMOND: Final = 4.4
"""From corner to corner of a choice."""
END: Final = 6.0
"""Room for where a path begins or ends."""
_TRACK: Final = 2.0
_PORT: Final = 3.4
"""Between two arrows that join the upper edge of a card."""
_FIRST_PORT: Final = 2.8
_POST: Final = 3.6
"""Between two upright links of a column, and from its edge to the first."""
_PLATE: Final = (1.3, 0.6)
"""Air within a plate, at its sides and above."""
_AIR: Final = 1.0
_LEAST_TRACK: Final = 3.0
_BOW: Final = 9.0
"""The height of a bow over its card."""
_SHRINK: Final = 0.2
"""How much of a column its gap may take at most, on either side."""

End = Literal["source", "target"]


class Gap(NamedTuple):
    """A gap before a column: its edges, and what stands at each; loops run in the middle."""

    left: float
    right: float
    out: float
    into: float


class Plate(NamedTuple):
    """Words on a white plate: from x on, `width` wide."""

    x: float
    width: float
    words: Lettering

    @property
    def height(self) -> float:
        """Its height."""
        return self.words.height + 2 * _PLATE[1]


@dataclass(frozen=True, slots=True)
class Run:
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


@dataclass(frozen=True, slots=True)
class Channels:
    """All that is settled of a sheet's arrows before its lanes have their places."""

    of: Routes
    cards: tuple[tuple[float, float], ...]
    gaps: tuple[Gap, ...]
    tracks: Mapping[int, float]
    ports: Mapping[tuple[int, End], float]
    posts: Mapping[int, float]
    rises: Mapping[tuple[int, End], float]
    plates: Mapping[tuple[int, End], Plate]
    heights: Mapping[int, float]

    def body(self, lane: int) -> float:
        """The least height that plates on arrows across a lane need."""
        found = [
            self.plates[place, "target"].height
            for place, route in enumerate(self.of.routes)
            if route.kind == "direct" and route.target and route.target.lane == lane
            if (place, "target") in self.plates
        ]
        return max(found, default=0.0)


def channels(sheet: SheetOf) -> Channels:
    """The arrows of a sheet."""
    return _Channels(sheet, routes(sheet)).made()


class _Channels:
    """The arrows of a sheet in the making."""

    def __init__(self, sheet: SheetOf, of: Routes) -> None:
        self._sheet = sheet
        self._of = of
        self._paper: Paper = sheet.frame.paper
        self._numbered = of.cards
        self._loops = self._loops_by_gap()
        self._cards = self._cards_in_columns()
        self._gaps = [self._gap(place) for place in range(len(self._cards) + 1)]
        self._tracks = self._tracks_of_loops()
        self._posts = self._upright()
        self._ports: dict[tuple[int, End], float] = {}
        self._plates: dict[tuple[int, End], Plate] = {}

    def made(self) -> Channels:
        """All of it."""
        for spot in self._numbered.values():
            self._open_ports(spot)
        for place, route in enumerate(self._of.routes):
            if route.kind == "direct" and route.words and route.target:
                x, width = self._cards[route.target.column - 1]
                self._plates[place, "target"] = self._centred(route.words, x + width / 2, width - 1)
        rises, heights = _stacked(list(self._runs()))
        return Channels(
            self._of,
            tuple(self._cards),
            tuple(self._gaps),
            self._tracks,
            self._ports,
            self._posts,
            rises,
            self._plates,
            heights,
        )

    def _loops_by_gap(self) -> dict[int, list[int]]:
        """The loops from one lane to another, by the gap in which they change lanes."""
        loops: dict[int, list[int]] = defaultdict(list)
        for place, route in enumerate(self._of.routes):
            if route.kind == "loop" and route.source and route.target:
                if route.source.lane != route.target.lane:
                    loops[route.source.column].append(place)
        return loops

    def _cards_in_columns(self) -> list[tuple[float, float]]:
        """The left edge and width of the cards, narrower where a gap asks for more room."""
        columns = self._sheet.columns
        asked = [
            self._leaving(place)[1] + len(self._loops[place]) * _TRACK + self._entering(place)[1]
            for place in range(len(columns) + 1)
        ]
        inner = max([GAP, *asked[1:-1]])
        inset = max((inner - GAP) / 2, asked[-1] - TAIL, 0.0)
        inset = min(inset, columns[0].width * _SHRINK) if columns else 0.0
        return [(column.x + inset, column.width - 2 * inset) for column in columns]

    def _leaving(self, gap: int) -> tuple[float, float]:
        """Of what stands right of the card before a gap: how far off its middle is, and its room."""
        spot = self._numbered.get(gap - 1)
        if spot is None:
            return 0.0, 0.0
        if any(sign.value == "end" for sign in spot.box.ends):
            return END - 1.9, END
        if spot.box.id in self._of.splits:
            return 1.4 + BAR[0] / 2, 1.4 + BAR[0]
        if spot.box.id in self._of.choices:
            return 0.8 + DIAMOND / 2, 0.8 + DIAMOND
        return 1.6, 1.6

    def _entering(self, gap: int) -> tuple[float, float]:
        """Of what stands left of the card after a gap: how far off its middle is, and its room."""
        spot = self._numbered.get(gap)
        if spot is None:
            return 0.0, 0.0
        if any(sign.value == "start" for sign in spot.box.ends):
            return END - 2.2, END
        if any(route.link.joins and route.target == spot for route in self._of.routes):
            return ARROW + BAR[0] / 2, ARROW + BAR[0]
        return ARROW, ARROW

    def _gap(self, place: int) -> Gap:
        frame, columns = self._sheet.frame, self._sheet.columns
        left = sum(self._cards[place - 1]) if place else frame.left + LABELS + 1
        if place < len(self._cards):
            right = self._cards[place][0]
        else:
            right = columns[-1].right + TAIL if columns else left
        return Gap(left, right, left + self._leaving(place)[0], right - self._entering(place)[0])

    def _tracks_of_loops(self) -> dict[int, float]:
        tracks: dict[int, float] = {}
        for place, loops in self._loops.items():
            gap = self._gaps[place]
            first = gap.left + self._leaving(place)[1]
            room = gap.right - self._entering(place)[1] - first
            step = room / (len(loops) + 1)
            tracks |= {loop: first + step * (i + 1) for i, loop in enumerate(loops)}
        return tracks

    def _upright(self) -> dict[int, float]:
        """Where the upright links of each column stand, from its left edge on."""
        count: dict[int, int] = defaultdict(int)
        posts: dict[int, float] = {}
        for place, route in enumerate(self._of.routes):
            if route.kind == "post" and route.source:
                column = route.source.column
                count[column] += 1
                posts[place] = self._cards[column][0] + _POST * count[column]
        return posts

    def _open_ports(self, spot: Spot) -> None:
        """The places on a card's upper edge where arrows join it, and the plates above it.

        Those of longer routes stand farther out, so that their lines pass beside the plates below.
        """
        left, right = self._joining(spot)
        x, width = self._cards[spot.column]
        above = self._posts_above(spot)
        is_alone = len(left) + len(right) == 1 and not above
        is_bow = len(left) == len(right) == 1 and left[0][0] == right[0][0] and not above
        step = min(_PORT, 0.6 * width / max(1, len(left) + len(right)))
        first = max([x + _FIRST_PORT, *(post + _POST for post in above)])
        for i, key in enumerate(left):
            self._ports[key] = first + step * i
        for i, key in enumerate(right):
            self._ports[key] = x + width - _FIRST_PORT - step * i
        if is_alone:
            self._ports[(left or right)[0]] = x + width / 2
        if is_bow:
            self._ports[left[0]], self._ports[right[0]] = x + 0.12 * width, x + 0.88 * width
        self._hang_plates(spot, left, right, is_alone=is_alone)

    def _posts_above(self, spot: Spot) -> list[float]:
        """The upright links that leave a card upwards."""
        found: list[float] = []
        for place, post in self._posts.items():
            route = self._of.routes[place]
            ends = [end for end in (route.source, route.target) if end and end != spot]
            if len(ends) == 1 and ends[0].lane < spot.lane:
                found.append(post)
        return found

    def _joining(self, spot: Spot) -> tuple[list[tuple[int, End]], list[tuple[int, End]]]:
        """What joins a card from above, from the left and from the right, the outermost first."""
        left: list[tuple[int, End]] = []
        right: list[tuple[int, End]] = []
        for place, route in enumerate(self._of.routes):
            is_source, is_target = route.source == spot, route.target == spot
            if route.kind == "bow" and is_source:
                left.append((place, "target"))
                right.append((place, "source"))
            elif is_target and route.kind in {"over", "enter"} and not self._at_bar(route):
                left.append((place, "target"))
            elif is_target and route.kind == "loop":
                right.append((place, "target"))
            elif is_source and route.kind in {"loop", "leave"}:
                right.append((place, "source"))
        return (
            sorted(left, key=self._order, reverse=True),
            sorted(right, key=self._order, reverse=True),
        )

    def _order(self, key: tuple[int, End]) -> tuple[int, int]:
        route = self._of.routes[key[0]]
        return (-1 if route.kind == "bow" else route.span, key[0])

    def _at_bar(self, route: Route) -> bool:
        return route.kind == "over" and route.link.joins

    def _hang_plates(
        self,
        spot: Spot,
        left: Sequence[tuple[int, End]],
        right: Sequence[tuple[int, End]],
        *,
        is_alone: bool,
    ) -> None:
        x, width = self._cards[spot.column]
        least = max((self._ports[key] + 1.6 for key in left), default=x)
        most = min((self._ports[key] - 1.6 for key in right), default=x + width)
        for key in (*left, *right):
            route = self._of.routes[key[0]]
            port = self._ports[key]
            if route.words is None or (route.kind == "loop" and key[1] == "target"):
                continue
            if route.kind == "bow":
                if key[1] == "target":
                    end = self._ports[key[0], "source"]
                    self._plates[key] = self._centred(
                        route.words, (port + end) / 2, end - port - 2.4
                    )
            elif is_alone:
                self._plates[key] = self._centred(route.words, port, width)
            elif key in left:
                self._plates[key] = self._plate(route.words, port - 1.6, most)
            else:
                plate = self._plate(route.words, least, port + 1.6)
                self._plates[key] = plate._replace(x=port + 1.6 - plate.width)

    def _plate(self, said: Said, left: float, right: float) -> Plate:
        room = max(8.0, right - left)
        words = lettering(said, room - 2 * _PLATE[0], self._paper.size("content"))
        return Plate(left, min(room, words.width + 2 * _PLATE[0]), words)

    def _centred(self, said: Said, middle: float, width: float) -> Plate:
        plate = self._plate(said, middle - width / 2, middle + width / 2)
        return plate._replace(x=middle - plate.width / 2)

    def _runs(self) -> Iterator[Run]:
        for place, route in enumerate(self._of.routes):
            match route.kind:
                case "over":
                    assert route.source and route.target
                    begin = self._gaps[route.source.column + 1].out
                    if self._at_bar(route):
                        end = self._gaps[route.target.column].into + 1
                    else:
                        end = sum(self._cards[route.target.column])
                    yield self._run(place, "target", route.target, begin, end)
                case "bow" | "enter":
                    assert route.target
                    x, width = self._cards[route.target.column]
                    yield self._run(place, "target", route.target, x, x + width)
                case "leave":
                    assert route.source
                    x, width = self._cards[route.source.column]
                    yield self._run(place, "source", route.source, x, x + width)
                case "loop":
                    yield from self._runs_of_loop(place, route)
                case _:
                    pass

    def _runs_of_loop(self, place: int, route: Route) -> Iterator[Run]:
        assert route.source and route.target
        end = self._ports[place, "target"]
        begin = sum(self._cards[route.source.column])
        track = self._tracks.get(place)
        if track is None:
            yield self._run(place, "source", route.source, end, begin)
        else:
            yield self._run(place, "source", route.source, track, begin)
            yield self._run(place, "target", route.target, end, track)

    def _run(self, place: int, end: End, spot: Spot, left: float, right: float) -> Run:
        plate = self._plates.get((place, end))
        height = max(plate.height if plate else 0.0, _LEAST_TRACK)
        if self._of.routes[place].kind == "bow":
            height = max(height, 2 * (_BOW - ARROW))
        order = self._order((place, end))
        return Run(place, end, spot.lane, left - 1, right + 1, order, height, plate)


def _stacked(
    runs: Sequence[Run],
) -> tuple[dict[tuple[int, End], float], dict[int, float]]:
    """How far above the cards each run lies, and how much room the runs of each lane need.

    Runs that share a stretch of a channel lie over each other, the shorter below.
    """
    rises: dict[tuple[int, End], float] = {}
    heights: dict[int, float] = {}
    by_lane: dict[int, list[Run]] = defaultdict(list)
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


def _levels(stack: Sequence[Run]) -> list[list[Run]]:
    levels: list[list[Run]] = []
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
