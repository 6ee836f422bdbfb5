"""What can go wrong with a triple store."""

from __future__ import annotations

from lumme_graph.base.error import KnownError


class StoreError(KnownError):
    """A triple store could not be asked or written; the message says why and what to do.

    `unsure` says that the store may have done it all the same: its answer was lost.
    """

    def __init__(self, *words: str, unsure: bool = False) -> None:
        super().__init__(*words)
        self.unsure = unsure
