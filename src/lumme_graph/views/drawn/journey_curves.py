"""The curves of a journey: how its steps feel, to whom, where it hurts most, and what would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from lumme_graph.analysis.journeys import Felt, Low, added, alternatives, changes, felt, lowest
from lumme_graph.base.label import Counted, Joined, Label, Message
from lumme_graph.base.speaker import Sayable, Speaker
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.journeys import FEELINGS, Feeling, Path, Step
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.names import joined
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn.parts import fact, feeling_label, feeling_sign
from lumme_graph.views.drawn.step_facts import where
from lumme_graph.views.shapes import Box, DrawnFact, GridCell, GridRow, Sign

FEELING: Final = Label("feeling")
_MOST = 4
"""Of the curves of one path that are told apart on a sheet."""
_NO_DATA = Label("no data")
_HURTS = Label("where it hurts most")
_LOWEST = Label("lowest point")
_AT = Label("step {n}: {feeling}")
_ALSO = Counted("also {steps}", "also {steps}")
_ACTION = Label("action", "of a step")
_RULE = Label("rule and practice")
_STEP = Label("step")
_LIBRARY = Label("library")
_NEED = Label("need")
_NEED_WITH_ID = Label("{name} ({id})")
_NO_RULE = Label("no rule recorded")
_NO_NEED = Label("no need recorded")
_CHANGES = Label("what changes")
_CHANGE = Label("change")
_TOUCHPOINT = Label("touchpoint")
_BETTER = Counted("{n} level up", "{n} levels up")
_WORSE = Counted("{n} level down", "{n} levels down")
_LEFT_OUT = Label("goes away")
_ADDED = Label("New in “{path}”: {action}")
_COMMON = Label("in common")
_NOT_DRAWN = Label("Not drawn: the feelings of {who}.")


class Series(NamedTuple):
    """A curve: what it tells, its tone, and what the key calls it."""

    felt: Felt
    tone: str
    name: Sayable


class Curves(NamedTuple):
    """The curves of the steps shown, by their numbers in the path."""

    graph: ServiceGraph
    path: Path
    speak: Speaker
    steps: dict[int, Step]

    def rows(self) -> Iterator[GridRow]:
        """A row for each curve, and the callout of the first."""
        for n, series in enumerate(self._drawn()):
            name = self.speak.capital(FEELING) if n == 0 else self.speak(series.name)
            scale = tuple(_level(value, self.speak) for value in sorted(FEELINGS, reverse=True))
            cells = tuple(self._cells(series, is_first=n == 0))
            yield GridRow(
                f"curve-{n + 1}", name, "curve", cells, series.tone, tone=series.tone, scale=scale
            )
        if low := lowest(self.steps.values()):
            name = self.speak.capital(_HURTS)
            cell = GridCell(f"{self.path.id}/{low[0].step.id}", (self._callout(low),))
            yield GridRow("callout", name, "callout", (cell,))

    def changes(self) -> Iterator[GridRow]:
        """A row for each path that would be instead: what changes in which step."""
        for other in alternatives(self.graph, self.path):
            told = {change.now.id: change for change in changes(self.path, other)}
            cells: list[GridCell] = []
            for step in self.steps.values():
                facts = tuple(self._change(other, told[step.id].then, step, told[step.id].levels))
                if facts:
                    box = Box(f"{other.id}/{step.id}", facts)
                    cells.append(GridCell(f"{self.path.id}/{step.id}", (box,)))
            name = self.speak.capital(_CHANGES)
            yield GridRow(
                f"changes-{other.id}", name, "list", tuple(cells), sub=self.speak(other.name)
            )

    def notes(self) -> Iterator[DrawnFact]:
        """What has no place among the columns: new steps, and curves over the most."""
        for other in alternatives(self.graph, self.path):
            for step in added(self.path, other):
                words = _ADDED.fill(path=other.name, action=step.action)
                yield fact(self.speak, f"{other.id}/{step.id}/added", _CHANGES, words)
        if rest := [series for series in self._all()[_MOST:] if series.felt.profile]:
            words = _NOT_DRAWN.fill(who=joined([series.name for series in rest]))
            yield fact(self.speak, f"{self.path.id}/not-drawn", FEELING, words)

    def keys(self) -> Iterator[Sign]:
        """The curves, where there are several; the lowest point, where there is one."""
        drawn = self._drawn()
        if len(drawn) > 1:
            yield from (Sign("line", one.tone, self.speak(one.name)) for one in drawn)
        if lowest(self.steps.values()):
            yield Sign("mark", "lowest", self.speak(_LOWEST))

    def _all(self) -> list[Series]:
        found = felt(self.graph, self.path)
        own = {one.profile.id for one in found if one.profile}
        known = (self.graph.get(ref) for ref in self.path.profiles if ref not in own)
        names = [profile.name for profile in known if profile]
        others = joined(names) if names else _COMMON
        return [
            Series(one, f"series-{n}", one.profile.name if one.profile else others)
            for n, one in enumerate(found, 1)
        ]

    def _drawn(self) -> list[Series]:
        """The curves of the path, then that of the path instead."""
        drawn = self._all()[:_MOST]
        if not drawn:
            return []
        for other in alternatives(self.graph, self.path)[:1]:
            common = {step.id: step.feeling for step in other.steps if step.feeling}
            if common:
                label = Joined((other.name, other.state.label))
                drawn.append(Series(Felt(other, None, common), "to-be", label))
        if len(drawn) > 1 and drawn[-1].tone == "to-be" and drawn[0].felt.profile is None:
            drawn[0] = drawn[0]._replace(name=Joined((self.path.name, self.path.state.label)))
        return drawn

    def _cells(self, series: Series, *, is_first: bool) -> Iterator[GridCell]:
        low = lowest(self.steps.values())
        for step in self.steps.values():
            feeling = series.felt.feelings.get(step.id)
            mark = bool(low) and step is low[0].step and is_first
            told = self._feeling(series.felt, step, feeling, is_lowest=mark)
            box = Box(f"{series.felt.path.id}/{step.id}", (told,))
            yield GridCell(f"{self.path.id}/{step.id}", (box,))

    def _feeling(
        self, of: Felt, step: Step, feeling: Feeling | None, *, is_lowest: bool
    ) -> DrawnFact:
        whose = f"feelings/{of.profile.id}" if of.profile else "feeling"
        id_ = f"{of.path.id}/{step.id}/{whose}"
        if feeling is None:
            return fact(self.speak, id_, FEELING, _NO_DATA, "gap")
        sign = feeling_sign(feeling, of.path.standing, self.speak)
        mark = (Sign("mark", "lowest", self.speak(_LOWEST)),) if is_lowest else ()
        return fact(self.speak, id_, FEELING, sign.words, value=feeling.value, signs=(sign, *mark))

    def _callout(self, low: Sequence[Low]) -> Box:
        step, feeling = low[0]
        numbers = {one.id: number for number, one in self.steps.items()}
        said: Message = _AT.fill(n=numbers[step.id], feeling=feeling_label(feeling.value))
        if others := [numbers[one.step.id] for one in low[1:]]:
            said = Joined((said, _ALSO.fill(n=len(others), steps=joined(others))), "; ")
        id_ = f"{self.path.id}/{step.id}/lowest"
        return Box(
            f"{self.path.id}/{step.id}",
            (
                self._headed(id_, _LOWEST, said),
                self._headed(f"{id_}-action", _STEP, step.action),
                self._headed(f"{id_}-rule", _RULE, self._rule(step)),
                self._headed(f"{id_}-library", _LIBRARY, self._library(step)),
                self._headed(f"{id_}-need", _NEED, self._need(step)),
            ),
            numbers[step.id],
        )

    def _headed(self, id_: str, label: Label, words: Sayable) -> DrawnFact:
        """A fact whose label stands over its words."""
        return replace(fact(self.speak, id_, label, words), label=self.speak.capital(label))

    def _rule(self, step: Step) -> Sayable:
        found = (self.graph.get(step.rule), self.graph.get(step.practice))
        names = [one.name for one in found if one]
        return joined(names) if names else _NO_RULE

    def _library(self, step: Step) -> Sayable:
        actor = self.graph.get(step.actor.ref)
        return actor.name if isinstance(actor, Organisation) else where(self.graph, self.path)

    def _need(self, step: Step) -> Sayable:
        found = [need for ref in step.needs if (need := self.graph.get(ref))]
        return (
            joined([_NEED_WITH_ID.fill(name=n.name, id=n.id) for n in found]) if found else _NO_NEED
        )

    def _change(
        self, other: Path, then: Step | None, now: Step, levels: int | None
    ) -> Iterator[DrawnFact]:
        id_ = f"{other.id}/{now.id}/change"
        if then is None:
            yield fact(self.speak, id_, _CHANGE, _LEFT_OUT, "head")
            return
        if levels:
            pattern, mark = (_BETTER, "gain") if levels > 0 else (_WORSE, "pain")
            said = pattern.fill(n=abs(levels))
            sign = Sign("mark", mark, self.speak(said))
            yield fact(self.speak, id_, _CHANGE, said, "head", value=levels, signs=(sign,))
        if then.action != now.action:
            yield fact(self.speak, f"{id_}-action", _ACTION, then.action)
        touchpoint = self.graph.get(then.touchpoint)
        if touchpoint and then.touchpoint != now.touchpoint:
            yield fact(self.speak, f"{id_}-touchpoint", _TOUCHPOINT, touchpoint.name, "sub")


def _level(value: int, speak: Speaker) -> Sign:
    return feeling_sign(Feeling(value=value, standing=Standing.SOURCED), None, speak)
