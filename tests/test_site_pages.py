"""What the pages of services, sections, libraries, rules and practices say, by hand from the facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from load_folders import write
from shipped import lumme_graph, lumme_site
from site_reading import chapter, found, main_of, words

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.speaker import Speaker
from lumme_graph.graph.read import load
from lumme_graph.site.edition import Edition
from lumme_graph.site.parts.times import times
from lumme_graph.site.site import Site

EDITIONS = ("", "staff/")
SIGNS = {"done": True, "no": False, "unknown": None}


def cards(address: str, id_: str = "where") -> dict[str, tuple[bool | None, str]]:
    """The answer on each card of a chapter, and what is said below it."""
    (grid,) = [one for one in chapter(main_of(lumme_site().file(address)), id_) if one.tag == "ul"]
    made: dict[str, tuple[bool | None, str]] = {}
    for card in grid:
        (sign,) = found(card, "span", "st")
        answer = next(SIGNS[look] for look in sign.get("class", "").split() if look in SIGNS)
        small = card.find("small")
        made[words(card[0])] = answer, "" if small is None else words(small)
    return made


@pytest.mark.parametrize("edition", EDITIONS)
def test_self_service_at_each_library(edition: str) -> None:
    """offers.csv: seven libraries yes, five not known; the branches are those of the directory."""
    assert cards(f"{edition}en/service-selfservice.html") == {
        "Enonkoski": (None, ""),
        "Hirvensalmi": (True, "by 22/08/2026 S"),
        "Joroinen": (True, "by 22/08/2026 S"),
        "Juva": (None, ""),
        "Mikkeli": (True, "since 16/10/2017 S"),
        "Mäntyharju": (True, "by 31/12/2021 S; no until 31/12/2019 D"),
        "Pertunmaa": (None, ""),
        "Pieksämäki": (
            True,
            (
                "by 01/11/2018 S; Jäppilä Library, Poleeni Library (Pieksämäki main library), "
                "Virtasalmi Library S"
            ),
        ),
        "Puumala": (True, "by 22/08/2026 S"),
        "Rantasalmi": (None, "no until 31/12/2018 S, not known since then"),
        "Savonlinna": (True, "by 20/03/2020 S; Kerimäki Library, Punkaharju Library S"),
        "Varkaus": (None, ""),
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_the_same_everywhere_is_said_once(edition: str) -> None:
    """Borrowing is stated of the network, so each library's answer is derived."""
    address = f"{edition}en/service-loan.html"
    assert set(cards(address).values()) == {(True, "")}
    (said,) = [
        one for one in chapter(main_of(lumme_site().file(address)), "where") if one.tag == "p"
    ]
    assert words(said) == (
        "As it is known on 22 August 2026. At all 12 libraries: by 31/03/2021 D."
    )


@pytest.mark.parametrize("edition", EDITIONS)
def test_libraries_stand_in_the_alphabet_of_the_language(edition: str) -> None:
    """Finnish ä follows z: Mikkeli stands before Mäntyharju, and Savonlinna after Rantasalmi."""
    names = list(cards(f"{edition}fi/service-selfservice.html"))
    assert names == sorted(names, key=lambda name: name.replace("ä", "~").replace("ö", "~~"))


@pytest.mark.parametrize("edition", EDITIONS)
def test_instructions_of_two_sentences_are_two_steps(edition: str) -> None:
    main = main_of(lumme_site().file(f"{edition}en/service-selfservice.html"))
    (steps,) = [one for one in chapter(main, "how") if one.tag == "ol"]
    assert [words(step) for step in steps] == [
        "Get the right of use on a visit in service hours. S",
        (
            "After that, open the door with library card and four-digit PIN and make sure that it "
            "locks (Mikkeli, undated page). S"
        ),
    ]


def test_customers_see_no_feelings_staff_do() -> None:
    """The path has seven steps; it hurts most where printing and advice are missed."""
    told = chapter(main_of(lumme_site().file("en/service-selfservice.html")), "journey")
    assert [words(one) for one in told] == ["First self-service visit: 7 steps I"]
    line, mood = chapter(main_of(lumme_site().file("staff/en/service-selfservice.html")), "journey")
    assert words(line) == (
        "First self-service visit: 7 steps; lowest at “finds that printing and advice are not "
        "available”. I"
    )
    assert mood.get("aria-label") == (
        "Feelings step by step: neutral, uneasy, content, uneasy, delighted, frustrated, neutral"
    )


