"""Rings about a middle: the customer, who produces, who enables, and outside who was there before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TypeVar

from lumme_graph.drawing.card import Card
from lumme_graph.drawing.frame import Frame, frame
from lumme_graph.drawing.lettering import lettering
from lumme_graph.drawing.nets import apart
from lumme_graph.drawing.nets.blocks import BlockGaps, Unit, loosened, units
from lumme_graph.drawing.nets.middle import Around, Middle, arranged
from lumme_graph.drawing.nets.ring import RATIO, Ring, between, centred, cornered, overlap, stacked
from lumme_graph.drawing.nets.round import (
    Laid,
    ring_name,
    sheet,
)
from lumme_graph.drawing.nets.widths import cards_of, middle_size
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene
from lumme_graph.drawing.spread import spread
from lumme_graph.drawing.steps.rows import BoxPlace
from lumme_graph.views.key import key
from lumme_graph.views.shapes import Box, DrawnFact, Network

T = TypeVar("T")

MOST = 25
"""Boxes of one sheet."""
_WIDE, _TALL = 396.0, 215.0
"""The room on the web."""
_GAPS = {"a4": BlockGaps(7.0, 5.0)}
_GAP = BlockGaps(9.0, 6.4)
"""The least ways between two boxes."""
_AIRY = (3.0, 2.5, 2.0, 1.6, 1.3, 1.0)
"""How much wider the ways may be: as wide as there is room."""
_NOTES = 4
"""Notes that stand under a map; more have a sheet of their own."""
_FEW = 12
"""Of those who enable, on a sheet of their own."""
_BAND = 7.0
"""Air in the band between two rings, and above it for the outer ring's name."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The boxes of one sheet: units that produce, those who enable, those outside."""

    units: list[Unit]
    enables: list[Box]
    former: list[Box]


def scenes(network: Network, paper: Paper) -> list[Scene]:
    """The sheets of a network in rings: as few as hold all boxes without one upon another.

    What says too much for a ring stands on a sheet behind the map.
    """
    if not network.boxes:
        return [_empty(network, paper)]
    shared_ = SharedOut(network, cards_of(network, paper), paper)
    parts, large = shared_.parts()
    too_many = [fact for part in parts for fact in _many(shared_.untold(part))]
    too_many += [*_many(network.notes), *shared_.given({box.id for _, box in large})]
    pages = apart.pages(large, too_many, network, _room(shared_.frame((2, 2), ())), paper)
    of = len(parts) + len(pages)
    found: list[Scene] = []
    for n, part in enumerate(parts, 1):
        notes = shared_.notes(part) if n == of else shared_.notes(part, ())
        around = shared_.frame((n, of), notes)
        laid = shared_.laid(part, around)
        if laid:
            found.append(sheet(network, shared_.cards, around, laid))
    for n, page in enumerate(pages, len(parts) + 1):
        notes = _few(network.notes) if n == of else ()
        found.append(page.drawn(shared_.frame((n, of), notes)))
    return found


def _few(facts: Sequence[DrawnFact]) -> tuple[DrawnFact, ...]:
    """Notes that have room under the map; none where they are many."""
    return tuple(facts) if len(facts) <= _NOTES else ()


def _many(facts: Sequence[DrawnFact]) -> tuple[DrawnFact, ...]:
    return tuple(facts) if len(facts) > _NOTES else ()


def _empty(network: Network, paper: Paper) -> Scene:
    around = frame(network.head, network.kind, paper, width=_WIDE)
    if not network.head.lacks:
        return around.scene([], around.top)
    words = lettering(network.head.lacks, around.width, paper.size("value"))
    return around.scene(
        [words.at(around.left, around.top, fact="lacks")], around.top + words.height
    )


