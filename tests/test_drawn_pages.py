"""What the card of a profile and the sheet of a touchpoint say, and what a blank sheet keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

import lumme_graph as lg
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.journeys import Path as ServicePath
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn.blank import STEPS, blank
from lumme_graph.views.drawn.parts import ALL
from lumme_graph.views.drawn.profile import profile
from lumme_graph.views.drawn.promise import promise
from lumme_graph.views.drawn.touchpoint import touchpoint
from lumme_graph.views.shapes import (
    Box,
    Grid,
    GridCell,
    GridRow,
    Network,
    PageBlock,
    ShapeLine,
    ShapePage,
    boxes,
    told,
)

WEB = "touchpoint-web-library"


@pytest.fixture(scope="module")
def lumme() -> ServiceGraph:
    return lg.load(Path(__file__).parents[1] / "models" / "lumme")


def card(graph: ServiceGraph, id_: str, lang: str = "fi") -> ShapePage:
    return profile(graph, id_, graph.speaker(lang), ALL)


def sheet(graph: ServiceGraph, id_: str, lang: str = "fi") -> ShapePage:
    return touchpoint(graph, id_, graph.speaker(lang), ALL)


def block(page: ShapePage, id_: str) -> PageBlock:
    return next(one for row in page.blocks for one in row if one.id == id_)


def words(one: PageBlock) -> list[list[str]]:
    return [[fact.words.words for fact in box.facts] for box in one.boxes]


def test_a_card_tells_who_the_group_is(lumme: ServiceGraph) -> None:
    page = card(lumme, "profile-youth")
    assert page.head.title.words == "Nuori, jota kirjasto ei kiinnosta"
    assert [fact.words.words for fact in page.head.fields] == ["16–25-vuotias", "ei-käyttäjä"]
    assert page.head.sign is not None
    assert page.head.sign.value == "non-user"
    assert page.head.standing is not None
    assert page.head.standing.value == "illustrative"


def test_a_card_tells_goals_barriers_triggers_and_what_is_asked_of_staff(
    lumme: ServiceGraph,
) -> None:
    page = card(lumme, "profile-youth")
    assert words(block(page, "goals")) == [["olla kaverien seurassa"], ["tehdä jotakin omaa"]]
    assert words(block(page, "barriers")) == [
        ["ei näe kirjastosta hyötyä"],
        ["huonot kokemukset lukemisesta"],
    ]
    assert words(block(page, "triggers")) == [["kaveri"], ["nuorisotyö"], ["selvä oma hyöty"]]
    assert words(block(page, "asks_of_staff")) == [["perustelee"], ["kuuntelee"], ["kannustaa"]]


def test_a_profile_without_paths_says_so_and_evidence_names_its_sources(
    lumme: ServiceGraph,
) -> None:
    page = card(lumme, "profile-youth")
    assert words(block(page, "paths")) == [["ei yhtään polkua"]]
    assert words(block(page, "evidence")) == [
        ["Näyttö: 5 lähdettä (L23, L25, L44, R01, R07: n = 120)"]
    ]


def test_the_face_before_a_path_is_its_lowest_feeling(lumme: ServiceGraph) -> None:
    faces = {
        box.id.rpartition("/")[2]: box.facts[0].value
        for box in block(card(lumme, "profile-worker"), "paths").boxes
    }
    assert faces["path-hold"] == 0
    assert faces["path-ill"] == faces["path-fee"] == -2


def step(id_: str, **more: object) -> dict[str, object]:
    return {
        "id": id_,
        "action": {"en": "asks"},
        "actor": {"kind": "customer"},
        "lane": "customer",
        "touchpoint": "touchpoint-desk",
        **more,
    }


def graph_of(*elements: KeptElement) -> ServiceGraph:
    settings = {"as_of": "2026-08-22", "languages": {"required": ["en"]}}
    return ServiceGraph(elements, Settings.model_validate(settings))


def named(id_: str, **more: object) -> dict[str, object]:
    return {"id": id_, "name": {"en": id_.partition("-")[2].capitalize()}, **more}


def small() -> ServiceGraph:
    """A profile with a channel of known frequency and a feeling of its own, and one without."""
    desk = named("touchpoint-desk", channel="service-location")
    app = named("touchpoint-app", channel="e-service")
    uses = {"touchpoint": "touchpoint-desk", "how_often": "never"}
    first = named("profile-a", relation="former-user", touchpoints=[app["id"]], channels=[uses])
    second = named("profile-b", relation="user", touchpoints=[app["id"]])
    own = [{"profile": "profile-a", "value": -1}]
    steps = [step("one", feeling={"value": 1}, feelings=own), step("two")]
    path = named("path-x", profiles=["profile-a", "profile-b"], steps=steps)
    return graph_of(
        Touchpoint.model_validate(desk),
        Touchpoint.model_validate(app),
        Profile.model_validate(first),
        Profile.model_validate(second),
        ServicePath.model_validate(path),
    )


def test_channels_are_the_records_and_then_the_touchpoints_without_one() -> None:
    page = card(small(), "profile-a", "en")
    assert words(block(page, "channels")) == [["Desk", "never"], ["App", "how often: not known"]]
    assert block(page, "channels").note is None


def test_a_frequency_that_is_known_of_no_channel_is_said_once() -> None:
    channels = block(card(small(), "profile-b", "en"), "channels")
    assert words(channels) == [["App"]]
    assert channels.note is not None
    assert channels.note.words.words == "how often: not known"


def test_a_path_feels_to_a_profile_as_it_is_known_to() -> None:
    for id_, lowest in (("profile-a", -1), ("profile-b", 1)):
        assert block(card(small(), id_, "en"), "paths").boxes[0].facts[0].value == lowest


def test_what_is_not_entered_is_said_and_no_evidence_is_a_gap() -> None:
    page = card(small(), "profile-a", "en")
    assert words(block(page, "goals")) == [["not entered"]]
    told_of = block(page, "evidence").boxes[0].facts[0]
    assert (told_of.words.words, told_of.role) == ("no evidence", "gap")


def test_a_touchpoint_counts_steps_paths_and_bad_feelings(lumme: ServiceGraph) -> None:
    assert words(block(sheet(lumme, WEB), "numbers")) == [
        ["6", "vaihetta kulkee tästä"],
        ["4", "palvelupolkua kulkee tästä"],
        ["2", "vaihetta tuntuu pahalta"],
    ]


def test_the_steps_through_a_touchpoint_stand_worst_first(lumme: ServiceGraph) -> None:
    table = block(sheet(lumme, WEB), "meetings")
    assert [box.number for box in table.boxes] == [1, 6, 2, 1, 4, 1]
    assert words(table)[0] == [
        "Maksu ja lainauskielto selvitetään",
        "vaihe 1/5",
        "yrittää uusia lainan, mutta se ei onnistu",
        "Uusiminen",
        "−2 turhautunut",
    ]


def test_a_feeling_that_is_not_known_stands_last_and_is_no_good_one() -> None:
    page = sheet(small(), "touchpoint-desk", "en")
    table = block(page, "meetings")
    assert [box.facts[-1].words.words for box in table.boxes] == ["+1 content", "not known"]
    assert words(block(page, "numbers"))[2] == ["0", "steps feel bad", "not known of 1"]


def test_where_it_is_offered_tells_yes_from_no_from_unknown(lumme: ServiceGraph) -> None:
    at = block(sheet(lumme, WEB), "at")
    assert {box.facts[0].signs[0].value for box in at.boxes} == {"done"}
    assert len(at.boxes) == 12
    seen = {
        box.facts[0].signs[0].value
        for one in lumme.all(Touchpoint)
        for box in block(sheet(lumme, one.id), "at").boxes
    }
    assert {"done", "unknown"} <= seen


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_fact_has_an_address_of_its_own(lumme: ServiceGraph, lang: str) -> None:
    pages = [
        *(card(lumme, one.id, lang) for one in lumme.all(Profile)),
        *(sheet(lumme, one.id, lang) for one in lumme.all(Touchpoint)),
    ]
    for page in pages:
        ids = [one.fact.id for one in told(page)]
        assert len(ids) == len(set(ids))


def test_evidence_with_people_asked_says_how_many() -> None:
    evidence = [{"source": "source-r07", "n": 120}]
    graph = graph_of(Profile.model_validate(named("profile-a", relation="user", evidence=evidence)))
    said = words(block(card(graph, "profile-a", "en"), "evidence"))
    assert said == [["Evidence: 1 source (R07: n = 120)"]]


def test_a_blank_page_keeps_headings_and_columns_and_tells_nothing(lumme: ServiceGraph) -> None:
    for page in (card(lumme, "profile-worker"), sheet(lumme, WEB)):
        empty = blank(page)
        assert isinstance(empty, ShapePage)
        assert empty.head.kind == page.head.kind
        kept = [row for row in page.blocks if all(b.look != "tiles" for b in row)]
        assert [[(b.words, b.columns) for b in row] for row in empty.blocks] == [
            [(b.words, b.columns) for b in row] for row in kept
        ]
        assert {one.fact.words.words for one in told(empty)} == {""}


def test_a_blank_promise_keeps_its_ranks_in_a_tree_of_empty_boxes(lumme: ServiceGraph) -> None:
    whole = promise(lumme, "promise-lumme", lumme.speaker("fi"), ALL)
    empty = blank(whole)
    assert isinstance(empty, Network)
    assert [line.words for line in empty.lines] == [line.words for line in whole.lines]
    assert {one.fact.words.words for one in told(empty)} == {""}
    ids = {box.id for box in boxes(empty)}
    assert all(link.source in ids and link.target in ids for link in empty.links)
    assert len(empty.links) == len(ids) - 1


def test_a_blank_grid_has_eight_numbered_steps_under_the_names_of_its_rows(
    lumme: ServiceGraph,
) -> None:
    page = card(lumme, "profile-worker")
    said = page.head.title
    cells = (GridCell("a", block(page, "goals").boxes[:1]),)
    numbered = GridRow("steps", said, "boxes", (GridCell("a", (Box("a", (), 1),)),))
    rows = (numbered, GridRow("lists", said, "list", cells), GridRow("curve", said, "curve", cells))
    empty = blank(Grid("journey", page.head, (ShapeLine("a", said),), rows))
    assert isinstance(empty, Grid)
    assert [row.words for row in empty.rows] == [said] * 3
    assert [cell.boxes[0].number for cell in empty.rows[0].cells] == list(range(1, STEPS + 1))
    assert [len(row.cells) for row in empty.rows] == [STEPS, STEPS, 0]
    assert {one.fact.words.words for one in told(empty)} == {""}
