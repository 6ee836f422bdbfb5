"""The handbook is true: who does what it says sees what it shows, in Finnish as in English."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import NamedTuple

import pytest
from following import BOOK, IMAGES, LANGUAGES, Seen, chapters, drawn_as, follow, says, steps
from running import lumme
from shipped import lumme_site

import lumme_graph as lg
from lumme_graph.site.site import Site

UNTESTED = ("python3", ".", "pip", "lumme serve")
"""What is left to the reader: installing, and what runs until it is stopped."""

KINDS = {"named", "sh", "sh fails", "sh no-test", "file", "add", "change", "output", "picture"}

ANSWERS = {
    1: ("a guardian or another adult … photo ID", "huoltaja tai muu aikuinen … henkilötodistus"),
    2: ("4 … 14–20", "4 … 14–20"),
    3: ("from the age of 15 … Anyone younger", "15 … vuotta täytettyäsi … Nuorempi"),
    4: ("to any Lumme library", "mihin tahansa Lumme-kirjastoon"),
    5: ("28 … 0.30", "28 … 0,30"),
    6: ("four separate machines in the lobby", "neljä erillistä automaattia"),
    7: ("Customers fetch their reservations themselves", "Asiakkaat hakevat varauksensa itse"),
    8: ("Staff advise on the use of the library", "Henkilökunta neuvoo kirjaston käytössä"),
    9: ("Lumme promises", "Lumme lupaa"),
    10: ("Our service promise", "Palvelulupaus"),
    11: ("Self-service hours Mikkeli ’17", "Omatoimiaika Mikkeli ’17"),
    12: ("Mäntyharju decides to start", "Mäntyharju päättää aloittaa"),
}
"""Words of each answer of the Lumme model, from its sources, in English and Finnish."""

QUESTION = re.compile(
    r"^\| (?P<number>\d+) \| (?P<question>.+) \| `(?P<page>.+)` \|$", re.MULTILINE
)


class Followed(NamedTuple):
    """All that a reader has seen after the last evening, and the model that they have made."""

    seen: list[Seen]
    model: Path


@pytest.fixture(scope="module", params=LANGUAGES)
def followed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Followed:
    folder = tmp_path_factory.mktemp(request.param)
    return Followed(list(follow(request.param, folder)), folder / "ours")


def test_its_model_has_nothing_to_report() -> None:
    done = lumme("check", BOOK, "--strict")
    assert done.code == 0, done.out
    assert done.out.strip() == "Nothing to report."


def test_every_command_ends_as_the_handbook_says(followed: Followed) -> None:
    for step, run, _ in followed.seen:
        if step.kind in {"sh", "named"}:
            assert run.code == 0, f"{step.place}: {run.out}{run.err}"
        if step.kind == "sh fails":
            assert run.code == 1, f"{step.place}: {run.out}{run.err}"


def test_every_output_is_what_the_commands_before_it_say(followed: Followed) -> None:
    shown = [(step, run) for step, run, _ in followed.seen if step.kind == "output"]
    assert len(shown) > 10
    for step, run in shown:
        assert step.words.strip(), step.place
        assert says(step.words, run), f"{step.place}:\n{run.out}{run.err}"


def test_every_picture_is_what_the_reader_has_drawn(followed: Followed) -> None:
    drawn = {step.name: picture for step, _, picture in followed.seen if picture}
    assert len(drawn) > 5
    for name, picture in drawn.items():
        assert (IMAGES / name).read_bytes() == picture, name


def test_no_picture_is_left_over() -> None:
    shown = {step.name for lang in LANGUAGES for step in steps(lang) if step.kind == "picture"}
    assert {path.name for path in IMAGES.iterdir()} == shown


def test_the_reader_ends_with_a_model_in_which_only_the_last_addition_is_open(
    followed: Followed,
) -> None:
    graph = lg.load(followed.model)
    names = {library.name["en"] for library in graph.all(lg.Organisation)}
    assert names == {"Kuura", "Hilla", "Karpalo", "Vadelma"}
    known = {(one.code, one.element) for one in lg.check(graph) if one.code != "LG402"}
    assert known == {
        ("LG201", "touchpoint-loan-machine"),
        ("LG604", "touchpoint-loan-machine"),
        ("LG604", "touchpoint-hatch"),
    }


def test_what_is_published_is_for_whom_it_should_be(followed: Followed) -> None:
    both, customers = followed.model.with_name("site"), followed.model.with_name("web")
    for lang in ("fi", "en"):
        assert (both / "staff" / lang / "coverage.html").is_file()
        assert (customers / lang / "section-holds.html").is_file()
    assert not (customers / "staff").exists()
    assert followed.model.with_name("guide.pdf").read_bytes().startswith(b"%PDF-")


def test_both_languages_do_the_same() -> None:
    en, fi = (
        [
            (step.kind, _same(step.kind, step.words), _same_name(step.kind, step.name))
            for step in steps(lang)
        ]
        for lang in LANGUAGES
    )
    assert en == fi


def _same(kind: str, words: str) -> str:
    """What must not differ by language: of outputs and pictures, nothing but that they are there."""
    if kind in {"output", "picture"}:
        return ""
    return words.replace(" --lang fi", "")


def _same_name(kind: str, name: str) -> str:
    return drawn_as(name) if kind == "picture" else name


def test_finnish_readers_are_answered_in_finnish() -> None:
    deaf = {"rename", "schema", "translate"}
    for step in steps("fi"):
        for line in step.words.splitlines() if step.kind.startswith(("sh", "named")) else ():
            program, command, *_ = shlex.split(line)
            assert program != "lumme" or "--lang fi" in line or command in deaf, step.place


def test_only_what_cannot_be_tested_is_not() -> None:
    for lang in LANGUAGES:
        for step in steps(lang):
            assert step.kind in KINDS, step.place
            for line in step.words.splitlines() if step.kind == "sh no-test" else ():
                assert line.startswith(UNTESTED), line
                if line.startswith("lumme"):
                    assert lumme(*shlex.split(line)[1:], "--help").code == 0, line


def test_it_is_built_as_a_site_by_the_road_that_it_describes() -> None:
    site = Site(lg.load(BOOK))
    for lang in LANGUAGES:
        pages = [site.file(f"{lang}/{chapter}.html").decode() for chapter in chapters()]
        shown = [step.name for step in steps(lang) if step.kind == "picture"]
        door = site.file({"en": "index.html"}.get(lang, f"{lang}/index.html")).decode()
        assert all(f'section-{word}.html"' in door for word in ("begin", "true"))
        assert "0 librar" not in door
        for name in shown:
            assert f"images/{name}" in site.addresses
            assert any(f'src="../images/{name}"' in text for text in pages), name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_evening_is_short(lang: str) -> None:
    for chapter in chapters():
        words = (BOOK / "guide" / f"{chapter}.{lang}.md").read_text(encoding="utf-8")
        prose = re.sub(r"^```.*?^```", "", words, flags=re.MULTILINE | re.DOTALL)
        assert len(prose.split()) <= 650, chapter
        assert words.startswith({"en": "**Tonight**", "fi": "**Tänä iltana**"}[lang]), chapter


def test_each_of_the_twelve_questions_has_its_page_with_the_answer() -> None:
    site = lumme_site()
    for lang in LANGUAGES:
        text = (BOOK / "guide" / f"section-publish.{lang}.md").read_text(encoding="utf-8")
        asked = QUESTION.findall(text)
        assert [int(number) for number, _, _ in asked] == list(range(1, 13))
        for number, question, page in asked:
            said = " ".join(re.sub(r"<[^>]+>", " ", site.file(page).decode()).split())
            for answer in ANSWERS[int(number)][LANGUAGES.index(lang)].split(" … "):
                assert answer in said, question


def test_both_languages_ask_the_same_questions() -> None:
    pages = [
        [page.replace(f"{lang}/", "") for _, _, page in QUESTION.findall(text)]
        for lang in LANGUAGES
        for text in [(BOOK / "guide" / f"section-publish.{lang}.md").read_text(encoding="utf-8")]
    ]
    assert pages[0] == pages[1]
