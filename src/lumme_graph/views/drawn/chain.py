"""The chain of development: need, target, decision, action, indicator, and where it breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from lumme_graph.analysis.needs import needs
from lumme_graph.base.label import Counted, Joined, Label, Message
from lumme_graph.base.speaker import Sayable, Speaker
from lumme_graph.elements.development import Action, Decision, Need, Target
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.parts import Modality
from lumme_graph.elements.project import Indicator
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined, name_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.things import Missing
from lumme_graph.meta.spec import label_of_field
from lumme_graph.views.drawn.parts import Only, fact, head, standing_sign
from lumme_graph.views.shapes import Box, BoxLink, DrawnFact, Network, ShapeLine, Sign

_TITLE = Label("From needs to actions")
_KIND = Label("Chain of development")
_SHOWN = Label("What is shown")
_BREAKS = Label("Where the chain breaks")
_RANKS: Final = {
    "need": Label("Need: who raised it"),
    "target": Label("Target"),
    "decision": Label("Decision"),
    "action": Label("Action: how far it is"),
    "measure": Label("Indicator"),
}
_MISSING: Final = {
    "target": Label("no target"),
    "decision": Label("no decision"),
    "action": Label("no action"),
    "measure": Label("no indicator"),
}
_BREAK: Final = {
    "target": Counted("{n} need without a target", "{n} needs without a target"),
    "action": Counted("{n} target without an action", "{n} targets without an action"),
    "decision": Counted("{n} action without a decision", "{n} actions without a decision"),
    "measure": Counted("{n} action without an indicator", "{n} actions without an indicator"),
}
_COUNTS: Final[dict[type[KeptElement], Counted]] = {
    Need: Counted("{n} need", "{n} needs"),
    Target: Counted("{n} target", "{n} targets"),
    Action: Counted("{n} action", "{n} actions"),
}
_DONE = Counted("{n} of them done", "{n} of them done")
_UNBROKEN = Label("nowhere")
_RAISED = Label("Raised by: {who}")
_NOT_RECORDED = Label("not recorded")
_LOOSE = Label("Actions without a target: {what}")
_LOOSE_TARGETS = Label("Targets without a need: {what}")
_LOOSE_DECISIONS = Label("Decisions without a target: {what}")
_OF = Label("{what} ({state})")
_DESCRIPTION = Label(
    "Needs, the targets that answer them, decisions, actions and indicators; what is missing stands in a dotted box."
)
_NONE = Label("No needs. Enter them in development/needs.yaml.")


def chain(graph: ServiceGraph, id_: str, speak: Speaker, only: Only) -> Network:
    """Every need with what follows from it, and a gap where something does not follow."""
    made = _Chain(Day.of(graph), speak, only)
    made.build()
    loose = [action for action in made.actions if not _known(graph, action.targets)]
    notes = list(_notes(made, loose))
    over = head(
        graph,
        speak,
        id_,
        _KIND,
        _TITLE,
        _DESCRIPTION,
        fields=(
            fact(speak, f"{id_}/shown", _SHOWN, joined(list(made.counts()))),
            fact(speak, f"{id_}/breaks", _BREAKS, made.breaks()),
        ),
    )
    return Network(
        "chain",
        replace(over, lacks=None if made.boxes else speak(_NONE)),
        "ranks",
        tuple(ShapeLine(key, speak(label)) for key, label in _RANKS.items()),
        tuple((rank, box) for rank, box in made.boxes.values()),
        tuple(made.links),
        notes=tuple(notes),
    )


class _Chain:
    """The boxes and links of the chain, put together need by need."""

    def __init__(self, day: Day, speak: Speaker, only: Only) -> None:
        self.day = day
        self.graph = day.graph
        self.speak = speak
        self.only = only
        self.boxes: dict[str, tuple[str, Box]] = {}
        self.links: list[BoxLink] = []
        self.gaps: dict[str, list[str]] = {rank: [] for rank in _BREAK}
        self.needs, self.targets, self.actions = _taken(self.graph, only)

    def build(self) -> None:
        """Each need, its targets, and what follows from them; then targets that answer no need."""
        answered = {one.need.id: one.targets for one in needs(self.day)}
        for need in self.needs:
            self._add("need", need.id, _need(need, self.speak))
            targets = [target for target in answered[need.id] if target in self.targets]
            if not targets:
                self._gap("target", need.id)
            for target in targets:
                self._target(target)
                self.links.append(BoxLink(need.id, target.id))
        for target in self.targets:
            if target.id not in self.boxes:
                self._target(target)

    def counts(self) -> Iterator[Message]:
        """How many of each there are, and how many actions are done."""
        counts = (len(self.needs), len(self.targets), len(self.actions))
        for counted, n in zip(_COUNTS.values(), counts, strict=True):
            yield counted.fill(n=n)
        yield _DONE.fill(n=sum(map(self.day.is_done, self.actions)))

    def breaks(self) -> Message:
        """Where the chain breaks, and how often."""
        found = [_BREAK[rank].fill(n=len(ids)) for rank, ids in self.gaps.items() if ids]
        return Joined(tuple(found), "; ") if found else _UNBROKEN

    def _add(self, rank: str, id_: str, box: Box) -> None:
        self.boxes.setdefault(id_, (rank, box))

    def _gap(self, rank: str, after: str) -> str:
        """A box for what is missing after another, and the link to it."""
        id_ = f"{after}/no-{rank}"
        words = fact(self.speak, f"{id_}/gap", _RANKS[rank], _MISSING[rank], "gap")
        self._add(rank, id_, Box(id_, (words,)))
        self.links.append(BoxLink(after, id_, thin=True))
        if after not in self.gaps.get(rank, ()):
            self.gaps.setdefault(rank, []).append(after)
        return id_

    def _target(self, target: Target) -> None:
        if target.id in self.boxes:
            return
        self._add("target", target.id, _target(target, self.speak))
        actions = [action for action in self.actions if target.id in action.targets]
        decided = [d for d in self.graph.all(Decision) if target.id in d.targets]
        through = dict.fromkeys(
            (*decided, *(d for a in actions if (d := self.graph.get(a.decision))))
        )
        for decision in through:
            self._add("decision", decision.id, self._plan(decision))
            self.links.append(BoxLink(target.id, decision.id))
            own = [action for action in actions if action.decision == decision.id]
            if not own and not actions:
                self._missing_action(target, decision.id)
            for action in own:
                self._action(action, decision.id)
        without = [action for action in actions if self.graph.get(action.decision) is None]
        if without or not through:
            self._undecided(target, without)

    def _undecided(self, target: Target, actions: Sequence[Action]) -> None:
        """The actions for a target that follow no decision; or that there is none of either."""
        id_ = f"{target.id}/no-decision"
        words = fact(self.speak, f"{id_}/gap", _RANKS["decision"], _MISSING["decision"], "gap")
        self._add("decision", id_, Box(id_, (words,)))
        self.links.append(BoxLink(target.id, id_, thin=True))
        self.gaps["decision"] += [a.id for a in actions if a.id not in self.gaps["decision"]]
        if not actions:
            self._missing_action(target, id_)
        for action in actions:
            self._action(action, id_)

    def _missing_action(self, target: Target, after: str) -> None:
        self._gap("action", after)
        self.gaps["action"].remove(after)
        self.gaps["action"].append(target.id)

    def _action(self, action: Action, after: str) -> None:
        is_new = action.id not in self.boxes
        self._add("action", action.id, self._plan(action))
        self.links.append(BoxLink(after, action.id))
        if not is_new:
            return
        found = self._measures(action)
        for measure in found:
            label = label_of_field(Indicator, "name")
            words = fact(self.speak, f"{measure.id}/name", label, name_label(measure), "head")
            standing = standing_sign(measure.standing, self.speak)
            self._add("measure", measure.id, Box(measure.id, (words,), standing=standing))
            self.links.append(BoxLink(action.id, measure.id))
        if not found:
            self._gap("measure", action.id)

    def _measures(self, action: Action) -> list[Indicator]:
        """The indicators that follow the goals of the action's targets."""
        targets = [target for ref in action.targets if (target := self.graph.get(ref))]
        goals = {goal for target in targets for goal in target.goals}
        return [one for one in self.graph.all(Indicator) if goals & set(one.goals)]

    def _plan(self, item: Decision | Action) -> Box:
        """A decision or an action: how far it is, in a sign and a word."""
        name = fact(
            self.speak, f"{item.id}/name", label_of_field(type(item), "name"), item.name, "head"
        )
        state = self.day.state(item)
        sign = Sign("state", _signed(state), self.speak(state.label))
        far = fact(
            self.speak,
            f"{item.id}/state",
            label_of_field(type(item), "modality"),
            state.label,
            signs=(sign,),
        )
        facts = (name, far, *(self._made(item) if isinstance(item, Decision) else ()))
        return Box(item.id, facts, standing=standing_sign(item.standing, self.speak))

    def _made(self, decision: Decision) -> Iterator[DrawnFact]:
        """When a decision was or is to be made, and by whom."""
        by = self.graph.get(decision.by)
        parts: list[Sayable] = [decision.date] if decision.date else []
        parts += [name_label(by)] if by else []
        if parts:
            label = label_of_field(Decision, "date" if decision.date else "by")
            words = Joined(tuple(parts))
            yield fact(self.speak, f"{decision.id}/made", label, words, "sub")


