"""What holds for every drawing (diagrams.md §1, G1–G15), over the kinds, sheets and languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import takewhile
from pathlib import Path

import pytest
from drawing_reading import SVG, Area, root, sheet, squeezed, styled, texts

import lumme_graph as lg
from lumme_graph.views.shapes import Grid, Shape, told

ROOT = Path(__file__).parents[1]
LUMME = ROOT / "models/lumme"
SHOWN = {
    "path": ["path-hold", "path-ill"],
    "journey": ["path-hold", "path-ill", "path-fee"],
    "blueprint": ["path-hold", "path-ill"],
    "profile": ["profile-worker", "profile-youth"],
    "touchpoint": ["touchpoint-web-library", "touchpoint-desk"],
}
"""Of the kinds that have many; of the others all."""
PORTRAIT = {"profile", "touchpoint"}
TURNED = {"blueprint"}
"""Stands upright where its lanes are too high."""
POINT = 25.4 / 72
LEAST = {"web": (8.5, 7.0), "a3": (10.0, 8.0), "a4": (8.5, 7.0)}
"""Of content and of notes, in points."""
SIZES = {"a3": {420.0, 297.0}, "a4": {297.0, 210.0}}

CASES = [
    pytest.param(kind, paper, lang, id=f"{kind}-{paper}-{lang}")
    for kind in lg.DRAWINGS
    for paper in lg.PAPERS
    for lang in ("fi", "sv", "en")
]


@cache
def graph() -> lg.ServiceGraph:
    return lg.load(LUMME)


@cache
def drawn(kind: str, paper: str, lang: str) -> tuple[lg.Drawing, ...]:
    ids = SHOWN.get(kind) or lg.DRAWINGS[kind].ids(graph())
    return tuple(lg.draw_many(graph(), ids, kind=kind, lang=lang, sheet=paper))


@pytest.mark.parametrize(("kind", "paper", "lang"), CASES)
def test_every_sheet_keeps_the_rules(kind: str, paper: str, lang: str) -> None:
    for drawing in drawn(kind, paper, lang):
        for svg in drawing.sheets:
            keeps_its_size(svg, kind, paper)
            keeps_its_texts_apart(svg)
            keeps_sizes_of_text(svg, "a4" if kind == "profile" else paper)
            is_a_whole_document(svg, kind, lang)
            says_that_it_is_unofficial(svg, lang)
        tells_all(drawing)


def keeps_its_size(svg: str, kind: str, paper: str) -> None:
    whole = sheet(svg)
    size = (whole.right, whole.bottom)
    if paper in SIZES and kind in TURNED:
        assert set(size) == SIZES[paper]
    elif paper in SIZES and kind not in PORTRAIT:
        assert size == (max(SIZES[paper]), min(SIZES[paper]))
    assert paper != "web" or whole.bottom <= 1200
    keeps_its_texts_inside(svg, 5 if kind == "profile" else 10)


def keeps_its_texts_inside(svg: str, edge: float = 10) -> None:
    whole = sheet(svg)
    inner = Area("", edge, edge, whole.right - edge, whole.bottom - edge)
    assert [one.what for one in texts(root(svg)) if not inner.holds(one, 0.1)] == []


def keeps_its_texts_apart(svg: str) -> None:
    every = sorted(texts(root(svg)), key=lambda one: one.top)
    crossing = [
        (a.what, b.what)
        for n, a in enumerate(every, 1)
        for b in _beside(a, every[n:])
        if a.overlaps(b, 0.15)
    ]
    assert crossing == []


def _beside(area: Area, lower: list[Area]) -> Iterator[Area]:
    """Of the areas that begin lower, those that begin before the area ends."""
    return takewhile(lambda other: other.top < area.bottom, lower)


def keeps_sizes_of_text(svg: str, paper: str) -> None:
    content, note = LEAST[paper]
    for element, style in styled(root(svg)):
        if element.tag == f"{SVG}text":
            least = note if style.get("data-role") == "note" else content
            words = "".join(element.itertext())
            size = float(style["font-size"])
            assert size >= least * POINT - 0.02 or is_sign(words), (words, size)


def is_sign(words: str) -> bool:
    """A letter or a number within a sign that is drawn: ? S D I, a step's number."""
    return len(words) <= 2


def is_a_whole_document(svg: str, kind: str, lang: str) -> None:
    document = root(svg)
    assert [child.tag for child in document][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert document.get("role") == "img"
    named = {child.get("id") for child in list(document)[:2]}
    assert named == set(document.get("aria-labelledby", "").split())
    assert (document.get("lang"), document.get("data-kind")) == (lang, kind)
    ids = [e.attrib["id"] for e in document.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    assert not re.search(r"https?://(?!www\.w3\.org/)|<script|<style|href=|<image|url\(", svg)


def says_that_it_is_unofficial(svg: str, lang: str) -> None:
    statement = graph().settings.statement
    assert statement is not None
    said = squeezed(graph().speaker(lang)(statement).words)
    assert said in squeezed(" ".join("".join(t.itertext()) for t in root(svg).iter(f"{SVG}text")))


def tells_all(drawing: lg.Drawing) -> None:
    """The facts of the table are those of the picture, and each fact's words stand in it (G8, G15).

    A way on is an arrow with no words but its condition.
    """
    shapes = (drawing.shape, *drawing.more)
    facts = {one.fact.id: one.fact for shape in shapes for one in told(shape)}
    assert len(facts) == sum(1 for shape in shapes for _ in told(shape)), "an address stands twice"
    assert len(drawing.table.rows) == len(facts)
    ways = [way for shape in shapes for way in getattr(shape, "links", ()) if way.told]
    conditions = {way.told.id: way.when.words if way.when else "" for way in ways}
    if drawing.paper.name == "web":
        facts = {id_: fact for id_, fact in facts.items() if id_ not in beside(drawing.shape)}
    everything = squeezed(
        " ".join(
            "".join(t.itertext()) for svg in drawing.sheets for t in root(svg).iter(f"{SVG}text")
        )
    )
    silent = [
        fact.id
        for fact in facts.values()
        if fact.value is None
        and not fact.signs
        and squeezed(conditions.get(fact.id, fact.words.words)) not in everything
    ]
    assert silent == []
    marked = {
        id_
        for svg in drawing.sheets
        for e in root(svg).iter()
        for id_ in e.get("data-fact", "").split()
    }
    assert facts.keys() - marked == set()


def beside(shape: Shape) -> set[str]:
    """What stands in the table beside the overview of the coverage on a page, and not in it."""
    if not isinstance(shape, Grid) or not any(row.look == "bars" for row in shape.rows):
        return set()
    rows = tuple(row for row in shape.rows if row.look in {"band", "signs"})
    left_out = (*told(replace(shape, rows=rows, links=())),)
    kept = {one.fact.id for one in told(replace(shape, rows=(), notes=()))}
    return {one.fact.id for one in left_out} - kept


def test_the_same_model_gives_the_same_bytes() -> None:
    other = lg.load(LUMME)
    for kind in lg.DRAWINGS:
        ids = (SHOWN.get(kind) or lg.DRAWINGS[kind].ids(other))[:1]
        again = lg.draw_many(other, ids, kind=kind, lang="fi", sheet="a3")
        first = lg.draw_many(graph(), ids, kind=kind, lang="fi", sheet="a3")
        assert [one.sheets for one in again] == [one.sheets for one in first]
