"""The offer: touchpoints and services, and what is offered where."""

from typing import Annotated, ClassVar

from pydantic import Field

from lumme_graph.base.calendar_day import CalendarDay
from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import StatedElement, StatedRecord
from lumme_graph.elements.groups import Group
from lumme_graph.elements.parts import (
    Description,
    Facts,
    FormerNames,
    From,
    Identifiers,
    Name,
    To,
    ValueLabel,
)
from lumme_graph.elements.subjects import Subjects, about
from lumme_graph.elements.who import Branch, Organisation, Vehicle
from lumme_graph.meta.element import Record
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop
from lumme_graph.meta.ref import Ref


class YesNo(Coded):
    """A stated yes or no; unknown is never stated."""

    YES = "yes", Label("yes")
    NO = "no", Label("no")

    @classmethod
    def list_name(cls) -> str:
        """What the list is called in addresses and definitions."""
        return "answer"


class Offer(StatedRecord):
    """That something is, or is not, offered at a place, between two days.

    It is stated where its source states it: at the network, a library, a branch or a vehicle.
    """

    kind: ClassVar = Kind(Label("offer"), Label("offers"), "", ("lg:Offer",))
    key: ClassVar = ("at",)

    at: Annotated[
        Ref[Organisation | Branch | Vehicle],
        Prop(
            Label("at"),
            "lg:offeredAt",
            inverse=Inverse("offers", Label("offers", "what is offered at a place")),
        ),
    ]
    """The network, library, branch or vehicle that the source speaks of."""

    is_: Annotated[YesNo, Field(alias="is"), Prop(Label("is"), "lg:isOffered")]
    """Yes or no."""

    from_: From = None
    """Its first day; `{latest: …}` where it was first seen."""

    to: To = None
    """Its last day."""


class Waiver(Record):
    """A coverage cell that need not be covered, and why."""

    kind: ClassVar = Kind(Label("waiver"), Label("waivers"), "", ("lg:Waiver",))
    key: ClassVar = ("at", "language")

    at: Annotated[Ref[Organisation] | None, Prop(Label("at"), "lg:waivedAt", normative=False)] = (
        None
    )
    """The library it holds for, or the network of whose members it does; without one, all."""

    language: Annotated[str | None, Prop(Label("language"), "lg:languageTag", normative=False)] = (
        None
    )
    """The language it holds for; without one, all."""

    reason: Annotated[str, Prop(Label("reason"), "lg:waiverReason", normative=False)]
    """Why it need not be covered."""

    until: Annotated[CalendarDay | None, Prop(Label("until"), "lg:until", normative=False)] = None
    """The last day it holds."""


class Coverable(StatedElement):
    """What the service guide may have to cover."""

    offered_by_default: ClassVar[bool] = False
    """Does it hold for the whole network where no offer says otherwise?"""

    offered: Annotated[
        tuple[Offer, ...], Prop(Label("offered"), "lg:offered", normative=False)
    ] = ()
    """What is stated of where it is offered. No record that holds on the day means unknown.

    Profiles and commitments hold for the whole network except where a no is stated. The more
    particular record wins: a library's over its network's, a branch's yes over its library's no.
    """

    waive: Annotated[tuple[Waiver, ...], Prop(Label("waivers"), "lg:waived", normative=False)] = ()
    """What need not be covered."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day: after it the element is retired."""


class ChannelType(Coded):
    """By what kind of channel a touchpoint reaches the customer."""

    SERVICE_LOCATION = ("service-location", Label("service location"))
    E_SERVICE = "e-service", Label("e-service")
    WEB_PAGE = "web-page", Label("web page")
    E_FORM = "e-form", Label("online form")
    PHONE = "phone", Label("phone", "a channel")
    MEETING = "meeting", Label("meeting")
    DEVICE = "device", Label("device")
    OBJECT = "object", Label("object")
    MESSAGE = "message", Label("message")
    COMMUNICATION = "communication", Label("communication")
    OTHER_CHANNEL = "other-channel", Label("other channel")


class Touchpoint(Coverable):
    """A place, thing or moment where a customer meets the library."""

    kind: ClassVar = Kind(
        Label("touchpoint"), Label("touchpoints"), "touchpoint", ("lg:Touchpoint", "cv:Channel")
    )

    name: Name
    """What customers call it."""

    former_names: FormerNames = ()
    """Names of earlier days."""

    channel: Annotated[ChannelType, Prop(Label("channel"), "dct:type")]
    """The type of channel."""

    description: Description = None
    """What it is and what one does there."""

    identifiers: Identifiers = ()
    """Identifiers that others have given it, such as the service catalogue's."""


