"""Coverage as Markdown, for the comment on a change: short, with every total said."""

from __future__ import annotations

import html

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.assessment.assess import Assessment
from lumme_graph.assessment.part import Part
from lumme_graph.base.label import Counted, Label
from lumme_graph.reports.coverage import tables
from lumme_graph.reports.markdown import escaped
from lumme_graph.views import coverage as groups
from lumme_graph.views.part import told
from lumme_graph.views.standing import LEGEND, statement_in
from lumme_graph.views.table import Table

MOST_ROWS = 25
"""Rows of a long table that are shown."""
_MORE = Counted(
    "{shown} row is shown, of {total}.", "{shown} rows are shown, of {total}.", by="shown"
)
_FAILS = Label("✗ A gate fails")
_NEW = Counted("✗ {n} new gap", "✗ {n} new gaps")
_CLOSED = Counted("✓ {n} gap closed", "✓ {n} gaps closed")
_SAME = Label("✓ No new gaps")
_DONE = Label("Done")
_UNKNOWN = Label("unknown {n}")


def render(found: Assessment, lang: str = "en") -> str:
    """The report: verdict, totals, what changed, gates, gaps, and what to write next."""
    statement = statement_in(found.coverage.graph.settings, lang)
    said = [f"> {escaped(statement)}"] if statement else []
    totals = tables.totals(found, lang)
    parts = [f"## {escaped(totals.title)}", *said, _verdict(found, lang)]
    parts += [_table(totals)]
    if found.change and (found.change.new or found.change.closed):
        parts += section(tables.change(found, lang))
    if found.gates:
        parts += section(tables.gates(found, lang))
    if isinstance(found, Part):
        parts += section(told(found.coverage, lang))
    else:
        parts += section(groups.gaps(found.coverage, lang))
        for by in ("kind", "library", "language"):
            parts += _folded(groups.group(found.coverage, by, lang))
    parts += [f"### {tables.NEXT.say(lang)}", escaped(tables.method(found.write_next, lang))]
    parts += _limited(tables.write_next(found, lang)) if found.write_next.acts else []
    return "\n\n".join([*parts, f"{escaped(LEGEND.say(lang))}."]) + "\n"


def _verdict(found: Assessment, lang: str) -> str:
    """In bold, what whoever made the change must know first."""
    apart = found.coverage.states[CellState.UNKNOWN]
    words = [f"{_DONE.say(lang)} {found.coverage.done}", _UNKNOWN.say(lang, n=apart)]
    if found.change:
        new, closed = len(found.change.new), len(found.change.closed)
        words += [_NEW.say(lang, n=new) if new else _SAME.say(lang)]
        words += [_CLOSED.say(lang, n=closed)] if closed else []
    words += [_FAILS.say(lang)] if found.failed else []
    return " · ".join(f"**{escaped(word)}**" for word in words)


def section(table: Table) -> list[str]:
    """A table under its title; long ones are cut, with their number said."""
    return (
        [f"### {escaped(table.title)} ({len(table.rows)})", *_limited(table)] if table.rows else []
    )


def _limited(table: Table) -> list[str]:
    total = len(table.rows)
    if total <= MOST_ROWS:
        return [_table(table)]
    cut = Table(table.title, table.lang, table.columns, table.rows[:MOST_ROWS])
    return [_table(cut), escaped(_MORE.say(table.lang, shown=MOST_ROWS, total=total))]


def _folded(table: Table) -> list[str]:
    if not table.rows:
        return []
    return [
        f"<details><summary>{html.escape(table.title)}</summary>",
        *_limited(table),
        "</details>",
    ]


def _table(table: Table) -> str:
    heads = [escaped(column.label) or " " for column in table.columns]
    rules = ["--:" if column.align == "right" else "---" for column in table.columns]
    rows = [[escaped(cell) for cell in row] for row in table.rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rules, *rows))
