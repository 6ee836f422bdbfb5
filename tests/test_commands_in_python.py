"""Each command is one call of Python: both print the same, and leave the same files."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from running import lumme

import lumme_graph as lg
from lumme_graph.cli import command_line

DESK = "touchpoint-desk"
LOG = "case,step,time\n" + "".join(
    f"{case},{step},2026-01-0{day}\n"
    for case in range(6)
    for day, step in ((1, "ask"), (2, "lend"))
)

OURS = """
import lumme_graph as lg

@lg.own_check("KY001", "{id} is a desk", "rename it")
def no_desks(day):
    for desk in day.graph.all(lg.Touchpoint):
        yield lg.Hit(desk, id=desk.id)

@lg.own_question("Which desks are there?")
def desks(day):
    return lg.answer(day, {"desk": day.all(lg.Touchpoint)}, "So many: {of}.")
"""


class Twin(NamedTuple):
    """A command, and what says the same in Python; it returns what the command prints."""

    words: tuple[str, ...]
    call: Callable[[], object]
    before: Callable[[], object] | None = None
    """What is there before, in both folders."""


def model() -> lg.ServiceGraph:
    return lg.load("m")


def trusted() -> lg.ServiceGraph:
    return lg.load("m", trust=True)


def own_code() -> None:
    Path("m", "ours.py").write_text(OURS, "utf-8")
    with Path("m", "model.yaml").open("a", encoding="utf-8") as file:
        file.write("checks: ours\nquestions: ours\n")


def build() -> None:
    lg.build(model(), "en", out=Path("site")).write(Path("site"))


def guide() -> None:
    lg.build(model(), "en", editions=["customer"], out=Path("site")).write(Path("site"))


def check() -> str:
    return lg.FINDING_FORMS["json"].render(model(), lg.check(model(), ignore="LG402"), "en")


def query() -> str:
    return lg.QUERY_FORMS["json"].render(lg.query(model(), "SELECT ?s { ?s a lg:Service }"), "en")


def coverage() -> str:
    options = lg.CoverageOptions(least="10", baseline=Path("known.json"), accept="as found")
    return lg.COVERAGE_FORMS["json"].render(lg.assess_with(model(), options), "en")


def tag() -> None:
    lg.edit("m").set("service-loan", "tags", ["pilot"])


def coverage_of_tagged() -> str:
    options = lg.CoverageOptions(tag="pilot")
    return lg.COVERAGE_FORMS["json"].render(lg.assess_with(model(), options), "en")


def review() -> None:
    lg.accept_reviews(model(), ["section-loans"])


def observed() -> str:
    found = lg.observe(model(), "path-loan", "log.csv")
    return lg.OBSERVED_FORMS["json"].render(model(), found, "en")


def sheet() -> None:
    lg.write_book(model(), "book.xlsx", findings=lg.check(model()))


def other() -> None:
    shutil.copytree("m", "m2")
    lg.edit("m2").set("service-loan", "name.en", "Lending")


def merged() -> None:
    for name, first, second in (("base", "A", "B"), ("ours", "AA", "B"), ("theirs", "A", "BB")):
        text = (
            f"- {{id: need-a, name: {{en: {first}}}}}\n\n- {{id: need-b, name: {{en: {second}}}}}\n"
        )
        Path(f"{name}.yaml").write_text(text, "utf-8")


def rename() -> None:
    lg.edit("m").rename("path-loan", "path-borrow")
    lg.renew_schema(Path("m"))


TWINS: dict[str, list[Twin]] = {
    "build": [Twin(("m", "-o", "site"), build)],
    "guide": [Twin(("m", "-o", "site", "--edition", "customer"), guide)],
    "report": [
        Twin(("m", "-o", "r.docx"), lambda: lg.report(model(), lang="en").save("r.docx")),
    ],
    "new": [
        Twin(("n",), lambda: lg.new(Path("n"))),
        Twin(
            ("n", "--name", "Lakes", "--languages", "en", "--libraries", "North,South"),
            lambda: lg.new(Path("n"), name="Lakes", languages=["en"], libraries=["North", "South"]),
        ),
    ],
    "check": [
        Twin(("m", "--format", "json", "--ignore", "LG402"), check),
        Twin(
            ("m", "--format", "json", "--tag", "pilot"),
            lambda: lg.FINDING_FORMS["json"].render(model(), lg.check(model(), tag="pilot"), "en"),
            tag,
        ),
        Twin(
            ("m", "--format", "json", "--trust"),
            lambda: lg.FINDING_FORMS["json"].render(trusted(), lg.check(trusted()), "en"),
            own_code,
        ),
    ],
    "ask": [
        Twin(
            ("m", "desks", "--trust", "--format", "json"),
            lambda: lg.ANSWER_FORMS["json"].render(trusted(), lg.ask(trusted(), "desks"), "en"),
            own_code,
        ),
        Twin(
            ("m", "--trust", "--format", "json"),
            lambda: lg.QUESTION_FORMS["json"].render(lg.questions_of(trusted()), lg.QUERIES, "en"),
            own_code,
        ),
        Twin(
            ("m", "personal-data", "--format", "csv"),
            lambda: (
                lg.ANSWER_FORMS["csv"].opening
                + lg.ANSWER_FORMS["csv"].render(model(), lg.ask(model(), "personal-data"), "en")
            ),
        ),
        Twin(
            ("m", "--format", "json"),
            lambda: lg.QUESTION_FORMS["json"].render(lg.QUESTIONS, lg.QUERIES, "en"),
        ),
    ],
    "query": [
        Twin(("m", "SELECT ?s { ?s a lg:Service }", "--format", "json"), query),
        Twin(("m",), lg.queries_text),
    ],
    "coverage": [
        Twin(
            (
                "m",
                "--min",
                "10",
                "--baseline",
                "known.json",
                "--accept-new",
                "as found",
                "--format",
                "json",
            ),
            coverage,
        ),
        Twin(("m", "--tag", "pilot", "--format", "json"), coverage_of_tagged, tag),
    ],
    "review": [
        Twin(("m", "--accept", "section-loans"), review),
        Twin(
            ("m", "--impact", DESK),
            lambda: (
                lg.table_text(lg.impact_table(lg.impact(model(), DESK), model().speaker("en")))
                + "\n"
            ),
        ),
    ],
    "explain": [
        Twin(("LG601",), lambda: lg.explain("LG601")),
        Twin(("KY001", "m", "--trust"), lambda: lg.explain("KY001", graph=trusted()), own_code),
    ],
    "draw": [
        Twin(
            ("m", "--all", "-o", "drawn"),
            lambda: lg.save_drawings(lg.draw_all(model(), lang="en"), Path("drawn")),
        ),
        Twin(
            ("m", "--all", "--tag", "pilot", "-o", "drawn"),
            lambda: lg.save_drawings(
                lg.draw_all(model(), lang="en", only=lg.Only(tag="pilot")), Path("drawn")
            ),
            tag,
        ),
        Twin(
            ("m", "--kind", "path", "--blank", "-o", "drawn"),
            lambda: lg.save_drawings(
                [lg.draw_blank(model(), "path", lang="en", sheet="web")], Path("drawn")
            ),
        ),
    ],
    "observed": [
        Twin(
            ("m", "path-loan", "log.csv", "--format", "json"),
            observed,
            lambda: Path("log.csv").write_text(LOG, "utf-8"),
        ),
    ],
    "workshop": [
        Twin(
            ("m", "--kind", "journey", "-o", "wall"),
            lambda: lg.save_drawings(
                lg.workshop_sheets(model(), "journey", lang="en"), Path("wall")
            ),
        ),
    ],
    "export": [
        Twin(("m", "-o", "m.ttl"), lambda: lg.export(model(), "m.ttl")),
        Twin(
            ("m", "-o", "m.ttl", "--only", "path-loan"),
            lambda: lg.export(model().subset("path-loan").graph, "m.ttl"),
        ),
        Twin(
            ("m", "-o", "m.ttl", "--tag", "pilot"),
            lambda: lg.export(model().subset(tag="pilot").graph, "m.ttl"),
            tag,
        ),
    ],
    "import": [
        Twin(
            ("m.ttl", "-o", "back"),
            lambda: lg.import_rdf("m.ttl").save(Path("back")),
            lambda: lg.export(model(), "m.ttl"),
        ),
    ],
    "sheet": [
        Twin(("out", "m", "book.xlsx"), sheet),
        Twin(
            ("out", "m", "paths.xlsx", "--kind", "journey"),
            lambda: lg.write_journeys(model(), "paths.xlsx", findings=lg.check(model())),
        ),
        Twin(("in", "m", "book.xlsx"), partial(lg.take_book, "m", "book.xlsx"), sheet),
    ],
    "diff": [
        Twin(
            ("m", "m2"),
            lambda: lg.DIFF_FORMS["text"].render(lg.diff(model(), lg.load("m2")), "en"),
            other,
        )
    ],
    "merge": [
        Twin(
            ("base.yaml", "ours.yaml", "theirs.yaml"),
            lambda: lg.merge_file(Path("base.yaml"), Path("ours.yaml"), Path("theirs.yaml")),
            merged,
        )
    ],
    "where-used": [
        Twin(("m", DESK, "--format", "json"), lambda: lg.USE_FORMS["json"].render(model(), DESK)),
    ],
    "rename": [Twin(("m", "path-loan", "path-borrow"), rename)],
    "translate": [Twin(("cy", "m"), lambda: lg.translate(Path("m"), "cy"))],
    "schema": [
        Twin(("m",), lambda: lg.SCHEMA_FORMS["jsonschema"].render(model())),
        Twin(("--format", "md", "-o", "pages"), lambda: lg.write_reference("pages")),
    ],
}

ELSEWHERE = {
    "serve": (lg.preview, "test_serve_process.py"),
    "push": (lg.push, "test_rdf_push.py"),
    "update": (lg.update, "test_exchange_update.py"),
}
"""What needs a server or two downloads: the function, and where it and the command are tried."""


SLOW = {("build", "m"), ("report", "m"), ("sheet", "in"), ("schema", "--format")}
"""What takes more than a second, and has tests of its own."""


def test_every_command_is_held_against_its_function() -> None:
    commands = {
        one.name or (one.callback.__name__ if one.callback else "")
        for one in command_line().registered_commands
    }
    assert {*TWINS, *ELSEWHERE} == commands


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("begun") / "m"
    lg.new(folder, name="Lakes", languages=["en"], libraries=["North"])
    return folder


@pytest.mark.parametrize(
    ("command", "twin"),
    [
        pytest.param(
            name,
            twin,
            id=" ".join((name, *twin.words)),
            marks=[pytest.mark.long] if (name, twin.words[0]) in SLOW else [],
        )
        for name, of in TWINS.items()
        for twin in of
    ],
)
def test_a_command_and_its_function_do_the_same(
    command: str, twin: Twin, begun: Path, tmp_path: Path
) -> None:
    left, right = tmp_path / "left", tmp_path / "right"
    for folder in (left, right):
        shutil.copytree(begun, folder / "m")
        with contextlib.chdir(folder):
            if twin.before:
                twin.before()
    told = lumme(command, *twin.words, cwd=left)
    with contextlib.chdir(right):
        made = twin.call()
    assert told.code in {0, 1}, told.err
    if isinstance(made, str):
        assert made == told.out
    assert written(left) == written(right)
    if not isinstance(made, str) and command != "sheet":
        assert written(left) != {f"m/{name}": data for name, data in written(begun).items()}


def written(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
