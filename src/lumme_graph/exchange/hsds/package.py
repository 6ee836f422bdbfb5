"""A model as HSDS packages, one for each language, and what of it is not in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from lumme_graph.base.label import Counted, Joined, Label, Message
from lumme_graph.elements.offer import Service
from lumme_graph.elements.subjects import Subject
from lumme_graph.elements.who import Branch, Municipality, Organisation
from lumme_graph.exchange.hsds.pack import HsdsPacker, LeftOut
from lumme_graph.exchange.hsds.rows import HsdsRows
from lumme_graph.exchange.hsds.tables import TABLES
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph

VERSION: Final = "3.0.0"
_HOME: Final = "http://docs.openreferral.org"
_TAKEN: Final = (Organisation, Branch, Municipality, Service, Subject)

_OFFERED = Counted(
    "HSDS {version} in {languages}: {n} service of a library is known to be offered",
    "HSDS {version} in {languages}: {n} services of libraries are known to be offered",
)
_NOT_KNOWN = Counted(
    "{n} time it is not known whether a service is offered at a library: not written",
    "{n} times it is not known whether a service is offered at a library: not written",
)
_REFUSED = Counted(
    "{n} time a service is known not to be offered: not written",
    "{n} times a service is known not to be offered: not written",
)
_NOWHERE = Counted(
    "{n} service is known to be offered nowhere: {names}",
    "{n} services are known to be offered nowhere: {names}",
)
_PERHAPS = Counted(
    "{n} building of which it is not known whether it is still open was left out: {names}",
    "{n} buildings of which it is not known whether they are still open were left out: {names}",
)
_MEMBERS = Counted(
    "{n} library of which it is not known whether it belongs to the network was left out: {names}",
    "{n} libraries of which it is not known whether they belong to the network were left out: {names}",
)
_ADDRESSES = Counted(
    "{n} address without street, postal code, city or country was left out: {names}",
    "{n} addresses without street, postal code, city or country were left out: {names}",
)
_PROVINCE = Counted(
    "{n} address has N/A as its state or province, which HSDS asks of each",
    "{n} addresses have N/A as their state or province, which HSDS asks of each",
)
_OUTSIDE = Counted(
    "{n} organisation outside the network was left out",
    "{n} organisations outside the network were left out",
)
_STAND_IN = Counted(
    "{n} name stands in another language, as there is none in {lang}",
    "{n} names stand in another language, as there are none in {lang}",
)
_NO_PLACE = Label("HSDS has no place for: {kinds}")
_OF_KIND = Label("{kind}: {n}")


class HsdsPackage(NamedTuple):
    """A package in one language: what describes it, and the tables by their files."""

    lang: str
    descriptor: dict[str, Any]
    tables: dict[str, list[tuple[str, ...]]]


class HsdsExport(NamedTuple):
    """The packages of a model, one a language, and what there is to say of them."""

    packages: tuple[HsdsPackage, ...]
    notes: tuple[Message, ...]


def hsds_export(graph: ServiceGraph) -> HsdsExport:
    """A model on its day as HSDS packages: one for each language in which a service has a name."""
    day = Day.of(graph)
    made: list[HsdsPackage] = []
    notes: list[Message] = []
    for lang in _languages(graph):
        packer = HsdsPacker(day, lang)
        rows = packer.pack()
        if not made:
            notes += _left(packer.left, rows, len(graph.all(Organisation)))
        if rows.standing_in:
            notes.append(_STAND_IN.fill(n=rows.standing_in, lang=lang))
        made.append(_package(graph, lang, rows))
    languages = [package.lang for package in made]
    first = _OFFERED.fill(
        n=len(made[0].tables.get("services.csv", ())[1:]),
        version=VERSION,
        languages=Joined(tuple(languages), "and"),
    )
    return HsdsExport(tuple(made), (first, *notes, *_no_place(graph)))


def _languages(graph: ServiceGraph) -> list[str]:
    """The source language, and the others in which a service has a name."""
    first, *others = graph.settings.languages.all
    services = graph.all(Service)
    return [first, *(one for one in others if any(s.name.tag(one) for s in services))]


def _package(graph: ServiceGraph, lang: str, rows: HsdsRows) -> HsdsPackage:
    settings = graph.settings
    speak = graph.speaker(lang)
    there = [table for table in TABLES.values() if table.name in rows.tables]
    said = {
        "title": speak(settings.name).words,
        "description": speak(settings.statement).words if settings.statement else None,
    }
    descriptor: dict[str, Any] = {
        "name": f"hsds-{lang.lower()}",
        "profile": "tabular-data-package",
        "version": VERSION,
        "homepage": _HOME,
        **{name: words for name, words in said.items() if words},
        "language": lang,
        "source_language": settings.languages.required[0],
        "id": settings.base,
        "as_of": settings.as_of.isoformat(),
    }
    if settings.license:
        descriptor["licenses"] = [{"path": settings.license}]
    descriptor["resources"] = [_resource(table.name, rows) for table in there]
    return HsdsPackage(
        lang,
        descriptor,
        {
            table.file: [
                table.columns,
                *(
                    tuple(row.get(column, "") for column in table.columns)
                    for row in rows.tables[table.name]
                ),
            ]
            for table in there
        },
    )


def _resource(name: str, rows: HsdsRows) -> dict[str, Any]:
    """A table as described, with the links to those tables that are there."""
    made = TABLES[name].resource()
    links = made["schema"].pop("foreignKeys", [])
    led = [link for link in links if link["reference"]["resource"] in rows.tables]
    if led:
        made["schema"]["foreignKeys"] = led
    return made


def _left(left: LeftOut, rows: HsdsRows, organisations: int) -> Iterator[Message]:
    """What was not written, each with its reason."""
    addresses = len(rows.tables.get("address", ()))
    outside = organisations - len(rows.tables.get("organization", ())) - len(left.members)
    for count, n in ((_NOT_KNOWN, left.unknown), (_REFUSED, left.refused), (_OUTSIDE, outside)):
        if n:
            yield count.fill(n=n)
    for named, ids in (
        (_NOWHERE, left.services),
        (_MEMBERS, left.members),
        (_PERHAPS, left.branches),
        (_ADDRESSES, left.addresses),
    ):
        if ids:
            yield named.fill(n=len(ids), names=Joined(tuple(ids)))
    if addresses:
        yield _PROVINCE.fill(n=addresses)


def _no_place(graph: ServiceGraph) -> Iterator[Message]:
    """The kinds that HSDS knows nothing of, with how many there are of each."""
    kinds = Counter(type(element) for element in graph if not isinstance(element, _TAKEN))
    if kinds:
        told = tuple(_OF_KIND.fill(kind=cls.kind.plural, n=n) for cls, n in kinds.items())
        yield _NO_PLACE.fill(kinds=Joined(told))
