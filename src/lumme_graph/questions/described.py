"""Questions on what is said of services and commitments: fields, touchpoints, measures."""

from __future__ import annotations

from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.elements.offer import Answer as YesNo
from lumme_graph.elements.offer import Service
from lumme_graph.elements.project import Indicator
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.names import label_of
from lumme_graph.graph.things import Missing, Thing
from lumme_graph.questions.answers import Answer, Row, Total, fill
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import or_gap

SERVICE = Service.kind.label
COMMITMENT = Commitment.kind.label


@question(
    32,
    "services-described",
    Label("Is every service described with conditions, instructions, cost and channels?"),
)
def services_described(day: Day) -> Answer:
    """Each service with yes where conditions, instructions, cost and channels are recorded."""
    services = day.all(Service)
    rows: list[Row] = []
    lacking: dict[Message, list[Thing]] = {label: [] for label in _FIELDS}
    for service in services:
        parts = (service.conditions, service.instructions, service.cost, service.touchpoints)
        rows.append(
            Row((day.thing(service), *(YesNo.YES if p else Missing.NOT_RECORDED for p in parts)))
        )
        for label, part in zip(_FIELDS, parts, strict=True):
            if not part:
                lacking[label].append(day.thing(service))
    incomplete = {thing for of in lacking.values() for thing in of}
    note = Counted(
        "All four are recorded for {n} of {of} service.",
        "All four are recorded for {n} of {of} services.",
        by="of",
    )
    whole = [s for s in services if day.thing(s) not in incomplete]
    return Answer(
        (SERVICE, *_FIELDS),
        tuple(rows),
        fill(note, n=len(whole), of=len(services)),
        (Total(Label("all four"), len(whole), day.things(whole)),),
        (*gaps(*lacking.items()), *none_of(services, Service)),
    )


_FIELDS = (Label("conditions"), Label("instructions"), Label("cost"), Label("channels"))


@question(
    31,
    "commitments-unkept-or-unmeasured",
    Label("Which commitments are kept at no touchpoint, or have no indicator?"),
)
def commitments_unkept_or_unmeasured(day: Day) -> Answer:
    """Each commitment with its touchpoints and its measure: an indicator, or a standard in words."""
    commitments = day.all(Commitment)
    rows: list[Row] = []
    unkept: list[Thing] = []
    unmeasured: list[Thing] = []
    in_words: list[Thing] = []
    for one in commitments:
        thing, kept = day.thing(one), day.refs(one.kept_at)
        standard = None if one.standard is None else label_of(one.standard.metric)
        rows.append(Row((thing, or_gap(kept), day.ref(one.indicator), or_gap(standard))))
        if not kept:
            unkept.append(thing)
        if one.indicator is None:
            (unmeasured if standard is None else in_words).append(thing)
    groups = (unkept, unmeasured, in_words)
    numbers = dict(zip(("unkept", "unmeasured", "words"), map(len, groups), strict=True))
    return Answer(
        (COMMITMENT, *_MEASURES_COLUMNS),
        tuple(rows),
        fill(_MEASURES_NOTE, of=len(commitments), **numbers),
        tuple(
            Total(label, len(of), tuple(of))
            for label, of in zip(_MEASURES_TOTALS, groups, strict=True)
        ),
        (
            *gaps(*zip(_MEASURES_GAPS, groups, strict=True)),
            *none_of(commitments, Commitment),
        ),
    )


_MEASURES_COLUMNS = (Label("kept at"), Indicator.kind.label, Label("measure in words"))
_MEASURES_TOTALS = (
    Label("kept at no touchpoint"),
    Label("without a measure"),
    Label("measure in words only"),
)
_MEASURES_GAPS = (
    Label("a touchpoint"),
    Label("a measure"),
    Label("an indicator that the model counts"),
)
_MEASURES_NOTE = Label(
    "Kept nowhere {unkept} of {of}, without a measure {unmeasured}; with a measure in words only {words}."
)


QUESTIONS = (services_described, commitments_unkept_or_unmeasured)
