"""What an element accepts is left out until its day, and an idle suppression is a finding."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lumme_graph.base.codes import CODES
from lumme_graph.base.finding import Finding
from lumme_graph.checks.check import check
from lumme_graph.elements.promise import Commitment
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.read import read
from lumme_graph.graph.service_graph import ServiceGraph


def found(*suppress: dict[str, str], day: str = "2026-08-22") -> list[str]:
    """The codes found for a commitment that is kept nowhere and has no indicator."""
    commitment = Commitment.model_validate(
        {
            "id": "commitment-answer",
            "name": {"en": "We answer"},
            "standing": "illustrative",
            "suppress": suppress,
        }
    )
    graph = ServiceGraph([commitment], Settings.model_validate({"as_of": day}))
    return [finding.code for finding in check(graph)]


def accept(code: str, until: str | None = None) -> dict[str, str]:
    return {"code": code, "reason": "so it is"} | ({"until": until} if until else {})


def test_a_finding_is_left_out_for_its_element_and_code_alone() -> None:
    assert found() == ["LG605", "LG606"]
    assert "LG605" not in found(accept("LG605"))
    assert "LG606" in found(accept("LG605"))
    assert "LG407" not in found(accept("LG605"))


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2026-08-21", ["LG606"]),
        ("2026-08-22", ["LG606"]),
        ("2026-08-23", ["LG408", "LG605", "LG606"]),
    ],
)
def test_it_holds_until_its_last_day_that_day_included(day: str, codes: list[str]) -> None:
    assert found(accept("LG605", "2026-08-22"), day=day) == codes


def test_the_day_is_that_of_the_question() -> None:
    commitment = Commitment.model_validate(
        {
            "id": "commitment-answer",
            "name": {"en": "We answer"},
            "suppress": [accept("LG605", "2020-01-01")],
        }
    )
    graph = ServiceGraph([commitment], Settings.model_validate({"as_of": "2026-08-22"}))
    assert "LG605" in {finding.code for finding in check(graph)}
    assert "LG605" not in {finding.code for finding in check(graph.on(date(2019, 6, 1)))}


def test_one_that_hits_nothing_is_a_finding() -> None:
    assert found(accept("LG603")) == ["LG407", "LG605", "LG606"]
    assert found(accept("LG999")) == ["LG407", "LG605", "LG606"]


def test_a_code_is_not_suppressed_for_another_element(tmp_path: Path) -> None:
    (tmp_path / "model.yaml").write_text("as_of: 2026-08-22\n")
    (tmp_path / "a.yaml").write_text(
        "- id: commitment-a\n  name: {en: A}\n  suppress: [{code: LG605, reason: so it is}]\n"
        "- id: commitment-b\n  name: {en: B}\n"
    )
    graph, _ = read(tmp_path)
    kept_nowhere = [finding.element for finding in check(graph) if finding.code == "LG605"]
    assert kept_nowhere == ["commitment-b"]


NEVER = [code for code in CODES if code.startswith(("LG0", "LG1"))]


@pytest.mark.parametrize("code", [*NEVER, "LG407", "LG408"])
def test_what_cannot_be_accepted_says_so(code: str) -> None:
    commitment = Commitment.model_validate(
        {"id": "commitment-answer", "name": {"en": "We answer"}, "suppress": [accept(code)]}
    )
    graph = ServiceGraph([commitment], Settings.model_validate({"as_of": "2026-08-22"}))
    (idle,) = [finding for finding in check(graph) if finding.code == "LG407"]
    assert idle.advice("en") == "remove it; this code cannot be suppressed"
    assert idle.advice("fi") == "poista se; tätä koodia ei voi ohittaa"


def test_a_reference_that_leads_nowhere_stays_an_error(tmp_path: Path) -> None:
    (tmp_path / "model.yaml").write_text("as_of: 2026-08-22\n")
    (tmp_path / "a.yaml").write_text(
        "- id: service-a\n  name: {en: A}\n  touchpoints: [touchpoint-none]\n"
        "  suppress:\n    - {code: LG101, reason: it comes later}\n"
    )
    graph, _ = read(tmp_path)
    at = [(finding.code, finding.place.line) for finding in check(graph) if finding.code < "LG5"]
    assert ("LG101", 3) in at
    assert ("LG407", 5) in at


def test_an_ended_one_tells_its_day_and_reason() -> None:
    commitment = Commitment.model_validate(
        {
            "id": "commitment-answer",
            "name": {"en": "We answer"},
            "suppress": [accept("LG605", "2020-01-01")],
        }
    )
    graph = ServiceGraph([commitment], Settings.model_validate({"as_of": "2026-08-22"}))
    ended: Finding = next(finding for finding in check(graph) if finding.code == "LG408")
    assert ended.message("en") == "the suppression of LG605 ended on 1 January 2020: so it is"
    assert ended.element == "commitment-answer"
