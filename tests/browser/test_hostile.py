"""Texts that a browser could obey are shown and obeyed by nothing; long and turned names fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from judged import graph_of
from test_dangerous_texts import TEXTS

import lumme_graph as lg
from browser.sites import Made, made
from browser.test_reading import NARROW, TOO_WIDE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

pytestmark = pytest.mark.browser

SCRIPT = "<script>window.ran = 1; alert(1)</script>"
IMAGE = '<img src="http://203.0.113.1/x.png" onerror="window.ran = 1; alert(1)">'
LONG = "kaukopalvelupyyntölomakekirjastokimppajärjestelmäpalveluntuottaja" * 2
TURNED = "مكتبة \N{RIGHT-TO-LEFT OVERRIDE}drary\N{POP DIRECTIONAL FORMATTING} ספרייה"
NAMES = (*TEXTS, SCRIPT, IMAGE, '"><svg onload=alert(1)>', LONG, TURNED)


def network() -> lg.ServiceGraph:
    """Every text as a name, a description, a step, a value, a contact and a body of the guide."""
    offered = [{"at": "organisation-net", "is": "yes"}]
    elements: list[dict[str, Any]] = []
    for at, text in enumerate(NAMES):
        said = {"name": {"en": text}, "description": {"en": text}, "note": text}
        elements += [
            {"id": f"touchpoint-t{at}", **said, "channel": "device", "offered": offered},
            {"id": f"service-s{at}", **said, "offered": offered, "cost": {"en": text}},
            {"id": f"section-g{at}", "name": {"en": text}, "status": "published"},
            {"id": f"need-n{at}", "name": {"en": text}, "note": text},
            {
                "id": f"organisation-l{at}",
                **said,
                "type": "library",
                "memberships": [{"of": "organisation-net"}],
            },
        ]
    steps = [
        {
            "id": f"s{at}",
            "action": {"en": text},
            "actor": {"kind": "customer"},
            "lane": "customer",
            "touchpoint": f"touchpoint-t{at}",
        }
        for at, text in enumerate(NAMES)
    ]
    elements.append({"id": "path-p", "name": {"en": SCRIPT}, "offered": offered, "steps": steps})
    return graph_of(*elements)


@pytest.fixture(scope="module")
def hostile(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Made:
    assert browser
    return made(network(), tmp_path_factory.mktemp("hostile"))


def test_no_text_is_obeyed_and_none_breaks_the_page(page: Page, hostile: Made) -> None:
    """No dialog, no request, no script, nothing wider than a phone: on all pages of these types."""
    told: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        told.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.set_viewport_size(NARROW)
    wide: dict[str, list[str]] = {}
    for address in hostile.types.values():
        page.goto(hostile.uri(address))
        wide[address] = page.evaluate(TOO_WIDE)
        assert page.evaluate("window.ran") is None, address
        assert page.locator("img[src='x'], img[src^=http], svg[onload]").count() == 0, address
    assert told == []
    assert {address: parts for address, parts in wide.items() if parts} == {}


@pytest.mark.parametrize("text", [SCRIPT, IMAGE, TURNED, LONG])
def test_a_name_is_read_as_it_is_written(page: Page, hostile: Made, text: str) -> None:
    page.goto(hostile.uri(f"staff/en/touchpoint-t{NAMES.index(text)}.html"))
    assert page.inner_text("h1") == text
    assert text in page.title()


def test_hits_of_the_search_are_texts_too(page: Page, hostile: Made) -> None:
    page.goto(hostile.uri("staff/index.html"))
    page.fill("input[type=search]", "alert")
    page.locator("[data-search-results] a").first.wait_for()
    assert page.locator("[data-search-results] :is(img, script, svg)").count() == 0
    assert page.evaluate("window.ran") is None
