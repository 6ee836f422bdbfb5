from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path as Folder

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st
from load_folders import MODELS, texts, write

from lumme_graph.base.files import OutputError
from lumme_graph.base.text import Text
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import KeptElement, Source, Suppression
from lumme_graph.elements.groups import Role
from lumme_graph.elements.guide import Section
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Service
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.read import load, read
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.ref import Ref
from lumme_graph.reading.save import save, to_files

LAKES = MODELS / "lakes"


def changed(graph: ServiceGraph, *new: KeptElement, without: Iterable[str] = ()) -> ServiceGraph:
    """The graph with some elements in the place of those with their ids, or added."""
    elements = {element.id: element for element in graph}
    elements |= {element.id: element for element in new}
    for id_ in without:
        del elements[id_]
    return ServiceGraph(elements.values(), graph.settings, root=graph.root)


def same(one: ServiceGraph, other: ServiceGraph) -> bool:
    return one.settings == other.settings and {e.id: e for e in one} == {e.id: e for e in other}


def _alike(one: str, other: str) -> int:
    """How many characters the two begin with in common."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def difference(old: Folder, new: Folder) -> dict[str, tuple[str, str]]:
    """What differs between two folders: by file, the text from the first to the last difference."""
    before, after = texts(old), texts(new)
    found: dict[str, tuple[str, str]] = {}
    for name in sorted(before.keys() | after.keys()):
        one, two = (files.get(name, b"").decode() for files in (before, after))
        if one != two:
            head = _alike(one, two)
            tail = _alike(one[head:][::-1], two[head:][::-1])
            found[name] = (one[head : len(one) - tail], two[head : len(two) - tail])
    return found


def test_the_model_of_these_tests_is_whole() -> None:
    graph = load(LAKES)
    assert len(graph) == 19
    assert {type(element).kind.prefix for element in graph} >= {
        "source",
        "path",
        "guide",
        "vehicle",
    }


def test_an_unchanged_model_is_saved_byte_for_byte(tmp_path: Folder) -> None:
    copy = tmp_path / "copy"
    save(load(LAKES), copy)
    assert texts(copy) == texts(LAKES)


def test_saving_where_it_was_read_writes_nothing(tmp_path: Folder) -> None:
    root = tmp_path / "lakes"
    shutil.copytree(LAKES, root)
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    save(load(root), root)
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_what_is_no_part_of_the_model_is_neither_copied_nor_touched(tmp_path: Folder) -> None:
    root = write(tmp_path / "a", {"README.md": "mine", "guide/notes.md": "mine", ".x.yaml": "mine"})
    target = tmp_path / "b"
    (target / ".git").mkdir(parents=True)
    (target / ".git" / "config").write_text("theirs")
    save(load(root), target)
    assert texts(target) == {".git/config": b"theirs", "model.yaml": b"as_of: 2026-08-22\n"}
    save(load(root), root)
    assert len(texts(root)) == 4


ODD = {
    "model.yaml": b"\xef\xbb\xbf# mark\r\nas_of: '2026-08-22'\r\nname: {en: \"A\"}\r\n",
    "a.yml": b"\xef\xbb\xbf- {id: role-a, name: {en: A}}\r\n# end, no line end",
    "deep/er/b.yaml": b"# only a comment\n\n",
    "deep/c.yaml": b"---\n-   note: first\n    id:   role-b\n    name:\n     en: |+\n      B\n\n\n...\n",
    "guide/x/section-a.fi.md": b"\xef\xbb\xbfHei\r\n",
    "guide/section-a.sv.md": b" \n",
    "guide/s.yaml": b'- {"id": "section-a", "name": {"en": "A"}, "status": "draft", content: own}\n',
    "empty.yaml": b"",
}


def test_odd_files_are_saved_byte_for_byte(tmp_path: Folder) -> None:
    root = write(tmp_path / "a", dict(ODD))
    save(load(root), tmp_path / "b")
    assert texts(tmp_path / "b") == ODD


def test_odd_files_keep_their_marks_and_line_ends_when_they_change(tmp_path: Folder) -> None:
    root = write(tmp_path / "a", dict(ODD))
    graph = load(root)
    a, b, section = graph[Role, "role-a"], graph[Role, "role-b"], graph[Section, "section-a"]
    new = changed(
        graph,
        a.model_copy(update={"name": Text(en="Z")}),
        b.model_copy(update={"note": "2: nd"}),
        section.model_copy(update={"body": Text(fi="Moi\r\n"), "informative": True}),
    )
    save(new, root)
    assert texts(root) == ODD | {
        "a.yml": ODD["a.yml"].replace(b"{en: A}", b"{en: Z}"),
        "deep/c.yaml": ODD["deep/c.yaml"].replace(b"first", b"'2: nd'"),
        "guide/x/section-a.fi.md": b"\xef\xbb\xbfMoi\r\n",
        "guide/s.yaml": ODD["guide/s.yaml"].replace(b"own}", b"own, informative: true}"),
    }
    assert same(load(root), new)


def test_one_changed_value_changes_its_characters_alone(tmp_path: Folder) -> None:
    graph = load(LAKES)
    north = graph[Organisation, "organisation-north"]
    name = Text(fi="Pohjoisen kirjasto", en="Northern: all")
    save(changed(graph, north.model_copy(update={"name": name})), tmp_path / "b")
    assert difference(LAKES, tmp_path / "b") == {"who/organisations.yaml": (" Library", "ern: all")}


def test_changes_deep_in_a_journey(tmp_path: Folder) -> None:
    graph = load(LAKES)
    path = graph[Path, "path-hold"]
    ask, pick_up = path.steps
    pick_up = pick_up.model_copy(update={"feeling": None, "pains": (Text(en="the queue"),)})
    path = path.model_copy(update={"steps": (ask.model_copy(update={"phase": None}), pick_up)})
    save(changed(graph, path), tmp_path / "b")
    expected = (LAKES / "paths" / "path-hold.yaml").read_text()
    for old, new in (
        ("      phase: before\n", ""),
        ("      feeling: {value: 1}\n", "      pains:\n        - en: the queue\n"),
    ):
        assert expected.count(old) == 1
        expected = expected.replace(old, new)
    assert (tmp_path / "b" / "paths" / "path-hold.yaml").read_text() == expected
    assert difference(LAKES, tmp_path / "b").keys() == {"paths/path-hold.yaml"}


def test_records_come_and_go(tmp_path: Folder) -> None:
    graph = load(LAKES)
    hold = graph[Service, "service-hold"]
    lakes, heron = hold.offered
    south = lakes.model_copy(update={"at": Ref("organisation-south")})
    save(changed(graph, hold.model_copy(update={"offered": (south, lakes)})), tmp_path / "b")
    now = load(tmp_path / "b")[Service, "service-hold"].offered
    assert now == (south, lakes)
    save(changed(graph, hold.model_copy(update={"offered": (heron,)})), tmp_path / "c")
    assert difference(LAKES, tmp_path / "c") == {
        "offer.yaml": ("{at: organisation-lakes, is: yes, from: 2019}\n    - ", "")
    }


def test_new_elements_come_after_the_last_of_their_kind(tmp_path: Folder) -> None:
    role = Role(id="role-new", name=Text(en="New"))
    source = Source(id="source-new", citation="a: b")
    profile = Profile.model_validate({"id": "profile-new", "name": {"en": "N"}, "relation": "user"})
    path = Path(id="path-new", name=Text(en="New way"))
    save(changed(load(LAKES), role, source, profile, path), tmp_path / "b")
    assert difference(LAKES, tmp_path / "b") == {
        "customers.yaml": ("", ", {id: profile-new, name: {en: N}, relation: user}"),
        "paths/path-new.yaml": ("", "- id: path-new\n  name:\n    en: New way\n"),
        "sources.yaml": ("", "\n- id: source-new\n  citation: 'a: b'\n"),
        "who/places.yaml": ("", "\n- id: role-new\n  name: {en: New}\n"),
    }


def test_a_new_kind_gets_the_file_of_its_area(tmp_path: Folder) -> None:
    root = write(tmp_path, {"who.yaml": "# empty so far\n"})
    new = changed(
        load(root), Role(id="role-a", name=Text(en="A")), Source(id="source-a", citation="x")
    )
    save(new, root)
    assert texts(root) == {
        "model.yaml": b"as_of: 2026-08-22\n",
        "sources.yaml": b"- id: source-a\n  citation: x\n",
        "who.yaml": b"# empty so far\n- id: role-a\n  name: {en: A}\n",
    }


def test_elements_that_are_gone_lose_their_lines(tmp_path: Folder) -> None:
    root = tmp_path / "lakes"
    shutil.copytree(LAKES, root)
    gone = [
        "path-hold",
        "section-holds",
        "guide-lakes",
        "source-board",
        "role-keeper",
        "profile-guest",
    ]
    save(changed(load(root), without=gone), root)
    assert difference(LAKES, root) == {
        "customers.yaml": (
            ",\n {id: profile-guest, name: {fi: Vieras, en: Guest}, relation: non-user}",
            "",
        ),
        "guide/guide.yaml": ((LAKES / "guide" / "guide.yaml").read_text(), ""),
        "guide/section-holds.fi.md": ("## Varaukset\n\nPyydä tiskiltä.\n", ""),
        "paths/path-hold.yaml": ((LAKES / "paths" / "path-hold.yaml").read_text(), ""),
        "sources.yaml": (
            (
                "- id: source-board\n  citation: Paper of the board\n  # The day is on the paper.\n"
                "  published: 2019-01-31\n"
            ),
            "",
        ),
        "who/places.yaml": ("- id: role-keeper\n  name: {fi: Ylläpitäjä, en: Keeper}\n", ""),
    }
    assert not (root / "paths" / "path-hold.yaml").exists()
    assert not (root / "guide" / "section-holds.fi.md").exists()
    assert not (root / "guide" / "guide.yaml").exists()


def test_texts_of_sections_come_and_go(tmp_path: Folder) -> None:
    graph = load(LAKES)
    section = graph[Section, "section-holds"]
    save(changed(graph, section.model_copy(update={"body": Text(en="Ask.\n")})), tmp_path / "b")
    assert difference(LAKES, tmp_path / "b") == {
        "guide/section-holds.en.md": ("", "Ask.\n"),
        "guide/section-holds.fi.md": ("## Varaukset\n\nPyydä tiskiltä.\n", ""),
    }


def test_an_element_that_cannot_be_patched_is_written_anew(tmp_path: Folder) -> None:
    """A line more at the end would become part of the note: so the whole element is written."""
    root = write(tmp_path, {"a.yaml": "# head\n- id: role-a\n  name: {en: A}\n  note: |\n    x"})
    role = load(root)[Role, "role-a"]
    suppress = (Suppression(code="LG401", reason="so it is"),)
    save(changed(load(root), role.model_copy(update={"suppress": suppress})), root)
    assert (root / "a.yaml").read_text() == (
        "# head\n- id: role-a\n  name: {en: A}\n  note: x\n  suppress:\n"
        "    - code: LG401\n      reason: so it is"
    )


def test_texts_that_cannot_take_a_line_more_are_written_anew(tmp_path: Folder) -> None:
    settings = "as_of: 2026-08-22\nname:\n  en: |\n    x"
    role = "- id: role-a\n  name:\n    en: |\n      x"
    root = write(tmp_path, {"model.yaml": settings, "a.yaml": role})
    graph = load(root)
    more = Role(id="role-b", name=Text(en="B"))
    stated = graph.settings.model_copy(update={"statement": Text(en="Y")})
    save(ServiceGraph([*graph, more], stated, root=graph.root), root)
    assert texts(root) == {
        "a.yaml": b"- id: role-a\n  name: {en: x}\n\n- id: role-b\n  name: {en: B}\n",
        "model.yaml": b"name: {en: x}\nstatement: {en: Y}\nas_of: 2026-08-22\n",
    }


def test_settings_change_in_place(tmp_path: Folder) -> None:
    graph = load(LAKES)
    settings = graph.settings.model_copy(
        update={"statement": Text(en="Invented."), "network": None}
    )
    save(ServiceGraph(graph, settings, root=graph.root), tmp_path / "b")
    expected = (LAKES / "model.yaml").read_text()
    expected = expected.replace("network: organisation-lakes\n", "statement:\n  en: Invented.\n")
    assert (tmp_path / "b" / "model.yaml").read_text() == expected
    assert difference(LAKES, tmp_path / "b").keys() == {"model.yaml"}


def test_a_model_made_in_python(tmp_path: Folder) -> None:
    graph = load(LAKES)
    made = ServiceGraph(list(graph), graph.settings)
    save(made, tmp_path / "new" / "deep")
    assert sorted(texts(tmp_path / "new" / "deep")) == [
        "customers.yaml",
        "guide.yaml",
        "guide/section-holds.fi.md",
        "model.yaml",
        "offer.yaml",
        "paths/path-hold.yaml",
        "promise.yaml",
        "sources.yaml",
        "who.yaml",
    ]
    assert texts(tmp_path / "new" / "deep") == {
        name: text.encode() for name, text in to_files(graph, graph.settings).items()
    }
    assert same(load(tmp_path / "new" / "deep"), graph)


def test_our_own_style_reads_like_files_kept_by_hand() -> None:
    graph = load(LAKES)
    files = to_files(graph, graph.settings)
    assert files["model.yaml"] == (
        "name:\n  fi: Järvikirjastot\n  en: Lake Libraries\nnetwork: organisation-lakes\n"
        "languages:\n  required: [fi, en]\n  optional: [sv]\nas_of: 2026-08-22\n"
    )
    assert files["sources.yaml"] == (
        "- id: source-rules\n  citation: 'User rules: the common ones'\n  type: web-page\n"
        "  published: 2021\n\n"
        "- id: source-board\n  citation: Paper of the board\n  published: 2019-01-31\n"
    )
    assert files["guide/section-holds.fi.md"] == "## Varaukset\n\nPyydä tiskiltä.\n"
    assert "      actor: {kind: staff, ref: role-keeper}\n" in files["paths/path-hold.yaml"]


@pytest.mark.parametrize("name", ["a.yaml", "guide/section-a.fi.md", "sub/b.yml", "thesis.odt"])
def test_files_without_a_model_are_not_made_part_of_one(tmp_path: Folder, name: str) -> None:
    write(tmp_path, {name: "x"})
    (tmp_path / "model.yaml").unlink()
    with pytest.raises(
        OutputError, match=r"holds other files .*; name a new folder or an empty one"
    ):
        save(load(LAKES), tmp_path)
    assert list(texts(tmp_path)) == [name]


def test_another_model_is_not_overwritten(tmp_path: Folder) -> None:
    write(tmp_path, {"a.yaml": "- id: role-a\n  name: {en: A}\n"})
    before = texts(tmp_path)
    with pytest.raises(OutputError, match=r"holds another model; name a new folder"):
        save(load(LAKES), tmp_path)
    assert texts(tmp_path) == before


def test_what_could_not_be_read_is_not_lost(tmp_path: Folder) -> None:
    root = tmp_path / "a"
    write(root, {"a.yaml": "- id: role-a\n  name: {en: A}\n- id: role-b\n  nam: {en: B}\n"})
    before = texts(root)
    graph, _ = read(root)
    for target in (root, tmp_path / "b"):
        with pytest.raises(OutputError, match=r"a cannot be read whole: mend what `lumme check`"):
            save(graph, target)
    assert texts(root) == before
    assert not (tmp_path / "b").exists()


def test_a_file_is_no_folder(tmp_path: Folder) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError):
        save(load(LAKES), tmp_path / "file")
    assert texts(tmp_path) == {"file": b"x"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Folder) -> None:
    root = write(tmp_path, {"real.txt": "- id: role-a\n  name: {en: A}\n"})
    (root / "a.yaml").symlink_to("real.txt")
    graph = load(root)
    save(changed(graph, Role(id="role-a", name=Text(en="B"))), root)
    assert (root / "a.yaml").is_symlink()
    assert (root / "real.txt").read_text() == "- id: role-a\n  name: {en: B}\n"


def _graph(data: st.DataObject, model: Sequence[KeptElement]) -> ServiceGraph:
    networks = [element for element in model if isinstance(element, Organisation)]
    return ServiceGraph(model, data.draw(strategies.settings(networks)))


@strategies.costly(6)
@given(st.data())
def test_every_model_is_read_as_it_was_saved(data: st.DataObject) -> None:
    graph = _graph(data, data.draw(strategies.models()))
    with tempfile.TemporaryDirectory() as root:
        first, second = Folder(root, "first"), Folder(root, "second")
        save(graph, first)
        back, findings = read(first)
        assert findings == ()
        assert same(back, graph)
        before = texts(first)
        save(back, second)
        save(graph, first)
        assert texts(first) == texts(second) == before


@strategies.costly(6)
@given(st.data())
def test_every_change_of_a_model_is_saved(data: st.DataObject) -> None:
    """One model over another with ids in common: what is read is what was saved last."""
    old, new = (_graph(data, data.draw(strategies.models())) for _ in range(2))
    kept = next(iter(old))
    new = changed(new, kept)
    with tempfile.TemporaryDirectory() as root:
        save(old, root)
        save(new, root)
        back, findings = read(root)
        assert [f for f in findings if f.code != "LG101"] == []
        assert same(back, new)
