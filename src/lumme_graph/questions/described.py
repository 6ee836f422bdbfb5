"""Questions on what is said of services and commitments: fields, touchpoints, measures."""

from __future__ import annotations

from lumme_graph.base.text import Label
from lumme_graph.elements.offer import Answer as YesNo
from lumme_graph.elements.offer import Service
from lumme_graph.elements.project import Indicator
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import label_of
from lumme_graph.graph.things import Missing, Thing
from lumme_graph.questions.answers import Answer, Row, Total, fill, gaps
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import none_of, or_gap

SERVICE = Service.kind.label
COMMITMENT = Commitment.kind.label


@question(
    32,
    "services-described",
    Label(
        "Onko jokaisesta palvelusta kerrottu ehdot, toimintaohje, maksut ja kanavat?",
        "Is every service described with conditions, instructions, cost and channels?",
        "Har varje tjänst villkor, anvisningar, avgifter och kanaler?",
    ),
)
def services_described(day: Day) -> Answer:
    """Each service with yes where conditions, instructions, cost and channels are recorded."""
    services = day.all(Service)
    rows: list[Row] = []
    lacking: dict[Label, list[Thing]] = {label: [] for label in _FIELDS}
    for service in services:
        parts = (service.conditions, service.instructions, service.cost, service.touchpoints)
        rows.append(
            Row((day.thing(service), *(YesNo.YES if p else Missing.NOT_RECORDED for p in parts)))
        )
        for label, part in zip(_FIELDS, parts, strict=True):
            if not part:
                lacking[label].append(day.thing(service))
    incomplete = {thing for of in lacking.values() for thing in of}
    note = Label(
        "Kaikki neljä on kirjattu {n} / {of} palvelusta.",
        "All four are recorded for {n} of {of} services.",
        "Alla fyra är antecknade för {n} av {of} tjänster.",
    )
    whole = [s for s in services if day.thing(s) not in incomplete]
    return Answer(
        (SERVICE, *_FIELDS),
        tuple(rows),
        fill(note, n=len(whole), of=len(services)),
        (Total(Label("kaikki neljä", "all four", "alla fyra"), len(whole), day.things(whole)),),
        (*gaps(*lacking.items()), *none_of(services, Service)),
    )


_FIELDS = (
    Label("ehdot", "conditions", "villkor"),
    Label("toimintaohje", "instructions", "anvisningar"),
    Label("maksut", "cost", "avgifter"),
    Label("kanavat", "channels", "kanaler"),
)


@question(
    31,
    "commitments-unkept-or-unmeasured",
    Label(
        "Mitkä lupaukset eivät näy missään kosketuspisteessä tai ovat vailla mittaria?",
        "Which commitments are kept at no touchpoint, or have no indicator?",
        "Vilka åtaganden hålls inte vid någon kontaktpunkt eller saknar mått?",
    ),
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


_MEASURES_COLUMNS = (
    Label("pidetään", "kept at", "hålls vid"),
    Indicator.kind.label,
    Label("mitta sanoin", "measure in words", "mått i ord"),
)
_MEASURES_TOTALS = (
    Label("ilman kosketuspistettä", "kept at no touchpoint", "hålls ingenstans"),
    Label("ilman mittaria", "without a measure", "utan mått"),
    Label("vain sanallinen mitta", "measure in words only", "mått bara i ord"),
)
_MEASURES_GAPS = (
    Label("kosketuspiste", "a touchpoint", "en kontaktpunkt"),
    Label("mittari", "a measure", "ett mått"),
    Label(
        "mallista laskettava mittari",
        "an indicator that the model counts",
        "en indikator som modellen räknar",
    ),
)
_MEASURES_NOTE = Label(
    "Ilman kosketuspistettä {unkept} / {of}, ilman mittaria {unmeasured}; vain sanallinen mitta {words}.",
    "Kept nowhere {unkept} of {of}, without a measure {unmeasured}; with a measure in words only {words}.",
    "Hålls ingenstans {unkept} av {of}, utan mått {unmeasured}; mått bara i ord {words}.",
)


QUESTIONS = (services_described, commitments_unkept_or_unmeasured)
