"""Questions on a project's money: does it add up, what is missing, what is unfunded."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lumme_graph.analysis.money import Budget, Stage, Sum, added_up, budgets
from lumme_graph.base.amounts import Money, Share
from lumme_graph.base.label import Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Sayable
from lumme_graph.elements.project import Funding, FundingStage, Party, Project
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps, none_of
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.meta.spec import label_of_field
from lumme_graph.questions.answers import Answer, Row, Total
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import listed
from lumme_graph.questions.table import AnswerColumn, table

PROJECT = Project.kind.label
_STAGE = label_of_field(Funding, "stage")
_PARTY = label_of_field(Funding, "party")
_AMOUNT = label_of_field(Funding, "amount")


def _with_money(day: Day) -> list[Budget]:
    return [one for one in budgets(day) if one.project.funding]


def _without_money(day: Day) -> tuple[Gap, ...]:
    without = day.things(one.project for one in budgets(day) if not one.project.funding)
    return (*gaps((Label("the money"), without)), *none_of(day.all(Project), Project))


@question(43, "budget-sum", Label("Does the sum of the plan hold, and what share is own money?"))
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


@question(44, "other-grants", Label("Were other grants applied for or received, and how much?"))
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
        params={"sum": listed(added_up(known)) if known else Missing.NOT_RECORDED},
        more=_without_money(day),
    )


@question(45, "figures-not-reported", Label("Which reported figures are missing rather than zero?"))
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
        params={"n": len(rows), "zeros": len(zeros)},
        totals=(
            Total(Label("not reported", "figures"), len(rows), missing),
            Total(Label("true zeros"), len(zeros), _each_once(day, zeros)),
        ),
        more=_without_money(day),
    )


def _each_once(day: Day, projects: Iterable[Project]) -> Things:
    return tuple(dict.fromkeys(day.things(projects)))


@question(46, "unfunded", Label("How much of the plan is unfunded?"))
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
            Label("{name}: {whole} − {granted} − {own} = {left}").fill(
                name=day.thing(one.project).label,
                whole=one.whole,
                granted=one.granted,
                own=one.own,
                left=one.unfunded,
            )
            for one in rows
            if isinstance(one.unfunded, Money)
        ),
        more=_without_money(day),
    )
