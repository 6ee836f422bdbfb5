"""The judgement on a guide: coverage, gates, baseline, what to write next, what waits for review."""

from __future__ import annotations
