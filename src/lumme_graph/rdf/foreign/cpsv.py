"""Public services of anybody (CPSV-AP, with CPEV and CPOV) as elements: what is read from where.

Each kind is declared once: the classes of its things, the fields without which there is none, and
the other fields, each with the properties it is read from. Kinds stand in the order in which they
are read, so that references lead to what is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from lumme_graph.base.label import Counted, Label
from lumme_graph.base.text import Text
from lumme_graph.elements.events import Event, EventAudience, EventType
from lumme_graph.elements.evidence import Source
from lumme_graph.elements.offer import ChannelType, Rule, Service, Touchpoint
from lumme_graph.elements.parts import Modality
from lumme_graph.elements.public_lists import SERVICE_CLASSES
from lumme_graph.elements.subjects import Subject
from lumme_graph.elements.who import (
    Branch,
    BranchType,
    Municipality,
    Organisation,
    OrganisationType,
)
from lumme_graph.meta.ref import Ref
from lumme_graph.rdf.foreign.declared import Declared, read_declared
from lumme_graph.rdf.foreign.gathering import Gathered, Resource
from lumme_graph.rdf.foreign.readers import (
    channel_name,
    code,
    codes,
    is_web,
    name,
    origin,
    published,
    ref,
    refs,
    string,
    text,
)
from lumme_graph.rdf.foreign.records import (
    PERSONS,
    address,
    begins,
    contacts,
    degrees,
    ends,
    identifiers,
    leads_back,
    memberships,
    offers,
)
from lumme_graph.rdf.foreign.statements import Statements

SERVICES: Final = frozenset({"cpsv:PublicService", "cpsvno:Service", "cpsvit:PublicService"})
ORGANISATIONS: Final = frozenset(
    {
        "cv:PublicOrganisation",
        "org:Organization",
        "org:FormalOrganization",
        "org:OrganizationalCollaboration",
        "rov:RegisteredOrganization",
        "schema:Library",
    }
)
DESCRIBED_HERE: Final = (
    SERVICES | ORGANISATIONS | {"cv:PublicEvent", "cv:Channel", "cpsv:Rule", "org:Site"}
)
"""The classes by one of which a file is known to describe public services."""

NO_MUNICIPALITY: Final = Label("without a name and a code it may be no municipality")
NO_OWNER: Final = Label(
    "it has no name, or belongs to no organisation that is described in the file"
)
NAME_FOR_DESCRIPTION: Final = Counted(
    "{n} rule without a description is described by its name: {example}",
    "{n} rules without a description are described by their names, such as: {example}",
)

_PARENT: Final = "cv:parentEvent"
_SITES: Final = ("org:hasPrimarySite", "org:hasSite", "org:hasRegisteredSite")
_CHANNELS: Final = {
    word: channel
    for channel, words in {
        ChannelType.SERVICE_LOCATION: "location office counter desk branch physical in-person "
        "face-to-face assistant client-location public-access-point",
        ChannelType.E_SERVICE: "eservice online digital electronic app mobile-app online-service "
        "electronic-channel",
        ChannelType.WEB_PAGE: "web website homepage web-site webpage internet information-page",
        ChannelType.E_FORM: "form e-form online-form electronic-form",
        ChannelType.PHONE: "telephone tel mobile call-center call-centre contact-center",
        ChannelType.MESSAGE: "email e-mail mail post letter sms fax chat",
        ChannelType.DEVICE: "kiosk self-service-kiosk machine automat",
    }.items()
    for word in words.split()
}
"""Words by which national lists name the types of channels."""


def of_class(*classes: str, but: Iterable[str] = ()) -> Callable[[Statements], list[str]]:
    """The things of any of some classes, and of none of others."""
    unwanted = frozenset(but)
    return lambda said: [one for one in said.having(classes) if not said.classes(one) & unwanted]


def _organisations(said: Statements) -> list[str]:
    """What is called an organisation, and whoever is responsible for a service or has a branch."""
    named = said.having(ORGANISATIONS)
    meant = said.led_to("cv:hasCompetentAuthority", "cv:ownedBy", "org:siteOf")
    found = dict.fromkeys((*named, *(one for one in meant if one in said)))
    return sorted(one for one in found if not said.classes(one) & (PERSONS | {"org:Site"}))


def _library(thing: Resource) -> OrganisationType | None:
    is_library = "schema:Library" in thing.gathered.said.classes(thing.address)
    return OrganisationType.LIBRARY if is_library else None


def _organisation_type(thing: Resource) -> OrganisationType:
    is_public = "cv:PublicOrganisation" in thing.gathered.said.classes(thing.address)
    is_meant = thing.gathered.said.from_where("cv:hasCompetentAuthority", thing.address)
    return OrganisationType.AUTHORITY if is_public or is_meant else OrganisationType.PARTNER


def _municipality_code(thing: Resource) -> str | None:
    """The code of a municipality, which has digits; a country's has letters alone."""
    code_ = string(Resource(thing.gathered, thing.address), "skos:notation", "dct:identifier")
    has_digits = code_ is not None and any(letter.isdigit() for letter in code_)
    return string(thing, "skos:notation", "dct:identifier") if has_digits else None


def _same_municipality(thing: Resource) -> str | None:
    return next(iter(published(thing)), None)


