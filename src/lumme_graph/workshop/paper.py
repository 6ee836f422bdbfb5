"""Sheets of a workshop to be printed: blank, or with what a model says today and room beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lumme_graph.base.by_name import unknown
from lumme_graph.base.error import UnknownNameError
from lumme_graph.base.given_list import listed
from lumme_graph.base.speaker import Speaker
from lumme_graph.drawing.draw import parted
from lumme_graph.drawing.errors import DrawError
from lumme_graph.drawing.paper import PAPERS
from lumme_graph.drawing.picture import Drawing
from lumme_graph.drawing.text.fonts import Fonts
from lumme_graph.elements.development import Need
from lumme_graph.elements.events import Event
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.promise import Commitment, Promise
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.named import AnyId
from lumme_graph.views.drawn.workshop_journey import blank_journey, path_journey
from lumme_graph.views.drawn.workshop_needs import needs_form
from lumme_graph.views.drawn.workshop_promise import promise_form
from lumme_graph.views.shapes import ShapeForm
from lumme_graph.workshop.kinds import STEPS, WORKSHOP_PAPERS, WORKSHOPS

_MOST_STEPS: Final = 60


def workshop_sheets(  # noqa: PLR0913 - each is an option of the command, by name
    graph: ServiceGraph,
    kind: str,
    ids: Sequence[AnyId] = (),
    *,
    blank: bool = False,
    event: AnyId | None = None,
    steps: int = STEPS,
    lang: str | None = None,
    paper: str = "a3",
    fonts: Fonts | None = None,
) -> list[Drawing]:
    """The sheets of a workshop on journeys, needs or the service promise, in the model's first language.

    A `journey` shows the paths of the ids, and without any is blank, with so many steps; `needs` and
    `promise` show those of the ids, and without any all of the model. `blank` ones show none. `event`
    is the id of the one at which they are filled in. Raises `UnknownNameError` where there is no such
    kind or paper, `UnknownIdError` where there is no such element or event, and `LanguageError` where there are no words in the language.
    """
    need_graph(graph)
    if paper not in WORKSHOP_PAPERS:
        raise UnknownNameError(unknown("paper", paper, WORKSHOP_PAPERS))
    forms = workshop_forms(graph, kind, ids, blank=blank, event=event, steps=steps, lang=lang)
    return [Drawing(parted(graph, form), PAPERS[paper], fonts=fonts) for form in forms]


def workshop_forms(
    graph: ServiceGraph,
    kind: str,
    ids: Sequence[AnyId] = (),
    *,
    blank: bool = False,
    event: AnyId | None = None,
    steps: int = STEPS,
    lang: str | None = None,
) -> list[ShapeForm]:
    """What stands on the sheets of a workshop, on paper as in a spreadsheet. Raises as `workshop_sheets` does."""
    if kind not in WORKSHOPS:
        raise UnknownNameError(unknown("workshop", kind, WORKSHOPS))
    ids = listed(ids, "ids")
    if blank and ids:
        raise DrawError("a blank sheet shows nothing of a model; leave out --blank or the ids")
    if not 1 <= steps <= _MOST_STEPS:
        raise DrawError(f"a journey has 1 to {_MOST_STEPS} steps on its sheets, not {steps}")
    speak = graph.speaker(graph.settings.languages.required[0] if lang is None else lang)
    at = _event(graph, event)
    if kind == "journey":
        if not ids:
            return [blank_journey(graph, speak, at, steps)]
        return [path_journey(graph, speak, graph[Path, id_], at) for id_ in ids]
    if kind == "needs":
        needs = [graph[Need, id_] for id_ in ids] or ([] if blank else graph.all(Need))
        return [needs_form(graph, speak, list(needs), at)]
    return _promises(graph, speak, ids, at, blank=blank)


def _promises(
    graph: ServiceGraph, speak: Speaker, ids: Sequence[AnyId], event: Event | None, *, blank: bool
) -> list[ShapeForm]:
    """A form for each promise; for commitments that are named, one of them."""
    if blank:
        return [promise_form(graph, speak, None, (), event)]
    if ids and all(isinstance(graph.find(id_), Commitment) for id_ in ids):
        found = [graph[Commitment, id_] for id_ in ids]
        return [promise_form(graph, speak, None, found, event)]
    promises = [graph[Promise, id_] for id_ in ids] or list(graph.all(Promise))
    if not promises:
        return [promise_form(graph, speak, None, list(graph.all(Commitment)), event)]
    return [
        promise_form(
            graph,
            speak,
            one,
            [made for ref in one.commitments if (made := graph.get(ref))],
            event,
        )
        for one in promises
    ]


def _event(graph: ServiceGraph, given: AnyId | None) -> Event | None:
    return None if given is None else graph[Event, given]
