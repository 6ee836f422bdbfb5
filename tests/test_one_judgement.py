"""Check, question and indicator on the same matter: one judgement, also where facts are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lumme_graph as lg
from lumme_graph.base.label import Message
from lumme_graph.checks.check import CHECKS
from lumme_graph.elements.development import Target
from lumme_graph.elements.guide import Guide
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.who import Group
from lumme_graph.graph.day import Day
from lumme_graph.graph.things import Thing
from lumme_graph.indicators.queries import measure

NET: dict[str, Any] = {"id": "organisation-net", "type": "network"}
NORTH: dict[str, Any] = {
    "id": "organisation-north",
    "type": "library",
    "memberships": [{"of": NET["id"]}],
}


def graph_of(*elements: dict[str, Any]) -> lg.ServiceGraph:
    made = [
        KINDS[str(data["id"]).partition("-")[0]].model_validate({"name": {"en": "X"}, **data})
        for data in {one["id"]: one for one in (NET, NORTH, *elements)}.values()
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


SPAN = {"id": "project-p", "from": "2018-04-01", "to": "2019-12-31"}
PHASES = {**SPAN, "phases": [{"id": "first", "name": {"en": "First"}, "to": "2018-12-31"}]}
OURS = {"id": "action-a", "project": "project-p"}
FIRST = {"id": "action-first", "from": "2019-05", "to": "2019-06"}
NEXT = {"id": "action-a", "after": ["action-first"]}


@pytest.mark.parametrize(
    ("elements", "outside", "early"),
    [
        ([SPAN, {**OURS, "from": "2018-05"}], None, None),
        ([SPAN, {**OURS, "from": "2020-01"}], "X", None),
        ([SPAN, {**OURS, "from": "2019", "to": "2020-02"}], "X", None),
        # It was over before the project began, whenever it began.
        ([SPAN, {**OURS, "to": "2018-03-01"}], "X", None),
        # Somewhen in a year of which a part lies within.
        ([SPAN, {**OURS, "from": "2018"}], None, None),
        ([SPAN, {"id": "action-a", "from": "2020-01"}], None, None),
        # Within the project, and after the phase that it belongs to.
        ([PHASES, {**OURS, "phase": "first", "from": "2019-02"}], "First", None),
        ([FIRST, {**NEXT, "from": "2019-05-02"}], None, "X"),
        ([FIRST, {**NEXT, "from": "2019-07"}], None, None),
        ([FIRST, {**NEXT, "to": "2019-05-02"}], None, "X"),
        # Done, while what comes first is only planned, without a day of either.
        (
            [
                {"id": "action-first", "modality": "planned"},
                {**NEXT, "modality": "done"},
            ],
            None,
            "X",
        ),
        # Done on a day to come is not done.
        (
            [
                {"id": "action-first", "modality": "planned"},
                {**NEXT, "modality": "done", "from": "2030"},
            ],
            None,
            None,
        ),
        (
            [
                {"id": "decision-d", "date": "2019-03-01"},
                {"id": "action-a", "decision": "decision-d", "from": "2019-02"},
            ],
            None,
            "X",
        ),
    ],
)
def test_what_lies_outside_or_too_early(
    elements: list[dict[str, Any]], outside: str | None, early: str | None
) -> None:
    """LG706, LG707 and question 42; also where a project has no days, or there is none."""
    graph = graph_of(*elements)
    assert set(checked(graph, "LG706")) == ({"action-a"} if outside else set())
    assert set(checked(graph, "LG707")) == ({"action-a"} if early else set())
    said = {words for id_, words in wrong(graph) if id_ == "action-a"} - {"–"}
    expected = {f"outside {outside}"} if outside else set[str]()
    assert said == expected | ({f"before {early}, which comes first"} if early else set())


def wrong(graph: lg.ServiceGraph) -> set[tuple[str, str]]:
    """What question 42 lists, with what is wrong with it."""
    found: set[tuple[str, str]] = set()
    for row in lg.ask(graph, "outside-project-or-order").rows:
        _, _, item, _, said = row.values
        assert isinstance(item, Thing)
        assert isinstance(said, Message)
        found.add((item.id, said.say("en")))
    return found


@pytest.mark.parametrize(
    ("leads", "found", "listed"),
    [
        (["role-lead"], False, False),
        ([], True, True),
        # A role that is not there: somebody is named, and nobody knows who.
        (["role-nobody"], False, True),
    ],
)
def test_whether_a_group_is_led(leads: list[str], *, found: bool, listed: bool) -> None:
    """LG704 and questions 12, 33, 34 and 38."""
    graph = graph_of(OWNER, {"id": "group-g", "leads": leads})
    assert bool(checked(graph, "LG704")) is found
    for question in (
        "working-groups",
        "groups-with-line-manager-only",
        "groups-without-leader",
        "leaders-trained",
    ):
        assert asked(graph, question, "the leader") == ({"group-g"} if listed else set())


LINE = {"id": "role-line", "leadership": "line"}
NETWORK = {"id": "role-network", "leadership": "network"}


@pytest.mark.parametrize(
    ("leads", "only"),
    [
        (["role-line"], True),
        (["role-line", "role-network"], False),
        # How the other one leads is not recorded: through the network, perhaps.
        (["role-line", "role-lead"], False),
        ([], False),
    ],
)
def test_whether_line_managers_alone_lead_a_group(leads: list[str], *, only: bool) -> None:
    """Question 33."""
    graph = graph_of(OWNER, LINE, NETWORK, {"id": "group-g", "leads": leads})
    found = total(graph, "groups-with-line-manager-only", "line manager only")
    assert found == ({"group-g"} if only else set())


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
    assert lg.ask(graph, "budget-sum").note.say("en").startswith(f"X: {said}")


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


HERE = Path(__file__).parent
READ = [HERE.parent / "models" / "lumme", *sorted((HERE / "models").iterdir())]


def hits(graph: lg.ServiceGraph, code: str) -> set[str]:
    """What a check finds, accepted or not."""
    (check,) = (one for one in CHECKS if one.fault.code == code)
    return {finding.element for finding in check.run(Day.of(graph))}


def ids(things: Iterable[Thing]) -> set[str]:
    return {thing.id for thing in things}


def total(graph: lg.ServiceGraph, question: str, label: str) -> set[str]:
    """What a question counts under a name."""
    found = lg.ask(graph, question).totals
    return {thing.id for one in found if one.label.say("en") == label for thing in one.of}


def undecided(graph: lg.ServiceGraph) -> set[str]:
    lacks = ("of them decided or done", "owner", "date")
    return {id_ for gap in lacks for id_ in asked(graph, "targets-without-decision", gap)}


def led_by_untrained(graph: lg.ServiceGraph) -> set[str]:
    roles = asked(graph, "leaders-trained", "the leader's training in network leadership")
    shown = rows(graph, "leaders-trained")
    return {g.id for g in graph.all(Group) if g.id in shown and not roles.isdisjoint(g.leads)}


def wrong_by(start: str) -> Callable[[lg.ServiceGraph], set[str]]:
    return lambda graph: {id_ for id_, said in wrong(graph) if said.startswith(start)}


def in_use_everywhere(graph: lg.ServiceGraph) -> set[str]:
    """The practices of which question 13 says yes of some library, and nothing else of any."""
    found = (row.values for row in lg.ask(graph, "practice-adoption").rows)
    return {
        practice.id
        for practice, yes, no, unknown in found
        if isinstance(practice, Thing) and yes and not no and not unknown
    }


CHECK_AND_QUESTION: dict[str, Callable[[lg.ServiceGraph], set[str]]] = {
    "LG701": lambda graph: asked(graph, "needs-without-target", "a target"),
    "LG702": undecided,
    "LG703": lambda graph: rows(graph, "targets-on-staff-only"),
    "LG704": lambda graph: asked(graph, "groups-without-leader", "the leader"),
    "LG705": led_by_untrained,
    "LG706": wrong_by("outside "),
    "LG707": wrong_by("before "),
}

INDICATOR_AND_QUESTION: dict[str, Callable[[lg.ServiceGraph], set[str]]] = {
    "trainings": lambda graph: total(graph, "trainings", "recorded as held"),
    "theme-days": lambda graph: total(graph, "theme-day-libraries", "recorded as held"),
    "small-groups": lambda graph: total(graph, "libraries-without-small-group", "recorded as held"),
    "customer-events": lambda graph: total(
        graph, "municipalities-without-customer-event", "recorded as held"
    ),
    "common-guide": lambda graph: (
        {guide.id for guide in graph.all(Guide)} - asked(graph, "common-guide", "published")
    ),
    "unified-practices": in_use_everywhere,
    "needs-without-target": CHECK_AND_QUESTION["LG701"],
    "targets-with-action": lambda graph: (
        {target.id for target in graph.all(Target)}
        - asked(graph, "targets-without-decision", "of them decided or done")
    ),
}


def agree(graph: lg.ServiceGraph) -> None:
    for code, listed in CHECK_AND_QUESTION.items():
        assert hits(graph, code) == listed(graph), code
    for query, counted in INDICATOR_AND_QUESTION.items():
        assert ids(measure(graph, query).held) == counted(graph), query
    nowhere = (thing for thing, part in measure(graph, "customer-events").by if not part.held)
    question = "municipalities-without-customer-event"
    assert ids(nowhere) == asked(graph, question, "a customer event held")


@pytest.mark.parametrize("folder", READ, ids=lambda folder: folder.name)
@pytest.mark.parametrize("day", [None, date(2019, 6, 1)])
def test_check_question_and_indicator_agree(folder: Path, day: date | None) -> None:
    graph = lg.read(folder)[0]
    agree(graph if day is None else graph.on(day))


DAY = st.sampled_from(["2018", None, "2017-12-01", "2019-06-01", "2030"])
IN_PROJECT = st.sampled_from([None, "project-p"])
OF_PROJECT = {
    "project": IN_PROJECT,
    "phase": st.just("first"),
    "modality": st.sampled_from(["done", "planned", "decided", None]),
}


def some(*of: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(of), unique=True)


def one_of(id_: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"id": st.just(id_), **fields})


WORK = st.tuples(
    st.just({"id": "municipality-m"}),
    one_of("organisation-north", type=st.just("library"), municipalities=some("municipality-m")),
    one_of("role-a", assignments=st.sampled_from([[], [{"at": "organisation-north"}]])),
    one_of("role-b"),
    one_of("group-g", to=DAY, leads=some("role-a", "role-b")),
    st.sampled_from([SPAN, PHASES, {"id": "project-p"}]),
    *(
        one_of(
            id_,
            **OF_PROJECT,
            **{"from": DAY},
            to=st.sampled_from([None, "2031"]),
            type=st.sampled_from(["training", "study-trip", "theme-day", "small-group", "hearing"]),
            topics=some("network-leadership", "change"),
            takers_part=some("organisation-net", "organisation-north"),
            municipalities=some("municipality-m"),
            after=some(*after) if after else st.just([]),
        )
        for id_, after in (("event-a", ()), ("event-b", ("event-a",)))
    ),
    *(
        one_of(id_, origins=some("staff", "customers").map(lambda by: [{"by": who} for who in by]))
        for id_ in ("need-a", "need-b")
    ),
    *(
        one_of(id_, needs=some("need-a", "need-b"), owner=st.sampled_from([None, "role-a"]))
        for id_ in ("target-a", "target-b")
    ),
    one_of("decision-d", **OF_PROJECT, date=DAY, targets=some("target-a")),
    *(
        one_of(
            id_,
            **OF_PROJECT,
            **{"from": DAY},
            targets=some("target-a", "target-b"),
            owner=st.sampled_from([None, "role-b"]),
            decision=st.sampled_from([None, "decision-d"]),
            after=some(*after) if after else st.just([]),
        )
        for id_, after in (("action-a", ()), ("action-b", ("action-a",)))
    ),
)
"""The work of a project, small and dense enough that everything that can go wrong often does."""


@given(WORK)
def test_they_agree_on_any_model(elements: tuple[dict[str, Any], ...]) -> None:
    agree(graph_of(*elements))
