"""A check and the question on the same matter: one judgement, also where facts are missing."""

from __future__ import annotations

from typing import Any

import pytest

import lumme_graph as lg
from lumme_graph.elements.kinds import KINDS
from lumme_graph.graph.things import Thing

NET: dict[str, Any] = {"id": "organisation-net", "type": "network"}
NORTH: dict[str, Any] = {
    "id": "organisation-north",
    "type": "library",
    "memberships": [{"of": NET["id"]}],
}


def graph_of(*elements: dict[str, Any]) -> lg.ServiceGraph:
    made = [
        KINDS[str(data["id"]).partition("-")[0]].model_validate({"name": {"en": "X"}, **data})
        for data in (NET, NORTH, *elements)
    ]
    settings = {"as_of": "2026-08-22", "network": NET["id"], "languages": {"required": ["en"]}}
    return lg.ServiceGraph(made, lg.Settings.model_validate(settings))


def checked(graph: lg.ServiceGraph, code: str) -> dict[str, str]:
    return {f.element: f.message() for f in lg.check(graph) if f.code == code}


def asked(graph: lg.ServiceGraph, question: str, gap: str) -> set[str]:
    """The elements of one thing that is not recorded."""
    answer = lg.ask(graph, question)
    return {
        thing.id for one in answer.not_recorded if one.what.say("en") == gap for thing in one.of
    }


def rows(graph: lg.ServiceGraph, question: str) -> set[str]:
    found = (row.values[0] for row in lg.ask(graph, question).rows)
    return {thing.id for thing in found if isinstance(thing, Thing)}


TARGET = {"id": "target-t"}
DONE = {"modality": "done", "from": "2025"}
OWNER = {"id": "role-lead"}


@pytest.mark.parametrize(
    ("elements", "missing"),
    [
        ([], ["a decided action", "an owner", "a date"]),
        # Done on a day that has not come is not done; its day is a day all the same.
        (
            [{"id": "action-a", "modality": "done", "from": "2030"}],
            ["a decided action", "an owner"],
        ),
        (
            [{"id": "action-a", "modality": "funded", "from": "2017"}],
            ["a decided action", "an owner"],
        ),
        ([{"id": "action-a", "modality": "done"}], ["an owner", "a date"]),
        # Planned, but it follows a decision that was made, which has a day.
        (
            [
                {"id": "action-a", "modality": "planned", "decision": "decision-d"},
                {"id": "decision-d", "modality": "done", "date": "2025"},
            ],
            ["an owner"],
        ),
        # A decision of a day to come settles nothing, and gives no day.
        (
            [
                {"id": "action-a", "modality": "planned", "decision": "decision-d"},
                {"id": "decision-d", "modality": "done", "date": "2030"},
            ],
            ["a decided action", "an owner", "a date"],
        ),
        (
            [{"id": "action-a", "modality": "planned", "owner": "role-lead"}, OWNER],
            ["a decided action", "a date"],
        ),
        ([{"id": "action-a", "owner": "role-lead", **DONE}, OWNER], []),
    ],
)
def test_what_a_target_lacks(elements: list[dict[str, Any]], missing: list[str]) -> None:
    """LG702 and question 27."""
    made = [{**e, "targets": ["target-t"]} if e["id"].startswith("action") else e for e in elements]
    graph = graph_of(TARGET, *made)
    message = f"target “X” lacks {', '.join(missing)}"
    assert checked(graph, "LG702") == ({"target-t": message} if missing else {})
    gaps = {
        "a decided action": "of them decided or done",
        "an owner": "owner",
        "a date": "date",
    }
    lacking = [what for what, gap in gaps.items() if asked(graph, "targets-without-decision", gap)]
    assert lacking == missing


STAFF, CUSTOMERS = {"by": "staff"}, {"by": "customers"}
NOBODY: list[dict[str, str]] = []


@pytest.mark.parametrize(
    ("needs", "staff_only", "both", "unknown"),
    [
        ([[STAFF]], True, False, False),
        ([[STAFF], [STAFF]], True, False, False),
        ([[STAFF], [CUSTOMERS]], False, True, False),
        ([[STAFF, CUSTOMERS]], False, True, False),
        ([[CUSTOMERS]], False, False, False),
        # Of one need nobody knows who raised it: customers perhaps.
        ([[STAFF], NOBODY], False, False, True),
        ([[CUSTOMERS], NOBODY], False, False, True),
        ([[STAFF], [CUSTOMERS], NOBODY], False, True, False),
        ([NOBODY], False, False, True),
        ([], False, False, True),
    ],
)
def test_who_raised_the_needs_of_a_target(
    needs: list[list[dict[str, str]]], *, staff_only: bool, both: bool, unknown: bool
) -> None:
    """LG703 and questions 23 and 26."""
    made = [{"id": f"need-n{at}", "origins": origins} for at, origins in enumerate(needs)]
    graph = graph_of({**TARGET, "needs": [need["id"] for need in made]}, *made)
    assert bool(checked(graph, "LG703")) is staff_only
    assert bool(rows(graph, "targets-on-staff-only")) is staff_only
    assert bool(rows(graph, "targets-from-both")) is both
    for question in ("targets-on-staff-only", "targets-from-both"):
        assert bool(asked(graph, question, "the origin of the need")) is unknown


