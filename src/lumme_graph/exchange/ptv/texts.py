"""Texts of PTV: lists in which each item has a language, and often a type."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from lumme_graph.base.label import Label, Message
from lumme_graph.base.tags import TAG
from lumme_graph.exchange.thing import JsonThing
from lumme_graph.views.left import NO_FIELD

TWICE: Final = Label("there are several in one language; the first is taken")
NO_LANGUAGE: Final = Label("it does not say its language")

ByTag = dict[str, str]
"""Words by language."""


class PtvTexts:
    """The texts of a field by type; what nobody takes is counted by its type."""

    def __init__(self, thing: JsonThing, field: str) -> None:
        self._thing = thing
        self._field = field
        self._items = tuple(thing.things(field))
        self._taken: set[str] = set()
        for item in self._items:
            for name in ("type", "language", "value"):
                item.raw(name)

    def take(self, type_: str = "", *, prose: bool = True) -> ByTag:
        """The words of a type by language."""
        self._taken.add(type_)
        found: ByTag = {}
        for item in self._of(type_):
            tag = _tag(item)
            words = item.prose("value") if prose else item.text("value")
            if not words:
                continue
            if not TAG.fullmatch(tag):
                self._left(type_, NO_LANGUAGE)
            elif tag in found:
                self._left(type_, TWICE)
            else:
                found[tag] = words
        return found

    def leave(self, type_: str, why: Message, *, within: Collection[str]) -> None:
        """Do not take what there is of a type in some languages, and say why."""
        for item in self._of(type_):
            if _tag(item) in within:
                self._left(type_, why)

    def close(self) -> None:
        """Count what nobody asked for."""
        for item in self._items:
            type_ = item.text("type")
            if type_ not in self._taken:
                self._left(type_, NO_FIELD)

    def _of(self, type_: str) -> Iterator[JsonThing]:
        return (item for item in self._items if item.text("type") == type_)

    def _left(self, type_: str, why: Message) -> None:
        field = f"{self._thing.kind}.{self._field}{f'[{type_}]' if type_ else ''}"
        self._thing.reading.left.add(field, self._thing.name, 1, why)


def _tag(item: JsonThing) -> str:
    return item.text("language").replace("_", "-")


def in_languages(thing: JsonThing, field: str) -> ByTag:
    """The words of a list whose items have a language and no type."""
    return PtvTexts(thing, field).take("")


def every_word(thing: JsonThing, field: str) -> Mapping[str, Sequence[str]]:
    """All words of a list by language, as of keywords."""
    found: dict[str, list[str]] = {}
    for item in thing.things(field):
        tag, words = _tag(item), item.text("value")
        if words and TAG.fullmatch(tag):
            found.setdefault(tag, []).append(words)
    return found


def main_word(by_tag: Mapping[str, str]) -> str:
    """The Finnish words, else those of the first language."""
    return by_tag.get("fi") or next(iter(by_tag.values()), "")
