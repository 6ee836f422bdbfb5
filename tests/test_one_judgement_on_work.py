"""Check, question and indicator on the work of a project: one judgement, on any model."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged import Told, asked, checked, differing, graph_of, rows, total
from saying import words_of

import lumme_graph as lg
from lumme_graph.base.label import Message
from lumme_graph.checks.check import CHECKS
from lumme_graph.elements.development import Target
from lumme_graph.elements.groups import Group
from lumme_graph.elements.guide import Guide
from lumme_graph.graph.day import Day
from lumme_graph.graph.things import Thing
from lumme_graph.indicators.queries import measure

OWNER = {"id": "role-lead"}
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
        found.add((item.id, words_of(said)))
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


HERE = Path(__file__).parent
READ = [HERE.parent / "models" / "lumme", *sorted((HERE / "models").iterdir())]


def hits(graph: lg.ServiceGraph, code: str) -> set[str]:
    """What a check finds, accepted or not."""
    (check,) = (one for one in CHECKS if one.fault.code == code)
    return {finding.element for finding in check.run(Day.of(graph))}


def ids(things: Iterable[Thing]) -> set[str]:
    return {thing.id for thing in things}


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


CHECK_AND_QUESTION: dict[str, Told] = {
    "LG701": lambda graph: asked(graph, "needs-without-target", "a target"),
    "LG702": undecided,
    "LG703": lambda graph: rows(graph, "targets-on-staff-only"),
    "LG704": lambda graph: asked(graph, "groups-without-leader", "the leader"),
    "LG705": led_by_untrained,
    "LG706": wrong_by("outside "),
    "LG707": wrong_by("before "),
}

INDICATOR_AND_QUESTION: dict[str, Told] = {
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


def held(graph: lg.ServiceGraph, query: str) -> set[str]:
    return ids(measure(graph, query).held)


def without_customer_event(graph: lg.ServiceGraph) -> set[str]:
    """The municipalities in which the indicator counts no customer event."""
    by = measure(graph, "customer-events").by
    return ids(municipality for municipality, part in by if not part.held)


def disagreements(graph: lg.ServiceGraph) -> dict[str, tuple[set[str], set[str]]]:
    """Where check, question and indicator of one thing do not say the same."""
    question = "municipalities-without-customer-event"
    return {
        **differing(graph, hits, CHECK_AND_QUESTION),
        **differing(graph, held, INDICATOR_AND_QUESTION),
        **differing(
            graph,
            lambda of, _: without_customer_event(of),
            {question: lambda of: asked(of, question, "a customer event held")},
        ),
    }


@pytest.mark.parametrize("folder", READ, ids=lambda folder: folder.name)
@pytest.mark.parametrize("day", [None, date(2019, 6, 1)])
def test_check_question_and_indicator_agree(folder: Path, day: date | None) -> None:
    graph = lg.read(folder)[0]
    assert disagreements(graph if day is None else graph.on(day)) == {}


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
    assert disagreements(graph_of(*elements)) == {}