class RuleValue(StatedRecord):
    """A value of a user rule, where and when it holds."""

    kind: ClassVar = Kind(Label("rule value"), Label("rule values"), "", ("lg:RuleValue",))
    key: ClassVar = ("key_", "at", "for_what")

    key_: Annotated[str, Field(alias="key"), Prop(Label("key"), "lg:key")]
    """What the value is of, such as `loan_days`."""

    label: ValueLabel = None
    """What the value is of in people's words; without it customers are shown no value."""

    value: Annotated[str, Prop(Label("value"), "lg:factValue")]
    """The value, as text."""

    unit: Annotated[str | None, Prop(Label("unit"), "lg:unit")] = None
    """The unit of the value."""

    for_what: Annotated[str | None, Prop(Label("for what"), "lg:forWhat")] = None
    """The material or case that it holds for, in a short word, where the rule has several values."""

    at: Annotated[
        Ref[Organisation | Branch] | None,
        Prop(
            Label("at"),
            "lg:holdsAt",
            inverse=Inverse("rule_values", Label("rule values", "of a place")),
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
        Label("user rule"), Label("user rules"), "rule", ("lg:UserRule", "cpsv:Rule")
    )

    name: Name
    """What it is about."""

    description: Annotated[Text, Prop(Label("description"), "dct:description")]
    """What it says, with its scope."""

    values: Annotated[tuple[RuleValue, ...], Prop(Label("values"), "lg:ruleValue")] = ()
    """Its values, each where and when it holds."""

    facts: Facts = ()
    """Values that must not contradict the guide."""


class PracticeState(Coded):
    """Whether a practice is as found, or unified in the network."""

    AS_IS = "as-is", Label("as-is", "of a practice")
    UNIFIED = "unified", Label("unified")


class AdoptionState(Coded):
    """A stated adoption; unknown is never stated."""

    ADOPTED = "adopted", Label("adopted")
    NOT_ADOPTED = "not-adopted", Label("not adopted")


class Adoption(StatedRecord):
    """That a practice is, or is not, in use at a library between two days."""

    kind: ClassVar = Kind(Label("adoption"), Label("adoptions"), "", ("lg:Adoption",))
    key: ClassVar = ("at",)

    at: Annotated[
        Ref[Organisation],
        Prop(
            Label("at"),
            "lg:adoptedAt",
            inverse=Inverse("adoptions", Label("adoptions", "of a library")),
        ),
    ]
    """The library, or the network for all its members of the day."""

    is_: Annotated[
        AdoptionState, Field(alias="is"), Prop(Label("is", "of an adoption"), "lg:adoptionState")
    ]
    """Adopted or not."""

    from_: From = None
    """Its first day; `{latest: …}` where it was first seen in use."""

    to: To = None
    """Its last day."""


class Practice(StatedElement):
    """A way of working, and which libraries have taken it up."""

    kind: ClassVar = Kind(Label("practice"), Label("practices"), "practice", ("lg:Practice",))

    name: Annotated[Text, Prop(Label("name"), "dct:title", "dct:description")]
    """What is done."""

    state: Annotated[PracticeState, Prop(Label("state", "of a practice"), "lg:practiceState")] = (
        PracticeState.AS_IS
    )
    """As found, or unified in the network."""

    rules: Annotated[
        tuple[Ref[Rule], ...],
        Prop(Label("rules"), "lg:followsRule", inverse=Inverse("practices", Label("practices"))),
    ] = ()
    """The user rules that it puts into use."""

    adopted: Annotated[
        tuple[Adoption, ...], Prop(Label("adoptions"), "lg:adoption", normative=False)
    ] = ()
    """Where and when it is known to be, or not to be, in use."""

    saves: Annotated[Text | None, Prop(Label("saves"), "lg:saves")] = None
    """What it saves, where a source says so."""


class Service(Coverable):
    """What the library does for its customers, as the service catalogue describes it."""

    kind: ClassVar = Kind(
        Label("service"), Label("services"), "service", ("lg:Service", "cpsv:PublicService")
    )

    name: Name
    """What customers call it."""

    former_names: FormerNames = ()
    """Names of earlier days."""

    description: Description = None
    """What the customer gets."""

    conditions: Annotated[Text | None, Prop(Label("conditions"), "lg:conditions")] = None
    """On what terms."""

    instructions: Annotated[Text | None, Prop(Label("instructions"), "lg:instructions")] = None
    """What the customer does."""

    cost: Annotated[Text | None, Prop(Label("cost"), "lg:cost")] = None
    """What it costs, with library and date where that differs."""

    legal_basis: Annotated[Text | None, Prop(Label("legal basis"), "lg:legalBasis")] = None
    """The law it rests on."""

    out_of_scope: Annotated[Text | None, Prop(Label("out of scope"), "lg:outOfScope")] = None
    """What it does not include."""

    touchpoints: Annotated[
        tuple[Ref[Touchpoint], ...],
        Prop(Label("touchpoints"), "cv:hasChannel", inverse=Inverse("services", Label("services"))),
    ] = ()
    """Where customers meet it."""

    rules: Annotated[
        tuple[Ref[Rule], ...],
        Prop(
            Label("rules", "of a service"),
            "lg:followsRule",
            inverse=Inverse("rule_of", Label("rule of")),
        ),
    ] = ()
    """The user rules that apply to it."""

    produced_by: Annotated[
        Ref[Group] | None,
        Prop(Label("produced by"), "lg:producedBy", inverse=Inverse("produces", Label("produces"))),
    ] = None
    """The group of libraries that produces it together."""

    saves: Annotated[Text | None, Prop(Label("saves"), "lg:saves")] = None
    """What joint production saves, where a source says so."""

    facts: Facts = ()
    """Its numbers and other values, each with its evidence."""

    service_class: Annotated[
        str | None, Prop(Label("service class"), "lg:serviceClass", normative=False)
    ] = None
    """Its class in the national service catalogue: the address of the class, or a code of Finland's such
    as P25.1."""

    identifiers: Identifiers = ()
    """Identifiers that others have given it, such as the directory's or the service catalogue's."""

    subjects: Annotated[Subjects, about("subject_of_services", Label("subject of services"))] = ()
    """What it is about."""
