"""Who works together: roles, who holds them, and working groups; never a person."""

from typing import Annotated, ClassVar

from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import StatedElement, StatedRecord
from lumme_graph.elements.parts import (
    Aims,
    AimStanding,
    From,
    Modal,
    Title,
    To,
)
from lumme_graph.elements.who import Organisation
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop
from lumme_graph.meta.listed_text import Texts
from lumme_graph.meta.ref import Ref


class Leadership(Coded):
    """What kind of leading a role does."""

    LINE = "line", Label("line management")
    NETWORK = "network", Label("network leadership")


class Assignment(StatedRecord):
    """A role held in an organisation between two days; never by a named person."""

    kind: ClassVar = Kind(Label("assignment"), Label("assignments"), "", ("lg:Assignment",))
    key: ClassVar = ("at",)

    at: Annotated[
        Ref[Organisation],
        Prop(Label("at"), "lg:assignedTo", inverse=Inverse("roles", Label("roles"))),
    ]
    """The organisation in which the role is held."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""


class RoleType(Coded):
    """What a role is in the work between libraries."""

    COORDINATOR = "coordinator", Label("coordinator")
    LEADER = "leader", Label("leader")
    SUPERVISOR = "supervisor", Label("supervisor")
    GROUP_LEAD = "group-lead", Label("group lead")
    OUTSIDE_EXPERT = ("outside-expert", Label("outside expert"))


class Role(StatedElement):
    """What somebody is responsible for; never a person."""

    kind: ClassVar = Kind(
        Label("role"), Label("roles"), "role", ("lg:Role", "org:Role", "skos:Concept"), area="who"
    )

    name: Title
    """What the role is called."""

    description: Annotated[Text | None, Prop(Label("description"), "dct:description")] = None
    """What the role does."""

    type: Annotated[RoleType | None, Prop(Label("type"), "dct:type")] = None
    """What it is in the work between libraries, where that matters."""

    tasks: Annotated[Texts, Prop(Label("tasks"), "lg:task")] = ()
    """What the role alone is to do, task by task."""

    modality: Modal = None
    """Whether it is planned or there, for a role that a plan names."""

    aim: Aims = None
    """The customer, the work, or both."""

    aim_standing: AimStanding = None
    """How the reading of its aim stands, where that differs from the rest."""

    leadership: Annotated[Leadership | None, Prop(Label("leadership"), "lg:leadership")] = None
    """Line or network, where the role leads."""

    assignments: Annotated[tuple[Assignment, ...], Prop(Label("assignments"), "lg:assignment")] = ()
    """Where and when the role is held."""


class GroupMember(StatedRecord):
    """A library's place in a group, between two days; never a person's."""

    kind: ClassVar = Kind(
        Label("group member"),
        Label("group members"),
        "",
        ("lg:GroupMember", "org:Membership"),
        owner="org:organization",
        time="org:memberDuring",
    )
    key: ClassVar = ("organisation",)

    organisation: Annotated[
        Ref[Organisation],
        Prop(Label("organisation"), "org:member", inverse=Inverse("in_groups", Label("in groups"))),
    ]
    """The library that is represented."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""


class GroupType(Coded):
    """What a group is for."""

    PLANNING = "planning", Label("planning group")
    PRODUCTION = ("production", Label("producing group"))
    OTHER = "other", Label("other group")


class Group(StatedElement):
    """A working group of several libraries."""

    kind: ClassVar = Kind(
        Label("working group"),
        Label("working groups"),
        "group",
        ("lg:Group", "org:OrganizationalUnit"),
        area="who",
    )

    name: Title
    """What it is called."""

    purpose: Annotated[Text | None, Prop(Label("purpose"), "org:purpose")] = None
    """What it is for."""

    type: Annotated[GroupType | None, Prop(Label("type"), "dct:type")] = None
    """Whether it plans, or produces services."""

    modality: Modal = None
    """Whether it is planned or there."""

    aim: Aims = None
    """The customer, the work, or both."""

    aim_standing: AimStanding = None
    """How the reading of its aim stands, where that differs from the rest."""

    unit_of: Annotated[
        Ref[Organisation] | None,
        Prop(
            Label("unit of"), "lg:unitOf", inverse=Inverse("groups", Label("groups")), parent=True
        ),
    ] = None
    """The network that it belongs to."""

    members: Annotated[tuple[GroupMember, ...], Prop(Label("members"), "lg:groupMember")] = ()
    """The libraries that are represented; none recorded is not none."""

    leads: Annotated[
        tuple[Ref[Role], ...],
        Prop(Label("leads"), "lg:ledBy", inverse=Inverse("leads_groups", Label("leads groups"))),
    ] = ()
    """The roles that lead it."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""
