"""The own fields of a network in RDF: properties in a namespace of its own, below its base.

RDF does not say in which order they are written, so they stand by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from lumme_graph.base.extra import Extra, OwnScalar, OwnValue, spelled
from lumme_graph.rdf.addresses import one_word
from lumme_graph.rdf.spelled import Term, decimal, literal, typed

PREFIX: Final = "extra"
"""What the namespace is called in every export."""
_EXACT: Final = 2**53


def own_namespace(base: str) -> str:
    """Where the own fields of a model are: `<base>extra/`."""
    return f"{base}{PREFIX}/"


def own_literal(value: OwnScalar) -> Term:
    """A value with its datatype, its digits as they were written."""
    match value:
        case Decimal():
            return decimal(value)
        case date():
            return typed(value.isoformat(), "xsd:date")
        case _:
            return literal(value)


def own_values(value: OwnValue) -> Iterable[OwnScalar]:
    """The values of a field, each once: two that are spelled the same are one."""
    several = value if isinstance(value, tuple) else (value,)
    return {str(spelled(one)): one for one in several}.values()


def own_orders(extra: Extra) -> Iterator[str]:
    """What tells which own fields hold a list, and its values in their order."""
    for name, value in sorted(extra.items()):
        if isinstance(value, tuple):
            yield " ".join((order_name(name), *(one_word(str(spelled(one))) for one in value)))


def order_name(name: str) -> str:
    """What the list of an own field is called where its order is said."""
    return f"{PREFIX}.{name}"


def own_json(extra: Extra) -> dict[str, Any]:
    """Own fields as JSON-LD under the prefix of their namespace."""
    return {
        f"{PREFIX}:{name}": [_json(one) for one in own_values(value)]
        if isinstance(value, tuple)
        else _json(value)
        for name, value in sorted(extra.items())
    }


def _json(value: OwnScalar) -> Any:
    """A value as JSON has it; what JSON does not have, or rounds, with its datatype."""
    match value:
        case bool() | str():
            return value
        case int() if abs(value) <= _EXACT:
            return value
        case int():
            return {"@value": str(value), "@type": "xsd:integer"}
        case Decimal():
            return {"@value": format(value, "f"), "@type": "xsd:decimal"}
        case _:
            return {"@value": value.isoformat(), "@type": "xsd:date"}
