"""What is wrong in a model is one line with its place, and a site that was good is not half replaced.

What cannot be read leaves the last site as it was, to the byte. Of errors besides, `lumme guide` leaves
it too, and `lumme build`, whose site is for those who mend them, writes; both print them with their
places and end in 1. What the preview says is stated in `test_serve_*`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from load_folders import texts, write
from running import lumme

ELEMENTS = """\
- {id: organisation-net, name: {en: Net}, type: network, standing: illustrative}
- {id: service-loan, name: {en: Loans}, standing: illustrative}
- {id: section-loans, name: {en: Loans}, status: published, audience: both, standing: illustrative}
"""
COVERED = """\
- {id: organisation-a, name: {en: A, fi: A}, type: library, standing: illustrative}
- {id: service-loan, name: {en: Loans, fi: Lainat}, offered: [{at: organisation-a, is: yes}],
   standing: illustrative}
- {id: section-loans, name: {en: Loans, fi: Lainat}, status: published, audience: both,
   covers: [{item: service-loan}], standing: illustrative}
"""
PROSE = "guide/section-loans.en.md"
SETTINGS = (
    "as_of: 2026-08-22\nname: {en: Net}\nnetwork: organisation-net\nlanguages: {required: [en]}\n"
)
GOOD = {"model.yaml": SETTINGS, "all.yaml": ELEMENTS, PROSE: "Bring your card.\n"}
AGAIN = "- {id: service-Loan, name: {en: Other loans}, standing: illustrative}\n"

UNREADABLE = {
    "a second h1": (
        {PROSE: "# Loans\n\nBring it.\n"},
        f"{PROSE}:1:1: LG008 error: body.en: the heading “Loans” is of level 1",
    ),
    "javascript:": (
        {PROSE: "[here](javascript:alert(1))\n"},
        f"{PROSE}:1:8: LG008 error: body.en: the link “javascript:alert(1)” is no safe address",
    ),
    "a text whose name differs by case": (
        {"guide/Section-loans.en.md": "Bring it.\n"},
        "guide/Section-loans.en.md: LG012 error: Section-loans.en.md is not named by section",
    ),
    "no YAML": (
        {"all.yaml": f"{ELEMENTS}- {{id: [\n"},
        "all.yaml:5:1: LG002 error: this is not YAML",
    ),
}
WITH_ERRORS = {
    "a link to nothing": (
        {PROSE: "See [loans](service-lone).\n"},
        f"{PROSE}:1:13: LG101 error: body.en: there is no service-lone",
    ),
    "an unknown fact": (
        {PROSE: "It is {{ fact: service-loan.days }} days.\n"},
        f"{PROSE}:1:7: LG101 error: body.en: ",
    ),
    "a page whose name differs by case": (
        {"all.yaml": ELEMENTS + AGAIN},
        "all.yaml:4:4: LG104 error: service-Loan is not a proper id",
    ),
}
WITH_HOLES = {
    "a dead link": (
        {PROSE: "See [cards](section-cards.html).\n"},
        f"{PROSE}:1:13: LG217 warning: body.en: “section-cards.html” is no page",
    ),
    "a text without a translation": (
        {
            "model.yaml": "as_of: 2026-08-22\nname: {en: Net}\nlanguages: {required: [en, fi]}\n",
            "all.yaml": COVERED,
        },
        "all.yaml:2:3: LG203 warning: ",
    ),
    "a picture from elsewhere": (
        {PROSE: "![A desk](../../etc/passwd.png)\n"},
        f"{PROSE}:1:11: LG217 warning: body.en: the picture “../../etc/passwd.png” lies outside",
    ),
}


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A good model, of which a site was made."""
    folder = write(tmp_path / "model", GOOD)
    assert lumme("guide", "model", "-o", "site", cwd=tmp_path).code == 0
    return folder


@pytest.mark.parametrize("fault", UNREADABLE)
def test_what_cannot_be_read_leaves_the_last_site(model: Path, fault: str) -> None:
    files, line = UNREADABLE[fault]
    before = texts(model.parent / "site")
    write(model, {**GOOD, **files})
    for command in (("guide", "model", "-o", "site"), ("build", "model", "-o", "site")):
        run = lumme(*command, cwd=model.parent)
        assert run.code == 2
        assert [said for said in run.err.splitlines() if f"model/{line}" in said]
        assert "Traceback" not in run.err
    assert texts(model.parent / "site") == before


def lines(printed: str, line: str) -> list[str]:
    return [one for one in printed.splitlines() if f"model/{line}" in one]


@pytest.mark.parametrize("fault", WITH_ERRORS)
def test_with_errors_the_guide_stays_and_a_build_shows_them(model: Path, fault: str) -> None:
    files, line = WITH_ERRORS[fault]
    write(model, {**GOOD, **files})
    before = texts(model.parent / "site")
    said = lumme("check", "model", cwd=model.parent)
    assert lines(said.out, line), said.out
    run = lumme("guide", "model", "-o", "site", "--pdf", "guide.pdf", "-q", cwd=model.parent)
    assert (run.code, run.out, len(lines(run.err, line))) == (1, "", 1)
    report, _, last = run.err.rstrip().rpartition("\n")
    assert "  → " in report
    assert last == "nothing was published; the site in site is as it was"
    assert texts(model.parent / "site") == before
    assert not (model.parent / "guide.pdf").exists()
    made = lumme("build", "model", "-o", "site", cwd=model.parent)
    assert (made.code, len(lines(made.err, line))) == (1, 1)
    page = (model.parent / "site" / "en" / "section-loans.html").read_text(encoding="utf-8")
    assert "service-lone" not in page
    shown = (model.parent / "site" / "staff" / "en" / "findings.html").read_text(encoding="utf-8")
    assert line.split()[1] in shown


def test_with_errors_nothing_new_is_published(model: Path) -> None:
    files, _ = WITH_ERRORS["a link to nothing"]
    write(model, {**GOOD, **files})
    run = lumme("guide", "model", "-o", "other", cwd=model.parent)
    assert run.err.splitlines()[-1] == "nothing was published"
    assert not (model.parent / "other").exists()
    (model.parent / "old.pdf").write_text("old")
    run = lumme("guide", "model", "--pdf", "old.pdf", cwd=model.parent)
    assert run.err.splitlines()[-1] == "nothing was published; old.pdf is as it was"


@pytest.mark.parametrize("fault", WITH_HOLES)
def test_holes_in_pages_are_told_and_published(model: Path, fault: str) -> None:
    files, line = WITH_HOLES[fault]
    write(model, {**GOOD, **files})
    run = lumme("guide", "model", "-o", "site", cwd=model.parent)
    assert (run.code, len(lines(run.err, line))) == (0, 1), run.err
    page = (model.parent / "site" / "en" / "section-loans.html").read_text(encoding="utf-8")
    assert "passwd" not in page
    assert lines(lumme("guide", "model", "-o", "site", "-q", cwd=model.parent).err, line) == []


def test_a_site_that_no_build_made_is_not_written_over(model: Path) -> None:
    site = model.parent / "site"
    write(site, {"en/service-new.html": "mine", "model.yaml": ""})
    before = texts(site)
    run = lumme("guide", "model", "-o", "site", cwd=model.parent)
    assert (run.code, texts(site)) == (2, before)
    assert run.err.strip() == "lumme: site holds a model; name another folder"
