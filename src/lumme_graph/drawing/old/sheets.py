"""The sheets that a drawing can be made for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size in millimetres (None: as much as needed) and how narrow and wide a step may be."""

    name: str
    width: float | None
    height: float | None
    narrowest: float
    widest: float


WEB = Sheet("web", None, None, 52.0, 52.0)
A3 = Sheet("a3", 420.0, 297.0, 45.0, 66.0)
A4 = Sheet("a4", 297.0, 210.0, 47.0, 66.0)
SHEETS = {sheet.name: sheet for sheet in (WEB, A3, A4)}
