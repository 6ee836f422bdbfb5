"""Drawings that show less: what has one tag, the steps of one phase."""

from __future__ import annotations

from pathlib import Path

import pytest
from load_folders import said, write

import lumme_graph as lg
from lumme_graph.elements.offer import Service
from lumme_graph.graph.fingerprint import fingerprint
from lumme_graph.graph.read import read
from lumme_graph.reading.save import save
from lumme_graph.views.shapes import boxes

TAGGED = """\
- id: service-loan
  name: {en: Loans}
  tags: [core, young people]
"""

MODEL = {
    "model.yaml": "as_of: 2026-08-22\nname: {en: Lakes}\nlanguages: {required: [en]}\n"
    "network: organisation-lakes\ncoverage: {needs: [service]}\n",
    "services.yaml": TAGGED + "- {id: service-advice, name: {en: Advice}}\n",
    "who.yaml": """\
- {id: organisation-lakes, name: {en: Lakes}, type: network}
- {id: organisation-a, name: {en: A}, type: library, memberships: [{of: organisation-lakes}]}
- {id: organisation-p, name: {en: P}, type: partner, tags: [core]}
- {id: organisation-q, name: {en: Q}, type: partner}
""",
    "practices.yaml": """\
- {id: practice-card, name: {en: One card}, tags: [core]}
- {id: practice-fee, name: {en: No fee}}
""",
    "events.yaml": """\
- {id: event-day, name: {en: Day}, type: training, from: 2025, tags: [core]}
- {id: event-night, name: {en: Night}, type: training, from: 2025}
""",
    "needs.yaml": """\
- {id: need-speed, name: {en: Speed}, tags: [core]}
- {id: need-room, name: {en: Room}}
- {id: need-light, name: {en: Light}}
- {id: target-days, name: {en: Two days}, needs: [need-speed]}
- {id: target-house, name: {en: A house}, needs: [need-room]}
- {id: target-lamp, name: {en: A lamp}, needs: [need-light]}
- {id: action-van, name: {en: A van}, targets: [target-days]}
- {id: action-build, name: {en: Building}, targets: [target-house], tags: [core]}
- {id: action-paint, name: {en: Painting}, targets: [target-house]}
""",
    "touchpoints.yaml": """\
- {id: touchpoint-desk, name: {en: Desk}, channel: service-location, tags: [core]}
- {id: touchpoint-web, name: {en: Web}, channel: e-service}
""",
    "paths.yaml": """\
- id: path-hold
  name: {en: Hold}
  phases: [{id: order, name: {en: Ordering}}, {id: use, name: {en: Using}}]
  steps:
    - id: ask
      phase: order
      action: {en: asks}
      actor: {kind: customer}
      lane: customer
      touchpoint: touchpoint-desk
    - {id: read, phase: use, action: {en: reads}, actor: {kind: customer}, lane: customer}
- id: path-visit
  name: {en: Visit}
  tags: [young people]
""",
}


@pytest.fixture
def graph(tmp_path: Path) -> lg.ServiceGraph:
    return lg.load(write(tmp_path / "m", MODEL))


def shown(graph: lg.ServiceGraph, kind: str, only: lg.Only) -> set[str]:
    """The ids of the boxes of a drawing."""
    return {box.id for box in boxes(lg.draw(graph, kind, only=only).shape)}


def test_an_element_has_tags_that_are_kept_as_they_were_written(tmp_path: Path) -> None:
    root = write(tmp_path / "m", {"services.yaml": TAGGED})
    graph = lg.load(root)
    assert graph[Service, "service-loan"].tags == ("core", "young people")
    save(graph, root)
    assert (root / "services.yaml").read_text(encoding="utf-8") == TAGGED


def test_a_tag_asks_for_no_new_review(tmp_path: Path) -> None:
    service = lg.load(write(tmp_path / "m", {"services.yaml": TAGGED}))[Service, "service-loan"]
    assert fingerprint(service) == fingerprint(service.model_copy(update={"tags": ()}))


def test_a_tag_with_a_blank_end_is_a_finding(tmp_path: Path) -> None:
    root = write(tmp_path / "m", {"services.yaml": TAGGED.replace("core", '" core"')})
    assert said(root, read(root)[1])[0].startswith("services.yaml:3:10 LG008 ")


def test_of_the_kinds_of_elements_those_with_the_tag_are_drawn(graph: lg.ServiceGraph) -> None:
    both = ["touchpoint-desk", "touchpoint-web"]
    assert [one.id for one in lg.draw_many(graph, both, only=lg.Only(tag="core"))] == [
        "touchpoint-desk"
    ]


def test_what_is_drawn_of_one_element_is_not_narrowed(graph: lg.ServiceGraph) -> None:
    """The path through the desk has no tag, and still goes through the desk."""
    assert "path-hold/ask" in shown(graph, "touchpoint-desk", lg.Only(tag="core"))


def test_adoption_shows_the_practices_with_the_tag_at_every_library(
    graph: lg.ServiceGraph,
) -> None:
    assert shown(graph, "adoption", lg.Only(tag="core")) == {"practice-card/organisation-a"}


