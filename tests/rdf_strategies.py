"""Elements of every kind with values of every sort, made from their declarations."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from enum import EnumType
from functools import partial
from typing import Any, Literal, get_args, get_origin

from hypothesis import strategies as st
from strategies import extras

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.extra import Extra
from lumme_graph.base.text import Text, is_blank
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.elements.parts import Contact
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.element import Node, Record
from lumme_graph.meta.spec import Spec, specs

_WORDS = st.sampled_from(["a", "b", "lake", "x-1"])
_STRINGS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n\r"),
    min_size=1,
    max_size=12,
)
_ANY_STRING = st.one_of(_STRINGS, st.sampled_from(["https://example.org/ä%x[1]", ".", "..", "a."]))
_TEXTS = st.dictionaries(
    st.sampled_from(["fi", "en", "sv", "se", "pt-BR", "zh-Hant"]),
    _STRINGS.filter(lambda words: not is_blank(words)),
    min_size=1,
)
_DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
_UNCERTAIN = st.one_of(
    _DAYS.map(str),
    _DAYS.map(lambda day: str(day)[:7]),
    _DAYS.map(lambda day: str(day)[:4]),
    _DAYS.map(lambda day: {"latest": str(day)}),
    _DAYS.map(lambda day: {"earliest": str(day)}),
    st.lists(_DAYS, min_size=2, max_size=2).map(
        lambda days: {"earliest": str(min(days)), "latest": str(max(days))}
    ),
)
_ADDRESSES = st.sampled_from(["https://example.org/ä%x[1]", "HTTP://example.org", "http://a/#b#c"])
_CONSTRAINED: dict[tuple[str, type], st.SearchStrategy[Any]] = {
    ("fp", str): st.just("2:0123456789abcdef"),
    ("phase", str): _WORDS,
    ("to", str): _WORDS,
    ("url", str): _ADDRESSES,
    ("call", int): st.integers(1, 9999),
    ("currency", str): st.sampled_from(["EUR", "GBP"]),
    ("latitude", Decimal): st.decimals(-90, 90, places=7),
    ("longitude", Decimal): st.decimals(-180, 180, places=7),
    ("match", str): _ADDRESSES,
    ("same_as", str): _ADDRESSES,
    ("target_groups", str): st.sampled_from(["KR1.2", "https://example.org/a"]),
    ("tags", str): st.sampled_from(["loans", "young people", 'a"b', "ä%x[1]"]),
    ("value", int): st.integers(-2, 2),
    ("n", int): st.integers(0, 10**20),
    ("number", int): st.integers(0, 10**20),
    ("dots", int): st.integers(0, 10**20),
    ("priority", int): st.integers(1, 10**20),
    ("amount", Decimal): st.decimals(0, 10**12, places=2),
}
"""Fields whose values have a pattern or bounds of their own."""

_VALUES: dict[Any, st.SearchStrategy[Any]] = {
    Text: _TEXTS,
    UncertainDate: _UNCERTAIN,
    date: _DAYS,
    timedelta: st.timedeltas(),
    bool: st.booleans(),
    int: st.integers(),
    Decimal: st.one_of(st.decimals(-(10**9), 10**9, places=3), st.just(Decimal("1E+3"))),
    str: _ANY_STRING,
    Extra: extras(),
}


def _value(spec: Spec) -> st.SearchStrategy[Any]:
    datatype: Any = spec.datatype
    if spec.is_ref:
        kinds = spec.targets or ELEMENTS
        prefixes = st.sampled_from([kind.kind.prefix for kind in kinds])
        return st.builds("{}-{}".format, prefixes, _WORDS)
    if spec.record is not None:
        return node(spec.record)
    if get_origin(datatype) is Literal:
        return st.sampled_from(get_args(datatype))
    if isinstance(datatype, EnumType):
        return st.sampled_from([*datatype])
    return _CONSTRAINED.get((spec.name, datatype), _VALUES[datatype])


def _field(spec: Spec) -> st.SearchStrategy[Any]:
    value = _value(spec)
    if not spec.many:
        return value
    if spec.datatype is Text:
        named = st.fixed_dictionaries({"id": _WORDS, "text": _TEXTS})
        return st.lists(value, max_size=3) | st.lists(named, max_size=3, unique_by=_id)
    cls = spec.record
    return st.lists(value, max_size=3, unique_by=None if cls is None else partial(_key, cls))


def _id(data: dict[str, Any]) -> object:
    return data["id"]


def _key(cls: type[Record], data: dict[str, Any]) -> tuple[object, ...]:
    """The natural key of a record: no two of one list have the same."""
    return cls.model_validate(data).natural_key()


def node(cls: type[Node]) -> st.SearchStrategy[dict[str, Any]]:
    """The data of a node: the fields that it must have, and any of the others."""
    fields = {spec.alias: _field(spec) for spec in specs(cls) if spec.required}
    others = {spec.alias: _field(spec) for spec in specs(cls) if not spec.required}
    if issubclass(cls, Record):
        (fields if cls.key == ("id",) else others)["id"] = _WORDS
    if cls is Contact:
        fields["value"] = _ADDRESSES
    return st.fixed_dictionaries(fields, optional=others)


def elements(cls: type[KeptElement]) -> st.SearchStrategy[KeptElement]:
    """An element of a kind."""

    def made(words: str, data: dict[str, Any]) -> KeptElement:
        return cls.model_validate({**data, "id": f"{cls.kind.prefix}-{words}"})

    return st.builds(made, _WORDS, node(cls))


def graphs() -> st.SearchStrategy[ServiceGraph]:
    """A graph of some elements of different ids; their references may lead nowhere."""
    one = st.sampled_from(ELEMENTS).flatmap(elements)
    settings = st.builds(
        Settings,
        network=st.sampled_from([None, "organisation-a"]),
        as_of=st.just(date(2026, 8, 22)),
        statement=st.none() | _TEXTS,
    )
    several = st.lists(one, max_size=4, unique_by=lambda element: element.id)
    return st.builds(ServiceGraph, several, settings)
