"""Rings about a middle: the customer, who produces, who enables, and outside who was there before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lumme_graph.drawing.card import Card
from lumme_graph.drawing.frame import Frame, frame
from lumme_graph.drawing.lettering import lettering
from lumme_graph.drawing.nets import apart
from lumme_graph.drawing.nets.blocks import Gaps, Unit, loosened, shared, units
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
from lumme_graph.drawing.steps.rows import Place
from lumme_graph.views.shapes import Box, Fact, Link, Network, key

MOST = 25
"""Boxes of one sheet."""
_WIDE, _TALL = 396.0, 215.0
"""The room on the web."""
_GAPS = {"a4": Gaps(7.0, 5.0)}
_GAP = Gaps(9.0, 6.4)
"""The least ways between two boxes."""
_AIRY = (2.2, 1.8, 1.5, 1.25, 1.0)
"""How much wider the ways may be: as wide as there is room."""
_LARGE = 0.25
"""The part of the room's height from which a box stands behind the map."""
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

    A box that is too large for a ring, for all that it says, stands on a sheet behind the map.
    """
    if not network.boxes:
        return [_empty(network, paper)]
    probe = _room(_frame(network, paper, (1, 1), ()))
    cards = cards_of(network, paper)
    large = [
        (line, box)
        for line, box in network.boxes[1:]
        if cards[box.id].height > probe.height * _LARGE
    ]
    there = [box.id for _, box in large]
    rings = [
        [box for line, box in network.boxes if line == ring.id and box.id not in there]
        for ring in network.lines[1:]
    ]
    rings += [[] for _ in range(3 - len(rings))]
    together = units([box.id for box in rings[0]], network.links, network.areas)
    behind = apart.pages(large, network, probe, paper)
    for some in (together, loosened(together)):
        for parts in _shared_out(some, rings[1], rings[2]):
            if found := _sheets(network, paper, cards, parts, behind):
                return found
    behind = apart.pages(network.boxes, network, probe, paper)
    return _sheets(network, paper, cards, [], behind) or []


def _empty(network: Network, paper: Paper) -> Scene:
    around = _frame(network, paper, (1, 1), ())
    if not network.head.lacks:
        return around.scene([], around.top)
    words = lettering(network.head.lacks, around.width, paper.size("value"))
    return around.scene(
        [words.at(around.left, around.top, fact="lacks")], around.top + words.height
    )


def _sheets(
    network: Network,
    paper: Paper,
    cards: Mapping[str, Card],
    parts: Sequence[_Part],
    behind: Sequence[apart.Page],
) -> list[Scene] | None:
    """All sheets, where each part of the network fits on its own."""
    found: list[Scene] = []
    of = len(parts) + len(behind)
    for n, part in enumerate(parts, 1):
        untold = tuple(_untold(network, part))
        around = _frame(network, paper, (n, of), untold)
        laid = _laid(network, part, cards, around)
        if laid is None:
            return None
        found.append(sheet(network, cards, around, laid))
    for n, page in enumerate(behind, len(parts) + 1):
        found.append(page.drawn(_frame(network, paper, (n, of), ())))
    return found


def _untold(network: Network, part: _Part) -> Iterator[Fact]:
    """In words, what a box of this sheet gives to one of another, where no arrow can run."""
    here = {id_ for unit in part.units for id_ in unit.ids}
    names = {box.id: box.facts[0].words for _, box in network.boxes}
    for number, link in enumerate(network.links):
        if link.source in here and link.target not in here and link.target in names:
            yield _told(network, number, link, names[link.target].shown)


def _told(network: Network, number: int, link: Link, target: str) -> Fact:
    source = next(box.facts[0].words for _, box in network.boxes if box.id == link.source)
    flow = f" ({link.flow.shown})" if link.flow else ""
    words = source._replace(words=f"{source.shown} → {target}{flow}")
    return Fact(f"{network.head.id}/link-{number}", network.head.kind, words)


def _shared_out(
    together: Sequence[Unit], enables: Sequence[Box], former: Sequence[Box]
) -> Iterator[list[_Part]]:
    """What may stand on which sheet: all on one; those who enable apart; ever fewer on a sheet."""
    count = sum(len(unit.ids) for unit in together)
    if count + len(enables) + len(former) < MOST:
        yield [_Part(list(together), list(enables), list(former))]
    for few in (_FEW, 6, 2, 1):
        for sheets in range(1, max(1, len(together), len(former)) + 1):
            parts = shared(together, sheets)
            if max(sum(len(u.ids) for u in some) for some in parts) + len(former) / sheets < MOST:
                yield [
                    *(
                        _Part(some, [], list(former[i::sheets]))
                        for i, some in enumerate(parts)
                        if some or former[i::sheets] or not enables
                    ),
                    *(
                        _Part([], list(enables[i : i + few]), [])
                        for i in range(0, len(enables), few)
                    ),
                ]


def _frame(
    network: Network, paper: Paper, place: tuple[int, int], untold: tuple[Fact, ...]
) -> Frame:
    notes = network.notes if place[0] == place[1] else ()
    return frame(
        network.head,
        network.kind,
        paper,
        keys=key(network),
        notes=(*untold, *notes),
        width=_WIDE,
        sheet=place,
    )


def _room(around: Frame) -> Place:
    return Place(around.left, around.top, around.width, around.height or _TALL)


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
        outside = stacked(Place(room.right - strip + 5, room.y, 0, room.height), sizes)
    if outside is None:
        return None
    placed = {box.id: place for box, place in zip(part.former, outside, strict=True)}
    own = [cards[box.id] for box in part.enables]
    for sizes in _sizes(own):
        for inner in _inner(outer, sizes):
            enables = between(inner, outer, sizes, [ring_name(network, 2, outer)])
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


def _sizes(cards: Sequence[Card]) -> Iterator[list[tuple[float, float]]]:
    """The room for those between the rings: alike, so that they mirror each other, else their own."""
    high = max((one.height for one in cards), default=0.0)
    wide = max((one.width for one in cards), default=0.0)
    yield [(wide, high)] * len(cards)
    if cards:
        yield [(one.width, one.height) for one in cards]


def _outer(room: Place, strip: float) -> Ring:
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
) -> tuple[Middle, Gaps] | None:
    """What stands inside the inner ring, with the widest ways for which there is room."""
    centre = network.boxes[0][1]
    wide, high = middle_size(centre, around.paper)
    at = Place(inner.x - wide / 2, inner.y - high / 2, wide, high)
    name = (ring_name(network, 1, inner),)
    if overlap(at, name[0], 1.0) or not inner.holds(at):
        return None
    across, down = _GAPS.get(around.paper.name, _GAP)
    for airy in sorted(((a, d) for a in _AIRY for d in _AIRY), key=lambda one: (-sum(one), one)):
        gaps = Gaps(across * airy[0], down * airy[1])
        found = arranged(part.units, cards, Around(inner, at, name, gaps, around.paper))
        if found:
            return Middle({**found.places, centre.id: at}, found.areas), gaps
    return None
