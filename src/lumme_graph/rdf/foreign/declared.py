"""How elements of a kind are read, as a declaration; and how they are made by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.elements.evidence import KeptElement, Source, Standing
from lumme_graph.meta.ref import Ref
from lumme_graph.rdf.foreign.gathering import NAMELESS, Gathered, Resource
from lumme_graph.rdf.foreign.readers import Reader, labels
from lumme_graph.rdf.foreign.statements import Statements

COMMON: Final[Mapping[str, Reader]] = {"search_words": labels("dcat:keyword", "schema:keywords")}
"""The fields of every kind that are read alike."""


@dataclass(frozen=True)
class Declared:
    """How elements of a kind are read: of which things, with what at least, and what else."""

    kind: type[KeptElement]
    things: Callable[[Statements], list[str]]
    needs: Mapping[str, Reader]
    without: Label = NAMELESS
    fields: Mapping[str, Reader] = field(default_factory=dict[str, Reader])


def read_declared(gathered: Gathered, declared: Declared, source: Ref[Source]) -> None:
    """Make the elements of a kind of all its things that say enough and are not left out already."""
    ready: dict[str, tuple[Resource, dict[str, object]]] = {}
    for address_ in declared.things(gathered.said):
        if address_ in gathered.ids or address_ in gathered.reasons:
            continue
        thing = Resource(gathered, address_)
        found = {key: read(thing) for key, read in declared.needs.items()}
        if all(value is not None for value in found.values()):
            ready[address_] = thing, found
        else:
            gathered.reasons.setdefault(address_, declared.without)
    gathered.name(declared.kind, list(ready))
    for address_ in ready:
        for same in gathered.said.nodes(address_, "skos:exactMatch"):
            if same not in gathered.said:
                gathered.ids.setdefault(same, gathered.ids[address_])
    for address_, (thing, found) in ready.items():
        more = {key: read(thing) for key, read in {**declared.fields, **COMMON}.items()}
        said = {key: value for key, value in more.items() if value not in (None, ())}
        id_ = gathered.ids[address_]
        gathered.elements[id_] = declared.kind.model_validate(
            {"id": id_, "standing": Standing.SOURCED, "sources": (source,)} | found | said
        )
        for value in thing.of("skos:notation")[:1]:
            thing.take("skos:notation", value)  # its id is made of it
        thing.keep()
