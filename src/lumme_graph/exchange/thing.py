"""An object in a file of JSON: what is asked of it is taken, and the rest is counted by itself.

So nothing is lost without a word: a field that a reader does not know of is listed as not taken.
What has another type than it must have is gathered with its JSON path, and told all at once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import Any, Final, cast

from lumme_graph.base.label import Label, Message
from lumme_graph.base.shown import CONTROL, shown
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.html_text import html_text
from lumme_graph.views.left import NO_FIELD, LeftOver, LeftOvers

CONTROLS: Final = Label("it holds control characters")
PERSONAL: Final = Label("it may be about a person")

_MOST_FAULTS: Final = 10
_TYPES: Final = {
    dict: "an object",
    list: "a list",
    str: "a text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    type(None): "null",
}


class FileReading:
    """One reading of files: what was not taken, what is to be said, and what is wrong."""

    def __init__(self) -> None:
        self.left = LeftOvers()
        self.notes: list[Message] = []
        self._faults: list[str] = []
        self._things: list[JsonThing] = []

    def thing(
        self, data: object, kind: str, file: str, path: str, name: str = ""
    ) -> JsonThing | None:
        """The object at a path of a file; None, and a fault, where it is no object."""
        if not isinstance(data, dict):
            self.fault(file, path, f"{wanted(dict)} belongs here, not {wanted(type(data))}")
            return None
        thing = JsonThing(self, cast("dict[str, object]", data), kind, file, path, name)
        self._things.append(thing)
        return thing

    def things(self, data: object, kind: str, file: str, path: str) -> Iterator[JsonThing]:
        """The objects of a list at a path of a file."""
        if not isinstance(data, list):
            self.fault(file, path, f"{wanted(list)} belongs here, not {wanted(type(data))}")
            return
        for at, one in enumerate(cast("list[object]", data)):
            found = self.thing(one, kind, file, f"{path}[{at}]")
            if found:
                yield found

    def fault(self, file: str, path: str, words: str) -> None:
        """What is wrong at a path of a file."""
        self._faults.append(shown(f"{file}: {path}: {words}"))

    def closed(self) -> tuple[LeftOver, ...]:
        """What was not taken, in all. Raises `ExchangeError` where anything was wrong."""
        if self._faults:
            more = len(self._faults) - _MOST_FAULTS
            rest = (f"and {more} more of the kind",) if more > 0 else ()
            raise ExchangeError(*islice(self._faults, _MOST_FAULTS), *rest)
        for thing in self._things:
            thing.count_rest()
        return self.left.rows()


class JsonThing:
    """An object of a file; `kind` is what its fields are listed under, `name` what it is called."""

    def __init__(
        self,
        reading: FileReading,
        data: dict[str, object],
        kind: str,
        file: str,
        path: str,
        name: str,
    ) -> None:
        self.reading = reading
        self.data = data
        self.kind = kind
        self.file = file
        self.path = path
        self.name = name
        self._taken: set[str] = set()
        self._repeated: set[str] = set()
        self._is_open = True
        self._within: dict[str, tuple[JsonThing, ...]] = {}

    def tells(self, field: str) -> bool:
        """Does it say anything of a field, be it that there is nothing?"""
        return field in self.data

    def text(self, field: str, *, line: bool = True) -> str:
        """The words of a field, a number as its digits; nothing where there are none."""
        value = self._take(field, str, int, float)
        return "" if value is None else self._cleaned(field, str(value), line=line)

    def prose(self, field: str) -> str:
        """The words of a field that may be HTML, as lines of plain text."""
        return html_text(self.text(field, line=False))

    def number(self, field: str) -> Decimal | None:
        """The number of a field; also one that is written as text."""
        value = self._take(field, int, float, str)
        if value is None or value == "":
            return None
        try:
            found = Decimal(str(value).strip())
        except ArithmeticError:
            found = Decimal("NaN")
        if not found.is_finite():
            self.fault(field, f"a number belongs here, not {shown(str(value))[:40]!r}")
            return None
        return found

    def flag(self, field: str) -> bool | None:
        """Whether a field is true; None where it does not say."""
        return cast("bool | None", self._take(field, bool))

    def thing(self, field: str) -> JsonThing | None:
        """The object of a field."""
        if field not in self._within:
            value = self._take(field, dict)
            path = f"{self.path}.{field}"
            found = (
                self.reading.thing(value, f"{self.kind}.{field}", self.file, path, self.name)
                if value is not None
                else None
            )
            self._within[field] = (found,) if found else ()
        return next(iter(self._within[field]), None)

    def things(self, field: str, kind: str = "") -> Sequence[JsonThing]:
        """The objects in the list of a field."""
        if field not in self._within:
            value = self._take(field, list)
            kind = kind or f"{self.kind}.{field}"
            path = f"{self.path}.{field}"
            found = () if value is None else self.reading.things(value, kind, self.file, path)
            self._within[field] = tuple(found)
            for one in self._within[field]:
                one.name = one.name or self.name
        return self._within[field]

    def raw(self, field: str) -> Any:
        """What a field says, whatever it is; it counts as taken."""
        self._taken.add(field)
        return self.data.get(field)

    def leave(self, field: str, why: Message = NO_FIELD) -> None:
        """Do not take a field, and say why."""
        times = _times(self.data.get(field))
        is_open = field not in self._taken or bool(self._within.get(field))
        for one in self._within.pop(field, ()):
            one.silence()
        if times and is_open and field not in self._repeated:
            self.reading.left.add(f"{self.kind}.{field}", self.name, times, why)
        self._taken.add(field)

    def unsaid(self, field: str, why: Message) -> None:
        """What a field says was read, and is not taken after all."""
        self.reading.left.add(f"{self.kind}.{field}", self.name, 1, why)

    def skip(self, why: Message) -> None:
        """Take nothing of it: it counts as one."""
        if self._is_open:
            self.reading.left.add(self.kind, self.name, 1, why)
        self.silence()

    def silence(self) -> None:
        """Count nothing of it, nor of what stands in it: it is told of elsewhere."""
        self._is_open = False
        for within in self._within.values():
            for one in within:
                one.silence()

    def repeats(self, other: JsonThing) -> None:
        """Do not count what it says exactly as another does that stands for the same."""
        self._repeated |= {
            field for field in self.data if self.data[field] == other.data.get(field)
        }

    def fault(self, field: str, words: str) -> None:
        """What is wrong in a field."""
        self.reading.fault(self.file, f"{self.path}.{field}", words)

    def count_rest(self) -> None:
        """Count what nobody has asked for."""
        if self._is_open:
            for field in self.data.keys() - self._taken:
                self.leave(field)

    def _take(self, field: str, *types: type) -> object:
        self._taken.add(field)
        value = self.data.get(field)
        if value is None:
            return None
        is_of_type = isinstance(value, types) and not (
            isinstance(value, bool) and bool not in types
        )
        if not is_of_type:
            self.fault(field, f"{wanted(types[0])} belongs here, not {wanted(type(value))}")
            return None
        return value

    def _cleaned(self, field: str, words: str, *, line: bool) -> str:
        if CONTROL.search(words):
            self.unsaid(field, CONTROLS)
            return ""
        words = unicodedata.normalize("NFC", words).replace("\r\n", "\n").strip()
        return " ".join(words.split()) if line else words


def wanted(type_: type) -> str:
    """What a type of JSON is called."""
    return _TYPES.get(type_, type_.__name__)


def _times(value: object) -> int:
    """How many values a field has."""
    if value is None or value in ("", [], {}):
        return 0
    return len(cast("list[object]", value)) if isinstance(value, list) else 1
