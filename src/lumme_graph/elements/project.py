"""Projects, their goals, money and indicators."""

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import StatedElement, StatedRecord
from lumme_graph.elements.groups import Group, Role
from lumme_graph.elements.parts import Aims, AimStanding, Description, From, Name, Title, To
from lumme_graph.elements.who import Organisation
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop, Within
from lumme_graph.meta.listed_text import Texts
from lumme_graph.meta.ref import ID_WORDS, Ref


class ProjectStatus(Coded):
    """What is known of a project's money."""

    APPLIED = "applied", Label("applied for")
    FUNDED = "funded", Label("funded")
    REFUSED = "refused", Label("refused")


class Party(Coded):
    """Whose money it is."""

    GRANT = "grant", Label("grant")
    OWN = "own", Label("own money")
    PARTNER = "partner", Label("partner")
    OTHER = "other", Label("other grant")
    TOTAL = "total", Label("total")


class FundingStage(Coded):
    """Whether money was applied for, granted or spent."""

    APPLIED = "applied", Label("applied for")
    GRANTED = "granted", Label("granted")
    REALISED = "realised", Label("realised")


class Funding(StatedRecord):
    """A sum of a project's money; a missing amount is not reported, which is not zero."""

    kind: ClassVar = Kind(Label("funding item"), Label("funding items"), "", ("lg:Funding",))
    key: ClassVar = ("stage", "party")

    stage: Annotated[FundingStage, Prop(Label("stage"), "lg:fundingStage", normative=False)]
    """Applied for, granted or realised."""

    party: Annotated[Party, Prop(Label("party"), "lg:party")]
    """Whose money it is."""

    amount: Annotated[
        Decimal | None,
        Field(ge=0, max_digits=15, decimal_places=2),
        Prop(Label("amount"), "lg:amount"),
    ] = None
    """The sum; none where it was not reported. A true zero is written 0."""

    currency: Annotated[
        str | None,
        Field(pattern=r"^[A-Z]{3}$"),
        Prop(Label("currency"), "lg:currency"),
    ] = None
    """The currency, by its ISO 4217 code, such as GBP; without one it is not recorded."""


InProjectPhase = Annotated[
    str | None,
    Prop(Label("phase"), "lg:inProjectPhase", within=Within("phases", of="project"), parent=True),
]


class ProjectPhase(StatedRecord):
    """A phase of a project."""

    kind: ClassVar = Kind(Label("project phase"), Label("project phases"), "", ("lg:ProjectPhase",))
    key: ClassVar = ("id",)

    id: Annotated[  # pyright: ignore[reportIncompatibleVariableOverride, reportGeneralTypeIssues]
        str, Field(pattern=rf"^{ID_WORDS}$")
    ]
    """Its local id."""

    name: Name
    """What it is called."""

    from_: From = None
    """Its first day, where it is known."""

    to: To = None
    """Its last day, where it is known."""


