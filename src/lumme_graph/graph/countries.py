"""In which countries a model is."""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.base.countries import COUNTRIES
from lumme_graph.elements.parts import Contact, ContactType, Identifier
from lumme_graph.elements.who import Branch, Organisation
from lumme_graph.graph.service_graph import ServiceGraph

_ISIL = "isil"


def countries(graph: ServiceGraph) -> tuple[str, ...]:
    """The countries of `model.yaml`; without any, those that its own libraries tell of.

    They are told by the ISIL of an organisation or branch, which begins with its country, else by a
    phone number among its contacts that is written with a country code.
    """
    if graph.settings.country:
        return graph.settings.country
    found = set(_by_isil(graph)) or set(_by_phone(graph))
    return tuple(sorted(found))


def _by_isil(graph: ServiceGraph) -> Iterator[str]:
    for one in _identifiers(graph):
        if one.scheme.lower() == _ISIL:
            country = one.value.partition("-")[0].upper()
            if country in COUNTRIES:
                yield country


def _by_phone(graph: ServiceGraph) -> Iterator[str]:
    written = [one.value for one in contacts_of(graph) if one.type is ContactType.PHONE]
    if not written:
        return
    import phonenumbers as pn

    for value in written:
        for match in pn.PhoneNumberMatcher(value, None):
            country = pn.region_code_for_number(match.number)
            if country in COUNTRIES:
                yield country


def _identifiers(graph: ServiceGraph) -> Iterator[Identifier]:
    for organisation in graph.all(Organisation):
        yield from organisation.identifiers
    for branch in graph.all(Branch):
        yield from branch.identifiers


def contacts_of(graph: ServiceGraph) -> Iterator[Contact]:
    """The contacts of every organisation and branch."""
    for organisation in graph.all(Organisation):
        yield from organisation.contacts
    for branch in graph.all(Branch):
        yield from branch.contacts
