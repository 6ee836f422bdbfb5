"""Results that several askers share: each is made once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Memo(Generic[T]):
    """Results by a key that says all that tells them apart."""

    def __init__(self) -> None:
        self._made: dict[Hashable, T] = {}

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """The result of a key, which is made where there is none yet."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]
