"""Every check, by its page: what it reports, in which words, and what it leaves alone, in files."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest

import lumme_graph as lg
from lumme_graph.base.catalogue import SHIPPED
from lumme_graph.base.codes import CODES, Severity
from lumme_graph.base.finding import Fault, Finding
from lumme_graph.base.speaker import Speaker
from lumme_graph.checks.check import CHECKS, FAULTS, check
from lumme_graph.checks.registry import Check
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.read import read
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reports.findings.pages import explain
from lumme_graph.reports.findings.to_text import render
from lumme_graph.reports.look import Look

PAGES = files("lumme_graph.checks").joinpath("cases")
BROKEN_FILES = {"LG001", "LG004", "LG006", "LG013", "LG109"}
"""What needs a file that a page cannot show: test_load_* and test_own_code show these."""

JUDGED = {"LG290", "LG291", "LG292", "LG293"}
"""What gates and a baseline find, not a check: test_coverage_engine shows these."""

CASE = re.compile(r"^## (?P<title>.+?)\n(?P<rest>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(
    r"^```(?P<form>yaml|markdown|po)(?: (?P<name>\S+))?(?P<whole> # LG\d{3})?\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
SAID = re.compile(r"^```text\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r"# (LG\d{3})$")


class Case(NamedTuple):
    """A model in files, where the page's own code must be found in it, and what must be said."""

    code: str
    title: str
    rest: str

    @property
    def fires(self) -> bool:
        return self.title.startswith("Fires ")

    @property
    def blocks(self) -> list[tuple[str, str, str]]:
        """The files: name, what the line above the text marks, text."""
        found = BLOCK.finditer(self.rest)
        return [(one["name"] or "case.yaml", one["whole"] or "", one["text"]) for one in found]

    @property
    def files(self) -> dict[str, str]:
        return {name: text for name, _, text in self.blocks}

    @property
    def marks(self) -> dict[tuple[str, int], str]:
        """The code that is marked, by file and line; line 0 is the file itself."""
        lines = {
            (name, number): MARK.search(line)
            for name, whole, text in self.blocks
            for number, line in enumerate([whole, *text.split("\n")])
        }
        return {place: mark[1] for place, mark in lines.items() if mark}

    @property
    def said(self) -> list[str]:
        """The reports of the command, one for each block of text."""
        return [one["text"] for one in SAID.finditer(self.rest)]


def page_of(code: str) -> str:
    """The page, nothing if there is none: a test says so, since this runs at collection."""
    page = PAGES.joinpath(f"{code}.md")
    return page.read_text(encoding="utf-8") if page.is_file() else ""


def cases_of(code: str) -> list[Case]:
    return [Case(code, one["title"], one["rest"]) for one in CASE.finditer(page_of(code))]


def shown() -> list[str]:
    return [code for code in FAULTS if code not in BROKEN_FILES | JUDGED]


ALL = [case for code in shown() for case in cases_of(code)]
by_case = pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.code}: {case.title}")


class Found(NamedTuple):
    """What is found in a case, which lies in a folder."""

    folder: Path
    findings: tuple[Finding, ...]

    def own(self, code: str) -> list[Finding]:
        """What is found of one code, its places told from the folder."""
        return [one.within(self.folder.as_posix()) for one in self.findings if one.code == code]


@pytest.fixture(scope="module")
def found_in(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Case], Found]:
    """Reads each case once."""
    seen: dict[tuple[str, str], Found] = {}

    def found(case: Case) -> Found:
        key = case.code, case.title
        if key not in seen:
            folder = tmp_path_factory.mktemp("case")
            seen[key] = Found(folder, _findings(case, folder))
        return seen[key]

    return found


