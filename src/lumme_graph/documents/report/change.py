"""What has changed since an earlier state of the model, and what that did to the coverage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.analysis.coverage.result import covered
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Said, Sayable
from lumme_graph.documents.blocks import Block, TextBlock
from lumme_graph.documents.fit import cut
from lumme_graph.documents.telling import Telling
from lumme_graph.graph.names import joined
from lumme_graph.views.changes import (
    SAME_CONTENT,
    TITLE,
    WORDS,
    ShownElement,
    ShownKind,
    ShownValue,
)

_NO_EARLIER: Final = Label(
    "What has changed cannot be told: no earlier state of the model was given."
)
_COVERED_BEFORE: Final = Label("On {before} {old} of the guide was done; on {now} it is {new}.")
_COVERED_NOW: Final = Label("Before {old} of the guide was done; now it is {new}.")
_SINCE: Final = Label("Compared with the model of {before}.")
_ELEMENTS: Final = Counted("{n} thing is not as it was.", "{n} things are not as they were.")
_HEADS: Final = (Label("What"), Label("Kind"), Label("Name"), Label("What is different"))
_MORE: Final = Counted("{n} more thing differs in it", "{n} more things differ in it")
_LEFT: Final = Counted(
    "{n} more change is not shown here; all of them: lumme diff.",
    "{n} more changes are not shown here; all of them: lumme diff.",
)
_MOST: Final = 60
"""How many changed elements are told one by one."""
_VALUES: Final = 4
"""How many changed values are told of an element."""
_LETTERS: Final = 90
"""How many letters of a value are told."""


def chapter(tell: Telling) -> Iterator[Block]:
    """The changes in numbers, then element by element."""
    yield tell.heading(TITLE)
    yield summary(tell)
    kinds = tell.shown.kinds if tell.shown else ()
    every = [(kind, one) for kind in kinds for one in kind.elements]
    if not every:
        return
    rows = [_row(tell, kind, one) for kind, one in every[:_MOST]]
    yield tell.table(TITLE, _HEADS, rows, (12, 19, 27, 42))
    if len(every) > _MOST:
        yield tell.text(_LEFT.fill(n=len(every) - _MOST), look="meta")


def summary(tell: Telling) -> TextBlock:
    """How much has changed since when, and how far the guide was and is, in one paragraph."""
    return tell.text(*_summary(tell))


def _summary(tell: Telling) -> Iterator[Sayable]:
    shown = tell.shown
    if shown is None or tell.before is None:
        yield _NO_EARLIER
        return
    before = tell.before.date
    yield _SINCE.fill(before=before)
    if shown.kinds:
        yield _ELEMENTS.fill(n=sum(len(kind.elements) for kind in shown.kinds))
    yield f"{shown.counts.words.rstrip('.')}."
    old, new = covered(tell.before).done, covered(tell.day).done
    if old.d and new.d and before == tell.day.date:
        yield _COVERED_NOW.fill(old=old.whole, new=new.whole)
    elif old.d and new.d:
        yield _COVERED_BEFORE.fill(before=before, old=old.whole, now=tell.day.date, new=new.whole)


def _row(tell: Telling, kind: ShownKind, one: ShownElement) -> tuple[Sayable | Said, ...]:
    letter = f" ({one.letter})" if one.letter else ""
    name = one.name._replace(words=f"{one.name.words}{letter}")
    lines: list[Sayable] = [_value(value) for value in one.values[:_VALUES]]
    if one.was:
        lines.append(SAME_CONTENT)
    if len(one.values) > _VALUES:
        lines.append(_MORE.fill(n=len(one.values) - _VALUES))
    what = joined(lines, "\n") if lines else "–"
    return tell.speak.capital(WORDS[one.type]), kind.words, name, what


def _value(value: ShownValue) -> str:
    """Where it differs, and what it was and is."""
    known = [end for end in (value.before, value.after) if end]
    ends = [" ".join(cut(end, _LETTERS).shown.split()) for end in known]
    said = " → ".join(ends)
    place = " → ".join(at.shown for at in value.places if at)
    return ": ".join(filter(None, (value.where.shown, ", ".join(filter(None, (said, place))))))