def _owner(thing: Resource) -> Ref[Organisation] | None:
    """The organisation of a place, whichever of the two says so."""
    found = ref(Organisation, "org:siteOf")(thing)
    said = thing.gathered.said
    for property_ in _SITES:
        for subject in said.from_where(property_, thing.address):
            organisation = thing.gathered.ids.get(subject)
            if organisation is not None:
                thing.at(subject).take(property_, thing.address)
                found = found or Ref(organisation)
    return found


def _main_branch(thing: Resource) -> BranchType | None:
    is_first = thing.gathered.said.from_where("org:hasPrimarySite", thing.address)
    return BranchType.MAIN if is_first else None


def _rule_description(thing: Resource) -> Text | None:
    found = text("dct:description")(thing) or name("dct:title")(thing)
    if isinstance(found, Text) and not thing.of("dct:description"):
        thing.remark(NAME_FOR_DESCRIPTION)
    return found if isinstance(found, Text) else None


def _subjects(said: Statements) -> list[str]:
    """What services are said to be about."""
    services = said.having(SERVICES)
    found = {
        node for one in services for node in said.nodes(one, "dct:subject", "cv:isClassifiedBy")
    }
    return sorted(one for one in found if one in said)


def _service_class(thing: Resource) -> str | None:
    """Its class in a national catalogue: a code of Finland's, else an address."""
    for value in thing.of("cv:thematicArea"):
        if not isinstance(value, str):
            continue
        own = string(Resource(thing.gathered, value), "skos:notation") or ""
        found = own if SERVICE_CLASSES.address(own) else value.removeprefix(SERVICE_CLASSES.begins)
        if SERVICE_CLASSES.address(found) and (found != value or is_web(value)):
            thing.take("cv:thematicArea", value)
            return found
    return None


def _modality(thing: Resource) -> Modality | None:
    return next(iter(codes(Modality, "cv:eventStatus")(thing)), None)


def _larger_event(thing: Resource) -> Ref[Event] | None:
    """The event of which it is a part, unless that is a part of it too."""
    if leads_back(thing, lambda said, one: said.nodes(one, _PARENT), _PARENT):
        return None
    return ref(Event, _PARENT)(thing)


DECLARED: Final = (
    Declared(
        Municipality,
        of_class("dct:Location"),
        {"name": name("dct:title"), "code": _municipality_code},
        NO_MUNICIPALITY,
        {"same_as": _same_municipality},
    ),
    Declared(
        Organisation,
        _organisations,
        {"name": name()},
        fields={
            "type": code(
                OrganisationType,
                "org:classification",
                known={"public-library": OrganisationType.LIBRARY},
                follows=_library,
                otherwise=_organisation_type,
            ),
            "description": text("dct:description"),
            "municipalities": refs(Municipality, "dct:spatial"),
            "memberships": memberships,
            "identifiers": identifiers,
            "contacts": contacts,
            "note": origin,
        },
    ),
    Declared(
        Branch,
        of_class("org:Site"),
        {"name": name(), "organisation": _owner},
        NO_OWNER,
        {
            "type": code(
                BranchType,
                "dct:type",
                follows=_main_branch,
                otherwise=lambda _: BranchType.BRANCH,
            ),
            "municipality": ref(Municipality, "dct:spatial"),
            "street": address("street"),
            "postal_code": address("postal_code"),
            "city": address("city"),
            "latitude": degrees("latitude", 90),
            "longitude": degrees("longitude", 180),
            "identifiers": identifiers,
            "contacts": contacts,
            "note": origin,
        },
    ),
    Declared(
        Touchpoint,
        of_class("cv:Channel"),
        {"name": channel_name},
        fields={
            "channel": code(
                ChannelType,
                "dct:type",
                known=_CHANNELS,
                otherwise=lambda _: ChannelType.OTHER_CHANNEL,
            ),
            "description": text("dct:description"),
            "offered": offers("cv:ownedBy"),
            "note": origin,
        },
    ),
    Declared(
        Rule,
        of_class("cpsv:Rule"),
        {"name": name("dct:title")},
        fields={"description": _rule_description, "note": origin},
    ),
    Declared(Subject, _subjects, {"name": name()}, fields={"match": published}),
    Declared(
        Service,
        of_class(*SERVICES),
        {"name": name("dct:title")},
        fields={
            "description": text("dct:description", "l0:description"),
            "touchpoints": refs(Touchpoint, "cv:hasChannel"),
            "rules": refs(Rule, "cpsv:follows"),
            "subjects": refs(Subject, "dct:subject", "cv:isClassifiedBy"),
            "service_class": _service_class,
            "offered": offers("cv:hasCompetentAuthority"),
            "note": origin,
        },
    ),
    Declared(
        Event,
        of_class("cv:PublicEvent"),
        {"name": name("dct:title")},
        fields={
            "description": text("dct:description"),
            "type": code(EventType, "dct:type", otherwise=lambda _: EventType.CUSTOMER_EVENT),
            "modality": _modality,
            "audience": codes(EventAudience, "cv:audience"),
            "municipalities": refs(Municipality, "dct:spatial"),
            "from_": begins,
            "to": ends,
            "part_of": _larger_event,
            "note": origin,
        },
    ),
)
"""Each kind that is read, in the order in which they are."""


def read_services(gathered: Gathered, source: Ref[Source]) -> None:
    """Read all that a file says of public services."""
    for declared in DECLARED:
        read_declared(gathered, declared, source)
