"""What may be about a person is left out of what is read: nobody has asked them."""

from __future__ import annotations

from typing import Final, cast

from lumme_graph.analysis.privacy.matches import reaching
from lumme_graph.base.label import Counted
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.walk import PathIn
from lumme_graph.rdf.foreign.gathering import Gathered, Remark

PERSONAL: Final = Counted(
    "{n} text was left out, since it may say how a person is reached: {example}",
    "{n} texts were left out, since they may say how a person is reached, such as: {example}",
)


def leave_out_personal(gathered: Gathered, graph: ServiceGraph) -> bool:
    """Take out the texts by which somebody might be reached; is there any?"""
    found = reaching(graph)
    for id_, path in reversed(found):  # so that places in lists stay
        gathered.elements[id_] = _without(gathered.elements[id_], path)
    for id_, path in found:
        gathered.remark(Remark(PERSONAL, ()), f"{id_}, {path[0]}")
    return bool(found)


def _without(element: KeptElement, path: PathIn) -> KeptElement:
    """The element without what stands at a path; a name that goes leaves the words of its id."""
    field = str(path[0])
    value: object = getattr(element, field)
    if isinstance(value, Text):
        kept = Text({tag: words for tag, words in value.items() if tag != path[1]})
        if kept or not type(element).model_fields[field].is_required():
            return element.model_copy(update={field: kept or None})
        words = element.id.removeprefix(f"{element.kind.prefix}-")
        return element.model_copy(update={field: Text({str(path[1]): words})})
    if isinstance(value, tuple):
        parts = cast("tuple[object, ...]", value)
        rest = tuple(part for at, part in enumerate(parts) if at != path[1])
        return element.model_copy(update={field: rest})
    return element.model_copy(update={field: None})
