"""The offer: touchpoints and services, and what is offered where."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from lumme_graph.base.text import Label, Text
from lumme_graph.base.urls import Url
from lumme_graph.elements.evidence import StatedElement, StatedRecord
from lumme_graph.elements.parts import Description, Facts, FormerNames, From, Name, To
from lumme_graph.elements.who import Branch, Group, Organisation, Vehicle
from lumme_graph.meta.element import Record
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop
from lumme_graph.meta.ref import Ref


class Answer(Coded):
    """A stated yes or no; unknown is never stated."""

    YES = "yes", Label("kyllä", "yes", "ja")
    NO = "no", Label("ei", "no", "nej")


class Offer(StatedRecord):
    """That something is, or is not, offered at a place, between two days.

    It is stated where its source states it: at the network, a library, a branch or a vehicle.
    """

    kind: ClassVar = Kind(
        Label("tarjonta", "offer", "utbud"),
        Label("tarjonnat", "offers", "utbud"),
        "",
        ("lg:Offer",),
    )
    key: ClassVar = ("at", "from_", "is_")

    at: Annotated[
        Ref[Organisation | Branch | Vehicle],
        Prop(
            Label("missä", "at", "vid"),
            "lg:offeredAt",
            inverse=Inverse("offers", Label("tarjoaa", "offers", "erbjuder")),
        ),
    ]
    """The network, library, branch or vehicle that the source speaks of."""

    is_: Annotated[
        Answer, Field(alias="is"), Prop(Label("tarjotaan", "is", "erbjuds"), "lg:isOffered")
    ]
    """Yes or no."""

    from_: From = None
    """Its first day; `{latest: …}` where it was first seen."""

    to: To = None
    """Its last day."""


class Waiver(Record):
    """A coverage cell that need not be covered, and why."""

    kind: ClassVar = Kind(
        Label("vapautus", "waiver", "undantag"),
        Label("vapautukset", "waivers", "undantag"),
        "",
        ("lg:Waiver",),
    )
    key: ClassVar = ("at", "language")

    at: Annotated[
        Ref[Organisation] | None, Prop(Label("missä", "at", "vid"), "lg:waivedAt", normative=False)
    ] = None
    """The library it holds for, or the network of whose members it does; without one, all."""

    language: Annotated[
        str | None, Prop(Label("kieli", "language", "språk"), "dct:language", normative=False)
    ] = None
    """The language it holds for; without one, all."""

    reason: Annotated[str, Prop(Label("syy", "reason", "skäl"), "lg:reason", normative=False)]
    """Why it need not be covered."""

    until: Annotated[
        date | None, Prop(Label("asti", "until", "till"), "lg:until", normative=False)
    ] = None
    """The last day it holds."""


class Coverable(StatedElement):
    """What the service guide may have to cover."""

    offered_by_default: ClassVar[bool] = False
    """Does it hold for the whole network where no offer says otherwise?"""

    offered: Annotated[
        tuple[Offer, ...],
        Prop(Label("tarjonta", "offered", "utbud"), "lg:offered", normative=False),
    ] = ()
    """What is stated of where it is offered. No record that holds on the day means unknown.

    Profiles and commitments hold for the whole network except where a no is stated. The more
    particular record wins: a library's over its network's, a branch's yes over its library's no.
    """

    waive: Annotated[
        tuple[Waiver, ...],
        Prop(Label("vapautukset", "waivers", "undantag"), "lg:waived", normative=False),
    ] = ()
    """What need not be covered."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day: after it the element is retired."""


class ChannelType(Coded):
    """By what kind of channel a touchpoint reaches the customer."""

    SERVICE_LOCATION = (
        "service-location",
        Label("palvelupaikka", "service location", "serviceställe"),
    )
    E_SERVICE = "e-service", Label("verkkoasiointi", "e-service", "e-tjänst")
    WEB_PAGE = "web-page", Label("verkkosivu", "web page", "webbsida")
    E_FORM = "e-form", Label("verkkolomake", "online form", "webbblankett")
    PHONE = "phone", Label("puhelinasiointi", "phone", "telefon")
    MEETING = "meeting", Label("tapaaminen", "meeting", "möte")
    DEVICE = "device", Label("laite", "device", "apparat")
    OBJECT = "object", Label("esine", "object", "föremål")
    MESSAGE = "message", Label("viesti", "message", "meddelande")
    COMMUNICATION = "communication", Label("viestintä", "communication", "kommunikation")
    OTHER_CHANNEL = "other-channel", Label("muu kanava", "other channel", "annan kanal")


