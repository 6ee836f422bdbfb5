"""Development: events, needs, targets, decisions, actions and shared ideas."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.text import Label, Text
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import Standing, StatedElement, StatedRecord
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.elements.parts import (
    Aims,
    AimStanding,
    Description,
    From,
    Modal,
    Modality,
    Name,
    To,
)
from lumme_graph.elements.project import Goal, InProjectPhase, Project
from lumme_graph.elements.who import Municipality, Organisation, Role
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop, Via
from lumme_graph.meta.ref import Ref


class EventType(Coded):
    """What kind of event it is."""

    TRAINING = "training", Label("koulutus", "training", "utbildning")
    THEME_DAY = "theme-day", Label("teemapäivä", "theme day", "temadag")
    WORKSHOP = "workshop", Label("työpaja", "workshop", "workshop")
    SMALL_GROUP = "small-group", Label("pienryhmä", "small group", "smågrupp")
    STUDY_TRIP = "study-trip", Label("opintomatka", "study trip", "studieresa")
    VISIT = "visit", Label("vierailu", "visit", "besök")
    SYNTHESIS = "synthesis", Label("yhteenveto", "synthesis", "sammanfattning")
    CUSTOMER_EVENT = "customer-event", Label("asiakastilaisuus", "customer event", "kundevenemang")
    CUSTOMER_PANEL = "customer-panel", Label("asiakasraati", "customer panel", "kundråd")
    HEARING = "hearing", Label("kuulemistilaisuus", "hearing", "hörande")


CUSTOMER_EVENTS = frozenset({EventType.CUSTOMER_EVENT, EventType.CUSTOMER_PANEL, EventType.HEARING})
"""The events in which customers take part."""


class EventAudience(Coded):
    """For whom an event is."""

    STAFF = "staff", Label("henkilökunta", "staff", "personal")
    LEADERS = "leaders", Label("johtajat", "leaders", "ledare")
    SUPERVISORS = "supervisors", Label("esimiehet", "supervisors", "förmän")
    GROUP_LEADS = "group-leads", Label("ryhmien vetäjät", "group leads", "gruppledare")
    CUSTOMERS = "customers", Label("asiakkaat", "customers", "kunder")


class Topic(Coded):
    """What an event is about."""

    CHANGE = "change", Label("muutos", "change", "förändring")
    SERVICE = "service", Label("palvelu", "service", "service")
    SERVICE_DESIGN = "service-design", Label("palvelumuotoilu", "service design", "tjänstedesign")
    NETWORK_LEADERSHIP = (
        "network-leadership",
        Label("verkostojohtaminen", "network leadership", "nätverksledning"),
    )
    PRACTICES = "practices", Label("käytännöt", "practices", "praxis")
    DEVELOPMENT = "development", Label("kehittäminen", "development", "utveckling")
    SAVINGS = "savings", Label("säästöt ja lakkautukset", "savings and closures", "sparåtgärder")


class Method(Coded):
    """By what method people take part or are taught."""

    WORKSHOP = "workshop", Label("työpaja", "workshop", "workshop")
    PANEL = "customer-panel", Label("asiakasraati", "customer panel", "kundråd")
    HEARING = "hearing", Label("kuuleminen", "hearing", "hörande")
    SURVEY = "survey", Label("kysely", "survey", "enkät")
    PROFILING = (
        "customer-profiling",
        Label("asiakasprofilointi", "customer profiling", "kundprofilering"),
    )
    PATHS = "service-paths", Label("palvelupolut", "service paths", "servicestigar")
    PROMISE = "service-promise", Label("palvelulupaus", "service promise", "servicelöfte")
    OTHER = "other", Label("muu", "other", "annan")


_HELD = Via("time:hasTime", "time:TemporalEntity", "time")


class Event(StatedElement):
    """A training, theme day, workshop, hearing: planned or held."""

    kind: ClassVar = Kind(
        Label("tapahtuma", "event", "evenemang"),
        Label("tapahtumat", "events", "evenemang"),
        "event",
        ("cv:PublicEvent", "prov:Activity"),
    )

    name: Name
    """What it is called."""

    description: Description = None
    """What it is about."""

    type: Annotated[EventType, Prop(Label("tyyppi", "type", "typ"), "dct:type")]
    """What kind of event it is."""

    modality: Annotated[
        Modality | None,
        Prop(Label("vaihe", "modality", "modalitet"), "lg:modality", "cv:eventStatus"),
    ] = None
    """Whether it is an option, planned, announced or held."""

    aim: Aims = None
    """The customer, the work, or both."""

    aim_standing: AimStanding = None
    """How the reading of its aim stands, where that differs from the rest."""

    from_: Annotated[
        UncertainDate | None,
        Field(alias="from"),
        Prop(Label("alkaen", "from", "från"), "lg:from", via=_HELD),
    ] = None
    """Its first day."""

    to: Annotated[UncertainDate | None, Prop(Label("asti", "to", "till"), "lg:to", via=_HELD)] = (
        None
    )
    """Its last day."""

    audience: Annotated[
        tuple[EventAudience, ...], Prop(Label("kohderyhmä", "audience", "målgrupp"), "cv:audience")
    ] = ()
    """For whom it is."""

    topics: Annotated[tuple[Topic, ...], Prop(Label("aiheet", "topics", "ämnen"), "lg:topic")] = ()
    """What it is about."""

    methods: Annotated[
        tuple[Method, ...], Prop(Label("menetelmät", "methods", "metoder"), "lg:usesMethod")
    ] = ()
    """By what methods people take part, or which are taught."""

    municipalities: Annotated[
        tuple[Ref[Municipality], ...],
        Prop(
            Label("kunnat", "municipalities", "kommuner"),
            "dct:spatial",
            inverse=Inverse("events", Label("tapahtumat", "events", "evenemang")),
        ),
    ] = ()
    """Where it is held; none recorded is not none."""

    takers_part: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(
            Label("osallistujat", "takers-part", "deltagare"),
            "lg:takesPart",
            inverse=Inverse("took_part_in", Label("osallistui", "took part in", "deltog i")),
        ),
    ] = ()
    """The libraries that take part, as far as recorded."""

    profiles: Annotated[
        tuple[Ref[Profile], ...],
        Prop(
            Label("asiakasprofiilit", "profiles", "kundprofiler"),
            "lg:heard",
            inverse=Inverse("heard_at", Label("kuultu", "heard at", "hörd vid")),
        ),
    ] = ()
    """The groups of customers that are heard."""

    led_by: Annotated[
        tuple[Ref[Role], ...],
        Prop(
            Label("vetäjät", "led by", "leds av"),
            "lg:ledBy",
            inverse=Inverse(
                "leads_events", Label("vetää tapahtumia", "leads events", "leder evenemang")
            ),
        ),
    ] = ()
    """The roles that lead it."""

    part_of: Annotated[
        Ref[Event] | None,
        Prop(
            Label("osa", "part of", "del av"),
            "cv:parentEvent",
            inverse=Inverse("parts", Label("osat", "parts", "delar")),
            acyclic=True,
        ),
    ] = None
    """The larger event that it belongs to."""

    within: Annotated[
        EventType | None,
        Prop(Label("osa (laji)", "part of (type)", "del av (typ)"), "lg:partOfType"),
    ] = None
    """The type of the larger event, where that event is not recorded by itself."""

    project: Annotated[
        Ref[Project] | None,
        Prop(
            Label("hanke", "project", "projekt"),
            "lg:eventOf",
            inverse=Inverse("events", Label("tapahtumat", "events", "evenemang")),
        ),
    ] = None
    """The project that it belongs to."""

    phase: InProjectPhase = None
    """The local id of the project's phase."""

    after: Annotated[
        tuple[Ref[Event], ...],
        Prop(
            Label("jälkeen", "after", "efter"),
            "lg:after",
            inverse=Inverse("before", Label("ennen", "before", "före")),
            acyclic=True,
        ),
    ] = ()
    """The events from which it draws, and which come first."""

    number: Annotated[
        int | None, Field(ge=0), Prop(Label("osallistujia", "number", "antal"), "lg:n")
    ] = None
    """How many people took part; none where it was not reported."""

    summary_published: Annotated[
        bool | None,
        Prop(
            Label("yhteenveto julkaistu", "summary published", "sammandrag publicerat"),
            "lg:summaryPublished",
        ),
    ] = None
    """Whether a summary was published, where it is known."""


