"""Indicators: what is counted on a day, what is only planned, what is not known."""

from __future__ import annotations
