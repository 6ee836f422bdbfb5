"""The checks of a model: what `lumme check` runs and `lumme explain` explains."""

from __future__ import annotations
