"""The one place that runs the layout engine: `graphviz-pure`, a port of Graphviz, as a process."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from importlib import metadata
from typing import TypedDict, cast

from lumme_graph.base.finding import KnownError

PROGRAM = "graphviz-pure"
SECONDS = 60.0


class EngineError(KnownError):
    """The layout engine is missing, failed or answered with something else than asked for."""


class Edge(TypedDict):
    """What we read of an edge: our own id, and its spline in points."""

    id: str
    pos: str


class Routed(TypedDict, total=False):
    """What we read of a routed graph."""

    edges: list[Edge]


def route(graphs: Sequence[str], *, seconds: float = SECONDS) -> list[Routed]:
    """Route the edges of many graphs, whose nodes are pinned, in one process."""
    if not graphs:
        return []
    command = [_program(), "-Kneato", "-n2", "-q", "-Tjson"]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, no shell
            command,
            input="\n".join(graphs).encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EngineError(f"{PROGRAM} did not finish: {error}") from error
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip()
        raise EngineError(f"{PROGRAM} ended with {done.returncode}: {said or 'without a word'}")
    answers = _documents(done.stdout.decode())
    if len(answers) != len(graphs):
        raise EngineError(f"{PROGRAM} answered {len(answers)} of {len(graphs)} graphs")
    return answers


def _program() -> str:
    """The program that the installed distribution lists, else the one on the path."""
    found = next(_listed(), None) or shutil.which(PROGRAM)
    if found is None:
        raise EngineError(
            f"the program {PROGRAM} is neither among the files of the installed package nor on the "
            f"path; install it with: pip install {PROGRAM}"
        )
    return found


def _listed() -> Iterator[str]:
    """Where the distribution has the program: where its list says, or beside the packages.

    `pip install --target` moves the scripts there, and leaves the list as it was.
    """
    for distribution in metadata.distributions(name=PROGRAM):
        listed = [str(file) for file in distribution.files or () if file.stem == PROGRAM]
        for place in (*listed, f"bin/{PROGRAM}", f"Scripts/{PROGRAM}"):
            found = shutil.which(str(distribution.locate_file(place)))
            if found:
                yield found


def _documents(text: str) -> list[Routed]:
    decoder, found = json.JSONDecoder(), list[Routed]()
    rest = text.strip()
    while rest:
        try:
            document, end = decoder.raw_decode(rest)
        except json.JSONDecodeError as error:
            raise EngineError(f"{PROGRAM} did not answer with JSON: {error}") from error
        found.append(cast("Routed", document))
        rest = rest[end:].lstrip()
    return found
