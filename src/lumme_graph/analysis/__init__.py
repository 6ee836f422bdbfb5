"""Typed rows without words, worked out from a graph on a day: what checks, questions and indicators judge by."""

from __future__ import annotations
