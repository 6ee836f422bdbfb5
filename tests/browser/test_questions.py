"""The twelve everyday questions of the handbook, each answered in at most three clicks or a search.

The answers are those of the sources of the Lumme model: what is said, where, and what is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from browser.sites import Made

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


class Way(NamedTuple):
    """From a door by links of these names to a page that says the answer."""

    links: tuple[str, ...]
    answer: tuple[str, ...]
    door: str = "en/index.html"


STAFF = "staff/en/index.html"
BORROWING = "Borrowing and returning"
WAYS = {
    "How does my child get a card?": Way(
        ("Guide", "Library card, PIN and guarantor"),
        ("first card is free", "photo ID", "guardian or another adult"),
    ),
    "What does an interlibrary loan cost in Mikkeli?": Way(
        ("What does an interlibrary loan cost in Mikkeli?",), ("This holds for Mikkeli", "14–20")
    ),
    "May my 13-year-old use self-service hours?": Way(
        ("May my 13-year-old use self-service hours?",),
        ("aged 15 or over", "younger ones need their guardian's consent"),
    ),
    "Where can I return a loan?": Way(
        ("Where can I return a loan?",), ("return your loans to any Lumme library",)
    ),
    "When is a loan overdue, and what does it cost?": Way(
        ("Services", BORROWING),
        ("28 days", "overdue fee is €0.30, but the source does not say per what"),
    ),
    "Which library has a loan machine?": Way(
        ("Services", BORROWING, "Checkout/return machine"),
        ("four separate machines in the lobby of the Mikkeli main library", "not known"),
    ),
    "What differs in Mäntyharju?": Way(
        ("Mäntyharju",), ("Customers fetch their reservations themselves, since January 2019",)
    ),
    "Whom do I ask?": Way(
        ("Services", "Advice and information service"),
        ("Staff advise on the use of the library", "At all 12 libraries"),
    ),
    "What do the libraries promise?": Way(
        ("Promise",), ("One card, all of Lumme", "not a promise made by the Lumme libraries")
    ),
    "What is missing from the guide?": Way(("Coverage",), ("420/888", "missing"), STAFF),
    "Which practice is in use where?": Way(
        ("Practices", "Self-service hours"), ("at 7 of 12 libraries", "not known of 5"), STAFF
    ),
    "What did we decide after feedback?": Way(
        ("Development",),
        ("Mäntyharju decides to start self-service hours", "17 December 2019"),
        STAFF,
    ),
}


@pytest.mark.parametrize("question", WAYS)
def test_three_clicks_lead_to_the_answer(page: Page, lumme: Made, question: str) -> None:
    way = WAYS[question]
    assert len(way.links) <= 3
    page.goto(lumme.uri(way.door))
    for name in way.links:
        link = page.get_by_role("link", name=name, exact=True).first
        address = str(link.get_attribute("href")).removeprefix("../")
        link.click()
        page.wait_for_url(f"**/{address}")
    said = " ".join(page.inner_text("main").split())
    for words in way.answer:
        assert words in said


@pytest.mark.parametrize(
    ("door", "question", "answers"),
    [
        ("index.html", "Miten lapseni saa kirjastokortin?", {"path-card", "section-card"}),
        ("index.html", "mitä palautus myöhässä maksaa", {"section-fees", "service-loan"}),
        ("index.html", "missä on lainausautomaatti", {"touchpoint-loan-machine"}),
        ("index.html", "Mäntyharju", {"organisation-mantyharju"}),
        ("index.html", "mitä kirjastot lupaavat", {"promise-lumme"}),
        ("en/index.html", "loan machine", {"touchpoint-loan-machine"}),
        ("en/index.html", "overdue fee", {"section-fees", "service-loan", "path-fee"}),
        ("staff/en/index.html", "coverage", {"coverage"}),
        ("staff/en/index.html", "practices", {"practices"}),
        ("staff/en/index.html", "decisions", {"decisions", "decide"}),
        ("staff/index.html", "kattavuus", {"coverage"}),
    ],
)
def test_or_one_search(
    page: Page, lumme: Made, door: str, question: str, answers: set[str]
) -> None:
    page.goto(lumme.uri(door))
    page.fill("input[type=search]", question)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?**")
    page.wait_for_selector("[role=status]:not(:empty)")
    links = [one.get_attribute("href") for one in page.locator("[data-search-results] a").all()]
    assert answers & {str(link).split(".html")[0] for link in links[:2]}, links[:4]
