"""Items against libraries: one cell for all languages, with the worst of their states."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from lumme_graph.base.label import Label
from lumme_graph.elements.offer import Coverable
from lumme_graph.reports.coverage.shown import ALL, ITEM, SUM, Shown
from lumme_graph.reports.html.tree import h
from lumme_graph.views import coverage as groups
from lumme_graph.views.cell_squares import Square, squares

_CAPTION = Label("Items by library")


def grid(shown: Shown) -> ET.Element:
    """The grid; it scrolls by itself where the screen is too narrow."""
    speak = shown.speak
    heads = [h("th", speak(ITEM), scope="col"), h("th", speak(SUM), scope="col")]
    heads += [
        h("th", h("span", shown.library(one)), scope="col") for one in shown.coverage.libraries
    ]
    caption = speak(_CAPTION)
    made = h(
        "table",
        h("caption", caption, class_="vh"),
        h("thead", h("tr", heads)),
        [_kind(shown, kind, items) for kind, items in shown.by_kind.items()],
        h("tfoot", _foot(shown)),
        class_="grid f",
    )
    return h("div", made, class_="wide", tabindex="0", role="region", aria_label=caption.shown)


def kind_head(shown: Shown, kind: str, across: int) -> ET.Element:
    """The row above the items of a kind, with how much of them is covered."""
    name = shown.speak.capital(groups.plural(shown.coverage, kind))
    share = shown.coverage.by_kind()[kind].fraction
    words = h("span", name, " ", share)
    return h("tr", h("th", words, scope="rowgroup", colspan=str(across)), id=f"kind-{kind}")


def _kind(shown: Shown, kind: str, items: list[Coverable]) -> ET.Element:
    head = kind_head(shown, kind, 2 + len(shown.coverage.libraries))
    return h("tbody", head, [_row(shown, item) for item in items], data_k=kind)


def _row(shown: Shown, item: Coverable) -> ET.Element:
    share = shown.coverage.count(shown.coverage.states_of(item)).fraction
    return h(
        "tr",
        h("th", shown.called(item), scope="row"),
        h("td", h("a", share, href=f"#cells-{item.id}")),
        [_cell(shown, square) for square in squares(shown.coverage, item)],
        data_p=shown.users(item),
    )


def _cell(shown: Shown, square: Square) -> ET.Element:
    """The sign is put there by the style, which shows the word only where the sign is not enough."""
    made = h("td", shown.speak(square.state.label), class_=square.state.word)
    if square.rest:
        made.append(h("small", f" {square.n}/{square.m}"))
        made.set("data-s", " ".join(other.word for other in square.rest))
    return made


def _foot(shown: Shown) -> ET.Element:
    sums = [h("td", share.fraction) for share in shown.coverage.by_library().values()]
    whole = shown.coverage.done.fraction
    return h("tr", h("th", shown.speak(ALL), scope="row"), h("td", whole), sums)
