"""Items against libraries, a matrix for each language, and the form that narrows them."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.cells import Cell, CellState
from lumme_graph.base.label import Label, Message
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.names import name_label, short_label
from lumme_graph.reports.coverage.shown import ALL, ITEM, STATE, SUM, Shown, sign, to_list
from lumme_graph.reports.html.tree import h
from lumme_graph.views import coverage as groups
from lumme_graph.views.cell_rows import SIGNS
from lumme_graph.views.standing import marked

_CAPTION = Label("Items by library, language: {language}")
_FILTER = Label("Narrow the tables")
_NOTE = Label("This narrows the matrices and the list of gaps; the numbers stay as they are.")
_RULE = Label(
    "Profiles and commitments hold for the whole network except where a no is stated; of all else the offer is unknown until it is stated."
)
_ANY = Label("all")
_CLEAR = Label("Show all")
_KIND = Label("Kind")
_PROFILE = Label("Customer profile")
_LIBRARY = Label("Library")


def filter_form(shown: Shown) -> ET.Element:
    """Choices by kind, profile, library and state; style alone acts on them."""
    found, speak = shown.coverage, shown.speak
    kinds = [(kind, groups.named(found, "kind", kind, speak).shown) for kind in shown.kinds]
    profiles = [(one.id, speak(name_label(one)).shown) for one in found.graph.all(Profile)]
    libraries = [(o.id, speak(short_label(found.graph, o)).shown) for o in found.libraries]
    states = [(state.word, f"{SIGNS[state]} {speak(state.label).shown}") for state in CellState]
    return h(
        "form",
        _select(shown, "k", _KIND, kinds),
        _select(shown, "p", _PROFILE, profiles),
        _select(shown, "l", _LIBRARY, libraries),
        _select(shown, "s", STATE, states),
        h("button", speak(_CLEAR), type="reset"),
        h("p", speak(_NOTE), class_="meta"),
        h("p", speak(_RULE), class_="meta"),
        class_="filter",
        id="filter",
        aria_label=speak(_FILTER).shown,
    )


def _select(
    shown: Shown, name: str, label: Message, choices: Iterable[tuple[str, str]]
) -> ET.Element:
    every = [("", shown.speak(_ANY).shown), *choices]
    options = [h("option", words, value=value) for value, words in every]
    return h("label", shown.speak(label), h("select", options, id=f"f-{name}", autocomplete="off"))


def matrix(shown: Shown, tag: str) -> ET.Element:
    """The matrix of one language; it scrolls by itself where the screen is too narrow."""
    caption = shown.speak(_CAPTION, language=shown.speak.language(tag).shown)
    heads = [
        h("th", shown.speak(ITEM), scope="col"),
        h("th", shown.speak(SUM), scope="col", class_="sum"),
    ]
    for library in shown.coverage.libraries:
        name = shown.speak(short_label(shown.coverage.graph, library))
        heads.append(h("th", to_list(name, f"library-{library.id}.{tag}"), scope="col"))
    made = h(
        "table",
        h("caption", caption),
        h("thead", h("tr", heads)),
        [_group(shown, kind, tag) for kind in shown.kinds],
        h("tfoot", _foot(shown, tag)),
        class_="matrix f",
    )
    return h("div", made, class_="wide", tabindex="0", role="region", aria_label=caption.shown)


def _group(shown: Shown, kind: str, tag: str) -> ET.Element:
    items = [item for item in shown.coverage.items if item.kind.prefix == kind]
    across = str(2 + len(shown.coverage.libraries))
    name = shown.speak.capital(groups.plural(shown.coverage, kind))
    count = shown.coverage.ratio(
        c for item in items for c in shown.cells[item.id] if c.language == tag
    )
    number = to_list(count.fraction, f"kind-{kind}.{tag}")
    head = h("span", name, " ", number)
    group = h("tr", h("th", head, scope="rowgroup", colspan=across))
    return h("tbody", group, [_row(shown, item, tag) for item in items])


def _row(shown: Shown, item: Coverable, tag: str) -> ET.Element:
    cells = [cell for cell in shown.cells[item.id] if cell.language == tag]
    name = to_list(shown.speak(marked(item)), f"item-{item.id}")
    total = to_list(shown.coverage.ratio(cells).fraction, f"item-{item.id}.{tag}")
    row = h("tr", h("th", name, scope="row"), h("td", total, class_="sum"))
    row.extend(_cell(shown, cell) for cell in cells)
    row.attrib.update(shown.marks(item, cells))
    return row


def _cell(shown: Shown, cell: Cell) -> ET.Element:
    state = cell.state
    return h("td", sign(state), " ", shown.speak(state.label), class_=state.word)


def _foot(shown: Shown, tag: str) -> ET.Element:
    counts = {
        id_: shown.coverage.ratio(cell for cell in cells if cell.language == tag)
        for id_, cells in shown.by_library.items()
    }
    whole = shown.coverage.by_language()[tag].fraction
    total = to_list(whole, f"language-{tag}")
    sums = [
        h("td", to_list(count.fraction, f"library-{id_}.{tag}")) for id_, count in counts.items()
    ]
    return h("tr", h("th", shown.speak(ALL), scope="row"), h("td", total, class_="sum"), sums)