def _taken(graph: ServiceGraph, only: Only) -> tuple[list[Need], list[Target], list[Action]]:
    """What has the tag, what it leads to, and what leads to it: so no gap is shown that is none."""
    needs = {need.id for need in graph.all(Need) if only.takes(need)}
    tagged = [one for one in graph.all(Target) if only.takes(one) or needs.intersection(one.needs)]
    targets = {target.id for target in tagged}
    actions = [
        one for one in graph.all(Action) if only.takes(one) or targets.intersection(one.targets)
    ]
    targets.update(ref for action in actions if only.takes(action) for ref in action.targets)
    shown = [target for target in graph.all(Target) if target.id in targets]
    needs.update(ref for target in shown for ref in target.needs)
    return [need for need in graph.all(Need) if need.id in needs], shown, actions


def _signed(state: Modality | Missing) -> str:
    if isinstance(state, Missing) or state is Modality.OPTION:
        return "unknown"
    return "done" if state is Modality.DONE else "part"


def _need(need: Need, speak: Speaker) -> Box:
    by: list[Sayable] = list(dict.fromkeys(origin.by.label for origin in need.origins))
    raised = _RAISED.fill(who=joined(by) if by else _NOT_RECORDED)
    label = label_of_field(Need, "origins")
    return Box(
        need.id,
        (
            fact(speak, f"{need.id}/name", label_of_field(Need, "name"), need.name, "head"),
            fact(speak, f"{need.id}/raised", label, raised, "sub"),
        ),
        standing=standing_sign(need.standing, speak),
    )


