"""Coverage in tables: totals, by group, and the gaps."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.analysis.coverage.cells import ITEM_STATES, CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.graph.names import name_label
from lumme_graph.views.cell_rows import CellRow, cell_rows, where
from lumme_graph.views.standing import marked
from lumme_graph.views.table import Table, table

GROUPS: dict[str, Message] = {
    "kind": Label("By kind"),
    "library": Label("By library"),
    "language": Label("By language"),
    "profile": Label("By customer profile"),
}
"""The ways to group coverage."""

TOTALS = Label("Coverage of the guide on {day}")
DONE = Label("Done")
PLANS = Label("With plans")
_MEASURE = Label("Measure")
_NUMBER = Label("Cells")
_SHARE = Label("Share")
_GROUP = Label("Group")
_GAPS = Label("Gaps")
_ITEM = Label("Item")
_ID = Label("Id")
_STATE = Label("State")
_LANGUAGE = Label("Language")
_LIBRARIES = Label("Libraries")
_SECTIONS = Label("Sections")
_ITEMS = Label("Items")
_COVERED = Label("Covered")
_UNKNOWN = Label("Unknown")


def totals(coverage: Coverage, speak: Speaker) -> Table:
    """Done, with plans, and how many cells are in each state."""
    shares = ((DONE, coverage.done), (PLANS, coverage.with_plans))
    return totals_of(coverage, shares, TOTALS.fill(day=coverage.day), speak)


def totals_of(
    coverage: Coverage, shares: Iterable[tuple[Message, Ratio]], title: Sayable, speak: Speaker
) -> Table:
    """Shares by what they measure, and how many cells are in each state."""
    apart = coverage.states[CellState.UNKNOWN]
    rows: list[tuple[Sayable, ...]] = [
        (label, value.fraction, value.share, apart) for label, value in shares
    ]
    rows += [(state.label, coverage.states[state], "", "") for state in CellState]
    heads = (_MEASURE, _NUMBER, _SHARE, _UNKNOWN)
    return table(speak, title, heads, rows, right=(1, 2, 3))


def group(coverage: Coverage, by: str, speak: Speaker) -> Table:
    """Covered of counted cells in each group: kind, library, language or profile."""
    apart = unknown(coverage, by)
    rows = (
        (named(coverage, by, key, speak), value, apart[key])
        for key, value in ratios(coverage, by).items()
    )
    return group_of(by, rows, speak)


def group_of(by: str, rows: Iterable[tuple[Said, Ratio, int]], speak: Speaker) -> Table:
    """Groups in words, each with covered of counted cells, and how many are of unknown offer."""
    said = ((name, value.fraction, value.share, apart) for name, value, apart in rows)
    heads = (_GROUP, _COVERED, _SHARE, _UNKNOWN)
    return table(speak, GROUPS[by], heads, said, right=(1, 2, 3))


def shares(
    title: Sayable, rows: Iterable[tuple[Message, Ratio]], apart: int, speak: Speaker
) -> Table:
    """Shares of the cells by what they measure."""
    said = ((label, value.fraction, value.share, apart) for label, value in rows)
    return table(speak, title, (_MEASURE, _NUMBER, _SHARE, _UNKNOWN), said, right=(1, 2, 3))


def ratios(coverage: Coverage, by: str, *wanted: CellState) -> dict[str, Ratio]:
    """Wanted (covered) of counted cells in each group of a way to group."""
    return {
        "kind": coverage.by_kind,
        "library": coverage.by_library,
        "language": coverage.by_language,
        "profile": coverage.by_profile,
    }[by](*wanted)


def unknown(coverage: Coverage, by: str) -> dict[str, int]:
    """How many cells of each group are of unknown offer."""
    return {key: value.n for key, value in ratios(coverage, by, CellState.UNKNOWN).items()}


def named(coverage: Coverage, by: str, key: str, speak: Speaker) -> Said:
    """A group in words."""
    if by == "language":
        return speak.language(key)
    return speak(plural(coverage, key) if by == "kind" else name_label(coverage.graph[key]))


def plural(coverage: Coverage, kind: str) -> Message:
    """What the items of a kind are called."""
    kinds = (item.kind.plural for item in coverage.items if item.kind.prefix == kind)
    return next(kinds, Plain(kind))


def gaps(coverage: Coverage, speak: Speaker) -> Table:
    """The gaps: what is not covered, in which languages, at which libraries, and why."""
    rows = (row_words(coverage, row) for row in cell_rows(coverage.gaps))
    return table(speak, _GAPS, ROW_HEADS, rows)


ROW_HEADS: tuple[Message, ...] = (_ITEM, _ID, _STATE, _LANGUAGE, _LIBRARIES, _SECTIONS)
"""The heads of what `row_words` says."""


def row_words(coverage: Coverage, row: CellRow) -> tuple[Sayable, ...]:
    """Cells in words: item, id, state, languages, libraries, sections."""
    return (
        marked(row.item),
        row.item.id,
        row.state.label,
        ", ".join(row.languages),
        where(coverage, row.libraries),
        ", ".join(section.id for section in row.sections) or "–",
    )


def items(coverage: Coverage, speak: Speaker) -> Table:
    """Every item with its state and counts."""
    rows: list[tuple[Sayable, ...]] = []
    for item in coverage.items:
        cells = coverage.of(item)
        apart = coverage.states_of(item).count(CellState.UNKNOWN)
        state = ITEM_STATES[coverage.item_state(item)]
        numbers = (coverage.ratio(cells).fraction, apart)
        rows.append((marked(item), item.kind.label, state, *numbers))
    return table(speak, _ITEMS, (_ITEM, _GROUP, _STATE, _COVERED, _UNKNOWN), rows, right=(3, 4))


def chosen(coverage: Coverage, by: str | None, speak: Speaker) -> list[Table]:
    """The tables of a report: one group, or the totals, all groups and the gaps."""
    if by is not None:
        return [group(coverage, by, speak)]
    groups = [group(coverage, name, speak) for name in GROUPS]
    return [totals(coverage, speak), *groups, gaps(coverage, speak)]
