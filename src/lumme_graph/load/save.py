"""A model to the text of its folder: the same text that is read, changed as little as can be.

`to_files` writes a model that has no text yet. `save` begins with a text that is there: that of
the folder it writes to, else of the folder from which the graph was read. In it an element that
says what it said keeps its lines to the last character, comments, quotes and line ends too; of
one that says something else, only the values that differ are written anew; one that is gone
loses its lines; a new one comes after the last of its kind. So an unchanged model is saved byte
for byte, and a changed one shows as a small difference.

The order of what is there stays; new journeys are read in the order of their file names, each
being a file of its own. Files that are no part of the model are neither copied nor touched.

A folder is refused that holds another model (no id in common), one that cannot be read whole,
or YAML files without a model.yaml, which would become part of what is saved.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from lumme_graph.base.files import OutputError, files_below, remove_file, write_file
from lumme_graph.elements import ELEMENTS
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.settings import Settings
from lumme_graph.load.folder import SETTINGS, is_text, read_folder
from lumme_graph.load.merge import as_file, bodies, home, listed, merged
from lumme_graph.load.model import model_of
from lumme_graph.load.write import block, plain


class Savable(Protocol):
    """A graph, as far as saving needs it; `root` is the folder it was read from, or empty."""

    settings: Settings
    root: str

    def __iter__(self) -> Iterator[KeptElement]: ...


def to_files(elements: Iterable[KeptElement], settings: Settings) -> dict[str, str]:
    """The files of a model that has no text yet: their text by their names in its folder."""
    by_file: dict[str, list[KeptElement]] = {}
    prose: dict[str, str] = {}
    kinds = {cls: place for place, cls in enumerate(ELEMENTS)}
    for element in sorted(elements, key=lambda element: kinds[type(element)]):
        by_file.setdefault(home(element), []).append(element)
        prose |= {name: as_file(text) for name, text in bodies(element).items()}
    lists = {name: listed(mine) for name, mine in by_file.items()}
    return {SETTINGS: block(plain(settings))} | lists | prose


def save(graph: Savable, folder: str | os.PathLike[str]) -> None:
    """Write a graph as a model's folder; what is already written there stays as it is.

    Raises `OutputError` where the folder is not one to write this model to, or cannot be
    written. Each file is written whole or not at all, model.yaml last.
    """
    target = Path(folder)
    elements = {element.id: element for element in graph}
    base = _base(target, graph.root, elements.keys())
    files: dict[str, str | None] = {}
    if base is None:
        files |= to_files(elements.values(), graph.settings)
    else:
        files |= merged(base, elements, graph.settings)
    settings = files.pop(SETTINGS)
    for name, text in (*files.items(), (SETTINGS, settings)):
        path = (target / name).resolve()
        if text is None:
            remove_file(path)
        elif not path.is_file() or path.read_bytes() != text.encode():
            write_file(path, text)


def _base(target: Path, root: str, ids: Iterable[str]) -> Path | None:
    """The folder whose text is kept, if there is one."""
    origin = Path(root) if root else None
    if (target / SETTINGS).exists():
        there = model_of(read_folder(target)).elements.keys()
        own = origin is not None and origin.resolve() == target.resolve()
        if there and not own and there.isdisjoint(ids):
            raise OutputError(f"{target} holds another model; name a new folder")
        return target
    if target.is_dir() and any(map(is_text, files_below(target))):
        raise OutputError(f"{target} holds YAML but no model.yaml; name a new folder")
    return origin if origin is not None and (origin / SETTINGS).exists() else None
