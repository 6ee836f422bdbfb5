"""Questions on projects: programme, status, the lead's name, goals by theme, who decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.text import Label
from lumme_graph.elements.project import Goal, Project, ProjectStatus
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import label_of
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.questions.answers import Answer, Row, Total, Value, fill, gaps
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import WITHOUT, listed, none_of, or_gap

PROJECT = Project.kind.label
_STATUS = Label("rahoituksen tila", "status of the money", "finansieringens status")


@question(
    2,
    "same-programme-and-year",
    Label(
        "Mitkä hankkeet ovat saaneet rahaa samasta ohjelmasta samana vuonna?",
        "Which projects got money from the same programme and year?",
        "Vilka projekt har fått pengar från samma program och år?",
    ),
)
def same_programme_and_year(day: Day) -> Answer:
    """Projects by programme and year of the call; those that got money apart."""
    projects = day.all(Project)
    groups: dict[tuple[str, int], list[Project]] = {}
    for project in projects:
        if project.programme is not None and project.call is not None:
            groups.setdefault((project.programme, project.call), []).append(project)
    rows: list[Row] = []
    several: list[Label] = []
    for (programme, call), found in sorted(groups.items()):
        funded = day.things(p for p in found if p.status is ProjectStatus.FUNDED)
        others = day.things(p for p in found if p.status is not ProjectStatus.FUNDED)
        rows.append(Row((programme, str(call), funded, others)))
        if len(funded) > 1:
            several.append(Label(*[f"{programme} {call} ({len(funded)})"] * 3))
    placed = {p.id for found in groups.values() for p in found}
    gap = Label("ohjelma tai hakuvuosi", "programme or year", "program eller år")
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
    "Useampi hanke sai rahaa samasta ohjelmasta samana vuonna: {several}.",
    "Several projects got money from the same programme and year: {several}.",
    "Flera projekt fick pengar från samma program och år: {several}.",
)


_SAME_PROGRAMME_AND_YEAR_COLUMNS = (
    Label("ohjelma", "programme", "program"),
    Label("hakuvuosi", "year of the call", "ansökningsår"),
    Label("saanut rahaa", "got money", "fått pengar"),
    Label("rahan saanti ei kirjattu", "money not recorded as got", "pengar inte antecknade"),
)


@question(
    3,
    "projects-by-status",
    Label(
        "Mitkä hankkeet ovat saaneet rahoitusta, mitkä vain hakeneet?",
        "Which projects are funded, which only applied?",
        "Vilka projekt har finansierats, vilka har bara ansökt?",
    ),
)
def projects_by_status(day: Day) -> Answer:
    """Each project with what is known of its money."""
    projects = day.all(Project)
    by: dict[ProjectStatus | None, list[Project]] = {}
    for project in projects:
        by.setdefault(project.status, []).append(project)
    totals = [Total(s.label, len(by.get(s, ())), day.things(by.get(s, ()))) for s in ProjectStatus]
    unknown = day.things(by.get(None, ()))
    note = Label(
        "Rahoitettuja {funded}, vain hakeneita {applied}, ei kirjattu {unknown}.",
        "Funded {funded}, applied only {applied}, not recorded {unknown}.",
        "Finansierade {funded}, bara ansökt {applied}, inte antecknat {unknown}.",
    )
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


@question(
    4,
    "lead-name",
    Label(
        "Millä nimellä hankkeen toteuttaja toimi hankkeen alkaessa?",
        "Under which name did the lead act when its project began?",
        "Under vilket namn verkade huvudmannen när projektet började?",
    ),
)
def lead_name(day: Day) -> Answer:
    """Each project's lead by its name on the first day, in the application, and on the day asked."""
    projects = day.all(Project)
    rows: list[Row] = []
    said: list[Label] = []
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
            words = fill(Label(*["{day}: {name}"] * 3), day=start, name=name)
            said.append(fill(_APPLIED, said=words, name=applied) if applied else words)
    no_lead = day.things(p for p in projects if p.lead is None)
    no_day = day.things(p for p in projects if p.lead and day.start(p) is None)
    return Answer(
        _LEAD_NAME_COLUMNS,
        tuple(rows),
        fill(_LEAD_NAME_NOTE, said=listed(said)),
        not_recorded=(
            *gaps(
                (Label("toteuttaja", "the lead", "huvudmannen"), no_lead),
                (Label("alkupäivä", "the first day", "första dagen"), no_day),
            ),
            *none_of(projects, Project),
        ),
    )


_LEAD_NAME_NOTE = Label(
    "Toteuttajan nimi hankkeen alkaessa – {said}.",
    "The lead's name when its project began – {said}.",
    "Huvudmannens namn när projektet började – {said}.",
)


