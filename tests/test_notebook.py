"""What a notebook shows of a thing: small, and with nothing in it that a browser would run."""

from __future__ import annotations

from collections.abc import Callable
from operator import methodcaller
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import lumme_graph as lg

LUMME = Path(__file__).parents[1] / "models" / "lumme"


@pytest.fixture(scope="module")
def lumme() -> lg.ServiceGraph:
    return lg.load(LUMME)


SHOWN: dict[str, tuple[Callable[[lg.ServiceGraph], Any], str]] = {
    "graph": (lambda graph: graph, "touchpoint"),
    "element": (lambda graph: graph["path-hold"], "path-hold"),
    "coverage": (lg.coverage, "service"),
    "finding": (lambda graph: lg.check(graph)[0], "LG"),
    "answer": (lambda graph: lg.ask(graph, "trainings"), "service design"),
    "table": (
        lambda graph: lg.review_table(graph, lg.waiting_reviews(graph), graph.speaker("en")),
        "section-",
    ),
    "diff": (lambda graph: lg.diff(graph.part_of([], graph.settings), graph), "new"),
}


def html_of(thing: object) -> str:
    """As a notebook asks for it."""
    return str(methodcaller("_repr_html_")(thing))


@pytest.mark.parametrize("name", SHOWN)
def test_a_notebook_shows_it_shortly(lumme: lg.ServiceGraph, name: str) -> None:
    make, words = SHOWN[name]
    html = html_of(make(lumme))
    shown = "".join(ET.fromstring(html).itertext())
    assert words in shown
    assert len(html) < 20_000


def test_no_element_is_shown_at_length(lumme: lg.ServiceGraph) -> None:
    assert max(len(html_of(one)) for one in lumme) < 5_000


def test_a_drawing_is_shown_once(lumme: lg.ServiceGraph) -> None:
    """As SVG alone; its text is a line."""
    drawing = lg.draw(lumme, "path-hold")
    shown = [name for name in dir(drawing) if name.startswith("_repr_")]
    assert shown == ["_repr_svg_"]
    assert len(repr(drawing)) < 100


def test_words_of_a_model_are_no_html() -> None:
    name = "<script>alert(1)</script>"
    need = lg.Need.model_validate({"id": "need-a", "name": {"en": name}})
    html = html_of(need)
    assert "<script" not in html
    assert name in "".join(ET.fromstring(html).itertext())


def test_a_long_table_says_how_many_more_rows_there_are() -> None:
    table = lg.Table("T", "en", (lg.Column("n"),), tuple((str(n),) for n in range(25)))
    shown = ET.fromstring(html_of(table))
    assert [cell.text for cell in shown.iter("td")] == [str(n) for n in range(20)]
    assert "… 5 more" in "".join(shown.itertext())
