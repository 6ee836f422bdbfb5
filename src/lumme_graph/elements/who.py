"""Who: municipalities, organisations, branches, vehicles and roles."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.text import Label, Text
from lumme_graph.elements.evidence import StatedElement, StatedRecord
from lumme_graph.elements.parts import (
    Aims,
    AimStanding,
    Contacts,
    Description,
    FormerNames,
    From,
    Identifiers,
    Modal,
    Name,
    Title,
    To,
)
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop, Via
from lumme_graph.meta.ref import Ref


class Municipality(StatedElement):
    """A municipality: the area that a public library serves."""

    kind: ClassVar = Kind(
        Label("kunta", "municipality", "kommun"),
        Label("kunnat", "municipalities", "kommuner"),
        "municipality",
        ("lg:Municipality", "dct:Location"),
    )

    name: Name
    """The official names."""

    code: Annotated[
        str | None, Prop(Label("kunnan tunnus", "code", "kommunkod"), "skos:notation")
    ] = None
    """Its code in the official list of its country, such as 491 (Finland) or W06000008 (Wales)."""

    same_as: Annotated[
        str | None, Prop(Label("sama kuin", "same as", "samma som"), "skos:exactMatch")
    ] = None
    """The address of the same municipality in a public code list."""


class OrganisationType(Coded):
    """What an organisation is to the network."""

    NETWORK = (
        "network",
        Label("kirjastokimppa", "library network", "biblioteksnätverk"),
        "",
        ("org:OrganizationalCollaboration", "cv:PublicOrganisation"),
    )
    LIBRARY = "library", Label("kirjasto", "library", "bibliotek"), "", ("cv:PublicOrganisation",)
    SUB_NETWORK = (
        "sub-network",
        Label("yhteenliittymä", "sub-network", "delnätverk"),
        "",
        ("cv:PublicOrganisation",),
    )
    PARTNER = "partner", Label("kumppani", "partner", "partner")
    AUTHORITY = "authority", Label("viranomainen", "authority", "myndighet")


_DURING = Via("org:memberDuring", "time:ProperInterval", "during")


class Membership(StatedRecord):
    """Being part of a network, between two days."""

    kind: ClassVar = Kind(
        Label("jäsenyys", "membership", "medlemskap"),
        Label("jäsenyydet", "memberships", "medlemskap"),
        "",
        ("org:Membership",),
    )
    key: ClassVar = ("of", "from_")

    of: Annotated[
        Ref[Organisation],
        Prop(
            Label("verkosto", "of", "i"),
            "org:organization",
            inverse=Inverse("members", Label("jäsenet", "members", "medlemmar")),
            acyclic=True,
        ),
    ]
    """The network or sub-network."""

    from_: Annotated[
        UncertainDate | None,
        Field(alias="from"),
        Prop(
            Label("alkaen", "from", "från"),
            "lg:from",
            via=_DURING,
        ),
    ] = None
    """Its first day; `{latest: …}` where the beginning is not known."""

    to: Annotated[
        UncertainDate | None,
        Prop(
            Label("asti", "to", "till"),
            "lg:to",
            via=_DURING,
        ),
    ] = None
    """Its last day; open where it goes on."""


class Purchase(StatedRecord):
    """Buying library service from another organisation; it passes no offer on."""

    kind: ClassVar = Kind(
        Label("osto", "purchase", "köp"), Label("ostot", "purchases", "köp"), "", ("lg:Purchase",)
    )
    key: ClassVar = ("seller", "from_")

    seller: Annotated[
        Ref[Organisation],
        Prop(
            Label("myyjä", "seller", "säljare"),
            "lg:seller",
            inverse=Inverse("sells_to", Label("tuottaa palvelun", "sells to", "säljer till")),
        ),
    ]
    """The organisation that produces the service."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""


