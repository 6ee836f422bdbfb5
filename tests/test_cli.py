"""The command line as people and programs meet it, in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pyoxigraph
import pytest
from running import Run, lumme

ROOT = Path(__file__).parents[1]
WORKED = ROOT / "tests" / "models" / "worked"
SVG = "{http://www.w3.org/2000/svg}"


SETTINGS = "name: {en: Lake libraries, fi: Järvikirjastot}\nlanguages: {required: [en, fi]}\nas_of: 2026-08-22\n"

DESK = """\
- id: touchpoint-desk
  name: {en: Service desk, fi: Palvelupiste}
  channel: service-location
  standing: illustrative
"""

LOAN = """\
- id: path-loan
  name: {en: Borrowing, fi: Lainaaminen}
  service: service-loan
  standing: illustrative
  steps:
    - id: ask
      action: {en: asks for a book, fi: pyytää kirjaa}
      actor: {kind: customer}
      lane: customer
      touchpoint: touchpoint-desk

- id: service-loan
  name: {en: Loans, fi: Lainaus}
  touchpoints: [touchpoint-desk]
  standing: illustrative
"""

FLAWED = """\
# A desk that no path leads to, and a service with a misspelt touchpoint.
- id: touchpoint-desk
  name: {en: Service desk, fi: Palvelupiste}
  channel: service-location
  standing: illustrative

- id: service-loan
  name: {en: Loans, fi: Lainaus}
  touchpoints: [touchpoint-desk, touchpoint-dekc]
  standing: illustrative

- id: path-loan
  name: {en: Borrowing, fi: Lainaaminen}
  service: service-loan
  standing: illustrative
"""

Write = Callable[..., Path]


@pytest.fixture
def model(tmp_path: Path) -> Write:
    """Writes a model's folder `lake` into the test's own folder."""

    def write(**files: str | bytes) -> Path:
        folder = tmp_path / "lake"
        folder.mkdir(exist_ok=True)
        for name, content in {"model": SETTINGS, **files}.items():
            data = content.encode() if isinstance(content, str) else content
            (folder / f"{name}.yaml").write_bytes(data)
        return tmp_path

    return write


def tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


# Help.


def test_help_lists_every_command(tmp_path: Path) -> None:
    shown = lumme("--help", cwd=tmp_path)
    assert (shown.code, shown.err) == (0, "")
    listed = [line.split()[0] for line in shown.out.partition("Commands:\n")[2].splitlines()]
    assert listed == [
        "build",
        "guide",
        "report",
        "serve",
        "new",
        "check",
        "ask",
        "query",
        "coverage",
        "review",
        "explain",
        "draw",
        "observed",
        "workshop",
        "export",
        "import",
        "update",
        "sheet",
        "push",
        "diff",
        "merge",
        "where-used",
        "rename",
        "translate",
        "schema",
    ]
    assert lumme("-h", cwd=tmp_path) == shown


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("build", "--out --lang --as-of --quiet"),
        ("check", "--format --select --ignore --strict --lang --as-of"),
        ("coverage", "--by --endpoint --base --format --lang --as-of"),
        ("query", "MODEL QUERY --format --out --show --lang --as-of"),
        ("draw", "--all --kind --sheet --format --lang --as-of --quiet"),
        ("export", "--out --format --private --graphs --quiet"),
        ("push", "--endpoint --since --private --dry-run --timeout --quiet"),
        ("diff", "OLD NEW --format --out --private --quiet"),
        ("explain", "--lang"),
        ("import", "--out --format --model --lang --quiet"),
        ("serve", "--host --port --open --poll --lang --as-of --quiet"),
        ("translate", "TAG --quiet"),
    ],
)
def test_every_command_explains_its_words(tmp_path: Path, command: str, words: str) -> None:
    shown = lumme(command, "--help", cwd=tmp_path)
    assert (shown.code, shown.err) == (0, "")
    assert all(word in shown.out for word in words.split())
    assert "MODEL" in shown.out or command in {"diff", "explain", "import"}


def test_the_version(tmp_path: Path) -> None:
    assert lumme("--version", cwd=tmp_path) == Run("lumme 0.1.0\n", "", 0)


# check


def test_check_says_place_mark_hint_and_sum(model: Write) -> None:
    assert lumme("check", "lake", cwd=model(offer=FLAWED)) == Run(
        """\
lake/offer.yaml:2:3: LG604 warning: touchpoint “Service desk” is on no path
    2 | - id: touchpoint-desk
          ^^^^^^^^^^^^^^^^^^^
  → use it in a step, or ask whether it is needed

