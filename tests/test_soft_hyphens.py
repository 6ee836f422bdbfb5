"""Soft hyphens: data, drawings and HTML keep them; where words are searched, sorted or printed they are not."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from load_folders import texts, write
from running import lumme

from lumme_graph.base.json_text import json_text
from lumme_graph.base.order import key
from lumme_graph.base.shown import shown
from lumme_graph.base.speaker import Said
from lumme_graph.base.text import Text
from lumme_graph.drawing.graphs import dot_label
from lumme_graph.editing.change import edit
from lumme_graph.editing.files import EditError
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.graph.fingerprint import fingerprint
from lumme_graph.graph.read import load
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.prose import anchor
from lumme_graph.reading.save import save
from lumme_graph.reports.csv_text import csv_text
from lumme_graph.reports.html.tree import h
from lumme_graph.reports.markdown import escaped

SOFT = "Kauko\u00adpalvelu\u00adpyyntö"
WHOLE = "Kaukopalvelupyyntö"

MODEL = {
    "model.yaml": """\
name: {fi: Järvi}
as_of: 2026-08-22
network: organisation-lake
languages: {required: [fi]}
""",
    "who.yaml": """\
- id: organisation-lake
  name: {fi: Järvi}
  type: network

- id: organisation-shore
  name: {fi: Ranta}
  type: library
  memberships: [{of: organisation-lake}]
""",
    "offer.yaml": f"""\
- id: touchpoint-form
  name: {{fi: {SOFT}}}
  channel: e-form
  offered: [{{at: organisation-lake, is: yes}}]
""",
    "paths/path-ask.yaml": f"""\
- id: path-ask
  name: {{fi: {SOFT}}}
  steps:
    - id: ask
      action: {{fi: kysyy}}
      actor: {{kind: customer}}
      lane: customer
      touchpoint: touchpoint-form
      feeling: {{value: -1}}
""",
}


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return write(tmp_path / "lake", MODEL)


@pytest.mark.parametrize("said", [shown, escaped, dot_label, json.loads], ids=lambda f: f.__name__)
def test_words_are_printed_without(said: object) -> None:
    assert callable(said)
    words = json_text(SOFT) if said is json.loads else SOFT
    assert said(words) == WHOLE


def test_cells_of_a_spreadsheet_are_without() -> None:
    assert csv_text([["id", SOFT]]) == f"id,{WHOLE}\n"
    assert csv_text([["\u00ad=1+1"]]) == "'=1+1\n"


def test_words_that_differ_in_them_alone_stand_side_by_side() -> None:
    words = ["kaula", SOFT, "kaukalo", WHOLE, "kaukot"]
    ordered = sorted(words, key=lambda word: key(word, "fi"))
    assert ordered == ["kaukalo", WHOLE, SOFT, "kaukot", "kaula"]


def test_a_heading_is_found_by_its_letters() -> None:
    assert anchor(SOFT) == "kaukopalvelupyyntö"


def test_a_review_holds_when_one_is_added() -> None:
    soft, whole = (
        Touchpoint.model_validate(
            {"id": "touchpoint-form", "name": {"fi": name}, "channel": "e-form"}
        )
        for name in (SOFT, WHOLE)
    )
    assert soft != whole
    assert fingerprint(soft) == fingerprint(whole)


def test_html_keeps_them() -> None:
    assert ET.tostring(h("b", Said(SOFT, "fi")), "unicode") == f"<b>{SOFT}</b>"


def test_an_id_has_none(model: Path) -> None:
    with pytest.raises(ValueError, match="lower-case words"):
        Touchpoint.model_validate(
            {"id": "touchpoint-web\u00adform", "name": {"fi": "a"}, "channel": "e-form"}
        )
    with pytest.raises(EditError, match="is not a proper id"):
        edit(model).rename("touchpoint-form", "touchpoint-web\u00adform")


def test_a_folder_that_is_saved_keeps_them(model: Path) -> None:
    before = texts(model)
    graph = load(model)
    save(graph, model)
    assert texts(model) == before
    moved = [
        element.model_copy(update={"name": Text(fi=f"{SOFT}!")})
        if isinstance(element, Touchpoint)
        else element
        for element in graph
    ]
    save(ServiceGraph(moved, graph.settings, root=graph.root), model)
    assert load(model)["touchpoint-form"] == moved[-2]


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "--format", "json"),
        ("coverage", "--format", "csv"),
        ("coverage", "--format", "md"),
        ("coverage", "--format", "junit"),
        ("coverage", "--format", "json"),
        ("where-used", "touchpoint-form"),
        ("ask", "lowest-feeling"),
    ],
    ids=" ".join,
)
def test_no_plain_output_has_one(model: Path, words: tuple[str, ...]) -> None:
    command, *rest = words
    run = lumme(command, "lake", *rest, "--lang", "fi", cwd=model.parent)
    assert WHOLE in run.out, run.err
    assert "\u00ad" not in run.out + run.err


@pytest.mark.parametrize("form", ["txt", "dot", "mmd"])
def test_a_drawing_in_words_has_none(model: Path, form: str) -> None:
    file = model.parent / f"path.{form}"
    words = ("path-ask", "--kind", "blueprint", "--lang", "fi", "-o", file)
    run = lumme("draw", "lake", *words, cwd=model.parent)
    assert run.code == 0, run.err
    drawn = file.read_text("utf-8")
    assert WHOLE in drawn or form == "dot"
    assert "\u00ad" not in drawn