def _findings(case: Case, folder: Path) -> tuple[Finding, ...]:
    has_network = any("- id: organisation-net\n" in text for text in case.files.values())
    network = "network: organisation-net\n" if has_network else ""
    settings = f"languages: {{required: [en]}}\nas_of: 2026-08-22\n{network}"
    for name, text in ({"model.yaml": settings} | case.files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    graph, _ = read(folder)
    return check(graph)


@by_case
def test_a_page_says_where_its_check_finds_something(
    case: Case, found_in: Callable[[Case], Found]
) -> None:
    own = found_in(case).own(case.code)
    assert {(one.place.file, one.place.line) for one in own} == case.marks.keys()


@by_case
def test_a_page_says_what_its_check_says(case: Case, found_in: Callable[[Case], Found]) -> None:
    """Whole, as the command gives it in English, but for the lines of the file."""
    own = found_in(case).own(case.code)
    *reports, _sum = render(own, Speaker("en"), Look(whole=True)).split("\n\n")
    assert case.said == (["\n".join([*reports, ""])] if case.fires else [])


@by_case
def test_a_case_shows_nothing_else_that_is_broken(
    case: Case, found_in: Callable[[Case], Found]
) -> None:
    """Else a check could be silent only because the model could not be read."""
    codes = {finding.code for finding in found_in(case).findings}
    if not case.fires or case.code > "LG2":
        assert not {code for code in codes if code < "LG2"}


@pytest.mark.long
@pytest.mark.parametrize(
    "case", [one for one in ALL if one.fires], ids=lambda one: f"{one.code}: {one.title}"
)
def test_a_model_with_faults_is_shown_all_the_same(
    case: Case, found_in: Callable[[Case], Found], tmp_path: Path
) -> None:
    """For those who mend them: the site, the drawings, the reports, the answers, what has changed."""
    graph, _ = read(found_in(case).folder)
    lg.build(graph, "en", out=tmp_path).write(tmp_path)
    assert all(drawing.svg for drawing in lg.draw_all(graph))
    assert lg.report(graph).docx()
    assert lg.report(graph, one_page=True).docx()
    assert len([lg.rows(lg.ask(graph, name)) for name in lg.QUESTIONS]) == len(lg.QUESTIONS)
    diff = lg.diff(lg.example(), graph)
    assert lg.DIFF_FORMS["html"].render(diff, "fi", private=True, effects=True)


@pytest.mark.parametrize("code", shown())
def test_a_page_has_cases_of_both_sorts_and_its_marks_stand_in_the_firing_ones(code: str) -> None:
    cases = cases_of(code)
    assert page_of(code).startswith(f"# {code} {CODES[code].name}\n"), f"{code} has no page"
    assert all(case.title.startswith(("Fires ", "Is silent ")) for case in cases)
    assert all(bool(case.marks) is case.fires for case in cases)
    assert {case.fires for case in cases} == {True, False}


@by_case
def test_every_block_of_a_case_is_read(case: Case) -> None:
    assert case.rest.count("```") == 2 * (len(case.blocks) + len(case.said))
    assert len(case.files) == len(case.blocks), "a file is there twice"
    assert set(case.marks.values()) <= {case.code}


def test_there_is_no_page_of_an_unknown_code() -> None:
    names = {page.name for page in PAGES.iterdir() if page.name.startswith("LG")}
    assert names == {f"{code}.md" for code in shown()}


@pytest.mark.parametrize("code", shown())
def test_explain_shows_the_first_case_of_each_sort_whole(code: str) -> None:
    page = explain(code)
    cases = cases_of(code)
    fires = next((case for case in cases if case.fires), None)
    silent = next((case for case in cases if not case.fires), None)
    assert fires is not None, f"{code} has no page with a case that fires"
    assert silent is not None, f"{code} has no page with a case that is silent"
    texts = [*fires.files.values(), *fires.said, *silent.files.values()]
    for line in [line for text in texts for line in text.splitlines()]:
        assert MARK.sub(r"# ← \1", line) in page.splitlines()
    marked = [line for line in page.splitlines() if "# ← LG" in line]
    assert len(marked) == sum(line > 0 for _, line in fires.marks)


def test_codes_are_unique_in_order_and_known() -> None:
    assert list(CODES) == sorted(CODES)
    assert len({code.name for code in CODES.values()}) == len(CODES)
    assert all(re.fullmatch(r"LG\d{3}", code) for code in CODES)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code.name) for code in CODES.values())
    assert list(FAULTS) == sorted(FAULTS)
    assert FAULTS.keys() <= CODES.keys()
    assert [one.fault.code for one in CHECKS] == sorted(one.fault.code for one in CHECKS)
    assert all(FAULTS[one.fault.code] is one.fault for one in CHECKS)


