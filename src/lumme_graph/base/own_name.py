"""How a model names code of its own: a module of Python and, after a colon, something in it."""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

_NAME: Final = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*(:[A-Za-z_]\w*)?", re.ASCII)


def _own_name(value: str) -> str:
    if meant(value) != value:
        raise PydanticCustomError("own_name", "this names no code", {"guess": meant(value)})
    return value


def meant(value: str) -> str:
    """The name that a path of a file may mean; empty where it means none.

    >>> meant("rules/hours.py:evenings"), meant("./our_checks.py"), meant("our-checks")
    ('rules.hours:evenings', 'our_checks', '')
    """
    file, colon, name = value.strip().removeprefix("./").partition(":")
    module = file.removesuffix(".py").replace("/", ".")
    guess = f"{module}{colon}{name.strip().removesuffix('()')}"
    return guess if _NAME.fullmatch(guess) else ""


def module_and_name(value: str) -> tuple[str, str]:
    """The module, and what in it is named: nothing where all of it is meant."""
    module, _, name = value.partition(":")
    return module, name


OwnName = Annotated[str, AfterValidator(_own_name)]
"""The type of a setting that names code of the model's own: `our_checks`, or `our_checks:hours`."""
