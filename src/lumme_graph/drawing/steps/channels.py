"""Where the arrows of a sheet run: upright in the gaps between cards, level in channels above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lumme_graph.base.speaker import Said
from lumme_graph.drawing.lettering import lettering
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.steps.gaps import ARROW, CardGap, Gaps
from lumme_graph.drawing.steps.routes import BoxAt, Route, Routes, routes
from lumme_graph.drawing.steps.rows import SheetOf
from lumme_graph.drawing.steps.stacks import PLATE, End, Plate, Stretch, stacked

_PORT: Final = 3.4
"""Between two arrows that join the upper edge of a card."""
_FIRST_PORT: Final = 2.8
_POST: Final = 3.6
"""Between two upright links of a column, and from its edge to the first."""
_LEAST_TRACK: Final = 3.0
_BOW: Final = 9.0
"""The height of a bow over its card."""


@dataclass(frozen=True, slots=True)
class Channels:
    """All that is settled of a sheet's arrows before its lanes have their places."""

    of: Routes
    cards: tuple[tuple[float, float], ...]
    gaps: tuple[CardGap, ...]
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
        between = Gaps(sheet, of)
        self._cards, self._gaps, self._tracks = between.cards, between.gaps, between.tracks
        self._posts = self._upright()
        self._touching: dict[str, list[int]] = defaultdict(list)
        for place, route in enumerate(of.routes):
            for id_ in {route.link.source, route.link.target}:
                self._touching[id_].append(place)
        self._ports: dict[tuple[int, End], float] = {}
        self._plates: dict[tuple[int, End], Plate] = {}

    def made(self) -> Channels:
        """All of it."""
        for spot in self._of.cards.values():
            self._open_ports(spot)
        for place, route in enumerate(self._of.routes):
            if route.kind == "direct" and route.words and route.target:
                x, width = self._cards[route.target.column - 1]
                self._plates[place, "target"] = self._centred(route.words, x + width / 2, width - 1)
        rises, heights = stacked(list(self._runs()))
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

    def _open_ports(self, spot: BoxAt) -> None:
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

    def _posts_above(self, spot: BoxAt) -> list[float]:
        """The upright links that leave a card upwards."""
        found: list[float] = []
        for place in self._touching[spot.box.id]:
            route = self._of.routes[place]
            others = [end for end in (route.source, route.target) if end and end != spot]
            if place in self._posts and others and others[0].lane < spot.lane:
                found.append(self._posts[place])
        return found

    def _joining(self, spot: BoxAt) -> tuple[list[tuple[int, End]], list[tuple[int, End]]]:
        """What joins a card from above, from the left and from the right, the outermost first."""
        left: list[tuple[int, End]] = []
        right: list[tuple[int, End]] = []
        for place in self._touching[spot.box.id]:
            route = self._of.routes[place]
            is_source, is_target = route.source == spot, route.target == spot
            if route.kind == "bow":
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
        spot: BoxAt,
        left: Sequence[tuple[int, End]],
        right: Sequence[tuple[int, End]],
        *,
        is_alone: bool,
    ) -> None:
        x, width = self._cards[spot.column]
        beside = [*(self._ports[key] for key in left), *self._posts_above(spot)]
        least = max((one + 1.6 for one in beside), default=x)
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
        words = lettering(said, room - 2 * PLATE[0], self._paper.size("content"))
        return Plate(left, min(room, words.width + 2 * PLATE[0]), words)

    def _centred(self, said: Said, middle: float, width: float) -> Plate:
        plate = self._plate(said, middle - width / 2, middle + width / 2)
        return plate._replace(x=middle - plate.width / 2)

    def _runs(self) -> Iterator[Stretch]:
        for place, route in enumerate(self._of.routes):
            match route:
                case Route(kind="over", source=BoxAt() as source, target=BoxAt() as target):
                    begin = self._gaps[source.column + 1].out
                    if self._at_bar(route):
                        end = self._gaps[target.column].into + 1
                    else:
                        end = sum(self._cards[target.column])
                    yield self._run(place, "target", target, begin, end)
                case Route(kind="bow" | "enter", target=BoxAt() as target):
                    x, width = self._cards[target.column]
                    yield self._run(place, "target", target, x, x + width)
                case Route(kind="leave", source=BoxAt() as source):
                    x, width = self._cards[source.column]
                    yield self._run(place, "source", source, x, x + width)
                case Route(kind="loop", source=BoxAt() as source, target=BoxAt() as target):
                    yield from self._runs_of_loop(place, source, target)
                case _:
                    pass

    def _runs_of_loop(self, place: int, source: BoxAt, target: BoxAt) -> Iterator[Stretch]:
        end = self._ports[place, "target"]
        begin = sum(self._cards[source.column])
        track = self._tracks.get(place)
        if track is None:
            yield self._run(place, "source", source, end, begin)
        else:
            yield self._run(place, "source", source, track, begin)
            yield self._run(place, "target", target, end, track)

    def _run(self, place: int, end: End, spot: BoxAt, left: float, right: float) -> Stretch:
        plate = self._plates.get((place, end))
        height = max(plate.height if plate else 0.0, _LEAST_TRACK)
        if self._of.routes[place].kind == "bow":
            height = max(height, 2 * (_BOW - ARROW))
        order = self._order((place, end))
        return Stretch(place, end, spot.lane, left - 1, right + 1, order, height, plate)
