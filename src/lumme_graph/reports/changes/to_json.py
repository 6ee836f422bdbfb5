"""What differs between two models as JSON, for other programs: flat rows, one for each thing."""

from __future__ import annotations

from collections import Counter
from typing import Any

from lumme_graph.analysis.changes import ChangeRow, ModelDiff
from lumme_graph.analysis.inside import ChangeType
from lumme_graph.assessment.effects import DiffEffects
from lumme_graph.assessment.history import HistoryPoint
from lumme_graph.base.finding import Finding
from lumme_graph.base.json_text import json_text
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.write import as_plain
from lumme_graph.reports.findings.to_json import finding_data
from lumme_graph.views.standing import standing_word


def render(diff: ModelDiff, effects: DiffEffects | None = None) -> str:
    """Both states, how many changes of each kind, and the changes; values as files have them.

    With effects, coverage before and after, the cells that are otherwise, and the findings too.
    """
    rows = diff.rows()
    counts = Counter(row.type for row in rows)
    statement = diff.new.settings.statement
    data: dict[str, Any] = {
        "statement": dict(statement) if statement else None,
        "old": _state(diff.old),
        "new": _state(diff.new),
        "not_published": diff.hidden,
        "summary": {type_.value: counts[type_] for type_ in ChangeType},
        "changes": [_row(diff, row) for row in rows],
    }
    if effects:
        data["effects"] = _effects(effects)
    return json_text(data, 2)


def _effects(effects: DiffEffects) -> dict[str, Any]:
    before, after = effects.history.points
    return {
        "comparable": effects.history.step(1) is not None,
        "before": _point(before),
        "after": _point(after),
        "cells": [
            {
                "item": one.item,
                "library": one.library,
                "language": one.language,
                "before": None if one.before is None else one.before.word,
                "after": None if one.after is None else one.after.word,
            }
            for one in effects.cells
        ],
        "findings": {
            "new": [_finding(one, effects.after.graph) for one in effects.new],
            "solved": [_finding(one, effects.before.graph) for one in effects.solved],
            "still": effects.still,
        },
    }


def _point(point: HistoryPoint) -> dict[str, Any]:
    counts = {"done": point.done, "with_plans": point.with_plans, "deep": point.deep}
    said = {name: {"n": ratio.n, "d": ratio.d} for name, ratio in counts.items()}
    return {**said, "unknown": point.unknown, "gaps": len(point.gaps)}


def _finding(finding: Finding, graph: ServiceGraph) -> dict[str, Any]:
    return finding_data(finding, graph, graph.speaker("en"))


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
