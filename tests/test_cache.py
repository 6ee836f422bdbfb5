"""What is kept beside a model for its next reading: it changes no answer, whoever wrote it."""

# pyright: reportPrivateUsage=false
from __future__ import annotations

import copy
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import strategies
import yaml
from hypothesis import given
from hypothesis import strategies as st
from load_folders import MODELS, texts, write

import lumme_graph as lg
from lumme_graph.base.files import files_below
from lumme_graph.base.sealed import own_key, write_sealed
from lumme_graph.reading import cache
from lumme_graph.reading.document import Data, Document, is_list, is_map, read_yaml
from lumme_graph.reading.folder import Folder
from lumme_graph.reading.homes import homes_in, homes_text
from lumme_graph.reading.laid_out import zipped
from lumme_graph.reading.save import to_files

LAKES = MODELS / "lakes"
SETTINGS = "name: {en: Lakes}\nas_of: 2026-08-22\nlanguages: {required: [en]}\n"
ROLE = "- id: role-a\n  name: {en: A}\n"
DESK = "- id: touchpoint-desk\n  name: {en: Desk}\n  channel: service-location\n"


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user of their own, whose key no other test has."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    return folder


def is_late(graph: lg.ServiceGraph) -> bool:
    """Does it come from a cache, its elements still to be made?"""
    return not isinstance(graph._by_id, dict)


def kept(root: Path) -> Path:
    """The file of the cache."""
    (found,) = (root / cache.FOLDER).glob("cpython*")
    return found


def model(root: Path) -> Path:
    return write(root, {"model.yaml": SETTINGS, "offer.yaml": DESK})


def paths_in(data: Data, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    if is_map(data):
        for key, value in data.items():
            yield from paths_in(value, (*path, key))
    elif is_list(data):
        for at, value in enumerate(data):
            yield from paths_in(value, (*path, at))


def files_of(graph: lg.ServiceGraph) -> object:
    """What a graph knows of the files beside its YAML; a rule of plurals has no equal."""
    catalogues = graph.files.catalogues.items()
    return replace(graph.files, catalogues={}), [
        (tag, found.forms, place) for tag, (found, place) in catalogues
    ]


def assert_same(root: Path) -> lg.ServiceGraph:
    """Whatever can be asked of a model has the same answer with its cache and without."""
    graph, findings = lg.read(root, cache=True)
    plain, expected = lg.read(root, cache=False)
    assert findings == expected
    assert [one.place for one in findings] == [one.place for one in expected]
    assert (graph.root, graph.broken, graph.reading) == (plain.root, plain.broken, plain.reading)
    assert graph.settings == plain.settings
    assert files_of(graph) == files_of(plain)
    assert len(graph) == len(plain)
    for one in plain:
        assert one.id in graph
        assert graph.written(one.id) == plain.written(one.id)
        assert list(graph.written(one.id)) == list(plain.written(one.id))
        bodies = (("body", tag) for tag in plain.files.bodies.get(one.id, ()))
        for path in (*paths_in(plain.written(one.id)), *bodies):
            assert graph.place(one, *path) == plain.place(one, *path)
        assert graph[one.id] == one
        assert graph[one.id].model_fields_set == one.model_fields_set
    assert graph.place("model", "as_of") == plain.place("model", "as_of")
    assert list(graph) == list(plain)
    assert graph == plain
    assert plain == graph
    assert to_files(graph, graph.settings) == to_files(plain, plain.settings)
    return graph


def changed_line(root: Path, draw: st.DataObject) -> None:
    file = draw.draw(st.sampled_from(sorted(root.rglob("[!.]*.*"))), label="file")
    lines = file.read_text("utf-8").split("\n")
    at = draw.draw(st.integers(0, len(lines) - 1), label="line")
    new = draw.draw(st.sampled_from(["", "# x", "  name: {en: Other}", "- id: need-x", *lines]))
    lines[at] = draw.draw(st.sampled_from([new, f"{lines[at]}x", lines[at][:-1]]), label="new")
    stamp = file.stat()
    file.write_text("\n".join(lines), "utf-8")
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))


