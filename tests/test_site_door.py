"""What the front page and the pages on the promise, the sources and the site say, by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar
from xml.etree import ElementTree as ET

import pytest
from shipped import lumme_graph, lumme_site
from site_reading import found, main_of, words

import lumme_graph as lg
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.site.edition import Edition
from lumme_graph.site.site import Site

WORKED = Path(__file__).parent / "models" / "worked"
DAY = "2026-05-01"
E = TypeVar("E", bound=KeptElement)


def page(address: str, site: Site | None = None) -> ET.Element:
    return main_of((site or lumme_site()).file(address))


def made(kind: type[E], **fields: object) -> E:
    """An element of plain data, as a file gives it."""
    return kind.model_validate(fields)


def small(*elements: KeptElement, **settings: object) -> Site:
    languages = lg.Languages(required=("en",))
    return Site(
        lg.ServiceGraph(
            elements, lg.Settings.model_validate({"as_of": DAY, "languages": languages, **settings})
        )
    )


def listed(root: ET.Element, class_: str) -> list[str]:
    (one,) = found(root, "ul", class_)
    return [words(item) for item in one]


STEPS = {
    "Borrowing from the bookmobile": 6,
    "A child's first library card": 6,
    "Help with one's own device": 6,
    "Clearing a fee and a loan ban": 5,
    "Reserving from another Lumme library": 7,
    "Joining the home service": 7,
    "Interlibrary loan": 6,
    "Library Path: a book talk and a book bag for the class": 6,
    "First self-service visit": 7,
}
"""The nine paths of FACTS 3.3 with their 56 steps."""


@pytest.mark.parametrize("edition", ["", "staff/"])
def test_the_door_has_a_card_of_each_path_with_its_steps(edition: str) -> None:
    door = page(f"{edition}en/index.html")
    section = next(one for one in found(door, "section") if one.get("aria-labelledby") == "paths")
    cards = {
        words(found(card, "h3")[0]): words(found(card, "p", "meta")[0]).split(" ·")[0].split()[0]
        for card in found(section, "li", "card")
    }
    assert cards == {name: str(n) for name, n in STEPS.items()}
    assert sum(STEPS.values()) == 56


def test_a_card_says_where_and_why_one_comes() -> None:
    (hold,) = [
        card
        for card in found(page("en/index.html"), "li", "card")
        if words(card).startswith("Reserving from another")
    ]
    assert words(hold) == (
        "Reserving from another Lumme library The customer needs an item that is in another Lumme "
        "library, and wants it in their own library. 7 steps all 12 libraries"
    ).replace(" The customer", "The customer").replace("library. 7", "library.7")


def test_libraries_stand_in_the_alphabet_of_the_language() -> None:
    """In Finnish ä comes last, in English it counts as a."""
    fi, en = (listed(page(at), "libs") for at in ("index.html", "en/index.html"))
    assert fi[4:6] == ["Mikkeli", "Mäntyharju"]
    assert en[4:6] == ["Mäntyharju", "Mikkeli"]
    assert len(fi) == len(en) == 12


def test_the_promise_is_marked_as_a_draft_and_as_invented() -> None:
    (promise,) = found(page("en/index.html"), "section", "promise")
    assert [words(one) for one in found(promise, "li")] == [
        "The library is open to all and the basic service is free",
        "One card, all of Lumme: reserve from anywhere, return anywhere",
        "You get help from a person, also with online errands",
    ]
    assert words(found(promise, "span", "tag")[0]) == "draft"
    assert "The wording is invented I; the libraries have made no such promise." in words(promise)
    assert "All 7 commitments and how they are measured" in words(promise)


def test_an_approved_promise_is_no_draft() -> None:
    one = made(lg.Commitment, id="commitment-a", name={"en": "We answer"}, status="approved")
    whole = made(
        lg.Promise,
        id="promise-a",
        name={"en": "We promise"},
        status="approved",
        commitments=["commitment-a"],
    )
    (promise,) = found(page("index.html", small(one, whole)), "section", "promise")
    assert words(promise) == "We promiseWe answerThe commitment and how it is measured"


def test_questions_lead_to_what_answers_them() -> None:
    path = made(
        lg.Path,
        id="path-card",
        name={"en": "A card"},
        steps=[
            {
                "id": "ask",
                "action": {"en": "asks"},
                "actor": {"kind": "customer"},
                "lane": "customer",
            }
        ],
    )
    need = made(lg.Need, id="need-a", name={"en": "Secret"})
    guide = made(
        lg.Guide,
        id="guide-a",
        name={"en": "Guide"},
        questions=[
            {"text": {"en": "How do I get a card?"}, "to": "path-card", "step": "ask"},
            {"text": {"en": "What is needed?"}, "to": "need-a"},
        ],
    )
    site = small(path, need, guide)

    def asked(address: str) -> list[tuple[str, str]]:
        (asks,) = found(page(address, site), "ul", "asks")
        return [(words(a), a.get("href", "")) for a in found(asks, "a")]

    card = ("How do I get a card?", "en/path-card.html#path-card.ask")
    assert asked("index.html") == [card]
    assert asked("staff/index.html") == [card, ("What is needed?", "en/need-a.html")]


@pytest.mark.parametrize(
    ("status", "audience", "is_told"),
    [("published", "both", False), ("published", "staff", True), ("draft", "both", True)],
)
def test_a_guide_without_a_section_for_customers_says_so(
    status: str, audience: str, *, is_told: bool
) -> None:
    section = made(
        lg.Section,
        id="section-a",
        name={"en": "Loans"},
        status=status,
        audience=audience,
        body={"en": "Borrow."},
    )
    site = small(section, made(lg.Service, id="service-loan", name={"en": "Loan"}))
    told = "Not published yet." in words(page("index.html", site))
    assert told is is_told
    assert "Not published yet" not in words(page("staff/index.html", site))


def test_without_paths_the_door_shows_the_services() -> None:
    service = made(
        lg.Service,
        id="service-loan",
        name={"en": "Loan"},
        description={"en": "Books for a month. And more."},
    )
    (card,) = found(page("index.html", small(service)), "li", "card")
    assert words(card) == "LoanBooks for a month."


def test_staff_see_how_far_the_guide_is() -> None:
    """Of coverage.md, the worked example: 39 of 54 cells are done, 2 are not known."""
    door = page("staff/index.html", Site(lg.read(WORKED)[0]))
    numbers = {
        words(found(one, "span")[0]): words(found(one, "strong")[0])
        for one in found(found(door, "ul", "figures")[0], "li")
    }
    assert numbers["oppaasta on valmiina (39/54)"] == "72,2 %"
    assert numbers["ruutua, joista ei tiedetä, onko palvelua tarjolla"] == "2"


def test_staff_see_every_kind_with_its_number() -> None:
    graph = lumme_graph()
    (counted,) = found(page("staff/en/index.html"), "ul", "counted")
    shown = {words(found(one, "a")[0]): words(found(one, "b")[0]) for one in counted}
    assert (shown["Sources"], shown["Service paths"], shown["Customer profiles"]) == (
        "97",
        "9",
        "9",
    )
    assert sum(map(int, shown.values())) == len(graph)


def test_customers_see_neither_figures_nor_work() -> None:
    door = page("en/index.html")
    assert not found(door, "ul", "figures")
    assert not found(door, "ul", "counted")


def test_each_commitment_says_how_it_is_measured() -> None:
    pledges = found(page("en/promise-lumme.html"), "section", "pledged")
    said = {words(found(one, "h2")[0]): words(found(one, "dl")[0]) for one in pledges}
    assert len(said) == 7
    help_ = said["You get help from a person, also with online errands"]
    assert "Time in which e-mail is answered: at most 2 working days" in help_
    assert "Not measured: the measure is in words only, and no value is recorded." in help_
    free = said["The library is open to all and the basic service is free"]
    assert (
        "share of the services in the guide whose cost is stated: no target value" in free.lower()
    )
    same = said["The same rules and practices in all Lumme libraries; exceptions are told"]
    assert "On 22 August 2026: done 3/10; unknown 7; no target value." in same
    assert "Unified practices" not in same.partition("How its keeping is measured")[2]
    assert all("Illustrative" in one and "draft" in one for one in said.values())


def test_staff_see_also_who_answers_for_a_commitment() -> None:
    customer, staff = (words(page(f"{at}en/promise-lumme.html")) for at in ("", "staff/"))
    assert staff.count("Owner") >= 7
    assert "Owner" not in customer


def test_a_commitment_without_any_measure_says_so() -> None:
    one = made(lg.Commitment, id="commitment-a", name={"en": "We answer"})
    whole = made(lg.Promise, id="promise-a", name={"en": "P"}, commitments=["commitment-a"])
    said = words(page("en/promise-a.html", small(one, whole)))
    assert "How its keeping is measuredNo measure." in said
    assert "1have no measure" in said


def test_customers_see_the_sources_of_what_they_read() -> None:
    """L02, the user rules, is behind services; C01 and L26 only behind what the staff see."""
    graph = lumme_graph()
    customer, staff = (page(f"{at}en/sources.html") for at in ("", "staff/"))
    listed_ = [{one.get("id") for one in found(root, "li")} for root in (customer, staff)]
    assert listed_[1] >= {one.id for one in graph.all(lg.Source)}
    assert "source-l02" in listed_[0]
    need = made(
        lg.Need,
        id="need-a",
        name={"en": "N"},
        standing="sourced",
        sources=["source-b"],
    )
    loan = made(
        lg.Service,
        id="service-loan",
        name={"en": "Loan"},
        standing="sourced",
        sources=["source-a"],
    )
    sources = [made(lg.Source, id=f"source-{x}", citation=f"Paper {x}") for x in "ab"]
    site = small(need, loan, *sources)
    assert "Paper b" not in words(page("en/sources.html", site))
    assert "Paper aTold from it: Loan" in words(page("en/sources.html", site))
    assert "Paper bsource-b – 1 use" in words(page("staff/en/sources.html", site))


def test_the_page_on_the_site_counts_what_it_shows() -> None:
    elements = [
        made(lg.Service, id="service-a", name={"en": "A"}, standing="sourced"),
        made(lg.Service, id="service-b", name={"en": "B"}, standing="illustrative"),
        made(lg.Need, id="need-a", name={"en": "N"}, standing="derived"),
    ]
    site = small(*elements)
    customer, staff = (words(page(f"{at}en/about.html", site)) for at in ("", "staff/"))
    assert (
        "2 of the things that have a page here say how they stand: 1 sourced S; 0 derived D"
        in customer
    )
    assert (
        "3 of the things that have a page here say how they stand: 1 sourced S; 1 derived D"
        in staff
    )


def test_the_page_on_the_site_says_in_which_languages_the_guide_is() -> None:
    """Of the 20 sections 15 are published, 15 of them in Finnish and in English, none in Swedish."""
    customer, staff = (words(page(f"{at}en/about.html")) for at in ("", "staff/"))
    assert "English: 15 of 15 sections published for customers" in customer
    assert "Swedish" not in customer
    assert "Swedish: 0 of 20 sections written; for staff only" in staff


def test_an_edition_for_customers_alone_speaks_of_no_other() -> None:
    alone = Site(lumme_graph(), (Edition.CUSTOMER,))
    assert "For staff" not in words(page("en/about.html", alone))
