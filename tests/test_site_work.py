"""The staff's pages of work: development, questions, the page for those who decide, lists of a kind."""

from __future__ import annotations

from typing import TypeVar
from xml.etree import ElementTree as ET

import pytest
from shipped import lumme_site
from site_reading import chapter, found, main_of, words

import lumme_graph as lg
from lumme_graph.analysis.coverage.largest import largest_gaps
from lumme_graph.analysis.plans import by_aim
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.parts import Aim
from lumme_graph.graph.day import Day
from lumme_graph.graph.things import Missing
from lumme_graph.questions.ask import AREAS, QUESTIONS
from lumme_graph.site.site import Site

E = TypeVar("E", bound=KeptElement)


def page(stem: str, site: Site | None = None) -> ET.Element:
    return main_of((site or lumme_site()).file(f"staff/en/{stem}.html"))


def made(kind: type[E], **fields: object) -> E:
    """An element of plain data, as a file gives it."""
    return kind.model_validate(fields)


def small(*elements: KeptElement, **settings: object) -> lg.ServiceGraph:
    given = {"as_of": "2026-05-01", "languages": {"required": ("en",)}, **settings}
    return lg.ServiceGraph(elements, lg.Settings.model_validate(given))


def tree(item: ET.Element) -> tuple[str, list[object]]:
    """A box of the chain by its own words, and what follows from it."""
    below = item.find("ul")
    (box,) = (one for one in item if one.tag == "div")
    return words(box), [] if below is None else [tree(one) for one in below]


def chains(site: Site | None = None) -> dict[str, list[object]]:
    (shown,) = found(page("development", site), "ul", "chain")
    return dict(map(tree, shown))


def test_the_chain_leads_from_a_need_to_what_is_done() -> None:
    """FACTS 3: self-service hours answer the need of people at work; no decision carries them."""
    hours = chains()["NeedOpening hours do not suit people at work DRaised by: customers, staff"]
    assert hours == [
        (
            "TargetOpen for people at work ILG702",
            [
                (
                    (
                        "DecisionMäntyharju decides to start self-service hours when the devices "
                        "work S● done17 December 2019, Mäntyharju Library"
                    ),
                    [],
                ),
                (
                    "Decision○ no decision",
                    [("ActionSelf-service hours S● done", [("Indicator○ no indicator", [])])],
                ),
            ],
        )
    ]


def test_a_need_that_nothing_answers_says_so() -> None:
    quiet = next(below for at, below in chains().items() if "quiet reading" in at)
    assert quiet == [("Target○ no target", [])]


def test_an_act_outside_its_time_or_before_what_comes_first_is_marked() -> None:
    project = made(
        lg.Project,
        id="project-a",
        name={"en": "Project A"},
        **{"from": "2025-01-01", "to": "2025-12-31"},
    )
    decision = made(lg.Decision, id="decision-a", name={"en": "Go"}, date="2025-06-01")
    late = made(
        lg.Action,
        id="action-late",
        name={"en": "Late"},
        targets=["target-a"],
        project="project-a",
        **{"from": "2026-02-01"},
    )
    early = made(
        lg.Action,
        id="action-early",
        name={"en": "Early"},
        targets=["target-a"],
        decision="decision-a",
        **{"from": "2025-02-01"},
    )
    target = made(lg.Target, id="target-a", name={"en": "T"})
    site = Site(small(project, decision, late, early, target))
    said = [words(one) for one in found(page("development", site), "div", "box")]
    (of_late,) = [one for one in said if one.startswith("ActionLate")]
    (of_early,) = [one for one in said if one.startswith("ActionEarly")]
    assert "outside the days of Project A" in of_late and "before" not in of_late
    assert "before Go" in of_early and "outside" not in of_early


def test_money_that_nobody_gives_stands_out_and_what_was_not_reported_is_no_zero() -> None:
    """FACTS question 46: 42 200 − 25 000 − 8 500 = 8 700; the spent sums are not filled in."""
    (first, *_) = [one for one in chapter(page("development"), "project") if one.tag == "dl"]
    said = {
        words(at): value for at, value in zip(found(first, "dt"), found(first, "dd"), strict=True)
    }
    assert words(said["Planned in all"]) == "€42,200.00"
    assert words(said["Granted"]) == "€25,000.00"
    assert words(found(said["Not funded"], "span", "warn")[0]) == "€8,700.00"
    assert words(found(said["Spent"], "span", "unknown")[0]) == "not reported"


