"""What has another id and says the same: found only where it is certain, and followed everywhere.

It is certain where exactly one thing that is gone and one that is new say all the same, once
what refers to either is led to the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar, cast

from lumme_graph.base.text import Text
from lumme_graph.editing.relink import relinked
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.parts import lists
from lumme_graph.meta.element import Element, Node, Record
from lumme_graph.meta.listed_text import NamedText
from lumme_graph.meta.spec import Spec, specs

Part = tuple[str, str, str]
"""A part: the element whose it is, the list that it is in, its local id."""

K = TypeVar("K", bound=Hashable)

_IDS: Final = re.compile(r"[a-z]+-[a-z0-9-]+")


@dataclass(frozen=True)
class NamesNow:
    """Today's ids of elements and parts, by the ones that they had."""

    ids: Mapping[str, str] = field(default_factory=dict[str, str])
    parts: Mapping[Part, str] = field(default_factory=dict[Part, str])

    def id(self, id_: str) -> str:
        """What an element is called now."""
        return self.ids.get(id_, id_)

    def value(self, spec: Spec, value: Any, owner: Node | None, whole: str) -> Any:
        """A value of a field, its id as it is now; `whole` is the element that it stands in."""
        if value is None or not (self.ids or self.parts):
            return value
        if spec.is_ref:
            return self.id(value)
        within = spec.prop.within
        if within is not None:
            of = getattr(owner, within.of, None) if within.of else whole
            return self.parts.get((self.id(str(of)), within.field, value), value)
        return value

    def words(self, text: str) -> str:
        """Markdown with its links to what is called otherwise now."""
        if not self.ids:
            return text
        for named in sorted({*_IDS.findall(text)} & self.ids.keys()):
            text = relinked(text, named, self.ids[named])
        return text


AS_IT_IS: Final = NamesNow()
"""Nothing is called otherwise."""


def content(value: Any, names: NamesNow, whole: str, *, own_id: bool = True) -> Hashable:
    """All that a node says, in a form to compare: an order that means nothing does not count."""
    parts: list[Hashable] = [getattr(value, "id", None)] if own_id else []
    cls = cast("type[Node]", type(value))
    for spec in specs(cls):
        inner = getattr(value, spec.name)
        items = () if inner is None else inner if spec.many else (inner,)
        said = [_said(spec, item, value, names, whole) for item in items]
        parts.append(tuple(said if spec.prop.ordered else sorted(said, key=repr)))
    return tuple(parts)


def _said(spec: Spec, value: Any, owner: Node, names: NamesNow, whole: str) -> Hashable:
    if spec.record is not None:
        return content(value, names, whole)
    if isinstance(value, Text):
        id_ = value.id if isinstance(value, NamedText) else None
        return id_, tuple((tag, names.words(words)) for tag, words in sorted(value.items()))
    return cast("Hashable", names.value(spec, value, owner, whole))


def renamed_elements(gone: Mapping[str, Element], come: Mapping[str, Element]) -> dict[str, str]:
    """The elements that only have another id now, by the one that they had."""
    if not gone or not come:
        return {}
    any_ = NamesNow(dict.fromkeys((*gone, *come), "?"))

    def rough(one: Element) -> Hashable:
        return one.kind.prefix, content(one, any_, "?", own_id=False)

    def same(old: str, new: str, found: Mapping[str, str]) -> bool:
        before = content(gone[old], NamesNow(found), new, own_id=False)
        return before == content(come[new], AS_IT_IS, new, own_id=False)

    return certain(gone, come, rough, same)


def certain(
    gone: Mapping[K, Any],
    come: Mapping[K, Any],
    rough: Callable[[Any], Hashable],
    same: Callable[[K, K, Mapping[K, K]], bool],
) -> dict[K, K]:
    """The pairs that no other could be, and that say the same when all the pairs hold."""
    olds, news = _alone(gone, rough), _alone(come, rough)
    pairs: dict[K, K] = {}
    for key, old in olds.items():
        new = news.get(key)
        if old is not None and new is not None:
            pairs[old] = new
    while True:
        held = {old: new for old, new in pairs.items() if same(old, new, pairs)}
        if len(held) == len(pairs):
            return held
        pairs = held


def _alone(things: Mapping[K, Any], rough: Callable[[Any], Hashable]) -> dict[Hashable, K | None]:
    """The one thing of each content; None where several say the same."""
    found: dict[Hashable, K | None] = {}
    for name, thing in things.items():
        key = rough(thing)
        found[key] = None if key in found else name
    return found


def renamed_parts(
    both: Iterable[tuple[KeptElement, KeptElement]], ids: Mapping[str, str]
) -> dict[Part, str]:
    """The parts with local ids that only have another one now, such as steps of a path."""
    found: dict[Part, str] = {}
    for old, new in both:
        for alias, spec in lists(type(new)).items():
            before, after = getattr(old, spec.name), getattr(new, spec.name)
            if before != after:
                gone, come = _lone(before, after), _lone(after, before)
                if gone and come:
                    found |= _parts(new.id, alias, gone, come, NamesNow(ids, found))
    return found


def _lone(here: Iterable[Record], there: Iterable[Record]) -> dict[str, Record]:
    known = {one.id for one in there}
    return {one.id: one for one in here if one.id is not None and one.id not in known}


def _parts(
    whole: str, alias: str, gone: Mapping[str, Record], come: Mapping[str, Record], names: NamesNow
) -> dict[Part, str]:
    """Of one list, with what is known to be called otherwise already."""

    def under(found: Mapping[str, str]) -> NamesNow:
        return NamesNow(
            names.ids,
            {**names.parts, **{(whole, alias, old): new for old, new in found.items()}},
        )

    any_ = under(dict.fromkeys((*gone, *come), "?"))

    def rough(one: Record) -> Hashable:
        return content(one, any_, whole, own_id=False)

    def same(old: str, new: str, found: Mapping[str, str]) -> bool:
        before = content(gone[old], under(found), whole, own_id=False)
        return before == content(come[new], AS_IT_IS, whole, own_id=False)

    return {(whole, alias, old): new for old, new in certain(gone, come, rough, same).items()}
