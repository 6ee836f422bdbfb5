"""A check and the question on the same matter: one judgement, also where facts are missing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st
from judged import NORTH, Told, asked, checked, differing, graph_of, rows, total
from saying import words_of

import lumme_graph as lg
from lumme_graph.base.label import Message
from lumme_graph.elements.evidence import Claim, KeptElement, Source
from lumme_graph.elements.groups import Group, Role
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.offer import Practice, Service
from lumme_graph.elements.project import FundingStage, Project
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.things import Thing
from lumme_graph.indicators.queries import measure

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
    listed = ", ".join([*missing[:-2], " and ".join(missing[-2:])])
    message = f"target “X” lacks {listed}"
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


def applied(*items: tuple[str, int | None] | tuple[str, int, str]) -> dict[str, Any]:
    """A project with what it applied for; None is not reported."""
    fields = ("party", "amount", "currency")
    funding = [{"stage": "applied", **dict(zip(fields, item, strict=False))} for item in items]
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
        # In which currency it will be reported does not matter: there is too much already.
        (
            applied(("grant", 12, "EUR"), ("own", None), ("total", 10, "EUR")),
            True,
            "the sum €12.00 is not the stated €10.00",
        ),
        (
            applied(("grant", 12, "EUR"), ("total", 10, "GBP")),
            False,
            "the parts €12.00 and the stated £10.00 are in different currencies",
        ),
        (applied(("grant", 0), ("own", 0), ("total", 0)), False, "the sum 0 holds"),
    ],
)
def test_whether_a_budget_adds_up(project: dict[str, Any], said: str, *, wrong: bool) -> None:
    """LG708 and question 43."""
    graph = graph_of(project)
    assert bool(checked(graph, "LG708")) is wrong
    for stage in FundingStage:
        funding = [{**item, "stage": stage.value} for item in project["funding"]]
        later = graph_of({**project, "funding": funding})
        assert stages_that_do_not_add_up(later) == {
            s: int(wrong and s is stage) for s in FundingStage
        }
    assert words_of(lg.ask(graph, "budget-sum").note).startswith(f"X: {said}")


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


@pytest.mark.parametrize(
    ("service", "silent"),
    [
        ({"produced_by": "group-g"}, True),
        ({"produced_by": "group-g", "saves": {"en": "Time"}}, False),
        # Nobody produces what is over; until when it is told, it may still be.
        ({"produced_by": "group-g", "to": "2025"}, False),
        ({"produced_by": "group-g", "to": "2026-08"}, True),
        ({}, False),
    ],
)
def test_whether_a_joint_service_says_what_it_saves(
    service: dict[str, Any], *, silent: bool
) -> None:
    """LG711 and question 8."""
    graph = graph_of({"id": "service-s", **service}, {"id": "group-g"})
    assert bool(checked(graph, "LG711")) is silent
    assert asked(graph, "resource-saving", "what is saved") == ({"service-s"} if silent else set())


PROJECT = {"id": "project-p", "roles": ["role-lead"]}
EVER: dict[str, str] = {}


@pytest.mark.parametrize(
    ("project", "held", "days"),
    [
        ({"from": "2025-01-01", "to": "2025-12-31"}, [], "1 January 2025–31 December 2025"),
        (
            {"from": "2025-01-01", "to": "2025-12-31"},
            [{"from": "2025-02-01", "to": "2025-11-30"}],
            "1 January 2025–31 January 2025, 1 December 2025–31 December 2025",
        ),
        # In January it may have begun: only from its last day on is anybody surely missed.
        (
            {"from": "2025-01", "to": "2025-12-31"},
            [{"from": "2025-03-01"}],
            "31 January 2025–28 February 2025",
        ),
        ({"from": "2026-08-20"}, [{"to": "2026-08-20"}], "21 August 2026–22 August 2026"),
        ({"from": "2025-01-01"}, [EVER], ""),
    ],
)
def test_when_there_was_no_coordinator(
    project: dict[str, Any], held: list[dict[str, str]], days: str
) -> None:
    """LG712 and question 39."""
    assignments = [{"at": NORTH["id"], **one} for one in held]
    role = {"id": "role-lead", "type": "coordinator", "assignments": assignments}
    graph = graph_of({**PROJECT, **project}, role)
    said = [message.rpartition(" on ")[2] for message in checked(graph, "LG712").values()]
    assert said == ([days] if days else [])
    assert words_of(lg.ask(graph, "coordinator-gaps").note) == (
        f"No coordinator is recorded: X {days or '–'}."
    )


def test_without_a_period_nobody_knows_when_a_coordinator_was_missing() -> None:
    graph = graph_of(PROJECT, {"id": "role-lead", "type": "coordinator"})
    assert checked(graph, "LG712") == {}
    gap = "a holder (period not recorded)"
    assert asked(graph, "coordinator-gaps", gap) == {"project-p", "role-lead"}


@pytest.mark.parametrize(
    ("accepted", "found"),
    [
        ([], True),
        ([{"code": "LG803", "reason": "a ship"}], False),
        ([{"code": "LG803", "reason": "a ship", "until": "2026-08-22"}], False),
        ([{"code": "LG803", "reason": "a ship", "until": "2026-08-21"}], True),
        ([{"code": "LG801", "reason": "no phone"}], True),
    ],
)
def test_what_looks_personal_until_it_is_accepted(
    accepted: list[dict[str, str]], *, found: bool
) -> None:
    """LG803 and question 5."""
    graph = graph_of({"id": "service-s", "name": {"en": "Maija Virtanen"}, "suppress": accepted})
    said = ["“Maija V…” looks like a person's name"] if found else []
    assert [*checked(graph, "LG803").values()] == said
    shown = [row.values[1] for row in lg.ask(graph, "personal-data").rows]
    assert [words_of(one) for one in shown if isinstance(one, Message)] == said


def found(graph: lg.ServiceGraph, code: str) -> set[str]:
    """What a check finds and nobody has accepted; nothing is the settings."""
    return {finding.element for finding in lg.check(graph) if finding.code == code}


def unknown(graph: lg.ServiceGraph) -> set[str]:
    """The practices of which question 13 does not know everything."""
    rows = (row.values for row in lg.ask(graph, "practice-adoption").rows)
    return {one.id for one, *_, open_ in rows if isinstance(one, Thing) and open_ != ()}


def silent(graph: lg.ServiceGraph) -> set[str]:
    """The joint services of which question 40 is not told what they save."""
    lacking = asked(graph, "resource-saving", "what is saved")
    return {id_ for id_ in lacking if id_.startswith("service-")}


def without_coordinator(graph: lg.ServiceGraph) -> set[str]:
    """The projects of which question 39 tells on which days nobody was known to coordinate."""
    gaps = lg.ask(graph, "coordinator-gaps").not_recorded
    days = [gap for gap in gaps if re.match(r"a holder \d", words_of(gap.what))]
    return {thing.id for gap in days for thing in gap.of if thing.id.startswith("project-")}


def personal(label: str) -> Told:
    """Where question 5 finds what is personal."""

    def told(graph: lg.ServiceGraph) -> set[str]:
        there = total(graph, "personal-data", label)
        return {"" if id_ == "model" else id_ for id_ in there}

    return told


CHECK_AND_QUESTION: dict[str, Told] = {
    "LG709": lambda graph: asked(graph, "claims-and-sources", "a claim that cites it"),
    "LG710": unknown,
    "LG711": silent,
    "LG712": without_coordinator,
    "LG801": personal("phone numbers"),
    "LG802": personal("e-mail addresses"),
    "LG803": personal("what looks like a name"),
}


def stages_that_do_not_add_up(graph: lg.ServiceGraph) -> dict[FundingStage, int]:
    """At how many projects LG708 finds the money of a stage wrong."""
    stages = [f.params["stage"] for f in lg.check(graph) if f.code == "LG708"]
    return {stage: stages.count(stage.label) for stage in FundingStage}


def stages_that_are_said_to_be_wrong(graph: lg.ServiceGraph) -> dict[FundingStage, int]:
    """Of how many plans question 43 says so, were the money of each stage the plan."""
    return {
        stage: words_of(lg.ask(planned(graph, stage), "budget-sum").note).count(
            " is not the stated "
        )
        for stage in FundingStage
    }


def planned(graph: lg.ServiceGraph, stage: FundingStage) -> lg.ServiceGraph:
    """The projects with the money of one stage, as if it were what they applied for."""
    return lg.ServiceGraph(
        [
            project.model_copy(
                update={
                    "funding": tuple(
                        item.model_copy(update={"stage": FundingStage.APPLIED})
                        for item in project.funding
                        if item.stage is stage
                    )
                }
            )
            for project in graph.all(Project)
        ],
        graph.settings,
    )


def open_practices(graph: lg.ServiceGraph) -> set[str]:
    """The practices of which the indicator does not know everything."""
    by = measure(graph, "unified-practices").by
    return {practice.id for practice, libraries in by if libraries.not_recorded}


ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "path",
    [
        "models/lumme",
        *(f"tests/models/{m}" for m in ("clwyd", "lakes", "oberrhein", "questions", "worked")),
    ],
)
def test_every_pair_agrees_on_a_model(path: str) -> None:
    graph = lg.read(ROOT / path)[0]
    assert differing(graph, found, CHECK_AND_QUESTION) == {}
    assert stages_that_do_not_add_up(graph) == stages_that_are_said_to_be_wrong(graph)
    assert open_practices(graph) == unknown(graph)


@strategies.costly(5)
@given(
    strategies.models((Organisation, Practice, Service, Group, Role, Project, Source, Claim)),
    st.dates(date(2000, 1, 1), date(2030, 12, 31)),
)
def test_every_pair_agrees_on_any_model(model: list[KeptElement], day: date) -> None:
    graph = lg.ServiceGraph(model, lg.Settings(as_of=day))
    assert differing(graph, found, CHECK_AND_QUESTION) == {}
    assert stages_that_do_not_add_up(graph) == stages_that_are_said_to_be_wrong(graph)
    assert open_practices(graph) == unknown(graph)
