"""Indicators: what is counted on a day, what is only planned, what is not known.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