class Project(StatedElement):
    """A development project."""

    kind: ClassVar = Kind(
        Label("project"),
        Label("projects"),
        "project",
        ("lg:Project", "schema:Project", "prov:Activity"),
    )

    name: Name
    """What it is called."""

    description: Description = None
    """What it sets out to do."""

    status: Annotated[ProjectStatus | None, Prop(Label("status"), "lg:projectStatus")] = None
    """What is known of its money."""

    lead: Annotated[
        Ref[Organisation] | None,
        Prop(
            Label("lead"),
            "lg:carriedOutBy",
            inverse=Inverse("leads_projects", Label("leads projects")),
        ),
    ] = None
    """The organisation that carries it out."""

    programme: Annotated[str | None, Prop(Label("programme"), "lg:programme")] = None
    """The programme that funds it, such as the state's grants for libraries."""

    call: Annotated[int | None, Field(ge=1, le=9999), Prop(Label("call"), "lg:call")] = None
    """The year of the call."""

    theme: Annotated[str | None, Prop(Label("theme", "number of the theme"), "lg:themeNumber")] = (
        None
    )
    """The number of the programme's theme."""

    theme_name: Annotated[Text | None, Prop(Label("theme name"), "lg:theme")] = None
    """The programme's theme in words."""

    decision_makers: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(
            Label("decision-makers"),
            "lg:decidedBy",
            inverse=Inverse("decides_projects", Label("decides projects")),
        ),
    ] = ()
    """Who decides on the money."""

    granted_by: Annotated[
        Ref[Organisation] | None,
        Prop(Label("granted by"), "lg:grantedBy", inverse=Inverse("grants_to", Label("grants to"))),
    ] = None
    """The authority that makes the grant, where it is told apart from who else decides."""

    applied_as: Annotated[
        Text | None, Prop(Label("applied as"), "lg:appliedAs", normative=False)
    ] = None
    """The name of the applicant as the application has it."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""

    phases: Annotated[
        tuple[ProjectPhase, ...], Prop(Label("phases"), "lg:projectPhase", ordered=True)
    ] = ()
    """Its phases, in order."""

    funding: Annotated[tuple[Funding, ...], Prop(Label("funding"), "lg:funding")] = ()
    """Its money: applied for, granted and realised."""

    deliverables: Annotated[Texts, Prop(Label("deliverables"), "lg:deliverable")] = ()
    """What it promises to deliver."""

    groups: Annotated[
        tuple[Ref[Group], ...],
        Prop(Label("groups"), "lg:projectGroup", inverse=Inverse("group_of", Label("group of"))),
    ] = ()
    """The groups that it forms."""

    roles: Annotated[
        tuple[Ref[Role], ...],
        Prop(Label("roles"), "lg:projectRole", inverse=Inverse("role_of", Label("role of"))),
    ] = ()
    """The roles that it needs."""


class Goal(StatedElement):
    """What development is to reach."""

    kind: ClassVar = Kind(Label("goal"), Label("goals"), "goal", ("lg:Goal",))

    name: Name
    """The goal in a few words."""

    description: Description = None
    """What it means."""

    aim: Aims = None
    """The customer, the work, or both."""

    aim_standing: AimStanding = None
    """How the reading of its aim stands, where that differs from the rest."""

    outcome: Annotated[bool, Prop(Label("outcome"), "lg:isOutcome")] = False
    """True where it is to be there after the project."""

    under: Annotated[
        Ref["Goal"] | None,
        Prop(
            Label("under"),
            "lg:underGoal",
            inverse=Inverse("subgoals", Label("subgoals")),
            acyclic=True,
            parent=True,
        ),
    ] = None
    """The higher goal that it serves."""

    project: Annotated[
        Ref[Project] | None,
        Prop(Label("project"), "lg:goalOf", inverse=Inverse("goals", Label("goals")), parent=True),
    ] = None
    """The project that sets it."""


class Observation(StatedRecord):
    """A value of an indicator on a day; none where it was not reported."""

    kind: ClassVar = Kind(
        Label("observation"),
        Label("observations"),
        "",
        ("lg:Observation", "sosa:Observation"),
        owner="sosa:observedProperty",
    )
    key: ClassVar = ("date",)

    date: Annotated[UncertainDate, Prop(Label("date"), "lg:observedOn")]
    """The day that the value is of."""

    value: Annotated[
        Decimal | None, Field(max_digits=30), Prop(Label("value"), "sosa:hasSimpleResult")
    ] = None
    """The value."""


class IndicatorTarget(StatedRecord):
    """The value that an indicator is to reach."""

    kind: ClassVar = Kind(
        Label("target value"), Label("target values"), "", ("lg:IndicatorTarget",)
    )
    key: ClassVar = ()

    operator: Annotated[
        Literal["<", "<=", "=", ">=", ">"], Prop(Label("operator"), "lg:operator")
    ] = ">="
    """How the value compares with the target."""

    value: Annotated[Decimal, Field(max_digits=30), Prop(Label("value"), "lg:targetValue")]
    """The value to reach."""


class QueryName(Coded):
    """What an indicator may count: the name of a query, and what it counts in words."""

    TRAININGS = "trainings", Label("trainings held")
    THEME_DAYS = "theme-days", Label("theme days held")
    WORKING_GROUPS = "working-groups", Label("working groups formed")
    UNIFIED_PRACTICES = "unified-practices", Label("practices in use at every library")
    CUSTOMER_EVENTS = "customer-events", Label("customer events held")
    COMMON_GUIDE = "common-guide", Label("common guides published")
    SMALL_GROUPS = "small-groups", Label("small groups held")
    COVERAGE_DONE = "coverage-done", Label("coverage of the guide")
    NEEDS_WITHOUT_TARGET = "needs-without-target", Label("needs without a target")
    TARGETS_WITH_ACTION = (
        "targets-with-action",
        Label("targets with an action that is decided or done"),
    )


class Indicator(StatedElement):
    """A measure: a named query over the graph, with a target or none."""

    kind: ClassVar = Kind(
        Label("indicator"),
        Label("indicators"),
        "indicator",
        ("lg:Indicator", "sosa:ObservableProperty"),
    )

    name: Title
    """What is measured."""

    query: Annotated[str, Prop(Label("query"), "lg:query")]
    """The name of the query that counts it."""

    goals: Annotated[
        tuple[Ref["Goal"], ...],
        Prop(
            Label("goals"), "lg:followsGoal", inverse=Inverse("followed_by", Label("followed by"))
        ),
    ] = ()
    """The goals that it follows."""

    project: Annotated[
        Ref[Project] | None,
        Prop(
            Label("project"),
            "lg:indicatorOf",
            inverse=Inverse("indicators", Label("indicators")),
            parent=True,
        ),
    ] = None
    """The project that names it."""

    target: Annotated[IndicatorTarget | None, Prop(Label("target value"), "lg:target")] = None
    """The value to reach; none where none is set."""

    observations: Annotated[
        tuple[Observation, ...], Prop(Label("observations"), "lg:observation")
    ] = ()
    """What was reported."""
