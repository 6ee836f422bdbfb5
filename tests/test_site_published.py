"""What is said to whoever publishes: the address, the sitemap, languages without menus, the editions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from load_folders import texts, write
from running import lumme

import lumme_graph as lg

ELEMENTS = """\
- {id: service-loan, name: {en: Loans, de: Ausleihe, fi: Lainat}, standing: illustrative}
- {id: section-a, name: {en: A, de: A, fi: A}, status: published, audience: both, standing: illustrative}
"""
FILES = {"all.yaml": ELEMENTS, "guide/section-a.en.md": "Bring it.\n"}
GERMAN = {**FILES, "guide/section-a.de.md": "Die Karte.\n", "guide/section-a.fi.md": "Kortti.\n"}
SITE = "https://guide.example.org/lakes"
NO_SITEMAP = (
    "no sitemap is made: the model has a statement, so search engines are asked to stay away; "
    "site: {index: true} in model.yaml lets them in"
)


def settings(*languages: str, more: str = "") -> dict[str, str]:
    required = ", ".join(languages)
    return {
        "model.yaml": f"as_of: 2026-08-22\nname: {{en: Net}}\nlanguages: {{required: [{required}]}}\n{more}"
    }


def notes(folder: Path, files: dict[str, str], **options: Any) -> tuple[str, ...]:
    graph = lg.load(write(folder, files))
    return lg.build(graph, "en", **options).notes


@pytest.mark.parametrize(
    "url",
    [
        "guide.example.org",
        "ftp://example.org",
        "https://me:pw@example.org",
        f"{SITE}?a",
        f"{SITE}#a",
    ],
)
def test_an_address_where_no_site_can_be_stops_before_anything_is_written(
    tmp_path: Path, url: str
) -> None:
    write(tmp_path / "m", settings("en") | FILES)
    before = texts(tmp_path)
    words = ("guide", "m", "-o", "site", "--pdf", "a.pdf", "--base-url", url)
    run = lumme(*words, "-q", cwd=tmp_path)
    told = f"lumme: {url!r} is no address of a site; write it as https://example.org/guide, "
    assert (run.out, run.code) == ("", 2)
    assert run.err.splitlines()[-1] == f"{told}without user, password, ? and #"
    assert texts(tmp_path) == before


def test_an_address_is_of_a_site(tmp_path: Path) -> None:
    write(tmp_path / "m", settings("en") | FILES)
    run = lumme("guide", "m", "--pdf", "a.pdf", "--base-url", SITE, cwd=tmp_path)
    assert run == ("", "lumme: --base-url is of a site: say its folder too, -o FOLDER\n", 2)


STATEMENT = "statement: {en: An example.}\n"


def test_why_there_is_no_sitemap_is_said(tmp_path: Path) -> None:
    write(tmp_path / "m", settings("en", more=STATEMENT) | FILES)
    run = lumme("guide", "m", "-o", "site", "--base-url", SITE, cwd=tmp_path)
    assert (run.code, run.err.splitlines().count(NO_SITEMAP)) == (0, 1)
    assert not (tmp_path / "site" / "sitemap.xml").exists()


@pytest.mark.parametrize(
    ("more", "options"),
    [
        ("", {"base_url": SITE}),
        (STATEMENT, {}),
        (f"{STATEMENT}site: {{index: true}}\n", {"base_url": SITE}),
        (STATEMENT, {"base_url": SITE, "editions": (lg.Edition.STAFF,)}),
    ],
)
def test_nothing_is_said_of_a_sitemap_that_is_made_or_not_asked_for(
    tmp_path: Path, more: str, options: dict[str, Any]
) -> None:
    assert notes(tmp_path, settings("en", more=more) | FILES, **options) == ()


def test_a_language_without_words_for_the_menus_is_named(tmp_path: Path) -> None:
    write(tmp_path / "m", settings("en", "de", "fi") | GERMAN)
    line = "the pages in de have menus in English: lumme translate de m"
    for command in ("guide", "build"):
        run = lumme(command, "m", "-o", "site", cwd=tmp_path)
        assert [one for one in run.err.splitlines() if "menus" in one] == [line]
    quiet = lumme("build", "m", "-o", "site", "-q", cwd=tmp_path)
    assert "menus" not in quiet.err


def test_the_menus_are_in_the_language_that_stands_in(tmp_path: Path) -> None:
    [line] = notes(tmp_path, settings("fi", "de") | GERMAN)
    assert line.startswith("the pages in de have menus in Finnish: ")


@pytest.mark.parametrize(("words", "is_named"), [("Suche", True), ("", False)])
def test_a_language_is_not_named_once_most_menus_have_its_words(
    tmp_path: Path, words: str, *, is_named: bool
) -> None:
    """One word is not enough; with all that the menus say, whatever else is missing, it is."""
    english = ["Start", "How do I…", "Services", "Libraries", "Touchpoints", "About this site"]
    english += ["Accessibility", "Sources and marks", "Changes", "Search", "Coverage", "Findings"]
    english += ["Development", "Questions and answers", "Drawings"]
    told = {"Search": words} if words else {one: f"{one} (de)" for one in english}
    book = "".join(f'msgid "{one}"\nmsgstr "{said}"\n\n' for one, said in told.items())
    files = settings("en", "de") | GERMAN | {"locale/de.po": book}
    assert bool(notes(tmp_path, files)) is is_named


def test_an_edition_may_be_named_by_its_word(tmp_path: Path) -> None:
    graph = lg.load(write(tmp_path, settings("en") | FILES))
    customers = lg.build(graph, "en", editions=(lg.Edition.CUSTOMER,)).files
    assert lg.build(graph, "en", editions=("customer",)).files == customers
    assert lg.build(graph, "en", editions="customer").files == customers
    both = lg.build(graph, "en", editions=["staff", lg.Edition.CUSTOMER, "staff"])
    assert (both.files, both.door) == (lg.build(graph, "en").files, "index.html")
    assert lg.guide_pdf(graph, edition="staff") == lg.guide_pdf(graph, edition=lg.Edition.STAFF)


def test_another_edition_is_refused_and_so_is_none(tmp_path: Path) -> None:
    graph = lg.load(write(tmp_path, settings("en") | FILES))
    with pytest.raises(lg.EditionError) as caught:
        lg.build(graph, "en", editions=("custmer",))
    assert str(caught.value) == "there is no edition custmer; did you mean customer?"
    with pytest.raises(lg.EditionError) as caught:
        lg.build(graph, "en", editions=())
    assert str(caught.value) == "name an edition: customer, staff"
    with pytest.raises(lg.EditionError):
        lg.guide_pdf(graph, edition="both")
    assert issubclass(lg.EditionError, lg.KnownError)
