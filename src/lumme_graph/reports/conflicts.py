"""Where two sides of a merge do not agree, for people: which value of what, and what each says."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.shown import shown
from lumme_graph.base.speaker import Speaker
from lumme_graph.editing.three_way import Conflict, ConflictType
from lumme_graph.reading.document import Data
from lumme_graph.reading.write import flow
from lumme_graph.reports.look import PLAIN, Look

OURS = Label("ours", "of two versions")
THEIRS = Label("theirs", "of two versions")
_WAS = Label("was", "of two versions")
_NOTHING = Label("(nothing)")
_GONE = Label("(taken away)")
_COMMENT = Label("comments")
_ORDER = Label("{path} (their order)")
_SUM = Counted("{n} conflict", "{n} conflicts")
_LONGEST = 100


def conflict_text(
    conflicts: Iterable[Conflict],
    speak: Speaker,
    look: Look = PLAIN,
    *,
    ours: Message = OURS,
    theirs: Message = THEIRS,
) -> str:
    """Each conflict with the value before, and that of each side; their number below.

    `ours` and `theirs` are what the two sides are called, such as the file and the book.
    """
    found = list(conflicts)
    names = [speak(one).shown for one in (_WAS, ours, theirs)]
    wide = max(map(len, names))
    room = None if look.width is None else look.width - wide - len("    ")
    parts: list[str] = []
    for conflict in found:
        lines = [look.paint(_where(conflict, speak), "place")]
        for name, words in zip(names, _values(conflict, speak), strict=True):
            lines.append(
                f"  {name:{wide}}  {words if look.whole else _cut(words, room or _LONGEST)}"
            )
        parts.append("\n".join(lines))
    return "\n".join([*parts, speak(_SUM, n=len(found)).shown]) + "\n"


def _where(conflict: Conflict, speak: Speaker) -> str:
    """Which value it is about, as `lg.edit(…).set` names it."""
    path = ".".join(map(str, conflict.path))
    if conflict.type is ConflictType.ORDER:
        path = speak(_ORDER, path=path).shown
    element = conflict.element or speak(_COMMENT).shown
    return shown(f"{element}: {path}" if path else element)


def _values(conflict: Conflict, speak: Speaker) -> list[str]:
    gone = _NOTHING if conflict.base is None else _GONE
    values = (conflict.base, conflict.ours, conflict.theirs)
    missing = (_NOTHING, gone, gone)
    return [
        speak(none).shown if value is None else shown(_said(value))
        for value, none in zip(values, missing, strict=True)
    ]


def _said(value: Data) -> str:
    return value.strip() if isinstance(value, str) else flow(value)


def _cut(words: str, room: int) -> str:
    return words if len(words) <= room else f"{words[: room - 1]}…"
