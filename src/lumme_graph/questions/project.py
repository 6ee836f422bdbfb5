"""Questions on projects: programme, status, the lead's name, goals by theme, who decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.label import Counted, Label, Message, Plain
from lumme_graph.elements.project import Goal, Project, ProjectStatus
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.names import label_of
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.questions.answers import Answer, Row, Total, Value, fill
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import WITHOUT, listed, or_gap

PROJECT = Project.kind.label
_STATUS = Label("status of the money")


@question(
    2,
    "same-programme-and-year",
    Label("Which projects got money from the same programme and year?"),
)
def same_programme_and_year(day: Day) -> Answer:
    """Projects by programme and year of the call; those that got money apart."""
    projects = day.all(Project)
    groups: dict[tuple[str, int], list[Project]] = {}
    for project in projects:
        if project.programme is not None and project.call is not None:
            groups.setdefault((project.programme, project.call), []).append(project)
    rows: list[Row] = []
    several: list[Message] = []
    for (programme, call), found in sorted(groups.items()):
        funded = day.things(p for p in found if p.status is ProjectStatus.FUNDED)
        others = day.things(p for p in found if p.status is not ProjectStatus.FUNDED)
        rows.append(Row((programme, str(call), funded, others)))
        if len(funded) > 1:
            several.append(Plain(f"{programme} {call} ({len(funded)})"))
    placed = {p.id for found in groups.values() for p in found}
    gap = Label("programme or year")
    return Answer(
        _SAME_PROGRAMME_AND_YEAR_COLUMNS,
        tuple(rows),
        fill(_SAME_PROGRAMME_AND_YEAR_NOTE, several=listed(several)),
        not_recorded=(
            *gaps(
                (gap, day.things(p for p in projects if p.id not in placed)),
                (_STATUS, day.things(p for p in projects if p.status is None)),
            ),
            *none_of(projects, Project),
        ),
    )


_SAME_PROGRAMME_AND_YEAR_NOTE = Label(
    "Several projects got money from the same programme and year: {several}."
)


_SAME_PROGRAMME_AND_YEAR_COLUMNS = (
    Label("programme"),
    Label("year of the call"),
    Label("got money"),
    Label("money not recorded as got"),
)


@question(3, "projects-by-status", Label("Which projects are funded, which only applied?"))
def projects_by_status(day: Day) -> Answer:
    """Each project with what is known of its money."""
    projects = day.all(Project)
    by: dict[ProjectStatus | None, list[Project]] = {}
    for project in projects:
        by.setdefault(project.status, []).append(project)
    totals = [Total(s.label, len(by.get(s, ())), day.things(by.get(s, ()))) for s in ProjectStatus]
    unknown = day.things(by.get(None, ()))
    note = Label("Funded {funded}, applied only {applied}, not recorded {unknown}.")
    return Answer(
        (PROJECT, _STATUS),
        tuple(Row((day.thing(p), or_gap(p.status))) for p in projects),
        fill(
            note,
            funded=len(by.get(ProjectStatus.FUNDED, ())),
            applied=len(by.get(ProjectStatus.APPLIED, ())),
            unknown=len(unknown),
        ),
        (*totals, Total(Missing.NOT_RECORDED.label, len(unknown), unknown)),
        (*gaps((_STATUS, unknown)), *none_of(projects, Project)),
    )


@question(4, "lead-name", Label("Under which name did the lead act when its project began?"))
def lead_name(day: Day) -> Answer:
    """Each project's lead by its name on the first day, in the application, and on the day asked."""
    projects = day.all(Project)
    rows: list[Row] = []
    said: list[Message] = []
    for project in projects:
        lead, start = day.graph.get(project.lead), day.start(project)
        if lead is None:
            continue
        then = Missing.NOT_RECORDED if start is None else _name_within(lead, start)
        first: Value = start or Missing.NOT_RECORDED
        applied = None if project.applied_as is None else label_of(project.applied_as)
        values = (
            day.thing(project),
            first,
            then,
            or_gap(() if start is None else _sources_of_name(day, lead, start)),
            or_gap(applied),
            or_gap(day.refs(project.sources) if applied else ()),
            _name_on(lead, day.date),
        )
        rows.append(Row(values, (day.thing(lead),)))
        if start is not None and start.exact is not None:
            name = then.label if isinstance(then, Missing) else then
            words = fill(Label("{day}: {name}"), day=start, name=name)
            said.append(fill(_APPLIED, said=words, name=applied) if applied else words)
    no_lead = day.things(p for p in projects if p.lead is None)
    no_day = day.things(p for p in projects if p.lead and day.start(p) is None)
    return Answer(
        _LEAD_NAME_COLUMNS,
        tuple(rows),
        fill(_LEAD_NAME_NOTE, said=listed(said)),
        not_recorded=(
            *gaps((Label("the lead"), no_lead), (Label("the first day"), no_day)),
            *none_of(projects, Project),
        ),
    )


