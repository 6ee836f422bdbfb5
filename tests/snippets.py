"""The pages for developers as tests follow them: blocks of Python run, and print what stands below them."""

from __future__ import annotations

import contextlib
import io
import json
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from running import lumme

import lumme_graph as lg

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs" / "developers"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A block of a page, in what language, and the words that it must print, where the page says so."""

    language: str
    words: str
    said: str | None


def pages() -> list[Path]:
    """Every page that has blocks of Python."""
    return [page for page in sorted(PAGES.rglob("*.md")) if script(page)]


def blocks(page: Path) -> list[Block]:
    """What a reader of a page runs, in its order."""
    found = [(one[1], one[2]) for one in _BLOCK.finditer(page.read_text(encoding="utf-8"))]
    return [
        Block(language, words, below if kind == "text" else None)
        for (language, words), (kind, below) in pairwise([*found, ("", "")])
        if language in {"python", "sh"}
    ]


def script(page: Path) -> str:
    """All the Python of a page in one text."""
    return "\n".join(block.words for block in blocks(page) if block.language == "python")


def files(page: Path) -> list[tuple[str, str]]:
    """The blocks that are named by a file, and what stands in them."""
    return _FILE.findall(page.read_text(encoding="utf-8"))


def desk(page: Path, folder: Path) -> None:
    """What lies before the reader of a page: a model of their own, and what the page takes of this project.

    A block that is named by a file stands in it, at its end where there is one.
    """
    lg.new(folder / "mine")
    for name, words in files(page):
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(words)
    for name in ("models/lumme", "examples/kirkanta", "examples/observed"):
        if name in script(page):
            shutil.copytree(ROOT / name, folder / name)


def follow(page: Path, folder: Path) -> Iterator[tuple[Block, str]]:
    """Run a page's blocks in a folder; each with what it printed."""
    known: dict[str, object] = {"__name__": "__main__"}
    for place, block in enumerate(blocks(page)):
        if block.language == "sh":
            yield block, _commands(block.words, folder)
        elif "__main__" in block.words:
            yield block, _in_a_process(block.words, folder)
        else:
            file = folder / f"block{place}.py"
            file.write_text(block.words, encoding="utf-8")
            said = io.StringIO()
            with contextlib.chdir(folder), contextlib.redirect_stdout(said):
                known = _run(file, known)
            yield block, said.getvalue()


def _run(file: Path, known: dict[str, object]) -> dict[str, object]:
    try:
        return runpy.run_path(str(file), known, "__main__")
    except SystemExit as ended:
        if ended.code:
            raise
        return known


def _commands(words: str, folder: Path) -> str:
    said = ""
    for line in words.splitlines():
        done = lumme(*shlex.split(line)[1:], cwd=folder)
        if done.code:
            raise AssertionError(f"{line}: {done.out}{done.err}")
        said += done.out + done.err
    return said


def _in_a_process(words: str, folder: Path) -> str:
    file = folder / "script.py"
    file.write_text(words, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, file], cwd=folder, capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout


def notebook(file: Path) -> list[str]:
    """The Python of each cell of a notebook."""
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
