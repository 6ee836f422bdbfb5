"""Questions on profiles and paths: what is missing, and where it feels worst."""

from __future__ import annotations

from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.journeys import FEELINGS, Feeling, Path, Step
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.things import Missing, Thing
from lumme_graph.meta.spec import label_of_field
from lumme_graph.questions.answers import Answer
from lumme_graph.questions.asking import question
from lumme_graph.questions.table import AnswerColumn, table

PATH = Path.kind.label


@question(
    29,
    "profiles-without-path-or-evidence",
    Label("Which customer profiles have no path? Which have no evidence?"),
)
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


@question(
    30,
    "lowest-feeling",
    Label("Where on the paths is the lowest feeling, and at which touchpoint?"),
)
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
        params={
            "lowest": Missing.NOT_RECORDED if lowest is None else lowest,
            "n": len(rows),
            "of": len(steps),
        },
        more=(*gaps((Label("the feeling"), numb)), *none_of(day.all(Path), Path)),
    )


def _step(path: Path, step: Step) -> Thing:
    return Thing(f"{path.id}/{step.id}", step.action)
