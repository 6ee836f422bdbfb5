"""The services of HSDS: their texts, what they are about, and where they are offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from lumme_graph.base.label import Label, Plain
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.offer import Service
from lumme_graph.elements.subjects import Subject
from lumme_graph.elements.who import Branch, Organisation
from lumme_graph.exchange.draft import Draft, ForeignKey, key_of
from lumme_graph.exchange.hsds.keys import HSDS, key_in, own_id
from lumme_graph.exchange.hsds.places import HsdsPlaces
from lumme_graph.exchange.hsds.records import (
    HsdsRecord,
    HsdsRecords,
    each_of,
    first,
    in_each,
    pass_over,
)
from lumme_graph.exchange.hsds.rows import STANDING, TAXONOMY
from lumme_graph.exchange.hsds.said import described
from lumme_graph.exchange.hsds.who import HsdsOrganisations

_NOT_TAKEN: Final = Label("it belongs to an organisation that is not taken")
_STATUS: Final = Label("its status is {status}: nothing is said of where it is offered")
_NO_ADDRESS: Final = Label("its term has no web address")
_TEXTS: Final = {
    "conditions": "eligibility_description",
    "instructions": "application_process",
    "cost": "fees_description",
}
_PASSED: Final = ("id", "organization_id", "name", "description", "alternate_name", "status")
_LINKS: Final = ("id", "link_id", "link_entity", "link_type", "taxonomy_term_id")
_CLASS: Final = "service-class"


class HsdsServices:
    """The services that are taken, and the concepts that they are about."""

    def __init__(
        self, found: HsdsRecords, who: HsdsOrganisations, places: HsdsPlaces, source: str, day: date
    ) -> None:
        self._found = found
        self._who = who
        self._places = places
        self._source = source
        self._day = day
        self._subjects: dict[str, HsdsRecord] = {}
        self.told: set[str] = set()
        """The attributes that say what a service that is taken is about."""

    def drafts(self) -> Iterator[Draft]:
        """The services, and then what they are about."""
        rows: dict[ForeignKey, dict[str, HsdsRecord]] = {}
        for id_, record in self._found.of("service").items():
            if first(record).text("organization_id") in self._who.taken:
                rows.setdefault(key_in(self._found, Service, id_), {})[id_] = record
            else:
                self._leave(id_, record)
        services = [self._draft(key, of) for key, of in rows.items()]
        yield from self._concepts()
        yield from services

    def _draft(self, key: ForeignKey, rows: Mapping[str, HsdsRecord]) -> Draft:
        """A service of one row, or of those that our own export has for one service of the model."""
        id_, record = next(iter(rows.items()))
        for more in list(rows.values())[1:]:
            for tag, thing in more.items():
                if tag in record:
                    thing.repeats(record[tag])
        name = in_each(record, "name", self._source)
        fields: dict[str, Any] = {
            "name": name,
            "description": described(self._found, record, self._source),
            **{
                ours: in_each(record, theirs, self._source, prose=True)
                for ours, theirs in _TEXTS.items()
            },
            "offered": [offer for one, of in rows.items() for offer in self._offers(one, of)],
        }
        if other := in_each(record, "alternate_name", self._source):
            fields["search_words"] = {tag: words.replace(",", " ") for tag, words in other.items()}
        if day := first(record).text("assured_date"):
            fields["as_of"] = day[:10]
        fields |= self._about(rows)
        if Standing.ILLUSTRATIVE.value in self._found.own(id_, STANDING):
            fields["standing"] = Standing.ILLUSTRATIVE.value
        if any(first(of).text("status") == "defunct" for of in rows.values()):
            fields["to"] = {"latest": self._day.isoformat()}
        for of in rows.values():
            pass_over(of, *_PASSED, "assured_date")
        words = own_id(self._found, Service, id_) or next(iter(name.values()), id_)
        return Draft(Service, key, words, fields)

    def _offers(self, id_: str, record: HsdsRecord) -> Iterator[dict[str, Any]]:
        """A yes at the organisation, and at each branch that is told; only of what is active."""
        thing = first(record)
        links = self._found.linked("service_at_location", "service_id", id_)
        for link in links:
            pass_over(link, "id", "service_id", "location_id")
        if thing.text("status") != "active":
            thing.unsaid("status", _STATUS.fill(status=Plain(thing.text("status") or "?")))
            return
        since = {"latest": self._day.isoformat()}
        owner = thing.text("organization_id")
        yield {"at": key_in(self._found, Organisation, owner), "is": "yes", "from": since}
        for link in links:
            place = first(link).text("location_id")
            if place in self._places.taken:
                yield {"at": key_in(self._found, Branch, place), "is": "yes", "from": since}

    def _about(self, rows: Iterable[str]) -> dict[str, Any]:
        """The concepts that a service is about, and its class where our own export tells it."""
        subjects: dict[ForeignKey, None] = {}
        fields: dict[str, Any] = {}
        told = [one for id_ in rows for one in self._found.linked("attribute", "link_id", id_)]
        for record in told:
            thing = first(record)
            term_id = thing.text("taxonomy_term_id")
            term = self._found.of("taxonomy_term").get(term_id)
            if term is None or first(term).text("taxonomy") == TAXONOMY:
                continue
            pass_over(record, *_LINKS)
            self.told.add(thing.text("id"))
            if first(term).text("taxonomy") == _CLASS and thing.text("link_type") == _CLASS:
                fields["service_class"] = first(term).text("code")
            elif first(term).text("term_uri").startswith(("https://", "http://")):
                self._subjects[term_id] = term
                subjects[self._subject_key(term_id)] = None
            else:
                thing.skip(_NO_ADDRESS)
        return fields | {"subjects": list(subjects)}

    def _concepts(self) -> Iterator[Draft]:
        for id_, term in self._subjects.items():
            thing, name = first(term), in_each(term, "name", self._source)
            fields = {"name": name, "match": [thing.text("term_uri")]}
            code = thing.text("code")
            words = code if code.startswith("subject-") else next(iter(name.values()), code)
            yield Draft(Subject, self._subject_key(id_), words, fields)

    @staticmethod
    def _subject_key(id_: str) -> ForeignKey:
        return key_of(Subject, HSDS, id_)

    def _leave(self, id_: str, record: HsdsRecord) -> None:
        first(record).skip(_NOT_TAKEN)
        for thing in record.values():
            thing.silence()
        for table, column in (("service_at_location", "service_id"), ("attribute", "link_id")):
            for thing in each_of(self._found.linked(table, column, id_)):
                thing.silence()
