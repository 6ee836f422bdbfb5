"""HTML as a tree, and the look of every page."""

from __future__ import annotations
