"""The boxes and links of a drawing as DOT and as Mermaid, for tools that lay them out themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from lumme_graph.base.extras import need
from lumme_graph.base.shown import legal, plain
from lumme_graph.drawing.equivalent import names
from lumme_graph.drawing.errors import DrawError
from lumme_graph.views.shapes import Box, BoxLink, Grid, Network, RowLook, Shape, boxes

_STEPS: Final[frozenset[RowLook]] = frozenset({"curve", "lane"})
"""The looks of rows that only drawings of steps have."""


def dot(shape: Shape) -> str:
    """The drawing as DOT text, as Graphviz reads it.

    Raises `DrawError` where nothing leads to anything.
    """
    graphviz = _graphviz()
    linked, links = _linked(shape, "DOT")
    called = names(shape)
    made = graphviz.Digraph(shape.head.id, graph_attr={"rankdir": "LR"}, node_attr={"shape": "box"})
    for box in linked:
        made.node(_id(box), dot_label(called[box.id]))
    for link in links:
        attributes = {"style": "dashed"} if link.when else {}
        if link.both:
            attributes["dir"] = "both"
        made.edge(
            link.source.replace(":", "."),
            link.target.replace(":", "."),
            dot_label(_label(link)) if _label(link) else None,
            **attributes,
        )
    source: str = made.source
    return source


def dot_label(text: str) -> str:
    """A text as DOT takes it: one line, no markup, no escape of its own, no entity."""
    graphviz = _graphviz()
    said = graphviz.escape(" ".join(legal(plain(text)).split()))
    made: str = graphviz.nohtml(said.replace("&", "&amp;"))
    return made


def _graphviz() -> Any:
    """The graphviz package, which has no types, imported when it is used."""
    need("graphviz")
    import graphviz  # type: ignore[import-untyped]

    return graphviz


def mermaid(shape: Shape) -> str:
    """The drawing as Mermaid text: a journey where each step has a feeling, else a flowchart.

    Mermaid draws a step without a feeling as a neutral or a bad one, which nobody has said.

    Raises `DrawError` where nothing leads to anything.
    """
    if isinstance(shape, Grid):
        felt = _felt(shape)
        is_marked = any(box.change for box in boxes(shape))
        if shape.columns and all(one.id in felt for one in shape.columns) and not is_marked:
            return "\n".join(_journey(shape, felt)) + "\n"
    linked, links = _linked(shape, "Mermaid")
    called = names(shape)
    places = {box.id: f"n{place}" for place, box in enumerate(linked, 1)}
    lines = ["flowchart LR"]
    lines += [f'    {places[box.id]}["{_quoted(called[box.id])}"]' for box in linked]
    for link in links:
        label = f'|"{_quoted(_label(link))}"|' if _label(link) else ""
        arrow = "<-->" if link.both else "-.->" if link.when else "-->"
        lines.append(f"    {places[link.source]} {arrow}{label} {places[link.target]}")
    return "\n".join(lines) + "\n"


def _linked(shape: Shape, form: str) -> tuple[list[Box], list[BoxLink]]:
    """The steps or nodes and what they are linked with, in reading order, and the links between."""
    there = {box.id: box for box in reversed(list(boxes(shape)))}
    links: tuple[BoxLink, ...] = getattr(shape, "links", ())
    known = [link for link in links if link.source in there and link.target in there]
    ends = {end for link in known for end in (link.source, link.target)}
    if isinstance(shape, Network):
        return [box for _, box in shape.boxes], known
    is_of_steps = isinstance(shape, Grid) and any(row.look in _STEPS for row in shape.rows)
    if not is_of_steps and not ends:
        raise DrawError(
            f"{shape.head.id}: there is no {form} of this drawing, for nothing in it leads to anything;"
            " choose svg, png, pdf or text"
        )
    found = [box for box in reversed(there.values()) if box.id in ends or box.is_step]
    return sorted(found, key=lambda box: (box.number is None, box.number)), known


def _felt(grid: Grid) -> dict[str, int]:
    """The feelings of the first curve, by the columns of their steps."""
    return {
        cell.column: fact.value
        for row in reversed(grid.rows)
        if row.look == "curve"
        for cell in row.cells
        for box in cell.boxes
        for fact in box.facts
        if fact.value is not None
    }


def _journey(grid: Grid, felt: Mapping[str, int]) -> Iterator[str]:
    """Steps under their phases, with a score from 1 to 5: a feeling from −2 to 2."""
    yield "journey"
    yield f"    title {_plain(grid.head.title.shown)}"
    phases = {
        column: cell.boxes[0].facts[0].words.shown
        for row in grid.rows
        if row.look == "band"
        for cell in row.cells
        for column in _from(grid, cell.column, cell.span)
        if cell.boxes
    }
    section = ""
    for column in grid.columns:
        if phases.get(column.id, "") != section:
            section = phases.get(column.id, "")
            yield f"    section {_plain(section)}"
        yield f"      {_plain(column.words.shown)}: {felt[column.id] + 3}"


def _from(grid: Grid, first: str, span: int) -> list[str]:
    ids = [column.id for column in grid.columns]
    at = ids.index(first)
    return ids[at : at + span]


def _id(box: Box) -> str:
    return box.id.replace(":", ".")


def _label(link: BoxLink) -> str:
    return "; ".join(said.shown for said in (link.flow, link.when) if said)


def _quoted(text: str) -> str:
    """A text between double quotes in Mermaid, which knows entities by number alone."""
    escaped = (
        text.replace("#", "#35;").replace('"', "#34;").replace("<", "#60;").replace(">", "#62;")
    )
    return " ".join(plain(escaped).split())


def _plain(text: str) -> str:
    """A text in a line of Mermaid's journey, in which a colon, a hash and a semicolon end it."""
    return " ".join(plain(text).translate({ord(":"): " –", ord("#"): " ", ord(";"): ","}).split())
