"""A real browser for the pages: Chromium, as it is on the machine, through Playwright.

Where either is missing these tests are skipped with a word; LUMME_BROWSER=required lets them fail.
The browser is closed when the tests of this folder are done: an event loop of Playwright's runs in
the thread of the tests until then.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

import pytest

import lumme_graph as lg
from browser.sites import LUMME, MODELS, Made, made

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def missing(what: str) -> NoReturn:
    """Skip what needs a browser, or fail where one is required."""
    if os.environ.get("LUMME_BROWSER") == "required":
        pytest.fail(f"LUMME_BROWSER=required, but {what}")
    pytest.skip(what)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The browser that all tests of the folder share."""
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        missing("there is no Playwright: pip install '.[browser]'")
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        missing(f"there is no browser on PATH ({', '.join(NAMES)})")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=ARGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a fresh window; no error may be logged, and nothing asked of another place."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fi-FI")
    context.set_default_timeout(10_000)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    opened.on(
        "request",
        lambda asked: None if asked.url.startswith("file:") else wrong.append(asked.url),
    )
    yield opened
    context.close()
    assert wrong == []


@pytest.fixture(scope="package")
def lumme(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The site of the shipped model; the browser comes first, since without it nothing is made."""
    assert browser
    return made(lg.load(LUMME), tmp_path_factory.mktemp("lumme å"))


@pytest.fixture(scope="package", params=["lumme", "clwyd", "oberrhein"])
def site(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Made:
    """The site of each model in turn."""
    name = str(request.param)
    if name == "lumme":
        whole: Made = request.getfixturevalue("lumme")
        return whole
    assert browser
    return made(lg.load(MODELS / name), tmp_path_factory.mktemp(name))
