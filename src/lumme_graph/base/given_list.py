"""A list as callers give it: one text is none, though Python can walk through its letters."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TypeVar

from lumme_graph.base.by_name import echo
from lumme_graph.base.error import ValueRefusedError

T = TypeVar("T")


def listed(given: Iterable[T], name: str) -> tuple[T, ...]:
    """What was given for the parameter of a name. Raises `ValueRefusedError` for what is one text.

    >>> listed(["fi", "sv"], "languages")
    ('fi', 'sv')
    >>> listed("fi", "languages")
    Traceback (most recent call last):
        ...
    lumme_graph.base.error.ValueRefusedError: languages is a list: write ['fi'] in place of 'fi'
    """
    if isinstance(given, str | bytes | os.PathLike) or not isinstance(given, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        one = echo(repr(given))
        raise ValueRefusedError(f"{name} is a list: write [{one}] in place of {one}")
    return tuple(given)
