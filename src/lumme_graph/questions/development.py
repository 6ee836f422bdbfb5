"""Questions on development work: from needs to targets, decisions, actions and the top goal."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.development import Action, Target
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.parts import Aim
from lumme_graph.elements.project import Goal, Indicator, Project
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.day import Day, PlanItem, once
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.things import Missing, Thing
from lumme_graph.questions.answers import Answer, Row, Total, Value, fill
from lumme_graph.questions.asking import question
from lumme_graph.questions.plan import plan_items
from lumme_graph.questions.shared import or_gap

_AIM = Label("aim")
_ACTION = Label("action")


@question(
    1,
    "actions-by-aim",
    Label("Which actions serve the customer aim, which the efficiency aim, and which neither?"),
)
def actions_by_aim(day: Day) -> Answer:
    """Actions and the items of project plans, by the aim that they are read to serve."""
    items = _acts(day)
    by: dict[Aim | None, list[PlanItem]] = {}
    for item in items:
        by.setdefault(item.aim, []).append(item)
    order: tuple[Aim | None, ...] = (*Aim, None)
    rows = tuple(
        Row((or_gap(aim), day.thing(item), item.kind.label, or_gap(_standing(item))))
        for aim in order
        for item in by.get(aim, ())
    )
    totals = tuple(
        Total(aim.label, len(by.get(aim, ())), day.things(by.get(aim, ()))) for aim in Aim
    )
    without = day.things(by.get(None, ()))
    note = Label(
        "The customer aim: {customer}; the efficiency aim: {work}; both: {both}; not recorded: {n}."
    )
    numbers = {"customer": Aim.CUSTOMER, "work": Aim.EFFICIENCY, "both": Aim.BOTH}
    counts = {key: len(by.get(aim, ())) for key, aim in numbers.items()}
    columns = (_AIM, _ACTION, Label("kind"), Label("standing of the aim"))
    return Answer(
        columns,
        rows,
        fill(note, n=len(without), **counts),
        (*totals, Total(Missing.NOT_RECORDED.label, len(without), without)),
        (*gaps((_AIM, without)), *none_of(items, Action)),
    )


def _acts(day: Day) -> list[PlanItem]:
    """Every action, and what else belongs to a project."""
    others = [item for item in plan_items(day) if not isinstance(item, Action)]
    return [*day.all(Action), *others]


def _standing(item: PlanItem) -> Value | None:
    return (item.aim_standing or item.standing) if item.aim else None


@question(6, "traced-to-goal", Label("Which targets, actions and promises trace to the top goal?"))
def traced_to_goal(day: Day) -> Answer:
    """Each target, action and commitment with the top goals that it leads to, and by what way."""
    goals = day.graph.all(Goal)
    elements: list[Target | Action | Commitment] = [
        *day.all(Target),
        *day.all(Action),
        *day.all(Commitment),
    ]
    rows: list[Row] = []
    lost: dict[type[KeptElement], list[Thing]] = {}
    for element in elements:
        found = dict(_traces(day, element))
        if not found:
            lost.setdefault(type(element), []).append(day.thing(element))
        rows += [
            Row(
                (
                    day.thing(element),
                    element.kind.label,
                    day.thing(goal),
                    day.things(way) or _DIRECTLY,
                )
            )
            for goal, way in found.values()
        ]
    n = len(elements) - sum(map(len, lost.values()))
    lacking = ((fill(_TRACED_TO_GOAL_GAP, kind=kind.kind.plural), of) for kind, of in lost.items())
    return Answer(
        _TRACED_TO_GOAL_COLUMNS,
        tuple(rows),
        fill(_TRACED_TO_GOAL_NOTE, n=n, of=len(elements)),
        (Total(Label("traced"), n), Total(Label("not recorded"), len(elements) - n)),
        (*gaps(*lacking), *none_of(goals, Goal), *none_of(elements, Target)),
    )


_TRACED_TO_GOAL_NOTE = Counted(
    "{n} of {of} traces to the top goal.", "{n} of {of} trace to the top goal."
)


_TRACED_TO_GOAL_GAP = Label("a link to a goal: {kind}")


_TRACED_TO_GOAL_COLUMNS = (Label("what"), Label("kind"), Goal.kind.label, Label("by way of"))


_DIRECTLY = Label("directly")
Way = tuple[KeptElement, ...]


def _traces(day: Day, element: KeptElement) -> Iterator[tuple[str, tuple[Goal, Way]]]:
    """The top goals of an element, each once, with what lies between."""
    came_from: dict[str, KeptElement | None] = {element.id: None}
    waiting = deque([element])
    while waiting:
        here = waiting.popleft()
        if isinstance(here, Goal) and here.under is None:
            yield here.id, (here, _way(came_from, here)[1:])
            continue
        for ref in _upwards(day, here):
            found = None if ref is None else day.graph.find(ref)
            if found is not None and found.id not in came_from:
                came_from[found.id] = here
                waiting.append(found)


def _way(came_from: Mapping[str, KeptElement | None], goal: Goal) -> Way:
    """What was passed on the way to a goal, from the beginning."""
    way: list[KeptElement] = []
    before = came_from[goal.id]
    while before is not None:
        way.append(before)
        before = came_from[before.id]
    return tuple(reversed(way))


@once
def applications(day: Day) -> dict[str, list[str]]:
    """The projects that a source speaks of, by its id."""
    found: dict[str, list[str]] = {}
    for project in day.graph.all(Project):
        for ref in project.sources:
            found.setdefault(ref, []).append(project.id)
    return found


def _upwards(day: Day, element: KeptElement) -> Iterable[str | None]:
    """The ids that an element leads to on the way to a goal."""
    match element:
        case Target() | Indicator():
            refs: Iterable[str | None] = element.goals
        case Action():
            refs = (*element.targets, element.project)
        case Project():
            refs = day.goals_of.get(element.id, ())
        case Commitment():
            based_on = (ref for basis in element.basis for ref in basis.sources)
            applied = (applications(day).get(ref, ()) for ref in based_on)
            refs = (element.indicator, *chain.from_iterable(applied))
        case Goal():
            refs = (element.under,)
        case _:
            refs = ()
    return refs


QUESTIONS = (
    actions_by_aim,
    traced_to_goal,
)
