"""From a graph to its drawings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, overload

from lumme_graph.base.form import unknown
from lumme_graph.drawing.errors import DrawError
from lumme_graph.drawing.grid import render_grid
from lumme_graph.drawing.kinds import DRAWINGS, DrawingKind
from lumme_graph.drawing.picture import Drawing, Picture, render
from lumme_graph.drawing.sheets import SHEETS
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.network import Network


def drawable(graph: ServiceGraph, kind: str) -> list[str]:
    """The ids of what a kind of drawing can show; of the whole model the kind's own name.

    Raises `DrawError` for an unknown kind.
    """
    return _kind(kind).ids(graph)


def _kind(name: str) -> DrawingKind:
    if name not in DRAWINGS:
        raise DrawError(unknown("drawing", name, DRAWINGS))
    return DRAWINGS[name]


@overload
def draw(
    graph: ServiceGraph,
    id_: str,
    *,
    kind: Literal["path"] = "path",
    lang: str | None = None,
    sheet: str = "web",
) -> Drawing: ...
@overload
def draw(
    graph: ServiceGraph, id_: str, *, kind: str, lang: str | None = None, sheet: str = "web"
) -> Picture: ...
def draw(
    graph: ServiceGraph,
    id_: str,
    *,
    kind: str = "path",
    lang: str | None = None,
    sheet: str = "web",
) -> Picture:
    """Draw one element, in the model's first language by default; sheets are web, a3 and a4.

    Of the kinds that show the whole model, the id is the kind's name: `draw(graph, "coverage",
    kind="coverage")`. Raises `DrawError` where there is no such element, kind or sheet, and
    `LanguageError` where there are no words in the language.
    """
    return draw_many(graph, [id_], kind=kind, lang=lang, sheet=sheet)[0]


@overload
def draw_many(
    graph: ServiceGraph,
    ids: Sequence[str],
    *,
    kind: Literal["path"] = "path",
    lang: str | None = None,
    sheet: str = "web",
) -> list[Drawing]: ...
@overload
def draw_many(
    graph: ServiceGraph,
    ids: Sequence[str],
    *,
    kind: str,
    lang: str | None = None,
    sheet: str = "web",
) -> Sequence[Picture]: ...
def draw_many(
    graph: ServiceGraph,
    ids: Sequence[str],
    *,
    kind: str = "path",
    lang: str | None = None,
    sheet: str = "web",
) -> Sequence[Picture]:
    """Draw several elements in one run of the layout engine. Raises as `draw` does."""
    if sheet not in SHEETS:
        raise DrawError(unknown("sheet", sheet, SHEETS))
    speak = graph.speaker(graph.settings.languages.required[0] if lang is None else lang)
    known = drawable(graph, kind)
    for id_ in ids:
        if id_ not in known:
            raise DrawError(unknown(kind, id_, known))
    views = [_kind(kind).view(graph, id_, speak) for id_ in ids]
    networks = [view for view in views if isinstance(view, Network)]
    drawn = iter(render(networks, SHEETS[sheet]) if networks else ())
    return [
        next(drawn) if isinstance(view, Network) else render_grid(view, SHEETS[sheet])
        for view in views
    ]