def rows(id_: str, site: Site | None = None) -> list[list[str]]:
    (table,) = [
        one for one in chapter(page("development", site), id_) if one.get("class") == "wide"
    ]
    return [[words(cell) for cell in found(row, "td")] for row in found(table, "tr")][1:]


def test_indicators_have_their_value_and_no_invented_target() -> None:
    shown = {row[0]: row[1:] for row in rows("indicator")}
    assert len(shown) == 6
    assert shown["Unified practices S"] == [
        "Done 3/10; unknown 7; no target value.",
        "no target value",
        "nothing reported",
    ]


@pytest.mark.parametrize(
    ("target", "said"), [(1, "● reached"), (2, "? not known whether reached"), (3, "○ not reached")]
)
def test_a_target_is_reached_or_not_or_that_is_not_known(target: int, said: str) -> None:
    """One training is the project's; of another it is not said whose it is."""
    held = made(
        lg.Event,
        id="event-held",
        name={"en": "Held"},
        type="training",
        project="project-a",
        modality="done",
        **{"from": "2026-01-01"},
    )
    loose = made(
        lg.Event,
        id="event-loose",
        name={"en": "Loose"},
        type="training",
        modality="done",
        **{"from": "2026-01-02"},
    )
    project = made(lg.Project, id="project-a", name={"en": "P"}, **{"from": "2025-01-01"})
    indicator = made(
        lg.Indicator,
        id="indicator-a",
        name={"en": "Trainings"},
        query="trainings",
        project="project-a",
        target={"value": target},
        observations=[{"date": "2026-02-01", "value": 1}],
    )
    site = Site(small(held, loose, project, indicator))
    ((_, _, target_said, observed),) = rows("indicator", site)
    assert target_said == f">= {target} {said}"
    assert observed == "2026-02-01: 1"


def test_what_a_model_has_not_is_said_on_the_page_of_development() -> None:
    said = words(page("development", Site(small(made(lg.Need, id="need-a", name={"en": "N"})))))
    assert said.count("The model names none.") == 4


def test_every_question_stands_with_its_answer_and_leads_to_its_rows() -> None:
    root = page("questions")
    answers = {
        one.get("id"): words(found(one, "p")[1]) for one in found(root, "li") if one.get("id")
    }
    assert answers.keys() == QUESTIONS.keys()
    assert len(answers) == 51
    assert answers["practice-adoption"] == (
        "10 practices at 12 libraries: adopted 55, not adopted 0, not recorded 65."
    )
    assert answers["unfunded"].endswith("€42,200.00 − €25,000.00 − €8,500.00 = €8,700.00")
    links = {one.get("href") for one in found(root, "a")}
    assert "questions-practice.html#practice-adoption" in links


def test_an_area_shows_the_rows_of_its_answers_as_links() -> None:
    section = next(
        one
        for one in found(page("questions-practice"), "section")
        if found(one, "h2")[0].get("id") == "practice-adoption"
    )
    first = found(found(section, "tbody")[0], "tr")[0]
    assert [words(cell) for cell in found(first, "td")] == [
        "Shared web library Lumme-Finna (January 2019)",
        "all 12 libraries",
        "–",
        "–",
    ]
    assert found(first, "a")[0].get("href", "").startswith("practice-")
    assert len(found(found(section, "tbody")[0], "tr")) == 10


def test_a_long_answer_is_cut_and_says_how_to_get_it_whole() -> None:
    sources = [made(lg.Source, id=f"source-s{n}", citation=f"Paper {n}") for n in range(201)]
    root = page("questions-sources", Site(small(*sources)))
    section = next(
        one for one in found(root, "section") if found(one, "h2")[0].get("id") == "source-support"
    )
    assert len(found(found(section, "tbody")[0], "tr")) == 200
    assert "200 of 201 rows are shown; lumme ask MODEL source-support --format csv gives all." in (
        words(section)
    )


def test_every_question_is_of_one_area() -> None:
    asked = [one.name for area in AREAS for one in area.questions]
    assert sorted(asked) == sorted(QUESTIONS)


@pytest.mark.parametrize("tag", ["fi", "en", "sv"])
def test_pages_of_questions_are_light(tag: str) -> None:
    for stem in ("questions", *(f"questions-{area.name}" for area in AREAS)):
        assert len(lumme_site().file(f"staff/{tag}/{stem}.html")) <= 100_000


