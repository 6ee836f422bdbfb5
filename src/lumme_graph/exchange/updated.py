"""What an import changed in a model, and what it did not: as data, in words, as tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Final

from lumme_graph.base.json_text import json_text
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.shown import shown
from lumme_graph.editing.three_way import Conflict
from lumme_graph.exchange.draft import Received
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.left import LeftOver, left_said, left_table
from lumme_graph.views.table import Table, table

_CONFLICTS: Final = Label("Changed here and there: the model's own value stays")
_TAKEN: Final = Label("Changed here and there: what the files say is taken")
_MISSING: Final = Label("Not in the files any more: it stays in the model")
_ELEMENT: Final = Label("element")
_WHERE: Final = Label("where", "in an element")
_LAST: Final = Label("taken last")
_HERE: Final = Label("in the model")
_THERE: Final = Label("in the files")
_NAME: Final = Label("name")
_SEEN: Final = Label("last seen")
_NOTHING: Final = Label("nothing changes")
_FILES: Final = Counted("{n} file of the model changes", "{n} files of the model change")
_IN_CONFLICT: Final = Counted(
    "{n} value was changed here and there, and stays as it is here until you decide: change it to "
    "what the files say, or run this again with --keep mine or --keep theirs",
    "{n} values were changed here and there, and stay as they are here until you decide: change them "
    "to what the files say, or run this again with --keep mine or --keep theirs",
)
_KEPT: Final = Counted(
    "{n} value was changed here and there, and stays as it is here",
    "{n} values were changed here and there, and stay as they are here",
)
_REPLACED: Final = Counted(
    "{n} value was changed here and there, and is now what the files say",
    "{n} values were changed here and there, and are now what the files say",
)
_GONE: Final = Counted(
    "{n} element is not in the files any more, and stays: --gone close ends it, --gone remove takes "
    "it out",
    "{n} elements are not in the files any more, and stay: --gone close ends them, --gone remove "
    "takes them out",
)
_LONG: Final = 60


class Keep(Enum):
    """Whose value stays where the model and the files both changed the same."""

    MINE = "mine"
    THEIRS = "theirs"


_DECIDED: Final = {None: _IN_CONFLICT, Keep.MINE: _KEPT, Keep.THEIRS: _REPLACED}


@dataclass(frozen=True)
class UpdatedModel:
    """A model before and after an import, and what was not changed.

    `missing` are the ids of what the files do not have any more, each with the day on which it was
    last seen; `conflicts` is what was changed here and there: there the model stays as it is unless
    `keep` says theirs, and without it the same is told at the next update.
    """

    before: ServiceGraph
    after: ServiceGraph
    received: Received
    conflicts: tuple[Conflict, ...]
    missing: tuple[tuple[str, date], ...]
    left: tuple[LeftOver, ...]
    notes: tuple[Message, ...]
    files: tuple[str, ...]
    keep: Keep | None = None

    def said(self, lang: str = "en") -> Iterator[str]:
        """How much changed, what did not, and what else there is to say, in a language."""
        speak = self.after.speaker(lang)
        yield (speak(_FILES, n=len(self.files)) if self.files else speak(_NOTHING)).shown
        if self.conflicts:
            yield speak(_DECIDED[self.keep], n=len(self.conflicts)).shown
        if self.missing:
            yield speak(_GONE, n=len(self.missing)).shown
        yield from left_said(self.notes, self.left, speak)

    def conflict_table(self, lang: str = "en") -> Table:
        """What was changed here and there: what was taken last, and what each side has."""
        rows = (
            (
                one.element,
                ".".join(map(str, one.path)),
                *(_short(value) for value in (one.base, one.ours, one.theirs)),
            )
            for one in self.conflicts
        )
        heads = (_ELEMENT, _WHERE, _LAST, _HERE, _THERE)
        title = _TAKEN if self.keep is Keep.THEIRS else _CONFLICTS
        return table(self.after.speaker(lang), title, heads, rows)

    def missing_table(self, lang: str = "en") -> Table:
        """What the files do not have any more: its name, and the day on which it was last seen."""
        speak = self.after.speaker(lang)
        rows = (
            (id_, getattr(self.after.find(id_), "name", id_), speak.short(day))
            for id_, day in self.missing
        )
        return table(speak, _MISSING, (_ELEMENT, _NAME, _SEEN), rows)

    def left_table(self, lang: str = "en") -> Table:
        """What was not taken: field, count, an example, and why."""
        return left_table(self.left, self.after.speaker(lang))


def _short(value: Any) -> str:
    """A value in a cell."""
    if value is None:
        return ""
    words = value if isinstance(value, str) else json_text(value, None).strip()
    words = shown(words)
    return words if len(words) <= _LONG else f"{words[: _LONG - 1]}…"
