"""The judgement on the guide for people: tables, and how the last of them was worked out."""

from __future__ import annotations

from lumme_graph.assessment.assess import Assessment
from lumme_graph.base.speaker import Speaker
from lumme_graph.reports.coverage import tables
from lumme_graph.reports.layout import table_text
from lumme_graph.reports.look import PLAIN, Look
from lumme_graph.reports.wrapped import wrapped
from lumme_graph.views.standing import LEGEND


def render(found: Assessment, speak: Speaker, look: Look = PLAIN) -> str:
    """All tables; where the look asks for one grouping, that alone and what fails."""
    report = tables.report(found, look.by, speak)
    shown = "".join(f"{table_text(table, look)}\n" for table in report)
    if look.by:
        return shown
    last = (f"{speak(LEGEND).shown}.", tables.method(found.write_next, speak).shown)
    return shown + "".join(f"{wrapped(line, look.width)}\n" for line in last)
