"""A service path as customers see it: nothing that is the staff's own stands in any form of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from load_folders import write

import lumme_graph as lg

MODEL = {
    "model.yaml": "as_of: 2026-08-22\nname: {en: Lakes}\nlanguages: {required: [en]}\n"
    "network: organisation-lakes\nstatement: {en: A proposal.}\n",
    "who.yaml": "- {id: organisation-lakes, name: {en: Lakes}, type: network}\n",
    "sources.yaml": "- {id: source-rules, citation: The rules}\n",
    "rules.yaml": "- id: rule-days\n  name: {en: Days to fetch it}\n  description: {en: MARKruletext}\n  note: MARKrulenote\n",
    "practices.yaml": "- {id: practice-shelf, name: {en: MARKpractice}}\n",
    "needs.yaml": "- {id: need-speed, name: {en: MARKneed}}\n",
    "profiles.yaml": "- {id: profile-night, name: {en: MARKprofile}, relation: non-user}\n",
    "touchpoints.yaml": "- {id: touchpoint-desk, name: {en: Desk}, channel: service-location}\n",
    "paths.yaml": """\
- id: path-hold
  name: {en: Hold}
  description: {en: A book is on loan.}
  note: MARKnote
  standing: derived
  derivation: {en: MARKderivation}
  profiles: [profile-night]
  steps:
    - id: ask
      action: {en: asks for it}
      actor: {kind: customer, ref: profile-night}
      lane: customer
      touchpoint: touchpoint-desk
      standing: derived
      derivation: {en: MARKstepderivation}
      feeling: {value: -2, standing: derived, derivation: {en: MARKfeelingderivation}}
      thoughts: [{text: {en: MARKthought}}]
      moment_of_truth: true
      rule: rule-days
      practice: practice-shelf
      system: {en: MARKsystem}
      duration: P1D
      pains: [{en: MARKpain}]
      gains: [{en: MARKgain}]
      needs: [need-speed]
      marks: [{type: critical, text: {en: MARKmark}}]
    - id: fetch
      action: {en: fetches it}
      ours: {en: the time of day}
      actor: {kind: customer}
      lane: customer
      standing: sourced
      sources: [source-rules]
      feeling: {value: 2, standing: sourced, sources: [source-rules]}
- id: path-dream
  name: {en: Dream}
  state: ideal
  steps: [{id: fly, action: {en: flies}, actor: {kind: customer}, lane: customer}]
- {id: path-empty, name: {en: Empty}}
""",
}
SEEN = (
    "A book is on loan.",
    "asks for it",
    "Desk",
    "Days to fetch it",
    "1 day",
    "fetches it",
    "the time of day",
    "derived",
    "sourced",
    "illustrative",
    "A proposal.",
)
"""What the drawing tells customers."""
UNSEEN = (
    "MARK",
    "need-speed",
    "rule-days",
    "practice-shelf",
    "profile-night",
    "feeling",
    "frustrated",
    "delighted",
    "no evidence",
    "meets no service",
    "non-user",
    "as-is",
    "level",
)
"""What it does not: the staff's own words, ids, and all that tells of feelings or of what is lacking."""
FOR_CUSTOMERS = lg.Only(for_customers=True)


@pytest.fixture
def graph(tmp_path: Path) -> lg.ServiceGraph:
    return lg.load(write(tmp_path / "m", MODEL))


def forms(drawing: lg.Drawing) -> dict[str, str]:
    table = "\n".join(" ".join(str(value) for value in row) for row in drawing.table.rows)
    texts = {"text": drawing.text, "dot": drawing.dot, "mermaid": drawing.mermaid, "table": table}
    return {f"svg {n}": sheet for n, sheet in enumerate(drawing.sheets)} | texts


@pytest.mark.parametrize("sheet", list(lg.PAPERS))
def test_no_form_of_it_holds_what_the_staff_alone_see(graph: lg.ServiceGraph, sheet: str) -> None:
    drawing = lg.draw(graph, "path-hold", kind="path", sheet=sheet, only=FOR_CUSTOMERS)
    found = [
        (form, word) for form, text in forms(drawing).items() for word in UNSEEN if word in text
    ]
    assert found == []


def test_the_staff_see_in_the_same_drawing_what_customers_do_not(graph: lg.ServiceGraph) -> None:
    text = lg.draw(graph, "path-hold", kind="path").text
    for word in ("MARKsystem", "MARKpractice", "MARKprofile", "frustrated", "meets no service"):
        assert word in text


def test_customers_see_who_does_what_where_and_how_sure_it_is(graph: lg.ServiceGraph) -> None:
    drawing = lg.draw(graph, "path-hold", only=FOR_CUSTOMERS)
    assert [word for word in SEEN if word not in drawing.text] == []
    assert "Who: customer" in drawing.text


def test_a_path_without_steps_tells_customers_of_no_field(graph: lg.ServiceGraph) -> None:
    drawing = lg.draw(graph, "path-empty", only=FOR_CUSTOMERS)
    assert "No steps are known." in drawing.text
    assert "field" not in drawing.text + drawing.svg


def test_of_all_drawings_customers_see_those_of_paths_as_they_are(graph: lg.ServiceGraph) -> None:
    drawn = lg.draw_all(graph, only=FOR_CUSTOMERS)
    assert [(one.shape.kind, one.id) for one in drawn] == [("path", "path-hold")]


@pytest.mark.parametrize(
    ("id_", "kind", "error"),
    [
        (
            "path-hold",
            "journey",
            "journey shows what the staff alone see; for customers draw: path",
        ),
        ("path-dream", "path", "path-dream: a plan, which customers do not see"),
    ],
)
def test_what_customers_do_not_see_is_not_drawn_for_them(
    graph: lg.ServiceGraph, id_: str, kind: str, error: str
) -> None:
    with pytest.raises(lg.DrawError) as caught:
        lg.draw(graph, id_, kind=kind, only=FOR_CUSTOMERS)
    assert str(caught.value) == error
