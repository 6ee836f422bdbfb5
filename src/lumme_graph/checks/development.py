"""LG70x: does development go from needs to deeds, in order and with somebody to lead it?"""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.base.periods import Period, period, sticks_out, surely_before
from lumme_graph.checks.registry import Hit, check
from lumme_graph.elements.development import (
    Action,
    Decision,
    Event,
    Need,
    RaisedBy,
    Target,
)
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.parts import Modality
from lumme_graph.elements.project import Project, ProjectPhase
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined, label_of, name_label
from lumme_graph.questions.groups import groups
from lumme_graph.questions.learning import leadership_trainings, may_reach
from lumme_graph.questions.targets import raised_by, work_on

_NOT_DONE = frozenset({Modality.OPTION, Modality.PLANNED, Modality.ANNOUNCED, Modality.DECIDED})


@check(
    "LG701", Label("need “{name}” has no target"), Label("name the need in the needs of a target")
)
def need_without_target(day: Day) -> Iterator[Hit]:
    """No development target answers a need.

    ## Why it matters
    Somebody took the trouble to raise it, and nothing follows.

    ## Mend it
    Name the need in the `needs` of a target, or accept with a reason that nothing is done.
    """
    answered = {str(need) for target in day.graph.all(Target) for need in target.needs}
    for need in day.graph.all(Need):
        if need.id not in answered:
            yield Hit(need, name=name_label(need))


@check(
    "LG702",
    Label("target “{name}” lacks {missing}"),
    Label("record a decided action, an owner role and a date, where they are known"),
)
def target_without_action(day: Day) -> Iterator[Hit]:
    """A target has no action that is decided or done, nobody who answers for it, or no date.

    ## Why it matters
    A target without a deed, an owner and a day is a wish.

    ## Mend it
    Write an `action` with the target in its `targets`, a `modality` of decided or done (or a
    `decision` that is), an `owner`, and `from`. Invent none of these.
    """
    for target in day.graph.all(Target):
        work = work_on(day, target)
        missing: list[Message] = []
        if not work.settled:
            missing.append(Label("a decided action"))
        if not work.owners:
            missing.append(Label("an owner"))
        if not work.days:
            missing.append(Label("a date"))
        if missing:
            yield Hit(target, name=name_label(target), missing=joined(missing))


@check(
    "LG703",
    Label("target “{name}” rests on what staff say only ({needs})"),
    Label("ask customers, and record it in the origins of the need"),
)
def target_on_staff_only(day: Day) -> Iterator[Hit]:
    """All needs behind a target were raised by staff, none by customers.

    ## Why it matters
    The libraries may be mending what customers do not miss.

    ## Mend it
    Hear customers, and record it in the `origins` of the need. A need whose origin is not recorded
    is not taken for the staff's.
    """
    for target in day.graph.all(Target):
        if raised_by(day, target) == frozenset({RaisedBy.STAFF}):
            yield Hit(target, "needs", name=name_label(target), needs=", ".join(target.needs))


@check(
    "LG704", Label("group “{name}” has no leader"), Label("name the role that leads it in leads")
)
def group_without_leader(day: Day) -> Iterator[Hit]:
    """No role is recorded that leads a working group.

    ## Why it matters
    A group of several libraries has no line manager of its own; without a leader it does not meet.

    ## Mend it
    Name the role in `leads`, never a person.
    """
    for group in groups(day):
        if not group.leads:
            yield Hit(group, name=name_label(group))


@check(
    "LG705",
    Label(
        "role {role} leads group “{name}”, but no training in network leadership is recorded as held for it"
    ),
    Label("record the training once it is held (event: training, topics: network-leadership)"),
)
def leader_untrained(day: Day) -> Iterator[Hit]:
    """A role leads a group, and no training in network leadership was held for it.

    ## Why it matters
    To lead people whose manager one is not is a skill of its own.

    ## Mend it
    Record the training: an `event` of type training (or study trip) with the topic `network-leadership`, for
    leaders or group leads, `modality: done`. Where it records who took part, one of the
    organisations in which the role is held must be among them.
    """
    asked = day
    held = [event for event in leadership_trainings(asked) if asked.is_done(event)]
    for group in groups(asked):
        for at, ref in enumerate(group.leads):
            role = day.graph.get(ref)
            if role and not any(may_reach(training, role) for training in held):
                yield Hit(group, "leads", at, name=name_label(group), role=name_label(role))


@check(
    "LG706",
    Label("{kind} “{name}” lies outside {whole}"),
    Label("correct the day, or take project away"),
)
def event_outside_project(day: Day) -> Iterator[Hit]:
    """An event, decision or action of a project lies before its first or after its last day.

    ## Why it matters
    Either a day is wrong, or the project is given what was not its work.

    ## Mend it
    Correct the day, or take away `project` (or `phase`). A day that is known only roughly is not
    reported where it may lie within.
    """
    graph = day.graph
    items: list[Event | Decision | Action] = [
        *graph.all(Event),
        *graph.all(Decision),
        *graph.all(Action),
    ]
    for item in items:
        project = graph.get(item.project)
        if project is None:
            continue
        wholes: list[Project | ProjectPhase] = [project]
        wholes += [phase for phase in project.phases if phase.id == item.phase]
        outer = next((x for x in wholes if sticks_out(_when(item), period(x))), None)
        if outer is not None:
            span = f"{outer.from_ or ''}–{outer.to or ''}"
            whole = joined([label_of(outer.name), Plain(span)], " ")
            yield Hit(item, "project", kind=item.kind.label, name=name_label(item), whole=whole)


def _when(item: Event | Decision | Action) -> Period:
    return Period(item.date, item.date) if isinstance(item, Decision) else period(item)


@check(
    "LG707",
    Label("{kind} “{name}” comes before its prerequisite {first}"),
    Label("correct the days, or the order (after, decision)"),
)
def action_before_prerequisite(day: Day) -> Iterator[Hit]:
    """An action or event begins before what must come first is over, or is done before it is done.

    ## Why it matters
    Needs that are drawn together before customers were heard are somebody's guess.

    ## Mend it
    Correct the days, or the order in `after` or `decision`. A day that is known only roughly is not
    reported where it may lie late enough.
    """
    graph = day.graph
    for event in graph.all(Event):
        for at, ref in enumerate(event.after):
            first = graph.get(ref)
            if first and _comes_before(event, _end(first), first.modality):
                yield _too_early(event, first, "after", at)
    for action in graph.all(Action):
        for at, other in enumerate(action.after):
            before = graph.get(other)
            if before and _comes_before(action, _end(before), before.modality):
                yield _too_early(action, before, "after", at)
        decision = graph.get(action.decision)
        if decision and _comes_before(action, decision.date, None):
            yield _too_early(action, decision, "decision")


def _end(item: Event | Action) -> UncertainDate | None:
    return item.to or item.from_


def _comes_before(item: Event | Action, end: UncertainDate | None, other: Modality | None) -> bool:
    undone = item.modality is Modality.DONE and other in _NOT_DONE
    return undone or surely_before(item.from_ or item.to, end)


def _too_early(item: KeptElement, first: KeptElement, *path: str | int) -> Hit:
    return Hit(item, *path, kind=item.kind.label, name=name_label(item), first=name_label(first))


CHECKS = (
    need_without_target,
    target_without_action,
    target_on_staff_only,
    group_without_leader,
    leader_untrained,
    event_outside_project,
    action_before_prerequisite,
)
