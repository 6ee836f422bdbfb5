"""What is not recorded, and of which elements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lumme_graph.base.label import Message
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.things import Thing, Things


class Gap(NamedTuple):
    """What is not recorded, and of which elements; without any, of none in the whole model."""

    what: Message
    of: Things = ()


def gaps(*pairs: tuple[Message, Iterable[Thing]]) -> tuple[Gap, ...]:
    """The gaps that there are: those that are about some element."""
    found = ((what, tuple(of)) for what, of in pairs)
    return tuple(Gap(what, of) for what, of in found if of)


def none_of(elements: Sequence[KeptElement], kind: type[KeptElement]) -> tuple[Gap, ...]:
    """The gap that a model has no elements of a kind at all."""
    return () if elements else (Gap(kind.kind.plural),)
