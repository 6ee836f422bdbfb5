"""A folder to a graph: `read` says what is wrong, `load` refuses it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lumme_graph.base.collector import collector_paused
from lumme_graph.base.finding import Finding, KnownError
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.links import broken_links
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.model import Model, read_model
from lumme_graph.reading.revision import checked_out

_NO_DAY = Settings(as_of=date.max)


class ModelError(KnownError):
    """A model cannot be read whole; `findings` says every fault with its place."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        lines = [f"{f.place}: {f.code} {f.message()}: {f.advice()}" for f in self.findings]
        super().__init__(*lines)


def read(folder: str | os.PathLike[str]) -> tuple[ServiceGraph, tuple[Finding, ...]]:
    """Read a model's folder: the graph of what could be read, and what is wrong (LG0xx, LG1xx).

    Never raises for what is in the files; references that lead nowhere are kept.
    """
    return graph_of(read_model(Path(folder)), folder)


def read_revision(
    folder: str | os.PathLike[str], revision: str
) -> tuple[ServiceGraph, tuple[Finding, ...]]:
    """Read a model as git has it at a revision, such as `HEAD~3`; its places are `folder@revision`.

    Raises `RevisionError` where git has none. The work tree is not touched.
    """
    name = f"{Path(folder).as_posix()}@{revision}"
    with checked_out(Path(folder), revision) as files:
        return graph_of(read_model(files, name), name)


def graph_of(
    model: Model, folder: str | os.PathLike[str]
) -> tuple[ServiceGraph, tuple[Finding, ...]]:
    """The graph of a model that was read from a folder, and what is wrong with it."""
    with collector_paused():
        graph = ServiceGraph(
            model.elements.values(),
            model.settings or _NO_DAY,
            spots=model.spots,
            files=model.files,
            broken=model.broken,
            root=Path(folder).as_posix(),
        )
        found = sorted([*model.findings, *broken_links(graph)], key=Finding.sort_key)
    graph.reading = tuple(found)
    return graph, graph.reading


def load(folder: str | os.PathLike[str]) -> ServiceGraph:
    """Read a model's folder into a graph.

    Raises `ModelError` with every finding where it cannot be read whole (LG0xx, LG1xx).
    """
    graph, findings = read(folder)
    if findings:
        raise ModelError(findings)
    return graph