class RaisedBy(Coded):
    """Who raised a need."""

    STAFF = "staff", Label("henkilökunta", "staff", "personal")
    CUSTOMERS = "customers", Label("asiakkaat", "customers", "kunder")


class Origin(StatedRecord):
    """Where a need comes from: who raised it, at which event or in which source."""

    kind: ClassVar = Kind(
        Label("alkuperä", "origin", "ursprung"),
        Label("alkuperät", "origins", "ursprung"),
        "",
        ("lg:Origin",),
    )
    key: ClassVar = ("by",)

    by: Annotated[RaisedBy, Prop(Label("kuka", "by", "av"), "lg:raisedBy")]
    """Staff (and management), or customers."""

    events: Annotated[
        tuple[Ref[Event], ...],
        Prop(
            Label("tapahtumissa", "events", "vid evenemang"),
            "prov:wasDerivedFrom",
            inverse=Inverse("raised", Label("esiin nousseet tarpeet", "raised", "väckta behov")),
        ),
    ] = ()
    """The events at which it was raised."""

    at: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(
            Label("missä", "at", "vid"),
            "lg:raisedAt",
            inverse=Inverse("needs_raised", Label("tarpeet", "needs raised", "behov")),
        ),
    ] = ()
    """The libraries where it was raised."""


