"""The boxes and links of a drawing as DOT and as Mermaid, for tools that lay them out themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lumme_graph.base.shown import legal, plain
from lumme_graph.drawing.equivalent import name
from lumme_graph.drawing.errors import DrawError
from lumme_graph.views.shapes import Box, Grid, Link, Network, Shape, boxes


def dot(shape: Shape) -> str:
    """The drawing as DOT text, as Graphviz reads it.

    Raises `DrawError` where nothing leads to anything.
    """
    graphviz = _graphviz()
    linked, links = _linked(shape, "DOT")
    made = graphviz.Digraph(shape.head.id, graph_attr={"rankdir": "LR"}, node_attr={"shape": "box"})
    for box in linked:
        made.node(_id(box), dot_label(name(box.number, box.facts)))
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
    import graphviz  # type: ignore[import-untyped]

    return graphviz


def mermaid(shape: Shape) -> str:
    """The drawing as Mermaid text: a journey where it has a curve, else a flowchart.

    Raises `DrawError` where nothing leads to anything.
    """
    if isinstance(shape, Grid) and any(row.look == "curve" for row in shape.rows):
        return "\n".join(_journey(shape)) + "\n"
    linked, links = _linked(shape, "Mermaid")
    places = {box.id: f"n{place}" for place, box in enumerate(linked, 1)}
    lines = ["flowchart LR"]
    lines += [f'    {places[box.id]}["{_quoted(name(box.number, box.facts))}"]' for box in linked]
    for link in links:
        label = f'|"{_quoted(_label(link))}"|' if _label(link) else ""
        arrow = "<-->" if link.both else "-.->" if link.when else "-->"
        lines.append(f"    {places[link.source]} {arrow}{label} {places[link.target]}")
    return "\n".join(lines) + "\n"


def _linked(shape: Shape, form: str) -> tuple[list[Box], list[Link]]:
    """The boxes that stand in links, or all of a network, and the links between them."""
    there = {box.id: box for box in boxes(shape)}
    if not _leads(shape):
        raise DrawError(
            f"{shape.head.id}: there is no {form} of a {shape.kind}, for nothing in it leads to anything"
        )
    links = [
        link
        for link in getattr(shape, "links", ())
        if link.source in there and link.target in there
    ]
    ends = {end for link in links for end in (link.source, link.target)}
    return [box for id_, box in there.items() if id_ in ends or not ends], links


def _leads(shape: Shape) -> bool:
    """Is it a drawing in which one thing leads to another?"""
    if isinstance(shape, Grid):
        return any(row.look in {"lane", "boxes"} for row in shape.rows)
    return isinstance(shape, Network)


def _journey(grid: Grid) -> Iterator[str]:
    """Steps under their phases, with a score from 1 to 5: a feeling from −2 to 2."""
    yield "journey"
    yield f"    title {_plain(grid.head.title.shown)}"
    felt = {
        cell.column: fact.value
        for row in reversed(grid.rows)
        if row.look == "curve"
        for cell in row.cells
        for box in cell.boxes
        for fact in box.facts
        if fact.value is not None
    }
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
        score = felt.get(column.id)
        yield f"      {_plain(column.words.shown)}" + (
            f": {score + 3}" if score is not None else ""
        )


def _from(grid: Grid, first: str, span: int) -> list[str]:
    ids = [column.id for column in grid.columns]
    at = ids.index(first)
    return ids[at : at + span]


def _id(box: Box) -> str:
    return box.id.replace(":", ".")


def _label(link: Link) -> str:
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
