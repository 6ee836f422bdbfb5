"""The lists that the numbers of the coverage page lead to, and the list of gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.cells import Cell, CellState
from lumme_graph.analysis.coverage.deep import deep_cells
from lumme_graph.assessment.part import Part
from lumme_graph.assessment.write_next import told
from lumme_graph.base.label import Joined, Label
from lumme_graph.base.speaker import Said, Sayable
from lumme_graph.elements.customers import Profile
from lumme_graph.graph.names import joined, name_label
from lumme_graph.reports.coverage.shown import ALL, ITEM, STATE, SUM, Shown
from lumme_graph.reports.html.tree import h
from lumme_graph.views import coverage as groups
from lumme_graph.views.cell_rows import CellRow, cell_rows, where
from lumme_graph.views.standing import marked

DONE: Final = Label("done", "how much of the guide")
PLANS: Final = Label("with plans")
DEEP: Final = Label("deep: the item and all its parts")
UP: Final = Label("Back to the top")
GAPS: Final = Label("Gaps")
_LANGUAGE = Label("Language")
_LIBRARIES = Label("Libraries")
_SECTIONS = Label("Sections")
_CELLS = Label("Cells")
_LISTS = Label("Lists")
_NO_LIST = Label("Follow any number above, and its list is shown here.")
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


class Listing(NamedTuple):
    """The list that a number leads to: its anchor, title and cells."""

    anchor: str
    title: Said
    cells: Sequence[Cell]


def gap_list(shown: Shown) -> ET.Element:
    """The gaps, narrowed by the same form as the matrices."""
    made = _table(shown, shown.coverage.gaps, shown.speak(GAPS))
    made.set("class", "wide f")
    rows = made.findall("table/tbody/tr")
    for row, element in zip(cell_rows(shown.coverage.gaps), rows, strict=True):
        cells = [Cell(row.item, o, row.languages[0], row.state) for o in row.libraries]
        libraries = " ".join(library.id for library in row.libraries)
        element.attrib.update({**shown.marks(row.item, cells), "data-l": libraries})
    return made


def lists(shown: Shown) -> ET.Element:
    """Every list; only the one that a link leads to is shown."""
    return h(
        "section",
        h("h2", shown.speak(_LISTS), id="lists"),
        h("p", shown.speak(_NO_LIST), class_="none"),
        [_list(shown, one) for one in _listings(shown)],
        class_="lists",
    )


def _list(shown: Shown, one: Listing) -> ET.Element:
    summary = Joined((SUM, shown.coverage.ratio(one.cells).whole), ": ")
    by_state = sorted(one.cells, key=lambda cell: _ORDER.index(cell.state))
    return h(
        "section",
        h("h3", one.title),
        _table(shown, by_state, shown.speak(summary)),
        h("p", h("a", shown.speak(UP), href="#top")),
        class_="list",
        id=f"list-{one.anchor}",
    )


def _table(shown: Shown, cells: Sequence[Cell], caption: Said) -> ET.Element:
    labels = (STATE, ITEM, _LANGUAGE, _LIBRARIES, _SECTIONS)
    heads = [h("th", shown.speak(label), scope="col") for label in labels]
    heads.append(h("th", shown.speak(_CELLS), scope="col", class_="number"))
    count = h("td", str(len(cells)), class_="number")
    made = h(
        "table",
        h("caption", caption),
        h("thead", h("tr", heads)),
        h("tbody", [_row(shown, row) for row in cell_rows(cells)]),
        h("tfoot", h("tr", h("th", shown.speak(ALL), scope="row", colspan="5"), count)),
    )
    return h("div", made, class_="wide", tabindex="0", role="region", aria_label=caption.shown)


def _row(shown: Shown, row: CellRow) -> ET.Element:
    speak = shown.speak
    sections: Sayable = joined([name_label(section) for section in row.sections])
    languages = ", ".join(speak.language(tag).shown for tag in row.languages)
    item = h("code", row.item.id, class_="meta")
    return h(
        "tr",
        h("td", shown.state(row.state)),
        h("th", speak(marked(row.item)), " ", item, scope="row"),
        h("td", languages),
        h("td", speak(where(shown.coverage, row.libraries))),
        h("td", speak(sections) if row.sections else "–"),
        h("td", str(row.cells), class_="number"),
    )


def _listings(shown: Shown) -> Iterator[Listing]:
    everything = shown.all_cells
    done = [cell for cell in everything if cell.state is CellState.COVERED]
    planned = {CellState.COVERED, CellState.PLANNED}
    yield Listing("done", shown.speak(DONE), done)
    yield Listing("with-plans", shown.speak(PLANS), [c for c in everything if c.state in planned])
    yield Listing("deep", shown.speak(DEEP), _deep(shown))
    for state in CellState:
        same = [cell for cell in everything if cell.state is state]
        yield Listing(f"state-{state.word}", shown.speak(state.label), same)
    yield from _acts(shown)
    for by in groups.GROUPS:
        for key in groups.ratios(shown.coverage, by):
            name = groups.named(shown.coverage, by, key, shown.speak)
            one = Listing(f"{by}-{key}", name, _of_group(shown, by, key))
            yield from _each_language(shown, one) if by in {"kind", "library"} else [one]
    for item in shown.coverage.items:
        name = shown.speak(name_label(item))
        one = Listing(f"item-{item.id}", name, shown.cells[item.id])
        yield from _each_language(shown, one)


def _each_language(shown: Shown, one: Listing) -> Iterator[Listing]:
    """A list, and the same for each language by itself."""
    yield one
    for tag in shown.coverage.languages:
        cells = [cell for cell in one.cells if cell.language == tag]
        title = one.title._replace(words=f"{one.title.words}, {shown.speak.language(tag).shown}")
        yield Listing(f"{one.anchor}.{tag}", title, cells)


def _deep(shown: Shown) -> list[Cell]:
    found = shown.found
    whole = found.whole if isinstance(found, Part) else found
    here = {library.id for library in shown.coverage.libraries}
    return [
        cell
        for cell in deep_cells(whole.coverage)
        if cell.item.id in shown.cells and cell.library.id in here
    ]


def _acts(shown: Shown) -> Iterator[Listing]:
    """The gaps that each act closes beyond those before it."""
    for number, advice in enumerate(shown.found.write_next.acts, 1):
        title = shown.speak(told(shown.coverage, advice.act))
        yield Listing(f"act-{number}", title, advice.cells)


def _of_group(shown: Shown, by: str, key: str) -> list[Cell]:
    match by:
        case "kind":
            return [cell for cell in shown.all_cells if cell.item.kind.prefix == key]
        case "library":
            return shown.by_library[key]
        case "language":
            return [cell for cell in shown.all_cells if cell.language == key]
        case _:
            return shown.coverage.profile_view(shown.coverage.graph[Profile, key])
