"""Which items of two lists are the same: by natural key, by words, or by place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import pairwise

from lumme_graph.base.text import Text
from lumme_graph.meta.element import Record
from lumme_graph.meta.local_name import slug
from lumme_graph.meta.spec import specs
from lumme_graph.reading.document import Data, is_list, is_map

Key = Hashable


def frozen(value: Data) -> Key:
    """Plain data as something that can be a key; what is equal is equal."""
    if is_map(value):
        return frozenset((key, frozen(item)) for key, item in value.items())
    return tuple(map(frozen, value)) if is_list(value) else value


def words(item: Data) -> Data:
    """The words of a text of a list by language, without its id."""
    return item["text"] if is_map(item) and is_map(item.get("text")) else item


def text_id(item: Data) -> Data:
    """The id of a text of a list, where it has one."""
    return None if words(item) is item else item.get("id")


class ListItems:
    """How the items of a list are told apart: records by their natural key, texts by their words."""

    def __init__(self, record: type[Record] | None, *, texts: bool) -> None:
        fields = {spec.name: spec for spec in specs(record)} if record else {}
        key = [fields[name] for name in record.key if name in fields] if record else []
        self.names = [spec.alias for spec in key]
        self.said = [spec.alias for spec in key if spec.datatype is Text]
        self.record = record
        self.texts = texts

    def name(self, item: Data) -> str:
        """How a path names an item: by its id or its natural key; empty where it has no such name."""
        if not is_map(item):
            return "" if is_list(item) else str(item)
        if isinstance(item.get("id"), str) and (self.record or "text" in item):
            return str(item["id"])
        pieces = [item[name] for name in self.names if item.get(name)]
        named = all(isinstance(piece, str) for piece in pieces)
        return "/".join(pieces) if named else ""

    def paired(self, base: Sequence[Data], side: Sequence[Data]) -> list[Key]:
        """What each item of a side is: the place of the one in the base, or a key of its own."""
        found: dict[int, int] = {}
        self._pair(self.key, base, side, found)
        self._pair(self._without_id, base, side, found)
        if self.said or self.texts:
            self._pair_by_words(base, side, found)
            self._pair_between(len(base), len(side), found)
        counted: dict[Key, int] = {}
        keys: list[Key] = []
        for at, item in enumerate(side):
            if at in found:
                keys.append(found[at])
                continue
            key = self.key(item)
            counted[key] = counted.get(key, 0) + 1
            keys.append((key, counted[key]))
        return keys

    def key(self, item: Data) -> Key:
        """What tells an item apart from the others."""
        if is_map(item) and isinstance(item.get("id"), str) and (self.record or "text" in item):
            return ("id", item["id"])
        return self._without_id(item)

    def _without_id(self, item: Data) -> Key:
        if self.record is None or not is_map(item):
            return frozen(words(item) if self.texts else item)
        pieces = [item.get(name) for name in self.names]
        return tuple(slug(piece) if isinstance(piece, str) else frozen(piece) for piece in pieces)

    def _pair(
        self,
        key: Callable[[Data], Key],
        base: Sequence[Data],
        side: Sequence[Data],
        found: dict[int, int],
    ) -> None:
        """Pair what is left by a key; the first with the first where several have it."""
        taken = set(found.values())
        free: dict[Key, list[int]] = {}
        for at in reversed(range(len(base))):
            if at not in taken:
                free.setdefault(key(base[at]), []).append(at)
        for at, item in enumerate(side):
            if at not in found and free.get(key(item)):
                found[at] = free[key(item)].pop()

    def _pair_by_words(
        self, base: Sequence[Data], side: Sequence[Data], found: dict[int, int]
    ) -> None:
        """Pair what says the same in one language at least, as a text that was translated does."""
        taken = set(found.values())
        free = [at for at in range(len(base)) if at not in taken]
        for at, item in enumerate(side):
            if at in found:
                continue
            like = next((one for one in free if self._alike(base[one], item)), None)
            if like is not None:
                found[at] = like
                free.remove(like)

    def _alike(self, one: Data, two: Data) -> bool:
        if self.texts:
            return _share(words(one), words(two))
        if not (is_map(one) and is_map(two)):
            return False
        others = (name for name in self.names if name not in self.said)
        return all(one.get(name) == two.get(name) for name in others) and any(
            _share(one.get(name), two.get(name)) for name in self.said
        )

    def _pair_between(self, was: int, now: int, found: dict[int, int]) -> None:
        """Pair one with one where both stand alone between others that are the same."""
        fixed = [(-1, -1), *sorted(found.items()), (now, was)]
        for (at, old), (next_at, next_old) in pairwise(fixed):
            if next_at - at == 2 and next_old - old == 2:  # noqa: PLR2004 - just one between
                found[at + 1] = old + 1


def _share(one: Data, two: Data) -> bool:
    return is_map(one) and is_map(two) and any(two.get(tag) == said for tag, said in one.items())
