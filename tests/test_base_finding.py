from __future__ import annotations

import re

import pytest

from lumme_graph.base.codes import CODES, Severity
from lumme_graph.base.finding import NOWHERE, Fault, Place
from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Speaker

FAULT = Fault(
    "LG101",
    Label("did you mean {guess}?"),
    Label("by {day}"),
    "A page.",
)


def test_places_are_written_and_ordered_by_file_line_and_column() -> None:
    places = [
        Place("b.yaml", 1, 1),
        Place("a.yaml", 10, 1),
        Place("a.yaml", 9, 12),
        Place("a.yaml"),
    ]
    assert [str(place) for place in sorted(places)] == [
        "a.yaml",
        "a.yaml:9:12",
        "a.yaml:10:1",
        "b.yaml:1:1",
    ]
    assert str(NOWHERE) == ""


def test_a_finding_says_its_words_in_the_readers_language() -> None:
    finding = FAULT.at(Place("a.yaml", 3, 5), "path-x", guess=Label("service"), day="x")
    assert finding.element == "path-x"
    assert finding.message() == "did you mean service?"
    assert finding.message("fi") == "tarkoititko palvelu?"
    assert finding.message("sv") == "menade du tjänst?"
    assert finding.advice() == "by x"
    assert finding.advice("fi") == "viimeistään x"
    assert Speaker("sv")(finding.problem).words == "menade du tjänst?"
    assert Speaker("sv")(finding.remedy).words == "senast x"
    assert finding.severity is Severity.ERROR


def test_findings_are_ordered_by_place_then_code() -> None:
    other = Fault("LG007", Label("x"), Label("x"), "")
    at = [
        FAULT.at(Place("a.yaml", 2, 1), guess="", day=""),
        other.at(Place("a.yaml", 2, 1)),
        other.at(Place("a.yaml", 10, 1)),
        other.at(Place("a.yaml", 1, 9)),
    ]
    found = [(f.place.line, f.code) for f in sorted(at, key=lambda f: f.sort_key())]
    assert found == [(1, "LG007"), (2, "LG007"), (2, "LG101"), (10, "LG007")]


def test_codes_are_in_order_and_named_by_the_fault() -> None:
    assert list(CODES) == sorted(CODES)
    assert all(re.fullmatch(r"LG[0-9]{3}", code) for code in CODES)
    names = [code.name for code in CODES.values()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


@pytest.mark.parametrize(
    ("codes", "severity"),
    [
        (("LG301", "LG302", "LG303", "LG801", "LG802"), Severity.ERROR),
        (("LG213", "LG291", "LG402"), Severity.INFO),
        (("LG201", "LG214", "LG403", "LG501", "LG601", "LG701"), Severity.WARNING),
    ],
)
def test_severities_that_are_fixed(codes: tuple[str, ...], severity: Severity) -> None:
    assert {CODES[code].severity for code in codes} == {severity}


def test_what_cannot_be_read_is_an_error() -> None:
    reading = [code for name, code in CODES.items() if name[2] in "01"]
    assert len(reading) >= 18
    assert {code.severity for code in reading} == {Severity.ERROR}


def test_a_near_word_is_guessed_and_a_far_one_not() -> None:
    known = ["service-loan", "service-hold", "touchpoint-desk"]
    assert nearest("service-lona", known) == "service-loan"
    assert nearest("organisation-x", known) is None
    assert nearest("service-loan", []) is None
