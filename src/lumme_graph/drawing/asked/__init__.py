"""Forms that are filled in by hand: what is asked, what is printed, and the room to write."""

from __future__ import annotations
