"""How long a store is waited for."""

from __future__ import annotations

from typing import Final, NamedTuple


class Patience(NamedTuple):
    """How long a store is waited for, in seconds: for an answer, and before it is asked again.

    The waits double from the first; a store that asks for more than the longest is not waited for.
    """

    answer: float = 900
    first: float = 0.5
    longest: float = 60
    tries: int = 5


PATIENT: Final = Patience()
"""The patience of a push unless it is told another."""
