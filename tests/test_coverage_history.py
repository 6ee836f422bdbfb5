"""Coverage over time: what rose, what fell, since when a gap is open; as tables, data and picture."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from coverage_samples import WORKED, counted, plus_settings, with_g3_reviewed, without_g2, worked
from drawing_reading import Area, root, sheet, texts
from hypothesis import given
from hypothesis import strategies as st

import lumme_graph as lg
from lumme_graph.assessment.assess import assess
from lumme_graph.assessment.history import (
    History,
    HistoryError,
    HistoryMove,
    HistoryPoint,
    from_json,
    history,
    point_of,
    with_now,
)
from lumme_graph.base.error import KnownError
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.drawing.chart import chart_facts, chart_svg, chart_text
from lumme_graph.reports.coverage import history as coverage_history
from lumme_graph.reports.coverage import to_json as coverage_json
from lumme_graph.views.history import Chart, ChartLine, Value, chart, notes, report
from lumme_graph.views.shapes import DrawnFact, Head

SVG = "{http://www.w3.org/2000/svg}"


def saved(graph: lg.ServiceGraph, day: str) -> str:
    """The result of a graph on a day, as it is saved."""
    return coverage_json.render(assess(graph.on(date.fromisoformat(day))))


def point(graph: lg.ServiceGraph, day: str) -> HistoryPoint:
    return from_json(saved(graph, day), "saved.json")


@pytest.fixture
def months(tmp_path: Path) -> History:
    """May: g2 has no text. June: it has one. July: g3 is reviewed too."""
    may = point(lg.read(without_g2(tmp_path / "may"))[0], "2026-05-31")
    june = point(worked(), "2026-06-30")
    now = lg.read(with_g3_reviewed(tmp_path / "july"))[0].on(date(2026, 7, 31))
    found = assess(now)
    return with_now([june, may], point_of(found.coverage, found.deep))


def test_a_saved_result_is_the_point_of_that_day() -> None:
    found = assess(worked())
    assert point(worked(), "2026-08-22") == point_of(found.coverage, found.deep)


def test_steps_by_hand(months: History) -> None:
    assert [str(p.day) for p in months.points] == ["2026-05-31", "2026-06-30", "2026-07-31"]
    assert [p.done for p in months.points] == [Ratio(36, 54), Ratio(39, 54), Ratio(41, 54)]
    assert months.step(0) is None
    first, second = months.step(1), months.step(2)
    assert first is not None
    assert second is not None
    assert first.new == second.new == ()
    assert first.closed == tuple(
        ("touchpoint-web", f"organisation-{library}", "fi") for library in "abc"
    )
    assert second.closed == (
        ("service-home", "organisation-a", "en"),
        ("service-home", "organisation-a", "fi"),
    )


def test_what_rose_and_what_fell(months: History) -> None:
    moves = {(move.by, move.group): move for move in months.moves}
    assert moves["kind", "touchpoint"] == ("kind", "touchpoint", Ratio(8, 14), Ratio(11, 14))
    assert moves["kind", "service"] == ("kind", "service", Ratio(6, 12), Ratio(8, 12))
    assert moves["language", "fi"] == ("language", "fi", Ratio(18, 27), Ratio(22, 27))
    assert moves["profile", "profile-home"] == ("profile", "profile-home", Ratio(2, 4), Ratio(4, 4))
    assert ("kind", "path") not in moves
    assert {move.direction for move in moves.values()} == {1}


def test_since_when_a_gap_is_open(months: History) -> None:
    """Gaps of May are open since May or before; one that came back counts from its return."""
    assert {str(since.day) for since in months.since.values()} == {"2026-05-31"}
    assert not any(since.surely for since in months.since.values())
    may, june, now = months.points
    key = ("touchpoint-web", "organisation-a", "en")
    again = history([may, june._replace(gaps={}), now])
    assert again.since[key] == (date(2026, 7, 31), True)


def test_a_break_in_the_settings_is_no_change(months: History) -> None:
    other = point(counted(worked(), unknown="gap"), "2026-06-30")
    found = history([months.points[0], other, months.points[2]])
    assert found.step(1) is None
    assert found.step(2) is None
    assert found.comparable == (months.points[2],)
    assert found.moves == ()
    assert {since.day for since in found.since.values()} == {date(2026, 7, 31)}
    graph = worked().on(date(2026, 7, 31))
    drawn = chart(found, lg.coverage(graph), Speaker("en"))
    assert drawn.breaks == {1, 2}
    lines = [
        e
        for e in root(chart_svg(drawn)).iter(f"{SVG}g")
        if e.get("id", "").startswith("coverage-history--line.")
    ]
    assert len(lines) == 3
    assert all(len(line) == 0 for line in lines)


def test_today_is_not_said_twice() -> None:
    found = assess(worked())
    now = point_of(found.coverage, found.deep)
    assert len(with_now([now], now).points) == 1
    assert len(with_now([now._replace(done=Ratio(1, 54))], now).points) == 2


def test_a_result_of_a_later_day_is_refused() -> None:
    found = assess(worked())
    now = point_of(found.coverage, found.deep)
    with pytest.raises(HistoryError, match="say --as-of 2026-12-31"):
        with_now([now._replace(day=date(2026, 12, 31))], now)
    with pytest.raises(HistoryError, match="nothing to compare"):
        history([])


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('"version": 1', '"version": 7'), "version 7"),
        (('"deep"', '"depth"'), "'deep' is missing"),
        (('"state": "stale"', '"state": "rotten"'), "rotten is no state of a gap|is no saved"),
        (('"as_of": "2026-08-22"', '"as_of": "yesterday"'), "is no saved coverage"),
        (('"n": 39', '"n": 99'), "99 of 54 is no count"),
        (('"n": 39', '"n": true'), "done.n: input should be a valid integer"),
        (('"part": null', '"part": {}'), "a part of the guide only"),
        (("{", "["), "is no saved coverage"),
    ],
)
def test_a_broken_result_is_named(change: tuple[str, str], says: str) -> None:
    text = saved(worked(), "2026-08-22").replace(*change)
    with pytest.raises(HistoryError, match=says) as raised:
        from_json(text, "may.json")
    assert "may.json" in str(raised.value)


ratios = st.integers(0, 50).flatmap(lambda d: st.integers(0, d).map(lambda n: Ratio(n, d)))


@given(ratios, ratios)
def test_a_direction_is_that_of_exact_shares(before: Ratio, after: Ratio) -> None:
    move = HistoryMove("kind", "service", before, after)
    if before.d and after.d:
        exact = after.n / after.d - before.n / before.d
        assert move.direction == (exact > 1e-12) - (exact < -1e-12)
    else:
        assert move.direction == 0


KEYS = [(f"service-{n}", "organisation-a", "fi") for n in range(4)]


@given(st.lists(st.frozensets(st.sampled_from(KEYS)), min_size=1, max_size=8))
def test_since_is_as_a_walk_back_has_it(days: list[frozenset[tuple[str, str, str]]]) -> None:
    empty: dict[str, dict[str, Ratio]] = {
        by: {} for by in ("kind", "library", "language", "profile")
    }
    points = [
        HistoryPoint(
            date(2026, 1, 1 + n),
            "x",
            Ratio(0, 4),
            Ratio(0, 4),
            Ratio(0, 4),
            empty,
            dict.fromkeys(gaps, "missing"),
        )
        for n, gaps in enumerate(days)
    ]
    found = history(points)
    for key in KEYS:
        if key not in days[-1]:
            assert key not in found.since
            continue
        run = 0
        for gaps in reversed(days):
            if key not in gaps:
                break
            run += 1
        at = len(days) - run
        assert found.since[key] == (date(2026, 1, 1 + at), at > 0)


def test_the_tables_say_it(months: History, tmp_path: Path) -> None:
    now = lg.read(with_g3_reviewed(tmp_path / "now"))[0].on(date(2026, 7, 31))
    found = lg.coverage(now)
    over, moves, gaps = report(months, found, Speaker("en"))
    assert over.rows[0] == (
        "31/05/2026",
        "36/54 = 66.7%",
        "38/54 = 70.4%",
        "14/54 = 25.9%",
        "2",
        "18",
        "–",
        "–",
    )
    assert over.rows[2][-3:] == ("13", "0", "2")
    assert ("touchpoints", "8/14 = 57.1%", "11/14 = 78.6%", "▲ rose") in moves.rows
    assert all(row[0] == "31/05/2026 or before" for row in gaps.rows)
    assert len(gaps.rows) == 5
    data = coverage_history.history_data(months, found)
    assert [p["gaps"] for p in data["points"]] == [18, 15, 13]
    assert len(data["open"]) == 13
    text = coverage_history.render(months, found, "md", "fi")
    assert text.startswith("### Kattavuus ajassa (3)")


def vaguer() -> lg.ServiceGraph:
    """The worked example where nobody says any more whether A has home service (stale there)."""
    graph = worked()
    home = graph[lg.Service, "service-home"]
    offers = tuple(offer for offer in home.offered if offer.at != "organisation-a")
    changed = home.model_copy(update={"offered": offers})
    return lg.ServiceGraph([e for e in graph if e is not home] + [changed], graph.settings)


def test_a_share_that_rises_because_less_is_known_is_said() -> None:
    """39 of 54 becomes 39 of 52 with nothing written: two cells are unknown now."""
    before = point(worked(), "2026-06-30")
    found = assess(vaguer().on(date(2026, 7, 31)))
    past = with_now([before], point_of(found.coverage, found.deep))
    assert [p.done for p in past.points] == [Ratio(39, 54), Ratio(39, 52)]
    assert [p.unknown for p in past.points] == [2, 4]
    (note,) = notes(past, Speaker("en"))
    assert note.words == (
        "31 July 2026: 2 more cells are of unknown offer and so left out of the count; "
        "a share may rise by that alone."
    )
    text = coverage_history.render(past, found.coverage, "md", "en")
    assert text.endswith(f"{note.words}\n")
    told = coverage_history.history_data(past, found.coverage)["points"]
    assert [p["unknown"] for p in told] == [2, 4]
    assert note in [fact.words for fact in chart(past, found.coverage, Speaker("en")).notes]


def test_no_note_where_what_is_unknown_stays_or_was_not_said(months: History) -> None:
    assert notes(months, Speaker("en")) == []
    silent = with_now([months.points[0]._replace(unknown=None)], months.points[1])
    assert notes(silent, Speaker("en")) == []
    assert report(silent, lg.coverage(worked()), Speaker("en"))[0].rows[0][4] == "–"


# The picture.


def drawn(months: History, lang: str) -> tuple[Chart, str]:
    graph = worked().on(date(2026, 7, 31))
    made = chart(months, lg.coverage(graph), graph.speaker(lang))
    return made, chart_svg(made)


def steep(lang: str) -> Chart:
    """Lines that cross, touch, stand at the ends of the scale, and are missing."""
    values = {
        "with-plans": (0, 1000, 500, 501, None, 1000),
        "done": (0, 1000, 500, 500, 20, 0),
        "deep": (0, 1000, 500, 499, 10, 0),
    }
    words = {"with-plans": "Suunnitelmineen kaikkineen", "done": "Valmiina", "deep": "Syvästi"}
    marks = {"with-plans": "square", "done": "disc", "deep": "triangle"}
    dashes = {"with-plans": "dashed", "done": "solid", "deep": "dotted"}
    lines = tuple(
        ChartLine(
            id_,
            Said(words[id_], lang),
            marks[id_],  # type: ignore[arg-type]
            dashes[id_],  # type: ignore[arg-type]
            tuple(Value(v, "n/a" if v is None else f"{v // 10}.{v % 10} %") for v in found),
        )
        for id_, found in values.items()
    )
    days = tuple(f"2026-0{n}-30" for n in range(1, 7))
    rows = tuple(
        (Said(word, lang), tuple("1000000/1000000" if n else "1/2" for n in range(6)))
        for word in words.values()
    )
    title = Said("Kattavuus ajassa", lang)
    speak = Speaker(lang)
    over = Head("coverage-history", title, title, (), (), title, title, speak)
    notes_ = (DrawnFact("note", title, title),)
    return Chart(over, days, frozenset((3,)), lines, rows, notes_)


def check(svg: str) -> None:
    everything = list(texts(root(svg), 1.1))
    crossing = [(a.what, b.what) for a, b in combinations(everything, 2) if a.overlaps(b)]
    assert crossing == []
    whole = sheet(svg)
    inner = Area("", 10, 10, whole.right - 10, whole.bottom - 10)
    assert [text.what for text in everything if not inner.holds(text, 0.1)] == []


@pytest.mark.parametrize("lang", ["fi", "en", "sv"])
def test_no_text_of_the_chart_crosses_another(months: History, lang: str) -> None:
    check(drawn(months, lang)[1])
    check(chart_svg(steep(lang)))


def test_marks_stand_at_their_share(months: History) -> None:
    made, picture = drawn(months, "en")
    discs = list(root(picture).iter(f"{SVG}circle"))
    heights = [float(e.attrib["cy"]) for e in discs][: len(made.days)]
    scale = {
        t.what: (t.top + t.bottom) / 2 for t in texts(root(picture)) if t.what in {"0%", "100%"}
    }
    for height, value in zip(heights, made.lines[1].values, strict=True):
        share = (scale["0%"] - height) / (scale["0%"] - scale["100%"])
        assert share * 1000 == pytest.approx(value.tenths, abs=6)


def test_the_chart_says_the_same_as_its_text(months: History) -> None:
    made, picture = drawn(months, "fi")
    days = [e for e in root(picture).iter(f"{SVG}g") if "data-day" in e.attrib]
    told = {
        (day.attrib["data-day"], text.attrib["data-fact"], "".join(text.itertext()))
        for day in days
        for text in day.iter(f"{SVG}text")
    }
    ids = {line.label.words: line.id for line in made.lines}
    assert told == {(day, ids[label], value) for day, label, value in chart_facts(made)}
    for day, label, value in chart_facts(made):
        assert f"{day}: {label}: {value}" in chart_text(made)


def test_the_chart_tells_its_lines_apart_without_colour(months: History) -> None:
    made, _ = drawn(months, "en")
    assert len({line.mark for line in made.lines}) == len({line.dash for line in made.lines}) == 3


def test_the_chart_is_the_same_every_time_and_a_whole_document(months: History) -> None:
    _, picture = drawn(months, "fi")
    assert picture == drawn(months, "fi")[1]
    document = root(picture)
    assert [child.tag for child in document][:2] == [f"{SVG}title", f"{SVG}desc"]
    ids = [e.attrib["id"] for e in document.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    assert all(id_.startswith("coverage-history--") for id_ in ids)


# From files.


def test_files_are_read_and_named(tmp_path: Path) -> None:
    file = tmp_path / "may.json"
    found = assess(worked())
    with pytest.raises(KnownError, match=r"may\.json cannot be read"):
        coverage_history.coverage_history(found, [file])
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(KnownError, match=r"may\.json is not UTF-8"):
        coverage_history.coverage_history(found, [file])
    file.write_text(saved(worked(), "2026-05-31"), encoding="utf-8")
    past = coverage_history.coverage_history(found, [file])
    assert [str(p.day) for p in past.points] == ["2026-05-31", "2026-08-22"]


def test_other_needs_count_otherwise(tmp_path: Path) -> None:
    folder = plus_settings(without_g2(tmp_path / "few"), "coverage: {needs: [service]}\n")
    few = point(lg.read(folder)[0], "2026-05-31")
    assert few.settings != point(lg.read(WORKED)[0], "2026-05-31").settings


def test_saved_json_stays_readable() -> None:
    """What was saved once must be read for ever; this is the least that a reader needs."""
    old = {
        "version": 1,
        "as_of": "2026-01-31",
        "settings": "0123456789abcdef",
        "done": {"n": 1, "d": 2},
        "with_plans": {"n": 1, "d": 2},
        "deep": {"n": 0, "d": 2},
        "by": {"kind": {"service": {"n": 1, "d": 2}}, "library": {}, "language": {}, "profile": {}},
        "gaps": [
            {"item": "service-a", "library": "organisation-a", "language": "fi", "state": "missing"}
        ],
    }
    found = from_json(json.dumps(old), "old.json")
    assert found.gaps == {("service-a", "organisation-a", "fi"): "missing"}
    assert re.fullmatch(r"[0-9a-f]{16}", found.settings)
