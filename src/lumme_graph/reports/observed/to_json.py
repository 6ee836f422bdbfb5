"""What was observed of a path as JSON, for other programs: ids, numbers, words in one language."""

from __future__ import annotations

from typing import Any

from lumme_graph.base.json_text import json_text
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.observed.result import Observed, ObservedStep, ObservedWay, plain
from lumme_graph.views import observed as view

VERSION = 1
"""Of the form; it is raised where a reader of the earlier one could go wrong."""


def render(graph: ServiceGraph, found: Observed, lang: str = "en") -> str:
    """The observation as text; a number that is hidden is the word that says why."""
    speak = graph.speaker(lang)
    path = view.path_of(graph, found)
    statement = graph.settings.statement
    return json_text(
        {
            "version": VERSION,
            "path": found.path,
            "file": found.file,
            "columns": dict(zip(("case", "step", "time"), found.columns, strict=True)),
            "clock": found.clock.value,
            "first": found.first.isoformat(),
            "last": found.last.isoformat(),
            "statement": dict(statement) if statement else None,
            "note": view.sentence(graph, found, speak),
            "cases": plain(found.cases),
            "finished": plain(found.finished),
            "left": plain(found.left),
            "began_elsewhere": plain(found.elsewhere),
            "steps": [
                {"action": speak(path.steps[one.number - 1].action).words} | _step(one)
                for one in found.steps
            ],
            "ways": [_way(one) for one in found.ways],
            "unknown_names": [
                {"name": one.name, "cases": plain(one.cases), "nearest": one.nearest}
                for one in found.unknown
            ],
            "unsure_names": [
                {"name": one.name, "cases": plain(one.cases), "steps": list(one.steps)}
                for one in found.unsure
            ],
            "copied_rows": found.has_copies,
            "bad_rows": {
                "number": found.bad_rows,
                "first": [{"line": one.line, "why": speak(one.why).words} for one in found.bad],
                "cases_left_out": found.left_out,
            },
        },
        2,
    )


def _step(one: ObservedStep) -> dict[str, Any]:
    return {
        "id": one.id,
        "number": one.number,
        "in_log": one.is_logged,
        "start": one.is_start,
        "end": one.is_end,
        **one.numbers(),
    }


def _way(one: ObservedWay) -> dict[str, Any]:
    wait = one.wait
    return {
        "from": one.source,
        "to": one.target,
        "planned": one.is_planned,
        "over": list(one.over),
        "cases": plain(one.cases),
        "median_seconds": int(wait.median.total_seconds()) if wait else None,
        "p90_seconds": int(wait.ninetieth.total_seconds()) if wait else None,
    }
