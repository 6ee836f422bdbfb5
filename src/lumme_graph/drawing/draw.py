"""From a graph to its drawings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from lumme_graph.analysis.changes import diff
from lumme_graph.base.by_name import echo, few
from lumme_graph.base.collector import collector_paused
from lumme_graph.base.error import KnownError
from lumme_graph.base.given_list import listed
from lumme_graph.base.memo import Memo
from lumme_graph.base.speaker import Speaker
from lumme_graph.drawing.errors import DrawError
from lumme_graph.drawing.kinds import DRAWINGS, DrawingKind
from lumme_graph.drawing.narrow import all_narrowed, narrowed
from lumme_graph.drawing.paper import PAPERS, Paper
from lumme_graph.drawing.picture import Drawing, together
from lumme_graph.drawing.spelling import hyphenated, is_long, joints
from lumme_graph.drawing.text.fonts import Fonts
from lumme_graph.elements.kinds import KINDS
from lumme_graph.graph.day import Day
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.id_errors import UnknownIdError
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.named import AnyId, id_of
from lumme_graph.views.drawn.parts import ALL, Only
from lumme_graph.views.shapes import Shape


def draw(
    graph: ServiceGraph,
    element: AnyId,
    *,
    kind: str = "",
    lang: str | None = None,
    sheet: str = "web",
    only: Only = ALL,
    fonts: Fonts | None = None,
    since: ServiceGraph | None = None,
) -> Drawing:
    """Draw one element, in the model's first language by default; sheets are web, a3 and a4.

    Of the kinds that show the whole model, the element is the kind's name: `draw(graph, "coverage")`.
    Without a kind it is drawn by the kind of that name or of that element, such as `path` for
    `path-hold`. `only` narrows a path to a phase, the whole model to what has a tag, and a path to
    what customers may see. `fonts` are those of PNG and PDF, beside the carried ones. `since` is an
    earlier state of the model: what has changed in a path is marked. Raises
    `UnknownIdError` where there is no such element, `UnknownNameError` where there is no such kind or
    sheet, `LanguageError` where there are no words in the language, and `DrawError` where that
    element is not drawn so, a kind's name stands for one, or nothing has the tag or the phase or may
    be seen by customers.
    """
    return draw_many(
        graph, [element], kind=kind, lang=lang, sheet=sheet, only=only, fonts=fonts, since=since
    )[0]


def draw_many(
    graph: ServiceGraph,
    ids: Iterable[AnyId],
    *,
    kind: str = "",
    lang: str | None = None,
    sheet: str = "web",
    only: Only = ALL,
    fonts: Fonts | None = None,
    since: ServiceGraph | None = None,
) -> list[Drawing]:
    """Draw several elements; on paper, those of a kind that gathers stand on the same sheets.

    With a tag or a phase in `only`, those of them that have it, of which there must be one.
    Without a kind each is drawn by the kind of its own. Raises as `draw` does.
    """
    need_graph(graph)
    names = [id_of(one) for one in listed(ids, "ids")]
    if not kind:
        of_kind: dict[str, list[str]] = {}
        for id_ in names:
            of_kind.setdefault(kind_of(id_, graph), []).append(id_)
        return [
            drawing
            for name, some in of_kind.items()
            for drawing in draw_many(
                graph, some, kind=name, lang=lang, sheet=sheet, only=only, fonts=fonts, since=since
            )
        ]
    paper, speak = PAPERS[sheet], speaker_of(graph, lang)
    drawn = DRAWINGS[kind]
    for id_ in names:
        if not drawn.can_show(graph, id_):
            raise _no_such(graph, drawn, id_)
    if since is not None:
        return _redlined(
            since, graph, drawn, narrowed(graph, drawn, names, only), speak, only, paper, fonts
        )
    left = tuple(narrowed(graph, drawn, names, only))
    is_gathered = drawn.gathers and paper.width is not None and len(left) > 1
    made: Memo[Drawing] = Day.of(graph).memo(draw_many)
    drawings: list[Drawing] = []
    for some in [left] if is_gathered else [(id_,) for id_ in left]:
        key = (kind, some, speak.lang, sheet, only, fonts)
        drawings.append(
            made.of(key, partial(_drawn, graph, drawn, some, speak, only, paper, fonts))
        )
    return drawings


def _redlined(
    since: ServiceGraph,
    graph: ServiceGraph,
    kind: DrawingKind,
    ids: Iterable[str],
    speak: Speaker,
    only: Only,
    paper: Paper,
    fonts: Fonts | None,
) -> list[Drawing]:
    """Paths with what has changed in them since an earlier state of the model."""
    if only.for_customers:
        raise DrawError("what has changed is marked for staff: leave out --for-customers")
    if kind.of != "path":
        able = _listed(one.name for one in DRAWINGS.values() if one.of == "path")
        raise DrawError(f"what has changed is marked in {able}; {kind.name} has no steps")
    found = diff(since, graph)
    shapes = (parted(graph, kind.redlined(found, id_, speak, only)) for id_ in ids)
    return [together([shape], paper, fonts) for shape in shapes]


def _drawn(
    graph: ServiceGraph,
    kind: DrawingKind,
    ids: Sequence[str],
    speak: Speaker,
    only: Only,
    paper: Paper,
    fonts: Fonts | None,
) -> Drawing:
    with collector_paused():
        shapes = [parted(graph, kind.shape(graph, id_, speak, only)) for id_ in ids]
    return together(shapes, paper, fonts)


def draw_all(
    graph: ServiceGraph,
    *,
    kind: str = "",
    lang: str | None = None,
    sheet: str = "web",
    only: Only = ALL,
    fonts: Fonts | None = None,
) -> list[Drawing]:
    """Every drawing of a model, or all of a kind, that has something to show. Raises as `draw` does."""
    need_graph(graph)
    wanted = [DRAWINGS[kind].name] if kind else list(DRAWINGS)
    return [
        drawing
        for name, ids in all_narrowed(graph, only).items()
        if name in wanted
        for drawing in draw_many(
            graph, ids, kind=name, lang=lang, sheet=sheet, only=only, fonts=fonts
        )
        if not drawing.is_empty
    ]


def draw_blank(
    graph: ServiceGraph,
    kind: str,
    *,
    lang: str | None = None,
    sheet: str = "a3",
    fonts: Fonts | None = None,
) -> Drawing:
    """A workshop sheet: a kind of drawing with its rows and headings, and room to write by hand.

    Of the model it has the name, the statement and the languages. Raises `DrawError` for a kind that
    is not filled in by hand, and as `draw` does.
    """
    need_graph(graph)
    drawn = DRAWINGS[kind]
    if not drawn.is_worked_on:
        able = _listed(one.name for one in DRAWINGS.values() if one.is_worked_on)
        raise DrawError(f"{kind} has no blank sheet; these have: {able}")
    shape = drawn.blank(graph.settings, speaker_of(graph, lang))
    return Drawing(shape, PAPERS[sheet], fonts=fonts)


def kind_of(element: AnyId, graph: ServiceGraph | None = None) -> str:
    """The kind of drawing that shows an element by itself, or the whole model under that name.

    Raises `DrawError` where no kind does, and `UnknownIdError` where the graph has no such element.
    """
    id_ = id_of(element)
    name = id_ if id_ in DRAWINGS else id_.partition("-")[0]
    if name not in DRAWINGS:
        if graph is not None and name in KINDS and graph.find(id_) is None:
            raise UnknownIdError(id_, [one.id for one in graph], name)
        raise DrawError(f"no drawing shows {echo(id_)}; draw {drawn_by_name()}")
    return name


def drawn_by_name() -> str:
    """What may be named to be drawn, in words."""
    elements = dict.fromkeys(kind.of for kind in DRAWINGS.values() if kind.of)
    wholes = [kind.name for kind in DRAWINGS.values() if not kind.of]
    return f"{_either(f'a {one}' for one in elements)} by its id, or {_either(wholes)}"


def parted(graph: ServiceGraph, shape: Shape) -> Shape:
    """The shape with soft hyphens in its long compounds, where the model shows their joints."""
    found = joints(Day.of(graph)).get(shape.head.speak.lang) if is_long(shape) else None
    return hyphenated(shape, found) if found else shape


def _no_such(graph: ServiceGraph, kind: DrawingKind, id_: str) -> KnownError:
    """That there is no such element; of one of another kind, which kinds could show it."""
    if graph.find(id_) is None:
        if kind.of is None:
            return DrawError(f"{kind.name} shows the whole model: name no element, but {kind.name}")
        if id_ in DRAWINGS:
            ids = few(kind.ids(graph))
            return DrawError(
                f"{id_} is a kind of drawing: name a {kind.of} by its id, with {kind.name} as the kind; "
                f"there are {ids}"
            )
        return UnknownIdError(id_, [*kind.ids(graph), *(one.id for one in graph)], kind.of)
    prefix = graph[id_].kind.prefix
    able = [other.name for other in DRAWINGS.values() if other.of == prefix]
    more = f"it can be drawn as {_listed(able)}" if able else f"draw {drawn_by_name()}"
    return DrawError(f"{id_} cannot be drawn as {kind.name}; {more}")


def speaker_of(graph: ServiceGraph, lang: str | None) -> Speaker:
    """Who says a drawing: in a language, else in the first of the model."""
    return graph.speaker(graph.settings.languages.required[0] if lang is None else lang)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _either(names: Iterable[str]) -> str:
    *first, last = names
    return f"{_listed(first)} or {last}"
