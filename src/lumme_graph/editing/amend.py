"""Bring elements that came from outside into a model's files: all of them, or nothing.

What is to be is worked out from what the files say at that moment, while nobody else can change
them. An element that says what it said keeps its text to the last character.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.journal import FileChange, changing
from lumme_graph.editing.files import EditError, added, differing, same, write
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.read import ModelError, graph_of
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.folder import read_folder
from lumme_graph.reading.merge import merged
from lumme_graph.reading.model import model_of


@dataclass(frozen=True)
class Amendment:
    """What a model is to be: its elements in their order, its settings where they change.

    `beside` are other files of the folder by their names in it, which are written together with
    the model: hidden ones, such as `.lumme/imported/directory.json`, are no part of it.
    """

    elements: Iterable[KeptElement]
    settings: Settings | None = None
    beside: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


@dataclass(frozen=True)
class Amended:
    """A model before and after an amendment, and the files that changed, or would."""

    before: ServiceGraph
    after: ServiceGraph
    files: tuple[str, ...]


def amend(
    folder: AnyPath,
    change: Callable[[ServiceGraph], Amendment],
    *,
    dry_run: bool = False,
) -> Amended:
    """Let the files of a model say what `change` makes of it; of a dry run nothing is written.

    Raises `ModelError` where the model cannot be read whole, `EditError` where the amendment would
    add a fault to it (LG0xx, LG1xx), `OutputError` where a file cannot be written, another run is
    changing the model, or a file was changed meanwhile. Then nothing is changed.
    """
    target = path_of(folder)
    with changing(target):
        there = read_folder(target)
        model = model_of(there)
        before, faults = graph_of(model, target)
        if model.findings:
            raise ModelError(faults)
        amendment = change(before)
        elements = {element.id: element for element in amendment.elements}
        new = merged(there, elements, amendment.settings or before.settings)
        after, new_faults = graph_of(model_of(new), target)
        more = added(faults, new_faults, same)
        if more:
            raise EditError("the model would not hold; nothing is changed", more)
        changes = differing(there, new)
        for name, now in amendment.beside.items():
            file = target / name
            was = file.read_bytes() if file.exists() else None
            if was != now:
                changes[file.as_posix()] = FileChange(was, now)
        if not dry_run:
            write(target, changes)
    return Amended(before, after, tuple(changes))
