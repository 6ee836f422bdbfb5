"""The worked example beyond the cells: deep, gates, baseline, what to write next; and slower twins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from coverage_samples import counted, judged, with_g3_reviewed, without_g2, worked
from hypothesis import given
from hypothesis import strategies as st

import lumme_graph as lg
from lumme_graph.analysis.coverage import deep as deep_module
from lumme_graph.analysis.coverage.cells import Cell, CellState
from lumme_graph.analysis.coverage.deep import deep, deep_cells, parts
from lumme_graph.assessment.assess import Assessment, assess
from lumme_graph.assessment.baseline import (
    BaselineError,
    baseline_of,
    from_json,
    grown,
    shrunk,
    to_json,
)
from lumme_graph.assessment.part import part
from lumme_graph.assessment.set_cover import EXACT_UP_TO, cover
from lumme_graph.assessment.write_next import ActKind, candidates, write_next
from lumme_graph.base.amounts import Share
from lumme_graph.base.error import KnownError
from lumme_graph.base.ratio import Ratio
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph import membership
from lumme_graph.graph.offers import Offers


def codes(found: Assessment) -> Counter[str]:
    return Counter(finding.code for finding in found.findings)


# Deep coverage.


def test_deep_by_hand() -> None:
    found = lg.coverage(worked())
    assert deep(found) == Ratio(26, 54)
    assert str(deep(found)) == "26/54 = 48.1 %"
    assert Counter(cell.item.id for cell in deep_cells(found)) == {
        "service-loan": 3,
        "touchpoint-desk": 6,
        "touchpoint-web": 3,
        "touchpoint-bus": 2,
        "path-card": 3,
        "commitment-open": 6,
        "profile-family": 3,
    }


ITEMS = (
    "service-a",
    "service-b",
    "touchpoint-a",
    "touchpoint-b",
    "touchpoint-c",
    "path-a",
    "path-b",
    "profile-a",
    "commitment-a",
)
OFFERS = st.sampled_from(("yes", "no", "unknown"))
touchpoints = st.frozensets(st.sampled_from(("touchpoint-a", "touchpoint-b", "touchpoint-c")))
services = st.frozensets(st.sampled_from(("service-a", "service-b")))


@st.composite
def linked_models(draw: st.DrawFn) -> lg.ServiceGraph:
    """Random offers, sections and parts at two libraries, in one language."""
    name = {"en": "name"}
    data: list[dict[str, object]] = [
        {"id": f"organisation-{at}", "name": name, "type": "library"} for at in "ab"
    ]
    for item in ITEMS:
        offered = [
            {"at": f"organisation-{at}", "is": said}
            for at in "ab"
            if (said := draw(OFFERS)) != "unknown"
        ]
        more: dict[str, object] = {}
        match item.partition("-")[0]:
            case "touchpoint":
                more = {"channel": "phone"}
            case "service":
                more = {"touchpoints": sorted(draw(touchpoints))}
            case "commitment":
                more = {"kept_at": sorted(draw(touchpoints))}
            case "profile":
                more = {"relation": "user", "services": sorted(draw(services))}
                more["touchpoints"] = sorted(draw(touchpoints))
            case _:
                steps = [step(number, at) for number, at in enumerate(sorted(draw(touchpoints)))]
                service = draw(st.sampled_from((None, "service-a", "service-b")))
                users = draw(st.sampled_from(([], ["profile-a"])))
                more = {"service": service, "steps": steps, "profiles": users}
        data.append({"id": item, "name": name, "offered": offered, **more})
    covered = draw(st.frozensets(st.sampled_from(ITEMS)))
    covers = [{"item": item} for item in sorted(covered)]
    section = {"id": "section-a", "name": name, "status": "published", "covers": covers}
    data.append({**section, "body": {"en": "words"}})
    kinds = {cls.kind.prefix: cls for cls in lg.ELEMENTS}
    elements = [kinds[str(e["id"]).partition("-")[0]].model_validate(e) for e in data]
    return lg.ServiceGraph(elements, lg.Settings(as_of="2026-08-22"))  # type: ignore[arg-type]


def step(number: int, touchpoint: str) -> dict[str, object]:
    actor = {"kind": "customer"}
    words = {"action": {"en": "acts"}, "actor": actor, "lane": "customer"}
    return {"id": f"step-{number}", "touchpoint": touchpoint, **words}


def second_deep(graph: lg.ServiceGraph, found: lg.Coverage) -> set[tuple[str, str]]:
    """The deep cells, by walking down the parts of every cell, each as often as it is met."""
    state = {(cell.item.id, cell.library.id): cell.state for cell in found.cells}
    items = {item.id: item for item in found.items}

    def sound(item: str, library: str, above: frozenset[str]) -> bool:
        if state[item, library] is CellState.EXEMPT:
            return True
        if state[item, library] is not CellState.COVERED:
            return False
        below = [part for part in parts(graph, items[item]) if part in items]
        return all(sound(one, library, above | {item}) for one in below if one not in above)

    return {
        (item, library)
        for (item, library), found_state in state.items()
        if found_state is CellState.COVERED and sound(item, library, frozenset((item,)))
    }


@given(linked_models())
def test_deep_is_as_a_walk_down_the_parts_has_it(graph: lg.ServiceGraph) -> None:
    found = lg.coverage(graph)
    made = {(cell.item.id, cell.library.id) for cell in deep_cells(found)}
    assert made == second_deep(graph, found)


@given(
    linked_models(),
    st.lists(st.tuples(st.sampled_from(ITEMS), st.sampled_from(ITEMS)), max_size=12),
)
def test_rings_of_parts_are_harmless(graph: lg.ServiceGraph, rings: list[tuple[str, str]]) -> None:
    """Any part of anything, itself too: what leads to no gap stays deep."""
    more: dict[str, list[str]] = {}
    for whole, one in rings:
        more.setdefault(whole, []).append(one)

    def with_rings(graph: lg.ServiceGraph, item: lg.Service) -> list[str]:
        return [*parts(graph, item), *more.get(item.id, ())]

    found = lg.coverage(graph)
    state = {(cell.item.id, cell.library.id): cell.state for cell in found.cells}
    items = {item.id: item for item in found.items}
    expected: set[tuple[str, str]] = set()
    for (item, library), its_state in state.items():
        reached, waiting = {item}, [item]
        while waiting:
            here = waiting.pop()
            if state[here, library] is CellState.EXEMPT:
                continue
            for one in with_rings(graph, items[here]):  # type: ignore[arg-type]
                if one in items and one not in reached:
                    reached.add(one)
                    waiting.append(one)
        good = {CellState.COVERED, CellState.EXEMPT}
        if its_state is CellState.COVERED and all(state[one, library] in good for one in reached):
            expected.add((item, library))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deep_module, "parts", with_rings)
        made = {(cell.item.id, cell.library.id) for cell in deep_cells(found)}
    assert made == expected


# Gates.


@pytest.mark.parametrize(
    ("asked", "fails"),
    [
        ({"total": "72.2"}, []),
        ({"total": "72.3"}, [("minimum.total", "")]),
        ({"total": "0"}, []),
        ({"total": "100"}, [("minimum.total", "")]),
        ({"library": 65}, []),
        ({"library": 70}, [("minimum.library", "organisation-b")]),
        ({"total": 70, "library": 70}, [("minimum.library", "organisation-b")]),
        ({"language": "66.7"}, [("minimum.language", "en")]),
        ({"language": "66.6"}, []),
        ({"kind": {"service": 50, "path": 100}}, []),
        ({"kind": {"service": "50.1"}}, [("minimum.kind.service", "service")]),
    ],
)
def test_gates_compare_whole_numbers(
    asked: dict[str, object], fails: list[tuple[str, str]]
) -> None:
    found = judged(minimum=asked)
    assert [(gate.name, gate.group) for gate in found.failed] == fails
    assert found.passes == (not fails)
    assert codes(found)["LG290"] == len(fails)


@pytest.mark.parametrize(
    ("limits", "fails"),
    [
        ({"max_missing": 8, "max_stale": 2}, []),
        ({"max_missing": 7}, ["max_missing"]),
        ({"max_stale": 1}, ["max_stale"]),
        ({"max_missing": 0, "max_stale": 0}, ["max_missing", "max_stale"]),
        ({"max_unknown": 2}, []),
        ({"max_unknown": 1}, ["max_unknown"]),
        ({"max_unknown": 1, "unknown": "gap"}, ["max_unknown"]),
        ({"max_missing": 8, "unknown": "gap"}, []),
    ],
)
def test_gates_on_numbers_of_cells(limits: dict[str, int], fails: list[str]) -> None:
    assert [gate.name for gate in judged(**limits).failed] == fails


def test_relaxed_gates_count_plans() -> None:
    graph = counted(worked(), minimum={"total": "75.9"})
    assert not assess(graph).passes
    assert assess(graph, relaxed=True).passes
    assert not assess(worked(), relaxed=True, total=Share.parse("76.0")).passes


@pytest.mark.parametrize("wrong", ["101", "-1", "72.25", "much", "1e3"])
def test_a_threshold_out_of_range_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="percentage from 0 to 100"):
        Share.parse(wrong)


def test_an_empty_model_has_no_share() -> None:
    empty = lg.ServiceGraph([], worked().settings)
    assert str(assess(empty).coverage.done) == "n/a"
    assert assess(empty).passes
    gated = assess(empty, total=Share.parse("0"))
    assert (gated.passes, codes(gated)["LG292"]) == (False, 1)
    allowed = counted(empty, minimum={"total": 50}, allow_empty=True)
    assert assess(allowed).passes


def test_unknown_as_gap() -> None:
    found = judged(unknown="gap").coverage
    assert str(found.done) == "39/56 = 69.6 %"
    assert found.states[CellState.UNKNOWN] == 2
    assert found.states[CellState.MISSING] == 8


def test_a_gap_of_unknown_offer_is_reported_by_its_name() -> None:
    said = {
        finding.message("en")
        for finding in judged(unknown="gap").findings
        if finding.code == "LG201" and finding.element == "service-home"
    }
    assert said == {
        "service “home” counts as a gap: it is not known whether it is offered (fi, en: C)"
    }
    assert not [
        finding
        for finding in judged().findings
        if finding.code == "LG201" and finding.element == "service-home"
    ]


def tree_libraries(n: int) -> list[KeptElement]:
    """A network of so many libraries, Ash first."""
    names = ["Ash", *(f"Library {number}" for number in range(1, n))]
    member = [{"of": "organisation-net"}]
    data: list[dict[str, Any]] = [{"id": "organisation-net", "name": {"en": "Net"}}]
    data[0]["type"] = "network"
    data += [
        {"id": f"organisation-l{at}", "name": {"en": name}, "type": "library"}
        | {"memberships": member}
        for at, name in enumerate(names)
    ]
    return [lg.Organisation.model_validate(entry) for entry in data]


def promised(*offers: tuple[str, str], **section: Any) -> lg.ServiceGraph:
    """Eight libraries, a service with offers, and a published section on it."""
    said = [{"at": f"organisation-{at}", "is": is_} for at, is_ in offers]
    service: dict[str, Any] = {"id": "service-bus", "name": {"en": "Bus"}, "offered": said}
    about: dict[str, Any] = {"id": "section-bus", "name": {"en": "Bus"}, "status": "published"}
    about |= {"covers": [{"item": "service-bus"}], "body": {"en": "words"}, **section}
    elements = [lg.Service.model_validate(service), lg.Section.model_validate(about)]
    settings = lg.Settings.model_validate({"as_of": "2026-08-22", "network": "organisation-net"})
    return lg.ServiceGraph([*tree_libraries(8), *elements], settings)


def over_claims(graph: lg.ServiceGraph) -> list[str]:
    return [finding.message("en") for finding in lg.check(graph) if finding.code == "LG302"]


ALL_YES = ("net", "yes")
SAID = "the section tells of service-bus, which is not offered at "


def test_an_over_claim_says_where_in_few_words() -> None:
    one = promised(ALL_YES, ("l0", "no"))
    assert over_claims(one) == [SAID + "Ash"]
    most = promised(("net", "no"), ("l0", "yes"))
    assert over_claims(most) == [SAID + "7/8 libraries, all but Ash"]
    assert over_claims(promised(("net", "no"))) == [SAID + "all 8 libraries"]


@pytest.mark.parametrize(
    "section",
    [
        {"except": ["organisation-l0"]},
        {"scope": ["organisation-net"], "except": ["organisation-l0"]},
        {"covers": [{"item": "service-bus", "except": ["organisation-l0"]}]},
        {
            "exceptions": [
                {
                    "at": "organisation-l0",
                    "text": {"en": "It does not come here."},
                    "not_offered": ["service-bus"],
                }
            ]
        },
    ],
)
def test_all_but_one_is_said_once_and_holds_for_who_joins_later(section: dict[str, Any]) -> None:
    """Seven of eight are covered, and a ninth that joins is too."""
    graph = promised(ALL_YES, ("l0", "no"), **section)
    assert over_claims(graph) == []
    assert lg.coverage(graph).done == Ratio(7, 7)
    ninth = lg.Organisation.model_validate(
        {"id": "organisation-late", "name": {"en": "Late"}, "type": "library"}
        | {"memberships": [{"of": "organisation-net"}]}
    )
    assert lg.coverage(lg.ServiceGraph([*graph, ninth], graph.settings)).done == Ratio(8, 8)


def test_who_is_excepted_is_not_covered() -> None:
    graph = promised(ALL_YES, **{"except": ["organisation-l0"]})
    assert lg.coverage(graph).done == Ratio(7, 8)
    assert {cell.library.id for cell in lg.coverage(graph).gaps} == {"organisation-l0"}


@pytest.mark.parametrize(
    ("more", "counted_"),
    [
        ({}, 8),
        ({"from": "2030"}, 0),
        ({"from": "2026-08-23"}, 0),
        ({"from": "2026-08-22"}, 8),
        ({"from": "2026"}, 8),
        ({"to": "2026-08-21"}, 0),
    ],
)
def test_what_is_yet_to_begin_is_no_gap(more: dict[str, str], counted_: int) -> None:
    """A section on it is neither dead nor extra."""
    graph = promised(ALL_YES)
    service: dict[str, Any] = {"id": "service-bus", "name": {"en": "Bus"}, **more}
    service |= {"offered": [{"at": "organisation-net", "is": "yes"}]}
    rest = [element for element in graph if element.id != "service-bus"]
    changed = lg.ServiceGraph([*rest, lg.Service.model_validate(service)], graph.settings)
    assert lg.coverage(changed).done.d == counted_
    dead = {"LG212"} if more == {"to": "2026-08-21"} else set[str]()
    assert {f.code for f in lg.check(changed)} & {"LG201", "LG212", "LG213"} == dead


@pytest.mark.parametrize(("state", "cells"), [("as-is", 8), ("to-be", 0), ("ideal", 0)])
def test_a_path_that_is_only_thought_of_is_no_item(state: str, cells: int) -> None:
    path: dict[str, Any] = {"id": "path-new", "name": {"en": "New"}, "state": state}
    path |= {"offered": [{"at": "organisation-net", "is": "yes"}]}
    about = [{"item": "service-bus"}, {"item": "path-new"}]
    graph = promised(ALL_YES, covers=about)
    graph = lg.ServiceGraph([*graph, lg.Path.model_validate(path)], graph.settings)
    assert lg.coverage(graph).done == Ratio(8 + cells, 8 + cells)
    assert not {f.code for f in lg.check(graph)} & {"LG201", "LG212", "LG213", "LG302"}


@pytest.mark.parametrize(
    ("scope", "but", "done"),
    [
        ([f"organisation-l{n}" for n in range(8)], [], 8),
        (["organisation-net"], [f"organisation-l{n}" for n in range(8)], 0),
    ],
)
def test_what_is_offered_is_worked_out_once_an_item(
    scope: list[str], but: list[str], done: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Coverage asks for the offers of an item once, and for the networks of a library once.

    Neither grows with the number of libraries that a scope names.
    """
    graph = promised(ALL_YES, ("l0", "yes"), scope=scope, **{"except": but})
    rows: Counter[str] = Counter()
    above: Counter[str] = Counter()
    told, networks = Offers.told, membership.above

    def counted_told(self: Offers, item: lg.Service) -> dict[int, Any]:
        rows[item.id] += 1
        return told(self, item)

    def counted_above(graph: lg.ServiceGraph, one: lg.Organisation, day: date) -> dict[str, Any]:
        above[one.id] += 1
        return networks(graph, one, day)

    monkeypatch.setattr(Offers, "told", counted_told)
    monkeypatch.setattr("lumme_graph.graph.day.above", counted_above)
    assert lg.coverage(graph).done == Ratio(done, 8)
    assert rows == {"service-bus": 1}
    assert set(above.values()) == {1}


