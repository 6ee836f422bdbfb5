"""What the reference pages say of a type."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Literal, get_args, get_origin

from lumme_graph.base.amounts import Share
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.extra import Extra
from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.base.text import Text
from lumme_graph.meta.spec import Spec
from lumme_graph.schema.values import kebab

_TYPES: Final[dict[Any, Message]] = {
    Text: Label("text by language"),
    str: Label("text"),
    int: Label("whole number"),
    float: Label("number", "a type of value"),
    Decimal: Label("number", "a type of value"),
    bool: Label("true or false"),
    date: Label("day"),
    timedelta: Label("duration, such as P14D"),
    UncertainDate: Label("year, month, day or span"),
    Share: Label("percentage"),
    Extra: Label("own names, each with a value or a list"),
}
_LISTED = Label("text by language, or `id` and such a `text`")
_MANY = Label("list: {one}")
_ANY = Label("any id")


def type_words(spec: Spec, speak: Speaker) -> str:
    """The type of a field: words, or a link to where it is told."""
    one = _one(spec, speak)
    return speak(_MANY, one=one).words if spec.many else one


def _one(spec: Spec, speak: Speaker) -> str:
    if spec.is_ref:
        links = [link(cls.kind.prefix, f"{cls.kind.prefix}-…") for cls in spec.targets]
        return ", ".join(links) or speak(_ANY).words
    if spec.record is not None:
        return link(kebab(spec.record))
    if get_origin(spec.datatype) is Literal:
        return " ".join(f"`{value}`" for value in get_args(spec.datatype))
    if issubclass(spec.datatype, Enum):
        return link(kebab(spec.datatype))
    return speak(_LISTED if spec.datatype is Text and spec.many else _TYPES[spec.datatype]).words


def link(anchor: str, words: str = "") -> str:
    """A link within the page."""
    return f"[{words or anchor}](#{anchor})"


def row(*cells: str) -> str:
    """A row of a table."""
    said = (" ".join(cell.split()).replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(said)} |"


def table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A table; nothing where it has no rows."""
    if not rows:
        return ""
    return "\n".join([row(*heads), row(*("---" for _ in heads)), *(row(*cells) for cells in rows)])
