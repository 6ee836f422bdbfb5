"""What a check is: one function with a code, its words, and its docstring as its page."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lumme_graph.base.finding import Fault, Finding, Place
from lumme_graph.base.label import Pattern
from lumme_graph.elements.evidence import KeptElement, Stated, StatedElement
from lumme_graph.graph.day import Day, once
from lumme_graph.meta.walk import PathIn, Walk
from lumme_graph.reading.model import SETTINGS_ID


class Hit:
    """One thing that a check has found: the element, where in it, and the named parameters.

    Without an element it is in the settings, or at a place that is none of an element's fields.
    """

    __slots__ = ("element", "params", "path", "place")

    def __init__(self, element: KeptElement | None, *path: str | int, **params: object) -> None:
        self.element = element
        self.path = path
        self.params = params
        self.place: Place | None = None

    @classmethod
    def at(cls, place: Place, element: KeptElement | None = None, /, **params: object) -> Hit:
        """One thing found at a place, such as a line of prose, or a file."""
        hit = cls(element, **params)
        hit.place = place
        return hit


class ClaimRow(NamedTuple):
    """A claim: the element that makes it, the element or record itself, and where that is."""

    element: StatedElement
    claim: Stated
    path: PathIn


@once
def claims(day: Day) -> tuple[ClaimRow, ...]:
    """Every element and record that stands on evidence, with where it is."""
    return tuple(
        told
        for element in day.graph.all(StatedElement)
        for told in (
            ClaimRow(element, element, ()),
            *(ClaimRow(element, record, path) for _, _, record, path in _CLAIMS.of(element)),
        )
    )


_CLAIMS = Walk(lambda spec: spec.record is not None and issubclass(spec.record, Stated))

Function = Callable[[Day], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: what it can find, and the function that looks for it."""

    fault: Fault
    function: Function

    def run(self, day: Day) -> Iterator[Finding]:
        """Every finding of the check on a day."""
        for hit in self.function(day):
            place = hit.place or day.graph.place(hit.element or SETTINGS_ID, *hit.path)
            yield self.fault.at(place, hit.element.id if hit.element else "", **hit.params)


def check(code: str, sentence: Pattern, hint: Pattern) -> Callable[[Function], Check]:
    """Make a function the check of a code; its docstring becomes its page."""

    def decorate(function: Function) -> Check:
        page = inspect.cleandoc(function.__doc__ or "")
        return Check(Fault(code, sentence, hint, page), function)

    return decorate
