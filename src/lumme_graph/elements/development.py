"""Development: events, needs, targets, decisions, actions and shared ideas."""

from typing import Annotated, ClassVar

from pydantic import Field

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.events import Event
from lumme_graph.elements.evidence import Standing, StatedElement, StatedRecord
from lumme_graph.elements.groups import Role
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.elements.parts import (
    Aims,
    AimStanding,
    Description,
    From,
    Modal,
    Name,
    To,
)
from lumme_graph.elements.project import Goal, InProjectPhase, Project
from lumme_graph.elements.who import Organisation
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop
from lumme_graph.meta.ref import Ref


class RaisedBy(Coded):
    """Who raised a need."""

    STAFF = "staff", Label("staff")
    CUSTOMERS = "customers", Label("customers")


class Origin(StatedRecord):
    """Where a need comes from: who raised it, at which event or in which source."""

    kind: ClassVar = Kind(Label("origin"), Label("origins"), "", ("lg:Origin",))
    key: ClassVar = ("by",)

    by: Annotated[RaisedBy, Prop(Label("by"), "lg:raisedBy")]
    """Staff (and management), or customers."""

    events: Annotated[
        tuple[Ref[Event], ...],
        Prop(
            Label("events", "at which something came up"),
            "lg:atEvent",
            inverse=Inverse("raised", Label("raised")),
        ),
    ] = ()
    """The events at which it was raised."""

    at: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(Label("at"), "lg:raisedAt", inverse=Inverse("needs_raised", Label("needs raised"))),
    ] = ()
    """The libraries where it was raised."""

    shown_by: Annotated[Text | None, Prop(Label("shown by", "of a need"), "lg:shownBy")] = None
    """What shows it, in the words of those who raised it: what happened, how often, where."""

    dots: Annotated[int | None, Field(ge=0), Prop(Label("dots"), "lg:dots", normative=False)] = None
    """How many dots it got where a workshop put them to what matters most; none where it put none."""


class Need(StatedElement):
    """A need for development, with who raised it."""

    kind: ClassVar = Kind(
        Label("development need"), Label("development needs"), "need", ("lg:Need", "prov:Entity")
    )

    name: Annotated[Text, Prop(Label("name"), "dct:title", "dct:description")]
    """The need in a few words."""

    origins: Annotated[tuple[Origin, ...], Prop(Label("origins"), "lg:origin")] = ()
    """Who raised it, and where."""

    profiles: Annotated[
        tuple[Ref[Profile], ...],
        Prop(
            Label("profiles"),
            "lg:needOf",
            inverse=Inverse("development_needs", Label("development needs")),
        ),
    ] = ()
    """Whose need it is, where that is known."""


class Target(StatedElement):
    """What is to be developed, and from which needs it follows."""

    kind: ClassVar = Kind(
        Label("development target"),
        Label("development targets"),
        "target",
        ("lg:DevelopmentTarget",),
    )

    name: Name
    """The target in a few words."""

    needs: Annotated[
        tuple[Ref[Need], ...],
        Prop(Label("needs"), "lg:answersNeed", inverse=Inverse("targets", Label("targets"))),
    ] = ()
    """The needs that it answers."""

    goals: Annotated[
        tuple[Ref[Goal], ...],
        Prop(Label("goals"), "lg:servesGoal", inverse=Inverse("targets", Label("targets"))),
    ] = ()
    """The goals that it serves."""

    priority: Annotated[int | None, Field(ge=1), Prop(Label("priority"), "lg:priority")] = None
    """Its place by importance, 1 first; none where none is set."""

    agreed_by: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(
            Label("agreed by"),
            "lg:agreedBy",
            inverse=Inverse("agreed_targets", Label("agreed targets")),
        ),
    ] = ()
    """The libraries that agreed on it, as far as recorded."""

    owner: Annotated[
        Ref[Role] | None,
        Prop(Label("owner"), "lg:ownedBy", inverse=Inverse("owns_targets", Label("owns targets"))),
    ] = None
    """The role that answers for it."""


