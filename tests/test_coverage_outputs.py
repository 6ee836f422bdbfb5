"""Every output of coverage says the same; each is what its readers take; the command around them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from coverage_page import links, listed, table, tree, words
from coverage_samples import LUMME, WORKED, copied, judged, with_g3_reviewed, without_g2, worked
from running import Run, lumme
from saying import words_of

import lumme_graph as lg
from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.assessment.assess import Assessment, assess
from lumme_graph.assessment.baseline import baseline_of
from lumme_graph.assessment.part import part
from lumme_graph.reports.coverage import to_csv as coverage_csv
from lumme_graph.reports.coverage import to_html as coverage_html
from lumme_graph.reports.coverage import to_json as coverage_json
from lumme_graph.reports.coverage import to_junit as coverage_junit
from lumme_graph.reports.coverage import to_markdown as coverage_markdown
from lumme_graph.reports.coverage import to_sarif as coverage_sarif
from lumme_graph.reports.coverage.to_markdown import MOST_ROWS

RENDERERS: dict[str, Callable[[Assessment, str], str]] = {
    "csv": coverage_csv.render,
    "html": coverage_html.render,
    "json": coverage_json.render,
    "junit": coverage_junit.render,
    "md": coverage_markdown.render,
    "sarif": coverage_sarif.render,
}
LANGS = ("fi", "en", "sv")


def fresh_lumme() -> Assessment:
    return assess(lg.load(LUMME))


whole_lumme = cache(fresh_lumme)


def a_part() -> Assessment:
    return part(whole_lumme(), profile="profile-family", municipality="municipality-rantasalmi")


def with_change(tmp: Path) -> Assessment:
    """New gaps, closed gaps and gates that fail."""
    graph = lg.read(without_g2(tmp / "lost"))[0]
    before = lg.coverage(lg.read(with_g3_reviewed(tmp / "g3"))[0])
    return assess(graph, baseline=baseline_of(before))


FRESH: dict[str, Callable[[], Assessment]] = {
    "worked": judged,
    "gated": lambda: judged(
        minimum={"total": 80, "library": 70, "kind": {"path": 100}}, max_stale=1
    ),
    "gap": lambda: judged(unknown="gap"),
    "empty": lambda: assess(lg.ServiceGraph([], worked().settings)),
    "lumme": fresh_lumme,
    "part": a_part,
}
SAMPLES = {name: cache(made) for name, made in FRESH.items()} | {"lumme": whole_lumme}
AGAIN = {name: cache(made) for name, made in FRESH.items()}
"""Each made a second time, from its files."""
samples = pytest.mark.parametrize("sample", list(SAMPLES.values()), ids=list(SAMPLES))


# All of them say the same.


@samples
def test_every_output_has_the_same_totals(sample: Callable[[], Assessment]) -> None:
    found = sample()
    coverage = found.coverage
    states = {state.word: coverage.states[state] for state in CellState}
    data = json.loads(coverage_json.render(found))
    assert data["states"] == states
    assert data["done"] == {"n": coverage.done.n, "d": coverage.done.d}
    assert data["deep"] == {"n": found.deep.n, "d": found.deep.d}
    assert Counter(cell["state"] for cell in data["cells"]) == Counter(states)
    rows = list(csv.DictReader(io.StringIO(coverage_csv.render(found))))
    assert Counter(row["state"] for row in rows) == Counter(states)
    page = listed(tree(coverage_html.render(found, "en")))
    assert {word: page[word] for word in states} == states
    assert page["covered"] + page["planned"] == coverage.with_plans.n
    assert page["deep"] == found.deep.n
    assert page["gap"] == len(coverage.gaps)
    markdown = coverage_markdown.render(found, "en")
    done = coverage.done
    share = f"{done.n}/{done.d} = {done.tenths / 10:g}%" if done.d else "n/a"
    assert f"**Done {share}**" in markdown
    for state in CellState:
        assert f"| {words_of(state.label)} | {states[state.word]} |  |" in markdown
    suites = ET.fromstring(coverage_junit.render(found))
    failing = [
        case.get("name")
        for case in suites.iter("testcase")
        if case.find("failure") is not None and case.get("classname") != "coverage.gate"
    ]
    assert failing == list(dict.fromkeys(cell.item.id for cell in coverage.gaps))
    results = json.loads(coverage_sarif.render(found))["runs"][0]["results"]
    assert [one["ruleId"] for one in results] == [one.code for one in found.findings]


@pytest.mark.parametrize("name", list(FRESH))
@pytest.mark.parametrize("form", list(RENDERERS))
def test_the_same_model_gives_the_same_bytes(form: str, name: str) -> None:
    assert RENDERERS[form](AGAIN[name](), "fi") == RENDERERS[form](SAMPLES[name](), "fi")


@pytest.mark.parametrize("form", [*RENDERERS])
def test_reports_say_no_place_of_this_machine(form: str) -> None:
    """The model was read by its whole path; what is printed is told from the model's folder."""
    found = assess(lg.read(WORKED.resolve())[0])
    assert str(WORKED.resolve().parent) not in RENDERERS[form](found, "en")