# The baseline.


def known() -> lg.Coverage:
    return lg.coverage(worked())


def test_known_gaps_pass_and_new_ones_fail(tmp_path: Path) -> None:
    baseline = baseline_of(known())
    assert len(baseline.gaps) == 15
    same = assess(worked(), baseline=baseline)
    assert same.change is not None
    assert (same.passes, same.change.new, same.change.closed) == (True, (), ())
    lost = assess(lg.read(without_g2(tmp_path / "lost"))[0], baseline=baseline)
    assert not lost.passes
    assert lost.change is not None
    assert {(c.item.id, c.library.id[-1], c.language) for c in lost.change.new} == {
        ("touchpoint-web", library, "fi") for library in "abc"
    }
    assert codes(lost)["LG293"] == 3


def test_a_closed_gap_may_leave_the_baseline(tmp_path: Path) -> None:
    baseline = baseline_of(known())
    found = assess(lg.read(with_g3_reviewed(tmp_path / "g3"))[0], baseline=baseline)
    assert len(found.coverage.gaps) == 13
    assert (found.passes, codes(found)["LG291"]) == (True, 2)
    smaller = shrunk(found.coverage, baseline)
    assert len(smaller.gaps) == 13
    assert not assess(worked(), baseline=smaller).passes


def test_a_baseline_grows_only_with_a_reason() -> None:
    with pytest.raises(BaselineError, match="only with a reason"):
        grown(known(), None, "  ")
    first = grown(known(), None, "where we start")
    assert grown(known(), first, "more").reasons == ("where we start", "more")
    assert len(shrunk(known(), first).gaps) == 15


