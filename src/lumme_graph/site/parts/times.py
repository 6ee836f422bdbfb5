"""From when and until when something holds, in few words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Sayable
from lumme_graph.graph.names import joined

_SINCE: Final = Label("since {day}")
_UNTIL: Final = Label("until {day}")
_LAST_SEEN: Final = Label("last known on {day}")


def times(start: UncertainDate | None, end: UncertainDate | None) -> Message | None:
    """The first and the last day, as exactly as they are known; None where neither is."""
    said = [*_start(start), *_end(end)]
    return joined(said) if said else None


def _start(start: UncertainDate | None) -> Iterator[Sayable]:
    if start is not None:
        yield _SINCE.fill(day=start) if start.earliest and start.latest else start


def _end(end: UncertainDate | None) -> Iterator[Sayable]:
    if end is not None:
        yield until(end)


def until(end: UncertainDate) -> Message:
    """A last day; where it is only known when something was last there, that day."""
    if end.latest is None:
        return _LAST_SEEN.fill(day=end.earliest)
    return _UNTIL.fill(day=end)