# JSON.


def validator(schema: Any) -> Any:
    jsonschema: Any = import_module("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@samples
def test_json_is_as_its_schema_says(sample: Callable[[], Assessment]) -> None:
    data = json.loads(coverage_json.render(sample(), "fi"))
    errors = [error.message for error in validator(coverage_json.schema()).iter_errors(data)]
    assert errors == []


def test_json_of_a_change(tmp_path: Path) -> None:
    data = json.loads(coverage_json.render(with_change(tmp_path)))
    assert not list(validator(coverage_json.schema()).iter_errors(data))
    assert len(data["change"]["new"]) == 5
    assert data["change"]["closed"] == []


@pytest.mark.parametrize("fault", ["states", "cells", "write_next"])
def test_the_schema_refuses_what_is_not_coverage(fault: str) -> None:
    data = json.loads(coverage_json.render(judged()))
    broken: dict[str, Any] = {
        "states": {"covered": -1},
        "cells": [{"item": "service-loan"}],
        "write_next": {"method": "guess"},
    }
    data[fault] = broken[fault]
    assert list(validator(coverage_json.schema()).iter_errors(data))


def test_json_says_what_to_write_next() -> None:
    data = json.loads(coverage_json.render(judged(bundles=[["commitment-near", "profile-home"]])))
    advice = data["write_next"]
    assert (advice["method"], advice["candidates"], advice["cost"], advice["lower_bound"]) == (
        "exact",
        7,
        4,
        4,
    )
    assert advice["acts"][1] == {
        "id": "publish section-g4 fi en",
        "kind": "publish",
        "section": "section-g4",
        "items": [],
        "languages": ["fi", "en"],
        "libraries": [],
        "cost": 1,
        "gain": 4,
        "after": {"n": 49, "d": 54},
    }


# SARIF.

TEXT: dict[str, Any] = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string"}},
}
SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {
                                        "uniqueItems": True,
                                        "items": {
                                            "required": ["id", "shortDescription", "help"],
                                            "properties": {
                                                "id": {"pattern": "^LG[0-9]{3}$"},
                                                "shortDescription": TEXT,
                                                "fullDescription": TEXT,
                                                "help": TEXT,
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "items": {
                            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
                            "properties": {
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": TEXT,
                                "partialFingerprints": {"additionalProperties": {"type": "string"}},
                                "locations": {"items": {"$ref": "#/$defs/location"}},
                            },
                        }
                    },
                },
            },
        },
    },
    "$defs": {
        "location": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "logicalLocations": {"type": "array"},
                "physicalLocation": {
                    "required": ["artifactLocation"],
                    "properties": {
                        "artifactLocation": {
                            "required": ["uri"],
                            "properties": {
                                "uri": {"pattern": "^(?!/|[A-Za-z]:|\\.\\.)[A-Za-z0-9._~%/-]+$"}
                            },
                        },
                        "region": {
                            "additionalProperties": False,
                            "properties": {
                                "startLine": {"type": "integer", "minimum": 1},
                                "startColumn": {"type": "integer", "minimum": 1},
                            },
                        },
                    },
                },
            },
        }
    },
}
"""What of the SARIF 2.1.0 schema concerns us, with relative addresses; the whole schema holds too."""


