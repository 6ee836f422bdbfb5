"""Questions on projects: programme, status, the lead's name, goals by theme, who decided."""

from __future__ import annotations

from datetime import date

from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.label import Counted, Label, Message, Plain
from lumme_graph.base.text import Text
from lumme_graph.elements.project import Goal, Project, ProjectStatus
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.names import label_of
from lumme_graph.graph.things import Missing, Things
from lumme_graph.meta.spec import label_of_field
from lumme_graph.questions.answers import Answer, Row, Total, fill
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import WITHOUT, listed, or_gap
from lumme_graph.questions.table import Column, table

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
    placed = [(p, (p.programme, p.call)) for p in projects if p.programme and p.call]
    of = {call: [p for p, own in placed if own == call] for call in sorted({c for _, c in placed})}
    funded = {
        call: day.things(p for p in found if p.status is ProjectStatus.FUNDED)
        for call, found in of.items()
    }
    others = {
        call: day.things(p for p in found if p.status is not ProjectStatus.FUNDED)
        for call, found in of.items()
    }
    return Answer(
        (
            label_of_field(Project, "programme"),
            Label("year of the call"),
            Label("got money"),
            Label("money not recorded as got"),
        ),
        tuple(Row((call[0], str(call[1]), funded[call], others[call])) for call in of),
        fill(
            Label("Several projects got money from the same programme and year: {several}."),
            several=listed(
                Plain(f"{call[0]} {call[1]} ({len(got)})")
                for call, got in funded.items()
                if len(got) > 1
            ),
        ),
        not_recorded=(
            *gaps(
                (
                    Label("programme or year"),
                    day.things(p for p in projects if not (p.programme and p.call)),
                ),
                (_STATUS, day.things(p for p in projects if p.status is None)),
            ),
            *none_of(projects, Project),
        ),
    )


@question(3, "projects-by-status", Label("Which projects are funded, which only applied?"))
def projects_by_status(day: Day) -> Answer:
    """Each project with what is known of its money."""
    projects = day.all(Project)
    by = {
        status: day.things(p for p in projects if p.status is status)
        for status in (*ProjectStatus, None)
    }
    return table(
        day,
        Column(PROJECT, projects),
        Column(_STATUS, [one.status for one in projects], gap=_STATUS, key="unknown"),
        note=Label("Funded {funded}, applied only {applied}, not recorded {unknown}."),
        params={
            "funded": len(by[ProjectStatus.FUNDED]),
            "applied": len(by[ProjectStatus.APPLIED]),
        },
        totals=(
            Total((status or Missing.NOT_RECORDED).label, len(of), of) for status, of in by.items()
        ),
        none=Project.kind.plural,
    )


@question(4, "lead-name", Label("Under which name did the lead act when its project began?"))
def lead_name(day: Day) -> Answer:
    """Each project's lead by its name on the first day, in the application, and on the day asked."""
    projects = day.all(Project)
    led = [(p, lead, day.start(p)) for p in projects if (lead := day.graph.get(p.lead))]
    applied = {p.id: label_of(p.applied_as) if p.applied_as else None for p in projects}
    return Answer(
        (
            PROJECT,
            Label("began"),
            Label("name then"),
            Label("sources of the name"),
            Label("name in the application"),
            Label("sources of the application"),
            Label("name on the day asked"),
        ),
        tuple(
            Row(
                (
                    day.thing(project),
                    or_gap(start),
                    _name_within(lead, start),
                    or_gap(_sources_of_name(day, lead, start)),
                    or_gap(applied[project.id]),
                    or_gap(day.refs(project.sources) if applied[project.id] else ()),
                    _name_on(lead, day.date),
                ),
                (day.thing(lead),),
            )
            for project, lead, start in led
        ),
        fill(
            Label("The lead's name when its project began – {said}."),
            said=listed(
                _said(lead, start, applied[project.id])
                for project, lead, start in led
                if start is not None and start.exact is not None
            ),
        ),
        not_recorded=(
            *gaps(
                (Label("the lead"), day.things(p for p in projects if p.lead is None)),
                (
                    Label("the first day"),
                    day.things(p for p in projects if p.lead and day.start(p) is None),
                ),
            ),
            *none_of(projects, Project),
        ),
    )


def _said(lead: Organisation, start: UncertainDate, applied: Text | None) -> Message:
    """The name on the first day, and the one in the application where there is one."""
    name = _name_within(lead, start)
    words = fill(
        Label("{day}: {name}"), day=start, name=name.label if isinstance(name, Missing) else name
    )
    if applied is None:
        return words
    return fill(Label("{said} (in the application: {name})"), said=words, name=applied)


def _name_within(organisation: Organisation, day: UncertainDate | None) -> Text | Missing:
    """The name on a day; unknown where it changes within what is known of the day."""
    if day is None:
        return Missing.NOT_RECORDED
    if day.earliest is None or day.latest is None:
        return Missing.UNKNOWN
    found = {_name_on(organisation, bound) for bound in (day.earliest, day.latest)}
    return found.pop() if len(found) == 1 else Missing.UNKNOWN


def _sources_of_name(day: Day, lead: Organisation, start: UncertainDate | None) -> Things:
    """The sources of the name on a day: a former name's own, else the organisation's."""
    if start is None:
        return ()
    for former in lead.former_names:
        if start.latest and holds(former.from_, former.to, start.latest):
            return day.refs(former.sources or lead.sources)
    return day.refs(lead.sources)


def _name_on(organisation: Organisation, day: date) -> Text | Missing:
    for former in organisation.former_names:
        truth = holds(former.from_, former.to, day)
        if truth is not False:
            return label_of(former.name) if truth else Missing.UNKNOWN
    return label_of(organisation.name)


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
    said = (fill(Label("theme {t}: {n}"), t=project.theme, n=len(of)) for project, of in own)
    return table(
        day,
        Column(Label("theme"), [project.theme for project, _ in rows]),
        Column(
            Label("name of the theme"),
            [label_of(project.theme_name) if project.theme_name else None for project, _ in rows],
        ),
        Column(Goal.kind.label, [goal for _, goal in rows]),
        Column(PROJECT, [project for project, _ in rows]),
        note=Label("Goals – {said}."),
        params={"said": listed(said)},
        more=(
            *gaps(
                (
                    Label("theme of the project"),
                    day.things(p for p in projects if p.theme is None),
                ),
                (Label("project of the goal"), day.things(g for g in goals if g.project is None)),
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
        Column(PROJECT, projects),
        Column(
            label_of_field(Project, "decision_makers"),
            [day.refs(one.decision_makers) for one in projects],
            gap=Label("the decision-maker"),
            key="n",
            total=WITHOUT,
        ),
        Column(
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