COURSE = {"id": "event-course", "type": "training", "topics": ["network-leadership"]}


@pytest.mark.parametrize(
    ("event", "group", "untrained"),
    [
        ({**COURSE, **DONE}, {}, False),
        ({**COURSE, "modality": "planned"}, {}, True),
        ({**COURSE, "modality": "done", "from": "2030"}, {}, True),
        ({**COURSE, **DONE, "type": "study-trip"}, {}, False),
        ({**COURSE, **DONE, "audience": ["staff"]}, {}, True),
        ({**COURSE, **DONE, "type": "hearing"}, {}, True),
        ({**COURSE, "modality": "planned"}, {"to": "2020"}, False),
    ],
)
def test_whether_a_leader_is_trained(
    event: dict[str, Any], group: dict[str, Any], *, untrained: bool
) -> None:
    """LG705 and question 38; a group that is over needs no leader any more."""
    graph = graph_of(event, OWNER, {"id": "group-g", "leads": ["role-lead"], **group})
    assert bool(checked(graph, "LG705")) is untrained
    gap = "the leader's training in network leadership"
    assert asked(graph, "leaders-trained", gap) == ({"role-lead"} if untrained else set())


def applied(*items: tuple[str, int | None]) -> dict[str, Any]:
    """A project with what it applied for; None is not reported."""
    funding = [
        {"stage": "applied", "party": party} | ({} if amount is None else {"amount": amount})
        for party, amount in items
    ]
    return {"id": "project-p", "funding": funding}


@pytest.mark.parametrize(
    ("project", "wrong", "said"),
    [
        (applied(("grant", 8), ("own", 2), ("total", 10)), False, "the sum 10 holds"),
        (applied(("grant", 8), ("own", 3), ("total", 10)), True, "the sum 11 is not the stated 10"),
        # One part was not reported: it may be the rest.
        (
            applied(("grant", 8), ("own", None), ("total", 10)),
            False,
            "the parts that are known make 8 of 10",
        ),
        # Not even what is known fits.
        (
            applied(("grant", 12), ("own", None), ("total", 10)),
            True,
            "the sum 12 is not the stated 10",
        ),
        # No part is known.
        (
            applied(("grant", None), ("total", 10)),
            False,
            "the parts that are known make 0 of 10",
        ),
        (applied(("total", 10)), False, "the parts that are known make 0 of 10"),
        (applied(("grant", 0), ("own", 0), ("total", 0)), False, "the sum 0 holds"),
    ],
)
def test_whether_a_budget_adds_up(project: dict[str, Any], said: str, *, wrong: bool) -> None:
    """LG708 and question 43."""
    graph = graph_of(project)
    assert bool(checked(graph, "LG708")) is wrong
    assert lg.ask(graph, "budget-sum").note.say("en").startswith(f"X: {said}; own money ")


PAPER = {"id": "source-paper", "citation": "Paper"}
LISTED = {"id": "source-listed", "citation": "Listed", "listed_by": ["source-paper"]}
CLAIM = {"id": "claim-c", "text": {"en": "So it is"}, "said_in": "source-paper"}
SOURCES = {"standing": "sourced", "sources": ["source-listed"]}
EVIDENCE = {"id": "profile-p", "relation": "user", "evidence": [{"source": "source-listed"}]}


@pytest.mark.parametrize(
    ("element", "never"),
    [
        (CLAIM, True),
        ({**CLAIM, "cites": ["source-listed"]}, False),
        ({"id": "need-n", **SOURCES}, False),
        ({"id": "need-n", "origins": [{"by": "staff", **SOURCES}]}, False),
        (EVIDENCE, False),
        ({"id": "source-other", "citation": "Other", "listed_by": ["source-listed"]}, True),
    ],
)
def test_whether_a_listed_source_is_cited(element: dict[str, Any], *, never: bool) -> None:
    """LG709 and question 36: what an element rests on is cited."""
    more = {} if element["id"].startswith(("claim", "source")) else {"name": {"en": "X"}}
    graph = sources(PAPER, LISTED, {**more, **element})
    assert ("source-listed" in checked(graph, "LG709")) is never
    assert ("source-listed" in asked(graph, "claims-and-sources", "a claim that cites it")) is never


def sources(*elements: dict[str, Any]) -> lg.ServiceGraph:
    """Sources and claims have no name."""
    made = [KINDS[e["id"].partition("-")[0]].model_validate(e) for e in elements]
    settings = {"as_of": "2026-08-22", "languages": {"required": ["en"]}}
    return lg.ServiceGraph(made, lg.Settings.model_validate(settings))
