"""From a graph to its drawings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, overload

from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Joined
from lumme_graph.base.speaker import Speaker
from lumme_graph.drawing.errors import DrawError
from lumme_graph.drawing.grid import render_grid
from lumme_graph.drawing.picture import Drawing, Picture, render
from lumme_graph.drawing.sheets import SHEETS, Sheet
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.journeys import Path
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.adoption import adoption_map
from lumme_graph.views.chain import chain_network
from lumme_graph.views.empty import NONE_OF, NOTHING
from lumme_graph.views.grid import Grid
from lumme_graph.views.heatmap import heatmap
from lumme_graph.views.network import Network
from lumme_graph.views.path import path_network


class Kind(NamedTuple):
    """A kind of drawing of one element: of what kind it is, and the view that it shows."""

    of: type[KeptElement]
    view: Callable[[ServiceGraph, KeptElement, Speaker], Network]


def _path(graph: ServiceGraph, element: KeptElement, speak: Speaker) -> Network:
    return path_network(graph, graph[Path, element.id], speak)


KINDS: dict[str, Kind] = {"path": Kind(Path, _path)}
"""The kinds of drawing of one element, by name."""

WHOLES: dict[str, Callable[[ServiceGraph, Speaker], Grid | Network]] = {
    "coverage": heatmap,
    "adoption": adoption_map,
    "chain": chain_network,
}
"""The kinds of drawing of a whole model, by name, which is also the id of the only one."""


def drawable(graph: ServiceGraph, kind: str) -> list[str]:
    """The ids of what a kind of drawing can show; of the whole model the kind's own name.

    Raises `DrawError` for an unknown kind.
    """
    if kind in WHOLES:
        return [kind]
    if kind not in KINDS:
        guess = nearest(kind, [*KINDS, *WHOLES])
        more = f"did you mean {guess}?" if guess else f"there are {', '.join([*KINDS, *WHOLES])}"
        raise DrawError(f"there is no drawing {kind}; {more}")
    return [element.id for element in graph.all(KINDS[kind].of)]


def nothing(kind: str, speak: Speaker) -> str:
    """That a model has no element that a kind of drawing could show."""
    why = NONE_OF.fill(what=KINDS[kind].of.kind.plural)
    return speak(Joined((NOTHING, why), ": ")).shown


def chosen(graph: ServiceGraph, kind: str, ids: Sequence[str], *, take_all: bool) -> list[str]:
    """The ids to draw: those that are named, or all. Raises `DrawError` where neither is said."""
    known = drawable(graph, kind)
    if take_all or (kind in WHOLES and not ids):
        return known
    if not ids:
        raise DrawError(f"name what to draw, or say --all; there are {', '.join(known) or 'none'}")
    return list(ids)


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
    """Draw several elements in one run of the layout engine."""
    if sheet not in SHEETS:
        guess = nearest(sheet, SHEETS)
        more = f"did you mean {guess}?" if guess else f"there are {', '.join(SHEETS)}"
        raise DrawError(f"there is no sheet {sheet}; {more}")
    speak = graph.speaker(lang or graph.settings.languages.required[0])
    known = drawable(graph, kind)
    for id_ in ids:
        if id_ not in known:
            guess = nearest(id_, known)
            more = f"did you mean {guess}?" if guess else f"there are {', '.join(known) or 'none'}"
            raise DrawError(f"there is no {kind} {id_}; {more}")
    if kind in WHOLES:
        return [_whole(WHOLES[kind](graph, speak), SHEETS[sheet]) for _ in ids]
    return render([KINDS[kind].view(graph, graph[id_], speak) for id_ in ids], SHEETS[sheet])


def _whole(view: Grid | Network, sheet: Sheet) -> Picture:
    return render_grid(view, sheet) if isinstance(view, Grid) else render([view], sheet)[0]
