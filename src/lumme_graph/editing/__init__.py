"""Change a model in its files, touching nothing but what is changed."""

from __future__ import annotations
