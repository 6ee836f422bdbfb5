"""Changes for which the rest of the model need not be read: they make what the long way makes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from load_folders import MODELS, texts, write

from lumme_graph.editing.alone import changed_alone
from lumme_graph.editing.change import Edit, edit
from lumme_graph.editing.files import EditError
from lumme_graph.editing.put import Change
from lumme_graph.graph.read import load
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.document import Data, is_list, is_map

LAKES = MODELS / "lakes"


def leaves(data: Data, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of every value in an element, and of the item after the last of each list."""
    if is_map(data):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif is_list(data):
        for at, value in enumerate(data):
            yield from leaves(value, (*path, at))
        yield (*path, len(data))
    elif path != ("id",):
        yield path


@pytest.mark.parametrize("value", ["words", None, "service-hold", "customer"])
def test_the_short_way_makes_what_the_long_way_makes(value: object) -> None:
    """Of each value of each element: the same files, or the short way leaves it to the long one."""
    graph = load(LAKES)
    short = 0
    for element in list(graph)[::2]:
        for path in list(leaves(graph.written(element.id)))[::3]:
            change = Change(element.id, path, value)
            found = changed_alone(LAKES, [change], None)
            assert found == changed_alone(LAKES, [change], graph)
            if found is not None:
                short += 1
                assert found == Edit(LAKES)._changed([change], [])  # pyright: ignore[reportPrivateUsage]
    assert short >= 10


MADE = {
    "offer.yaml": (
        "- id: touchpoint-desk\n  name: {en: Desk}\n  channel: service-location\n"
        "- id: service-loan\n  name: {en: Loans}\n  touchpoints: [touchpoint-desk]\n"
        "  facts:\n    - {key: days, value: '28'}\n"
    ),
    "paths/path-loan.yaml": (
        "- id: path-loan\n  name: {en: Loan}\n  service: service-loan\n  steps:\n"
        "    - {id: ask, action: {en: asks}, actor: {kind: customer}, lane: customer}\n"
        "    - {id: get, action: {en: gets}, actor: {kind: customer}, lane: customer}\n"
    ),
    "guide/guide.yaml": "- {id: section-loan, name: {en: Loans}, status: draft}\n",
    "guide/section-loan.en.md": "For {{ fact: service-loan.days }} days, [get](path-loan/get) it.\n",
    "who.yaml": (
        "- id: organisation-a\n  name: {en: A}\n  type: network\n"
        "  memberships: [{of: organisation-b}]\n"
    ),
    "more.yaml": "- id: organisation-b\n  name: {en: B}\n  type: network\n  memberships: []\n",
}


@pytest.fixture
def made(tmp_path: Path) -> ServiceGraph:
    return load(write(tmp_path, MADE))


@pytest.mark.parametrize(
    ("element", "path", "value", "code"),
    [
        ("path-loan", "steps.get.id", "fetch", "LG101"),
        ("path-loan", "steps.get", None, "LG101"),
        ("service-loan", "facts.0.key", "weeks", "LG101"),
        ("service-loan", "facts.0.to", "2001", "LG101"),
        ("service-loan", "facts", None, "LG101"),
        ("service-loan", "touchpoints.1", "touchpoint-disk", "LG101"),
        ("path-loan", "steps.ask.touchpoint", "touchpoint-disk", "LG101"),
        ("organisation-b", "memberships.0", {"of": "organisation-a"}, "LG106"),
        ("section-loan", "body.en", "[gone](path-gone)", "LG101"),
    ],
)
def test_what_others_lean_on_cannot_be_taken_from_them(
    made: ServiceGraph, element: str, path: str, value: object, code: str
) -> None:
    before = texts(Path(made.root))
    for start in (made.root, made):
        with pytest.raises(EditError, match=r"would not hold") as error:
            edit(start).set(element, path, value)
        assert {finding.code for finding in error.value.findings} == {code}
    assert texts(Path(made.root)) == before


def test_a_graph_only_says_where_to_look_first(made: ServiceGraph) -> None:
    root = Path(made.root)
    shutil.move(root / "who.yaml", root / "elsewhere.yaml")
    (root / "offer.yaml").write_text("# new\n" + MADE["offer.yaml"].replace("Loans", "Lending"))
    edit(made).set("organisation-a", "name.en", "Z").set("service-loan", "name.fi", "Laina")
    assert (root / "elsewhere.yaml").read_text() == MADE["who.yaml"].replace("en: A", "en: Z")
    assert (root / "offer.yaml").read_text() == "# new\n" + MADE["offer.yaml"].replace(
        "en: Loans", "en: Lending, fi: Laina"
    )
    with pytest.raises(EditError, match=r"there is no service-laon in the model; did you mean"):
        edit(made).set("service-laon", "name.en", "x")


def test_an_element_is_found_whatever_mentions_it_first(tmp_path: Path) -> None:
    files = {
        "a.yaml": "# id: role-b\n- {id: role-a, name: {en: A}, note: 'id: role-b'}\n",
        "b.yaml": "- name: {en: B}\n  'id': \"role-b\"\n",
    }
    root = write(tmp_path, files)
    edit(root).set("role-b", "name.en", "C")
    assert (root / "b.yaml").read_text() == "- name: {en: C}\n  'id': \"role-b\"\n"
    assert (root / "a.yaml").read_text() == files["a.yaml"]


def test_a_file_that_is_left_out_is_not_changed(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        {"a.yaml": "- {id: role-a, name: {en: A}}\n", "b.yaml": "- {id: role-b, name: {en: B}}\n"},
    )
    with (root / "model.yaml").open("a") as settings:
        settings.write("\nignore: [b.yaml]\n")
    with pytest.raises(EditError, match=r"there is no role-b"):
        edit(root).set("role-b", "name.en", "C")
    assert (root / "b.yaml").read_text() == "- {id: role-b, name: {en: B}}\n"


def test_a_graph_that_was_read_from_no_folder_has_no_files_to_change() -> None:
    graph = load({"model.yaml": "as_of: 2026-08-22", "a.yaml": "- {id: role-a, name: {en: A}}"})
    with pytest.raises(EditError, match=r"from no folder; save it first"):
        edit(graph)