_APPLIED = Label(
    "{said} (hakemuksessa {name})",
    "{said} (in the application: {name})",
    "{said} (i ansökan: {name})",
)
_SOURCES = Label("nimen lähteet", "sources of the name", "namnets källor")
_LEAD_NAME_COLUMNS = (
    PROJECT,
    Label("alkoi", "began", "började"),
    Label("nimi silloin", "name then", "namn då"),
    _SOURCES,
    Label("nimi hakemuksessa", "name in the application", "namn i ansökan"),
    Label("hakemuksen lähteet", "sources of the application", "ansökans källor"),
    Label("nimi kysyttynä päivänä", "name on the day asked", "namn den efterfrågade dagen"),
)


def _name_within(organisation: Organisation, day: UncertainDate) -> Label | Missing:
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


def _name_on(organisation: Organisation, day: date) -> Label | Missing:
    for former in organisation.former_names:
        truth = holds(former.from_, former.to, day)
        if truth is not False:
            return label_of(former.name) if truth else Missing.UNKNOWN
    return label_of(organisation.name)


@question(
    9,
    "goals-by-theme",
    Label(
        "Mitkä tavoitteet liittyvät mihinkin ohjelman teemaan?",
        "Which goals link to which theme of the programme?",
        "Vilka mål hör till vilket av programmets teman?",
    ),
)
def goals_by_theme(day: Day) -> Answer:
    """The goals of each project that names a theme; what comes after a project is none of them."""
    projects = day.all(Project)
    rows: list[Row] = []
    said: list[Label] = []
    for project in projects:
        if project.theme is None:
            continue
        goals = [goal for goal in _goals(day, project) if not goal.outcome]
        theme = label_of(project.theme_name) if project.theme_name else Missing.NOT_RECORDED
        for goal in goals:
            values = (project.theme, theme, day.thing(goal), day.thing(project))
            rows.append(Row(values))
        pattern = Label("teema {t}: {n}", "theme {t}: {n}", "tema {t}: {n}")
        said.append(fill(pattern, t=project.theme, n=len(goals)))
    no_theme = [p for p in projects if p.theme is None]
    homeless = [goal for goal in day.graph.all(Goal) if goal.project is None]
    note = Label("Tavoitteita – {said}.", "Goals – {said}.", "Mål – {said}.")
    return Answer(
        _GOALS_BY_THEME_COLUMNS,
        tuple(rows),
        fill(note, said=listed(said)),
        not_recorded=(
            *gaps(
                (
                    Label("hankkeen teema", "theme of the project", "projektets tema"),
                    day.things(no_theme),
                ),
                (
                    Label("tavoitteen hanke", "project of the goal", "målets projekt"),
                    day.things(homeless),
                ),
            ),
            *none_of(projects, Project),
        ),
    )


_GOALS_BY_THEME_COLUMNS = (
    Label("teema", "theme", "tema"),
    Label("teeman nimi", "name of the theme", "temats namn"),
    Goal.kind.label,
    PROJECT,
)


def _goals(day: Day, project: Project) -> Sequence[Goal]:
    return [goal for goal in day.graph.all(Goal) if goal.project == project.id]


@question(
    47,
    "decision-makers",
    Label(
        "Kuka päätti hankkeen rahoituksesta?",
        "Who decided on the project's money?",
        "Vem beslutade om projektets pengar?",
    ),
)
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
    note = Label(
        "Päättäjää ei ole kirjattu {n} hankkeesta {of}:sta.",
        "The decision-maker is not recorded for {n} of {of} projects.",
        "Beslutsfattaren är inte antecknad för {n} av {of} projekt.",
    )
    return Answer(
        (PROJECT, Label("päättäjät", "decision-makers", "beslutsfattare"), _GRANTOR),
        tuple(rows),
        fill(note, n=len(nobody), of=len(projects)),
        (Total(WITHOUT, len(nobody), tuple(nobody)),),
        (*gaps((_DECIDING, nobody), (_THE_GRANTOR, no_grantor)), *none_of(projects, Project)),
    )


_GRANTOR = Label("avustuksen myöntäjä", "grant authority", "bidragsmyndighet")
_DECIDING = Label("päättäjä", "the decision-maker", "beslutsfattaren")
_THE_GRANTOR = Label("avustuksen myöntäjä", "the grant authority", "bidragsmyndigheten")

QUESTIONS = (
    same_programme_and_year,
    projects_by_status,
    lead_name,
    goals_by_theme,
    decision_makers,
)
