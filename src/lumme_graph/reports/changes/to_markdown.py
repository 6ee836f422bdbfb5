"""What differs between two models as Markdown, for the comment on a change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.analysis.inside import ChangeType
from lumme_graph.assessment.effects import DiffEffects
from lumme_graph.base.speaker import Said
from lumme_graph.reading.model import SETTINGS_ID
from lumme_graph.reports.markdown import escaped, table_markdown
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
from lumme_graph.views.reworded import shortened
from lumme_graph.views.standing import LEGEND, statement_in

_MOST: Final = 160
"""Letters of a value that are shown."""


def render(found: ShownDiff, effects: DiffEffects | None = None) -> str:
    """The whole: what kinds of changes there are, then each, then what they do."""
    speak = found.speak
    statement = statement_in(found.diff.new.settings, speak)
    said = [f"> {escaped(statement)}"] if statement else []
    counts = f"**{escaped(found.counts.shown)}**"
    parts = [f"## {escaped(speak(TITLE).shown)}", *said, escaped(found.ends.shown), counts]
    for kind in found.kinds:
        parts.append(f"### {escaped(kind.words.shown)} ({len(kind.elements)})")
        parts.append("\n".join(line for one in kind.elements for line in _element(one, found)))
    parts += [escaped(found.hidden.shown)] if found.hidden else []
    parts += _effects(effects, found) if effects else []
    return "\n\n".join([*parts, f"{escaped(speak(LEGEND).shown)}."]) + "\n"


def _effects(effects: DiffEffects, found: ShownDiff) -> Iterator[str]:
    """Coverage before and after, the cells that are otherwise, what is new and what is solved."""
    speak = found.speak
    yield f"### {escaped(speak(told.TITLE).shown)}"
    yield table_markdown(told.totals(effects, speak))
    yield from (escaped(note.shown) for note in told.notes(effects, speak))
    cells = told.cells(effects, speak)
    if cells.rows:
        yield f"#### {escaped(cells.title)}"
        yield table_markdown(cells)
    yield escaped(told.findings_line(effects, speak).shown)
    for head, some in ((told.NEW_FINDINGS, effects.new), (told.SOLVED, effects.solved)):
        if some:
            yield f"#### {escaped(speak(head).shown)} ({len(some)})"
            lines = (f"- `{one.code}` {escaped(told.problem(one, speak).shown)}" for one in some)
            yield "\n".join(lines)


def _element(one: ShownElement, found: ShownDiff) -> Iterator[str]:
    depth = "" if one.id == SETTINGS_ID else "  "
    if depth:
        letter = f" ({one.letter})" if one.letter else ""
        known = f"`{one.was}` → `{one.id}`" if one.was else f"`{one.id}`"
        why = f": {escaped(found.speak(SAME_CONTENT).shown)}" if one.was else ""
        yield f"- {_marks(one.type, found)} **{escaped(one.name.shown)}**{letter} {known}{why}"
    for value in one.values:
        said = "; ".join(_said(value))
        where = escaped(value.where.shown)
        yield f"{depth}- {_marks(value.type, found)} {where}{': ' if said else ''}{said}"


def _marks(type_: ChangeType, found: ShownDiff) -> str:
    return f"{escaped(SIGNS[type_])} {escaped(found.speak(WORDS[type_]).shown)}:"


def _said(value: ShownValue) -> Iterator[str]:
    if value.pieces:
        yield "".join(_piece(fate, words) for fate, words in shortened(value.pieces)).strip()
    elif value.before and value.after:
        yield f"{_cut(value.before)} → {_cut(value.after)}"
    elif value.before or value.after:
        yield _cut(value.after or value.before)
    if any(value.places):
        yield " → ".join(escaped(place.shown) for place in value.places if place)


def _piece(fate: str, words: str) -> str:
    """Words that go struck out, those that come in bold; marks stand close to the words."""
    bare = escaped(words)
    space = " " if words[-1:].isspace() else ""
    before = " " if words[:1].isspace() else ""
    mark = {"stays": "", "goes": "~~", "comes": "**"}[fate]
    return f"{before}{mark}{bare}{mark}{space}" if bare else " "


def _cut(said: Said | None) -> str:
    words = " ".join(said.shown.split()) if said else ""
    return escaped(words if len(words) <= _MOST else f"{words[:_MOST].rstrip()}…")
