"""From when and until when something holds, in few words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Sayable
from lumme_graph.graph.names import joined

_SINCE: Final = Label("since {day}")
_BEGAN: Final = Label("began {day}")
_UNTIL: Final = Label("until {day}")
_ENDED: Final = Label("ended {day}")
_LAST_SEEN: Final = Label("last known on {day}")
_SEEN: Final = Label("known on {day}")


def times(start: UncertainDate | None, end: UncertainDate | None) -> Message | None:
    """The first and the last day, as exactly as they are known; None where neither is."""
    if start and end and _is_one_sight(start, end):
        return _SEEN.fill(day=end.earliest)
    said = [*_start(start), *([until(end)] if end else [])]
    return joined(said) if said else None


def until(end: UncertainDate) -> Message:
    """A last day; where it is only known when something was last there, that day."""
    if end.latest is None:
        return _LAST_SEEN.fill(day=end.earliest)
    return (_ENDED if _is_span(end) else _UNTIL).fill(day=end)


def _start(start: UncertainDate | None) -> Iterator[Sayable]:
    if start is not None and (start.earliest is None or start.latest is None):
        yield start
    elif start is not None:
        yield (_BEGAN if _is_span(start) else _SINCE).fill(day=start)


def _is_span(day: UncertainDate) -> bool:
    """Is it some day between two, not a day, a month or a year?"""
    return not isinstance(day.plain(), str)


def _is_one_sight(start: UncertainDate, end: UncertainDate) -> bool:
    """Is nothing known but that it held on one day?"""
    is_open = start.earliest is None and end.latest is None
    return is_open and start.latest == end.earliest