def test_the_box_for_staff_says_section_coverage_rule_and_findings() -> None:
    """Five of the seven libraries are in the section's scope, in two languages: 10 of 14."""
    assert not found(main_of(lumme_site().file("en/service-selfservice.html")), "section", "desk")
    (desk,) = found(
        main_of(lumme_site().file("staff/en/service-selfservice.html")), "section", "desk"
    )
    rows = [words(one) for one in desk.iter("dd")]
    assert rows[:3] == [
        "Self-service library, published in Finnish, English; Swedish missing",
        "10 of 14 cells covered; of 10 cells it is not known whether it is offered",
        "Terms of self-service hours",
    ]
    assert rows[-2].startswith("LG201 ")
    assert rows[-1] == "service-selfservice"


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_section_on_interlibrary_loans_says_for_whom_it_holds(edition: str) -> None:
    """FACTS: terms known for Mikkeli only; the service is offered at four more libraries."""
    main = main_of(lumme_site().file(f"{edition}en/section-interlibrary-loans.html"))
    (scope,) = found(main, "p", "scope")
    assert words(scope) == (
        "This holds for Mikkeli. Also offered in Joroinen, Pieksämäki, Savonlinna and Varkaus; "
        "the terms there are not known."
    )
    assert [words(one) for one in found(main, "p", "note")] == ["The request is binding."]
    table = next(main.iter("table"))
    assert [[words(cell) for cell in row] for row in found(table, "tr")] == [
        ["From", "Fee"],
        [
            "a regional library, the National Repository Library or the Library of Parliament",
            "€4S",
        ],
        ["elsewhere", "about €14–20S"],
        ["an article", "€4S and the price of the copies"],
    ]
    assert [fact.get("href") for fact in found(main, "a", "fact")] == ["#source-l13"] * 3
    assert [one.get("id") for one in found(main, "ol", "sources")[0]] == ["source-l13"]
    assert found(main, "ol", "path")


def test_sections_lead_to_those_beside_them_that_their_readers_have() -> None:
    """Of twenty sections fifteen are published; the second and third are planned, for staff alone."""
    customers = main_of(lumme_site().file("en/section-welcome.html"))
    assert [words(one) for one in found(customers, "nav", "pn")[0]] == [
        "NextLibrary card, PIN and guarantor"
    ]
    assert len(found(customers, "details", "contents")[0].findall(".//a")) == 15
    planned = main_of(lumme_site().file("staff/en/section-promise.html"))
    assert words(found(planned, "p")[1]).startswith("planned ")


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_different_in_mantyharju(edition: str) -> None:
    main = main_of(lumme_site().file(f"{edition}en/organisation-mantyharju.html"))
    (items,) = chapter(main, "differs")
    assert [words(one) for one in items] == [
        (
            "An institution's card needs the written consent of a responsible adult; a loan ban is not "
            "mentioned (rules of 1 May 2019). S (Library card, PIN and guarantor)"
        ),
        (
            "Customers fetch their reservations themselves, since January 2019. S "
            "(Reservations and regional loans)"
        ),
        (
            "The board decided on 17 December 2019 to begin once the devices work; in use in 2021; "
            "terms not collected. S (Self-service library)"
        ),
        "Written consent of the responsible adult: yes S, not known whether still",
    ]


def test_exceptions_of_drafts_are_for_staff() -> None:
    """The section on advice is a draft: what it says to be otherwise in Mikkeli is not published."""
    said = "Guidance in small groups or one to one was part of a project in 2017"
    pages = [
        words(main_of(lumme_site().file(f"{e}en/organisation-mikkeli.html"))) for e in EDITIONS
    ]
    assert [said in page for page in pages] == [False, True]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_library_has_its_offers_and_branches(edition: str) -> None:
    """Savonlinna: 4 of 15 services are not known; four branches; its bookmobile."""
    address = f"{edition}en/organisation-savonlinna.html"
    services = cards(address, "services")
    assert len(services) == 15
    assert [name for name, (answer, _) in services.items() if answer is None] == [
        "Home library service",
        "Outreach services",
        "Participation and feedback",
        "Story time and families",
    ]
    main = main_of(lumme_site().file(address))
    names = [words(one) for part in chapter(main, "branches") for one in found(part, "h3")]
    assert names == [
        "Savonlinna Main Library Joeli",
        "Kerimäki Library",
        "Punkaharju Library",
        "Savonranta Library",
    ]
    (vehicles,) = chapter(main, "vehicles")
    assert words(vehicles).startswith("Bookmobile Käkriäinen")


def test_memberships_and_practices_of_a_library_are_for_staff() -> None:
    customers = main_of(lumme_site().file("en/organisation-savonlinna.html"))
    assert chapter(customers, "practices") == chapter(customers, "networks") == []
    assert cards("staff/en/organisation-savonlinna.html", "practices")[
        "Common user rules from 1 January 2020"
    ] == (True, "since 01/01/2020 S")


def test_a_library_that_has_left_is_not_shown_as_one_of_the_network() -> None:
    """Heinävesi moved to another network in the spring of 2021."""
    main = main_of(lumme_site().file("staff/en/organisation-heinavesi.html"))
    assert words(found(main, "p", "note")[0]) == "Not a library of the network on 22 August 2026."
    assert not chapter(main, "services")


def test_an_organisation_that_is_no_library_has_its_record() -> None:
    assert found(main_of(lumme_site().file("staff/en/organisation-finna.html")), "dl", "record")


