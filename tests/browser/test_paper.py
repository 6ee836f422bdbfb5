"""Pages on paper: one sheet for decision-makers, and nothing cut elsewhere."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from browser.sites import Made

if TYPE_CHECKING:
    from playwright.sync_api import Page

pypdf = pytest.importorskip("pypdf")
pytestmark = pytest.mark.browser

A4 = (595, 842)
BEYOND = """() => {
    const end = document.documentElement.clientWidth + 1
    return [...document.querySelectorAll("main *")].filter(one => one.checkVisibility()
        && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
        && one.getBoundingClientRect().right > end).map(one => one.textContent.slice(0, 60))
}"""
"""Texts that reach over the right edge of what is printed."""


def printed(page: Page, uri: str) -> list[str]:
    """The text of each sheet; all sheets are upright A4."""
    page.goto(uri)
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    for sheet in sheets:
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == A4
    return [sheet.extract_text() for sheet in sheets]


@pytest.mark.parametrize("lang", ["fi", "en", "sv"])
def test_the_page_for_decision_makers_is_one_sheet(page: Page, lumme: Made, lang: str) -> None:
    (sheet,) = printed(page, lumme.uri(f"staff/{lang}/decide.html"))
    assert "47" in sheet and "420" in sheet and "888" in sheet


def test_it_is_one_sheet_for_every_network(page: Page, site: Made) -> None:
    assert len(printed(page, site.uri(site.types["staff decide"]))) == 1


def test_no_text_is_cut_on_paper(page: Page, site: Made) -> None:
    """Laid out as wide as paper is: 178 mm between the margins."""
    page.set_viewport_size({"width": 672, "height": 970})
    page.emulate_media(media="print")
    cut: dict[str, list[str]] = {}
    for name, address in site.types.items():
        page.goto(site.uri(address))
        cut[f"{name}: {address}"] = page.evaluate(BEYOND)
    assert {name: texts for name, texts in cut.items() if texts} == {}
