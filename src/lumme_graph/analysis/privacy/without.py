"""Elements without the texts by which somebody might be reached: nobody has asked them."""

from __future__ import annotations

from typing import Final, cast

from lumme_graph.analysis.privacy.matches import Personal, open_matches
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.walk import PathIn

_REACHES: Final = frozenset({Personal.PHONE, Personal.EMAIL})


def reaching(graph: ServiceGraph) -> list[tuple[str, PathIn]]:
    """The texts that say how somebody is reached: of which element, and where in it."""
    return sorted(
        {
            (one.element.id, one.path)
            for one in open_matches(Day.of(graph))
            if one.kind in _REACHES and one.element is not None
        }
    )


def without(element: KeptElement, path: PathIn) -> KeptElement:
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
