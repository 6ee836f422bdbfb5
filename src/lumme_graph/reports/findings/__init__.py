"""Findings and the pages of codes in every form."""

from __future__ import annotations
