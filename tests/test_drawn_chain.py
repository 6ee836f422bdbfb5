"""The chain says what the model says: worked out by hand from models/lumme/development."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from judged import graph_of

import lumme_graph as lg
from lumme_graph.views.drawn.chain import chain
from lumme_graph.views.drawn.parts import Only
from lumme_graph.views.shapes import Network, told

LUMME = Path(__file__).parents[1] / "models" / "lumme"
NEED = {"id": "need-n"}
TARGET = {"id": "target-t", "needs": [NEED["id"]]}


@pytest.fixture(scope="module")
def lumme() -> Network:
    graph = lg.load(LUMME)
    return chain(graph, "chain", graph.speaker("en"), Only())


def words(shape: Network) -> dict[str, str]:
    return {one.fact.id: one.fact.words.words for one in told(shape)}


def small(*elements: dict[str, Any]) -> Network:
    graph = graph_of(*elements)
    return chain(graph, "chain", graph.speaker("en"), Only())


def gaps(shape: Network) -> set[str]:
    return {fact.id for _, box in shape.boxes for fact in box.facts if fact.role == "gap"}


def test_the_counts_are_those_of_the_model(lumme: Network) -> None:
    said = words(lumme)
    assert said["chain/shown"] == "7 needs, 6 targets, 8 actions, 3 of them done"
    assert said["chain/breaks"] == (
        "1 need without a target; 1 target without an action; "
        "6 actions without a decision; 6 actions without an indicator"
    )


def test_seven_needs_and_six_targets_stand_in_their_ranks(lumme: Network) -> None:
    ranks = [line for line, box in lumme.boxes if not box.id.endswith(f"/no-{line}")]
    assert ranks.count("need") == 7
    assert ranks.count("target") == 6
    assert ranks.count("action") == 6
    assert ranks.count("decision") == 1


def test_the_day_of_a_decision_and_who_decides_are_told(lumme: Network) -> None:
    said = words(lumme)["decision-selfservice-mantyharju/made"]
    assert said == "17 December 2019, Mäntyharju Library"


def test_what_belongs_to_no_target_stands_below(lumme: Network) -> None:
    notes = {fact.id: fact.words.words for fact in lumme.notes}
    assert notes == {
        "chain/loose-decisions": (
            "Decisions without a target: Decision on how the measures are carried out (planned)"
        ),
        "chain/loose-actions": (
            "Actions without a target: Getting to know present ways of working and practices "
            "(planned); Publishing the service guide for the libraries' use (planned)"
        ),
    }


def test_a_need_alone_lacks_a_target() -> None:
    assert gaps(small(NEED)) == {"need-n/no-target/gap"}


def test_a_target_alone_lacks_decision_and_action() -> None:
    found = gaps(small(NEED, TARGET))
    assert {id_.split("/")[-2] for id_ in found} == {"no-decision", "no-action"}


def test_a_target_without_a_need_is_drawn_and_told() -> None:
    shape = small({"id": "target-t", "name": {"en": "Longer hours"}})
    assert [box.id for line, box in shape.boxes if line == "target"] == ["target-t"]
    assert words(shape)["chain/loose-targets"] == "Targets without a need: Longer hours"


def test_an_unbroken_chain_says_so() -> None:
    goal = {"id": "goal-g"}
    measure = {"id": "indicator-i", "goals": ["goal-g"], "query": "trainings"}
    target = {**TARGET, "goals": ["goal-g"]}
    decision = {"id": "decision-d", "targets": ["target-t"], "modality": "done"}
    action = {"id": "action-a", "targets": ["target-t"], "decision": "decision-d"}
    shape = small(goal, measure, NEED, target, decision, action)
    assert not gaps(shape)
    assert words(shape)["chain/breaks"] == "nowhere"
    assert {(link.source, link.target) for link in shape.links} == {
        ("need-n", "target-t"),
        ("target-t", "decision-d"),
        ("decision-d", "action-a"),
        ("action-a", "indicator-i"),
    }


def test_an_action_that_says_nothing_is_unknown_not_undone() -> None:
    shape = small(NEED, TARGET, {"id": "action-a", "targets": ["target-t"]})
    box = next(box for _, box in shape.boxes if box.id == "action-a")
    assert [sign.value for fact in box.facts for sign in fact.signs] == ["unknown"]


def test_nothing_says_where_needs_are_entered() -> None:
    shape = small()
    assert shape.head.lacks
    assert "needs.yaml" in shape.head.lacks.words