@samples
@pytest.mark.parametrize("lang", LANGS)
def test_sarif_is_as_its_schema_says(sample: Callable[[], Assessment], lang: str) -> None:
    log = json.loads(coverage_sarif.render(sample(), lang))
    assert not list(validator(SARIF).iter_errors(log))
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    assert all(rules[one["ruleIndex"]] == one["ruleId"] for one in run["results"])


def fingerprints(found: Assessment) -> Counter[str]:
    results = json.loads(coverage_sarif.render(found))["runs"][0]["results"]
    return Counter(one["partialFingerprints"]["lumme/v1"] for one in results)


def test_a_sarif_fingerprint_is_of_one_finding_and_does_not_move_with_lines(tmp_path: Path) -> None:
    moved = copied(tmp_path / "moved")
    for name in ("offer.yaml", "guide.yaml"):
        text = (moved / name).read_text(encoding="utf-8")
        (moved / name).write_text(f"# one line more\n\n{text}", encoding="utf-8")
    here, there = fingerprints(judged()), fingerprints(assess(lg.read(moved)[0]))
    assert max(here.values()) == 1
    assert here == there
    assert max(fingerprints(with_change(tmp_path)).values()) == 1


def test_a_new_gap_is_known_by_its_cell(tmp_path: Path) -> None:
    """A renamed item keeps the fingerprint of its gap."""
    found = with_change(tmp_path)
    assert found.change is not None
    baseline = baseline_of(lg.coverage(lg.read(with_g3_reviewed(tmp_path / "again"))[0]))
    folder = without_g2(tmp_path / "renamed")
    text = (folder / "offer.yaml").read_text(encoding="utf-8")
    renamed = text.replace("{fi: web, en: web}", "{fi: verkko, en: net}")
    (folder / "offer.yaml").write_text(renamed, encoding="utf-8")
    other = assess(lg.read(folder)[0], baseline=baseline)

    def of_new(found: Assessment) -> set[str]:
        results = json.loads(coverage_sarif.render(found))["runs"][0]["results"]
        return {
            one["partialFingerprints"]["lumme/v1"] for one in results if one["ruleId"] == "LG293"
        }

    assert len(of_new(found)) == 5
    assert of_new(other) >= of_new(found)


# JUnit.


@samples
@pytest.mark.parametrize("lang", LANGS)
def test_junit_is_as_its_readers_take_it(sample: Callable[[], Assessment], lang: str) -> None:
    """The elements and attributes of the JUnit schema of Jenkins, and sums that are right."""
    found = sample()
    root = ET.fromstring(coverage_junit.render(found, lang))
    assert root.tag == "testsuites"
    assert set(root.attrib) <= {"name", "time", "tests", "failures", "errors"}
    names: list[str] = []
    for suite in root:
        assert suite.tag == "testsuite"
        assert set(suite.attrib) == {"name", "tests", "failures", "errors", "skipped", "time"}
        failed = skipped = 0
        first, *cases = suite if suite.find("properties") is not None else (None, *suite)
        assert first is None or first.tag == "properties"
        for case in cases:
            assert case.tag == "testcase"
            assert set(case.attrib) == {"name", "classname", "time"}
            held = [child.tag for child in case if child.tag != "properties"]
            assert held in ([], ["failure"], ["skipped"])
            failed += case.find("failure") is not None
            skipped += case.find("skipped") is not None
            names.append(case.get("name", ""))
        sums = (str(len(cases)), str(failed), str(skipped))
        assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == sums
    items = [item.id for item in found.coverage.items]
    assert sorted(names[: len(items)]) == sorted(items)
    assert len(names) == len(items) + len(found.gates)
    assert root.get("tests") == str(len(names))


