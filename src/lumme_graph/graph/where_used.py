"""Where an id is named: by which element, in which field, at which place of the files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lumme_graph.base.finding import KnownError, Place
from lumme_graph.base.guess import nearest
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.journeys import Path
from lumme_graph.graph.references import settings_references
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.element import Node
from lumme_graph.meta.spec import specs
from lumme_graph.reading.document import PathIn
from lumme_graph.reading.model import SETTINGS_ID


class Used(NamedTuple):
    """One reference: who makes it (None: the settings), in which field, and where it is written.

    `field` are words as `edit` takes them: `steps.pick-up.touchpoint`.
    """

    owner: KeptElement | None
    field: str
    place: Place


def where_used(graph: ServiceGraph, id_: str) -> list[Used]:
    """Every reference to an element, or to a step such as `path-hold/pick-up`, in model order.

    An id that is only named, and leads nowhere, has references too. Raises `KnownError` where an
    id is neither there nor named.
    """
    if "/" in id_:
        return list(_of_step(graph, id_))
    found = list(_of_element(graph, id_))
    if not found and not is_there(graph, id_):
        raise KnownError(_unknown(id_, "the model", (element.id for element in graph)))
    return found


def is_there(graph: ServiceGraph, id_: str) -> bool:
    """Does the model have an element, or a step, of this id?"""
    name, _, local = id_.partition("/")
    path = graph.find(name)
    if local:
        return isinstance(path, Path) and any(step.id == local for step in path.steps)
    return path is not None or name in graph.broken


def _of_element(graph: ServiceGraph, id_: str) -> Iterator[Used]:
    for target, path in settings_references(graph.settings):
        if target == id_:
            words = ".".join(map(str, path))
            yield Used(None, words, graph.place(SETTINGS_ID, *path))
    try:
        uses = graph.uses(id_)
    except KeyError:
        return
    for owner, reference in uses:
        path = reference.path
        yield Used(owner, _words(owner, path), graph.place(owner, *path))


def _of_step(graph: ServiceGraph, id_: str) -> Iterator[Used]:
    name, _, local = id_.partition("/")
    path = graph.find(name)
    if not isinstance(path, Path):
        raise KnownError(_unknown(name, "the paths", (one.id for one in graph.all(Path))))
    steps = [step.id for step in path.steps]
    ways: list[PathIn] = [
        ("steps", at, "next", way, "to")
        for at, step in enumerate(path.steps)
        for way, on in enumerate(step.next)
        if on.to == local
    ]
    if local not in steps and not ways:
        raise KnownError(_unknown(local, f"the steps of {name}", steps))
    for way in ways:
        yield Used(path, _words(path, way), graph.place(path, *way))


def _words(owner: KeptElement, path: PathIn) -> str:
    """The way to a value, each record by its local id where it has one, else by its index."""
    words: list[str] = []
    here: Any = owner
    cls: type[Node] = type(owner)
    for part in path:
        if isinstance(part, int):
            here = here[part]
            words.append(str(getattr(here, "id", part)))
        else:
            spec = next(spec for spec in specs(cls) if spec.alias == part)
            here, cls = getattr(here, spec.name), spec.record or cls
            words.append(part)
    return ".".join(words)


def _unknown(word: str, where: str, known: Iterable[str]) -> str:
    guess = nearest(word, known)
    return f"there is no {word} in {where}" + (f"; did you mean {guess}?" if guess else "")
