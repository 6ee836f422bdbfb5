"""The form that narrows the grid and the list of cells; style alone acts on it."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.base.label import Label, Message
from lumme_graph.graph.names import name_label, short_label
from lumme_graph.reports.coverage.shown import STATE, Shown
from lumme_graph.reports.html.tree import h
from lumme_graph.views import coverage as groups
from lumme_graph.views.cell_rows import SIGNS

_FILTER = Label("Narrow the tables")
_NOTE = Label("This narrows the tables of items and of cells; the numbers stay as they are.")
_ANY = Label("all")
_CLEAR = Label("Show all")
_KIND = Label("Kind")
_PROFILE = Label("Customer profile")
_LIBRARY = Label("Library")


def filter_form(shown: Shown) -> ET.Element:
    """Choices by kind, profile, library (where these are columns) and state."""
    found, speak = shown.coverage, shown.speak
    kinds = [(kind, groups.named(found, "kind", kind, speak).shown) for kind in shown.by_kind]
    profiles = _numbered(speak(name_label(one)).shown for one in shown.profiles)
    libraries = _numbered(speak(short_label(found.graph, o)).shown for o in found.libraries)
    states = [(state.word, f"{SIGNS[state]} {speak(state.label).shown}") for state in CellState]
    return h(
        "form",
        _select(shown, "k", _KIND, kinds),
        _select(shown, "p", _PROFILE, profiles),
        [] if shown.is_large else [_select(shown, "l", _LIBRARY, libraries)],
        _select(shown, "s", STATE, states),
        h("button", speak(_CLEAR), type="reset"),
        h("p", speak(_NOTE), class_="meta"),
        class_="filter",
        aria_label=speak(_FILTER).shown,
    )


def _numbered(names: Iterable[str]) -> list[tuple[str, str]]:
    return [(str(place), name) for place, name in enumerate(names, 1)]


def _select(
    shown: Shown, name: str, label: Message, choices: Iterable[tuple[str, str]]
) -> ET.Element:
    every = [("", shown.speak(_ANY).shown), *choices]
    options = [h("option", words, value=value) for value, words in every]
    return h("label", shown.speak(label), h("select", options, id=f"f-{name}", autocomplete="off"))
