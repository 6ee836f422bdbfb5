"""Elements as plain data, and plain data as YAML in the style of files that are kept by hand.

Block style with two spaces and one line for each text; short lists of ids and short records on
one line in flow style; values that are the default are left out. PyYAML's emitter spells and
quotes; here it is only said which style each value gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from io import StringIO
from numbers import Number
from typing import Any, Final, cast

from pydantic import BaseModel
from pydantic_core import to_jsonable_python
from yaml import emitter, events

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.error import ValueRefusedError
from lumme_graph.base.given_day import day_of
from lumme_graph.base.given_number import plain_number
from lumme_graph.meta.element import Node
from lumme_graph.meta.listed_text import NamedText, written
from lumme_graph.meta.spec import specs
from lumme_graph.reading.document import CURLY, EMPTY, Data, is_list, is_map

_WORD = re.compile(r"[\w-]+")
_BREAKS = re.compile("[\n\r\x85\u2028\u2029]")
_LINES = re.compile("\\S[^\r\x85\u2028\u2029]*\\S\n?")
_FLOW_LIST: Final = 80
_FLOW_RECORD: Final = 50
_FLOW_FIELDS: Final = 3
_ENDLESS: Final = 1 << 30


def key_order(cls: type[BaseModel]) -> list[str]:
    """The names of a class's fields in YAML, in the order of writing: `id`, own, inherited."""
    if not issubclass(cls, Node):
        return [field.alias or name for name, field in cls.model_fields.items()]
    names = [spec.alias for spec in specs(cls)]
    return ["id", *names] if "id" in cls.model_fields else names


def plain(node: BaseModel) -> dict[str, Data]:
    """An element, record or the settings as the reader gives them: text, lists and dicts."""
    data = node.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return _ordered(data, type(node))


def _ordered(data: dict[str, Any], cls: type[BaseModel]) -> dict[str, Data]:
    records = {}
    if issubclass(cls, Node):
        records = {spec.alias: spec.record for spec in specs(cls) if spec.record}
    ordered: dict[str, Data] = {}
    for name in key_order(cls):
        if name not in data:
            continue
        value, record = data[name], records.get(name)
        if record is None:
            ordered[name] = as_plain(value)
        elif is_list(value):
            ordered[name] = [_ordered(item, record) for item in value]
        elif value is not None:
            ordered[name] = _ordered(value, record)
    return ordered


def as_plain(value: object) -> Data:
    """Any value of a field as the reader would give it: all scalars as text.

    Raises `ValueRefusedError` for what no file can hold, such as a number that is none.
    """
    if value is None or isinstance(value, str):
        return value if value is None else str(value)
    if isinstance(value, NamedText):
        return written(value)
    if isinstance(value, UncertainDate | Node):
        return plain(value) if isinstance(value, Node) else value.plain()
    if isinstance(value, Mapping):
        fields = cast("Mapping[object, object]", value)
        return {str(key): as_plain(item) for key, item in fields.items()}
    if isinstance(value, list | tuple):
        return [as_plain(item) for item in cast("Sequence[object]", value)]
    return _as_words(value)


def _as_words(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Number):
        number = plain_number(value)
        if number is None:
            raise ValueRefusedError(f"{value} is no number that a file can hold: give another")
        return format(number, "f").removesuffix(".0")
    if isinstance(value, date):
        return day_of(value).isoformat()
    if isinstance(value, set | frozenset):
        raise ValueRefusedError("give a list or a tuple: a set has no order")
    return str(to_jsonable_python(value))


class _Emitter(emitter.Emitter):
    """PyYAML's emitter, with lists indented below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)


def block(value: Data, quote: str | None = None) -> str:
    """A mapping or list as YAML lines, one for each entry at least.

    `quote` is the kind of quotes wished for, where they can be.
    """
    return _emitted(_events(value, False, quote, outer=bool(value)))


def flow(value: Data, quote: str | None = None) -> str:
    """Plain data on one line, as it may stand within brackets."""
    return _emitted(_events([value], True, quote)).rstrip("\n")[1:-1]


def _emitted(of_value: Iterable[events.Event]) -> str:
    stream = StringIO()
    out = _Emitter(stream, width=_ENDLESS, allow_unicode=True)
    out.emit(events.StreamStartEvent())
    out.emit(events.DocumentStartEvent(explicit=False))
    for event in of_value:
        out.emit(event)
    out.emit(events.DocumentEndEvent(explicit=False))
    out.emit(events.StreamEndEvent())
    return stream.getvalue()


def _events(
    value: Data, in_flow: bool, quote: str | None, *, outer: bool = False
) -> Iterator[events.Event]:
    if is_map(value):
        in_flow = not outer and (in_flow or _is_short(value))
        yield events.MappingStartEvent(None, None, True, flow_style=in_flow)
        for key, item in value.items():
            yield _scalar(key, True, None)
            yield from _events(item, in_flow, quote)
        yield events.MappingEndEvent()
    elif is_list(value):
        in_flow = not outer and (in_flow or _is_words(value, _FLOW_LIST))
        yield events.SequenceStartEvent(None, None, True, flow_style=in_flow)
        for item in value:
            yield from _events(item, in_flow, quote)
        yield events.SequenceEndEvent()
    else:
        yield _scalar(value, in_flow, quote)


def _scalar(value: str | None, in_flow: bool, quote: str | None) -> events.ScalarEvent:
    if value is None:
        return events.ScalarEvent(None, None, (True, False), "~")
    style = quote or ("'" if CURLY.fullmatch(value) else None)
    if _BREAKS.search(value):
        style = "|" if _LINES.fullmatch(value) and not in_flow else '"'
    return events.ScalarEvent(None, None, (value not in EMPTY, True), value, style=style)


def _is_short(value: dict[str, Data]) -> bool:
    few = len(value) <= _FLOW_FIELDS and "id" not in value
    return few and _is_words(list(value.values()), _FLOW_RECORD)


def _is_words(values: list[Data], limit: int) -> bool:
    words = [value for value in values if isinstance(value, str) and _WORD.fullmatch(value)]
    return len(words) == len(values) and sum(len(word) + 2 for word in words) <= limit