def test_a_baseline_of_other_settings_cannot_be_compared() -> None:
    baseline = baseline_of(known())
    for other in ({"unknown": "gap"}, {"unreviewed": "stale"}, {"needs": ["service"]}):
        with pytest.raises(BaselineError, match="made for other needs"):
            assess(counted(worked(), **other), baseline=baseline)


def test_a_baseline_as_text_is_sorted_and_says_no_day() -> None:
    baseline = grown(known(), None, "alku: ä")
    text = to_json(baseline)
    assert from_json(text, "b.json") == baseline
    assert "2026" not in text
    assert to_json(from_json(text, "b.json")) == text


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('"stale"', '"rotten"'), "rotten is no state of a gap; they are stale, planned"),
        (('"stale"', '"exempt"'), "exempt is no state of a gap"),
        (('"version": 1', '"version": 2'), "version 2 of a baseline"),
        (('"settings"', '"setting"'), "'settings' is missing"),
        (("{", "["), "is no coverage baseline"),
    ],
)
def test_a_broken_baseline_is_named(change: tuple[str, str], says: str) -> None:
    text = to_json(baseline_of(known())).replace(*change)
    with pytest.raises(BaselineError, match=says) as raised:
        from_json(text, "b.json")
    assert "b.json" in str(raised.value)


