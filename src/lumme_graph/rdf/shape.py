"""In which of a few shapes a field stands in RDF: one choice, for who writes and who reads it back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from enum import Enum, auto
from typing import Any, Final

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.extra import Extra
from lumme_graph.base.text import Text
from lumme_graph.meta.kind import By, Coded, Via
from lumme_graph.meta.spec import Spec

ADDRESSES: Final = frozenset({"foaf:page", "skos:exactMatch", "cv:contactPage"})
"""The properties whose values, where they are plain text, are addresses that others have given."""


class Shape(Enum):
    """How the values of a field stand in RDF."""

    BY = auto()
    """A plain value under the property that a field beside says."""
    PART_NAME = auto()
    """A part that the field names by its local id."""
    PARTS = auto()
    """Records, each a node under its owner."""
    POINTS = auto()
    """Texts of a list, each a node under its owner."""
    TEXT = auto()
    """A literal per language."""
    DATES = auto()
    """A day, and the bounds of any date beside it."""
    DURATION = auto()
    TAGGED = auto()
    """A plain text under the source language."""
    REFERENCE = auto()
    ADDRESS = auto()
    """An address that others have given."""
    TARGET_GROUP = auto()
    CODE = auto()
    """A value of a closed list, as a concept of it."""
    DECIMAL = auto()
    OWN = auto()
    """Own fields, each under a property of the network's own."""
    PLAIN = auto()


LOSSY: Final = frozenset({Shape.ADDRESS, Shape.TARGET_GROUP})
"""The shapes in which a value may be spelt otherwise than in the model: its order says how."""


def shape_of(spec: Spec) -> Shape:
    """The shape of a field that stands in RDF."""
    match spec.prop.via:
        case By():
            return Shape.BY
        case Via(tagged=True):
            return Shape.TAGGED
        case _:
            pass
    if spec.prop.within is not None:
        return Shape.PART_NAME
    if spec.record is not None:
        return Shape.PARTS
    if spec.is_ref:
        return Shape.REFERENCE
    return _of_values(spec)


def _of_values(spec: Spec) -> Shape:
    datatype = spec.datatype
    if datatype is Text:
        return Shape.POINTS if spec.many else Shape.TEXT
    if ADDRESSES.intersection(spec.prop.iris):
        return Shape.ADDRESS
    if "skos:broadMatch" in spec.prop.iris:
        return Shape.TARGET_GROUP
    of_type = {
        UncertainDate: Shape.DATES,
        date: Shape.DATES,
        timedelta: Shape.DURATION,
        Coded: Shape.CODE,
        Decimal: Shape.DECIMAL,
        Extra: Shape.OWN,
    }
    return next((shape for cls, shape in of_type.items() if _is_a(datatype, cls)), Shape.PLAIN)


def _is_a(datatype: Any, cls: type) -> bool:
    return isinstance(datatype, type) and issubclass(datatype, cls)
