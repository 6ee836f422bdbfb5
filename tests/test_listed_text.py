"""A text of a list may have an id: read, kept, changed, checked, and its address in RDF."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from load_folders import said, texts, write
from pyoxigraph import NamedNode
from running import lumme

from lumme_graph.analysis.changes import changes
from lumme_graph.base.error import ValueRefusedError
from lumme_graph.base.text import Text
from lumme_graph.editing.change import edit
from lumme_graph.elements.customers import Profile
from lumme_graph.graph.fingerprint import fingerprint
from lumme_graph.graph.read import load, read
from lumme_graph.meta.listed_text import NamedText
from lumme_graph.rdf.triples import triples
from lumme_graph.reading.save import save
from lumme_graph.schema.json_schema import schema_of

YAML = """\
- id: profile-guest
  name: {en: Guest}
  relation: user
  tasks:
    - id: borrow   # it is linked to
      text:
        en: Borrow books
        fi: Lainata
    - {en: Return}
    - {id: Indonesian words}
  needs:
    - {id: quiet, text: {en: A quiet place}}
"""
MODEL = "as_of: 2026-08-22\nlanguages: {required: [en]}\nbase: https://example.org/id/\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "m", {"model.yaml": MODEL, "customers.yaml": YAML})


def guest(root: Path) -> Profile:
    profile = load(root)["profile-guest"]
    assert isinstance(profile, Profile)
    return profile


def test_it_is_read_with_its_id_and_is_a_text(root: Path) -> None:
    borrow, back, words = guest(root).tasks
    assert isinstance(borrow, NamedText)
    assert (borrow.id, dict(borrow)) == ("borrow", {"en": "Borrow books", "fi": "Lainata"})
    assert (type(back), dict(words)) == (Text, {"id": "Indonesian words"})


def test_it_is_another_value_than_the_same_words_without_or_with_another_id() -> None:
    one, plain = NamedText("a", {"en": "x"}), Text(en="x")
    assert one == NamedText("a", {"en": "x"})
    assert len({one, plain, NamedText("b", {"en": "x"})}) == 3
    assert one != plain
    assert plain != one


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"id": "Borrow", "text": {"en": "x"}}, "tasks.0.id"),
        ({"text": {"en": "x"}}, "has the fields id and text"),
        ({"id": "a", "text": {"en": "x"}, "note": "y"}, "has the fields id and text"),
        ({"id": "a", "text": {"en": " "}}, "the text in en is empty"),
        (NamedText("a b", {"en": "x"}), "tasks.0.id"),
        (NamedText("a", {"e": "x"}), "e is not a language tag"),
    ],
)
def test_what_is_no_text_with_an_id(value: object, words: str) -> None:
    profile = Profile(id="profile-a", name=Text(en="A"), relation="user")  # type: ignore[arg-type]
    with pytest.raises(ValueRefusedError, match=words):
        profile.replace(tasks=[value])


def test_a_folder_is_saved_byte_for_byte_and_a_change_beside_keeps_it(root: Path) -> None:
    before = texts(root)
    graph = load(root)
    save(graph, root)
    assert texts(root) == before
    profile = guest(root)
    save(graph.with_each(lambda _: profile.replace(name={"en": "Visitor"})), root)
    assert (root / "customers.yaml").read_text() == YAML.replace("{en: Guest}", "{en: Visitor}")
    assert guest(root).tasks == profile.tasks


def test_a_new_folder_has_the_same_elements(root: Path, tmp_path: Path) -> None:
    save(load(root), tmp_path / "new")
    assert guest(tmp_path / "new") == guest(root)


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ("tasks.borrow.en", "Borrow", "en: Borrow books", "en: Borrow"),
        ("tasks.0.fi", None, "\n        fi: Lainata", ""),
        ("tasks.0.id", "lend", "id: borrow ", "id: lend "),
        ("needs.quiet.sv", "Lugn", "place}}", "place, sv: Lugn}}"),
        ("tasks.1.en", "Bring back", "{en: Return}", "{en: Bring back}"),
    ],
)
def test_its_words_and_its_id_are_changed_in_place(
    root: Path, path: str, value: str | None, old: str, new: str
) -> None:
    edit(root).set("profile-guest", path, value)
    assert (root / "customers.yaml").read_text() == YAML.replace(old, new)


def test_findings_stand_at_its_words(root: Path) -> None:
    yaml = YAML.replace("fi: Lainata", "fu: Lainata")
    write(root, {"model.yaml": MODEL, "customers.yaml": yaml})
    out = lumme("check", str(root), "--select", "LG503").out
    assert "customers.yaml:8:9: LG503 warning: tasks.fu: the language fu is not declared" in out


def test_an_id_twice_in_a_list_is_a_finding_at_the_second(root: Path) -> None:
    yaml = YAML.replace("- {en: Return}", "- {id: borrow, text: {en: Return}}")
    write(root, {"model.yaml": MODEL, "customers.yaml": yaml})
    (found,) = (line for line in said(root, read(root)[1]) if "LG105" in line)
    assert found.startswith("customers.yaml:9:7 LG105 tasks: borrow is already in the list; ")


def test_a_wrong_field_is_told_in_words(root: Path) -> None:
    yaml = YAML.replace("{id: quiet, text", "{id: quiet, note: x, text")
    write(root, {"model.yaml": MODEL, "customers.yaml": yaml})
    (line,) = said(root, read(root)[1])
    assert line.startswith(
        "customers.yaml:12:7 LG008 needs.0: a text with an id has the fields id and text"
    )


def test_the_id_is_the_address_which_a_rewording_keeps(root: Path) -> None:
    def points(profile: Profile) -> set[str]:
        graph = load(root).with_each(lambda _: profile)
        of_points = NamedNode("https://w3id.org/lumme-graph/ns#Point")
        return {
            str(t.subject.value).removeprefix("https://example.org/id/profile-guest/")  # type: ignore[union-attr]
            for t in triples(graph)
            if t.object == of_points
        }

    profile = guest(root)
    reworded = NamedText("borrow", {"en": "Take home"})
    after = points(profile.replace(tasks=[reworded, *profile.tasks[1:]]))
    assert points(profile) == after
    assert {"tasks/borrow", "needs/quiet"} <= after
    assert len(after) == 4


def test_the_id_is_no_content_and_yet_a_change(root: Path) -> None:
    profile = guest(root)
    plain = profile.replace(tasks=[dict(text) for text in profile.tasks])
    assert fingerprint(profile) == fingerprint(plain)
    assert [one.spec.name for one in changes([plain], [profile])[0].fields] == ["tasks"]


def test_the_spelling_of_a_tag_is_no_content(root: Path) -> None:
    profile = guest(root)
    loud = profile.replace(needs=[{"EN": "A quiet place"}])
    assert fingerprint(profile) == fingerprint(loud)


@pytest.mark.parametrize(
    ("item", "holds"),
    [
        ({"en": "x"}, True),
        ({"id": "a", "text": {"en": "x"}}, True),
        ({"id": "A", "text": {"en": "x"}}, False),
        ({"id": "a", "text": "x"}, False),
        ({"text": {"en": "x"}}, False),
    ],
)
def test_editors_know_both_ways(item: dict[str, Any], holds: bool) -> None:
    validator: Any = import_module("jsonschema").Draft202012Validator(schema_of())
    data = [{"id": "profile-a", "name": {"en": "A"}, "relation": "user", "tasks": [item]}]
    assert validator.is_valid(data) is holds
