"""The page on observed journeys is true: its commands run, its picture is what they draw."""

from __future__ import annotations

import re
import shlex
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from running import lumme

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "observed.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^lumme (observed .+)$", PAGE, re.MULTILINE)


def test_the_commands_run_and_the_picture_is_what_they_draw(tmp_path: Path) -> None:
    told, drawn = map(shlex.split, COMMANDS)
    assert "most leave at step 4" in lumme(*told, cwd=ROOT).out
    *words, name = drawn
    assert lumme(*words, tmp_path / name, cwd=ROOT).code == 0
    assert (tmp_path / name).read_bytes() == (ROOT / "docs" / "pictures" / name).read_bytes()
    assert f"(pictures/{name})" in PAGE


def test_the_row_shown_is_in_the_log() -> None:
    head, row = re.findall(r"```csv\n(.+)\n(.+)\n```", PAGE)[0]
    log = (ROOT / "examples" / "observed" / "path-hold-illustrative.csv").read_text("utf-8")
    assert log.splitlines()[0] == head
    assert row in log.splitlines()


def test_the_snippet_prints_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (snippet,) = re.findall(r"```python\n(.+?)```", PAGE, re.DOTALL)
    said = re.findall(r"^print.*# (.+)$", snippet, re.MULTILINE)
    out = StringIO()
    with redirect_stdout(out):
        exec(compile(snippet, "observed.md", "exec"), {})  # noqa: S102 - that is the test
    assert out.getvalue().splitlines() == said == ["7", "pick-up-notice"]


def test_the_words_of_the_table_are_those_of_the_program() -> None:
    told = lumme(*shlex.split(COMMANDS[0]), cwd=ROOT).out
    for words in ("Cases", "Of all", "Begin here", "Leave here", "Skip it", "Repeat it"):
        assert words in PAGE
        assert words in told
