"""`lumme new` for a network of one's own: flawless at once, in any language, of any names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from load_folders import texts
from running import lumme

from lumme_graph.base.error import KnownError
from lumme_graph.elements.offer import Service
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.read import load
from lumme_graph.schema.home import new

CLWYD = ("--name", "Rhwydwaith Aber", "--languages", "cy,en", "--country", "GB")
LIBRARIES = ("--libraries", "Aber, Glan Morfa ,Pen-y-bont")

OF_OTHERS = [
    (*CLWYD, *LIBRARIES),
    (
        "--name",
        "Oberrhein",
        "--languages",
        "de,fr",
        "--country",
        "CH",
        "--libraries",
        "Olten,Aarau",
    ),
    ("--name", "Verkko", "--languages", "fi,sv,se"),
    ("--name", "図書館", "--languages", "ja", "--country", "JP", "--libraries", "東京,大阪"),
    ("--name", "רשת", "--languages", "he-IL,en-GB", "--libraries", "חיפה"),
    ("--name", "no", "--libraries", 'a: b # c,$name,"q" {x: 1},null,0x1f,Ärla,Arla,ÄRLA'),
    ("--libraries", "Mair Jones,Maija Meikäläinen", "--country", "NO"),
    (
        "--languages",
        "en,en-GB",
    ),
]


@pytest.mark.parametrize("words", OF_OTHERS, ids=" ".join)
def test_it_is_flawless_at_once(tmp_path: Path, words: tuple[str, ...]) -> None:
    run = lumme("new", "mine", *words, cwd=tmp_path)
    assert run == ("", "mine: begin with model.yaml, then lumme check mine\n", 0)
    run = lumme("check", "mine", "--strict", cwd=tmp_path)
    assert (run.out.splitlines()[0], run.code) == ("Nothing to report.", 0)


def test_it_has_the_names_and_languages_that_are_given(tmp_path: Path) -> None:
    lumme("new", "mine", *CLWYD, *LIBRARIES, cwd=tmp_path)
    graph = load(tmp_path / "mine")
    assert graph.settings.country == ("GB",)
    assert graph.settings.languages.required == ("cy", "en")
    assert graph.settings.name == {"cy": "Rhwydwaith Aber", "en": "Rhwydwaith Aber"}
    assert [dict(graph[Organisation, f"organisation-library-{n}"].name) for n in (1, 2, 3)] == [
        {"cy": "Aber", "en": "Aber"},
        {"cy": "Glan Morfa", "en": "Glan Morfa"},
        {"cy": "Pen-y-bont", "en": "Pen-y-bont"},
    ]
    assert graph[Service, "service-loan"].name == {"cy": "Benthyca", "en": "Borrowing"}
    assert all(re.fullmatch(r"[a-z0-9-]+", element.id) for element in graph)
    model = (tmp_path / "mine" / "model.yaml").read_text(encoding="utf-8")
    assert "currency: GBP" in model
    who = (tmp_path / "mine" / "who.yaml").read_text(encoding="utf-8")
    assert re.search(r"# A library's own number: .*value: \+44 ", who)


def test_words_that_are_not_known_in_a_language_are_marked(tmp_path: Path) -> None:
    lumme("new", "mine", "--languages", "se,fi", cwd=tmp_path)
    name = load(tmp_path / "mine")[Service, "service-loan"].name
    assert name == {"se": "Borrowing [en]", "fi": "Lainaaminen"}
    body = tmp_path / "mine" / "guide" / "section-loans.se.md"
    assert body.read_text(encoding="utf-8").endswith(" [en]\n")


@pytest.mark.parametrize(
    ("lang", "name", "library", "said"),
    [
        ("sv", "Biblioteken", "Bibliotek A", "mine: börja med model.yaml, "),
        ("cy", "Llyfrgelloedd", "Llyfrgell A", "mine: begin with model.yaml, "),
        ("en-gb", "Libraries", "Library A", "mine: begin with model.yaml, "),
    ],
)
def test_it_is_in_the_language_that_is_asked_for(
    tmp_path: Path, lang: str, name: str, library: str, said: str
) -> None:
    assert lumme("new", "mine", "--lang", lang, cwd=tmp_path).err.startswith(said)
    graph = load(tmp_path / "mine")
    (tag,) = graph.settings.languages.required
    assert tag.lower() == lang
    assert graph.settings.name == {tag: name}
    assert graph[Organisation, "organisation-library-1"].name == {tag: library}
    assert lumme("check", "mine", "--strict", cwd=tmp_path).code == 0


def test_languages_that_are_named_are_those_of_the_model(tmp_path: Path) -> None:
    run = lumme("new", "mine", "--lang", "fi", "--languages", "de,fr", cwd=tmp_path)
    assert run.err.startswith("mine: aloita tiedostosta model.yaml")
    assert load(tmp_path / "mine").settings.languages.required == ("de", "fr")


def test_it_is_the_same_each_time_and_ids_hold_no_label(tmp_path: Path) -> None:
    for folder, libraries in (("a", "Äsä,Asa"), ("b", "Äsä,Asa"), ("c", "X,Y")):
        lumme("new", folder, "--libraries", libraries, cwd=tmp_path)
    assert texts(tmp_path / "a") == texts(tmp_path / "b")
    ids = [[element.id for element in load(tmp_path / folder)] for folder in ("a", "c")]
    assert ids[0] == ids[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--country", "UK"), "UK is no country by ISO 3166-1; did you mean GB?"),
        (("--languages", "welsh"), "welsh is not a language tag, such as fi, cy or en-GB"),
        (("--lang", "xx"), "there are no words in 'xx'; there are en, fi, sv, cy, de, fr"),
        (("--languages", "cy,CY"), "the language cy is named twice"),
        (("--languages", "cy,en,cy"), "the language cy is named twice"),
        (("--libraries", "A, B,A"), "the library A is named twice"),
        (("--libraries", " , "), "a network needs a language and a library at least"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    assert lumme("new", "mine", *words, cwd=tmp_path) == ("", f"lumme: {said}\n", 2)
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"name": "a\x00b"}, "'a\\x00b' is no name: write it in letters"),
        ({"name": "\ud800"}, "'\\ud800' is no name: write it in letters"),
        ({"name": 5}, "5 is no name: write it in letters"),
        ({"country": 5}, "5 is no country: write it in letters"),
        ({"libraries": [None]}, "None is no library: write it in letters"),
        ({"libraries": ["A\x1fber"]}, "'A\\x1fber' is no library: write it in letters"),
        ({"libraries": ["Aber", " "]}, "a library needs a name"),
        ({"libraries": ["Aber", "Aber "]}, "the library Aber is named twice"),
        ({"libraries": "Aber"}, "libraries is a list: write ['Aber'] in place of 'Aber'"),
        ({"languages": "de"}, "languages is a list: write ['de'] in place of 'de'"),
        ({"languages": ["\x00"]}, '"\\u0000" is not a language tag, such as fi, cy or en-GB'),
    ],
)
def test_what_no_network_could_be_made_of_is_refused_before_anything_is_written(
    given: dict[str, Any], says: str, tmp_path: Path
) -> None:
    with pytest.raises(KnownError) as refused:
        new(tmp_path / "mine", **given)
    assert str(refused.value) == says
    assert list(tmp_path.iterdir()) == []
