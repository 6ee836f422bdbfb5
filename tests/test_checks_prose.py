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
