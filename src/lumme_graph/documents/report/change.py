"""What has changed since an earlier state of the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lumme_graph.analysis.changes import ElementChange, changes
from lumme_graph.analysis.coverage.result import covered
from lumme_graph.analysis.inside import ChangeType
from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Said, Sayable
from lumme_graph.documents.blocks import Block
from lumme_graph.documents.telling import MORE, Telling
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined
from lumme_graph.views.changes import TITLE, WORDS

NO_EARLIER: Final = Label(
    "What has changed cannot be told: no earlier state of the model was given."
)
NOTHING: Final = Label("Nothing has changed since {before}.")
COVERED_BEFORE: Final = Label("The guide was done to {old} on {before}; now it is {new}.")
COUNTED: Final = Label("{new} new, {changed} changed, {gone} gone since {before}.")
_HEADS: Final = (Label("What"), Label("Kind"), Label("Name"), Label("Changed fields"))
_MOST: Final = 60
"""How many changes are listed one by one."""


def chapter(tell: Telling) -> Iterator[Block]:
    """The changes in numbers, then one by one."""
    yield tell.heading(TITLE)
    if tell.before is None:
        yield tell.text(NO_EARLIER)
        return
    found = changes(tell.before.graph, tell.graph)
    for said in summary(tell, found):
        yield tell.text(said)
    if not found:
        return
    order = list(WORDS)
    shown = sorted(found, key=lambda one: order.index(one.type))[:_MOST]
    rows = [_row(tell, tell.before, one) for one in shown]
    yield tell.table(TITLE, _HEADS, rows, (13, 22, 40, 25))
    if len(found) > _MOST:
        yield tell.text(MORE.fill(n=len(found) - _MOST), look="meta")


def summary(tell: Telling, found: tuple[ElementChange, ...]) -> Iterator[Message]:
    """How many elements have changed, and what that did to the coverage."""
    if tell.before is None:
        return
    before = tell.before.date
    if found:
        n = Counter(one.type for one in found)
        yield COUNTED.fill(
            new=n[ChangeType.NEW],
            changed=len(found) - n[ChangeType.NEW] - n[ChangeType.REMOVED],
            gone=n[ChangeType.REMOVED],
            before=before,
        )
    else:
        yield NOTHING.fill(before=before)
    old, new = covered(tell.before).done, covered(tell.day).done
    yield COVERED_BEFORE.fill(old=old.whole, new=new.whole, before=before)


def _row(tell: Telling, before: Day, one: ElementChange) -> tuple[Sayable | Said, ...]:
    day = before if one.type is ChangeType.REMOVED else tell.day
    fields = joined([change.spec.prop.label for change in one.fields])
    return (
        tell.speak.capital(WORDS[one.type]),
        tell.speak.capital(one.element.kind.label),
        day.thing(one.element).label,
        fields if one.fields else "–",
    )
