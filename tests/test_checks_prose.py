"""Numbers and links in the prose of whole models."""

from __future__ import annotations

from pathlib import Path

import pytest
from load_folders import MODELS, said, texts, write

from lumme_graph.checks.check import check
from lumme_graph.checks.units import typed_with
from lumme_graph.editing.change import edit
from lumme_graph.graph.read import load, read
from lumme_graph.reading.new import new_files, write_new
from lumme_graph.reading.save import save


def test_the_number_in_the_text_of_a_new_model_is_compared_with_the_fact(tmp_path: Path) -> None:
    root = tmp_path / "new"
    write_new(root, new_files())
    for name in ("offer.yaml", "guide.yaml"):
        file = root / name
        text = file.read_text(encoding="utf-8")
        assert "{key: pick_up_days, value: 7, unit: d}" in text
        file.write_text(text.replace("pick_up_days, value: 7", "pick_up_days, value: 8"), "utf-8")
    for file in root.glob("guide/section-holds.*.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("{{ fact: pick_up_days }}", "7"), "utf-8")
    found = [finding for finding in check(read(root)[0]) if finding.code == "LG307"]
    hint = "correct it, write {{ fact: key }}, or add it to the facts of the section"
    fact = "but the fact is pick_up_days 8"
    assert said(root, found) == [
        f"guide/section-holds.en.md:3:96 LG307 body.en: the text says 7, {fact}; {hint}",
        f"guide/section-holds.fi.md:3:80 LG307 body.fi: the text says 7, {fact}; {hint}",
    ]


def test_numbers_with_a_unit() -> None:
    text = (
        "28 days, 14 päivää, 1 250 vuorokautta, 7-päiväinen, **5** dagar; 3 daytime, 2026-08-22 day"
    )
    assert [typed.written for typed in typed_with("d", text)] == ["28", "14", "1 250", "7", "5"]
    money = "€2.50, 10 €, 1 euro, 12,50 euroa; 5 years, €uro"
    assert [typed.written for typed in typed_with("EUR", money)] == ["2.50", "10", "1", "12,50"]
    assert [typed.written for typed in typed_with("loan", "50 loans, 1 loan, 5 loaned")] == [
        "50",
        "1",
    ]


FILES = {
    "a.yaml": (
        "- id: service-loan\n  name: {en: Loan}\n  facts: [{key: fee, value: 2, unit: EUR}]\n"
        "- id: section-loan\n  name: {en: Loan}\n  status: draft\n"
    ),
    "guide/section-loan.en.md": (
        "[Loan](service-loan), [fee](service-loan#fee): {{ fact: service-loan.fee }}.\r\n"
        "service-loan `[x](service-loan)`\r\n"
    ),
}


def test_a_renamed_element_keeps_its_links_in_prose(tmp_path: Path) -> None:
    root = write(tmp_path, FILES)
    done = edit(root).rename("service-loan", "service-lending")
    assert texts(root)["guide/section-loan.en.md"].decode() == (
        "[Loan](service-lending), [fee](service-lending#fee): {{ fact: service-lending.fee }}.\r\n"
        "service-loan `[x](service-loan)`\r\n"
    )
    assert [(place.line, place.column) for place in done.mentions] == [(2, 1), (2, 19)]
    assert read(root)[1] == ()


def test_a_text_that_says_nothing_is_kept_when_saved(tmp_path: Path) -> None:
    bodies = {"guide/section-loan.en.md": "<!-- later -->\n", "guide/section-loan.fi.md": "\u200b"}
    root = write(tmp_path, FILES | bodies)
    before = texts(root)
    save(load(root), root)
    assert texts(root) == before


def test_the_lakes_model_has_no_stray_file_language_or_link() -> None:
    graph, _ = read(MODELS / "lakes")
    new = {"LG217", "LG306", "LG307", "LG503"}
    assert [finding for finding in check(graph) if finding.code in new] == []


@pytest.mark.parametrize("words", ["EUR 4", "4 EUR", "€4", "4 €", "4 euros"])
def test_money_is_compared_however_its_currency_stands(words: str) -> None:
    assert [typed.written for typed in typed_with("EUR", f"It costs {words} now.")] == ["4"]


UNSAFE = ["//evil.example", "ftp://a.example/b", "tel:+358401234567", "data:image/png;base64,AA==",
          "javascript:alert(1)", "JavaScript:alert(1)", "vbscript:a", "file:///etc/passwd", "https:evil"]  # fmt: skip
NOWHERE = ["../../etc/passwd", "/etc", "images/a.png", "loans", "section-loan.html", "?q=a"]
RIGHT = ["https://example.org/ä?b=c#d", "http://example.org", "mailto:library@example.org", "section-loan",
         "section-loan#fees", "#fees", "path-hold/ask", "path-hold#ask", "service-loan#fee", "service-loan"]  # fmt: skip

PATH_AND_LOAN = """
- id: path-hold
  name: {en: Hold}
  goal: {en: A book}
  steps:
    - {id: ask, action: {en: asks}, actor: {kind: customer}, lane: customer}
- id: service-loan
  name: {en: Loan}
  facts: [{key: fee, value: 2, unit: EUR}]
- id: section-loan
  name: {en: Loan}
  status: draft
"""


def found_in_links(root: Path, targets: list[str]) -> list[str]:
    """Where links lead, one a line, what is found of them: place and code."""
    prose = "".join(f"- [x](<{target}>)\n" for target in targets) + "\n## Fees\n\nNone.\n"
    files = {"a.yaml": PATH_AND_LOAN, "guide/section-loan.en.md": prose}
    graph, _ = read(write(root, files))
    in_prose = [one for one in check(graph) if one.place.file.endswith(".md")]
    return [" ".join(line.split()[:2]) for line in said(root, in_prose)]


@pytest.mark.parametrize(
    ("targets", "code"), [(UNSAFE, "LG008"), (NOWHERE, "LG217"), (["service-x", "path-hold/no"], "LG101")]
)  # fmt: skip
def test_a_link_to_what_no_page_may_lead_to_is_found_at_its_place(
    tmp_path: Path, targets: list[str], code: str
) -> None:
    assert found_in_links(tmp_path, targets) == [
        f"guide/section-loan.en.md:{line}:8 {code}" for line in range(1, len(targets) + 1)
    ]


def test_a_link_to_an_element_a_part_a_heading_or_the_web_is_left_alone(tmp_path: Path) -> None:
    assert found_in_links(tmp_path, RIGHT) == []


def test_a_picture_that_is_no_file_is_found_too(tmp_path: Path) -> None:
    prose = "![x](data:image/png;base64,AA==)\n![x](//evil.example/a.png)\n"
    root = write(tmp_path, {"a.yaml": PATH_AND_LOAN, "guide/section-loan.en.md": prose})
    found = [line.split()[:2] for line in said(root, check(read(root)[0])) if ".md:" in line]
    name = "guide/section-loan.en.md"
    assert found == [[f"{name}:1:6", "LG008"], [f"{name}:2:6", "LG008"]]


def test_a_second_title_is_refused_at_its_line(tmp_path: Path) -> None:
    prose = "Bring it.\n\n# Fees {all}\n\n    # code\n\nOld\n===\n\n> # Said\n"
    root = write(tmp_path, {"a.yaml": PATH_AND_LOAN, "guide/section-loan.en.md": prose})
    says = "is of level 1, as only the section's own name is; begin it with ##"
    assert said(root, read(root)[1]) == [
        f"guide/section-loan.en.md:3:1 LG008 body.en: the heading “Fees {{all}}” {says}",
        f"guide/section-loan.en.md:7:1 LG008 body.en: the heading “Old” {says}",
        f"guide/section-loan.en.md:10:1 LG008 body.en: the heading “Said” {says}",
    ]


def test_facts_that_are_none_or_two_on_the_day_are_errors_at_their_place(tmp_path: Path) -> None:
    elements = PATH_AND_LOAN + (
        "  facts:\n"
        "    - {key: days, value: 21, unit: day}\n"
        "    - {key: days, value: 28, unit: day}\n"
        "    - {key: old, value: 3, unit: day, to: 2020-12-31}\n"
    )
    prose = "{{ fact: days }} {{ fact: old }}\n\n{{ fact: service-loan.fees }} {{ fee }} {{fact:service-loan.fee}}\n"
    root = write(tmp_path, {"a.yaml": elements, "guide/section-loan.en.md": prose})
    found = [line.partition(";")[0] for line in said(root, read(root)[1]) if ".md" in line]
    name = "guide/section-loan.en.md"
    assert found == [
        f"{name}:1:1 LG101 body.en: the fact days has several values on 22 August 2026",
        f"{name}:1:18 LG101 body.en: there is no fact old",
        f"{name}:3:1 LG101 body.en: there is no fact service-loan.fees",
        f"{name}:3:31 LG101 body.en: {{{{ fee }}}} names no fact",
    ]


@pytest.mark.parametrize(
    ("name", "code"), [("Section-loan.en.md", "LG012"), ("section-loan.eN.md", "LG107")]
)
def test_a_page_whose_name_differs_by_case_alone_is_an_error(
    tmp_path: Path, name: str, code: str
) -> None:
    files = {"a.yaml": PATH_AND_LOAN, "guide/section-loan.en.md": "a\n", f"guide/{name}": "b\n"}
    found = read(write(tmp_path, files))[1]
    assert [one.code for one in found] == [code]
    assert found[0].place.file.lower().endswith("/guide/section-loan.en.md")
