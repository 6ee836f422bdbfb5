"""How a value of a field stands in a cell, and how it is read back from what somebody wrote there.

A value is plain data as a model's text has it. What a cell shows is words for people: codes in
their language, a reference by name and id. What is read back may be either, and any language that
the program speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cached_property
from typing import Any, Final, Protocol, get_args, get_origin

from lumme_graph.base.dates import DateError, UncertainDate
from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Joined, Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.base.text import Text
from lumme_graph.elements.offer import YesNo
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.spec import Spec
from lumme_graph.reading.document import Data, is_list, is_map
from lumme_graph.sheets.book import CellUse, CellValue
from lumme_graph.sheets.given import GivenValue

_BRACKETED: Final = re.compile(r"\[([a-z0-9-]+)\]\s*$")
_BETWEEN: Final = re.compile(r"[\n,;]")
_LINES: Final = re.compile(r"[\n\s]+")
_NORDIC_DAY: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_EXACT: Final = 2**53
_LONGEST_NAME: Final = 60
_YEARS: Final = range(1000, 10_000)

NOT_A_NUMBER = Label("{value} is not a number: write digits, such as 12 or 2.5")
NOT_A_DAY = Label("{value} is not a day: write 2026-11-26, or 26.11.2026")
NOT_A_DATE = Label(
    "{value} is not a date: write 2026, 2026-11, 2026-11-26, ..2026-11-26 (that day at the latest) "
    "or 2026-02-01..2026-05-31 (some day between)"
)
NOT_A_CODE = Label("{value} is not one of {codes}")
NOT_AN_ID = Label("there is no {value} in the model")
NOT_OF_KIND = Label("{value} is no {kinds}")
DID_YOU_MEAN = Label("; did you mean {guess}?")
NOT_WORDS = Label("{value} is a time or a day here: write it as text, with an apostrophe before it")

DAY_HINT = Label("A day: 2026-11-26.")
DATE_HINT = Label(
    "A day, month or year: 2026-11-26, 2026-11, 2026; ..2026-11-26 is that day at the latest, "
    "2026-02-01..2026-05-31 some day between."
)
CODE_HINT = Label("One of: {codes}.")
CODES_HINT = Label("One or several, a line for each: {codes}.")
REF_HINT = Label("Chosen from the list, or the id of a {kinds}.")
REFS_HINT = Label("Ids of a {kinds}, with commas between.")
NUMBER_HINT = Label("A number.")
LIST_HINT = Label("One or several, a line for each.")
DURATION_HINT = Label("A length of time: PT5M is five minutes, PT2H two hours, P3D three days.")


class CellRefused(Exception):  # noqa: N818 - it is a word about a cell, and never reaches a user alone
    """What is in a cell cannot be the value of its field; `message` says why and what to write."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Names:
    """What elements are called, and the words of codes: for one book, in one language."""

    speak: Speaker
    by_id: Mapping[str, str] = field(default_factory=dict[str, str])

    def shown(self, id_: str) -> str:
        """An element by its name and its id: `Service desk [touchpoint-desk]`."""
        name = " ".join(self.by_id.get(id_, "").split())
        if not name or name == id_:
            return id_
        short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
        return f"{short} [{id_}]"

    @cached_property
    def by_name(self) -> dict[str, str]:
        """The ids by names that only one element has."""
        found: dict[str, list[str]] = {}
        for id_, name in self.by_id.items():
            found.setdefault(" ".join(name.split()).casefold(), []).append(id_)
        return {name: ids[0] for name, ids in found.items() if name and len(ids) == 1}


class CellForm(Protocol):
    """How the values of one field stand in cells."""

    @property
    def use(self) -> CellUse:
        """What the cells are for."""
        ...

    def shown(self, value: Data, names: Names) -> CellValue:
        """A value as it stands in a cell."""
        ...

    def read(self, value: GivenValue, names: Names) -> Data:
        """What somebody wrote as plain data; None for nothing. Raises `CellRefused`."""
        ...

    def hint(self, names: Names) -> Message | None:
        """What may be written, where that does not go without saying."""
        ...


