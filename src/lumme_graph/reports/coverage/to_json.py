"""Coverage as JSON, for other programs and for later comparison: no clock, every count as n and d."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, cast

from lumme_graph.analysis.coverage.cells import Cell, CellState
from lumme_graph.analysis.coverage.gates import Gate
from lumme_graph.assessment.assess import Assessment
from lumme_graph.assessment.baseline import BaselineChange, settings_hash
from lumme_graph.assessment.part import Part
from lumme_graph.assessment.write_next import Advice
from lumme_graph.base.json_text import json_text
from lumme_graph.base.ratio import Ratio
from lumme_graph.reports.findings.to_json import finding_data
from lumme_graph.views import coverage as groups
from lumme_graph.views.standing import standing_word

VERSION = 1
"""Of the form; it is raised where a reader of the earlier one could go wrong."""


def schema() -> dict[str, Any]:
    """The JSON Schema of what `render` gives."""
    file = files("lumme_graph.reports").joinpath("schemas", f"coverage-{VERSION}.schema.json")
    return cast("dict[str, Any]", json.loads(file.read_text(encoding="utf-8")))


def coverage_data(found: Assessment, lang: str = "en") -> dict[str, Any]:
    """The judgement as plain data; only the messages of findings are in a language."""
    coverage = found.coverage
    speak = coverage.graph.speaker(lang)
    settings = coverage.graph.settings
    root = coverage.graph.root
    return {
        "version": VERSION,
        "as_of": coverage.day.isoformat(),
        "name": dict(settings.name),
        "statement": dict(settings.statement) if settings.statement else None,
        "settings": settings_hash(coverage),
        "part": _part(found),
        "done": _ratio(coverage.done),
        "with_plans": _ratio(coverage.with_plans),
        "deep": _ratio(found.deep),
        "states": {state.word: coverage.states[state] for state in CellState},
        "by": {
            name: {
                key: {**_ratio(value), "unknown": unknown[key]}
                for key, value in groups.ratios(coverage, name).items()
            }
            for name in groups.GROUPS
            for unknown in [groups.unknown(coverage, name)]
        },
        "cells": [_cell(cell) for cell in coverage.cells],
        "items": [
            {
                "item": item.id,
                "state": coverage.item_state(item),
                "standing": standing_word(coverage.graph, item.id) or None,
            }
            for item in coverage.items
        ],
        "gaps": [_cell(cell) for cell in coverage.gaps],
        "gates": [_gate(found, gate) for gate in found.gates],
        "change": _change(found.change) if found.change else None,
        "findings": [
            finding_data(one.within(root), coverage.graph, speak) for one in found.findings
        ],
        "write_next": _write_next(found),
    }


def render(found: Assessment, lang: str = "en") -> str:
    """The data as text."""
    return json_text(coverage_data(found, lang))


def _ratio(value: Ratio) -> dict[str, int]:
    return {"n": value.n, "d": value.d}


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "item": cell.item.id,
        "library": cell.library.id,
        "language": cell.language,
        "state": cell.state.word,
        "sections": [section.id for section in cell.sections],
    }


def _part(found: Assessment) -> dict[str, Any] | None:
    if not isinstance(found, Part):
        return None
    profile, municipality = found.profile, found.municipality
    return {
        "profile": profile.id if profile else None,
        "municipality": municipality.id if municipality else None,
        "tags": list(found.tags),
    }


def _gate(found: Assessment, gate: Gate) -> dict[str, Any]:
    return {
        "name": gate.name,
        "group": gate.group or None,
        "count": _ratio(gate.reached),
        "least": None if gate.least is None else str(gate.least),
        "most": gate.most,
        "passes": gate not in found.failed,
    }


def _change(change: BaselineChange) -> dict[str, Any]:
    closed = [dict(zip(("item", "library", "language"), key, strict=True)) for key in change.closed]
    return {"new": [_cell(cell) for cell in change.new], "closed": closed}


def _write_next(found: Assessment) -> dict[str, Any]:
    advice = found.write_next
    return {
        "method": advice.method,
        "candidates": advice.candidates,
        "cost": advice.cost,
        "lower_bound": advice.lower_bound,
        "left_open": advice.left_open,
        "acts": [_act(one) for one in advice.acts],
    }


def _act(one: Advice) -> dict[str, Any]:
    return {
        "id": one.act.id,
        "kind": one.act.kind.value,
        "section": one.act.section or None,
        "items": list(one.act.items),
        "languages": list(one.act.languages),
        "libraries": list(one.act.libraries),
        "cost": one.cost,
        "gain": one.gain,
        "after": _ratio(one.after),
    }
