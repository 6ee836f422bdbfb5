"""Questions and indicators on the very day, and where something is only planned or perhaps so."""

from __future__ import annotations

from typing import Any

import pytest
from saying import words_of

import lumme_graph as lg
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.things import Missing

NET = {"id": "organisation-net", "name": {"en": "Net"}, "type": "network"}
ONE = {
    "id": "organisation-one",
    "name": {"en": "One"},
    "type": "library",
    "memberships": [{"of": "organisation-net"}],
}


def graph_of(*elements: dict[str, Any]) -> lg.ServiceGraph:
    kinds = {kind.kind.prefix: kind for kind in lg.ELEMENTS}
    made = [kinds[one["id"].partition("-")[0]].model_validate(one) for one in elements]
    settings = {"as_of": "2026-08-22", "network": "organisation-net"}
    return lg.ServiceGraph(made, Settings.model_validate(settings))


@pytest.mark.parametrize(
    ("offer", "common"),
    [
        ({"is": "yes"}, 1),
        ({"is": "no"}, Missing.NOT_RECORDED),
        ({"is": "yes", "to": "2026-08-21"}, Missing.NOT_RECORDED),
        ({"is": "yes", "from": "2026"}, Missing.NOT_RECORDED),
    ],
)
def test_a_service_is_common_where_the_network_surely_offers_it(
    offer: dict[str, Any], common: object
) -> None:
    service = {
        "id": "service-bus",
        "name": {"en": "Bus"},
        "offered": [{"at": "organisation-net", **offer}],
    }
    totals = lg.ask(graph_of(NET, ONE, service), "joint-services").totals
    assert {words_of(one.label): one.value for one in totals}["network"] == common


@pytest.mark.parametrize(("modality", "n"), [("done", 0), ("planned", 1)])
def test_who_is_to_take_part_in_a_theme_day_has_not_taken_part(modality: str, n: int) -> None:
    event = {
        "id": "event-day",
        "name": {"en": "Day"},
        "type": "theme-day",
        "modality": modality,
        "takers_part": ["organisation-one"],
    }
    note = words_of(lg.ask(graph_of(NET, ONE, event), "theme-day-libraries").note)
    assert note.endswith(f"For {n} of 1 library no participation is recorded.")


@pytest.mark.parametrize(
    ("begins", "early"), [("2026-02-28", True), ("2026-03-01", False), ("2026-03-02", False)]
)
def test_an_action_may_begin_on_the_last_day_of_what_comes_first(begins: str, early: bool) -> None:
    first = {
        "id": "action-ask",
        "name": {"en": "Ask"},
        "project": "project-p",
        "from": "2026-01",
        "to": "2026-03-01",
    }
    then = {
        "id": "action-do",
        "name": {"en": "Do"},
        "project": "project-p",
        "from": begins,
        "after": ["action-ask"],
    }
    project = {"id": "project-p", "name": {"en": "P"}, "from": "2026-01-01", "to": "2026-12-31"}
    said = words_of(lg.ask(graph_of(project, first, then), "outside-project-or-order").note)
    assert said.startswith(f"Outside or too early {int(early)} of 2;")


@pytest.mark.parametrize(
    ("day", "unused"), [("2026-02-28", 1), ("2026-03-01", 0), ("2026-03-02", 0)]
)
def test_a_method_may_be_used_on_the_day_on_which_it_is_taught(day: str, unused: int) -> None:
    done = {"modality": "done", "methods": ["customer-panel"]}
    course = {"id": "event-course", "name": {"en": "C"}, "type": "training", "from": "2026-03-01"}
    panel = {"id": "event-panel", "name": {"en": "P"}, "type": "customer-panel", "from": day}
    said = words_of(lg.ask(graph_of(course | done, panel | done), "methods-taught-and-used").note)
    assert said == f"Methods to be taught: 1; no later use recorded for {unused} of them."


@pytest.mark.parametrize(
    ("day", "modality", "perhaps"),
    [
        ("2025-03-01", "done", ["event-course"]),
        ("2025-12-31", "done", ["event-course"]),
        ("2026-01-01", "done", []),
        ("2024-12-31", "done", []),
        ("2025-01-01", "done", ["event-course"]),
        ("2025-03-01", "planned", []),
    ],
)
def test_what_was_held_in_the_time_of_a_project_is_perhaps_its_own(
    day: str, modality: str, perhaps: list[str]
) -> None:
    project = {"id": "project-p", "name": {"en": "P"}, "from": "2025-01-01", "to": "2025-12-31"}
    event = {
        "id": "event-course",
        "name": {"en": "C"},
        "type": "training",
        "modality": modality,
        "from": day,
    }
    counted = {
        "id": "indicator-trainings",
        "name": {"en": "T"},
        "query": "trainings",
        "project": "project-p",
    }
    value = lg.indicator(graph_of(project, event, counted), "indicator-trainings")
    apart = {state: [thing.id for thing in of] for state, of in value.measure.apart.items()}
    assert apart == ({Missing.UNKNOWN: perhaps} if perhaps else {})
    assert value.measure.n == 0