@dataclass(frozen=True)
class Words:
    """Free words."""

    use = CellUse.TEXT
    help: Message | None = None

    def shown(self, value: Data, names: Names) -> CellValue:  # noqa: ARG002 - the shape of all forms
        """The words as they are."""
        return value if isinstance(value, str) else None

    def read(self, value: GivenValue, names: Names) -> Data:  # noqa: ARG002 - as above
        """The words without blanks at their ends; a number or a day as it is written."""
        if value is None:
            return None
        if isinstance(value, str):
            return value.replace("\r\n", "\n").replace("\r", "\n").strip() or None
        if isinstance(value, time | timedelta | datetime):
            raise CellRefused(NOT_WORDS.fill(value=str(value)))
        return _digits(value)

    def hint(self, names: Names) -> Message | None:  # noqa: ARG002 - as above
        """What is special about them."""
        return self.help


@dataclass(frozen=True)
class Number:
    """A number, whole or not."""

    use = CellUse.NUMBER

    def shown(self, value: Data, names: Names) -> CellValue:  # noqa: ARG002 - the shape of all forms
        """The number, as a text where a cell would round it."""
        if not isinstance(value, str):
            return None
        number = Decimal(value)
        if number == number.to_integral_value():
            return int(number) if abs(number) <= _EXACT else value
        return number if Decimal(repr(float(number))) == number else value

    def read(self, value: GivenValue, names: Names) -> Data:  # noqa: ARG002 - as above
        """Its digits; a comma may stand for the point."""
        if value is None or value == "":
            return None
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise CellRefused(NOT_A_NUMBER.fill(value=str(value)))
        words = _digits(value).strip().replace("\u00a0", "").replace("\u2212", "-")
        if words.count(",") == 1 and "." not in words:
            words = words.replace(",", ".")
        try:
            number = Decimal(words.replace(" ", ""))
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            raise CellRefused(NOT_A_NUMBER.fill(value=str(value)))
        return f"{number.normalize():f}"

    def hint(self, names: Names) -> Message | None:  # noqa: ARG002 - as above
        """That it is a number."""
        return NUMBER_HINT


@dataclass(frozen=True)
class CalendarDay:
    """A day of the calendar."""

    use = CellUse.DAY

    def shown(self, value: Data, names: Names) -> CellValue:  # noqa: ARG002 - the shape of all forms
        """The day; as a text where spreadsheets know none so early."""
        if not isinstance(value, str):
            return None
        day = date.fromisoformat(value)
        return day if day.year >= _FIRST_YEAR else value

    def read(self, value: GivenValue, names: Names) -> Data:  # noqa: ARG002 - as above
        """The day in ISO 8601."""
        found = _uncertain(value, NOT_A_DAY)
        if found is None:
            return None
        if found.exact is None:
            raise CellRefused(NOT_A_DAY.fill(value=str(value)))
        return found.exact.isoformat()

    def hint(self, names: Names) -> Message | None:  # noqa: ARG002 - as above
        """How a day is written."""
        return DAY_HINT


_FIRST_YEAR: Final = 1901
"""Before this year spreadsheets and the calendar do not agree."""


@dataclass(frozen=True)
class RoughDay:
    """A day that may be known only roughly; always a text, since a cell makes a day of a month."""

    use = CellUse.TEXT

    def shown(self, value: Data, names: Names) -> CellValue:  # noqa: ARG002 - the shape of all forms
        """As ISO 8601-2 spells it: `2026-11`, `..2021-03-31`."""
        return None if value is None else str(UncertainDate.parse(value))

    def read(self, value: GivenValue, names: Names) -> Data:  # noqa: ARG002 - as above
        """What is known of the day, as a model writes it."""
        found = _uncertain(value, NOT_A_DATE)
        return None if found is None else found.plain()

    def hint(self, names: Names) -> Message | None:  # noqa: ARG002 - as above
        """How such a day is written."""
        return DATE_HINT