_LEAD_NAME_NOTE = Label("The lead's name when its project began – {said}.")


_APPLIED = Label("{said} (in the application: {name})")
_SOURCES = Label("sources of the name")
_LEAD_NAME_COLUMNS = (
    PROJECT,
    Label("began"),
    Label("name then"),
    _SOURCES,
    Label("name in the application"),
    Label("sources of the application"),
    Label("name on the day asked"),
)


def _name_within(organisation: Organisation, day: UncertainDate) -> Message | Missing:
    """The name on a day; unknown where it changes within what is known of the day."""
    if day.earliest is None or day.latest is None:
        return Missing.UNKNOWN
    found = {_name_on(organisation, bound) for bound in (day.earliest, day.latest)}
    return found.pop() if len(found) == 1 else Missing.UNKNOWN


def _sources_of_name(day: Day, lead: Organisation, start: UncertainDate) -> Things:
    """The sources of the name on a day: a former name's own, else the organisation's."""
    for former in lead.former_names:
        if start.latest and holds(former.from_, former.to, start.latest):
            return day.refs(former.sources or lead.sources)
    return day.refs(lead.sources)


def _name_on(organisation: Organisation, day: date) -> Message | Missing:
    for former in organisation.former_names:
        truth = holds(former.from_, former.to, day)
        if truth is not False:
            return label_of(former.name) if truth else Missing.UNKNOWN
    return label_of(organisation.name)


@question(9, "goals-by-theme", Label("Which goals link to which theme of the programme?"))
def goals_by_theme(day: Day) -> Answer:
    """The goals of each project that names a theme; what comes after a project is none of them."""
    projects = day.all(Project)
    rows: list[Row] = []
    said: list[Message] = []
    for project in projects:
        if project.theme is None:
            continue
        goals = [goal for goal in _goals(day, project) if not goal.outcome]
        theme = label_of(project.theme_name) if project.theme_name else Missing.NOT_RECORDED
        for goal in goals:
            values = (project.theme, theme, day.thing(goal), day.thing(project))
            rows.append(Row(values))
        pattern = Label("theme {t}: {n}")
        said.append(fill(pattern, t=project.theme, n=len(goals)))
    no_theme = [p for p in projects if p.theme is None]
    homeless = [goal for goal in day.graph.all(Goal) if goal.project is None]
    note = Label("Goals – {said}.")
    return Answer(
        _GOALS_BY_THEME_COLUMNS,
        tuple(rows),
        fill(note, said=listed(said)),
        not_recorded=(
            *gaps(
                (Label("theme of the project"), day.things(no_theme)),
                (Label("project of the goal"), day.things(homeless)),
            ),
            *none_of(projects, Project),
        ),
    )


_GOALS_BY_THEME_COLUMNS = (Label("theme"), Label("name of the theme"), Goal.kind.label, PROJECT)


def _goals(day: Day, project: Project) -> Sequence[Goal]:
    return [goal for goal in day.graph.all(Goal) if goal.project == project.id]


@question(47, "decision-makers", Label("Who decided on the project's money?"))
def decision_makers(day: Day) -> Answer:
    """Each project with those who decide on its money, and which of them grants it."""
    projects = day.all(Project)
    rows: list[Row] = []
    nobody: list[Thing] = []
    no_grantor: list[Thing] = []
    for project in projects:
        deciding, grantor = day.refs(project.decision_makers), day.ref(project.granted_by)
        rows.append(Row((day.thing(project), or_gap(deciding), grantor)))
        if not deciding:
            nobody.append(day.thing(project))
        if isinstance(grantor, Missing):
            no_grantor.append(day.thing(project))
    note = Counted(
        "The decision-maker is not recorded for {n} of {of} project.",
        "The decision-maker is not recorded for {n} of {of} projects.",
        by="of",
    )
    return Answer(
        (PROJECT, Label("decision-makers"), _GRANTOR),
        tuple(rows),
        fill(note, n=len(nobody), of=len(projects)),
        (Total(WITHOUT, len(nobody), tuple(nobody)),),
        (*gaps((_DECIDING, nobody), (_THE_GRANTOR, no_grantor)), *none_of(projects, Project)),
    )


_GRANTOR = Label("grant authority")
_DECIDING = Label("the decision-maker")
_THE_GRANTOR = Label("the grant authority")

QUESTIONS = (
    same_programme_and_year,
    projects_by_status,
    lead_name,
    goals_by_theme,
    decision_makers,
)
