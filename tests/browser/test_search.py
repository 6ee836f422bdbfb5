"""The search in a real browser, opened from a folder: what is found, what is said, and the keys."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

import lumme_graph as lg
from lumme_graph.site.search import SearchDoc, search_script
from lumme_graph.site.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LUMME = Path(__file__).parents[2] / "models" / "lumme"
HOSTILE = '<img src="x" onerror="document.title=1"></script>&amp;'
WELSH = [
    SearchDoc("cais.html", "Cais am gerdyn", "Adran", answers=True),
    SearchDoc("llyfr.html", "Benthyg llyfr", "Adran", answers=True, text="Dewch i'r llyfrgell."),
    SearchDoc("ty.html", "Tŷ'r gymuned", "Lle"),
    SearchDoc("plant.html", HOSTILE, "Lle", library=HOSTILE, lead=HOSTILE, text="dros ngherdyn"),
    SearchDoc("proto.html", "constructor __proto__", "Lle"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the site of the shipped model what the search needs, and two pages with its field."""
    made = Site(lg.load(LUMME))
    root = tmp_path_factory.mktemp("site å ö")
    wanted = ("search.html", "texts.js", "guide.html")
    for address in made.addresses:
        if address.startswith("assets/") or address.endswith(wanted) or address == "index.html":
            file = root / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(made.file(address))
    return root


