"""The inverse of what writes the fields of a node: chosen once a class, by the same shapes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from typing import Any, Final, cast

from lumme_graph.base.dates import DateError, UncertainDate
from lumme_graph.base.text import Text
from lumme_graph.meta.element import Element, Node, Record
from lumme_graph.meta.kind import By, Via
from lumme_graph.meta.local_name import GAP, digest, each_once, local_name
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.rdf.block import ALWAYS_DERIVED
from lumme_graph.rdf.declared import classes
from lumme_graph.rdf.oxigraph import Quad
from lumme_graph.rdf.read.own_fields import read_own
from lumme_graph.rdf.read.parsed import Said, Value
from lumme_graph.rdf.read.reading import (
    AFTER,
    MARK,
    NO_ORDERS,
    ORDER,
    TYPE,
    Orders,
    OwnReading,
    Unmeant,
    lexical,
)
from lumme_graph.rdf.read.values import Data, Described, Read, dates, many, single, text, value_of
from lumme_graph.rdf.rules import RULES
from lumme_graph.rdf.shape import LOSSY, Shape, shape_of
from lumme_graph.rdf.vocabulary import expand

Plan = Mapping[str, Read | None]
"""What reads each property of a class; None for what is derived."""

_IDENTIFIER: Final = expand("dct:identifier")
_DESCRIPTION: Final = expand("dct:description")
_DERIVED: Final = ("dct:isPartOf", "pplan:isPrecededBy", "rdfs:comment")
_STRUCTURE: Final = (TYPE, ORDER, MARK, AFTER)
_BY_RULE: Final = ("cpsv:Rule", "schema:MonetaryGrant")


class Readers:
    """How each class is read in one import."""

    def __init__(self) -> None:
        self._plans: dict[type[Node], Plan] = {}
        self._known = _known_types()

    def grouped(self, cls: type[Node], quads: Iterable[Quad]) -> Said:
        """What is said of a node by property, but for what is derived whatever is said."""
        plan = self._plans.get(cls) or self._plan(cls)
        said: Said = {}
        for quad in quads:
            predicate = quad.predicate.value
            if predicate in said:
                said[predicate].append(quad.object)
            elif plan.get(predicate, _left) is not None:
                said[predicate] = [quad.object]
        return said

    def node(self, reading: OwnReading, cls: type[Node], subject: str, said: Said) -> Data:
        """The fields of a node from what is said of it; what is left over is noted."""
        plan = self._plans.get(cls) or self._plan(cls)
        data: Data = {}
        reading.nodes[id(data)] = subject
        source = Described(reading, subject, said, _orders(reading, subject, said))
        marked = said.get(MARK)
        derived = {mark.value for mark in marked} if marked else ()  # type: ignore[union-attr]
        for predicate, values in said.items():
            if predicate in derived:
                continue
            read = plan.get(predicate, _left)
            if read is None:
                continue
            try:
                if read is not _left:
                    read(source, values, data)
                elif not read_own(source, predicate, values, data, cls):
                    reading.leave(subject, predicate, len(values))
            except Unmeant as fault:
                reading.fault(subject, predicate, str(fault))
        return data

    def _plan(self, cls: type[Node]) -> Plan:
        """What is read of a class by property; None for what is derived or of the structure."""
        shared = (iri for spec in specs(cls) for iri in spec.prop.iris[1:])
        of_rules = (iri for rule in RULES if issubclass(cls, rule.of) for iri in rule.derives)
        of_kind = filter(None, (cls.kind.owner, cls.kind.time))
        derived = map(expand, (*_DERIVED, *shared, *of_rules, *of_kind))
        plan: dict[str, Read | None] = dict.fromkeys(derived)
        plan |= dict.fromkeys(node[1:-1] for node in ALWAYS_DERIVED)
        plan |= dict.fromkeys(_STRUCTURE, _nothing)
        plan[TYPE] = self._types
        plan[_IDENTIFIER] = _same_id if issubclass(cls, Element) else _id
        between: dict[Via, dict[str, Read | None]] = {}
        for spec in specs(cls):
            via = spec.prop.via
            into = between.setdefault(via, {}) if isinstance(via, Via) else plan
            into |= self._reads(spec)
        for via, inner in between.items():
            plan[expand(via.predicate)] = self._through(inner)
        self._plans[cls] = plan
        return plan

    def _reads(self, spec: Spec) -> dict[str, Read]:
        """What reads a field, by the properties that say it."""
        shape = shape_of(spec)
        if shape is Shape.BY and isinstance(spec.prop.via, By):
            read = single(spec, value_of(spec, shape), respelt=True)
            return dict.fromkeys(map(expand, spec.prop.via.iris.values()), read)
        predicate = expand(spec.prop.iris[0])
        if shape is Shape.OWN:
            return {}
        if shape is Shape.DATES:
            return dates(spec, predicate)
        return {predicate: self._reader(spec, shape)}

    def _reader(self, spec: Spec, shape: Shape) -> Read:
        if shape is Shape.PARTS and spec.record is not None:
            return self._parts(spec, spec.record)
        if shape is Shape.POINTS:
            return self._points(spec)
        if shape is Shape.TEXT:
            return text(spec)
        if spec.many:
            return many(spec, shape, value_of(spec, shape))
        return single(spec, value_of(spec, shape), respelt=shape in LOSSY)

    def _parts(self, spec: Spec, cls: type[Record]) -> Read:
        """Records: those of a list in its order, each with the id that its address alone tells."""
        name, alias, is_list, ordered = spec.name, spec.alias, spec.many, spec.prop.ordered
        folder = "" if cls.at_root else f"/{alias.replace('_', '-')}"

        def read(source: Described, values: list[Value], data: Data) -> None:
            reading, under = source.reading, source.subject + folder
            found: dict[str, Data] = {}
            for value in values if len(values) == 1 else dict.fromkeys(values):
                node, quads = reading.part(value)
                found[node] = self.node(reading, cls, node, self.grouped(cls, quads))
            if not is_list:
                if len(found) > 1:
                    raise Unmeant(f"there are two parts where one belongs: {' and '.join(found)}")
                data[name] = next(iter(found.values()))
                return
            nodes = _in_order(reading, found, under, source.orders.get(alias, ()))
            if ordered and not all(map(reading.has_place, nodes)):
                reading.note_order(alias, source.orders, nodes)
            data[name] = parts = [found[node] for node in nodes]
            _identify(cls, under, nodes, parts, reading.languages)

        return read

    def _points(self, spec: Spec) -> Read:
        """The texts of a list in its order; an address that is no digest holds the id of one."""
        name, alias, ordered = spec.name, spec.alias, spec.prop.ordered

        def read(source: Described, values: list[Value], data: Data) -> None:
            reading = source.reading
            under = f"{source.subject}/{alias.replace('_', '-')}"
            found: dict[str, dict[str, str]] = {}
            for value in values if len(values) == 1 else dict.fromkeys(values):
                node, quads = reading.part(value)
                found[node] = self._point(reading, node, quads)
            nodes = _in_order(reading, found, under, source.orders.get(alias, ()))
            if ordered:
                reading.note_order(alias, source.orders, nodes)
            texts = [found[node] for node in nodes]
            names = each_once(digest(Text(one), reading.languages) for one in texts)
            data[name] = [
                one if node == f"{under}/{local}" else _named(node, under, one)
                for node, one, local in zip(nodes, texts, names, strict=True)
            ]

        return read

    def _point(self, reading: OwnReading, node: str, quads: Iterable[Quad]) -> dict[str, str]:
        words: list[Value] = []
        for quad in quads:
            predicate = quad.predicate.value
            if predicate == _DESCRIPTION:
                words.append(quad.object)
            elif predicate not in _OF_POINT:
                reading.leave(node, predicate, 1)
        if not words:
            raise Unmeant(f"the text {node} has no words; it is missing in the file")
        return reading.text(words)

    def _through(self, inner: Plan) -> Read:
        """The values of a node that stands between an owner and its values."""

        def read(source: Described, values: list[Value], data: Data) -> None:
            reading = source.reading
            node, quads = reading.part(reading.one(values))
            said: Said = {}
            for quad in quads:
                said.setdefault(quad.predicate.value, []).append(quad.object)
            there = Described(reading, node, said, _orders(reading, node, said))
            for predicate, more in said.items():
                one = inner.get(predicate)
                if one is not None:
                    one(there, more, data)
                elif predicate not in _OF_POINT:
                    reading.leave(node, predicate, len(more))

        return read

    def _types(self, source: Described, values: list[Value], _: Data) -> None:
        """Classes that are no class of a model are left."""
        known = self._known
        strange = sum(1 for value in values if getattr(value, "value", "") not in known)
        if strange:
            source.reading.leave(source.subject, TYPE, strange)


_OF_POINT: Final = frozenset({*_STRUCTURE, *(node[1:-1] for node in ALWAYS_DERIVED)})


@cache
def _known_types() -> frozenset[str]:
    """Every class that an export says of an element or a part."""
    found = {iri for cls in classes() for iri in cls.kind.iris}
    for cls in classes():
        for spec in specs(cls):
            if shape_of(spec) is Shape.CODE:
                found.update(iri for value in spec.datatype for iri in value.iris)
    return frozenset(map(expand, (*found, *_BY_RULE)))


def _orders(reading: OwnReading, subject: str, said: Said) -> Orders:
    if ORDER not in said:
        return NO_ORDERS
    try:
        return reading.orders(said[ORDER])
    except Unmeant as fault:
        reading.fault(subject, ORDER, str(fault))
        return NO_ORDERS


def _in_order(
    reading: OwnReading, found: Mapping[str, Any], under: str, order: Iterable[str]
) -> list[str]:
    """What was found, in the order that is said; the rest by its place, else by its address."""
    if len(found) == 1:
        return list(found)
    nodes = (under if local == GAP else f"{under}/{local}" for local in order)
    said = dict.fromkeys(node for node in nodes if node in found)
    if len(said) == len(found):
        return list(said)
    rest = sorted(found.keys() - said.keys(), key=lambda node: (reading.position(node), node))
    return [*said, *rest]


def _identify(
    cls: type[Record], under: str, nodes: list[str], parts: list[Data], languages: tuple[str, ...]
) -> None:
    """Give those parts an id whose address is another than their natural key makes."""
    start = len(under) + 1
    if cls.key == ("id",):
        for node, part in zip(nodes, parts, strict=True):
            part["id"] = node[start:]
        return
    key = cls.key[0] if len(cls.key) == 1 else ""
    seen: Counter[str] = Counter()
    for node, part in zip(nodes, parts, strict=True):
        local = node[start:] or GAP
        name = local if key and part.get(key) == local else _natural(cls, part, languages)
        known = seen[name] if seen else 0
        if local != (f"{name}-{known + 1}" if known else name) and "/" not in local:
            part["id"] = name = local
        if len(parts) > 1:
            seen[name] += 1


def _natural(cls: type[Record], part: Data, languages: tuple[str, ...]) -> str:
    key = cls.key_in({name: _as_key(part.get(name)) for name in cls.key})
    return local_name(key, languages)


def _as_key(value: Any) -> object:
    """A value as it stands in a key: bounds as a date, other words by language as a text."""
    if not isinstance(value, dict):
        return value
    bounds = cast("dict[str, str]", value)
    if not bounds.keys() <= {"earliest", "latest"}:
        return Text(bounds)
    with suppress(DateError):
        return UncertainDate.parse(bounds)
    return None


def _named(node: str, under: str, words: dict[str, str]) -> dict[str, Any]:
    """A text with the id that its address holds, where it can be one."""
    local = node[len(under) + 1 :]
    return words if not local or "/" in local else {"id": local, "text": words}


def _left(_: Described, __: list[Value], ___: Data) -> None:
    """What stands for a property that is read nowhere."""


def _nothing(_: Described, __: list[Value], ___: Data) -> None:
    """Of the structure: it is read elsewhere."""


def _same_id(source: Described, values: list[Value], _: Data) -> None:
    reading = source.reading
    if lexical(reading, reading.one(values)) != source.subject[len(reading.base) :]:
        raise Unmeant("the identifier is not what the address ends in; make them one")


def _id(source: Described, values: list[Value], data: Data) -> None:
    data["id"] = lexical(source.reading, source.reading.one(values))
