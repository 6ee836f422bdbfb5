"""The chapters of the report on a model."""

from __future__ import annotations
