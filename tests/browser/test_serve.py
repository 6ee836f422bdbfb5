"""The preview in a real browser: it loads again in place, and a bar says what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from load_folders import write
from test_serve_process import DESK, TEMPLATE, save, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

GOOD = TEMPLATE["desk.yaml"]
HOSTILE = '<img src=x onerror="document.title = 1">'
BAR = "[role=alert]"
HIDDEN = """hidden => {
    Object.defineProperty(document, "hidden", {get: () => hidden, configurable: true});
    document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("served") / "model", TEMPLATE)


@pytest.fixture(scope="module")
def address(model: Path) -> Iterator[str]:
    with served(model) as serving:
        yield f"http://127.0.0.1:{serving.port()}"


@pytest.fixture
def page(browser: Browser, model: Path, address: str) -> Iterator[Page]:
    """A page of the preview; at its end nothing may have been complained of."""
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": 800, "height": 300})
    page.set_default_timeout(60_000)
    page.on("console", lambda told: complaints.append(told.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address + DESK)
    yield page
    if (model / "desk.yaml").read_text(encoding="utf-8") != GOOD:
        save(model / "desk.yaml", GOOD)
    page.locator("h1", has_text="Desk").wait_for()
    page.locator(BAR).wait_for(state="detached")
    page.close()
    assert complaints == []


def test_a_saved_file_is_in_the_page_and_the_place_is_kept(page: Page, model: Path) -> None:
    page.evaluate("scrollTo(0, 120)")
    save(model / "desk.yaml", GOOD.replace("Desk", "Counter"))
    page.locator("h1", has_text="Counter").wait_for()
    page.wait_for_load_state("load")
    assert page.evaluate("new Promise(done => requestAnimationFrame(() => done(scrollY)))") == 120


def test_a_bar_says_what_is_wrong_until_it_is_mended(page: Page, model: Path) -> None:
    save(model / "desk.yaml", f"{GOOD}  {HOSTILE!r}: 1\n")
    bar = page.locator(BAR)
    bar.wait_for()
    words = bar.inner_text()
    assert "The model cannot be read" in words
    assert "desk.yaml:4:3" in words
    assert HOSTILE in words
    assert "→ " in words
    assert bar.locator("img").count() == 0
    assert page.locator("h1").inner_text() == "Desk"
    save(model / "desk.yaml", GOOD)
    bar.wait_for(state="detached")


def test_a_bar_that_is_closed_stays_closed_for_the_same_fault(page: Page, model: Path) -> None:
    save(model / "desk.yaml", f"{GOOD}  colour: red\n")
    bar = page.locator(BAR)
    bar.locator("button", has_text="Close").click()
    assert bar.count() == 0
    with page.expect_response("**/_events*"):
        page.reload()
    save(model / "desk.yaml", f"{GOOD}  size: 1\n")
    bar.wait_for()
    assert "size" in bar.inner_text()
    assert "colour" not in bar.inner_text()


def test_a_page_that_nobody_sees_does_not_listen_and_catches_up(page: Page, model: Path) -> None:
    """A browser has few streams to give, and all its pages share them."""
    with page.expect_event("requestfailed") as ended:
        page.evaluate(HIDDEN, True)
    assert "/_events" in ended.value.url
    page.evaluate("window.kept = true")
    save(model / "desk.yaml", GOOD.replace("Desk", "Counter"))
    page.wait_for_timeout(1000)
    assert page.evaluate("window.kept") is True
    page.evaluate(HIDDEN, False)
    page.locator("h1", has_text="Counter").wait_for()
