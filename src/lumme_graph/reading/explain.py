"""Findings for the values that pydantic refuses: a place, plain words and a hint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from lumme_graph.base.extra import OWN_NAME
from lumme_graph.base.finding import Finding, Place
from lumme_graph.base.guess import Guesses
from lumme_graph.base.label import Joined, Label, Message, Plain
from lumme_graph.base.tags import TAG, tidy
from lumme_graph.meta.element import Element, Node
from lumme_graph.meta.local_name import slug
from lumme_graph.meta.spec import specs
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import Data, Spot, is_map
from lumme_graph.reading.faults import (
    LANGUAGE_TWICE,
    MALFORMED_ID,
    MISSING_FIELD,
    UNKNOWN_FIELD,
    WRONG_KIND,
    WRONG_VALUE,
)

_SHOWN = 60
_FEW_KINDS = 5
_MENDS = {
    "country": Label("write two letters, such as GB or FI"),
    "low_contrast": Label("the nearest that can be read is {guess}"),
    "theme_file": Label(
        "put the file into the folder theme beside model.yaml, and write theme/name"
    ),
}
"""What to do about a kind of fault, whatever the value."""
_WORDS: dict[str, Message] = {
    "string_type": Label("text is expected here"),
    "tuple_type": Label("a list is expected here"),
    "dict_type": Label("languages with their texts are expected here"),
    "model_type": Label("fields are expected here"),
    "model_attributes_type": Label("fields are expected here"),
    "address": Label(
        "an address begins with https://, http:// or mailto:, or is relative, and has no spaces or quotes"
    ),
    "web_address": Label(
        "a whole address of the web is expected here: it begins with https:// or http:// and has no "
        "spaces or quotes"
    ),
    "own_name": Label(
        "code of one's own is named by its module, and what it is in it, such as our_checks or "
        "our_checks:evenings"
    ),
    "colour": Label("a colour is written as # and six digits of 0–9 and a–f, such as #1f4e6b"),
    "empty_text": Label("the text is empty"),
    "own_field": Label(
        "the name of an own field is words in small letters of ASCII, with - or _ between"
    ),
    "own_value": Label(
        "an own field holds text, a number, true or false, a day, or a list of such; what says nothing "
        "is left out"
    ),
    "named_text": Label("a text with an id has the fields id and text, and no other"),
    "bool_parsing": Label("true or false is expected here"),
    "int_parsing": Label("a whole number is expected here"),
    "int_type": Label("a whole number is expected here"),
    "int_parsing_size": Label("the number is too long"),
    "float_parsing": Label("a number is expected here"),
    "decimal_parsing": Label("a number is expected here, such as 33700 or 12.50"),
    "decimal_type": Label("a number is expected here, such as 33700 or 12.50"),
    "finite_number": Label("an ordinary number is expected here"),
    "time_delta_parsing": Label("a duration is expected here, such as P14D"),
    "date_parsing": Label("a day is expected here, such as 2019-01-31"),
}

_WORDS_WITH: dict[str, Message] = {
    "greater_than_equal": Label("the number must be at least {ge}"),
    "negative_sum": Label("a sum of money cannot be negative; one that is not known is left out"),
    "less_than_equal": Label("the number must be at most {le}"),
    "string_pattern_mismatch": Label("the text must match {pattern}"),
    "decimal_max_digits": Label("the number may have at most {max_digits} digits"),
    "decimal_whole_digits": Label(
        "the number may have at most {whole_digits} digits before the point"
    ),
    "decimal_max_places": Label("the number may have at most {decimal_places} decimal places"),
    "too_short": Label("at least {min_length} are needed here"),
    "share": Label("{value} is not a percentage from 0 to 100 with at most one decimal"),
    "control_character": Label("it holds the control character {char}; remove it"),
    "language_tag": Label("{tag} is not a language tag"),
    "low_contrast": Label(
        "words in {colour} on white have a contrast of {contrast}:1; at least {least}:1 is needed"
    ),
    "theme_file": Label("{name} is no file below theme/ that ends in {forms}"),
    "country": Label("{code} is no country by ISO 3166-1"),
    "date_bounds": Label("an uncertain date has earliest, latest or both"),
    "date_order": Label("earliest lies after latest"),
    "date_form": Label("{value} is not a date: write 2019, 2019-01 or 2019-01-31"),
    "date_none": Label("{value} is not a day of the calendar"),
}
"""Words with what pydantic says besides: the limit, the pattern."""

_MOVED: dict[str, Message] = {"lake": Label("write the colour as brand below theme")}
"""What stands elsewhere today."""

_NUMBERS = frozenset({"decimal_parsing", "float_parsing", "int_parsing"})
_ONE_SHARE = Label("one percentage is expected here, which holds for each of them")
_SHARE_MEND = Label("write a number, such as 60")


def explain(
    error: ValidationError,
    cls: type[BaseModel],
    kinds: Mapping[str, type[Element]],
    spot: Spot,
    element: str,
    guesses: Guesses,
) -> Iterator[Finding]:
    """One finding for each thing that is wrong with an element's data."""
    for detail in error.errors(include_url=False):
        yield _finding(detail, cls, kinds, spot, element, guesses)


