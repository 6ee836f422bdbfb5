"""How the nodes of one class become triples."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lumme_graph.base.label import Message
from lumme_graph.base.text import Text
from lumme_graph.meta.element import Record
from lumme_graph.meta.kind import Via
from lumme_graph.rdf.block import Block
from lumme_graph.rdf.spelled import Term

Values = Mapping[str, Any]
"""The fields of a node by name, as pydantic keeps them."""


class OwnedPart(NamedTuple):
    """A part of a node, a record or a text of a list, which is written after it.

    `id` is a stored id that its address does not tell.
    """

    subject: Term
    record: Record | None
    text: Text | None
    label: Message
    place: int | None
    private: bool
    id: str | None = None


Write = Callable[[Block, Values, Any, list[OwnedPart]], None]
"""Says of a subject what one field says, and adds the parts that are to be written after it."""


@dataclass(slots=True)
class ClassPlan:
    """What is written of each node of a class: its classes, its fields in order, its parts.

    `coded` are the fields whose values say more classes, `between` the nodes that stand between it
    and some of its values; `owner` and `time` are properties that are derived.
    """

    own: Term
    types: tuple[Term, ...]
    owner: Term | None
    time: Term | None
    coded: list[str] = field(default_factory=list[str])
    fields: list[tuple[str, Write]] = field(default_factory=list[tuple[str, Write]])
    between: dict[Via, list[tuple[str, Write]]] = field(
        default_factory=dict[Via, list[tuple[str, Write]]]
    )