def swapped_files(root: Path, draw: st.DataObject) -> None:
    files = st.sampled_from(sorted(root.rglob("[!.]*.yaml")))
    one, other = draw.draw(files), draw.draw(files)
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def renamed_file(root: Path, draw: st.DataObject) -> None:
    file = draw.draw(st.sampled_from(sorted(root.rglob("[!.]*.*"))))
    file.rename(file.with_name(draw.draw(st.sampled_from(["a.yaml", "z.yaml", "x.txt"]))))


def removed_file(root: Path, draw: st.DataObject) -> None:
    draw.draw(st.sampled_from(sorted(root.rglob("[!.]*.*")))).unlink()


def added_file(root: Path, draw: st.DataObject) -> None:
    name = draw.draw(st.sampled_from(["b.yaml", "guide/section-x.en.md", "locale/en.po", "notes"]))
    text = draw.draw(st.sampled_from(["", DESK, "\n\ufeff\n", "- [", "~"]))
    write(root, {name: text, "model.yaml": (root / "model.yaml").read_bytes()})


def spoilt_cache(root: Path, draw: st.DataObject) -> None:
    for file in (root / cache.FOLDER).glob("cpython*"):
        content = bytearray(file.read_bytes())
        at = draw.draw(st.integers(0, len(content) - 1))
        content[at] ^= 1 << draw.draw(st.integers(0, 7))
        file.write_bytes(content[: draw.draw(st.sampled_from([None, at]))])


CHANGES: tuple[Callable[[Path, st.DataObject], None], ...] = (
    changed_line,
    swapped_files,
    renamed_file,
    removed_file,
    added_file,
    spoilt_cache,
)


@strategies.costly(10)
@given(st.data())
def test_a_model_says_the_same_with_its_cache_and_without(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "m")
        for again in range(2):
            elements = data.draw(strategies.models())
            networks = [one for one in elements if isinstance(one, lg.Organisation)]
            graph = lg.ServiceGraph(elements, data.draw(strategies.settings(networks)))
            if not again or (root / "model.yaml").exists():
                shutil.rmtree(root, ignore_errors=True)
                lg.save(graph, root)
            assert_same(root)
            assert is_late(assert_same(root)) is (lg.read(root)[1] == ())
            for change in data.draw(st.lists(st.sampled_from(CHANGES), max_size=3)):
                if (root / "model.yaml").exists():
                    change(root, data)
                    assert_same(root)


@pytest.mark.parametrize("name", ["clwyd", "faulty", "lakes", "oberrhein", "questions", "worked"])
def test_models_of_the_tests_say_the_same(name: str, tmp_path: Path) -> None:
    root = tmp_path / name
    shutil.copytree(MODELS / name, root)
    assert_same(root)
    again = assert_same(root)
    plain, findings = lg.read(root, cache=False)
    assert is_late(again) is (findings == ())
    assert lg.check(again) == lg.check(plain)


def test_each_file_of_a_model_may_go_or_come(tmp_path: Path) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    files = {
        "model.yaml": f"{SETTINGS}theme: {{logo: theme/logo.svg}}\n",
        "offer.yaml": DESK,
        "guide.yaml": "- id: section-desk\n  name: {en: The desk}\n  status: draft\n",
        "guide/section-desk.en.md": "![The desk](images/desk.svg) and [it](touchpoint-desk)\n",
        "guide/images/desk.svg": picture,
        "theme/logo.svg": picture,
        "locale/en.po": 'msgid ""\nmsgstr "Language: en"\n',
        "notes.txt": "",
    }
    root = write(tmp_path, files)
    assert_same(root)
    assert is_late(assert_same(root))
    for name, content in files.items():
        (root / name).unlink()
        assert_same(root) if name != "model.yaml" else None
        write(root, {**files, name: content})
        assert_same(root)
        assert is_late(assert_same(root))


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode there")
def test_names_of_files_need_not_be_unicode(tmp_path: Path) -> None:
    root = model(tmp_path)
    (root / "offer.yaml").rename(root / os.fsdecode(b"offer-\xff.yaml"))
    assert not is_late(assert_same(root))
    assert is_late(assert_same(root))


