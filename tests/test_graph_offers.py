"""What is offered where, on a small invented network, worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st

from lumme_graph.base.truth import Truth
from lumme_graph.elements import Branch, Organisation, Profile, Service, Vehicle
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.offer import Coverable
from lumme_graph.elements.settings import Settings
from lumme_graph.graph import ServiceGraph
from lumme_graph.graph.offers import Offers, is_member, libraries, offered, spans
from lumme_graph.meta.ref import Ref

TODAY = date(2026, 8, 22)


def library(name: str, *memberships: dict[str, Any], buys_from: Sequence[str] = ()) -> Organisation:
    return Organisation.model_validate(
        {
            "id": f"organisation-{name}",
            "name": {"en": name},
            "type": "library",
            "memberships": memberships,
            "buys_from": [{"seller": seller} for seller in buys_from],
        }
    )


def branch(name: str, owner: str, kind: str = "branch") -> Branch:
    return Branch.model_validate(
        {
            "id": f"branch-{name}",
            "name": {"en": name},
            "organisation": f"organisation-{owner}",
            "type": kind,
        }
    )


def vehicle(name: str, owner: str) -> Vehicle:
    return Vehicle.model_validate(
        {
            "id": f"vehicle-{name}",
            "name": {"en": name},
            "organisation": f"organisation-{owner}",
            "type": "bookmobile",
        }
    )


def together(name: str, kind: str) -> Organisation:
    return Organisation.model_validate(
        {"id": f"organisation-{name}", "name": {"en": name}, "type": kind}
    )


LAKES = {"of": "organisation-lakes"}
SHORE = {"of": "organisation-shore"}
NETWORK: list[KeptElement] = [
    together("lakes", "network"),
    together("shore", "sub-network"),
    library("north", {**LAKES, "from": "2019"}),
    library("east", LAKES, SHORE),
    library("west", LAKES, {**SHORE, "from": "2025"}, buys_from=["organisation-north"]),
    library(
        "south", {**LAKES, "from": "2019", "to": {"earliest": "2021-02-01", "latest": "2021-05-31"}}
    ),
    library("alone", buys_from=["organisation-north"]),
    branch("north-main", "north", "main"),
    branch("north-hill", "north"),
    branch("west-only", "west", "only"),
    vehicle("heron", "shore"),
    vehicle("van", "north"),
]
NAMES = ("north", "east", "west", "south", "alone")


def graph_with(*items: KeptElement) -> ServiceGraph:
    settings = Settings(network=Ref("organisation-lakes"), as_of=TODAY)
    return ServiceGraph([*NETWORK, *items], settings)


def service(*offers: dict[str, Any]) -> Service:
    return Service.model_validate({"id": "service-a", "name": {"en": "A"}, "offered": offers})


def at_each(day: date, *offers: dict[str, Any]) -> list[Truth]:
    item = service(*offers)
    graph = graph_with(item)
    found = [graph[Organisation, f"organisation-{name}"] for name in NAMES]
    answers = [offered(graph, item, library, day) for library in found]
    assert Offers(graph, tuple(found), day).row(item) == answers
    return answers


Y, N, U = True, False, None


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        ([], [U, U, U, U, U]),
        ([{"at": "organisation-lakes", "is": "yes"}], [Y, Y, Y, U, U]),
        ([{"at": "organisation-lakes", "is": "no"}], [N, N, N, U, U]),
        ([{"at": "organisation-shore", "is": "yes"}], [U, Y, Y, U, U]),
        ([{"at": "organisation-north", "is": "yes"}], [Y, U, U, U, U]),
        ([{"at": "organisation-alone", "is": "yes"}], [U, U, U, U, Y]),
        ([{"at": "branch-north-hill", "is": "yes"}], [Y, U, U, U, U]),
        ([{"at": "branch-north-hill", "is": "no"}], [U, U, U, U, U]),
        ([{"at": "vehicle-van", "is": "yes"}], [Y, U, U, U, U]),
        ([{"at": "vehicle-heron", "is": "yes"}], [U, Y, Y, U, U]),
        ([{"at": "vehicle-heron", "is": "no"}], [U, U, U, U, U]),
        (
            [{"at": "organisation-lakes", "is": "yes"}, {"at": "organisation-north", "is": "no"}],
            [N, Y, Y, U, U],
        ),
        (
            [{"at": "organisation-lakes", "is": "yes"}, {"at": "organisation-shore", "is": "no"}],
            [Y, N, N, U, U],
        ),
        (
            [{"at": "organisation-shore", "is": "no"}, {"at": "branch-west-only", "is": "yes"}],
            [U, N, Y, U, U],
        ),
        (
            [{"at": "organisation-north", "is": "no"}, {"at": "branch-north-main", "is": "yes"}],
            [N, U, U, U, U],
        ),
        (
            [{"at": "branch-north-main", "is": "no"}, {"at": "branch-north-hill", "is": "yes"}],
            [Y, U, U, U, U],
        ),
    ],
)
def test_offers_reach_libraries(offers: list[dict[str, Any]], expected: list[Truth]) -> None:
    """North, east and west are members today, east and west of shore too; south has left."""
    assert at_each(TODAY, *offers) == expected


def test_buying_passes_nothing_on() -> None:
    """West and alone buy from north."""
    assert at_each(TODAY, {"at": "organisation-north", "is": "yes"})[2] is None
    assert at_each(TODAY, {"at": "branch-north-main", "is": "yes"})[4] is None
    assert at_each(TODAY, {"at": "organisation-north", "is": "no"})[4] is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2018, 12, 31), [U, Y, Y, U, U]),
        (date(2019, 6, 1), [U, Y, Y, U, U]),
        (date(2020, 1, 1), [Y, Y, Y, Y, U]),
        (date(2021, 2, 1), [Y, Y, Y, Y, U]),
        (date(2021, 3, 1), [Y, Y, Y, U, U]),
        (date(2021, 6, 1), [Y, Y, Y, U, U]),
    ],
)
def test_an_uncertain_membership_gives_unknown(day: date, expected: list[Truth]) -> None:
    assert at_each(day, {"at": "organisation-lakes", "is": "yes"}) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 3, 31), U),
        (date(2020, 4, 1), U),
        (date(2020, 4, 30), Y),
        (date(2022, 12, 31), Y),
        (date(2023, 1, 1), U),
    ],
)
def test_an_offer_holds_between_its_days(day: date, expected: Truth) -> None:
    offer = {"at": "organisation-north", "is": "yes", "from": "2020-04", "to": "2022-12-31"}
    assert at_each(day, offer)[0] is expected


def test_a_no_that_may_hold_hides_a_yes_of_the_network() -> None:
    network = {"at": "organisation-lakes", "is": "yes"}
    no = {
        "at": "organisation-north",
        "is": "no",
        "from": {"earliest": "2026-08-01", "latest": "2026-09-30"},
    }
    assert at_each(TODAY, network, no)[0] is None
    assert at_each(date(2026, 7, 31), network, no)[0] is True
    assert at_each(date(2026, 9, 30), network, no)[0] is False


def test_a_yes_that_may_hold_and_a_no_of_the_network() -> None:
    network = {"at": "organisation-lakes", "is": "no"}
    yes = {"at": "organisation-north", "is": "yes", "from": "2026-08"}
    assert at_each(TODAY, network, yes)[0] is None
    assert at_each(date(2026, 8, 31), network, yes)[0] is True
    assert at_each(date(2026, 7, 31), network, yes)[0] is False


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        ([], True),
        ([{"at": "organisation-north", "is": "no"}], False),
        ([{"at": "organisation-lakes", "is": "no"}], False),
        ([{"at": "organisation-north", "is": "no", "to": "2026-08"}], None),
        ([{"at": "organisation-east", "is": "no"}], True),
    ],
)
def test_profiles_hold_where_nothing_says_otherwise(
    offers: list[dict[str, Any]], expected: Truth
) -> None:
    profile = Profile.model_validate(
        {"id": "profile-a", "name": {"en": "A"}, "relation": "user", "offered": offers}
    )
    graph = graph_with(profile)
    north = graph[Organisation, "organisation-north"]
    assert offered(graph, profile, north, TODAY) is expected
    assert Offers(graph, (north,), TODAY).row(profile) == [expected]


def test_the_libraries_of_a_day() -> None:
    graph = graph_with()

    def names(day: date) -> list[str]:
        return [library.id.removeprefix("organisation-") for library in libraries(graph, day)]

    assert names(TODAY) == ["north", "east", "west"]
    assert names(date(2020, 6, 1)) == ["north", "east", "west", "south"]
    assert names(date(2018, 6, 1)) == ["east", "west"]
    south = graph[Organisation, "organisation-south"]
    assert is_member(south, "organisation-lakes", date(2021, 3, 1)) is None
    assert is_member(south, "organisation-shore", TODAY) is False


def test_without_a_network_every_library_counts() -> None:
    graph = ServiceGraph(NETWORK, Settings(as_of=TODAY))
    assert len(libraries(graph, TODAY)) == 5


def test_spans_of_what_is_stated() -> None:
    item = service(
        {"at": "branch-north-main", "is": "yes", "from": "2019-01-01", "to": "2019-12-31"},
        {"at": "organisation-north", "is": "yes", "from": "2021-01-01", "standing": "sourced"},
    )
    graph = graph_with(item)
    found = spans(graph, item, graph[Organisation, "organisation-north"])
    assert sorted((str(span.from_), str(span.to), span.is_.value) for span in found) == [
        ("2019-01-01", "2019-12-31", "yes"),
        ("2021-01-01", "None", "yes"),
    ]


COVERED = (Organisation, Branch, Vehicle, Service)


@strategies.costly(2)
@given(strategies.models(COVERED), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_all_libraries_at_once_say_the_same(model: list[KeptElement], day: date) -> None:
    graph = ServiceGraph(model, Settings(as_of=day))
    found = libraries(graph, day)
    rows = Offers(graph, found, day)
    for item in graph.all(Coverable):
        assert rows.row(item) == [offered(graph, item, library, day) for library in found]
