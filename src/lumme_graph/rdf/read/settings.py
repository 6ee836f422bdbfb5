"""The settings of a model from what is said of its base."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import unquote

from lumme_graph.base.amounts import Share
from lumme_graph.elements.kinds import KINDS
from lumme_graph.rdf.oxigraph import NamedNode
from lumme_graph.rdf.read.parsed import Said, Value
from lumme_graph.rdf.read.reading import (
    MARK,
    MISSING,
    NO_ORDERS,
    ORDER,
    TYPE,
    Orders,
    OwnReading,
    Unmeant,
    lexical,
    spelling,
)
from lumme_graph.rdf.settings import PUBLISHER, SETTINGS, As, DeclaredSetting
from lumme_graph.rdf.terms import published
from lumme_graph.rdf.vocabulary import expand

Data = dict[str, Any]

_DERIVED: Final = frozenset(
    map(
        expand,
        (
            "void:uriSpace", "void:vocabulary", "void:exampleResource", "dct:language",
            "dcat:record", "lg:asOfEarliest", "lg:asOfLatest", "dct:identifier", "rdfs:label",
        ),
    )
) | {TYPE, ORDER, MARK}  # fmt: skip
_WORDS: Final = {expand(cls.kind.iris[0]): prefix for prefix, cls in KINDS.items()}
_MODIFIED: Final = expand("dct:modified")
_ORDERED: Final = frozenset({"country", "required", "optional"})
"""The lists of plain settings whose order means something: what is first counts where one is needed."""


def settings_data(reading: OwnReading, said: Said) -> Data:
    """The settings as data, still to be checked; what is left over or wrong is noted."""
    base = reading.base
    data: Data = {"base": base, "coverage": {}, "languages": {}, "site": {}}
    reading.settings |= {
        ("base",): (base, ""),
        ("modified",): (base, _MODIFIED),
        ("coverage", "bundles"): (base, expand("lg:bundle")),
        ("coverage", "minimum"): (base, expand("lg:minimum")),
    }
    known = set(_DERIVED)
    _read(reading, base, said, SETTINGS, data)
    known |= {expand(setting.term) for setting in SETTINGS}
    derived = {mark.value for mark in said.get(MARK, ()) if isinstance(mark, NamedNode)}
    if _MODIFIED in said and _MODIFIED not in derived:
        data["modified"] = _noted(reading, base, _MODIFIED, said, lexical)
    for predicate, read in _PARTS.items():
        known.add(predicate)
        if predicate in said:
            try:
                read(reading, said, said[predicate], data)
            except Unmeant as fault:
                reading.fault(base, predicate, str(fault))
    for predicate, values in said.items():
        if predicate not in known and predicate not in derived and predicate != _MODIFIED:
            reading.leave(base, predicate, len(values))
    return data


def _read(
    reading: OwnReading,
    subject: str,
    said: Said,
    table: Iterable[DeclaredSetting],
    data: Data,
    *within: str,
) -> None:
    """What a subject says, by a table of settings, into the data that they are part of.

    `within` is the way in the settings to what the table is of.
    """
    try:
        orders = reading.orders(said.get(ORDER, ()))
    except Unmeant as fault:
        reading.fault(subject, ORDER, str(fault))
        orders = NO_ORDERS
    for setting in table:
        *way, name = setting.path
        inner = data
        for step in way:
            inner = inner.setdefault(step, {})
        predicate = expand(setting.term)
        reading.settings[*within, *setting.path] = subject, predicate
        values = said.get(predicate)
        if values is None:
            if setting.many:
                inner[name] = ()
            continue
        try:
            inner[name] = _value(reading, setting, values, orders)
        except Unmeant as fault:
            reading.fault(subject, predicate, str(fault))


def _value(
    reading: OwnReading, setting: DeclaredSetting, values: list[Value], orders: Orders
) -> Any:
    if setting.form is As.TEXT:
        return reading.text(values)
    entries = [unquote(entry) for entry in orders.get(setting.path[-1], ())]
    if setting.many:
        found = {_plain(reading, setting.form, value): None for value in values}
        if setting.path[-1] in _ORDERED:
            reading.note_order(setting.path[-1], orders, found)
        return [one for one in entries if one in found] + sorted(found.keys() - set(entries))
    one = reading.one(values)
    said = _plain(reading, setting.form, one)
    respelt = setting.form is As.ADDRESS and len(entries) == 1 and published(entries[0]) == one
    return entries[0] if respelt else said


def _plain(reading: OwnReading, form: As, value: Value) -> str:
    match form:
        case As.ELEMENT:
            return reading.local(value)
        case As.ADDRESS:
            return spelling(reading, value)
        case As.CLASS:
            found = _WORDS.get(spelling(reading, value))
            if found is None:
                raise Unmeant(f"{value} is the class of no kind")
            return found
        case _:
            return lexical(reading, value)


def _noted(reading: OwnReading, subject: str, predicate: str, said: Said, read: Any) -> Any:
    try:
        return read(reading, reading.one(said[predicate]))
    except (KeyError, Unmeant) as fault:
        words = str(fault) if isinstance(fault, Unmeant) else MISSING
        reading.fault(subject, predicate, words)
        return None


def _publisher(reading: OwnReading, _: Said, values: list[Value], data: Data) -> None:
    node = reading.one(values)
    subject = spelling(reading, node)
    said = reading.take(subject)
    if not said:
        raise Unmeant(f"nothing is said of {node}; it is missing in the file")
    found: Data = {}
    data["publisher"] = found
    _read(reading, subject, said, PUBLISHER, found, "publisher")
    _left(reading, subject, said, {expand(setting.term) for setting in PUBLISHER})


def _left(reading: OwnReading, subject: str, said: Said, known: set[str]) -> None:
    for predicate, values in said.items():
        if predicate not in known and predicate not in _DERIVED:
            reading.leave(subject, predicate, len(values))


def _nodes(reading: OwnReading, values: list[Value], *terms: str) -> Iterator[tuple[str, Said]]:
    """The parts of the settings that are named, each with what is said of it."""
    known = set(map(expand, terms))
    for value in dict.fromkeys(values):
        subject = spelling(reading, value)
        said = reading.take(subject)
        if not said:
            raise Unmeant(f"nothing is said of {value}; it is missing in the file")
        _left(reading, subject, said, known)
        yield subject, said


def _minimum(reading: OwnReading, _: Said, values: list[Value], data: Data) -> None:
    least = data["coverage"].setdefault("minimum", {})
    for subject, said in _nodes(reading, values, "lg:tenths", "lg:minimumFor"):
        of = _noted(reading, subject, expand("lg:minimumFor"), said, lexical)
        tenths = _noted(reading, subject, expand("lg:tenths"), said, lexical)
        if of is None or tenths is None:
            continue
        if not tenths.isdecimal() or int(tenths[:9]) > _ALL:
            reading.fault(subject, expand("lg:tenths"), f"{tenths} is not from 0 to {_ALL}")
        elif of in {"total", "library", "language"}:
            least[of] = Share(int(tenths))
        else:
            least.setdefault("kind", {})[of] = Share(int(tenths))


_ALL: Final = 1000
"""Tenths of a percent in all there is."""


def _costs(reading: OwnReading, _: Said, values: list[Value], data: Data) -> None:
    costs = data["coverage"].setdefault("costs", {})
    predicate = expand("lg:units")
    for subject, said in _nodes(reading, values, "lg:units"):
        act = subject.rpartition("/")[2]
        reading.settings["coverage", "costs", act] = subject, predicate
        units = _noted(reading, subject, predicate, said, lexical)
        if units is not None:
            costs[act] = units


def _bundles(reading: OwnReading, model: Said, values: list[Value], data: Data) -> None:
    bundles: dict[str, list[str]] = {}
    for subject, said in _nodes(reading, values, "lg:bundles"):
        items = {reading.local(value) for value in said.get(expand("lg:bundles"), ())}
        order = reading.orders(said.get(ORDER, ())).get("bundles", [])
        known = [id_ for id_ in order if id_ in items]
        bundles[subject.rpartition("/")[2]] = known + sorted(items - set(known))
    orders = reading.orders(model.get(ORDER, ()))
    reading.note_order("bundles", orders, bundles)
    order = [name for name in orders.get("bundles", ()) if name in bundles]
    order += sorted(bundles.keys() - set(order))
    data["coverage"]["bundles"] = [bundles[name] for name in order]


_PARTS: Final = {
    expand("dct:publisher"): _publisher,
    expand("lg:minimum"): _minimum,
    expand("lg:actCost"): _costs,
    expand("lg:bundle"): _bundles,
}
