"""What JSON holds, for those who look into it before they know what it is."""

from __future__ import annotations

from typing import Any, TypeGuard


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Is it an object of JSON?"""
    return isinstance(value, dict)


def listed(value: object) -> list[Any]:
    """The items of a list of JSON; none of anything else."""
    return value if is_list(value) else []


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Is it a list of JSON?"""
    return isinstance(value, list)
