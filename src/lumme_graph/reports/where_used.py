"""Where an id is named, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence

from lumme_graph.base.json_text import json_text
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.shown import shown
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.names import name_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.where_used import Used, where_used
from lumme_graph.meta.named import AnyId, id_of
from lumme_graph.reading.model import SETTINGS_ID
from lumme_graph.reports.wrapped import wrapped
from lumme_graph.views.standing import standing_word

_SETTINGS = Label("the model's settings")
_COUNT = Counted("{id}: {n} reference", "{id}: {n} references")
_NONE = Label("{id}: no references")
_MISSING = Label("{id}: it is not in the model, but is referred to")


def uses_summary(graph: ServiceGraph, element: AnyId, lang: str = "en") -> list[str]:
    """How many references to an id there are, and that it is missing where it is only named.

    Raises `KnownError` for an id that is nowhere, and `LanguageError` where there are no words in
    the language.
    """
    need_graph(graph)
    id_ = id_of(element)
    speak, used = graph.speaker(lang), where_used(graph, id_)
    said = speak(_COUNT if used else _NONE, id=id_, n=len(used)).shown
    return [said] if graph.has(id_) else [said, speak(_MISSING, id=id_).shown]


def text(used: Sequence[Used], speak: Speaker, width: int | None = None) -> str:
    """A line for each reference: its place, its owner's id and field, its owner's name.

    Where a terminal is too narrow for the lines, each has its place on a line of its own.
    """
    rows = [
        (shown(str(one.place)), shown(f"{_id(one)} {one.field}"), shown(_name(one, speak).shown))
        for one in used
    ]
    widths = [max((len(row[at]) for row in rows), default=0) for at in (0, 1)]
    if (
        width is not None
        and sum(widths) + 4 + max((len(row[2]) for row in rows), default=0) > width
    ):
        return "".join(
            f"{place}\n  {wrapped(f'{field}  {name}', width - 2, '  ')}\n"
            for place, field, name in rows
        )
    return "".join(
        f"{place:<{widths[0]}}  {field:<{widths[1]}}  {name}\n" for place, field, name in rows
    )


def data(graph: ServiceGraph, id_: str, used: Sequence[Used], speak: Speaker) -> str:
    """The same as JSON; the settings have the element `model`."""
    element = graph.find(id_.partition("/")[0])
    uses = [
        {
            "element": _id(one),
            "name": _name(one, speak).words,
            "standing": standing_word(graph, _id(one)) or None,
            "field": one.field,
            "file": one.place.file,
            "line": one.place.line,
            "column": one.place.column,
        }
        for one in used
    ]
    name = speak(name_label(element)).words if element else None
    statement = graph.settings.statement
    said = {
        "statement": dict(statement) if statement else None,
        "id": id_,
        "name": name,
        "standing": standing_word(graph, id_) or None,
        "uses": uses,
    }
    return json_text(said, 2)


def _id(one: Used) -> str:
    return one.owner.id if one.owner else SETTINGS_ID


def _name(one: Used, speak: Speaker) -> Said:
    return speak(name_label(one.owner) if one.owner else _SETTINGS)
