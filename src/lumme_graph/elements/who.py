"""Who: municipalities, organisations, branches, vehicles and roles."""

from dataclasses import replace
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.base.urls import WebAddress
from lumme_graph.elements.evidence import StatedElement, StatedRecord
from lumme_graph.elements.parts import (
    Contacts,
    Description,
    FormerNames,
    From,
    Identifiers,
    Title,
    To,
)
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop, Via
from lumme_graph.meta.listed_text import Texts
from lumme_graph.meta.ref import Ref


class Municipality(StatedElement):
    """A municipality: the area that a public library serves."""

    kind: ClassVar = Kind(
        Label("municipality"),
        Label("municipalities"),
        "municipality",
        ("lg:Municipality", "dct:Location", "skos:Concept"),
    )

    name: Annotated[Text, Prop(Label("name"), "dct:title", "skos:prefLabel")]
    """The official names."""

    code: Annotated[str | None, Prop(Label("code", "of a municipality"), "skos:notation")] = None
    """Its code in the official list of its country, such as 491 (Finland) or W06000008 (Wales)."""

    same_as: Annotated[WebAddress | None, Prop(Label("same as"), "skos:exactMatch")] = None
    """The address of the same municipality in a public code list."""

    identifiers: Identifiers = ()
    """Identifiers that others have given it, such as the directory's."""


class OrganisationType(Coded):
    """What an organisation is to the network."""

    NETWORK = (
        "network",
        Label("library network"),
        "",
        ("org:OrganizationalCollaboration", "cv:PublicOrganisation"),
    )
    LIBRARY = "library", Label("library"), "", ("cv:PublicOrganisation",)
    SUB_NETWORK = ("sub-network", Label("sub-network"), "", ("cv:PublicOrganisation",))
    PARTNER = "partner", Label("partner")
    AUTHORITY = "authority", Label("authority")


class Membership(StatedRecord):
    """Being part of a network, between two days."""

    kind: ClassVar = Kind(
        Label("membership"),
        Label("memberships"),
        "",
        ("lg:Membership", "org:Membership"),
        owner="org:member",
        time="org:memberDuring",
    )
    key: ClassVar = ("of",)

    of: Annotated[
        Ref["Organisation"],
        Prop(
            Label("of"),
            "org:organization",
            inverse=Inverse("members", Label("members")),
            acyclic=True,
        ),
    ]
    """The network or sub-network."""

    from_: From = None
    """Its first day; `{latest: …}` where the beginning is not known."""

    to: To = None
    """Its last day; open where it goes on."""


class Purchase(StatedRecord):
    """Buying library service from another organisation; it passes no offer on."""

    kind: ClassVar = Kind(Label("purchase"), Label("purchases"), "", ("lg:Purchase",))
    key: ClassVar = ("seller",)

    seller: Annotated[
        Ref["Organisation"],
        Prop(Label("seller"), "lg:seller", inverse=Inverse("sells_to", Label("sells to"))),
    ]
    """The organisation that produces the service."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""


class FlowType(Coded):
    """What flows from one organisation to another."""

    SERVICE = "service", Label("service")
    MATERIAL = "material", Label("material")
    MONEY = "money", Label("money")
    INFORMATION = "information", Label("information")
    WORK = "work", Label("work")


class Flow(StatedRecord):
    """What an organisation gives to another, between two days."""

    kind: ClassVar = Kind(Label("flow"), Label("flows"), "", ("lg:Flow",))
    key: ClassVar = ("to_whom", "type")

    to_whom: Annotated[
        Ref["Organisation"],
        Prop(Label("to whom"), "lg:givenTo", inverse=Inverse("receives", Label("receives"))),
    ]
    """The organisation that receives it."""

    type: Annotated[FlowType, Prop(Label("type"), "lg:flowType")]
    """Service, material, money, information or work."""

    what: Annotated[Text | None, Prop(Label("what"), "lg:what")] = None
    """What it is, in a few words."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day; open where it goes on."""


class Organisation(StatedElement):
    """A library, a network of libraries, or an organisation that they work with."""

    kind: ClassVar = Kind(
        Label("organisation"),
        Label("organisations"),
        "organisation",
        ("lg:Organisation", "org:Organization", "foaf:Agent"),
    )

    name: Title
    """Today's name."""

    former_names: FormerNames = ()
    """Names of earlier days."""

    type: Annotated[OrganisationType, Prop(Label("type"), "org:classification")]
    """What it is to the network."""

    description: Description = None
    """What it is and does, in short."""

    municipalities: Annotated[
        tuple[Ref[Municipality], ...],
        Prop(
            Label("municipalities"),
            "lg:servesMunicipality",
            inverse=Inverse("organisations", Label("organisations")),
        ),
    ] = ()
    """The municipalities that it serves; partners need none."""

    memberships: Annotated[
        tuple[Membership, ...], Prop(Label("memberships"), "org:hasMembership")
    ] = ()
    """The networks it belongs or belonged to."""

    buys_from: Annotated[tuple[Purchase, ...], Prop(Label("buys from"), "lg:buysFrom")] = ()
    """From whom it buys library service."""

    gives: Annotated[tuple[Flow, ...], Prop(Label("gives"), "lg:gives")] = ()
    """What it gives to others, beside the library service that they buy."""

    identifiers: Identifiers = ()
    """Identifiers that others have given it."""

    contacts: Contacts = ()
    """How to reach it; never a person's."""


