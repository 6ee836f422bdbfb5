"""The whole guide as one booklet: its content as plain data, set by a fixed template."""

from __future__ import annotations
