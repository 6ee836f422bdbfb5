"""Questions on development work: the aims of what is done, and the way to the top goal."""

from __future__ import annotations

from lumme_graph.analysis.goals import traced
from lumme_graph.analysis.plans import plan_items
from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.development import Action, Target
from lumme_graph.elements.parts import Aim
from lumme_graph.elements.project import Goal
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.day import Day, PlanItem
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.things import Missing
from lumme_graph.meta.spec import label_of_field
from lumme_graph.questions.answers import Answer, Total
from lumme_graph.questions.asking import question
from lumme_graph.questions.table import AnswerColumn, table

_AIM = label_of_field(Action, "aim")


@question(
    1,
    "actions-by-aim",
    Label("Which actions serve the customer aim, which the efficiency aim, and which neither?"),
)
def actions_by_aim(day: Day) -> Answer:
    """Actions and the items of project plans, by the aim that they are read to serve."""
    others = (item for item in plan_items(day) if not isinstance(item, Action))
    items: list[PlanItem] = [*day.all(Action), *others]
    order: tuple[Aim | None, ...] = (*Aim, None)
    by = {aim: [item for item in items if item.aim is aim] for aim in order}
    rows = [item for of in by.values() for item in of]
    things = {aim: day.things(of) for aim, of in by.items()}
    return table(
        day,
        AnswerColumn(_AIM, [item.aim for item in rows]),
        AnswerColumn(Label("action"), rows),
        AnswerColumn(Label("kind"), [item.kind.label for item in rows]),
        AnswerColumn(
            Label("standing of the aim"),
            [item.aim and (item.aim_standing or item.standing) for item in rows],
        ),
        note=Label(
            "The customer aim: {customer}; the efficiency aim: {work}; both: {both}; not recorded: {n}."
        ),
        params={
            "customer": len(by[Aim.CUSTOMER]),
            "work": len(by[Aim.EFFICIENCY]),
            "both": len(by[Aim.BOTH]),
            "n": len(by[None]),
        },
        totals=[
            Total(aim.label if aim else Missing.NOT_RECORDED.label, len(of), of)
            for aim, of in things.items()
        ],
        more=gaps((_AIM, things[None])),
        none=Action.kind.plural,
    )


@question(6, "traced-to-goal", Label("Which targets, actions and promises trace to the top goal?"))
def traced_to_goal(day: Day) -> Answer:
    """Each target, action and commitment with the top goals that it leads to, and by what way."""
    every = traced(day)
    rows = [(element, trace) for element, traces in every for trace in traces]
    lost = [element for element, traces in every if not traces]
    n = len(every) - len(lost)
    gap = Label("a link to a goal: {kind}")
    return table(
        day,
        AnswerColumn(Label("what"), [element for element, _ in rows]),
        AnswerColumn(Label("kind"), [element.kind.label for element, _ in rows]),
        AnswerColumn(Goal.kind.label, [trace.goal for _, trace in rows]),
        AnswerColumn(
            Label("by way of"), [day.things(trace.way) or Label("directly") for _, trace in rows]
        ),
        note=Counted("{n} of {of} traces to the top goal.", "{n} of {of} trace to the top goal."),
        params={"n": n, "of": len(every)},
        totals=(Total(Label("traced"), n), Total(Label("not recorded"), len(lost))),
        more=(
            *gaps(
                *(
                    (
                        gap.fill(kind=kind.kind.plural),
                        day.things(element for element in lost if isinstance(element, kind)),
                    )
                    for kind in (Target, Action, Commitment)
                )
            ),
            *none_of(day.graph.all(Goal), Goal),
            *(() if every else none_of([], Target)),
        ),
    )
