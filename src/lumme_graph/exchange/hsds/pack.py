"""A model on its day as the rows of HSDS: who, where, and what is known to be offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Final

from lumme_graph.analysis.coverage.result import is_in_being
from lumme_graph.analysis.offered import offered_at
from lumme_graph.base.dates import holds
from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import Standing, Stated
from lumme_graph.elements.offer import Service, YesNo
from lumme_graph.elements.parts import Contact, ContactType
from lumme_graph.elements.public_lists import SERVICE_CLASSES
from lumme_graph.elements.subjects import Subject
from lumme_graph.elements.who import Branch, Municipality, Organisation
from lumme_graph.exchange.hsds.rows import IDENTIFIER, MUNICIPALITY, OWN_ID, TYPE, HsdsRows
from lumme_graph.graph.day import Day
from lumme_graph.graph.offers import statements

NOT_APPLICABLE: Final = "N/A"
"""What stands for the state or province that each address of HSDS must have."""

INVENTED: Final = Label("Illustrative: invented, not a fact.")


@dataclass
class LeftOut:
    """What was not written, as counts and names by reason."""

    services: list[str] = field(default_factory=list[str])
    unknown: int = 0
    refused: int = 0
    branches: list[str] = field(default_factory=list[str])
    addresses: list[str] = field(default_factory=list[str])
    members: list[str] = field(default_factory=list[str])


class HsdsPacker:
    """Puts a model on its day into the rows of a package in one language."""

    def __init__(self, day: Day, lang: str) -> None:
        self.day = day
        self.graph = day.graph
        self.rows = HsdsRows(self.graph.settings.base, self.graph.speaker(lang))
        self.left = LeftOut()

    def pack(self) -> HsdsRows:
        """All rows."""
        for organisation in self._organisations:
            self._organisation(organisation)
        for branch in self._branches:
            self._location(branch)
        for service in filter(partial(is_in_being, day=self.day.date), self.graph.all(Service)):
            self._service(service)
        self.left.members = [one.id for one in self.day.perhaps]
        return self.rows

    @cached_property
    def _organisations(self) -> list[Organisation]:
        """The network, its libraries of the day, and what lies between."""
        inside = {*self.day.members, self.graph.settings.network}
        return [one for one in self.graph.all(Organisation) if one.id in inside]

    @cached_property
    def _branches(self) -> list[Branch]:
        """The library buildings that are surely there on the day."""
        inside = {one.id for one in self._organisations}
        theirs = [one for one in self.graph.all(Branch) if one.organisation in inside]
        there = {one.id: holds(one.from_, one.to, self.day.date) for one in theirs}
        self.left.branches = [id_ for id_, truth in there.items() if truth is None]
        return [one for one in theirs if there[one.id]]

    def _organisation(self, one: Organisation) -> None:
        rows = self.rows
        contacts = _by_type(one.contacts)
        parent = next(self._wholes(one), None)
        own = rows.add(
            "organization",
            one.id,
            name=rows.name(one.name),
            description=self._described(one.description, invented=_is_invented(one))
            or rows.speak(one.type.label).words,
            email=contacts.get(ContactType.EMAIL),
            website=contacts.get(ContactType.WEB),
            parent_organization_id=parent and rows.id_of(parent),
        )
        self._identifier(one.id, own, "lumme-graph id", one.id)
        for other in one.identifiers:
            if other.scheme.strip() and other.value.strip():
                self._identifier(one.id, own, other.scheme, other.value)
        rows.mark_element("organization", one)
        rows.mark("organization", one.id, TYPE, one.type.value)
        for municipality in one.municipalities:
            rows.mark("organization", one.id, MUNICIPALITY, municipality)
        self._phone(one.id, contacts, organization_id=own)

    def _wholes(self, one: Organisation) -> Iterator[str]:
        """What an organisation surely belongs to itself on the day."""
        written = {organisation.id for organisation in self._organisations}
        for membership in one.memberships:
            if membership.of in written and holds(membership.from_, membership.to, self.day.date):
                yield str(membership.of)

    def _identifier(self, path: str, own: str, scheme: str, value: str) -> None:
        self.rows.add(
            "organization_identifier",
            f"{path}/identifiers/{scheme}",
            organization_id=own,
            identifier_type=scheme,
            identifier=value,
        )

    def _phone(self, path: str, contacts: dict[ContactType, str], **owner: str) -> None:
        if number := contacts.get(ContactType.PHONE):
            self.rows.add("phone", f"{path}/contacts/phone", number=number, **owner)

    def _location(self, one: Branch) -> None:
        rows = self.rows
        contacts = _by_type(one.contacts)
        other = next(iter(one.identifiers), None)
        own = rows.add(
            "location",
            one.id,
            location_type="physical",
            url=contacts.get(ContactType.WEB),
            organization_id=rows.id_of(one.organisation),
            name=rows.name(one.name),
            description=self._described(None, invented=_is_invented(one)),
            latitude=None if one.latitude is None else str(one.latitude),
            longitude=None if one.longitude is None else str(one.longitude),
            external_identifier=other.value if other else None,
            external_identifier_type=other.scheme if other else None,
        )
        rows.mark_element("location", one)
        rows.mark("location", one.id, TYPE, one.type.value)
        rows.mark("location", one.id, MUNICIPALITY, one.municipality)
        for more in one.identifiers[1:]:
            rows.mark("location", one.id, IDENTIFIER, f"{more.scheme} {more.value}")
        self._address(one, own)
        self._phone(one.id, contacts, location_id=own)
        if email := contacts.get(ContactType.EMAIL):
            rows.add("contact", f"{one.id}/contacts/email", location_id=own, email=email)
        for place, said in enumerate(one.accessibility):
            rows.add(
                "accessibility",
                f"{one.id}/accessibility/{place}",
                location_id=own,
                description=rows.words(said),
            )

    def _address(self, one: Branch, location: str) -> None:
        country = self.graph.settings.country
        if not (one.street or one.city or one.postal_code):
            return
        if not (one.street and one.city and one.postal_code and len(country) == 1):
            self.left.addresses.append(one.id)
            return
        self.rows.add(
            "address",
            f"{one.id}/address",
            location_id=location,
            address_1=one.street,
            city=one.city,
            state_province=NOT_APPLICABLE,
            postal_code=one.postal_code,
            country=country[0],
            address_type="physical",
        )

    def _service(self, service: Service) -> None:
        row = self.day.offers.row(service)
        self.left.unknown += row.count(None)
        self.left.refused += row.count(False)
        if True not in row:
            self.left.services.append(service.id)
        stated, invented = self._stated(service), self._invented(service)
        for library, state in zip(self.day.libraries, row, strict=True):
            if state:
                places = stated.get(library.id, ())
                self._offered(service, library, places, invented=library.id in invented)

    def _invented(self, service: Service) -> set[str]:
        """The libraries of which it is only invented that they offer a service, or what it is."""
        if service.standing is Standing.ILLUSTRATIVE:
            return {one.id for one in self.day.libraries}
        if all(offer.standing is not Standing.ILLUSTRATIVE for offer in service.offered):
            return set()
        found = offered_at(self.day, service)
        return {
            one.library.id for one in found if one.now and one.now.standing is Standing.ILLUSTRATIVE
        }

    def _offered(
        self, service: Service, library: Organisation, places: Iterable[Branch], *, invented: bool
    ) -> None:
        """A service of one library: HSDS has a service belong to the one organisation that gives it."""
        rows = self.rows
        path = f"{service.id}/at/{library.id}"
        checked = service.as_of and service.as_of.exact
        own = rows.add(
            "service",
            path,
            organization_id=rows.id_of(library.id),
            name=rows.name(service.name),
            description=self._described(service.description, invented=invented),
            status="active",
            application_process=rows.words(service.instructions),
            fees_description=rows.words(service.cost),
            eligibility_description=rows.words(service.conditions),
            assured_date=checked.isoformat() if checked else None,
        )
        rows.mark_element("service", service, path)
        for branch in places:
            rows.add(
                "service_at_location",
                f"{service.id}/at/{branch.id}",
                service_id=own,
                location_id=rows.id_of(branch.id),
            )
        for area in self._served(library):
            served = f"{path}/area/{area.id}"
            rows.add(
                "service_area", served, service_id=own, name=rows.name(area.name), uri=area.same_as
            )
            rows.mark("service_area", served, OWN_ID, area.id)
        self._class(service, path)
        for subject in service.subjects:
            self._subject(subject, path)

    def _stated(self, service: Service) -> dict[str, list[Branch]]:
        """By library the buildings of which it is said themselves that they offer a service."""
        stated = {
            said.at.id
            for said in statements(self.graph, service)
            if isinstance(said.at, Branch)
            if said.offer.is_ is YesNo.YES and said.holds(self.day.date)
        }
        found: dict[str, list[Branch]] = {}
        for branch in self._branches if stated else ():
            if branch.id in stated:
                found.setdefault(str(branch.organisation), []).append(branch)
        return found

    def _served(self, library: Organisation) -> Iterable[Municipality]:
        return (one for ref in library.municipalities if (one := self.graph.get(ref)))

    def _class(self, service: Service, path: str) -> None:
        code = service.service_class
        if code is None:
            return
        label = SERVICE_CLASSES.labels.get(code)
        name = self.rows.speak(label).words if label else code
        self._term("service-class", code, name, SERVICE_CLASSES.address(code), path)

    def _subject(self, ref: str, path: str) -> None:
        subject = self.graph.find(ref)
        if isinstance(subject, Subject):
            match = next(iter(subject.match), None)
            self._term("subject", subject.id, self.rows.name(subject.name), match, path)

    def _term(self, kind: str, code: str, name: str, uri: str | None, path: str) -> None:
        """What a service is about, by a term with its public address."""
        term = self.rows.add(
            "taxonomy_term",
            f"hsds/{kind}/{code}",
            code=code,
            name=name,
            description=name,
            taxonomy=kind,
            language=self.rows.speak.lang,
            term_uri=uri,
        )
        self.rows.add(
            "attribute",
            f"{path}/attribute/{kind}/{code}",
            link_id=self.rows.id_of(path),
            taxonomy_term_id=term,
            link_type=kind,
            link_entity="service",
        )

    def _described(self, text: Text | None, *, invented: bool) -> str | None:
        """A description as readers of any directory must see it: with what it stands on, and whose it is."""
        speak = self.rows.speak
        said = [self.rows.words(text)]
        if invented:
            said.append(speak(INVENTED).words)
        if self.graph.settings.statement:
            said.append(speak(self.graph.settings.statement).words)
        return "\n\n".join(filter(None, said)) or None


def _is_invented(one: Stated) -> bool:
    return one.standing is Standing.ILLUSTRATIVE


def _by_type(contacts: Iterable[Contact]) -> dict[ContactType, str]:
    return {one.type: one.value for one in reversed(tuple(contacts))}
