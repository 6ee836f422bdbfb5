"""Why pydantic refuses a value, in words: the same for files, RDF and Python."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sized
from decimal import Decimal
from typing import Any

from pydantic_core import ErrorDetails

from lumme_graph.base.extra import OWN_NAME
from lumme_graph.base.guess import Guesses
from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.base.shown import CONTROL, shortly, shown
from lumme_graph.base.tags import TAG, tidy
from lumme_graph.meta.local_name import slug

_SHOWN = 60
_TOLD = ("value", "tag", "code", "char")
"""What words name of a value by themselves."""
_MENDS = {
    "country": Label("write two letters, such as GB or FI"),
    "low_contrast": Label("the nearest that can be read is {guess}"),
    "theme_file": Label(
        "put the file into the folder theme beside model.yaml, and write theme/name"
    ),
}
"""What to do about a kind of fault, whatever the value."""
WORDS: dict[str, Message] = {
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
    "base_address": Label(
        "the base of addresses begins with https:// or http://, has no spaces or quotes, and ends in / "
        "or #, such as https://example.org/id/"
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
    "date_parsing": Label("a day is expected here: write it as 2026-08-22"),
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

_NUMBERS = frozenset({"decimal_parsing", "float_parsing", "int_parsing"})
_ONE_SHARE = Label("one percentage is expected here, which holds for each of them")
_SHARE_MEND = Label("write a number, such as 60")


def why_refused(detail: ErrorDetails, guesses: Guesses) -> tuple[Message, Message]:
    """Why a value is refused, and what to do about it."""
    why, mend = _refused(detail, guesses)
    value = detail["input"]
    if mend is not None:
        return why, mend
    if isinstance(value, str | int | float) and value not in detail.get("ctx", {}).values():
        return why, Label("the value is {shown}").fill(shown=cut(value))
    return why, Label("correct the value")


def refused_in_python(detail: ErrorDetails) -> str:
    """Why a value is refused that a script gave: in English, with the value as Python writes it."""
    from lumme_graph.base.speaker import Speaker

    if detail["type"] == "empty_text":  # whose own words name the language
        return detail["msg"]
    speak = Speaker("en")
    why, mend = _refused(detail, Guesses())
    words, value, ctx = speak(why).words, detail["input"], detail.get("ctx", {})
    if mend is not None:
        return shown(f"{words}; {speak(mend).words}")
    told = any(str(ctx[name]) in words for name in _TOLD if ctx.get(name))
    if told or (isinstance(value, Sized) and not value and not isinstance(value, str)):
        return shown(words)
    return shown(f"{words}, not {shortly(value)}")


def _refused(detail: ErrorDetails, guesses: Guesses) -> tuple[Message, Message | None]:
    """Why a value is refused, and what is to be done where more can be said than its value."""
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
        said = Label("nothing") if value is None else cut(value)
        return Label("{shown} is none of the values").fill(shown=said), mend
    least = ctx.get("ge")
    if kind == "greater_than_equal" and isinstance(least, Decimal) and not least:
        kind = "negative_sum"
    if kind == "date":
        kind = str(ctx["reason"])
    if kind == "string_unicode" and (half := CONTROL.search(str(value))):
        kind, ctx = "control_character", {"char": f"U+{ord(half[0]):04X}"}
    if kind == "share" and not isinstance(value, str | int | float):
        return _ONE_SHARE, _SHARE_MEND
    if kind in _WORDS_WITH:
        limits = {name: _whole(limit) for name, limit in ctx.items()}
        return _WORDS_WITH[kind].fill(**limits), _mend(kind, value, ctx)
    why = WORDS.get(kind) or Plain(detail["msg"].removeprefix("Value error, "))
    return why, _mend(kind, value, ctx)


def _whole(limit: object) -> object:
    """A limit as people write it: 90, not 90.0."""
    return int(limit) if isinstance(limit, float) and limit.is_integer() else limit


def _mend(kind: str, value: Any, ctx: Mapping[str, Any]) -> Message | None:
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
        return Label("write its language before it: {{en: {value}}}").fill(value=cut(value))
    return None


def _number(value: str) -> str:
    """The number that a text may mean: written with a decimal comma, with spaces or a currency."""
    bare = re.sub(r"[\s€$£]|EUR", "", value).replace(",", ".")
    return bare if re.fullmatch(r"-?\d+(\.\d+)?", bare) and bare != value else ""


def cut(value: object) -> Message:
    """A value as it is shown: not all of a long one."""
    text = str(value)
    short = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    return Plain(short)
