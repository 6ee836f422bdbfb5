"""The function that says what one field says: chosen once a class, used for each element."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache, partial
from typing import Any

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.extra import Extra
from lumme_graph.base.text import Text
from lumme_graph.elements.kinds import ELEMENTS, KINDS
from lumme_graph.graph.parts import address, lists
from lumme_graph.meta.element import Element, Node, Record
from lumme_graph.meta.kind import By, Coded, Private, Via, Within
from lumme_graph.meta.listed_text import point_name
from lumme_graph.meta.local_name import GAP, each_once
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.meta.walk import Walk
from lumme_graph.rdf.addresses import one_word
from lumme_graph.rdf.block import Block
from lumme_graph.rdf.codes import Codes, is_respelt
from lumme_graph.rdf.own_fields import PREFIX, own_literal, own_orders, own_values
from lumme_graph.rdf.plan import ClassPlan, OwnedPart, Values, Write
from lumme_graph.rdf.shape import ADDRESSES, LOSSY, Shape, shape_of
from lumme_graph.rdf.spelled import (
    Days,
    Nodes,
    Pair,
    Term,
    Texts,
    below,
    decimal,
    duration,
    is_node,
    literal,
    named,
    period,
    published,
    string,
    worded,
)

_NOTHING: tuple[()] = ()
_DATED = Walk(lambda spec: spec.datatype is UncertainDate)


class Plans:
    """How each class is written in one export, and the terms that all classes share."""

    def __init__(self, base: str, languages: Iterable[str], has: Callable[[str], bool]) -> None:
        self.nodes = Nodes(base)
        self.languages = tuple(languages)
        self.texts = Texts(self.languages)
        self.codes = Codes()
        self.days = Days()
        self.has = has
        self.pages: dict[Term, None] = {}
        self._plans: dict[type[Node], ClassPlan] = {}

    def of(self, cls: type[Node]) -> ClassPlan:
        """The plan of a class, made when it is first asked for."""
        plan = self._plans.get(cls)
        if plan is None:
            kind = cls.kind
            own, *types = map(named, kind.iris)
            owner = named(kind.owner) if kind.owner else None
            time = named(kind.time) if kind.time else None
            plan = self._plans[cls] = ClassPlan(own, tuple(types), owner, time)
            if issubclass(cls, Element):
                plan.fields.append(("id", _one((named("dct:identifier"),), string)))
            self._fill(plan, cls)
        return plan

    def _fill(self, plan: ClassPlan, cls: type[Node]) -> None:
        for spec in specs(cls):
            via = spec.prop.via
            if isinstance(via, Via):
                plan.between.setdefault(via, []).append((spec.name, self._writer(spec)))
            else:
                plan.fields.append((spec.name, self._writer(spec)))
            if _is_a(spec.datatype, Coded) and any(value.iris for value in spec.datatype):
                plan.coded.append(spec.name)

    def _writer(self, spec: Spec) -> Write:
        """What writes a field: one that leads to parts or other nodes, or one of plain values."""
        shape = shape_of(spec)
        match shape, spec.prop.via, spec.prop.within, spec.record:
            case Shape.BY, By() as by, _, _:
                return self._by(spec.alias, by)
            case Shape.PART_NAME, _, Within() as within, _:
                return self._named_part(named(spec.prop.iris[0]), within)
            case Shape.PARTS, _, _, type() as record:
                return self._parts(spec, record, named(spec.prop.iris[0]))
            case Shape.POINTS, _, _, _:
                return self._points(spec, named(spec.prop.iris[0]))
            case Shape.DATES, _, _, _:
                return _dates(spec.prop.iris, self.days)
            case _:
                return self._values(spec, shape)

    def _own(self, block: Block, _: Values, value: Extra, __: list[OwnedPart]) -> None:
        """Own fields, each under the property of its name; of a list its order."""
        for name, said in sorted(value.items()):
            predicate = self.nodes[f"{PREFIX}/{name}"]
            block.stated += [f"{predicate} {own_literal(one)}" for one in own_values(said)]
        for order in own_orders(value):
            block.order(order)

    def _values(self, spec: Spec, shape: Shape) -> Write:
        predicates = tuple(map(named, spec.prop.iris))
        if shape is Shape.TEXT:
            return self._text(predicates)
        if shape is Shape.OWN:
            return self._own
        if isinstance(spec.prop, Private):
            return _private(predicates[0])
        if shape is Shape.DURATION:
            return _one((*predicates, named("rdfs:comment")), duration, _as_words)
        term = self._term(spec, shape)
        if shape in LOSSY:
            return _spelt(spec.alias, predicates, term, many=spec.many)
        return _many(spec.alias, predicates, term) if spec.many else _one(predicates, term)

    def _term(self, spec: Spec, shape: Shape) -> Callable[[Any], Term]:
        """What makes the object of a triple from one value of a field."""
        if shape is Shape.CODE:
            return self.codes.of(spec.datatype).__getitem__
        terms: dict[Shape, Callable[[Any], Term]] = {
            Shape.TAGGED: partial(worded, tag=self.languages[0]),
            Shape.REFERENCE: self.nodes.__getitem__,
            Shape.ADDRESS: published,
            Shape.TARGET_GROUP: self.codes.target_groups.__getitem__,
            Shape.DECIMAL: decimal,
        }
        return terms.get(shape, literal)

    def _text(self, predicates: tuple[Term, ...]) -> Write:
        stated, *derived = predicates
        literals = self.texts.literals

        def write(block: Block, _: Values, value: Text, __: list[OwnedPart]) -> None:
            words = literals(value)
            block.stated += [f"{stated} {said}" for said in words]
            for predicate in derived:
                for said in words:
                    block.derive(predicate, said)

        return write

    def _by(self, field: str, by: By) -> Write:
        """A value under the property that a field beside says; a page is told to be one."""
        properties = {value: named(iri) for value, iri in by.iris.items()}
        of_pages = {named(iri) for iri in ADDRESSES}

        def write(block: Block, values: Values, value: str, _: list[OwnedPart]) -> None:
            predicate = properties[str(values[by.field])]
            term = published(value) if predicate in of_pages else string(value)
            if is_node(term):
                self.pages[term] = None
            block.state(predicate, term)
            if is_respelt(term, value):
                _in_order(block, field, [one_word(value)], always=True)

        return write

    def _named_part(self, predicate: Term, within: Within) -> Write:
        """A part that is named by its local id: an own one, or that of an element beside."""

        def write(block: Block, values: Values, value: str, _: list[OwnedPart]) -> None:
            whole = str(values[within.of]) if within.of else block.owner
            cls = KINDS.get(whole.partition("-")[0])
            if cls is not None and within.field in lists(cls):
                part = address(whole, within.field, value)
                if not within.of or self.has(part):
                    block.state(predicate, self.nodes[part])

        return write

    def _parts(self, spec: Spec, cls: type[Record], predicate: Term) -> Write:
        many, private = spec.many, isinstance(spec.prop, Private)
        folder = "" if cls.at_root else f"/{spec.alias.replace('_', '-')}"
        ordered, field, label = spec.prop.ordered, spec.alias, cls.kind.label

        def write(block: Block, _: Values, value: Any, parts: list[OwnedPart]) -> None:
            records: tuple[Record, ...] = value if many else (value,)
            under = f"{block.subject[:-1]}{folder}"
            names = [GAP] if not many else self.names(records)
            said = block.private if private else block.stated
            for place, (record, local) in enumerate(zip(records, names, strict=True), start=1):
                node = f"{under}>" if local == GAP else f"{under}/{local}>"
                said.append(f"{predicate} {node}")
                at = place if ordered else None
                id_ = record.untold_id(self.languages, many=many)
                parts.append(OwnedPart(node, record, None, label, at, private, id_))
            _in_order(block, field, names, private=private)

        return write

    def names(self, records: tuple[Record, ...]) -> list[str]:
        """The local names of the records of a list, each once."""
        return list(each_once(record.local_name(self.languages) for record in records))

    def _points(self, spec: Spec, predicate: Term) -> Write:
        """Each text of a list as a node, so that its translations stay together."""
        folder, field, label = spec.alias.replace("_", "-"), spec.alias, spec.prop.label

        def write(block: Block, _: Values, value: tuple[Text, ...], parts: list[OwnedPart]) -> None:
            names = list(each_once(point_name(text, self.languages) for text in value))
            for text, local in zip(value, names, strict=True):
                node = below(block.subject, f"{folder}/{local}")
                block.state(predicate, node)
                parts.append(OwnedPart(node, None, text, label, None, private=False))
            _in_order(block, field, names)

        return write


@cache
def coarse() -> frozenset[str]:
    """The properties of days that are somewhere known only roughly, so that each has bounds."""
    found = (field.spec.prop.iris[0] for cls in ELEMENTS for field in _DATED.fields(cls))
    return frozenset(found)


def _is_a(datatype: Any, cls: type) -> bool:
    return isinstance(datatype, type) and issubclass(datatype, cls)


def _as_words(value: timedelta) -> Term:
    return string(period(value))


def _private(predicate: Term) -> Write:
    def write(block: Block, _: Values, value: str, __: list[OwnedPart]) -> None:
        block.hide(predicate, string(value))

    return write


def _one(
    predicates: tuple[Term, ...],
    term: Callable[[Any], Term],
    derived: Callable[[Any], Term] | None = None,
) -> Write:
    stated, *others = predicates
    other = derived or term

    def write(block: Block, _: Values, value: Any, __: list[OwnedPart]) -> None:
        block.stated.append(f"{stated} {term(value)}")
        for predicate in others:
            block.derive(predicate, other(value))

    return write


def _many(field: str, predicates: tuple[Term, ...], term: Callable[[Any], Term]) -> Write:
    stated, *others = predicates

    def write(block: Block, _: Values, value: tuple[Any, ...], __: list[OwnedPart]) -> None:
        terms = dict.fromkeys(map(term, value))
        block.stated += [f"{stated} {said}" for said in terms]
        for predicate in others:
            for said in terms:
                block.derive(predicate, said)
        if len(value) > 1:
            _in_order(block, field, [one_word(str(one)) for one in value])

    return write


def _spelt(
    field: str,
    predicates: tuple[Term, ...],
    term: Callable[[Any], Term],
    *,
    many: bool,
) -> Write:
    """Values of which some do not stand in RDF as they are spelt: then their order says how."""
    inner = _many(field, predicates, term) if many else _one(predicates, term)

    def write(block: Block, values: Values, value: Any, parts: list[OwnedPart]) -> None:
        inner(block, values, value, parts)
        entries = value if many else (value,)
        if len(entries) == 1 and is_respelt(term(entries[0]), entries[0]):
            _in_order(block, field, [one_word(entries[0])], always=True)

    return write


def _in_order(
    block: Block,
    field: str,
    entries: list[str],
    *,
    private: bool = False,
    always: bool = False,
) -> None:
    """The order of a list as one literal: of two entries or more, or `always`."""
    if len(entries) > 1 or always:
        said = " ".join((field, *entries))
        if private:
            block.hide(named("lg:order"), string(said))
        else:
            block.order(said)


def _dates(terms: tuple[str, ...], days: Days) -> Write:
    """A day under the property itself, and the bounds of any date under two beside it."""
    plain, *others = map(named, terms)
    earliest, latest = named(f"{terms[0]}Earliest"), named(f"{terms[0]}Latest")
    has_bounds = terms[0] in coarse()

    @cache
    def said(value: UncertainDate | date) -> tuple[list[str], list[Pair]]:
        when = UncertainDate.parse(value)
        exact = [] if when.exact is None else [days[when.exact]]
        stated = [f"{plain} {day}" for day in exact]
        if has_bounds:
            bounds = ((earliest, when.earliest), (latest, when.latest))
            stated += [f"{bound} {days[day]}" for bound, day in bounds if day is not None]
        return stated, [(predicate, day) for predicate in others for day in exact]

    def write(block: Block, _: Values, value: UncertainDate | date, __: list[OwnedPart]) -> None:
        stated, derived = said(value)
        block.stated += stated
        block.derive_all(derived)

    return write
