"""What a workshop needs: sheets to print, and the way of its results into the model."""

from __future__ import annotations
