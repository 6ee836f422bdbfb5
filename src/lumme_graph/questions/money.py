"""Questions on a project's money: does it add up, what is missing, what is unfunded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from lumme_graph.analysis.money import added_up
from lumme_graph.base.amounts import Money
from lumme_graph.base.forms import percentage
from lumme_graph.base.label import Each, Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.truth import Truth
from lumme_graph.elements.project import FundingStage, Party, Project
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps, none_of
from lumme_graph.graph.things import Missing, Thing
from lumme_graph.questions.answers import Answer, Row, Total, Value, fill
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import listed

PROJECT = Project.kind.label
_STAGE = Label("stage")
_PARTY = Label("party")
_AMOUNT = Label("amount")
_FUNDING = Label("the money")
_PARTS = (Party.GRANT, Party.OWN, Party.PARTNER, Party.OTHER)


class _Funds(NamedTuple):
    """A project's money by stage and party; what is there without a sum was not reported."""

    project: Thing
    items: dict[tuple[FundingStage, Party], Money | None]
    holds: dict[FundingStage, Truth]

    def get(self, stage: FundingStage, party: Party) -> Money | Missing:
        """A sum; not recorded, or recorded as not reported."""
        if (stage, party) not in self.items:
            return Missing.NOT_RECORDED
        return self.items[stage, party] or Missing.NOT_REPORTED

    def recorded(self, stage: FundingStage, parties: Iterable[Party]) -> list[Money]:
        """The sums of some parties that are recorded."""
        found = (self.items.get((stage, party)) for party in parties)
        return [one for one in found if one is not None]


def _sums(found: Iterable[Money]) -> list[Money]:
    """The sum of what is in each currency; money of different currencies is not added up."""
    by_currency: dict[str, Decimal] = {}
    for one in found:
        by_currency[one.currency] = by_currency.get(one.currency, Decimal(0)) + one.amount
    return [Money(amount, currency) for currency, amount in by_currency.items()]


def _all_money(day: Day) -> list[_Funds]:
    return [
        _Funds(
            day.thing(p),
            {
                (f.stage, f.party): None if f.amount is None else Money(f.amount, f.currency or "")
                for f in p.funding
            },
            {s: added_up([f for f in p.funding if f.stage is s]).holds for s in FundingStage},
        )
        for p in day.all(Project)
        if p.funding
    ]


def _without_money(day: Day) -> tuple[Gap, ...]:
    projects = day.all(Project)
    without = day.things(p for p in projects if not p.funding)
    return (*gaps((_FUNDING, without)), *none_of(projects, Project))


@question(43, "budget-sum", Label("Does the sum of the plan hold, and what share is own money?"))
def budget_sum(day: Day) -> Answer:
    """The parts of what was applied for, their sum beside the stated total, and the own share."""
    rows: list[Row] = []
    totals: list[Total] = []
    said: list[Message] = []
    missing: list[Thing] = []
    for money in _all_money(day):
        stage = FundingStage.APPLIED
        rows += [
            Row((money.project, party, money.get(stage, party)))
            for party in (*_PARTS, Party.TOTAL)
            if (stage, party) in money.items
        ]
        sums = _sums(money.recorded(stage, _PARTS))
        stated = money.get(stage, Party.TOTAL)
        of = (money.project,)
        totals += [*(Total(_SUM, one, of) for one in sums), Total(_TOTAL, stated, of)]
        if isinstance(stated, Missing):
            missing.append(money.project)
        else:
            said.append(_judged(money, stage, sums, stated))
    return Answer(
        (PROJECT, _PARTY, _AMOUNT),
        tuple(rows),
        listed(said),
        tuple(totals),
        (*gaps((_TOTAL, missing)), *_without_money(day)),
    )


_SUM = Label("sum of the parts")
_TOTAL = Label("stated total")
_HOLDS = Label("{name}: the sum {sum} holds; own money {share}")
_DIFFERS = Label("{name}: the sum {sum} is not the stated {total}; own money {share}")


_PARTLY = Label("{name}: the parts that are known make {sum} of {total}; own money {share}")
_SAID: dict[Truth, Message] = {True: _HOLDS, False: _DIFFERS, None: _PARTLY}
_MIXED = Label(
    "{name}: the parts {sums} and the stated {total} are in different currencies and not added up"
)


def _judged(money: _Funds, stage: FundingStage, sums: list[Money], stated: Money) -> Message:
    """Whether the parts make the stated total, and what share of it is own money."""
    name = money.project.label
    if {one.currency for one in sums} - {stated.currency}:
        return fill(_MIXED, name=name, sums=_in_words(sums), total=stated)
    return fill(
        _SAID[money.holds[stage]],
        name=name,
        sum=sums[0] if sums else Money(Decimal(0), stated.currency),
        total=stated,
        share=_share(money.get(stage, Party.OWN), stated),
    )


