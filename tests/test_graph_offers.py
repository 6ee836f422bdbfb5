"""What is offered where, on a small invented network, worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st

from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.truth import Truth
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.offer import Coverable, Service
from lumme_graph.elements.settings import Settings
from lumme_graph.elements.who import Branch, Organisation, Vehicle
from lumme_graph.graph.day import Day, libraries
from lumme_graph.graph.id_errors import WrongKindError
from lumme_graph.graph.membership import above, is_member, members
from lumme_graph.graph.offers import Offers, offered, spans
from lumme_graph.graph.service_graph import ServiceGraph
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
    below = members({library.id: above(graph, library, day) for library in found})
    assert Offers(graph, tuple(found), below, day).row(item) == answers
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
            [Y, U, U, U, U],
        ),
        (
            [{"at": "organisation-north", "is": "yes"}, {"at": "organisation-north", "is": "no"}],
            [Y, U, U, U, U],
        ),
        (
            [{"at": "organisation-north", "is": "no"}, {"at": "vehicle-van", "is": "yes"}],
            [Y, U, U, U, U],
        ),
        (
            [{"at": "organisation-shore", "is": "no"}, {"at": "vehicle-heron", "is": "yes"}],
            [U, Y, Y, U, U],
        ),
        (
            [{"at": "organisation-north", "is": "no"}, {"at": "branch-north-main", "is": "no"}],
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


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 12, 31), U),
        (date(2020, 1, 1), Y),
        (date(2024, 6, 30), Y),
        (date(2024, 7, 1), U),
    ],
)
def test_what_a_branch_offers_begins_and_ends_with_it(day: date, expected: Truth) -> None:
    closed = Branch.model_validate(
        {
            "id": "branch-north-bay",
            "name": {"en": "bay"},
            "organisation": "organisation-north",
            "type": "branch",
            "from": "2020-01-01",
            "to": "2024-06-30",
        }
    )
    item = service({"at": "branch-north-bay", "is": "yes"})
    graph = graph_with(closed, item)
    assert offered(graph, item, graph[Organisation, "organisation-north"], day) is expected


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
        ([{"at": "organisation-north", "is": "yes", "to": "2026-08"}], True),
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
    row = dict(zip(Day.of(graph).libraries, Day.of(graph).offers.row(profile), strict=True))
    assert row[north] is expected


def test_the_libraries_of_a_day() -> None:
    graph = graph_with()

    def names(day: date) -> list[str]:
        return [library.id.removeprefix("organisation-") for library in libraries(graph, day)]

    assert names(TODAY) == ["north", "east", "west"]
    assert names(date(2020, 6, 1)) == ["north", "east", "west", "south"]
    assert names(date(2018, 6, 1)) == ["east", "west"]
    south = graph[Organisation, "organisation-south"]
    assert is_member(graph, south, "organisation-lakes", date(2021, 3, 1)) is None
    assert is_member(graph, south, "organisation-shore", TODAY) is False


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


# Networks of networks.

COUNTRY = {"of": "organisation-country"}
WIDE: list[KeptElement] = [
    together("country", "network"),
    Organisation.model_validate(
        {"id": "organisation-lakes", "name": {"en": "Lakes"}, "type": "network"}
        | {"memberships": [COUNTRY]}
    ),
    Organisation.model_validate(
        {"id": "organisation-shore", "name": {"en": "Shore"}, "type": "sub-network"}
        | {"memberships": [{**LAKES, "from": "2020-01-01"}]}
    ),
    library("direct", LAKES),
    library("through", {**SHORE, "to": "2026"}),
    library("outside"),
]


def wide(*offers: dict[str, Any], network: str = "lakes", day: date = TODAY) -> list[Truth]:
    """Offered at direct, through and outside."""
    item = service(*offers)
    settings = Settings(network=Ref(f"organisation-{network}"), as_of=day)
    graph = ServiceGraph([*WIDE, item], settings)
    found = [graph[Organisation, f"organisation-{n}"] for n in ("direct", "through", "outside")]
    return [offered(graph, item, one, day) for one in found]


@pytest.mark.parametrize("network", ["lakes", "country"])
def test_a_library_of_a_sub_network_is_one_of_the_network(network: str) -> None:
    settings = Settings(network=Ref(f"organisation-{network}"), as_of=TODAY)
    graph = ServiceGraph(WIDE, settings)
    counted = [one.id for one in libraries(graph, date(2025, 6, 1))]
    assert counted == ["organisation-direct", "organisation-through"]
    assert [one.id for one in libraries(graph, date(2019, 12, 31))] == ["organisation-direct"]


def test_a_membership_is_as_sure_as_the_weakest_on_its_way() -> None:
    """Through shore until some day of 2026: sure in 2025, perhaps in 2026, no in 2027."""
    graph = ServiceGraph(WIDE, Settings(as_of=TODAY))
    through = graph[Organisation, "organisation-through"]
    days = [date(2025, 1, 1), TODAY, date(2027, 1, 1)]
    for network in ("organisation-lakes", "organisation-country"):
        assert [is_member(graph, through, network, day) for day in days] == [True, None, False]


def test_the_offers_of_an_outer_network_reach_all_and_the_nearer_one_wins() -> None:
    day = date(2025, 6, 1)
    country = {"at": "organisation-country", "is": "yes"}
    lakes = {"at": "organisation-lakes", "is": "no"}
    shore = {"at": "organisation-shore", "is": "yes"}
    assert wide(country, day=day) == [Y, Y, U]
    assert wide(country, lakes, day=day) == [N, N, U]
    assert wide(country, lakes, shore, day=day) == [N, Y, U]
    assert wide(lakes, shore) == [N, U, U]


def test_rings_of_networks_end() -> None:
    ring = [
        Organisation.model_validate(
            {"id": f"organisation-ring-{n}", "name": {"en": "R"}, "type": "sub-network"}
            | {"memberships": [{"of": f"organisation-ring-{(n + 1) % 40}"}]}
        )
        for n in range(40)
    ]
    one = library("one", {"of": "organisation-ring-0"})
    item = service({"at": "organisation-ring-39", "is": "yes"})
    graph = ServiceGraph([*ring, one, item], Settings(as_of=TODAY))
    assert offered(graph, item, one, TODAY) is True
    assert len(spans(graph, item, one)) == 1
    assert is_member(graph, ring[3], "organisation-ring-3", TODAY) is False


PERIODS = st.sampled_from(
    ({}, {"from": "2020"}, {"to": "2020"}, {"from": "2026"}, {"to": "2026"}, {"to": "2026-08-22"})
)
WEBS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), PERIODS),
    max_size=12,
    unique_by=lambda one: one[:2],
)


def second_member(edges: list[tuple[int, int, dict[str, str]]], a: int, b: int) -> Truth:
    """By trying every way from one to the other that meets nobody twice."""

    def ways(here: int, met: frozenset[int]) -> list[Truth]:
        found: list[Truth] = []
        for start, end, days in edges:
            first, last = (UncertainDate.parse(days[k]) if k in days else None for k in ENDS)
            truth = holds(first, last, TODAY)
            if start != here or end in met or truth is False:
                continue
            on = [True] if end == b else ways(end, met | {end})
            found += [None if None in {truth, one} else True for one in on]
        return found

    found = ways(a, frozenset({a}))
    return True if True in found else None if found else False


ENDS = ("from", "to")


@given(WEBS)
def test_memberships_are_as_a_walk_along_every_way_has_them(
    edges: list[tuple[int, int, dict[str, str]]],
) -> None:
    organisations = [
        Organisation.model_validate(
            {"id": f"organisation-o{n}", "name": {"en": "O"}, "type": "sub-network"}
            | {"memberships": [{"of": f"organisation-o{b}", **d} for a, b, d in edges if a == n]}
        )
        for n in range(6)
    ]
    graph = ServiceGraph(organisations, Settings(as_of=TODAY))
    for a in range(6):
        for b in range(6):
            if a != b:
                made = is_member(graph, organisations[a], f"organisation-o{b}", TODAY)
                assert made == second_member(edges, a, b)


COVERED = (Organisation, Branch, Vehicle, Service)


@strategies.costly(2)
@given(strategies.models(COVERED), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_all_libraries_at_once_say_the_same(model: list[KeptElement], day: date) -> None:
    graph = ServiceGraph(model, Settings(as_of=day))
    found = libraries(graph, day)
    rows = Day.of(graph, day).offers
    for item in graph.all(Coverable):
        assert rows.row(item) == [offered(graph, item, library, day) for library in found]


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        ([], [U, U, U]),
        ([{"at": "organisation-lakes", "is": "yes"}], [Y, Y, Y]),
        ([{"at": "organisation-north", "is": "no"}], [N, N, N]),
        ([{"at": "branch-north-hill", "is": "yes"}], [U, Y, U]),
        (
            [{"at": "organisation-north", "is": "yes"}, {"at": "branch-north-hill", "is": "no"}],
            [Y, N, Y],
        ),
        (
            [{"at": "organisation-north", "is": "no"}, {"at": "vehicle-van", "is": "yes"}],
            [N, N, Y],
        ),
        (
            [
                {"at": "organisation-lakes", "is": "yes"},
                {"at": "organisation-north", "is": "no", "from": {"latest": "2026-12-31"}},
            ],
            [U, U, U],
        ),
        ([{"at": "organisation-shore", "is": "yes"}], [U, U, U]),
    ],
)
def test_what_is_offered_at_a_branch_or_vehicle(
    offers: list[dict[str, Any]], expected: list[Truth]
) -> None:
    """Its own statement decides, then its library's or network's; no other branch's does."""
    item = service(*offers)
    places = ("branch-north-main", "branch-north-hill", "vehicle-van")
    assert [offered(graph_with(item), item, place) for place in places] == expected


def test_nothing_is_offered_at_a_branch_that_is_closed() -> None:
    closed = branch("old", "north").model_copy(update={"to": UncertainDate.parse("2024")})
    item = service({"at": "organisation-lakes", "is": "yes"})
    graph = graph_with(item, closed)
    assert offered(graph, item, closed, "2022-06-01") is True
    assert offered(graph, item, closed, "2025-01-01") is False


def test_nothing_is_offered_at_what_is_no_place() -> None:
    item = service()
    with pytest.raises(WrongKindError, match="service-a is no Organisation, Branch or Vehicle"):
        offered(graph_with(item), item, item)
