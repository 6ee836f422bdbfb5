"""The own fields of a network, read back from the properties of its own namespace."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import Any, Final
from urllib.parse import unquote

from lumme_graph.elements.evidence import KeptElement
from lumme_graph.meta.element import Node
from lumme_graph.rdf.own_fields import order_name, own_namespace
from lumme_graph.rdf.oxigraph import Literal
from lumme_graph.rdf.read.parsed import Value
from lumme_graph.rdf.read.reading import OwnReading, lexical
from lumme_graph.rdf.read.values import Data, Described

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS: Final = frozenset({f"{_XSD}{name}" for name in ("integer", "decimal", "double", "float")})
_YES_NO: Final = {"1": "true", "0": "false"}


def read_own(
    source: Described, predicate: str, values: list[Value], data: Data, cls: type[Node]
) -> bool:
    """Take what is said under a property of the network's own; is it one?"""
    begins = own_namespace(source.reading.base)
    if not predicate.startswith(begins) or not issubclass(cls, KeptElement):
        return False
    name = predicate[len(begins) :]
    own: dict[str, Any] = data.get("extra", {})
    said = list(dict.fromkeys(_words(source.reading, value) for value in values))
    order = [unquote(entry) for entry in source.orders.get(order_name(name), ())]
    if len(said) == 1 and not order:
        own[name] = said[0]
    else:
        there = [entry for entry in order if entry in said]
        missing = Counter(said) - Counter(there)
        own[name] = [*there, *sorted(missing)]
    data["extra"] = dict(sorted(own.items()))
    return True


def _words(reading: OwnReading, value: Value) -> str:
    """A value as a file of the model has it."""
    words = lexical(reading, value)
    datatype = value.datatype.value if isinstance(value, Literal) else ""
    if datatype == f"{_XSD}boolean":
        return _YES_NO.get(words, words)
    if datatype in _NUMBERS:
        try:
            return format(Decimal(words), "f")
        except InvalidOperation:
            return words
    return words
