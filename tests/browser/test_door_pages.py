"""The front page and the staff's pages in a browser: on a narrow screen, and on paper."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

import lumme_graph as lg
from lumme_graph.site.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LUMME = Path(__file__).parents[2] / "models" / "lumme"
A4 = (595, 842)
"""The width and the height of a sheet in points."""


NARROW = (
    *("index.html", "en/promise-lumme.html", "en/sources.html", "en/about.html"),
    *("staff/index.html", "staff/sv/development.html", "staff/fi/decide.html"),
    *("staff/fi/questions.html", "staff/fi/questions-practice.html", "staff/fi/events.html"),
)
SHEETS = tuple(f"staff/{lang}/decide.html" for lang in ("fi", "en", "sv"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the site of the shipped model the pages that are looked at."""
    made = Site(lg.load(LUMME))
    root = tmp_path_factory.mktemp("doors")
    for address in made.addresses:
        if address.startswith("assets/") or address in {*NARROW, *SHEETS}:
            file = root / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(made.file(address))
    return root


@pytest.mark.parametrize("address", SHEETS)
def test_the_page_for_those_who_decide_is_one_sheet_of_a4(
    page: Page, site: Path, address: str
) -> None:
    page.goto((site / address).as_uri())
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert [(round(one.mediabox.width), round(one.mediabox.height)) for one in sheets] == [A4]


@pytest.mark.parametrize("address", NARROW)
def test_nothing_sticks_out_of_a_narrow_screen(page: Page, site: Path, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto((site / address).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
