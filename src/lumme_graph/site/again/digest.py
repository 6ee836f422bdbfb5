# pyright: basic, reportOptionalMemberAccess=false
"""Digests of values: equal ones for values that nobody can tell apart, of data alone.

What is not plain data to the last field has none: of that nobody can say that it is as it was. In a
value an element stands by its id: whoever reads what it says asks for that.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache, cached_property
from typing import Any, Final

from pydantic import BaseModel

from lumme_graph.base.text import Text
from lumme_graph.meta.element import Element

_PLAIN: Final = (str, int, bool, float, type(None), bytes)
_SAID: Final = (date, datetime, timedelta, Decimal, Fraction)
_MAPS: Final = (dict, Text, Counter)
_LISTS: Final = (tuple, list)
_SETS: Final = (set, frozenset)


class UndigestibleError(TypeError):
    """A value is not plain data."""


def digest(data: bytes) -> str:
    """The digest of bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def digest_of(value: object) -> str:
    """The digest of a value. Raises `UndigestibleError` for what is not plain data."""
    return digest("\0".join(_told(value)).encode("utf-8", "surrogatepass"))


def _told(value: Any) -> Iterator[str]:
    cls = type(value)
    if cls in _PLAIN:
        yield f"{cls.__name__} {value!r}"
    elif isinstance(value, Enum):
        yield f"{_named(cls)} {value.name}"
    elif isinstance(value, Element):
        yield f"element {value.id}"
    elif isinstance(value, str) and not hasattr(value, "__dict__"):
        yield f"{_named(cls)} {str(value)!r}"
    elif cls in _SAID:
        yield repr(value)
    elif isinstance(value, BaseModel):
        yield f"{_named(cls)} {value.model_dump_json(by_alias=True)}"
    elif isinstance(value, type):
        yield _named(value)
    else:
        yield f"{_named(cls)} ("
        for part in _parts(cls, value):
            yield from _told(part)
        yield ")"


def _parts(cls: type, value: Any) -> Iterable[object]:
    if cls in _MAPS:
        return [part for item in value.items() for part in item]
    if cls in _LISTS or (isinstance(value, tuple) and hasattr(cls, "_fields")):
        return [*value]
    if cls in _SETS:
        return sorted(map(digest_of, value))
    if is_dataclass(value) and not _works_out_later(cls):
        return [getattr(value, field.name) for field in fields(value)]
    raise UndigestibleError(_named(cls))


@cache
def _works_out_later(cls: type) -> bool:
    """Does it keep what it is asked for first? Then who asks later reads unseen."""
    return any(
        isinstance(one, cached_property) for base in cls.__mro__ for one in vars(base).values()
    )


def _named(cls: Callable[..., object]) -> str:
    return f"{cls.__module__}:{cls.__qualname__}"
