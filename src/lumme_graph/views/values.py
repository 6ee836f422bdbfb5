"""Values of fields, and what parts of elements are called, as people read them."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any, Final, cast

from lumme_graph.base.extra import Extra
from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.base.speaker import Sayable
from lumme_graph.base.text import Text
from lumme_graph.elements.journeys import FEELINGS
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined
from lumme_graph.graph.parts import address, parts
from lumme_graph.meta.element import Record
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.views.drawn.step_facts import duration

YES: Final = Label("yes")
NO: Final = Label("no")
_CALLED_BY: Final = ("name", "action", "label", "text")
"""The fields that say what a part is called, where its key is no name for people."""
_EVIDENCE: Final = frozenset({"standing", "sources", "as_of", "derivation"})


def sayable(value: Any) -> Sayable:
    """A single value of a field in a form that can be said."""
    match value:
        case bool():
            return YES if value else NO
        case Coded():
            return value.label
        case timedelta():
            return duration(value)
        case float():
            return Decimal(str(value))
        case _:
            return cast("Sayable", value)


def value_of(  # noqa: PLR0911 - a value of each sort
    day: Day, spec: Spec | None, value: Any, whole: str = ""
) -> Sayable:
    """A value of a field: what it refers to by name, a part by what it says."""
    if isinstance(value, tuple):
        items: tuple[Any, ...] = value  # pyright: ignore[reportUnknownVariableType]
        return joined([value_of(day, spec, one, whole) for one in items])
    if isinstance(value, Record):
        return summary_of(day, value, whole)
    if isinstance(value, Extra):
        own = value.items()
        return joined([joined([Plain(name), value_of(day, None, one)], ": ") for name, one in own])
    if spec is None:
        return sayable(value) if isinstance(value, Sayable) else str(value)
    if spec.is_ref:
        return name_of(day, value)
    if spec.prop.within is not None:
        return _part(day, spec, value, whole)
    if spec.prop.iris[:1] == ("lg:feelingValue",):
        return joined([FEELINGS[value], f" ({value})"], "")
    return sayable(value)


def name_of(day: Day, id_: str) -> Sayable:
    """What an element is called; its id where it is not there."""
    found = day.graph.find(id_)
    return day.thing(found).label if found else Plain(id_)


def item_name(day: Day, item: Any, name: str) -> Sayable:
    """What an item of a list is called: a part by its name or by what its key refers to."""
    if isinstance(item, Text):
        return item
    if not isinstance(item, Record):
        found = day.graph.find(str(item))
        return day.thing(found).label if found else sayable(item)
    said = [
        value_of(day, spec, value)
        for spec in specs(type(item))
        if spec.name in _called_by(item) and (value := _held(item, spec)) is not None
    ]
    if not said:
        return Plain(name)
    apart = item.id is not None and item.key != ("id",)
    return joined([joined(said), *([f" ({item.id})"] if apart else [])], "")


def _called_by(record: Record) -> tuple[str, ...]:
    """The fields that a part is called by: one in words, else those of its natural key."""
    words = (field for field in _CALLED_BY if isinstance(getattr(record, field, None), Text))
    found = next(words, None)
    return record.key if found is None else (found,)


def summary_of(day: Day, record: Record, whole: str = "") -> Message:
    """What a part says but for what it is called and stands on; of one field alone its value."""
    named = _called_by(record)
    said = [
        (spec.prop.label, value_of(day, spec, value, whole))
        for spec in specs(type(record))
        if (value := _held(record, spec)) not in (None, ()) and spec.name not in _EVIDENCE
        if spec.name not in named
    ]
    if len(said) == 1:
        return joined([said[0][1]])
    return joined([joined([label, value], ": ") for label, value in said], "; ")


def _held(record: Record, spec: Spec) -> Any:
    return getattr(record, spec.name)


def _part(day: Day, spec: Spec, value: str, whole: str) -> Sayable:
    """A part that is named by its local id: what it is called, else the id."""
    owner = day.graph.find(whole)
    within = spec.prop.within
    if owner is None or within is None or within.of:
        return Plain(value)
    part = parts(owner).get(address(whole, within.field, value))
    return item_name(day, part, value) if part else Plain(value)