lake/offer.yaml:9:34: LG101 error: touchpoints: there is no touchpoint-dekc in the model
    9 |   touchpoints: [touchpoint-desk, touchpoint-dekc]
                                         ^^^^^^^^^^^^^^^^
  → did you mean touchpoint-desk?

1 error, 1 warning.
What a code means: lumme explain LG101
""",
        "",
        1,
    )


def test_check_speaks_finnish(model: Write) -> None:
    assert lumme("check", "lake", "--lang", "fi", cwd=model(offer=FLAWED)) == Run(
        """\
lake/offer.yaml:2:3: LG604 varoitus: kosketuspiste ”Palvelupiste” ei ole millään polulla
    2 | - id: touchpoint-desk
          ^^^^^^^^^^^^^^^^^^^
  → käytä sitä polun vaiheessa, tai kysy, tarvitaanko sitä

lake/offer.yaml:9:34: LG101 virhe: touchpoints: mallissa ei ole elementtiä touchpoint-dekc
    9 |   touchpoints: [touchpoint-desk, touchpoint-dekc]
                                         ^^^^^^^^^^^^^^^^
  → tarkoititko touchpoint-desk?

1 virhe, 1 varoitus.
Mitä koodi tarkoittaa: lumme explain LG101
""",
        "",
        1,
    )


def test_check_as_json(model: Write) -> None:
    shown = lumme("check", "lake", "--format", "json", cwd=model(offer=FLAWED))
    assert (shown.err, shown.code) == ("", 1)
    assert json.loads(shown.out) == {
        "statement": None,
        "findings": [
            {
                "code": "LG604",
                "name": "touchpoint-on-no-path",
                "severity": "warning",
                "message": "touchpoint “Service desk” is on no path",
                "hint": "use it in a step, or ask whether it is needed",
                "file": "lake/offer.yaml",
                "line": 2,
                "column": 3,
                "element": "touchpoint-desk",
                "standing": "illustrative",
            },
            {
                "code": "LG101",
                "name": "dangling-reference",
                "severity": "error",
                "message": "touchpoints: there is no touchpoint-dekc in the model",
                "hint": "did you mean touchpoint-desk?",
                "file": "lake/offer.yaml",
                "line": 9,
                "column": 34,
                "element": "service-loan",
                "standing": "illustrative",
            },
        ],
        "summary": {"error": 1, "warning": 1, "info": 0},
    }


def test_a_sound_model_has_nothing_to_report(model: Write) -> None:
    folder = model(offer=DESK + LOAN)
    assert lumme("check", "lake", cwd=folder) == Run("Nothing to report.\n", "", 0)
    assert lumme("check", "lake", "--strict", "--lang", "fi", cwd=folder) == Run(
        "Ei huomautettavaa.\n", "", 0
    )


@pytest.mark.parametrize(
    ("words", "codes", "code"),
    [
        (["--ignore", "LG1"], ["LG604"], 0),
        (["--ignore", "LG1", "--strict"], ["LG604"], 1),
        (["--ignore", "lg1,LG6", "--strict"], [], 0),
        (["--ignore", "LG1", "--ignore", "LG604"], [], 0),
        (["--select", "LG6,LG402"], ["LG604"], 0),
        (["--select", "LG604", "--strict"], ["LG604"], 1),
        (["--select", "LG", "--ignore", "LG604"], ["LG101"], 1),
        (["--select", "LG3"], [], 0),
    ],
)
def test_select_and_ignore_take_codes_and_their_beginnings(
    model: Write, words: list[str], codes: list[str], code: int
) -> None:
    shown = lumme("check", "lake", "--format", "json", *words, cwd=model(offer=FLAWED))
    assert [finding["code"] for finding in json.loads(shown.out)["findings"]] == codes
    assert shown.code == code


def test_notes_are_counted_and_shown_when_they_are_selected(model: Write) -> None:
    guide = (
        "- id: section-desk\n  name: {en: Desk, fi: Palvelupiste}\n  status: planned\n"
        "  covers: [{item: role-a}]\n  owner: role-a\n  standing: illustrative\n"
        "- id: role-a\n  name: {en: Editor, fi: Toimittaja}\n  standing: illustrative\n"
    )
    folder = model(guide=guide)
    shown = lumme("check", "lake", "--ignore", "LG214", cwd=folder)
    assert shown == Run(
        "Nothing to report.\n1 note is not shown (LG213); --select LG213 shows it.\n", "", 0
    )
    chosen = lumme("check", "lake", "--select", "LG213", "--strict", cwd=folder)
    assert "LG213 info: section “Desk” covers role-a" in chosen.out
    assert chosen.code == 0


def test_what_cannot_be_read_is_never_left_out(model: Write) -> None:
    folder = model(offer="- id: touchpoint-a\n  channel: phone\n")
    shown = lumme("check", "lake", "--select", "LG6", cwd=folder)
    assert "LG009" in shown.out
    assert shown.code == 2


def test_check_looks_at_another_day(model: Write) -> None:
    folder = model(offer=DESK + "  to: 2026-08-31\n")
    assert "LG604" in lumme("check", "lake", cwd=folder).out
    assert "LG604" in lumme("check", "lake", "--as-of", "2026-08-31", cwd=folder).out
    assert "LG604" not in lumme("check", "lake", "--as-of", "2026-09-01", cwd=folder).out


# coverage


def cells(text: str) -> list[list[str]]:
    """The words of each line of a table, two blanks apart."""
    lines = [line.strip() for line in text.splitlines()]
    return [[part.strip() for part in line.split("  ") if part.strip()] for line in lines if line]


def test_coverage_as_text(tmp_path: Path) -> None:
    shown = lumme("coverage", WORKED, cwd=tmp_path)
    assert (shown.err, shown.code) == ("", 0)
    table = cells(shown.out)
    assert ["Coverage of the guide on 22 August 2026"] in table
    for row in (
        ["Done", "39/54", "72.2%", "2"],
        ["With plans", "41/54", "75.9%", "2"],
        ["stale", "2"],
        ["unknown", "2"],
        ["exempt", "16"],
        ["services", "6/12", "50%", "2"],
        ["service paths", "8/8", "100%", "0"],
        ["B", "13/20", "65%", "0"],
        ["Finnish", "21/27", "77.8%", "1"],
        ["family", "21/24", "87.5%", "0"],
        ["home", "2/4", "50%", "2"],
        ["digi (I)", "service-digi", "planned", "fi", "A, B", "section-g4"],
        ["web (I)", "touchpoint-web", "untranslated", "en", "all 3", "section-g2"],
    ):
        assert row in table


@pytest.mark.parametrize(
    ("by", "rows"),
    [
        (
            "library",
            [
                ["A", "15/20", "75\u00a0%", "0"],
                ["B", "13/20", "65\u00a0%", "0"],
                ["C", "11/14", "78,6\u00a0%", "2"],
            ],
        ),
        (
            "language",
            [["suomi", "21/27", "77,8\u00a0%", "1"], ["englanti", "18/27", "66,7\u00a0%", "1"]],
        ),
        ("profile", [["family", "21/24", "87,5\u00a0%", "0"], ["home", "2/4", "50\u00a0%", "2"]]),
    ],
)
def test_coverage_by_one_thing(tmp_path: Path, by: str, rows: list[list[str]]) -> None:
    shown = lumme("coverage", WORKED, "--by", by, "--lang", "fi", cwd=tmp_path)
    assert shown.code == 0
    assert cells(shown.out)[3:] == rows


def test_coverage_as_json(tmp_path: Path) -> None:
    shown = lumme("coverage", WORKED, "--format", "json", cwd=tmp_path)
    assert (shown.err, shown.code) == ("", 0)
    data = json.loads(shown.out)
    assert data["done"] == {"n": 39, "d": 54}
    assert data["with_plans"] == {"n": 41, "d": 54}
    assert data["by"]["kind"]["service"] == {"n": 6, "d": 12, "unknown": 2}
    assert data["by"]["library"]["organisation-c"] == {"n": 11, "d": 14, "unknown": 2}
    assert data["by"]["language"] == {
        "fi": {"n": 21, "d": 27, "unknown": 1},
        "en": {"n": 18, "d": 27, "unknown": 1},
    }
    assert data["by"]["profile"]["profile-home"] == {"n": 2, "d": 4, "unknown": 2}
    assert len(data["cells"]) == 72
    assert {
        "item": "service-home",
        "library": "organisation-a",
        "language": "fi",
        "state": "stale",
        "sections": ["section-g3"],
    } in data["cells"]
    assert {"item": "touchpoint-web", "state": "partial", "standing": "illustrative"} in data[
        "items"
    ]
    assert len(data["items"]) == 12
    assert len(data["gaps"]) == 15
    assert all(gap in data["cells"] for gap in data["gaps"])


def test_coverage_of_nothing_is_not_a_number(model: Write) -> None:
    shown = lumme("coverage", "lake", cwd=model())
    assert shown.code == 0
    assert ["Done", "0/0", "n/a", "0"] in cells(shown.out)


# explain


def test_explain_shows_a_page_with_an_example(tmp_path: Path) -> None:
    shown = lumme("explain", "lg601", cwd=tmp_path)
    assert (shown.err, shown.code) == ("", 0)
    assert shown.out.startswith("# LG601 profile-without-path (warning)\n")
    for words in ("## Why it matters\n", "## Mend it\n", "- id: profile-youth # ← LG601\n"):
        assert words in shown.out
    assert lumme("explain", "profile-without-path", cwd=tmp_path) == shown


def test_explain_says_in_the_language_what_the_check_says(tmp_path: Path) -> None:
    shown = lumme("explain", "LG107", cwd=tmp_path)
    assert shown.out.startswith(
        "# LG107 language-tag-twice (error)\n\n"
        "Says: <one> and <other> are one language, spelt in two ways\nAdvises: keep one of the two\n"
    )
    finnish = lumme("explain", "LG107", "--lang", "fi", cwd=tmp_path)
    head, rest = finnish.out.split("\n\n", 1)[0], finnish.out.split("\n\n", 2)[2]
    assert head == "# LG107 language-tag-twice (virhe)"
    said = finnish.out.split("\n\n")[1].split("\n")
    assert [line.partition(":")[0] for line in said] == ["Sanoo", "Neuvoo"]
    assert "<one> ja <other>" in said[0]
    assert rest == shown.out.split("\n\n", 2)[2]
    assert finnish.err == "Merkitys, korjausohje ja esimerkki ovat englanniksi.\n"


def test_explain_refuses_a_language_that_it_has_no_words_in(tmp_path: Path) -> None:
    for words in (("LG601",), ()):
        run = lumme("explain", *words, "--lang", "xx", cwd=tmp_path)
        assert (run.out, run.code) == ("", 2)
        assert run.err == "lumme: there are no words in 'xx'; there are en, fi, sv\n"


def test_explain_lists_the_codes(tmp_path: Path) -> None:
    shown = lumme("explain", cwd=tmp_path)
    rows = [line.split() for line in shown.out.splitlines()]
    assert ["LG101", "error", "dangling-reference"] in rows
    assert ["LG402", "info", "unreviewed-link"] in rows
    assert rows == sorted(rows)


# draw, export, build


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.svg", b"<"),
        ("x.png", b"\x89PNG\r\n"),
        ("x.dot", b"digraph"),
        ("x.txt", b"Borrowing"),
        ("x.pdf", b"%PDF"),
    ],
)
def test_draw_to_a_file_of_each_format(model: Write, name: str, begins: bytes) -> None:
    folder = model(offer=DESK + LOAN)
    shown = lumme("draw", "lake", "path-loan", "-o", f"new/{name}", cwd=folder)
    assert shown == Run("", f"new/{name}\n", 0)
    assert (folder / "new" / name).read_bytes().startswith(begins)
    assert tree(folder / "new") == {name}


def test_draw_to_a_folder(model: Write) -> None:
    folder = model(
        offer=DESK + LOAN, other="- {id: path-a, name: {en: A, fi: A}, standing: illustrative}\n"
    )
    words = ("draw", "lake", "--all", "-o", "pictures", "--lang", "fi", "--quiet")
    assert lumme(*words, cwd=folder) == Run("", "", 0)
    assert tree(folder / "pictures") == {
        "journey-path-loan.fi.svg",
        "blueprint-path-loan.fi.svg",
        "path-loan.fi.svg",
        "touchpoint-desk.fi.svg",
    }
    root = ET.parse(folder / "pictures" / "path-loan.fi.svg").getroot()
    assert root.tag == f"{SVG}svg"
    assert "Lainaaminen" in "".join(root.itertext())


def test_draw_blank_sheets_for_a_workshop(model: Write) -> None:
    folder = model(offer=DESK + LOAN)
    words = ("draw", "lake", "--blank", "path-any", "--kind", "journey", "-o", "x.svg", "--quiet")
    assert lumme(*words, cwd=folder).code == 0
    assert ">Customer journey</title>" in (folder / "x.svg").read_text(encoding="utf-8")


def test_draw_on_a_sheet_in_a_format_that_is_named(model: Write) -> None:
    folder = model(offer=DESK + LOAN)
    words = ("draw", "lake", "path-loan", "-o", "out", "--format", "png", "--sheet", "a4")
    assert lumme(*words, cwd=folder).code == 0
    assert tree(folder / "out") == {"path-loan.en.png"}


def test_export_in_both_formats(model: Write) -> None:
    folder = model(offer=DESK + LOAN)
    assert lumme("export", "lake", "-o", "x.ttl", cwd=folder) == Run("", "x.ttl\n", 0)
    words = ("export", "lake", "--format", "ntriples", "-o", "x.nt", "--quiet")
    assert lumme(*words, cwd=folder) == Run("", "", 0)
    turtle = set(pyoxigraph.parse(path=folder / "x.ttl"))
    assert len(turtle) > 20
    assert set(pyoxigraph.parse(path=folder / "x.nt")) == turtle


def test_export_to_stdout_says_nothing_else(model: Write) -> None:
    folder = model(offer=DESK + LOAN)
    shown = lumme("export", "lake", "-o", "-", "--format", "ntriples", cwd=folder)
    assert (shown.code, shown.err) == (0, "")
    assert lumme("export", "lake", "-o", "x.nt", cwd=folder).code == 0
    assert shown.out == (folder / "x.nt").read_text(encoding="utf-8")


def test_what_is_private_is_exported_only_where_it_is_asked_for(model: Write) -> None:
    folder = model(offer=DESK + "  note: for us alone\n")
    assert lumme("export", "lake", "-o", "x.trig", "--graphs", "files", cwd=folder).code == 0
    assert "for us alone" not in (folder / "x.trig").read_text(encoding="utf-8")
    assert lumme("export", "lake", "-o", "y.trig", "--private", cwd=folder).code == 0
    assert "for us alone" in (folder / "y.trig").read_text(encoding="utf-8")
    refused = lumme("export", "lake", "-o", "z.ttl", "--graphs", "files", cwd=folder)
    assert refused.code == 2
    assert "turtle has one graph; write trig" in " ".join(refused.err.split())


def test_build_makes_pages_pictures_and_data(model: Write) -> None:
    folder = model(offer=DESK + LOAN)
    shown = lumme("build", "lake", "-o", "site", cwd=folder)
    assert shown == Run("", "Coverage of the guide: n/a. Nothing to report.\nsite/index.html\n", 0)
    assert tree(folder / "site") >= {
        "index.html",
        "en/path-loan.html",
        "drawings/path-loan.en.svg",
        "staff/index.html",
        "staff/fi/index.html",
        "staff/en/coverage.html",
        "staff/fi/findings.html",
        "staff/en/path-loan.html",
        "staff/drawings/path-loan.fi.svg",
        "staff/drawings/journey-path-loan.en.svg",
        "staff/data/model.ttl",
        "staff/data/model.nt",
        "staff/data/coverage.json",
        "staff/data/findings.json",
    }


def test_build_of_a_flawed_model_shows_its_flaws_and_fails(model: Write) -> None:
    folder = model(offer=FLAWED)
    shown = lumme("build", "lake", "-o", "site", "--lang", "fi", cwd=folder)
    assert shown.code == 1
    assert shown.out == ""
    assert "1 virhe, 1 varoitus." in shown.err
    staff = folder / "site" / "staff"
    for lang, said in (("en", "1 error, 1 warning."), ("fi", "1 virhe, 1 varoitus.")):
        page = (staff / lang / "findings.html").read_text(encoding="utf-8")
        assert said in page
        assert "touchpoint-dekc" in page
    assert json.loads((staff / "data/findings.json").read_text())["summary"]["error"] == 1


# What is wrong with the files.


class Bad(NamedTuple):
    """A file, the line that must be said of it, the hint, and the exit code."""

    text: str | bytes
    line: str
    hint: str
    code: int


BAD = {
    "a misspelt field": Bad(
        DESK.replace("channel", "chanel"),
        "lake/bad.yaml:3:3: LG007 error: touchpoint has no field chanel",
        "did you mean channel?",
        2,
    ),
    "a misspelt id": Bad(
        DESK + LOAN.replace("[touchpoint-desk]", "[touchpoint-deks]"),
        "lake/bad.yaml:18:17: LG101 error: touchpoints: there is no touchpoint-deks in the model",
        "did you mean touchpoint-desk?",
        1,
    ),
    "a wrong kind": Bad(
        DESK + LOAN.replace("[touchpoint-desk]", "[path-loan]"),
        "lake/bad.yaml:18:17: LG103 error: touchpoints.0: path-loan is",
        "write an id that begins with touchpoint-…",
        1,
    ),
    "an id that is there twice": Bad(
        DESK + LOAN + DESK,
        "lake/bad.yaml:20:3: LG102 error: the id touchpoint-desk is already used at lake/bad.yaml:1:3",
        "give one of the two an id of its own",
        1,
    ),
    "a step at an unknown touchpoint": Bad(
        LOAN.replace("[touchpoint-desk]", "[]"),
        "lake/bad.yaml:10:7: LG101 error: steps.touchpoint: there is no touchpoint-desk in the model",
        "add it, or take the reference away",
        1,
    ),
    "a tab": Bad(
        "- id: touchpoint-a\n\tname: {en: A}\n",
        "lake/bad.yaml:2:1: LG002 error: this is not YAML:",
        "indent with spaces, not with a tab",
        2,
    ),
    "a key that is there twice": Bad(
        DESK + "  channel: phone\n",
        "lake/bad.yaml:5:3: LG003 error: the field channel is given twice",
        "remove one of the two",
        2,
    ),
    "a missing language": Bad(
        "- id: touchpoint-desk\n  name: {fi: Palvelupiste}\n  channel: phone\n  standing: illustrative\n",
        "lake/bad.yaml:2:3: LG501 warning: name: no text in en",
        "add en",
        0,
    ),
    "bytes that are no text": Bad(
        b"- id: touchpoint-a\n  name: {en: \xff}\n",
        "lake/bad.yaml:2:14: LG001 error: the file cannot be read: it is not UTF-8 but probably Windows-1252",
        "open it in an editor and save it again with the encoding UTF-8",
        2,
    ),
    "an alias bomb": Bad(
        "- &a [x, x, x]\n- &b [*a, *a, *a]\n- [*b, *b, *b]\n",
        "lake/bad.yaml:2:7: LG005 error: an alias (*) is not used in models",
        "write the value out",
        2,
    ),
    "a hundred thousand brackets": Bad(
        "- id: " + "[" * 100_000,
        "lake/bad.yaml:1:69: LG004 error: the nesting is over the limit of 64",
        "split the content into more files",
        2,
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_text_gives_a_place_a_code_and_a_hint(model: Write, name: str) -> None:
    bad = BAD[name]
    shown = lumme("check", "lake", cwd=model(bad=bad.text))
    lines = shown.out.splitlines()
    place = next((n for n, line in enumerate(lines) if line.startswith(bad.line)), None)
    assert place is not None, shown.out
    assert f"  → {bad.hint}" in lines[place + 1 : place + 4]
    assert (shown.code, shown.err) == (bad.code, "")
    assert len(shown.out) < 2000


def test_an_id_in_two_files(model: Write) -> None:
    shown = lumme("check", "lake", cwd=model(b=DESK, a=DESK))
    assert (
        "lake/b.yaml:1:3: LG102 error: the id touchpoint-desk is already used at lake/a.yaml:1:3\n"
        in shown.out
    )
    assert shown.code == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_out_of_the_folder_is_not_followed(model: Write) -> None:
    folder = model()
    (folder / "secret.yaml").write_text(DESK)
    (folder / "lake" / "link.yaml").symlink_to(folder / "secret.yaml")
    shown = lumme("check", "lake", cwd=folder)
    assert "lake/link.yaml: LG006 error: the link leads out of the model's folder\n" in shown.out
    assert "touchpoint-desk" not in shown.out
    assert shown.code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("coverage", "lake"),
        ("draw", "lake", "--all", "-o", "out"),
        ("export", "lake", "-o", "out.ttl"),
        ("build", "lake", "-o", "out"),
    ],
)
@pytest.mark.parametrize("name", ["a key that is there twice", "bytes that are no text"])
def test_nothing_is_made_of_what_cannot_be_read_whole(
    model: Write, words: tuple[str, ...], name: str
) -> None:
    folder = model(bad=BAD[name].text)
    before = tree(folder)
    shown = lumme(*words, cwd=folder)
    assert shown.out == ""
    assert shown.err.startswith(BAD[name].line)
    assert shown.code == 2
    assert tree(folder) == before


@pytest.mark.parametrize("command", ["draw", "export"])
def test_nothing_is_drawn_or_exported_with_dangling_references(model: Write, command: str) -> None:
    folder = model(bad=BAD["a misspelt id"].text)
    before = tree(folder)
    more = ["--all"] if command == "draw" else []
    shown = lumme(command, "lake", *more, "-o", "out.ttl", cwd=folder)
    assert shown.err.startswith(BAD["a misspelt id"].line)
    assert (shown.out, shown.code) == ("", 1)
    assert tree(folder) == before


# What is wrong with the words of the command.


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("check nowhere", "nowhere: LG013 error: there is no such folder"),
        ("check file.txt", "file.txt: LG013 error: this is a file, not a folder"),
        ("check empty", "empty: LG013 error: this folder has no model.yaml"),
        ("coverage nowhere", "nowhere: LG013 error: there is no such folder"),
        ("build nowhere -o out", "nowhere: LG013 error: there is no such folder"),
        ("check", "Missing argument"),
        ("chekc lake", "No such command 'chekc'. Did you mean 'check'?"),
        ("check lake --select LG999", "there is no code LG999; did you mean LG901?"),
        ("check lake --ignore XY", "there is no code XY"),
        ("check lake --format xml", "'xml' is not one of 'text', 'json'"),
        ("check lake --lang de", "there are no words in 'de'"),
        ("check lake --as-of 2026-13-01", "'2026-13-01' is not a day: write it as 2026-08-22"),
        ("coverage lake --as-of yesterday", "'yesterday' is not a day: write it as 2026-08-22"),
        ("coverage lake --by color", "'color' is not one of"),
        ("schema --lang xx", "there are no words in 'xx'; there are en, fi, sv"),
        ("explain LG999", "there is no code LG999"),
        ("explain profile-without-paht", "there is no code profile-without-paht"),
        (
            "draw lake path-lone -o x.svg",
            "there is no path-lone in the model; did you mean path-loan?",
        ),
        (
            "draw lake touchpoint-desk --kind path -o x.svg",
            "touchpoint-desk cannot be drawn as path; it can be drawn as touchpoint",
        ),
        ("draw lake -o x.svg", "or coverage, adoption, network, chain or calendar; or say --all"),
        (
            "draw lake --kind path -o x.svg",
            "name what to draw, or say --all; there are path-loan",
        ),
        ("draw lake path-loan", "Missing option '--out'"),
        (
            "draw lake path-loan -o x.gif",
            "x.gif: say the format, or end the name in .svg, .png, .pdf",
        ),
        ("draw lake path-loan --kind pie -o x.svg", "'pie' is not"),
        (
            "draw lake path-loan --tag core -o x.svg",
            "no element of the model has a tag: enter them in its field tags",
        ),
        (
            "draw lake --all --tag core -o out",
            "no element of the model has a tag: enter them in its field tags",
        ),
        (
            "draw lake --blank --kind path --tag core -o x.svg",
            "a blank sheet shows nothing of a model; leave out --phase, --tag and --for-customers",
        ),
        ("draw lake --blank -o x.svg", "say the kind of the blank sheet: journey, blueprint"),
        ("draw lake --blank --kind coverage -o x.svg", "coverage has no blank sheet; these have: "),
        ("draw lake path-loan --phase order -o x.svg", "path-loan: no phases are entered"),
        (
            "draw lake coverage --phase order -o x.svg",
            "coverage has no phases; these have: journey",
        ),
        ("draw lake path-loan --sheet a0 -o x.svg", "'a0' is not one of"),
        (
            "draw lake path-loan -o file.txt/x.svg",
            "file.txt/x.svg cannot be written: file.txt is a file",
        ),
        (
            "export lake -o x.xml",
            "x.xml: say the format, or end the name in .ttl, .nt, .trig, .rdf, .jsonld",
        ),
        ("export lake --format turtle -o empty", "empty is a folder; name a file"),
        ("build lake -o file.txt", "file.txt is a file; name a folder"),
        ("build lake", "Missing option '--out'"),
    ],
)
def test_bad_words_are_told_in_one_line_and_nothing_is_written(
    model: Write, words: str, said: str
) -> None:
    folder = model(offer=DESK + LOAN)
    (folder / "empty").mkdir()
    (folder / "file.txt").write_text("mine\n")
    before = tree(folder)
    shown = lumme(*words.split(), cwd=folder)
    talk = shown.out if words.startswith("check ") and "LG013" in said else shown.err
    assert [line for line in talk.splitlines() if said in line] != [], shown
    assert shown.code == 2
    assert tree(folder) == before
    assert (folder / "file.txt").read_text() == "mine\n"


# Names full of markup.

MARKUP = """<script>alert(1)</script> & "quotes" ]]> --> {0}"""
INJECTED = {
    name: json.dumps(f"{name} {MARKUP}") for name in ("touch", "path", "step", "way", "who", "odd")
}
MARKED = """\
- id: touchpoint-desk
  name: {{en: {touch}, fi: {touch}}}
  channel: service-location
  standing: illustrative

