"""Customers: profiles of the people whom the services are for."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.text import Label, Text
from lumme_graph.elements.evidence import Source
from lumme_graph.elements.offer import Coverable, Service, Touchpoint
from lumme_graph.meta.element import Record
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop
from lumme_graph.meta.ref import Ref


class Relation(Coded):
    """What the group is to the library today."""

    USER = "user", Label("käyttäjä", "user", "användare")
    NON_USER = "non-user", Label("ei-käyttäjä", "non-user", "icke-användare")
    FORMER_USER = "former-user", Label("entinen käyttäjä", "former user", "tidigare användare")
    INTERMEDIARY = "intermediary", Label("välittäjä", "intermediary", "förmedlare")


class ProfileStatus(Coded):
    """How far a profile has been tried against real customers."""

    DRAFT = "draft", Label("luonnos", "draft", "utkast")
    VALIDATED = "validated", Label("vahvistettu", "validated", "validerad")


class Evidence(Record):
    """What a profile rests on: a study, a page, a hearing."""

    kind: ClassVar = Kind(
        Label("näyttö", "evidence", "belägg"),
        Label("näytöt", "evidence", "belägg"),
        "",
        ("lg:Evidence",),
    )
    key: ClassVar = ("source",)

    source: Annotated[
        Ref[Source],
        Prop(
            Label("lähde", "source", "källa"),
            "dct:source",
            inverse=Inverse("evidence_for", Label("näyttönä", "evidence for", "belägg för")),
        ),
    ]
    """Where it was read."""

    method: Annotated[Text | None, Prop(Label("menetelmä", "method", "metod"), "lg:method")] = None
    """How it was found out: interview, survey, observation."""

    date: Annotated[UncertainDate | None, Prop(Label("aika", "date", "tid"), "dct:date")] = None
    """When."""

    n: Annotated[int | None, Field(ge=0), Prop(Label("määrä", "number", "antal"), "lg:n")] = None
    """How many people took part."""


class Profile(Coverable):
    """A group of customers, described by what they do and need; no real person.

    It holds for the whole network except where `offered` states a no.
    """

    offered_by_default: ClassVar = True
    kind: ClassVar = Kind(
        Label("asiakasprofiili", "customer profile", "kundprofil"),
        Label("asiakasprofiilit", "customer profiles", "kundprofiler"),
        "profile",
        ("lg:Profile", "skos:Concept", "dct:AgentClass"),
    )

    name: Annotated[Text, Prop(Label("nimi", "name", "namn"), "skos:prefLabel")]
    """The name of the group."""

    relation: Annotated[
        Relation, Prop(Label("suhde kirjastoon", "relation", "relation"), "lg:relation")
    ]
    """User, non-user, former user or intermediary."""

    status: Annotated[ProfileStatus, Prop(Label("tila", "status", "status"), "lg:status")] = (
        ProfileStatus.DRAFT
    )
    """Draft, or validated with customers."""

    life_situation: Annotated[
        Text | None,
        Prop(Label("elämäntilanne", "life situation", "livssituation"), "lg:lifeSituation"),
    ] = None
    """The life situation that matters for the services."""

    tasks: Annotated[
        tuple[Text, ...], Prop(Label("tehtävät", "tasks", "uppgifter"), "lg:task")
    ] = ()
    """What they want to get done."""

    needs: Annotated[tuple[Text, ...], Prop(Label("tarpeet", "needs", "behov"), "lg:hasNeed")] = ()
    """What they need for it."""

    barriers: Annotated[
        tuple[Text, ...], Prop(Label("esteet", "barriers", "hinder"), "lg:barrier")
    ] = ()
    """What stands in the way."""

    triggers: Annotated[
        tuple[Text, ...], Prop(Label("herätteet", "triggers", "impulser"), "lg:trigger")
    ] = ()
    """What brings them to the library."""

    asks_of_staff: Annotated[
        tuple[Text, ...],
        Prop(
            Label("odotukset henkilökunnalta", "asks of staff", "önskemål till personalen"),
            "lg:asksOfStaff",
        ),
    ] = ()
    """What they ask of the staff."""

    touchpoints: Annotated[
        tuple[Ref[Touchpoint], ...],
        Prop(
            Label("kosketuspisteet", "touchpoints", "kontaktpunkter"),
            "lg:meetsAt",
            inverse=Inverse("profiles", Label("asiakasprofiilit", "profiles", "kundprofiler")),
        ),
    ] = ()
    """Where they meet the library."""

    services: Annotated[
        tuple[Ref[Service], ...],
        Prop(
            Label("palvelut", "services", "tjänster"),
            "lg:uses",
            inverse=Inverse("used_by", Label("käyttäjäryhmät", "used by", "används av")),
        ),
    ] = ()
    """The services they use, or are offered."""

    evidence: Annotated[
        tuple[Evidence, ...],
        Prop(Label("näyttö", "evidence", "belägg"), "lg:evidence", normative=False),
    ] = ()
    """What is known of the group, and from where."""

    reviewed: Annotated[
        UncertainDate | None,
        Prop(Label("tarkistettu", "reviewed", "granskad"), "lg:reviewedOn", normative=False),
    ] = None
    """When the profile was last looked at."""
