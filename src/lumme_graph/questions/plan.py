"""Questions on what a project plans: in time and order, promised or optional, followed by what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lumme_graph.analysis.plans import Placement, by_state, placed, plan_items, side, when
from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.elements.development import Action, Decision
from lumme_graph.elements.groups import Role
from lumme_graph.elements.parts import Modality
from lumme_graph.elements.project import Goal, Indicator, Observation, Project
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.names import joined
from lumme_graph.graph.things import Missing
from lumme_graph.meta.spec import label_of_field
from lumme_graph.questions.answers import Answer, Total
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import DATE, STATE, listed, said_of
from lumme_graph.questions.table import AnswerColumn, table

_ITEM = Label("item", "of a plan")


@question(42, Label("Which actions fall outside the project period or before their prerequisite?"))
def outside_project_or_order(day: Day) -> Answer:
    """Actions and decisions by the days of a project; what is outside its own, or too early."""
    items = [item for item in plan_items(day) if not isinstance(item, Role)]
    wrong = [one for one in placed(day) if one.is_wrong]
    projects = {p.id: p for item in items if (p := day.project_of(item))}
    timed = [project for project in projects.values() if project.from_ and project.to]
    undated = day.things(item for item in items if not any(when(item)))
    of_dated = {p.id: p for item in items if any(when(item)) and (p := day.project_of(item))}
    untimed = day.things(p for p in of_dated.values() if not (p.from_ and p.to))
    known = [line for project in timed for line in _against(day, project)]
    shown = {line.one.item.id for line in known}
    others = [
        _Line(day.project_of(one.item), Missing.UNKNOWN, one)
        for one in wrong
        if one.item.id not in shown
    ]
    rows = [
        (line, said)
        for line in (*known, *others)
        for said in _faults(day, line.one) or [Plain("–")]
    ]
    note = Label("Outside or too early {n} of {of}; no date recorded for {undated}.").fill(
        n=sum(len(_faults(day, one)) for one in wrong),
        of=len({one.id for one in (*items, *(one.item for one in wrong))}),
        undated=len(undated),
    )
    spans = [when(line.one.item) for line, _ in rows]
    return table(
        day,
        AnswerColumn(Project.kind.label, [line.project for line, _ in rows]),
        AnswerColumn(Label("against it"), [line.place for line, _ in rows]),
        AnswerColumn(_ITEM, [line.one.item for line, _ in rows]),
        AnswerColumn(DATE, [span.start or span.end for span in spans]),
        AnswerColumn(Label("what is wrong"), [said for _, said in rows]),
        note=joined([note, *(_sums(day, project, known) for project in timed)], " "),
        more=(
            *gaps((Label("the date"), undated), (Label("the project's period"), untimed)),
            *none_of(day.all(Project), Project),
        ),
    )


class _Line(NamedTuple):
    """An activity, and where it begins beside the days of a project."""

    project: Project | None
    place: Message | Missing
    one: Placement


_PLACES: dict[int | None, Message | Missing] = {
    -1: Label("before"),
    0: Label("within"),
    1: Label("after"),
    None: Missing.UNKNOWN,
}


def _against(day: Day, project: Project) -> list[_Line]:
    """All dated actions and decisions, and its own events that are wrong, by the days of a project."""
    found = [
        one
        for one in placed(day)
        if any(when(one.item))
        and (
            isinstance(one.item, Decision | Action)
            or (one.is_wrong and day.project_of(one.item) is project)
        )
    ]
    return [
        _Line(project, place, one)
        for at, place in _PLACES.items()
        for one in found
        if side(one.item, project) == at
    ]


def _sums(day: Day, project: Project, lines: Iterable[_Line]) -> Message:
    places = [
        line.place
        for line in lines
        if line.project is project and isinstance(line.one.item, Decision | Action)
    ]
    said = [
        Label("{place} {n}").fill(place=said_of(place), n=places.count(place))
        for place in _PLACES.values()
    ]
    pattern = Label("Actions and decisions against {project}: {said}.")
    return pattern.fill(project=day.thing(project).label, said=listed(said))


def _faults(day: Day, one: Placement) -> Sequence[Message]:
    """What is wrong with an activity, in words."""
    whole = [] if one.outside is None else [one.outside.name]
    firsts = [day.thing(first.item).label for first in one.early]
    return [
        *(Label("outside {name}").fill(name=name) for name in whole),
        *(Label("before {name}, which comes first").fill(name=name) for name in firsts),
    ]


@question(
    48,
    Label("Which indicators follow which goal, and which have no target value or no observation?"),
)
def indicators_by_goal(day: Day) -> Answer:
    """Each indicator with its goals, target value and observations up to the day."""
    indicators = day.graph.all(Indicator)
    seen = [[o for o in one.observations if o.date.reached(day.date)] for one in indicators]
    targets = [one.target for one in indicators]
    return table(
        day,
        AnswerColumn(Indicator.kind.label, indicators),
        AnswerColumn(
            Goal.kind.plural,
            [day.refs(one.goals) for one in indicators],
            gap=Label("the goal"),
        ),
        AnswerColumn(
            label_of_field(Indicator, "target"),
            [f"{one.operator} {one.value}" if one else None for one in targets],
            gap=Label("the target value"),
            key="target",
        ),
        AnswerColumn(
            label_of_field(Indicator, "observations"),
            [listed(map(_seen, found)) if found else None for found in seen],
            gap=Label("an observation"),
            key="seen",
        ),
        note=Label(
            "Indicators: {of}; without a target value {target}, without an observation {seen}."
        ),
        none=Indicator.kind.plural,
    )


def _seen(one: Observation) -> Message:
    return joined([one.date, ": ", "?" if one.value is None else one.value], "")


@question(49, Label("Which means does the plan name only as options, which does it promise?"))
def options_and_promises(day: Day) -> Answer:
    """Everything of a project by how far it is on the day."""
    states = by_state(day, plan_items(day))
    rows = [(state, item) for state, of in states.items() for item in of]
    every: list[Modality | Missing] = [*reversed(Modality), *(s for s in Missing if s in states)]
    things = {state: day.things(states.get(state, ())) for state in every}
    pattern = Label("{state} {n}")
    said = (pattern.fill(state=state.label, n=len(of)) for state, of in things.items())
    return table(
        day,
        AnswerColumn(STATE, [state for state, _ in rows]),
        AnswerColumn(_ITEM, [item for _, item in rows]),
        AnswerColumn(Label("kind"), [item.kind.label for _, item in rows]),
        AnswerColumn(Project.kind.label, [day.project_of(item) for _, item in rows]),
        note=Label("{said}."),
        said=listed(said),
        totals=[Total(state.label, len(of), of) for state, of in things.items()],
        more=gaps((STATE, things.get(Missing.NOT_RECORDED, ()))),
        none=Project.kind.plural,
    )