def _target(target: Target, speak: Speaker) -> Box:
    name = fact(speak, f"{target.id}/name", label_of_field(Target, "name"), target.name, "head")
    return Box(target.id, (name,), standing=standing_sign(target.standing, speak))


def _notes(made: _Chain, loose: Sequence[Action]) -> Iterator[DrawnFact]:
    """What stands outside the chain: targets that answer no need, actions that serve no target."""
    speak = made.speak
    free = [target for target in made.targets if not _known(made.graph, target.needs)]
    if free:
        names = joined([target.name for target in free])
        yield fact(speak, "chain/loose-targets", _RANKS["target"], _LOOSE_TARGETS.fill(what=names))
    undirected = [
        one for one in made.graph.all(Decision) if one.id not in made.boxes and made.only.takes(one)
    ]
    if undirected:
        named = [_OF.fill(what=one.name, state=made.day.state(one).label) for one in undirected]
        words = _LOOSE_DECISIONS.fill(what=Joined(tuple(named), "; "))
        yield fact(speak, "chain/loose-decisions", _RANKS["decision"], words)
    if loose:
        named = [_OF.fill(what=one.name, state=made.day.state(one).label) for one in loose]
        words = _LOOSE.fill(what=Joined(tuple(named), "; "))
        yield fact(speak, "chain/loose-actions", _RANKS["action"], words)


def _known(graph: ServiceGraph, refs: Sequence[str]) -> bool:
    return any(graph.find(ref) for ref in refs)
