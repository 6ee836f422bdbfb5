"""Drawings as PDF: tagged, with bookmarks, a page for each sheet, and words that can be copied."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from drawing_reading import squeezed
from journey_samples import graph
from pypdf import PdfReader
from pypdf.generic import ArrayObject, Destination
from running import Run, lumme
from test_drawing_outputs import LUMME, draw, names, three

import lumme_graph as lg
from lumme_graph.elements.journeys import Path as ServicePath

POINT = 25.4 / 72


def bookmarks(reader: PdfReader) -> list[str]:
    """The names of the bookmarks."""
    return [str(one.title) for one in reader.outline if isinstance(one, Destination)]


@pytest.fixture(scope="module")
def journeys(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """Two journeys in Finnish, each on two sheets of A4."""
    file = tmp_path_factory.mktemp("pdf") / "wall.pdf"
    words = ("path-hold", "path-ill", "--kind", "journey", "--sheet", "a4", "--lang", "fi")
    assert draw(*words, "-o", file) == Run("", f"{file}\n", 0)
    return PdfReader(file)


def test_a_pdf_is_tagged_and_says_its_title_and_language(journeys: PdfReader) -> None:
    root: Any = journeys.root_object
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == "fi"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    title = lg.load(LUMME).settings.name.get("fi")
    assert journeys.metadata is not None
    assert journeys.metadata.title == title
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()


def test_a_pdf_has_a_bookmark_for_each_drawing_and_a_page_for_each_sheet(
    journeys: PdfReader,
) -> None:
    model = lg.load(LUMME)
    wanted = [model[ServicePath, id_].name.get("fi") for id_ in ("path-hold", "path-ill")]
    assert bookmarks(journeys) == [f"{name}: Asiakaspolku" for name in wanted]
    sheets = [
        len(lg.draw(model, id_, kind="journey", lang="fi", sheet="a4").sheets)
        for id_ in ("path-hold", "path-ill")
    ]
    assert len(journeys.pages) == sum(sheets)
    for page in journeys.pages:
        size = (float(page.mediabox.width) * POINT, float(page.mediabox.height) * POINT)
        assert size == pytest.approx((297, 210), abs=0.1)


def test_the_words_of_a_pdf_can_be_copied(journeys: PdfReader) -> None:
    words = squeezed(" ".join(page.extract_text() for page in journeys.pages))
    model = lg.load(LUMME)
    ill = model[ServicePath, "path-ill"]
    actions = [one.action.get("fi") for one in ill.steps]
    assert [action for action in actions if squeezed(str(action)) not in words] == []


def test_every_picture_of_a_pdf_has_words_for_those_who_do_not_see_it(journeys: PdfReader) -> None:
    said = [one["/Alt"] for one in _parts(journeys.root_object["/StructTreeRoot"]) if "/Alt" in one]
    assert len(said) == len(journeys.pages)
    assert all("Asiakaspolku. " in str(alt) for alt in said)


def _parts(node: Any) -> Iterator[Any]:
    """A part of the structure of a PDF, and the parts in it."""
    node = node.get_object()
    if isinstance(node, ArrayObject):
        for one in node:
            yield from _parts(one)
    elif isinstance(node, dict):
        yield node
        if "/K" in node:
            yield from _parts(node["/K"])


def test_the_same_drawing_is_the_same_pdf() -> None:
    of = graph(three(0, -2, 2))
    assert lg.draw(of, "path-x").pdf() == lg.draw(graph(three(0, -2, 2)), "path-x").pdf()


def test_everything_goes_into_one_pdf(tmp_path: Path) -> None:
    model = tmp_path / "lake"
    model.mkdir()
    (model / "model.yaml").write_text(
        "name: {en: Lake libra\u00adries}\nas_of: 2026-08-22\n", "utf-8"
    )
    (model / "offer.yaml").write_text(
        "- {id: touchpoint-desk, name: {en: De\u00adsk}, channel: service-location}\n"
        "- id: path-loan\n  name: {en: Borrowing}\n  steps:\n"
        "    - {id: ask, action: {en: asks}, actor: {kind: customer}, lane: customer}\n",
        "utf-8",
    )
    words = ("--all", "--sheet", "a3", "--format", "pdf", "-o", "wall.pdf", "-q")
    assert lumme("draw", "lake", *words, cwd=tmp_path) == Run("", "", 0)
    reader = PdfReader(tmp_path / "wall.pdf")
    assert bookmarks(reader) == [
        "Borrowing: Customer journey",
        "Borrowing: Service blueprint",
        "Borrowing: Service path",
        "Desk: Touchpoint",
    ]
    assert reader.metadata is not None
    assert reader.metadata.title == "Lake libraries"


def test_without_typst_a_pdf_is_refused_with_what_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    run = draw("path-ill", "-o", tmp_path / "new" / "x.pdf")
    assert run == Run(
        "", "lumme: for PDF, install the pdf extra: pip install 'lumme-graph[pdf]'\n", 2
    )
    assert names(tmp_path) == []