class Decision(StatedElement):
    """A decision on what is done."""

    kind: ClassVar = Kind(Label("decision"), Label("decisions"), "decision", ("lg:Decision",))

    name: Name
    """What is decided."""

    modality: Modal = None
    """Whether it is planned or made."""

    aim: Aims = None
    """The customer, the work, or both."""

    aim_standing: AimStanding = None
    """How the reading of its aim stands, where that differs from the rest."""

    date: Annotated[UncertainDate | None, Prop(Label("date"), "lg:decidedOn")] = None
    """The day of the decision."""

    by: Annotated[
        Ref[Organisation] | None,
        Prop(
            Label("by", "of a decision"),
            "lg:decidedBy",
            inverse=Inverse("decisions", Label("decisions")),
        ),
    ] = None
    """The organisation that decides."""

    targets: Annotated[
        tuple[Ref[Target], ...],
        Prop(Label("targets"), "lg:decidesOn", inverse=Inverse("decisions", Label("decisions"))),
    ] = ()
    """The targets that it is about."""

    project: Annotated[
        Ref[Project] | None,
        Prop(
            Label("project"),
            "lg:decisionOf",
            inverse=Inverse("decisions", Label("decisions")),
            parent=True,
        ),
    ] = None
    """The project that it belongs to."""

    phase: InProjectPhase = None
    """The local id of the project's phase."""


class Action(StatedElement):
    """Something that is, or is to be, done for a target."""

    kind: ClassVar = Kind(Label("action"), Label("actions"), "action", ("lg:Action",))

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
        Prop(Label("targets"), "lg:servesTarget", inverse=Inverse("actions", Label("actions"))),
    ] = ()
    """The targets that it serves."""

    targets_standing: Annotated[
        Standing | None, Prop(Label("targets standing"), "lg:targetsStanding", normative=False)
    ] = None
    """How the link to its targets stands, where that differs from the rest."""

    decision: Annotated[
        Ref[Decision] | None,
        Prop(Label("decision"), "lg:followsDecision", inverse=Inverse("actions", Label("actions"))),
    ] = None
    """The decision that it follows."""

    owner: Annotated[
        Ref[Role] | None,
        Prop(Label("owner"), "lg:ownedBy", inverse=Inverse("owns_actions", Label("owns actions"))),
    ] = None
    """The role that answers for it."""

    at: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(Label("at"), "lg:carriedOutAt", inverse=Inverse("actions", Label("actions"))),
    ] = ()
    """The libraries where it is done."""

    touchpoints: Annotated[
        tuple[Ref[Touchpoint], ...],
        Prop(
            Label("touchpoints"), "lg:changes", inverse=Inverse("changed_by", Label("changed by"))
        ),
    ] = ()
    """The touchpoints that it changes."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""

    after: Annotated[
        tuple[Ref["Action"], ...],
        Prop(Label("after"), "lg:after", inverse=Inverse("before", Label("before")), acyclic=True),
    ] = ()
    """The actions that come first."""

    saves: Annotated[Text | None, Prop(Label("saves"), "lg:saves")] = None
    """What it saves, where a source says so."""

    project: Annotated[
        Ref[Project] | None,
        Prop(
            Label("project"),
            "lg:actionOf",
            inverse=Inverse("actions", Label("actions")),
            parent=True,
        ),
    ] = None
    """The project that it belongs to."""

    phase: InProjectPhase = None
    """The local id of the project's phase."""


class Idea(StatedElement):
    """An idea that one library shares and others take up."""

    kind: ClassVar = Kind(Label("idea"), Label("ideas"), "idea", ("lg:Idea",))

    name: Name
    """The idea in a few words."""

    shared_by: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(
            Label("shared by"),
            "lg:sharedBy",
            inverse=Inverse("shared_ideas", Label("shared ideas")),
        ),
    ] = ()
    """The libraries that share it."""

    taken_up_by: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(
            Label("taken up by"),
            "lg:takenUpBy",
            inverse=Inverse("taken_ideas", Label("taken ideas")),
        ),
    ] = ()
    """The libraries that have taken it up."""

    from_: From = None
    """When it was shared."""
