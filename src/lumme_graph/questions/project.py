"""Questions on projects: programme and status, goals, who decides, and whether the money adds up."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lumme_graph.analysis.leads import Led, led
from lumme_graph.analysis.money import Budget, Stage, Sum, added_up, budgets
from lumme_graph.base.amounts import Money, Share
from lumme_graph.base.label import Counted, Label, Message, Plain
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Sayable
from lumme_graph.elements.project import Funding, FundingStage, Goal, Party, Project, ProjectStatus
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps, none_of
from lumme_graph.graph.names import joined
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.meta.spec import label_of_field
from lumme_graph.questions.answers import Answer, Row, Total
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import WITHOUT, listed, said_of
from lumme_graph.questions.table import AnswerColumn, table

PROJECT = Project.kind.label
_STATUS = Label("status of the money")


@question(2, Label("Which projects got money from the same programme and year?"))
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
        several=several,
        more=gaps((Label("programme or year"), no_call), (_STATUS, no_status)),
        none=None if projects else Project.kind.plural,
    )


@question(3, Label("Which projects are funded, which only applied?"))
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
        funded=funded,
        applied=applied,
        totals=(
            Total((status or Missing.NOT_RECORDED).label, len(of), of) for status, of in by.items()
        ),
        none=Project.kind.plural,
    )


@question(4, Label("Under which name did the lead act when its project began?"))
def lead_name(day: Day) -> Answer:
    """Each project's lead by its name on the first day, in the application, and on the day asked."""
    projects, rows = day.all(Project), led(day)
    applied = [one.project if one.project.applied_as else None for one in rows]
    began = [one for one in rows if one.start is not None and one.start.exact is not None]
    no_lead = day.things(p for p in projects if p.lead is None)
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
        said=listed(map(_said, began)),
        behind=[day.things((one.lead,)) for one in rows],
        more=gaps((Label("the lead"), no_lead), (Label("the first day"), no_day)),
        none=None if projects else Project.kind.plural,
    )


def _said(one: Led) -> Message:
    """The name on the first day, and the one in the application where there is one."""
    words = Label("{day}: {name}").fill(day=one.start, name=said_of(one.then))
    applied = one.project.applied_as
    if applied is None:
        return words
    return Label("{said} (in the application: {name})").fill(said=words, name=applied)


@question(9, Label("Which goals link to which theme of the programme?"))
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
        said=listed(said),
        more=gaps(
            (Label("theme of the project"), no_theme), (Label("project of the goal"), homeless)
        ),
        none=None if projects else Project.kind.plural,
    )


@question(47, Label("Who decided on the project's money?"))
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


_STAGE = label_of_field(Funding, "stage")
_PARTY = label_of_field(Funding, "party")
_AMOUNT = label_of_field(Funding, "amount")


def _with_money(day: Day) -> list[Budget]:
    return [one for one in budgets(day) if one.project.funding]


def _without_money(day: Day) -> tuple[Gap, ...]:
    without = day.things(one.project for one in budgets(day) if not one.project.funding)
    return (*gaps((Label("the money"), without)), *none_of(day.all(Project), Project))


@question(43, Label("Does the sum of the plan hold, and what share is own money?"))
def budget_sum(day: Day) -> Answer:
    """The parts of what was applied for, their sum beside the stated total, and the own share."""
    plans = [(day.thing(one.project), one.stages[FundingStage.APPLIED]) for one in _with_money(day)]
    total = Label("stated total")
    return Answer(
        (PROJECT, _PARTY, _AMOUNT),
        tuple(
            Row((of, party, plan.get(party)))
            for of, plan in plans
            for party in Party
            if party in plan.amounts
        ),
        listed(
            _judged(of, plan, stated)
            for of, plan in plans
            if not isinstance(stated := plan.total, Missing)
        ),
        tuple(
            one
            for of, plan in plans
            for one in (
                *(Total(Label("sum of the parts"), added, (of,)) for added in plan.added),
                Total(total, plan.total, (of,)),
            )
        ),
        (
            *gaps((total, [of for of, plan in plans if isinstance(plan.total, Missing)])),
            *_without_money(day),
        ),
    )


_SAID = {
    True: Label("{name}: the sum {sum} holds; own money {share}"),
    False: Label("{name}: the sum {sum} is not the stated {total}; own money {share}"),
    None: Label("{name}: the parts that are known make {sum} of {total}; own money {share}"),
}
_MIXED = Label(
    "{name}: the parts {sums} and the stated {total} are in different currencies and not added up"
)


