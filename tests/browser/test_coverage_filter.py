"""The filter of the coverage page in a real browser: style alone narrows it, from form and numbers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from coverage_samples import judged, network_of

from lumme_graph.reports.coverage.to_html import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

CELLS = """[...document.querySelectorAll(".cells tbody tr")].filter(row => row.offsetParent)
    .reduce((sum, row) => sum + Number(row.lastElementChild.textContent), 0)"""
ITEMS = """[...document.querySelectorAll(":is(.grid,.bars) tbody [data-p]")]
    .filter(row => row.offsetParent).map(row => row.firstElementChild.textContent)"""
COLUMNS = """[...document.querySelectorAll(".grid thead th:nth-child(n+3)")]
    .filter(head => head.offsetParent).map(head => head.textContent)"""


@pytest.fixture(scope="module")
def example(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, str]:
    """A window for the page of the worked example, and its address."""
    file = tmp_path_factory.mktemp("filter") / "coverage.html"
    file.write_text(render(judged(), "en"), encoding="utf-8")
    return browser.new_page(), file.as_uri()


def opened(example: tuple[Page, str], fragment: str = "", **chosen: str) -> Page:
    page, address = example
    page.goto("about:blank")
    page.goto(address + fragment)
    for name, value in chosen.items():
        page.select_option(f"#f-{name}", value)
    return page


@pytest.mark.parametrize(
    ("fragment", "cells"),
    [
        ("", 15),
        ("#only-covered", 39),
        ("#only-stale", 2),
        ("#only-planned", 2),
        ("#only-untranslated", 3),
        ("#only-missing", 8),
        ("#only-unknown", 2),
        ("#only-exempt", 16),
        ("#only-with-plans", 41),
        ("#only-deep", 26),
        ("#cells-service-home", 6),
    ],
)
def test_a_number_leads_to_as_many_cells(
    example: tuple[Page, str], fragment: str, cells: int
) -> None:
    page = opened(example, fragment)
    assert page.evaluate(CELLS) == cells
    if "only" in fragment:
        assert page.is_visible(fragment)
        page.click(f"{fragment} a")
        assert page.evaluate(CELLS) == 15


def test_a_library_is_a_column(example: tuple[Page, str]) -> None:
    for page in (opened(example, "#only-library-organisation-b"), opened(example, l="2")):
        assert page.evaluate(COLUMNS) == ["B"]
        assert page.evaluate(CELLS) == 3 + 2 + 2 + 4 + 2
    assert opened(example).evaluate(COLUMNS) == ["A", "B", "C"]


def test_kind_profile_and_state_narrow_the_items(example: tuple[Page, str]) -> None:
    paths = ["card (I)", "home (I)"]
    assert opened(example, k="path").evaluate(ITEMS) == paths
    used = ["home (I)", "home (I)", "home (I)"]
    assert opened(example, "#only-profile-profile-home").evaluate(ITEMS) == used
    planned = opened(example, s="planned")
    assert planned.evaluate(ITEMS) == ["digi (I)"]
    assert planned.evaluate(CELLS) == 2
    assert opened(example, k="path", s="missing").evaluate(ITEMS) == []


def test_a_state_at_a_library_is_that_of_its_square(example: tuple[Page, str]) -> None:
    assert opened(example, l="2", s="missing").evaluate(ITEMS) == [
        "digi (I)",
        "home (I)",
        "near (I)",
    ]
    assert opened(example, l="1", s="covered").evaluate(ITEMS) == [
        *("desk (I)", "web (I)", "loan (I)", "family (I)"),
        *("home (I)", "card (I)", "home (I)", "open (I)"),
    ]


def test_a_large_network_is_narrowed_too(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "large.html"
    file.write_text(render(network_of(160, 6), "en"), encoding="utf-8")
    at = (browser.new_page(), file.as_uri())
    assert len(opened(at).evaluate(ITEMS)) == 160
    assert len(opened(at, "#only-missing").evaluate(ITEMS)) == 80
    assert len(opened(at, s="covered").evaluate(ITEMS)) == 80
    assert len(opened(at, "#only-deep").evaluate(ITEMS)) == 80


def test_a_word_stands_behind_every_sign(example: tuple[Page, str]) -> None:
    """What a reader that speaks is told of a square: its word, not its sign."""
    page = opened(example)
    tree = page.locator(".grid tbody").first.aria_snapshot()
    assert 'cell "untranslated 1/2"' in tree
    assert 'cell "covered"' in tree
    assert not set("●◐○") & set(tree)
