"""The page of coverage without what stands around it: totals, advice, all items, gaps, groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.gates import Gate
from lumme_graph.assessment.assess import Assessment
from lumme_graph.assessment.part import Part
from lumme_graph.assessment.write_next import Advice
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Speaker
from lumme_graph.graph.names import name_label
from lumme_graph.reports.coverage import tables
from lumme_graph.reports.coverage.bars import bars
from lumme_graph.reports.coverage.cells import DEEP, DONE, GAPS, PLANS, cell_list, notes, only
from lumme_graph.reports.coverage.filter_form import filter_form
from lumme_graph.reports.coverage.filters import filters
from lumme_graph.reports.coverage.grid import grid
from lumme_graph.reports.coverage.shown import Link, Shown, look, sign, unlinked
from lumme_graph.reports.coverage.style import STYLE
from lumme_graph.reports.html.page import table
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.views import coverage as groups
from lumme_graph.views.part import told
from lumme_graph.views.table import Table

FIRST_ACTS: Final = 10
"""Acts that are shown at once."""
MOST_ACTS: Final = 50
"""Acts that are shown at all."""

AS_OF: Final = Label("As of {day}.")
_RULE = Label(
    "A cell is one item at one library in one language. Unknown and exempt cells are left out of the count, but always shown. A number that is a link leads to what it counts."
)
_OFFERS = Label(
    "Profiles and commitments hold for the whole network except where a no is stated; of all else the offer is unknown until it is stated."
)
_STATES = Label("States of the cells")
_GROUPS = Label("By group")
_MATRIX = Label("Items and libraries")
_WORST = Label(
    "Each square is an item at a library, in its worst state of all languages; 1/2 says that one of two languages is in it. The number of an item leads to all its cells."
)
_ELSEWHERE = Label(
    "The network is too large for a square of each item and library: the cells one by one are in the CSV form."
)
_NOTHING = Label("There are no gaps.")
_MORE = Counted("{n} more act", "{n} more acts")
_REST = Counted(
    "{n} act that closes less is in the JSON form alone.",
    "{n} acts that close less are in the JSON form alone.",
)


def coverage_body(found: Assessment, speak: Speaker, link: Link = unlinked) -> list[Child]:
    """What stands in `main` under the title; `link` leads to the pages of elements.

    The look is `coverage_style`. Every number leads to what it counts, on the same page.
    """
    shown = Shown(found, speak, link)
    return [
        h("p", speak(AS_OF, day=found.coverage.day), " ", speak(_RULE)),
        _figures(shown),
        *_judgement(shown),
        h("h2", speak(tables.NEXT), id="next"),
        h("p", tables.method(found.write_next, speak)),
        *_next(shown),
        *_told(shown),
        h("h2", speak(_MATRIX), id="matrix"),
        *_items(shown),
        h("h2", speak(_GROUPS), id="groups"),
        h("div", [_group(shown, by) for by in groups.GROUPS], class_="groups"),
    ]


def coverage_style(found: Assessment) -> str:
    """The style of `coverage_body`, which the page itself or a file beside it must hold."""
    shown = Shown(found, found.coverage.graph.speaker("en"))
    wide = len(found.coverage.libraries) > _PORTRAIT and not shown.is_large
    turned = "@media print{@page{size:A4 landscape}}\n" if wide else ""
    return STYLE + turned + filters(shown)


_PORTRAIT: Final = 14
"""Libraries whose columns have room on an upright page."""


def _figures(shown: Shown) -> ET.Element:
    figures = (
        (shown.coverage.done, DONE, "covered"),
        (shown.coverage.with_plans, PLANS, "with-plans"),
        (shown.found.deep, DEEP, "deep"),
    )
    unknown = CellState.UNKNOWN
    number = h("strong", shown.speak(shown.coverage.states[unknown]))
    link = h("a", number, href=f"#only-{unknown.word}")
    apart = h("li", link, h("span", shown.speak(unknown.label)))
    return h("ul", [_figure(shown, *one) for one in figures], apart, class_="figures")


def _figure(shown: Shown, value: Ratio, label: Message, anchor: str) -> ET.Element:
    number = h("strong", shown.speak(value.share))
    link = h("a", number, f" {value.fraction} ", href=f"#only-{anchor}")
    return h("li", link, h("span", shown.speak(label)))


def _judgement(shown: Shown) -> list[Child]:
    """The gates, each number a link, and what has changed since the baseline."""
    made: list[Child] = []
    gates = tables.gates(shown.found, shown.speak)
    if gates.rows:
        anchors = [_of_gate(shown, gate) for gate in shown.found.gates]
        made.append(_linked(table(gates), ((anchor, (1,)) for anchor in anchors)))
    change = tables.change(shown.found, shown.speak)
    return [*made, table(change)] if change.rows else made


def _of_gate(shown: Shown, gate: Gate) -> str:
    """Where the cells are that a gate counts; nowhere for a kind that no item is of."""
    if gate.group:
        by = gate.name.split(".")[1]
        there = groups.ratios(shown.coverage, by)
        return _of_group(shown, by, gate.group) if gate.group in there else ""
    states = {f"max_{word}": word for word in ("missing", "stale", "unknown")}
    return f"only-{states.get(gate.name, 'covered')}"


def _of_group(shown: Shown, by: str, key: str) -> str:
    """Where the cells of a group are."""
    if by == "kind":
        return f"kind-{key}"
    if shown.is_large and by != "profile":
        return f"library-{key}" if by == "library" else "matrix"
    return f"only-{by}-{key}"


def _linked(made: ET.Element, anchors: Iterable[tuple[str, tuple[int, ...]]]) -> ET.Element:
    """Make numbers of a table links: for each row where they lead, and the columns that they are in."""
    rows = made.findall("table/tbody/tr")
    for row, (anchor, columns) in zip(rows, anchors, strict=True):
        for cell in (row[column] for column in columns if anchor):
            link = h("a", cell.text or "", list(cell), href=f"#{anchor}")
            cell.text = None
            cell[:] = [link]
    return made


def _next(shown: Shown) -> list[Child]:
    """The acts; those beyond the first ten fold away."""
    data, acts = tables.write_next(shown.found, shown.speak), shown.found.write_next.acts
    made: list[Child] = []
    if acts:
        made.append(_acts(shown, data, acts[:FIRST_ACTS], 0))
    if rest := acts[FIRST_ACTS:MOST_ACTS]:
        more = _acts(shown, data, rest, FIRST_ACTS)
        made.append(h("details", h("summary", shown.speak(_MORE, n=len(rest))), more))
    if left := len(acts[MOST_ACTS:]):
        made.append(h("p", shown.speak(_REST, n=left)))
    return made


def _acts(shown: Shown, data: Table, acts: tuple[Advice, ...], first: int) -> ET.Element:
    """Some of the acts: the gaps of each are those of one item, or said item by item."""
    made = table(replace(data, rows=data.rows[first : first + len(acts)]), captioned=False)
    made[0].set("class", "acts")
    gain, anchors = len(data.columns) - 2, list[tuple[str, tuple[int, ...]]]()
    for row, advice in zip(made.findall("table/tbody/tr"), acts, strict=True):
        items = Counter(cell.item.id for cell in advice.cells)
        if len(items) > 1:
            row[1].append(_parts(shown, items))
        anchors.append((f"cells-{next(iter(items))}" if len(items) == 1 else "", (gain,)))
    return _linked(made, anchors)


def _parts(shown: Shown, items: Counter[str]) -> ET.Element:
    """How many gaps of each item an act closes."""
    made: list[Child] = []
    for id_, n in items.items():
        name = shown.speak(name_label(shown.coverage.graph[id_]))
        made += [" · "] if made else []
        made += [name, " ", h("a", shown.speak(n), href=f"#cells-{id_}")]
    return h("span", made, class_="meta")


def _told(shown: Shown) -> list[Child]:
    """What a part of the people find, item by item."""
    if not isinstance(shown.found, Part):
        return []
    data = told(shown.coverage, shown.speak)
    return [h("h2", data.title, id="told"), table(data, captioned=False)]


def _items(shown: Shown) -> list[Child]:
    """The states, what narrows the tables, and the tables of items and of cells."""
    found, speak = shown.coverage, shown.speak
    alone = [
        only(shown, f"profile-{id_}", name_label(found.graph[id_]), share.fraction)
        for id_, share in found.by_profile().items()
    ]
    states = [_state(shown, state) for state in CellState]
    head: list[Child] = [
        h("p", speak(_ELSEWHERE if shown.is_large else _WORST)),
        h("p", speak(_OFFERS), class_="meta"),
        h("ul", states, class_="states", aria_label=speak(_STATES).shown),
        filter_form(shown),
        *alone,
    ]
    if shown.is_large:
        return [*head, *notes(shown), *bars(shown)]
    alone = [
        only(shown, f"library-{id_}", name_label(found.graph[id_]), share.fraction)
        for id_, share in found.by_library().items()
    ]
    gaps: list[Child] = [cell_list(shown)] if found.items else []
    empty = [] if found.gaps else [h("p", speak(_NOTHING))]
    return [
        *head,
        *alone,
        grid(shown),
        h("h2", speak(GAPS), f" ({len(found.gaps)})", id="gaps"),
        *empty,
        *notes(shown),
        *gaps,
    ]


def _state(shown: Shown, state: CellState) -> ET.Element:
    words, n = shown.speak(state.label), shown.speak(shown.coverage.states[state])
    link = h("a", sign(state), " ", words, " ", n, href=f"#only-{state.word}", class_=look(state))
    return h("li", link)


def _group(shown: Shown, by: str) -> ET.Element:
    made = table(groups.group(shown.coverage, by, shown.speak))
    for row in made.findall("table/tbody/tr"):
        row[0].tag = "th"
        row[0].set("scope", "row")
    keys = groups.ratios(shown.coverage, by)
    return _linked(made, ((_of_group(shown, by, key), (1, 2, 3)) for key in keys))
