"""How the words of a drawing are spelled for the sheet: where compounds part, and what no font has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from lumme_graph.analysis.texts import texts
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said
from lumme_graph.drawing.text.fonts import Fonts
from lumme_graph.drawing.text.joints import WORD, Joints
from lumme_graph.drawing.text.missing import MissingGlyphs, all_missing, raster_text
from lumme_graph.elements.who import Municipality
from lumme_graph.graph.day import Day, once
from lumme_graph.views.mapped import mapped
from lumme_graph.views.shapes import DrawnFact, Shape, told

_NOTE = Label("Letters")
_CODES = Label("Letters that no font at hand has stand as codes, such as U+8AAD.")
_SOFT_HYPHEN: Final = "\u00ad"
_LONG: Final = 14
"""A shorter word fits every column whole."""


@once
def joints(day: Day) -> Mapping[str, Joints]:
    """The words of a model by language, at which its compounds part; places are not parted."""
    places = [name for one in day.graph.all(Municipality) for _, name in one.name.items()]
    return {tag: Joints.of(words, places) for tag, words in texts(day).items()}


def hyphenated(shape: Shape, joints: Joints) -> Shape:
    """The same drawing, with a soft hyphen at each joint of its long compounds."""

    def parted(word: str) -> str:
        if len(word) < _LONG or _SOFT_HYPHEN in word or joints.is_name(word):
            return word
        pieces: list[str] = []
        last = 0
        for place in joints.places(word):
            pieces.append(word[last:place])
            last = place
        return _SOFT_HYPHEN.join([*pieces, word[last:]])

    def change(said: Said) -> Said:
        words = WORD.sub(lambda found: parted(found.group()), said.words)
        return said if words == said.words else said._replace(words=words)

    return mapped(shape, change)


def drawable(shape: Shape, fonts: Fonts) -> Shape:
    """The same drawing, with a code or a name for each character that no font has, and a note on it."""
    if not lacking(shape, fonts):
        return shape
    speak = shape.head.speak
    note = DrawnFact("glyph-note", speak(_NOTE), speak(_CODES))

    def change(said: Said) -> Said:
        return said._replace(words=raster_text(said.words, fonts))

    return replace(mapped(shape, change), notes=(*mapped(shape.notes, change), note))


def lacking(shape: Shape, fonts: Fonts) -> tuple[MissingGlyphs, ...]:
    """The elements whose words have characters that no font has."""
    return all_missing(_spoken(shape), fonts)


def is_long(shape: Shape) -> bool:
    """Has the drawing a word that may need to be parted?"""
    return any(len(word) >= _LONG for _, text in _spoken(shape) for word in WORD.findall(text))


def _spoken(shape: Shape) -> Iterator[tuple[str, str]]:
    """Everything that is read, each under the id of its box, else of the drawing."""
    head = shape.head
    yield head.id, head.title.words
    yield head.id, head.model.words
    yield from ((one.box or head.id, one.fact.words.words) for one in told(shape))
    if head.statement:
        yield head.id, head.statement.words
