"""A folder to a graph: `read` says what is wrong, `load` refuses it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from os import PathLike
from pathlib import Path

from lumme_graph.base.collector import collector_paused
from lumme_graph.base.error import KnownError
from lumme_graph.base.finding import Finding
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.links import broken_links
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.cache import LEAST, Cache, cache_of
from lumme_graph.reading.folder import Folder, read_folder
from lumme_graph.reading.laid_out import laid_out, zipped
from lumme_graph.reading.model import Model, model_of, read_model
from lumme_graph.reading.new import new_files
from lumme_graph.reading.own_code import own_code
from lumme_graph.reading.revision import checked_out

_IN_MEMORY = "model"
_NO_DAY = Settings(as_of=date.max)


class ModelError(KnownError):
    """A model cannot be read whole; `findings` says every fault with its place."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        lines = [f"{f.place}: {f.code} {f.message()}: {f.advice()}" for f in self.findings]
        super().__init__(*lines)


ModelSource = AnyPath | Mapping[str, str | bytes]
"""Where a model is read from: its folder, a ZIP file of it, or its files by their names."""


def read(
    source: ModelSource, *, trust: bool = False, cache: bool | None = None
) -> tuple[ServiceGraph, tuple[Finding, ...]]:
    """Read a model: the graph of what could be read, and what is wrong (LG0xx, LG1xx).

    It is in a folder, in a ZIP file, or in a mapping from the names of its files to what they hold.
    Never raises for what is in the files; references that lead nowhere are kept. Raises
    `SourceError` for a ZIP file or a mapping that cannot hold a model.

    With `trust` the code that `model.yaml` names as its own, under `checks` and `questions`, is run,
    and its checks and questions are among ours from then on: trust only a model whose authors may
    run programs here.

    A large folder is opened again in a fraction of the time: what reading made of its files is kept
    beside them in `.lumme/cache`, which may be deleted at any time, and holds for the very same files
    alone. `cache` says whether it may be used and written: `False` never, `True` for a small folder too.
    """
    if isinstance(source, Mapping):
        with laid_out(source) as folder:
            return _graph(folder, _IN_MEMORY, "", trust=trust)
    if not isinstance(source, str | PathLike):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(
            "a model is read from its folder, from a ZIP file or from a mapping of its files, "
            f"not from {type(source).__name__}"
        )
    path = path_of(source)
    if path.suffix.lower() == ".zip" and path.is_file():
        with laid_out(zipped(path)) as folder:
            return _graph(folder, path.as_posix(), "", trust=trust)
    graph, findings = _read_folder(read_folder(path), cache)
    if trust:
        _run_own(graph, path, path.as_posix())
    return graph, findings


def _read_folder(folder: Folder, wanted: bool | None) -> tuple[ServiceGraph, tuple[Finding, ...]]:
    cache = None if wanted is False else cache_of(folder, least=0 if wanted else LEAST)
    if cache is None:
        return graph_of(model_of(folder), folder.root)
    return _read_again(folder, cache)


def _read_again(folder: Folder, cache: Cache) -> tuple[ServiceGraph, tuple[Finding, ...]]:
    """As `graph_of`, with what is kept of the folder from the last reading, and for the next."""
    if model := cache.sound():
        graph = ServiceGraph(
            model.elements,
            model.settings,
            spots=model.spots,
            files=model.files,
            reading=(),
            root=folder.root,
        )
        return graph, ()
    graph, findings = graph_of(model_of(folder, cache.read), folder.root)
    cache.keep(sound=not findings)
    return graph, findings


def read_revision(
    folder: AnyPath, revision: str, *, trust: bool = False
) -> tuple[ServiceGraph, tuple[Finding, ...]]:
    """Read a model as git has it at a revision, such as `HEAD~3`; its places are `folder@revision`.

    With `trust` its own code is run as it was then, as `read` says. The work tree is not touched.
    Raises `RevisionError` where git has none.
    """
    name = f"{path_of(folder).as_posix()}@{revision}"
    with checked_out(path_of(folder), revision) as files:
        return _graph(files, name, name, trust=trust)


def _graph(
    folder: Path, name: str, root: AnyPath, *, trust: bool
) -> tuple[ServiceGraph, tuple[Finding, ...]]:
    """The graph of a folder, with the code of its own where that is trusted."""
    graph, findings = graph_of(read_model(folder, name), root)
    if trust:
        _run_own(graph, folder, name)
    return graph, findings


def _run_own(graph: ServiceGraph, folder: Path, name: str) -> None:
    settings = graph.settings
    named = {"checks": settings.checks, "questions": settings.questions}
    graph.own = own_code(folder, name, named)


def graph_of(model: Model, folder: AnyPath) -> tuple[ServiceGraph, tuple[Finding, ...]]:
    """The graph of a model that was read from a folder, and what is wrong with it."""
    with collector_paused():
        graph = ServiceGraph(
            model.elements.values(),
            model.settings or _NO_DAY,
            spots=model.spots,
            files=model.files,
            broken=model.broken,
            root=Path(folder).as_posix() if folder else "",
        )
        found = sorted([*model.findings, *broken_links(graph)], key=Finding.sort_key)
    graph.reading = tuple(found)
    return graph, graph.reading


def load(source: ModelSource, *, trust: bool = False, cache: bool | None = None) -> ServiceGraph:
    """Read a model into a graph: a folder, a ZIP file, or the files by their names, as `read` does.

    With `trust` the model's own checks and questions are run too; with `cache=False` it neither uses
    nor writes what `read` keeps beside a large folder. Raises `ModelError` with every finding where
    it cannot be read whole (LG0xx, LG1xx).

    >>> files = {"model.yaml": "as_of: 2026-08-22", "needs.yaml": "- {id: need-hours, name: {en: Hours}}"}
    >>> list(load(files))
    [<Need need-hours: Hours>]
    """
    graph, findings = read(source, trust=trust, cache=cache)
    if findings:
        raise ModelError(findings)
    return graph


def example() -> ServiceGraph:
    """A small model of an invented network, which comes with the library: what examples run on.

    It is the one that `lumme new` writes: four organisations, two services, two paths, and a guide
    that covers all of it.

    >>> [one for one in example() if one.id.startswith("service-")]
    [<Service service-loan: Lainaaminen>, <Service service-hold: Varaaminen>]
    """
    return load(new_files())
