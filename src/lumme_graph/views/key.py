"""The key of a drawing: which of its signs are explained, in which order."""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.base.speaker import Said
from lumme_graph.views.shapes import DrawnFact, Family, Network, Shape, Sign, boxes


def key(shape: Shape) -> tuple[Sign, ...]:
    """The signs that a key explains: the states and standings in use, and those that the view adds.

    The words of one state, such as "funded" and "planned", stand together.
    """
    found: dict[tuple[Family, str], list[Said]] = {}
    for sign in _all_signs(shape):
        if sign and sign.family in _EXPLAINED:
            said = found.setdefault((sign.family, sign.value), [])
            said.extend(() if sign.words in said else (sign.words,))
    told = (
        Sign(family, value, _together(words))
        for family, values in _EXPLAINED.items()
        for value in values
        if (words := found.get((family, value)))
    )
    return (*told, *shape.keys)


_EXPLAINED: dict[Family, tuple[str, ...]] = {
    "standing": ("sourced", "derived", "illustrative"),
    "state": ("done", "part", "gap", "no", "unknown", "none"),
}


def _all_signs(shape: Shape) -> Iterator[Sign | None]:
    yield shape.head.standing
    for box in boxes(shape):
        yield box.standing
        for fact in box.facts:
            yield from _signs(shape, fact)


def _signs(shape: Shape, fact: DrawnFact) -> tuple[Sign, ...]:
    """The signs of a fact; what is missing in a network is drawn with that of a gap."""
    if isinstance(shape, Network) and fact.role == "gap" and not fact.signs:
        return (Sign("state", "gap", fact.words),)
    return fact.signs


def _together(words: list[Said]) -> Said:
    return words[0]._replace(words=", ".join(said.words for said in words))
