"""What every output owes its reader: it fits, it sums up, it says on what it stands."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from coverage_samples import LUMME, WORKED, copied, plus_settings
from load_folders import write
from running import Run, lumme
from saying import words_of
from shipped import lumme_graph
from site_reading import main_of
from site_reading import words as read_words

import lumme_graph as lg
from lumme_graph.assessment.assess import assess
from lumme_graph.base.label import Label, Plain
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.checks.check import FAULTS
from lumme_graph.graph.things import Thing
from lumme_graph.questions.answers import Answer, Row
from lumme_graph.questions.ask import QUESTIONS
from lumme_graph.reports.coverage import to_sarif as coverage_sarif
from lumme_graph.reports.findings.to_text import summary
from lumme_graph.reports.html.page import sheet
from lumme_graph.reports.html.tree import h
from lumme_graph.reports.layout import table_text
from lumme_graph.reports.look import Look
from lumme_graph.views import answer as view
from lumme_graph.views import table as views
from lumme_graph.views.table import Column, Table

UNOFFICIAL = "Unofficial. Not made or approved by the Lumme libraries."
LANGS = ("en", "fi", "sv")


def model(folder: Path, *elements: str, settings: str = "") -> Path:
    """A folder with a model of these elements."""
    base = "name: {en: M}\nlanguages: {required: [en]}\nas_of: 2026-08-22\n"
    return write(folder, {"model.yaml": base + settings, "a.yaml": "".join(elements) or "[]\n"})


def page_words(file: Path) -> str:
    """What is read in the main part of a page."""
    return read_words(main_of(file.read_bytes()))


# It fits the terminal, and ids stay whole.

COMMANDS = (
    ("check", LUMME),
    ("coverage", LUMME),
    ("review", LUMME),
    ("review", LUMME, "--impact", "service-loan"),
    ("where-used", LUMME, "service-loan"),
    ("ask", LUMME),
    ("ask", LUMME, "practice-adoption"),
    ("ask", LUMME, "source-support", "--details"),
)


def too_long(text: str, columns: int) -> list[str]:
    """The lines that are wider than a terminal though they could have been broken at a blank."""
    return [line for line in text.splitlines() if len(line) > columns and " " in line.strip()]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(map(str, words[::2])))
def test_eighty_columns_are_enough(words: tuple[object, ...]) -> None:
    for lang in LANGS:
        shown = lumme(*words, "--lang", lang, columns=80)
        assert shown.code == 0
        assert too_long(shown.out, 80) == []


def test_no_id_is_broken_in_a_narrow_terminal_and_in_a_pipe_a_row_is_a_line() -> None:
    narrow, piped = lumme("review", LUMME, columns=60), lumme("review", LUMME)
    words = narrow.out.split()
    assert "section-welcome/commitment-one-card" in words
    line = next(line for line in piped.out.splitlines() if "commitment-one-card" in line)
    assert line.split()[-1] == "section-welcome/commitment-one-card"
    assert "never reviewed" in line


def test_columns_where_they_fit_and_blocks_where_they_do_not() -> None:
    table = Table("T", "en", (Column("Id"), Column("Words")), (("role-a", "one two three"),))
    assert (
        table_text(table) == "T\n\nId       Words\n──────────────────────\nrole-a   one two three\n"
    )
    assert table_text(table, Look(16)) == (
        "T\n\nId       Words\n────────────────\nrole-a   one two\n         three\n"
    )
    assert (
        table_text(table, Look(13)) == "T\n\nId     role-a\nWords  one\n       two\n       three\n"
    )


# A check sums up by code.


def touchpoints(n: int) -> list[str]:
    return [
        f"- {{id: touchpoint-n{at}, name: {{en: N{at}}}, channel: phone, standing: illustrative}}\n"
        for at in range(n)
    ]


def test_of_one_code_the_first_are_shown_and_the_rest_are_counted(tmp_path: Path) -> None:
    folder = model(tmp_path / "m", *touchpoints(300))
    brief, every = lumme("check", folder), lumme("check", folder, "--all")
    chosen = lumme("check", folder, "--select", "LG604")
    assert brief.out.count(" LG604 warning: ") == 5
    assert every.out.count(" LG604 warning: ") == chosen.out.count(" LG604 warning: ") == 300
    assert "\n   300  LG604 warning   touchpoint-on-no-path (and 295 more)\n" in brief.out
    assert "300 warnings.\n5 are shown, and 295 more: lumme check --all shows all.\n" in brief.out
    assert " more" not in every.out
    assert len(json.loads(lumme("check", folder, "--format", "json").out)["findings"]) == 300


def test_guesses_end_after_the_first(tmp_path: Path) -> None:
    """A thousand misspelt fields: what is wrong is said of each, what was meant of the first."""
    fields = "".join(f"  chanel{at}: x\n" for at in range(1000))
    text = f"- id: touchpoint-a\n  name: {{en: A}}\n  channel: phone\n{fields}"
    found = [one for one in lg.read(model(tmp_path / "m", text))[1] if one.code == "LG007"]
    guessed = [one for one in found if "did you mean channel?" in one.advice()]
    assert len(found) == 1000
    assert len(guessed) == 200


# A gate that fails is said everywhere, in the same words.

GATES = "coverage:\n  minimum: {total: 80}\n"


def gated(folder: Path) -> Path:
    """The worked example, which covers 39 of 54, under a gate of 80 %."""
    file = copied(folder) / "model.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("coverage:\n", GATES), encoding="utf-8")
    if GATES not in file.read_text(encoding="utf-8"):
        plus_settings(folder, GATES)
    return folder


def test_check_build_and_coverage_judge_a_gate_alike(tmp_path: Path) -> None:
    folder, out = gated(tmp_path / "m"), tmp_path / "site"
    words = "the gate minimum.total is not reached: 39/54 = 72.2%, ≥ 80% is asked for"
    checked = lumme("check", folder, "--select", "LG290")
    assert (checked.code, words in checked.out) == (1, True)
    covered = json.loads(lumme("coverage", folder, "--format", "json").out)
    assert [one["message"] for one in covered["findings"] if one["code"] == "LG290"] == [words]
    assert lumme("build", folder, "-o", out, "--quiet").code == 1
    said = {"index": "(39/54)", "coverage": "39/5472.2%≥ 80%fails", "findings": words}
    for name, words_there in said.items():
        assert words_there in page_words(out / "staff" / "en" / f"{name}.html"), name
    assert [one.message() for one in lg.check(lg.read(folder)[0]) if one.code == "LG290"] == [words]


def test_a_gate_on_nothing_fails_the_check_too(tmp_path: Path) -> None:
    graph = lg.load(model(tmp_path / "m", settings=GATES))
    assert [one.code for one in lg.check(graph)] == ["LG292"]


# JUnit fails where the gates do.


def failing(text: str) -> set[str]:
    cases = ET.fromstring(text).iter("testcase")
    return {case.get("name", "") for case in cases if case.find("failure") is not None}


def test_junit_says_what_the_exit_code_says(tmp_path: Path) -> None:
    baseline = tmp_path / "b.json"
    lumme("coverage", WORKED, "--baseline", baseline, "--accept-new", "so")
    words = ("coverage", WORKED, "--format", "junit", "--baseline", baseline)
    known = lumme(*words)
    assert (known.code, failing(known.out)) == (0, set())
    assert ET.fromstring(known.out).get("failures") == "0"
    least = lumme(*words, "--min", "100")
    assert (least.code, failing(least.out)) == (1, {"minimum.total"})
    (folder := copied(tmp_path / "lost")).joinpath("guide", "section-g2.fi.md").unlink()
    lost = lumme("coverage", folder, "--format", "junit", "--baseline", baseline)
    assert (lost.code, failing(lost.out)) == (1, {"touchpoint-web"})


# A SARIF run is known by its model.


@pytest.mark.parametrize(
    ("root", "identity"),
    [
        ("models/järvi", "lumme coverage/models/j%C3%A4rvi/"),
        ("models/jörvi", "lumme coverage/models/j%C3%B6rvi/"),
        ("a-b", "lumme coverage/a-b/"),
        ("a/b", "lumme coverage/a/b/"),
        (".", "lumme coverage/"),
        ("/home/x/lake", "lumme coverage/lake/"),
    ],
)
def test_a_sarif_run_is_known_by_its_model(root: str, identity: str) -> None:
    graph = lg.ServiceGraph([], lg.Settings.model_validate({"as_of": "2026-08-22"}), root=root)
    (run,) = json.loads(coverage_sarif.render(assess(graph)))["runs"]
    assert run["automationDetails"] == {"id": identity}


# The statement and the standing are in whatever leaves the terminal.


@pytest.mark.parametrize("form", ["json", "csv", "md", "html", "sarif", "junit"])
def test_coverage_says_that_it_is_unofficial_and_what_is_illustrative(form: str) -> None:
    text = lumme("coverage", LUMME, "--format", form).out
    assert UNOFFICIAL in text.replace("\\", "")
    assert "Family with small children (I)" in text.replace("\\", "") or "illustrative" in text


def test_each_row_of_the_table_of_cells_has_the_statement() -> None:
    rows = list(csv.DictReader(io.StringIO(lumme("coverage", LUMME, "--format", "csv").out[1:])))
    assert all(row["statement"].startswith(UNOFFICIAL) for row in rows)
    graph = lumme_graph()
    for row in rows:
        assert row["standing"] == str(getattr(graph[row["item"]], "standing", None) or "")


def test_data_name_the_standing() -> None:
    checked = json.loads(lumme("check", LUMME, "--format", "json").out)
    assert checked["statement"]["en"].startswith(UNOFFICIAL)
    by_element = {one["element"]: one["standing"] for one in checked["findings"]}
    assert by_element["profile-family"] == "illustrative"
    asked = json.loads(
        lumme("ask", LUMME, "profiles-without-path-or-evidence", "--format", "json").out
    )
    assert asked["statement"]["en"].startswith(UNOFFICIAL)
    assert asked["standing"]["profile-family"] == "illustrative"
    used = json.loads(lumme("where-used", LUMME, "service-loan", "--format", "json").out)
    assert used["statement"]["en"].startswith(UNOFFICIAL)
    assert used["uses"][0]["standing"] == "illustrative"
    sarif = json.loads(lumme("coverage", LUMME, "--format", "sarif").out)["runs"][0]
    assert sarif["properties"]["statement"]["en"].startswith(UNOFFICIAL)
    assert {one["properties"].get("standing") for one in sarif["results"]} >= {"illustrative"}


@pytest.mark.parametrize(
    "words",
    [("check",), ("coverage",), ("review",), ("ask", "trainings"), ("where-used", "service-loan")],
    ids=lambda words: str(words[0]),
)
def test_the_terminal_says_it_once_beside_the_output(words: tuple[str, ...]) -> None:
    shown = lumme(words[0], LUMME, *words[1:])
    assert shown.err.count(UNOFFICIAL) == 1
    assert UNOFFICIAL not in shown.out


def test_a_file_of_text_has_the_statement_in_it(tmp_path: Path) -> None:
    lumme("coverage", LUMME, "-o", tmp_path / "c.txt")
    assert (tmp_path / "c.txt").read_text(encoding="utf-8").startswith(UNOFFICIAL)


# The answer comes first.


def test_an_answer_is_first_a_sentence_and_is_said_once() -> None:
    lines = lumme("ask", LUMME, "practice-adoption").out.splitlines()
    assert lines[0].startswith("Which libraries have not adopted a practice")
    assert lines[2] == "10 practices at 12 libraries: adopted 55, not adopted 0, not recorded 65."
    assert lines[4].startswith("Practice ")
    assert "Adopted: 55" not in "\n".join(lines)
    assert "Adopted: 55" in lumme("ask", LUMME, "practice-adoption", "--details").out


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_is_short_unless_details_are_asked_for(question: str) -> None:
    answer = lg.ask(lumme_graph(), question)
    brief = view.answer_table(answer, Speaker("en"), details=False)
    whole = view.answer_table(answer, Speaker("en"))
    assert len(brief.rows) <= 20
    assert len(view.rest(answer, Speaker("en"), details=False)) <= 7
    assert len(whole.rows) == len(answer.rows)


def test_what_is_cut_says_how_much() -> None:
    things = tuple(Thing(f"role-{at}", Plain(f"R{at}")) for at in range(6))
    label = Label("role")
    answer = Answer((label,), tuple(Row((things,)) for _ in range(25)), Label("n"))
    assert view.answer_table(answer, Speaker("en"), details=False).rows[0] == (
        "R0, R1, R2 and 3 more",
    )
    assert view.answer_table(answer, Speaker("en")).rows[0] == ("R0, R1, R2, R3, R4, R5",)
    assert view.rest(answer, Speaker("en"), details=False) == [
        "20 of 25 rows are shown; --details shows all."
    ]


# The nearest word, and nothing said in words.


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("draw", "--kind", "coverge", "-o", "x.svg"), "did you mean coverage?"),
        (("check", "--format", "jsn"), "did you mean json?"),
        (("coverage", "--by", "libary"), "did you mean library?"),
    ],
)
def test_the_nearest_word_of_an_option(words: tuple[str, ...], says: str) -> None:
    shown = lumme(words[0], LUMME, *words[1:])
    assert shown.code == 2
    assert says in " ".join(shown.err.split())


def test_the_nearest_id_and_drawing_in_python() -> None:
    graph = lumme_graph()
    with pytest.raises(
        KeyError, match=r"there is no touchpoint-dsk in the model; did you mean touchpoint-desk"
    ):
        graph["touchpoint-dsk"]
    with pytest.raises(
        KeyError, match=r"there is no path-hod in the model; did you mean path-hold"
    ):
        graph[lg.Path, "path-hod"]
    with pytest.raises(
        lg.UnknownNameError, match=r"there is no drawing coverge; did you mean coverage"
    ):
        lg.draw(graph, "coverage", kind="coverge")


def test_nothing_to_show_is_said(tmp_path: Path) -> None:
    folder = model(tmp_path / "m")
    shown = lumme("draw", folder, "--all", "--kind", "path", "-o", tmp_path / "out")
    assert shown == Run("", "Nothing to show: the model has no service paths\n", 0)
    assert not (tmp_path / "out").exists()
    graph = lg.load(folder)
    for kind, said in (
        ("coverage", "The model has no items to cover."),
        ("adoption", "The model has no practices."),
        ("calendar", "The model has no events."),
        ("chain", "No needs. Enter them in development/needs.yaml."),
        ("network", "No libraries. Enter them in who/organisations.yaml."),
    ):
        drawn = lg.draw(graph, kind, lang="en")
        assert said in drawn.text
        assert said in "".join(ET.fromstring(drawn.svg).itertext())
    path = lg.Path.model_validate({"id": "path-a", "name": {"en": "A"}})
    for kind in ("path", "journey", "blueprint"):
        drawn = lg.draw(lg.ServiceGraph([path], graph.settings), "path-a", kind=kind, lang="en")
        assert "No steps. Enter them in the path path-a" in drawn.text


# One and many, in each language.


def test_one_is_no_plural() -> None:
    finding = FAULTS["LG101"].at(lg.Place("a.yaml", 1, 1), field="x", target="role-a", mend="m")
    assert [summary([finding], Speaker(lang)).split("\n")[0] for lang in LANGS] == [
        "1 error.",
        "1 virhe.",
        "1 fel.",
    ]


def test_one_error_on_the_start_page(tmp_path: Path) -> None:
    folder = model(tmp_path / "m", *touchpoints(1), settings="coverage: {minimum: {total: 10}}\n")
    lumme("build", folder, "-o", tmp_path / "site", "--quiet")
    start = page_words(tmp_path / "site" / "staff" / "index.html")
    assert "1error in the model" in start


def test_swedish_of_a_target_without_action() -> None:
    target = lg.Target.model_validate({"id": "target-a", "name": {"sv": "Rum"}})
    graph = lg.ServiceGraph([target], lg.Settings.model_validate({"as_of": "2026-08-22"}))
    (found,) = (one for one in lg.check(graph) if one.code == "LG702")
    assert found.message("sv") == (
        "utvecklingsmålet ”Rum” saknar en beslutad åtgärd, en ansvarig roll och ett datum"
    )
    assert found.advice("sv").startswith("anteckna en beslutad åtgärd")


def test_every_finding_speaks_swedish() -> None:
    lacking = [
        code
        for code, one in FAULTS.items()
        if not (one.sentence.by_tag().get("sv", "") and one.hint.by_tag().get("sv", ""))
    ]
    assert lacking == []


def test_answers_count_one_in_the_singular() -> None:
    practice = lg.Practice.model_validate({"id": "practice-a", "name": {"en": "A"}})
    library = lg.Organisation.model_validate(
        {"id": "organisation-a", "name": {"en": "A"}, "type": "library"}
    )
    settings = lg.Settings.model_validate({"as_of": "2026-08-22"})
    answer = lg.ask(lg.ServiceGraph([practice, library], settings), "practice-adoption")
    assert words_of(answer.note).startswith("1 practice at 1 library:")


# What stands in for another language.


def test_words_of_another_language_say_so_to_programs_and_to_the_style() -> None:
    said = Speaker("fi")(lg.Text(ar="مكتبة"))
    shown = ET.tostring(h("td", "a ", said, " b"), encoding="unicode")
    assert shown == '<td>a <span class="other" lang="ar" dir="rtl">مكتبة</span> b</td>'
    own = ET.tostring(h("td", Speaker("ar")(lg.Text(ar="مكتبة"))), encoding="unicode")
    assert own == "<td>مكتبة</td>"


def test_a_page_says_which_way_it_is_written() -> None:
    assert '<html lang="ar" dir="rtl">' in sheet("مكتبة", "ar")
    assert '<html lang="se" dir="ltr">' in sheet("Girjerádju", "se")


def test_a_cell_is_plain_or_tells_its_language() -> None:
    name = lg.Text(fi="Laina")
    table = views.table(Speaker("en"), name, (name, name), [(name, 12_345)], right=(1,))
    assert table.title == "Laina [fi]"
    assert table.rows == ((Said("Laina", "fi", fallback=True), "12,345"),)
    assert (table.heads, table.lines) == (("Laina [fi]", "Laina [fi]"), (("Laina [fi]", "12,345"),))
