"""The command line as tests run it: in this process, or in one of its own where it must be."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from lumme_graph.cli import main


class Run(NamedTuple):
    """What a command printed and how it ended."""

    out: str
    err: str
    code: int


def lumme(*words: str | Path, cwd: Path, **environment: str) -> Run:
    """Run the program; whatever happens, nobody sees a traceback or a colour code in a pipe.

    Only another environment needs another process, which takes longer than most commands.
    """
    run = _spawned if environment else _here
    done = run(list(map(str, words)), cwd, environment)
    said = done.out + done.err
    assert "Traceback" not in said
    assert "\x1b" not in said
    assert "internal error" not in said
    return done


def _here(words: list[str], cwd: Path, _: dict[str, str]) -> Run:
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    code = 0
    with (
        contextlib.chdir(cwd),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        patch.object(sys, "argv", ["lumme", *words]),
        patch.dict(os.environ),
        _collecting(),
    ):
        os.environ.pop("COLUMNS", None)
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
    return Run(_read(out), _read(err), code)


@contextlib.contextmanager
def _collecting() -> Generator[None]:
    """A command leaves its garbage to the end of its process; this one goes on."""
    try:
        yield
    finally:
        gc.enable()


def _read(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


def _spawned(words: list[str], cwd: Path, environment: dict[str, str]) -> Run:
    done = subprocess.run(
        [sys.executable, "-m", "lumme_graph", *words],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Run(done.stdout, done.stderr, done.returncode)
