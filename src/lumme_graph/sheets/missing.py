"""What is said where the library for spreadsheets is not installed."""

from __future__ import annotations

from importlib.util import find_spec

from lumme_graph.base.error import KnownError

MISSING = "for spreadsheets, install the sheets extra: pip install 'lumme-graph[sheets]'"


def needed() -> None:
    """Raise `KnownError` where what a spreadsheet needs is not installed."""
    if not all(map(find_spec, ("openpyxl", "defusedxml"))):
        raise KnownError(MISSING)
