"""Targets and what is done for them: actions, decisions, owners and days."""

from __future__ import annotations

from typing import NamedTuple

from lumme_graph.base.dates import UncertainDate
from lumme_graph.elements.development import Action, Decision, Target
from lumme_graph.elements.groups import Role
from lumme_graph.elements.parts import SETTLED
from lumme_graph.graph.day import Day, once


class Work(NamedTuple):
    """What is done for a target: its actions, those settled, decisions made, owners and days.

    An action is settled where it is decided or done by the day, or follows a decision that is.
    """

    target: Target
    actions: list[Action]
    settled: list[Action]
    decisions: list[Decision]
    owners: list[Role]
    days: list[UncertainDate]


@once
def work(day: Day) -> tuple[Work, ...]:
    """The targets, each with what is done for it on the day."""
    made = [decision for decision in day.all(Decision) if day.state(decision) in SETTLED]
    actions: dict[str, list[Action]] = {}
    for action in day.all(Action):
        for ref in dict.fromkeys(action.targets):
            actions.setdefault(ref, []).append(action)
    return tuple(_work(day, t, actions.get(t.id, []), made) for t in day.all(Target))


def _work(day: Day, target: Target, actions: list[Action], made: list[Decision]) -> Work:
    followed = {action.decision for action in actions}
    decisions = [d for d in made if target.id in d.targets or d.id in followed]
    ids = {decision.id for decision in decisions}
    settled = [a for a in actions if day.state(a) in SETTLED or a.decision in ids]
    refs = dict.fromkeys((target.owner, *(action.owner for action in actions)))
    owners = [role for ref in refs if (role := day.graph.get(ref))]
    days = (*(a.from_ or a.to for a in actions), *(d.date for d in decisions))
    return Work(target, actions, settled, decisions, owners, [when for when in days if when])
