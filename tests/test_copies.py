"""Results survive copies, threads and processes, whatever was asked of their graph before."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from copy import copy, deepcopy
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

import lumme_graph as lg

ROOT = Path(__file__).parents[1]
LOG = ROOT / "examples" / "observed" / "path-hold-illustrative.csv"


def used() -> lg.ServiceGraph:
    """A graph of which much has been asked: all that it keeps is there."""
    graph = lg.example()
    lg.check(graph)
    lg.coverage(graph)
    lg.draw(graph, "path-hold")
    graph.uses("service-loan")
    return graph


GRAPH = used()
NEED = lg.Need(id="need-hours", name=lg.Text(en="Longer hours"))
LATER = GRAPH.with_elements(NEED)


def shown(drawing: Any) -> object:
    return drawing.svg


def same(thing: Any) -> object:
    return thing


RESULTS: dict[str, tuple[Callable[[], object], Callable[[Any], object]]] = {
    "graph": (lambda: GRAPH, same),
    "element": (lambda: GRAPH["path-hold"], same),
    "reference": (lambda: GRAPH["path-hold"].ref, same),
    "settings": (lambda: GRAPH.settings, same),
    "findings": (lambda: lg.check(GRAPH), same),
    "answers": (lambda: [lg.ask(GRAPH, name) for name in list(lg.QUESTIONS)[::5]], same),
    "coverage": (lambda: lg.coverage(GRAPH), same),
    "assessment": (lambda: lg.assess(GRAPH), same),
    "difference": (lambda: lg.diff(GRAPH, LATER), same),
    "effects": (lambda: lg.effects(lg.diff(GRAPH, LATER)), same),
    "merged": (lambda: lg.merge(GRAPH, GRAPH, LATER), same),
    "part": (lambda: GRAPH.subset("path-hold"), same),
    "uses": (lambda: GRAPH.uses("service-loan"), same),
    "where used": (lambda: lg.where_used(GRAPH, "service-loan"), same),
    "impact": (lambda: lg.impact(GRAPH, "service-loan"), same),
    "history": (lambda: lg.coverage_history(lg.assess(GRAPH), []), same),
    "offers": (lambda: lg.offers(GRAPH), same),
    "adoption": (lambda: lg.adoption(GRAPH), same),
    "query": (lambda: lg.query(GRAPH, "offered"), lambda found: found.rows()),
    "observed": (lambda: lg.observe(lg.load(ROOT / "models" / "lumme"), "path-hold", LOG), same),
    "drawing": (lambda: lg.draw(GRAPH, "path-hold"), shown),
    "report": (lambda: lg.report(GRAPH, one_page=True), lambda made: made.docx()),
    "day": (lambda: lg.Day.of(GRAPH), lambda day: (day.graph, day.date)),
}


def drawn() -> lg.Drawing:
    drawing = lg.draw(GRAPH, "coverage")
    assert drawing.png()
    assert drawing.text
    return drawing


RESULTS["drawn"] = (drawn, shown)


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_is_the_same_in_a_copy_and_from_a_pickle(name: str) -> None:
    make, told = RESULTS[name]
    result = make()
    for other in (copy(result), deepcopy(result), pickle.loads(pickle.dumps(result))):  # noqa: S301
        assert told(other) == told(result)


def test_a_pickled_graph_is_not_larger_for_what_was_asked_of_it() -> None:
    assert len(pickle.dumps(GRAPH)) < 1.1 * len(pickle.dumps(lg.example()))
    assert lg.check(pickle.loads(pickle.dumps(GRAPH))) == lg.check(GRAPH)  # noqa: S301


def test_a_copy_keeps_nothing_that_the_first_one_works_out() -> None:
    other = copy(GRAPH)
    assert other == GRAPH
    assert lg.Day.of(other) is not lg.Day.of(GRAPH)


ASKED: list[Callable[[lg.ServiceGraph], object]] = [
    lg.check,
    lambda graph: lg.coverage(graph).done,
    lambda graph: lg.draw(graph, "path-hold").svg,
    lambda graph: lg.draw(graph, "coverage").svg,
    lambda graph: lg.ask(graph, "practice-adoption"),
    lambda graph: graph.uses("service-loan"),
    lambda graph: lg.query(graph, "offered").rows(),
    lg.offers,
    lambda graph: len(lg.report(graph, one_page=True).docx()),
]


def test_many_threads_get_from_one_graph_what_one_gets() -> None:
    alone = [ask(lg.example()) for ask in ASKED]
    together = lg.example()
    with ThreadPoolExecutor(8) as pool:
        for _ in range(3):
            waiting = [pool.submit(ask, together) for ask in ASKED for _ in range(2)]
            found = [one.result(timeout=60) for one in waiting]
            assert found == [one for one in alone for _ in range(2)]


def test_another_process_takes_a_graph_and_gives_results() -> None:
    calls: list[Callable[[lg.ServiceGraph], object]] = [
        lg.check,
        lg.coverage,
        partial(lg.diff, LATER),
        lg.offers,
        partial(lg.ask, question="trainings"),
    ]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(call, GRAPH) for call in calls]
        assert [one.result(timeout=120) for one in waiting] == [call(GRAPH) for call in calls]
        refused = pool.submit(lg.draw, GRAPH, "path-hol")
        with pytest.raises(lg.UnknownIdError, match=r"did you mean path-hold\?"):
            refused.result(timeout=60)
