"""What the model says of an element, field by field as declared, and who refers to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final
from xml.etree import ElementTree as ET

from lumme_graph.base.extra import Extra
from lumme_graph.base.label import Label, Message
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement, Stated
from lumme_graph.meta.element import Node, Record
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here
from lumme_graph.views.values import sayable

_ID: Final = Label("id")
_PLACE: Final = Label("Written in {place}")
_IS_MISSING: Final = Label("{language} missing")
_SOURCES: Final = Label("Standing and sources")
_EVIDENCE: Final = frozenset({"standing", "sources"})
_EMPTY: Final = (None, ())
_MOST_COLUMNS: Final = 10
"""How many fields a record may declare to be shown as a row."""
_BY: Final = Label("{kind}: {field}")


def record(here: Here, node: Node) -> ET.Element:
    """Every field that holds something, under its label; nested records within."""
    return h("dl", list(_fields(here, node, node)), class_="record")


def _fields(here: Here, node: Node, owner: Node) -> Iterator[ET.Element]:
    if isinstance(node, KeptElement):
        yield h("dt", here.speak.capital(_ID))
        yield h("dd", h("code", node.id))
    for spec in specs(type(node)):
        value = getattr(node, spec.name)
        if value is None or value == () or spec.datatype is Extra:
            continue
        yield h("dt", here.speak.capital(spec.prop.label))
        yield h("dd", _values(here, spec, value, owner))


def _values(here: Here, spec: Spec, value: Any, owner: Node) -> list[Child]:
    if not spec.many:
        return _value(here, spec, value)
    if spec.is_ref:
        return here.links(value)
    if spec.record is not None and len(value) > 1 and not _is_deep(spec.record):
        return [_table(here, spec.record, value, owner)]
    return [h("ul", [h("li", _value(here, spec, one)) for one in value])]


def _is_deep(cls: type[Record]) -> bool:
    """Has a record more in it than a row of a table can hold?"""
    return any(spec.record is not None for spec in specs(cls)) or len(specs(cls)) > _MOST_COLUMNS


def _table(here: Here, cls: type[Record], found: Sequence[Record], owner: Node) -> ET.Element:
    """Records of one class as rows, the columns that hold anything; the standing stands last."""
    columns = [
        spec
        for spec in specs(cls)
        if spec.name not in _EVIDENCE and any(_holds(one, spec) for one in found)
    ]
    is_stated = issubclass(cls, Stated)
    head = [h("th", here.speak.capital(spec.prop.label), scope="col") for spec in columns]
    last = [h("th", here.say(_SOURCES), scope="col")] if is_stated else []
    rows = [
        h(
            "tr",
            [_cell(here, spec, one, owner) for spec in columns],
            _evidence(here, one, owner) if is_stated else [],
        )
        for one in found
    ]
    made = h("table", h("thead", h("tr", head, last)), h("tbody", rows))
    name = here.speak.capital(cls.kind.plural).shown
    return h("div", made, class_="wide", tabindex="0", role="region", aria_label=name)


def _holds(one: Record, spec: Spec) -> bool:
    return getattr(one, spec.name) not in _EMPTY


def _cell(here: Here, spec: Spec, one: Record, owner: Node) -> ET.Element:
    value = getattr(one, spec.name)
    return h("td", _values(here, spec, value, owner) if _holds(one, spec) else "")


def _evidence(here: Here, one: Record, owner: Node) -> list[ET.Element]:
    """The standing of a row by its letter, and all its sources."""
    refs: Sequence[str] = getattr(one, "sources", ())
    letter = here.letter(one, owner if isinstance(owner, Stated) else None)
    return [h("td", letter, " ", here.links(refs))]


def _value(here: Here, spec: Spec, value: Any) -> list[Child]:
    if spec.is_ref:
        return [here.link(str(value))]
    if isinstance(value, Record):
        return [record(here, value)]
    if isinstance(value, Text):
        return text(here, value)
    if isinstance(value, str) and not isinstance(value, Coded):
        return [outside(value)]
    return [here.say(sayable(value))]


def text(here: Here, words: Text) -> list[Child]:
    """Words of the model; for staff with a mark where the language of the page is missing."""
    said = here.say(words)
    if "\n" in said.words:
        return [h("span", said, class_="lines")]
    if not said.fallback or not here.is_for_staff:
        return [said]
    missing = here.say(_IS_MISSING, language=here.speak.language(here.lang).words)
    return [said, " ", h("span", missing, class_="warn")]


def outside(words: str) -> Child:
    """Words, a whole https or http address as a link."""
    if words.startswith(("https://", "http://")) and " " not in words:
        return h("a", words, href=words, rel="external noopener")
    return words


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
