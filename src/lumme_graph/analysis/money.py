"""A project's money by stage: what is recorded, whether it adds up, and what stays unfunded.

Money of different currencies is never added up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from lumme_graph.base.amounts import Money
from lumme_graph.base.truth import Truth
from lumme_graph.elements.project import FundingStage, Party, Project
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.things import Missing

Sum = Money | Missing


def added_up(found: Iterable[Money]) -> tuple[Money, ...]:
    """The sum of what there is in each currency."""
    sums: dict[str, Decimal] = {}
    for one in found:
        sums[one.currency] = sums.get(one.currency, Decimal(0)) + one.amount
    return tuple(Money(amount, currency) for currency, amount in sums.items())


class Stage(NamedTuple):
    """What is recorded of a project's money at one stage; None is recorded as not reported.

    `place` is that of the stated total among the funding items, where there is one.
    """

    stage: FundingStage
    amounts: Mapping[Party, Money | None]
    place: int

    def get(self, party: Party) -> Sum:
        """A sum; not recorded, or recorded as not reported."""
        return self.amounts.get(party, Missing.NOT_RECORDED) or Missing.NOT_REPORTED

    @property
    def total(self) -> Sum:
        """The total as it is stated."""
        return self.get(Party.TOTAL)

    @property
    def parts(self) -> list[Money | None]:
        """What is recorded beside the total."""
        return [one for party, one in self.amounts.items() if party is not Party.TOTAL]

    @property
    def added(self) -> tuple[Money, ...]:
        """The sum of the parts in each currency, as far as they are known."""
        return added_up(one for one in self.parts if one is not None)

    @property
    def adds_up(self) -> Truth:
        """Do the parts make the total? Too little is no fault while a part is not reported."""
        total, added = self.total, self.added
        if isinstance(total, Missing) or [one.currency for one in added] != [total.currency]:
            return None
        if None in self.parts and added[0].amount <= total.amount:
            return None
        return added[0] == total


class Budget(NamedTuple):
    """A project and its money at every stage."""

    project: Project
    stages: Mapping[FundingStage, Stage]

    @property
    def whole(self) -> Sum:
        """The planned total."""
        return self.stages[FundingStage.APPLIED].total

    @property
    def granted(self) -> Sum:
        """The grant, as far as it is decided."""
        return self.stages[FundingStage.GRANTED].get(Party.GRANT)

    @property
    def own(self) -> Sum:
        """What the lead pays itself."""
        return self.stages[FundingStage.APPLIED].get(Party.OWN)

    @property
    def paid(self) -> tuple[Money, ...]:
        """What pays for the plan, as far as it is known: grant, own money, other grants, partners."""
        others = self.stages[FundingStage.GRANTED].get(Party.OTHER)
        partner = self.stages[FundingStage.APPLIED].get(Party.PARTNER)
        found = (self.granted, self.own, others, partner)
        return tuple(one for one in found if not isinstance(one, Missing))

    @property
    def unfunded(self) -> Sum:
        """The planned total less all that pays for it.

        It is unknown where the money is of several currencies, and not recorded where the plan, the
        grant or the own money is not.
        """
        whole, granted, own = self.whole, self.granted, self.own
        if isinstance(whole, Missing) or isinstance(granted, Missing) or isinstance(own, Missing):
            return Missing.NOT_RECORDED
        if {one.currency for one in self.paid} != {whole.currency}:
            return Missing.UNKNOWN
        return Money(whole.amount - sum(one.amount for one in self.paid), whole.currency)


@once
def budgets(day: Day) -> tuple[Budget, ...]:
    """The projects with their money; those of which none is recorded are there too."""
    return tuple(
        Budget(project, {stage: _stage(project, stage) for stage in FundingStage})
        for project in day.all(Project)
    )


def _stage(project: Project, stage: FundingStage) -> Stage:
    items = [(at, item) for at, item in enumerate(project.funding) if item.stage is stage]
    amounts = {
        item.party: None if item.amount is None else Money(item.amount, item.currency or "")
        for _, item in items
    }
    place = next((at for at, item in items if item.party is Party.TOTAL), 0)
    return Stage(stage, amounts, place)
