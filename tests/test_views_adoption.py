"""The adoption map: three values, the year of the record, and what is not known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import lumme_graph as lg
from lumme_graph.drawing.old.sheets import SHEETS
from lumme_graph.views.adoption import adoption_map
from lumme_graph.views.grid import Grid

LUMME = Path(__file__).parents[1] / "models" / "lumme"
ONE, TWO, THREE = "organisation-one", "organisation-two", "organisation-three"


def shown_in(graph: lg.ServiceGraph, lang: str) -> Grid:
    """The map of a model in a language."""
    return adoption_map(graph, graph.speaker(lang))


def model(*records: dict[str, Any], as_of: str = "2026-08-22") -> lg.ServiceGraph:
    """Three libraries and one practice with records."""
    libraries = [
        lg.Organisation.model_validate({"id": id_, "name": {"fi": id_[13:]}, "type": "library"})
        for id_ in (ONE, TWO, THREE)
    ]
    practice = {"id": "practice-p", "name": {"fi": "Tapa"}, "adopted": list(records)}
    settings = lg.Settings.model_validate({"as_of": as_of, "name": {"fi": "Malli"}})
    return lg.ServiceGraph([*libraries, lg.Practice.model_validate(practice)], settings)


YES = {"at": ONE, "is": "adopted", "from": "2017-10-16"}
NO = {"at": TWO, "is": "not-adopted"}


def test_each_library_has_its_state_and_the_unknown_are_listed() -> None:
    shown = shown_in(model(YES, NO), "fi")
    (row,) = shown.rows
    cells = [cell for (cell,) in row.cells]
    assert [cell.role for cell in cells] == ["adopted", "not-adopted", "unknown"]
    assert [cell.text for cell in cells] == ["’17", "", ""]
    assert cells[0].words == "Tapa, one: käytössä, alkaen 16. lokakuuta 2017"
    assert (row.total, [column.total for column in shown.columns]) == (
        "1/2 ?1",
        ["1/1", "0/1", "0/0 ?1"],
    )
    assert [note.words.words for note in shown.notes] == [
        "Tapa (practice-p)\N{NO-BREAK SPACE}· three"
    ]
    assert shown.notes_title.words == "Ei tiedossa: 1 ruutu"


@pytest.mark.parametrize(
    ("record", "as_of", "expected"),
    [
        ({"from": "2019-01"}, "2026-08-22", ("adopted", "’19")),
        ({"from": {"latest": "2020-03-01"}}, "2026-08-22", ("adopted", "≤’20")),
        (
            {"from": {"earliest": "2019-05-01", "latest": "2020-03-01"}},
            "2026-08-22",
            ("adopted", "≤’20"),
        ),
        ({"from": "2019-01"}, "2018-12-31", ("not-adopted", "–’19 D")),
        (
            {"from": {"earliest": "2019-12-17", "latest": "2021-05-01"}},
            "2018-12-31",
            ("not-adopted", "–’19 D"),
        ),
        ({"is": "not-adopted", "to": "2018-12-31"}, "2018-06-01", ("not-adopted", "–’18")),
        ({"from": "2019"}, "2019-06-01", ("unknown", "")),
    ],
)
def test_the_year_is_that_of_the_record(
    record: dict[str, Any], as_of: str, expected: tuple[str, str]
) -> None:
    found = model({"at": ONE, "is": "adopted", **record}, as_of=as_of)
    cell = shown_in(found, "en").rows[0].cells[0][0]
    assert (cell.role, cell.text) == expected


def test_a_no_that_is_worked_out_is_marked_so_in_the_text_and_one_that_is_stated_is_not() -> None:
    stated = {"at": TWO, "is": "not-adopted", "to": "2018-12-31"}
    text = lg.draw(
        model(YES, stated, as_of="2017-10-15"), "adoption", kind="adoption", lang="en"
    ).text
    assert "   one [fi], year: ○ –’17 D (not adopted)\n" in text
    assert "   two [fi], year: ○ –’18 (not adopted)\n" in text
    assert "D: derived from its beginning later" in text


def test_a_later_start_says_when_it_begins() -> None:
    cell = shown_in(model(YES, as_of="2017-10-15"), "en").rows[0].cells[0][0]
    assert cell.words == "Tapa [fi], one [fi]: not adopted, begins 16 October 2017, D derived"


def test_the_lumme_model_on_its_day() -> None:
    shown = shown_in(lg.load(LUMME), "en")
    assert [fact.words for _, fact in shown.facts][1:] == ["22 August 2026", "55/55", "65"]
    assert len(shown.columns) == 12
    totals = {row.id: row.total for row in shown.rows}
    assert totals["practice-web-library"] == "12/12"
    assert totals["practice-selfservice"] == "7/7 ?5"


@pytest.mark.parametrize("lang", ["fi", "en", "sv"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_it_is_drawn_on_every_sheet(lang: str, sheet: str) -> None:
    drawing = lg.draw(model(YES, NO), "adoption", kind="adoption", lang=lang, sheet=sheet)
    assert "●" in drawing.text
    assert "’17" in drawing.svg


def test_a_model_without_practices_is_drawn() -> None:
    empty = lg.ServiceGraph([], model().settings)
    assert shown_in(empty, "fi").rows == ()
    assert lg.draw(empty, "adoption", kind="adoption").svg
