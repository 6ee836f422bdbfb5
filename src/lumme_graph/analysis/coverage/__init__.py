"""What the guide covers: cells, their states, and counts of them."""

from __future__ import annotations
