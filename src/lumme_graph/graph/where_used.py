"""Where an id is named: by which element, in which field, at which place of the files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from lumme_graph.base.finding import Place
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.id_errors import UnknownIdError
from lumme_graph.graph.references import settings_references
from lumme_graph.graph.service_graph import E, ServiceGraph
from lumme_graph.meta.element import Node, Record
from lumme_graph.meta.named import AnyId, id_of
from lumme_graph.meta.ref import Ref
from lumme_graph.meta.spec import specs
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.model import SETTINGS_ID


class Used(NamedTuple):
    """One reference: who makes it (None: the settings), in which field, and where it is written.

    `field` are words as `edit` takes them: `steps.pick-up.touchpoint`.
    """

    owner: KeptElement | None
    field: str
    place: Place


def where_used(graph: ServiceGraph, element: AnyId) -> list[Used]:
    """Every reference to an element, or to a part such as `path-hold/pick-up`, in model order.

    An id that is only named, and leads nowhere, has references too. Raises `UnknownIdError` where
    an id is neither there nor named.
    """
    need_graph(graph)
    id_ = id_of(element)
    found = [
        Used(None, ".".join(map(str, path)), graph.place(SETTINGS_ID, *path))
        for target, path in settings_references(graph.settings)
        if target == id_
    ]
    try:
        uses = graph.uses(id_)
    except UnknownIdError:
        if not found:
            raise
        uses = ()
    for owner, reference in uses:
        path = reference.path
        found.append(Used(owner, _words(owner, path), graph.place(owner, *path)))
    return found


def _words(owner: KeptElement, path: PathIn) -> str:
    """The way to a value, each record by its local id where it has one, else by its index."""
    words: list[str] = []
    here: Any = owner
    cls: type[Node] = type(owner)
    for part in path:
        if isinstance(part, int):
            items, here = here, here[part]
            words.append(_item_name(here, items) or str(part))
        else:
            spec = next(spec for spec in specs(cls) if spec.alias == part)
            here, cls = getattr(here, spec.name), spec.record or cls
            words.append(part)
    return ".".join(words)


def _item_name(item: Any, items: Sequence[Any]) -> str:
    """What names an item of a list: its id, or the one element that it alone of them is about."""
    if not isinstance(item, Record) or item.id is not None:
        return str(getattr(item, "id", None) or "")
    key = item.natural_key()
    about = key[0] if len(key) == 1 and issubclass(type(key[0]), Ref) else ""
    return str(about) if [one.natural_key() for one in items].count(key) == 1 else ""


def users(graph: ServiceGraph, element: KeptElement, kind: type[E]) -> list[E]:
    """The elements of a kind that refer to an element of the graph, in model order, each once."""
    found = {use.source.id: use.source for use in graph.uses(element)}
    return [one for one in found.values() if isinstance(one, kind)]