def test_a_rule_by_place_and_time() -> None:
    """Otava's hours are of November 2022, when its closing was prepared: nobody knows since."""
    (table,) = chapter(main_of(lumme_site().file("staff/en/rule-selfservice.html")), "values")
    rows = [[words(cell) for cell in row] for row in found(table, "tr")][1:]
    assert rows[0] == [
        "Self-service hours every day",
        "Haukivuori Library",
        "9–20 S",
        "by 22/08/2026",
    ]
    assert rows[-1] == [
        "Self-service hours every day",
        "Otava Library",
        "9–20 S",
        "known on 07/11/2022, not known whether still",
    ]
    assert [
        "Age from which one may be in the self-service library alone",
        "Mikkeli",
        "15 years S",
    ] in [row[:3] for row in rows]


def test_a_practice_at_each_library() -> None:
    """FACTS 1.8: seven libraries by the common rules, Hirvensalmi because it buys from Mikkeli."""
    found_ = cards("staff/en/practice-common-rules.html")
    assert {name for name, (answer, _) in found_.items() if answer} == {
        "Hirvensalmi",
        "Mikkeli",
        "Mäntyharju",
        "Pertunmaa",
        "Pieksämäki",
        "Puumala",
        "Savonlinna",
    }
    assert {answer for answer, _ in found_.values()} == {True, None}
    assert found_["Hirvensalmi"] == (True, "since 17/11/2021 D")


def test_the_guide_page_has_a_line_of_each_section() -> None:
    main = main_of(lumme_site().file("en/guide.html"))
    entries = found(main, "ol", "steps")[0]
    assert words(entries[2]) == (
        "Borrowing, loan periods and renewals The loan period is 28 days."
    ).replace("renewals The", "renewalsThe")
    assert len(entries) == 15
    staff = main_of(lumme_site().file("staff/en/guide.html"))
    assert len(found(staff, "ol", "steps")[0]) == 20


def test_services_and_libraries_with_what_is_known() -> None:
    services = main_of(lumme_site().file("en/services.html"))
    lines = {words(one[0]): words(one[-1]) for one in found(services, "li", "card")}
    assert len(lines) == 15
    assert lines["Self-service library"] == "At 7 of 12 libraries; not known of 5 libraries"
    assert lines["Borrowing and returning"] == "At all 12 libraries"
    libraries = main_of(lumme_site().file("en/libraries.html"))
    assert [words(one[-1]) for one in found(libraries, "li", "card")][-2:] == [
        "11 services; of 4 more it is not known",
        "8 services; of 7 more it is not known",
    ]


def test_keys_of_values_are_for_staff() -> None:
    """A value without words for people is no fact for customers: its key is for programs."""
    pages = [words(main_of(lumme_site().file(f"{e}en/service-outreach.html"))) for e in EDITIONS]
    assert ["outreach_pupils" in page for page in pages] == [False, True]
    assert all("Time between visits4 weeks" in page for page in pages)


def test_an_edition_alone_has_the_same_pages_without_the_other() -> None:
    alone = Site(lumme_graph(), (Edition.CUSTOMER,))
    assert not [one for one in alone.addresses if one.startswith("staff/")]
    assert main_of(alone.file("en/service-loan.html")).find(".//article") is not None


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2020-10-01", None, "since 01/10/2020"),
        ("2017", "2019", "since 2017, until 2019"),
        ({"latest": "2021-12-31"}, None, "by 31/12/2021"),
        ({"earliest": "2013", "latest": "2014"}, None, "began 01/01/2013–31/12/2014"),
        (None, {"earliest": "2018-12-31"}, "last known on 31/12/2018"),
        (None, {"earliest": "2021-02-01", "latest": "2021-05-31"}, "ended 01/02/2021–31/05/2021"),
        ({"latest": "2022-11-07"}, {"earliest": "2022-11-07"}, "known on 07/11/2022"),
        (None, None, None),
    ],
)
def test_times_are_said_as_exactly_as_they_are_known(
    start: object, end: object, said: str | None
) -> None:
    days = [None if one is None else UncertainDate.parse(one) for one in (start, end)]
    told = times(*days)
    assert (None if told is None else Speaker("en").in_digits(told).words) == said


SHORT_RULE = """
- id: organisation-bay
  name: {en: Bay}
  type: library
- id: rule-loans
  name: {en: Loans}
  description: {en: How long}
  values:
    - {key: loan_days, value: "14", unit: day, for_what: new, at: organisation-bay}
    - {key: loan_days, value: "21", unit: day, label: {en: Loan period}}
    - {key: loan_days, value: "28", unit: day, at: organisation-bay}
"""


def test_a_value_is_called_as_another_of_the_same_key_and_case(tmp_path: Path) -> None:
    """Bay has 28 days under the words that the common value has; its 14 days are of another case."""
    files = {"model.yaml": "as_of: 2026-08-22\nlanguages: {required: [en]}\n", "a.yaml": SHORT_RULE}
    site = Site(load(write(tmp_path, files)))
    said = [
        [words(one) for part in chapter(main_of(site.file(page)), "differs") for one in part]
        for page in ("en/organisation-bay.html", "staff/en/organisation-bay.html")
    ]
    assert said == [["Loan period: 28 days"], ["loan_days (new): 14 days", "Loan period: 28 days"]]
