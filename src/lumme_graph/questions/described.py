"""Questions on what is said of services and commitments: fields, touchpoints, measures."""

from __future__ import annotations

from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.offer import Service, YesNo
from lumme_graph.elements.project import Indicator
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps
from lumme_graph.meta.spec import label_of_field
from lumme_graph.questions.answers import Answer, Total
from lumme_graph.questions.asking import question
from lumme_graph.questions.table import AnswerColumn, table

_FIELDS = {
    "conditions": label_of_field(Service, "conditions"),
    "instructions": label_of_field(Service, "instructions"),
    "cost": label_of_field(Service, "cost"),
    "touchpoints": Label("channels"),
}
"""What a service is described with, and how that is called."""


@question(
    32,
    "services-described",
    Label("Is every service described with conditions, instructions, cost and channels?"),
)
def services_described(day: Day) -> Answer:
    """Each service with yes where conditions, instructions, cost and channels are recorded."""
    services = day.all(Service)
    whole = [one for one in services if all(getattr(one, name) for name in _FIELDS)]
    return table(
        day,
        AnswerColumn(Service.kind.label, services),
        *(
            AnswerColumn(
                label,
                [YesNo.YES if getattr(one, name) else None for one in services],
                gap=label,
            )
            for name, label in _FIELDS.items()
        ),
        note=Counted(
            "All four are recorded for {n} of {of} service.",
            "All four are recorded for {n} of {of} services.",
            by="of",
        ),
        params={"n": len(whole)},
        totals=(Total(Label("all four"), len(whole), day.things(whole)),),
        none=Service.kind.plural,
    )


@question(
    31,
    "commitments-unkept-or-unmeasured",
    Label("Which commitments are kept at no touchpoint, or have no indicator?"),
)
def commitments_unkept_or_unmeasured(day: Day) -> Answer:
    """Each commitment with its touchpoints and its measure: an indicator, or a standard in words."""
    found = day.all(Commitment)
    unmeasured = day.things(c for c in found if c.indicator is None and c.standard is None)
    in_words = day.things(c for c in found if c.indicator is None and c.standard is not None)
    return table(
        day,
        AnswerColumn(Commitment.kind.label, found),
        AnswerColumn(
            label_of_field(Commitment, "kept_at"),
            [day.refs(one.kept_at) for one in found],
            gap=Label("a touchpoint"),
            key="unkept",
            total=Label("kept at no touchpoint"),
        ),
        AnswerColumn(Indicator.kind.label, [day.ref(one.indicator) for one in found]),
        AnswerColumn(
            Label("measure in words"),
            [None if one.standard is None else one.standard.metric for one in found],
        ),
        note=Label(
            "Kept nowhere {unkept} of {of}, without a measure {unmeasured}; with a measure in words only {words}."
        ),
        params={"unmeasured": len(unmeasured), "words": len(in_words)},
        totals=(
            Total(Label("without a measure"), len(unmeasured), unmeasured),
            Total(Label("measure in words only"), len(in_words), in_words),
        ),
        more=gaps(
            (Label("a measure"), unmeasured),
            (Label("an indicator that the model counts"), in_words),
        ),
        none=Commitment.kind.plural,
    )
