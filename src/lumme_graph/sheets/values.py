"""How a value of a field stands in a cell, and how it is read back from what somebody wrote there.

A value is plain data as a model's text has it. What a cell shows is words for people: codes in
their language, a reference by name and id. What is read back may be either, and any language that
the program speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, Final, get_args, get_origin

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Joined, Label, Message
from lumme_graph.base.text import Text
from lumme_graph.elements.offer import YesNo
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.spec import Spec
from lumme_graph.reading.document import Data, is_list, is_map
from lumme_graph.sheets.book import CellUse, CellValue
from lumme_graph.sheets.cell_form import BookNames, CellForm, CellRefused
from lumme_graph.sheets.day_forms import CalendarDay, RoughDay
from lumme_graph.sheets.given import GivenValue

_BRACKETED: Final = re.compile(r"\[([a-z0-9-]+)\]\s*$")
_BETWEEN: Final = re.compile(r"[\n,;]")
_LINES: Final = re.compile(r"[\n\s]+")
_EXACT: Final = 2**53

__all__ = ["BookNames", "CellForm", "CellRefused"]

NOT_A_NUMBER = Label("{value} is not a number: write digits, such as 12 or 2.5")
NOT_A_CODE = Label("{value} is not one of {codes}")
NOT_AN_ID = Label("there is no {value} in the model")
NOT_OF_KIND = Label("{value} is no {kinds}")
DID_YOU_MEAN = Label("; did you mean {guess}?")
THERE_ARE = Label("; there are {ids}")
NOT_WORDS = Label("{value} is a time or a day here: write it as text, with an apostrophe before it")
_FEW: Final = 8
"""So many ids are listed for one that is not there."""

CODE_HINT = Label("One of: {codes}.")
CODES_HINT = Label("One or several, a line for each: {codes}.")
REF_HINT = Label("Chosen from the list, or the id of a {kinds}.")
REFS_HINT = Label("Ids of a {kinds}, with commas between.")
NUMBER_HINT = Label("A number.")
LIST_HINT = Label("One or several, a line for each.")
DURATION_HINT = Label("A length of time: PT5M is five minutes, PT2H two hours, P3D three days.")


@dataclass(frozen=True)
class WordsForm:
    """Free words."""

    use = CellUse.TEXT
    help: Message | None = None

    def shown(self, value: Data, names: BookNames) -> CellValue:  # noqa: ARG002 - the shape of all forms
        """The words as they are."""
        return value if isinstance(value, str) else None

    def read(self, value: GivenValue, names: BookNames) -> Data:  # noqa: ARG002 - as above
        """The words without blanks at their ends; a number or a day as it is written."""
        if value is None:
            return None
        if isinstance(value, str):
            return value.replace("\r\n", "\n").replace("\r", "\n").strip() or None
        if isinstance(value, time | timedelta | datetime):
            raise CellRefused(NOT_WORDS.fill(value=str(value)))
        return _digits(value)

    def hint(self, names: BookNames) -> Message | None:  # noqa: ARG002 - as above
        """What is special about them."""
        return self.help


@dataclass(frozen=True)
class Number:
    """A number, whole or not."""

    use = CellUse.NUMBER

    def shown(self, value: Data, names: BookNames) -> CellValue:  # noqa: ARG002 - the shape of all forms
        """The number, as a text where a cell would round it."""
        if not isinstance(value, str):
            return None
        number = Decimal(value)
        if number == number.to_integral_value():
            return int(number) if abs(number) <= _EXACT else value
        return number if Decimal(repr(float(number))) == number else value

    def read(self, value: GivenValue, names: BookNames) -> Data:  # noqa: ARG002 - as above
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

    def hint(self, names: BookNames) -> Message | None:  # noqa: ARG002 - as above
        """That it is a number."""
        return NUMBER_HINT


@dataclass(frozen=True)
class CodeForm:
    """A value of a closed list, in words; `codes` are the labels by the value."""

    codes: Mapping[str, Message | None]
    use = CellUse.TEXT

    def words(self, names: BookNames) -> dict[str, str]:
        """What each code is called in the language of the book, each once."""
        said = {
            code: names.speak.capital(label).words if label else code
            for code, label in self.codes.items()
        }
        twice = {word for word in said.values() if list(said.values()).count(word) > 1}
        return {code: f"{word} [{code}]" if word in twice else word for code, word in said.items()}

    def shown(self, value: Data, names: BookNames) -> CellValue:
        """The code in words."""
        return _known(self, names)[0].get(value, value) if isinstance(value, str) else None

    def read(self, value: GivenValue, names: BookNames) -> Data:
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

    def hint(self, names: BookNames) -> Message | None:
        """The codes."""
        return CODE_HINT.fill(codes=", ".join(self.words(names).values()))


def _known(form: CodeForm, names: BookNames) -> tuple[dict[str, str], dict[str, str]]:
    """The words of codes, and the codes by all that they may be called; kept with the names."""
    kept: dict[int, tuple[dict[str, str], dict[str, str]]] = names.__dict__.setdefault("_codes", {})
    key = id(form.codes)
    if key not in kept:
        words = form.words(names)
        meant: dict[str, str] = {}
        for code, label in form.codes.items():
            if label is None:
                continue
            for said in label.by_tag().values():
                meant.setdefault(said.casefold(), code)
            for tag in names.speak.chain:
                said = names.speak.in_language(tag).capital(label).words
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

    def shown(self, value: Data, names: BookNames) -> CellValue:
        """Its name and its id."""
        return names.shown(value) if isinstance(value, str) else None

    def read(self, value: GivenValue, names: BookNames) -> Data:
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
        refused = _refused(NOT_AN_ID, id_, guess)
        if guess is None and self.prefixes and own:
            listed = ", ".join(own[:_FEW]) + (", …" if len(own) > _FEW else "")
            refused = Joined((refused, THERE_ARE.fill(ids=listed)), "")
        raise CellRefused(refused)

    def fits(self, id_: str) -> bool:
        """Is an id one of its kinds?"""
        return not self.prefixes or id_.partition("-")[0] in self.prefixes

    def hint(self, names: BookNames) -> Message | None:
        """What it is an id of."""
        return REF_HINT.fill(kinds=_either(self.kinds, names)) if self.kinds else None


@dataclass(frozen=True)
class Several:
    """Several values in one cell."""

    one: WordsForm | CodeForm | Reference
    use = CellUse.TEXT

    def shown(self, value: Data, names: BookNames) -> CellValue:
        """Ids with commas between, anything else line by line."""
        if not is_list(value) or not value:
            return None
        if isinstance(self.one, Reference):
            return ", ".join(map(str, value))
        return "\n".join(str(self.one.shown(item, names)) for item in value)

    def read(self, value: GivenValue, names: BookNames) -> Data:
        """Each of the values."""
        if value is None:
            return None
        found = [self.one.read(part, names) for part in self._parts(str(value), names)]
        return list(dict.fromkeys(part for part in found if isinstance(part, str))) or None

    def _parts(self, said: str, names: BookNames) -> Iterable[str]:
        parts = (_LINES if "://" in said else _BETWEEN).split(said)
        if isinstance(self.one, CodeForm):
            meant = _known(self.one, names)[1]
            lines = said.split("\n")
            if all(" ".join(line.split()).casefold() in meant for line in lines if line.strip()):
                parts = lines
        return (part.strip() for part in parts if part.strip())

    def hint(self, names: BookNames) -> Message | None:
        """What each of them is."""
        if isinstance(self.one, CodeForm):
            return CODES_HINT.fill(codes=", ".join(self.one.words(names).values()))
        if isinstance(self.one, Reference):
            return REFS_HINT.fill(kinds=_either(self.one.kinds, names))
        return LIST_HINT


def form_of(spec: Spec) -> CellForm:
    """How the values of a field that is no record stand in a cell."""
    if spec.is_ref:
        one: WordsForm | CodeForm | Reference = Reference(
            tuple(cls.kind.prefix for cls in spec.targets),
            tuple(cls.kind.label for cls in spec.targets),
        )
        return Several(one) if spec.many else one
    simple = _simple(spec.datatype)
    return Several(simple) if spec.many and isinstance(simple, WordsForm | CodeForm) else simple


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
    return CodeForm(_CODES[datatype])


@dataclass(frozen=True)
class TrueFalse(CodeForm):
    """Whether something is so, as yes and no."""

    def read(self, value: GivenValue, names: BookNames) -> Data:
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
    timedelta: WordsForm(DURATION_HINT),
    bool: TrueFalse(_YES_NO),
    Text: WordsForm(),
    str: WordsForm(),
}


def _digits(value: GivenValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return str(value)


def _refused(label: Label, value: object, guess: str | None, **more: object) -> Message:
    said = label.fill(value=str(value), **more)
    return Joined((said, DID_YOU_MEAN.fill(guess=guess)), "") if guess else said


def _either(kinds: Sequence[Message], names: BookNames) -> str:
    return " / ".join(names.speak(kind).words for kind in kinds) or "…"


def is_nothing(value: Data) -> bool:
    """Is there no value, or an empty list or mapping?"""
    return value is None or value == "" or ((is_list(value) or is_map(value)) and not value)
