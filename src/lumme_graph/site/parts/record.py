"""What the model says of an element, field by field as declared, and who refers to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final, cast
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Sayable
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement, Stated
from lumme_graph.meta.element import Node, Record
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here
from lumme_graph.views.drawn.step_facts import duration

_ID: Final = Label("id")
_PLACE: Final = Label("Written in {place}")
_YES: Final = Label("yes")
_NO: Final = Label("no")
_IS_MISSING: Final = Label("{language} missing")
_BY: Final = Label("{kind}: {field}")


def record(here: Here, node: Node) -> ET.Element:
    """Every field that holds something, under its label; nested records within."""
    return h("dl", list(_fields(here, node, node)), class_="record")


def _fields(here: Here, node: Node, owner: Node) -> Iterator[ET.Element]:
    if isinstance(node, KeptElement):
        yield h("dt", here.say(_ID))
        yield h("dd", h("code", node.id))
    for spec in specs(type(node)):
        value = getattr(node, spec.name)
        if value is None or value == ():
            continue
        yield h("dt", here.speak.capital(spec.prop.label))
        yield h("dd", _values(here, spec, value, owner))


def _values(here: Here, spec: Spec, value: Any, owner: Node) -> list[Child]:
    if not spec.many:
        return _value(here, spec, value, owner)
    if spec.is_ref:
        return here.links(value)
    return [h("ul", [h("li", _value(here, spec, one, owner)) for one in value])]


def _value(here: Here, spec: Spec, value: Any, owner: Node) -> list[Child]:
    if spec.is_ref:
        return [here.link(str(value))]
    if isinstance(value, Record):
        return [record_of(here, value, owner)]
    if isinstance(value, Text):
        return text(here, value)
    if isinstance(value, str) and not isinstance(value, Coded):
        return [outside(value)]
    return [here.say(_sayable(value))]


def record_of(here: Here, part: Record, owner: Node) -> ET.Element:
    """A nested record: its fields, and the letter of its standing where it says one."""
    made = record(here, part)
    own = here.letter(part) if isinstance(part, Stated) and isinstance(owner, KeptElement) else []
    return h("div", *([h("p", own, class_="meta")] if own else []), made)


def text(here: Here, words: Text) -> list[Child]:
    """Words of the model; for staff with a mark where the language of the page is missing."""
    said = here.say(words)
    if not said.fallback or not here.is_for_staff:
        return [said]
    missing = here.say(_IS_MISSING, language=here.speak.language(here.lang).words)
    return [said, " ", h("span", missing, class_="warn")]


def outside(words: str) -> Child:
    """Words, a whole https or http address as a link."""
    if words.startswith(("https://", "http://")) and " " not in words:
        return h("a", words, href=words, rel="external noopener")
    return words


def _sayable(value: Any) -> Sayable:
    match value:
        case bool():
            return _YES if value else _NO
        case Coded():
            return value.label
        case timedelta():
            return duration(value)
        case float():
            return Decimal(str(value))
        case _:
            return cast("Sayable", value)


def relations(here: Here, element: KeptElement) -> ET.Element | None:
    """Who refers to an element, under what the relation is called from this side."""
    found: dict[Message, dict[str, None]] = {}
    for source, reference in here.graph.uses(element):
        inverse = reference.spec.prop.inverse
        label = (
            inverse.label
            if inverse
            else _BY.fill(kind=source.kind.label, field=reference.spec.prop.label)
        )
        found.setdefault(label, {})[source.id] = None
    if not found:
        return None
    return h(
        "dl",
        [
            part
            for label, ids in found.items()
            for part in (h("dt", here.speak.capital(label)), h("dd", here.links(ids)))
        ],
        class_="record",
    )


def place(here: Here, element: KeptElement) -> ET.Element:
    """Where an element is written."""
    where = here.graph.place(element).within(here.graph.root)
    return h("p", here.say(_PLACE, place=str(where)), class_="meta")