def covered_by(*items: str) -> lg.ServiceGraph:
    """Two libraries, one language: a service that is told, one told at one of them, one not."""
    libraries = [
        made(lg.Organisation, id=f"organisation-{x}", name={"en": x}, type="library") for x in "ab"
    ]
    everywhere = [{"at": f"organisation-{x}", "is": "yes"} for x in "ab"]
    services = [
        made(lg.Service, id=f"service-{name}", name={"en": name}, offered=everywhere)
        for name in ("told", "half", "untold")
    ]
    section = made(
        lg.Section,
        id="section-a",
        name={"en": "A"},
        status="published",
        covers=[
            {"item": "service-told"},
            {"item": "service-half", "scope": ["organisation-a"]},
            *({"item": item} for item in items),
        ],
        body={"en": "Read."},
    )
    return small(*libraries, *services, section, coverage={"needs": ["service"]})


def test_the_largest_gaps_come_first() -> None:
    found_ = largest_gaps(Day.of(covered_by()))
    assert [(one.item.id, one.size, one.done.d) for one in found_] == [
        ("service-untold", 2, 2),
        ("service-half", 1, 2),
    ]


def decide(graph: lg.ServiceGraph) -> dict[str, str]:
    root = page("decide", Site(graph))
    return {words(found(one, "h2")[0]): words(one) for one in found(root, "section")}


def test_those_who_decide_see_coverage_and_its_largest_gaps() -> None:
    said = decide(covered_by())
    assert "50% of the guide is done: 3 of 6 cells" in said["How far the guide is"]
    assert (
        "untold: 2 cells of 2 are not coveredhalf: 1 cell of 2 is not covered"
        in (said["The three largest gaps"])
    )
    assert said["What is promised"].endswith("The model holds no promise.")
    assert said["Money"].endswith("No sums are recorded.")


def test_where_nothing_is_missing_that_is_said() -> None:
    said = decide(covered_by("service-half", "service-untold"))
    assert said["The three largest gaps"].endswith("Nothing that is counted is missing.")


def test_actions_stand_by_aim_and_how_far_they_are() -> None:
    actions = [
        made(lg.Action, id=f"action-{n}", name={"en": f"A{n}"}, aim=aim, modality=modality)
        for n, (aim, modality) in enumerate(
            [
                ("customer", "done"),
                ("customer", "planned"),
                ("efficiency", "planned"),
                (None, "done"),
            ]
        )
    ]
    graph = small(*actions)
    counted = {aim: len(of) for aim, of in by_aim(Day.of(graph)).items()}
    assert counted == {Aim.CUSTOMER: 2, Aim.EFFICIENCY: 1, Aim.BOTH: 0, Missing.NOT_RECORDED: 1}
    root = page("decide", Site(graph))
    (section,) = [one for one in found(root, "section") if "by aim" in words(one)]
    table = [[words(cell) for cell in row] for row in found(section, "tr")]
    assert table == [
        ["Aim", "Done", "Planned"],
        ["Better service", "1", "1"],
        ["Leaner work", "0", "1"],
        ["Not recorded", "1", "0"],
    ]
    (acts,) = [one for one in found(root, "section") if words(one).startswith("What is decided")]
    assert [words(one) for one in found(acts, "li")] == ["Done: A0, A3", "Planned: A1, A2"]


def test_of_many_things_the_first_are_named_and_the_others_counted() -> None:
    actions = [
        made(lg.Action, id=f"action-{n}", name={"en": f"A{n}"}, modality="planned")
        for n in range(5)
    ]
    said = decide(small(*actions))["What is decided or done, what is planned"]
    assert said.endswith("Planned: A0, A1, A2 and 2 more")


def test_a_list_of_a_kind_says_what_each_is_and_how_many_lead_to_it() -> None:
    group = made(
        lg.Group,
        id="group-b",
        name={"en": "B"},
        purpose={"en": "To plan. And to do."},
        modality="planned",
        standing="sourced",
    )
    other = made(lg.Group, id="group-a", name={"en": "A"}, modality="done")
    project = made(lg.Project, id="project-a", name={"en": "P"}, groups=["group-b"])
    root = page("groups", Site(small(group, other, project)))
    table = [[words(cell) for cell in row] for row in found(root, "tr")]
    assert table == [
        ["Name", "What it is", "How far", "Led to by"],
        ["A", "", "done", "0"],
        ["B S", "To plan.", "planned", "1"],
    ]
