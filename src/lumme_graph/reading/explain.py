"""Findings for the values that pydantic refuses: a place, plain words and a hint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from lumme_graph.base.by_name import brief
from lumme_graph.base.finding import Finding, Place
from lumme_graph.base.guess import Guesses
from lumme_graph.base.label import Joined, Label, Message, Plain
from lumme_graph.meta.element import Element, Node
from lumme_graph.meta.ref import LONGEST_ID
from lumme_graph.meta.refused import WORDS, cut, why_refused
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

_FEW_KINDS = 5
_MOVED: dict[str, Message] = {"lake": Label("write the colour as brand below theme")}
"""What stands elsewhere today."""


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
                why=WORDS[kind],
                mend=_record(detail["input"], record),
            )
        case "missing":
            place = spot.place(loc[:-1])
            found = MISSING_FIELD.at(place, element, kind=_called(owner, loc), field=loc[-1])
        case "malformed_id":
            found = _malformed(str(detail["input"]), (cls,), kinds, where, element)
        case "long_id":
            id_ = str(detail["input"])
            shorter = Label(", {most} letters at most").fill(most=LONGEST_ID)
            expected = f"{id_.partition('-')[0]}-"
            found = MALFORMED_ID.at(where, element, id=brief(id_), expected=expected, mend=shorter)
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
        return Label("write {{{field}: {value}}}").fill(field=needed[0], value=cut(value))
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