def test_a_junit_case_is_skipped_where_nothing_is_counted() -> None:
    found = judged()
    root = ET.fromstring(coverage_junit.render(found))
    skipped = {
        case.get("name") for case in root.iter("testcase") if case.find("skipped") is not None
    }
    states = {item.id: found.coverage.item_state(item) for item in found.coverage.items}
    assert skipped == {id_ for id_, state in states.items() if state in {"unknown", "exempt"}}
    (web,) = (case for case in root.iter("testcase") if case.get("name") == "touchpoint-web")
    failure = web.find("failure")
    assert failure is not None
    assert failure.get("message") == "web: 3 gaps in 6 cells"
    lines = (WORKED / "offer.yaml").read_text(encoding="utf-8").splitlines()
    at = lines.index("- id: touchpoint-web") + 1
    assert failure.text == f"offer.yaml:{at}:3\nuntranslated: en: all 3 (section-g2)"


# Hostile words.

HOSTILE = "=1+1|<b>&\"'*_`[x](https://a.example) @name #1 ä\u202e \ufffe"


def hostile() -> Assessment:
    """A model whose names are full of signs."""
    name = {"en": HOSTILE, "fi": HOSTILE}
    elements = [
        lg.Organisation.model_validate({"id": "organisation-a", "name": name, "type": "library"}),
        lg.Service.model_validate(
            {"id": "service-a", "name": name, "offered": [{"at": "organisation-a", "is": "yes"}]}
        ),
        lg.Profile.model_validate(
            {"id": "profile-a", "name": name, "relation": "user", "services": ["service-a"]}
        ),
    ]
    settings = lg.Settings.model_validate(
        {"as_of": "2026-08-22", "name": name, "statement": name, "languages": {"required": ["en"]}}
    )
    return assess(lg.ServiceGraph(elements, settings))


def test_words_are_never_markup() -> None:
    found = hostile()
    page = coverage_html.render(found, "en")
    assert tree(page) is not None
    assert "<b>" not in page
    ET.fromstring(coverage_junit.render(found))
    json.loads(coverage_json.render(found))
    json.loads(coverage_sarif.render(found))


