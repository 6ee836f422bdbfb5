"""What Python programmers take for granted: copies, processes, sets, comparisons, membership."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from copy import copy, deepcopy
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest
from load_folders import MODELS, write

import lumme_graph as lg
from lumme_graph.base.error import KnownError
from lumme_graph.base.journal import ChangedMeanwhileError
from lumme_graph.base.lock import BusyError
from lumme_graph.drawing.errors import DrawError
from lumme_graph.graph.id_errors import UnknownIdError, WrongKindError

LAKES = MODELS / "lakes"
ERRORS = [
    lg.ModelError([]),
    lg.EditError("no", ()),
    UnknownIdError("service-hol", {"service-hold": 1}.keys()),
    WrongKindError("service-hold is no Path"),
    BusyError("busy"),
    ChangedMeanwhileError("changed"),
    DrawError("no engine"),
    lg.FormError("csw", ["csv"]),
]


def error_of(folder: str) -> int:
    lg.load(folder)
    return 0


@pytest.mark.parametrize("error", ERRORS, ids=lambda one: type(one).__name__)
def test_an_error_is_the_same_in_a_copy_and_from_another_process(error: KnownError) -> None:
    for other in (copy(error), deepcopy(error), pickle.loads(pickle.dumps(error))):  # noqa: S301
        assert type(other) is type(error)
        assert str(other) == str(error)
        assert other.args == error.args


def test_the_nearest_id_is_still_told_after_a_journey_between_processes() -> None:
    error = UnknownIdError("service-hol", ["service-hold", "service-loan"])
    other = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert str(other) == "there is no service-hol in the model; did you mean service-hold?"


def test_a_model_in_error_in_a_process_pool_raises_what_it_raises_here(tmp_path: Path) -> None:
    root = write(tmp_path / "m", {"a.yaml": "- id: need-x\n  nam: {en: X}\n"})
    with pytest.raises(lg.ModelError) as here:
        lg.load(root)
    with (
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool,
        pytest.raises(lg.ModelError) as there,
    ):
        pool.submit(error_of, str(root)).result(timeout=60)
    assert str(there.value) == str(here.value)
    assert there.value.findings == here.value.findings
    assert [finding.code for finding in there.value.findings] == ["LG009", "LG007"]


def test_findings_go_into_sets_and_are_sorted_as_reports_show_them() -> None:
    graph = lg.load(MODELS.parents[1] / "models" / "lumme")
    once, again = lg.check(graph), lg.check(graph)
    assert len(set(once) | set(again)) == len(set(once))
    assert [one.place for one in sorted(set(once))] == sorted(one.place for one in set(once))


def test_a_graph_holds_what_it_iterates_and_what_names_it() -> None:
    graph = lg.load(LAKES)
    one = graph[lg.Service, "service-hold"]
    assert all(element in graph for element in graph)
    assert one.id in graph
    assert one.ref in graph
    assert one.replace(name={"en": "Another"}) not in graph
    assert "service-none" not in graph
    assert 7 not in graph


def test_graphs_are_equal_by_value() -> None:
    one, other = lg.load(LAKES), lg.load(LAKES)
    assert one == other
    assert hash(one) == hash(other)
    assert one != one.on(one.settings.as_of.replace(year=2020))
    assert one != lg.ServiceGraph(list(one)[1:], one.settings)
    assert one != "lakes"


def test_the_settings_of_a_graph_are_not_reassigned() -> None:
    graph = lg.load(LAKES)
    with pytest.raises(AttributeError):
        graph.settings = graph.settings  # type: ignore[misc]


def test_the_wrong_kind_is_said_in_words() -> None:
    graph = lg.load(LAKES)
    with pytest.raises(KeyError) as refused:
        graph[lg.Path, "service-hold"]
    assert str(refused.value) == "service-hold is no Path but a Service"
    assert isinstance(refused.value, KnownError)


LUMME = MODELS.parents[1] / "models" / "lumme"


def test_what_takes_an_id_takes_an_element_or_a_reference_and_a_day_is_a_date_or_text() -> None:
    graph = lg.load(LUMME)
    hold, desk = graph[lg.Path, "path-hold"], graph[lg.Touchpoint, "touchpoint-desk"]
    mikkeli = graph[lg.Organisation, "organisation-mikkeli"]
    day = date(2020, 1, 1)
    assert lg.draw(graph, hold).svg == lg.draw(graph, "path-hold").svg
    assert lg.impact(graph, desk) == lg.impact(graph, desk.ref) == lg.impact(graph, desk.id)
    assert lg.where_used(graph, desk) == lg.where_used(graph, "touchpoint-desk")
    assert graph.place(desk) == graph.place("touchpoint-desk")
    assert graph.find(desk) is graph.find(desk.ref) is desk
    assert lg.offered(graph, desk, mikkeli) is lg.offered(graph, desk.id, mikkeli.id, "2026-08-22")
    assert lg.libraries(graph, day) == lg.libraries(graph, "2020-01-01") != lg.libraries(graph)
    assert lg.coverage(graph, day).done == lg.coverage(graph, "2020-01-01").done
    assert lg.ask(graph, "theme-day-libraries", day) == lg.ask(
        graph, "theme-day-libraries", as_of="2020-01-01"
    )
    assert graph.on(day) == graph.on("2020-01-01")
    with pytest.raises(lg.KnownError, match="'yesterday' is no day: write it as 2026-08-22"):
        lg.coverage(graph, "yesterday")
    with pytest.raises(TypeError, match="7 is neither an id nor an element"):
        graph.find(7)  # type: ignore[arg-type]


def test_what_is_shown_in_a_session_is_short() -> None:
    graph = lg.load(LAKES)
    assert repr(graph) == "<ServiceGraph Järvikirjastot: 19 elements on 2026-08-22>"
    assert repr(graph["service-hold"]) == "<Service service-hold: Varaus>"
    assert repr(graph["source-rules"]) == "<Source source-rules>"
    finding = next(one for one in lg.check(lg.load(LUMME)) if one.code == "LG701")
    assert repr(finding).startswith("<LG701 ")
    assert len(repr(finding)) < 300
    assert repr(lg.ask(graph, "trainings")) == "<Answer trainings on 2026-08-22: 0 rows>"
    assert repr(lg.coverage(graph)).startswith("<Coverage 0/")
