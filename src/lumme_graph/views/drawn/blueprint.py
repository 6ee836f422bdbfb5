"""The service blueprint: who must do what for each moment of the customer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.journeys import Lane, Step
from lumme_graph.elements.offer import ChannelType, Touchpoint
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn import step_facts as told
from lumme_graph.views.drawn.parts import Only, channel_sign, fact
from lumme_graph.views.shapes import Box, BoxLink, DrawnFact, Grid, GridCell, GridRow, Sign

KIND: Final = Label("service blueprint")

_EVIDENCE = Label("Physical evidence")
_SEEN = Label("what the customer sees or touches")
_TECHNOLOGY = Label("Technology")
_SYSTEM = Label("System")
_NOT_ENTERED = Label("not entered", "who or what serves the customer")
_SERVED_BY = Label("Served by")
_EXPLAINED: Final[dict[Lane, Message]] = {
    Lane.CUSTOMER: Label("what the customer does"),
    Lane.FRONTSTAGE: Label("people and devices"),
    Lane.BACKSTAGE: Label("hidden from the customer"),
    Lane.SUPPORT: Label("systems, transport, partners"),
}
_BORDERS: Final[dict[Lane, tuple[str, Message]]] = {
    Lane.CUSTOMER: ("interaction", Label("Line of interaction")),
    Lane.FRONTSTAGE: ("visibility", Label("Line of visibility")),
    Lane.BACKSTAGE: ("internal", Label("Line of internal interaction")),
}
_TECHNOLOGIES: Final = frozenset(
    {
        ChannelType.DEVICE,
        ChannelType.E_SERVICE,
        ChannelType.E_FORM,
        ChannelType.WEB_PAGE,
        ChannelType.PHONE,
    }
)
"""Channels that serve the customer; the others are what the customer sees or touches."""


def blueprint(graph: ServiceGraph, id_: str, speak: Speaker, only: Only) -> Grid:
    """A service blueprint: four lanes with lines between them, and the evidence above."""
    return _Blueprint(graph, told.drawn(graph, id_, only), speak).grid(only)


class _Blueprint:
    """A blueprint in the making."""

    def __init__(self, graph: ServiceGraph, shown: told.ShownPath, speak: Speaker) -> None:
        self._graph = graph
        self._shown = shown
        self._speak = speak

    def grid(self, only: Only) -> Grid:
        """All of it."""
        shown, speak = self._shown, self._speak
        grid = Grid(
            kind="blueprint",
            head=told.path_head(self._graph, shown, KIND, speak, only),
            columns=told.columns(shown, speak),
            rows=tuple(self._rows()) if shown.places else (),
            links=(*told.links(shown, speak), *self._belonging()),
        )
        borders = [Sign("line", name, speak(words)) for name, words in _BORDERS.values()]
        return replace(grid, keys=(*told.keys(grid), *(borders if shown.places else ())))

    def _rows(self) -> Iterator[GridRow]:
        speak = self._speak
        cells = tuple(
            GridCell(self._at(step), (self._evidence(step),)) for _, step in self._shown.steps()
        )
        yield GridRow(
            "evidence", speak(_EVIDENCE), "lane", cells, sub=speak(_SEEN), tone="evidence"
        )
        for lane, sub in _EXPLAINED.items():
            cells = tuple(
                GridCell(self._at(step), (box,))
                for number, step in self._shown.steps()
                if (box := self._box(lane, number, step))
            )
            yield GridRow(
                f"lane/{lane.value}",
                speak.capital(lane.label),
                "lane",
                cells,
                sub=speak(sub),
                tone=lane.value,
            )
            if lane in _BORDERS:
                border, words = _BORDERS[lane]
                yield GridRow(f"line/{border}", speak(words), "boundary", (), tone=border)

    def _box(self, lane: Lane, number: int, step: Step) -> Box | None:
        """What stands in a lane under a step: the step, what serves the customer, or a system."""
        if step.lane is lane:
            facts = [
                *told.regulation_facts(self._graph, self._shown.path, step, self._speak),
                *(self._system_fact(step) if lane is Lane.SUPPORT else ()),
                *told.other_facts(self._shown.path, step, self._speak),
                *told.mark_facts(self._shown.path, step, self._speak),
            ]
            return told.step_box(self._graph, self._shown, number, step, self._speak, facts)
        if lane is Lane.FRONTSTAGE and step.lane is Lane.CUSTOMER:
            return self._serving(step)
        if lane is Lane.SUPPORT and step.system:
            return Box(f"{self._at(step)}/support", tuple(self._system_fact(step)), tone="system")
        return None

    def _serving(self, step: Step) -> Box:
        """The technology that a step of the customer goes through, or that none is entered."""
        id_ = f"{self._at(step)}/technology"
        if touchpoint := self._technology(step):
            return Box(id_, (self._touchpoint(step, touchpoint, _TECHNOLOGY),), tone="device")
        sign = Sign("state", "unknown", self._speak(_NOT_ENTERED))
        gap = fact(self._speak, f"{id_}/gap", _SERVED_BY, _NOT_ENTERED, "gap", signs=[sign])
        return Box(id_, (gap,), tone="gap")

    def _evidence(self, step: Step) -> Box:
        id_ = f"{self._at(step)}/evidence"
        if touchpoint := self._seen(step):
            return Box(id_, (self._touchpoint(step, touchpoint, _EVIDENCE),), tone="evidence")
        return Box(id_, (fact(self._speak, f"{id_}/none", _EVIDENCE, "–", "sub"),), tone="none")

    def _touchpoint(self, step: Step, touchpoint: Touchpoint, label: Message) -> DrawnFact:
        sign = channel_sign(touchpoint, self._speak)
        id_ = f"{self._at(step)}/touchpoint"
        return fact(self._speak, id_, label, touchpoint.name, signs=[sign])

    def _system_fact(self, step: Step) -> Iterator[DrawnFact]:
        return told.system_fact(self._shown.path, step, self._speak)

    def _belonging(self) -> Iterator[BoxLink]:
        """What each step goes through, leaves to be seen, and is supported by.

        A system does not reach the customer itself: it supports what serves them.
        """
        for _, step in self._shown.steps():
            id_ = self._at(step)
            if step.lane is Lane.CUSTOMER and self._technology(step):
                yield BoxLink(id_, f"{id_}/technology", both=True)
            if self._seen(step):
                yield BoxLink(id_, f"{id_}/evidence", thin=True)
            if step.system and step.lane is not Lane.SUPPORT:
                is_customers = step.lane is Lane.CUSTOMER
                served = f"{id_}/technology" if is_customers else id_
                yield BoxLink(f"{id_}/support", served, thin=True)

    def _technology(self, step: Step) -> Touchpoint | None:
        touchpoint = self._graph.get(step.touchpoint)
        if touchpoint is None or step.lane is not Lane.CUSTOMER:
            return None
        return touchpoint if touchpoint.channel in _TECHNOLOGIES else None

    def _seen(self, step: Step) -> Touchpoint | None:
        touchpoint = self._graph.get(step.touchpoint)
        return touchpoint if touchpoint and not self._technology(step) else None

    def _at(self, step: Step) -> str:
        return told.address(self._shown.path, step)
