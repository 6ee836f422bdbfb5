"""Documents as PDF files."""

from __future__ import annotations