def _finding(
    detail: ErrorDetails,
    cls: type[BaseModel],
    kinds: Mapping[str, type[Element]],
    spot: Spot,
    element: str,
    guesses: Guesses,
) -> Finding:
    loc = tuple(part for part in detail["loc"] if part != "[key]")
    where = spot.place(loc)
    owner = _owner(cls, loc)
    field = ".".join(str(part) for part in loc)
    kind = detail["type"]
    if kind == "extra_forbidden":
        number = _cut_number(spot.data, loc)
        if number:
            return _comma(number, field.rpartition(".")[0], spot, loc, element)
        return _unknown_field(loc, owner, where, element, guesses)
    match kind:
        case "model_type" | "model_attributes_type":
            record = _owner(cls, (*loc, ""))
            found = WRONG_VALUE.at(
                where,
                element,
                field=field or _called(owner, loc),
                why=_WORDS[kind],
                mend=_record(detail["input"], record),
            )
        case "missing":
            place = spot.place(loc[:-1])
            found = MISSING_FIELD.at(place, element, kind=_called(owner, loc), field=loc[-1])
        case "malformed_id":
            found = _malformed(str(detail["input"]), (cls,), kinds, where, element)
        case "reference":
            found = _reference(detail, field, kinds, where, element)
        case "language_tag_twice":
            pair = detail.get("ctx", {})
            place = spot.place((*loc, pair["other"]))
            found = LANGUAGE_TWICE.at(place, element, one=pair["one"], other=pair["other"])
        case _:
            found = _wrong(detail, field or _called(owner, loc), where, element, guesses)
    return found


def _wrong(
    detail: ErrorDetails, named: str | Message, where: Place, element: str, guesses: Guesses
) -> Finding:
    why, mend = why_refused(detail, guesses)
    return WRONG_VALUE.at(where, element, field=named, why=why, mend=mend)


def _cut_number(data: Data, loc: PathIn) -> tuple[str, str] | None:
    """The key and number that YAML has cut at a decimal comma: `{amount: 12000,50}`."""
    for part in loc[:-1]:
        data = data[part]
    last = str(loc[-1])
    if not (is_map(data) and last.isdecimal() and data[last] is None):
        return None
    before = None
    for key, value in data.items():
        if key == last:
            break
        before = key, value
    if before is None or not (isinstance(before[1], str) and before[1].isdecimal()):
        return None
    return before[0], f"{before[1]}.{last}"


def _comma(number: tuple[str, str], owner: str, spot: Spot, loc: PathIn, element: str) -> Finding:
    key, value = number
    why = Label("the number is cut at its decimal comma")
    return WRONG_VALUE.at(
        spot.place((*loc[:-1], key)),
        element,
        field=f"{owner}.{key}".lstrip("."),
        why=why,
        mend=Label("write a decimal point: {value}").fill(value=value),
    )


def _owner(cls: type[BaseModel], loc: PathIn) -> type[BaseModel]:
    """The class of the record that holds the last part of `loc`."""
    for part in loc[:-1]:
        if not isinstance(part, str):
            continue
        if issubclass(cls, Node):
            spec = next((spec for spec in specs(cls) if spec.alias == part), None)
            if spec and spec.record:
                cls = spec.record
        elif part in cls.model_fields:
            cls = _settings_in(cls.model_fields[part].annotation) or cls
    return cls


def _settings_in(annotation: object) -> type[BaseModel] | None:
    """The settings that stand in a field of settings, where it holds such."""
    kinds = (annotation, *get_args(annotation))
    return next(
        (one for one in kinds if isinstance(one, type) and issubclass(one, BaseModel)), None
    )


def _record(value: object, cls: type[BaseModel]) -> Message:
    """How a record is written: with the value that stands there, where one field is all it needs."""
    needed = [
        field.alias or name for name, field in cls.model_fields.items() if field.is_required()
    ]
    if len(needed) == 1 and isinstance(value, str | int | float):
        return Label("write {{{field}: {value}}}").fill(field=needed[0], value=_cut(value))
    names = ", ".join(dict.fromkeys([*needed, *_fields(cls)]))
    return Label("the fields are {names}").fill(names=names)


def _called(cls: type[BaseModel], loc: PathIn) -> Message:
    """What a kind, the model, or the settings at a place in it are called."""
    if issubclass(cls, Node):
        return cls.kind.label
    return Plain(str(loc[-2])) if len(loc) > 1 else Label("model")


def _fields(cls: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in cls.model_fields.items()]


def _unknown_field(
    loc: PathIn, owner: type[BaseModel], where: Place, element: str, guesses: Guesses
) -> Finding:
    name = str(loc[-1])
    known = _fields(owner)
    guess = guesses.nearest(name, known)
    names = ", ".join(known)
    mend = _MOVED.get(name) or (
        Label("did you mean {guess}?").fill(guess=guess)
        if guess
        else Label("the fields are {names}").fill(names=names)
    )
    return UNKNOWN_FIELD.at(where, element, kind=_called(owner, loc), field=name, mend=mend)


