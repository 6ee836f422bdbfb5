"""What can be put out, in which forms."""

from __future__ import annotations
