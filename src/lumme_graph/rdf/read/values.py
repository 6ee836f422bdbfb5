"""Values from the terms of RDF: the inverse of what writes them, by the same shapes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

from lumme_graph.meta.kind import Coded
from lumme_graph.meta.local_name import slug
from lumme_graph.meta.spec import Spec
from lumme_graph.rdf.codes import group_code
from lumme_graph.rdf.fields import coarse
from lumme_graph.rdf.oxigraph import Literal, NamedNode
from lumme_graph.rdf.read.parsed import Said, Value
from lumme_graph.rdf.read.reading import Orders, OwnReading, Unmeant, lexical, spelling
from lumme_graph.rdf.shape import LOSSY, Shape
from lumme_graph.rdf.terms import published
from lumme_graph.rdf.vocabulary import CODE

Data = dict[str, Any]
"""The fields of a node by name, still to be checked by its class."""


class Described(NamedTuple):
    """Of which subject a field is read: what is said of it, and the orders of its lists."""

    reading: OwnReading
    subject: str
    said: Said
    orders: Orders


Read = Callable[[Described, list[Value], Data], None]
"""Reads the values of a property into the fields of a node."""

OfTerm = Callable[[OwnReading, Value], str]
"""Makes a value from a term."""


def text(spec: Spec) -> Read:
    """Words by language."""
    name = spec.name

    def read(source: Described, values: list[Value], data: Data) -> None:
        data[name] = source.reading.text(values)

    return read


def single(spec: Spec, value: OfTerm, *, respelt: bool) -> Read:
    """One value; where it may be spelt otherwise in RDF, as its order spells it."""
    name, alias = spec.name, spec.alias

    def read(source: Described, values: list[Value], data: Data) -> None:
        reading = source.reading
        one = values[0] if len(values) == 1 else reading.one(values)
        entries = source.orders.get(alias, ()) if respelt else ()
        written = unquote(entries[0]) if len(entries) == 1 else None
        same = written is not None and published(written) == one
        data[name] = written if same else value(reading, one)

    return read


def many(spec: Spec, shape: Shape, value: OfTerm) -> Read:
    """The values of a list in its order, as often and as spelt as it says; then the others."""
    name, alias = spec.name, spec.alias
    term: Callable[[str], Any] = _TERMS.get(shape, str)
    lossy, ordered = shape in LOSSY, spec.prop.ordered

    def read(source: Described, values: list[Value], data: Data) -> None:
        reading = source.reading
        if len(values) == 1 and not source.orders:
            data[name] = [value(reading, values[0])]
            return
        there: dict[Any, Value]
        if lossy:
            there = {one: one for one in values}
        else:
            there = {value(reading, one): one for one in values}
        if ordered:
            reading.note_order(alias, source.orders, there)
        found = [one for one in map(unquote, source.orders.get(alias, ())) if term(one) in there]
        for one in found:
            there.pop(term(one), None)
        if there:
            rest = [value(reading, one) for one in there.values()]
            found += sorted(rest, key=lambda one: (reading.position(reading.base + one), one))
        data[name] = found

    return read


def dates(spec: Spec, predicate: str) -> dict[str, Read]:
    """A day, or the bounds of a date; of both the bounds, which say the more."""
    name = spec.name
    earliest, latest = f"{predicate}Earliest", f"{predicate}Latest"
    has_bounds = spec.prop.iris[0] in coarse()
    is_day = spec.datatype.__name__ == "date"

    def day(source: Described, values: list[Value], data: Data) -> None:
        said = source.said
        if is_day or not (has_bounds and (earliest in said or latest in said)):
            data[name] = lexical(source.reading, source.reading.one(values))

    def bounds(source: Described, _: list[Value], data: Data) -> None:
        if is_day or name in data:
            return
        reading, said = source.reading, source.said
        first, last, exact = (
            lexical(reading, reading.one(said[iri])) if iri in said else None
            for iri in (earliest, latest, predicate)
        )
        if exact is not None and not exact == first == last:
            raise Unmeant(f"the day {exact} is not what its bounds say; make them one")
        ends = {"earliest": first, "latest": last}
        data[name] = exact or {end: said for end, said in ends.items() if said is not None}

    return {predicate: day, **({earliest: bounds, latest: bounds} if has_bounds else {})}


def value_of(spec: Spec, shape: Shape) -> OfTerm:
    """What makes a value of a field from a term."""
    return _code(spec.datatype) if shape is Shape.CODE else _VALUES[shape]


def _reference(reading: OwnReading, value: Value) -> str:
    return reading.local(value)


def _part_name(reading: OwnReading, value: Value) -> str:
    return reading.local(value).rpartition("/")[2]


def _target_group(reading: OwnReading, value: Value) -> str:
    code = group_code(value.value) if isinstance(value, NamedNode) else lexical(reading, value)
    if not code:
        raise Unmeant(f"{value} is no known code, and no order says which one is meant")
    return code


def _target_group_node(code: str) -> NamedNode:
    return NamedNode(f"{CODE}target-group/{slug(code)}")


def _tagged(_: OwnReading, value: Value) -> str:
    if type(value) is not Literal:
        raise Unmeant(f"{value} is no text")
    return value.value


def _code(cls: type[Coded]) -> OfTerm:
    """The value of a closed list from its concept."""
    scheme = f"{CODE}{cls.list_name()}/"
    known = {scheme + slug(str(value)): str(value) for value in cls}

    def read(_: OwnReading, value: Value) -> str:
        code = known.get(value.value) if type(value) is NamedNode else None
        if code is None:
            codes = ", ".join(known.values())
            raise Unmeant(f"{value} is no value of {scheme[:-1]}; its values are {codes}")
        return code

    return read


_VALUES: Final[dict[Shape, OfTerm]] = {
    Shape.BY: spelling,
    Shape.PART_NAME: _part_name,
    Shape.REFERENCE: _reference,
    Shape.ADDRESS: spelling,
    Shape.TARGET_GROUP: _target_group,
    Shape.DURATION: lexical,
    Shape.DECIMAL: lexical,
    Shape.PLAIN: lexical,
    Shape.TAGGED: _tagged,
}
_TERMS: Final[dict[Shape, Callable[[str], Any]]] = {
    Shape.ADDRESS: published,
    Shape.TARGET_GROUP: _target_group_node,
}
"""What makes the term of a value again, where values are spelt otherwise in RDF."""