class Organisation(StatedElement):
    """A library, a network of libraries, or an organisation that they work with."""

    kind: ClassVar = Kind(
        Label("organisaatio", "organisation", "organisation"),
        Label("organisaatiot", "organisations", "organisationer"),
        "organisation",
        ("org:Organization", "foaf:Agent"),
    )

    name: Title
    """Today's name."""

    former_names: FormerNames = ()
    """Names of earlier days."""

    type: Annotated[OrganisationType, Prop(Label("tyyppi", "type", "typ"), "org:classification")]
    """What it is to the network."""

    description: Description = None
    """What it is and does, in short."""

    municipalities: Annotated[
        tuple[Ref[Municipality], ...],
        Prop(
            Label("kunnat", "municipalities", "kommuner"),
            "dct:spatial",
            inverse=Inverse(
                "organisations", Label("organisaatiot", "organisations", "organisationer")
            ),
        ),
    ] = ()
    """The municipalities that it serves; partners need none."""

    memberships: Annotated[
        tuple[Membership, ...],
        Prop(Label("jäsenyydet", "memberships", "medlemskap"), "org:hasMembership"),
    ] = ()
    """The networks it belongs or belonged to."""

    buys_from: Annotated[
        tuple[Purchase, ...], Prop(Label("ostaa palvelun", "buys from", "köper av"), "lg:buysFrom")
    ] = ()
    """From whom it buys library service."""

    identifiers: Identifiers = ()
    """Identifiers that others have given it."""

    contacts: Contacts = ()
    """How to reach it; never a person's."""


class BranchType(Coded):
    """What a branch is among the branches of its library."""

    MAIN = "main", Label("pääkirjasto", "main library", "huvudbibliotek")
    BRANCH = "branch", Label("lähikirjasto", "branch library", "närbibliotek")
    ONLY = "only", Label("ainoa toimipaikka", "only library", "enda bibliotek")


class ListedService(StatedRecord):
    """What the library directory lists for a place on a day; what it does not list is unknown."""

    kind: ClassVar = Kind(
        Label("hakemiston palvelu", "listed service", "förtecknad tjänst"),
        Label("hakemiston palvelut", "listed services", "förtecknade tjänster"),
        "",
        ("lg:ListedService",),
    )
    key: ClassVar = ("name",)

    name: Annotated[str, Prop(Label("nimi", "name", "namn"), "lg:listedName")]
    """The directory's own name of the service, in the language of the directory."""


ListedServices = Annotated[
    tuple[ListedService, ...],
    Prop(
        Label("hakemiston palvelut", "listed services", "förtecknade tjänster"),
        "lg:lists",
        normative=False,
    ),
]


class Branch(StatedElement):
    """A library building that customers can visit."""

    kind: ClassVar = Kind(
        Label("toimipaikka", "branch", "filial"),
        Label("toimipaikat", "branches", "filialer"),
        "branch",
        ("org:Site", "schema:Library"),
    )

    name: Title
    """Today's name."""

    former_names: FormerNames = ()
    """Names of earlier days."""

    organisation: Annotated[
        Ref[Organisation],
        Prop(
            Label("organisaatio", "organisation", "organisation"),
            "org:siteOf",
            inverse=Inverse("branches", Label("toimipaikat", "branches", "filialer")),
        ),
    ]
    """The library it belongs to."""

    type: Annotated[BranchType, Prop(Label("tyyppi", "type", "typ"), "dct:type")]
    """Main library, branch or the only one."""

    municipality: Annotated[
        Ref[Municipality] | None,
        Prop(
            Label("kunta", "municipality", "kommun"),
            "dct:spatial",
            inverse=Inverse("branches", Label("toimipaikat", "branches", "filialer")),
        ),
    ] = None
    """The municipality it lies in."""

    street: Annotated[
        str | None,
        Prop(Label("katuosoite", "street address", "gatuadress"), "schema:streetAddress"),
    ] = None
    """Street and number."""

    postal_code: Annotated[
        str | None, Prop(Label("postinumero", "postal code", "postnummer"), "schema:postalCode")
    ] = None
    """The postal code."""

    city: Annotated[
        str | None, Prop(Label("postitoimipaikka", "city", "postort"), "schema:addressLocality")
    ] = None
    """The city of the postal address."""

    latitude: Annotated[
        float | None,
        Field(ge=-90, le=90),
        Prop(Label("leveysaste", "latitude", "latitud"), "schema:latitude"),
    ] = None
    """Degrees north, WGS 84."""

    longitude: Annotated[
        float | None,
        Field(ge=-180, le=180),
        Prop(Label("pituusaste", "longitude", "longitud"), "schema:longitude"),
    ] = None
    """Degrees east, WGS 84."""

    identifiers: Identifiers = ()
    """Identifiers that others have given it, such as the directory's."""

    contacts: Contacts = ()
    """How to reach it; never a person's."""

    listed: ListedServices = ()
    """What the library directory lists for it."""

    accessibility: Annotated[
        tuple[Text, ...],
        Prop(Label("esteettömyys", "accessibility", "tillgänglighet"), "lg:accessibility"),
    ] = ()
    """What is known of its accessibility."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day; `{earliest: …}` where it was last seen open."""