# What to write next.


def test_the_acts_of_the_worked_example() -> None:
    bundle = [["commitment-near", "profile-home"]]
    graph = counted(worked(), bundles=bundle)
    found = lg.coverage(graph)
    assert {one.act.id: len(one.cells) for one in candidates(found)} == {
        "review section-g3/service-home": 2,
        "translate section-g2 en": 3,
        "publish section-g4 fi": 2,
        "publish section-g4 fi en": 4,
        "write commitment-near fi en": 2,
        "write profile-home fi en": 4,
        "write commitment-near+profile-home fi en": 6,
    }
    best = write_next(found)
    assert (best.method, best.candidates, best.cost, best.lower_bound) == ("exact", 7, 4, 4)
    assert [(one.act.kind, one.act.section, one.gain, one.after) for one in best.acts] == [
        (ActKind.WRITE, "", 6, Ratio(45, 54)),
        (ActKind.PUBLISH, "section-g4", 4, Ratio(49, 54)),
        (ActKind.TRANSLATE, "section-g2", 3, Ratio(52, 54)),
        (ActKind.REVIEW, "section-g3", 2, Ratio(54, 54)),
    ]
    assert best.acts[0].act.items == ("commitment-near", "profile-home")
    assert best.acts[1].act.languages == ("fi", "en")
    assert best.acts[1].after.percent == "90.7"
    assert sum(one.gain for one in best.acts) == 15


