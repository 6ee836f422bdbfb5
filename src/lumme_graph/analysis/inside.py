"""What differs within an element: value by value, each with the way that leads to it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import Any, Final, NamedTuple

from lumme_graph.analysis.matched import ListMatch, matched, merged, moved
from lumme_graph.analysis.renames import AS_IT_IS, NamesNow, certain, content
from lumme_graph.base.extra import Extra, OwnValue, spelled
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.meta.element import Node, Record
from lumme_graph.meta.listed_text import NamedText, point_name
from lumme_graph.meta.local_name import local_name
from lumme_graph.meta.spec import Spec, specs

Tells = Callable[[type[Node], Spec], bool]
"""Is a field of a class told of?"""

_ALIKE: Final = 0.6
"""How much of its words a text without an id keeps when it is only reworded."""


class ChangeType(Enum):
    """What happened to an element, a part of it or a value."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    RENAMED = "renamed"
    REMOVED = "removed"


class ListPlaces(NamedTuple):
    """The place of an item in a list whose order means something, from 1; None where it is not."""

    before: int | None
    after: int | None


class WayStop(NamedTuple):
    """A stop on the way to a value: a field as declared, an item of a list, a language, an own name.

    An item is given as it is, or where it is gone as it was.
    """

    name: str
    spec: Spec | None = None
    item: Any = None
    is_own: bool = False


class ValueChange(NamedTuple):
    """What happened to one value, or to a part with all that is in it.

    What is moved in a list is given whole before and after. The way names the items of a list as
    the earlier state does, with ids of elements and parts as they are now.
    """

    type: ChangeType
    way: tuple[WayStop, ...]
    before: Any
    after: Any
    places: ListPlaces | None = None

    @property
    def path(self) -> tuple[str, ...]:
        """The names on the way, as in `steps`, `pick-up`, `action`, `en`."""
        return tuple(stop.name for stop in self.way)


def everything(_cls: type[Node], _spec: Spec) -> bool:
    """Tell of every field."""
    return True


Way = tuple[WayStop, ...]


class Inside:
    """Compares two states of elements, the earlier with the names that things have now."""

    def __init__(
        self,
        names: NamesNow = AS_IT_IS,
        languages: Sequence[str] = (),
        tells: Tells = everything,
    ) -> None:
        self._names = names
        self._languages = languages
        self._tells = tells

    def of(self, old: KeptElement, new: KeptElement) -> Iterator[ValueChange]:
        """What differs between two states of an element, field by field as declared."""
        return self._node(old, new, (), new.id)

    def _node(self, old: Node, new: Node, way: Way, whole: str) -> Iterator[ValueChange]:
        cls = type(new)
        for spec in specs(cls):
            if self._tells(cls, spec):
                before, after = getattr(old, spec.name), getattr(new, spec.name)
                if before != after:
                    here = (*way, WayStop(spec.alias, spec))
                    yield from self._field(_Field(spec, old, here, whole), before, after)

    def _field(self, field: _Field, before: Any, after: Any) -> Iterator[ValueChange]:
        if field.spec.many:
            yield from self._list(field, before, after)
        elif isinstance(before or after, Extra):
            yield from _own_fields(field.way, before or {}, after or {})
        elif before is None or after is None:
            if before is not after:
                yield _come_or_gone(field.way, before, after)
        elif field.spec.record is not None:
            if before.id != after.id:
                yield ValueChange(ChangeType.RENAMED, field.way, before.id, after.id)
            yield from self._node(before, after, field.way, field.whole)
        elif isinstance(after, Text):
            yield from self._text(field.way, before, after)
        elif self._names.value(field.spec, before, field.owner, field.whole) != after:
            type_ = ChangeType.MOVED if field.spec.prop.parent else ChangeType.CHANGED
            yield ValueChange(type_, field.way, before, after)

    def _text(self, way: Way, before: Text, after: Text) -> Iterator[ValueChange]:
        for tag in dict.fromkeys((*after, *before)):
            old, new = before.get(tag), after.get(tag)
            if old != new and (old is None or self._names.words(old) != new):
                here = (*way, WayStop(tag))
                if old is None or new is None:
                    yield _come_or_gone(here, old, new)
                else:
                    yield ValueChange(ChangeType.CHANGED, here, old, new)

    def _list(
        self, field: _Field, before: Sequence[Any], after: Sequence[Any]
    ) -> Iterator[ValueChange]:
        found = self._matched(field, before, after)
        elsewhere: frozenset[str] = frozenset()
        if field.spec.prop.ordered:
            elsewhere, found = moved(found), merged(found)
        for one in found:
            old = None if one.before is None else before[one.before]
            new = None if one.after is None else after[one.after]
            way = (*field.way, WayStop(one.name, item=old if new is None else new))
            places = _places(one) if field.spec.prop.ordered else None
            if old is None or new is None:
                yield _come_or_gone(way, old, new, places)
                continue
            if one.name in elsewhere:
                yield ValueChange(ChangeType.MOVED, way, old, new, places)
            yield from self._item(field, way, old, new)

    def _item(self, field: _Field, way: Way, old: Any, new: Any) -> Iterator[ValueChange]:
        if field.spec.record is not None:
            if old.id != new.id:
                yield ValueChange(ChangeType.RENAMED, way, old.id, new.id)
            yield from self._node(old, new, way, field.whole)
        elif isinstance(new, Text):
            was, is_ = (one.id if isinstance(one, NamedText) else None for one in (old, new))
            if was != is_:
                yield ValueChange(ChangeType.RENAMED, way, was, is_)
            yield from self._text(way, old, new)

    def _matched(
        self, field: _Field, before: Sequence[Any], after: Sequence[Any]
    ) -> list[ListMatch]:
        """The items of a list by name; one that is only called otherwise by the name that it had."""
        olds = [self._was_called(field, one) for one in before]
        news = [_is_called(one, self._languages) for one in after]
        told: dict[tuple[bool, int], Hashable] = {}

        def says(is_old: bool, at: int) -> Hashable:
            if (is_old, at) not in told:
                item, names = (before[at], self._names) if is_old else (after[at], AS_IT_IS)
                told[is_old, at] = _says(field, item, names)
            return told[is_old, at]

        there, were = set(news), set(olds)
        gone = {at: before[at] for at, name in enumerate(olds) if name not in there}
        come = {at: after[at] for at, name in enumerate(news) if name not in were}
        for old, new in _otherwise(field, gone, come, self._names) if gone and come else ():
            news[new] = olds[old]
        return matched(olds, news, lambda old, new: says(True, old) == says(False, new))

    def _was_called(self, field: _Field, item: Any) -> str:
        """What an item was called, with what it names as that is called now."""
        names = self._names
        if names is AS_IT_IS:
            return _is_called(item, self._languages)
        if not isinstance(item, Record):
            return _is_called(
                names.value(field.spec, item, field.owner, field.whole), self._languages
            )
        if item.id is not None:
            return names.parts.get((field.whole, field.spec.alias, item.id), item.id)
        values = {
            spec.name: names.value(spec, getattr(item, spec.name), item, field.whole)
            for spec in specs(type(item))
            if spec.name in item.key
        }
        return local_name(item.key_in(values), self._languages)


