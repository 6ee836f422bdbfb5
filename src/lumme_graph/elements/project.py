"""Projects, their goals, money and indicators."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.text import Label, Text
from lumme_graph.elements.evidence import StatedElement, StatedRecord
from lumme_graph.elements.parts import Aims, AimStanding, Description, From, Name, Title, To
from lumme_graph.elements.who import Group, Organisation, Role
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop, Via, Within
from lumme_graph.meta.ref import ID_WORDS, Ref


class ProjectStatus(Coded):
    """What is known of a project's money."""

    APPLIED = "applied", Label("haettu", "applied for", "ansökt")
    FUNDED = "funded", Label("rahoitettu", "funded", "finansierat")
    REFUSED = "refused", Label("hylätty", "refused", "avslaget")


class Party(Coded):
    """Whose money it is."""

    GRANT = "grant", Label("avustus", "grant", "bidrag")
    OWN = "own", Label("oma rahoitus", "own money", "egen finansiering")
    PARTNER = "partner", Label("yhteistyökumppani", "partner", "partner")
    OTHER = "other", Label("muu avustus", "other grant", "annat bidrag")
    TOTAL = "total", Label("yhteensä", "total", "totalt")


class FundingStage(Coded):
    """Whether money was applied for, granted or spent."""

    APPLIED = "applied", Label("haettu", "applied for", "ansökt")
    GRANTED = "granted", Label("myönnetty", "granted", "beviljat")
    REALISED = "realised", Label("toteutunut", "realised", "förverkligat")


_SUM = Via("schema:amount", "schema:MonetaryAmount", "amount")


class Funding(StatedRecord):
    """A sum of a project's money; a missing amount is not reported, which is not zero."""

    kind: ClassVar = Kind(
        Label("rahoituserä", "funding item", "finansieringspost"),
        Label("rahoituserät", "funding items", "finansieringsposter"),
        "",
        ("lg:Funding",),
    )
    key: ClassVar = ("stage", "party")

    stage: Annotated[
        FundingStage, Prop(Label("vaihe", "stage", "skede"), "lg:fundingStage", normative=False)
    ]
    """Applied for, granted or realised."""

    party: Annotated[Party, Prop(Label("osapuoli", "party", "part"), "lg:party")]
    """Whose money it is."""

    amount: Annotated[
        Decimal | None,
        Field(ge=0, max_digits=15, decimal_places=2),
        Prop(Label("summa", "amount", "belopp"), "schema:value", via=_SUM),
    ] = None
    """The sum; none where it was not reported. A true zero is written 0."""

    currency: Annotated[
        str | None,
        Field(pattern=r"^[A-Z]{3}$"),
        Prop(Label("valuutta", "currency", "valuta"), "schema:currency", via=_SUM),
    ] = None
    """The currency, by its ISO 4217 code, such as GBP; without one it is not recorded."""


InProjectPhase = Annotated[
    str | None,
    Prop(
        Label("vaihe", "phase", "fas"), "lg:inProjectPhase", within=Within("phases", of="project")
    ),
]


class ProjectPhase(StatedRecord):
    """A phase of a project."""

    kind: ClassVar = Kind(
        Label("hankkeen vaihe", "project phase", "projektfas"),
        Label("hankkeen vaiheet", "project phases", "projektfaser"),
        "",
        ("lg:ProjectPhase",),
    )
    key: ClassVar = ("id",)

    id: Annotated[str, Field(pattern=rf"^{ID_WORDS}$")]
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
        Label("hanke", "project", "projekt"),
        Label("hankkeet", "projects", "projekt"),
        "project",
        ("lg:Project", "schema:Project", "prov:Activity"),
    )

    name: Name
    """What it is called."""

    description: Description = None
    """What it sets out to do."""

    status: Annotated[
        ProjectStatus | None, Prop(Label("tila", "status", "status"), "lg:projectStatus")
    ] = None
    """What is known of its money."""

    lead: Annotated[
        Ref[Organisation] | None,
        Prop(
            Label("toteuttaja", "lead", "huvudman"),
            "lg:carriedOutBy",
            inverse=Inverse(
                "leads_projects", Label("toteuttaa hankkeita", "leads projects", "leder projekt")
            ),
        ),
    ] = None
    """The organisation that carries it out."""

    programme: Annotated[
        str | None, Prop(Label("ohjelma", "programme", "program"), "lg:programme")
    ] = None
    """The programme that funds it, such as the state's grants for libraries."""

    call: Annotated[
        int | None,
        Field(ge=1, le=9999),
        Prop(Label("hakuvuosi", "call", "ansökningsår"), "lg:call"),
    ] = None
    """The year of the call."""

    theme: Annotated[
        str | None, Prop(Label("teeman numero", "theme", "temats nummer"), "lg:themeNumber")
    ] = None
    """The number of the programme's theme."""

    theme_name: Annotated[Text | None, Prop(Label("teema", "theme name", "tema"), "lg:theme")] = (
        None
    )
    """The programme's theme in words."""

    decision_makers: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(
            Label("päättäjät", "decision-makers", "beslutsfattare"),
            "lg:decidedBy",
            inverse=Inverse(
                "decides_projects",
                Label("päättää hankkeista", "decides projects", "beslutar om projekt"),
            ),
        ),
    ] = ()
    """Who decides on the money."""

    granted_by: Annotated[
        Ref[Organisation] | None,
        Prop(
            Label("avustuksen myöntäjä", "granted by", "beviljat av"),
            "lg:grantedBy",
            inverse=Inverse(
                "grants_to", Label("myöntää avustuksia", "grants to", "beviljar bidrag till")
            ),
        ),
    ] = None
    """The authority that makes the grant, where it is told apart from who else decides."""

    applied_as: Annotated[
        Text | None,
        Prop(
            Label("hakijan nimi hakemuksessa", "applied as", "sökandens namn i ansökan"),
            "lg:appliedAs",
            normative=False,
        ),
    ] = None
    """The name of the applicant as the application has it."""

    from_: From = None
    """Its first day."""

    to: To = None
    """Its last day."""

    phases: Annotated[
        tuple[ProjectPhase, ...],
        Prop(Label("vaiheet", "phases", "faser"), "lg:projectPhase", ordered=True),
    ] = ()
    """Its phases, in order."""

    funding: Annotated[
        tuple[Funding, ...], Prop(Label("rahoitus", "funding", "finansiering"), "lg:funding")
    ] = ()
    """Its money: applied for, granted and realised."""

    deliverables: Annotated[
        tuple[Text, ...], Prop(Label("tuotokset", "deliverables", "resultat"), "lg:deliverable")
    ] = ()
    """What it promises to deliver."""

    groups: Annotated[
        tuple[Ref[Group], ...],
        Prop(
            Label("työryhmät", "groups", "arbetsgrupper"),
            "lg:projectGroup",
            inverse=Inverse("group_of", Label("hankkeen ryhmä", "group of", "grupp i")),
        ),
    ] = ()
    """The groups that it forms."""

    roles: Annotated[
        tuple[Ref[Role], ...],
        Prop(
            Label("roolit", "roles", "roller"),
            "lg:projectRole",
            inverse=Inverse("role_of", Label("hankkeen rooli", "role of", "roll i")),
        ),
    ] = ()
    """The roles that it needs."""