def test_a_dear_act_is_left_where_others_do() -> None:
    dear = {"write": 1, "publish": 9, "translate": 1, "review": 1}
    best = write_next(lg.coverage(counted(worked(), costs=dear)))
    assert best.cost == 1 + 1 + 9 + 1 + 1
    assert best.acts[-1].act.kind is ActKind.PUBLISH


def test_greedy_fails_where_exact_does_not() -> None:
    x, y, z = {1, 2, 3, 4}, {1, 3, 5}, {2, 4, 6}
    assert cover([x, y, z], [1, 1, 1]).chosen == (1, 2)
    fillers = [{100 + n, 100 + (n + 1) % (EXACT_UP_TO + 1)} for n in range(EXACT_UP_TO + 1)]
    bridge = [{1, 100}]
    greedy = cover([x, y, z, *bridge, *fillers], [1] * (4 + len(fillers)))
    assert greedy.method == "greedy"
    assert {0, 1, 2} <= set(greedy.chosen)
    assert greedy.lower_bound <= 2 + (EXACT_UP_TO + 1) // 2 < greedy.cost


def cheapest(sets: list[frozenset[int]], costs: list[int]) -> int:
    """The least cost of any choice that covers all, by trying every one."""
    everything = frozenset[int]().union(*sets)
    return min(
        sum(costs[index] for index in chosen)
        for size in range(len(sets) + 1)
        for chosen in combinations(range(len(sets)), size)
        if frozenset[int]().union(*(sets[index] for index in chosen)) == everything
    )


