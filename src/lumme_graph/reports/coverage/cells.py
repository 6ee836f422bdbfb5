"""Every cell once, item by item, what is alike in one row: the gaps, and what numbers lead to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.cells import Cell, CellState
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Sayable
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.names import among, joined
from lumme_graph.reports.coverage.shown import ITEM, STATE, Shown, named, places, state_words
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.views.cell_rows import CellRow, cell_rows
from lumme_graph.views.standing import marked

DONE: Final = Label("done", "how much of the guide")
PLANS: Final = Label("with plans")
DEEP: Final = Label("deep: the item and all its parts")
GAPS: Final = Label("Gaps")
_WHERE = Label("Where")
_SECTIONS = Label("Sections")
_CELLS = Label("Cells")
_ALSO_DEEP = Label("deep", "coverage")
_COUNT = Counted("{n} cell", "{n} cells")
_ONLY = Label("Shown alone: {what}.")
_BACK = Label("Show all")
_ORDER = (
    CellState.MISSING,
    CellState.UNTRANSLATED,
    CellState.PLANNED,
    CellState.STALE,
    CellState.COVERED,
    CellState.UNKNOWN,
    CellState.EXEMPT,
)
"""Gaps first: they are what one looks for."""


def only(shown: Shown, anchor: str, *what: Sayable) -> ET.Element:
    """What is said where a number was followed: what is shown alone, and the way back."""
    words = shown.speak(_ONLY, what=joined(what))
    back = h("a", shown.speak(_BACK), href="#matrix")
    return h("p", words, " ", back, id=f"only-{anchor}", class_="only")


def counted(n: int) -> Sayable:
    """A number of cells."""
    return _COUNT.fill(n=n)


def notes(shown: Shown) -> list[ET.Element]:
    """A note for each number that leads to some of the cells."""
    found = shown.coverage
    covered = found.states[CellState.COVERED]
    planned = covered + found.states[CellState.PLANNED]
    return [
        *(only(shown, one.word, one.label, counted(found.states[one])) for one in CellState),
        only(shown, "with-plans", PLANS, counted(planned)),
        only(shown, "deep", DEEP, counted(shown.found.deep.n)),
        *(
            only(shown, f"language-{tag}", shown.speak.language(tag).shown, share.fraction)
            for tag, share in found.by_language().items()
        ),
    ]


def cell_list(shown: Shown) -> ET.Element:
    """All cells; the style shows the gaps, or what was asked for."""
    speak = shown.speak
    labels = (ITEM, STATE, _WHERE, _SECTIONS, _CELLS)
    made = h(
        "table",
        h("caption", speak(GAPS), class_="vh"),
        h("thead", h("tr", [h("th", speak(label), scope="col") for label in labels])),
        [_item(shown, item) for item in shown.coverage.items],
        class_="cells f",
    )
    label = speak(GAPS).shown
    return h("div", made, class_="wide", tabindex="0", role="region", aria_label=label)


def _item(shown: Shown, item: Coverable) -> ET.Element:
    return h(
        "tbody",
        list(_rows(shown, item)),
        id=f"cells-{item.id}",
        data_k=item.kind.prefix,
        data_p=shown.users(item),
    )


def _rows(shown: Shown, item: Coverable) -> Iterator[ET.Element]:
    cells = sorted(shown.coverage.of(item), key=lambda cell: _ORDER.index(cell.state))
    deep: list[Cell] = [cell for cell in cells if shown.is_deep(cell)]
    apart = [cell for cell in cells if not shown.is_deep(cell)]
    for same, is_deep in ((apart, False), (deep, True)):
        yield from (_row(shown, row, is_deep=is_deep) for row in cell_rows(same))


def _row(shown: Shown, row: CellRow, *, is_deep: bool) -> ET.Element:
    found, speak = shown.coverage, shown.speak
    state: list[Child] = [state_words(row.state, speak)]
    if is_deep:
        state += [" ", speak(_ALSO_DEEP)]
    made = h(
        "tr",
        h("th", speak(marked(row.item)), scope="row"),
        h("td", state),
        h("td", _where(shown, row)),
        h("td", named(row.sections, speak, shown.link)),
        h("td", str(row.cells)),
        data_s=f"{row.state.word} deep" if is_deep else row.state.word,
        class_="gap" if found.is_gap(row.state) else "rest",
    )
    if len(row.libraries) < len(found.libraries):
        made.set("data-l", places(row.libraries, found.libraries))
    if len(row.languages) < len(found.languages):
        made.set("data-t", " ".join(row.languages))
    return made


def _where(shown: Shown, row: CellRow) -> list[Child]:
    """At which libraries and in which languages, in words."""
    found, speak = shown.coverage, shown.speak
    here = [int(place) - 1 for place in places(row.libraries, found.libraries).split()]
    tongues = ", ".join(speak.language(tag).shown for tag in row.languages)
    return [speak(among(found.graph, here, found.libraries)), f": {tongues}"]
