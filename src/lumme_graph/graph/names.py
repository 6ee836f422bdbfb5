"""What elements are called where people read of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Counted, Joined, Label, Message, Plain
from lumme_graph.base.speaker import Sayable
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Guide
from lumme_graph.elements.who import Municipality, Organisation, OrganisationType
from lumme_graph.graph.service_graph import ServiceGraph


def name_label(element: KeptElement) -> Text | Plain:
    """An element's name, else its id."""
    name = getattr(element, "name", None)
    return name if isinstance(name, Text) else Plain(element.id)


def short_label(graph: ServiceGraph, library: Organisation) -> Text | Plain:
    """A library by its municipality, where each is the other's only one; else by its name."""
    if len(library.municipalities) == 1:
        municipality = graph.get(library.municipalities[0])
        if municipality is not None and not _serves_another(graph, municipality, library):
            return name_label(municipality)
    return name_label(library)


_ALL = Counted("the {n} library", "all {n} libraries")
_ALL_BUT = Label("{k}/{n} libraries, all but {names}")
_FEW = 3
"""Of how many libraries it is said that all but they are meant."""


def among(graph: ServiceGraph, places: Collection[int], found: Sequence[Organisation]) -> Message:
    """Some of the libraries, by their places among all, in words: all, all but a few, or names."""
    n, k = len(found), len(places)
    if k == n > 1:
        return _ALL.fill(n=n)
    if n - k <= _FEW < k:
        inside = set(places)
        left_out = [library for place, library in enumerate(found) if place not in inside]
        return _ALL_BUT.fill(n=n, k=k, names=_names(graph, left_out))
    return _names(graph, [found[place] for place in places])


def _names(graph: ServiceGraph, libraries: Iterable[Organisation]) -> Message:
    return joined([short_label(graph, library) for library in libraries])


def _serves_another(graph: ServiceGraph, municipality: Municipality, library: Organisation) -> bool:
    """Whether there is another library in a municipality, so that its name would not tell which."""
    others = (use.source for use in graph.uses(municipality))
    return any(
        isinstance(other, Organisation)
        and other.type is OrganisationType.LIBRARY
        and other is not library
        for other in others
    )


def span(first: UncertainDate | date | None, last: UncertainDate | date | None) -> Message:
    """The days from a first to a last: one where they are the same, nothing at an end that is open."""
    ends = (first,) if first and first == last else (first, last)
    return joined(["" if end is None else end for end in ends], "–")


def joined(labels: Sequence[Sayable], between: str = ", ") -> Message:
    """Several things said one after the other, with the same sign between in each language."""
    return Joined(tuple(labels), between)


def site_name(graph: ServiceGraph) -> Text:
    """What the guide is called as a site: as the settings say, else its own name, or the model's."""
    guide = next(iter(graph.all(Guide)), None)
    return graph.settings.site.name or (guide.name if guide else graph.settings.name)


def site_short(graph: ServiceGraph) -> Text | None:
    """What the network is called beside the name of the site; None where there is no network."""
    network = graph.get(graph.settings.network)
    return graph.settings.site.short or (network.name if network else None)


def search_words(element: KeptElement, lang: str) -> tuple[str, ...]:
    """The words that readers of a language use for an element, each once."""
    words = element.search_words
    tag = words.tag(lang) if words else None
    said = words[tag].split(",") if words and tag else []
    return tuple(dict.fromkeys(word for part in said if (word := " ".join(part.split()))))