@dataclass(frozen=True, slots=True)
class SharedOut:
    """A network that is shared out on sheets: each holds as much as fits, all about alike."""

    network: Network
    cards: Mapping[str, Card]
    paper: Paper

    def parts(self) -> tuple[list[_Part], list[tuple[str, Box]]]:
        """What stands on each sheet; and with their lines the boxes that fit on none."""
        produces, enables, former = (self._line(place) for place in (1, 2, 3))
        together = units([box.id for box in produces], self.network.links, self.network.areas)
        whole = _Part(together, enables, former)
        if len(self.network.boxes) <= MOST and self._fits(whole):
            return [whole], []
        names = [line.id for line in self.network.lines]
        boxes = {box.id: box for _, box in self.network.boxes}
        large: list[tuple[str, Box]] = []
        made: list[_Part] = []
        sets, left = self._filled(together, lambda some: _Part(list(some), [], []), MOST)
        loose, left = self._filled(loosened(left), lambda some: _Part(list(some), [], []), MOST)
        large += [(names[1], boxes[id_]) for unit in left for id_ in unit.ids]
        made += [_Part(list(some), [], []) for some in (*sets, *loose)]
        bands, rest = self._filled(enables, lambda some: _Part([], list(some), []), _FEW)
        large += [(names[2], box) for box in rest]
        made += [_Part([], list(some), []) for some in bands]
        gone, rest = self._filled(former, lambda some: _Part([], [], list(some)), MOST)
        large += [(names[3], box) for box in rest]
        for place, part in enumerate(made if len(gone) == 1 else ()):
            with_gone = _Part(part.units, part.enables, gone[0])
            if self._fits(with_gone):
                return [*made[:place], with_gone, *made[place + 1 :]], large
        return [*made, *(_Part([], [], some) for some in gone)], large

    def _line(self, place: int) -> list[Box]:
        lines = self.network.lines
        id_ = lines[place].id if place < len(lines) else None
        return [box for line, box in self.network.boxes if line == id_]

    def _filled(
        self, things: Sequence[T], part: Callable[[Sequence[T]], _Part], most: int
    ) -> tuple[list[list[T]], list[T]]:
        """Things in their order on as few sheets as hold them, evenly; and those that fit on none."""
        rest, left = list(things), list[T]()
        made: list[list[T]] = []
        while rest:
            size = _most(
                min(most, len(rest)),
                lambda n: _count(rest[:n]) < most and self._fits(part(rest[:n])),
            )
            if size:
                made.append(rest[:size])
            else:
                left.append(rest[0])
            del rest[: size or 1]
        even = spread(len(things), max(1, -(-len(things) // max(1, len(made)))))
        if not left and len(made) > 1 and len(even) == len(made):
            ends = [0, *accumulate(even)]
            alike = [list(things[i:j]) for i, j in pairwise(ends)]
            if all(_count(some) < most and self._fits(part(some)) for some in alike):
                return alike, left
        return made, left

    def _fits(self, part: _Part) -> bool:
        """Does a part fit under the highest header, with all notes?"""
        return self.laid(part, self.frame((1, 2), self.notes(part))) is not None

    def notes(self, part: _Part, last: Sequence[DrawnFact] | None = None) -> tuple[DrawnFact, ...]:
        """What stands under a sheet: what no arrow can tell there, and the notes of the whole."""
        whole = self.network.notes if last is None else last
        return (*_few(self.untold(part)), *_few(whole))

    def untold(self, part: _Part) -> list[DrawnFact]:
        """In words, what a box of a sheet gives to one of another, where no arrow can run."""
        return self.given({id_ for unit in part.units for id_ in unit.ids}, to_others=True)

    def given(self, here: AbstractSet[str], *, to_others: bool = False) -> list[DrawnFact]:
        """In words, what some boxes give: all of it, or what goes to others than them."""
        names = {box.id: box.facts[0].words for _, box in self.network.boxes}
        found: list[DrawnFact] = []
        for number, link in enumerate(self.network.links):
            if link.source not in here or link.target not in names:
                continue
            if not (to_others and link.target in here):
                flow = f" ({link.flow.shown})" if link.flow else ""
                source = names[link.source]
                words = f"{source.shown} → {names[link.target].shown}{flow}"
                id_ = f"{self.network.head.id}/link-{number}"
                found.append(DrawnFact(id_, self.network.head.kind, source._replace(words=words)))
        return found

    def frame(self, place: tuple[int, int], notes: Sequence[DrawnFact]) -> Frame:
        """The frame of a sheet."""
        return frame(
            self.network.head,
            self.network.kind,
            self.paper,
            keys=key(self.network),
            notes=notes,
            width=_WIDE,
            sheet=place,
        )

    def laid(self, part: _Part, around: Frame) -> Laid | None:
        """Where everything of a part stands; None where it does not fit."""
        return _laid(self.network, part, self.cards, around)


def _most(most: int, fits: Callable[[int], bool]) -> int:
    """The largest number that fits, where each smaller one does too; 0 where none does."""
    if most and fits(most):
        return most
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _count(things: Sequence[object]) -> int:
    return sum(len(one.ids) if isinstance(one, Unit) else 1 for one in things)


def _room(around: Frame) -> BoxPlace:
    return BoxPlace(around.left, around.top, around.width, around.height or _TALL)


def _laid(network: Network, part: _Part, cards: Mapping[str, Card], around: Frame) -> Laid | None:
    """A layout in which all fits: those outside in the corners, else in a strip at the right."""
    room = _room(around)
    former = [cards[box.id] for box in part.former]
    sizes = [(one.width, one.height) for one in former]
    outer = _outer(room, 0.0)
    outside = cornered(outer, room, sizes)
    if outside is None:
        strip = max(width for width, _ in sizes) + 5
        outer = _outer(room, strip)
        outside = stacked(BoxPlace(room.right - strip + 5, room.y, 0, room.height), sizes)
    if outside is None:
        return None
    placed = {box.id: place for box, place in zip(part.former, outside, strict=True)}
    own = [cards[box.id] for box in part.enables]
    for sizes, steps in _sizes(own):
        for inner in _inner(outer, sizes):
            enables = between(inner, outer, sizes, [ring_name(network, 2, outer)], steps)
            if enables is None:
                continue
            if found := _within(network, part, cards, around, inner):
                band = {
                    one.box.id: centred(one.width, one.height, place)
                    for one, place in zip(own, enables, strict=True)
                }
                middle, gaps = found
                places = {**middle.places, **band, **placed}
                return Laid(inner, outer, middle, places, frozenset(placed), bool(band), gaps)
    return None


def _sizes(cards: Sequence[Card]) -> Iterator[tuple[list[tuple[float, float]], int]]:
    """The room for those between the rings, and how far they may stand from their even places.

    Alike, so that they mirror each other, else their own.
    """
    high = max((one.height for one in cards), default=0.0)
    wide = max((one.width for one in cards), default=0.0)
    yield [(wide, high)] * len(cards), 6
    if cards:
        yield [(wide, high)] * len(cards), 60
        yield [(one.width, one.height) for one in cards], 60


def _outer(room: BoxPlace, strip: float) -> Ring:
    tall = room.height / 2 - 0.5
    wide = min((room.width - strip) / 2 - 0.5, tall * RATIO * 1.05)
    return Ring(room.x + (room.width - strip) / 2, room.y + room.height / 2, wide, tall)


def _inner(outer: Ring, sizes: Sequence[tuple[float, float]]) -> list[Ring]:
    """The inner ring, from the largest that may leave a band for those between the rings."""
    if not sizes:
        return [outer]
    wide = max(wide for wide, _ in sizes) + _BAND
    high = max(high for _, high in sizes) + _BAND
    rings = [
        Ring(outer.x, outer.y, outer.wide - wide * across, outer.tall - high * down)
        for across in (0.55, 0.75, 1.0, 1.2)
        for down in (1.0, 1.25, 1.5, 1.8)
    ]
    found = [ring for ring in rings if ring.wide > 0 and ring.tall > 0]
    return sorted(found, key=lambda ring: -ring.wide * ring.tall)


def _within(
    network: Network, part: _Part, cards: Mapping[str, Card], around: Frame, inner: Ring
) -> tuple[Middle, BlockGaps] | None:
    """What stands inside the inner ring, with the widest ways for which there is room."""
    centre = network.boxes[0][1]
    wide, high = middle_size(centre, around.paper)
    at = BoxPlace(inner.x - wide / 2, inner.y - high / 2, wide, high)
    name = (ring_name(network, 1, inner),)
    if overlap(at, name[0], 1.0) or not inner.holds(at):
        return None
    across, down = _GAPS.get(around.paper.name, _GAP)
    tight = Around(inner, at, name, BlockGaps(across, down), around.paper)
    if arranged(part.units, cards, tight) is None:
        return None
    for airy in sorted(((a, d) for a in _AIRY for d in _AIRY), key=lambda one: (-sum(one), one)):
        gaps = BlockGaps(across * airy[0], down * airy[1])
        found = arranged(part.units, cards, Around(inner, at, name, gaps, around.paper))
        if found:
            return Middle({**found.places, centre.id: at}, found.areas), gaps
    return None
