"""What is wrong in a model is one line with its place, and a site that was good is not half replaced.

What cannot be read leaves the last site as it was, to the byte; what can be read is published, and
the command ends in 1. What the preview says is stated in `test_serve_*`.
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
READABLE = {
    "a link to nothing": (
        {PROSE: "See [loans](service-lone).\n"},
        f"{PROSE}:1:13: LG101 error: body.en: there is no service-lone",
        1,
    ),
    "an unknown fact": (
        {PROSE: "It is {{ fact: service-loan.days }} days.\n"},
        f"{PROSE}:1:7: LG101 error: body.en: ",
        1,
    ),
    "a page whose name differs by case": (
        {"all.yaml": ELEMENTS + AGAIN},
        "all.yaml:4:4: LG104 error: service-Loan is not a proper id",
        1,
    ),
    "a picture from elsewhere": (
        {PROSE: "![A desk](../../etc/passwd.png)\n"},
        f"{PROSE}:1:11: LG217 warning: body.en: the picture “../../etc/passwd.png” lies outside",
        0,
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


@pytest.mark.parametrize("fault", READABLE)
def test_what_can_be_read_is_told_at_its_place_and_published(model: Path, fault: str) -> None:
    files, line, code = READABLE[fault]
    write(model, {**GOOD, **files})
    said = lumme("check", "model", cwd=model.parent)
    assert [one for one in said.out.splitlines() if f"model/{line}" in one], said.out
    assert said.code == code
    assert lumme("guide", "model", "-o", "site", cwd=model.parent).code == code
    page = (model.parent / "site" / "en" / "section-loans.html").read_text(encoding="utf-8")
    assert "service-lone" not in page
    assert "passwd" not in page


def test_a_site_that_no_build_made_is_not_written_over(model: Path) -> None:
    site = model.parent / "site"
    write(site, {"en/service-new.html": "mine", "model.yaml": ""})
    before = texts(site)
    run = lumme("guide", "model", "-o", "site", cwd=model.parent)
    assert (run.code, texts(site)) == (2, before)
    assert run.err.strip() == "lumme: site holds a model; name another folder"
