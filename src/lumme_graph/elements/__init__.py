"""The kinds of element, and the records within them."""

from __future__ import annotations
