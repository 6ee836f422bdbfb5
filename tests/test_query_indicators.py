"""Indicators: what is done counts, what is planned or not known stands apart, by hand from the facts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from saying import words_of

import lumme_graph as lg
from lumme_graph.base.error import KnownError
from lumme_graph.base.ratio import Ratio
from lumme_graph.elements.parts import Modality
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.things import Missing
from lumme_graph.indicators.queries import QUERIES, IndicatorValue, measure

LUMME = Path(__file__).parents[1] / "models" / "lumme"
ISLES = Path(__file__).parent / "models" / "questions"
DAYS = ("2018-06-01", "2019-06-01", "2020-02-01", None)


@pytest.fixture(scope="module")
def lumme() -> lg.ServiceGraph:
    return lg.load(LUMME)


@pytest.fixture(scope="module")
def isles() -> lg.ServiceGraph:
    return lg.load(ISLES)


def apart(value: IndicatorValue) -> dict[str, list[str]]:
    return {str(s): [t.id for t in of] for s, of in value.measure.apart.items()}


PROJECT = {
    # FACTS 1.10: three trainings planned.
    "trainings": (
        0,
        {
            "planned": [
                "event-service-design-training",
                "event-staff-training",
                "event-leadership-training",
            ]
        },
    ),
    # FACTS 1.10: workshops on theme days, an option.
    "theme-days": (0, {"option": ["event-theme-day-workshops"]}),
    # FACTS 1.10: two groups planned.
    "working-groups": (0, {"planned": ["group-planning", "group-joint-services"]}),
    # FACTS 1.10: three options; 1.7: of the hearing of 2019 it is not said whose it was.
    "customer-events": (
        0,
        {
            "option": [
                "event-customer-listening",
                "event-customer-panels",
                "event-customer-workshops",
            ],
            "unknown": ["event-hearing-savings"],
        },
    ),
    # FACTS 1.9: drawn up, publication not known.
    "common-guide": (0, {"unknown": ["guide-lumme"]}),
}


@pytest.mark.parametrize("query", PROJECT)
def test_the_indicators_of_the_project(lumme: lg.ServiceGraph, query: str) -> None:
    value = lg.indicator(lumme, f"indicator-{query}")
    assert (value.measure.n, apart(value)) == PROJECT[query]
    assert value.measure.not_recorded
    assert (value.target, value.reached, value.observed) == (None, None, ())
    assert words_of(value.note).endswith("no target value.")
    assert value.note.by_tag().get("fi", "").endswith("ei tavoitearvoa.")


UNIFIED = {
    # FACTS 1.8: in use at every library of the day; known not to be; not known.
    "2018-06-01": (0, 6),  # not: web library, rules, self-service, unified service
    "2019-06-01": (1, 6),  # web library; not: rules, self-service, unified service
    "2020-02-01": (2, 6),  # and one card; not: rules, unified service
    None: (3, 7),  # and free holds
}


@pytest.mark.parametrize("day", DAYS)
def test_unified_practices_by_day(lumme: lg.ServiceGraph, day: str | None) -> None:
    value = lg.indicator(lumme, "indicator-unified-practices", day)
    held, unknown = UNIFIED[day]
    assert value.measure.share == Ratio(held, 10)
    assert len(value.measure.apart[Missing.UNKNOWN]) == unknown
    assert len(value.measure.by) == 10


def test_customer_events_by_municipality(lumme: lg.ServiceGraph) -> None:
    """FACTS 1.7: two hearings held in Mikkeli and one announced; of the others nothing is recorded."""
    found = measure(lumme, "customer-events")
    by = {thing.id: part for thing, part in found.by}
    assert len(by) == 12
    assert by["municipality-mikkeli"].n == 2
    assert [t.id for t in by["municipality-mikkeli"].apart[Modality.ANNOUNCED]] == [
        "event-hearing-suomenniemi"
    ]
    for id_, part in by.items():
        if id_ != "municipality-mikkeli":
            assert part.n == 0
            assert part.not_recorded
    gap = next(g for g in found.not_recorded if words_of(g.what) == "a customer event held")
    assert len(gap.of) == 11


def test_the_whole_graph_counts_what_is_of_no_project(lumme: lg.ServiceGraph) -> None:
    """FACTS 1.7: the study trip of 2015 was before the project."""
    assert [thing.id for thing in measure(lumme, "trainings").held] == ["event-study-trip"]
    assert measure(lumme, "needs-without-target").share == Ratio(1, 7)
    assert measure(lumme, "targets-with-action").share == Ratio(2, 6)
    assert measure(lumme, "coverage-done").share == lg.coverage(lumme).done


def test_a_target_is_reached_or_not_or_it_is_not_known(isles: lg.ServiceGraph) -> None:
    trainings = lg.indicator(isles, "indicator-trainings")
    assert (trainings.measure.n, trainings.target, trainings.reached) == (1, ">= 2", False)
    assert [(day, str(value)) for day, value in trainings.observed] == [("2020-12", "1")]
    assert words_of(trainings.note) == "done 1; planned 1; target >= 2."
    practices = lg.indicator(isles, "indicator-practices")
    assert (practices.measure.n, practices.reached) == (1, True)
    early = lg.indicator(isles, "indicator-practices", "2018-06-01")
    assert (early.measure.n, early.reached) == (0, None)
    assert lg.indicator(isles, "indicator-trainings", "2020-06-01").observed == ()


def test_events_whose_project_is_not_recorded(isles: lg.ServiceGraph) -> None:
    """The hearing in the time of the project may be its own; what is announced for later is not."""
    value = lg.indicator(isles, "indicator-customer-events")
    assert [thing.id for thing in value.measure.held] == ["event-panel"]
    assert apart(value) == {"unknown": ["event-hearing"]}
    assert lg.indicator(isles, "indicator-guide").measure.n == 1
    assert lg.indicator(isles, "indicator-guide", "2024-12-31").measure.n == 0
    assert measure(isles, "small-groups").n == 1
    assert measure(isles, "working-groups", date(2020, 2, 1)).n == 1


@pytest.mark.parametrize("query", QUERIES)
def test_nothing_recorded_is_said(query: str) -> None:
    empty = lg.ServiceGraph([], Settings(as_of=date(2026, 8, 22)))
    found = measure(empty, query)
    assert found.n == 0
    assert found.not_recorded or found.share == Ratio(0, 0)


def test_what_an_unknown_query_counts_is_not_known_wherever_it_is_shown(tmp_path: Path) -> None:
    """The model has an error (LG108), and is shown all the same to those who mend it."""
    graph = lg.load(
        {
            "model.yaml": "as_of: 2026-08-22\nlanguages: {required: [en]}\n",
            "a.yaml": "- {id: indicator-a, name: {en: A}, query: trainingz, target: {value: 3}}\n"
            "- {id: commitment-a, name: {en: C}, indicator: indicator-a}\n"
            "- {id: promise-a, name: {en: P}, commitments: [commitment-a]}\n"
            "- {id: project-a, name: {en: G}}\n",
        }
    )
    assert "LG108" in {finding.code for finding in lg.check(graph)}
    drawn = lg.draw(graph, "promise-a")
    assert "unknown" in drawn.text
    lg.build(graph, "en", out=tmp_path).write(tmp_path)
    pages = [page.read_text("utf-8") for page in tmp_path.rglob("*.html")]
    shown = [page for page in pages if "On 22 August 2026: unknown" in page]
    planned = [page for page in pages if "not known whether reached" in page and "&gt;= 3" in page]
    assert shown
    assert planned


def test_unknown_names() -> None:
    empty = lg.ServiceGraph([], Settings(as_of=date(2026, 8, 22)))
    with pytest.raises(KnownError, match="did you mean trainings"):
        measure(empty, "training")
    with pytest.raises(KnownError, match="there are none"):
        lg.indicator(empty, "indicator-trainings")
