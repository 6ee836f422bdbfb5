"""What rows and answers name: things by id and name, and why a value is missing."""

from __future__ import annotations

from dataclasses import dataclass

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Sayable
from lumme_graph.meta.kind import Coded


class Missing(Coded):
    """Why there is no value; none of these is zero or no."""

    NOT_RECORDED = "not-recorded", Label("not recorded")
    NOT_REPORTED = "not-reported", Label("not reported")
    UNKNOWN = "unknown", Label("unknown")


@dataclass(frozen=True, slots=True)
class Thing:
    """An element, or a part of one such as a step: its id and what it is called."""

    id: str
    label: Sayable


Things = tuple[Thing, ...]
