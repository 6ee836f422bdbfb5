"""What may stand where an id belongs: any proper one, or those of one model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lumme_graph.base.label import Label, Message
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.element import Element
from lumme_graph.meta.ref import ID_WORDS, LONGEST_ID

Schema = dict[str, Any]
_WRITE = Label("Write {words}: lower-case words with hyphens.")


def in_each_language(what: Message) -> str:
    """What something is called in each language that the program comes with."""
    return " · ".join(dict.fromkeys(what.by_tag().values()))


def id_schema(kinds: Iterable[type[Element]]) -> Schema:
    """The shape of the ids of some kinds."""
    prefixes = [cls.kind.prefix for cls in kinds]
    begins = prefixes[0] if len(prefixes) == 1 else f"(?:{'|'.join(prefixes)})"
    words = ", ".join(f"{prefix}-…" for prefix in prefixes)
    return {
        "type": "string",
        "pattern": f"^{begins}-{ID_WORDS}$",
        "maxLength": LONGEST_ID,
        "patternErrorMessage": in_each_language(_WRITE.fill(words=words)),
    }


def ref_name(targets: Sequence[type[Element]]) -> str:
    """The name of the definition of a reference to some kinds, or to any."""
    return "-".join(["id", *(cls.kind.prefix for cls in targets)]) if targets else "id-any"


def ref_schema(targets: Sequence[type[Element]], graph: ServiceGraph | None) -> Schema:
    """What a reference to some kinds, or to any, may say: with a graph only what is there."""
    kinds = tuple(targets) or ELEMENTS
    if graph is None:
        return id_schema(kinds)
    there = [element for element in graph if isinstance(element, kinds)]
    return {
        "enum": [element.id for element in there],
        "enumDescriptions": [_called(element, graph) for element in there],
    }


def _called(element: KeptElement, graph: ServiceGraph) -> str:
    """What an element is called in the required languages; a source by its citation."""
    said = getattr(element, "name", None) or getattr(element, "text", None)
    if said is None:
        return str(getattr(element, "citation", element.id))
    tags = graph.settings.languages.required
    return " · ".join(dict.fromkeys(graph.speaker(tag)(said).words for tag in tags))
