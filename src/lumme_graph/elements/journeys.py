"""Journeys: service paths, step by step."""

from datetime import timedelta
from typing import Annotated, ClassVar

from pydantic import Field

from lumme_graph.base.label import Label, Message
from lumme_graph.base.text import Text
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.development import Need
from lumme_graph.elements.evidence import Standing, StatedRecord
from lumme_graph.elements.groups import Role
from lumme_graph.elements.offer import Coverable, Practice, Rule, Service, Touchpoint
from lumme_graph.elements.parts import Description, Name
from lumme_graph.elements.who import Organisation
from lumme_graph.meta.element import Record
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop, Within
from lumme_graph.meta.listed_text import Texts
from lumme_graph.meta.ref import ID_WORDS, Ref

LOCAL_ID = rf"^{ID_WORDS}$"


class Lane(Coded):
    """Where a step happens, seen from the customer; in the order of a service blueprint."""

    CUSTOMER = "customer", Label("customer")
    FRONTSTAGE = "frontstage", Label("frontstage")
    BACKSTAGE = "backstage", Label("backstage")
    SUPPORT = "support", Label("support")


class ActorKind(Coded):
    """Who or what does a step."""

    CUSTOMER = "customer", Label("customer")
    STAFF = "staff", Label("staff")
    HELPER = "helper", Label("helper")
    TEACHER = "teacher", Label("teacher")
    PUPIL = "pupil", Label("pupil")
    ASSOCIATION = "association", Label("association")
    TRANSPORT = "transport", Label("transport")
    SYSTEM = "system", Label("system")


class Actor(Record):
    """Who or what does a step."""

    kind: ClassVar = Kind(Label("actor"), Label("actors"), "", ("lg:Actor",))
    key: ClassVar[tuple[str, ...]] = ()

    kind_: Annotated[ActorKind, Field(alias="kind"), Prop(Label("kind"), "lg:actorKind")]
    """Customer, staff, system…"""

    ref: Annotated[
        Ref[Organisation | Role | Profile] | None,
        Prop(Label("who"), "lg:actor", inverse=Inverse("acts_in", Label("acts in"))),
    ] = None
    """The role, organisation or profile, where it is known."""


FEELINGS: dict[int, Message] = {
    -2: Label("frustrated"),
    -1: Label("uneasy"),
    0: Label("neutral"),
    1: Label("content", "a feeling"),
    2: Label("delighted"),
}
"""What each value of a feeling is called."""


class Feeling(StatedRecord):
    """How a step feels to the customer."""

    kind: ClassVar = Kind(Label("feeling"), Label("feelings"), "", ("lg:Feeling",))
    key: ClassVar[tuple[str, ...]] = ()

    value: Annotated[int, Field(ge=-2, le=2), Prop(Label("value"), "lg:feelingValue")]
    """From −2, frustrated, to 2, delighted."""


class ProfileFeeling(Feeling):
    """How a step feels to one of the profiles of its path."""

    kind: ClassVar = Kind(
        Label("feeling of a profile"), Label("feelings of profiles"), "", ("lg:ProfileFeeling",)
    )
    key: ClassVar = ("profile",)

    profile: Annotated[
        Ref[Profile],
        Prop(Label("profile"), "lg:feltBy", inverse=Inverse("feels_in", Label("feels in"))),
    ]
    """Who feels it."""


class Thought(StatedRecord):
    """What the customer thinks in a step, in the customer's words.

    It takes no standing from its step: a thought that does not say where it comes from is invented.
    """

    kind: ClassVar = Kind(Label("thought"), Label("thoughts"), "", ("lg:Thought",))
    key: ClassVar = ("text",)

    text: Annotated[Text, Prop(Label("text"), "dct:description")]
    """The thought, without quotation marks: a drawing quotes it only where it is sourced."""

    standing: Annotated[
        Standing | None, Prop(Label("standing"), "lg:standing", normative=False)
    ] = Standing.ILLUSTRATIVE
    """How the thought stands: without it, it is illustrative."""


