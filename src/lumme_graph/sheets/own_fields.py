"""A network's own fields in sheets: a column for each of them, which holds what anybody puts in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from pydantic_core import PydanticCustomError

from lumme_graph.base.extra import OWN_NAME, OwnScalar, of_look
from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.meta.spec import specs
from lumme_graph.reading.document import Data, is_list, is_map
from lumme_graph.sheets.book import CellUse, CellValue
from lumme_graph.sheets.cell_form import BookNames, CellRefused
from lumme_graph.sheets.columns import FieldColumn, SheetTable
from lumme_graph.sheets.day_forms import CalendarDay
from lumme_graph.sheets.given import GivenValue
from lumme_graph.sheets.values import Number, WordsForm

_FIELD: Final = "extra"
_KEY: Final = re.compile(rf"{_FIELD}\.({OWN_NAME.pattern})")
_ITEM: Final = "- "
_UNDER: Final = "  "
_NUMBER: Final = re.compile(r"-?[0-9]+,[0-9]+")
_DAY: Final = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}")
_TRUTHS: Final = {"true", "false"}
_HINT: Final = Label(
    "An own field: text, a number, a day, true or false; of a list each on a line after “- ”."
)


@dataclass(frozen=True)
class OwnForm:
    """Whatever an own field may hold; `use` is what all values of its column are."""

    use: CellUse = CellUse.TEXT

    def shown(self, value: Data, names: BookNames) -> CellValue:
        """A number or a day as one, a list line by line, all else as text."""
        if is_list(value):
            return "\n".join(_ITEM + str(one).replace("\n", f"\n{_UNDER}") for one in value)
        if not isinstance(value, str):
            return None
        match _looks(value):
            case bool():
                return value
            case int() | Decimal():
                return Number().shown(value, names)
            case date():
                return CalendarDay().shown(value, names)
            case _:
                return value

    def read(self, value: GivenValue, names: BookNames) -> Data:
        """What is there as a file has it; numbers and days also as spreadsheets of the north say them."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            return Number().read(value, names)
        if isinstance(value, date):
            return CalendarDay().read(value, names)
        words = WordsForm().read(value, names)
        return _of_words(words, names) if isinstance(words, str) else words

    def hint(self, names: BookNames) -> Message | None:  # noqa: ARG002 - the shape of all forms
        """What it may hold."""
        return _HINT


def _of_words(words: str, names: BookNames) -> Data:
    if listed := _listed(words):
        return listed
    if words.lower() in _TRUTHS:
        return words.lower()
    for pattern, form in ((_NUMBER, Number()), (_DAY, CalendarDay())):
        if pattern.fullmatch(words):
            with suppress(CellRefused):
                return form.read(words, names)
    return words


def _looks(words: str) -> OwnScalar:
    try:
        return of_look(words)
    except PydanticCustomError:
        return words


def _listed(words: str) -> list[Data]:
    """The items of a list; none where the lines are not all of items."""
    items: list[Data] = []
    for line in words.split("\n"):
        if line.startswith(_ITEM):
            items.append(line.removeprefix(_ITEM))
        elif items and line.startswith(_UNDER):
            items[-1] = f"{items[-1]}\n{line.removeprefix(_UNDER)}"
        else:
            return []
    return items


def own_columns(elements: Iterable[Mapping[str, Data]]) -> Iterator[FieldColumn]:
    """The columns of the own fields that elements have, by name; typed where all values are of one type."""
    found: dict[str, list[Data]] = {}
    for element in elements:
        own = element.get(_FIELD)
        for name, value in own.items() if is_map(own) else ():
            found.setdefault(name, []).append(value)
    for name, values in sorted(found.items()):
        yield _column(name, OwnForm(_use(values)))


def own_column(table: SheetTable, key: str) -> FieldColumn | None:
    """The column of an own field by its key, `extra.shelf`, in a table of a kind."""
    found = _KEY.fullmatch(key.lower())
    return _column(found[1], OwnForm()) if found and table.is_kind else None


def _column(name: str, form: OwnForm) -> FieldColumn:
    spec = next(spec for spec in specs(KeptElement) if spec.alias == _FIELD)
    path = (_FIELD, name)
    key = ".".join(path)
    return FieldColumn(key, path, Plain(key), form, KeptElement, spec)


def _use(values: Sequence[Data]) -> CellUse:
    looks = [_looks(value) if isinstance(value, str) else "" for value in values]
    if all(isinstance(one, date) for one in looks):
        return CellUse.DAY
    numbers = (isinstance(one, int | Decimal) and not isinstance(one, bool) for one in looks)
    return CellUse.NUMBER if all(numbers) else CellUse.TEXT