class _Field(NamedTuple):
    """A field that is compared: of which earlier owner, where, in which element."""

    spec: Spec
    owner: Node
    way: Way
    whole: str


def _is_called(item: Any, languages: Sequence[str]) -> str:
    if isinstance(item, Record):
        return item.local_name(languages)
    return point_name(item, languages) if isinstance(item, Text) else str(item)


def _says(field: _Field, item: Any, names: NamesNow, *, own_id: bool = True) -> Hashable:
    if isinstance(item, Record):
        return content(item, names, field.whole, own_id=own_id)
    return str(item) if not isinstance(item, Text) else tuple(sorted(item.items()))


def _otherwise(
    field: _Field, gone: Mapping[int, Any], come: Mapping[int, Any], names: NamesNow
) -> Iterator[tuple[int, int]]:
    """The items that are only called otherwise, then those that are only reworded."""
    if field.spec.record is None and field.spec.datatype is not Text:
        return
    taken: dict[int, int] = {}
    if field.spec.record is None or field.spec.record.key != ("id",):
        olds = {at: _says(field, one, names, own_id=False) for at, one in gone.items()}
        news = {at: _says(field, one, AS_IT_IS, own_id=False) for at, one in come.items()}
        taken = certain(olds, news, lambda said: said, lambda _old, _new, _found: True)
    yield from taken.items()
    left = {at: one for at, one in come.items() if at not in taken.values()}
    for old, item in gone.items():
        if old not in taken:
            new = next((at for at, one in left.items() if _is_reworded(item, one)), None)
            if new is not None:
                del left[new]
                yield old, new


def _is_reworded(old: Any, new: Any) -> bool:
    """Do two texts, or the texts that tell two records apart, differ in some of their words only?"""
    if isinstance(old, Record):
        if old.id is not None or new.id is not None:
            return False
        before, after = old.natural_key(), new.natural_key()
        texts = [pair for pair in zip(before, after, strict=False) if isinstance(pair[0], Text)]
        rest = [pair for pair in zip(before, after, strict=False) if pair not in texts]
        return bool(texts) and all(a == b for a, b in rest) and all(_alike(*pair) for pair in texts)
    return not isinstance(old, NamedText) and not isinstance(new, NamedText) and _alike(old, new)


def _alike(old: object, new: object) -> bool:
    if not isinstance(old, Text) or not isinstance(new, Text):
        return False
    both = [tag for tag in old if tag in new]
    return any(
        old[tag] == new[tag]
        or SequenceMatcher(None, old[tag].split(), new[tag].split(), autojunk=False).ratio()
        >= _ALIKE
        for tag in both
    )


def _own_fields(
    way: Way, before: Mapping[str, OwnValue], after: Mapping[str, OwnValue]
) -> Iterator[ValueChange]:
    for name in dict.fromkeys((*after, *before)):
        old, new = before.get(name), after.get(name)
        here = (*way, WayStop(name, is_own=True))
        if old is None or new is None:
            yield _come_or_gone(here, old, new)
        elif spelled(old) != spelled(new):
            yield ValueChange(ChangeType.CHANGED, here, old, new)


def _places(one: ListMatch) -> ListPlaces:
    return ListPlaces(*(None if at is None else at + 1 for at in (one.before, one.after)))


def _come_or_gone(
    way: Way, before: Any, after: Any, places: ListPlaces | None = None
) -> ValueChange:
    return ValueChange(
        ChangeType.NEW if before is None else ChangeType.REMOVED, way, before, after, places
    )
