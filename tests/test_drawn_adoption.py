"""What the adoption map says: states, years, totals, the list of gaps, and the order of its rows."""

from __future__ import annotations

from pathlib import Path

import pytest

import lumme_graph as lg
from lumme_graph.views.drawn.adoption import adoption
from lumme_graph.views.drawn.parts import Only
from lumme_graph.views.key import key
from lumme_graph.views.shapes import DrawnFact, Grid, boxes, told

LUMME = Path(__file__).parents[1] / "models" / "lumme"
MODEL = """
name: {en: Small}
languages: {required: [en]}
as_of: 2026-08-22
"""
PRACTICES = """
- id: practice-card
  name: {en: One card}
  state: unified
  standing: illustrative
  adopted:
  - {at: organisation-a, is: adopted, from: 2019-05-01, standing: illustrative}
  - {at: organisation-b, is: not-adopted, from: 2018, standing: illustrative}
- id: practice-path
  name: {en: Path}
  standing: illustrative
  adopted:
  - {at: organisation-a, is: not-adopted, standing: illustrative}
  - {at: organisation-c, is: adopted, from: {latest: 2020-12-31}, standing: illustrative}
"""


def _library(name: str) -> str:
    return f"- {{id: organisation-{name}, name: {{en: {name.upper()}}}, type: library, standing: illustrative}}"


def _graph(folder: Path, libraries: list[str], practices: str = PRACTICES) -> lg.ServiceGraph:
    (folder / "model.yaml").write_text(MODEL)
    (folder / "who.yaml").write_text("\n".join(map(_library, libraries)))
    (folder / "practices.yaml").write_text(practices)
    return lg.load(folder)


def _map(graph: lg.ServiceGraph, lang: str = "en") -> Grid:
    return adoption(graph, "adoption", graph.speaker(lang), Only())


def _facts(grid: Grid) -> dict[str, DrawnFact]:
    return {one.fact.id: one.fact for one in told(grid)}


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> Grid:
    return _map(_graph(tmp_path, ["a", "b", "c"]))


@pytest.mark.parametrize(
    ("cell", "state", "words"),
    [
        ("practice-card/organisation-a", "done", "’19"),
        ("practice-card/organisation-b", "gap", "’18"),
        ("practice-card/organisation-c", "unknown", "unknown"),
        ("practice-path/organisation-a", "no", "not adopted (a practice as found)"),
        ("practice-path/organisation-b", "unknown", "unknown"),
        ("practice-path/organisation-c", "done", "≤’20"),
    ],
)
def test_a_cell_has_the_sign_of_its_state_and_its_year(
    small: Grid, cell: str, state: str, words: str
) -> None:
    fact = _facts(small)[cell]
    assert [sign.value for sign in fact.signs] == [state]
    assert fact.words.words == words


def test_what_is_not_adopted_is_a_gap_of_a_unified_practice_only(small: Grid) -> None:
    facts = _facts(small)
    assert facts["practice-card/organisation-b"].role == "gap"
    assert facts["practice-path/organisation-a"].role == "body"
    assert [sign.value for sign in key(small)] == ["done", "gap", "no", "unknown"]


def test_totals_count_only_what_is_known(small: Grid) -> None:
    facts = _facts(small)
    totals = {id_: fact.words.words for id_, fact in facts.items() if id_.endswith("/total")}
    assert totals == {
        "practice-card/total": "1/2",
        "practice-path/total": "1/2",
        "organisation-a/total": "1/2",
        "organisation-b/total": "0/1",
        "organisation-c/total": "1/1",
    }
    assert facts["adoption/adopted"].words.words == "2/4 = 50%"
    assert facts["adoption/unknown"].words.words == "2 cells"


def test_every_circle_stands_in_the_list_of_gaps(small: Grid) -> None:
    assert [note.words.words for note in small.notes] == [
        "Not adopted: One card (practice-card): B",
        "Not adopted: Path (practice-path): A",
    ]


def test_up_to_twenty_libraries_are_columns_in_the_order_of_the_model(tmp_path: Path) -> None:
    names = [f"l{n:02}" for n in range(20, 0, -1)]
    grid = _map(
        _graph(
            tmp_path,
            [*names],
            PRACTICES.replace("organisation-", "organisation-l0")
            .replace("l0a", "l01")
            .replace("l0b", "l02")
            .replace("l0c", "l03"),
        )
    )
    assert [line.id for line in grid.columns] == [f"organisation-{name}" for name in names]
    assert [row.id for row in grid.rows] == ["practice-card", "practice-path"]
    assert "Rows: in the order of the model." in [fact.words.words for fact in grid.head.made]


def test_more_libraries_are_rows_the_least_adopted_first(tmp_path: Path) -> None:
    names = ["c", "b", "a", *(f"l{n:02}" for n in range(18))]
    grid = _map(_graph(tmp_path, names))
    assert [line.id for line in grid.columns] == ["practice-card", "practice-path"]
    assert [row.id for row in grid.rows][:4] == [
        "organisation-b",
        "organisation-a",
        "organisation-c",
        "organisation-l00",
    ]
    assert "Rows: the least adopted first." in [fact.words.words for fact in grid.head.made]


def test_without_a_practice_the_map_says_what_is_missing(tmp_path: Path) -> None:
    grid = _map(_graph(tmp_path, ["a"], "[]"))
    assert grid.head.lacks is not None
    assert grid.head.lacks.words.startswith("The model has no practices.")
    assert not list(boxes(grid))


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_lumme_map_has_a_cell_for_each_practice_and_library(lang: str) -> None:
    grid = _map(lg.load(LUMME), lang)
    ids = [one.fact.id for one in told(grid)]
    assert len(ids) == len(set(ids))
    assert sum(1 for _ in boxes(grid)) == 10 * 12
    facts = _facts(grid)
    assert facts["practice-library-path/organisation-mikkeli"].words.words == "’16"
    assert facts["practice-one-card/total"].words.words == "12/12"
    assert not any(one.fact.words.fallback for one in told(grid))
