"""The actions of a model as rows for a task board."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import DayForm, Sayable, Speaker
from lumme_graph.elements.development import Action
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined
from lumme_graph.meta.spec import label_of_field
from lumme_graph.views.standing import standing_word
from lumme_graph.views.table import Table, table

_ID: Final = Label("id")
_NAME_IN: Final = Label("name ({language})")
_STATUS: Final = Label("status")
_ABOUT_MODEL: Final = Label("about the model")
_FIELDS: Final = ("owner", "from_", "to", "targets", "decision", "saves", "at", "project")
"""What is told of an action beside its name and how far it is, under the labels of its fields."""


def actions_table(day: Day, speak: Speaker) -> Table:
    """A row for each action: its name in every language of the model, who answers for it, its days.

    Days are written as programs read them, and as exactly as they are known. A status of *unknown*
    is that of what is recorded as done without its day having come.
    """
    said = speak.with_days(DayForm.PLAIN)
    languages = day.graph.settings.languages.all
    heads: list[Sayable] = [
        _ID,
        *(_NAME_IN.fill(language=speak.language(tag).words) for tag in languages),
        _STATUS,
        *(label_of_field(Action, name) for name in _FIELDS),
        label_of_field(Action, "standing"),
        _ABOUT_MODEL,
    ]
    statement: Sayable = day.graph.settings.statement or ""
    rows = [
        (
            one.id,
            *(one.name.get(tag, "") for tag in languages),
            *_told(day, one),
            standing_word(day.graph, one.id),
            statement,
        )
        for one in day.all(Action)
    ]
    return table(said, Action.kind.plural, [said.capital(head) for head in heads], rows)


def _told(day: Day, one: Action) -> Iterator[Sayable]:
    yield day.state(one).label
    yield _named(day, one.owner)
    yield one.from_ or ""
    yield one.to or ""
    yield _listed(day, one.targets)
    yield _named(day, one.decision)
    yield one.saves or ""
    yield _listed(day, one.at)
    yield _named(day, one.project)


def _named(day: Day, ref: str | None) -> Sayable:
    found = day.graph.find(ref) if ref else None
    return day.thing(found).label if found else ""


def _listed(day: Day, refs: tuple[str, ...]) -> Sayable:
    found = [one for ref in refs if (one := day.graph.find(ref))]
    return joined([day.thing(one).label for one in found], "; ")
