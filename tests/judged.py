"""Small models, and what checks and questions say of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from saying import words_of

import lumme_graph as lg
from lumme_graph.elements.kinds import KINDS
from lumme_graph.graph.things import Thing

NET: dict[str, Any] = {"id": "organisation-net", "type": "network"}
NORTH: dict[str, Any] = {
    "id": "organisation-north",
    "type": "library",
    "memberships": [{"of": NET["id"]}],
}


def graph_of(*elements: dict[str, Any]) -> lg.ServiceGraph:
    made = [
        KINDS[str(data["id"]).partition("-")[0]].model_validate({"name": {"en": "X"}, **data})
        for data in {one["id"]: one for one in (NET, NORTH, *elements)}.values()
    ]
    settings = {"as_of": "2026-08-22", "network": NET["id"], "languages": {"required": ["en"]}}
    return lg.ServiceGraph(made, lg.Settings.model_validate(settings))


def checked(graph: lg.ServiceGraph, code: str) -> dict[str, str]:
    return {f.element: f.message() for f in lg.check(graph) if f.code == code}


def asked(graph: lg.ServiceGraph, question: str, gap: str) -> set[str]:
    """The elements of one thing that is not recorded."""
    answer = lg.ask(graph, question)
    return {
        thing.id for one in answer.not_recorded if words_of(one.what) == gap for thing in one.of
    }


def rows(graph: lg.ServiceGraph, question: str) -> set[str]:
    found = (row.values[0] for row in lg.ask(graph, question).rows)
    return {thing.id for thing in found if isinstance(thing, Thing)}


def total(graph: lg.ServiceGraph, question: str, label: str) -> set[str]:
    """What a question counts under a name."""
    found = lg.ask(graph, question).totals
    return {thing.id for one in found if words_of(one.label) == label for thing in one.of}


Told = Callable[[lg.ServiceGraph], set[str]]


def differing(
    graph: lg.ServiceGraph,
    one: Callable[[lg.ServiceGraph, str], set[str]],
    other: Mapping[str, Told],
) -> dict[str, tuple[set[str], set[str]]]:
    """Where two that should agree do not, by the name of the one: what each of them says."""
    pairs = {name: (one(graph, name), told(graph)) for name, told in other.items()}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