def test_a_code_is_a_promise() -> None:
    """The codes as they were first given. Add to the end; a retired one goes to RETIRED."""
    assert RETIRED.keys().isdisjoint(CODES)
    assert set(RETIRED.values()).isdisjoint(code.name for code in CODES.values())
    assert {code: CODES[code].name for code in GIVEN if code in CODES} == {
        code: name for code, name in GIVEN.items() if code not in RETIRED
    }
    assert CODES.keys() - RETIRED.keys() <= GIVEN.keys(), "write the new code down in GIVEN"


RETIRED: dict[str, str] = {}

GIVEN = {
    "LG001": "unreadable-file",
    "LG002": "not-yaml",
    "LG003": "duplicate-key",
    "LG004": "over-limit",
    "LG005": "refused-yaml",
    "LG006": "link-out-of-folder",
    "LG007": "unknown-field",
    "LG008": "wrong-value",
    "LG009": "missing-field",
    "LG010": "unknown-kind",
    "LG011": "no-id",
    "LG012": "misplaced-body",
    "LG013": "no-model",
    "LG014": "refused-picture",
    "LG101": "dangling-reference",
    "LG102": "duplicate-id",
    "LG103": "wrong-kind",
    "LG104": "malformed-id",
    "LG105": "duplicate-record",
    "LG201": "missing-coverage",
    "LG202": "planned-only",
    "LG203": "untranslated",
    "LG204": "stale-link",
    "LG211": "orphan-section",
    "LG212": "dead-section",
    "LG213": "extra-section",
    "LG214": "section-without-content",
    "LG215": "waiver-expired",
    "LG216": "section-without-owner",
    "LG290": "gate-failed",
    "LG291": "baseline-can-shrink",
    "LG292": "nothing-to-cover",
    "LG293": "new-gap",
    "LG301": "contradiction",
    "LG302": "over-claim",
    "LG303": "step-where-not-offered",
    "LG304": "contradictory-dates",
    "LG401": "no-standing",
    "LG402": "unreviewed-link",
    "LG403": "old-or-borrowed-content",
    "LG404": "sourced-without-source",
    "LG405": "derived-without-derivation",
    "LG406": "old-facts",
    "LG407": "unused-suppression",
    "LG408": "suppression-expired",
    "LG501": "missing-language",
    "LG502": "translation-stale",
    "LG601": "profile-without-path",
    "LG602": "service-without-path",
    "LG603": "service-without-touchpoint",
    "LG604": "touchpoint-on-no-path",
    "LG605": "commitment-kept-nowhere",
    "LG606": "commitment-without-indicator",
    "LG701": "need-without-target",
    "LG702": "target-without-action",
    "LG703": "target-on-staff-only",
    "LG704": "group-without-leader",
    "LG705": "leader-untrained",
    "LG706": "event-outside-project",
    "LG707": "action-before-prerequisite",
    "LG708": "budget-does-not-add-up",
    "LG709": "source-never-cited",
    "LG710": "practice-unknown",
    "LG711": "joint-service-without-saving",
    "LG712": "coordinator-gap",
    "LG801": "personal-phone",
    "LG802": "personal-email",
    "LG803": "looks-like-a-name",
    "LG901": "internal-error",
    "LG106": "ring",
    "LG107": "language-tag-twice",
    "LG108": "unknown-query",
    "LG109": "own-code-fails",
    "LG217": "dead-link-in-prose",
    "LG305": "contradictory-offers",
    "LG306": "stray-file",
    "LG307": "number-differs-from-fact",
    "LG308": "typed-fact",
    "LG309": "code-without-name",
    "LG310": "own-code-not-run",
    "LG503": "undeclared-language",
    "LG504": "over-long-word",
    "LG505": "broken-catalogue",
    "LG506": "unusual-tag",
}