def test_the_calendar_shows_the_events_with_the_tag(graph: lg.ServiceGraph) -> None:
    assert shown(graph, "calendar", lg.Only(tag="core")) == {"event-day"}


def test_the_network_keeps_its_libraries(graph: lg.ServiceGraph) -> None:
    assert shown(graph, "network", lg.Only(tag="core")) == {
        "customer",
        "organisation-a",
        "organisation-p",
    }


def test_coverage_counts_the_items_with_the_tag(graph: lg.ServiceGraph) -> None:
    """Of two services at one library, one is tagged: one cell, whose offer nobody has stated."""
    drawn = lg.draw(graph, "coverage", only=lg.Only(tag="core")).shape
    facts = {one.id: one.words.words for one in drawn.head.fields}
    assert facts["coverage/unknown"].startswith("1 cell:")


def test_a_chain_shows_what_a_tagged_one_leads_to_and_no_gap_that_is_none(
    graph: lg.ServiceGraph,
) -> None:
    """Speed is tagged: its target and action stay. Building is: so do its target and need."""
    ids = shown(graph, "chain", lg.Only(tag="core"))
    assert {id_ for id_ in ids if "/" not in id_} == {
        "need-speed", "target-days", "action-van", "need-room", "target-house", "action-build",
    }  # fmt: skip
    assert not [id_ for id_ in ids if id_.endswith(("no-target", "no-action"))]


@pytest.mark.parametrize("kind", ["adoption", "calendar", "network", "coverage", "chain"])
def test_a_narrowed_map_says_so(graph: lg.ServiceGraph, kind: str) -> None:
    notes = [
        one.words.words for one in lg.draw(graph, kind, only=lg.Only(tag="core")).shape.head.made
    ]
    assert notes[0] == "Only what has the tag “core”."


def test_of_several_tags_one_will_do_and_the_map_names_them(graph: lg.ServiceGraph) -> None:
    """One service is tagged core and for the young, a path for the young; only services are counted."""
    only = lg.Only(tag=("core", "young people"))
    both = ["path-hold", "path-visit", "touchpoint-desk"]
    assert [one.id for one in lg.draw_many(graph, both, only=only)] == [
        "path-visit",
        "touchpoint-desk",
    ]
    note = lg.draw(graph, "calendar", only=only).shape.head.made[0].words.words
    assert note == "Only what has one of the tags core, young people."


@pytest.mark.parametrize("kind", ["journey", "blueprint", "path"])
def test_one_phase_is_drawn_and_named(graph: lg.ServiceGraph, kind: str) -> None:
    (drawn,) = lg.draw_many(graph, ["path-hold"], kind=kind, only=lg.Only("use"))
    assert [line.id for line in drawn.shape.columns] == ["path-hold/read"]  # type: ignore[union-attr]
    assert drawn.shape.head.made[0].words.words == "Only the phase “Using”."


def test_everything_with_a_tag_is_drawn_of_each_kind_that_has_it(graph: lg.ServiceGraph) -> None:
    drawn = lg.draw_all(graph, only=lg.Only(tag="young people"))
    assert [one.id for one in drawn] == ["coverage"]
    phase = lg.draw_all(graph, only=lg.Only("order"))
    assert [one.id for one in phase] == ["journey-path-hold", "blueprint-path-hold", "path-hold"]


@pytest.mark.parametrize(
    ("ids", "kind", "only", "message"),
    [
        (
            ["calendar"],
            "",
            lg.Only(tag="young people"),
            "nothing that calendar shows has the tag young people; the tags there are core",
        ),
        (
            ["touchpoint-web"],
            "",
            lg.Only(tag="core"),
            "touchpoint-web: without the tag core, which these have: touchpoint-desk",
        ),
        (["path-hold"], "", lg.Only("ordr"), "there is no phase ordr; did you mean order?"),
        (["path-visit"], "", lg.Only("order"), "path-visit: no phases are entered"),
        (
            ["coverage"],
            "",
            lg.Only("order"),
            "coverage has no phases; these have: journey, blueprint, path",
        ),
    ],
)
def test_where_nothing_has_it_the_nearest_is_named(
    graph: lg.ServiceGraph, ids: list[str], kind: str, only: lg.Only, message: str
) -> None:
    with pytest.raises(lg.DrawError) as caught:
        lg.draw_many(graph, ids, kind=kind, only=only)
    assert str(caught.value) == message


def test_of_all_kinds_the_nearest_tag_and_phase_are_named(graph: lg.ServiceGraph) -> None:
    with pytest.raises(lg.UnknownTagError, match="there is no tag cor; did you mean core"):
        lg.draw_all(graph, only=lg.Only(tag="cor"))
    with pytest.raises(lg.UnknownTagError, match="there is no tag cor; did you mean core"):
        lg.draw_many(graph, ["calendar"], only=lg.Only(tag="cor"))
    with pytest.raises(lg.DrawError, match="there is no phase ordr; did you mean order"):
        lg.draw_all(graph, only=lg.Only("ordr"))
