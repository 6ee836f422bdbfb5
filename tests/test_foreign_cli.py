"""`lumme import` of the RDF of others, as people meet it: what it says, and what it leaves behind."""

from __future__ import annotations

from pathlib import Path

import foreign_samples
import pytest
from running import lumme

import lumme_graph as lg
from lumme_graph.cli.import_ import AS as WORDS
from lumme_graph.rdf.foreign.read import AS, CODES


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with the files that others might send."""
    for name, text in {
        "tjenester.ttl": foreign_samples.NORWEGIAN,
        "teenused.rdf": foreign_samples.ESTONIAN,
        "utenti.ttl": foreign_samples.AUDIENCES,
        "teemad.ttl": foreign_samples.TOPICS,
        "empty.ttl": "",
        "words.ttl": "these are words",
        "list.csv": "a,b\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_it_says_what_was_taken_and_shows_what_was_not(here: Path) -> None:
    run = lumme("import", "tjenester.ttl", "-o", "model", cwd=here)
    assert run.code == 0
    lines = run.err.splitlines()
    assert lines[0] == "11 elements from tjenester.ttl"
    assert lines[1] == (
        "sources: 1, subjects: 1, municipalities: 1, organisations: 1, branches: 1, "
        "touchpoints: 2, user rules: 1, services: 2, events: 1"
    )
    assert lines[-2:] == ["25 statements were not taken", "model"]
    table = [line.split(maxsplit=2)[:2] for line in run.out.splitlines()]
    assert run.out.startswith("Not taken\n\nproperty")
    assert ["dct:type", "2"] in table
    assert (
        sum(int(count) for _, count in (row for row in table if row[1:2] and row[1].isdigit()))
        == 25
    )
    checked = lumme("check", "model", cwd=here)
    assert (" error" in checked.out, checked.code) == (False, 0)


def test_a_catalogue_of_services_says_that_its_network_is_still_to_be_named(here: Path) -> None:
    word = "no network is named"
    run = lumme("import", "tjenester.ttl", "-o", "model", cwd=here)
    assert [line for line in run.err.splitlines() if word in line] == [
        (
            "no network is named: coverage has no libraries until `network` in model.yaml says which "
            "organisation it is"
        )
    ]
    assert word not in lumme("import", "utenti.ttl", "--as", "profile", "-o", "p", cwd=here).err


def test_twice_gives_the_same_bytes_and_quiet_says_nothing_but_the_table(here: Path) -> None:
    first = lumme("import", "tjenester.ttl", "-o", "one", cwd=here)
    second = lumme("import", "tjenester.ttl", "-o", "two", "--quiet", cwd=here)
    assert (second.out, second.err) == (first.out, "")
    names = sorted(file.name for file in (here / "one").iterdir())
    assert names == sorted(file.name for file in (here / "two").iterdir())
    for name in names:
        assert (here / "one" / name).read_bytes() == (here / "two" / name).read_bytes()


def test_what_the_file_does_not_say_is_given(here: Path) -> None:
    words = "--language et --as-of 2026-02-01 --base https://jõeküla.example/id/ --name Teenused"
    run = lumme("import", "teenused.rdf", "-o", "model", *words.split(), cwd=here)
    assert run.code == 0
    assert run.out == ""
    settings = lg.load(here / "model").settings
    assert (dict(settings.name), settings.as_of.isoformat()) == ({"et": "Teenused"}, "2026-02-01")
    assert settings.base == "https://jõeküla.example/id/"


def test_a_scheme_as_profiles_and_as_a_table(here: Path) -> None:
    run = lumme("import", "utenti.ttl", "--as", "profile", "-o", "model", cwd=here)
    assert run.code == 0
    assert len(lg.load(here / "model").all(lg.Profile)) == 3
    run = lumme("import", "utenti.ttl", "--as", "codes", "-o", "codes.csv", cwd=here)
    assert (run.code, run.err.splitlines()[0]) == (0, "3 codes from utenti.ttl")
    table = (here / "codes.csv").read_text(encoding="utf-8-sig")
    assert table.splitlines()[:2] == [
        "list,uri,code,broader,label_en,label_it",
        "utenti,https://biblioteca.example/utenti/studenti,studenti,,,Studenti",
    ]
    run = lumme("import", "utenti.ttl", "--as", "codes", "-o", "-", cwd=here)
    assert (run.code, run.out.removeprefix("\ufeff")) == (0, table)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("empty.ttl", "lumme: empty.ttl: it says nothing: there is no statement in it\n"),
        ("words.ttl", "lumme: words.ttl:1:1: "),
        ("list.csv", "lumme: list.csv is no RDF but a table of services as CSV"),
        ("none.ttl", "lumme: none.ttl: it cannot be read: No such file or directory\n"),
        ("teenused.rdf", "lumme: teenused.rdf: names (2) do not say in which language they are"),
        ("teemad.ttl", "lumme: teemad.ttl: it holds concepts (2) and no public services; say"),
        ("teenused.rdf --as profile", "lumme: teenused.rdf: it holds no concept (skos:Concept)"),
        ("teenused.rdf --language et", "lumme: teenused.rdf: it says no day of itself; add"),
        ("tjenester.ttl --base fjord", "lumme: fjord is no base: write an http or https address"),
        ("tjenester.ttl --lang xx", "lumme: there are no words in 'xx'"),
        ("utenti.ttl --as codes --lang xx", "lumme: there are no words in 'xx'"),
        (
            "utenti.ttl --as codes --name x --base y",
            "a table of codes has no --name, --base: leave",
        ),
        ("tjenester.ttl --as users", "Invalid value for '--as': 'users' is not one of"),
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_written(
    here: Path, words: str, said: str
) -> None:
    run = lumme("import", *words.split(), "-o", "model", cwd=here)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert not (here / "model").exists()


def test_the_words_for_what_concepts_become_are_those_of_the_reader() -> None:
    """They stand in the file of the command, since help must be quick."""
    assert (*AS, CODES) == WORDS


def test_a_folder_with_something_in_it_is_left_alone(here: Path) -> None:
    before = sorted(here.iterdir())
    run = lumme("import", "tjenester.ttl", "-o", ".", cwd=here)
    assert (run.code, run.out) == (2, "")
    assert "is not empty" in run.err
    assert sorted(here.iterdir()) == before