def _malformed(
    id_: str,
    wanted: tuple[type[Any], ...],
    kinds: Mapping[str, type[Element]],
    where: Place,
    element: str,
) -> Finding:
    prefixes = [f"{cls.kind.prefix}-" for cls in wanted] or [f"{prefix}-" for prefix in kinds]
    own = f"{id_.partition('-')[0]}-"
    more = "/…" if len(prefixes) > _FEW_KINDS else ""
    expected = own if own in prefixes else "/".join(prefixes[:_FEW_KINDS]) + more
    tidy = "-".join(id_.lower().replace("_", "-").split())
    guess = tidy if tidy != id_ and tidy.isascii() else None
    mend = Label(": did you mean {guess}?").fill(guess=guess) if guess else ""
    return MALFORMED_ID.at(where, element, id=id_, expected=expected, mend=mend)


def _reference(
    detail: ErrorDetails,
    field: str,
    kinds: Mapping[str, type[Element]],
    where: Place,
    element: str,
) -> Finding:
    value = detail["input"]
    expected = str(detail.get("ctx", {}).get("expected", ""))
    wanted = tuple(kinds[word] for word in expected.split(" or ") if word in kinds)
    if not isinstance(value, str):
        why = Label("an id is expected here")
        return WRONG_VALUE.at(where, element, field=field, why=why, mend=Label("write the id"))
    prefix = value.partition("-")[0]
    if wanted and prefix in kinds and kinds[prefix] not in wanted:
        labels = [cls.kind.label for cls in wanted]
        called = Joined(tuple(labels), "or")
        names = ", ".join(f"{cls.kind.prefix}-…" for cls in wanted)
        return WRONG_KIND.at(
            where,
            element,
            field=field,
            id=value,
            found=kinds[prefix].kind.label,
            expected=called,
            mend=Label("write an id that begins with {names}").fill(names=names),
        )
    return _malformed(value, wanted, kinds, where, element)


def why_refused(detail: ErrorDetails, guesses: Guesses) -> tuple[Message, Message]:
    """Why a value is refused, and what to do about it."""
    kind, value, ctx = detail["type"], detail["input"], detail.get("ctx", {})
    if kind in {"enum", "literal_error"}:
        expected = str(ctx.get("expected", "")).replace("'", "")
        options = [word for part in expected.split(", ") for word in part.split(" or ")]
        guess = guesses.nearest(str(value), options)
        names = ", ".join(options)
        mend = (
            Label("did you mean {guess}?").fill(guess=guess)
            if guess
            else Label("the values are {names}").fill(names=names)
        )
        shown = Label("nothing") if value is None else _cut(value)
        return Label("{shown} is none of the values").fill(shown=shown), mend
    least = ctx.get("ge")
    if kind == "greater_than_equal" and isinstance(least, Decimal) and not least:
        kind = "negative_sum"
    if kind == "date":
        kind = str(ctx["reason"])
    if kind == "share" and not isinstance(value, str | int | float):
        return _ONE_SHARE, _SHARE_MEND
    if kind in _WORDS_WITH:
        limits = {name: _whole(limit) for name, limit in ctx.items()}
        return _WORDS_WITH[kind].fill(**limits), _mend(kind, value, ctx)
    why = _WORDS.get(kind) or Plain(detail["msg"].removeprefix("Value error, "))
    return why, _mend(kind, value, ctx)


def _whole(limit: object) -> object:
    """A limit as people write it: 90, not 90.0."""
    return int(limit) if isinstance(limit, float) and limit.is_integer() else limit


def _mend(kind: str, value: Any, ctx: Mapping[str, Any]) -> Message:
    meant = ""
    if kind in _NUMBERS and isinstance(value, str):
        meant = _number(value)
    elif kind == "language_tag" and TAG.fullmatch(tag := tidy(str(ctx["tag"]))):
        meant = tag
    elif kind == "own_field" and OWN_NAME.fullmatch(own := slug(str(value))):
        meant = own
    elif kind in {"country", "own_name"}:
        meant = str(ctx.get("guess", ""))
    if meant:
        return Label("did you mean {guess}?").fill(guess=meant)
    if kind in _MENDS:
        return _MENDS[kind].fill(guess=ctx.get("guess", ""))
    if kind == "dict_type" and isinstance(value, str):
        return Label("write its language before it: {{en: {value}}}").fill(value=_cut(value))
    if isinstance(value, str | int | float) and value not in ctx.values():
        shown = _cut(value)
        return Label("the value is {shown}").fill(shown=shown)
    return Label("correct the value")


def _number(value: str) -> str:
    """The number that a text may mean: written with a decimal comma, with spaces or a currency."""
    bare = re.sub(r"[\s€$£]|EUR", "", value).replace(",", ".")
    return bare if re.fullmatch(r"-?\d+(\.\d+)?", bare) and bare != value else ""


def _cut(value: object) -> Message:
    """A value as it is shown: not all of a long one."""
    text = str(value)
    short = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    return Plain(short)
