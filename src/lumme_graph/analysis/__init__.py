"""Typed rows without words, worked out from a graph on a day: what checks, questions and indicators judge by.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