def test_a_save_writes_the_same_bytes(tmp_path: Path) -> None:
    lg.save(lg.load(LAKES), tmp_path / "a")
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    lg.load(tmp_path / "a", cache=True)
    for name, use in (("a", True), ("b", False)):
        graph = lg.load(tmp_path / name, cache=use)
        assert is_late(graph) is use
        renamed = [
            one.replace(name={**one.name, "fi": "Uusi"}) if isinstance(one, lg.Service) else one
            for one in graph
        ]
        lg.save(lg.ServiceGraph(renamed, graph.settings, root=graph.root), tmp_path / name)
    shutil.rmtree(tmp_path / "a" / ".lumme")
    assert texts(tmp_path / "a") == texts(tmp_path / "b")


def test_only_the_file_that_changed_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(model(tmp_path), {"model.yaml": SETTINGS, "who.yaml": ""})
    lg.load(root, cache=True)
    read: list[str] = []

    def noted(text: str, file: str) -> Document:
        read.append(Path(file).name)
        return as_it_is(text, file)

    as_it_is = read_yaml
    monkeypatch.setattr(cache, "read_yaml", noted)
    lg.load(root, cache=True)
    assert read == []
    (root / "offer.yaml").write_text(DESK.replace("Desk", "Deck"), "utf-8")
    assert lg.load(root, cache=True)["touchpoint-desk"].name["en"] == "Deck"  # type: ignore[attr-defined]
    assert read == ["offer.yaml"]
    assert is_late(lg.load(root, cache=True))


def test_a_cache_of_another_user_or_a_forged_one_tells_nothing(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = model(tmp_path / "m")
    lg.load(root, cache=True)
    told = kept(root).read_bytes()
    forged = told[32:].replace(b'"Desk"', b'"Evil"')
    assert forged != told[32:]
    kept(root).write_bytes(told[:32] + forged)
    assert lg.load(root, cache=True)["touchpoint-desk"].name["en"] == "Desk"  # type: ignore[attr-defined]
    write_sealed(kept(root), forged, b"a key of somebody else, 32 bytes")
    assert lg.load(root, cache=True)["touchpoint-desk"].name["en"] == "Desk"  # type: ignore[attr-defined]
    assert is_late(lg.load(root, cache=True))
    (other := home / "other").mkdir()
    for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(other))
    assert not is_late(lg.load(root, cache=True))
    assert is_late(lg.load(root, cache=True))


def test_one_that_is_much_larger_than_its_model_is_not_opened_up(tmp_path: Path) -> None:
    """A gigabyte of nothing beside a model of three lines, true to its seal or not, is never held."""
    root = model(tmp_path / "m")
    lg.load(root, cache=True)
    os.truncate(kept(root), 200 * 1024 * 1024)
    tracemalloc.start()
    try:
        graph = lg.load(root, cache=True)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert graph["touchpoint-desk"].name["en"] == "Desk"  # type: ignore[attr-defined]
    assert most < 50 * 1024 * 1024
    assert kept(root).stat().st_size < 1024 * 1024
    assert is_late(lg.load(root, cache=True))


def test_a_cache_of_the_most_crowded_lists_is_used(tmp_path: Path) -> None:
    """Where each item is one letter, its place takes more room than its text."""
    crowded = "  sources: [" + ",".join("a" * 20_000) + "]\n"
    file = tmp_path / "own"
    text = f"- id: need-a\n{crowded}"
    document = read_yaml(text, "a.yaml")
    made = cache._kept(document, "0" * 64)
    assert made is not None
    content = cache._content("", {"a.yaml": made})
    write_sealed(file, content, b"k" * 32)
    folder = Folder("m", texts={"m/a.yaml": text})
    assert cache._opened(cache._Sealed(file, b"k" * 32), cache._most(folder))[1]["a.yaml"].ids == [
        "need-a"
    ]
    assert len(content) < 32 * len(text)