@dataclass(frozen=True)
class Code:
    """A value of a closed list, in words; `codes` are the labels by the value."""

    codes: Mapping[str, Message | None]
    use = CellUse.TEXT

    def words(self, names: Names) -> dict[str, str]:
        """What each code is called in the language of the book, each once."""
        said = {
            code: names.speak.capital(label).words if label else code
            for code, label in self.codes.items()
        }
        twice = {word for word in said.values() if list(said.values()).count(word) > 1}
        return {code: f"{word} [{code}]" if word in twice else word for code, word in said.items()}

    def shown(self, value: Data, names: Names) -> CellValue:
        """The code in words."""
        return _known(self, names)[0].get(value, value) if isinstance(value, str) else None

    def read(self, value: GivenValue, names: Names) -> Data:
        """The code that is meant, by itself or by its words in any language."""
        if value is None:
            return None
        if isinstance(value, bool):
            value = "yes" if value else "no"
        said = " ".join(str(value).split()).casefold()
        if not said:
            return None
        found = _known(self, names)[1].get(said)
        if found is None:
            words = list(_known(self, names)[0].values())
            guess = nearest(said, [word.casefold() for word in words])
            shown = next((word for word in words if word.casefold() == guess), None)
            raise CellRefused(_refused(NOT_A_CODE, value, shown, codes=", ".join(words)))
        return found

    def hint(self, names: Names) -> Message | None:
        """The codes."""
        return CODE_HINT.fill(codes=", ".join(self.words(names).values()))


def _known(form: Code, names: Names) -> tuple[dict[str, str], dict[str, str]]:
    """The words of codes, and the codes by all that they may be called; kept with the names."""
    kept: dict[int, tuple[dict[str, str], dict[str, str]]] = names.__dict__.setdefault("_codes", {})
    key = id(form.codes)
    if key not in kept:
        words = form.words(names)
        meant: dict[str, str] = {}
        for code, label in form.codes.items():
            for said in label.by_tag().values() if label else ():
                meant.setdefault(said.casefold(), code)
        meant |= {word.casefold(): code for code, word in words.items()}
        meant |= {code.casefold(): code for code in form.codes}
        kept[key] = words, meant
    return kept[key]


@dataclass(frozen=True)
class Reference:
    """A reference to an element of some kinds; without any, to one of whatever kind."""

    prefixes: tuple[str, ...]
    kinds: tuple[Message, ...]
    use = CellUse.TEXT

    def shown(self, value: Data, names: Names) -> CellValue:
        """Its name and its id."""
        return names.shown(value) if isinstance(value, str) else None

    def read(self, value: GivenValue, names: Names) -> Data:
        """The id, from a name and an id, an id, or a name that only one element has."""
        if value is None or (said := str(value).strip()) == "":
            return None
        bracketed = _BRACKETED.search(said)
        id_ = bracketed[1] if bracketed else said
        if id_ in names.by_id:
            if not self.fits(id_):
                raise CellRefused(NOT_OF_KIND.fill(value=id_, kinds=Joined(self.kinds, "or")))
            return id_
        named = names.by_name.get(" ".join(said.split()).casefold())
        if named is not None and self.fits(named):
            return named
        own = [one for one in names.by_id if self.fits(one)]
        guess = nearest(id_, own)
        if guess is None:
            called = {names.by_id[one].casefold(): one for one in own}
            near = nearest(id_.casefold(), called)
            guess = called[near] if near else None
        raise CellRefused(_refused(NOT_AN_ID, id_, guess))

    def fits(self, id_: str) -> bool:
        """Is an id one of its kinds?"""
        return not self.prefixes or id_.partition("-")[0] in self.prefixes

    def hint(self, names: Names) -> Message | None:
        """What it is an id of."""
        return REF_HINT.fill(kinds=_either(self.kinds, names)) if self.kinds else None


