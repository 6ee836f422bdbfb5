"""What is said and drawn of observed journeys, at the command line and from Python."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from drawn_lanes import graph_of, path_of
from observed_logs import log_of, written
from running import lumme

import lumme_graph as lg
from lumme_graph.views.drawn.observed import MOST
from lumme_graph.views.shapes import Grid, told

ROOT = Path(__file__).parents[1]
LUMME = ROOT / "models" / "lumme"
LOG = ROOT / "examples" / "observed" / "path-hold-illustrative.csv"
CHOICE = ((0, 1, "it is there"), (0, 2, ""), (1, 3, ""), (2, 3, ""))


def observed(folder: Path, did: dict[str, int]) -> tuple[lg.ServiceGraph, lg.Observed]:
    graph = graph_of(path_of([0, 1, 2, 0], CHOICE))
    return graph, lg.observe(graph, "path-x", log_of(folder, did))


@pytest.fixture(scope="module")
def example() -> tuple[lg.ServiceGraph, lg.Observed]:
    graph = lg.load(LUMME)
    return graph, lg.observe(graph, "path-hold", LOG)


def test_the_example_counted_by_hand(example: tuple[lg.ServiceGraph, lg.Observed]) -> None:
    """Counted in the file itself, case by case."""
    rows = list(csv.DictReader(io.StringIO(LOG.read_text("utf-8"))))
    cases: dict[str, list[str]] = {}
    for row in rows:
        cases.setdefault(row["case"], []).append(row["step"])
    _, found = example
    assert found.cases == len(cases) == 74
    assert found.finished == sum(steps[-1] == "return" for steps in cases.values()) == 51
    assert found.step("pick-up").skipped == 7
    assert sum("borrow" in one and "pick-up" not in one for one in cases.values()) == 7
    assert found.step("search-and-reserve").repeated == 6
    assert found.step("search-and-reserve").ended is lg.Hidden.FEW
    assert found.step("transport").ended is lg.Hidden.KEPT
    assert found.step("pick-up-notice").ended == 12
    assert sum(one[-1] == "pick-up-notice" for one in cases.values()) == 12
    assert not found.step("pick-from-shelf").is_logged


def test_the_answer_comes_first_in_one_sentence(tmp_path: Path) -> None:
    graph, found = observed(tmp_path, {"0 1 3": 10, "0 2": 6, "0 1": 5})
    text = lg.OBSERVED_FORMS["text"].render(graph, found)
    title, _, answer, _, sums, *_ = text.split("\n")
    assert title == "A path, as observed in log.csv from 2 March 2026 to 2 March 2026"
    assert answer == (
        "Most leave at step 3, “does the thing of step 3”: 6 of the 6 cases that came to it, 100%;"
        " every step is used."
    )
    assert sums == (
        "21 cases; come to the end of the path: 10 = 47.6%; leave before: 11 = 52.4%; begin at"
        " another step than the path: 0."
    )


def test_what_is_kept_back_is_not_said_in_the_sentence(
    example: tuple[lg.ServiceGraph, lg.Observed],
) -> None:
    """Eight leave at step 3, and 23 in all: with the twelve of step 4 they would tell of three."""
    graph, found = example
    for form in lg.OBSERVED_FORMS.values():
        text = form.render(graph, found)
        assert "not shown" in text or "not-shown" in text
        assert not re.search(r"\b(3|8) (leave|cases)", text)
    answer = lg.OBSERVED_FORMS["text"].render(graph, found).split("\n")[2]
    assert answer.startswith(
        "As far as numbers are shown, most leave at step 4, “sends the pick-up notice”: 12 of the 63"
        " cases that came to it, 19%; the wait is longest from step 6 to step 7"
    )
    assert answer.endswith("no case is seen at step 2.")


def test_json_and_csv_hold_every_number(tmp_path: Path) -> None:
    graph, found = observed(tmp_path, {"0 1 3": 10, "0 2": 6, "0 1": 5, "0 3 pay": 7})
    data = json.loads(lg.OBSERVED_FORMS["json"].render(graph, found))
    assert (data["cases"], data["finished"], data["left"]) == (28, 10, 18)
    assert [one["cases"] for one in data["steps"]] == [28, 15, 6, 17]
    assert {(one["from"], one["to"]): one["cases"] for one in data["ways"]} == {
        ("step-0", "step-1"): 15,
        ("step-0", "step-2"): 6,
        ("step-0", "step-3"): 7,
        ("step-1", "step-3"): 10,
        ("step-2", "step-3"): 0,
    }
    assert data["ways"][0]["median_seconds"] == 3600
    assert data["unknown_names"] == [{"name": "pay", "cases": 7, "nearest": None}]
    rows = list(csv.DictReader(io.StringIO(lg.OBSERVED_FORMS["csv"].render(graph, found))))
    assert [row["cases"] for row in rows if row["part"] == "step"] == ["28", "15", "6", "17"]
    assert rows[-1]["part"] == "note"


def test_bad_rows_are_told_below(tmp_path: Path) -> None:
    graph = graph_of(path_of([0, 0], ()))
    lines = [
        "case,step,time",
        *(f"{n},step-{s},2026-01-0{s + 1}" for n in range(6) for s in (0, 1)),
    ]
    lines[3] = "1,step-0,yesterday"
    found = lg.observe(graph, "path-x", written(tmp_path, lines))
    text = lg.OBSERVED_FORMS["md"].render(graph, found)
    assert "1 row cannot be read (line 4: its time is of another form" in text
    assert "cases left out for that: 1" in text


def test_the_drawing_says_counts_and_waits_on_arrows_and_marks_at_steps(tmp_path: Path) -> None:
    did = {"0 1 3": 10, "0 2": 6, "0 1": 5, "0 3": 7, "0 1 1 3": 8}
    graph, found = observed(tmp_path, did)
    drawing = lg.draw_observed(graph, found)
    shape = drawing.shape
    assert isinstance(shape, Grid)
    facts = {
        one.fact.id.removeprefix("path-x/"): one.fact.words.words.replace("\u00a0", " ")
        for one in told(shape)
    }
    assert facts["step-0/seen"] == "36 cases, 100% of all"
    assert facts["step-2/leave"] == "6 leave here, 100% of those who came"
    assert facts["step-1/leave"] == "5 leave here, 21.7% of those who came"
    assert facts["step-1/repeat"] == "8 repeat it"
    assert facts["step-0/next/step-1"] == "2: 23 cases, median 1 hour"
    assert facts["step-0/next/step-3"] == "4: 7 cases, median 1 hour, not planned"
    ways = {(one.source[-1], one.target[-1]): one for one in shape.links}
    assert ways["0", "3"].line == "unplanned"
    assert ways["0", "1"].when is not None
    marks = [sign.value for sign in shape.keys]
    assert marks == ["always", "condition", "unplanned", "start", "end", "leave", "repeat"]
    for sheet in ("web", "a3", "a4"):
        svg = "".join(lg.draw_observed(graph, found, sheet=sheet).sheets)
        assert "23\u00a0cases" in re.sub(r"<[^>]+>", " ", svg)
        assert {*re.findall(r'data-fact="([^"]+)"', svg)} >= {"path-x/step-2/leave"}


@pytest.mark.skipif(sys.platform == "win32", reason="names there have no such signs")
def test_hostile_names_are_shown_and_obeyed_in_nothing(tmp_path: Path) -> None:
    """Of the file, and of steps in it: markup, controls, commands of logs, formulas, turned words."""
    evil = "\x1b[2J<script>alert(1)</script>::set-output x::y|*b*\u202e&"
    graph = graph_of(path_of([0, 0], ()))
    lines = ["case,step,time", *(f"{n},step-{s},2026-01-01" for n in range(6) for s in (0, 1))]
    lines += [f'{n},"{name}",2026-01-02' for n in range(6) for name in (evil, "=1+1")]
    found = lg.observe(graph, "path-x", written(tmp_path, lines, f"{evil.replace('/', '')}.csv"))
    told_in = {name: form.render(graph, found) for name, form in lg.OBSERVED_FORMS.items()}
    for text in (*told_in.values(), *lg.draw_observed(graph, found).sheets):
        assert not {"\x1b", "\u202e"} & set(text)
    for text in (told_in["html"], told_in["md"], lg.draw_observed(graph, found).svg):
        assert not re.search(r"(?<!\\)<script", text)
    assert "::set-output" not in told_in["text"]
    assert "'=1+1" in told_in["csv"]
    assert json.loads(told_in["json"])["unknown_names"][1]["name"] == "=1+1"
    ET.fromstring(lg.draw_observed(graph, found).svg)


def test_the_page_holds_its_picture(tmp_path: Path) -> None:
    """So it can be sent alone; of a log of which nothing is told there is none."""
    graph, found = observed(tmp_path, {"0 1 3": 10, "0 2": 6})
    page = lg.OBSERVED_FORMS["html"].render(graph, found)
    (picture,) = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', page)
    assert b64decode(picture).decode() == lg.draw_observed(graph, found).svg
    graph, found = observed(tmp_path, {"0 1 3": 4})
    assert "<img" not in lg.OBSERVED_FORMS["html"].render(graph, found)


def test_no_way_that_is_not_planned_makes_a_choice_of_a_step(tmp_path: Path) -> None:
    graph = graph_of(path_of([0] * 4, ()))
    found = lg.observe(graph, "path-x", log_of(tmp_path, {"0 1 2 3": 9, "0 2 3": 8}))
    svg = lg.draw_observed(graph, found).svg
    assert 'data-role="choice"' not in svg
    assert 'data-role="split"' not in svg


def test_a_drawing_of_many_ways_says_how_many_it_leaves_out(tmp_path: Path) -> None:
    graph = graph_of(path_of([0] * 5, ()))
    pairs = [f"{a} {b}" for a in range(5) for b in range(5) if b not in {a, a + 1}]
    found = lg.observe(graph, "path-x", log_of(tmp_path, dict.fromkeys(pairs, 5)))
    shape = lg.draw_observed(graph, found).shape
    assert isinstance(shape, Grid)
    assert sum(one.line == "unplanned" for one in shape.links) == MOST
    assert [one.words.words for one in shape.notes] == [
        "10 more ways that are not planned are in the table of the observation."
    ]


def test_hidden_numbers_are_hidden_in_the_drawing_too(
    example: tuple[lg.ServiceGraph, lg.Observed],
) -> None:
    graph, found = example
    drawing = lg.draw_observed(graph, found, lang="en")
    words = {one.fact.id: one.fact.words.words for one in told(drawing.shape)}
    assert words["path-hold/search-and-reserve/leave"] == "fewer than 5 leave here"
    assert words["path-hold/transport/leave"] == "some leave here, number not shown"
    assert words["path-hold/most-leave"] == "at step 4: 12"
    assert words["path-hold/pick-from-shelf/seen"] == "the log does not name it"
    assert words["path-hold/hidden"].startswith("Numbers under five")


MODEL = """- id: path-x
  name: {en: X, sv: Ex}
  steps:
