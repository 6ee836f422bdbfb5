"""The customer journey as a shape: which rows it has, what they say, and where it hurts most."""

from __future__ import annotations

from collections import Counter
from pathlib import Path as Folder

import pytest
from journey_samples import drawn, facts, path, step, words

import lumme_graph as lg
from lumme_graph.elements.journeys import Path
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn.journey import journey
from lumme_graph.views.drawn.parts import Only
from lumme_graph.views.shapes import Grid, told

MODELS = Folder(__file__).parents[1] / "models"


@pytest.fixture(scope="module")
def lumme() -> ServiceGraph:
    """The draft of the Lumme libraries."""
    return lg.load(MODELS / "lumme")


def of(graph: ServiceGraph, id_: str, lang: str = "en") -> Grid:
    """A path of a model as a journey."""
    return journey(graph, id_, graph.speaker(lang), Only())


def looks(grid: Grid) -> list[str]:
    """The rows with their looks, from the top."""
    return [f"{row.id} {row.look}" for row in grid.rows]


def test_a_journey_says_who_acts_where_they_meet_and_which_rule_applies(
    lumme: ServiceGraph,
) -> None:
    said = words(of(lumme, "path-ill"))
    assert said["path-ill/who"] == "Working-age self-service user"
    assert said["path-ill/situation"] == "The customer needs an item that no Lumme library has."
    assert said["path-ill/where"].startswith("Mikkeli")
    assert said["path-ill/made-1"] == "The action is sourced in 4 of 6 steps."
    assert said["path-ill/made-2"] == "The feeling is sourced in 0 of 6 steps."
    assert said["path-ill/order-copy/actor"] == "staff"
    assert said["path-ill/order-copy/lane"] == "backstage"
    assert "path-ill/send-request/lane" not in said
    assert said["path-ill/pick-up-and-pay/touchpoint"] == "Service desk"
    assert said["path-ill/pick-up-and-pay/channel"] == "service location"
    assert said["path-ill/send-request/rule"] == "Terms of interlibrary loan"
    assert said["path-ill/send-request/rule-id"] == "rule-interlibrary-loan"
    assert said["path-ill/arrival-notice/feeling"] == "+1 content"


def test_it_hurts_most_at_the_lowest_step(lumme: ServiceGraph) -> None:
    said = words(of(lumme, "path-fee"))
    at = "path-fee/renewal-fails/lowest"
    assert said[at] == "step 1: −2 frustrated"
    assert said[f"{at}-action"] == "tries to renew and fails"
    assert said[f"{at}-rule"] == "Renewals, Old fees by the end of January"
    assert said[f"{at}-library"].startswith("Pieksämäki")
    assert said[f"{at}-need"] == "no need recorded"


def test_rows_without_an_entry_are_named_and_not_shown(lumme: ServiceGraph) -> None:
    grid = of(lumme, "path-fee")
    blank = [said.words for said in grid.head.blank]
    assert blank == ["phases", "pains", "gains", "thoughts", "system", "duration"]
    assert looks(grid) == [
        "steps boxes",
        "touchpoint list",
        "curve-1 curve",
        "callout callout",
        "rules list",
    ]


def test_the_rows_stand_in_the_order_of_reading() -> None:
    full = step(
        "one",
        -1,
        phase="first",
        touchpoint="touchpoint-desk",
        pains=[{"en": "it is slow"}],
        gains=[{"en": "it is free"}],
        thoughts=[{"text": {"en": "How long?"}}],
        rule="rule-loan",
        system={"en": "Koha"},
        duration="PT90M",
    )
    grid = drawn(path(full, phases=[{"id": "first", "name": {"en": "First"}}]))
    assert [row.id for row in grid.rows] == [
        "phases",
        "steps",
        "touchpoint",
        "curve-1",
        "callout",
        "pains",
        "gains",
        "thoughts",
        "rules",
        "system",
        "duration",
    ]
    assert grid.head.blank == ()
    assert words(grid)["path-x/one/duration"] == "1 hour 30 minutes"
    signs = {id_: [sign.value for sign in one.signs] for id_, one in facts(grid).items()}
    assert signs["path-x/one/pain-1"] == ["pain"]
    assert signs["path-x/one/gain-1"] == ["gain"]


@pytest.mark.parametrize("lang", ["en", "fi", "sv"])
def test_each_fact_has_an_address_of_its_own(lumme: ServiceGraph, lang: str) -> None:
    for one in lumme.all(Path):
        ids = Counter(said.fact.id for said in told(of(lumme, one.id, lang)))
        assert not [id_ for id_, n in ids.items() if n > 1]


def test_of_several_lowest_steps_the_first_is_told_and_the_others_are_named() -> None:
    said = words(drawn(path(step("one", -1), step("two", 0), step("three", -1), step("four", -1))))
    assert said["path-x/one/lowest"] == "step 1: −1 uneasy; also 3, 4"
    assert not [id_ for id_ in said if id_.startswith("path-x/three/lowest")]


def test_where_nothing_is_below_zero_nothing_is_lowest() -> None:
    grid = drawn(path(step("one", 0), step("two", 1)))
    assert looks(grid) == ["steps boxes", "curve-1 curve"]
    assert "lowest" not in {sign.value for sign in grid.keys}


