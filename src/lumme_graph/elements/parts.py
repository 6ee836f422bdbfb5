"""Fields and records that several kinds share."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.base.urls import absolute
from lumme_graph.elements.evidence import Standing, StatedRecord
from lumme_graph.meta.kind import By, Coded, Kind, Prop

Name = Annotated[Text, Prop(Label("name"), "dct:title")]
Title = Annotated[Text, Prop(Label("name"), "skos:prefLabel", "dct:title")]
Description = Annotated[Text | None, Prop(Label("description"), "dct:description")]
From = Annotated[UncertainDate | None, Field(alias="from"), Prop(Label("from"), "lg:from")]
To = Annotated[UncertainDate | None, Field(alias="to"), Prop(Label("to"), "lg:to")]


ValueLabel = Annotated[Text | None, Prop(Label("label", "of a value"), "skos:prefLabel")]


class FormerName(StatedRecord):
    """A name that was in use before today's."""

    kind: ClassVar = Kind(Label("former name"), Label("former names"), "", ("lg:FormerName",))
    key: ClassVar = ("name",)

    name: Annotated[Text, Prop(Label("name"), "skos:altLabel")]
    """The name as it was."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""


FormerNames = Annotated[
    tuple[FormerName, ...], Prop(Label("former names"), "lg:formerName", normative=False)
]


class Identifier(StatedRecord):
    """An identifier that somebody else has given."""

    kind: ClassVar = Kind(
        Label("identifier"), Label("identifiers"), "", ("lg:Identifier", "adms:Identifier")
    )
    key: ClassVar = ("scheme",)

    scheme: Annotated[str, Prop(Label("scheme"), "adms:schemeAgency")]
    """Who gives it: `isil`, `business-id`, `directory`…"""

    value: Annotated[str, Prop(Label("value"), "skos:notation")]
    """The identifier itself."""


Identifiers = Annotated[
    tuple[Identifier, ...], Prop(Label("identifiers"), "adms:identifier", normative=False)
]


class ContactType(Coded):
    """What kind of contact it is."""

    PHONE = "phone", Label("phone")
    EMAIL = "email", Label("e-mail")
    WEB = "web", Label("web address")


_BY_TYPE = {"phone": "cv:telephone", "email": "cv:email", "web": "cv:contactPage"}


class Contact(StatedRecord):
    """A way to reach an organisation; never a person's."""

    kind: ClassVar = Kind(
        Label("contact"), Label("contacts"), "", ("lg:Contact", "cv:ContactPoint")
    )
    key: ClassVar = ("type",)

    type: Annotated[ContactType, Prop(Label("type"), "lg:contactType")]
    """Phone, e-mail or web."""

    value: Annotated[str, Prop(Label("value"), via=By("type", _BY_TYPE))]
    """The number or address of the organisation."""

    @model_validator(mode="after")
    def _is_safe_address(self) -> Self:
        if self.type is ContactType.WEB:
            absolute(self.value)
        return self


Contacts = Annotated[tuple[Contact, ...], Prop(Label("contacts"), "lg:contact", normative=False)]


class Fact(StatedRecord):
    """A value that the texts state and that must not contradict another: a number and its key."""

    kind: ClassVar = Kind(Label("fact"), Label("facts"), "", ("lg:Fact",))
    key: ClassVar = ("key_",)

    key_: Annotated[str, Field(alias="key"), Prop(Label("key"), "lg:key")]
    """What the value is of, such as `loan_days`."""

    label: ValueLabel = None
    """What the value is of in people's words; without it customers are shown no value."""

    value: Annotated[str, Prop(Label("value"), "lg:factValue")]
    """The value, as text."""

    unit: Annotated[str | None, Prop(Label("unit"), "lg:unit")] = None
    """The unit of the value."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""


Facts = Annotated[tuple[Fact, ...], Prop(Label("facts"), "lg:fact")]


class Modality(Coded):
    """How far something is from being done; a plan is no deed, and an option no plan."""

    OPTION = "option", Label("option")
    PLANNED = "planned", Label("planned")
    ANNOUNCED = "announced", Label("announced")
    DECIDED = "decided", Label("decided")
    FUNDED = ("funded", Label("funded, result unknown"))
    DONE = "done", Label("done")


SETTLED = frozenset({Modality.DECIDED, Modality.DONE})
"""What is decided or done; of what was only funded the result is not known."""

Modal = Annotated[Modality | None, Prop(Label("modality"), "lg:modality")]


class Aim(Coded):
    """Whom a goal or an act serves: the customer, the work, or both."""

    CUSTOMER = "customer", Label("better service")
    EFFICIENCY = "efficiency", Label("leaner work")
    BOTH = "both", Label("both")


Aims = Annotated[Aim | None, Prop(Label("aim"), "lg:aim")]
AimStanding = Annotated[
    Standing | None, Prop(Label("aim standing"), "lg:aimStanding", normative=False)
]