def _judged(project: Thing, plan: Stage, stated: Money) -> Message:
    """Whether the parts make the stated total, and what share of it is own money."""
    if {one.currency for one in plan.added} - {stated.currency}:
        return _MIXED.fill(name=project.label, sums=listed(plan.added), total=stated)
    return _SAID[plan.adds_up].fill(
        name=project.label,
        sum=plan.added[0] if plan.added else Money(Decimal(0), stated.currency),
        total=stated,
        share=_share(plan.get(Party.OWN), stated),
    )


def _share(part: Sum, whole: Money) -> Sayable:
    if isinstance(part, Missing):
        return part.label
    if not whole.amount:
        return Missing.UNKNOWN.label
    return Share(Ratio(int(part.amount * 100), int(whole.amount * 100)).tenths)


@question(44, Label("Were other grants applied for or received, and how much?"))
def other_grants(day: Day) -> Answer:
    """Other grants applied for and granted; 0 is a true zero, a missing sum is not."""
    rows = [
        (one.project, stage, one.stages[stage].get(Party.OTHER))
        for one in _with_money(day)
        for stage in (FundingStage.APPLIED, FundingStage.GRANTED)
    ]
    known = [amount for _, _, amount in rows if isinstance(amount, Money)]
    return table(
        day,
        AnswerColumn(PROJECT, [project for project, _, _ in rows]),
        AnswerColumn(_STAGE, [stage for _, stage, _ in rows]),
        AnswerColumn(_AMOUNT, [amount for _, _, amount in rows], gap=Label("other grants")),
        note=Label("Other grants recorded in all: {sum}."),
        sum=listed(added_up(known)) if known else Missing.NOT_RECORDED,
        more=_without_money(day),
    )


@question(45, Label("Which reported figures are missing rather than zero?"))
def figures_not_reported(day: Day) -> Answer:
    """The sums that were not reported, beside the true zeros."""
    figures = [
        (one.project, stage, party, amount)
        for one in _with_money(day)
        for stage, money in one.stages.items()
        for party, amount in money.amounts.items()
    ]
    rows = [(project, stage, party) for project, stage, party, amount in figures if amount is None]
    missing = _each_once(day, (project for project, _, _ in rows))
    zeros = [project for project, _, _, amount in figures if amount and not amount.amount]
    return table(
        day,
        AnswerColumn(PROJECT, [project for project, _, _ in rows]),
        AnswerColumn(_STAGE, [stage for _, stage, _ in rows]),
        AnswerColumn(_PARTY, [party for _, _, party in rows]),
        AnswerColumn(
            _AMOUNT, [Missing.NOT_REPORTED for _ in rows], gap=Label("figures not reported")
        ),
        note=Label("Figures not reported: {n}; true zeros: {zeros}."),
        n=len(rows),
        zeros=len(zeros),
        totals=(
            Total(Label("not reported", "figures"), len(rows), missing),
            Total(Label("true zeros"), len(zeros), _each_once(day, zeros)),
        ),
        more=_without_money(day),
    )


def _each_once(day: Day, projects: Iterable[Project]) -> Things:
    return tuple(dict.fromkeys(day.things(projects)))


@question(46, Label("How much of the plan is unfunded?"))
def unfunded(day: Day) -> Answer:
    """The planned total less what was granted and what the lead and partners pay themselves."""
    rows = _with_money(day)
    return table(
        day,
        AnswerColumn(PROJECT, [one.project for one in rows]),
        AnswerColumn(Label("plan"), [one.whole for one in rows]),
        AnswerColumn(Label("granted"), [one.granted for one in rows]),
        AnswerColumn(Label("own money"), [one.own for one in rows]),
        AnswerColumn(
            Label("unfunded"),
            [one.unfunded for one in rows],
            gap=Label("plan, grant and own money in one currency"),
        ),
        note=listed(
            Label("{name}: {sum} = {left}").fill(
                name=day.thing(one.project).label,
                sum=joined([one.whole, *(paid for paid in one.paid if paid.amount)], " − "),
                left=one.unfunded,
            )
            for one in rows
            if isinstance(one.whole, Money) and isinstance(one.unfunded, Money)
        ),
        more=_without_money(day),
    )