class VehicleType(Coded):
    """What a vehicle is for."""

    BOOKMOBILE = "bookmobile", Label("kirjastoauto", "bookmobile", "bokbuss")
    OUTREACH = (
        "outreach-vehicle",
        Label("hakeutuvan palvelun auto", "outreach vehicle", "bil för uppsökande service"),
    )


class Period(StatedRecord):
    """A time of use."""

    kind: ClassVar = Kind(
        Label("jakso", "period", "period"),
        Label("jaksot", "periods", "perioder"),
        "",
        ("lg:Period",),
    )
    key: ClassVar = ("from_", "to")

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""


class Vehicle(StatedElement):
    """A vehicle that brings the library to people."""

    kind: ClassVar = Kind(
        Label("kulkuneuvo", "vehicle", "fordon"),
        Label("kulkuneuvot", "vehicles", "fordon"),
        "vehicle",
        ("lg:Vehicle", "schema:Vehicle"),
    )

    name: Title
    """Today's name."""

    organisation: Annotated[
        Ref[Organisation],
        Prop(
            Label("organisaatio", "organisation", "organisation"),
            "lg:operatedBy",
            inverse=Inverse("vehicles", Label("kulkuneuvot", "vehicles", "fordon")),
        ),
    ]
    """The library or sub-network that runs it."""

    type: Annotated[VehicleType, Prop(Label("tyyppi", "type", "typ"), "dct:type")]
    """Bookmobile or outreach vehicle."""

    in_use: Annotated[
        tuple[Period, ...], Prop(Label("käytössä", "in use", "i bruk"), "lg:inUse")
    ] = ()
    """When it is known to have been in use."""


class Leadership(Coded):
    """What kind of leading a role does."""

    LINE = "line", Label("esimiestyö", "line management", "linjeledning")
    NETWORK = "network", Label("verkostojohtaminen", "network leadership", "nätverksledning")