class MarkType(Coded):
    """What those who work on a path have marked at a step."""

    CRITICAL = "critical", Label("critical")
    QUESTION = "question", Label("question", "marked at a step")
    OPPORTUNITY = "opportunity", Label("opportunity")


class Mark(StatedRecord):
    """A note at a step: something critical, an open question, or an opportunity."""

    kind: ClassVar = Kind(Label("mark", "at a step"), Label("marks", "at a step"), "", ("lg:Mark",))
    key: ClassVar = ("type", "text")

    type: Annotated[MarkType, Prop(Label("type"), "lg:markType")]
    """Critical, a question, or an opportunity."""

    text: Annotated[Text, Prop(Label("text"), "dct:description")]
    """What is noted."""


class Next(Record):
    """A way on from a step that is not simply the following one."""

    kind: ClassVar = Kind(Label("way on"), Label("ways on"), "", ("lg:Next",))
    key: ClassVar = ("to",)

    to: Annotated[
        str,
        Field(pattern=LOCAL_ID),
        Prop(Label("to", "the step of a way on"), "lg:toStep", within=Within("steps")),
    ]
    """The local id of the step that follows."""

    when: Annotated[Text | None, Prop(Label("when"), "lg:when")] = None
    """On what condition."""


class Phase(Record):
    """A part of a path with a name of its own."""

    kind: ClassVar = Kind(
        Label("phase", "of a service path"), Label("phases", "of a service path"), "", ("lg:Phase",)
    )
    key: ClassVar = ("id",)

    id: Annotated[  # pyright: ignore[reportIncompatibleVariableOverride, reportGeneralTypeIssues]
        str, Field(pattern=LOCAL_ID)
    ]
    """Its local id."""

    name: Name
    """What it is called."""


class Step(StatedRecord):
    """One step of a path: who does what, where, and how it feels.

    Its standing is that of its action; feeling and touchpoint may carry their own.
    """

    kind: ClassVar = Kind(
        Label("step"),
        Label("steps"),
        "",
        ("lg:Step", "pplan:Step"),
        owner="pplan:isStepOfPlan",
    )
    key: ClassVar = ("id",)
    at_root: ClassVar = True

    id: Annotated[  # pyright: ignore[reportIncompatibleVariableOverride, reportGeneralTypeIssues]
        str, Field(pattern=LOCAL_ID)
    ]
    """Its local id: lower-case words, never a number of its place."""

    phase: Annotated[
        str | None,
        Prop(
            Label("phase", "of a service path"), "lg:inPhase", within=Within("phases"), parent=True
        ),
    ] = None
    """The local id of its phase."""

    action: Annotated[Text, Prop(Label("action", "of a step"), "dct:title")]
    """What is done, in the present tense; the actor is the subject."""

    ours: Annotated[Text | None, Prop(Label("ours"), "lg:ours", normative=False)] = None
    """What in the step is invented, where the rest is sourced."""

    actor: Annotated[Actor, Prop(Label("actor"), "lg:doneBy")]
    """Who does it."""

    lane: Annotated[Lane, Prop(Label("lane"), "lg:lane")]
    """Where it happens, seen from the customer."""

    touchpoint: Annotated[
        Ref[Touchpoint] | None,
        Prop(Label("touchpoint"), "lg:viaTouchpoint", inverse=Inverse("steps", Label("steps"))),
    ] = None
    """Where the customer meets the library in this step."""

    touchpoint_standing: Annotated[
        Standing | None,
        Prop(Label("touchpoint standing"), "lg:touchpointStanding", normative=False),
    ] = None
    """How the choice of touchpoint stands, where that differs from the action."""

    feeling: Annotated[Feeling | None, Prop(Label("feeling"), "lg:feeling")] = None
    """How it feels to the customer."""

    feelings: Annotated[
        tuple[ProfileFeeling, ...], Prop(Label("feelings of profiles"), "lg:profileFeeling")
    ] = ()
    """How it feels to each profile, where the profiles of the path are known to differ."""

    thoughts: Annotated[
        tuple[Thought, ...], Prop(Label("thoughts"), "lg:thought", normative=False)
    ] = ()
    """What the customer thinks; none entered is not no thought."""

    moment_of_truth: Annotated[
        bool | None, Prop(Label("moment of truth"), "lg:momentOfTruth", normative=False)
    ] = None
    """Whether it decides what the customer thinks of the service: a judgement of those who drew the
    path. Not entered means not judged."""

    rule: Annotated[
        Ref[Rule] | None,
        Prop(Label("rule"), "lg:appliesRule", inverse=Inverse("steps", Label("steps"))),
    ] = None
    """The user rule that applies."""

    practice: Annotated[
        Ref[Practice] | None,
        Prop(Label("practice"), "lg:appliesPractice", inverse=Inverse("steps", Label("steps"))),
    ] = None
    """The practice that applies."""

    system: Annotated[Text | None, Prop(Label("system"), "lg:system")] = None
    """The system that supports it."""

    duration: Annotated[timedelta | None, Prop(Label("duration"), "cv:processingTime")] = None
    """How long it takes, as an ISO 8601 duration such as P14D."""

    pains: Annotated[Texts, Prop(Label("pains"), "lg:pain")] = ()
    """What is hard in it."""

    gains: Annotated[Texts, Prop(Label("gains"), "lg:gain")] = ()
    """What is good in it."""

    needs: Annotated[
        tuple[Ref[Need], ...],
        Prop(
            Label("needs", "that a step shows"),
            "lg:showsNeed",
            inverse=Inverse("shown_in", Label("shown in")),
            normative=False,
        ),
    ] = ()
    """The development needs that it shows."""

    marks: Annotated[
        tuple[Mark, ...], Prop(Label("marks", "at a step"), "lg:mark", normative=False)
    ] = ()
    """What is critical in it, open to question, or an opportunity."""

    next: Annotated[tuple[Next, ...], Prop(Label("ways on"), "lg:next", ordered=True)] = ()
    """The ways on; without them the following step is next."""