@dataclass(frozen=True)
class Several:
    """Several values in one cell."""

    one: Words | Code | Reference
    use = CellUse.TEXT

    def shown(self, value: Data, names: Names) -> CellValue:
        """Ids with commas between, anything else line by line."""
        if not is_list(value) or not value:
            return None
        if isinstance(self.one, Reference):
            return ", ".join(map(str, value))
        return "\n".join(str(self.one.shown(item, names)) for item in value)

    def read(self, value: GivenValue, names: Names) -> Data:
        """Each of the values."""
        if value is None:
            return None
        found = [self.one.read(part, names) for part in self._parts(str(value), names)]
        return list(dict.fromkeys(part for part in found if isinstance(part, str))) or None

    def _parts(self, said: str, names: Names) -> Iterable[str]:
        parts = (_LINES if "://" in said else _BETWEEN).split(said)
        if isinstance(self.one, Code):
            meant = _known(self.one, names)[1]
            lines = said.split("\n")
            if all(" ".join(line.split()).casefold() in meant for line in lines if line.strip()):
                parts = lines
        return (part.strip() for part in parts if part.strip())

    def hint(self, names: Names) -> Message | None:
        """What each of them is."""
        if isinstance(self.one, Code):
            return CODES_HINT.fill(codes=", ".join(self.one.words(names).values()))
        if isinstance(self.one, Reference):
            return REFS_HINT.fill(kinds=_either(self.one.kinds, names))
        return LIST_HINT


def form_of(spec: Spec) -> CellForm:
    """How the values of a field that is no record stand in a cell."""
    if spec.is_ref:
        one: Words | Code | Reference = Reference(
            tuple(cls.kind.prefix for cls in spec.targets),
            tuple(cls.kind.label for cls in spec.targets),
        )
        return Several(one) if spec.many else one
    simple = _simple(spec.datatype)
    return Several(simple) if spec.many and isinstance(simple, Words | Code) else simple


_YES_NO: Final[dict[str, Message | None]] = {"true": YesNo.YES.label, "false": YesNo.NO.label}
_CODES: Final[dict[Any, Mapping[str, Message | None]]] = {}


def _simple(datatype: Any) -> CellForm:
    if datatype in _SIMPLE:
        return _SIMPLE[datatype]
    if datatype not in _CODES:
        if get_origin(datatype) is None and issubclass(datatype, Enum):
            labels = {
                str(one.value): one.label if isinstance(one, Coded) else None for one in datatype
            }
        else:
            labels = {str(one): None for one in get_args(datatype)}
        _CODES[datatype] = labels
    return Code(_CODES[datatype])


@dataclass(frozen=True)
class TrueFalse(Code):
    """Whether something is so, as yes and no."""

    def read(self, value: GivenValue, names: Names) -> Data:
        """`true` or `false`, however it was said."""
        said = str(value).strip().casefold() if value is not None else ""
        if said in {"yes", "no"} or isinstance(value, bool):
            return "true" if said in {"yes", "true"} else "false"
        return super().read(value, names)


_SIMPLE: Final[dict[Any, CellForm]] = {
    int: Number(),
    float: Number(),
    Decimal: Number(),
    date: CalendarDay(),
    UncertainDate: RoughDay(),
    timedelta: Words(DURATION_HINT),
    bool: TrueFalse(_YES_NO),
    Text: Words(),
    str: Words(),
}


def _uncertain(value: GivenValue, refusal: Label) -> UncertainDate | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        return UncertainDate(value, value)
    try:
        if isinstance(value, int | float) and not isinstance(value, bool) and value in _YEARS:
            return UncertainDate.parse(f"{value:.0f}")
        if isinstance(value, str):
            return _between(value.strip())
    except DateError:
        pass
    raise CellRefused(refusal.fill(value=str(value)))


def _between(words: str) -> UncertainDate:
    first, dots, last = words.partition("..")
    if not dots:
        return UncertainDate.parse(_iso(words))
    bounds = {"earliest": _iso(first.strip()), "latest": _iso(last.strip())}
    return UncertainDate.parse({name: day for name, day in bounds.items() if day})


def _iso(words: str) -> str:
    """A day as it is written in the Nordic countries, in ISO 8601; anything else as it is."""
    found = _NORDIC_DAY.fullmatch(words)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else words


def _digits(value: GivenValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return str(value)


def _refused(label: Label, value: object, guess: str | None, **more: object) -> Message:
    said = label.fill(value=str(value), **more)
    return Joined((said, DID_YOU_MEAN.fill(guess=guess)), "") if guess else said


def _either(kinds: Sequence[Message], names: Names) -> str:
    return " / ".join(names.speak(kind).words for kind in kinds) or "…"


def is_nothing(value: Data) -> bool:
    """Is there no value, or an empty list or mapping?"""
    return value is None or value == "" or ((is_list(value) or is_map(value)) and not value)
