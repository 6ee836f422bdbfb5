"""LG70x: does development go from needs to deeds, in order and with somebody to lead it?"""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.analysis.groups import groups
from lumme_graph.analysis.needs import needs, origins
from lumme_graph.analysis.plans import placed
from lumme_graph.analysis.targets import work
from lumme_graph.analysis.training import leads
from lumme_graph.base.label import Label, Message
from lumme_graph.base.periods import period
from lumme_graph.checks.registry import Hit, check
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined, name_label, span


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
    for need, targets in needs(day):
        if not targets:
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
    for one in work(day):
        parts = ((_ACTION, one.settled), (_OWNER, one.owners), (_DATE, one.days))
        missing: list[Message] = [what for what, found in parts if not found]
        if missing:
            yield Hit(one.target, name=name_label(one.target), missing=joined(missing, "and"))


_ACTION = Label("a decided action")
_OWNER = Label("an owner")
_DATE = Label("a date")


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
    for one in origins(day):
        if one.hears_customers is False:
            target = one.target
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
    for one in groups(day):
        if one.has_leader is False:
            yield Hit(one.group, name=name_label(one.group))


@check(
    "LG705",
    Label(
        "role “{role}” leads group “{name}”, but no training in network leadership is recorded as held for it"
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
    for group, role, trained in leads(day):
        if not trained:
            at = group.leads.index(role.id)
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
    for item, outside, _ in placed(day):
        if outside is not None:
            whole = joined([outside.name, " (", span(*period(outside)), ")"], "")
            yield Hit(item, "project", kind=item.kind.label, name=name_label(item), whole=whole)


@check(
    "LG707",
    Label("{kind} “{name}” comes before its prerequisite “{first}”"),
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
    for item, _, early in placed(day):
        said = {"kind": item.kind.label, "name": name_label(item)}
        for first in early:
            yield Hit(item, *first.field, first=name_label(first.item), **said)
