"""What the elements of a model are called in a book, and the languages that have columns in it."""

from __future__ import annotations

from lumme_graph.base.catalogue import CODE
from lumme_graph.base.shown import plain as without_marks
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.evidence import KeptElement, Source
from lumme_graph.graph.names import name_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.sheets.rows import tags_used
from lumme_graph.sheets.values import BookNames


def in_english(words: str, speak: Speaker) -> str:
    """Words that are there in English alone: a reader of another language is told so."""
    return words if not words or speak.lang.partition("-")[0] == CODE else f"{words} [{CODE}]"


def names_of(graph: ServiceGraph, speak: Speaker) -> BookNames:
    """What the elements of a model are called in a language, and the words of its codes."""
    return BookNames(speak, {element.id: _name(element, speak) for element in graph})


def _name(element: KeptElement, speak: Speaker) -> str:
    if isinstance(element, Source):
        return without_marks(element.citation)
    return without_marks(speak(name_label(element)).words)


def tags_of(graph: ServiceGraph) -> tuple[str, ...]:
    """The languages that have columns: those of the model, then any others that are used in it."""
    languages = graph.settings.languages
    declared = (*languages.required, *languages.optional)
    return (*declared, *sorted(tags_used(graph) - set(declared)))