class BranchType(Coded):
    """What a branch is among the branches of its library."""

    MAIN = "main", Label("main library")
    BRANCH = "branch", Label("branch library")
    ONLY = "only", Label("only library")


class ListedService(StatedRecord):
    """What the library directory lists for a place on a day; what it does not list is unknown."""

    kind: ClassVar = Kind(
        Label("listed service"), Label("listed services"), "", ("lg:ListedService",)
    )
    key: ClassVar = ("name",)

    name: Annotated[str, Prop(Label("name"), "lg:listedName")]
    """The directory's own name of the service, in the language of the directory."""


ListedServices = Annotated[
    tuple[ListedService, ...], Prop(Label("listed services"), "lg:lists", normative=False)
]


_ADDRESS = Via("org:siteAddress", "locn:Address", "address")
_ADDRESS_WORDS = replace(_ADDRESS, tagged=True)
_POINT = Via("schema:geo", "schema:GeoCoordinates", "geo")


class Branch(StatedElement):
    """A library building that customers can visit."""

    kind: ClassVar = Kind(
        Label("branch"), Label("branches"), "branch", ("lg:Branch", "org:Site", "schema:Library")
    )

    name: Title
    """Today's name."""

    former_names: FormerNames = ()
    """Names of earlier days."""

    organisation: Annotated[
        Ref["Organisation"],
        Prop(
            Label("organisation"),
            "org:siteOf",
            inverse=Inverse("branches", Label("branches")),
            parent=True,
        ),
    ]
    """The library it belongs to."""

    type: Annotated[BranchType, Prop(Label("type"), "dct:type")]
    """Main library, branch or the only one."""

    municipality: Annotated[
        Ref[Municipality] | None,
        Prop(
            Label("municipality"),
            "lg:inMunicipality",
            "dct:spatial",
            inverse=Inverse("branches", Label("branches")),
        ),
    ] = None
    """The municipality it lies in."""

    street: Annotated[
        str | None,
        Prop(Label("street address"), "locn:thoroughfare", via=_ADDRESS_WORDS),
    ] = None
    """Street and number."""

    postal_code: Annotated[
        str | None, Prop(Label("postal code"), "locn:postCode", via=_ADDRESS)
    ] = None
    """The postal code."""

    city: Annotated[str | None, Prop(Label("city"), "locn:postName", via=_ADDRESS_WORDS)] = None
    """The city of the postal address."""

    latitude: Annotated[
        Decimal | None,
        Field(ge=-90, le=90, max_digits=20),
        Prop(Label("latitude"), "schema:latitude", via=_POINT),
    ] = None
    """Degrees north, WGS 84."""

    longitude: Annotated[
        Decimal | None,
        Field(ge=-180, le=180, max_digits=20),
        Prop(Label("longitude"), "schema:longitude", via=_POINT),
    ] = None
    """Degrees east, WGS 84."""

    identifiers: Identifiers = ()
    """Identifiers that others have given it, such as the directory's."""

    contacts: Contacts = ()
    """How to reach it; never a person's."""

    listed: ListedServices = ()
    """What the library directory lists for it."""

    accessibility: Annotated[Texts, Prop(Label("accessibility"), "lg:accessibility")] = ()
    """What is known of its accessibility."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day; `{earliest: …}` where it was last seen open."""


class VehicleType(Coded):
    """What a vehicle is for."""

    BOOKMOBILE = "bookmobile", Label("bookmobile")
    OUTREACH = ("outreach-vehicle", Label("outreach vehicle"))


class Period(StatedRecord):
    """A time of use."""

    kind: ClassVar = Kind(Label("period"), Label("periods"), "", ("lg:Period",))
    key: ClassVar[tuple[str, ...]] = ()

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""


class Vehicle(StatedElement):
    """A vehicle that brings the library to people."""

    kind: ClassVar = Kind(
        Label("vehicle"), Label("vehicles"), "vehicle", ("lg:Vehicle", "schema:Vehicle")
    )

    name: Title
    """Today's name."""

    organisation: Annotated[
        Ref["Organisation"],
        Prop(
            Label("organisation"),
            "lg:operatedBy",
            inverse=Inverse("vehicles", Label("vehicles")),
            parent=True,
        ),
    ]
    """The library or sub-network that runs it."""

    type: Annotated[VehicleType, Prop(Label("type"), "dct:type")]
    """Bookmobile or outreach vehicle."""

    in_use: Annotated[tuple[Period, ...], Prop(Label("in use"), "lg:inUse")] = ()
    """When it is known to have been in use."""

    identifiers: Identifiers = ()
    """Identifiers that others have given it, such as the directory's."""
