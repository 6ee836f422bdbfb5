"""What to write next: every act is done to the model, and the cells are counted again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from coverage_samples import counted
from hypothesis import given, settings
from hypothesis import strategies as st
from saying import words_of

import lumme_graph as lg
from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.assessment.write_next import Act, ActKind, Progress, candidates, told, write_next
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.fingerprint import fingerprint
from lumme_graph.reports.coverage.tables import method

NAME = {"fi": "nimi", "en": "name"}
KINDS = {cls.kind.prefix: cls for cls in lg.ELEMENTS}
SETTINGS = {"as_of": "2026-08-22", "languages": {"required": ["fi", "en"]}}
STALE, FRESH = "2:0123456789abcdef", "fresh"


def made(data: Iterable[dict[str, Any]], **coverage: object) -> lg.ServiceGraph:
    """A model of plain data; the review `fresh` is stamped as its item is."""
    elements: dict[str, KeptElement] = {}
    for entry in data:
        covers = [{**link, "reviewed": _review(link, elements)} for link in entry.get("covers", ())]
        full = {"name": NAME, **entry, **({"covers": covers} if covers else {})}
        elements[entry["id"]] = KINDS[entry["id"].partition("-")[0]].model_validate(full)
    return lg.ServiceGraph(
        elements.values(), lg.Settings.model_validate({**SETTINGS, "coverage": coverage})
    )


def _review(link: dict[str, Any], elements: dict[str, KeptElement]) -> dict[str, str] | None:
    fp = link.get("reviewed")
    if fp is None:
        return None
    return {"fp": fingerprint(elements[link["item"]]) if fp == FRESH else fp, "date": "2026-01-01"}


def library(name: str) -> dict[str, Any]:
    return {"id": f"organisation-{name}", "type": "library"}


def service(name: str, **offers: str) -> dict[str, Any]:
    offered = [{"at": f"organisation-{at}", "is": said} for at, said in offers.items()]
    return {"id": f"service-{name}", "offered": offered}


def section(
    name: str, status: str, tags: str, *links: tuple[str, str | None], **more: Any
) -> dict[str, Any]:
    covers = [{"item": item, "reviewed": seen} for item, seen in links]
    body = dict.fromkeys(tags.split(), "words") or None
    return {"id": f"section-{name}", "status": status, "body": body, "covers": covers, **more}


def after(graph: lg.ServiceGraph, act: Act) -> lg.ServiceGraph:
    """The model in which an act is done, all that its words say and no more."""
    elements = {element.id: element for element in graph}
    seen = {item: {"fp": fingerprint(graph[item]), "date": "2026-08-22"} for item in act.items}
    match act.kind:
        case ActKind.WRITE:
            covers = [{"item": item, "reviewed": seen[item]} for item in act.items]
            new = section("new-" + "-".join(act.items), "published", " ".join(act.languages))
            new |= {"name": NAME, "covers": covers, "scope": act.libraries}
            elements[new["id"]] = lg.Section.model_validate(new)
        case ActKind.STATE:
            (item,) = act.items
            cells = lg.coverage(graph).of(item)
            unknown = {c.library.id for c in cells if c.state is CellState.UNKNOWN}
            data = elements[item].model_dump(by_alias=True)
            data["offered"] = [*data["offered"], *({"at": at, "is": "yes"} for at in unknown)]
            elements[item] = type(elements[item]).model_validate(data)
        case _:
            data = elements[act.section].model_dump(by_alias=True)
            data["covers"] = [
                {**link, "reviewed": seen.get(link["item"], link["reviewed"])}
                for link in data["covers"]
            ]
            if act.kind is not ActKind.REVIEW:
                there: dict[str, str] = data["body"] or {}
                body = {**there, **dict.fromkeys(act.languages, "words")}
                data |= {"status": "published", "body": body}
            elements[act.section] = lg.Section.model_validate(data)
    return lg.ServiceGraph(elements.values(), graph.settings)


ITEMS = ("service-one", "service-two", "profile-one")
LIBRARIES = ("a", "b")
scopes = st.sampled_from(((), ("organisation-a",), ("organisation-b",)))


@st.composite
def models(draw: st.DrawFn) -> lg.ServiceGraph:
    """Random offers and sections: drafts, stale links and texts that are missing."""
    data = [library(at) for at in LIBRARIES]
    for item in ITEMS:
        offers = [
            {"at": f"organisation-{at}", "is": said}
            for at in LIBRARIES
            if (said := draw(st.sampled_from(("yes", "yes", "no", None))))
        ]
        more = {"relation": "user"} if item.startswith("profile") else {}
        data.append({"id": item, "offered": offers, **more})
    for number in range(draw(st.integers(0, 3))):
        status = draw(st.sampled_from(("published", "draft", "planned")))
        tags = draw(st.sampled_from(("", "fi", "en", "fi en", "sv")))
        items = draw(st.lists(st.sampled_from(ITEMS), max_size=3, unique=True))
        links = [(item, draw(st.sampled_from((FRESH, STALE, None)))) for item in items]
        one = section(f"s{number}", status, tags, *links, scope=draw(scopes))
        left_out = draw(scopes)
        data.append({**one, "except": left_out})
    return made(
        data,
        unknown=draw(st.sampled_from(("apart", "gap"))),
        unreviewed=draw(st.sampled_from(("covered", "stale"))),
        bundles=draw(st.sampled_from(((), (ITEMS[:2],), (ITEMS,)))),
    )


PATIENT = settings(deadline=None)


@PATIENT
@given(models())
def test_an_act_alone_closes_what_the_count_says_after_it(graph: lg.ServiceGraph) -> None:
    before = lg.coverage(graph)
    start = Progress(before)
    for one in candidates(before):
        now = lg.coverage(after(graph, one.act))
        assert now.done.n - before.done.n == len(start.closes(one)), one.act.id
        assert now.done.d == before.done.d


@PATIENT
@given(models())
def test_a_plan_counts_after_each_act_and_ends_where_the_count_ends(
    graph: lg.ServiceGraph,
) -> None:
    plan = write_next(lg.coverage(graph))
    for advice in plan.acts:
        graph = after(graph, advice.act)
        assert lg.coverage(graph).done == advice.after
        assert len(advice.cells) == advice.gain
    assert len(lg.coverage(graph).gaps) == plan.left_open
    assert len({advice.act.id for advice in plan.acts}) == len(plan.acts)
    if not any(advice.act.kind is ActKind.STATE for advice in plan.acts):
        assert plan.left_open == 0


@PATIENT
@given(models())
def test_of_the_acts_of_a_plan_the_one_that_is_worth_most_comes_next(
    graph: lg.ServiceGraph,
) -> None:
    found = lg.coverage(graph)
    acts = [advice.act for advice in write_next(found).acts]
    known = {one.act.id: one for one in candidates(found)}
    progress = Progress(found)
    for n, act in enumerate(acts):
        worth = [len(progress.closes(known[other.id])) / known[other.id].cost for other in acts[n:]]
        assert worth[0] == max(worth)
        progress.do(known[act.id])


def test_a_review_closes_only_the_languages_that_the_section_has() -> None:
    """E in Finnish only and F in English only, both stale: it takes both."""
    graph = made(
        [
            library("a"),
            service("loan", a="yes"),
            section("e", "published", "fi", ("service-loan", STALE)),
            section("f", "published", "en", ("service-loan", STALE)),
        ]
    )
    plan = write_next(lg.coverage(graph))
    assert [(one.act.id, one.gain, one.after) for one in plan.acts] == [
        ("review section-e/service-loan", 1, Ratio(1, 2)),
        ("review section-f/service-loan", 1, Ratio(2, 2)),
    ]
    assert (plan.cost, plan.lower_bound) == (2, 2)
    alone = {one.act.id: len(one.cells) for one in candidates(lg.coverage(graph))}
    assert alone == {
        "review section-e/service-loan": 1,
        "review section-f/service-loan": 1,
        "translate section-e en review service-loan": 2,
        "translate section-f fi review service-loan": 2,
    }


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("published", "translate section “name” (en), and accept the review: name"),
        ("draft", "finish and publish section “name” (fi, en), and accept the review: name"),
    ],
)
def test_an_act_that_accepts_a_review_says_so(status: str, says: str) -> None:
    graph = made(
        [
            library("a"),
            service("loan", a="yes"),
            section("e", status, "fi", ("service-loan", STALE)),
        ]
    )
    found = lg.coverage(graph)
    (only,) = write_next(found).acts
    assert (words_of(told(found, only.act)), only.gain, only.cost) == (says, 2, 2)


def test_a_draft_that_is_read_closes_nothing() -> None:
    graph = made(
        [
            library("a"),
            service("loan", a="yes"),
            section("e", "published", "fi en", ("service-loan", STALE)),
            section("f", "draft", "fi en", ("service-loan", STALE)),
        ]
    )
    acts = [one.act.id for one in candidates(lg.coverage(graph))]
    assert acts == ["review section-e/service-loan", "publish section-f fi en review service-loan"]


def test_a_new_section_is_for_the_libraries_of_which_none_tells() -> None:
    graph = made(
        [
            library("a"),
            library("b"),
            service("loan", a="yes", b="yes"),
            section("e", "published", "fi en", ("service-loan", STALE), scope=["organisation-a"]),
        ]
    )
    found = lg.coverage(graph)
    new = next(one for one in candidates(found) if one.act.kind is ActKind.WRITE)
    assert (new.act.libraries, len(new.cells)) == (("organisation-b",), 2)
    assert words_of(told(found, new.act)) == "write a new section: name (fi, en), for name"


def test_what_nobody_states_is_stated_first_and_the_rest_stays_open() -> None:
    """Nobody says whether loans are offered: a section on them would be written for nothing."""
    graph = made([library("a"), service("loan")], unknown="gap")
    found = lg.coverage(graph)
    assert (found.done, found.states[CellState.UNKNOWN]) == (Ratio(0, 2), 2)
    plan = write_next(found)
    (only,) = plan.acts
    assert (only.act.id, only.gain, only.after, plan.left_open) == (
        "state service-loan",
        0,
        Ratio(0, 2),
        2,
    )
    assert words_of(told(found, only.act)) == "find out and state where it is offered: name"
    assert "2 gaps stay open" in method(plan, Speaker("en")).words


def test_a_statement_closes_what_the_guide_tells_already() -> None:
    graph = made(
        [library("a"), service("loan"), section("e", "published", "fi", ("service-loan", None))],
        unknown="gap",
    )
    (only,) = write_next(lg.coverage(graph)).acts
    assert (only.act.kind, only.gain, only.after) == (ActKind.STATE, 1, Ratio(1, 2))
    apart = lg.coverage(counted(graph, unknown="apart"))
    assert (apart.done, write_next(apart).acts) == (Ratio(0, 0), ())