def test_no_csv_value_is_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(coverage_csv.render(hostile()))))
    assert len({len(row) for row in rows}) == 1
    values = [value for row in rows for value in row]
    assert not [value for value in values if value.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert any(value.startswith("'=1+1|<b>") for value in values)


def test_no_word_breaks_a_markdown_table_or_greets_anybody() -> None:
    text = coverage_markdown.render(hostile(), "en")
    tables = [line for line in text.splitlines() if line.startswith("| ")]
    for line in tables:
        assert re.search(r"(?<!\\)<(?!!-- -->)", line) is None
        assert re.search(r"(?<![\w-])@\w", line) is None
        assert re.search(r"(?<!\\)[*_`\[\]]", line) is None
    widths = Counter(len(re.findall(r"(?<!\\)\|", line)) for line in tables)
    assert set(widths) <= {3, 4, 5, 6, 7, 8}


# Markdown.


def test_markdown_cuts_long_tables_and_says_how_long_they_are() -> None:
    found = whole_lumme()
    text = coverage_markdown.render(found, "fi")
    head = re.search(r"### Aukot \((\d+)\)", text)
    assert head is not None
    total = int(head[1])
    assert total > MOST_ROWS
    assert f"Näytetään {MOST_ROWS} riviä; kaikkiaan {total}." in text
    assert "> Epävirallinen malli" in text
    assert len(text) < 60_000


def test_markdown_says_first_what_changed(tmp_path: Path) -> None:
    text = coverage_markdown.render(with_change(tmp_path), "en")
    verdict = text.split("\n\n")[1]
    assert verdict == "**Done 36/54 = 66.7%** · **unknown 2** · **✗ 5 new gaps**"
    assert "| new gap | web (I) | touchpoint-web | missing | fi | all 3 |" in text


# HTML.


@samples
@pytest.mark.parametrize("lang", LANGS)
def test_the_page_stands_alone_and_every_link_leads_somewhere(
    sample: Callable[[], Assessment], lang: str
) -> None:
    page = tree(coverage_html.render(sample(), lang))
    assert page.get("lang") == lang
    assert not {"script", "link", "img", "iframe"} & {one.tag for one in page.iter()}
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    assert len(set(ids)) == len(ids)
    assert {href.removeprefix("#") for href, _ in links(page)} <= set(ids)


@samples
def test_every_number_of_the_page_is_that_of_its_list(sample: Callable[[], Assessment]) -> None:
    page = tree(coverage_html.render(sample(), "en"))
    whole, items = listed(page), Counter[tuple[str, str]]()
    for body in page.findall(".//table[@class='cells f']/tbody"):
        for row in body:
            items[f"#{body.get('id')}", row.get("class", "")] += int(words(row[-1]))
    told = 0
    for href, said in links(page):
        state = href.removeprefix("#only-")
        if href.startswith("#cells-"):
            n, _, d = said.partition("/")
            told += 1
            if not d:
                assert int(n) <= items[href, "gap"], (href, said)
            else:
                assert int(d) - int(n) == items[href, "gap"], (href, said)
        elif state in {*whole, "covered"} and (number := re.search(r"(\d+)(?:/\d+)?$", said)):
            told += 1
            assert whole[state] == int(number[1]), (href, said)
    assert told


def test_the_page_is_made_for_readers_that_cannot_see() -> None:
    root = tree(coverage_html.render(whole_lumme(), "fi"))
    for one in root.iter("table"):
        heads = one.findall("thead/tr/th")
        assert all(head.get("scope") == "col" and words(head) for head in heads)
        assert one.find("caption") is not None or one.get("class") == "acts"
    grid = table(root, "grid")
    width = len(grid.findall("thead/tr/th"))
    for row in grid.findall("tbody/tr"):
        scope = row[0].get("scope")
        assert scope in {"row", "rowgroup"}
        assert scope == "rowgroup" or len(row) == width
        assert all((cell.text or "").strip() for cell in row.findall("td[@class]"))
    for label in root.iter("label"):
        assert label.find("select") is not None
        assert (label.text or "").strip()
    for region in (e for e in root.iter("div") if e.get("role") == "region"):
        assert region.get("tabindex") == "0"
        assert region.get("aria-label")


def test_the_page_of_a_part_says_whose_it_is() -> None:
    text = coverage_html.render(a_part(), "fi")
    assert '<h1 id="top">Oppaan kattavuus: Lapsiperhe, Rantasalmi, ' in text
    assert "Mistä oppaasta löytyy" in text
    assert "● Kirjastokortti, tunnusluku ja vastuuhenkilö" in text


# The command.


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("--format json", "{"),
        ("--format csv", "\ufeffitem,item_name,kind,"),
        ("--format md", "## Coverage of the guide on 22 August 2026"),
        ("--format html", "<!DOCTYPE html>"),
        ("--format sarif", '{\n "$schema"'),
        ("--format junit", '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites'),
    ],
)
def test_every_format_is_printed_or_written(tmp_path: Path, words: str, begins: str) -> None:
    shown = lumme("coverage", WORKED, *words.split())
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith(begins)
    file = tmp_path / "sub" / "report.out"
    quiet = lumme("coverage", WORKED, *words.split(), "-o", file)
    assert quiet == Run("", "", 0)
    assert file.read_bytes() == shown.out.encode()


@pytest.mark.parametrize("suffix", ["json", "csv", "md", "html", "sarif", "xml", "txt"])
def test_the_name_of_the_file_says_the_format(tmp_path: Path, suffix: str) -> None:
    forms = {"xml": "junit", "txt": "text"}
    shown = lumme("coverage", WORKED, "--format", forms.get(suffix, suffix))
    lumme("coverage", WORKED, "-o", tmp_path / f"a.{suffix}")
    assert (tmp_path / f"a.{suffix}").read_bytes() == shown.out.encode()


