"""Coverage in numbers alone: tables for people, JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lumme_graph.analysis.coverage.counts import CellCount, CoverageCounts
from lumme_graph.base.json_text import json_text
from lumme_graph.base.label import Plain
from lumme_graph.base.order import key
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.elements.kinds import KINDS
from lumme_graph.reports.layout import table_text
from lumme_graph.reports.look import PLAIN, Look
from lumme_graph.views.coverage import DONE, PLANS, TOTALS, group_of, shares
from lumme_graph.views.table import Table


def text(found: CoverageCounts, speak: Speaker, look: Look = PLAIN) -> str:
    """The totals, then each way to group; where the look asks for one of them, that alone."""
    return "".join(f"{table_text(table, look)}\n" for table in _tables(found, look.by, speak))


def data(found: CoverageCounts) -> str:
    """All counts as JSON."""
    return json_text(
        {
            "model": found.base,
            "as_of": found.day.isoformat(),
            **({"statement": dict(found.statement)} if found.statement else {}),
            "total": found.total._asdict(),
            "by_kind": _plain(found.kinds),
            "by_library": _plain(found.libraries),
            "by_language": _plain(found.languages),
        }
    )


def _plain(counts: Mapping[str, CellCount]) -> dict[str, dict[str, int]]:
    return {name: count._asdict() for name, count in counts.items()}


def _tables(found: CoverageCounts, by: str | None, speak: Speaker) -> Iterator[Table]:
    names = {
        "kind": [(speak(KINDS[kind].kind.plural), n) for kind, n in found.kinds.items()],
        "library": sorted(
            ((speak(_name(found, id_)), n) for id_, n in found.libraries.items()),
            key=lambda row: key(row[0].words, speak.lang),
        ),
        "language": [(speak.language(tag), n) for tag, n in found.languages.items()],
    }
    if by is None:
        total = found.total
        rows = ((DONE, total.done), (PLANS, total.planned))
        yield shares(TOTALS.fill(day=found.day), rows, total.unknown, speak)
    for group, counts in names.items():
        if by in {None, group}:
            yield group_of(group, _rows(counts), speak)


def _rows(counts: list[tuple[Said, CellCount]]) -> Iterator[tuple[Said, Ratio, int]]:
    return ((name, count.done, count.unknown) for name, count in counts)


def _name(found: CoverageCounts, id_: str) -> Sayable:
    return found.names.get(id_, Plain(id_))
