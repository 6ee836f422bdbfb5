"""Questions on projects: programme, status, the lead's name, goals by theme, who decided."""

from __future__ import annotations

from lumme_graph.analysis.leads import Led, led
from lumme_graph.base.label import Counted, Label, Message, Plain
from lumme_graph.elements.project import Goal, Project, ProjectStatus
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.things import Missing
from lumme_graph.meta.spec import label_of_field
from lumme_graph.questions.answers import Answer, Total
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import WITHOUT, listed
from lumme_graph.questions.table import AnswerColumn, table

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
    calls = sorted({(p.programme, p.call) for p in projects if p.programme and p.call})
    of = [[p for p in projects if (p.programme, p.call) == call] for call in calls]
    got = [[p for p in found if p.status is ProjectStatus.FUNDED] for found in of]
    rest = [[p for p in found if p.status is not ProjectStatus.FUNDED] for found in of]
    several = listed(
        Plain(f"{programme} {year} ({len(found)})")
        for (programme, year), found in zip(calls, got, strict=True)
        if len(found) > 1
    )
    no_call = day.things(p for p in projects if not (p.programme and p.call))
    no_status = day.things(p for p in projects if p.status is None)
    return table(
        day,
        AnswerColumn(label_of_field(Project, "programme"), [programme for programme, _ in calls]),
        AnswerColumn(Label("year of the call"), [str(year) for _, year in calls]),
        AnswerColumn(Label("got money"), got, is_known=True),
        AnswerColumn(Label("money not recorded as got"), rest, is_known=True),
        note=Label("Several projects got money from the same programme and year: {several}."),
        params={"several": several},
        more=(
            *gaps((Label("programme or year"), no_call), (_STATUS, no_status)),
            *none_of(projects, Project),
        ),
    )


@question(3, "projects-by-status", Label("Which projects are funded, which only applied?"))
def projects_by_status(day: Day) -> Answer:
    """Each project with what is known of its money."""
    projects = day.all(Project)
    states = (*ProjectStatus, None)
    by = {state: day.things(p for p in projects if p.status is state) for state in states}
    funded, applied = len(by[ProjectStatus.FUNDED]), len(by[ProjectStatus.APPLIED])
    return table(
        day,
        AnswerColumn(PROJECT, projects),
        AnswerColumn(_STATUS, [one.status for one in projects], gap=_STATUS, key="unknown"),
        note=Label("Funded {funded}, applied only {applied}, not recorded {unknown}."),
        params={"funded": funded, "applied": applied},
        totals=(
            Total((status or Missing.NOT_RECORDED).label, len(of), of) for status, of in by.items()
        ),
        none=Project.kind.plural,
    )


@question(4, "lead-name", Label("Under which name did the lead act when its project began?"))
def lead_name(day: Day) -> Answer:
    """Each project's lead by its name on the first day, in the application, and on the day asked."""
    projects, rows = day.all(Project), led(day)
    applied = [one.project if one.project.applied_as else None for one in rows]
    began = [one for one in rows if one.start is not None and one.start.exact is not None]
    no_day = day.things(p for p in projects if p.lead and day.start(p) is None)
    return table(
        day,
        AnswerColumn(PROJECT, [one.project for one in rows]),
        AnswerColumn(Label("began"), [one.start for one in rows]),
        AnswerColumn(Label("name then"), [one.then for one in rows]),
        AnswerColumn(Label("sources of the name"), [day.refs(one.sources) for one in rows]),
        AnswerColumn(Label("name in the application"), [one and one.applied_as for one in applied]),
        AnswerColumn(
            Label("sources of the application"),
            [one and day.refs(one.sources) for one in applied],
        ),
        AnswerColumn(Label("name on the day asked"), [one.now for one in rows]),
        note=Label("The lead's name when its project began – {said}."),
        params={"said": listed(map(_said, began))},
        behind=[day.things((one.lead,)) for one in rows],
        more=(
            *gaps(
                (Label("the lead"), day.things(p for p in projects if p.lead is None)),
                (Label("the first day"), no_day),
            ),
            *none_of(projects, Project),
        ),
    )


def _said(one: Led) -> Message:
    """The name on the first day, and the one in the application where there is one."""
    name = one.then.label if isinstance(one.then, Missing) else one.then
    words = Label("{day}: {name}").fill(day=one.start, name=name)
    applied = one.project.applied_as
    if applied is None:
        return words
    return Label("{said} (in the application: {name})").fill(said=words, name=applied)


@question(9, "goals-by-theme", Label("Which goals link to which theme of the programme?"))
def goals_by_theme(day: Day) -> Answer:
    """The goals of each project that names a theme; what comes after a project is none of them."""
    projects, goals = day.all(Project), day.graph.all(Goal)
    own = [
        (project, [g for g in goals if g.project == project.id and not g.outcome])
        for project in projects
        if project.theme is not None
    ]
    rows = [(project, goal) for project, of in own for goal in of]
    homeless = day.things(goal for goal in goals if goal.project is None)
    no_theme = day.things(project for project in projects if project.theme is None)
    said = (Label("theme {t}: {n}").fill(t=project.theme, n=len(of)) for project, of in own)
    return table(
        day,
        AnswerColumn(Label("theme"), [project.theme for project, _ in rows]),
        AnswerColumn(Label("name of the theme"), [project.theme_name for project, _ in rows]),
        AnswerColumn(Goal.kind.label, [goal for _, goal in rows]),
        AnswerColumn(PROJECT, [project for project, _ in rows]),
        note=Label("Goals – {said}."),
        params={"said": listed(said)},
        more=(
            *gaps(
                (Label("theme of the project"), no_theme), (Label("project of the goal"), homeless)
            ),
            *none_of(projects, Project),
        ),
    )


@question(47, "decision-makers", Label("Who decided on the project's money?"))
def decision_makers(day: Day) -> Answer:
    """Each project with those who decide on its money, and which of them grants it."""
    projects = day.all(Project)
    return table(
        day,
        AnswerColumn(PROJECT, projects),
        AnswerColumn(
            label_of_field(Project, "decision_makers"),
            [day.refs(one.decision_makers) for one in projects],
            gap=Label("the decision-maker"),
            key="n",
            total=WITHOUT,
        ),
        AnswerColumn(
            Label("grant authority"),
            [day.ref(one.granted_by) for one in projects],
            gap=Label("the grant authority"),
        ),
        note=Counted(
            "The decision-maker is not recorded for {n} of {of} project.",
            "The decision-maker is not recorded for {n} of {of} projects.",
            by="of",
        ),
        none=Project.kind.plural,
    )
