"""The site for developers is made without a warning, and type checkers accept every page strictly."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from snippets import ROOT

import lumme_graph as lg

MAKER = ROOT / ".ci" / "developers.py"


def run(*words: str | Path, cwd: Path = ROOT) -> str:
    paths = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": paths, "MYPYPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, *words],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scripts")
    run(MAKER, "--scripts", folder)
    return folder


def test_the_site_has_every_public_name_every_command_and_no_warning(tmp_path: Path) -> None:
    assert "WARNING" not in run(MAKER, tmp_path)
    pages = tmp_path / "developers" / "reference"
    api = "".join(page.read_text(encoding="utf-8") for page in pages.glob("api-*.html"))
    missing = [
        name
        for name in dir(lg)
        if not name.startswith("_") and f'id="lumme_graph.{name}"' not in api
    ]
    assert missing == []
    assert re.findall(r".{30}(?: at 0x|&lt;function|&lt;factory|&lt;class).{30}", api) == []
    commands = (pages / "commands.html").read_text(encoding="utf-8")
    assert 'id="lumme-where-used"' in commands
    assert (tmp_path / "reference" / "checks.en.html").is_file()
    assert (tmp_path / "gallery.html").is_file()


def test_mypy_accepts_every_page(scripts: Path) -> None:
    words = ["--strict", "--explicit-package-bases", "--cache-dir", str(scripts / ".cache")]
    assert "Success" in run("-m", "mypy", *words, ".", cwd=scripts)


def test_pyright_accepts_every_page(scripts: Path) -> None:
    """What a cell of a notebook ends with is used: it is shown."""
    settings = {
        "typeCheckingMode": "strict",
        "reportUnusedExpression": False,
        "extraPaths": [str(ROOT / "src")],
    }
    (scripts / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    said = run("-m", "pyright", "-p", ".", "--pythonpath", sys.executable, cwd=scripts)
    assert said.startswith("0 errors")
