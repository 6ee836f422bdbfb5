"""What can go wrong with drawing."""

from __future__ import annotations

from lumme_graph.base.error import KnownError


class DrawError(KnownError):
    """What was asked for cannot be drawn; the message says what can."""
