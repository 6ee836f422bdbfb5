"""What search engines are told: which pages they may list, where these stand, what they are about."""

from __future__ import annotations

import json
import re
from typing import Any, TypeVar
from xml.etree import ElementTree as ET

import pytest

import lumme_graph as lg
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.site.edition import Edition
from lumme_graph.site.site import Site

E = TypeVar("E", bound=KeptElement)
URL = "https://guide.example.org/a"
STATEMENT = {"en": "Invented.", "fi": "Keksitty."}
Data = dict[str, Any]


def made(kind: type[E], **fields: object) -> E:
    """An element of plain data, as a file gives it."""
    return kind.model_validate(fields)


def step(id_: str, **fields: object) -> Data:
    actor = {"kind": "customer"}
    return {
        "id": id_,
        "action": {"en": f"Does {id_}"},
        "actor": actor,
        "lane": "customer",
        **fields,
    }


def graph(**settings: object) -> lg.ServiceGraph:
    """A library with a branch that is open and one that is closed, a service, and a path."""
    name = {"en": "Ala </script><b>", "fi": "Ala"}
    given = {
        "as_of": "2026-05-01",
        "base": "https://example.org/id/",
        "languages": {"required": ("en", "fi")},
        **settings,
    }
    return lg.ServiceGraph(
        [
            made(lg.Municipality, id="municipality-a", name={"en": "Ala town"}, standing="sourced"),
            made(
                lg.Organisation,
                id="organisation-a",
                name=name,
                type="library",
                municipalities=["municipality-a"],
                contacts=[
                    {"type": "email", "value": "library@example.org"},
                    {"type": "phone", "value": "015 1", "standing": "derived"},
                ],
                standing="sourced",
            ),
            made(
                lg.Organisation,
                id="organisation-b",
                name={"en": "Yla", "fi": "Ylä"},
                type="library",
                standing="illustrative",
            ),
            made(
                lg.Branch,
                id="branch-open",
                name={"en": "Harbour"},
                organisation="organisation-a",
                type="branch",
                street="Quay 1",
                postal_code="00001",
                city="Ala",
                latitude=61.5,
                longitude=27.25,
                standing="sourced",
            ),
            made(
                lg.Branch,
                id="branch-closed",
                name={"en": "Mill"},
                organisation="organisation-a",
                type="branch",
                to="2020-01-01",
                standing="sourced",
            ),
            made(
                lg.Touchpoint,
                id="touchpoint-desk",
                name={"en": "Desk"},
                channel="service-location",
                standing="sourced",
            ),
            made(
                lg.Touchpoint,
                id="touchpoint-robot",
                name={"en": "Robot"},
                channel="device",
                standing="illustrative",
            ),
            made(
                lg.Service,
                id="service-loan",
                name={"en": "Loan", "fi": "Laina"},
                description={"en": "Books."},
                touchpoints=["touchpoint-desk", "touchpoint-robot"],
                offered=[
                    {"at": "organisation-a", "is": "yes", "standing": "sourced"},
                    {"at": "organisation-b", "is": "yes", "standing": "derived"},
                ],
                standing="sourced",
            ),
            made(
                lg.Path,
                id="path-a",
                name={"en": "A way"},
                steps=[step("one"), step("two", standing="illustrative")],
                standing="derived",
            ),
            made(
                lg.Section,
                id="section-a",
                name={"en": "Loans", "fi": "Lainat"},
                status="published",
                body={"en": "Read.", "fi": "Lue."},
                standing="illustrative",
            ),
        ],
        lg.Settings.model_validate(given),
    )


def page(address: str, base_url: str = "", **settings: object) -> str:
    return Site(graph(**settings), base_url=base_url).file(address).decode()


def told(address: str, base_url: str = "", **settings: object) -> dict[str, Data]:
    """The data of a page by type."""
    found = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', page(address, base_url, **settings)
    )
    (text,) = found
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return {one["@type"]: one for one in data["@graph"]}


def test_a_library_is_told_of_with_its_open_branches() -> None:
    library = told("en/organisation-a.html", statement=STATEMENT)["Library"]
    assert library == {
        "@type": "Library",
        "@id": "https://example.org/id/organisation-a",
        "name": "Ala </script><b>",
        "email": "library@example.org",
        "areaServed": [{"@type": "AdministrativeArea", "name": "Ala town"}],
        "subOrganization": [
            {
                "@type": "Library",
                "@id": "https://example.org/id/branch-open",
                "name": "Harbour",
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": "Quay 1",
                    "postalCode": "00001",
                    "addressLocality": "Ala",
                },
                "geo": {"@type": "GeoCoordinates", "latitude": 61.5, "longitude": 27.25},
            }
        ],
    }


