"""PTV, the Finnish Service Catalogue: what was saved of it read, and what is pasted into it."""

from __future__ import annotations
