"""The commands for working on a model: new, where-used, rename, schema."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from load_folders import MODELS, texts, write
from running import lumme
from yaml_1_2 import data_of

from lumme_graph.base.error import KnownError
from lumme_graph.graph.read import load, read
from lumme_graph.graph.where_used import where_used
from lumme_graph.reading.new import new_files

LAKES = MODELS / "lakes"


@pytest.fixture
def lakes(tmp_path: Path) -> Path:
    shutil.copytree(LAKES, tmp_path / "lakes")
    return tmp_path / "lakes"


def test_a_new_model_is_flawless_and_teaches_in_two_languages(tmp_path: Path) -> None:
    run = lumme("new", "mine", cwd=tmp_path)
    assert run == ("", "mine: begin with model.yaml, then lumme check mine\n", 0)
    run = lumme("check", "mine", "--strict", "--select", "LG", cwd=tmp_path)
    assert (run.out.strip(), run.code) == ("Nothing to report.", 0)
    run = lumme("coverage", "mine", "--format", "json", cwd=tmp_path)
    assert json.loads(run.out)["done"] == {"n": 66, "d": 66}
    files = texts(tmp_path / "mine")
    assert {*new_files(), ".lumme/schema.json"} == set(files)
    for name, text in files.items():
        if name.endswith(".yaml"):
            comments = [line for line in text.decode().splitlines() if line.startswith("#")]
            assert len(comments) >= 4, name


def test_what_a_new_model_has(tmp_path: Path) -> None:
    """3 libraries, a branch, 3 touchpoints, 2 services, 2 profiles, a path of 5 steps, and on."""
    lumme("new", "mine", cwd=tmp_path)
    graph = load(tmp_path / "mine")
    counts = {cls.__name__: len(graph.all(cls)) for cls in {type(element) for element in graph}}
    assert counts == {
        "Source": 2,
        "Municipality": 3,
        "Organisation": 4,
        "Branch": 1,
        "Role": 2,
        "Project": 1,
        "Goal": 1,
        "Indicator": 2,
        "Touchpoint": 3,
        "Practice": 1,
        "Service": 2,
        "Profile": 2,
        "Path": 2,
        "Commitment": 2,
        "Promise": 1,
        "Section": 4,
        "Guide": 1,
        "Event": 1,
        "Need": 1,
        "Target": 1,
        "Decision": 1,
        "Action": 1,
    }


def test_a_new_model_needs_an_empty_place(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    (tmp_path / "file").write_text("x")
    before = texts(tmp_path)
    run = lumme("new", "mine", cwd=tmp_path)
    assert run == ("", "lumme: mine is not empty (letter.txt); name a new folder\n", 2)
    run = lumme("new", "file", cwd=tmp_path)
    assert run == ("", "lumme: file is a file; name a new folder\n", 2)
    assert texts(tmp_path) == before
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    assert lumme("new", "repository", "-q", cwd=tmp_path) == ("", "", 0)
    assert lumme("new", "empty", "-q", cwd=tmp_path) == ("", "", 0)


def test_a_new_model_can_be_drawn_and_built(tmp_path: Path) -> None:
    lumme("new", "mine", "-q", cwd=tmp_path)
    run = lumme("build", "mine", "-o", "out", "--lang", "en", cwd=tmp_path)
    assert (run.out, run.code) == ("", 0)
    assert run.err.endswith("\nout/en/index.html\n"), "Finnish is the model's first language"
    for door, lang in (("en/index.html", "en"), ("index.html", "fi"), ("staff/index.html", "fi")):
        page = (tmp_path / "out" / door).read_text(encoding="utf-8")
        assert f'<html lang="{lang}" dir="ltr">' in page


def test_who_uses_an_element(lakes: Path) -> None:
    run = lumme("where-used", "lakes", "touchpoint-desk", cwd=lakes.parent)
    assert run.out == (
        "lakes/offer.yaml:17:17           service-hold touchpoints.0      Hold\n"
        "lakes/paths/path-hold.yaml:15:7  path-hold steps.ask.touchpoint  The path of a hold\n"
        "lakes/promise.yaml:3:13          commitment-quick kept_at.0      Quickly\n"
    )
    assert (run.err, run.code) == ("touchpoint-desk: 3 references\n", 0)
    run = lumme("where-used", "lakes", "guide-lakes", "--lang", "fi", cwd=lakes.parent)
    assert run == ("", "guide-lakes: ei viittauksia\n", 0)


def test_who_uses_the_network_and_a_step(lakes: Path) -> None:
    run = lumme("where-used", "lakes", "organisation-lakes", "--format", "json", cwd=lakes.parent)
    said = json.loads(run.out)
    assert (said["id"], said["name"]) == ("organisation-lakes", "Lake Libraries")
    assert [(use["element"], use["field"]) for use in said["uses"]] == [
        ("model", "network"),
        ("organisation-north", "memberships.organisation-lakes.of"),
        ("organisation-south", "memberships.organisation-lakes.of"),
        ("service-hold", "offered.organisation-lakes.at"),
    ]
    assert said["uses"][0] == {
        "element": "model",
        "name": "the model's settings",
        "standing": None,
        "field": "network",
        "file": "lakes/model.yaml",
        "line": 4,
        "column": 1,
    }
    run = lumme("where-used", "lakes", "path-hold/ask", cwd=lakes.parent)
    assert (
        run.out
        == "lakes/paths/path-hold.yaml:25:15  path-hold steps.pick-up.next.0.to  The path of a hold\n"
    )
    assert run.err == "path-hold/ask: 1 reference\n"


@pytest.mark.parametrize(
    ("id_", "message"),
    [
        (
            "touchpoint-dekc",
            "there is no touchpoint-dekc in the model; did you mean touchpoint-desk?",
        ),
        ("zebra", "there is no zebra in the model"),
        (
            "path-hold/pickup",
            "there is no path-hold/pickup in the model; did you mean path-hold/pick-up?",
        ),
        ("path-hald/ask", "there is no path-hald/ask in the model; did you mean path-hold/ask?"),
        (
            "path-hold/phases/befor",
            "there is no path-hold/phases/befor in the model; did you mean path-hold/phases/before?",
        ),
    ],
)
def test_what_is_not_there_is_used_nowhere(lakes: Path, id_: str, message: str) -> None:
    run = lumme("where-used", "lakes", id_, cwd=lakes.parent)
    assert run == ("", f"lumme: {message}\n", 2)


def test_what_is_only_named_has_uses_too(tmp_path: Path) -> None:
    root = write(
        tmp_path / "m", {"a.yaml": "- id: role-a\n  name: {en: A}\n  sources: [source-gone]\n"}
    )
    run = lumme("where-used", "m", "source-gone", cwd=tmp_path)
    assert run.out == "m/a.yaml:3:13  role-a sources.0  A\n"
    assert run.err == (
        "source-gone: 1 reference\nsource-gone: it is not in the model, but is referred to\n"
    )
    with pytest.raises(KnownError):
        where_used(read(root)[0], "source-gon")


def test_an_id_changes_everywhere(lakes: Path) -> None:
    run = lumme("rename", "lakes", "role-keeper", "role-warden", cwd=lakes.parent)
    assert run == (
        "lakes/guide/guide.yaml\nlakes/paths/path-hold.yaml\nlakes/who/places.yaml\n",
        "role-keeper → role-warden: references 2, files 3\n",
        0,
    )
    assert lumme("rename", "lakes", "role-warden", "role-keeper", "-q", cwd=lakes.parent).err == ""
    assert texts(lakes) == texts(LAKES)


def test_what_cannot_be_renamed(lakes: Path) -> None:
    run = lumme("rename", "lakes", "role-keeper", "organisation-x", cwd=lakes.parent)
    assert run.code == 2
    assert run.err == (
        "lumme: role-keeper is a role, and its kind never changes: write an id that begins with role-\n"
    )
    assert texts(lakes) == texts(LAKES)
    run = lumme("rename", "none", "role-a", "role-b", cwd=lakes.parent)
    assert run.code == 2
    assert run.err.startswith("lumme: none is no model\nnone: LG013 ")


def test_the_schema_beside_a_model_follows_a_renaming(tmp_path: Path) -> None:
    lumme("new", "mine", "-q", cwd=tmp_path)
    run = lumme("rename", "mine", "touchpoint-shelf", "touchpoint-hold-shelf", cwd=tmp_path)
    assert run.err.splitlines()[1] == (
        "Reviews stamped anew, since only the id has changed: section-welcome/profile-commuter, "
        "section-holds/service-hold, section-holds/path-hold, section-holds/commitment-seven-days"
    )
    assert lumme("check", "mine", "--strict", "--select", "LG", cwd=tmp_path).code == 0
    schema = json.loads((tmp_path / "mine" / ".lumme" / "schema.json").read_text())
    assert schema["$defs"]["id-touchpoint"]["enum"] == [
        "touchpoint-desk",
        "touchpoint-hold-shelf",
        "touchpoint-web",
    ]
    validator: Any = Draft202012Validator(schema)
    for file in (tmp_path / "mine").rglob("*.yaml"):
        validator.validate(data_of(file.read_text(encoding="utf-8")))


def test_the_schema_is_printed_or_written_with_the_line_for_the_editor(lakes: Path) -> None:
    run = lumme("schema", cwd=lakes.parent)
    assert json.loads(run.out)["$defs"]["id-role"]["pattern"] == "^role-[a-z0-9]+(?:-[a-z0-9]+)*$"
    run = lumme("schema", "lakes", "-o", "lakes.json", cwd=lakes.parent)
    assert run == (
        "",
        (
            "Editors complete and check a YAML file whose first line is:\n"
            "# yaml-language-server: $schema=../lakes.json\n"
        ),
        0,
    )
    schema = json.loads((lakes.parent / "lakes.json").read_text(encoding="utf-8"))
    assert schema["$defs"]["id-role"] == {
        "enum": ["role-keeper"],
        "enumDescriptions": ["Ylläpitäjä · Keeper"],
    }
    assert lumme("schema", "none", cwd=lakes.parent).code == 2


def test_the_reference_is_printed_or_written(tmp_path: Path) -> None:
    run = lumme("schema", "--format", "md", "--lang", "fi", cwd=tmp_path)
    assert run.out.startswith("# Mallin lajit\n")
    assert lumme("schema", "--format", "md", "-o", "pages", cwd=tmp_path).code == 0
    assert sorted(texts(tmp_path / "pages")) == [
        "checks.en.md",
        "checks.fi.md",
        "kinds.en.md",
        "kinds.fi.md",
        "vocabulary.html",
    ]
