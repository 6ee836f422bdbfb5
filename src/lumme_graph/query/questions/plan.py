"""Questions on what a project plans: in time and order, promised or optional, followed by what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.text import Label
from lumme_graph.elements.development import Action, Decision, Event
from lumme_graph.elements.project import Goal, Indicator, IndicatorTarget, Project
from lumme_graph.elements.who import Group, Role
from lumme_graph.query.answers import Answer, Missing, Row, Thing, Total, Value, fill, gaps
from lumme_graph.query.questions.asking import Asked, PlanItem, question
from lumme_graph.query.questions.shared import STATE, by_state, listed, none_of, or_gap

_ITEM = Label("kohta", "item", "punkt")
_KIND = Label("laji", "kind", "slag")


def plan_items(asked: Asked) -> list[PlanItem]:
    """Everything that belongs to a project: groups, roles, events, decisions, actions."""
    items: list[PlanItem] = [
        *asked.all(Group),
        *asked.all(Role),
        *asked.all(Event),
        *asked.all(Decision),
        *asked.all(Action),
    ]
    return [item for item in items if asked.project_of(item) is not None]


@question(
    42,
    "outside-project-or-order",
    Label(
        "Mitkä toimet osuvat hankkeen ajan ulkopuolelle tai edeltävät edellytystään?",
        "Which actions fall outside the project period or before their prerequisite?",
        "Vilka åtgärder ligger utanför projekttiden eller före sin förutsättning?",
    ),
)
def outside_project_or_order(asked: Asked) -> Answer:
    """What surely lies outside its project or before what comes first; days that are missing."""
    items = [item for item in plan_items(asked) if not isinstance(item, Role)]
    rows: list[Row] = []
    undated: list[Thing] = []
    untimed: list[Thing] = []
    for item in items:
        project = asked.project_of(item)
        begins, ends = _span(item)
        if begins is None and ends is None:
            undated.append(asked.thing(item))
            continue
        if project is not None and (project.from_ is None or project.to is None):
            untimed.append(asked.thing(project))
        rows += _faults(asked, item, project)
    note = Label(
        "Ulkopuolella tai liian aikaisin {n} / {of}; päivää ei ole kirjattu: {undated}.",
        "Outside or too early {n} of {of}; no date recorded for {undated}.",
        "Utanför eller för tidigt {n} av {of}; datum inte antecknat för {undated}.",
    )
    return Answer(
        (_ITEM, Label("päivä", "date", "datum"), Label("mikä on vialla", "what is wrong", "fel")),
        tuple(rows),
        fill(note, n=len(rows), of=len(items), undated=len(undated)),
        not_recorded=(
            *gaps(
                (Label("päivä", "the date", "datum"), undated),
                (
                    Label("hankkeen aika", "the project's period", "projekttiden"),
                    dict.fromkeys(untimed),
                ),
            ),
            *none_of(asked.all(Project), Project),
        ),
    )


_OUTSIDE = Label("hankkeen {name} ulkopuolella", "outside {name}", "utanför {name}")
_EARLY = Label("ennen edellytystään {name}", "before {name}, which comes first", "före {name}")


def _faults(asked: Asked, item: PlanItem, project: Project | None) -> Iterator[Row]:
    begins, ends = _span(item)
    day: Value = begins or ends or Missing.NOT_RECORDED
    if project is not None and (
        _before(begins, project.from_) or _before(project.to, ends or begins)
    ):
        said = fill(_OUTSIDE, name=asked.thing(project).label)
        yield Row((asked.thing(item), day, said), (asked.thing(project),))
    for first in _prerequisites(asked, item):
        if _before(begins, _span(first)[1] or _span(first)[0]):
            said = fill(_EARLY, name=asked.thing(first).label)
            yield Row((asked.thing(item), day, said), (asked.thing(first),))


def _prerequisites(asked: Asked, item: PlanItem) -> list[PlanItem]:
    """What an item says must come first, as far as it is there."""
    graph = asked.graph
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
    Label(
        "Mitkä mittarit seuraavat mitäkin tavoitetta, ja miltä puuttuu tavoitearvo tai havainto?",
        "Which indicators follow which goal, and which have no target value or no observation?",
        "Vilka indikatorer följer vilket mål, och vilka saknar målvärde eller observation?",
    ),
)
def indicators_by_goal(asked: Asked) -> Answer:
    """Each indicator with its goals, target value and observations up to the day."""
    indicators = asked.graph.all(Indicator)
    rows: list[Row] = []
    lacking: dict[str, list[Thing]] = {"goal": [], "target": [], "seen": []}
    for indicator in indicators:
        goals = asked.refs(indicator.goals)
        seen = [o for o in indicator.observations if o.date.reached(asked.day)]
        words = ", ".join(f"{o.date}: {'?' if o.value is None else o.value}" for o in seen)
        target = _target(indicator.target)
        values = (
            asked.thing(indicator),
            or_gap(goals),
            or_gap(target),
            words or Missing.NOT_RECORDED,
        )
        rows.append(Row(values))
        for key, value in (("goal", goals), ("target", target), ("seen", seen)):
            if not value:
                lacking[key].append(asked.thing(indicator))
    numbers = {key: len(found) for key, found in lacking.items()}
    return Answer(
        _INDICATORS_BY_GOAL_COLUMNS,
        tuple(rows),
        fill(_INDICATORS_BY_GOAL_NOTE, of=len(indicators), **numbers),
        not_recorded=(
            *gaps(
                (Label("tavoite", "the goal", "målet"), lacking["goal"]),
                (Label("tavoitearvo", "the target value", "målvärdet"), lacking["target"]),
                (Label("havainto", "an observation", "en observation"), lacking["seen"]),
            ),
            *none_of(indicators, Indicator),
        ),
    )


_INDICATORS_BY_GOAL_NOTE = Label(
    "Mittareita {of}; ilman tavoitearvoa {target}, ilman havaintoa {seen}.",
    "Indicators: {of}; without a target value {target}, without an observation {seen}.",
    "Indikatorer: {of}; utan målvärde {target}, utan observation {seen}.",
)


_INDICATORS_BY_GOAL_COLUMNS = (
    Indicator.kind.label,
    Goal.kind.plural,
    Label("tavoitearvo", "target value", "målvärde"),
    Label("havainnot", "observations", "observationer"),
)


def _target(target: IndicatorTarget | None) -> str | None:
    return None if target is None else f"{target.operator} {target.value}"


@question(
    49,
    "options-and-promises",
    Label(
        "Mitkä keinot suunnitelma nimeää vain mahdollisina, mitkä se lupaa?",
        "Which means does the plan name only as options, which does it promise?",
        "Vilka medel nämner planen bara som möjliga, vilka lovar den?",
    ),
)
def options_and_promises(asked: Asked) -> Answer:
    """Everything of a project by how far it is on the day."""
    items = plan_items(asked)
    states = by_state(asked, items)
    rows = tuple(
        Row((asked.state(item), asked.thing(item), item.kind.label, _project(asked, item)))
        for state in states
        for item in items
        if asked.state(item) is state
    )
    pattern = Label("{state} {n}", "{state} {n}", "{state} {n}")
    said = (fill(pattern, state=state.label, n=len(of)) for state, of in states.items())
    unstated = states.get(Missing.NOT_RECORDED, [])
    return Answer(
        (STATE, _ITEM, _KIND, Project.kind.label),
        rows,
        fill(Label("{said}.", "{said}.", "{said}."), said=listed(said)),
        tuple(Total(state.label, len(of), tuple(of)) for state, of in states.items()),
        (*gaps((STATE, unstated)), *(() if items else none_of([], Project))),
    )


def _project(asked: Asked, item: PlanItem) -> Value:
    project = asked.project_of(item)
    return Missing.NOT_RECORDED if project is None else asked.thing(project)


QUESTIONS = (outside_project_or_order, indicators_by_goal, options_and_promises)
