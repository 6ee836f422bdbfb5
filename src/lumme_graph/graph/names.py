"""What elements are called where people read of them."""

from __future__ import annotations

from lumme_graph.base.languages import SPOKEN
from lumme_graph.base.text import Label, Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.service_graph import ServiceGraph

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
    """A library by its municipality, where it serves a single one; else by its name."""
    if len(library.municipalities) == 1:
        municipality = graph.get(library.municipalities[0])
        if municipality is not None:
            return name_label(municipality)
    return name_label(library)


def joined(labels: list[Label], between: str = ", ") -> Label:
    """Several labels as one, with the same sign between them in each language."""
    return Label(*(between.join(label.say(tag) for label in labels) for tag in SPOKEN))