class Assignment(StatedRecord):
    """A role held in an organisation between two days; never by a named person."""

    kind: ClassVar = Kind(
        Label("nimitys", "assignment", "uppdrag"),
        Label("nimitykset", "assignments", "uppdrag"),
        "",
        ("lg:Assignment",),
    )
    key: ClassVar = ("at", "from_")

    at: Annotated[
        Ref[Organisation],
        Prop(
            Label("missä", "at", "vid"),
            "lg:assignedTo",
            inverse=Inverse("roles", Label("roolit", "roles", "roller")),
        ),
    ]
    """The organisation in which the role is held."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""


class RoleType(Coded):
    """What a role is in the work between libraries."""

    COORDINATOR = "coordinator", Label("koordinoija", "coordinator", "koordinator")
    LEADER = "leader", Label("johtaja", "leader", "ledare")
    SUPERVISOR = "supervisor", Label("esimies", "supervisor", "förman")
    GROUP_LEAD = "group-lead", Label("ryhmän vetäjä", "group lead", "gruppledare")
    OUTSIDE_EXPERT = (
        "outside-expert",
        Label("ulkopuolinen asiantuntija", "outside expert", "utomstående expert"),
    )


class Role(StatedElement):
    """What somebody is responsible for; never a person."""

    kind: ClassVar = Kind(
        Label("rooli", "role", "roll"),
        Label("roolit", "roles", "roller"),
        "role",
        ("lg:Role", "org:Role"),
    )

    name: Annotated[Text, Prop(Label("nimi", "name", "namn"), "skos:prefLabel")]
    """What the role is called."""

    description: Annotated[
        Text | None, Prop(Label("kuvaus", "description", "beskrivning"), "dct:description")
    ] = None
    """What the role does."""

    type: Annotated[RoleType | None, Prop(Label("tyyppi", "type", "typ"), "dct:type")] = None
    """What it is in the work between libraries, where that matters."""

    tasks: Annotated[
        tuple[Text, ...], Prop(Label("tehtävät", "tasks", "uppgifter"), "lg:task")
    ] = ()
    """What the role alone is to do, task by task."""

    modality: Modal = None
    """Whether it is planned or there, for a role that a plan names."""

    aim: Aims = None
    """The customer, the work, or both."""

    aim_standing: AimStanding = None
    """How the reading of its aim stands, where that differs from the rest."""

    leadership: Annotated[
        Leadership | None, Prop(Label("johtaminen", "leadership", "ledarskap"), "lg:leadership")
    ] = None
    """Line or network, where the role leads."""

    assignments: Annotated[
        tuple[Assignment, ...],
        Prop(Label("nimitykset", "assignments", "uppdrag"), "lg:assignment"),
    ] = ()
    """Where and when the role is held."""


class GroupMember(StatedRecord):
    """A library's place in a group, between two days; never a person's."""

    kind: ClassVar = Kind(
        Label("ryhmän jäsen", "group member", "gruppmedlem"),
        Label("ryhmän jäsenet", "group members", "gruppmedlemmar"),
        "",
        ("lg:GroupMember", "org:Membership"),
    )
    key: ClassVar = ("organisation", "from_")

    organisation: Annotated[
        Ref[Organisation],
        Prop(
            Label("organisaatio", "organisation", "organisation"),
            "org:member",
            inverse=Inverse("in_groups", Label("ryhmissä", "in groups", "i grupper")),
        ),
    ]
    """The library that is represented."""

    from_: Annotated[
        UncertainDate | None,
        Field(alias="from"),
        Prop(Label("alkaen", "from", "från"), "lg:from", via=_DURING),
    ] = None
    """Its first day."""

    to: Annotated[UncertainDate | None, Prop(Label("asti", "to", "till"), "lg:to", via=_DURING)] = (
        None
    )
    """Its last day."""


class GroupType(Coded):
    """What a group is for."""

    PLANNING = "planning", Label("suunnitteluryhmä", "planning group", "planeringsgrupp")
    PRODUCTION = (
        "production",
        Label("palveluja tuottava ryhmä", "producing group", "producerande grupp"),
    )
    OTHER = "other", Label("muu ryhmä", "other group", "annan grupp")


class Group(StatedElement):
    """A working group of several libraries."""

    kind: ClassVar = Kind(
        Label("työryhmä", "working group", "arbetsgrupp"),
        Label("työryhmät", "working groups", "arbetsgrupper"),
        "group",
        ("lg:Group", "org:OrganizationalUnit"),
    )

    name: Title
    """What it is called."""

    purpose: Annotated[Text | None, Prop(Label("tarkoitus", "purpose", "syfte"), "org:purpose")] = (
        None
    )
    """What it is for."""

    type: Annotated[GroupType | None, Prop(Label("tyyppi", "type", "typ"), "dct:type")] = None
    """Whether it plans, or produces services."""

    modality: Modal = None
    """Whether it is planned or there."""

    aim: Aims = None
    """The customer, the work, or both."""

    aim_standing: AimStanding = None
    """How the reading of its aim stands, where that differs from the rest."""

    unit_of: Annotated[
        Ref[Organisation] | None,
        Prop(
            Label("osa", "unit of", "del av"),
            "lg:unitOf",
            inverse=Inverse("groups", Label("työryhmät", "groups", "arbetsgrupper")),
        ),
    ] = None
    """The network that it belongs to."""

    members: Annotated[
        tuple[GroupMember, ...], Prop(Label("jäsenet", "members", "medlemmar"), "lg:groupMember")
    ] = ()
    """The libraries that are represented; none recorded is not none."""

    leads: Annotated[
        tuple[Ref[Role], ...],
        Prop(
            Label("vetäjät", "leads", "leds av"),
            "lg:ledBy",
            inverse=Inverse("leads_groups", Label("vetää ryhmiä", "leads groups", "leder grupper")),
        ),
    ] = ()
    """The roles that lead it."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""