def test_another_program_reads_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = model(tmp_path)
    lg.load(root, cache=True)
    assert is_late(lg.load(root, cache=True))
    monkeypatch.setattr(yaml, "__version__", "999")
    cache._maker.cache_clear()
    assert not is_late(lg.load(root, cache=True))
    cache._maker.cache_clear()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_the_cache_is_not_written_through_links(tmp_path: Path) -> None:
    root, elsewhere = model(tmp_path / "m"), tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / ".lumme").symlink_to(elsewhere)
    lg.load(root, cache=True)
    (root / ".lumme").unlink()
    (root / ".lumme").mkdir()
    (root / cache.FOLDER).symlink_to(elsewhere)
    lg.load(root, cache=True)
    assert texts(elsewhere) == {}
    (root / cache.FOLDER).unlink()
    lg.load(root, cache=True)
    pipe = kept(root)
    pipe.unlink()
    os.mkfifo(pipe)
    assert_same(root)


def test_a_key_that_others_can_read_is_none(home: Path) -> None:
    assert len(own_key() or b"") == 32
    assert own_key() == own_key()
    (key,) = home.rglob("seal.key")
    if sys.platform != "win32":
        before = key.read_bytes()
        key.chmod(0o644)
        assert own_key() not in {None, before}
        assert key.stat().st_mode & 0o777 == 0o600
    key.write_bytes(b"short")
    assert len(own_key() or b"") == 32


def test_where_it_cannot_be_written_there_is_none(tmp_path: Path, home: Path) -> None:
    root = write(model(tmp_path / "m"), {"model.yaml": SETTINGS, ".lumme": ""})
    before = texts(root)
    assert_same(root)
    assert texts(root) == before
    (root / ".lumme").unlink()
    shutil.rmtree(home)
    home.write_text("no folder")
    assert_same(root)
    assert sorted(texts(root)) == ["model.yaml", "offer.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit of that kind")
def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    import resource

    root = model(tmp_path)
    assert own_key()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, hard))
    try:
        assert len(lg.load(root, cache=True)) == 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert sorted(path.name for path in (root / cache.FOLDER).iterdir()) == [
        ".gitignore",
        "CACHEDIR.TAG",
    ]
    assert_same(root)


def test_it_is_seen_by_its_user_alone_and_by_no_git(tmp_path: Path) -> None:
    root = model(tmp_path)
    subprocess.run(["git", "init", "-q", str(root)], check=True)  # noqa: S607
    lg.load(root, cache=True)
    if sys.platform != "win32":
        assert kept(root).stat().st_mode & 0o777 == 0o600
    said = subprocess.run(
        ["git", "-C", str(root), "status", "--porcelain", "--untracked-files=all"],  # noqa: S607
        check=True,
        capture_output=True,
        text=True,
    )
    assert said.stdout == "?? model.yaml\n?? offer.yaml\n"
    lg.save(lg.load(root, cache=True), tmp_path / "copy")
    assert sorted(texts(tmp_path / "copy")) == ["model.yaml", "offer.yaml"]


def test_many_users_leave_a_few_caches(tmp_path: Path, home: Path) -> None:
    root = model(tmp_path)
    for _ in range(12):
        for key in home.rglob("seal.key"):
            key.unlink()
        lg.load(root, cache=True)
    assert len(list((root / cache.FOLDER).glob("cpython*"))) == 8
    assert is_late(lg.load(root, cache=True))


def test_an_edit_in_a_folder_that_was_read_before_looks_first_where_the_element_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(model(tmp_path), {"model.yaml": SETTINGS, "z/who.yaml": ROLE, "a.yaml": ""})
    lg.load(root, cache=True)
    asked: list[Path] = []

    def noted(folder: Path, *words: Any) -> Iterator[Path]:
        asked.append(folder)
        yield from files_below(folder, *words)

    monkeypatch.setattr("lumme_graph.editing.alone.files_below", noted)
    lg.edit(root).set("role-a", "name.en", "B")
    assert (root / "z/who.yaml").read_text("utf-8") == ROLE.replace("en: A", "en: B")
    before = [*asked]
    (root / "z/who.yaml").rename(root / "a.yaml")
    lg.edit(root).set("role-a", "name.en", "C")
    assert (root / "a.yaml").read_text("utf-8") == ROLE.replace("en: A", "en: C")
    assert (before, asked) == ([], [root])


