"""The inverse of what writes a field: chosen once a class, by the same shapes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

from pyoxigraph import NamedNode

from lumme_graph.base.text import Text
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.meta.element import Element, Node, Record
from lumme_graph.meta.kind import Coded, Via
from lumme_graph.meta.local_name import GAP, digest, each_once, local_name, slug
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.rdf.block import ALWAYS_DERIVED
from lumme_graph.rdf.codes import Codes
from lumme_graph.rdf.declared import classes
from lumme_graph.rdf.fields import coarse
from lumme_graph.rdf.read.parsed import Said, Value
from lumme_graph.rdf.read.reading import MARK, ORDER, TYPE, Fault, Reading, lexical, spelling
from lumme_graph.rdf.rules import RULES
from lumme_graph.rdf.shape import LOSSY, Shape, shape_of
from lumme_graph.rdf.terms import published
from lumme_graph.rdf.vocabulary import CODE, expand

Data = dict[str, Any]
"""The fields of a node by name, still to be checked by its class."""


class Source(NamedTuple):
    """Of which subject a field is read: what is said of it, and the orders of its lists."""

    reading: Reading
    subject: str
    said: Said
    orders: Any


Read = Callable[[Source, list[Value], Data], None]
"""Reads the values of a property into the fields of a node."""

_IDENTIFIER: Final = expand("dct:identifier")
_STRUCTURE: Final = frozenset(
    {TYPE, ORDER, MARK, expand("lg:listedAfter"), expand("dct:isPartOf")}
    | {node.value for node in ALWAYS_DERIVED}
)
DERIVED_TYPES: Final = frozenset(
    map(
        expand,
        (
            "time:Interval", "time:Instant", "time:TemporalEntity", "dcat:CatalogRecord",
            "dqv:QualityMeasurement", "dqv:Metric", "skos:ConceptScheme", "lg:DerivationRule",
            "schema:MonetaryAmount",
        ),
    )
)  # fmt: skip
"""The classes of nodes that are derived whole."""

_BY_RULE: Final = frozenset(map(expand, ("cpsv:Rule", "schema:MonetaryGrant")))

_OF_ALL: Final = ("pplan:isPrecededBy", "rdfs:comment")


class Readers:
    """How each class is read in one import."""

    def __init__(self) -> None:
        self._plans: dict[type[Node], dict[str, Read | None]] = {}

    def node(self, reading: Reading, cls: type[Node], subject: str, said: Said) -> Data:
        """The fields of a node from what is said of it; what is left over is noted."""
        plan = self._plans.get(cls)
        if plan is None:
            plan = self._plan(cls)
        data: Data = {}
        reading.nodes[id(data)] = subject
        try:
            orders = reading.orders(said)
        except Fault as fault:
            reading.fault(subject, ORDER, str(fault))
            orders = {}
        source = Source(reading, subject, said, orders)
        marked = said.get(MARK)
        derived = {mark.value for mark in marked if type(mark) is NamedNode} if marked else ()
        for predicate, values in said.items():
            if predicate in plan:
                read = plan[predicate]
                if read is not None and predicate not in derived:
                    try:
                        read(source, values, data)
                    except Fault as fault:
                        reading.fault(subject, predicate, str(fault))
            elif predicate not in derived:
                reading.leave(subject, predicate, len(values))
        return data

    def _plan(self, cls: type[Node]) -> dict[str, Read | None]:
        """What is read of a class by property; None for what is derived or of the structure."""
        plan: dict[str, Read | None] = dict.fromkeys(_STRUCTURE)
        shared = (iri for spec in specs(cls) for iri in spec.prop.iris[1:])
        of_rules = (iri for rule in RULES if issubclass(cls, rule.of) for iri in rule.derives)
        of_kind = filter(None, (cls.kind.owner, cls.kind.time))
        plan |= dict.fromkeys(map(expand, (*_OF_ALL, *shared, *of_rules, *of_kind)))
        plan[TYPE] = _types
        plan[_IDENTIFIER] = _same_id if issubclass(cls, Element) else _id
        between: dict[Via, dict[str, Read | None]] = {}
        for spec in specs(cls):
            via = spec.prop.via
            into = plan if not isinstance(via, Via) else between.setdefault(via, _between_plan())
            into |= self._reads(spec)
        plan |= {expand(via.predicate): _through(inner) for via, inner in between.items()}
        self._plans[cls] = plan
        return plan

    def _reads(self, spec: Spec) -> dict[str, Read]:
        """What reads a field, by the properties that say it."""
        shape = shape_of(spec)
        if shape is Shape.BY:
            iris = spec.prop.via.iris.values()  # type: ignore[union-attr]
            return dict.fromkeys(map(expand, iris), _single(spec, spelling, respelt=True))
        predicate = expand(spec.prop.iris[0])
        if shape is Shape.DATES:
            read = _dates(spec, predicate)
            bounds = (f"{predicate}{end}" for end in ("Earliest", "Latest"))
            return {predicate: read, **(dict.fromkeys(bounds, read) if _is_coarse(spec) else {})}
        return {predicate: self._reader(spec, shape)}

    def _reader(self, spec: Spec, shape: Shape) -> Read:
        if shape is Shape.PARTS and spec.record is not None:
            return self._parts(spec, spec.record)
        if shape is Shape.POINTS:
            return self._points(spec)
        if shape is Shape.TEXT:
            return _text(spec)
        value = _VALUES.get(shape) or _code(spec.datatype)
        if spec.many:
            return _many(spec, shape, value)
        return _single(spec, value, respelt=shape in LOSSY)

    def _parts(self, spec: Spec, cls: type[Record]) -> Read:
        """Records: those of a list in its order, each with the id that its address alone tells."""
        name, alias, many = spec.name, spec.alias, spec.many
        folder = "" if cls.at_root else f"/{alias.replace('_', '-')}"

        def read(source: Source, values: list[Value], data: Data) -> None:
            under = source.subject + folder
            found: dict[str, Data] = {}
            for value in values if len(values) == 1 else dict.fromkeys(values):
                part = self._part(source, cls, value)
                if part is not None:
                    found[value.value] = part  # type: ignore[union-attr]
            if not many:
                if len(found) > 1:
                    raise Fault(f"there are two parts where one belongs: {' and '.join(found)}")
                data[name] = next(iter(found.values()), None)
                return
            order = (
                under if local == GAP else f"{under}/{local}"
                for local in source.orders.get(alias, ())
            )
            nodes = _in_order(source.reading, found, order)
            data[name] = parts = [found[node] for node in nodes]
            _identify(cls, under, nodes, parts, source.reading.languages)

        return read

    def _part(self, source: Source, cls: type[Record], value: Value) -> Data | None:
        if type(value) is not NamedNode:
            raise Fault(f"{value} is no address of a part")
        reading = source.reading
        said = reading.take(value.value)
        if said is None:
            raise Fault(f"nothing is said of the part {value.value}; it is missing in the file")
        return self.node(reading, cls, value.value, said)

    def _points(self, spec: Spec) -> Read:
        """The texts of a list in its order; an address that is no digest holds the id of one."""
        name, alias = spec.name, spec.alias

        def read(source: Source, values: list[Value], data: Data) -> None:
            reading = source.reading
            under = f"{source.subject}/{alias.replace('_', '-')}"
            found: dict[str, dict[str, str]] = {}
            for value in dict.fromkeys(values):
                said = reading.take(value.value) if type(value) is NamedNode else None
                if said is None:
                    raise Fault(f"nothing is said of the text {value}; it is missing in the file")
                for predicate, more in said.items():
                    if predicate == _DESCRIPTION:
                        found[value.value] = reading.text(more)  # type: ignore[union-attr]
                    elif predicate not in _STRUCTURE:
                        reading.leave(value.value, predicate, len(more))  # type: ignore[union-attr]
            order = [f"{under}/{local}" for local in source.orders.get(alias, ())]
            nodes = _in_order(reading, found, order)
            texts = [found[node] for node in nodes]
            names = each_once(digest(Text(text), reading.languages) for text in texts)
            data[name] = [
                text if node == f"{under}/{local}" else _named(node, under, text)
                for node, text, local in zip(nodes, texts, names, strict=True)
            ]

        return read


_DESCRIPTION: Final = expand("dct:description")


def _named(node: str, under: str, text: dict[str, str]) -> Any:
    local = node.removeprefix(f"{under}/")
    return text if "/" in local else {"id": local, "text": text}


def _identify(
    cls: type[Record], under: str, nodes: list[str], parts: list[Data], languages: tuple[str, ...]
) -> None:
    """Give those parts an id whose address is another than their natural key makes."""
    if cls.key == ("id",):
        for node, part in zip(nodes, parts, strict=True):
            part["id"] = node.removeprefix(f"{under}/")
        return
    seen: Counter[str] = Counter()
    for node, part in zip(nodes, parts, strict=True):
        local = GAP if node == under else node.removeprefix(f"{under}/")
        name = local if _plainly(cls, part, local) else _natural(cls, part, languages)
        known = seen[name]
        if local != (f"{name}-{known + 1}" if known else name) and "/" not in local:
            part["id"] = name = local
        seen[name] += 1


def _plainly(cls: type[Record], part: Data, local: str) -> bool:
    """Is its key one value, and that the local name as it stands?"""
    return len(cls.key) == 1 and part.get(cls.key[0]) == local


def _natural(cls: type[Record], part: Data, languages: tuple[str, ...]) -> str:
    key = cls.key_in({name: _as_key(part.get(name)) for name in cls.key})
    return local_name(key, languages)


def _as_key(value: object) -> object:
    return Text(value) if isinstance(value, dict) else value  # type: ignore[arg-type]


def _in_order(reading: Reading, found: Iterable[str], order: Iterable[str]) -> list[str]:
    """What was found, in the order that is said; the rest by its place, else by its address."""
    there = dict.fromkeys(found)
    said = [node for node in order if node in there]
    for node in said:
        there.pop(node, None)
    if not there:
        return said
    return said + sorted(there, key=lambda node: (reading.position(node), node))


def _types(source: Source, values: list[Value], _: Data) -> None:
    """Classes that are no class of a model are left."""
    strange = sum(1 for value in values if getattr(value, "value", "") not in known_types())
    source.reading.leave(source.subject, TYPE, strange)


@cache
def known_types() -> frozenset[str]:
    """Every class that an export says of any subject."""
    found = {iri for cls in classes() for iri in cls.kind.iris}
    coded = (
        value
        for cls in classes()
        for spec in specs(cls)
        if shape_of(spec) is Shape.CODE
        for value in spec.datatype
    )
    found |= {iri for value in coded for iri in value.iris}
    return frozenset(map(expand, found)) | _BY_RULE


def _same_id(source: Source, values: list[Value], _: Data) -> None:
    if lexical(source.reading.one(values)) != source.subject[len(source.reading.base) :]:
        raise Fault("the identifier is not what the address ends in; make them one")


def _id(source: Source, values: list[Value], data: Data) -> None:
    data["id"] = lexical(source.reading.one(values))


def _between_plan() -> dict[str, Read | None]:
    return dict.fromkeys(_STRUCTURE)


def _through(inner: dict[str, Read | None]) -> Read:
    """The values of a node that stands between an owner and its values."""

    def read(source: Source, values: list[Value], data: Data) -> None:
        reading = source.reading
        value = reading.one(values)
        said = reading.take(value.value) if type(value) is NamedNode else None
        if said is None:
            raise Fault(f"nothing is said of {value}; it is missing in the file")
        subject = value.value  # type: ignore[union-attr]
        there = Source(reading, subject, said, reading.orders(said))
        for predicate, more in said.items():
            if predicate not in inner:
                reading.leave(subject, predicate, len(more))
            elif (one := inner[predicate]) is not None:
                one(there, more, data)

    return read


def _text(spec: Spec) -> Read:
    name = spec.name

    def read(source: Source, values: list[Value], data: Data) -> None:
        data[name] = source.reading.text(values)

    return read


def _single(spec: Spec, value: Callable[[Reading, Value], Any] | Any, *, respelt: bool) -> Read:
    name, alias = spec.name, spec.alias
    with_reading = shape_of(spec) in _NEEDS_READING

    def read(source: Source, values: list[Value], data: Data) -> None:
        one = source.reading.one(values)
        said = value(source.reading, one) if with_reading else value(one)
        if respelt and alias in source.orders:
            said = _respelt(source.orders[alias], one, said)
        data[name] = said

    return read


def _respelt(entries: list[str], term: Value, otherwise: str) -> str:
    """How an address is spelt in the model: as its order says, where that is the same address."""
    written = unquote(entries[0]) if len(entries) == 1 else otherwise
    return written if published(written) == term else otherwise


def _many(spec: Spec, shape: Shape, value: Any) -> Read:
    """The values of a list in its order, as often and as spelt as it says; then the others."""
    name, alias = spec.name, spec.alias
    term: Callable[[str], Any] = _TERMS.get(shape, str)
    with_reading = shape in _NEEDS_READING

    def read(source: Source, values: list[Value], data: Data) -> None:
        reading = source.reading

        def of(one: Value) -> str:
            said: str = value(reading, one) if with_reading else value(one)
            return said

        there = dict.fromkeys(values) if shape in LOSSY else dict.fromkeys(map(of, values))
        entries = source.orders.get(alias, ())
        found = [one for one in map(unquote, entries) if term(one) in there]
        for one in found:
            there.pop(term(one), None)
        if there:
            rest = [of(one) for one in there] if shape in LOSSY else list(there)  # type: ignore[arg-type]
            found += sorted(rest, key=lambda one: (reading.position(reading.base + one), one))
        data[name] = found

    return read


def _reference(reading: Reading, value: Value) -> str:
    return reading.local(value)


def _part_name(reading: Reading, value: Value) -> str:
    return reading.local(value).rpartition("/")[2]


def _target_group(value: Value) -> str:
    code = Codes.spelling(value) if isinstance(value, NamedNode) else lexical(value)
    if not code:
        raise Fault(f"{value} is no known code, and no order says which one is meant")
    return code


def _target_group_node(code: str) -> NamedNode:
    return NamedNode(f"{CODE}target-group/{slug(code)}")


def _code(cls: type[Coded]) -> Callable[[Value], str]:
    """The value of a closed list from its concept."""
    scheme = f"{CODE}{cls.list_name()}/"
    known = {scheme + slug(str(value)): str(value) for value in cls}

    def read(value: Value) -> str:
        code = known.get(value.value) if type(value) is NamedNode else None
        if code is None:
            raise Fault(
                f"{value} is no value of {scheme[:-1]}; its values are {', '.join(known.values())}"
            )
        return code

    return read


_VALUES: Final[dict[Shape, Any]] = {
    Shape.PART_NAME: _part_name,
    Shape.REFERENCE: _reference,
    Shape.ADDRESS: spelling,
    Shape.TARGET_GROUP: _target_group,
    Shape.DURATION: lexical,
    Shape.DECIMAL: lexical,
    Shape.PLAIN: lexical,
    Shape.TAGGED: lambda value: value.value,
}
_NEEDS_READING: Final = frozenset({Shape.PART_NAME, Shape.REFERENCE})
_TERMS: Final[dict[Shape, Callable[[str], Any]]] = {
    Shape.ADDRESS: published,
    Shape.TARGET_GROUP: _target_group_node,
}
"""What makes the term of a value again, where values are spelt otherwise in RDF."""


def _is_coarse(spec: Spec) -> bool:
    return spec.prop.iris[0] in coarse()


def _dates(spec: Spec, predicate: str) -> Read:
    """A day, or the bounds of a date; of both the bounds, which say the more."""
    name = spec.name
    ends = {end: f"{predicate}{end.capitalize()}" for end in ("earliest", "latest")}
    has_bounds = _is_coarse(spec)
    is_day = spec.datatype.__name__ == "date"

    def read(source: Source, _: list[Value], data: Data) -> None:
        if name in data:
            return
        said, one = source.said, source.reading.one
        day = lexical(one(said[predicate])) if predicate in said else None
        if not has_bounds or is_day:
            data[name] = day
            return
        bounds = {end: lexical(one(said[iri])) for end, iri in ends.items() if iri in said}
        if day is not None and any(bound != day for bound in bounds.values()):
            raise Fault(f"the day {day} is not what its bounds say; make them one")
        data[name] = bounds or day

    return read


def own_classes() -> dict[str, type[Element]]:
    """The kinds by the address of their own class."""
    return {expand(cls.kind.iris[0]): cls for cls in ELEMENTS}
