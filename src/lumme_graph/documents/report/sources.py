"""On what all of it stands: the key of the standings, and the sources that were cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said, Sayable
from lumme_graph.documents.blocks import Block, BulletList, TextPiece
from lumme_graph.documents.telling import Telling
from lumme_graph.elements.evidence import Source, Standing
from lumme_graph.graph.names import joined
from lumme_graph.views.standing import LETTERS

TITLE: Final = Label("How sure it is")
_KEY: Final = Label("The letter after a name says on what it stands.")
_HEADS: Final = (Label("Letter"), Label("Standing"), Label("What it means"), Label("In the model"))
_MEANS: Final[dict[Standing, Label]] = {
    Standing.SOURCED: Label("It was read in a source."),
    Standing.DERIVED: Label("It follows from sources."),
    Standing.ILLUSTRATIVE: Label("It is invented, to show what it could be like."),
}
_NOT_SAID: Final = Label("It is not said on what it stands.")
_NONE: Final = Label("none")
_SOURCES: Final = Label("Sources of what is told here")
_NO_SOURCES: Final = Label("What is told here names no source.")
_READ: Final = Label("read {day}")


def chapter(tell: Telling) -> Iterator[Block]:
    """The key with how many elements stand on what, then the sources."""
    yield tell.heading(TITLE)
    yield tell.text(_KEY)
    counts: Counter[Standing | None] = Counter(
        getattr(one, "standing", None) for one in tell.graph if hasattr(one, "standing")
    )
    rows: list[tuple[Sayable, ...]] = [
        (LETTERS[standing], standing.label, _MEANS[standing], counts[standing])
        for standing in Standing
    ]
    rows.append(("–", _NONE, _NOT_SAID, counts[None]))
    yield tell.table(TITLE, _HEADS, rows, (10, 20, 54, 16), right=(3,))
    yield tell.heading(_SOURCES, 2)
    found = [one for one in tell.graph.all(Source) if one.id in tell.cited]
    if not found:
        yield tell.text(_NO_SOURCES)
        return
    yield BulletList(tuple(_source(tell, one) for one in found), "source")


def _source(tell: Telling, one: Source) -> tuple[TextPiece, ...]:
    known: list[Sayable] = [day for day in (one.published,) if day]
    if one.where and not one.url:
        known.append(one.where)
    if one.read:
        known.append(_READ.fill(day=one.read))
    speak = tell.speak.in_digits
    more = speak(joined(known)) if known else None
    words = Said(one.citation if more is None else f"{one.citation}. ", tell.speak.lang)
    pieces = [TextPiece(words)]
    if more:
        pieces.append(TextPiece(more))
    if one.url:
        pieces += [
            TextPiece(Said(" ", tell.speak.lang)),
            TextPiece(Said(one.url, tell.speak.lang), url=one.url),
        ]
    return tuple(pieces)
