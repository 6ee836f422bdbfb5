"""The findings that elements accept with `suppress`, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lumme_graph.elements.evidence import KeptElement, Suppression
from lumme_graph.graph.day import Day, once

NEVER = ("LG0", "LG1", "LG407", "LG408")
"""How the codes begin that cannot be accepted: faults of reading and links, and idle acceptance."""


class Accepted(NamedTuple):
    """A finding that an element accepts, at a place among all that it accepts."""

    element: KeptElement
    place: int
    of: Suppression
    has_ended: bool

    @property
    def is_possible(self) -> bool:
        """Can a finding with this code be accepted at all?"""
        return not self.of.code.startswith(NEVER)


@once
def accepted(day: Day) -> Mapping[tuple[str, str], Accepted]:
    """What is accepted, in force or not, by the id of the element and the code."""
    return {
        (element.id, one.code): Accepted(
            element, at, one, one.until is not None and one.until < day.date
        )
        for element in day.graph
        for at, one in enumerate(element.suppress)
    }


def is_accepted(day: Day, element: str, code: str) -> bool:
    """Is a finding on an element accepted on the day?"""
    one = accepted(day).get((element, code))
    return one is not None and one.is_possible and not one.has_ended