def test_a_service_is_told_of_as_far_as_sources_say() -> None:
    service = told("en/service-loan.html", statement=STATEMENT)["GovernmentService"]
    assert service["name"] == "Loan"
    assert service["description"] == "Books."
    assert [one["name"] for one in service["serviceOperator"]] == ["Ala </script><b>"]
    assert [one["name"] for one in service["areaServed"]] == ["Ala town"]
    assert [one["name"] for one in service["availableChannel"]] == ["Desk"]


def test_words_of_another_language_are_not_told() -> None:
    assert "description" not in told("fi/service-loan.html")["GovernmentService"]


@pytest.mark.parametrize("settings", [{}, {"statement": STATEMENT, "site": {"index": True}}])
def test_what_is_derived_is_told_where_pages_may_be_listed_and_what_is_invented_never(
    settings: Data,
) -> None:
    path = told("en/path-a.html", **settings)["HowTo"]
    assert path["step"] == [{"@type": "HowToStep", "text": "Does one"}]
    service = told("en/service-loan.html", **settings)["GovernmentService"]
    assert [one["name"] for one in service["serviceOperator"]] == ["Ala </script><b>", "Yla"]
    assert [one["name"] for one in service["availableChannel"]] == ["Desk"]
    assert "Library" not in told("en/organisation-b.html", **settings)


def test_under_a_statement_nothing_below_sourced_is_told() -> None:
    assert told("en/path-a.html", statement=STATEMENT).keys() == {"WebPage"}
    assert told("en/organisation-b.html", statement=STATEMENT).keys() == {"WebPage"}


def test_the_statement_goes_with_the_data() -> None:
    whole = told("en/about.html", statement=STATEMENT)["WebPage"]
    assert whole["isPartOf"]["description"] == "Invented."
    assert whole["inLanguage"] == "en"


def test_nothing_ends_the_script_from_within() -> None:
    text = page("en/organisation-a.html")
    script = text[text.index("application/ld+json") :]
    script = script[: script.index("</script>")]
    assert "\\u003c/script\\u003e\\u003cb\\u003e" in script
    json.loads(script.partition(">")[2])


def test_staff_pages_tell_no_search_engine_anything() -> None:
    for settings in ({}, {"statement": STATEMENT}):
        text = page("staff/en/service-loan.html", URL, **settings)
        assert "ld+json" not in text
        assert '<meta name="robots" content="noindex">' in text


@pytest.mark.parametrize(
    ("settings", "is_listed"),
    [
        ({}, True),
        ({"statement": STATEMENT}, False),
        ({"statement": STATEMENT, "site": {"index": True}}, True),
    ],
)
def test_a_model_with_a_statement_is_listed_only_where_it_says_so(
    settings: Data, *, is_listed: bool
) -> None:
    text = page("en/service-loan.html", URL, **settings)
    assert ('content="noindex"' not in text) is is_listed
    assert ("sitemap.xml" in Site(graph(**settings), base_url=URL).addresses) is is_listed


def test_the_published_place_of_a_page_is_named_in_every_language() -> None:
    text = page("fi/service-loan.html", URL)
    assert f'<link rel="canonical" href="{URL}/fi/service-loan.html">' in text
    assert f'<link rel="alternate" hreflang="en" href="{URL}/en/service-loan.html">' in text
    assert f'<link rel="alternate" hreflang="fi" href="{URL}/fi/service-loan.html">' in text
    assert f'<link rel="canonical" href="{URL}/index.html">' in page("index.html", f"{URL}/")


def test_without_an_address_no_place_is_named() -> None:
    text = page("fi/service-loan.html")
    assert 'rel="canonical"' not in text
    assert "hreflang" not in text[: text.index("</head>")]
    assert "sitemap.xml" not in Site(graph()).addresses


def test_the_way_to_a_page_is_told_where_its_address_is_known() -> None:
    assert "BreadcrumbList" not in told("en/service-loan.html")
    crumbs = told("en/service-loan.html", URL)["BreadcrumbList"]["itemListElement"]
    assert [(one["position"], one["name"], one["item"]) for one in crumbs] == [
        (1, "Start", f"{URL}/index.html"),
        (2, "Services", f"{URL}/en/services.html"),
        (3, "Loan", f"{URL}/en/service-loan.html"),
    ]


def test_the_map_of_the_site_has_the_pages_of_customers_alone() -> None:
    site = Site(graph(), base_url=URL)
    root = ET.fromstring(site.file("sitemap.xml"))
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = [one.text for one in root.findall("s:url/s:loc", space)]
    pages = [one for one in site.addresses if one.endswith(".html")]
    assert found == [f"{URL}/{one}" for one in pages if not one.startswith("staff/")]


def test_an_edition_for_staff_alone_has_no_map() -> None:
    assert "sitemap.xml" not in Site(graph(), (Edition.STAFF,), URL).addresses
