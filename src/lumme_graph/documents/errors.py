"""What goes wrong when a document is made."""

from __future__ import annotations

from lumme_graph.base.error import KnownError


class DocumentError(KnownError):
    """A document cannot be made; the message says why, and what to do."""
