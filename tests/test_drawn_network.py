"""The network map says what the model says on its day: by hand from models/lumme/who."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from judged import NET, NORTH, graph_of

import lumme_graph as lg
from lumme_graph.views.drawn.network import network
from lumme_graph.views.drawn.parts import Only
from lumme_graph.views.key import key
from lumme_graph.views.shapes import Network, told

LUMME = Path(__file__).parents[1] / "models" / "lumme"
SOUTH = {**NORTH, "id": "organisation-south", "name": {"en": "South"}}
SHOP = {"id": "organisation-shop", "type": "partner", "name": {"en": "Shop"}}


@pytest.fixture(scope="module")
def graph() -> lg.ServiceGraph:
    return lg.load(LUMME)


def drawn(graph: lg.ServiceGraph, day: str = "", lang: str = "en") -> Network:
    if day:
        settings = graph.settings.model_copy(update={"as_of": date.fromisoformat(day)})
        graph = lg.ServiceGraph(list(graph), settings)
    return network(graph, "network", graph.speaker(lang), Only())


def small(*elements: dict[str, Any]) -> Network:
    return drawn(graph_of(*elements))


def words(shape: Network) -> dict[str, str]:
    return {one.fact.id: one.fact.words.words for one in told(shape)}


def line_of(shape: Network, id_: str) -> str:
    return next(line for line, box in shape.boxes if box.id == id_)


def test_twelve_members_one_former_six_others(graph: lg.ServiceGraph) -> None:
    shape = drawn(graph)
    lines = [line for line, _ in shape.boxes]
    assert {line: lines.count(line) for line in lines} == {
        "customer": 1,
        "produces": 12,
        "enables": 6,
        "former": 1,
    }
    assert words(shape)["network/shown"].startswith(
        "12 member libraries, 1 former member, 6 other organisations"
    )


def test_mikkeli_gives_library_service_to_three(graph: lg.ServiceGraph) -> None:
    assert {(link.source, link.target, link.line) for link in drawn(graph).links} == {
        ("organisation-mikkeli", f"organisation-{buyer}", "service")
        for buyer in ("hirvensalmi", "pertunmaa", "puumala")
    }


def test_toenpera_is_an_area_of_three_whose_state_is_not_known(graph: lg.ServiceGraph) -> None:
    (area,) = drawn(graph).areas
    assert area.id == "organisation-toenpera"
    assert {id_.removeprefix("organisation-") for id_ in area.boxes} == {
        "juva",
        "joroinen",
        "rantasalmi",
    }
    assert area.fact.words.words == (
        "Toenperä Library (joint) (sub-network; whether today is not known)"
    )


def test_the_memberships_rest_on_what_is_said(graph: lg.ServiceGraph) -> None:
    made = [fact.words.words for fact in drawn(graph).head.made]
    assert made == ["Memberships: 12 derived.", "As of 22 August 2026.", "network"]


def test_heinavesi_is_a_member_unknown_or_gone_by_the_day(graph: lg.ServiceGraph) -> None:
    id_ = "organisation-heinavesi"
    before, between, after = (drawn(graph, day) for day in ("2019-06-01", "2021-03-15", ""))
    assert line_of(before, id_) == line_of(between, id_) == "produces"
    assert f"{id_}/membership" not in words(before)
    assert words(between)[f"{id_}/membership"] == "membership not known"
    assert "1 whose membership is not known" in words(between)["network/shown"]
    assert line_of(after, id_) == "former"
    assert words(after)[f"{id_}/membership"] == "member until 1 February 2021–31 May 2021"


def test_what_one_gives_stands_in_its_box_and_runs_as_an_arrow() -> None:
    flow = {"to_whom": "organisation-south", "type": "money", "what": {"en": "a yearly fee"}}
    shape = small({**NORTH, "gives": [flow]}, SOUTH)
    assert words(shape)["organisation-north/gives-1"] == "gives money to South: a yearly fee"
    (link,) = shape.links
    assert (link.source, link.target, link.line) == (NORTH["id"], SOUTH["id"], "money")
    assert link.flow
    assert link.flow.words == "a yearly fee"
    assert ("line", "money") in {(sign.family, sign.value) for sign in key(shape)}


@pytest.mark.parametrize(
    ("type_", "said"),
    [
        ("service", "gives a service to South"),
        ("material", "gives material to South"),
        ("money", "gives money to South"),
        ("information", "gives information to South"),
        ("work", "gives work to South"),
    ],
)
def test_each_kind_of_flow_has_its_words(type_: str, said: str) -> None:
    flow = {"to_whom": SOUTH["id"], "type": type_}
    assert words(small({**NORTH, "gives": [flow]}, SOUTH))["organisation-north/gives-1"] == said


def test_a_flow_that_is_over_is_not_told() -> None:
    flow = {"to_whom": SOUTH["id"], "type": "work", "to": "2020-12-31"}
    shape = small({**NORTH, "gives": [flow]}, SOUTH)
    assert not shape.links
    assert "organisation-north/gives-1" not in words(shape)


def test_a_flow_that_perhaps_holds_is_told_as_not_known_without_an_arrow() -> None:
    flow = {"to_whom": SOUTH["id"], "type": "work", "to": {"earliest": "2020-01-01"}}
    shape = small({**NORTH, "gives": [flow]}, SOUTH)
    assert not shape.links
    fact = next(one.fact for one in told(shape) if one.fact.id == "organisation-north/gives-1")
    assert [(sign.value, sign.words.words) for sign in fact.signs] == [
        ("unknown", "whether today is not known")
    ]


def test_what_partners_and_the_network_give_is_told_too() -> None:
    to_north = {"to_whom": NORTH["id"], "type": "material"}
    shape = small(
        {**SHOP, "gives": [to_north]}, {**NET, "name": {"en": "Net"}, "gives": [to_north]}
    )
    said = words(shape)
    assert said["organisation-shop/gives-1"] == "gives material to X"
    assert said["organisation-net/gives-1"] == "Net: gives material to X"


def test_a_purchase_that_no_arrow_tells_is_told_in_words() -> None:
    shape = small({**NORTH, "buys_from": [{"seller": SHOP["id"]}]}, SHOP)
    assert not shape.links
    assert words(shape)["organisation-north/buys-1"] == "buys library service from Shop"


def test_addresses_of_facts_are_unique(graph: lg.ServiceGraph) -> None:
    ids = [one.fact.id for one in told(drawn(graph))]
    assert len(ids) == len(set(ids))


def test_no_library_says_where_they_are_entered() -> None:
    shape = small({**NORTH, "memberships": [], "type": "partner"})
    assert shape.boxes == ()
    assert shape.head.lacks
    assert "organisations.yaml" in shape.head.lacks.words
