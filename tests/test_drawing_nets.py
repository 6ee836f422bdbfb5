"""Networks on paper: no text leaves its box, no box stands on another, arrows go round them all."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from drawing_nets import bordered, facts, is_inside, ring, ways, wrong
from drawing_reading import squeezed
from hypothesis import given, settings
from hypothesis import strategies as st
from network_samples import chain_of, network_of, promise_of

import lumme_graph as lg
from lumme_graph.drawing.nets.blocks import BlockGaps
from lumme_graph.drawing.nets.routes import routes
from lumme_graph.drawing.paper import PAPERS
from lumme_graph.drawing.render import scenes
from lumme_graph.drawing.scene import Scene
from lumme_graph.drawing.steps.rows import BoxPlace
from lumme_graph.drawing.svg import svg
from lumme_graph.views.drawn.chain import chain
from lumme_graph.views.drawn.network import network
from lumme_graph.views.drawn.parts import Only
from lumme_graph.views.drawn.promise import promise
from lumme_graph.views.shapes import BoxLink, Network, told

LUMME = Path(__file__).parents[1] / "models" / "lumme"
VIEWS = {
    "promise": (promise, "promise-lumme"),
    "chain": (chain, "chain"),
    "network": (network, "network"),
}
INNER = "#e3eef5"
few = settings(max_examples=10, deadline=None)


@pytest.fixture(scope="module")
def graph() -> lg.ServiceGraph:
    return lg.load(LUMME)


def shape_of(graph: lg.ServiceGraph, kind: str, lang: str = "en", id_: str = "") -> Network:
    view, usual = VIEWS[kind]
    return view(graph, id_ or usual, graph.speaker(lang), Only())


def faults(sheets: list[Scene]) -> list[str]:
    return [fault for sheet in sheets for fault in wrong(sheet)]


def lost(shape: Network, sheets: list[Scene]) -> list[str]:
    """The facts whose words do not stand on any sheet; those of the note line are written as one."""
    written = facts(sheets)
    made = {fact.id for fact in shape.head.made}
    return [
        one.fact.id
        for one in told(shape)
        if one.fact.id not in made
        and squeezed(one.fact.words.shown) not in squeezed(written.get(one.fact.id, ""))
    ]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("kind", VIEWS)
def test_lumme_is_drawn_without_fault(graph: lg.ServiceGraph, kind: str, lang: str) -> None:
    shape = shape_of(graph, kind, lang)
    for paper in PAPERS.values():
        sheets = scenes(shape, paper)
        assert not faults(sheets)
        assert not lost(shape, sheets)


@pytest.mark.parametrize("kind", VIEWS)
def test_a_wall_sheet_holds_lumme(graph: lg.ServiceGraph, kind: str) -> None:
    for lang in ("fi", "sv", "en"):
        (sheet,) = scenes(shape_of(graph, kind, lang), PAPERS["a3"])
        assert len(svg(sheet).encode()) < 60_000


def test_the_customer_stands_in_the_middle_of_the_ring(graph: lg.ServiceGraph) -> None:
    (sheet,) = scenes(shape_of(graph, "network"), PAPERS["a3"])
    line = ring(sheet, INNER)
    box = next(border for border, _, _ in bordered(sheet) if border.what == "customer")
    xs, ys = [x for x, _ in line], [y for _, y in line]
    assert (box.left + box.right) / 2 == pytest.approx((min(xs) + max(xs)) / 2, abs=0.1)
    assert (box.top + box.bottom) / 2 == pytest.approx((min(ys) + max(ys)) / 2, abs=0.1)


def test_sellers_stand_left_and_areas_right_of_the_customer(graph: lg.ServiceGraph) -> None:
    (sheet,) = scenes(shape_of(graph, "network"), PAPERS["a3"])
    at = {border.what: border for border, _, is_area in bordered(sheet) if not is_area}
    area = next(border for border, _, is_area in bordered(sheet) if is_area)
    for id_ in ("mikkeli", "hirvensalmi", "pertunmaa", "puumala"):
        assert at[f"organisation-{id_}"].right < at["customer"].left
    assert at["customer"].right < area.left
    for id_ in ("juva", "joroinen", "rantasalmi"):
        assert area.holds(at[f"organisation-{id_}"])


def test_members_are_inside_their_ring_and_all_else_outside(graph: lg.ServiceGraph) -> None:
    shape = shape_of(graph, "network")
    (sheet,) = scenes(shape, PAPERS["a3"])
    line = ring(sheet, INNER)
    rank = {box.id: line_ for line_, box in shape.boxes}
    for border, _, is_area in bordered(sheet):
        corners = [(x, y) for x in (border.left, border.right) for y in (border.top, border.bottom)]
        inside = [is_inside(line, corner) for corner in corners]
        if is_area or rank[border.what] in {"customer", "produces"}:
            assert all(inside)
        else:
            assert not any(inside)


def test_each_purchase_is_an_arrow(graph: lg.ServiceGraph) -> None:
    shape = shape_of(graph, "network")
    (sheet,) = scenes(shape, PAPERS["a3"])
    assert {(a, b) for a, b, _ in ways(sheet)} == {(one.source, one.target) for one in shape.links}


def test_cards_of_a_promise_are_as_high_as_their_row(graph: lg.ServiceGraph) -> None:
    (sheet,) = scenes(shape_of(graph, "promise"), PAPERS["a3"])
    at = {border.what: border for border, _, _ in bordered(sheet)}
    for id_ in ("commitment-one-card", "commitment-near-you"):
        row = [at[f"{id_}{part}"] for part in ("", "/standard", "/kept")]
        assert len({(one.top, one.bottom) for one in row}) == 1


def test_a_network_of_none_says_so() -> None:
    (sheet,) = scenes(shape_of(network_of(1), "network"), PAPERS["a4"])
    assert not faults([sheet])


@pytest.mark.parametrize("members", [1, 2, 5, 24, 60])
def test_networks_of_every_size(members: int) -> None:
    shape = shape_of(
        network_of(members, members=members, others=members // 4, areas=members // 12),
        "network",
    )
    sheets = scenes(shape, PAPERS["a3"])
    assert not faults(sheets)
    assert not lost(shape, sheets)
    assert max(len([1 for _, _, is_area in bordered(s) if not is_area]) for s in sheets) <= 26


def test_sheets_of_many_alike_hold_about_as_many() -> None:
    sheets = scenes(shape_of(network_of(3, members=60), "network"), PAPERS["a3"])
    counts = [len(bordered(sheet)) for sheet in sheets]
    assert max(counts) - min(counts) <= 1


@few
@given(
    st.integers(0, 9999),
    st.integers(2, 12),
    st.integers(0, 5),
    st.integers(0, 3),
    st.integers(0, 3),
    st.integers(0, 6),
    st.sampled_from(["a3", "a4", "web"]),
)
def test_any_network_is_drawn_without_fault(
    seed: int, members: int, others: int, former: int, areas: int, flows: int, paper: str
) -> None:
    graph = network_of(
        seed,
        members=members,
        others=others,
        former=former,
        areas=areas,
        buys=flows,
        gives=flows,
        long=0.1,
    )
    shape = shape_of(graph, "network")
    sheets = scenes(shape, PAPERS[paper])
    assert not faults(sheets)
    assert not lost(shape, sheets)
    assert not _untold(shape, sheets)


def _untold(shape: Network, sheets: list[Scene]) -> list[BoxLink]:
    """Links that are neither an arrow nor words under a map."""
    drawn = {(a, b) for sheet in sheets for a, b, _ in ways(sheet)}
    written = facts(sheets)
    return [
        link
        for number, link in enumerate(shape.links)
        if (link.source, link.target) not in drawn and f"network/link-{number}" not in written
    ]


@few
@given(st.integers(0, 9999), st.integers(0, 12), st.integers(0, 25), st.sampled_from([0.0, 0.3]))
def test_any_promise_is_drawn_without_fault(
    seed: int, commitments: int, places: int, long: float
) -> None:
    graph = promise_of(seed, commitments=commitments, places=places, long=long)
    shape = shape_of(graph, "promise", id_="promise-p")
    for paper in ("a3", "a4"):
        sheets = scenes(shape, PAPERS[paper])
        assert not faults(sheets)
        assert not lost(shape, sheets)


@few
@given(st.integers(0, 9999), st.integers(0, 8), st.integers(0, 8), st.integers(0, 12))
def test_any_chain_is_drawn_without_fault(
    seed: int, needs: int, targets: int, actions: int
) -> None:
    graph = chain_of(seed, needs=needs, targets=targets, actions=actions, long=0.1)
    shape = shape_of(graph, "chain")
    for paper in ("a3", "a4"):
        sheets = scenes(shape, PAPERS[paper])
        assert not faults(sheets)
        assert not lost(shape, sheets)


def test_a_way_goes_round_what_stands_between() -> None:
    places = {
        "a": BoxPlace(0, 0, 40, 12),
        "wall": BoxPlace(60, -30, 20, 72),
        "b": BoxPlace(100, 0, 40, 12),
    }
    (way,) = routes([BoxLink("a", "b")], places, [], BlockGaps(20, 8))
    assert way
    assert way[0][0] in {0, 20, 40} or way[0][1] in {0, 12}
    assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(way))
    assert any(y < -30 or y > 42 for _, y in way)


def test_two_kinds_of_flow_do_not_run_on_each_other() -> None:
    places = {
        "a": BoxPlace(0, 0, 40, 20),
        "wall": BoxPlace(60, 0, 40, 20.2),
        "b": BoxPlace(120, 0, 40, 20.4),
    }
    links = [BoxLink("a", "b", line="money"), BoxLink("b", "a", line="work")]
    first, second = routes(links, places, [], BlockGaps(20, 8))
    assert first
    assert second
    for a, b in pairwise(first):
        for c, d in pairwise(second):
            for along, across in ((0, 1), (1, 0)):
                if a[across] == b[across] and c[across] == d[across]:
                    low, high = (
                        max(min(a[along], b[along]), min(c[along], d[along])),
                        min(max(a[along], b[along]), max(c[along], d[along])),
                    )
                    assert low >= high or abs(a[across] - c[across]) >= 1.3