"""
STEP = (
    "    - {{id: step-{n}, action: {{en: does {n}}}, actor: {{kind: customer}}, lane: customer}}\n"
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of a path of five steps, and a log of every way that it does not plan."""
    model = tmp_path_factory.mktemp("small")
    settings = "as_of: 2026-08-22\nlanguages: {required: [en, sv]}\n"
    (model / "model.yaml").write_text(settings, "utf-8")
    steps = "".join(STEP.format(n=n) for n in range(5))
    (model / "path.yaml").write_text(MODEL + steps, "utf-8")
    pairs = [f"{a} {b}" for a in range(5) for b in range(5) if b != a + 1]
    log_of(model, dict.fromkeys(pairs, 5))
    return model


@pytest.mark.parametrize("form", [form for form in lg.OBSERVED_FORMS if form != "text"])
def test_the_command_line_prints_what_python_gives(small: Path, form: str, tmp_path: Path) -> None:
    rendered, log = lg.OBSERVED_FORMS[form], small / "log.csv"
    graph = lg.load(small)
    text = rendered.opening + rendered.render(graph, lg.observe(graph, "path-x", log), "sv")
    words = ("observed", small, "path-x", log, "--lang", "sv")
    assert lumme(*words, "--format", form).out == text
    file = tmp_path / f"o.{rendered.suffix}"
    done = lumme(*words, "-o", file)
    assert (done.code, done.out, done.err) == (0, "", f"{file}\n")
    assert file.read_text("utf-8") == text


