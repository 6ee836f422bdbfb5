"""Three-valued truth (Kleene's strong logic): yes, no and unknown."""

from __future__ import annotations

from collections.abc import Iterable

Truth = bool | None
"""True is yes, False is no, None is unknown."""


def negate(value: Truth) -> Truth:
    """The opposite: no for yes, yes for no; unknown stays unknown."""
    return None if value is None else not value


def every(values: Iterable[Truth]) -> Truth:
    """Do all hold? One no decides, then one unknown.

    >>> every([True, None]), every([None, False]), every([])
    (None, False, True)
    """
    result: Truth = True
    for value in values:
        if value is False:
            return False
        if value is None:
            result = None
    return result


def any_of(values: Iterable[Truth]) -> Truth:
    """Does any hold? One yes decides, then one unknown.

    >>> any_of([False, None]), any_of([None, True]), any_of([])
    (None, True, False)
    """
    result: Truth = False
    for value in values:
        if value:
            return True
        if value is None:
            result = None
    return result
