"""What differs between two models as JSON, for other programs: flat rows, one for each thing."""

from __future__ import annotations

from collections import Counter
from typing import Any

from lumme_graph.analysis.changes import ChangeRow, ModelDiff
from lumme_graph.analysis.inside import ChangeType
from lumme_graph.base.json_text import json_text
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.write import as_plain
from lumme_graph.views.standing import standing_word


def render(diff: ModelDiff) -> str:
    """Both states, how many changes of each kind, and the changes; values as files have them."""
    rows = diff.rows()
    counts = Counter(row.type for row in rows)
    statement = diff.new.settings.statement
    data = {
        "statement": dict(statement) if statement else None,
        "old": _state(diff.old),
        "new": _state(diff.new),
        "not_published": diff.hidden,
        "summary": {type_.value: counts[type_] for type_ in ChangeType},
        "changes": [_row(diff, row) for row in rows],
    }
    return json_text(data, 2)


def _state(graph: ServiceGraph) -> dict[str, Any]:
    return {"model": graph.root, "as_of": str(graph.settings.as_of)}


def _row(diff: ModelDiff, row: ChangeRow) -> dict[str, Any]:
    graph = diff.old if row.type is ChangeType.REMOVED and not row.path else diff.new
    in_order = row.type is ChangeType.MOVED and row.places
    made = {
        "type": row.type.value,
        "kind": row.kind,
        "element": row.element,
        "standing": standing_word(graph, row.element) or None,
        "path": list(row.path),
        "before": None if in_order else as_plain(row.before),
        "after": None if in_order else as_plain(row.after),
    }
    if row.type is ChangeType.RENAMED:
        made["known_by"] = "same content"
    if row.places:
        made["place"] = row.places._asdict()
    return made