class Need(StatedElement):
    """A need for development, with who raised it."""

    kind: ClassVar = Kind(
        Label("kehittämistarve", "development need", "utvecklingsbehov"),
        Label("kehittämistarpeet", "development needs", "utvecklingsbehov"),
        "need",
        ("lg:Need",),
    )

    name: Annotated[Text, Prop(Label("nimi", "name", "namn"), "dct:title", "dct:description")]
    """The need in a few words."""

    origins: Annotated[
        tuple[Origin, ...], Prop(Label("alkuperä", "origins", "ursprung"), "lg:origin")
    ] = ()
    """Who raised it, and where."""

    profiles: Annotated[
        tuple[Ref[Profile], ...],
        Prop(
            Label("asiakasprofiilit", "profiles", "kundprofiler"),
            "lg:needOf",
            inverse=Inverse(
                "development_needs",
                Label("kehittämistarpeet", "development needs", "utvecklingsbehov"),
            ),
        ),
    ] = ()
    """Whose need it is, where that is known."""


class Target(StatedElement):
    """What is to be developed, and from which needs it follows."""

    kind: ClassVar = Kind(
        Label("kehittämiskohde", "development target", "utvecklingsmål"),
        Label("kehittämiskohteet", "development targets", "utvecklingsmål"),
        "target",
        ("lg:DevelopmentTarget",),
    )

    name: Name
    """The target in a few words."""

    needs: Annotated[
        tuple[Ref[Need], ...],
        Prop(
            Label("tarpeet", "needs", "behov"),
            "lg:answersNeed",
            inverse=Inverse("targets", Label("kehittämiskohteet", "targets", "utvecklingsmål")),
        ),
    ] = ()
    """The needs that it answers."""

    goals: Annotated[
        tuple[Ref[Goal], ...],
        Prop(
            Label("tavoitteet", "goals", "mål"),
            "lg:servesGoal",
            inverse=Inverse("targets", Label("kehittämiskohteet", "targets", "utvecklingsmål")),
        ),
    ] = ()
    """The goals that it serves."""

    priority: Annotated[
        int | None,
        Field(ge=1),
        Prop(Label("tärkeysjärjestys", "priority", "prioritet"), "lg:priority"),
    ] = None
    """Its place by importance, 1 first; none where none is set."""

    agreed_by: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(
            Label("sopineet", "agreed by", "överenskommet av"),
            "lg:agreedBy",
            inverse=Inverse(
                "agreed_targets", Label("sovitut kohteet", "agreed targets", "avtalade mål")
            ),
        ),
    ] = ()
    """The libraries that agreed on it, as far as recorded."""

    owner: Annotated[
        Ref[Role] | None,
        Prop(
            Label("vastuurooli", "owner", "ansvarig roll"),
            "lg:ownedBy",
            inverse=Inverse(
                "owns_targets", Label("vastaa kohteista", "owns targets", "ansvarar för mål")
            ),
        ),
    ] = None
    """The role that answers for it."""


class Decision(StatedElement):
    """A decision on what is done."""

    kind: ClassVar = Kind(
        Label("päätös", "decision", "beslut"),
        Label("päätökset", "decisions", "beslut"),
        "decision",
        ("lg:Decision",),
    )

    name: Name
    """What is decided."""

    modality: Modal = None
    """Whether it is planned or made."""

    aim: Aims = None
    """The customer, the work, or both."""

    aim_standing: AimStanding = None
    """How the reading of its aim stands, where that differs from the rest."""

    date: Annotated[UncertainDate | None, Prop(Label("päivä", "date", "datum"), "dct:date")] = None
    """The day of the decision."""

    by: Annotated[
        Ref[Organisation] | None,
        Prop(
            Label("päättäjä", "by", "av"),
            "lg:decidedBy",
            inverse=Inverse("decisions", Label("päätökset", "decisions", "beslut")),
        ),
    ] = None
    """The organisation that decides."""

    targets: Annotated[
        tuple[Ref[Target], ...],
        Prop(
            Label("kehittämiskohteet", "targets", "utvecklingsmål"),
            "lg:decidesOn",
            inverse=Inverse("decisions", Label("päätökset", "decisions", "beslut")),
        ),
    ] = ()
    """The targets that it is about."""

    project: Annotated[
        Ref[Project] | None,
        Prop(
            Label("hanke", "project", "projekt"),
            "lg:decisionOf",
            inverse=Inverse("decisions", Label("päätökset", "decisions", "beslut")),
        ),
    ] = None
    """The project that it belongs to."""

    phase: InProjectPhase = None
    """The local id of the project's phase."""


