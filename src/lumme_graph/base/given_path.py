"""A file or a folder as callers give it."""

from __future__ import annotations

import os

AnyPath = str | os.PathLike[str]
"""A file or a folder as a function takes it: `Path("models/mine")`, or "models/mine"."""
