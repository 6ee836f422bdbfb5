"""The page to paste into PTV from: what a button copies, by mouse and keyboard, and for all readers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import lumme_graph as lg
from browser.sites import LUMME
from browser.test_accessibility import NARROW, RUN, WIDE, axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ("axe",)
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sheet of the shipped model, in Finnish."""
    file = tmp_path_factory.mktemp("liitä") / "ptv.html"
    lg.export(lg.load(LUMME), file, "ptv", lang="fi")
    return file


def test_a_button_copies_the_text_and_says_so(page: Page, sheet: Path) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(sheet.as_uri())
    row = page.locator("#service-loan .paste tr").filter(has_text="Lainaa palvelupisteessä")
    button = row.first.get_by_role("button")
    button.focus()
    page.keyboard.press("Enter")
    loan = lg.load(LUMME)[lg.Service, "service-loan"]
    assert loan.instructions is not None
    page.wait_for_function("document.querySelector('button.done')")
    assert page.evaluate("navigator.clipboard.readText()") == loan.instructions["fi"]


def test_it_can_be_used_without_script(page: Page, sheet: Path) -> None:
    """A button that does nothing would be worse than none."""
    program = page.context.browser
    assert program is not None
    plain = program.new_context(java_script_enabled=False).new_page()
    plain.goto(sheet.as_uri())
    assert plain.get_by_role("button").count() == 0
    assert plain.get_by_text("Lainaa palvelupisteessä tai automaatilla").count() == 1
    plain.context.close()


def test_it_breaks_no_rule_and_fits_a_phone(page: Page, sheet: Path, axe: str) -> None:
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        page.goto(sheet.as_uri())
        page.evaluate(f"{axe}; null")
        assert page.evaluate(RUN, {}) == []
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0
