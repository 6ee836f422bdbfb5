"""JSON: the one function that reads what comes from outside, and the one that writes."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic_core import from_json

from lumme_graph.base.shown import plain

_UNSEEN = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""What may stand in JSON as it is, but not safely at a terminal or in a script; escaped it can."""


def read_json(text: str) -> Any:
    """The data of a text that somebody else may have written.

    Raises `ValueError` for what is no JSON, with its place: NaN, numbers without end and hundreds
    of nested lists too.
    """
    return from_json(text.removeprefix("\ufeff"), allow_inf_nan=False)


def json_text(data: object, indent: int | None = 1) -> str:
    r"""Data as JSON for people and programs: letters as they are, what cannot be seen escaped.

    >>> print(json_text({"name": "Hyväntuuli \u202e"}, None), end="")
    {"name": "Hyväntuuli \u202e"}
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _UNSEEN.sub(_escaped, plain(text)) + "\n"


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
