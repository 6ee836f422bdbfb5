"""How text for people looks: how wide it is, how it is painted, and how much of it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

Paint = Callable[[str, str], str]
"""Gives a piece of text the look of a role: title, place, error, warning, info, mark, hint."""


def plain(text: str, _role: str) -> str:
    """The text as it is, without colours."""
    return text


def no_lines(_file: str) -> list[str]:
    """No lines, whatever the file: reports then show places without their text."""
    return []


@dataclass(frozen=True, slots=True)
class Look:
    """How text for people looks; by itself unbroken, unpainted and short."""

    width: int | None = None
    """How wide the terminal is; None where lines stay whole."""
    paint: Paint = plain
    whole: bool = False
    """Every finding, row and list, not only the first ones."""
    by: str | None = None
    """The one grouping that is shown of coverage."""
    sums: bool = True
    """How many there are, below the list; not where that is said by something else."""
    lines_of: Callable[[str], list[str]] = no_lines
    """The lines of a file, to show what a finding is about; none where it cannot be read."""


PLAIN: Final = Look()
"""The look of text in a pipe or a file."""
