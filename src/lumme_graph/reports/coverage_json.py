"""Coverage as JSON, for other programs: counts, cells, items and gaps; no clock."""

from __future__ import annotations

import json
from typing import Any

from lumme_graph.query.cells import Cell, CellState
from lumme_graph.query.coverage import Coverage
from lumme_graph.query.ratio import Ratio

VERSION = 1


def coverage_data(coverage: Coverage) -> dict[str, Any]:
    """Coverage as plain data; every ratio is `n` and `d`."""
    groups = {
        "kind": coverage.by_kind(),
        "library": coverage.by_library(),
        "language": coverage.by_language(),
        "profile": coverage.by_profile(),
    }
    statement = coverage.graph.settings.statement
    return {
        "version": VERSION,
        "as_of": coverage.day.isoformat(),
        "statement": dict(statement) if statement else None,
        "done": _ratio(coverage.done),
        "with_plans": _ratio(coverage.with_plans),
        "states": {state.word: coverage.states[state] for state in CellState},
        "by": {
            name: {key: _ratio(value) for key, value in group.items()}
            for name, group in groups.items()
        },
        "cells": [_cell(cell) for cell in coverage.cells],
        "items": [
            {"item": item.id, "state": coverage.item_state(item)} for item in coverage.items
        ],
        "gaps": [_cell(cell) for cell in coverage.gaps],
    }


def render(coverage: Coverage) -> str:
    """The data as text."""
    return json.dumps(coverage_data(coverage), ensure_ascii=False, indent=1) + "\n"


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