def test_text_ends_with_what_to_write_next() -> None:
    shown = lumme("coverage", WORKED, "--lang", "fi")
    assert shown.code == 0
    assert "Syvästi: osatkin" in shown.out
    assert "Mitä kirjoittaa seuraavaksi" in shown.out
    last = shown.out.rstrip().splitlines()[-1]
    assert last == (
        "5 tekoa (hinta 5) sulkee 15 aukkoa; vähemmällä ei voi (tarkka ratkaisu, 6 vaihtoehdosta)."
    )


def test_min_fails_below_and_passes_at_the_share() -> None:
    assert lumme("coverage", WORKED, "--min", "72.2").code == 0
    below = lumme("coverage", WORKED, "--min", "72.3")
    assert below.code == 1
    assert "Gates that fail" in below.out
    assert lumme("coverage", WORKED, "--min", "75.9", "--relaxed").code == 0


def test_unknown_as_gap_from_the_command() -> None:
    shown = lumme("coverage", WORKED, "--unknown", "gap", "--format", "json")
    assert json.loads(shown.out)["done"] == {"n": 39, "d": 56}


def test_the_baseline_from_the_command(tmp_path: Path) -> None:
    """Begin, stay, lose, close, shrink, and accept."""
    file = tmp_path / "baseline.json"
    with_file = ("--baseline", file)
    begun = lumme("coverage", WORKED, *with_file, "--accept-new", "where we start")
    assert begun.code == 0
    assert len(json.loads(file.read_text(encoding="utf-8"))["gaps"]) == 15
    assert lumme("coverage", WORKED, *with_file).code == 0
    lost = lumme("coverage", without_g2(tmp_path / "lost"), *with_file)
    assert lost.code == 1
    assert "new gap" in lost.out
    closed = with_g3_reviewed(tmp_path / "g3")
    shown = lumme("coverage", closed, *with_file, "--update-baseline")
    assert shown.code == 0
    assert "closed" in shown.out
    assert len(json.loads(file.read_text(encoding="utf-8"))["gaps"]) == 13
    assert lumme("coverage", WORKED, *with_file, "--update-baseline").code == 1
    assert len(json.loads(file.read_text(encoding="utf-8"))["gaps"]) == 13
    assert lumme("coverage", WORKED, *with_file, "--accept-new", "back again").code == 0
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert (len(kept["gaps"]), kept["reasons"]) == (15, ["where we start", "back again"])


def test_a_part_from_the_command() -> None:
    words = ("--profile", "profile-family", "--municipality", "municipality-rantasalmi")
    shown = lumme("coverage", LUMME, *words, "--lang", "fi")
    assert shown.code == 0
    assert "Oppaan kattavuus 22. elokuuta 2026: Lapsiperhe, Rantasalmi" in shown.out
    assert "? ei tiedetä" in shown.out
    assert "○ puuttuu" in shown.out
    data = json.loads(lumme("coverage", LUMME, *words, "--format", "json").out)
    assert data["part"] == {
        "profile": "profile-family",
        "municipality": "municipality-rantasalmi",
        "tags": [],
    }
    assert lumme("coverage", LUMME, *words, "--min", "90").code == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("--min 101", "--min: 101 is not a percentage from 0 to 100"),
        ("--min 72.25", "--min: 72.25 is not a percentage"),
        ("--min nan", "--min: nan is not a percentage"),
        ("--baseline nowhere.json", "nowhere.json cannot be read"),
        ("--update-baseline", "say which file holds the baseline"),
        ("--accept-new why", "say which file holds the baseline"),
        ("--profile profile-famly", "did you mean profile-family?"),
        ("--municipality municipality-x", "there is no municipality"),
        ("--profile profile-family --baseline b.json", "a baseline is about the whole guide"),
        ("--format svg", "a picture is made of --history"),
        ("-o report.doc", "say the format, or end the name in"),
        ("extra.json", "Files belong to --history"),
        ("--unknown perhaps", "is not one of"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = lumme("coverage", WORKED, *words.split())
    assert shown.code == 2
    assert shown.out == ""
    assert says in " ".join(shown.err.replace("│", " ").split())


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"version": 1}', '{"version": 9, "settings": "", "reasons": [], "gaps": []}'],
)
def test_a_broken_baseline_stops_the_run(tmp_path: Path, text: str) -> None:
    file = tmp_path / "b.json"
    file.write_text(text, encoding="utf-8")
    shown = lumme("coverage", WORKED, "--baseline", file)
    assert (shown.code, shown.out) == (2, "")
    assert "b.json" in shown.err
    assert file.read_text(encoding="utf-8") == text


