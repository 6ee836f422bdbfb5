"""The promise tree says what the model says: worked out by hand from models/lumme/promise.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from judged import graph_of

import lumme_graph as lg
from lumme_graph.views.drawn.parts import Only
from lumme_graph.views.drawn.promise import promise
from lumme_graph.views.shapes import Network, told

LUMME = Path(__file__).parents[1] / "models" / "lumme"
COMMITMENT: dict[str, Any] = {"id": "commitment-a", "name": {"en": "We answer soon"}}
PROMISE = {"id": "promise-p", "commitments": [COMMITMENT["id"]]}


@pytest.fixture(scope="module")
def lumme() -> Network:
    graph = lg.load(LUMME)
    return promise(graph, "promise-lumme", graph.speaker("en"), Only())


def words(shape: Network) -> dict[str, str]:
    return {one.fact.id: one.fact.words.words for one in told(shape)}


def small(commitment: dict[str, Any], *more: dict[str, Any]) -> Network:
    graph = graph_of(PROMISE, {**COMMITMENT, **commitment}, *more)
    return promise(graph, "promise-p", graph.speaker("en"), Only())


def test_seven_commitments_stand_in_their_order(lumme: Network) -> None:
    numbered = [(box.number, box.id) for line, box in lumme.boxes if line == "commitment"]
    assert numbered == [
        (1, "commitment-open-to-all"),
        (2, "commitment-one-card"),
        (3, "commitment-human-help"),
        (4, "commitment-near-you"),
        (5, "commitment-same-rules"),
        (6, "commitment-listening"),
        (7, "commitment-safe-data"),
    ]


def test_what_is_missing_is_counted(lumme: Network) -> None:
    said = words(lumme)
    missing = "of 7 commitments 5 have no target value and 6 no indicator"
    assert said["promise-lumme/missing"] == missing
    counts = [said[f"promise-lumme/count-{n}"] for n in (1, 2, 3)]
    assert counts == ["7 commitments", "2 with target values", "1 with an indicator"]


def test_the_gaps_drawn_are_those_counted(lumme: Network) -> None:
    facts = [fact for _, box in lumme.boxes for fact in box.facts]
    gaps = [fact.id for fact in facts if fact.role == "gap"]
    assert len(gaps) == 6
    assert "commitment-same-rules/indicator/gap" not in gaps
    parts = [fact.id for fact in facts if any(sign.value == "part" for sign in fact.signs)]
    assert len([id_ for id_ in parts if id_.endswith("/standard/target")]) == 5


def test_targets_are_said_with_their_units(lumme: Network) -> None:
    said = words(lumme)
    assert said["commitment-human-help/standard/target"] == "at most 2 working days"
    assert said["commitment-listening/standard/target"] == "at most 4 weeks"


def test_a_basis_names_its_kinds_and_sources(lumme: Network) -> None:
    said = words(lumme)["commitment-human-help/basis"]
    assert said == "Basis: law (L55), practice (L22)"


def test_for_whom_a_commitment_is_stands_where_it_is_entered(lumme: Network) -> None:
    with_whom = {id_ for id_ in words(lumme) if id_.endswith("/for")}
    assert with_whom == {
        "commitment-one-card/for",
        "commitment-human-help/for",
        "commitment-near-you/for",
    }


def test_each_commitment_leads_to_four_boxes_in_a_row(lumme: Network) -> None:
    assert len(lumme.links) == 7 * 4
    assert all(link.thin for link in lumme.links)


def test_owner_and_the_customers_part_are_told() -> None:
    role = {"id": "role-head", "name": {"en": "Head of services"}}
    said = words(small({"owner": role["id"], "customer_part": {"en": "Leave an address"}}, role))
    assert said["commitment-a/owner"] == "Answers for it: Head of services"
    assert said["commitment-a/customer-part"] == "Customer's part: Leave an address"


def test_what_is_not_entered_is_not_told() -> None:
    said = words(small({}))
    assert {id_ for id_ in said if id_.startswith("commitment-a/")} == {
        "commitment-a/name",
        "commitment-a/standard/gap",
        "commitment-a/kept/gap",
        "commitment-a/indicator/gap",
    }


def test_a_promise_without_commitments_says_where_they_are_entered() -> None:
    graph = graph_of({"id": "promise-p"})
    shape = promise(graph, "promise-p", graph.speaker("en"), Only())
    assert shape.boxes == ()
    assert shape.head.lacks
    assert "commitments" in shape.head.lacks.words
