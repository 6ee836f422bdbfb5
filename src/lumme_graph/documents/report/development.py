"""From needs to targets, decisions and actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.analysis.needs import Answered, needs
from lumme_graph.analysis.targets import Work, work
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Sayable
from lumme_graph.documents.blocks import Block
from lumme_graph.documents.telling import Telling
from lumme_graph.elements.development import Action, Decision, Need
from lumme_graph.graph.names import joined, name_label, span

TITLE: Final = Label("What follows from needs")
_NEEDS: Final = Label("Needs")
_NEED_HEADS: Final = (Label("Development need"), Label("Raised by"), Label("Targets"))
_NO_NEED: Final = Label("No development needs are recorded.")
_TARGETS: Final = Label("Targets and what is done for them")
_TARGET_HEADS: Final = (Label("Target"), Label("Decisions"), Label("Actions"))
_NO_TARGET: Final = Label("No development targets are recorded.")
_NO_TARGET_YET: Final = Label("no target yet")
_NO_DECISION: Final = Label("no decision recorded")
_NO_ACTION: Final = Label("no action recorded")
_NOT_SAID: Final = Label("not recorded")
_OTHERS: Final = Label("Actions without a target")
_ACTION_HEADS: Final = (Label("Action"), Label("How far"), Label("When"), Label("Answers for it"))
_ABOUT: Final = Label("{name}: {more}")


def chapter(tell: Telling) -> Iterator[Block]:
    """Needs with their targets, targets with their decisions and actions."""
    yield tell.heading(TITLE)
    found = needs(tell.day)
    yield tell.heading(_NEEDS, 2)
    if found:
        rows = [(tell.marked(one.need), _raised(one.need), _targets(tell, one)) for one in found]
        yield tell.table(_NEEDS, _NEED_HEADS, rows, (44, 18, 38))
    else:
        yield tell.text(_NO_NEED)
    yield tell.heading(_TARGETS, 2)
    targets = work(tell.day)
    if targets:
        rows = [(tell.marked(o.target), _decisions(tell, o), _actions(tell, o)) for o in targets]
        yield tell.table(_TARGETS, _TARGET_HEADS, rows, (30, 32, 38))
    else:
        yield tell.text(_NO_TARGET)
    yield from _without_target(tell)


def _without_target(tell: Telling) -> Iterator[Block]:
    found = [action for action in tell.day.all(Action) if not action.targets]
    if found:
        yield tell.heading(_OTHERS, 2)
        rows = [_action_row(tell, one) for one in found]
        yield tell.table(_OTHERS, _ACTION_HEADS, rows, (46, 16, 18, 20))


def _action_row(tell: Telling, one: Action) -> tuple[Sayable, ...]:
    owner = tell.graph.get(one.owner)
    return (
        tell.marked(one),
        tell.day.state(one).label,
        span(one.from_, one.to) if one.from_ or one.to else _NOT_SAID,
        name_label(owner) if owner else _NOT_SAID,
    )


def _raised(need: Need) -> Sayable:
    by = dict.fromkeys(origin.by.label for origin in need.origins)
    return joined(tuple(by)) if by else _NOT_SAID


def _targets(tell: Telling, one: Answered) -> Sayable:
    return tell.listed(one.targets) if one.targets else _NO_TARGET_YET


def _decisions(tell: Telling, one: Work) -> Sayable:
    every = [d for d in tell.day.all(Decision) if one.target.id in d.targets]
    found = {d.id: d for d in (*one.decisions, *every)}
    if not found:
        return _NO_DECISION
    return joined([_with(tell, d, d.date) for d in found.values()], "\n")


def _actions(tell: Telling, one: Work) -> Sayable:
    if not one.actions:
        return _NO_ACTION
    return joined([_with(tell, a, a.from_ or a.to) for a in one.actions], "\n")


def _with(tell: Telling, one: Decision | Action, when: Sayable | None) -> Sayable:
    """A thing with how far it is, and its day where one is known."""
    state: Sayable = tell.day.state(one).label
    more = joined((state, when)) if when else state
    return _ABOUT.fill(name=tell.marked(one), more=more)
