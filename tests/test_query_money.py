"""Money in its own currency: never added up with another, and written as each language does."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from answer_words import lines
from saying import words_of

import lumme_graph as lg
from lumme_graph.base.forms import currency_of, money, percentage
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.settings import Settings
from lumme_graph.reports.answers import to_csv as answer_csv
from lumme_graph.reports.answers import to_json as answer_json
from lumme_graph.views.answer import answer_table, sentence

NBSP = "\N{NO-BREAK SPACE}"


def project(*funding: tuple[str, str, str | None, str | None]) -> lg.ServiceGraph:
    items: list[dict[str, Any]] = [
        {"stage": stage, "party": party, "amount": amount, "currency": currency}
        for stage, party, amount, currency in funding
    ]
    data = {"id": "project-aber", "name": {"cy": "Aber", "en": "Aber"}, "funding": items}
    return lg.ServiceGraph([lg.Project.model_validate(data)], Settings(as_of=date(2026, 1, 1)))


POUNDS = project(
    ("applied", "grant", "9000", "GBP"),
    ("applied", "own", "3000.50", "GBP"),
    ("applied", "other", "0", "GBP"),
    ("applied", "total", "12000.50", "GBP"),
    ("granted", "grant", "8000", "GBP"),
)
MIXED = project(
    ("applied", "grant", "1000", "EUR"),
    ("applied", "own", "500", "CHF"),
    ("applied", "partner", "250", "EUR"),
    ("applied", "other", "7", "CHF"),
    ("applied", "total", "1700", "EUR"),
    ("granted", "grant", "1000", "EUR"),
    ("granted", "other", "0", "GBP"),
)
UNNAMED = project(("applied", "grant", "10", None), ("applied", "total", "10", None))


def test_a_sum_is_in_the_currency_of_its_parts() -> None:
    """9000 + 3000.50 + 0 = 12000.50; 3000.50 of that is 25.0 %; 12000.50 − 8000 − 3000.50 = 1000."""
    assert lines(lg.ask(POUNDS, "budget-sum")) == [
        "aber | grant | 9000 GBP",
        "aber | own | 3000.50 GBP",
        "aber | other | 0 GBP",
        "aber | total | 12000.50 GBP",
        "= Aber: the sum £12,000.50 holds; own money 25%",
    ]
    assert lines(lg.ask(POUNDS, "unfunded")) == [
        "aber | 12000.50 GBP | 8000 GBP | 3000.50 GBP | 1000.00 GBP",
        "= Aber: £12,000.50 − £8,000.00 − £3,000.50 = £1,000.00",
    ]


def test_what_was_not_reported_may_be_more_than_nothing() -> None:
    """The known parts make the total to the pound, and yet it is not known whether they all do."""
    partly = project(
        ("applied", "grant", "9000", "GBP"),
        ("applied", "own", None, "GBP"),
        ("applied", "total", "9000", "GBP"),
    )
    said = words_of(lg.ask(partly, "budget-sum").note)
    assert said == (
        "Aber: the parts that are known make £9,000.00 of £9,000.00; own money not reported"
    )


def test_what_partners_pay_and_other_grants_are_not_unfunded() -> None:
    """12000 − 8000 granted − 1000 own − 2000 of partners − 400 of other grants = 600."""
    shared = project(
        ("applied", "own", "1000", "GBP"),
        ("applied", "partner", "2000", "GBP"),
        ("applied", "total", "12000", "GBP"),
        ("granted", "grant", "8000", "GBP"),
        ("granted", "other", "400", "GBP"),
    )
    assert lines(lg.ask(shared, "unfunded")) == [
        "aber | 12000 GBP | 8000 GBP | 1000 GBP | 600 GBP",
        "= Aber: £12,000.00 − £8,000.00 − £1,000.00 − £400.00 − £2,000.00 = £600.00",
    ]


def test_money_is_added_up_within_one_currency_only() -> None:
    """1000 + 250 euros, 500 + 7 francs; of the stated 1700 nothing follows."""
    answer = lg.ask(MIXED, "budget-sum")
    assert words_of(answer.note) == (
        "Aber: the parts €1,250.00, CHF 507.00 and the stated €1,700.00 are in different "
        "currencies and not added up"
    ).replace("CHF ", f"CHF{NBSP}")
    sums = [(words_of(one.label), one.value) for one in answer.totals]
    assert [(label, f"{value}") for label, value in sums] == [
        ("sum of the parts", "Money(amount=Decimal('1250'), currency='EUR')"),
        ("sum of the parts", "Money(amount=Decimal('507'), currency='CHF')"),
        ("stated total", "Money(amount=Decimal('1700'), currency='EUR')"),
    ]
    assert words_of(lg.ask(MIXED, "other-grants").note) == (
        f"Other grants recorded in all: CHF{NBSP}7.00, £0.00."
    )
    unfunded = lg.ask(MIXED, "unfunded")
    assert lines(unfunded) == [
        "aber | 1700 EUR | 1000 EUR | 500 CHF | unknown",
        "= –",
        "- plan, grant and own money in one currency: aber",
    ]


def test_no_currency_is_none_and_not_the_euro() -> None:
    answer = lg.ask(UNNAMED, "budget-sum")
    assert lines(answer) == [
        "aber | grant | 10",
        "aber | total | 10",
        "= Aber: the sum 10 holds; own money not recorded",
    ]
    assert answer_json.answer_data(answer, UNNAMED)["rows"][0]["values"][2] == {
        "amount": 10,
        "currency": None,
    }


@pytest.mark.parametrize(
    ("lang", "whole"),
    [
        ("en", "£12,000.50"),
        ("fi", f"12{NBSP}000,50{NBSP}£"),
        ("sv", f"12{NBSP}000,50{NBSP}GBP"),
    ],
)
def test_people_read_money_as_their_language_writes_it(lang: str, whole: str) -> None:
    answer, speak = lg.ask(POUNDS, "unfunded"), Speaker(lang)
    assert answer_table(answer, speak).rows[0][1] == whole
    assert whole in sentence(answer, speak)


def test_programs_read_plain_numbers_and_the_currency() -> None:
    answer = lg.ask(POUNDS, "unfunded")
    head, row, *_ = csv.reader(io.StringIO(answer_csv.render(answer, POUNDS, "fi")))
    assert head[-1] == "currency"
    assert row[3:] == ["Aber", "12000.50", "8000", "3000.50", "1000.00", "GBP"]
    data = answer_json.answer_data(answer, POUNDS)
    assert data["rows"][0]["values"][1:3] == [
        {"amount": "12000.50", "currency": "GBP"},
        {"amount": 8000, "currency": "GBP"},
    ]


def test_parts_that_do_not_add_up_are_told_in_their_currency() -> None:
    graph = project(("applied", "grant", "10", "GBP"), ("applied", "total", "11", "GBP"))
    (finding,) = [finding for finding in lg.check(graph) if finding.code == "LG708"]
    assert "10 GBP" in finding.message("en")
    assert "11 GBP" in finding.message("en")


@pytest.mark.parametrize(
    ("lang", "country", "shown"),
    [
        ("en", "", "€1,250.00"),
        ("en", "CH", "€1,250.00"),
        ("fi", "FI", f"1{NBSP}250,00{NBSP}€"),
        ("sv", "FI", f"1{NBSP}250,00{NBSP}€"),
        ("cy", "GB", "€1,250.00"),
        ("de", "DE", f"1.250,00{NBSP}€"),
        ("de", "CH", f"EUR{NBSP}1’250.00"),
        ("se", "FI", f"1{NBSP}250,00{NBSP}€"),
        ("sv", "GB", f"1{NBSP}250,00{NBSP}€"),
        ("zz", "GB", "€1,250.00"),
        ("de-x-foo", "", f"1.250,00{NBSP}€"),
        ("en-x-foo", "", "€1,250.00"),
    ],
)
def test_money_by_language_and_country(lang: str, country: str, shown: str) -> None:
    assert money(Decimal(1250), "EUR", lang, country) == shown


def test_shares_by_language() -> None:
    assert [percentage(473, lang) for lang in ("en", "fi", "sv", "cy", "de")] == [
        "47.3%",
        f"47,3{NBSP}%",
        f"47,3{NBSP}%",
        "47.3%",
        f"47,3{NBSP}%",
    ]


def test_the_currency_of_a_country_has_its_day() -> None:
    assert currency_of("FI", date(1990, 1, 1)) == "FIM"
    assert currency_of("FI", date(2026, 1, 1)) == "EUR"
    assert currency_of("CH", date(2026, 1, 1)) == "CHF"
    assert currency_of("AQ", date(2026, 1, 1)) == ""


@pytest.mark.parametrize("written", ["gbp", "£", "euro"])
def test_a_currency_is_three_capital_letters(written: str) -> None:
    with pytest.raises(ValueError, match="currency"):
        project(("applied", "grant", "1", written))
