"""What goes wrong when a document is made."""

from __future__ import annotations

from lumme_graph.base.error import KnownError

MISSING: str = "for Word files, install the word extra: pip install 'lumme-graph[word]'"


class DocumentError(KnownError):
    """A document cannot be made; the message says why, and what to do."""
