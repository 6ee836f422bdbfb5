"""Spreadsheets of a model, and what was changed in them.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
