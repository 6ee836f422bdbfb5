"""The data of a model as JSON in the words of its YAML, which with their context are its stated graph.

What JSON-LD cannot work out is written out. Every element and part has its address (`@id`) and class
(`@type`). A date has its bounds beside it (`from_earliest`, `from_latest`). A branch has its place in
`address` and `geo`, and a contact its value under `phone`, `email` or `web`. A phase or step that is
named by its local id is named by its address, a target group by that of its code. Numbers with a
point are strings, as JSON's numbers would lose their digits. Own fields begin with `extra:`. Orders are the strings of `lg:order`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain
from typing import Any

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.extra import Extra
from lumme_graph.base.text import Text
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.public_lists import TARGET_GROUPS
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.parts import address, lists
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.element import Element, Node, Record
from lumme_graph.meta.kind import By, Coded, Private, Via
from lumme_graph.meta.listed_text import point_name
from lumme_graph.meta.local_name import GAP, each_once, slug
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.rdf import spelled
from lumme_graph.rdf.addresses import one_word
from lumme_graph.rdf.codes import is_respelt
from lumme_graph.rdf.context import POINT, class_name, terms
from lumme_graph.rdf.fields import coarse
from lumme_graph.rdf.json_ld import objects
from lumme_graph.rdf.own_fields import own_json, own_orders
from lumme_graph.rdf.oxigraph import NamedNode
from lumme_graph.rdf.shape import ADDRESSES, Shape, shape_of
from lumme_graph.rdf.spelled import period
from lumme_graph.rdf.terms import published
from lumme_graph.rdf.triples import settings_triples
from lumme_graph.rdf.vocabulary import CODE, PREFIXES

Json = dict[str, Any]

_EXACT = 2**53
"""Larger whole numbers lose digits in programs that read JSON's numbers as floats."""


def linked_json(graph: ServiceGraph, *, private: bool = False) -> str:
    """A model as JSON with its context inline; its triples are those of the stated graph.

    With `private` notes and suppressions are there too.
    """
    need_graph(graph)
    return "".join(linked_text(graph, private=private))


def linked_text(graph: ServiceGraph, *, private: bool = False) -> Iterator[str]:
    """The same in pieces: the context, then each element."""
    yield f'{{"@context": {_json(terms(graph.settings.base))},\n"@graph": [\n'
    comma = ""
    for data in chain(_settings(graph), linked_data(graph, private=private)):
        yield comma + _json(data)
        comma = ",\n"
    yield "\n]}\n"


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1)


def linked_data(graph: ServiceGraph, *, private: bool = False) -> Iterator[Json]:
    """Each element as data for the context, in model order."""
    made = _Linked(graph, private=private)
    last: dict[type[Node], str] = {}
    for element in graph:
        data = made.element(element)
        if before := last.get(type(element)):
            data["lg:listedAfter"] = made.link(before)
        last[type(element)] = element.id
        yield data


def _settings(graph: ServiceGraph) -> Iterator[Json]:
    """The settings and their parts, under the names of their properties."""
    return objects(settings_triples(graph), PREFIXES)