class Touchpoint(Coverable):
    """A place, thing or moment where a customer meets the library."""

    kind: ClassVar = Kind(
        Label("kosketuspiste", "touchpoint", "kontaktpunkt"),
        Label("kosketuspisteet", "touchpoints", "kontaktpunkter"),
        "touchpoint",
        ("lg:Touchpoint", "cv:Channel"),
    )

    name: Name
    """What customers call it."""

    former_names: FormerNames = ()
    """Names of earlier days."""

    channel: Annotated[ChannelType, Prop(Label("kanava", "channel", "kanal"), "dct:type")]
    """The type of channel."""

    description: Description = None
    """What it is and what one does there."""


class RuleValue(StatedRecord):
    """A value of a user rule, where and when it holds."""

    kind: ClassVar = Kind(
        Label("säännön arvo", "rule value", "regelvärde"),
        Label("säännön arvot", "rule values", "regelvärden"),
        "",
        ("lg:RuleValue",),
    )
    key: ClassVar = ("key_", "at", "from_", "for_what")

    key_: Annotated[str, Field(alias="key"), Prop(Label("avain", "key", "nyckel"), "lg:key")]
    """What the value is of, such as `loan_days`."""

    value: Annotated[str, Prop(Label("arvo", "value", "värde"), "lg:value")]
    """The value, as text."""

    unit: Annotated[str | None, Prop(Label("yksikkö", "unit", "enhet"), "lg:unit")] = None
    """The unit of the value."""

    for_what: Annotated[
        str | None, Prop(Label("mitä koskee", "for what", "gäller vad"), "lg:forWhat")
    ] = None
    """The material or case that it holds for, in a short word, where the rule has several values."""

    at: Annotated[
        Ref[Organisation | Branch] | None,
        Prop(
            Label("missä", "at", "vid"),
            "lg:holdsAt",
            inverse=Inverse("rule_values", Label("säännöt", "rule values", "regler")),
        ),
    ] = None
    """The network, library or branch whose rule it is."""

    from_: From = None
    """Its first day; `{latest: …}` where it was first seen."""

    to: To = None
    """Its last day."""


class Rule(StatedElement):
    """A user rule of the libraries, with its values per library and time."""

    kind: ClassVar = Kind(
        Label("käyttösääntö", "user rule", "användningsregel"),
        Label("käyttösäännöt", "user rules", "användningsregler"),
        "rule",
        ("lg:UserRule", "cpsv:Rule"),
    )

    name: Name
    """What it is about."""

    description: Annotated[
        Text, Prop(Label("kuvaus", "description", "beskrivning"), "dct:description")
    ]
    """What it says, with its scope."""

    values: Annotated[
        tuple[RuleValue, ...], Prop(Label("arvot", "values", "värden"), "lg:ruleValue")
    ] = ()
    """Its values, each where and when it holds."""

    facts: Facts = ()
    """Values that must not contradict the guide."""


class PracticeState(Coded):
    """Whether a practice is as found, or unified in the network."""

    AS_IS = "as-is", Label("nykyinen", "as-is", "nuvarande")
    UNIFIED = "unified", Label("yhtenäinen", "unified", "enhetlig")


class AdoptionState(Coded):
    """A stated adoption; unknown is never stated."""

    ADOPTED = "adopted", Label("käytössä", "adopted", "i bruk")
    NOT_ADOPTED = "not-adopted", Label("ei käytössä", "not adopted", "inte i bruk")


class Adoption(StatedRecord):
    """That a practice is, or is not, in use at a library between two days."""

    kind: ClassVar = Kind(
        Label("käyttöönotto", "adoption", "ibruktagande"),
        Label("käyttöönotot", "adoptions", "ibruktaganden"),
        "",
        ("lg:Adoption",),
    )
    key: ClassVar = ("at", "from_", "is_")

    at: Annotated[
        Ref[Organisation],
        Prop(
            Label("missä", "at", "vid"),
            "lg:adoptedAt",
            inverse=Inverse("adoptions", Label("käytännöt", "adoptions", "praxis")),
        ),
    ]
    """The library, or the network for all its members of the day."""

    is_: Annotated[
        AdoptionState, Field(alias="is"), Prop(Label("tila", "is", "läge"), "lg:adoptionState")
    ]
    """Adopted or not."""

    from_: From = None
    """Its first day; `{latest: …}` where it was first seen in use."""

    to: To = None
    """Its last day."""


