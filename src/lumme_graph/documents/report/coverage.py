"""How far the service guide is, for each library, kind and language; and what to write next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Final

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.largest import largest_gaps
from lumme_graph.analysis.coverage.result import covered
from lumme_graph.assessment.assess import assessed
from lumme_graph.assessment.write_next import told
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Said, Sayable
from lumme_graph.documents.blocks import Block, RowsBlock, text
from lumme_graph.documents.telling import MORE, Telling
from lumme_graph.graph.names import short_label
from lumme_graph.views.coverage import named, ratios, unknown

TITLE: Final = Label("How far the guide is")
DONE: Final = Label("of the guide is done: {n} of {d} cells")
CELL: Final = Label(
    "A cell is one thing that the guide must tell, at one library, in one language."
)
UNKNOWN: Final = Counted(
    "Of {n} cell nobody has recorded whether the library offers it; it is left out of the count.",
    "Of {n} cells nobody has recorded whether the library offers it; they are left out of the "
    "count.",
)
NO_GAP: Final = Label("Nothing that is counted is missing.")
NO_CELL: Final = Label("There is nothing yet that the guide must tell of.")
PLANS: Final = Label("With what is planned, {share}: {n} of {d} cells.")
_BY: Final[dict[str, Message]] = {
    "library": Label("By library"),
    "kind": Label("By kind"),
    "language": Label("By language"),
}
LIBRARY: Final = Label("Library")
_FIRST: Final[dict[str, Message]] = {
    "library": LIBRARY,
    "kind": Label("Kind"),
    "language": Label("Language"),
}
COVERED: Final = Label("Covered")
SHARE: Final = Label("Share")
NOT_KNOWN: Final = Label("Not known")
GAPS: Final = Label("The largest gaps")
_GAP_HEADS: Final = (Label("Item"), Label("Kind"), Label("Not covered"), Label("Covered"))
NEXT: Final = Label("What to write next")
_NEXT_TEXT: Final = Label(
    "The acts that close most, in this order; after each, how far the guide is."
)
_NEXT_HEADS: Final = (Label("Act"), Label("Cells"), Label("Then done"))
_MOST: Final = 10


def chapter(tell: Telling) -> Iterator[Block]:
    """Coverage in all, by library, kind and language."""
    found = covered(tell.day)
    done, plans = found.done, found.with_plans
    yield tell.heading(TITLE)
    if not found.items:
        yield tell.text(NO_CELL)
        return
    yield tell.text(done.share, look="number")
    yield text(tell.say(DONE, n=done.n, d=done.d), look="lead")
    yield tell.text(
        PLANS.fill(share=plans.share, n=plans.n, d=plans.d),
        UNKNOWN.fill(n=found.states[CellState.UNKNOWN]),
    )
    yield tell.text(CELL, look="meta")
    for by in _BY:
        yield tell.heading(_BY[by], 2)
        yield by_group(tell, by)
    yield from _gaps(tell)
    yield from _next(tell)


def by_group(tell: Telling, by: str) -> RowsBlock:
    """Covered of counted cells in each group."""
    rows = list(_rows(tell, by, list(_ratios(tell, by))))
    heads = (_FIRST[by], COVERED, SHARE, NOT_KNOWN)
    return tell.table(_BY[by], heads, rows, (43, 19, 17, 21), right=(1, 2, 3))


def by_library(tell: Telling, most: int, *, pairs: bool) -> RowsBlock:
    """The libraries, at most so many, of more the least covered first; two in a row as pairs."""
    every = list(_ratios(tell, "library"))
    if len(every) > most:
        every = sorted(every, key=lambda one: (one[1].tenths, -one[1].d))[:most]
    rows = list(_rows(tell, "library", every))
    heads = (LIBRARY, COVERED, SHARE, NOT_KNOWN)
    if not pairs:
        return tell.table(_BY["library"], heads, rows, (43, 19, 17, 21), right=(1, 2, 3))
    half = (len(rows) + 1) // 2
    empty = ("",) * len(heads)
    pair = [
        (*left, *right) for left, right in zip_longest(rows[:half], rows[half:], fillvalue=empty)
    ]
    widths = (21, 10, 9, 10) * 2
    return tell.table(_BY["library"], heads * 2, pair, widths, right=(1, 2, 3, 5, 6, 7))


def _ratios(tell: Telling, by: str) -> Iterable[tuple[str, Ratio]]:
    return ratios(covered(tell.day), by).items()


def _rows(
    tell: Telling, by: str, groups: Iterable[tuple[str, Ratio]]
) -> Iterator[tuple[Sayable | Said, ...]]:
    apart = unknown(covered(tell.day), by)
    for key, done in groups:
        yield _group(tell, by, key), done.fraction, done.share, apart.get(key, 0)


def _group(tell: Telling, by: str, key: str) -> Sayable | Said:
    """A group in words; a library by its municipality."""
    found = covered(tell.day)
    if by == "library":
        library = next(one for one in found.libraries if one.id == key)
        return tell.speak(short_label(tell.graph, library))
    said = named(found, by, key, tell.speak)
    return said._replace(words=tell.speak.capital(said.words).words)


def _gaps(tell: Telling) -> Iterator[Block]:
    found = largest_gaps(tell.day)
    yield tell.heading(GAPS, 2)
    if not found:
        yield tell.text(NO_GAP)
        return
    rows = [
        (
            tell.marked(one.item),
            tell.speak.capital(one.item.kind.label),
            one.size,
            one.done.fraction,
        )
        for one in found[:_MOST]
    ]
    yield tell.table(GAPS, _GAP_HEADS, rows, (46, 26, 14, 14), right=(2, 3))
    if len(found) > _MOST:
        yield tell.text(MORE.fill(n=len(found) - _MOST), look="meta")


def _next(tell: Telling) -> Iterator[Block]:
    judged = assessed(tell.day)
    acts = [one for one in judged.write_next.acts if one.gain]
    if not acts:
        return
    yield tell.heading(NEXT, 2)
    yield tell.text(_NEXT_TEXT)
    rows = [
        (tell.speak.capital(told(judged.coverage, one.act)), f"+{one.gain}", one.after.whole)
        for one in acts[:_MOST]
    ]
    yield tell.table(NEXT, _NEXT_HEADS, rows, (66, 10, 24), right=(1, 2))
    if len(acts) > _MOST:
        yield tell.text(MORE.fill(n=len(acts) - _MOST), look="meta")
