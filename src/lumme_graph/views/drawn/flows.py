"""What an organisation gives to others and buys from them on a day, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.base.dates import holds
from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Sayable, Speaker
from lumme_graph.base.truth import Truth
from lumme_graph.elements.who import FlowType, Organisation
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import name_label
from lumme_graph.meta.spec import label_of_field
from lumme_graph.views.drawn.parts import fact
from lumme_graph.views.shapes import DrawnFact, Sign

ARROWS: Final[dict[FlowType, Label]] = {
    FlowType.SERVICE: Label("A gives a service to B"),
    FlowType.MATERIAL: Label("A gives material to B"),
    FlowType.MONEY: Label("A gives money to B"),
    FlowType.INFORMATION: Label("A gives information to B"),
    FlowType.WORK: Label("A gives work to B"),
}
"""What an arrow between two boxes means, by what flows."""
_GIVES: Final[dict[FlowType, Label]] = {
    FlowType.SERVICE: Label("gives a service to {whom}"),
    FlowType.MATERIAL: Label("gives material to {whom}"),
    FlowType.MONEY: Label("gives money to {whom}"),
    FlowType.INFORMATION: Label("gives information to {whom}"),
    FlowType.WORK: Label("gives work to {whom}"),
}
_BUYS = Label("buys library service from {whom}")
_WHAT = Label("{gives}: {what}")
_PERHAPS = Label("whether today is not known")


def flow_facts(day: Day, one: Organisation, speak: Speaker) -> Iterator[DrawnFact]:
    """What an organisation gives on the day, and what it buys where no arrow tells it.

    What perhaps holds on the day is told as not known.
    """
    label = label_of_field(Organisation, "gives")
    for n, flow in enumerate(one.gives, 1):
        truth = holds(flow.from_, flow.to, day.date)
        if truth is not False:
            words: Message = _GIVES[flow.type].fill(whom=_name(day, flow.to_whom))
            if flow.what:
                words = _WHAT.fill(gives=words, what=flow.what)
            yield _told(speak, f"{one.id}/gives-{n}", label, words, truth)
    inside = {library.id for library in (*day.libraries, *day.perhaps)}
    label = label_of_field(Organisation, "buys_from")
    for n, purchase in enumerate(one.buys_from, 1):
        truth = holds(purchase.from_, purchase.to, day.date)
        has_arrow = truth and {one.id, purchase.seller} <= inside
        if truth is not False and not has_arrow:
            words = _BUYS.fill(whom=_name(day, purchase.seller))
            yield _told(speak, f"{one.id}/buys-{n}", label, words, truth)


def _told(speak: Speaker, id_: str, label: Message, words: Message, truth: Truth) -> DrawnFact:
    signs = () if truth else (Sign("state", "unknown", speak(_PERHAPS)),)
    return fact(speak, id_, label, words, "sub", signs=signs)


def _name(day: Day, ref: str) -> Sayable:
    found = day.graph.find(ref)
    return name_label(found) if found else ref
