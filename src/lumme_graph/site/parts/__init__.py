"""Pieces of HTML that several pages share."""

from __future__ import annotations
