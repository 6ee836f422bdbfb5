"""What stands in place of the grid of a large network: libraries by kind, and a bar for each item."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.base.label import Label
from lumme_graph.elements.offer import Coverable
from lumme_graph.reports.coverage.grid import kind_head
from lumme_graph.reports.coverage.shown import ALL, ITEM, STATE, SUM, Shown
from lumme_graph.reports.coverage.style import WIDTH
from lumme_graph.reports.html.tree import h
from lumme_graph.views import coverage as groups
from lumme_graph.views.cell_rows import SIGNS

_KINDS = Label("Libraries by kind of item")
_ITEMS = Label("Items")
_LIBRARY = Label("Library")
_OTHERS = Label("Not covered")


def bars(shown: Shown) -> list[ET.Element]:
    """Covered of counted cells by library and kind, then one row for each item."""
    return [_libraries(shown), _items(shown)]


def _libraries(shown: Shown) -> ET.Element:
    found, speak = shown.coverage, shown.speak
    alone = [found.limited(_of_kind(kind)).by_library() for kind in shown.by_kind]
    labels = (_LIBRARY, ALL, *(groups.plural(found, kind) for kind in shown.by_kind))
    unknown = groups.unknown(found, "library")
    heads = [h("th", speak.capital(label), scope="col") for label in labels]
    heads.append(h("th", speak.capital(CellState.UNKNOWN.label), scope="col"))
    whole = found.by_library()
    rows = [
        h(
            "tr",
            h("th", shown.library(one), scope="row"),
            [h("td", share[one.id].fraction) for share in (whole, *alone)],
            h("td", speak(unknown[one.id])),
            id=f"library-{one.id}",
        )
        for one in found.libraries
    ]
    return _wide(shown, _KINDS, h("thead", h("tr", heads)), h("tbody", rows), look="numbers")


def _items(shown: Shown) -> ET.Element:
    labels = (ITEM, SUM, STATE, _OTHERS)
    head = h("tr", [h("th", shown.speak(label), scope="col") for label in labels])
    bodies = [
        h(
            "tbody",
            kind_head(shown, kind, len(labels)),
            [_row(shown, item) for item in items],
            data_k=kind,
        )
        for kind, items in shown.by_kind.items()
    ]
    return _wide(shown, _ITEMS, h("thead", head), *bodies, look="bars f")


def _row(shown: Shown, item: Coverable) -> ET.Element:
    states = shown.coverage.states_of(item)
    counts = {state: states.count(state) for state in CellState if state in states}
    made = h(
        "tr",
        h("th", shown.called(item), scope="row"),
        h("td", shown.coverage.count(states).fraction),
        h("td", bar(counts)),
        h("td", " · ".join(_others(shown, counts))),
        data_p=shown.users(item),
        id=f"cells-{item.id}",
    )
    if shown.deep.get(item.id):
        made.set("class", "deep")
    return made


def _others(shown: Shown, counts: dict[CellState, int]) -> Iterator[str]:
    for state, n in counts.items():
        if state is not CellState.COVERED:
            yield f"{SIGNS[state]} {shown.speak(state.label).shown} {shown.speak(n).shown}"


def bar(counts: Mapping[CellState, int]) -> ET.Element:
    """How many cells are in each state, as parts of a bar; it says no more than the numbers."""
    whole = sum(counts.values()) or 1
    sizes = {state: max(1, round(WIDTH * n / whole)) for state, n in counts.items()}
    parts = [h("i", class_=f"{state.word} w{size}") for state, size in sizes.items()]
    return h("span", parts, class_="spread")


def _of_kind(kind: str) -> Callable[[Coverable], bool]:
    return lambda item: item.kind.prefix == kind


def _wide(shown: Shown, label: Label, *parts: ET.Element, look: str) -> ET.Element:
    caption = shown.speak(label)
    made = h("table", h("caption", caption), *parts, class_=look)
    return h("div", made, class_="wide", tabindex="0", role="region", aria_label=caption.shown)