def test_the_lowest_step_tells_its_need_with_the_id() -> None:
    said = words(drawn(path(step("one", -2, needs=["need-speed"]))))
    assert said["path-x/one/lowest-need"] == "Quicker answers (need-speed)"


def test_a_step_without_a_feeling_has_no_data_not_zero() -> None:
    said = facts(drawn(path(step("one", 1), step("two"))))
    two = said["path-x/two/feeling"]
    assert (two.words.words, two.value, two.role) == ("no data", None, "gap")


def test_without_any_feeling_there_is_no_curve() -> None:
    grid = drawn(path(step("one"), step("two")))
    assert looks(grid) == ["steps boxes"]
    assert "feeling" in [said.words for said in grid.head.blank]


def test_a_thought_is_quoted_only_where_it_is_sourced() -> None:
    thoughts = [
        {"text": {"en": "Heard"}, "standing": "sourced"},
        {"text": {"en": "Made up"}, "standing": "illustrative"},
        {"text": {"en": "Unsaid"}},
    ]
    said = facts(drawn(path(step("one", thoughts=thoughts))))
    shown = [(said[f"path-x/one/thought-{n}"]) for n in (1, 2, 3)]
    assert [one.words.words for one in shown] == ["“Heard”", "Made up", "Unsaid"]
    signs = [[sign.value for sign in one.signs] for one in shown]
    assert signs == [[], ["illustrative"], ["illustrative"]]


def test_a_moment_of_truth_has_its_star_and_word() -> None:
    said = facts(drawn(path(step("one", moment_of_truth=True), step("two", moment_of_truth=False))))
    assert said["path-x/one/moment"].words.words == "moment of truth"
    assert said["path-x/one/moment"].signs[0].value == "moment"
    assert "path-x/two/moment" not in said


def test_a_phase_stands_over_its_steps_and_one_without_steps_alone() -> None:
    phases = [{"id": id_, "name": {"en": id_.upper()}} for id_ in ("ask", "wait", "fetch")]
    grid = drawn(
        path(
            step("one", phase="ask"),
            step("two", phase="ask"),
            step("three", phase="fetch"),
            phases=phases,
        )
    )
    band = grid.rows[0]
    assert [(cell.column, cell.span) for cell in band.cells] == [
        ("path-x/one", 2),
        ("path-x/phases/wait", 1),
        ("path-x/three", 1),
    ]
    assert words(grid)["path-x/phases/wait/steps"] == "no steps"
    numbers = [box.number for cell in grid.rows[1].cells for box in cell.boxes]
    assert numbers == [1, 2, None, 3]


def test_one_phase_alone_keeps_the_numbers_of_its_steps() -> None:
    phases = [{"id": id_, "name": {"en": id_}} for id_ in ("ask", "fetch")]
    one, two = step("one", -2, phase="ask"), step("two", -1, phase="fetch")
    grid = drawn(path(one, two, phases=phases), phase="fetch")
    assert [line.id for line in grid.columns] == ["path-x/two"]
    assert words(grid)["path-x/two/lowest"] == "step 2: −1 uneasy"


def test_a_profile_that_feels_otherwise_has_a_curve_of_its_own() -> None:
    own = [{"profile": "profile-b", "value": -1}]
    grid = drawn(
        path(step("one", 1, feelings=own), step("two", 2), profiles=["profile-a", "profile-b"])
    )
    said = facts(grid)
    assert [said[f"path-x/{id_}/feeling"].value for id_ in ("one", "two")] == [1, 2]
    of_b = [said[f"path-x/{id_}/feelings/profile-b"].value for id_ in ("one", "two")]
    assert of_b == [-1, 2]
    names = [
        (sign.value, sign.words.words) for sign in grid.keys if sign.value.startswith("series")
    ]
    assert names == [("series-1", "Anyone"), ("series-2", "Beginners")]


def test_a_path_instead_is_beside_it_with_what_changes() -> None:
    now = path(step("one", -1), step("two", 0), step("three", 0))
    then = path(
        step("one", 1, action="sees it at once"),
        step("extra", 1, action="gives thanks"),
        step("three", 0),
        id="path-y",
        name={"en": "The better way"},
        state="to-be",
        instead_of="path-x",
    )
    grid = drawn(now, then)
    said = words(grid)
    assert said["path-y/one/change"] == "2 levels up"
    assert said["path-y/one/change-action"] == "sees it at once"
    assert said["path-y/two/change"] == "goes away"
    assert said["path-y/extra/added"] == "New in “The better way”: gives thanks"
    assert not [id_ for id_ in said if id_.startswith("path-y/three/change")]
    assert [row.tone for row in grid.rows if row.look == "curve"] == ["series-1", "to-be"]
    assert said["path-y/two/feeling"] == "no data"


def test_a_path_without_steps_says_where_they_are_entered() -> None:
    grid = drawn(path())
    assert (grid.columns, grid.rows) == ((), ())
    assert grid.head.lacks is not None
    assert "path-x" in grid.head.lacks.words
    assert "steps" in grid.head.lacks.words


def test_a_path_of_another_country_is_told_in_its_words() -> None:
    clwyd = lg.load(Folder(__file__).parent / "models" / "clwyd")
    said = words(of(clwyd, "path-loan", "en"))
    assert said["path-loan/phases/finding/name"] == "Finding"
    assert said["path-loan/suggest/feeling"] == "no data"
    assert said["path-loan/ask/lowest"] == "step 1: −1 uneasy"
