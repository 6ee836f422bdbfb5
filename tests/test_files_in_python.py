"""What no system can have a file of is told in words by whatever takes a file or a folder."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from contextlib import suppress
from os import PathLike
from pathlib import Path
from typing import Any

import pytest
from test_conventions import PARAMETERS, Parameter, functions

import lumme_graph as lg

LONG = "y" * 300
NO_NAMES = [LONG, "x\0y", "half\ud800", f"{LONG}/a.csv", f"no/{LONG}.csv", "x\0y.csv", "a/" * 2500]
NOT_THERE = ["no/such", "no/such.csv", "no/such.ttl"]

ONLY_NAMES = {"form_of(file)", "modeline(folder)", "modeline(schema)"}
"""What looks at the name alone."""

GRAPH = lg.example()
TAKERS: Mapping[str, Callable[..., object]] = dict(functions())
FILES = [one for one in PARAMETERS if PathLike in one.types]


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What is given for the other parameters, and the owners of methods by their classes."""
    folder = tmp_path_factory.mktemp("given")
    model, table, turtle = folder / "mine", folder / "services.csv", folder / "mine.ttl"
    lg.new(model)
    lg.write_rdf(lg.load(model), turtle)
    table.write_text("Name\nLoans\n", encoding="utf-8")
    mapping = folder / "services.mapping.yaml"
    mapping.write_text("columns:\n  Name: name.en\n", encoding="utf-8")
    received = lg.receive(table)
    drawing = lg.draw(GRAPH, "path-hold")
    return {
        "Built": lg.Built({"index.html": b""}, "", 0, "index.html"),
        "Drawing": drawing,
        "Edit": lg.edit(model),
        "ImportedModel": lg.import_rdf(turtle),
        "Report": lg.report(GRAPH),
        "StartedModel": lg.new_from(received),
        "base": table,
        "book": table,
        "content": "a note",
        "drawings": [drawing],
        "file": folder / "new.xlsx",
        "folder": model,
        "forms": lg.COVERAGE_FORMS,
        "found": lg.assess(GRAPH),
        "graph": GRAPH,
        "kind": "journey",
        "lang": "sv",
        "new": "path-held",
        "old": "path-hold",
        "ours": table,
        "out": folder / "new.txt",
        "path": "path-hold",
        "read": [],
        "received": received,
        "revision": "HEAD",
        "theirs": table,
        "theme": lg.Theme(logo="theme/logo.svg"),
        "wanted": "en",
    }


def call(one: Parameter, given: str, others: Mapping[str, Any]) -> None:
    """Give a file or a folder to what takes one, in a row where it takes several."""
    owner, _, method = one.of.rpartition(".")
    function = getattr(others[owner], method) if owner else TAKERS[one.of]
    known = inspect.signature(function).parameters
    several = known[one.name].annotation.startswith(("Iterable", "Sequence"))
    needed = {
        name: others[name]
        for name, it in known.items()
        if it.default is it.empty and name != one.name
    }
    function(**needed, **{one.name: [given] if several else given})


def test_there_are_many_that_take_a_file() -> None:
    assert len(FILES) > 50
    assert {f"{one.of}({one.name})" for one in FILES} >= ONLY_NAMES


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder from which paths are taken, with nothing in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


of_file = pytest.mark.parametrize("one", FILES, ids=lambda one: f"{one.of}({one.name})")


@pytest.mark.parametrize("given", NO_NAMES, ids=range(len(NO_NAMES)))
@of_file
def test_a_name_that_no_file_can_have_is_refused_in_words(
    one: Parameter, given: str, others: Mapping[str, Any], here: Path
) -> None:
    if f"{one.of}({one.name})" in ONLY_NAMES:
        with suppress(lg.FormError):
            call(one, given, others)
    else:
        with pytest.raises(lg.KnownError) as refused:
            call(one, given, others)
        assert len(str(refused.value)) < 300
    assert list(here.iterdir()) == []


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("given", NOT_THERE)
@of_file
def test_a_folder_that_is_not_there_is_no_error_that_is_unknown(
    one: Parameter, given: str, others: Mapping[str, Any]
) -> None:
    with suppress(lg.KnownError):
        call(one, given, others)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("y" * 300, f"the name {'y' * 59}… is too long for a file or a folder; name a shorter one"),
        ("ä" * 128, f"the name {'ä' * 59}… is too long for a file or a folder; name a shorter one"),
        (
            "a\0b",
            "'a\\x00b' has a character that no name of a file or a folder can have; name another",
        ),
        (
            "a/" * 2500,
            f"{'a/' * 29}a… leads through too many folders; name a shorter way",
        ),
    ],
)
def test_what_is_wrong_with_a_name_is_said(given: str, says: str) -> None:
    with pytest.raises(lg.ValueRefusedError) as refused:
        lg.load(given)
    assert str(refused.value) == says


def test_the_longest_name_is_written(tmp_path: Path) -> None:
    lg.write_file(tmp_path / ("y" * 255), "a note")
    assert (tmp_path / ("y" * 255)).read_text() == "a note"


def test_many_files_in_one_word_may_be_longer_than_a_name(tmp_path: Path) -> None:
    words = ",".join(f"fi={tmp_path}/{number}.json" for number in range(50))
    with pytest.raises(lg.ExchangeError, match=r"0\.json cannot be read"):
        lg.receive(words)
