# pyright: basic, reportOptionalMemberAccess=false
"""Questions to a graph that can be asked again, and digests of what it answers.

A question is a tuple of JSON: what is read of the graph, or the steps that lead to what is worked
out of it on a day. Two graphs that answer it with the same digest answer it alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from types import FunctionType
from typing import Any, Final

from lumme_graph.analysis.coverage.links import Scopes
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment.assess import Assessment
from lumme_graph.drawing.text.joints import Joints
from lumme_graph.graph.day import Day
from lumme_graph.graph.offers import Offers
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.site.again.digest import UndigestibleError, digest_of
from lumme_graph.site.again.values import named, said

Question = tuple[Any, ...]
NEVER: Final[Question] = ("never",)
"""The question that nobody answers alike twice."""

OPENED: Final = (Assessment, Coverage, Joints, Offers, Scopes)
"""Of these single things are asked, not the whole."""

_OF_GRAPH: Final = frozenset({"place", "written", "has"})


class Answers:
    """The digests of what a graph answers, each worked out once."""

    def __init__(self, graph: ServiceGraph) -> None:
        self.graph = graph
        self._known: dict[Question, str] = {NEVER: ""}

    def digest(self, question: Question) -> str:
        """The digest of an answer; empty, which is like no other, where there can be none."""
        if question not in self._known:
            self.given(question, lambda: self._answer(question))
        return self._known[question]

    def given(self, question: Question, answer: Callable[[], object]) -> bool:
        """Take down what the answer to a question is; has it a digest?"""
        if question not in self._known:
            self._known[question] = _digest(answer)
        return bool(self._known[question])

    def _answer(self, question: Question) -> object:
        way, *words = question
        if way not in _WAYS:
            raise UndigestibleError(way)
        return _WAYS[way](self.graph, *words)


def _digest(answer: Callable[[], object]) -> str:
    try:
        return digest_of(answer())
    except UndigestibleError:
        return ""
    except Exception as error:  # noqa: BLE001 what is asked of another model may be anything
        return digest_of(("raises", type(error).__name__, str(error)))


def told_uses(graph: ServiceGraph, id_: str) -> object:
    """Who refers to an element or a part, and by which fields, as data."""
    return [
        (source, found.owner, found.spec.alias, found.value, found.path)
        for source, found in graph.uses(id_)
    ]


def _field(graph: ServiceGraph, id_: str, name: str) -> object:
    element = graph[id_]
    if name not in type(element).model_fields:
        raise UndigestibleError(name)
    return getattr(element, name)


def _of_graph(graph: ServiceGraph, name: str, values: Iterable[Any]) -> object:
    if name not in _OF_GRAPH:
        raise UndigestibleError(name)
    return getattr(graph, name)(*values)


def _on_day(graph: ServiceGraph, day: str, *steps: Any) -> object:
    """What the steps from a day lead to: the results that are kept, and what single things say."""
    here: Any = Day.of(graph, date.fromisoformat(day))
    for step in steps:
        match step, here:
            case ("once", str() as function), Day():
                here = here.kept(_kept(function))
            case ("[]", key), dict():
                here = here[said(graph, key)]
            case (str() as how, str() as name, *values), _ if _is_open(here, name):
                here = getattr(here, name)
                if how == "()":
                    here = here(*(said(graph, value) for value in values[0]))
            case _:
                raise UndigestibleError(step)
    return here


def _kept(name: str) -> Callable[[Day], object]:
    """The function whose results a day keeps, by the name of what keeps them."""
    function: Callable[[Day], object] | None = getattr(
        named(name, FunctionType), "__wrapped__", None
    )
    if function is None:
        raise UndigestibleError(name)
    return function


def _is_open(here: object, name: str) -> bool:
    return isinstance(here, (Day, *OPENED)) and not name.startswith("_")


_WAYS: Final[dict[str, Callable[..., object]]] = {
    "there": lambda graph, id_: graph.find(id_),
    "says": lambda graph, id_: graph[id_].model_dump_json(by_alias=True),
    "field": _field,
    "all": lambda graph, kind: graph.all(named(kind, type)),
    "every": list,
    "uses": told_uses,
    "graph": _of_graph,
    "day": _on_day,
}
