"""What a check is: one function with a code, its words, and its docstring as its page."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lumme_graph.base.finding import Fault, Finding
from lumme_graph.base.text import Label
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.query.coverage import Coverage, coverage


class Hit:
    """One thing that a check has found: the element, where in it, and the named parameters."""

    __slots__ = ("element", "params", "path")

    def __init__(self, element: KeptElement, *path: str | int, **params: object) -> None:
        self.element = element
        self.path = path
        self.params = params


class Subject:
    """What is checked: the graph on its day, with what several checks need worked out once."""

    def __init__(self, graph: ServiceGraph) -> None:
        self.graph = graph
        self.day = graph.settings.as_of

    @cached_property
    def coverage(self) -> Coverage:
        """What the guide covers on the day."""
        return coverage(self.graph, self.day)


Function = Callable[[Subject], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: what it can find, and the function that looks for it."""

    fault: Fault
    function: Function

    def run(self, subject: Subject) -> Iterator[Finding]:
        """Everything that it finds."""
        for hit in self.function(subject):
            place = subject.graph.place(hit.element, *hit.path)
            yield self.fault.at(place, hit.element.id, **hit.params)


def check(code: str, sentence: Label, hint: Label) -> Callable[[Function], Check]:
    """Make a function the check of a code; its docstring becomes its page."""

    def decorate(function: Function) -> Check:
        page = inspect.cleandoc(function.__doc__ or "")
        return Check(Fault(code, sentence, hint, page), function)

    return decorate
