"""Questions on development work: needs, targets and actions, and the way to the top goal."""

from __future__ import annotations

from lumme_graph.analysis.goals import traced
from lumme_graph.analysis.needs import needs, origins
from lumme_graph.analysis.plans import by_aim
from lumme_graph.analysis.targets import work
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.elements.development import Action, Decision, Need, RaisedBy, Target
from lumme_graph.elements.parts import Aim
from lumme_graph.elements.project import Goal
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.things import Missing
from lumme_graph.meta.spec import label_of_field
from lumme_graph.questions.answers import Answer, Total
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import DATE, listed, recorded
from lumme_graph.questions.table import AnswerColumn, table

_AIM = label_of_field(Action, "aim")


@question(
    1, Label("Which actions serve the customer aim, which the efficiency aim, and which neither?")
)
def actions_by_aim(day: Day) -> Answer:
    """Actions and the items of project plans, by the aim that they are read to serve."""
    by = by_aim(day)
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
        customer=len(by[Aim.CUSTOMER]),
        work=len(by[Aim.EFFICIENCY]),
        both=len(by[Aim.BOTH]),
        n=len(by[Missing.NOT_RECORDED]),
        totals=[Total(aim.label, len(of), of) for aim, of in things.items()],
        more=gaps((_AIM, things[Missing.NOT_RECORDED])),
        none=Action.kind.plural,
    )


@question(6, Label("Which targets, actions and promises trace to the top goal?"))
def traced_to_goal(day: Day) -> Answer:
    """Each target, action and commitment with the top goals that it leads to, and by what way."""
    every = traced(day)
    rows = [(element, trace) for element, traces in every for trace in traces]
    lost = [element for element, traces in every if not traces]
    n = len(every) - len(lost)
    gap = Label("a link to a goal: {kind}")
    goalless = [
        (gap.fill(kind=kind.kind.plural), day.things(one for one in lost if isinstance(one, kind)))
        for kind in (Target, Action, Commitment)
    ]
    return table(
        day,
        AnswerColumn(Label("what"), [element for element, _ in rows]),
        AnswerColumn(Label("kind"), [element.kind.label for element, _ in rows]),
        AnswerColumn(Goal.kind.label, [trace.goal for _, trace in rows]),
        AnswerColumn(
            Label("by way of"), [day.things(trace.way) or Label("directly") for _, trace in rows]
        ),
        note=Counted("{n} of {of} traces to the top goal.", "{n} of {of} trace to the top goal."),
        n=n,
        of=len(every),
        totals=(Total(Label("traced"), n), Total(Label("not recorded"), len(lost))),
        more=(
            *gaps(*goalless),
            *none_of(day.graph.all(Goal), Goal),
            *(() if every else none_of([], Target)),
        ),
    )


TARGET = Target.kind.label


@question(16, Label("Which needs have no target yet?"))
def needs_without_target(day: Day) -> Answer:
    """The needs that no target answers."""
    every = needs(day)
    without = [one for one in every if not one.targets]
    return table(
        day,
        AnswerColumn(Need.kind.label, [one.need for one in without]),
        AnswerColumn(TARGET, [one.targets for one in without], gap=Label("a target")),
        note=Counted(
            "{n} of {of} need has no target.", "{n} of {of} needs have no target.", by="of"
        ),
        of=len(every),
        totals=recorded(day, [one.need for one in every], [one.targets for one in every]),
        none=None if every else Need.kind.label,
    )


@question(18, Label("Which targets were agreed by how many libraries?"))
def targets_agreed(day: Day) -> Answer:
    """Each target with the libraries that agreed on it."""
    targets = day.all(Target)
    agreed = [day.refs(target.agreed_by) for target in targets]
    return table(
        day,
        AnswerColumn(TARGET, targets),
        AnswerColumn(Label("libraries that agreed"), agreed, gap=Label("who agreed")),
        note=Counted(
            "For {n} of {of} target it is not recorded who agreed.",
            "For {n} of {of} targets it is not recorded who agreed.",
            by="of",
        ),
        totals=recorded(day, targets, agreed),
        none=TARGET,
    )


_RAISED = {RaisedBy.STAFF: Label("needs of staff"), RaisedBy.CUSTOMERS: Label("needs of customers")}


def _by_origin(day: Day, wanted: set[RaisedBy], note: Message) -> Answer:
    """The targets whose needs were raised by exactly these."""
    every = origins(day)
    found = [one for one in every if one.by == frozenset(wanted)]
    unknown = day.things(one.target for one in every if one.by is None)
    these = day.things(one.target for one in found)
    return table(
        day,
        AnswerColumn(TARGET, these),
        *(
            AnswerColumn(_RAISED[by], [one.needs[by] for one in found])
            for by in RaisedBy
            if by in wanted
        ),
        note=note,
        n=len(found),
        of=len(every),
        totals=(
            Total(Label("targets", "counted in a sentence"), len(these), these),
            Total(Missing.NOT_RECORDED.label, len(unknown), unknown),
        ),
        more=gaps((Label("the origin of the need"), unknown)),
        none=None if every else Target.kind.plural,
    )


@question(23, Label("Which targets rest on staff views only?"))
def targets_on_staff_only(day: Day) -> Answer:
    """The targets of which all needs were raised by staff."""
    note = Counted(
        "{n} of {of} target rests on staff views only.",
        "{n} of {of} targets rest on staff views only.",
        by="of",
    )
    return _by_origin(day, {RaisedBy.STAFF}, note)


@question(26, Label("Which development targets come from both staff and customers?"))
def targets_from_both(day: Day) -> Answer:
    """The targets whose needs were raised by staff and by customers."""
    note = Counted(
        "{n} of {of} target comes from both staff and customers.",
        "{n} of {of} targets come from both staff and customers.",
        by="of",
    )
    return _by_origin(day, {RaisedBy.STAFF, RaisedBy.CUSTOMERS}, note)


@question(27, Label("Which targets have no decided action, owner or date?"))
def targets_without_decision(day: Day) -> Answer:
    """Each target with its actions, those decided or done, the decision, owner and dates."""
    found = work(day)
    dates = [one.days for one in found]
    columns = (
        (Action.kind.label, [one.actions for one in found]),
        (Label("of them decided or done"), [one.settled for one in found]),
        (Decision.kind.label, [one.decisions for one in found]),
        (label_of_field(Target, "owner"), [one.owners for one in found]),
        (DATE, [listed(said) if said else None for said in dates]),
    )
    lacks = Label("not recorded: {what}")
    return table(
        day,
        AnswerColumn(TARGET, [one.target for one in found]),
        *(
            AnswerColumn(head, values, gap=head, total=lacks.fill(what=head))
            for head, values in columns
        ),
        note=Counted(
            "{n} of {of} target lacks something; {some} have actions, {settled} one that is decided or done.",
            "{n} of {of} targets lack something; {some} have actions, {settled} one that is decided or done.",
            by="of",
        ),
        some=sum(bool(one.actions) for one in found),
        settled=sum(bool(one.settled) for one in found),
        none=Target.kind.plural,
    )
