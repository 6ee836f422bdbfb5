"""Fields and records that several kinds share."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.text import Label, Text
from lumme_graph.base.urls import checked
from lumme_graph.elements.evidence import Standing, StatedRecord
from lumme_graph.meta.kind import Coded, Kind, Prop

Name = Annotated[Text, Prop(Label("nimi", "name", "namn"), "dct:title")]
Title = Annotated[Text, Prop(Label("nimi", "name", "namn"), "dct:title", "skos:prefLabel")]
Description = Annotated[
    Text | None, Prop(Label("kuvaus", "description", "beskrivning"), "dct:description")
]
From = Annotated[
    UncertainDate | None, Field(alias="from"), Prop(Label("alkaen", "from", "från"), "lg:from")
]
To = Annotated[UncertainDate | None, Field(alias="to"), Prop(Label("asti", "to", "till"), "lg:to")]


class FormerName(StatedRecord):
    """A name that was in use before today's."""

    kind: ClassVar = Kind(
        Label("entinen nimi", "former name", "tidigare namn"),
        Label("entiset nimet", "former names", "tidigare namn"),
        "",
        ("lg:FormerName",),
    )
    key: ClassVar = ("from_", "to")

    name: Annotated[Text, Prop(Label("nimi", "name", "namn"), "skos:altLabel")]
    """The name as it was."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""


FormerNames = Annotated[
    tuple[FormerName, ...],
    Prop(Label("entiset nimet", "former names", "tidigare namn"), "lg:formerName", normative=False),
]


class Identifier(StatedRecord):
    """An identifier that somebody else has given."""

    kind: ClassVar = Kind(
        Label("tunniste", "identifier", "identifierare"),
        Label("tunnisteet", "identifiers", "identifierare"),
        "",
        ("adms:Identifier",),
    )
    key: ClassVar = ("scheme", "value")

    scheme: Annotated[str, Prop(Label("järjestelmä", "scheme", "system"), "adms:schemaAgency")]
    """Who gives it: `isil`, `business-id`, `directory`…"""

    value: Annotated[str, Prop(Label("arvo", "value", "värde"), "skos:notation")]
    """The identifier itself."""


Identifiers = Annotated[
    tuple[Identifier, ...],
    Prop(Label("tunnisteet", "identifiers", "identifierare"), "adms:identifier", normative=False),
]


class ContactType(Coded):
    """What kind of contact it is."""

    PHONE = "phone", Label("puhelin", "phone", "telefon")
    EMAIL = "email", Label("sähköposti", "e-mail", "e-post")
    WEB = "web", Label("verkko-osoite", "web address", "webbadress")


class Contact(StatedRecord):
    """A way to reach an organisation; never a person's."""

    kind: ClassVar = Kind(
        Label("yhteystieto", "contact", "kontaktuppgift"),
        Label("yhteystiedot", "contacts", "kontaktuppgifter"),
        "",
        ("lg:Contact",),
    )
    key: ClassVar = ("type", "value")

    type: Annotated[ContactType, Prop(Label("tyyppi", "type", "typ"), "lg:contactType")]
    """Phone, e-mail or web."""

    value: Annotated[str, Prop(Label("arvo", "value", "värde"), "lg:value")]
    """The number or address of the organisation."""

    @model_validator(mode="after")
    def _is_safe_address(self) -> Self:
        if self.type is ContactType.WEB:
            checked(self.value)
        return self


Contacts = Annotated[
    tuple[Contact, ...],
    Prop(Label("yhteystiedot", "contacts", "kontaktuppgifter"), "lg:contact", normative=False),
]


class Fact(StatedRecord):
    """A value that the texts state and that must not contradict another: a number and its key."""

    kind: ClassVar = Kind(
        Label("tosiasia", "fact", "faktum"), Label("tosiasiat", "facts", "fakta"), "", ("lg:Fact",)
    )
    key: ClassVar = ("key_", "from_")

    key_: Annotated[str, Field(alias="key"), Prop(Label("avain", "key", "nyckel"), "lg:key")]
    """What the value is of, such as `loan_days`."""

    value: Annotated[str, Prop(Label("arvo", "value", "värde"), "lg:value")]
    """The value, as text."""

    unit: Annotated[str | None, Prop(Label("yksikkö", "unit", "enhet"), "lg:unit")] = None
    """The unit of the value."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""


Facts = Annotated[tuple[Fact, ...], Prop(Label("tosiasiat", "facts", "fakta"), "lg:fact")]


class Modality(Coded):
    """How far something is from being done; a plan is no deed, and an option no plan."""

    OPTION = "option", Label("mahdollinen", "option", "möjlig")
    PLANNED = "planned", Label("suunniteltu", "planned", "planerad")
    ANNOUNCED = "announced", Label("ilmoitettu", "announced", "aviserad")
    DECIDED = "decided", Label("päätetty", "decided", "beslutad")
    FUNDED = (
        "funded",
        Label(
            "rahoitettu, tulos ei tiedossa", "funded, result unknown", "finansierad, resultat okänt"
        ),
    )
    DONE = "done", Label("tehty", "done", "gjord")


SETTLED = frozenset({Modality.DECIDED, Modality.DONE})
"""What is decided or done; of what was only funded the result is not known."""

Modal = Annotated[Modality | None, Prop(Label("vaihe", "modality", "modalitet"), "lg:modality")]


class Aim(Coded):
    """Whom a goal or an act serves: the customer, the work, or both."""

    CUSTOMER = "customer", Label("parempi palvelu", "better service", "bättre service")
    EFFICIENCY = "efficiency", Label("tehokkaampi työ", "leaner work", "effektivare arbete")
    BOTH = "both", Label("molemmat", "both", "bådadera")


Aims = Annotated[Aim | None, Prop(Label("suunta", "aim", "inriktning"), "lg:aim")]
AimStanding = Annotated[
    Standing | None,
    Prop(
        Label("suunnan asema", "aim standing", "inriktningens ställning"),
        "lg:aimStanding",
        normative=False,
    ),
]
