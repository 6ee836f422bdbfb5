"""The files of other people's systems: read as elements, written from elements."""

from __future__ import annotations
