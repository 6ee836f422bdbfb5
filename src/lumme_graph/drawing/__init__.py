"""Pictures of a model: SVG, PNG, DOT and plain text, from the data of views."""

from __future__ import annotations
