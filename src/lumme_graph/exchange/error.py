"""What cannot be read of other people's files."""

from __future__ import annotations

from lumme_graph.base.error import KnownError


class ExchangeError(KnownError):
    """A file of somebody else's system cannot be read; each line says where, what, and what to do."""
