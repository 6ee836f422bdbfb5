"""What the coverage map says: the acts, the counts by kind and library, and the items with a gap."""

from __future__ import annotations

import pytest
from coverage_samples import LUMME, counted, worked

import lumme_graph as lg
from lumme_graph.views.drawn.coverage import coverage
from lumme_graph.views.drawn.parts import Only
from lumme_graph.views.shapes import DrawnFact, Grid, GridRow, told


def _map(graph: lg.ServiceGraph, lang: str = "en") -> Grid:
    return coverage(graph, "coverage", graph.speaker(lang), Only())


def _facts(grid: Grid) -> dict[str, DrawnFact]:
    return {one.fact.id: one.fact for one in told(grid)}


def _rows(grid: Grid, look: str) -> list[GridRow]:
    return [row for row in grid.rows if row.look == look]


@pytest.fixture(name="lumme", scope="module")
def _lumme() -> Grid:
    return _map(lg.load(LUMME))


@pytest.fixture(name="example", scope="module")
def _example() -> Grid:
    return _map(worked())


def test_the_head_says_what_is_done_and_what_would_change_it(lumme: Grid) -> None:
    facts = _facts(lumme)
    assert facts["coverage/done"].words.words == "420/888 = 47.3%"
    assert facts["coverage/after"].words.words == "598/888 = 67.3%"
    assert facts["coverage/unknown"].words.words.startswith("716 cells")


@pytest.mark.parametrize(
    ("rank", "gain", "section"),
    [(1, 92, "section-advice"), (2, 48, "section-promise"), (3, 38, "section-libraries-and-hours")],
)
def test_the_three_acts_with_the_largest_gain(
    lumme: Grid, rank: int, gain: int, section: str
) -> None:
    facts = _facts(lumme)
    assert facts[f"next-{rank}/gain"].value == gain
    assert facts[f"next-{rank}/id"].words.words == section
    assert facts[f"next-{rank}/act"].words.words == (
        "Finish and publish the section (Finnish, English)"
    )


def test_no_more_than_three_examples_are_named(lumme: Grid) -> None:
    names = _facts(lumme)["next-1/examples"].words.words.removeprefix("For example: ")
    assert len(names.split(", ")) == 3


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("service/organisation-mikkeli/done", "18/28"),
        ("path/organisation-mikkeli/done", "10/14"),
        ("path/organisation-mikkeli/unknown", "? 4"),
        ("touchpoint/organisation-juva/done", "8/16"),
        ("profile/total/done", "20/216"),
        ("profile/total/share", "9.3%"),
        ("total/total/done", "420/888"),
    ],
)
def test_the_counts_by_kind_and_library(lumme: Grid, cell: str, words: str) -> None:
    assert _facts(lumme)[cell].words.words == words


def test_the_counts_of_the_worked_example(example: Grid) -> None:
    facts = _facts(example)
    done = {
        id_: facts[f"{id_}/done"].words.words
        for id_ in (
            "service/total",
            "touchpoint/total",
            "path/total",
            "commitment/total",
            "profile/total",
            "total/organisation-a",
            "total/organisation-b",
            "total/organisation-c",
            "total/total",
        )
    }
    assert list(done.values()) == [
        "6/12",
        "11/14",
        "8/8",
        "6/8",
        "8/12",
        "15/20",
        "13/20",
        "11/14",
        "39/54",
    ]


def test_the_parts_of_a_bar_make_up_what_is_counted(example: Grid) -> None:
    facts = _facts(example)
    assert [facts[f"total/total/{part}"].value for part in ("done", "part", "gap", "unknown")] == [
        39,
        2 + 2 + 3,
        8,
        2,
    ]


def test_the_kind_with_the_smallest_share_is_first(lumme: Grid) -> None:
    kinds = [row.id for row in _rows(lumme, "bars")]
    assert kinds == [
        "counts/profile",
        "counts/touchpoint",
        "counts/commitment",
        "counts/service",
        "counts/path",
        "counts/total",
    ]


def test_only_items_with_a_gap_have_rows(example: Grid) -> None:
    assert {row.id for row in _rows(example, "signs")} == {
        "service-home",
        "service-digi",
        "touchpoint-web",
        "commitment-near",
        "profile-home",
    }
    assert any("5 items have a gap, 7 have none" in one.words.words for one in example.head.made)


def test_every_cell_of_a_row_is_told_once_and_its_box_says_where(example: Grid) -> None:
    (row,) = (row for row in _rows(example, "signs") if row.id == "touchpoint-web")
    assert [(cell.column, cell.span) for cell in row.cells] == [
        (f"organisation-{library}/{language}", 1) for library in "abc" for language in ("fi", "en")
    ]
    labels = {
        cell.boxes[0].facts[0].signs[0].value: cell.boxes[0].facts[0].label.words
        for cell in row.cells
    }
    assert labels == {"done": "all 3 libraries (fi)", "part": "all 3 libraries (en)"}


def test_rows_hold_all_columns_one_after_the_other(lumme: Grid) -> None:
    columns = [line.id for line in lumme.columns if "/" in line.id and "counts" not in line.id]
    assert len(columns) == 12 * 2
    for row in _rows(lumme, "signs"):
        starts = [columns.index(cell.column) for cell in row.cells]
        ends = [at + cell.span for at, cell in zip(starts, row.cells, strict=True)]
        assert starts[0] == 0
        assert ends[-1] == len(columns)
        assert ends[:-1] == starts[1:]


def test_items_that_show_the_same_share_a_row(lumme: Grid) -> None:
    shared = [row.words.words for row in _rows(lumme, "signs") if "items:" in row.words.words]
    assert (
        "2 items: The library is open to all and the basic service is free, We come near when the way is long"
        in shared
    )


def test_where_the_unknown_counts_it_is_said_and_is_a_gap() -> None:
    grid = _map(counted(worked(), unknown="gap"))
    facts = _facts(grid)
    assert facts["coverage/done"].words.words == "39/56 = 69.6%"
    assert "counted as gaps" in facts["coverage/unknown"].words.words


def test_a_model_without_items_says_so() -> None:
    grid = _map(counted(worked(), needs=[]))
    assert grid.head.lacks is not None
    assert grid.head.lacks.words == "The model has no items to cover."


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_the_words_are_in_the_language_that_is_asked_for(lang: str) -> None:
    grid = _map(lg.load(LUMME), lang)
    ids = [one.fact.id for one in told(grid)]
    assert len(ids) == len(set(ids))
    assert not any(one.fact.words.fallback or one.fact.label.fallback for one in told(grid))
