"""Adoption: the record whose days include the day decides, of several the one that began last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import lumme_graph as lg
from lumme_graph.analysis.adoption import adoption, adoptions
from lumme_graph.elements.settings import Settings
from lumme_graph.elements.who import Membership
from lumme_graph.graph.day import Day

NET, ONE, TWO = "organisation-net", "organisation-one", "organisation-two"
TODAY = date(2026, 8, 22)
LUMME = Path(__file__).parents[1] / "models" / "lumme"


def library(id_: str, **membership: Any) -> lg.Organisation:
    member = Membership.model_validate({"of": NET, **membership})
    return lg.Organisation(id=id_, name={"en": id_}, type="library", memberships=(member,))  # type: ignore[arg-type]


def network(records: Sequence[dict[str, Any]]) -> tuple[lg.ServiceGraph, lg.Practice]:
    """A network of two libraries, of which the second left some day in spring 2021."""
    practice = lg.Practice.model_validate(
        {"id": "practice-p", "name": {"en": "P"}, "adopted": list(records)}
    )
    libraries = [
        library(ONE, **{"from": {"latest": "2017-12-31"}}),
        library(TWO, to={"earliest": "2021-02-01", "latest": "2021-05-31"}),
    ]
    net = lg.Organisation(id=NET, name={"en": "Net"}, type="network")  # type: ignore[arg-type]
    settings = Settings(as_of=TODAY, network=NET)  # type: ignore[arg-type]
    return lg.ServiceGraph([net, *libraries, practice], settings), practice


def states(records: Sequence[dict[str, Any]], at: str, *days: str) -> list[bool | None]:
    graph, practice = network(records)
    found = graph[lg.Organisation, at]
    return [adoption(Day.of(graph, date.fromisoformat(day)), practice, found).state for day in days]


YES: dict[str, Any] = {"is": "adopted"}
NO: dict[str, Any] = {"is": "not-adopted"}


def test_no_record_is_unknown() -> None:
    assert states([], ONE, "2020-01-01") == [None]
    assert states([{"at": TWO, **YES}], ONE, "2020-01-01") == [None]


def test_a_start_on_a_known_day_says_no_before_it() -> None:
    records = [{"at": ONE, **YES, "from": "2020-01-01"}]
    assert states(records, ONE, "2019-12-31", "2020-01-01", "2026-01-01") == [False, True, True]
    graph, practice = network(records)
    before = adoption(Day.of(graph, date(2019, 1, 1)), practice, graph[lg.Organisation, ONE])
    assert before.derived
    assert before.record == practice.adopted[0]


def test_first_seen_is_unknown_before() -> None:
    records = [{"at": ONE, **YES, "from": {"latest": "2020-03-20"}}]
    assert states(records, ONE, "2020-03-19", "2020-03-20") == [None, True]


def test_within_a_coarse_date_it_is_unknown() -> None:
    records = [
        {"at": ONE, **NO, "to": "2018-12-31"},
        {"at": ONE, **YES, "from": "2019-01"},
    ]
    days = ("2018-12-31", "2019-01-15", "2019-01-31")
    assert states(records, ONE, *days) == [False, None, True]


def test_after_the_end_of_a_record_it_is_unknown() -> None:
    assert states([{"at": ONE, **NO, "to": "2018-12-31"}], ONE, "2018-12-31", "2019-01-01") == [
        False,
        None,
    ]
    both = [
        {"at": ONE, **YES, "from": "2015-01-01", "to": "2016-12-31"},
        {"at": ONE, **YES, "from": "2019-01-01"},
    ]
    assert states(both, ONE, "2014-06-01", "2017-06-01", "2019-06-01") == [False, None, True]


def test_of_several_the_one_that_began_last_decides() -> None:
    records = [
        {"at": ONE, **YES, "from": "2015-01-01"},
        {"at": ONE, **NO, "from": "2020-01-01"},
    ]
    assert states(records, ONE, "2019-12-31", "2020-01-01") == [True, False]


def test_what_began_perhaps_leaves_both_ways_open() -> None:
    """As of a library that moves to another network some day in spring."""
    records = [
        {"at": NET, **YES, "from": "2019-01-01"},
        {"at": TWO, **NO, "from": {"earliest": "2021-02-01", "latest": "2021-05-31"}},
    ]
    days = ("2021-01-31", "2021-03-15", "2021-06-01")
    assert states(records, TWO, *days) == [True, None, False]
    agreeing = [
        {"at": ONE, **YES, "from": "2019-01-01"},
        {"at": ONE, **YES, "from": {"earliest": "2021-02-01", "latest": "2021-05-31"}},
    ]
    assert states(agreeing, ONE, "2021-03-15") == [True]


def test_a_no_that_began_perhaps_leaves_a_sure_yes_open() -> None:
    spring = {"earliest": "2021-02-01", "latest": "2021-05-31"}
    records = [{"at": ONE, **YES, "from": "2019-01-01"}, {"at": ONE, **NO, "from": spring}]
    days = ("2021-01-31", "2021-03-15", "2021-06-01")
    assert states(records, ONE, *days) == [True, None, False]
    again = {"at": ONE, **YES, "from": {"earliest": "2021-03-01", "latest": "2021-06-30"}}
    assert states([*records, again], ONE, "2021-03-15") == [None]


def test_a_record_of_the_network_holds_for_the_members_of_the_day() -> None:
    records = [{"at": NET, **YES, "from": {"latest": "2018-12-31"}}]
    assert states(records, TWO, "2019-01-01", "2021-03-15", "2022-01-01") == [True, None, None]
    assert states(records, ONE, "2022-01-01") == [True]


def test_a_library_of_its_own_goes_before_its_network() -> None:
    records = [{"at": NET, **YES}, {"at": ONE, **NO}]
    assert states(records, ONE, "2020-01-01") == [False]
    assert states(records, TWO, "2020-01-01") == [True]


def test_all_libraries_at_once_and_today() -> None:
    graph, practice = network([{"at": ONE, **YES, "from": {"latest": "2026-08-22"}}])
    both = [graph[lg.Organisation, id_] for id_ in (ONE, TWO)]
    day = Day.of(graph)
    assert [adoption(day, practice, one).state for one in both] == [True, None]
    assert adoptions(day)[practice.id] == {
        one.id: adoption(day, practice, one) for one in day.libraries
    }


LUMME_ON = {
    # FACTS 1.8: (practice, library): the states on 2018-06-01, 2019-06-01, 2020-02-01, today.
    ("web-library", "mikkeli"): (False, True, True, True),
    ("web-library", "heinavesi"): (False, True, True, False),
    ("common-rules", "savonlinna"): (False, False, True, True),
    ("common-rules", "mantyharju"): (False, False, True, True),
    ("common-rules", "pieksamaki"): (False, False, False, True),
    ("common-rules", "juva"): (False, False, None, None),
    ("one-card", "enonkoski"): (None, None, True, True),
    ("free-hold", "enonkoski"): (None, None, None, True),
    ("selfservice", "mikkeli"): (True, True, True, True),
    ("selfservice", "rantasalmi"): (False, None, None, None),
    ("selfservice", "mantyharju"): (False, False, None, True),
    ("selfservice", "pieksamaki"): (None, True, True, True),
    ("selfservice", "savonlinna"): (None, None, None, True),
    ("selfservice", "puumala"): (None, None, None, True),
    ("five-renewals", "pieksamaki"): (None, None, None, True),
    ("home-no-overdue-fee", "mikkeli"): (True, True, True, True),
    ("library-path", "mikkeli"): (True, True, True, True),
    ("library-path", "juva"): (None, None, None, None),
    ("old-fees-january", "pieksamaki"): (None, None, None, True),
    ("unified-service", "mantyharju"): (False, False, False, True),
    ("unified-service", "varkaus"): (None, None, None, None),
}
DAYS = (date(2018, 6, 1), date(2019, 6, 1), date(2020, 2, 1), TODAY)


@pytest.fixture(scope="module")
def lumme() -> lg.ServiceGraph:
    return lg.load(LUMME)


@pytest.mark.parametrize(("practice", "at"), LUMME_ON)
def test_the_records_of_the_facts(lumme: lg.ServiceGraph, practice: str, at: str) -> None:
    found = lumme[lg.Practice, f"practice-{practice}"]
    where = lumme[lg.Organisation, f"organisation-{at}"]
    states = tuple(adoption(Day.of(lumme, day), found, where).state for day in DAYS)
    assert states == LUMME_ON[practice, at]


def test_a_past_start_of_a_practice_without_days(lumme: lg.ServiceGraph) -> None:
    """FACTS 1.8: the Library Path began in 2016, so it was not in use before that year."""
    path = lumme[lg.Practice, "practice-library-path"]
    mikkeli = lumme[lg.Organisation, "organisation-mikkeli"]
    found = adoption(Day.of(lumme, date(2015, 6, 1)), path, mikkeli)
    assert (found.state, found.derived) == (False, True)
    assert adoption(Day.of(lumme, date(2016, 6, 1)), path, mikkeli).state is None
