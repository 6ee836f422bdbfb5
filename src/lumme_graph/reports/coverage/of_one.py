"""Coverage of one item and at one library, for the pages of elements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.cells import Cell
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.base.label import Counted, Joined, Label
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.elements.offer import Coverable
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.names import among
from lumme_graph.reports.coverage.shown import ITEM, STATE, SUM, Link, named, state_words
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.views.cell_rows import cell_rows
from lumme_graph.views.standing import marked

_MANY: Final = 60
"""Of more items than this only the number is told."""
_MORE: Final = Counted("Gaps at {n} more item", "Gaps at {n} more items")
_CAPTION = Label("Coverage of the guide")
_GAPS = Label("Gaps")
_LIBRARIES = Label("Libraries")
_LANGUAGES = Label("Languages")
_ASKS_NOTHING = Label("The guide need not tell of this.")
_NO_GAPS = Label("There are no gaps.")
_UNKNOWN = Counted(
    "Of {n} item it is not known whether it is offered here",
    "Of {n} items it is not known whether they are offered here",
)


def item_coverage(found: Coverage, item: Coverable, speak: Speaker, link: Link) -> list[Child]:
    """The cells of an item by library and language; libraries with the same share a row."""
    cells = found.of(item)
    if not cells:
        return [h("p", speak(_ASKS_NOTHING))]
    width = len(found.languages)
    same: dict[tuple[object, ...], tuple[list[Cell], list[int]]] = {}
    for place in range(len(found.libraries)):
        here = cells[place * width : (place + 1) * width]
        key = tuple((cell.state, *(section.id for section in cell.sections)) for cell in here)
        same.setdefault(key, (here, []))[1].append(place)
    rows = [
        h(
            "tr",
            h("th", speak(among(found.graph, places, found.libraries)), scope="row"),
            [h("td", _state(cell, speak, link)) for cell in here],
        )
        for here, places in same.values()
    ]
    heads = [speak(_LIBRARIES), *map(speak.language, found.languages)]
    return [_share(found, found.states_of(item), speak), _table(speak(_CAPTION), heads, rows)]


def library_coverage(
    found: Coverage, library: Organisation, speak: Speaker, link: Link
) -> list[Child]:
    """The gaps at a library, and the items of which it is not known whether it offers them."""
    gaps = found.gaps_at(library)
    rows = [
        h(
            "tr",
            h("th", link(row.item, speak(marked(row.item))), scope="row"),
            h("td", state_words(row.state, speak)),
            h("td", ", ".join(speak.language(tag).shown for tag in row.languages)),
        )
        for row in cell_rows(gaps)
    ]
    heads = [speak(label) for label in (ITEM, STATE, _LANGUAGES)]
    told = [_table(speak(_GAPS), heads, rows[:_MANY]) if rows else h("p", speak(_NO_GAPS))]
    if len(rows) > _MANY:
        told.append(h("p", speak(_MORE, n=len(rows) - _MANY), "."))
    unknown = found.unknown_at(library)
    return [_share(found, found.states_at(library), speak), *told, *_unknown(unknown, speak, link)]


def _unknown(items: Sequence[Coverable], speak: Speaker, link: Link) -> list[Child]:
    """Items of which it is not known whether they are offered; only how many, where they are many."""
    if not items:
        return []
    said = speak(_UNKNOWN, n=len(items))
    if len(items) > _MANY:
        return [h("p", said, ".")]
    names = [h("li", link(item, speak(marked(item)))) for item in items]
    return [h("details", h("summary", said), h("ul", names))]


def _share(found: Coverage, states: bytes, speak: Speaker) -> ET.Element:
    return h("p", speak(Joined((SUM, found.count(states).whole), ": ")))


def _state(cell: Cell, speak: Speaker, link: Link) -> list[Child]:
    """A state, and the sections that bear on it."""
    return [state_words(cell.state, speak), " ", *named(cell.sections, speak, link)]


def _table(title: Said, heads: Iterable[Said], rows: Iterable[ET.Element]) -> ET.Element:
    head = h("tr", [h("th", words, scope="col") for words in heads])
    made = h("table", h("caption", title, class_="vh"), h("thead", head), h("tbody", rows))
    return h("div", made, class_="wide", tabindex="0", role="region", aria_label=title.shown)
