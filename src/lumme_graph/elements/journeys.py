"""Journeys: service paths, step by step."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, ClassVar

from pydantic import Field

from lumme_graph.base.text import Label, Text
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import Standing, StatedRecord
from lumme_graph.elements.offer import Coverable, Practice, Rule, Service, Touchpoint
from lumme_graph.elements.parts import Description, Name
from lumme_graph.elements.who import Organisation, Role
from lumme_graph.meta.element import Record
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop, Within
from lumme_graph.meta.ref import ID_WORDS, Ref

LOCAL_ID = rf"^{ID_WORDS}$"


class Lane(Coded):
    """Where a step happens, seen from the customer; in the order of a service blueprint."""

    CUSTOMER = "customer", Label("asiakas", "customer", "kund")
    FRONTSTAGE = "frontstage", Label("näkyvä palvelu", "frontstage", "synlig service")
    BACKSTAGE = "backstage", Label("taustatyö", "backstage", "bakom kulisserna")
    SUPPORT = "support", Label("tukitoiminnot", "support", "stödfunktioner")


class ActorKind(Coded):
    """Who or what does a step."""

    CUSTOMER = "customer", Label("asiakas", "customer", "kund")
    STAFF = "staff", Label("henkilökunta", "staff", "personal")
    HELPER = "helper", Label("avustaja", "helper", "assistent")
    TEACHER = "teacher", Label("opettaja", "teacher", "lärare")
    PUPIL = "pupil", Label("oppilas", "pupil", "elev")
    ASSOCIATION = "association", Label("yhdistys", "association", "förening")
    TRANSPORT = "transport", Label("kuljetus", "transport", "transport")
    SYSTEM = "system", Label("järjestelmä", "system", "system")


class Actor(Record):
    """Who or what does a step."""

    kind: ClassVar = Kind(
        Label("toimija", "actor", "aktör"),
        Label("toimijat", "actors", "aktörer"),
        "",
        ("lg:Actor",),
    )
    key: ClassVar = ("kind_",)

    kind_: Annotated[
        ActorKind, Field(alias="kind"), Prop(Label("laji", "kind", "slag"), "lg:actorKind")
    ]
    """Customer, staff, system…"""

    ref: Annotated[
        Ref[Organisation | Role | Profile] | None,
        Prop(
            Label("kuka", "who", "vem"),
            "lg:actor",
            inverse=Inverse("acts_in", Label("toimii", "acts in", "agerar i")),
        ),
    ] = None
    """The role, organisation or profile, where it is known."""


FEELINGS: dict[int, Label] = {
    -2: Label("turhautunut", "frustrated", "frustrerad"),
    -1: Label("epävarma", "uneasy", "osäker"),
    0: Label("neutraali", "neutral", "neutral"),
    1: Label("tyytyväinen", "content", "nöjd"),
    2: Label("ilahtunut", "delighted", "glad"),
}
"""What each value of a feeling is called."""


class Feeling(StatedRecord):
    """How a step feels to the customer."""

    kind: ClassVar = Kind(
        Label("tunne", "feeling", "känsla"),
        Label("tunteet", "feelings", "känslor"),
        "",
        ("lg:Feeling",),
    )
    key: ClassVar = ()

    value: Annotated[int, Field(ge=-2, le=2), Prop(Label("arvo", "value", "värde"), "lg:value")]
    """From −2, frustrated, to 2, delighted."""


class Next(Record):
    """A way on from a step that is not simply the following one."""

    kind: ClassVar = Kind(
        Label("jatko", "way on", "fortsättning"),
        Label("jatkot", "ways on", "fortsättningar"),
        "",
        ("lg:Next",),
    )
    key: ClassVar = ("to",)

    to: Annotated[
        str,
        Field(pattern=LOCAL_ID),
        Prop(Label("vaihe", "to", "till"), "lg:toStep", within=Within("steps")),
    ]
    """The local id of the step that follows."""

    when: Annotated[Text | None, Prop(Label("jos", "when", "när"), "lg:when")] = None
    """On what condition."""


class Phase(Record):
    """A part of a path with a name of its own."""

    kind: ClassVar = Kind(
        Label("jakso", "phase", "fas"), Label("jaksot", "phases", "faser"), "", ("lg:Phase",)
    )
    key: ClassVar = ("id",)

    id: Annotated[str, Field(pattern=LOCAL_ID)]
    """Its local id."""

    name: Name
    """What it is called."""


class Step(StatedRecord):
    """One step of a path: who does what, where, and how it feels.

    Its standing is that of its action; feeling and touchpoint may carry their own.
    """

    kind: ClassVar = Kind(
        Label("vaihe", "step", "steg"),
        Label("vaiheet", "steps", "steg"),
        "",
        ("pplan:Step", "lg:Step"),
    )
    key: ClassVar = ("id",)
    at_root: ClassVar = True

    id: Annotated[str, Field(pattern=LOCAL_ID)]
    """Its local id: lower-case words, never a number of its place."""

    phase: Annotated[
        str | None, Prop(Label("jakso", "phase", "fas"), "lg:inPhase", within=Within("phases"))
    ] = None
    """The local id of its phase."""

    action: Annotated[Text, Prop(Label("toiminta", "action", "handling"), "dct:title")]
    """What is done, in the present tense; the actor is the subject."""

    ours: Annotated[
        Text | None, Prop(Label("keksittyä", "ours", "påhittat"), "lg:ours", normative=False)
    ] = None
    """What in the step is invented, where the rest is sourced."""

    actor: Annotated[Actor, Prop(Label("toimija", "actor", "aktör"), "lg:doneBy")]
    """Who does it."""

    lane: Annotated[Lane, Prop(Label("kaista", "lane", "bana"), "lg:lane")]
    """Where it happens, seen from the customer."""

    touchpoint: Annotated[
        Ref[Touchpoint] | None,
        Prop(
            Label("kosketuspiste", "touchpoint", "kontaktpunkt"),
            "lg:viaTouchpoint",
            inverse=Inverse("steps", Label("vaiheet", "steps", "steg")),
        ),
    ] = None
    """Where the customer meets the library in this step."""

    touchpoint_standing: Annotated[
        Standing | None,
        Prop(
            Label("kosketuspisteen asema", "touchpoint standing", "kontaktpunktens ställning"),
            "lg:touchpointStanding",
            normative=False,
        ),
    ] = None
    """How the choice of touchpoint stands, where that differs from the action."""

    feeling: Annotated[Feeling | None, Prop(Label("tunne", "feeling", "känsla"), "lg:feeling")] = (
        None
    )
    """How it feels to the customer."""

    rule: Annotated[
        Ref[Rule] | None,
        Prop(
            Label("käyttösääntö", "rule", "regel"),
            "lg:appliesRule",
            inverse=Inverse("steps", Label("vaiheet", "steps", "steg")),
        ),
    ] = None
    """The user rule that applies."""

    practice: Annotated[
        Ref[Practice] | None,
        Prop(
            Label("käytäntö", "practice", "praxis"),
            "lg:appliesPractice",
            inverse=Inverse("steps", Label("vaiheet", "steps", "steg")),
        ),
    ] = None
    """The practice that applies."""

    system: Annotated[Text | None, Prop(Label("järjestelmä", "system", "system"), "lg:system")] = (
        None
    )
    """The system that supports it."""

    duration: Annotated[
        timedelta | None, Prop(Label("kesto", "duration", "varaktighet"), "cv:processingTime")
    ] = None
    """How long it takes, as an ISO 8601 duration such as P14D."""

    pains: Annotated[
        tuple[Text, ...], Prop(Label("kipukohdat", "pains", "problem"), "lg:pain")
    ] = ()
    """What is hard in it."""

    gains: Annotated[tuple[Text, ...], Prop(Label("hyödyt", "gains", "fördelar"), "lg:gain")] = ()
    """What is good in it."""

    next: Annotated[
        tuple[Next, ...], Prop(Label("jatkot", "ways on", "fortsättningar"), "lg:next")
    ] = ()
    """The ways on; without them the following step is next."""


class PathState(Coded):
    """Whether a path is found, planned or dreamt of."""

    AS_IS = "as-is", Label("nykytila", "as-is", "nuläge")
    TO_BE = "to-be", Label("tavoitetila", "to-be", "målbild")
    IDEAL = "ideal", Label("ihannetila", "ideal", "idealbild")


class Path(Coverable):
    """A service path: a customer's way through a service, step by step."""

    kind: ClassVar = Kind(
        Label("palvelupolku", "service path", "servicestig"),
        Label("palvelupolut", "service paths", "servicestigar"),
        "path",
        ("lg:ServicePath", "pplan:Plan"),
    )

    name: Name
    """What it is called."""

    description: Description = None
    """The situation and the goal."""

    state: Annotated[PathState, Prop(Label("tila", "state", "läge"), "lg:pathState")] = (
        PathState.AS_IS
    )
    """As-is, to-be or ideal."""

    profiles: Annotated[
        tuple[Ref[Profile], ...],
        Prop(
            Label("asiakasprofiilit", "profiles", "kundprofiler"),
            "lg:forProfile",
            inverse=Inverse("paths", Label("palvelupolut", "paths", "servicestigar")),
        ),
    ] = ()
    """Whose path it is."""

    service: Annotated[
        Ref[Service] | None,
        Prop(
            Label("palvelu", "service", "tjänst"),
            "lg:throughService",
            inverse=Inverse("paths", Label("palvelupolut", "paths", "servicestigar")),
        ),
    ] = None
    """The service that it goes through."""

    phases: Annotated[
        tuple[Phase, ...], Prop(Label("jaksot", "phases", "faser"), "lg:phase", ordered=True)
    ] = ()
    """The named parts of the path, in order."""

    steps: Annotated[
        tuple[Step, ...], Prop(Label("vaiheet", "steps", "steg"), "lg:step", ordered=True)
    ] = ()
    """The steps, in order."""
