"""The services of Kirkanta: those that libraries share, and at which of them each is listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from lumme_graph.base.label import Label
from lumme_graph.elements.offer import Service
from lumme_graph.exchange.draft import Draft
from lumme_graph.exchange.kirkanta.envelope import DirectoryAnswers, Record
from lumme_graph.exchange.kirkanta.keys import service_key
from lumme_graph.exchange.kirkanta.places import ListedPlace
from lumme_graph.exchange.kirkanta.words import by_language, first, known, main_word
from lumme_graph.exchange.thing import PERSONAL

_OF_ONE: Final = Label("it is of one library alone; the model describes the service as a whole")
_TEXTS: Final = ("description", "shortDescription", "price", "website")
_CONTACTS: Final = ("email", "phoneNumber")
_SHARED: Final = ("id", "slug", "standardName", "name")


def service_drafts(
    found: DirectoryAnswers, there: Sequence[ListedPlace], day: date
) -> Iterator[Draft]:
    """A service for each id, and a yes at each place that lists it; what is not listed is unknown."""
    listed: dict[str, dict[ListedPlace, Record]] = {}
    for place in there:
        for service in place.services:
            _leave_own_texts(service)
            listed.setdefault(first(service).text("id"), {}).setdefault(place, service)
    for id_, at in sorted(listed.items(), key=lambda one: (one[0].zfill(12), one[0])):
        record = next(iter(at.values()))
        shared = found.of("service").get(id_)
        if shared:
            known(shared, "id", "slug", "name")
        name = _name(at, shared)
        fields: dict[str, Any] = {
            "name": name,
            "offered": [
                {"at": place.key, "is": "yes", "from": {"latest": day.isoformat()}} for place in at
            ],
        }
        if shared:
            fields["description"] = by_language(shared, "description", prose=True)
        words = first(shared or record).text("slug") or main_word(name)
        yield Draft(Service, service_key(id_), words, fields)


def _name(at: dict[ListedPlace, Record], shared: Record | None) -> dict[str, str]:
    """What the service is called everywhere, else at the first library that lists it."""
    if shared and (name := by_language(shared, "name")):
        return name
    for field in ("standardName", "name"):
        found: dict[str, str] = {}
        for record in at.values():
            found = by_language(record, field) | found
        if found:
            return found
    return {}


def _leave_own_texts(service: Record) -> None:
    known(service, *_SHARED)
    for thing in service.values():
        for field in _TEXTS:
            thing.leave(field, _OF_ONE)
        for field in _CONTACTS:
            thing.leave(field, PERSONAL)
