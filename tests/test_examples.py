"""The examples run as another project would run them, and say what they should."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader
from snippets import notebook

import lumme_graph as lg

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))


def run(name: str, *words: str | Path) -> list[str]:
    command = [sys.executable, ROOT / "examples" / f"{name}.py", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_there_are_at_least_five_and_all_are_tested() -> None:
    tested = {"drawings", "coverage_report", "rdf_export", "graph_question"}
    tested |= {"model_in_python", "who_offers", "observed_journeys", "from_directory"}
    tested |= {"data_frames", "edit_model", "own_checks", "own_question", "errors_apart"}
    tested |= {"own_theme"}
    assert {path.stem for path in EXAMPLES} == tested


def test_drawings(tmp_path: Path) -> None:
    """One drawing of each kind, on as many sheets as it takes; the PDF has a bookmark for each."""
    lines = run("drawings", tmp_path)
    assert {re.sub(r"\.fi(-\d)?\.svg$", "", line) for line in lines} == {
        "journey-path-ill",
        "blueprint-path-hold",
        "path-hold",
        "profile-cards",
        "touchpoint-web-library",
        "promise-lumme",
        "coverage",
        "adoption",
        "network",
        "chain",
        "calendar",
    }
    assert {path.name for path in tmp_path.iterdir()} == {*lines, "wall.pdf"}
    pdf = PdfReader(tmp_path / "wall.pdf")
    assert (len(pdf.pages), len(pdf.outline)) == (len(lines), 11)


def test_coverage_report() -> None:
    lines = run("coverage_report")
    assert lines[0] == "Done: 420/888 = 47.3 %"
    assert len(lines) == 1 + 12 + 3
    assert any(line.startswith("organisation-varkaus") for line in lines)


def test_rdf_export(tmp_path: Path) -> None:
    lines = run("rdf_export", tmp_path / "lumme.ttl")
    assert lines[1] == "services with a channel: 14 of 15"
    assert (tmp_path / "lumme.ttl").read_text(encoding="utf-8").startswith("@prefix")


def test_graph_question() -> None:
    lines = run("graph_question")
    assert [line for line in lines if line.startswith("lowest")] == [
        "lowest: path-fee/renewal-fails at Lumme web library (lumme.finna.fi)",
        "lowest: path-ill/not-shown-online at Lumme web library (lumme.finna.fi)",
        "lowest: path-selfservice/miss-printing at Customer PC and Wi-Fi",
    ]


def test_model_in_python(tmp_path: Path) -> None:
    lines = run("model_in_python", tmp_path)
    assert lines[-1] == "Night reader"
    assert (tmp_path / "first-loan.svg").exists()
    saved = lg.load(tmp_path / "model")
    assert [element.id for element in saved] == [
        "touchpoint-desk",
        "service-loan",
        "profile-night",
        "path-first-loan",
    ]


@pytest.mark.parametrize(
    ("library", "answer"),
    [
        ("Mikkeli Regional Library", "no"),
        ("Savonlinna City Library", "yes"),
        ("Juva Library", "not known"),
    ],
)
def test_who_offers(library: str, answer: str) -> None:
    lines = run("who_offers", "service-bookbus")
    assert lines[0] == "Mobile library, 2026-08-22"
    assert f"{library:28} {answer}" in lines


def test_observed_journeys() -> None:
    """74 invented reservations, counted in the file; of 23 who leave three do so at once."""
    lines = run("observed_journeys")
    assert lines[0] == "cases 74, finished 51, left 23"
    assert lines[1].split() == ["1", "search-and-reserve", "74", "leave", "fewer-than-5"]
    assert lines[3].split() == ["3", "transport", "not-shown", "leave", "not-shown"]
    assert lines[4].split() == ["4", "pick-up-notice", "63", "leave", "12"]
    assert lines[-1].startswith("longest wait: borrow to return, median 12 days")


def test_from_directory(tmp_path: Path) -> None:
    lines = run("from_directory", tmp_path / "mine")
    assert lines[:2] == [
        "not taken: library.services.forLoan, 55 times",
        "not taken: library.services.type, 55 times",
    ]
    assert "changed: branch-ahjon-kirjasto name.fi" in lines
    assert lines[-1] == "last seen on 2026-09-01: branch-kuusikon-kirjasto"
    assert len(lines) == 3 + 13 + 1


def test_data_frames() -> None:
    """Fifteen services at twelve libraries; the gaps are those of the coverage report."""
    pytest.importorskip("pandas", reason="data frames need the extra docs")
    lines = run("data_frames")
    known = [int(number) for number in re.findall(r"\d+", lines[0])]
    assert lines[0].startswith("yes ")
    assert sum(known) == 15 * 12
    gaps = [int(line.split()[-1]) for line in lines[2:]]
    assert sum(gaps) == 888 - 420


def test_edit_model(tmp_path: Path) -> None:
    """The name and the id change in the files, and what is refused changes nothing."""
    lines = run("edit_model", tmp_path / "new")
    assert "changed service-loan name.en" in lines
    assert "coverage: 66/66 = 100.0 % -> 60/66 = 90.9 %" in lines  # three libraries, two languages
    assert [line for line in lines if line.startswith("refused: ")]
    model = lg.load(tmp_path / "new")
    assert model[lg.Service, "service-loan"].name["en"] == "Lending"
    assert model[lg.Touchpoint, "touchpoint-counter"].channel is lg.ChannelType.SERVICE_LOCATION
    assert "touchpoint-desk" not in model


def test_own_checks() -> None:
    """No path of the model has more than eight steps; a service without a cost is told at its line."""
    lines = run("own_checks")
    free = [one for one in lg.load(ROOT / "models" / "lumme").all(lg.Service) if not one.cost]
    assert len(lines) == len(free) > 0
    assert all(
        re.match(r"offer/services\.yaml:\d+:3: info NET002 nobody says", line) for line in lines
    )


def test_own_question() -> None:
    """The paths of the model with more than five steps, each with its first touchpoint."""
    lines = run("own_question")
    paths = lg.load(ROOT / "models" / "lumme").all(lg.Path)
    many = [one for one in paths if len(one.steps) > 5]
    assert f"{len(many)} paths have more than 5 steps." in lines
    assert lines[-1] == f"of {len(paths)} paths"


def test_own_code_of_the_examples_runs_beside_a_model(tmp_path: Path) -> None:
    files = new_files(tmp_path / "mine")
    for name in ("own_checks", "own_question"):
        files[f"{name}.py"] = (ROOT / "examples" / f"{name}.py").read_text("utf-8")
    files["model.yaml"] += "checks: own_checks:OWN\nquestions: own_question\n"
    graph = lg.load(files, trust=True)
    assert {one.code for one in lg.check(graph) if one.code.startswith("NET")} == {"NET002"}
    assert lg.ask(graph, "long-paths").total("all paths") == len(graph.all(lg.Path))


def new_files(folder: Path) -> dict[str, str]:
    lg.new(folder)
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file() and not path.is_relative_to(folder / ".lumme")
    }


def test_own_theme(tmp_path: Path) -> None:
    lines = run("own_theme", tmp_path)
    assert lines[:2] == ["path.svg", "logo.svg"]
    assert lines[2].endswith("the nearest that can be read is #8d7400")
    assert "<image" in (tmp_path / "path.svg").read_text(encoding="utf-8")


def test_errors_apart(tmp_path: Path) -> None:
    (tmp_path / "wrong").mkdir()
    (tmp_path / "wrong" / "a.yaml").write_text("- {id: need-x, nam: {en: X}}\n", encoding="utf-8")
    lg.new(tmp_path / "other", libraries=["Aber"], languages=["en"])
    lg.edit(tmp_path / "other").rename("service-loan", "service-loans")
    lines = run("errors_apart", ROOT / "models" / "lumme", tmp_path / "wrong", tmp_path / "other")
    assert lines[0].endswith("lumme: Borrowing and returning")
    assert ": LG0" in lines[1]
    assert lines[2].endswith("there is no service-loan in the model; did you mean service-loans?")


def test_the_notebook_runs_from_the_first_cell_to_the_last() -> None:
    """The last cell shows a picture; the worst feeling of the example is at its first place."""
    known: dict[str, object] = {}
    *cells, last = notebook(ROOT / "examples" / "notebook.ipynb")
    for cell in cells:
        exec(compile(cell, "notebook", "exec"), known)  # noqa: S102 - that is the test
    drawing = eval(last, known)  # noqa: S307 - that is the test
    assert isinstance(drawing, lg.Drawing)
    assert "<svg " in drawing.svg
    assert len(cells) == 3