- id: touchpoint-odd
  name: {{en: {odd}, fi: {odd}}}
  channel: service-location
  standing: illustrative

- id: profile-who
  name: {{en: {who}, fi: {who}}}
  relation: user
  standing: illustrative

- id: path-loan
  name: {{en: {path}, fi: {path}}}
  profiles: [profile-who]
  standing: illustrative
  steps:
    - id: ask
      action: {{en: {step}, fi: {step}}}
      actor: {{kind: customer}}
      lane: customer
      touchpoint: touchpoint-desk
      next: [{{to: get, when: {{en: {way}, fi: {way}}}}}]
    - id: get
      action: {{en: takes it, fi: ottaa sen}}
      actor: {{kind: customer}}
      lane: customer
""".format(**INJECTED)


class Seen(HTMLParser):
    """What a browser would see: the elements, their attributes, and the words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self.alerts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        told = dict(attrs)
        self.alerts += [tag] if tag == "script" and not {"src", "type"} & told.keys() else []

    def handle_data(self, data: str) -> None:
        self.words += data


def test_names_full_of_markup_stay_words_everywhere(model: Write) -> None:
    folder = model(offer=MARKED)
    shown = lumme("check", "lake", cwd=folder)
    assert f"touchpoint “odd {MARKUP}” is on no path" in shown.out
    for name in ("x.svg", "x.png", "x.dot", "x.txt"):
        assert lumme("draw", "lake", "path-loan", "-o", name, cwd=folder).code == 0
    assert f"Does what: step {MARKUP}" in (folder / "x.txt").read_text(encoding="utf-8")
    assert lumme("export", "lake", "-o", "x.ttl", cwd=folder).code == 0
    spoken = {quad.object.value for quad in pyoxigraph.parse(path=folder / "x.ttl")}
    assert spoken >= {f"{name} {MARKUP}" for name in INJECTED}
    assert lumme("build", "lake", "-o", "site", cwd=folder).code == 0
    pages = list((folder / "site").rglob("*.html"))
    assert len(pages) > 60
    for page in pages:
        seen = Seen(page.read_text(encoding="utf-8"))
        assert seen.alerts == []
        assert not {name for name in seen.attributes if name.startswith("on")}
    start = Seen((folder / "site" / "index.html").read_text(encoding="utf-8"))
    assert f"path {MARKUP}" in start.words
    found = Seen((folder / "site/staff/en/findings.html").read_text(encoding="utf-8"))
    assert f"odd {MARKUP}" in found.words
    drawings = list((folder / "site").rglob("*.svg"))
    assert len(drawings) > 6
    for drawing in [folder / "x.svg", *drawings]:
        text = drawing.read_text(encoding="utf-8")
        assert "<script" not in text
        tags = {element.tag for element in ET.fromstring(text).iter()}
        assert f"{SVG}script" not in tags
        if drawing.name.startswith("path-"):
            assert f"path {MARKUP}" in "".join(ET.fromstring(text).itertext())


# Terminals and pipes.


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(("no_color", "coloured"), [(None, True), ("1", False)])
def test_colour_only_on_a_terminal_that_wants_it(
    model: Write, no_color: str | None, coloured: bool
) -> None:
    import pty

    folder = model(offer=FLAWED)
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment |= {"TERM": "xterm"} | ({"NO_COLOR": no_color} if no_color else {})
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "lumme_graph", "check", "lake"],
        cwd=folder,
        env=environment,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ) as running:
        os.close(theirs)
        shown = b""
        while part := read_from(ours):
            shown += part
        running.wait()
    os.close(ours)
    assert b"LG101" in shown
    assert (b"\x1b[" in shown) is coloured


def read_from(terminal: int) -> bytes:
    """What comes next from a terminal; nothing once the other end is gone."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_output_is_utf_8_in_any_locale(model: Write) -> None:
    folder = model(offer=FLAWED)
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    wide = plain | {"COLUMNS": "999"}
    shown = lumme("check", "lake", "--lang", "fi", cwd=folder, environment=wide)
    assert "kosketuspiste ”Palvelupiste” ei ole millään polulla" in shown.out
    assert shown.code == 1
