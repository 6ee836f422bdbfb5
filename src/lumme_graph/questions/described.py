"""Questions on what is described of profiles and paths, services and commitments."""

from __future__ import annotations

from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.journeys import FEELINGS, Feeling, Path, Step
from lumme_graph.elements.offer import Service, Touchpoint, YesNo
from lumme_graph.elements.project import Indicator
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps
from lumme_graph.graph.things import Missing, Thing
from lumme_graph.meta.spec import label_of_field
from lumme_graph.questions.answers import Answer, Total
from lumme_graph.questions.asking import question
from lumme_graph.questions.table import AnswerColumn, table

PATH = Path.kind.label


@question(29, Label("Which customer profiles have no path? Which have no evidence?"))
def profiles_without_path_or_evidence(day: Day) -> Answer:
    """Each profile with its paths and the sources of its evidence."""
    profiles, paths = day.all(Profile), day.all(Path)
    evidence = label_of_field(Profile, "evidence")
    return table(
        day,
        AnswerColumn(Profile.kind.label, profiles),
        AnswerColumn(
            Path.kind.plural,
            [[path for path in paths if one.id in path.profiles] for one in profiles],
            gap=PATH,
            key="paths",
            total=Label("without a path"),
        ),
        AnswerColumn(
            evidence,
            [day.refs(dict.fromkeys(piece.source for piece in one.evidence)) for one in profiles],
            gap=evidence,
            key="evidence",
            total=Label("without evidence"),
        ),
        note=Label("Without a path {paths} of {of}, without evidence {evidence}."),
        none=Profile.kind.plural,
    )


@question(30, Label("Where on the paths is the lowest feeling, and at which touchpoint?"))
def lowest_feeling(day: Day) -> Answer:
    """The steps with the lowest feeling of all paths, and the steps without one."""
    steps = [(path, step, step.feeling) for path in day.all(Path) for step in path.steps]
    lowest = min((feeling.value for _, _, feeling in steps if feeling), default=None)
    rows = [
        (path, step, feeling)
        for path, step, feeling in steps
        if feeling and feeling.value == lowest
    ]
    numb = [_step(path, step) for path, step, feeling in steps if feeling is None]
    return table(
        day,
        AnswerColumn(PATH, [path for path, _, _ in rows]),
        AnswerColumn(Step.kind.label, [_step(path, step) for path, step, _ in rows]),
        AnswerColumn(Touchpoint.kind.label, [day.ref(step.touchpoint) for _, step, _ in rows]),
        AnswerColumn(label_of_field(Feeling, "value"), [feeling.value for _, _, feeling in rows]),
        AnswerColumn(Feeling.kind.label, [FEELINGS[feeling.value] for _, _, feeling in rows]),
        AnswerColumn(
            label_of_field(Feeling, "standing"),
            [feeling.standing or step.standing or path.standing for path, step, feeling in rows],
        ),
        note=Counted(
            "The lowest feeling is {lowest}, at {n} of {of} step.",
            "The lowest feeling is {lowest}, at {n} of {of} steps.",
            by="of",
        ),
        lowest=Missing.NOT_RECORDED if lowest is None else lowest,
        n=len(rows),
        of=len(steps),
        more=gaps((Label("the feeling"), numb)),
        none=None if day.all(Path) else Path.kind.plural,
    )


def _step(path: Path, step: Step) -> Thing:
    return Thing(f"{path.id}/{step.id}", step.action)


_FIELDS = {
    "conditions": label_of_field(Service, "conditions"),
    "instructions": label_of_field(Service, "instructions"),
    "cost": label_of_field(Service, "cost"),
    "touchpoints": Label("channels"),
}
"""What a service is described with, and how that is called."""


@question(32, Label("Is every service described with conditions, instructions, cost and channels?"))
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
        n=len(whole),
        totals=(Total(Label("all four"), len(whole), day.things(whole)),),
        none=Service.kind.plural,
    )


@question(31, Label("Which commitments are kept at no touchpoint, or have no indicator?"))
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
        unmeasured=len(unmeasured),
        words=len(in_words),
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