def _share(part: Money | Missing, whole: Money) -> Message:
    if isinstance(part, Missing):
        return part.label
    if not whole.amount:
        return Missing.UNKNOWN.label
    tenths = Ratio(int(part.amount * 100), int(whole.amount * 100)).tenths
    return Each(*(percentage(tenths, lang) for lang in ("fi", "en", "sv")))


def _in_words(found: Iterable[Money]) -> Message:
    return listed(found)


@question(44, "other-grants", Label("Were other grants applied for or received, and how much?"))
def other_grants(day: Day) -> Answer:
    """Other grants applied for and granted; 0 is a true zero, a missing sum is not."""
    rows: list[Row] = []
    missing: list[Thing] = []
    found: list[Money] = []
    for money in _all_money(day):
        for stage in (FundingStage.APPLIED, FundingStage.GRANTED):
            amount = money.get(stage, Party.OTHER)
            rows.append(Row((money.project, stage, amount)))
            if isinstance(amount, Missing):
                missing.append(money.project)
            else:
                found.append(amount)
    note = Label("Other grants recorded in all: {sum}.")
    value = _in_words(_sums(found)) if found else Missing.NOT_RECORDED.label
    gap = Label("other grants")
    return Answer(
        (PROJECT, _STAGE, _AMOUNT),
        tuple(rows),
        fill(note, sum=value),
        not_recorded=(*gaps((gap, dict.fromkeys(missing))), *_without_money(day)),
    )


@question(45, "figures-not-reported", Label("Which reported figures are missing rather than zero?"))
def figures_not_reported(day: Day) -> Answer:
    """The sums that were not reported, beside the true zeros."""
    rows: list[Row] = []
    zeros: list[Thing] = []
    for money in _all_money(day):
        for (stage, party), amount in money.items.items():
            if amount is None:
                rows.append(Row((money.project, stage, party, Missing.NOT_REPORTED)))
            elif not amount.amount:
                zeros.append(money.project)
    projects = tuple(dict.fromkeys(thing for row in rows for thing in _things(row)))
    note = Label("Figures not reported: {n}; true zeros: {zeros}.")
    missing = Label("not reported", "figures")
    true = Label("true zeros")
    return Answer(
        (PROJECT, _STAGE, _PARTY, _AMOUNT),
        tuple(rows),
        fill(note, n=len(rows), zeros=len(zeros)),
        (
            Total(missing, len(rows), projects),
            Total(true, len(zeros), tuple(dict.fromkeys(zeros))),
        ),
        (*gaps((_FIGURES, projects)), *_without_money(day)),
    )


_FIGURES = Label("figures not reported")


def _things(row: Row) -> Iterator[Thing]:
    yield from (value for value in row.values if isinstance(value, Thing))


@question(46, "unfunded", Label("How much of the plan is unfunded?"))
def unfunded(day: Day) -> Answer:
    """The planned total less what was granted and what the lead and partners pay themselves."""
    rows: list[Row] = []
    said: list[Message] = []
    missing: list[Thing] = []
    for money in _all_money(day):
        whole = money.get(FundingStage.APPLIED, Party.TOTAL)
        granted = money.get(FundingStage.GRANTED, Party.GRANT)
        own = money.get(FundingStage.APPLIED, Party.OWN)
        left = _left(money, whole, granted, own)
        if isinstance(left, Missing):
            missing.append(money.project)
        else:
            name = money.project.label
            said.append(fill(_LEFT, name=name, whole=whole, granted=granted, own=own, left=left))
        rows.append(Row((money.project, whole, granted, own, left)))
    return Answer(
        _UNFUNDED_COLUMNS,
        tuple(rows),
        listed(said),
        not_recorded=(*gaps((_UNFUNDED_GAP, missing)), *_without_money(day)),
    )


def _left(money: _Funds, whole: Value, granted: Value, own: Value) -> Money | Missing:
    """What is left of the whole; unknown where the money is of several currencies."""
    if not (isinstance(whole, Money) and isinstance(granted, Money) and isinstance(own, Money)):
        return Missing.NOT_RECORDED
    paid = [
        granted,
        own,
        *money.recorded(FundingStage.GRANTED, (Party.OTHER,)),
        *money.recorded(FundingStage.APPLIED, (Party.PARTNER,)),
    ]
    if {one.currency for one in paid} - {whole.currency}:
        return Missing.UNKNOWN
    return Money(whole.amount - sum(one.amount for one in paid), whole.currency)


_UNFUNDED_COLUMNS = (
    PROJECT,
    Label("plan"),
    Label("granted"),
    Label("own money"),
    Label("unfunded"),
)


_UNFUNDED_GAP = Label("plan, grant and own money in one currency")


_LEFT = Label("{name}: {whole} − {granted} − {own} = {left}")

QUESTIONS = (budget_sum, other_grants, figures_not_reported, unfunded)
