"""Questions on needs and targets: who raised them, who agreed, what was decided."""

from __future__ import annotations

from typing import NamedTuple

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.elements.development import Action, Decision, Need, RaisedBy, Target
from lumme_graph.elements.parts import SETTLED
from lumme_graph.elements.who import Role
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.things import Missing, Thing
from lumme_graph.questions.answers import Answer, Row, Total, Value, day_label, fill
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import DATE, listed, or_gap, related

TARGET = Target.kind.label


@question(16, "needs-without-target", Label("Which needs have no target yet?"))
def needs_without_target(day: Day) -> Answer:
    """The needs that no target answers."""
    targets = day.all(Target)
    return related(
        day,
        day.all(Need),
        lambda need: [target for target in targets if need.id in target.needs],
        columns=(Need.kind.label, TARGET),
        gap=Label("a target"),
        note=Counted(
            "{n} of {of} need has no target.", "{n} of {of} needs have no target.", by="of"
        ),
        only_without=True,
    )


@question(18, "targets-agreed", Label("Which targets were agreed by how many libraries?"))
def targets_agreed(day: Day) -> Answer:
    """Each target with the libraries that agreed on it."""
    return related(
        day,
        day.all(Target),
        lambda target: [o for ref in target.agreed_by if (o := day.graph.get(ref))],
        columns=(TARGET, Label("libraries that agreed")),
        gap=Label("who agreed"),
        note=Counted(
            "For {n} of {of} target it is not recorded who agreed.",
            "For {n} of {of} targets it is not recorded who agreed.",
            by="of",
        ),
    )


def _origins(day: Day, target: Target) -> dict[RaisedBy, list[Need]]:
    """The needs behind a target by who raised them."""
    found: dict[RaisedBy, list[Need]] = {}
    for ref in target.needs:
        need = day.graph.get(ref)
        for origin in need.origins if need else ():
            if need and need not in found.setdefault(origin.by, []):
                found[origin.by].append(need)
    return found


def raised_by(day: Day, target: Target) -> frozenset[RaisedBy] | None:
    """Who raised the needs behind a target; None where a need without an origin could add to it."""
    needs = [day.graph.get(ref) for ref in target.needs]
    known = frozenset(origin.by for need in needs if need for origin in need.origins)
    whole = bool(needs) and all(need is not None and need.origins for need in needs)
    return known if whole or len(known) == len(RaisedBy) else None


def _by_origin(day: Day, wanted: set[RaisedBy], note: Message) -> Answer:
    """The targets whose needs were raised by exactly these."""
    targets = day.all(Target)
    rows: list[Row] = []
    unknown: list[Thing] = []
    for target in targets:
        origins = _origins(day, target)
        raised = raised_by(day, target)
        if raised is None:
            unknown.append(day.thing(target))
        elif raised == frozenset(wanted):
            values = [or_gap(day.things(origins.get(by, ()))) for by in RaisedBy if by in wanted]
            rows.append(Row((day.thing(target), *values)))
    columns = (TARGET, *(_RAISED[by] for by in RaisedBy if by in wanted))
    return Answer(
        columns,
        tuple(rows),
        fill(note, n=len(rows), of=len(targets)),
        (
            Total(
                _THESE,
                len(rows),
                tuple(
                    thing for row in rows for thing in row.values[:1] if isinstance(thing, Thing)
                ),
            ),
            Total(Missing.NOT_RECORDED.label, len(unknown), tuple(unknown)),
        ),
        (*gaps((_ORIGIN, unknown)), *none_of(targets, Target)),
    )


_THESE = Label("targets", "counted in a sentence")
_ORIGIN = Label("the origin of the need")
_RAISED = {RaisedBy.STAFF: Label("needs of staff"), RaisedBy.CUSTOMERS: Label("needs of customers")}


