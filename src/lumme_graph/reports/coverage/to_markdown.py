"""Coverage as Markdown, for the comment on a change: short, with every total said."""

from __future__ import annotations

import html
from dataclasses import replace

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.assessment.assess import Assessment
from lumme_graph.assessment.part import Part
from lumme_graph.base.label import Counted, Joined, Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.reports.coverage import tables
from lumme_graph.reports.markdown import escaped, table_markdown
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
    speak = found.coverage.graph.speaker(lang)
    statement = statement_in(found.coverage.graph.settings, speak)
    said = [f"> {escaped(statement)}"] if statement else []
    totals = tables.totals(found, speak)
    parts = [f"## {escaped(totals.title)}", *said, _verdict(found, speak)]
    parts += [table_markdown(totals)]
    if found.change and (found.change.new or found.change.closed):
        parts += section(tables.change(found, speak), speak)
    if found.gates:
        parts += section(tables.gates(found, speak), speak)
    if isinstance(found, Part):
        parts += section(told(found.coverage, speak), speak)
    else:
        parts += section(groups.gaps(found.coverage, speak), speak)
        for by in ("kind", "library", "language"):
            parts += _folded(groups.group(found.coverage, by, speak), speak)
    method = tables.method(found.write_next, speak).shown
    parts += [f"### {escaped(speak(tables.NEXT).shown)}", escaped(method)]
    parts += _limited(tables.write_next(found, speak), speak) if found.write_next.acts else []
    return "\n\n".join([*parts, f"{escaped(speak(LEGEND).shown)}."]) + "\n"


def _verdict(found: Assessment, speak: Speaker) -> str:
    """In bold, what whoever made the change must know first."""
    apart = found.coverage.states[CellState.UNKNOWN]
    words: list[Message] = [Joined((_DONE, found.coverage.done.whole), " ")]
    words += [_UNKNOWN.fill(n=apart)]
    if found.change:
        new, closed = len(found.change.new), len(found.change.closed)
        words += [_NEW.fill(n=new) if new else _SAME]
        words += [_CLOSED.fill(n=closed)] if closed else []
    words += [_FAILS] if found.failed else []
    return " · ".join(f"**{escaped(speak(word).shown)}**" for word in words)


def section(table: Table, speak: Speaker) -> list[str]:
    """A table under its title; long ones are cut, with their number said."""
    return (
        [f"### {escaped(table.title)} ({len(table.rows)})", *_limited(table, speak)]
        if table.rows
        else []
    )


def _limited(table: Table, speak: Speaker) -> list[str]:
    total = len(table.rows)
    if total <= MOST_ROWS:
        return [table_markdown(table)]
    cut = replace(table, rows=table.rows[:MOST_ROWS])
    return [table_markdown(cut), escaped(speak(_MORE, shown=MOST_ROWS, total=total).shown)]


def _folded(table: Table, speak: Speaker) -> list[str]:
    if not table.rows:
        return []
    return [
        f"<details><summary>{html.escape(table.title)}</summary>",
        *_limited(table, speak),
        "</details>",
    ]
