"""No page of any type breaks a rule of axe-core, in light and in dark."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from browser.conftest import missing
from browser.sites import Made

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

pytestmark = pytest.mark.browser

RUN = """async rules => {
    const {violations} = await axe.run(document, {resultTypes: ["violations"], preload: false, ...rules})
    return violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.target}`))
}"""
LOOK = {"runOnly": ["color-contrast", "link-in-text-block", "scrollable-region-focusable"]}
"""What depends on colours and width: all else is the same in dark and on a phone."""
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 360, "height": 800}


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core."""
    try:
        return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    except ModuleNotFoundError:
        missing("there is no axe-core: pip install '.[browser]'")


@pytest.mark.parametrize("edition", ["customer", "staff"])
def test_no_page_breaks_a_rule(page: Page, site: Made, axe: str, edition: str) -> None:
    broken: dict[str, list[str]] = {}
    for name, address in site.types.items():
        if name.startswith(edition):
            page.set_viewport_size(WIDE)
            page.emulate_media(color_scheme="light")
            page.goto(site.uri(address))
            page.evaluate(f"{axe}; null")
            broken[address] = page.evaluate(RUN, {})
            page.set_viewport_size(NARROW)
            page.emulate_media(color_scheme="dark")
            broken[f"{address} on a phone in dark"] = page.evaluate(RUN, LOOK)
    assert {address: rules for address, rules in broken.items() if rules} == {}
