"""What is said to the person who typed it: the cause once, and the way out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from load_folders import said, write

from lumme_graph.analysis.coverage.result import coverage
from lumme_graph.checks.check import check
from lumme_graph.graph.read import read

SERVICE = (
    "- id: service-loan\n  name: {en: Loan}\n  touchpoints: [touchpoint-desk, touchpoint-web]\n"
)


def lines(root: Path, text: str, **files: str) -> list[str]:
    return said(root, read(write(root, {"m.yaml": text, **files}))[1])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_that_may_not_be_read_is_the_only_cause(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "x"})
    (tmp_path / "a.yaml").chmod(0)
    (line,) = lines(tmp_path, SERVICE)
    assert line.startswith("a.yaml LG001 the file cannot be read: Permission denied; give yourself")


def test_a_file_that_cannot_be_read_is_the_only_cause(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("gone.yaml")
    (line,) = lines(tmp_path, SERVICE)
    assert line.startswith("a.yaml LG001 the file cannot be read: it is not a file; ")


def test_an_empty_file_is_the_only_cause(tmp_path: Path) -> None:
    (line,) = lines(tmp_path, SERVICE, **{"a.yaml": " \n"})
    assert line.startswith(
        "a.yaml LG011 this file is empty; references that now lead nowhere: 2; a file is a list"
    )


def test_an_empty_file_that_nothing_misses_is_no_fault(tmp_path: Path) -> None:
    assert lines(tmp_path, "- id: role-a\n  name: {en: A}\n", **{"a.yaml": ""}) == []


def test_an_id_with_a_hidden_character_is_malformed(tmp_path: Path) -> None:
    text = (
        "- id: section-a\n  name: {en: A}\n  status: draft\n"
        '  covers: [{item: "service-\\u202enaol"}]\n'
    )
    (line,) = lines(tmp_path, text)
    assert line.startswith("m.yaml:4:13 LG104 service-\u202enaol is not a proper id; write ")


PROJECT = "- id: project-a\n  name: {{en: A}}\n  funding:\n    - {{party: own, {0}}}\n"


@pytest.mark.parametrize("amount", ["applied: 12000,50", "applied: 12000,5"])
def test_a_decimal_comma_in_a_record_on_one_line(tmp_path: Path, amount: str) -> None:
    found = lines(tmp_path, PROJECT.format(amount))
    number = amount.removeprefix("applied: ").replace(",", ".")
    cut = [line for line in found if "decimal" in line]
    assert len(cut) == 1
    assert cut[0].endswith(
        f"LG008 funding.0.applied: the number is cut at its decimal comma; write a decimal point: {number}"
    )


BRANCH = (
    "- id: organisation-a\n  name: {{en: A}}\n  type: library\n"
    "- id: branch-a\n  name: {{en: A}}\n  type: main\n  organisation: organisation-a\n  {0}\n"
)


@pytest.mark.parametrize(
    ("written", "hint"),
    [("latitude: 61,7", "did you mean 61.7?"), ("latitude: 6 1.7", "did you mean 61.7?")],
)
def test_a_number_with_a_comma(tmp_path: Path, written: str, hint: str) -> None:
    assert lines(tmp_path, BRANCH.format(written)) == [
        f"m.yaml:8:3 LG008 latitude: a number is expected here, such as 33700 or 12.50; {hint}"
    ]


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("latitude: 161.7", "latitude: the number must be at most 90"),
        ("latitude: -90.1", "latitude: the number must be at least -90"),
        ("longitude: 527.3", "longitude: the number must be at most 180"),
        ("longitude: -180.5", "longitude: the number must be at least -180"),
    ],
)
def test_a_place_off_the_globe(tmp_path: Path, written: str, why: str) -> None:
    (line,) = lines(tmp_path, BRANCH.format(written))
    assert line.startswith(f"m.yaml:8:3 LG008 {why}")


@pytest.mark.parametrize("written", ["latitude: -90", "latitude: 90.0", "longitude: 180"])
def test_a_place_on_the_edge_of_the_globe(tmp_path: Path, written: str) -> None:
    assert lines(tmp_path, BRANCH.format(written)) == []


def test_a_gate_takes_one_percentage(tmp_path: Path) -> None:
    settings = "as_of: 2026-08-22\ncoverage:\n  minimum:\n    language: {en: 60}\n"
    assert said(tmp_path, read(write(tmp_path, {"model.yaml": settings}))[1]) == [
        (
            "model.yaml:4:5 LG008 coverage.minimum.language: one percentage is expected here, which "
            "holds for each of them; write a number, such as 60"
        )
    ]


@pytest.mark.parametrize("quotes", ["“”", "””", "„“", "«»", "‘’"])
def test_quotes_of_a_word_processor(tmp_path: Path, quotes: str) -> None:
    first, last = quotes[0], quotes[1]
    assert lines(tmp_path, f"- id: role-a\n  name: {{en: {first}Clerk{last}}}\n") == [
        (
            f"m.yaml:2:14 LG008 en: the quotes {first} {last} would be part of the text; "
            f"write \"Clerk\", or '{first}Clerk{last}' if they are meant"
        )
    ]


@pytest.mark.parametrize(
    "name", ["'“Clerk”'", "The “clerk”", "“Clerk” and “page”", "rock ’n’ roll", "’t Hooft"]
)
def test_quotes_that_are_part_of_a_text(tmp_path: Path, name: str) -> None:
    assert lines(tmp_path, f"- id: role-a\n  name:\n    en: {name}\n") == []


def test_two_hundred_guesses_are_enough(tmp_path: Path) -> None:
    keys = "".join(f"  nam{chr(0x4E00 + n)}: x\n" for n in range(300))
    found = lines(tmp_path, f"- id: role-a\n  name: {{en: A}}\n{keys}")
    assert len(found) == 300
    assert sum("did you mean name?" in line for line in found) == 200
    assert found[-1].startswith("m.yaml:302:3 LG007 role has no field nam伫; the fields are id")


def test_every_place_of_a_large_mapping_is_right(tmp_path: Path) -> None:
    keys = "".join(f"  x{n}: [a, {{b: c}}]\n" for n in range(100))
    found = lines(tmp_path, f"- id: role-a\n  name: {{en: A}}\n{keys}")
    assert [line.split()[0] for line in found] == [f"m.yaml:{n}:3" for n in range(3, 103)]


GUIDE = (
    "- id: organisation-net\n  name: {en: Net}\n  type: network\n"
    "- id: organisation-a\n  name: {en: A}\n  type: library\n"
    "  memberships: [{of: organisation-net}]\n"
    "- id: service-loan\n  name: {en: Loan}\n  offered: [{at: organisation-net, is: yes}]\n"
    "- id: section-loan\n  name: {en: Loan}\n  status: published\n  covers: [{item: service-loan}]\n"
)
SETTINGS = "as_of: 2026-08-22\nnetwork: organisation-net\nlanguages: {{required: [{0}]}}\n"


@pytest.mark.parametrize(
    ("language", "file", "text", "done"),
    [
        ("en", "section-loan.en.md", "Bring your card.", (1, 1)),
        ("en", "section-loan.en-GB.md", "Bring your card.", (1, 1)),
        ("en-GB", "section-loan.en.md", "Bring your card.", (1, 1)),
        ("en-US", "section-loan.en-GB.md", "Bring your card.", (0, 1)),
        ("en", "section-loan.fi.md", "Ota kortti.", (0, 1)),
        ("en", "section-loan.en.md", "<!-- to be written -->", (0, 1)),
        ("en", "section-loan.en.md", "## Loans\n\nTODO", (0, 1)),
        ("en", "section-loan.en.md", "\u00a0\u200b", (0, 1)),
    ],
)
def test_covered_is_what_a_reader_reads_in_a_language_that_serves(
    tmp_path: Path, language: str, file: str, text: str, done: tuple[int, int]
) -> None:
    files = {"model.yaml": SETTINGS.format(language), "a.yaml": GUIDE, f"guide/{file}": text}
    graph, findings = read(write(tmp_path, files))
    assert findings == ()
    counted = coverage(graph).done
    assert (counted.n, counted.d) == done
    no_text = not any(letter.isalnum() for letter in text) or "TODO" in text or "<!--" in text
    assert ("LG214" in {finding.code for finding in check(graph)}) is no_text


@pytest.mark.parametrize(
    ("tag", "advice"),
    [
        ("em", "did you mean en?"),
        ("cym", "did you mean cy?"),
        ("eng", "did you mean en?"),
        ("fi", "declared are cy, en"),
    ],
)
def test_a_tag_that_is_not_declared(tmp_path: Path, tag: str, advice: str) -> None:
    settings = "as_of: 2026-08-22\nlanguages: {required: [cy, en]}\n"
    role = f"- id: role-a\n  name: {{cy: A, en: A, {tag}: A}}\n"
    graph, _ = read(write(tmp_path, {"model.yaml": settings, "a.yaml": role}))
    found = [finding for finding in check(graph) if finding.code == "LG503"]
    assert said(tmp_path, found) == [
        f"a.yaml:2:24 LG503 name.{tag}: the language {tag} is not declared in model.yaml; {advice}"
    ]


@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_a_text_that_a_hash_would_cut_is_told(tmp_path: Path, bom: str) -> None:
    text = "- id: role-a\n  name:\n    en: Åse #1 and returning\n  description: {en: a # b}\n"
    root = write(tmp_path, {"a.yaml": f"{bom}# ä\n{text}"})
    (line,) = [one for one in said(root, read(root)[1]) if "LG008" in one]
    assert line == (
        "a.yaml:4:9 LG008 en: #1 and returning is a comment to YAML and would be left out of the text; "
        "put the whole text in quotes, or a blank behind the # of a comment"
    )


@pytest.mark.parametrize("en", ["'a #1'", '"a #1"', "a#1", "a # 1", "a ## 1", "|\n      a #1"])
def test_a_hash_that_cuts_nothing_is_silent(tmp_path: Path, en: str) -> None:
    root = write(tmp_path, {"a.yaml": f"- id: role-a #\n  name:\n    en: {en}\n"})
    assert [one for one in said(root, read(root)[1]) if "LG0" in one] == []