@pytest.mark.parametrize("code", CODES)
def test_severities_are_as_the_design_says(code: str) -> None:
    """Errors: 0xx, 1xx, 301–303, 8xx, with gates and internal errors; infos: 213, 291, 308–310, 402.

    A name that looks like a person's is a warning, as the design says among the rules of meaning.
    """
    if code in {"LG213", "LG291", "LG308", "LG309", "LG310", "LG402"}:
        wanted = Severity.INFO
    elif code == "LG803":
        wanted = Severity.WARNING
    elif code[2] in "018" or code in {
        "LG301",
        "LG302",
        "LG303",
        "LG290",
        "LG292",
        "LG293",
        "LG901",
    }:
        wanted = Severity.ERROR
    else:
        wanted = Severity.WARNING
    assert CODES[code].severity is wanted


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.fault.code)
def test_the_docstring_of_a_check_is_its_page(one: Check) -> None:
    page = one.fault.page
    first, *rest = page.split("\n\n")
    assert first.endswith(".")
    assert "\n## Why it matters\n" in page
    assert "\n## Mend it\n" in page
    assert len(rest) == 2
    assert all(len(part.split("\n", 1)[1].strip()) > 20 for part in rest)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_sentence_and_hint_have_the_same_parameters_in_every_language(fault: Fault) -> None:
    assert fault.page[0].isupper()
    for label in (fault.sentence, fault.hint):
        said = label.by_tag()
        assert said.keys() == {"en", *SHIPPED}
        assert len({frozenset(parameters(pattern)) for pattern in said.values()}) == 1


def parameters(pattern: str) -> set[str]:
    """The named parameters."""
    names = {name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None}
    assert "" not in names
    return names


@by_case
def test_what_is_found_can_be_said_in_every_language(
    case: Case, found_in: Callable[[Case], Found]
) -> None:
    for finding in found_in(case).findings:
        for lang in ("fi", "en", "sv"):
            for words in (finding.message(lang), finding.advice(lang)):
                assert words.strip()
                assert not re.search(r"\{\w*\}|Label\(|Text\(|<class|organisation-\w+-,", words)


def test_a_name_with_braces_is_said_as_it_is() -> None:
    odd = Touchpoint.model_validate(
        {"id": "touchpoint-odd", "name": {"en": "a {0} {b} }{"}, "channel": "device"}
    )
    graph = ServiceGraph([odd], Settings.model_validate({"as_of": "2026-08-22"}))
    said = {finding.code: finding.message("en") for finding in check(graph)}
    assert said == {
        "LG401": "touchpoint “a {0} {b} }{” does not say its standing",
        "LG604": "touchpoint “a {0} {b} }{” is on no path",
    }


def test_findings_come_in_the_order_of_places_then_codes(tmp_path: Path) -> None:
    (tmp_path / "model.yaml").write_text("as_of: 2026-08-22\n")
    (tmp_path / "b.yaml").write_text("- {id: section-b, name: {en: B}, status: published}\n")
    (tmp_path / "a.yaml").write_text(
        "- id: section-a\n  name: {en: A}\n  status: published\n  covers: [{item: service-x}]\n"
    )
    graph, _ = read(tmp_path)
    found = [(Path(f.place.file).name, f.place.line, f.code) for f in check(graph)]
    assert found == [
        ("a.yaml", 1, "LG214"),
        ("a.yaml", 1, "LG216"),
        ("a.yaml", 1, "LG401"),
        ("a.yaml", 4, "LG101"),
        ("b.yaml", 1, "LG211"),
        ("b.yaml", 1, "LG214"),
        ("b.yaml", 1, "LG216"),
        ("b.yaml", 1, "LG401"),
    ]
