"""What was observed of a path in every form."""

from __future__ import annotations
