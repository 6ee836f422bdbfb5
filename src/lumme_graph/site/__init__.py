"""Pages: what a coordinator opens in a browser."""

from __future__ import annotations

from lumme_graph.site.start import Built, build

__all__ = ["Built", "build"]
