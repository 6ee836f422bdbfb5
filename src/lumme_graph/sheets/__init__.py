"""Spreadsheets of a model, and what was changed in them."""

from __future__ import annotations
