"""The function that writes the triples of a field: chosen once a class, used for each element."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.text import Text
from lumme_graph.graph.parts import address
from lumme_graph.meta.element import Element, Node, Record
from lumme_graph.meta.kind import Coded, Via
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.rdf.addresses import NaturalKey, segment
from lumme_graph.rdf.codes import Codes
from lumme_graph.rdf.parts import MORE_OF_PARTS
from lumme_graph.rdf.plan import Between, ClassPlan, Part, Write
from lumme_graph.rdf.terms import (
    Days,
    Nodes,
    Pair,
    Tags,
    Term,
    decimal,
    duration,
    named,
    published,
    whole,
)

ADDRESSES = frozenset({"dct:subject", "foaf:page", "skos:exactMatch"})
"""The properties whose values, where they are plain text, are addresses that others have given."""

_NONE: tuple[Pair, ...] = ()


class Plans:
    """How each class is written in one export, and the terms that all classes share."""

    def __init__(self, base: str, languages: Iterable[str]) -> None:
        self.nodes = Nodes(base)
        self._languages = tuple(languages)
        self.tags = Tags(self._languages)
        self.codes = Codes()
        self._days = Days()
        self._plans: dict[type[Node], ClassPlan] = {}

    def of(self, cls: type[Node]) -> ClassPlan:
        """The plan of a class, made when it is first asked for."""
        plan = self._plans.get(cls)
        if plan is None:
            plan = self._plans[cls] = ClassPlan(tuple(map(named, cls.kind.iris)))
            if issubclass(cls, Element):
                plan.fields.append(("id", _one((named("dct:identifier"),), Literal)))
            self._fill(plan, cls)
        return plan

    def _fill(self, plan: ClassPlan, cls: type[Node]) -> None:
        between: dict[Via, ClassPlan] = {}
        for spec in specs(cls):
            if not spec.prop.iris or (spec.prop.within and spec.prop.within.of):
                continue
            via = spec.prop.via
            if via is not None and via not in between:
                between[via] = ClassPlan((named(via.iri),))
                plan.between.append(Between(named(via.predicate), via.local, between[via]))
            owner = plan if via is None else between[via]
            owner.fields.append((spec.name, self._writer(spec)))
            if _may_miss(cls, spec):
                owner.missable.append(spec.name)
            if _says_types(spec.datatype):
                owner.coded.append(spec.name)

    def _writer(self, spec: Spec) -> Write:
        predicates = tuple(map(named, spec.prop.iris))
        if spec.record is not None:
            return self._parts(spec, spec.record, predicates)
        if spec.prop.within is not None:
            return _own_part(predicates, spec.prop.within.field, self.nodes)
        if spec.datatype is UncertainDate:
            return _dates(spec.prop.iris, self._days)
        if spec.datatype is Text:
            return _many(predicates, self._literals if spec.many else self.tags.literals)
        term = self._term(spec)
        if spec.many:
            return _many(predicates, lambda values: dict.fromkeys(map(term, values)))
        return _one(predicates, term)

    def _literals(self, texts: Iterable[Text]) -> Iterable[Literal]:
        """Each literal of some texts once."""
        return dict.fromkeys(chain.from_iterable(map(self.tags.literals, texts)))

    def _term(self, spec: Spec) -> Callable[[Any], Term]:
        """What makes the object of a triple from one value of a field."""
        if spec.is_ref:
            return self.nodes.__getitem__
        if ADDRESSES.intersection(spec.prop.iris):
            return published
        if _is_a(spec.datatype, Coded):
            return self.codes.of(spec.datatype).__getitem__
        if _is_a(spec.datatype, date):
            return self._days.__getitem__
        if _is_a(spec.datatype, Decimal):
            return decimal
        return duration if _is_a(spec.datatype, timedelta) else Literal

    def _parts(self, spec: Spec, cls: type[Record], predicates: tuple[NamedNode, ...]) -> Write:
        plan, key, many = self.of(cls), NaturalKey(cls, self._languages), spec.many
        folder = "" if cls.at_root else f"/{spec.alias}"
        more_of = MORE_OF_PARTS.get(cls, _nothing_more)

        def write(subject: NamedNode, value: Any, out: list[Triple], parts: list[Part]) -> None:
            records: tuple[Record, ...] = value if many else (value,)
            under = subject.value + folder
            said = zip(records, key.each(records), more_of(subject, records), strict=True)
            for record, local, more in said:
                node = NamedNode(f"{under}/{local}" if local else under)
                out.extend([Triple(subject, predicate, node) for predicate in predicates])
                parts.append((plan, node, vars(record), more))

        return write


def _own_part(predicates: tuple[NamedNode, ...], field: str, nodes: Nodes) -> Write:
    """What names a part of the element that the subject is, or is a part of."""

    def write(subject: NamedNode, value: str, out: list[Triple], _: list[Part]) -> None:
        node = nodes[address(nodes.owner(subject), field, segment(value))]
        out.extend([Triple(subject, predicate, node) for predicate in predicates])

    return write


def _nothing_more(_: NamedNode, records: tuple[Record, ...]) -> Iterator[tuple[Pair, ...]]:
    return (_NONE for _record in records)


def _is_a(datatype: Any, cls: type) -> bool:
    return isinstance(datatype, type) and issubclass(datatype, cls)


def _may_miss(cls: type[Node], spec: Spec) -> bool:
    return not spec.required and cls.model_fields[spec.name].default is None


def _says_types(datatype: Any) -> bool:
    return _is_a(datatype, Coded) and any(value.iris for value in datatype)


def _one(predicates: tuple[NamedNode, ...], term: Callable[[Any], Term]) -> Write:
    def write(subject: NamedNode, value: Any, out: list[Triple], _: list[Part]) -> None:
        object_ = term(value)
        out.extend([Triple(subject, predicate, object_) for predicate in predicates])

    return write


def _many(predicates: tuple[NamedNode, ...], terms: Callable[[Any], Iterable[Term]]) -> Write:
    def write(subject: NamedNode, value: Any, out: list[Triple], _: list[Part]) -> None:
        found = terms(value)
        for predicate in predicates:
            out.extend([Triple(subject, predicate, object_) for object_ in found])

    return write


def _dates(terms: tuple[str, ...], days: Days) -> Write:
    """An exact day, month or year under the property itself; other spans under two of our own."""
    plain = tuple(map(named, terms))
    words = [term.partition(":")[2] for term in terms]
    earliest = tuple(named(f"lg:{word}Earliest") for word in words)
    latest = tuple(named(f"lg:{word}Latest") for word in words)

    def write(subject: NamedNode, value: UncertainDate, out: list[Triple], _: list[Part]) -> None:
        first, last = value.earliest, value.latest
        if first == last and first is not None:
            said = [(plain, days[first])]
        elif (span := whole(value)) is not None:
            said = [(plain, span)]
        else:
            bounds = ((earliest, first), (latest, last))
            said = [(predicates, days[day]) for predicates, day in bounds if day is not None]
        for predicates, literal in said:
            out.extend([Triple(subject, predicate, literal) for predicate in predicates])

    return write
