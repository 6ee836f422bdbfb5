"""The page of coverage: what it shows, where its numbers lead, and how large it grows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from xml.etree import ElementTree as ET

import pytest
from coverage_page import links, listed, rows, table, tree, words
from coverage_samples import counted, judged, network_of, worked
from shipped import lumme_graph, lumme_site

import lumme_graph as lg
from lumme_graph.assessment.assess import Assessment, assess
from lumme_graph.base.speaker import Said
from lumme_graph.drawing import palette
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.reports.coverage.body import coverage_body, coverage_style
from lumme_graph.reports.coverage.of_one import item_coverage, library_coverage
from lumme_graph.reports.coverage.to_html import render
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.site import Site

ALL = ("covered", "covered", "covered")
GRID: dict[str, tuple[str, tuple[str, ...]]] = {
    "desk": ("6/6", ALL),
    "web": ("3/6", ("untranslated 1/2",) * 3),
    "bus": ("2/2", ("exempt", "covered", "exempt")),
    "loan": ("6/6", ALL),
    "home service": ("0/2", ("stale", "exempt", "unknown")),
    "digi": ("0/4", ("missing 1/2", "missing 1/2", "exempt")),
    "family": ("6/6", ALL),
    "home profile": ("2/6", ("covered", "missing", "missing")),
    "card": ("6/6", ALL),
    "home path": ("2/2", ("covered", "exempt", "exempt")),
    "open": ("6/6", ALL),
    "near": ("0/2", ("exempt", "missing", "exempt")),
}
"""The worked example of `coverage.md`: covered of counted cells, and the state at A, B and C."""
STATES = {
    "covered": 39,
    "stale": 2,
    "planned": 2,
    "untranslated": 3,
    "missing": 8,
    "unknown": 2,
    "exempt": 16,
}


@cache
def example() -> ET.Element:
    return tree(render(judged(), "en"))


@cache
def lumme() -> Assessment:
    return assess(lumme_graph())


def linked(element: KeptElement, said: Said) -> Child:
    return h("a", said, href=f"{element.id}.html")


def body_of(found: Assessment) -> ET.Element:
    return h("main", coverage_body(found, found.coverage.graph.speaker("en"), linked))


# What it shows.


def test_the_grid_shows_each_item_at_each_library_in_its_worst_state() -> None:
    items = [row for row in rows(example(), "grid") if len(row) > 1]
    shown = [(words(row[1]), tuple(words(cell) for cell in row[2:])) for row in items]
    assert shown == list(GRID.values())
    for row in items:
        for cell in row[2:]:
            assert words(cell).startswith(cell.get("class", "-"))


def test_a_square_knows_the_states_that_it_does_not_show() -> None:
    rest = Counter(
        (cell.get("class"), cell.get("data-s"))
        for row in rows(example(), "grid")
        for cell in row
        if cell.get("data-s")
    )
    assert rest == {("untranslated", "covered"): 3, ("missing", "planned"): 2}


def test_every_cell_stands_once_in_the_list() -> None:
    assert listed(example()) == {**STATES, "deep": 26, "gap": 15, "rest": 57}


def test_unknown_cells_are_in_the_list_of_gaps_where_they_count_as_such() -> None:
    found = listed(tree(render(judged(unknown="gap"), "en")))
    assert (found["gap"], found["unknown"]) == (17, 2)


def test_a_row_of_the_list_says_where_and_by_which_sections() -> None:
    said = [[words(cell) for cell in row] for row in rows(example(), "cells")]
    assert ["web (I)", "untranslated", "all 3 libraries: English", "g2", "3"] in said
    assert ["digi (I)", "planned", "A, B: Finnish", "g4", "2"] in said
    assert ["home (I)", "missing", "B, C: Finnish, English", "", "4"] in said
    assert ["loan (I)", "covered deep", "A: Finnish", "g1, g10", "1"] in said


def test_numbers_lead_to_what_they_count() -> None:
    found = links(example())
    for state, n in STATES.items():
        assert (f"#only-{state}", f"{state} {n}") in found
    for href, said in (
        ("#only-covered", "72.2% 39/54"),
        ("#only-with-plans", "75.9% 41/54"),
        ("#only-deep", "48.1% 26/54"),
        ("#cells-profile-home", "2/6"),
        ("#kind-commitment", "6/8"),
        ("#only-library-organisation-b", "13/20"),
        ("#only-language-fi", "21/27"),
        ("#only-profile-profile-family", "21/24"),
        ("#cells-touchpoint-web", "3"),
    ):
        assert (href, said) in found, href


def test_an_act_that_closes_gaps_of_several_items_says_of_how_many_each() -> None:
    root = tree(render(lumme(), "en"))
    row = root.findall(".//table[@class='acts']/tbody/tr")[0]
    parts = [int(words(link)) for link in row[1].iter("a")]
    assert len(parts) > 1
    assert sum(parts) == int(words(row[2]))


def test_a_gate_leads_to_what_it_counts() -> None:
    found = judged(minimum={"total": 80, "library": 70, "kind": {"path": 100}}, max_stale=1)
    there = links(tree(render(found, "en")))
    for link in (
        ("#only-covered", "39/54"),
        ("#only-library-organisation-a", "15/20"),
        ("#kind-path", "8/8"),
        ("#only-stale", "2"),
    ):
        assert link in there


# Within a site.


def test_in_a_site_items_libraries_and_sections_lead_to_their_pages() -> None:
    root = body_of(judged())
    there = links(root)
    for link in (
        ("service-loan.html", "loan (I)"),
        ("organisation-a.html", "A"),
        ("section-g4.html", "g4"),
    ):
        assert link in there
    assert [one.get("id") for one in root.iter("h2")] == ["next", "matrix", "gaps", "groups"]


def test_a_page_without_a_site_leads_nowhere_else() -> None:
    assert all(href.startswith("#") for href, _ in links(example()))


def one(children: list[Child]) -> ET.Element:
    return h("main", children)


def said_rows(root: ET.Element) -> list[list[str]]:
    return [[words(cell) for cell in row] for row in root.findall(".//tbody/tr")]


def test_an_item_shows_its_cells_by_library_and_language() -> None:
    graph = worked()
    found, speak = lg.coverage(graph), graph.speaker("en")
    home = one(item_coverage(found, graph[lg.Service, "service-home"], speak, linked))
    assert said_rows(home) == [
        ["A", "stale g3", "stale g3"],
        ["B", "exempt", "exempt"],
        ["C", "unknown", "unknown"],
    ]
    assert "Covered: 0/2 = 0%" in words(home)
    assert ("section-g3.html", "g3") in links(home)
    desk = one(item_coverage(found, graph[lg.Touchpoint, "touchpoint-desk"], speak, linked))
    assert said_rows(desk) == [["all 3 libraries", "covered g1", "covered g1"]]


def test_an_item_that_needs_no_section_says_so() -> None:
    graph = worked()
    old = graph[lg.Touchpoint, "touchpoint-old"]
    told = one(item_coverage(lg.coverage(graph), old, graph.speaker("en"), linked))
    assert words(told) == "The guide need not tell of this."


def test_a_library_shows_its_gaps_and_what_is_not_known() -> None:
    graph = worked()
    found, speak = lg.coverage(graph), graph.speaker("en")
    b = one(library_coverage(found, graph[lg.Organisation, "organisation-b"], speak, linked))
    assert said_rows(b) == [
        ["web (I)", "untranslated", "English"],
        ["digi (I)", "planned", "Finnish"],
        ["digi (I)", "missing", "English"],
        ["home (I)", "missing", "Finnish, English"],
        ["near (I)", "missing", "Finnish, English"],
    ]
    assert "Covered: 13/20 = 65%" in words(b)
    assert b.find("details") is None
    c = one(library_coverage(found, graph[lg.Organisation, "organisation-c"], speak, linked))
    (unknown,) = c.findall("details")
    assert [words(part) for part in unknown] == [
        "Of 1 item it is not known whether it is offered here",
        "home (I)",
    ]
    assert ("service-home.html", "home (I)") in links(c)


# Large networks.


def test_a_large_network_has_a_row_for_each_item_and_each_library() -> None:
    root = tree(render(network_of(160, 6), "en"))
    items = [row for row in rows(root, "bars") if len(row) > 1]
    assert len(items) == 160
    assert [words(cell) for cell in items[0]] == ["Service 0", "4/4", "", "– exempt 8"]
    assert [words(cell) for cell in items[5]] == [
        "Service 5",
        "0/4",
        "",
        "○ missing 4 · – exempt 8",
    ]
    parts = [part.get("class") for part in items[5].iter("i")]
    assert parts == ["missing w20", "exempt w40"]
    libraries = [[words(cell) for cell in row] for row in rows(root, "numbers")]
    assert libraries[0] == ["Library 0", "160/320", "160/320", "0"]
    assert libraries[1] == ["Library 1", "0/0", "0/0", "0"]
    assert not [one for one in root.iter("table") if "grid" in one.get("class", "")]


@pytest.mark.parametrize(("items", "libraries"), [(150, 3), (3, 25)])
def test_up_to_150_items_and_25_libraries_stand_in_one_grid(items: int, libraries: int) -> None:
    root = tree(render(network_of(items, libraries), "en"))
    assert len(rows(root, "grid")) == items + 1
    for more in ((151, 3), (3, 26)):
        assert table(tree(render(network_of(*more), "en")), "bars") is not None


def test_only_the_first_acts_of_many_are_told() -> None:
    root = tree(render(network_of(160, 6), "en"))
    acts = [row for one in root.findall(".//table[@class='acts']") for row in one.iter("tr")]
    assert len(acts) == 2 + 50
    assert "30 acts that close less are in the JSON form alone." in words(root)


# How large it is.


def nodes(found: Assessment) -> int:
    return sum(1 for _ in tree(render(found, "en")).iter())


@pytest.mark.parametrize("lang", ["fi", "en", "sv"])
def test_the_page_of_the_shipped_model_is_light(lang: str) -> None:
    page = render(lumme(), lang)
    assert len(page.encode()) <= 160_000
    assert sum(1 for _ in tree(page).iter()) <= 3_500


@pytest.mark.parametrize("items", [60, 200])
def test_twice_as_many_items_make_at_most_about_twice_as_much(items: int) -> None:
    before, after = network_of(items, 8), network_of(2 * items, 8)
    assert nodes(after) <= 2.2 * nodes(before)
    assert len(render(after, "en")) <= 2.2 * len(render(before, "en"))


def test_a_thousand_items_stay_readable() -> None:
    page = render(network_of(1000, 9), "en")
    assert len(page.encode()) <= 300_000
    assert sum(1 for _ in tree(page).iter()) <= 10_000


def rules(found: Assessment) -> int:
    return coverage_style(found).count("main:")


def test_the_rules_of_the_filter_do_not_grow_with_items() -> None:
    assert rules(network_of(10, 5)) == rules(network_of(100, 5))
    ten = rules(network_of(10, 6)) - rules(network_of(10, 5))
    assert ten == rules(network_of(10, 25)) - rules(network_of(10, 24))
    assert ten <= 10
    assert rules(network_of(200, 5)) == rules(network_of(200, 40)) <= 20


# What a strict policy of content asks.


@pytest.mark.parametrize("found", [judged, lumme, lambda: network_of(160, 6)])
def test_nothing_needs_a_script_or_a_style_of_its_own(found: Callable[[], Assessment]) -> None:
    root = tree(render(found(), "en"))
    for one in root.iter():
        assert one.tag != "script"
        assert not [name for name in one.attrib if name == "style" or name.startswith("on")]
    assert len(list(root.iter("style"))) == 1
    assert not list(body_of(found()).iter("style"))


def test_the_style_of_the_filter_stands_in_the_page_or_beside_it() -> None:
    style = coverage_style(judged())
    assert style in (tree(render(judged(), "en")).findtext("head/style") or "")
    assert "<" not in style
    assert not re.search(r"url\(|@import", style)


@pytest.mark.parametrize("tone", ["done", "part", "gap"])
def test_states_have_the_colours_of_drawings(tone: str) -> None:
    ground, ink = palette.STATES[tone]
    style = coverage_style(judged()).replace("#fff)", "#ffffff)")
    assert f"background:var(--{tone},{ground});color:var(--{tone}-ink,{ink})" in style
    assert f"background:var(--bar-{tone},{palette.BARS[tone]})" in style


def test_empty_models_have_a_page() -> None:
    empty = assess(lg.ServiceGraph([], worked().settings))
    assert "There are no gaps." in words(tree(render(empty, "en")))
    gap = assess(counted(lg.ServiceGraph([], worked().settings), unknown="gap"))
    assert tree(render(gap, "en")) is not None


# The pages of a site.


def test_staff_have_coverage_and_findings_with_links_to_pages() -> None:
    site = lumme_site()
    coverage = tree(site.file("staff/en/coverage.html").decode())
    there = {href for href, _ in links(coverage)}
    assert {"service-loan.html", "organisation-mikkeli.html", "#only-missing"} <= there
    styles = [one.get("href") for one in coverage.iter("link")]
    assert styles[-1] == "../../staff/coverage.css"
    assert site.file("staff/coverage.css").decode() == coverage_style(lumme())
    findings = tree(site.file("staff/en/findings.html").decode())
    assert "touchpoint-notice.html" in {href for href, _ in links(findings)}
    only = Site(lumme_graph(), editions=(lg.Edition.CUSTOMER,))
    assert not [name for name in only.addresses if "coverage" in name or "findings" in name]


def test_staff_see_on_the_page_of_an_item_what_the_guide_has_of_it() -> None:
    site = lumme_site()
    desk = tree(site.file("staff/en/touchpoint-customer-computer.html").decode())
    head = [one.get("id") for one in desk.iter("h2")]
    assert "coverage" in head
    assert "Covered: 4/12 = 33.3%" in words(desk)
    for_customers = tree(site.file("en/touchpoint-customer-computer.html").decode())
    assert "coverage" not in [one.get("id") for one in for_customers.iter("h2")]
