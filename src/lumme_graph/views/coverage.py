"""Coverage in tables: totals, by group, and the gaps."""

from __future__ import annotations

from lumme_graph.analysis.coverage.cells import ITEM_STATES, CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.base.ratio import Ratio
from lumme_graph.graph.names import name_label
from lumme_graph.views.cell_rows import CellRow, cell_rows, where
from lumme_graph.views.standing import marked
from lumme_graph.views.table import Column, Table

GROUPS: dict[str, Message] = {
    "kind": Label("By kind"),
    "library": Label("By library"),
    "language": Label("By language"),
    "profile": Label("By customer profile"),
}
"""The ways to group coverage."""

LANGUAGES: dict[str, Message] = {
    "fi": Label("Finnish"),
    "sv": Label("Swedish"),
    "en": Label("English"),
}
_TOTALS = Label("Coverage of the guide on {day}")
_DONE = Label("Done")
_PLANS = Label("With plans")
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


def totals(coverage: Coverage, lang: str) -> Table:
    """Done, with plans, and how many cells are in each state."""
    apart = str(coverage.states[CellState.UNKNOWN])
    rows = [
        (_DONE.say(lang), fraction(coverage.done), percent(coverage.done), apart),
        (_PLANS.say(lang), fraction(coverage.with_plans), percent(coverage.with_plans), apart),
    ]
    rows += [(state.label.say(lang), str(coverage.states[state]), "", "") for state in CellState]
    columns = (
        Column(_MEASURE.say(lang)),
        Column(_NUMBER.say(lang), "right"),
        Column(_SHARE.say(lang), "right"),
        Column(_UNKNOWN.say(lang), "right"),
    )
    return Table(_TOTALS.say(lang, day=coverage.day), lang, columns, tuple(rows))


def group(coverage: Coverage, by: str, lang: str) -> Table:
    """Covered of counted cells in each group: kind, library, language or profile."""
    apart = unknown(coverage, by)
    rows = tuple(
        (named(coverage, by, key, lang), fraction(value), percent(value), str(apart[key]))
        for key, value in ratios(coverage, by).items()
    )
    columns = (
        Column(_GROUP.say(lang)),
        Column(_COVERED.say(lang), "right"),
        Column(_SHARE.say(lang), "right"),
        Column(_UNKNOWN.say(lang), "right"),
    )
    return Table(GROUPS[by].say(lang), lang, columns, rows)


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


def named(coverage: Coverage, by: str, key: str, lang: str) -> str:
    """A group in words."""
    if by == "language":
        return LANGUAGES[key].say(lang) if key in LANGUAGES else key
    if by == "kind":
        kinds = (item.kind.plural for item in coverage.items if item.kind.prefix == key)
        return next(kinds, Plain(key)).say(lang)
    return name_label(coverage.graph[key]).say(lang)


def gaps(coverage: Coverage, lang: str) -> Table:
    """The gaps: what is not covered, in which languages, at which libraries, and why."""
    rows = tuple(row_words(coverage, row, lang) for row in cell_rows(coverage.gaps))
    return Table(_GAPS.say(lang), lang, row_columns(lang), rows)


def row_columns(lang: str) -> tuple[Column, ...]:
    """The heads of what `row_words` says."""
    heads = (_ITEM, _ID, _STATE, _LANGUAGE, _LIBRARIES, _SECTIONS)
    return tuple(Column(head.say(lang)) for head in heads)


def row_words(coverage: Coverage, row: CellRow, lang: str) -> tuple[str, ...]:
    """Cells in words: item, id, state, languages, libraries, sections."""
    return (
        marked(row.item, lang),
        row.item.id,
        row.state.label.say(lang),
        ", ".join(row.languages),
        where(coverage, row.libraries, lang),
        ", ".join(section.id for section in row.sections) or "–",
    )


def items(coverage: Coverage, lang: str) -> Table:
    """Every item with its state and counts."""
    rows: list[tuple[str, ...]] = []
    for item in coverage.items:
        cells = coverage.of(item)
        apart = coverage.states_of(item).count(CellState.UNKNOWN)
        state = ITEM_STATES[coverage.item_state(item)].say(lang)
        numbers = (fraction(coverage.ratio(cells)), str(apart))
        rows.append((marked(item, lang), item.kind.label.say(lang), state, *numbers))
    columns = (
        Column(_ITEM.say(lang)),
        Column(_GROUP.say(lang)),
        Column(_STATE.say(lang)),
        Column(_COVERED.say(lang), "right"),
        Column(_UNKNOWN.say(lang), "right"),
    )
    return Table(_ITEMS.say(lang), lang, columns, tuple(rows))


def fraction(value: Ratio) -> str:
    """A count as n/d."""
    return f"{value.n}/{value.d}"


def percent(value: Ratio) -> str:
    """A count in percent, with its sign."""
    return "n/a" if value.d == 0 else f"{value.percent} %"


def chosen(coverage: Coverage, by: str | None, lang: str) -> list[Table]:
    """The tables of a report: one group, or the totals, all groups and the gaps."""
    if by is not None:
        return [group(coverage, by, lang)]
    groups = [group(coverage, name, lang) for name in GROUPS]
    return [totals(coverage, lang), *groups, gaps(coverage, lang)]
