"""The service promise and the commitments it is made of."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.text import Label, Text
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import StatedElement, StatedRecord
from lumme_graph.elements.offer import Coverable, Touchpoint
from lumme_graph.elements.parts import Description, Name
from lumme_graph.elements.project import Indicator
from lumme_graph.elements.who import Role
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop
from lumme_graph.meta.ref import Ref


class BasisType(Coded):
    """What a commitment rests on."""

    LAW = "law", Label("laki", "law", "lag")
    RULE = "rule", Label("käyttösääntö", "user rule", "användningsregel")
    STRATEGY = "strategy", Label("strategia", "strategy", "strategi")
    PRACTICE = "practice", Label("käytäntö", "practice", "praxis")
    OURS = "ours", Label("oma ehdotus", "our proposal", "eget förslag")


class Basis(StatedRecord):
    """What a commitment rests on."""

    kind: ClassVar = Kind(
        Label("peruste", "basis", "grund"),
        Label("perusteet", "bases", "grunder"),
        "",
        ("lg:Basis",),
    )
    key: ClassVar = ("type",)

    type: Annotated[BasisType, Prop(Label("tyyppi", "type", "typ"), "lg:basisType")]
    """Law, rule, strategy, practice, or our own proposal."""

    text: Annotated[Text | None, Prop(Label("teksti", "text", "text"), "dct:description")] = None
    """What it says, in short."""


class Standard(StatedRecord):
    """By what the keeping of a commitment is measured."""

    kind: ClassVar = Kind(
        Label("mittapuu", "standard", "norm"),
        Label("mittapuut", "standards", "normer"),
        "",
        ("lg:Standard",),
    )
    key: ClassVar = ()

    metric: Annotated[Text, Prop(Label("mittari", "metric", "mått"), "lg:metric")]
    """What is measured."""

    operator: Annotated[
        Literal["<", "<=", "=", ">=", ">"] | None,
        Prop(Label("vertailu", "operator", "jämförelse"), "lg:operator"),
    ] = None
    """How the measure compares with the target."""

    target: Annotated[float | None, Prop(Label("tavoite", "target", "mål"), "lg:targetValue")] = (
        None
    )
    """The value to reach; none where none is set."""

    unit: Annotated[str | None, Prop(Label("yksikkö", "unit", "enhet"), "lg:unit")] = None
    """The unit of the target."""


class Approval(Coded):
    """Whether a promise has been made."""

    DRAFT = "draft", Label("luonnos", "draft", "utkast")
    APPROVED = "approved", Label("hyväksytty", "approved", "godkänd")


class Commitment(Coverable):
    """One thing that the libraries promise to their customers.

    It holds for the whole network except where `offered` states a no.
    """

    offered_by_default: ClassVar = True
    kind: ClassVar = Kind(
        Label("lupaus", "commitment", "åtagande"),
        Label("lupaukset", "commitments", "åtaganden"),
        "commitment",
        ("lg:Commitment", "cpsv:Rule"),
    )

    name: Annotated[
        Text, Prop(Label("lupaus", "wording", "lydelse"), "dct:title", "dct:description")
    ]
    """The promise itself, as customers read it."""

    value: Annotated[Text | None, Prop(Label("arvo", "value", "värde"), "lg:servesValue")] = None
    """The value behind it."""

    basis: Annotated[
        tuple[Basis, ...], Prop(Label("perusteet", "basis", "grunder"), "lg:basis")
    ] = ()
    """What it rests on."""

    standard: Annotated[
        Standard | None, Prop(Label("mittapuu", "standard", "norm"), "lg:standard")
    ] = None
    """How its keeping is measured; none where there is none."""

    kept_at: Annotated[
        tuple[Ref[Touchpoint], ...],
        Prop(
            Label("pidetään", "kept at", "hålls vid"),
            "lg:keptAt",
            inverse=Inverse("keeps", Label("lunastaa", "keeps", "håller")),
        ),
    ] = ()
    """The touchpoints where customers see that it is kept."""

    for_: Annotated[
        tuple[Ref[Profile], ...],
        Field(alias="for"),
        Prop(
            Label("kenelle", "for", "för"),
            "lg:forProfile",
            inverse=Inverse("promised", Label("luvattu", "promised", "lovat")),
        ),
    ] = ()
    """For whom above all; without any, for all."""

    owner: Annotated[
        Ref[Role] | None,
        Prop(
            Label("vastuurooli", "owner", "ansvarig roll"),
            "lg:ownedBy",
            inverse=Inverse(
                "owns_commitments",
                Label("vastaa lupauksista", "owns commitments", "ansvarar för åtaganden"),
            ),
        ),
    ] = None
    """The role that answers for it."""

    indicator: Annotated[
        Ref[Indicator] | None,
        Prop(
            Label("mittari", "indicator", "indikator"),
            "lg:measuredBy",
            inverse=Inverse("measures", Label("mittaa", "measures", "mäter")),
        ),
    ] = None
    """The indicator that follows it."""

    customer_part: Annotated[
        Text | None,
        Prop(Label("asiakkaan osuus", "customer's part", "kundens del"), "lg:customerPart"),
    ] = None
    """What the customer does for it."""

    status: Annotated[Approval, Prop(Label("tila", "status", "status"), "lg:status")] = (
        Approval.DRAFT
    )
    """Draft, or approved by those whose promise it is."""

    review: Annotated[
        UncertainDate | None,
        Prop(Label("tarkistus", "review", "granskning"), "lg:reviewOn", normative=False),
    ] = None
    """When it is to be looked at again."""


class Promise(StatedElement):
    """The service promise as a whole."""

    kind: ClassVar = Kind(
        Label("palvelulupaus", "service promise", "servicelöfte"),
        Label("palvelulupaukset", "service promises", "servicelöften"),
        "promise",
        ("lg:Promise", "foaf:Document"),
    )

    name: Name
    """Its heading."""

    description: Description = None
    """What it is, and what it is not."""

    status: Annotated[Approval, Prop(Label("tila", "status", "status"), "lg:status")] = (
        Approval.DRAFT
    )
    """Draft, or approved by those whose promise it is."""

    commitments: Annotated[
        tuple[Ref[Commitment], ...],
        Prop(
            Label("lupaukset", "commitments", "åtaganden"),
            "dct:hasPart",
            inverse=Inverse("promise", Label("palvelulupaus", "promise", "servicelöfte")),
            ordered=True,
        ),
    ] = ()
    """Its commitments, in order."""
