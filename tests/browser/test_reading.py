"""Pages are read on a narrow phone, without a script and by keys alone, and name themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from browser.sites import Made

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

pytestmark = pytest.mark.browser

NARROW: ViewportSize = {"width": 320, "height": 640}
TOO_WIDE = """() => {
    const width = document.documentElement.clientWidth
    const rolls = one => one && (["auto", "scroll"].includes(getComputedStyle(one).overflowX)
        || rolls(one.parentElement))
    const all = [...document.querySelectorAll("body *")].filter(one => {
        const {right, left, width: own} = one.getBoundingClientRect()
        return own && (right > width + 1 || left < -1) && one.checkVisibility()
            && !one.matches(".skip, .vh, .vh *, .lily, .lily *") && !rolls(one.parentElement)
    })
    const page = document.documentElement.scrollWidth > width ? ["the page"] : []
    return [...page, ...all.slice(0, 5).map(one => `${one.tagName}.${one.className}`)]
}"""
FOCUSED = """() => {
    const one = document.activeElement
    if (one === document.body) return null
    const {width, height} = one.getBoundingClientRect()
    const ring = [null, "::after"].some(part => {
        const {outlineStyle, outlineWidth} = getComputedStyle(one, part)
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2
    })
    return {
        order: [...document.querySelectorAll("*")].indexOf(one),
        name: `${one.tagName.toLowerCase()} ${one.getAttribute("href") ?? one.id ?? ""}`,
        seen: one.checkVisibility() && width > 0 && height > 0 && ring,
    }
}"""
FOCUSABLE = """() => [...document.querySelectorAll(
    "a[href], button, input, select, summary, [tabindex='0']"
)].filter(one => one.checkVisibility() && one.tabIndex >= 0).length"""


def test_no_page_is_wider_than_a_narrow_phone(page: Page, site: Made) -> None:
    page.set_viewport_size(NARROW)
    wide: dict[str, list[str]] = {}
    for address in site.types.values():
        page.goto(site.uri(address))
        wide[address] = page.evaluate(TOO_WIDE)
    assert {address: parts for address, parts in wide.items() if parts} == {}


def test_everything_is_read_without_a_script(page: Page, browser: Browser, lumme: Made) -> None:
    bare = browser.new_context(java_script_enabled=False)
    without = bare.new_page()
    for address in lumme.types.values():
        page.goto(lumme.uri(address))
        without.goto(lumme.uri(address))
        read = without.inner_text("main")
        assert len(read) > 50, address
        assert read == page.inner_text("main"), address
    bare.close()


def tabbed(page: Page) -> Iterator[dict[str, Any]]:
    """What has the focus after each press of the key, until it leaves the page."""
    while True:
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            return
        yield focused


KEYS = (
    *("customer index", "customer section", "customer service", "customer path"),
    *("customer search", "staff coverage", "staff organisation", "staff drawings", "staff rule"),
)


@pytest.mark.parametrize("name", KEYS)
def test_the_key_tab_leads_through_the_whole_page_and_out(
    page: Page, lumme: Made, name: str
) -> None:
    """Each thing that can be used has the focus once, in the order of reading, and shows it."""
    page.goto(lumme.uri(lumme.types[name]))
    wanted = page.evaluate(FOCUSABLE)
    seen = list(tabbed(page))
    assert [one["name"] for one in seen if not one["seen"]] == []
    assert [one["order"] for one in seen] == sorted({one["order"] for one in seen})
    assert len(seen) == wanted


def test_the_first_key_skips_to_the_content(page: Page, lumme: Made) -> None:
    page.goto(lumme.uri("en/section-card.html"))
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to content"
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'main'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_menu_editions_and_languages_work_by_keys(page: Page, lumme: Made) -> None:
    page.goto(lumme.uri("en/section-card.html"))
    for name, arrived in (
        ("For staff", "staff/en/section-card.html"),
        ("Suomi", "staff/fi/section-card.html"),
        ("Kattavuus", "staff/fi/coverage.html"),
    ):
        link = page.get_by_role("banner").get_by_role("link", name=name, exact=True)
        for _ in tabbed(page):
            if link.evaluate("one => one === document.activeElement"):
                break
        page.keyboard.press("Enter")
        page.wait_for_url(lumme.uri(arrived))


def test_details_open_and_close_by_keys(page: Page, lumme: Made) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(lumme.uri("staff/en/section-card.html"))
    foldable = page.locator("main details").all()
    assert len(foldable) >= 2
    for details in foldable:
        before = details.evaluate("one => one.open")
        details.locator("> summary").focus()
        page.keyboard.press("Enter")
        assert details.evaluate("one => one.open") is not before
        page.keyboard.press("Enter")
        assert details.evaluate("one => one.open") is before