@pytest.fixture(scope="module")
def welsh(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a few pages in Welsh, one of them hostile."""
    root = tmp_path_factory.mktemp("welsh") / "site"
    shutil.copytree(site, root)
    (root / "en" / "texts.js").write_text(search_script(WELSH, "cy"), encoding="utf-8")
    return root


def found(page: Page, folder: Path, question: str) -> list[str]:
    """The addresses that the search page lists for the question in its own address."""
    page.goto(f"{(folder / 'search.html').as_uri()}?q={quote(question)}")
    page.wait_for_selector("[role=status]:not(:empty)")
    links = page.locator("[data-search-results] a").all()
    return [link.get_attribute("href") or "" for link in links]


@pytest.mark.parametrize(
    ("folder", "question", "answers"),
    [
        ("en", "how do I get a card for my child", {"path-card", "section-card"}),
        ("en", "may my 13-year-old use self-service hours", {"section-selfservice"}),
        ("en", "what does an interlibrary loan cost", {"section-interlibrary-loans"}),
        ("en", "where can I return a book", {"section-returns"}),
        ("fi", "mitä kaukolaina maksaa Mikkelissä", {"path-ill", "section-interlibrary-loans"}),
        ("fi", "saako 13-vuotias käydä omatoimiaikana", {"section-selfservice"}),
        ("fi", "mihin voin palauttaa kirjan", {"section-returns"}),
        ("fi", "kortin saaminen lapselle", {"path-card", "section-card"}),
        ("fi", "mantyharju", {"organisation-mantyharju"}),
        ("fi", "Varauxsen", {"path-hold", "section-holds"}),
        ("staff/fi", "mitä kaukolaina maksaa Mikkelissä", {"path-ill", "rule-interlibrary-loan"}),
        ("staff/sv", "bokbuss", {"section-bookbus", "service-bookbus", "path-bookbus"}),
    ],
)
def test_the_answer_is_first_or_second(
    page: Page, site: Path, folder: str, question: str, answers: set[str]
) -> None:
    first_two = found(page, site / folder, question)[:2]
    assert {f"{answer}.html" for answer in answers} & set(first_two), first_two


def test_compounds_are_found_by_their_parts_and_in_other_forms(page: Page, site: Path) -> None:
    """The prose says neither word: it speaks of a library card and of a return hatch."""
    cards = found(page, site / "fi", "lainakortti")
    assert len(cards) >= 10
    assert {"section-card.html", "path-card.html"} <= set(cards)
    assert {"section-returns.html", "touchpoint-return-hatch.html"} <= set(
        found(page, site / "fi", "luukut")
    )


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("gais", "cais.html"),  # soft mutation of cais
        ("nghais", "cais.html"),  # nasal
        ("chais", "cais.html"),  # aspirate
        ("cerdyn", "cais.html"),  # the text has gerdyn
        ("lyfr", "llyfr.html"),  # soft mutation of llyfr
        ("thŷ", "ty.html"),  # aspirate of tŷ
        ("ty", "ty.html"),  # without its accent
        ("sut mae benthyg llyfr", "llyfr.html"),  # two words that say nothing
        ("bnethyg", "llyfr.html"),  # mistyped
        ("constructor", "proto.html"),
        ("__proto__", "proto.html"),
    ],
)
def test_welsh_words_are_found_whatever_they_begin_with(
    page: Page, welsh: Path, question: str, answer: str
) -> None:
    assert found(page, welsh / "en", question)[:1] == [answer]


def test_texts_are_shown_as_they_are_and_never_run(page: Page, welsh: Path) -> None:
    title = found(page, welsh / "en", "ngherdyn") and page.title()
    shown = page.locator("[data-search-results] li", has_text="onerror").first
    assert shown.locator("a").inner_text() == HOSTILE
    assert shown.locator(".meta").inner_text() == f"Lle · {HOSTILE}"
    assert shown.locator("img").count() == 0
    assert title not in {"1", ""}


def test_nothing_found_is_said(page: Page, site: Path) -> None:
    assert found(page, site / "en", "xyzzyqwerty") == []
    assert page.locator("[role=status]").inner_text().startswith("Nothing found.")
    assert page.locator("[data-search-results]").is_hidden()


def test_hits_appear_while_typing_and_keys_lead_through_them(page: Page, site: Path) -> None:
    page.goto((site / "en" / "guide.html").as_uri())
    field, links = page.locator("#q"), page.locator("[data-search-results] a")
    field.fill("interlib")
    links.first.wait_for()
    n = links.count()
    found = int(page.locator("[role=status]").inner_text().removeprefix("Pages found: "))
    assert n == min(found, 8)
    field.press("ArrowDown")
    assert_focus(page, links.nth(0).get_attribute("href"))
    page.keyboard.press("ArrowDown")
    assert_focus(page, links.nth(1).get_attribute("href"))
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert_focus(page, None)
    page.keyboard.press("ArrowUp")
    assert_focus(page, links.nth(n - 1).get_attribute("href"))
    page.keyboard.press("Escape")
    assert_focus(page, None)
    assert page.locator("[data-search-results]").is_hidden()
    assert field.input_value() == "interlib"


def assert_focus(page: Page, href: str | None) -> None:
    """The link with an address has the focus, or the field where there is none."""
    here = page.locator(":focus")
    assert (here.get_attribute("href"), here.get_attribute("id")) == (href, None if href else "q")


def test_enter_leads_to_the_search_page_from_every_page(page: Page, site: Path) -> None:
    page.goto((site / "fi" / "guide.html").as_uri())
    page.fill("#q", "kaukolaina")
    page.keyboard.press("Enter")
    page.wait_for_selector("#question")
    page.wait_for_selector("[role=status]:not(:empty)")
    assert page.url == (site / "fi" / "search.html").as_uri() + "?q=kaukolaina"
    assert page.locator("#question").input_value() == "kaukolaina"
    page.locator("[data-search-results] a").first.focus()
    page.fill("#question", "")
    page.locator("[data-search-results]").wait_for(state="hidden")


def test_the_list_closes_when_the_reader_turns_elsewhere(page: Page, site: Path) -> None:
    page.goto((site / "fi" / "guide.html").as_uri())
    page.fill("#q", "kortti")
    hits = page.locator("[data-search-results]")
    hits.wait_for()
    page.mouse.click(5, 400)
    hits.wait_for(state="hidden")
    assert page.locator("[role=status]").inner_text() == ""


def test_without_script_the_search_page_lists_every_page(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "fi" / "guide.html").as_uri())
    page.fill("#q", "kortti")
    page.keyboard.press("Enter")
    page.wait_for_selector("#question")
    letters = page.locator("nav.alphabet a").all_inner_texts()
    assert letters[0] == "A" and letters[-1] in {"V", "Y", "Ä", "Ö"}
    assert page.get_by_role("link", name="Lapsen ensimmäinen kirjastokortti").is_visible()
    context.close()


def test_nothing_is_read_before_somebody_comes_to_the_field(page: Page, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url.rsplit("/", 1)[-1]))
    page.goto((site / "fi" / "guide.html").as_uri())
    assert "search.js" in asked
    assert not {"minisearch.js", "texts.js"} & set(asked)
    page.focus("#q")
    page.fill("#q", "kortti")
    page.locator("[data-search-results] a").first.wait_for()
    assert {"minisearch.js", "texts.js"} <= set(asked)
