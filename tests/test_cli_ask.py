"""`lumme ask`: the list, one answer in each format, and what cannot be asked."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import lumme_graph as lg
from lumme_graph.cli import command_line, main
from lumme_graph.questions.ask import QUESTIONS

LUMME = str(Path(__file__).parents[1] / "models" / "lumme")
ISLES = str(Path(__file__).parent / "models" / "questions")


def ask(*words: str) -> str:
    done = CliRunner().invoke(command_line(), ["ask", *words])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_without_a_question_there_is_the_list() -> None:
    text = ask(ISLES)
    assert "practice-adoption" in text
    assert "Which member libraries took part" in text
    assert "Mitä mikin lähde tukee?" in ask(ISLES, "--lang", "fi")
    listed = json.loads(ask(ISLES, "--format", "json"))["questions"]
    assert [one["row"] for one in listed] == list(range(1, 52))
    assert all(one["text"].keys() == {"en", "fi", "sv"} for one in listed)
    assert {one["question"] for one in listed} == set(QUESTIONS)
    counted = json.loads(ask(ISLES, "--format", "json"))["indicator_queries"]
    assert [one["query"] for one in counted] == list(lg.QUERIES)
    listing = ask(ISLES)
    assert all(name in listing.split() for name in lg.QUERIES)
    rows = list(csv.DictReader(io.StringIO(ask(ISLES, "--format", "csv").removeprefix("\ufeff"))))
    assert rows[12]["question"] == "practice-adoption"
    assert rows[12]["fi"].endswith("?")


def test_an_answer_is_a_table_and_a_sentence() -> None:
    text = ask(ISLES, "practice-adoption")
    assert "One card" in text
    assert "all 2" not in text
    assert "3 practices at 2 libraries: adopted 4, not adopted 1, not recorded 1." in text
    assert "Not recorded – whether in use: No fees: North" in text


@pytest.mark.parametrize(
    ("lang", "word", "everybody"),
    [
        ("fi", "Ei kirjattu", "kaikki 12 kirjastoa"),
        ("en", "Not recorded", "all 12 libraries"),
        ("sv", "Inte antecknat", "alla 12 bibliotek"),
    ],
)
def test_nothing_is_said_in_each_language(lang: str, word: str, everybody: str) -> None:
    text = ask(LUMME, "libraries-without-small-group", "--lang", lang)
    assert f"{word} – " in text
    assert everybody in text


def test_a_number_that_is_not_recorded_says_the_word() -> None:
    text = ask(LUMME, "joint-services", "--lang", "fi")
    assert "työryhmien tuottamia: ei kirjattu" in text


def test_json_has_the_elements_behind_each_number() -> None:
    data = json.loads(ask(LUMME, "municipalities-without-customer-event", "--format", "json"))
    assert (data["row"], data["as_of"]) == (14, "2026-08-22")
    assert data["rows"][0]["elements"] == [
        "municipality-mikkeli",
        "event-hearing-savings",
        "event-hearing-otava",
        "event-hearing-suomenniemi",
    ]
    assert data["rows"][1]["values"][1] == {"code": "not-recorded", "name": "not recorded"}
    assert data["totals"][0] == {
        "label": "recorded as held",
        "value": 2,
        "unit": None,
        "elements": ["event-hearing-savings", "event-hearing-otava"],
    }
    assert len(data["not_recorded"][0]["elements"]) == 11
    money = json.loads(ask(LUMME, "unfunded", "--format", "json"))
    assert money["rows"][0]["values"][1:] == [
        {"amount": amount, "currency": "EUR"} for amount in (42200, 25000, 8500, 8700)
    ]


def test_csv_says_what_is_not_recorded() -> None:
    rows = list(
        csv.reader(
            io.StringIO(ask(LUMME, "joint-services", "--format", "csv").removeprefix("\ufeff"))
        )
    )
    assert {len(row) for row in rows} == {9}
    parts = [row[0] for row in rows]
    assert parts == [
        "part",
        *["row"] * 6,
        *["total"] * 4,
        *["not-recorded"] * 2,
        "note",
        "statement",
    ]
    assert rows[-1][3].startswith("Unofficial. Not made or approved by the Lumme libraries.")
    assert rows[11][1].split(";")[0] == "service-interlibrary-loan"
    invented = list(
        csv.reader(io.StringIO(ask(ISLES, "budget-sum", "--format", "csv").removeprefix("\ufeff")))
    )
    assert ["row", "project-tide", "", "Tide", "grant", "1000", "EUR"] in invented
    assert ["total", "project-tide", "", "sum of the parts", "1300", "EUR", ""] in invented


def test_the_day_changes_the_answer() -> None:
    assert "kaikki 13 kirjastoa" in ask(
        LUMME, "practice-adoption", "--as-of", "2019-06-01", "--lang", "fi"
    )
    unknown = ask(LUMME, "practice-adoption", "--as-of", "2021-03-15", "--details")
    assert "Not recorded – whether a member on the day: Heinävesi" in unknown


def test_a_day_before_the_first_fact_is_told() -> None:
    text = ask(LUMME, "trainings", "--as-of", "1990-01-01", "--lang", "fi")
    assert "Päivältä 1. tammikuuta 1990 ei ole kirjattu mitään" in text


def failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str
) -> str:
    monkeypatch.setattr("sys.argv", ["lumme", "ask", *words])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


def test_an_unknown_question_stops_with_a_guess(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "did you mean practice-adoption?" in failure(
        monkeypatch, capsys, ISLES, "practice-adopted"
    )


def test_a_wrong_day_stops(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "is not a day" in failure(
        monkeypatch, capsys, ISLES, "trainings", "--as-of", "2026-13-01"
    )
