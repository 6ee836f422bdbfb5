"""The counts of the coverage map: covered of counted cells, by kind of item and by library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.names import short_label
from lumme_graph.views.drawn.parts import fact
from lumme_graph.views.shapes import Box, DrawnFact, GridCell, GridRow, ShapeLine, Sign

MOST_ACROSS = 20
"""More libraries than these are rows, so that their names stay level."""
TOTAL = "total"
"""The group of the column of totals, and the last row."""

_ALL = Label("All")
_WHERE = Label("Where the gaps are: kind × library")
_HOW = Label("covered / counted; bar: covered, on its way, missing")
_ITEMS = Counted("{n} item", "{n} items")
_PART = (CellState.PLANNED, CellState.STALE, CellState.UNTRANSLATED)
_SHARE = Label("share")


@dataclass(frozen=True, slots=True)
class _Side:
    """A row or a column: its id, its name, what explains it, and which cells are its own."""

    id: str
    words: Said
    sub: Said | None = None


def counts(found: Coverage, speak: Speaker) -> tuple[tuple[ShapeLine, ...], tuple[GridRow, ...]]:
    """The columns and the rows of the counts; of kinds the one with the smallest share is first."""
    kinds = _kinds(found, speak)
    libraries = [_Side(one.id, speak(short_label(found.graph, one))) for one in found.libraries]
    states = _states(found)
    every = _Side(TOTAL, speak(_ALL))

    def of(kind: _Side, library: _Side) -> bytes:
        return states[kind.id, library.id]

    def turned(library: _Side, kind: _Side) -> bytes:
        return states[kind.id, library.id]

    down, across, asked = (
        (libraries, kinds, turned) if len(libraries) > MOST_ACROSS else (kinds, libraries, of)
    )
    columns = tuple(
        ShapeLine(f"counts/{side.id}", side.words, TOTAL if side is every else "")
        for side in (*across, every)
    )
    heading = GridRow("coverage/counts", speak(_WHERE), "band", (), sub=speak(_HOW))
    rows = tuple(_row(found, side, (*across, every), asked, speak) for side in (*down, every))
    return columns, (heading, *rows)


def _row(
    found: Coverage,
    side: _Side,
    across: tuple[_Side, ...],
    states: Callable[[_Side, _Side], bytes],
    speak: Speaker,
) -> GridRow:
    cells = tuple(
        GridCell(
            f"counts/{other.id}",
            (
                Box(
                    f"{side.id}/{other.id}",
                    tuple(
                        _facts(found, states(side, other), f"{side.id}/{other.id}", other, speak)
                    ),
                ),
            ),
        )
        for other in across
    )
    tone = TOTAL if side.id == TOTAL else ""
    return GridRow(f"counts/{side.id}", side.words, "bars", cells, sub=side.sub, tone=tone)


def _facts(
    found: Coverage, states: bytes, id_: str, other: _Side, speak: Speaker
) -> Iterator[DrawnFact]:
    """Covered of counted, what is on its way, what is missing, and what is not known."""
    done = found.count(states)
    words = done.fraction if done.d else "–"
    yield _part(speak, f"{id_}/done", other, words, done.n, "done", CellState.COVERED.label)
    if other.id == TOTAL and done.d:
        yield DrawnFact(f"{id_}/share", speak(_SHARE), speak(done.share), "sub")
    part = found.count(states, *_PART).n
    if part:
        labels = [state.label for state in _PART if state in states]
        yield _part(speak, f"{id_}/part", other, str(part), part, "part", *labels)
    gap = done.d - done.n - part
    if gap:
        label = CellState.MISSING.label
        yield _part(speak, f"{id_}/gap", other, str(gap), gap, "gap", label)
    unknown = states.count(CellState.UNKNOWN)
    if unknown:
        label = CellState.UNKNOWN.label
        words = f"? {speak(unknown).words}"
        yield _part(speak, f"{id_}/unknown", other, words, unknown, "unknown", label)


def _part(
    speak: Speaker, id_: str, other: _Side, words: str, value: int, state: str, *labels: Message
) -> DrawnFact:
    signs = [Sign("state", state, speak(label)) for label in labels]
    return fact(speak, id_, other.words.shown, words, value=value, signs=signs)


def _kinds(found: Coverage, speak: Speaker) -> list[_Side]:
    """The kinds of items, the one with the smallest share first."""
    items: dict[str, list[Coverable]] = {}
    for item in found.items:
        items.setdefault(item.kind.prefix, []).append(item)
    ratios = found.by_kind()

    def share(kind: str) -> float:
        ratio: Ratio = ratios[kind]
        return ratio.n / ratio.d if ratio.d else 2.0

    return [
        _Side(
            kind,
            speak.capital(items[kind][0].kind.plural),
            speak(_ITEMS, n=len(items[kind])),
        )
        for kind in sorted(items, key=share)
    ]


def _states(found: Coverage) -> dict[tuple[str, str], bytes]:
    """The states of the cells of each kind at each library, and of all."""
    parts: dict[str, list[bytes]] = {TOTAL: [found.state_of]}
    for item in found.items:
        parts.setdefault(item.kind.prefix, []).append(found.states_of(item))
    width = len(found.languages)
    block = width * len(found.libraries)
    states: dict[tuple[str, str], bytes] = {}
    for kind, some in parts.items():
        whole = b"".join(some)
        states[kind, TOTAL] = whole
        for place, library in enumerate(found.libraries):
            states[kind, library.id] = b"".join(
                whole[place * width + k :: block] for k in range(width)
            )
    return states
