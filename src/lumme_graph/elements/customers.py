"""Customers: profiles of the people whom the services are for."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import Source, StatedRecord
from lumme_graph.elements.offer import Coverable, Service, Touchpoint
from lumme_graph.elements.parts import Title
from lumme_graph.elements.subjects import Subjects, about
from lumme_graph.meta.element import Record
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop
from lumme_graph.meta.listed_text import Texts
from lumme_graph.meta.ref import Ref

TargetGroup = Annotated[str, StringConstraints(pattern=r"^\S+$")]


class Relation(Coded):
    """What the group is to the library today."""

    USER = "user", Label("user")
    NON_USER = "non-user", Label("non-user")
    FORMER_USER = "former-user", Label("former user")
    INTERMEDIARY = "intermediary", Label("intermediary")


class ProfileStatus(Coded):
    """How far a profile has been tried against real customers."""

    DRAFT = "draft", Label("draft")
    VALIDATED = "validated", Label("validated")


class Frequency(Coded):
    """How often something is used."""

    DAILY = "daily", Label("daily")
    WEEKLY = "weekly", Label("weekly")
    MONTHLY = "monthly", Label("monthly")
    YEARLY = "yearly", Label("a few times a year")
    SELDOM = "seldom", Label("more seldom")
    NEVER = "never", Label("never")


class ChannelUse(StatedRecord):
    """That a profile uses a touchpoint, and how often."""

    kind: ClassVar = Kind(
        Label("use of a channel"), Label("uses of channels"), "", ("lg:ChannelUse",)
    )
    key: ClassVar = ("touchpoint",)

    touchpoint: Annotated[
        Ref[Touchpoint],
        Prop(
            Label("touchpoint"),
            "lg:usesChannel",
            inverse=Inverse("channel_for", Label("channel for")),
        ),
    ]
    """The touchpoint by which they deal with the library."""

    how_often: Annotated[Frequency | None, Prop(Label("how often"), "lg:howOften")] = None
    """How often; without it that is unknown, and `never` is said."""


class Evidence(Record):
    """What a profile rests on: a study, a page, a hearing."""

    kind: ClassVar = Kind(
        Label("evidence"), Label("evidence", "several pieces"), "", ("lg:Evidence",)
    )
    key: ClassVar = ("source",)

    source: Annotated[
        Ref[Source],
        Prop(Label("source"), "dct:source", inverse=Inverse("evidence_for", Label("evidence for"))),
    ]
    """Where it was read."""

    method: Annotated[Text | None, Prop(Label("method"), "lg:method")] = None
    """How it was found out: interview, survey, observation."""

    date: Annotated[UncertainDate | None, Prop(Label("date"), "lg:evidenceOn")] = None
    """When."""

    n: Annotated[int | None, Field(ge=0), Prop(Label("number", "of people asked"), "lg:n")] = None
    """How many people took part."""


class Profile(Coverable):
    """A group of customers, described by what they do and need; no real person.

    It holds for the whole network except where `offered` states a no.
    """

    offered_by_default: ClassVar = True
    kind: ClassVar = Kind(
        Label("customer profile"),
        Label("customer profiles"),
        "profile",
        ("lg:Profile", "skos:Concept", "dct:AgentClass"),
    )

    name: Title
    """The name of the group."""

    relation: Annotated[Relation, Prop(Label("relation"), "lg:relation")]
    """User, non-user, former user or intermediary."""

    status: Annotated[ProfileStatus, Prop(Label("status"), "lg:status")] = ProfileStatus.DRAFT
    """Draft, or validated with customers."""

    life_situation: Annotated[Text | None, Prop(Label("life situation"), "lg:lifeSituation")] = None
    """The life situation that matters for the services."""

    tasks: Annotated[Texts, Prop(Label("tasks"), "lg:task")] = ()
    """What they want to get done."""

    needs: Annotated[Texts, Prop(Label("needs"), "lg:hasNeed")] = ()
    """What they need for it."""

    target_groups: Annotated[
        tuple[TargetGroup, ...],
        Prop(Label("target groups"), "skos:broadMatch", normative=False),
    ] = ()
    """Its target groups in the national service catalogue: addresses, or codes of Finland's such as
    KR1.2."""

    subjects: Annotated[Subjects, about("subject_of_profiles", Label("subject of profiles"))] = ()
    """What it is about."""

    barriers: Annotated[Texts, Prop(Label("barriers"), "lg:barrier")] = ()
    """What stands in the way."""

    triggers: Annotated[Texts, Prop(Label("triggers"), "lg:trigger")] = ()
    """What brings them to the library."""

    asks_of_staff: Annotated[Texts, Prop(Label("asks of staff"), "lg:asksOfStaff")] = ()
    """What they ask of the staff."""

    touchpoints: Annotated[
        tuple[Ref[Touchpoint], ...],
        Prop(Label("touchpoints"), "lg:meetsAt", inverse=Inverse("profiles", Label("profiles"))),
    ] = ()
    """Where they meet the library."""

    channels: Annotated[tuple[ChannelUse, ...], Prop(Label("channels"), "lg:channelUse")] = ()
    """How often they use which touchpoint, where more is known than that they meet the library
    there; of their other touchpoints that is unknown."""

    services: Annotated[
        tuple[Ref[Service], ...],
        Prop(Label("services"), "lg:uses", inverse=Inverse("used_by", Label("used by"))),
    ] = ()
    """The services they use, or are offered."""

    evidence: Annotated[
        tuple[Evidence, ...], Prop(Label("evidence"), "lg:evidence", normative=False)
    ] = ()
    """What is known of the group, and from where."""

    reviewed: Annotated[
        UncertainDate | None, Prop(Label("reviewed"), "lg:reviewedOn", normative=False)
    ] = None
    """When the profile was last looked at."""