def test_the_command_line_in_short_and_whole(small: Path) -> None:
    log = small / "log.csv"
    short, whole = (lumme("observed", small, "path-x", log, *more) for more in ((), ("--details",)))
    assert (short.code, whole.code) == (0, 0)
    assert "9 more ways that are not planned; --details shows them." in short.out
    assert (short.out.count(" → "), whole.out.count(" → ")) == (16, 25)
    narrow = lumme("observed", small, "path-x", log, columns=60)
    assert max(map(len, narrow.out.split("\n"))) <= 60


@pytest.mark.parametrize("name", ["o.svg", "o.png", "o.pdf"])
def test_a_drawing_at_the_command_line(small: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    done = lumme("observed", small, "path-x", small / "log.csv", "-o", file, "--lang", "sv")
    assert (done.code, done.err) == (0, f"{file}\n")
    assert file.stat().st_size > 5_000


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("path-xx", "log.csv"), "lumme: there is no path-xx in the model; did you mean path-x?"),
        (("path-x", "none.csv"), "lumme: none.csv: no such file or directory"),
        (
            ("path-x", "log.csv", "--case", "cases"),
            "there is no column cases for the case; did you",
        ),
        (("path-x", "log.csv", "--format", "svg"), "a drawing goes into a file: name it"),
        (("path-x", "log.csv", "-o", "x.doc"), "x.doc: say the format, or end the name in .txt"),
        (("path-x", "model.yaml"), "model.yaml:1: the first row has"),
        (("path-x", "log.csv", "--format", "xml"), "'xml' is not one of 'text', 'json', 'csv'"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(small: Path, words: tuple[str, ...], said: str) -> None:
    done = lumme("observed", ".", *words, cwd=small)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err


def rows_for(cases: int, did: tuple[tuple[str, str], ...]) -> list[str]:
    return [f"c{n},{step},{when}" for n in range(cases) for step, when in did]


def test_a_step_that_the_log_does_not_name_is_empty_and_not_nothing_at_all(tmp_path: Path) -> None:
    graph, found = observed(tmp_path, {"0 1 3": 10})
    rows = list(csv.DictReader(io.StringIO(lg.OBSERVED_FORMS["csv"].render(graph, found))))
    counts = ("in_log", "cases", "began", "ended", "skipped", "repeated")
    steps = {row["step"]: [row[what] for what in counts] for row in rows if row["part"] == "step"}
    assert steps["step-2"] == ["no", "", "", "", "", ""]
    assert steps["step-1"] == ["yes", "10", "0", "0", "0", "0"]
    data = json.loads(lg.OBSERVED_FORMS["json"].render(graph, found))
    assert [data["steps"][2][what] for what in counts] == [False, None, None, None, None, None]
    assert next(row for row in found.records() if row["step"] == "step-2")["cases"] is None


def test_a_log_of_days_tells_no_seconds_and_no_longest_of_equals(tmp_path: Path) -> None:
    graph = graph_of(path_of([0, 1, 2, 0], CHOICE))
    day = (("step-0", "2026-03-02"), ("step-1", "2026-03-02"), ("step-3", "2026-03-02"))
    log = written(tmp_path, ["case,step,time", *rows_for(6, day)])
    found = lg.observe(graph, "path-x", log)
    assert found.longest_wait is None
    for form, render in lg.OBSERVED_FORMS.items():
        text = render.render(graph, found)
        assert "longest" not in text
        assert "0 seconds" not in text
        assert ("the same day" in text) is (form in {"text", "md", "html"})
    later = (*day[:2], ("step-3", "2026-03-04"))
    found = lg.observe(graph, "path-x", written(tmp_path, ["case,step,time", *rows_for(6, later)]))
    assert found.longest_wait
    assert (found.longest_wait.source, found.longest_wait.target) == ("step-1", "step-3")


def test_nothing_waits_longest_where_all_wait_alike(tmp_path: Path) -> None:
    _, found = observed(tmp_path, {"0 1 3": 10})
    assert [one.wait.median.seconds for one in found.ways if one.wait] == [3600, 3600]
    assert found.longest_wait is None


def test_rows_that_are_there_twice_are_counted_once_and_told_of(tmp_path: Path) -> None:
    graph, found = observed(tmp_path, {"0 1 3": 10, "0 2": 6})
    assert not found.has_copies
    lines = (tmp_path / "log.csv").read_text("utf-8").splitlines()
    twice = lg.observe(graph, "path-x", written(tmp_path, [*lines, *lines[1:]]))
    assert twice == replace(found, has_copies=True)
    said = "Some rows say the same case, step and time as another"
    for form in ("text", "md", "html"):
        assert said in lg.OBSERVED_FORMS[form].render(graph, twice)
        assert said not in lg.OBSERVED_FORMS[form].render(graph, found)
    assert json.loads(lg.OBSERVED_FORMS["json"].render(graph, twice))["copied_rows"] is True


def test_a_step_done_again_at_another_moment_is_no_copy(tmp_path: Path) -> None:
    _, found = observed(tmp_path, {"0 1 1 3": 10})
    assert not found.has_copies
    assert found.step("step-1").repeated == 10


def test_of_days_a_row_that_is_there_twice_is_a_repeat_and_the_notes_say_so(tmp_path: Path) -> None:
    graph = graph_of(path_of([0, 1, 2, 0], CHOICE))
    rows = rows_for(6, (("step-0", "2026-03-02"), ("step-1", "2026-03-02")))
    found = lg.observe(graph, "path-x", written(tmp_path, ["case,step,time", *rows, *rows]))
    assert not found.has_copies
    assert found.step("step-1").repeated == 6
    assert "twice counts as a repeat" in lg.OBSERVED_FORMS["text"].render(graph, found)
