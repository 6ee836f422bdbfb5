"""Which way each link takes over a sheet of lanes, told by columns and lanes, before any measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.drawing.steps.rows import SheetOf
from lumme_graph.views.shapes import Box, BoxLink, GridRow

BACK: Final = Label("back to {n}", "on an arrow to an earlier step")
BACK_IF: Final = Label("back to {n} {when}", "on an arrow to an earlier step")
AGAIN: Final = Label("again", "on an arrow from a step to itself")
_LEAVES: Final = Label("→ {n} (sheet {sheet})", "to a step on another sheet")
_LEAVES_IF: Final = Label("→ {n} (sheet {sheet}) {when}", "to a step on another sheet")
_ENTERS: Final = Label("{n} (sheet {sheet}) →", "from a step on another sheet")

Kind = Literal["direct", "over", "loop", "bow", "leave", "enter", "post"]


class BoxAt(NamedTuple):
    """Where a box stands on a sheet: in which column and lane."""

    column: int
    lane: int
    box: Box


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a link.

    A `direct` one leaves to the right and enters from the left, at the height of its target; one
    that goes `over` enters from the channel above its target; a `loop` runs back in the channels;
    a `bow` returns to its own box; those that `leave` or `enter` lead to another sheet; a `post`
    stands upright between two boxes of a column. `words` stand on its plate.
    """

    kind: Kind
    link: BoxLink
    source: BoxAt | None
    target: BoxAt | None
    words: Said | None = None

    @property
    def span(self) -> int:
        """Over how many columns it goes."""
        if not self.source or not self.target:
            return 0
        return abs(self.target.column - self.source.column)


@dataclass(frozen=True, slots=True)
class Routes:
    """The lanes of a sheet, what stands in them, and the ways of the links.

    At `splits` and `choices` several ways part to the right: all of them are taken, or one.
    """

    lanes: tuple[GridRow, ...]
    spots: Mapping[str, BoxAt]
    routes: tuple[Route, ...]
    splits: frozenset[str]
    choices: frozenset[str]

    @property
    def cards(self) -> dict[int, BoxAt]:
        """The numbered box of each column."""
        return {spot.column: spot for spot in self.spots.values() if spot.box.is_step}


def routes(sheet: SheetOf) -> Routes:
    """The ways of all links that begin or end on a sheet."""
    lanes = tuple(row for row in sheet.grid.rows if row.look == "lane")
    spots = _spots(sheet, lanes)
    links = [link for link in sheet.grid.links if link.source in spots or link.target in spots]
    taken = frozenset((spot.lane, spot.column) for spot in spots.values())
    made = tuple(_Routing(spots, taken, links, sheet).all())
    splits, choices = _parting(links)
    right = frozenset(route.link.source for route in made if route.kind in {"direct", "over"})
    return Routes(lanes, spots, made, splits & right, choices & right)


def _spots(sheet: SheetOf, lanes: Sequence[GridRow]) -> dict[str, BoxAt]:
    columns = {column.line.id: place for place, column in enumerate(sheet.columns)}
    return {
        box.id: BoxAt(columns[cell.column], lane, box)
        for lane, row in enumerate(lanes)
        for cell in row.cells
        if cell.column in columns
        for box in cell.boxes
    }


def _parting(links: Sequence[BoxLink]) -> tuple[frozenset[str], frozenset[str]]:
    """The boxes where ways part: all of them are taken, or one."""
    ways: dict[str, list[BoxLink]] = defaultdict(list)
    for link in links:
        if _is_way(link) and not link.line and link.source != link.target:
            ways[link.source].append(link)
    parting = {source: on for source, on in ways.items() if len(on) > 1}
    choices = frozenset(source for source, on in parting.items() if any(way.when for way in on))
    return frozenset(parting) - choices, choices


def _is_way(link: BoxLink) -> bool:
    return not link.thin and not link.both


def on_plate(link: BoxLink) -> Said | None:
    """What stands on the arrow of a link: its condition, and what goes along it."""
    return with_flow(link.when, link) if link.when else link.flow


def with_flow(words: Said, link: BoxLink) -> Said:
    """Words on an arrow, and after them what goes along it."""
    return words._replace(words=f"{words.words}: {link.flow.shown}") if link.flow else words


class _Routing:
    """The links of a sheet on their ways."""

    def __init__(
        self,
        spots: Mapping[str, BoxAt],
        taken: frozenset[tuple[int, int]],
        links: Sequence[BoxLink],
        sheet: SheetOf,
    ) -> None:
        self._spots = spots
        self._taken = taken
        self._links = links
        self._sheet = sheet
        self._speak: Speaker = sheet.grid.head.speak
        self._posts = frozenset(self._crossed())
        self._into: dict[str, int] = defaultdict(int)
        for link in links:
            self._into[link.target] += _is_way(link)

    def all(self) -> Iterator[Route]:
        """Every link's way, in order."""
        away = self._sheet.boxes
        for link in self._links:
            source, target = self._spots.get(link.source), self._spots.get(link.target)
            if not _is_way(link):
                if source and target:
                    yield Route("post", link, source, target)
            elif source and target:
                yield self._here(link, source, target)
            elif source and link.target in away:
                sheet, box = away[link.target]
                yield Route("leave", link, source, None, self._leaves(link, box, sheet))
            elif target and link.source in away:
                sheet, box = away[link.source]
                words = self._speak(_ENTERS, n=box.number, sheet=sheet)
                yield Route("enter", link, None, target, words)

    def _here(self, link: BoxLink, source: BoxAt, target: BoxAt) -> Route:
        if source == target:
            return Route("bow", link, source, target, on_plate(link) or self._speak(AGAIN))
        if target.column <= source.column:
            return Route("loop", link, source, target, self._back(link, target))
        is_free = self._is_free(source, target)
        words = on_plate(link)
        if is_free and (not words or self._has_room(link, source, target)):
            return Route("direct", link, source, target, words)
        return Route("over", link, source, target, words)

    def _is_free(self, source: BoxAt, target: BoxAt) -> bool:
        between = range(source.column + 1, target.column)
        return not any((target.lane, column) in self._taken for column in between)

    def _has_room(self, link: BoxLink, source: BoxAt, target: BoxAt) -> bool:
        """Whether a plate can stand on the arrow: in the column before, which nothing crosses."""
        before = target.column - 1
        is_wide = before > source.column and (target.lane, before) not in self._posts
        return is_wide and self._into[link.target] == 1

    def _crossed(self) -> Iterator[tuple[int, int]]:
        """The lanes and columns that the posts stand in."""
        for link in self._links:
            source, target = self._spots.get(link.source), self._spots.get(link.target)
            if not _is_way(link) and source and target:
                first, last = sorted((source.lane, target.lane))
                yield from ((lane, source.column) for lane in range(first, last + 1))

    def _back(self, link: BoxLink, target: BoxAt) -> Said:
        if link.when:
            back = self._speak(BACK_IF, n=target.box.number, when=link.when.shown)
        else:
            back = self._speak(BACK, n=target.box.number)
        return with_flow(back, link)

    def _leaves(self, link: BoxLink, box: Box, sheet: int) -> Said:
        if link.when:
            leaves = self._speak(_LEAVES_IF, n=box.number, sheet=sheet, when=link.when.shown)
        else:
            leaves = self._speak(_LEAVES, n=box.number, sheet=sheet)
        return with_flow(leaves, link)
