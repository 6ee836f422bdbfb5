"""On what the things of an output stand: the mark beside a name, the word in data, the legend."""

from __future__ import annotations

from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Sayable, Speaker
from lumme_graph.elements.evidence import KeptElement, Standing
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.names import joined, name_label
from lumme_graph.graph.parts import parts
from lumme_graph.graph.service_graph import ServiceGraph

LETTERS: Final = {Standing.SOURCED: "S", Standing.DERIVED: "D", Standing.ILLUSTRATIVE: "I"}
LEGEND: Final = Label("S = sourced, D = derived, I = illustrative (invented)")


def marked(element: KeptElement) -> Sayable:
    """An element's name with the letter of its standing, where it says one: `Desk (I)`."""
    name, letter = name_label(element), letter_of(element)
    return joined((name, f" ({letter})"), "") if letter else name


def letter_of(element: KeptElement) -> str:
    """The letter of an element's standing; empty where it says none."""
    standing = _of(element)
    return LETTERS[standing] if standing else ""


def standing_word(graph: ServiceGraph, id_: str) -> str:
    """The standing of an element or a part by its id, as models write it; empty where none is said."""
    element = graph.find(id_.partition("/")[0])
    part = parts(element).get(id_) if element else None
    standing = _of(part) or _of(element)
    return standing.value if standing else ""


def statement_in(settings: Settings, speak: Speaker) -> str:
    """What must be said of the model wherever it is shown, such as that it is unofficial."""
    return speak(settings.statement).shown if settings.statement else ""


def _of(element: object) -> Standing | None:
    standing = getattr(element, "standing", None)
    return standing if isinstance(standing, Standing) else None
