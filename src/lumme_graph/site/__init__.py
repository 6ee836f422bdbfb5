"""Pages: what a coordinator opens in a browser."""

from __future__ import annotations
