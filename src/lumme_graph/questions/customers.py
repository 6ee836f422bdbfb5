"""Questions on profiles and paths: what is missing, and where it feels worst."""

from __future__ import annotations

from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.journeys import FEELINGS, Path, Step
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.names import label_of
from lumme_graph.graph.things import Missing, Thing
from lumme_graph.questions.answers import Answer, Row, Total, fill
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import or_gap

PATH = Path.kind.label


@question(
    29,
    "profiles-without-path-or-evidence",
    Label("Which customer profiles have no path? Which have no evidence?"),
)
def profiles_without_path_or_evidence(day: Day) -> Answer:
    """Each profile with its paths and the sources of its evidence."""
    profiles, paths = day.all(Profile), day.all(Path)
    rows: list[Row] = []
    pathless: list[Thing] = []
    baseless: list[Thing] = []
    for profile in profiles:
        own = day.things(path for path in paths if profile.id in path.profiles)
        evidence = day.refs(dict.fromkeys(one.source for one in profile.evidence))
        rows.append(Row((day.thing(profile), or_gap(own), or_gap(evidence))))
        pathless += () if own else (day.thing(profile),)
        baseless += () if evidence else (day.thing(profile),)
    note = Label("Without a path {paths} of {of}, without evidence {evidence}.")
    return Answer(
        (Profile.kind.label, Path.kind.plural, _EVIDENCE),
        tuple(rows),
        fill(note, of=len(profiles), paths=len(pathless), evidence=len(baseless)),
        (
            Total(Label("without a path"), len(pathless), tuple(pathless)),
            Total(Label("without evidence"), len(baseless), tuple(baseless)),
        ),
        (*gaps((PATH, pathless), (_EVIDENCE, baseless)), *none_of(profiles, Profile)),
    )


_EVIDENCE = Label("evidence")


@question(
    30,
    "lowest-feeling",
    Label("Where on the paths is the lowest feeling, and at which touchpoint?"),
)
def lowest_feeling(day: Day) -> Answer:
    """The steps with the lowest feeling of all paths, and the steps without one."""
    steps = [(path, step) for path in day.all(Path) for step in path.steps]
    felt = [(path, step, step.feeling) for path, step in steps if step.feeling is not None]
    lowest = min((feeling.value for _, _, feeling in felt), default=None)
    rows = [
        Row(
            (
                day.thing(path),
                _step(path, step),
                day.ref(step.touchpoint),
                feeling.value,
                FEELINGS[feeling.value],
                or_gap(feeling.standing or step.standing or path.standing),
            )
        )
        for path, step, feeling in felt
        if feeling.value == lowest
    ]
    numb = [_step(path, step) for path, step in steps if step.feeling is None]
    said = Missing.NOT_RECORDED.label if lowest is None else lowest
    return Answer(
        _LOWEST_FEELING_COLUMNS,
        tuple(rows),
        fill(_LOWEST_FEELING_NOTE, lowest=said, n=len(rows), of=len(steps)),
        not_recorded=(*gaps((Label("the feeling"), numb)), *none_of(day.all(Path), Path)),
    )


_LOWEST_FEELING_NOTE = Counted(
    "The lowest feeling is {lowest}, at {n} of {of} step.",
    "The lowest feeling is {lowest}, at {n} of {of} steps.",
    by="of",
)


_LOWEST_FEELING_COLUMNS = (
    PATH,
    Step.kind.label,
    Touchpoint.kind.label,
    Label("value"),
    Label("feeling"),
    Label("standing"),
)


def _step(path: Path, step: Step) -> Thing:
    return Thing(f"{path.id}/{step.id}", label_of(step.action))


QUESTIONS = (profiles_without_path_or_evidence, lowest_feeling)