problems = st.lists(
    st.tuples(st.frozensets(st.integers(0, 9), max_size=5), st.integers(1, 4)), max_size=8
)


@given(problems)
def test_the_exact_choice_is_the_cheapest_of_all(problem: list[tuple[frozenset[int], int]]) -> None:
    sets, costs = [cells for cells, _ in problem], [cost for _, cost in problem]
    found = cover(sets, costs)
    covered = frozenset[int]().union(*(sets[index] for index in found.chosen))
    assert covered == frozenset[int]().union(*sets)
    assert found.cost == sum(costs[index] for index in found.chosen) == found.lower_bound
    assert found.cost == cheapest(sets, costs)


@given(
    st.lists(st.frozensets(st.integers(0, 40), min_size=1, max_size=6), min_size=30, max_size=60)
)
def test_a_greedy_choice_says_an_honest_bound(sets: list[frozenset[int]]) -> None:
    found = cover(sets, [1] * len(sets))
    covered = frozenset[int]().union(*(sets[index] for index in found.chosen))
    assert covered == frozenset[int]().union(*sets)
    assert found.lower_bound <= found.cost
    assert found.lower_bound >= -(-len(covered) // max(map(len, sets)))


# A part of the guide.


def keys(cells: Iterable[Cell]) -> list[tuple[str, str, str]]:
    return sorted((cell.item.id, cell.library.id, cell.language) for cell in cells)


def test_a_part_is_the_items_of_a_profile_at_the_libraries_of_a_municipality() -> None:
    graph = lg.load(Path(__file__).parents[1] / "models" / "lumme")
    whole = assess(graph)
    found = part(whole, profile="profile-family", municipality="municipality-rantasalmi")
    family = graph[lg.Profile, "profile-family"]
    cells = [
        cell
        for cell in whole.coverage.profile_view(family)
        if cell.library.id == "organisation-rantasalmi"
    ]
    assert keys(found.coverage.cells) == keys(cells)
    states = Counter(cell.state for cell in cells)
    counted_ = sum(n for state, n in states.items() if state.counted)
    assert found.coverage.done == (states[CellState.COVERED], counted_)
    deep_here = set(keys(deep_cells(whole.coverage))) & set(keys(cells))
    assert found.deep == (len(deep_here), counted_)
    assert found.write_next.acts[-1].after == (counted_, counted_)
    assert found.passes


def test_the_parts_of_all_municipalities_make_the_whole() -> None:
    graph = lg.load(Path(__file__).parents[1] / "models" / "lumme")
    whole = assess(graph)
    served = [
        m
        for m in graph.all(lg.Municipality)
        if any(m.id in o.municipalities for o in whole.coverage.libraries)
    ]
    seen: Counter[tuple[str, str, str]] = Counter()
    for municipality in served:
        for cell in part(whole, municipality=municipality.id).coverage.cells:
            seen[cell.item.id, cell.library.id, cell.language] = 1
    assert len(seen) == len(whole.coverage.cells)


def test_what_is_no_profile_or_municipality_is_said() -> None:
    whole = assess(worked())
    with pytest.raises(
        KnownError, match="there is no profile-famly in the model; did you mean profile-family"
    ):
        part(whole, profile="profile-famly")
    with pytest.raises(KnownError, match="there is no municipality-x in the model; there are none"):
        part(whole, municipality="municipality-x")


def test_removing_one_section_adds_exactly_its_cells() -> None:
    """The gaps that a section alone had closed, for every section of the Lumme model."""
    graph = lg.load(Path(__file__).parents[1] / "models" / "lumme")
    before = lg.coverage(graph)
    gaps = set(keys(before.gaps))
    for section in graph.all(lg.Section):
        alone = [
            cell
            for cell in before.cells
            if cell.state is CellState.COVERED and {s.id for s in cell.sections} == {section.id}
        ]
        rest = lg.ServiceGraph((e for e in graph if e.id != section.id), graph.settings)
        assert set(keys(lg.coverage(rest).gaps)) == gaps | set(keys(alone)), section.id