class Goal(StatedElement):
    """What development is to reach."""

    kind: ClassVar = Kind(
        Label("tavoite", "goal", "mål"), Label("tavoitteet", "goals", "mål"), "goal", ("lg:Goal",)
    )

    name: Name
    """The goal in a few words."""

    description: Description = None
    """What it means."""

    aim: Aims = None
    """The customer, the work, or both."""

    aim_standing: AimStanding = None
    """How the reading of its aim stands, where that differs from the rest."""

    outcome: Annotated[bool, Prop(Label("lopputulos", "outcome", "utfall"), "lg:isOutcome")] = False
    """True where it is to be there after the project."""

    under: Annotated[
        Ref[Goal] | None,
        Prop(
            Label("ylätavoite", "under", "under"),
            "lg:underGoal",
            inverse=Inverse("subgoals", Label("alatavoitteet", "subgoals", "delmål")),
            acyclic=True,
        ),
    ] = None
    """The higher goal that it serves."""

    project: Annotated[
        Ref[Project] | None,
        Prop(
            Label("hanke", "project", "projekt"),
            "lg:goalOf",
            inverse=Inverse("goals", Label("tavoitteet", "goals", "mål")),
        ),
    ] = None
    """The project that sets it."""


class Observation(StatedRecord):
    """A value of an indicator on a day; none where it was not reported."""

    kind: ClassVar = Kind(
        Label("havainto", "observation", "observation"),
        Label("havainnot", "observations", "observationer"),
        "",
        ("lg:Observation", "sosa:Observation"),
    )
    key: ClassVar = ("date",)

    date: Annotated[UncertainDate, Prop(Label("päivä", "date", "datum"), "lg:observedOn")]
    """The day that the value is of."""

    value: Annotated[
        Decimal | None,
        Field(max_digits=30),
        Prop(Label("arvo", "value", "värde"), "sosa:hasSimpleResult"),
    ] = None
    """The value."""


class IndicatorTarget(StatedRecord):
    """The value that an indicator is to reach."""

    kind: ClassVar = Kind(
        Label("tavoitearvo", "target value", "målvärde"),
        Label("tavoitearvot", "target values", "målvärden"),
        "",
        ("lg:IndicatorTarget",),
    )
    key: ClassVar = ()

    operator: Annotated[
        Literal["<", "<=", "=", ">=", ">"],
        Prop(Label("vertailu", "operator", "jämförelse"), "lg:operator"),
    ] = ">="
    """How the value compares with the target."""

    value: Annotated[
        Decimal, Field(max_digits=30), Prop(Label("arvo", "value", "värde"), "lg:targetValue")
    ]
    """The value to reach."""


class Indicator(StatedElement):
    """A measure: a named query over the graph, with a target or none."""

    kind: ClassVar = Kind(
        Label("mittari", "indicator", "indikator"),
        Label("mittarit", "indicators", "indikatorer"),
        "indicator",
        ("lg:Indicator", "sosa:ObservableProperty"),
    )

    name: Title
    """What is measured."""

    query: Annotated[str, Prop(Label("kysely", "query", "fråga"), "lg:query")]
    """The name of the query that counts it."""

    goals: Annotated[
        tuple[Ref[Goal], ...],
        Prop(
            Label("tavoitteet", "goals", "mål"),
            "lg:followsGoal",
            inverse=Inverse(
                "followed_by", Label("seurataan mittarilla", "followed by", "följs med")
            ),
        ),
    ] = ()
    """The goals that it follows."""

    project: Annotated[
        Ref[Project] | None,
        Prop(
            Label("hanke", "project", "projekt"),
            "lg:indicatorOf",
            inverse=Inverse("indicators", Label("mittarit", "indicators", "indikatorer")),
        ),
    ] = None
    """The project that names it."""

    target: Annotated[
        IndicatorTarget | None, Prop(Label("tavoitearvo", "target value", "målvärde"), "lg:target")
    ] = None
    """The value to reach; none where none is set."""

    observations: Annotated[
        tuple[Observation, ...],
        Prop(Label("havainnot", "observations", "observationer"), "lg:observation"),
    ] = ()
    """What was reported."""