class PathState(Coded):
    """Whether a path is found, planned or dreamt of."""

    AS_IS = "as-is", Label("as-is")
    TO_BE = "to-be", Label("to-be")
    IDEAL = "ideal", Label("ideal")


class Path(Coverable):
    """A service path: a customer's way through a service, step by step."""

    kind: ClassVar = Kind(
        Label("service path"), Label("service paths"), "path", ("lg:ServicePath", "pplan:Plan")
    )

    name: Name
    """What it is called."""

    description: Description = None
    """The situation in which the customer sets out; the goal too, where `goal` does not say it."""

    goal: Annotated[Text | None, Prop(Label("goal", "of a customer"), "lg:customerGoal")] = None
    """What the customer wants to reach."""

    state: Annotated[PathState, Prop(Label("state"), "lg:pathState")] = PathState.AS_IS
    """As-is, to-be or ideal."""

    instead_of: Annotated[
        Ref["Path"] | None,
        Prop(
            Label("instead of"),
            "lg:insteadOf",
            inverse=Inverse("alternatives", Label("alternatives")),
            acyclic=True,
            normative=False,
        ),
    ] = None
    """The path that a to-be or ideal one would change: their steps with one local id are one step."""

    profiles: Annotated[
        tuple[Ref[Profile], ...],
        Prop(Label("profiles"), "lg:forProfile", inverse=Inverse("paths", Label("paths"))),
    ] = ()
    """Whose path it is."""

    service: Annotated[
        Ref[Service] | None,
        Prop(Label("service"), "lg:throughService", inverse=Inverse("paths", Label("paths"))),
    ] = None
    """The service that it goes through."""

    phases: Annotated[
        tuple[Phase, ...], Prop(Label("phases", "of a service path"), "lg:phase", ordered=True)
    ] = ()
    """The named parts of the path, in order."""

    steps: Annotated[tuple[Step, ...], Prop(Label("steps"), "lg:step", ordered=True)] = ()
    """The steps, in order."""
