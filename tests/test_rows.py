"""Results as flat rows: as data frames take them, numbers as numbers and days as days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import lumme_graph as lg

DAY = date(2026, 8, 22)
MODEL = {
    "as_of": "2026-08-22",
    "languages": {"required": ["en"]},
}
LUMME = Path(__file__).parents[1] / "models" / "lumme"


@pytest.fixture(scope="module")
def lumme() -> lg.ServiceGraph:
    return lg.load(LUMME)


def small() -> lg.ServiceGraph:
    """Two libraries, one service that the first offers, and one practice that it has taken up."""
    north, south = (
        lg.Organisation.model_validate(
            {"id": f"organisation-{name.lower()}", "name": {"en": name}, "type": "library"}
        )
        for name in ("North", "South")
    )
    service = lg.Service.model_validate(
        {
            "id": "service-loan",
            "name": {"en": "Loans", "fi": "Lainat"},
            "offered": [{"at": "organisation-north", "is": "yes"}],
        }
    )
    practice = lg.Practice.model_validate(
        {
            "id": "practice-card",
            "name": {"en": "One card"},
            "adopted": [
                {
                    "at": "organisation-north",
                    "is": "adopted",
                    "from": "2019-02",
                    "standing": "sourced",
                    "sources": ["source-a"],
                }
            ],
        }
    )
    return lg.ServiceGraph([north, south, service, practice], lg.Settings.model_validate(MODEL))


def test_offers() -> None:
    first, second = lg.rows(lg.offers(small()))
    assert first == {
        "item": "service-loan",
        "item_name": "Loans",
        "kind": "service",
        "library": "organisation-north",
        "library_name": "North",
        "offered": True,
        "day": DAY,
    }
    assert (second["library"], second["offered"]) == ("organisation-south", None)


def test_names_are_in_the_language_that_is_asked_for() -> None:
    assert lg.columns(lg.offers(small()), "fi")["item_name"] == ["Lainat", "Lainat"]
    with pytest.raises(lg.LanguageError):
        lg.rows(lg.offers(small()), "xx")


def test_adoption_on_a_day_that_is_asked_for() -> None:
    first, second = lg.rows(lg.adoption(small(), "2019-03-01"))
    assert first == {
        "practice": "practice-card",
        "practice_name": "One card",
        "library": "organisation-north",
        "library_name": "North",
        "adopted": True,
        "from_earliest": date(2019, 2, 1),
        "from_latest": date(2019, 2, 28),
        "to_earliest": None,
        "to_latest": None,
        "standing": "sourced",
        "sources": "source-a",
        "day": date(2019, 3, 1),
    }
    assert second["adopted"] is None
    assert lg.columns(lg.adoption(small(), "2019-02-10"))["adopted"] == [None, None]
    assert lg.columns(lg.adoption(small(), "2018-02-10"))["adopted"] == [False, None]


def test_coverage_and_what_is_judged_by_it_say_the_same() -> None:
    found = lg.coverage(small())
    first, second = lg.rows(found)
    assert first == {
        "item": "service-loan",
        "item_name": "Loans",
        "kind": "service",
        "library": "organisation-north",
        "library_name": "North",
        "language": "en",
        "state": "missing",
        "sections": "",
        "counted": True,
        "covered": False,
        "gap": True,
        "day": DAY,
    }
    assert (second["state"], second["counted"], second["gap"]) == ("unknown", False, False)
    assert lg.rows(lg.assess(small())) == [first, second]


def test_a_finding() -> None:
    place = lg.Place("offer.yaml", 3, 5)
    finding = lg.Finding("LG604", place, lg.Label("so"), lg.Label("do"), {}, "touchpoint-a")
    assert lg.rows([finding]) == [
        {
            "code": "LG604",
            "check": "touchpoint-on-no-path",
            "severity": "warning",
            "element": "touchpoint-a",
            "field": None,
            "file": "offer.yaml",
            "line": 3,
            "column": 5,
            "message": "so",
            "advice": "do",
        }
    ]
    nowhere = lg.Finding("LG604", lg.Place(""), lg.Label("so"), lg.Label("do"))
    (row,) = lg.rows([nowhere])
    assert (row["file"], row["line"], row["element"]) == (None, None, None)


def test_a_diff_and_its_rows_are_alike() -> None:
    before = small()
    service = before[lg.Service, "service-loan"]
    changed = service.model_copy(update={"name": lg.Text(en="Lending", fi="Lainat")})
    after = before.with_each(lambda one: changed if one is service else one)
    (row,) = lg.rows(lg.diff(before, after))
    assert row == {
        "change": "changed",
        "kind": "service",
        "element": "service-loan",
        "field": "name.en",
        "before": "Loans",
        "after": "Lending",
        "place_before": None,
        "place_after": None,
    }


def test_uses() -> None:
    graph = small()
    used = {row["owner"]: row for row in lg.rows(lg.where_used(graph, "organisation-north"))}
    assert used["service-loan"] == {
        "owner": "service-loan",
        "kind": "service",
        "field": "offered.organisation-north.at",
        "file": None,
        "line": None,
        "column": None,
    }
    by_owner = {row["owner"]: row for row in lg.rows(graph.uses("organisation-north"))}
    assert by_owner["service-loan"] == {
        "owner": "service-loan",
        "kind": "service",
        "field": "offered.0.at",
        "target": "organisation-north",
    }


def test_an_answer_has_numbers_days_ids_and_nothing_for_what_is_missing() -> None:
    """Beside names stand ids, beside money its currency, beside a rough day its bounds."""
    thing = lg.Thing("event-a", lg.Label("A"))
    rough, exact = lg.UncertainDate.parse("2019-02"), date(2020, 1, 2)
    answer = lg.Answer(
        tuple(map(lg.Label, ("event", "held", "costs", "people", "with"))),
        (
            lg.Row((thing, rough, lg.Money(Decimal("12.50"), "EUR"), 3, (thing, thing))),
            lg.Row((thing, exact, lg.Missing.NOT_REPORTED, lg.Missing.UNKNOWN, ())),
        ),
        lg.Label("note"),
    )
    first, second = lg.rows(answer)
    assert first == {
        "event": "A",
        "event id": "event-a",
        "held": None,
        "held earliest": date(2019, 2, 1),
        "held latest": date(2019, 2, 28),
        "costs": 12.5,
        "costs currency": "EUR",
        "people": 3,
        "with": "A, A",
        "with id": "event-a, event-a",
    }
    assert second == {
        "event": "A",
        "event id": "event-a",
        "held": exact,
        "held earliest": exact,
        "held latest": exact,
        "costs": None,
        "costs currency": None,
        "people": None,
        "with": "",
        "with id": "",
    }


def asked(graph: lg.ServiceGraph, name: str) -> lg.Answer:
    return lg.ask(graph, name)


ALL: dict[str, Callable[[lg.ServiceGraph], Any]] = {
    "graph": lambda graph: graph,
    "coverage": lg.coverage,
    "findings": lg.check,
    "offers": lg.offers,
    "adoption": lg.adoption,
    "history": lambda graph: lg.coverage_history(lg.assess(graph), []),
    "reviews": lg.waiting_reviews,
    "where used": lambda graph: lg.where_used(graph, "touchpoint-desk"),
    "uses": lambda graph: graph.uses("touchpoint-desk"),
    "impact": lambda graph: lg.impact(graph, "touchpoint-desk"),
    "elements": lambda graph: graph.all(lg.Service),
    **{name: partial(asked, name=name) for name in lg.QUESTIONS},
}


@pytest.mark.parametrize("name", ALL)
def test_every_column_has_one_type(lumme: lg.ServiceGraph, name: str) -> None:
    """So that a data frame has a column of that type."""
    found = lg.rows(ALL[name](lumme))
    assert all(list(row) == list(found[0]) for row in found)
    for head, values in lg.columns(ALL[name](lumme)).items():
        kinds = {type(value) for value in values if value is not None}
        assert len(kinds) <= 1, head
        assert kinds <= {str, int, float, bool, date}, head


def test_what_there_are_no_rows_of_is_refused() -> None:
    with pytest.raises(TypeError, match="there are no rows of int"):
        lg.rows([5])  # type: ignore[list-item]
    assert lg.rows([]) == []
    assert lg.columns([]) == {}


@pytest.mark.parametrize("name", ALL)
def test_pandas_and_polars_take_them_as_they_are(lumme: lg.ServiceGraph, name: str) -> None:
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    found = ALL[name](lumme)
    frame = pandas.DataFrame(lg.rows(found))
    table = polars.DataFrame(lg.columns(found))
    assert len(frame) == len(table) == len(lg.rows(found))
    assert list(frame.columns) == table.columns
    days = {
        head for head, values in lg.columns(found).items() if any(type(v) is date for v in values)
    }
    assert {head for head, kind in table.schema.items() if kind == polars.Date} == days
