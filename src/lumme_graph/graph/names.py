"""What elements are called where people read of them."""

from __future__ import annotations

from lumme_graph.base.text import Label, Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.who import Municipality, Organisation, OrganisationType
from lumme_graph.graph.service_graph import ServiceGraph

SPOKEN = ("fi", "en", "sv")
"""The languages that the program speaks."""


def label_of(text: Text) -> Label:
    """A text of the model as a label, each missing language from the others."""
    fi, en, sv = (text.say(tag, SPOKEN).words for tag in SPOKEN)
    return Label(fi, en, sv)


def name_label(element: KeptElement) -> Label:
    """An element's name, else its id."""
    name = getattr(element, "name", None)
    return Label(element.id, element.id) if name is None else label_of(name)


def short_label(graph: ServiceGraph, library: Organisation) -> Label:
    """A library by its municipality, where each is the other's only one; else by its name."""
    if len(library.municipalities) == 1:
        municipality = graph.get(library.municipalities[0])
        if municipality is not None and not _serves_another(graph, municipality, library):
            return name_label(municipality)
    return name_label(library)


def _serves_another(graph: ServiceGraph, municipality: Municipality, library: Organisation) -> bool:
    """Whether there is another library in a municipality, so that its name would not tell which."""
    others = (use.source for use in graph.uses(municipality))
    return any(
        isinstance(other, Organisation)
        and other.type is OrganisationType.LIBRARY
        and other is not library
        for other in others
    )


def joined(labels: list[Label], between: str = ", ") -> Label:
    """Several labels as one, with the same sign between them in each language."""
    return Label(*(between.join(label.say(tag) for label in labels) for tag in SPOKEN))
