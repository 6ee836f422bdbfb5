"""The service promise and the commitments it is made of."""

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import StatedElement, StatedRecord
from lumme_graph.elements.groups import Role
from lumme_graph.elements.offer import Coverable, Touchpoint
from lumme_graph.elements.parts import Description, Name
from lumme_graph.elements.project import Indicator
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop
from lumme_graph.meta.ref import Ref


class BasisType(Coded):
    """What a commitment rests on."""

    LAW = "law", Label("law")
    RULE = "rule", Label("user rule")
    STRATEGY = "strategy", Label("strategy")
    PRACTICE = "practice", Label("practice")
    OURS = "ours", Label("our proposal")


class Basis(StatedRecord):
    """What a commitment rests on."""

    kind: ClassVar = Kind(Label("basis"), Label("bases"), "", ("lg:Basis",))
    key: ClassVar = ("type",)

    type: Annotated[BasisType, Prop(Label("type"), "lg:basisType")]
    """Law, rule, strategy, practice, or our own proposal."""

    text: Annotated[Text | None, Prop(Label("text"), "dct:description")] = None
    """What it says, in short."""


class Standard(StatedRecord):
    """By what the keeping of a commitment is measured."""

    kind: ClassVar = Kind(Label("standard"), Label("standards"), "", ("lg:Standard",))
    key: ClassVar = ()

    metric: Annotated[Text, Prop(Label("metric"), "lg:metric")]
    """What is measured."""

    operator: Annotated[
        Literal["<", "<=", "=", ">=", ">"] | None, Prop(Label("operator"), "lg:operator")
    ] = None
    """How the measure compares with the target."""

    target: Annotated[
        Decimal | None, Field(max_digits=30), Prop(Label("target"), "lg:targetValue")
    ] = None
    """The value to reach; none where none is set."""

    unit: Annotated[str | None, Prop(Label("unit"), "lg:unit")] = None
    """The unit of the target."""


class Approval(Coded):
    """Whether a promise has been made."""

    DRAFT = "draft", Label("draft")
    APPROVED = "approved", Label("approved")


class Commitment(Coverable):
    """One thing that the libraries promise to their customers.

    It holds for the whole network except where `offered` states a no.
    """

    offered_by_default: ClassVar = True
    kind: ClassVar = Kind(
        Label("commitment"), Label("commitments"), "commitment", ("lg:Commitment",)
    )

    name: Annotated[Text, Prop(Label("wording"), "dct:title", "dct:description")]
    """The promise itself, as customers read it."""

    value: Annotated[Text | None, Prop(Label("value"), "lg:servesValue")] = None
    """The value behind it."""

    basis: Annotated[tuple[Basis, ...], Prop(Label("basis", "of a commitment"), "lg:basis")] = ()
    """What it rests on."""

    standard: Annotated[Standard | None, Prop(Label("standard"), "lg:standard")] = None
    """How its keeping is measured; none where there is none."""

    kept_at: Annotated[
        tuple[Ref[Touchpoint], ...],
        Prop(Label("kept at"), "lg:keptAt", inverse=Inverse("keeps", Label("keeps"))),
    ] = ()
    """The touchpoints where customers see that it is kept."""

    for_: Annotated[
        tuple[Ref[Profile], ...],
        Field(alias="for"),
        Prop(Label("for"), "lg:forProfile", inverse=Inverse("promised", Label("promised"))),
    ] = ()
    """For whom above all; without any, for all."""

    owner: Annotated[
        Ref[Role] | None,
        Prop(
            Label("owner"),
            "lg:ownedBy",
            inverse=Inverse("owns_commitments", Label("owns commitments")),
        ),
    ] = None
    """The role that answers for it."""

    indicator: Annotated[
        Ref[Indicator] | None,
        Prop(Label("indicator"), "lg:measuredBy", inverse=Inverse("measures", Label("measures"))),
    ] = None
    """The indicator that follows it."""

    customer_part: Annotated[Text | None, Prop(Label("customer's part"), "lg:customerPart")] = None
    """What the customer does for it."""

    status: Annotated[Approval, Prop(Label("status"), "lg:status")] = Approval.DRAFT
    """Draft, or approved by those whose promise it is."""

    review: Annotated[
        UncertainDate | None, Prop(Label("review"), "lg:reviewOn", normative=False)
    ] = None
    """When it is to be looked at again."""


class Promise(StatedElement):
    """The service promise as a whole."""

    kind: ClassVar = Kind(
        Label("service promise"),
        Label("service promises"),
        "promise",
        ("lg:Promise", "foaf:Document"),
    )

    name: Name
    """Its heading."""

    description: Description = None
    """What it is, and what it is not."""

    status: Annotated[Approval, Prop(Label("status"), "lg:status")] = Approval.DRAFT
    """Draft, or approved by those whose promise it is."""

    commitments: Annotated[
        tuple[Ref[Commitment], ...],
        Prop(
            Label("commitments"),
            "dct:hasPart",
            inverse=Inverse("promise", Label("promise")),
            ordered=True,
        ),
    ] = ()
    """Its commitments, in order."""
