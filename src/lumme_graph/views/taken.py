"""What an import has taken: how many elements from which file, and how many of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lumme_graph.base.label import Counted, Joined, Label
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.evidence import KeptElement

_TAKEN = Counted("{n} element from {file}", "{n} elements from {file}")
_OF_KIND = Label("{kind}: {n}")


def taken_said(elements: Iterable[KeptElement], source: str, speak: Speaker) -> Iterator[str]:
    """How many elements were taken, and how many of each kind."""
    kinds = Counter(type(element).kind for element in elements)
    yield speak(_TAKEN, n=sum(kinds.values()), file=source).shown
    yield speak(
        Joined(tuple(_OF_KIND.fill(kind=kind.plural, n=n) for kind, n in kinds.items()))
    ).shown
