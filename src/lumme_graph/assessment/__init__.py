"""The judgement on a guide: coverage, gates, baseline, what to write next, what waits for review.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
