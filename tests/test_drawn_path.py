"""What the path and the blueprint say of path-hold of models/lumme and of small paths: by hand."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from pathlib import Path as File

import pytest
from drawn_lanes import graph_of, path_of
from saying import words_of

import lumme_graph as lg
from lumme_graph.views.drawn.blueprint import blueprint
from lumme_graph.views.drawn.parts import Only
from lumme_graph.views.drawn.path import path
from lumme_graph.views.drawn.step_facts import duration
from lumme_graph.views.key import key
from lumme_graph.views.shapes import Box, Grid, boxes, told

LUMME = File(__file__).parent.parent / "models" / "lumme"


@cache
def lumme() -> lg.ServiceGraph:
    return lg.load(LUMME)


def grid(kind: str, lang: str = "en") -> Grid:
    view = {"path": path, "blueprint": blueprint}[kind]
    return view(lumme(), "path-hold", lumme().speaker(lang), Only())


def words(box: Box) -> dict[str, str]:
    return {one.id.rpartition("/")[2]: one.words.words for one in box.facts}


def by_lane(shown: Grid) -> dict[str, list[str]]:
    return {row.id: [cell.column.rpartition("/")[2] for cell in row.cells] for row in shown.rows}


def test_each_step_stands_in_its_lane() -> None:
    assert by_lane(grid("path")) == {
        "lane/customer": ["search-and-reserve", "pick-up", "borrow", "return"],
        "lane/frontstage": ["pick-up-notice"],
        "lane/backstage": ["pick-from-shelf"],
        "lane/support": ["transport"],
    }


def test_a_card_says_all_that_is_entered_of_its_step() -> None:
    shown = {box.id: box for box in boxes(grid("path"))}
    notice = shown["path-hold/pick-up-notice"]
    assert notice.number == 4
    assert notice.standing is not None
    assert notice.standing.value == "sourced"
    assert words(notice) == {
        "actor": "system",
        "action": "sends the pick-up notice",
        "touchpoint": "Pick-up and due-date notice",
        "system": "the shared library system Koha",
        "ours": "the timing",
        "feeling": "+1 content",
    }
    transport = words(shown["path-hold/transport"])
    assert transport["practice"] == "Free reservation and transport"
    assert transport["touchpoint"] == "– meets no service"


def test_the_head_says_who_in_which_situation_and_where() -> None:
    head = grid("path").head
    assert [one.words.words for one in head.fields] == [
        "Working-age self-service user, Cottage owner and seasonal resident",
        "The customer needs an item that is in another Lumme library, and wants it in their own library.",
        "all 12 libraries",
    ]
    assert head.made[0].words.words == "The action is sourced in 6 of 7 steps."
    assert head.state is not None
    assert head.state.words == "As-is"


def test_the_path_begins_before_its_first_step_and_ends_after_its_last() -> None:
    ends = {box.number: [sign.value for sign in box.ends] for box in boxes(grid("path"))}
    assert {number: found for number, found in ends.items() if found} == {1: ["start"], 7: ["end"]}


@pytest.mark.parametrize("kind", ["path", "blueprint"])
@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_address_is_one_facts_own_and_the_program_speaks_the_language(
    kind: str, lang: str
) -> None:
    shown = grid(kind, lang)
    ids = [one.fact.id for one in told(shown)]
    assert len(ids) == len(set(ids))
    own = [
        shown.head.kind,
        *(row.words for row in shown.rows),
        *(sign.words for sign in key(shown)),
    ]
    assert not [one for one in own if one.fallback]


def test_the_first_step_is_where_a_path_begins_even_where_a_loop_leads_back_to_it() -> None:
    graph = graph_of(path_of([0, 1], [(1, 0, "if it is missing")]))
    shown = path(graph, "path-x", graph.speaker("en"), Only())
    ends = [[sign.value for sign in box.ends] for box in boxes(shown)]
    assert ends == [["start"], []]


def test_a_blueprint_has_four_lanes_with_lines_between_and_the_evidence_above() -> None:
    assert [(row.look, row.tone) for row in grid("blueprint").rows] == [
        ("lane", "evidence"),
        ("lane", "customer"),
        ("boundary", "interaction"),
        ("lane", "frontstage"),
        ("boundary", "visibility"),
        ("lane", "backstage"),
        ("boundary", "internal"),
        ("lane", "support"),
    ]


def test_technology_serves_the_customer_and_the_rest_is_seen() -> None:
    shown = {box.id.removeprefix("path-hold/"): box for box in boxes(grid("blueprint"))}
    tones = {id_: box.tone for id_, box in shown.items() if box.number is None}
    assert {id_ for id_, tone in tones.items() if tone == "device"} == {
        "search-and-reserve/technology",
        "borrow/technology",
        "return/technology",
    }
    assert {id_ for id_, tone in tones.items() if tone == "gap"} == {"pick-up/technology"}
    assert {id_ for id_, tone in tones.items() if tone == "evidence"} == {
        "pick-up-notice/evidence",
        "pick-up/evidence",
    }
    assert {id_ for id_, tone in tones.items() if tone == "system"} == {"pick-up-notice/support"}
    assert words(shown["pick-up/technology"]) == {"gap": "not entered"}


def test_what_belongs_to_a_step_is_joined_to_it() -> None:
    links = grid("blueprint").links
    at = "path-hold/"
    both = {(link.source, link.target) for link in links if link.both}
    assert (f"{at}borrow", f"{at}borrow/technology") in both
    assert {(link.source, link.target) for link in links if link.thin} == {
        (f"{at}pick-up-notice", f"{at}pick-up-notice/evidence"),
        (f"{at}pick-up-notice/support", f"{at}pick-up-notice"),
        (f"{at}pick-up", f"{at}pick-up/evidence"),
    }


def test_a_path_without_steps_says_where_they_are_entered() -> None:
    graph = graph_of(path_of([], []))
    for view in (path, blueprint):
        shown = view(graph, "path-x", graph.speaker("en"), Only())
        assert shown.rows == ()
        assert shown.head.lacks is not None
        assert (
            shown.head.lacks.words == "No steps. Enter them in the path path-x, in its field steps."
        )


def test_one_phase_keeps_the_numbers_of_its_steps() -> None:
    whole = path_of([0, 0, 0], [])
    later = whole.steps[1].model_copy(update={"phase": "later"})
    graph = graph_of(whole.model_copy(update={"steps": (whole.steps[0], later, whole.steps[2])}))
    shown = path(graph, "path-x", graph.speaker("en"), Only(phase="later"))
    assert [(box.number, box.ends) for box in boxes(shown)] == [(2, ())]
    assert shown.links == ()


def test_where_a_path_holds_is_unknown_where_nothing_is_said() -> None:
    graph = graph_of(path_of([0], []))
    shown = path(graph, "path-x", graph.speaker("en"), Only())
    assert [one.words.words for one in shown.head.fields] == ["unknown"]


def test_durations_are_said_in_whole_units() -> None:
    assert words_of(duration(timedelta(days=14))) == "14 days"
    assert words_of(duration(timedelta(days=1, hours=12))) == "1 day 12 hours"
    assert words_of(duration(timedelta(minutes=5))) == "5 minutes"
    assert words_of(duration(timedelta(0))) == "0 seconds"


def test_a_system_supports_what_serves_the_customer() -> None:
    graph = graph_of(path_of([0, 1], [], system={"en": "Koha"}))
    shown = blueprint(graph, "path-x", graph.speaker("en"), Only())
    assert [(link.source, link.target) for link in shown.links if link.thin] == [
        ("path-x/step-0/support", "path-x/step-0/technology"),
        ("path-x/step-1/support", "path-x/step-1"),
    ]


def test_what_is_marked_at_a_step_stands_in_its_card_and_in_the_key() -> None:
    whole = path_of([0, 1], [])
    marked = lg.Step.model_validate(
        {
            **whole.steps[0].model_dump(by_alias=True),
            "marks": [
                {"type": "critical", "text": {"en": "The form asks twice."}},
                {"type": "opportunity", "text": {"en": "Fill it in."}, "standing": "sourced"},
            ],
        }
    )
    graph = graph_of(whole.model_copy(update={"steps": (marked, whole.steps[1])}))
    shown = blueprint(graph, "path-x", graph.speaker("en"), Only())
    card = next(box for box in boxes(shown) if box.id == "path-x/step-0")
    assert [
        (one.label.words, one.words.words, [sign.value for sign in one.signs])
        for one in card.facts
        if one.id.startswith("path-x/step-0/mark-")
    ] == [
        ("critical", "The form asks twice.", ["critical"]),
        ("opportunity", "Fill it in.", ["opportunity", "sourced"]),
    ]
    marks = [(sign.value, sign.words.words) for sign in key(shown) if sign.family == "mark"]
    assert marks == [("critical", "critical"), ("opportunity", "opportunity")]
