"""A sheet as a DOT graph: nodes pinned where our layout put them, lanes as filled clusters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lumme_graph.base.shown import legal, plain
from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.cards import Card
from lumme_graph.drawing.old.places import Placed, PlacedRow, Places
from lumme_graph.drawing.old.scene import number
from lumme_graph.views.network import Arrow

INCH = 25.4
DASHES = {"flow": "solid", "branch": "dashed"}


def sheet_dot(places: Places) -> str:
    """The DOT text; `neato -n2` keeps all places and routes the edges."""
    network = places.page.network
    graph = _graphviz().Digraph(network.id, engine="neato")
    graph.attr(
        "graph",
        splines="ortho",
        notranslate="true",
        fontname="Arial",
        label=label(network.title.shown),
    )
    graph.attr("node", shape="box", fixedsize="true", fontname="Arial", fontsize="10")
    graph.attr("edge", fontname="Arial")
    for row in places.rows:
        with graph.subgraph(name=f"cluster_{row.row.lane.id}") as lane:
            lane.attr(
                label=label(row.row.lane.label.shown), style="filled", bb=_bounds(places, row)
            )
            for placed in row.inside:
                lane.node(_key(placed.id), **_node(placed, places.page.height))
    for i, (arrow, tail, head) in enumerate(ends(places)):
        graph.edge(_key(tail), _key(head), id=str(i), style=DASHES[arrow.kind])
    return str(graph.source)


def ends(places: Places) -> Iterator[tuple[Arrow, str, str]]:
    """The arrows of a sheet in the network's order, with the ids of the two boxes they join."""
    here = {placed.id for placed in places.boxes}
    for arrow in places.page.network.arrows:
        tab = f"tab:{arrow.source}:{arrow.target}"
        tail = arrow.source if arrow.source in here else tab
        head = arrow.target if arrow.target in here else tab
        if {tail, head} <= here:
            yield arrow, tail, head


def _key(name: str) -> str:
    """The graphviz package reads a colon in an edge's end as a port."""
    return name.replace(":", "|")


def _graphviz() -> Any:
    """The graphviz package, which has no types, imported when it is used."""
    import graphviz  # type: ignore[import-untyped]

    return graphviz


def label(*lines: str) -> str:
    """Lines as one label that says them and nothing else: no HTML, no escapes, no entities.

    What it gives is marked as text by its type, which no other string may replace.
    """
    graphviz = _graphviz()
    said = [graphviz.escape(" ".join(legal(plain(line)).split())) for line in lines]
    made: str = graphviz.nohtml("\\n".join(said).replace("&", "&amp;"))
    return made


def _node(placed: Placed, height: float) -> dict[str, str]:
    x, y = placed.x + placed.width / 2, height - placed.y - placed.height / 2
    what = placed.what
    lines = (str(what.node.number), *what.text.lines) if isinstance(what, Card) else (what.text,)
    return {
        "label": label(*lines),
        "pos": f"{number(x / theme.POINT)},{number(y / theme.POINT)}",
        "width": number(placed.width / INCH),
        "height": number(placed.height / INCH),
    }


def _bounds(places: Places, row: PlacedRow) -> str:
    page = places.page
    corners = (theme.MARGIN, page.height - row.y - row.height, page.right, page.height - row.y)
    return ",".join(number(value / theme.POINT) for value in corners)
