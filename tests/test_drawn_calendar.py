"""What the calendar says: where each event stands in time, how far it is, and what has no day."""

from __future__ import annotations

from pathlib import Path

import pytest

import lumme_graph as lg
from lumme_graph.views.drawn.calendar import calendar
from lumme_graph.views.drawn.parts import Only
from lumme_graph.views.shapes import DrawnFact, Grid, GridRow, told

LUMME = Path(__file__).parents[1] / "models" / "lumme"
MODEL = """
name: {en: Small}
languages: {required: [en]}
as_of: 2026-08-22
"""


def _calendar(graph: lg.ServiceGraph, lang: str = "en") -> Grid:
    return calendar(graph, "calendar", graph.speaker(lang), Only())


def _small(folder: Path, *events: str) -> Grid:
    (folder / "model.yaml").write_text(MODEL)
    lines = [
        f"- {{id: event-{n}, name: {{en: E{n}}}, type: training, standing: illustrative, {event}}}"
        for n, event in enumerate(events)
    ]
    (folder / "events.yaml").write_text("\n".join(lines) or "[]")
    return _calendar(lg.load(folder))


def _facts(grid: Grid) -> dict[str, DrawnFact]:
    return {one.fact.id: one.fact for one in told(grid)}


def _row(grid: Grid, id_: str) -> GridRow:
    return next(row for row in grid.rows if row.id == id_)


@pytest.fixture(name="lumme", scope="module")
def _lumme() -> Grid:
    return _calendar(lg.load(LUMME))


def test_the_columns_are_the_years_of_the_events(lumme: Grid) -> None:
    assert [line.id for line in lumme.columns] == [str(year) for year in range(2015, 2023)]


def test_events_with_a_day_are_rows_in_their_order_and_the_others_are_in_a_list(
    lumme: Grid,
) -> None:
    spans = [row.id for row in lumme.rows if row.look == "spans"]
    assert spans == [
        "event-service-design-day",
        "event-study-trip",
        "event-savo-tour",
        "event-hearing-savings",
        "event-hearing-suomenniemi",
        "event-hearing-otava",
    ]
    (below,) = (row for row in lumme.rows if row.look == "list")
    assert len(below.cells[0].boxes) == 9


def test_a_span_reaches_from_its_first_day_to_the_end_of_its_last(lumme: Grid) -> None:
    cell = _row(lumme, "event-savo-tour").cells[0]
    assert (cell.column, cell.span) == ("2018", 2)
    assert cell.ends is not None
    assert cell.ends == pytest.approx((15 / 365, 15 / 365, 1 + 38 / 365, 1 + 38 / 365))


def test_of_a_month_neither_beginning_nor_end_is_sure(lumme: Grid) -> None:
    ends = _row(lumme, "event-service-design-day").cells[0].ends
    assert ends == pytest.approx((0, 30 / 365, 1 / 365, 31 / 365))


def test_only_what_is_recorded_as_held_is_filled(lumme: Grid) -> None:
    tones = {row.id: row.cells[0].boxes[0].tone for row in lumme.rows if row.look == "spans"}
    assert [id_ for id_, tone in tones.items() if tone != "done"] == ["event-hearing-suomenniemi"]
    facts = _facts(lumme)
    assert facts["event-hearing-suomenniemi/when"].words.words == "10 October 2022, announced"
    assert facts["calendar/held"].words.words == "5 of 15"


def test_an_event_without_a_day_says_how_far_it_is(lumme: Grid) -> None:
    facts = _facts(lumme)
    option, planned = facts["event-small-groups/state"], facts["event-synthesis/state"]
    assert (option.words.words, option.signs[0].value) == ("option, day not known", "unknown")
    assert (planned.words.words, planned.signs[0].value) == ("planned, day not known", "part")


def test_a_short_calendar_has_months(tmp_path: Path) -> None:
    grid = _small(
        tmp_path,
        "modality: done, from: 2026-03-16, to: 2026-03-31",
        "modality: done, from: 2026-05-01",
    )
    assert [line.words.words for line in grid.columns] == ["March 2026", "April 2026", "May 2026"]
    assert grid.rows[0].cells[0].ends == pytest.approx((15 / 31, 15 / 31, 1, 1))


def test_a_bound_that_is_not_known_lies_at_the_edge_of_its_year(tmp_path: Path) -> None:
    grid = _small(tmp_path, "modality: done, from: {latest: 2019-07-01}, to: 2022-12-31")
    ends = grid.rows[0].cells[0].ends
    assert ends == pytest.approx((0, 181 / 365, 4, 4))


def test_what_is_done_later_than_the_day_is_not_held(tmp_path: Path) -> None:
    grid = _small(tmp_path, "modality: done, from: 2027-01-01")
    assert grid.rows[0].cells[0].boxes[0].tone == "part"


def test_a_model_without_events_says_so(tmp_path: Path) -> None:
    grid = _small(tmp_path)
    assert grid.head.lacks is not None
    assert grid.head.lacks.words.startswith("The model has no events.")


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_the_words_are_in_the_language_that_is_asked_for(lang: str) -> None:
    grid = _calendar(lg.load(LUMME), lang)
    ids = [one.fact.id for one in told(grid)]
    assert len(ids) == len(set(ids))
    assert not any(one.fact.words.fallback or one.fact.label.fallback for one in told(grid))
