"""Coverage as one page: totals, what to write next, a matrix for each language, gaps, groups.

It needs no script and no other file. Every number leads to the list of what it counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.gates import Gate
from lumme_graph.assessment.assess import Assessment
from lumme_graph.assessment.part import Part
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Said
from lumme_graph.elements.customers import Profile
from lumme_graph.graph.names import joined
from lumme_graph.reports.coverage import tables
from lumme_graph.reports.coverage.lists import DEEP, DONE, GAPS, PLANS, UP, gap_list, lists
from lumme_graph.reports.coverage.matrix import filter_form, matrix
from lumme_graph.reports.coverage.shown import Shown, sign, to_list
from lumme_graph.reports.coverage.style import STYLE, filters
from lumme_graph.reports.html.page import sheet, stated, table
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.views import coverage as groups
from lumme_graph.views.part import told
from lumme_graph.views.standing import LEGEND
from lumme_graph.views.table import Table

MOST_ACTS: Final = 10
"""Acts that are shown at once."""

_TITLE = Label("Coverage of the guide")
_AS_OF = Label("As of {day}.")
_RULE = Label(
    "A cell is one item at one library in one language. Unknown and exempt cells are left out of the count, but always shown. Every number is a link to the list of what it counts."
)
_STATES = Label("States of the cells")
_GROUPS = Label("By group")
_MATRIX = Label("Items and libraries")
_MORE = Counted("{n} more act", "{n} more acts")


def render(found: Assessment, lang: str = "en", *, top: Iterable[Child] = ()) -> str:
    """The whole page; `top` is what stands above its title, such as links to other pages."""
    coverage = found.coverage
    speak = coverage.graph.speaker(lang)
    shown = Shown(found, speak)
    settings = coverage.graph.settings
    title = speak(joined([_TITLE, joined([*tables.about(found), settings.name])], ": "))
    rules = filters(
        shown.kinds,
        [profile.id for profile in coverage.graph.all(Profile)],
        [library.id for library in coverage.libraries],
        [state.word for state in CellState],
    )
    day = speak(_AS_OF, day=coverage.day)
    return sheet(
        title.shown,
        speak.lang,
        h("header", top, h("h1", title, id="top"), stated(settings.statement, speak)),
        h("main", _body(shown, day)),
        h("footer", h("p", day, " ", h("a", speak(UP), href="#top"))),
        style=STYLE + rules,
    )


def _body(shown: Shown, day: Said) -> list[Child]:
    found, speak = shown.found, shown.speak
    return [
        h("p", day, " ", speak(_RULE)),
        h("p", speak(LEGEND), ".", class_="meta"),
        _figures(shown),
        *_judgement(shown),
        h("h2", speak(_STATES)),
        _states(shown),
        h("h2", speak(tables.NEXT), id="next"),
        h("p", tables.method(found.write_next, speak)),
        *_next(shown),
        *_told(shown),
        h("h2", speak(_MATRIX), id="matrix", class_="pagebreak"),
        filter_form(shown),
        *[matrix(shown, tag) for tag in shown.coverage.languages],
        h("h2", speak(GAPS), id="gaps", class_="pagebreak"),
        gap_list(shown),
        h("h2", speak(_GROUPS)),
        h("div", [_group(shown, by) for by in groups.GROUPS], class_="groups"),
        lists(shown),
    ]


def _figures(shown: Shown) -> ET.Element:
    figures = (
        (shown.coverage.done, DONE, "done"),
        (shown.coverage.with_plans, PLANS, "with-plans"),
        (shown.found.deep, DEEP, "deep"),
    )
    unknown = CellState.UNKNOWN
    number = h("strong", shown.speak(shown.coverage.states[unknown]))
    link = h("a", number, href=f"#list-state-{unknown.word}")
    apart = h("li", link, h("span", shown.speak(unknown.label)))
    return h("ul", [_figure(shown, *one) for one in figures], apart, class_="figures")


def _figure(shown: Shown, value: Ratio, label: Message, anchor: str) -> ET.Element:
    number = h("strong", shown.speak(value.share))
    link = h("a", number, f"{value.fraction} ", href=f"#list-{anchor}")
    return h("li", link, h("span", shown.speak(label)))


def _judgement(shown: Shown) -> list[Child]:
    """The gates, each number a link, and what has changed since the baseline."""
    made: list[Child] = []
    gates = tables.gates(shown.found, shown.speak)
    if gates.rows:
        anchors = [_anchor(gate) for gate in shown.found.gates]
        made.append(_linked(table(gates), ((anchor, (1,)) for anchor in anchors)))
    change = tables.change(shown.found, shown.speak)
    return [*made, table(change)] if change.rows else made


def _anchor(gate: Gate) -> str:
    """The list that a gate counts."""
    by = gate.name.split(".")[1] if gate.group else ""
    states = {f"max_{word}": f"state-{word}" for word in ("missing", "stale", "unknown")}
    return f"{by}-{gate.group}" if by else states.get(gate.name, "done")


def _linked(made: ET.Element, anchors: Iterable[tuple[str, tuple[int, ...]]]) -> ET.Element:
    """Make the numbers of a table links: for each row the list, and the columns that it is for."""
    rows = made.findall("table/tbody/tr")
    for row, (anchor, columns) in zip(rows, anchors, strict=True):
        for cell in (row[column] for column in columns):
            link = to_list("", anchor)
            link.text, cell.text = cell.text, None
            link.extend(list(cell))
            cell[:] = [link]
    return made


def _states(shown: Shown) -> ET.Element:
    return h("ul", [_state(shown, state) for state in CellState], class_="key")


def _state(shown: Shown, state: CellState) -> ET.Element:
    words = shown.speak(joined([state.label, shown.coverage.states[state]], ": "))
    href = f"#list-state-{state.word}"
    return h("li", h("a", sign(state), " ", words, href=href, class_=state.word))


def _next(shown: Shown) -> list[Child]:
    """The acts; those beyond the first ten fold away."""
    data = tables.write_next(shown.found, shown.speak)
    first, rest = data.rows[:MOST_ACTS], data.rows[MOST_ACTS:]
    made: list[Child] = [_acts(replace(data, rows=first), 1)] if first else []
    if rest:
        more = _acts(replace(data, rows=rest), MOST_ACTS + 1)
        made.append(h("details", h("summary", shown.speak(_MORE, n=len(rest))), more))
    return made


def _acts(data: Table, first: int) -> ET.Element:
    made = table(data, captioned=False)
    made[0].set("class", "steps")
    column = len(data.columns) - 2
    return _linked(made, ((f"act-{first + at}", (column,)) for at in range(len(data.rows))))


def _told(shown: Shown) -> list[Child]:
    """What a part of the people find, item by item."""
    if not isinstance(shown.found, Part):
        return []
    data = told(shown.coverage, shown.speak)
    return [h("h2", data.title), table(data, captioned=False)]


def _group(shown: Shown, by: str) -> ET.Element:
    made = table(groups.group(shown.coverage, by, shown.speak))
    for row in made.findall("table/tbody/tr"):
        row[0].tag = "th"
        row[0].set("scope", "row")
    keys = groups.ratios(shown.coverage, by)
    return _linked(made, ((f"{by}-{key}", (1, 2, 3)) for key in keys))
