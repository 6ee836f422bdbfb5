"""Where an id is named, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence

from lumme_graph.base.json_text import json_text
from lumme_graph.base.shown import shown
from lumme_graph.base.text import Label
from lumme_graph.graph.names import name_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.load.model import SETTINGS_ID
from lumme_graph.query.where_used import Used

_SETTINGS = Label("mallin asetukset", "the model's settings", "modellens inställningar")
_COUNT = Label("{id}: {n} viittausta", "{id}: {n} references", "{id}: {n} hänvisningar")
_ONE = Label("{id}: 1 viittaus", "{id}: 1 reference", "{id}: 1 hänvisning")
_NONE = Label("{id}: ei viittauksia", "{id}: no references", "{id}: inga hänvisningar")
_MISSING = Label(
    "{id}: mallissa ei ole sitä, mutta siihen viitataan",
    "{id}: it is not in the model, but is referred to",
    "{id}: den finns inte i modellen, men det hänvisas till den",
)


def count(id_: str, used: Sequence[Used], lang: str) -> str:
    """How many references there are, in words."""
    label = _ONE if len(used) == 1 else _COUNT if used else _NONE
    return label.say(lang, id=id_, n=len(used))


def missing(id_: str, lang: str) -> str:
    """That an id is only named, in words."""
    return _MISSING.say(lang, id=id_)


def rows(used: Sequence[Used], lang: str) -> list[str]:
    """A line for each reference: its place, its owner's id and field, its owner's name."""
    found = [(shown(str(one.place)), f"{_id(one)} {one.field}", _name(one, lang)) for one in used]
    widths = [max((len(row[at]) for row in found), default=0) for at in (0, 1)]
    return [f"{place:<{widths[0]}}  {field:<{widths[1]}}  {name}" for place, field, name in found]


def data(graph: ServiceGraph, id_: str, used: Sequence[Used], lang: str) -> str:
    """The same as JSON; the settings have the element `model`."""
    element = graph.find(id_.partition("/")[0])
    uses = [
        {
            "element": _id(one),
            "name": _name(one, lang),
            "field": one.field,
            "file": one.place.file,
            "line": one.place.line,
            "column": one.place.column,
        }
        for one in used
    ]
    name = name_label(element).say(lang) if element else None
    return json_text({"id": id_, "name": name, "uses": uses}, 2)


def _id(one: Used) -> str:
    return one.owner.id if one.owner else SETTINGS_ID


def _name(one: Used, lang: str) -> str:
    return (name_label(one.owner) if one.owner else _SETTINGS).say(lang)
