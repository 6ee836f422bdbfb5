"""The command line as tests run it: in this process, or in one of its own where it must be."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import subprocess
import sys
from collections.abc import Generator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from unittest.mock import patch

from lumme_graph.cli import main


class Run(NamedTuple):
    """What a command printed and how it ended."""

    out: str
    err: str
    code: int


def lumme(
    *words: object,
    cwd: Path | None = None,
    columns: int | None = None,
    environment: Mapping[str, str] = MappingProxyType({}),
) -> Run:
    """Run the program in a pipe, or in a terminal of some columns.

    Whatever happens, nobody sees a traceback or a colour code. Only another environment needs
    another process, which takes longer than most commands.
    """
    said_words, here = list(map(str, words)), cwd or Path.cwd()
    done = (
        _spawned(said_words, here, environment) if environment else _here(said_words, here, columns)
    )
    said = done.out + done.err
    assert "Traceback" not in said
    assert "\x1b" not in said
    assert "internal error" not in said
    return done


def _here(words: list[str], cwd: Path, columns: int | None) -> Run:
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
        if columns is not None:
            os.environ["COLUMNS"] = str(columns)
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


def _spawned(words: list[str], cwd: Path, environment: Mapping[str, str]) -> Run:
    done = subprocess.run(
        [sys.executable, "-m", "lumme_graph", *words],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Run(done.stdout, done.stderr, done.returncode)
