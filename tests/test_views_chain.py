"""The chain: what leads to what from needs to actions, who stands behind it, and on what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import lumme_graph as lg
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.development import Action, Decision, Need, Target
from lumme_graph.views.chain import chain_network, chain_table

LUMME = Path(__file__).parents[1] / "models" / "lumme"


def named(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "name": {"en": id_}, **more}


def model() -> lg.ServiceGraph:
    """Two targets with a need in common, a decision on the first, and three actions."""
    raised = [{"by": "staff"}, {"by": "customers"}]
    elements: list[Any] = [
        Need.model_validate(named("need-a", origins=raised, standing="derived")),
        Need.model_validate(named("need-b")),
        Target.model_validate(named("target-a", needs=["need-a"])),
        Target.model_validate(named("target-b", needs=["need-a"])),
        Decision.model_validate(named("decision-a", targets=["target-a"], modality="done")),
        Action.model_validate(
            named("action-a", targets=["target-a"], decision="decision-a", modality="done")
        ),
        Action.model_validate(
            named(
                "action-b",
                targets=["target-b"],
                targets_standing="illustrative",
                standing="sourced",
                modality="done",
            )
        ),
        Action.model_validate(named("action-c", modality="planned")),
    ]
    settings = lg.Settings.model_validate({"as_of": "2026-08-22", "name": {"en": "M"}})
    return lg.ServiceGraph(elements, settings)


def test_arrows_follow_the_references_and_a_decision_stands_between() -> None:
    arrows = {
        (arrow.source, arrow.target) for arrow in chain_network(model(), Speaker("en")).arrows
    }
    assert arrows == {
        ("need-a", "target-a"),
        ("need-a", "target-b"),
        ("target-a", "decision-a"),
        ("decision-a", "action-a"),
        ("target-b", "action-b"),
    }


def test_what_belongs_together_shares_a_column_and_the_rest_stands_last() -> None:
    columns = {node.id: node.column for node in chain_network(model(), Speaker("en")).nodes}
    assert columns == {
        "need-a": 0,
        "target-a": 0,
        "decision-a": 0,
        "action-a": 0,
        "target-b": 1,
        "action-b": 1,
        "need-b": 2,
        "action-c": 2,
    }


def test_a_card_says_who_and_on_what_it_stands() -> None:
    nodes = {node.id: node for node in chain_network(model(), Speaker("en")).nodes}
    need, action = nodes["need-a"], nodes["action-b"]
    assert need.actor is not None
    assert action.actor is not None
    assert (need.actor.words, need.marks) == ("staff, customers", ("D",))
    assert (action.actor.words, action.marks) == ("done", ("S", "I"))
    assert action.standing == "illustrative"
    assert (nodes["need-b"].actor, nodes["need-b"].marks) == (None, ())


def test_what_nothing_leads_to_or_from_is_named() -> None:
    facts = [value.words for _, value in chain_network(model(), Speaker("en")).facts]
    assert facts[-1] == "need-b, action-c"


def test_the_table_tells_the_same() -> None:
    table = chain_table(model(), Speaker("en"))
    assert table.rows[0] == (
        "1",
        "Development needs",
        "need-a",
        "staff, customers",
        "D",
        "2, 5",
    )
    assert table.rows[-1] == ("8", "Actions", "action-c", "planned", "?", "–")


@pytest.mark.parametrize("lang", ["fi", "en", "sv"])
def test_the_lumme_model_is_drawn(lang: str) -> None:
    graph = lg.load(LUMME)
    shown = chain_network(graph, graph.speaker(lang))
    assert (len(shown.nodes), len(shown.arrows)) == (23, 13)
    path = next(node for node in shown.nodes if node.id == "action-library-path")
    unknown = {"fi": "ei kirjattu", "en": "not recorded", "sv": "inte antecknat"}
    assert path.actor is not None, "that nothing is recorded is said"
    assert path.actor.words.split(", ")[0] == unknown[lang]
    drawing = lg.draw(graph, "chain", kind="chain", lang=lang)
    assert shown.title.words in drawing.svg


def test_an_empty_model_is_drawn() -> None:
    empty = lg.ServiceGraph([], model().settings)
    assert lg.draw(empty, "chain", kind="chain").svg
