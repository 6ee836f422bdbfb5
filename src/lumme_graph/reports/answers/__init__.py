"""Answers in every form."""

from __future__ import annotations