class Action(StatedElement):
    """Something that is, or is to be, done for a target."""

    kind: ClassVar = Kind(
        Label("toimenpide", "action", "åtgärd"),
        Label("toimenpiteet", "actions", "åtgärder"),
        "action",
        ("lg:Action",),
    )

    name: Name
    """What is done."""

    description: Description = None
    """What it means in practice."""

    modality: Modal = None
    """How far it is from being done."""

    aim: Aims = None
    """The customer, the work, or both."""

    aim_standing: AimStanding = None
    """How the reading of its aim stands, where that differs from the rest."""

    targets: Annotated[
        tuple[Ref[Target], ...],
        Prop(
            Label("kehittämiskohteet", "targets", "utvecklingsmål"),
            "lg:servesTarget",
            inverse=Inverse("actions", Label("toimenpiteet", "actions", "åtgärder")),
        ),
    ] = ()
    """The targets that it serves."""

    targets_standing: Annotated[
        Standing | None,
        Prop(
            Label("kytkennän asema", "targets standing", "kopplingens ställning"),
            "lg:targetsStanding",
            normative=False,
        ),
    ] = None
    """How the link to its targets stands, where that differs from the rest."""

    decision: Annotated[
        Ref[Decision] | None,
        Prop(
            Label("päätös", "decision", "beslut"),
            "lg:followsDecision",
            inverse=Inverse("actions", Label("toimenpiteet", "actions", "åtgärder")),
        ),
    ] = None
    """The decision that it follows."""

    owner: Annotated[
        Ref[Role] | None,
        Prop(
            Label("vastuurooli", "owner", "ansvarig roll"),
            "lg:ownedBy",
            inverse=Inverse(
                "owns_actions",
                Label("vastaa toimenpiteistä", "owns actions", "ansvarar för åtgärder"),
            ),
        ),
    ] = None
    """The role that answers for it."""

    at: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(
            Label("missä", "at", "vid"),
            "lg:carriedOutAt",
            inverse=Inverse("actions", Label("toimenpiteet", "actions", "åtgärder")),
        ),
    ] = ()
    """The libraries where it is done."""

    touchpoints: Annotated[
        tuple[Ref[Touchpoint], ...],
        Prop(
            Label("kosketuspisteet", "touchpoints", "kontaktpunkter"),
            "lg:changes",
            inverse=Inverse(
                "changed_by", Label("muuttavat toimenpiteet", "changed by", "ändras av")
            ),
        ),
    ] = ()
    """The touchpoints that it changes."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""

    after: Annotated[
        tuple[Ref[Action], ...],
        Prop(
            Label("jälkeen", "after", "efter"),
            "lg:after",
            inverse=Inverse("before", Label("ennen", "before", "före")),
            acyclic=True,
        ),
    ] = ()
    """The actions that come first."""

    saves: Annotated[Text | None, Prop(Label("säästää", "saves", "sparar"), "lg:saves")] = None
    """What it saves, where a source says so."""

    project: Annotated[
        Ref[Project] | None,
        Prop(
            Label("hanke", "project", "projekt"),
            "lg:actionOf",
            inverse=Inverse("actions", Label("toimenpiteet", "actions", "åtgärder")),
        ),
    ] = None
    """The project that it belongs to."""

    phase: InProjectPhase = None
    """The local id of the project's phase."""


class Idea(StatedElement):
    """An idea that one library shares and others take up."""

    kind: ClassVar = Kind(
        Label("idea", "idea", "idé"), Label("ideat", "ideas", "idéer"), "idea", ("lg:Idea",)
    )

    name: Name
    """The idea in a few words."""

    shared_by: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(
            Label("jakaneet", "shared by", "delad av"),
            "lg:sharedBy",
            inverse=Inverse("shared_ideas", Label("jaetut ideat", "shared ideas", "delade idéer")),
        ),
    ] = ()
    """The libraries that share it."""

    taken_up_by: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(
            Label("käyttöön ottaneet", "taken up by", "tagen i bruk av"),
            "lg:takenUpBy",
            inverse=Inverse(
                "taken_ideas", Label("omaksutut ideat", "taken ideas", "övertagna idéer")
            ),
        ),
    ] = ()
    """The libraries that have taken it up."""

    from_: From = None
    """When it was shared."""
