"""What is installed apart: `core/pyproject.toml` is the main one with less, and each extra can be said."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import lumme_graph as lg
from lumme_graph.base.extras import EXTRAS, need

ROOT = Path(__file__).parents[1]
LEFT_OUT = (
    "fontTools",
    "graphviz",
    "networkx",
    "pyoxigraph",
    "pyphen",
    "rdflib",
    "resvg_py",
    "rich",
    "typer",
)


def project(file: str) -> dict[str, Any]:
    """What a pyproject.toml says of its project."""
    found: dict[str, Any] = tomllib.loads((ROOT / file).read_text(encoding="utf-8"))["project"]
    return found


def wanted(of: dict[str, Any]) -> set[str]:
    """All that a project and its extras for users need, with the versions."""
    extras = of["optional-dependencies"]
    users = extras["all"][0].partition("[")[2].strip("]").split(",")
    found = {*of["dependencies"], *(one for name in users for one in extras[name])}
    return {one for one in found if not one.startswith("lumme-graph")}


def test_the_core_is_the_same_project_with_less() -> None:
    whole, core = project("pyproject.toml"), project("core/pyproject.toml")
    for said in ("version", "requires-python", "license", "authors", "classifiers"):
        assert core[said] == whole[said], said
    assert set(core["dependencies"]) < set(whole["dependencies"])
    assert wanted(core) == wanted(whole)
    assert "scripts" not in core
    assert (ROOT / "core" / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_the_extra_all_is_all_that_users_may_need() -> None:
    for file, aside in (
        ("pyproject.toml", {"browser", "dev", "docs", "offices", "stores"}),
        ("core/pyproject.toml", set[str]()),
    ):
        extras = project(file)["optional-dependencies"]
        (every,) = extras["all"]
        named = re.findall(r"\w+", every.partition("[")[2])
        assert {*named, "all", *aside} == set(extras)


def test_what_the_library_asks_for_is_an_extra_of_the_core() -> None:
    extras = project("core/pyproject.toml")["optional-dependencies"]
    assert {extra.name for extra in EXTRAS.values()} <= set(extras)


def test_what_is_missing_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich", None)
    with pytest.raises(lg.MissingExtraError) as caught:
        need("yaml", "rich")
    assert str(caught.value) == (
        "for tables as text, install the text extra: pip install 'lumme-graph[text]'"
    )


def test_a_script_needs_none_of_what_the_core_leaves_out() -> None:
    """It reads, judges, counts, asks and draws; `help` shows what there is; what is missing is said."""
    script = f"""
import pydoc, sys
sys.modules.update(dict.fromkeys({LEFT_OUT!r}))
import lumme_graph as lg
graph = lg.example()
assert lg.FINDING_FORMS["text"].render(graph, lg.check(graph), "fi")
assert lg.rows(lg.coverage(graph)) and lg.ask(graph, "personal-data")
assert lg.draw(graph, next(iter(graph.all(lg.Path))).id).svg
assert "load" in dir(lg) and "to_rdf" not in dir(lg) and pydoc.render_doc(lg)
try:
    lg.to_rdf(graph)
except lg.KnownError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.stdout, done.stderr) == (
        "for RDF, install the rdf extra: pip install 'lumme-graph[rdf]'\n",
        "",
    )


def test_without_typer_the_program_says_what_it_needs() -> None:
    start = "import runpy, sys; sys.modules['typer'] = None; runpy.run_module('lumme_graph', run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", start], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert done.stderr == (
        "lumme: for the command line, install the cli extra: pip install 'lumme-graph[cli]'\n"
    )