class Practice(StatedElement):
    """A way of working, and which libraries have taken it up."""

    kind: ClassVar = Kind(
        Label("käytäntö", "practice", "praxis"),
        Label("käytännöt", "practices", "praxis"),
        "practice",
        ("lg:Practice", "cpsv:Rule"),
    )

    name: Annotated[Text, Prop(Label("nimi", "name", "namn"), "dct:title", "dct:description")]
    """What is done."""

    state: Annotated[PracticeState, Prop(Label("laji", "state", "slag"), "lg:practiceState")] = (
        PracticeState.AS_IS
    )
    """As found, or unified in the network."""

    rules: Annotated[
        tuple[Ref[Rule], ...],
        Prop(
            Label("säännöt", "rules", "regler"),
            "lg:followsRule",
            inverse=Inverse("practices", Label("käytännöt", "practices", "praxis")),
        ),
    ] = ()
    """The user rules that it puts into use."""

    adopted: Annotated[
        tuple[Adoption, ...],
        Prop(Label("käyttöönotot", "adoptions", "ibruktaganden"), "lg:adoption", normative=False),
    ] = ()
    """Where and when it is known to be, or not to be, in use."""

    saves: Annotated[Text | None, Prop(Label("säästää", "saves", "sparar"), "lg:saves")] = None
    """What it saves, where a source says so."""


class Service(Coverable):
    """What the library does for its customers, as the service catalogue describes it."""

    kind: ClassVar = Kind(
        Label("palvelu", "service", "tjänst"),
        Label("palvelut", "services", "tjänster"),
        "service",
        ("cpsv:PublicService",),
    )

    name: Name
    """What customers call it."""

    former_names: FormerNames = ()
    """Names of earlier days."""

    description: Description = None
    """What the customer gets."""

    conditions: Annotated[
        Text | None, Prop(Label("ehdot ja kriteerit", "conditions", "villkor"), "lg:conditions")
    ] = None
    """On what terms."""

    instructions: Annotated[
        Text | None, Prop(Label("toimintaohje", "instructions", "anvisningar"), "lg:instructions")
    ] = None
    """What the customer does."""

    cost: Annotated[Text | None, Prop(Label("maksullisuus", "cost", "avgifter"), "lg:cost")] = None
    """What it costs, with library and date where that differs."""

    legal_basis: Annotated[
        Text | None, Prop(Label("lainsäädäntö", "legal basis", "lagstiftning"), "lg:legalBasis")
    ] = None
    """The law it rests on."""

    out_of_scope: Annotated[
        Text | None, Prop(Label("rajaukset", "out of scope", "avgränsning"), "lg:outOfScope")
    ] = None
    """What it does not include."""

    touchpoints: Annotated[
        tuple[Ref[Touchpoint], ...],
        Prop(
            Label("kosketuspisteet", "touchpoints", "kontaktpunkter"),
            "cv:hasChannel",
            inverse=Inverse("services", Label("palvelut", "services", "tjänster")),
        ),
    ] = ()
    """Where customers meet it."""

    rules: Annotated[
        tuple[Ref[Rule], ...],
        Prop(
            Label("käyttösäännöt", "rules", "regler"),
            "cpsv:follows",
            inverse=Inverse("rule_of", Label("koskee palveluja", "rule of", "gäller tjänster")),
        ),
    ] = ()
    """The user rules that apply to it."""

    produced_by: Annotated[
        Ref[Group] | None,
        Prop(
            Label("tuottaa", "produced by", "produceras av"),
            "lg:producedBy",
            inverse=Inverse("produces", Label("tuottaa palveluja", "produces", "producerar")),
        ),
    ] = None
    """The group of libraries that produces it together."""

    saves: Annotated[Text | None, Prop(Label("säästää", "saves", "sparar"), "lg:saves")] = None
    """What joint production saves, where a source says so."""

    facts: Facts = ()
    """Its numbers and other values, each with its evidence."""

    service_class: Annotated[
        str | None,
        Prop(
            Label("palveluluokka", "service class", "serviceklass"),
            "lg:serviceClass",
            normative=False,
        ),
    ] = None
    """Its class in the national service catalogue: the address of the class, or a code of Finland's such
    as P25.1."""

    subjects: Annotated[
        tuple[Url, ...], Prop(Label("aiheet", "subjects", "ämnen"), "dct:subject", normative=False)
    ] = ()
    """Concepts of public vocabularies, such as YSO or LCSH, as https or http addresses."""
