"""The prose of a section on its page: links, facts, pictures, tables, and what readers must not get."""

from __future__ import annotations

from pathlib import Path

import pytest
from load_folders import write
from site_reading import found, main_of, words

from lumme_graph.graph.read import read
from lumme_graph.site.site import Site

MODEL = """
- {id: source-page, citation: A page of the library}
- {id: practice-quiet, name: {en: Quiet hours}}
- {id: service-loan, name: {en: Loan, fi: Laina}}
- id: path-hold
  name: {en: Hold, fi: Varaus}
  steps:
    - {id: ask, action: {en: asks, fi: kysyy}, actor: {kind: customer}, lane: customer}
- id: section-loans
  name: {en: Loans, fi: Lainat}
  status: published
  facts:
    - {key: steps_a_day, value: "12345.5", sources: [source-page], standing: sourced}
    - {key: loan_days, value: "28", unit: day, label: {en: Loan period, fi: Laina-aika}}
    - {key: secret_key, value: "7"}
    - {key: open_days, value: "6", sources: [source-page]}
- id: section-draft
  name: {en: Draft}
  status: draft
- {id: guide-lake, name: {en: Guide}, sections: [section-loans, section-draft]}
"""
ENGLISH = """# Hello

First words. More words.

## Sources

To [a loan](service-loan), [a hold](path-hold/ask), [above](#sources), [quiet](practice-quiet),
[out](https://example.org/a), [{{ fact: open_days }} days](service-loan), [bad](javascript:alert(1)) and `a*b`.

**All strong.**

1. one
2. two

> quoted

| What | Number |
|---|--:|
| steps | {{ fact: steps_a_day }} |

![A desk](images/desk.svg) ![Gone](images/gone.png) {{ fact: nothing }}
"""
FINNISH = "Askelia {{ fact: steps_a_day }}.\n"
FILES = {
    "model.yaml": "as_of: 2026-08-22\nlanguages: {required: [en, fi]}\n",
    "a.yaml": MODEL,
    "guide/section-loans.en.md": ENGLISH,
    "guide/section-loans.fi.md": FINNISH,
    "guide/section-draft.en.md": "![A plan](images/plan.svg)\n",
    "guide/images/desk.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "guide/images/plan.svg": "<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>",
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(read(write(tmp_path, FILES))[0])


def test_links_lead_to_pages_of_this_edition_or_are_words(site: Site) -> None:
    main = main_of(site.file("en/section-loans.html"))
    links = {words(one): (one.get("href"), one.get("rel")) for one in found(main, "a")}
    assert links["a loan"] == ("service-loan.html", None)
    assert links["a hold"] == ("path-hold.html#path-hold.ask", None)
    assert links["above"] == ("#text.sources", None)
    assert links["out"] == ("https://example.org/a", "external noopener")
    assert links["6 days"] == ("service-loan.html", None)
    assert "quiet" not in links
    assert "bad" not in links
    staff = main_of(site.file("staff/en/section-loans.html"))
    assert {words(one): one.get("href") for one in found(staff, "a")}["quiet"] == (
        "practice-quiet.html"
    )


def test_blocks_have_the_forms_of_the_guide(site: Site) -> None:
    main = main_of(site.file("en/section-loans.html"))
    assert [words(one) for one in found(main, "p", "note")] == ["All strong."]
    assert [words(one) for one in found(main, "ol", "steps")[0]] == ["one", "two"]
    assert [one.get("id") for one in found(main, "h2")] == ["hello", "text.sources", "sources"]
    (region,) = found(main, "div", "wide")
    assert (region.get("tabindex"), region.get("aria-label")) == ("0", "Sources")
    assert [words(one) for one in found(region, "th")] == ["What", "Number", "steps"]
    assert len(found(main, "h1")) == 1


@pytest.mark.parametrize(
    ("lang", "number"), [("en", "12,345.5S"), ("fi", "12\N{NO-BREAK SPACE}345,5S")]
)
def test_a_fact_is_a_number_of_the_language_with_its_source(
    site: Site, lang: str, number: str
) -> None:
    main = main_of(site.file(f"{lang}/section-loans.html"))
    (fact,) = found(main, "a", "fact")
    assert ("".join(fact.itertext()), fact.get("href")) == (number, "#source-page")
    assert [one.get("id") for one in found(main, "ol", "sources")[0]] == ["source-page"]


def test_a_fact_that_is_not_there_stays_as_it_is_written(site: Site) -> None:
    main = main_of(site.file("en/section-loans.html"))
    assert "fact: nothing" in words(main)


def test_facts_stand_beside_the_text_that_does_not_say_them(site: Site) -> None:
    customers, staff = (
        [words(one) for one in found(main_of(site.file(page)), "dt")]
        for page in ("en/section-loans.html", "staff/en/section-loans.html")
    )
    assert customers == ["Loan period"]
    assert staff[:2] == ["Loan period", "secret_key"]


def test_pictures_are_copied_for_those_who_see_them(site: Site) -> None:
    """A picture that only a draft shows is in no file of the customer edition."""
    main = main_of(site.file("en/section-loans.html"))
    assert [(one.get("src"), one.get("alt")) for one in found(main, "img")] == [
        ("../images/desk.svg", "A desk")
    ]
    assert "Gone" in words(main)
    assert [one for one in site.addresses if "images/" in one] == [
        "images/desk.svg",
        "staff/images/desk.svg",
        "staff/images/plan.svg",
    ]
    assert site.file("images/desk.svg") == FILES["guide/images/desk.svg"].encode()


def test_the_description_is_the_first_sentence(site: Site) -> None:
    assert b'<meta name="description" content="First words.">' in site.file("en/section-loans.html")
    assert "Askelia 12\N{NO-BREAK SPACE}345,5." in site.file("fi/section-loans.html").decode()


def test_a_section_in_no_language_of_the_page_has_none(site: Site) -> None:
    assert "fi/section-draft.html" not in site.addresses
    assert "staff/fi/section-draft.html" not in site.addresses
    assert "en/section-draft.html" not in site.addresses
    assert "staff/en/section-draft.html" in site.addresses
