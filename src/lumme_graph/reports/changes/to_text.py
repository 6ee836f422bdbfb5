"""What differs between two models for people at a terminal: by kind and element, sign and word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lumme_graph.analysis.inside import ChangeType
from lumme_graph.assessment.effects import DiffEffects
from lumme_graph.base.shown import shown
from lumme_graph.base.speaker import Said
from lumme_graph.reading.model import SETTINGS_ID
from lumme_graph.reports.layout import table_text
from lumme_graph.reports.look import PLAIN, Look
from lumme_graph.reports.wrapped import wrapped
from lumme_graph.views import effects as told
from lumme_graph.views.changes import (
    SAME_CONTENT,
    SIGNS,
    TITLE,
    WORDS,
    ShownDiff,
    ShownElement,
    ShownValue,
)
from lumme_graph.views.reworded import WordPiece, shortened

_MOST: Final = 160
"""Letters of a value that are shown."""
_SHORT: Final = 60
"""As many letters are read more easily as a whole, old and new."""
_ROLES: Final = {
    ChangeType.NEW: "hint",
    ChangeType.REMOVED: "error",
    ChangeType.CHANGED: "warning",
    ChangeType.MOVED: "info",
    ChangeType.RENAMED: "info",
}


def render(found: ShownDiff, look: Look = PLAIN, effects: DiffEffects | None = None) -> str:
    """The whole: what kinds of changes there are, then each, then what they do."""
    speak = found.speak
    title = look.paint(speak(TITLE).shown, "title")
    parts = [f"{title}: {shown(found.ends.shown)}", _line(found.counts.shown, look)]
    for kind in found.kinds:
        head = f"{kind.words.shown} ({len(kind.elements)})"
        lines = [line for one in kind.elements for line in _element(one, found, look)]
        if kind.id == SETTINGS_ID:
            del lines[0]
        parts.append("\n".join([look.paint(head, "title"), *lines]))
    parts += [_line(found.hidden.shown, look)] if found.hidden else []
    parts += _effects(effects, found, look) if effects else []
    return "\n\n".join(parts) + "\n"


def _effects(effects: DiffEffects, found: ShownDiff, look: Look) -> Iterator[str]:
    """Coverage before and after, the cells that are otherwise, what is new and what is solved."""
    speak = found.speak
    yield look.paint(speak(told.TITLE).shown, "title")
    yield table_text(told.totals(effects, speak), look).rstrip("\n")
    yield from (_line(note.shown, look) for note in told.notes(effects, speak))
    cells = told.cells(effects, speak)
    if cells.rows:
        yield table_text(cells, look).rstrip("\n")
    yield _line(told.findings_line(effects, speak).shown, look)
    for head, some in ((told.NEW_FINDINGS, effects.new), (told.SOLVED, effects.solved)):
        if some:
            lines = [f"{one.code} {told.problem(one, speak).shown}" for one in some]
            said = [_line(f"- {line}", look) for line in lines]
            yield "\n".join([f"{speak(head).shown} ({len(some)})", *said])


def _element(one: ShownElement, found: ShownDiff, look: Look) -> Iterator[str]:
    letter = f" ({one.letter})" if one.letter else ""
    sign, word = _marks(one.type, found)
    head = sign if one.type is ChangeType.CHANGED else f"{sign} {word}:"
    known = f"{one.was} → {one.id}" if one.was else one.id
    yield _signed(f"{head} {one.name.shown}{letter}  {known}", one.type, look, "")
    if one.was:
        yield _line(f"    {found.speak(SAME_CONTENT).shown}", look)
    for value in one.values:
        sign, word = _marks(value.type, found)
        said = "; ".join(_said(value))
        text = f"{sign} {word}: {value.where.shown}{': ' if said else ''}{said}"
        yield _signed(text, value.type, look, "    ")


def _marks(type_: ChangeType, found: ShownDiff) -> tuple[str, str]:
    return SIGNS[type_], found.speak(WORDS[type_]).shown


def _said(value: ShownValue) -> Iterator[str]:
    before, after = value.before, value.after
    if value.pieces and max(len(before or ""), len(_words(after)), len(_words(before))) > _SHORT:
        yield _redlined(value.pieces)
    elif before and after:
        yield f"{_cut(before.shown)} → {_cut(after.shown)}"
    elif before or after:
        yield _cut(_words(after or before))
    if any(value.places):
        yield " → ".join(place.shown for place in value.places if place)


def _words(said: Said | None) -> str:
    return said.shown if said else ""


def _redlined(pieces: Sequence[WordPiece]) -> str:
    """The words that go and come between signs, with a few words around them."""
    marks = {"stays": ("", ""), "goes": ("[−", "−]"), "comes": ("{+", "+}")}
    made = ""
    for fate, words in shortened(pieces):
        before, after = marks[fate]
        bare = words.rstrip()
        made += f"{before}{bare}{after}{words[len(bare) :]}"
    return made


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _MOST else f"{words[:_MOST].rstrip()}…"


def _signed(text: str, type_: ChangeType, look: Look, indent: str) -> str:
    """A line with its sign and word in the colour of what happened."""
    line = _line(f"{indent}{text}", look, f"{indent}      ")
    head, rest = line[: len(indent) + 1], line[len(indent) + 1 :]
    return f"{look.paint(head, _ROLES[type_])}{rest}"


def _line(text: str, look: Look, indent: str = "  ") -> str:
    return wrapped(text, look.width, indent)