def test_an_edit_is_made_where_the_element_is_by_now(tmp_path: Path) -> None:
    other = "- {id: role-b, name: {en: B}, note: role-a went}\n"
    root = write(tmp_path, {"model.yaml": SETTINGS, "a.yaml": ROLE, "b.yaml": ""})
    lg.load(root, cache=True)
    (root / "a.yaml").write_text(other, "utf-8")
    (root / "b.yaml").write_text(ROLE, "utf-8")
    lg.edit(root).set("role-a", "name.en", "C")
    assert (root / "a.yaml").read_text("utf-8") == other
    assert (root / "b.yaml").read_text("utf-8") == ROLE.replace("en: A", "en: C")


def test_where_elements_were_is_not_told_by_somebody_else(tmp_path: Path) -> None:
    root = write(tmp_path, {"model.yaml": SETTINGS, "a.yaml": ROLE})
    lg.load(root, cache=True)
    (told,) = (root / cache.FOLDER).glob("homes*")
    assert [*cache.kept_homes(root, ["role-a", "role-b"])] == [root / "a.yaml"]
    write_sealed(told, b" role-a \t../../secret.yaml\n", b"a key of somebody else, 32 bytes")
    assert [*cache.kept_homes(root, ["role-a"])] == []
    assert [*cache.kept_homes(tmp_path / "none", ["role-a"])] == []


NAMES = st.text(st.characters(exclude_characters="\0/", exclude_categories=["Cs"]), min_size=1)


@given(st.dictionaries(NAMES, st.sets(st.integers(0, 99).map("role-{}".format), min_size=1)))
def test_each_id_is_found_in_a_file_that_had_it(files: dict[str, set[str]]) -> None:
    text = homes_text(files)
    for id_ in (f"role-{number}" for number in range(100)):
        had = [name for name, ids in files.items() if id_ in ids and "\n" not in name]
        assert [*homes_in(text, [id_])] == had[:1]


def test_a_zip_file_may_hold_one_that_is_not_read(tmp_path: Path) -> None:
    root = model(tmp_path / "m")
    lg.load(root, cache=True)
    packed = shutil.make_archive(str(tmp_path / "m"), "zip", root)
    assert zipped(Path(packed)).keys() == {"model.yaml", "offer.yaml"}
    assert lg.load(packed) == lg.load(root, cache=False)


def test_small_models_get_none_unless_asked_for(tmp_path: Path) -> None:
    root = model(tmp_path)
    lg.load(root)
    assert not (root / ".lumme").exists()
    (root / "notes.yaml").write_text("#" * cache.LEAST, "utf-8")
    lg.load(root, cache=False)
    assert not (root / ".lumme").exists()
    lg.load(root)
    assert kept(root).is_file()


def test_a_graph_from_a_cache_can_be_copied_and_asked_by_many_at_once(tmp_path: Path) -> None:
    shutil.copytree(LAKES, tmp_path / "m")
    plain = lg.load(tmp_path / "m", cache=True)
    ids = [one.id for one in plain]

    def ask(_: int) -> list[lg.KeptElement]:
        graph = lg.load(tmp_path / "m", cache=True)
        return [graph[id_] for id_ in ids]

    with ThreadPoolExecutor(8) as pool:
        assert all(found == list(plain) for found in pool.map(ask, range(8)))
        graph = lg.load(tmp_path / "m", cache=True)
        one = list(pool.map(graph.find, ids * 8))
        every = list(pool.map(list[lg.KeptElement], [graph] * 8))
    assert all(a is b for found in every for a, b in zip(found, graph, strict=True))
    assert all(found is graph[id_] for id_, found in zip(ids * 8, one, strict=True))
    in_another: lg.ServiceGraph = pickle.loads(pickle.dumps(graph))  # noqa: S301
    for again in (in_another, copy.deepcopy(graph), copy.copy(graph)):
        assert again == plain
        assert again.place(ids[0]) == plain.place(ids[0])
        assert again.on("2020-01-01").all(lg.Service) == plain.all(lg.Service)
        assert again.with_each(lambda element: element) == plain
        assert again.subset(ids[0]).graph == plain.subset(ids[0]).graph
    with pytest.raises(KeyError, match="did you mean"):
        graph[f"{ids[0]}x"]
