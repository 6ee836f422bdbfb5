"""A line in pieces of one font and one direction, from left to right.

A rasteriser that finds two strange scripts in one line mixes their letters up, so it gets each
piece by itself. The rules are the simple ones of Unicode's bidirectional algorithm: marks of
direction inside the line are left out of account.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lumme_graph.drawing.text.direction import Direction
from lumme_graph.drawing.text.fonts import Fonts
from lumme_graph.drawing.text.graphemes import clusters

_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_NUMBERS = frozenset({"EN", "AN"})
"""They go with the letters before them."""


class Run(NamedTuple):
    """Letters that stand together, their font and which way they run."""

    text: str
    family: str
    direction: Direction


def runs(
    line: str, fonts: Fonts, *, base: Direction = "ltr", bold: bool = False
) -> tuple[Run, ...]:
    """The pieces of a line: one, if there is a font that has all of it."""
    families = [_family(cluster, fonts, bold=bold) for cluster in clusters(line)]
    whole = _common(line, families, fonts, bold=bold)
    if whole is not None:
        return (Run(line, whole, base),)
    pieces = [
        Run(text, family, way)
        for text, way in _directed(line, base)
        for text, family in _in_one_font(text, fonts, bold=bold)
    ]
    return tuple(_visual(pieces, base))


def _common(line: str, families: Sequence[str], fonts: Fonts, *, bold: bool) -> str | None:
    """A family that has every character of the line."""
    for family in dict.fromkeys(families):
        if all(
            character.isspace()
            or unicodedata.category(character) == "Cf"
            or fonts.within(family, character, bold=bold)
            for character in line
        ):
            return family
    return None


def _family(cluster: str, fonts: Fonts, *, bold: bool) -> str:
    face = fonts.face(cluster[0], bold=bold)
    return face.family if face else fonts.family


def _directed(line: str, base: Direction) -> Iterator[tuple[str, Direction]]:
    """Parts of the line that run one way; signs between two ways go with the whole line."""
    current, way, waiting = "", base, ""
    for character in line:
        kind = unicodedata.bidirectional(character)
        goes_on = kind in _NUMBERS or (kind == "NSM" and not waiting)
        turn = way if goes_on else _STRONG.get(kind)
        if turn is None:
            waiting += character
        elif turn == way:
            current, waiting = current + waiting + character, ""
        else:
            if way == base:
                current, waiting = current + waiting, ""
            if current:
                yield current, way
            current, waiting, way = waiting + character, "", turn
    if way == base:
        yield current + waiting, way
    else:
        yield current, way
        if waiting:
            yield waiting, base


def _in_one_font(text: str, fonts: Fonts, *, bold: bool) -> Iterator[tuple[str, str]]:
    current, family = "", ""
    for cluster in clusters(text):
        goes_on = family and (
            cluster.isspace()
            or (not cluster[0].isalnum() and fonts.within(family, cluster[0], bold=bold))
        )
        wanted = family if goes_on else _family(cluster, fonts, bold=bold)
        if current and wanted != family:
            yield current, family
            current = ""
        current, family = current + cluster, wanted
    if current:
        yield current, family


def _visual(pieces: Sequence[Run], base: Direction) -> list[Run]:
    """From left to right: what runs against the line is turned round within itself."""
    found: list[list[Run]] = []
    for piece in pieces:
        if found and found[-1][-1].direction == piece.direction:
            found[-1].append(piece)
        else:
            found.append([piece])
    ordered = found if base == "ltr" else found[::-1]
    return [
        piece
        for group in ordered
        for piece in (group if group[0].direction == "ltr" else group[::-1])
    ]
