"""What differs between the settings of two models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from lumme_graph.analysis.inside import ChangeType, ValueChange, Way, WayStop
from lumme_graph.analysis.renames import NamesNow
from lumme_graph.base.text import Text
from lumme_graph.elements.settings import Settings
from lumme_graph.meta.checked import Checked
from lumme_graph.meta.ref import Ref


def settings_changes(old: Settings, new: Settings, names: NamesNow) -> tuple[ValueChange, ...]:
    """What differs, setting by setting; a list is one value."""
    return tuple(_setting((), old, new, names))


def _setting(way: Way, old: Any, new: Any, names: NamesNow) -> Iterator[ValueChange]:
    if isinstance(old, Checked) and isinstance(new, Checked):
        pairs = {
            field.alias or name: (getattr(old, name), getattr(new, name))
            for name, field in type(new).model_fields.items()
        }
        yield from _each(way, pairs, names)
    elif isinstance(old, Text | dict) and isinstance(new, Text | dict):
        before, after = cast("Mapping[str, Any]", old), cast("Mapping[str, Any]", new)
        tags = dict.fromkeys((*after, *before))
        yield from _each(way, {tag: (before.get(tag), after.get(tag)) for tag in tags}, names)
    elif _renamed(old, names) != new:
        type_ = ChangeType.CHANGED
        if old is None or new is None:
            type_ = ChangeType.NEW if old is None else ChangeType.REMOVED
        yield ValueChange(type_, way, old, new)


def _each(way: Way, pairs: Mapping[str, tuple[Any, Any]], names: NamesNow) -> Iterator[ValueChange]:
    for name, (old, new) in pairs.items():
        yield from _setting((*way, WayStop(name)), old, new, names)


def _renamed(value: Any, names: NamesNow) -> Any:
    """The value, with the ids in it as they are now."""
    if isinstance(value, Ref):
        return names.id(str(cast("object", value)))
    if isinstance(value, tuple):
        items: tuple[Any, ...] = value  # pyright: ignore[reportUnknownVariableType]
        return tuple(_renamed(one, names) for one in items)
    return value