@question(23, "targets-on-staff-only", Label("Which targets rest on staff views only?"))
def targets_on_staff_only(day: Day) -> Answer:
    """The targets of which all needs were raised by staff."""
    note = Counted(
        "{n} of {of} target rests on staff views only.",
        "{n} of {of} targets rest on staff views only.",
        by="of",
    )
    return _by_origin(day, {RaisedBy.STAFF}, note)


@question(
    26, "targets-from-both", Label("Which development targets come from both staff and customers?")
)
def targets_from_both(day: Day) -> Answer:
    """The targets whose needs were raised by staff and by customers."""
    note = Counted(
        "{n} of {of} target comes from both staff and customers.",
        "{n} of {of} targets come from both staff and customers.",
        by="of",
    )
    return _by_origin(day, {RaisedBy.STAFF, RaisedBy.CUSTOMERS}, note)


@question(
    27, "targets-without-decision", Label("Which targets have no decided action, owner or date?")
)
def targets_without_decision(day: Day) -> Answer:
    """Each target with its actions, those decided or done, the decision, owner and dates."""
    targets = day.all(Target)
    rows: list[Row] = []
    lacking: dict[Message, list[Thing]] = {label: [] for label in _CHAIN}
    for target in targets:
        values = _chain(day, target)
        rows.append(Row((day.thing(target), *values)))
        for label, value in zip(_CHAIN, values, strict=True):
            if value is Missing.NOT_RECORDED:
                lacking[label].append(day.thing(target))
    incomplete = {thing for found in lacking.values() for thing in found}
    note = Counted(
        "{n} of {of} target lacks something; {some} have actions, {settled} one that is decided or done.",
        "{n} of {of} targets lack something; {some} have actions, {settled} one that is decided or done.",
        by="of",
    )
    some, settled = (len(targets) - len(lacking[label]) for label in _CHAIN[:2])
    return Answer(
        (TARGET, *_CHAIN),
        tuple(rows),
        fill(note, n=len(incomplete), of=len(targets), some=some, settled=settled),
        tuple(Total(fill(_LACKS, what=label), len(of), tuple(of)) for label, of in lacking.items()),
        (*gaps(*lacking.items()), *none_of(targets, Target)),
    )


SETTLED_ACTION = Label("of them decided or done")
_LACKS = Label("not recorded: {what}")
_CHAIN = (Action.kind.label, SETTLED_ACTION, Decision.kind.label, Label("owner"), DATE)


class Work(NamedTuple):
    """What is done for a target: its actions, those settled, decisions made, owners and days."""

    actions: list[Action]
    settled: list[Action]
    decisions: list[Decision]
    owners: list[Role]
    days: list[UncertainDate]


def work_on(day: Day, target: Target) -> Work:
    """What is done for a target on the day.

    An action is settled where it is decided or done by the day, or follows a decision that is.
    """
    graph = day.graph
    actions = [a for a in day.all(Action) if target.id in a.targets]
    followed = {str(action.decision) for action in actions}
    made = [
        decision
        for decision in day.all(Decision)
        if target.id in decision.targets or decision.id in followed
        if day.state(decision) in SETTLED
    ]
    ids = {decision.id for decision in made}
    settled = [a for a in actions if day.state(a) in SETTLED or a.decision in ids]
    owners = [r for ref in (target.owner, *(a.owner for a in actions)) if (r := graph.get(ref))]
    days = (*(a.from_ or a.to for a in actions), *(d.date for d in made))
    return Work(actions, settled, made, owners, [when for when in days if when])


def _chain(day: Day, target: Target) -> tuple[Value, ...]:
    """The actions of a target, those settled, the decisions that were made, owners and days."""
    work = work_on(day, target)
    dates = [day_label(when) for when in work.days]
    return (
        or_gap(day.things(work.actions)),
        or_gap(day.things(work.settled)),
        or_gap(day.things(work.decisions)),
        or_gap(tuple(dict.fromkeys(day.things(work.owners)))),
        listed(dates) if dates else Missing.NOT_RECORDED,
    )


QUESTIONS = (
    needs_without_target,
    targets_agreed,
    targets_on_staff_only,
    targets_from_both,
    targets_without_decision,
)
