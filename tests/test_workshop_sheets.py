"""The sheets of workshops: what is asked and printed, room for notes, rows that meet, no clipped text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from scene_reading import overlaps, shapes, spilt, strays, words

import lumme_graph as lg
from lumme_graph.drawing.scene import Rect, Scene, ShapeGroup
from lumme_graph.views.shapes import ShapeForm, told

LUMME = Path(__file__).parents[1] / "models/lumme"
EVENT = "event-customer-workshops"
LONG = "Kaukopalvelupyyntölomakkeenkäsittelyohje " * 9


@cache
def lumme() -> lg.ServiceGraph:
    return lg.load(LUMME)


def small(**step: Any) -> lg.ServiceGraph:
    """A model with one path of two steps in a phase, and nothing else."""
    steps: list[dict[str, Any]] = [
        {"id": "ask", "phase": "before", "action": {"en": "asks at the desk"}, **step},
        {"id": "wait", "action": {"en": "waits"}, "feeling": {"value": -2, "standing": "sourced"}},
    ]
    path = lg.Path.model_validate(
        {
            "id": "path-loan",
            "name": {"en": "Borrowing"},
            "phases": [{"id": "before", "name": {"en": "Before the visit"}}],
            "steps": [{"actor": {"kind": "customer"}, "lane": "customer"} | one for one in steps],
        }
    )
    settings = lg.Settings(
        as_of="2026-08-22",  # type: ignore[arg-type]
        name=lg.Text(en="Lakes"),
        statement=lg.Text(en="Unofficial."),
        languages=lg.Languages(required=("en",)),
    )
    return lg.ServiceGraph([path], settings)


def form(drawing: lg.Drawing) -> ShapeForm:
    assert isinstance(drawing.shape, ShapeForm)
    return drawing.shape


def rows(scene: Scene) -> dict[str, Rect]:
    """The box of the name of each row, by what it asks."""
    groups = [shape for shape in shapes(scene.shapes) if isinstance(shape, ShapeGroup)]
    return {
        ask: group.children[0]
        for group in groups
        if (ask := dict(group.data).get("ask")) and isinstance(group.children[0], Rect)
    }


@pytest.mark.parametrize("lang", ["fi", "en", "sv"])
@pytest.mark.parametrize("paper", lg.WORKSHOP_PAPERS)
@pytest.mark.parametrize("kind", lg.WORKSHOPS)
def test_no_text_is_clipped_or_near_the_edge(kind: str, paper: str, lang: str) -> None:
    ids = ["path-hold", "path-ill"] if kind == "journey" else []
    sheets = lg.workshop_sheets(lumme(), kind, ids, event=EVENT, lang=lang, paper=paper)
    sheets += lg.workshop_sheets(lumme(), kind, blank=True, lang=lang, paper=paper)
    for drawing in sheets:
        for scene in drawing.scenes:
            assert overlaps(scene) == []
            assert strays(scene) == []
            assert spilt(scene) == []
            size = {scene.width, scene.height}
            assert size == ({420, 297} if paper == "a3" else {297, 210})
            sizes = [one.size for one in words(scene) if len(one.lines[0]) > 1]
            assert min(sizes) > (2.8 if paper == "a3" else 2.4)
        facts = [one.fact for one in told(drawing.shape) if not one.fact.id.startswith("ask/")]
        printed = {fact.id for fact in facts if fact.words.words}
        shown = set(re.findall(r'data-fact="([^"]+)"', "".join(drawing.sheets)))
        assert printed <= {id_ for ids_ in shown for id_ in ids_.split()}


@pytest.mark.parametrize("paper", lg.WORKSHOP_PAPERS)
def test_a_text_of_any_length_stays_on_its_sheets(paper: str) -> None:
    graph = small(pains=[{"en": LONG}, {"en": LONG}], system={"en": "<b>&amp; \u202e"})
    (drawing,) = lg.workshop_sheets(graph, "journey", ["path-loan"], paper=paper)
    for scene in drawing.scenes:
        assert overlaps(scene) == []
        assert strays(scene) == []
    assert "<b>" not in "".join(drawing.sheets)


def test_a_blank_journey_asks_what_people_ask() -> None:
    (drawing,) = lg.workshop_sheets(lumme(), "journey", lang="en", steps=5)
    asked = [ask.words.words for ask in form(drawing).asks]
    assert asked == [
        "Phases",
        "What happens",
        "Where they meet",
        "Thoughts",
        "Feeling",
        "What hurts",
        "Ideas",
    ]
    labels = [fact.label.words for fact in form(drawing).fields]
    assert labels[0] == "Path"
    assert labels[-1] == "Event, place and day"
    assert [thing.number for thing in form(drawing).things] == [1, 2, 3, 4, 5]
    assert {fact.words.words for fact in form(drawing).fields} == {""}


def test_who_does_not_see_a_sheet_is_told_what_it_asks() -> None:
    (drawing,) = lg.workshop_sheets(lumme(), "needs", blank=True, lang="en")
    assert "Who raised it: staff, customers\n" in drawing.text
    assert "What shows it: What happened, how often, where it is seen\n" in drawing.text


def test_no_field_asks_for_the_name_of_a_person() -> None:
    for kind in lg.WORKSHOPS:
        for drawing in lg.workshop_sheets(lumme(), kind, blank=True, lang="en"):
            said = " ".join(
                line for scene in drawing.scenes for one in words(scene) for line in one.lines
            )
            assert not re.search(r"\b(your name|participant|facilitator|signature)\b", said.lower())


def test_each_sheet_says_model_day_event_id_and_statement() -> None:
    (drawing,) = lg.workshop_sheets(lumme(), "needs", event=EVENT, lang="en")
    said = [" ".join(" ".join(one.lines) for one in words(scene)) for scene in drawing.scenes]
    assert (
        "Workshops with customers and other participatory means (event-customer-workshops)"
        in said[0]
    )
    assert "As of 22 August 2026." in said[0]
    assert f"workshop-needs-{EVENT}" in said[0]
    for sheet in said:
        assert "Unofficial. Not made or approved by the Lumme libraries." in sheet
        assert "Service model of the Lumme libraries (unofficial)" in sheet
    assert drawing.id == f"workshop-needs-{EVENT}"


def test_sticky_notes_fit_on_a3_and_the_rows_of_its_sheets_meet() -> None:
    (drawing,) = lg.workshop_sheets(lumme(), "journey", ["path-hold"], lang="fi")
    assert [len(drawing.scenes)] == [3]  # seven steps, three to a sheet: 3 + 2 + 2
    first, *others = [rows(scene) for scene in drawing.scenes]
    for other in others:
        assert {ask: (box.y, box.height) for ask, box in other.items()} == {
            ask: (box.y, box.height) for ask, box in first.items()
        }
    assert first["pains"].height >= 76
    assert first["ideas"].height >= 76


def test_what_is_known_is_printed_and_a_missing_step_has_a_place() -> None:
    (drawing,) = lg.workshop_sheets(small(), "journey", ["path-loan"])
    said = [line for scene in drawing.scenes for one in words(scene) for line in one.lines]
    assert {"Before the visit", "asks at the desk", "waits", "customer"} <= set(said)
    (scene,) = drawing.scenes
    felt = [shape for shape in shapes(scene.shapes) if isinstance(shape, ShapeGroup)]
    facts = [dict(group.data).get("fact") for group in felt]
    assert facts.count("path-loan/wait/feeling") == 1
    assert "path-loan/ask/feeling" not in facts


def test_a_list_of_needs_ends_with_room_for_more() -> None:
    (drawing,) = lg.workshop_sheets(lumme(), "needs", lang="en")
    names = [lumme()[need.id] for need in lumme().all(lg.Need)]
    assert len(form(drawing).things) == len(names)
    last = drawing.scenes[-1]
    ids = [dict(g.data).get("id") for g in shapes(last.shapes) if isinstance(g, ShapeGroup)]
    assert "free" in ids


def test_what_is_not_there_is_said_with_the_nearest() -> None:
    graph = lumme()
    with pytest.raises(lg.UnknownNameError, match="did you mean needs"):
        lg.workshop_sheets(graph, "need")
    with pytest.raises(lg.UnknownIdError, match="did you mean path-hold"):
        lg.workshop_sheets(graph, "journey", ["path-hald"])
    with pytest.raises(lg.UnknownIdError, match=f"did you mean {EVENT}"):
        lg.workshop_sheets(graph, "needs", event="event-customer-workshop")
    with pytest.raises(lg.DrawError, match="leave out --blank or the ids"):
        lg.workshop_sheets(graph, "journey", ["path-hold"], blank=True)
    with pytest.raises(lg.DrawError, match="1 to 60 steps"):
        lg.workshop_sheets(graph, "journey", steps=0)
    with pytest.raises(lg.UnknownNameError, match="there is no paper web"):
        lg.workshop_sheets(graph, "journey", paper="web")
