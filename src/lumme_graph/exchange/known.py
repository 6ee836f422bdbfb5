"""Which elements of a model stand for what a file tells of: by the identifiers that they keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from lumme_graph.elements.evidence import KeptElement, Source
from lumme_graph.exchange.draft import Draft, ForeignKey, Received
from lumme_graph.exchange.memory import Remembered
from lumme_graph.exchange.placed import source_key
from lumme_graph.graph.service_graph import ServiceGraph

_NO_NAMES: Final[Mapping[str, str]] = {}


class Known(NamedTuple):
    """The ids of what is known, also of what was taken out of the model since.

    `inferred` are those that follow from others: what all places of a library belong to in the model
    is that library. `named` are those that are known by their names.
    """

    ids: dict[ForeignKey, str]
    inferred: tuple[ForeignKey, ...]
    named: tuple[ForeignKey, ...]


def known_in(graph: ServiceGraph, received: Received, memory: Remembered | None) -> Known:
    """The ids that what was received, and what was taken the last time, has in a model."""
    ids = dict(_by_identifiers(graph))
    remembered: Mapping[ForeignKey, str] = memory.ids if memory else {}
    if (source := _source(graph, received, remembered)) is not None:
        ids[source_key(received.format)] = source
    for key, id_ in remembered.items():
        element = graph.find(id_)
        is_still = element is not None and key in _keys(element)
        if key not in ids or is_still:
            ids[key] = id_
    named = _by_names(graph, [one for one in received.drafts if one.key not in ids])
    ids |= named
    inferred: dict[ForeignKey, str] = {}
    if received.network and received.network not in ids and graph.settings.network:
        inferred[received.network] = str(graph.settings.network)
    inferred |= _by_what_refers_to_them(graph, received.drafts, ids | inferred)
    return Known(ids | inferred, tuple(inferred), tuple(named))


def _by_identifiers(graph: ServiceGraph) -> Iterator[tuple[ForeignKey, str]]:
    return ((key, element.id) for element in graph for key in _keys(element))


def _keys(element: KeptElement) -> Iterator[ForeignKey]:
    """How others know an element."""
    for identifier in getattr(element, "identifiers", ()):
        yield ForeignKey(element.kind.prefix, identifier.scheme, identifier.value)


def _by_names(graph: ServiceGraph, drafts: Iterable[Draft]) -> dict[ForeignKey, str]:
    """Those that their file knows by name alone, by elements of that name and kind in the model."""
    wanted = [draft for draft in drafts if draft.by_name]
    if not wanted:
        return {}
    there: dict[tuple[str, str, str], list[str]] = {}
    for element in graph:
        names: Mapping[str, str] = getattr(element, "name", None) or _NO_NAMES
        for tag, name in names.items():
            there.setdefault((element.kind.prefix, tag, name.casefold()), []).append(element.id)
    found: dict[ForeignKey, str] = {}
    for draft in wanted:
        words = ((draft.key.kind, tag, name) for tag, name in draft.fields["name"].items())
        same = {
            id_ for kind, tag, name in words for id_ in there.get((kind, tag, name.casefold()), ())
        }
        if len(same) == 1:
            found[draft.key] = same.pop()
    return found


def _source(
    graph: ServiceGraph, received: Received, remembered: Mapping[ForeignKey, str]
) -> str | None:
    """The source that the files were taken as: by its id of the last time, else by its words."""
    id_ = remembered.get(source_key(received.format))
    if id_ is not None and id_ in graph:
        return id_
    found = (one.id for one in graph.all(Source) if one.citation == received.citation)
    return next(found, id_)


def _by_what_refers_to_them(
    graph: ServiceGraph, drafts: Iterable[Draft], ids: Mapping[ForeignKey, str]
) -> dict[ForeignKey, str]:
    """What is not known, by what all that is known and refers to it refers to in the model."""
    found: dict[ForeignKey, set[str]] = {}
    for draft in drafts:
        element = graph.find(ids[draft.key]) if draft.key in ids else None
        for field, key in draft.fields.items() if element is not None else ():
            if isinstance(key, ForeignKey) and key not in ids:
                found.setdefault(key, set()).add(_referred(element, field))
    return {
        key: next(iter(of))
        for key, of in found.items()
        if len(of) == 1 and all(id_ in graph for id_ in of)
    }


def _referred(element: KeptElement | None, field: str) -> str:
    return str(getattr(element, field, None) or "")