class _Linked:
    """Makes the data of one model."""

    def __init__(self, graph: ServiceGraph, *, private: bool) -> None:
        self._graph = graph
        self._private = private
        self._languages = graph.settings.languages.all
        self._hash = "#" if graph.settings.base.endswith("#") else ""

    def link(self, local: str) -> str:
        """The address of an element or part, relative to the base."""
        return self._hash + local

    def element(self, element: Element) -> Json:
        data: Json = {"@id": self.link(element.id), "@type": class_name(type(element))}
        return data | {"id": element.id} | self._fields(element, element.id, element.id)

    def _fields(self, node: Node, owner: str, at: str) -> Json:
        """What the fields of a node say; `owner` is the id of its element, `at` its own address."""
        data: Json = {}
        orders: list[str] = []
        for spec in specs(type(node)):
            value = getattr(node, spec.name)
            if (
                value is None
                or value == ()
                or (isinstance(spec.prop, Private) and not self._private)
            ):
                continue
            if isinstance(value, Extra):
                data |= own_json(value)
                orders += own_orders(value)
                continue
            self._field(data, orders, spec, value, node, owner, at)
            if (spelt := _respelt(spec, value, node)) is not None:
                orders.append(f"{spec.alias} {one_word(spelt)}")
        return data | ({"lg:order": orders} if orders else {})

    def _field(
        self, data: Json, orders: list[str], spec: Spec, value: Any, node: Node, owner: str, at: str
    ) -> None:
        match spec.prop.via:
            case Via() as via:
                place = data.setdefault(via.local, {"@id": self.link(f"{at}/{via.local}")})
                place[spec.alias] = self._tagged(value) if via.tagged else self._value(spec, value)
            case By() as by:
                word = str(getattr(node, by.field))
                data[word] = _address(value) if by.iris[word] in ADDRESSES else value
            case None if spec.record is not None or (spec.many and spec.datatype is Text):
                data[spec.alias] = self._parts(orders, spec, value, owner, at)
            case None if isinstance(value, UncertainDate | date):
                data |= _dates(spec, UncertainDate.parse(value))
            case None if spec.prop.within is not None:
                if part := self._part(spec, value, node, owner):
                    data[spec.alias] = self.link(part)
            case None if spec.many:
                data[spec.alias] = [self._value(spec, one) for one in dict.fromkeys(value)]
                _order(orders, spec, [one_word(str(one)) for one in value])
            case None if spec.prop.iris:
                data[spec.alias] = self._value(spec, value)
            case None:
                pass

    def _tagged(self, words: str) -> Json:
        return {"@value": words, "@language": self._languages[0]}

    def _part(self, spec: Spec, local: str, node: Node, owner: str) -> str | None:
        """The address of a part that a field names by its local id; None where it is not there."""
        within = spec.prop.within
        if within is None:
            return None
        whole = str(getattr(node, within.of)) if within.of else owner
        cls = KINDS.get(whole.partition("-")[0])
        if cls is None or within.field not in lists(cls):
            return None
        part = address(whole, within.field, local)
        return part if not within.of or self._graph.has(part) else None

    def _parts(self, orders: list[str], spec: Spec, value: Any, owner: str, at: str) -> Any:
        """Records, or the texts of a list, each with its address."""
        items: tuple[Record | Text, ...] = value if spec.many else (value,)
        in_root = spec.record is not None and spec.record.at_root
        under = at if in_root else f"{at}/{spec.alias.replace('_', '-')}"
        names = list(each_once(map(self._name, items))) if spec.many else [GAP]
        made = [
            self._node(spec, item, owner, under if name == GAP else f"{under}/{name}")
            for item, name in zip(items, names, strict=True)
        ]
        _order(orders, spec, names)
        return made if spec.many else made[0]

    def _name(self, item: Record | Text) -> str:
        if isinstance(item, Text):
            return point_name(item, self._languages)
        return item.local_name(self._languages)

    def _node(self, spec: Spec, item: Record | Text, owner: str, at: str) -> Json:
        if isinstance(item, Text):
            return {"@id": self.link(at), "@type": "Point", POINT: dict(item)}
        data: Json = {"@id": self.link(at), "@type": class_name(type(item))}
        if (untold := item.untold_id(self._languages, many=spec.many)) is not None:
            data["id"] = untold
        return data | self._fields(item, owner, at)

    def _value(self, spec: Spec, value: Any) -> Any:
        """One value of a field that is neither a part nor a date."""
        iri = spec.prop.iris[0]
        if spec.is_ref:
            return self.link(value)
        if iri == "skos:broadMatch":
            return f"{CODE}{TARGET_GROUPS.name}/{slug(value)}"
        if iri in ADDRESSES:
            return _address(value)
        return _plain(value)


def _plain(value: Any) -> Any:
    """A value as JSON has it; a code as the last part of its address."""
    match value:
        case Coded():
            return slug(str(value))
        case Text():
            return dict(value)
        case Decimal():
            return format(value, "f")
        case timedelta():
            return period(value)
        case int() if abs(value) > _EXACT:
            return str(value)
        case _:
            return value


def _respelt(spec: Spec, value: Any, node: Node) -> str | None:
    """The one value of a field, where RDF spells it otherwise and its order must say how."""
    shape, via = shape_of(spec), spec.prop.via
    one: Any = value if not spec.many else value[0] if len(value) == 1 else None
    if one is None:
        return None
    if shape is Shape.TARGET_GROUP:
        term = spelled.node_at(f"{CODE}{TARGET_GROUPS.name}/{slug(one)}")
    elif shape is Shape.ADDRESS or (
        isinstance(via, By) and via.iris[str(getattr(node, via.field))] in ADDRESSES
    ):
        term = spelled.published(one)
    else:
        return None
    return one if is_respelt(term, one) else None


def _order(orders: list[str], spec: Spec, entries: list[str]) -> None:
    if len(entries) > 1:
        orders.append(" ".join((spec.alias, *entries)))


def _address(text: str) -> Any:
    """An address as RDF spells it; other words as they are."""
    term = published(text)
    return term.value if isinstance(term, NamedNode) else {"@value": text}


def _dates(spec: Spec, when: UncertainDate) -> Json:
    """A day where it is one, and where the property may be coarse its bounds."""
    days = {spec.alias: when.exact}
    if spec.prop.iris[0] in coarse():
        days |= {f"{spec.alias}_earliest": when.earliest, f"{spec.alias}_latest": when.latest}
    return {name: day.isoformat() for name, day in days.items() if day is not None}
