"""One page for those who decide: what is promised, covered, changed, reached and paid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.largest import largest_gaps
from lumme_graph.analysis.coverage.result import covered
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Said
from lumme_graph.documents.blocks import (
    Block,
    BulletList,
    DocumentText,
    SideBySide,
    TextBlock,
    TextPiece,
    TextPieces,
)
from lumme_graph.documents.fit import height, shortened
from lumme_graph.documents.look import ONE_PAGE
from lumme_graph.documents.report import change, coverage, figures, promise
from lumme_graph.documents.report.whole import framed
from lumme_graph.documents.telling import MORE, Telling
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.project import Indicator
from lumme_graph.graph.names import joined
from lumme_graph.views.decide import next_act, told_money, told_plans, told_promise

_TITLE: Final = Label("For those who decide")
_SINCE: Final = Label("Since the last time")
_GAPS: Final = Label("The three largest gaps")
_GAP: Final = Counted("{n} cell of {d} is not covered", "{n} cells of {d} are not covered")
_FIRST: Final = Label("What helps most: {act} – {n} cells.")
_DECIDED: Final = Label("What is decided or done, what is planned")
_LEAST: Final = Label("The {n} least covered of {of} libraries.")
_GAPS_SHOWN: Final = 3
_RESERVE: Final = 0.975
"""How much of the page is filled: office programs do not break lines all alike."""


class Room(NamedTuple):
    """How much of each thing is told on the page: rows of libraries, names; how long a name may be."""

    rows: int
    named: int
    indicators: int
    projects: int
    name: int


_ROOMS: Final = (
    Room(14, 3, 8, 3, 200),
    Room(14, 3, 6, 3, 110),
    Room(14, 2, 6, 2, 100),
    Room(12, 2, 6, 2, 90),
    Room(12, 1, 6, 2, 90),
    Room(8, 1, 5, 2, 70),
    Room(6, 1, 4, 1, 60),
    Room(4, 1, 3, 1, 48),
    Room(3, 1, 2, 1, 36),
    Room(2, 1, 1, 1, 20),
)
"""From the most that is told to the least: the first that fits is taken."""


def page_text(tell: Telling, *, columns: bool) -> DocumentText:
    """The page as blocks: as much as fits on one sheet, and how much more there is.

    Its first half has two columns where these are asked for.
    """
    free = _RESERVE * (ONE_PAGE.height - ONE_PAGE.top - ONE_PAGE.bottom)
    every = (_page(tell, room, columns=columns) for room in _ROOMS)
    return next((made for made in every if height(made, ONE_PAGE) <= free), None) or _page(
        tell, _ROOMS[-1], columns=columns
    )


def _page(tell: Telling, room: Room, *, columns: bool) -> DocumentText:
    blocks = tuple(_blocks(tell, room, columns=columns))
    return shortened(framed(tell, _TITLE, blocks), room.name)


def _blocks(tell: Telling, room: Room, *, columns: bool) -> Iterator[Block]:
    guide = tuple(_guide(tell, room, columns=columns))
    first = tuple(_promise(tell, room))
    rest = (*_since(tell), *_gaps(tell), *_decided(tell, room))
    if columns:
        yield SideBySide(guide, (*first, *rest))
    else:
        yield from (*first, *guide, *rest)
    yield from _indicators(tell, room)
    yield from _money(tell, room)


def _guide(tell: Telling, room: Room, *, columns: bool) -> Iterator[Block]:
    found = covered(tell.day)
    yield tell.heading(coverage.TITLE)
    if not found.items:
        yield tell.text(coverage.NO_CELL)
        return
    done = found.done
    share, rest = tell.say(done.share), tell.say(coverage.DONE, n=done.n, d=done.d)
    yield TextBlock(
        (TextPiece(share, strong=True), TextPiece(tell.say(" ")), TextPiece(rest)), "lead"
    )
    yield tell.text(coverage.UNKNOWN.fill(n=found.states[CellState.UNKNOWN]), look="meta")
    most = room.rows if columns else 2 * room.rows
    yield coverage.by_library(tell, most, pairs=not columns)
    n = len(found.libraries)
    if n > most:
        yield tell.text(_LEAST.fill(n=most, of=n), look="meta")


def _promise(tell: Telling, room: Room) -> Iterator[Block]:
    yield tell.heading(promise.TITLE)
    told = told_promise(tell.day)
    if told is None:
        yield tell.text(promise.NO_PROMISE)
        return
    n = len(told.commitments)
    yield tell.text(promise.COMMITMENTS.fill(n=n, counted=told.counted))
    if n:
        yield BulletList(tuple(_named(tell, told.commitments, room.named)))


def _named(tell: Telling, found: Sequence[KeptElement], most: int) -> Iterator[TextPieces]:
    for one in found[:most]:
        yield (TextPiece(tell.say(tell.marked(one))),)
    if len(found) > most:
        yield (TextPiece(tell.say(MORE, n=len(found) - most)),)


def _since(tell: Telling) -> Iterator[Block]:
    yield tell.heading(_SINCE)
    yield change.summary(tell)


def _gaps(tell: Telling) -> Iterator[Block]:
    yield tell.heading(_GAPS)
    found = largest_gaps(tell.day)[:_GAPS_SHOWN]
    if not found:
        yield tell.text(coverage.NO_GAP)
        return
    items: list[TextPieces] = []
    for gap in found:
        size: Said = tell.say(_GAP, n=gap.size, d=gap.done.d)
        name: Said = tell.say(joined((tell.marked(gap.item), ": "), ""))
        items.append((TextPiece(name), TextPiece(size)))
    yield BulletList(tuple(items))
    if first := next_act(tell.day):
        yield tell.text(_FIRST.fill(act=first.words, n=first.gain), look="meta")


def _decided(tell: Telling, room: Room) -> Iterator[Block]:
    yield tell.heading(_DECIDED)
    states = told_plans(tell.day)
    if not states:
        yield tell.text(figures.NOTHING)
        return
    items: list[TextPieces] = []
    for state, acts in states.items():
        head = tell.speak.capital(state.label)
        pieces = [TextPiece(head._replace(words=f"{head.words}: "), strong=True)]
        for place, one in enumerate(acts[: room.named]):
            pieces += [TextPiece(tell.say(", "))] if place else []
            pieces.append(TextPiece(tell.say(tell.marked(one))))
        if len(acts) > room.named:
            more = tell.say(MORE, n=len(acts) - room.named)
            pieces.append(TextPiece(more._replace(words=f" {more.words}")))
        items.append(tuple(pieces))
    yield BulletList(tuple(items))


def _indicators(tell: Telling, room: Room) -> Iterator[Block]:
    yield tell.heading(figures.TITLE)
    n = len(tell.graph.all(Indicator))
    if not n:
        yield tell.text(figures.NO_INDICATOR)
        return
    yield figures.indicator_table(tell, room.indicators)
    if n > room.indicators:
        yield _more(tell, n - room.indicators)


def _money(tell: Telling, room: Room) -> Iterator[Block]:
    yield tell.heading(figures.MONEY)
    told, silent = told_money(tell.day)
    if not told:
        yield tell.text(figures.NO_MONEY)
        return
    yield figures.money_table(tell, room.projects)
    if silent:
        yield tell.text(figures.OTHERS.fill(n=silent), look="meta")


def _more(tell: Telling, n: int) -> TextBlock:
    return tell.text(MORE.fill(n=n), look="meta")
