"""The marks between which a text holds what two sides say, as git writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from lumme_graph.editing.three_way_lines import lines_of

SIZE: Final = 7
"""How many signs make a mark, unless git wishes for more."""


@dataclass(frozen=True)
class ConflictMarks:
    """Marks of a length; `ours` and `theirs` are what the sides are called."""

    size: int = SIZE
    ours: str = "ours"
    theirs: str = "theirs"

    def around(self, ours: str, theirs: str, what: str = "") -> str:
        r"""Two versions of whole lines: what they begin and end with alike stands once, without marks.

        >>> ConflictMarks().around("a\nb\n", "a\nc\n", "name.en").splitlines()
        ['a', '<<<<<<< ours: name.en', 'b', '=======', 'c', '>>>>>>> theirs: name.en']
        """
        mine, other = lines_of(ours), lines_of(theirs)
        head = _alike(mine, other)
        tail = _alike(mine[head:][::-1], other[head:][::-1])
        said = f": {what}" if what else ""
        return "".join(
            [
                *mine[:head],
                f"{'<' * self.size} {self.ours}{said}\n",
                *mine[head : len(mine) - tail],
                f"{'=' * self.size}\n",
                *other[head : len(other) - tail],
                f"{'>' * self.size} {self.theirs}{said}\n",
                *mine[len(mine) - tail :],
            ]
        )

    def without(self, text: str, *, theirs: bool = False) -> str:
        r"""A text with marks as one side has it.

        >>> ConflictMarks().without("<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n", theirs=True)
        'b\n'
        """
        kept: list[str] = []
        side = ""
        for line in lines_of(text):
            mark = next((sign for sign in "<=>" if _is_mark(line, sign, self.size)), "")
            if mark:
                side = "" if mark == ">" else mark
            elif not side or (side == "=") is theirs:
                kept.append(line)
        return "".join(kept)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _is_mark(line: str, sign: str, size: int) -> bool:
    words = line.rstrip("\r\n")
    if not words.startswith(sign * size):
        return False
    return words == sign * size or (sign != "=" and words[size] == " ")
