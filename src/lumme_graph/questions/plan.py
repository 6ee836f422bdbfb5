"""Questions on what a project plans: in time and order, promised or optional, followed by what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.elements.development import Action, Decision, Event
from lumme_graph.elements.parts import Modality
from lumme_graph.elements.project import Goal, Indicator, IndicatorTarget, Project
from lumme_graph.elements.who import Group, Role
from lumme_graph.graph.day import Day, PlanItem
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.names import joined
from lumme_graph.graph.things import Missing, Thing
from lumme_graph.questions.answers import Answer, Row, Total, Value, fill
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import DATE, STATE, by_state, listed, or_gap

_ITEM = Label("item", "of a plan")
_KIND = Label("kind")


def plan_items(day: Day) -> list[PlanItem]:
    """Everything that belongs to a project: groups, roles, events, decisions, actions."""
    items: list[PlanItem] = [
        *day.all(Group),
        *day.all(Role),
        *day.all(Event),
        *day.all(Decision),
        *day.all(Action),
    ]
    return [item for item in items if day.project_of(item) is not None]


@question(
    42,
    "outside-project-or-order",
    Label("Which actions fall outside the project period or before their prerequisite?"),
)
def outside_project_or_order(day: Day) -> Answer:
    """Actions and decisions by the days of a project; what is outside its own, or too early."""
    items = [item for item in plan_items(day) if not isinstance(item, Role)]
    undated: list[Thing] = []
    untimed: list[Thing] = []
    faults: dict[str, list[Message]] = {}
    timed: dict[str, Project] = {}
    for item in items:
        project = day.project_of(item)
        if project is not None and project.from_ is not None and project.to is not None:
            timed[project.id] = project
        if not any(_span(item)):
            undated.append(day.thing(item))
            continue
        if project is not None and project.id not in timed:
            untimed.append(day.thing(project))
        faults[item.id] = list(_faults(day, item, project))
    wrong = sum(map(len, faults.values()))
    placed = {id_: _placed(day, project, faults) for id_, project in timed.items()}
    rows = [
        Row((day.thing(timed[id_]), place, day.thing(item), _day(item), said))
        for id_, by in placed.items()
        for place, of in by.items()
        for item in of
        for said in faults.get(item.id) or [Plain("–")]
    ]
    sums = [_sums(day, timed[id_], by) for id_, by in placed.items()]
    note = fill(_PLACED_NOTE, n=wrong, of=len(items), undated=len(undated))
    return Answer(
        (Project.kind.label, Label("against it"), _ITEM, DATE, Label("what is wrong")),
        tuple(rows),
        joined([note, *sums], " "),
        not_recorded=(
            *gaps(
                (Label("the date"), undated),
                (Label("the project's period"), dict.fromkeys(untimed)),
            ),
            *none_of(day.all(Project), Project),
        ),
    )


_PLACED_NOTE = Label("Outside or too early {n} of {of}; no date recorded for {undated}.")
_SUMS = Label("Actions and decisions against {project}: {said}.")
_BEFORE = Label("before")
_WITHIN = Label("within")
_AFTER = Label("after")
_PLACES: tuple[Message | Missing, ...] = (_BEFORE, _WITHIN, _AFTER, Missing.UNKNOWN)
_ByPlace = dict[Message | Missing, list[PlanItem]]


def _placed(day: Day, project: Project, faults: Mapping[str, Sequence[Message]]) -> _ByPlace:
    """All dated actions and decisions, and what is wrong otherwise, by the days of a project."""
    every: list[PlanItem] = [*day.all(Group), *day.all(Event), *day.all(Decision)]
    by: _ByPlace = {place: [] for place in _PLACES}
    for item in [*every, *day.all(Action)]:
        wrong = faults.get(item.id) and day.project_of(item) is project
        if any(_span(item)) and (isinstance(item, Decision | Action) or wrong):
            by[_place(item, project)].append(item)
    return by


def _place(item: PlanItem, project: Project) -> Message | Missing:
    """Whether an item begins before a project, within its days or after it."""
    begins, ends = _span(item)
    day = begins or ends
    if _before(day, project.from_):
        return _BEFORE
    if _before(project.to, day):
        return _AFTER
    bounds = (day and day.earliest, project.from_ and project.from_.latest)
    others = (day and day.latest, project.to and project.to.earliest)
    match (*bounds, *others):
        case (date() as first, date() as start, date() as last, date() as end) if (
            start <= first and last <= end
        ):
            return _WITHIN
        case _:
            return Missing.UNKNOWN


def _day(item: PlanItem) -> Value:
    begins, ends = _span(item)
    return begins or ends or Missing.NOT_RECORDED


def _sums(day: Day, project: Project, by: _ByPlace) -> Message:
    pattern = Label("{place} {n}")
    said = [
        fill(
            pattern,
            place=place.label if isinstance(place, Missing) else place,
            n=sum(isinstance(item, Decision | Action) for item in of),
        )
        for place, of in by.items()
    ]
    return fill(_SUMS, project=day.thing(project).label, said=listed(said))


_OUTSIDE = Label("outside {name}")
_EARLY = Label("before {name}, which comes first")


def _faults(day: Day, item: PlanItem, project: Project | None) -> Iterator[Message]:
    begins, ends = _span(item)
    if project is not None and (
        _before(begins, project.from_) or _before(project.to, ends or begins)
    ):
        yield fill(_OUTSIDE, name=day.thing(project).label)
    for first in _prerequisites(day, item):
        if _before(begins, _span(first)[1] or _span(first)[0]):
            yield fill(_EARLY, name=day.thing(first).label)


def _prerequisites(day: Day, item: PlanItem) -> list[PlanItem]:
    """What an item says must come first, as far as it is there."""
    graph = day.graph
    if isinstance(item, Event):
        return [event for ref in item.after if (event := graph.get(ref))]
    if isinstance(item, Action):
        decision = graph.get(item.decision)
        actions: list[PlanItem] = [action for ref in item.after if (action := graph.get(ref))]
        return [*actions, *((decision,) if decision else ())]
    return []


def _span(item: PlanItem) -> tuple[UncertainDate | None, UncertainDate | None]:
    if isinstance(item, Decision):
        return item.date, item.date
    return (None, None) if isinstance(item, Role) else (item.from_, item.to)


def _before(day: UncertainDate | None, other: UncertainDate | None) -> bool:
    """Does a day surely lie before another?"""
    last: date | None = day.latest if day else None
    first: date | None = other.earliest if other else None
    return last is not None and first is not None and last < first


@question(
    48,
    "indicators-by-goal",
    Label("Which indicators follow which goal, and which have no target value or no observation?"),
)
def indicators_by_goal(day: Day) -> Answer:
    """Each indicator with its goals, target value and observations up to the day."""
    indicators = day.graph.all(Indicator)
    rows: list[Row] = []
    lacking: dict[str, list[Thing]] = {"goal": [], "target": [], "seen": []}
    for indicator in indicators:
        goals = day.refs(indicator.goals)
        seen = [o for o in indicator.observations if o.date.reached(day.date)]
        words = ", ".join(f"{o.date}: {'?' if o.value is None else o.value}" for o in seen)
        target = _target(indicator.target)
        values = (
            day.thing(indicator),
            or_gap(goals),
            or_gap(target),
            words or Missing.NOT_RECORDED,
        )
        rows.append(Row(values))
        for key, value in (("goal", goals), ("target", target), ("seen", seen)):
            if not value:
                lacking[key].append(day.thing(indicator))
    numbers = {key: len(found) for key, found in lacking.items()}
    return Answer(
        _INDICATORS_BY_GOAL_COLUMNS,
        tuple(rows),
        fill(_INDICATORS_BY_GOAL_NOTE, of=len(indicators), **numbers),
        not_recorded=(
            *gaps(
                (Label("the goal"), lacking["goal"]),
                (Label("the target value"), lacking["target"]),
                (Label("an observation"), lacking["seen"]),
            ),
            *none_of(indicators, Indicator),
        ),
    )


_INDICATORS_BY_GOAL_NOTE = Label(
    "Indicators: {of}; without a target value {target}, without an observation {seen}."
)


_INDICATORS_BY_GOAL_COLUMNS = (
    Indicator.kind.label,
    Goal.kind.plural,
    Label("target value"),
    Label("observations"),
)


def _target(target: IndicatorTarget | None) -> str | None:
    return None if target is None else f"{target.operator} {target.value}"


@question(
    49,
    "options-and-promises",
    Label("Which means does the plan name only as options, which does it promise?"),
)
def options_and_promises(day: Day) -> Answer:
    """Everything of a project by how far it is on the day."""
    items = plan_items(day)
    states = by_state(day, items)
    rows = tuple(
        Row((day.state(item), day.thing(item), item.kind.label, _project(day, item)))
        for state in states
        for item in items
        if day.state(item) is state
    )
    pattern = Label("{state} {n}")
    every: list[Modality | Missing] = [*reversed(Modality), *(s for s in Missing if s in states)]
    said = (fill(pattern, state=s.label, n=len(states.get(s, ()))) for s in every)
    unstated = states.get(Missing.NOT_RECORDED, [])
    return Answer(
        (STATE, _ITEM, _KIND, Project.kind.label),
        rows,
        fill(Label("{said}."), said=listed(said)),
        tuple(Total(s.label, len(states.get(s, ())), tuple(states.get(s, ()))) for s in every),
        (*gaps((STATE, unstated)), *(() if items else none_of([], Project))),
    )


def _project(day: Day, item: PlanItem) -> Value:
    project = day.project_of(item)
    return Missing.NOT_RECORDED if project is None else day.thing(project)


QUESTIONS = (outside_project_or_order, indicators_by_goal, options_and_promises)
