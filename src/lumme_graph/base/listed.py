"""Lists of one that may be written without the list."""

from __future__ import annotations

from typing import Final

from pydantic import BeforeValidator


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


ONE_OR_MANY: Final = BeforeValidator(_listed)
"""Lets a list of one be written without the list."""
