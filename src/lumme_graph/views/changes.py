"""What differs between two models in words: by kind, by element, value by value, old and new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from lumme_graph.analysis.changes import ElementChange, FieldChange, ModelDiff
from lumme_graph.analysis.inside import ChangeType, ValueChange, WayStop
from lumme_graph.base.label import Counted, Label, Message, Plain
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.element import Record
from lumme_graph.meta.kind import Private
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.reading.model import SETTINGS_ID
from lumme_graph.views.reworded import WordPiece, reworded
from lumme_graph.views.standing import letter_of
from lumme_graph.views.values import item_name, value_of

SIGNS: Final = {
    ChangeType.NEW: "+",
    ChangeType.REMOVED: "−",
    ChangeType.CHANGED: "~",
    ChangeType.MOVED: "↕",
    ChangeType.RENAMED: "=",
}
"""The sign of what happened; its word stands beside it."""
WORDS: Final[dict[ChangeType, Message]] = {
    ChangeType.NEW: Label("new", "a change"),
    ChangeType.REMOVED: Label("removed", "a change"),
    ChangeType.CHANGED: Label("changed", "a change"),
    ChangeType.MOVED: Label("moved", "a change"),
    ChangeType.RENAMED: Label("other id", "a change"),
}
TITLE: Final = Label("What has changed")
NOTHING: Final = Label("Nothing differs.")
OF_MODEL: Final = Label("the model's settings")
SAME_CONTENT: Final = Label("only the id is another: all else is the same")
_HIDDEN: Final = Counted(
    "{n} change of notes and accepted findings is not shown: --private shows it.",
    "{n} changes of notes and accepted findings are not shown: --private shows them.",
)
_IN: Final = Label("{field} ({languages})")
_AT: Final = Label("place {n}")
_BEHIND: Final = Label("after “{name}”")
_FIRST: Final = Label("first of all")


ShownPlaces = tuple[Said | None, Said | None]
"""Where an item stood in a list, and where it stands."""
_NOWHERE: Final[ShownPlaces] = (None, None)


class ShownValue(NamedTuple):
    """One thing that differs in an element: where, what it was and is, in words.

    `pieces` are both wordings of a text, word by word; `places` are those in a list in order.
    """

    type: ChangeType
    where: Said
    before: Said | None
    after: Said | None
    pieces: tuple[WordPiece, ...] = ()
    places: ShownPlaces = (None, None)
    path: tuple[str, ...] = ()


class ShownElement(NamedTuple):
    """An element that differs, with the letter of its standing, and what differs in it.

    Of one that is new or gone, `facts` are all that it says, by field.
    """

    type: ChangeType
    id: str
    name: Said
    letter: str
    values: tuple[ShownValue, ...]
    was: str = ""
    facts: tuple[tuple[Said, Said], ...] = ()


class ShownKind(NamedTuple):
    """The elements of a kind that differ; the settings of the model are one of their own."""

    id: str
    words: Said
    elements: tuple[ShownElement, ...]


@dataclass(frozen=True)
class ShownDiff:
    """All that differs, to be shown; the counts are those of single things."""

    diff: ModelDiff
    speak: Speaker
    ends: Said
    counts: Said
    kinds: tuple[ShownKind, ...]
    hidden: Said | None = None


def shown_diff(diff: ModelDiff, speak: Speaker) -> ShownDiff:
    """What differs, in a language."""
    ends = speak(joined([state_of(diff.old), state_of(diff.new)], " → "))
    hidden = speak(_HIDDEN, n=diff.hidden) if diff.hidden else None
    kinds = tuple(_kinds(diff, speak))
    return ShownDiff(diff, speak, ends, _counts(diff, speak), kinds, hidden)


def state_of(graph: ServiceGraph) -> Message:
    """Which state of a model it is: where it is from, and its day.

    Where a folder lies on a machine is nobody else's business: of a whole path the name is told.
    """
    day = graph.settings.as_of
    name = graph.root if not PurePath(graph.root).is_absolute() else PurePath(graph.root).name
    return joined([f"{name} (", day, ")"], "") if name else joined([day])


def _counts(diff: ModelDiff, speak: Speaker) -> Said:
    counted = Counter(row.type for row in diff.rows())
    if not counted:
        return speak(NOTHING)
    told = [joined([words, counted[t]], ": ") for t, words in WORDS.items() if counted[t]]
    return speak.capital(joined(told))


def _kinds(diff: ModelDiff, speak: Speaker) -> Iterator[ShownKind]:
    teller = Teller(diff.old, diff.new, speak)
    if diff.settings:
        one = ShownElement(
            ChangeType.CHANGED,
            SETTINGS_ID,
            speak(diff.new.settings.name),
            "",
            tuple(teller.setting(value) for value in diff.settings),
        )
        yield ShownKind(SETTINGS_ID, speak.capital(OF_MODEL), (one,))
    by_kind: dict[str, list[ElementChange]] = {}
    for change in diff.elements:
        by_kind.setdefault(change.element.kind.prefix, []).append(change)
    for cls in ELEMENTS:
        found = by_kind.get(cls.kind.prefix)
        if found:
            elements = tuple(teller.element(change) for change in found)
            yield ShownKind(cls.kind.prefix, speak.capital(cls.kind.plural), elements)


class Teller:
    """Says what differs; what is gone by the names that it had."""

    def __init__(self, old: ServiceGraph, new: ServiceGraph, speak: Speaker) -> None:
        self._speak = speak
        self._old, self._new = Day.of(old), Day.of(new)

    def element(self, change: ElementChange) -> ShownElement:
        """An element that differs."""
        element = change.element
        day = self._old if change.type is ChangeType.REMOVED else self._new
        renamed = change.type is ChangeType.RENAMED
        return ShownElement(
            change.type,
            element.id,
            self._speak(day.thing(element).label),
            letter_of(element),
            tuple(self.value(element, *pair) for pair in _values(change.fields)),
            change.was.id if renamed and change.was else "",
            () if change.fields or renamed else tuple(self._facts(element, day)),
        )

    def _facts(self, element: KeptElement, day: Day) -> Iterator[tuple[Said, Said]]:
        for spec in specs(type(element)):
            words = self._words(spec, getattr(element, spec.name), element.id, day)
            if words and not isinstance(spec.prop, Private):
                yield self._speak.capital(spec.prop.label), words

    def setting(self, value: ValueChange) -> ShownValue:
        """A setting that differs."""
        before, after = (self._words(None, one, "", self._new) for one in value[2:4])
        where = self._speak(Plain(".".join(value.path)))
        return ShownValue(value.type, where, before, after, path=value.path)

    def value_of_step(self, element: KeptElement, value: ValueChange) -> ShownValue:
        """What differs in a step, told without the step."""
        return self._value(element, value, value.way[2:], _NOWHERE)

    def value(self, element: KeptElement, field: FieldChange, value: ValueChange) -> ShownValue:
        """One thing that differs in a field of an element."""
        return self._value(element, value, value.way, self._places(field, value))

    def _value(
        self,
        element: KeptElement,
        value: ValueChange,
        way: tuple[WayStop, ...],
        places: ShownPlaces,
    ) -> ShownValue:
        spec = next((stop.spec for stop in reversed(way) if stop.spec), None)
        before, after = value.before, value.after
        pieces: Iterable[WordPiece] = ()
        if isinstance(before, str) and isinstance(after, str) and _is_tag(way):
            pieces = reworded(before, after)
        if value.type is ChangeType.MOVED and value.places:
            before = None
            after = None if isinstance(way[-1].item, Record) else after
        if value.type is ChangeType.RENAMED:
            said = [None if one is None else Said(str(one), self._speak.lang) for one in value[2:4]]
        else:
            said = [
                self._words(spec, before, element.id, self._old),
                self._words(spec, after, element.id, self._new),
            ]
        where = self._where(value, way)
        return ShownValue(value.type, where, said[0], said[1], tuple(pieces), places, value.path)

    def _words(self, spec: Spec | None, value: Any, whole: str, day: Day) -> Said | None:
        if value is None or value == ():
            return None
        said = self._speak(value_of(day, spec, value, whole))
        if isinstance(value, Text) and len(value) > 1:
            return said._replace(words=f"{said.words} ({', '.join(value)})")
        return said

    def _where(self, value: ValueChange, way: tuple[WayStop, ...]) -> Said:
        """The fields and parts on the way; an item that is no part is told as the value."""
        tag = way[-1].name if _is_tag(way) else ""
        stops = way[:-1] if tag or _is_plain_item(way[-1]) else way
        day = self._old if value.type is ChangeType.REMOVED else self._new
        said = [
            stop.spec.prop.label
            if stop.spec
            else Plain(stop.name)
            if stop.is_own
            else item_name(day, stop.item, stop.name)
            for stop in stops
        ]
        where: Sayable = joined(said, " › ")
        if tag:
            where = _IN.fill(field=where, languages=self._speak.language(tag).words)
        return self._speak.capital(where)

    def _places(self, field: FieldChange, value: ValueChange) -> ShownPlaces:
        """Where an item stood and stands, in a list of which the order means something."""
        if value.places is None or value.type is ChangeType.CHANGED:
            return _NOWHERE
        before, after = value.places
        was = None if before is None else self._speak(_AT, n=before)
        if after is None:
            return was, None
        behind = self._behind(field, value, after)
        place = _AT.fill(n=after)
        return was, self._speak(joined([place, behind]) if behind else place)

    def _behind(self, field: FieldChange, value: ValueChange, after: int) -> Message | None:
        """What an item of a list of the element itself comes after."""
        if value.way[-2].spec is not field.spec:
            return None
        if after == 1:
            return _FIRST
        item = field.after[after - 2]
        return _BEHIND.fill(name=item_name(self._new, item, str(item)))


def _values(fields: Iterable[FieldChange]) -> Iterator[tuple[FieldChange, ValueChange]]:
    return ((field, value) for field in fields for value in field.inside)


def _is_tag(way: tuple[WayStop, ...]) -> bool:
    """Does a way end with the language of a text?"""
    return way[-1].spec is None and way[-1].item is None and not way[-1].is_own


def _is_plain_item(stop: WayStop) -> bool:
    """Is a stop an item that is no part of its own: an id, a word, a text?"""
    return stop.spec is None and stop.item is not None and not isinstance(stop.item, Record)
