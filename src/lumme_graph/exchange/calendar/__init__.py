"""Calendars of other programs."""

from __future__ import annotations