def test_a_baseline_of_other_settings_stops_the_run(tmp_path: Path) -> None:
    file = tmp_path / "b.json"
    lumme("coverage", WORKED, "--baseline", file, "--accept-new", "so")
    shown = lumme("coverage", WORKED, "--baseline", file, "--unknown", "gap")
    assert shown.code == 2
    assert "made for other needs" in shown.err


# Reviews.


def test_an_accepted_review_closes_its_gaps(tmp_path: Path) -> None:
    folder = copied(tmp_path / "model")
    waiting = lumme("review", folder)
    assert "section-g3/service-home" in waiting.out
    before = (folder / "guide.yaml").read_text(encoding="utf-8").splitlines()
    done = lumme("review", folder, "--accept", "section-g3/service-home", "section-g5")
    assert (done.code, done.out) == (0, "")
    assert done.err.split() == [
        "section-g3/service-home",
        "section-g5/commitment-open",
        "section-g5/en",
    ]
    after = (folder / "guide.yaml").read_text(encoding="utf-8").splitlines()
    kept = [line for line in before if line in after]
    assert len(before) - len(kept) == 2
    graph = lg.read(folder)[0]
    assert len(lg.coverage(graph).gaps) == 13
    assert "LG402" not in {finding.code for finding in lg.check(graph)}
    assert graph.written("section-g5") is not None
    g5 = graph[lg.Section, "section-g5"]
    assert [t.language for t in g5.translations] == ["en"]


def test_a_changed_source_text_makes_its_translation_stale(tmp_path: Path) -> None:
    folder = copied(tmp_path / "model")
    lumme("review", folder, "--accept", "section-g1/en")
    assert "LG502" not in {finding.code for finding in lg.check(lg.read(folder)[0])}
    (folder / "guide" / "section-g1.fi.md").write_text("Uusi teksti.\n", encoding="utf-8")
    found = [f for f in lg.check(lg.read(folder)[0]) if f.code == "LG502"]
    assert [(f.element, f.params["tag"]) for f in found] == [("section-g1", "en")]
    lumme("review", folder, "--accept", "section-g1/en")
    assert "LG502" not in {finding.code for finding in lg.check(lg.read(folder)[0])}


def test_impact_lists_what_lies_behind() -> None:
    shown = lumme("review", WORKED, "--impact", "touchpoint-bus")
    assert shown.code == 0
    assert "section-g8" in shown.out
    assert "commitment-near" in shown.out
    assert "service-loan" not in shown.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("--accept section-g99", "there is no section-g99 in the model; did you mean section-g9?"),
        ("--accept section-g1/service-home", "of this section there are section-g1/service-loan"),
        ("--accept service-loan", "service-loan is no Section but a Service"),
        ("--impact service-loon", "did you mean service-loan?"),
        ("section-g1", "Say --accept"),
    ],
)
def test_a_review_of_nothing_is_said(words: str, says: str) -> None:
    shown = lumme("review", WORKED, *words.split())
    assert (shown.code, shown.out) == (2, "")
    assert says in " ".join(shown.err.replace("│", " ").split())


def test_several_files_are_written_of_one_judgement(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.md", "b.csv", "c.txt")]
    words = [word for file in files for word in ("-o", file)]
    assert lumme("coverage", WORKED, *words) == Run("", "", 0)
    for file, form in zip(files, ("md", "csv", "text"), strict=True):
        alone = tmp_path / "alone"
        lumme("coverage", WORKED, "--format", form, "-o", alone)
        assert file.read_bytes() == alone.read_bytes()
