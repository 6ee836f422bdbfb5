"""What is held: trainings, workshops, panels, theme days, events for customers."""

from typing import Annotated, ClassVar

from pydantic import Field

from lumme_graph.base.label import Label
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import StatedElement
from lumme_graph.elements.groups import Role
from lumme_graph.elements.parts import (
    Aims,
    AimStanding,
    Description,
    From,
    Modality,
    Name,
    To,
)
from lumme_graph.elements.project import InProjectPhase, Project
from lumme_graph.elements.who import Municipality, Organisation
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop
from lumme_graph.meta.ref import Ref


class EventType(Coded):
    """What kind of event it is."""

    TRAINING = "training", Label("training")
    THEME_DAY = "theme-day", Label("theme day")
    WORKSHOP = "workshop", Label("workshop")
    SMALL_GROUP = "small-group", Label("small group")
    STUDY_TRIP = "study-trip", Label("study trip")
    VISIT = "visit", Label("visit")
    SYNTHESIS = "synthesis", Label("synthesis")
    CUSTOMER_EVENT = "customer-event", Label("customer event")
    CUSTOMER_PANEL = "customer-panel", Label("customer panel")
    HEARING = "hearing", Label("hearing")


CUSTOMER_EVENTS = frozenset({EventType.CUSTOMER_EVENT, EventType.CUSTOMER_PANEL, EventType.HEARING})
"""The events in which customers take part."""


class EventAudience(Coded):
    """For whom an event is."""

    STAFF = "staff", Label("staff")
    LEADERS = "leaders", Label("leaders", "a group of staff")
    SUPERVISORS = "supervisors", Label("supervisors")
    GROUP_LEADS = "group-leads", Label("group leads")
    CUSTOMERS = "customers", Label("customers")


class Topic(Coded):
    """What an event is about."""

    CHANGE = "change", Label("change")
    SERVICE = "service", Label("service", "a topic of training")
    SERVICE_DESIGN = "service-design", Label("service design")
    NETWORK_LEADERSHIP = ("network-leadership", Label("network leadership"))
    PRACTICES = "practices", Label("practices")
    DEVELOPMENT = "development", Label("development")
    SAVINGS = "savings", Label("savings and closures")


class Method(Coded):
    """By what method people take part or are taught."""

    WORKSHOP = "workshop", Label("workshop")
    PANEL = "customer-panel", Label("customer panel")
    HEARING = "hearing", Label("hearing", "a method")
    SURVEY = "survey", Label("survey")
    PROFILING = ("customer-profiling", Label("customer profiling"))
    PATHS = "service-paths", Label("service paths")
    PROMISE = "service-promise", Label("service promise")
    OTHER = "other", Label("other")


class Event(StatedElement):
    """A training, theme day, workshop, hearing: planned or held."""

    kind: ClassVar = Kind(
        Label("event"),
        Label("events"),
        "event",
        ("lg:Event", "cv:PublicEvent", "prov:Activity"),
        area="development",
        time="time:hasTime",
    )

    name: Name
    """What it is called."""

    description: Description = None
    """What it is about."""

    type: Annotated[EventType, Prop(Label("type"), "dct:type")]
    """What kind of event it is."""

    modality: Annotated[
        Modality | None, Prop(Label("modality"), "lg:modality", "cv:eventStatus")
    ] = None
    """Whether it is an option, planned, announced or held."""

    aim: Aims = None
    """The customer, the work, or both."""

    aim_standing: AimStanding = None
    """How the reading of its aim stands, where that differs from the rest."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""

    audience: Annotated[
        tuple[EventAudience, ...], Prop(Label("audience", "of an event"), "cv:audience")
    ] = ()
    """For whom it is."""

    topics: Annotated[tuple[Topic, ...], Prop(Label("topics"), "lg:topic")] = ()
    """What it is about."""

    methods: Annotated[tuple[Method, ...], Prop(Label("methods"), "lg:usesMethod")] = ()
    """By what methods people take part, or which are taught."""

    municipalities: Annotated[
        tuple[Ref[Municipality], ...],
        Prop(
            Label("municipalities"),
            "lg:inMunicipality",
            "dct:spatial",
            inverse=Inverse("events", Label("events")),
        ),
    ] = ()
    """Where it is held; none recorded is not none."""

    takers_part: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(
            Label("takers-part"),
            "lg:takesPart",
            inverse=Inverse("took_part_in", Label("took part in")),
        ),
    ] = ()
    """The libraries that take part, as far as recorded."""

    profiles: Annotated[
        tuple[Ref[Profile], ...],
        Prop(Label("profiles"), "lg:heard", inverse=Inverse("heard_at", Label("heard at"))),
    ] = ()
    """The groups of customers that are heard."""

    led_by: Annotated[
        tuple[Ref[Role], ...],
        Prop(Label("led by"), "lg:ledBy", inverse=Inverse("leads_events", Label("leads events"))),
    ] = ()
    """The roles that lead it."""

    part_of: Annotated[
        Ref["Event"] | None,
        Prop(
            Label("part of"),
            "cv:parentEvent",
            inverse=Inverse("parts", Label("parts")),
            acyclic=True,
            parent=True,
        ),
    ] = None
    """The larger event that it belongs to."""

    within: Annotated[EventType | None, Prop(Label("part of (type)"), "lg:partOfType")] = None
    """The type of the larger event, where that event is not recorded by itself."""

    project: Annotated[
        Ref[Project] | None,
        Prop(
            Label("project"), "lg:eventOf", inverse=Inverse("events", Label("events")), parent=True
        ),
    ] = None
    """The project that it belongs to."""

    phase: InProjectPhase = None
    """The local id of the project's phase."""

    after: Annotated[
        tuple[Ref["Event"], ...],
        Prop(Label("after"), "lg:after", inverse=Inverse("before", Label("before")), acyclic=True),
    ] = ()
    """The events from which it draws, and which come first."""

    number: Annotated[int | None, Field(ge=0), Prop(Label("number", "of participants"), "lg:n")] = (
        None
    )
    """How many people took part; none where it was not reported."""

    summary_published: Annotated[
        bool | None, Prop(Label("summary published"), "lg:summaryPublished")
    ] = None
    """Whether a summary was published, where it is known."""
