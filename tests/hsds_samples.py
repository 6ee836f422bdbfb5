"""Invented networks for HSDS: one of ours on a lake in two languages, and one of another maker."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import lumme_graph as lg

BASE = "https://example.org/lake/"

SETTINGS = lg.Settings.model_validate(
    {
        "name": {"en": "Lake libraries", "cy": "Llyfrgelloedd y llyn"},
        "statement": {"en": "An invented model.", "cy": "Model dychmygol."},
        "network": "organisation-lake",
        "country": "GB",
        "base": BASE,
        "languages": {"required": ["en", "cy"], "optional": ["fr"]},
        "as_of": "2026-09-01",
    }
)

SOURCED = {"standing": "sourced", "sources": ["source-list"]}

NETWORK = lg.Organisation.model_validate(
    {
        "id": "organisation-lake",
        "name": {"en": "Lake Libraries", "cy": "Llyfrgelloedd y Llyn"},
        "type": "network",
        "contacts": [{"type": "web", "value": "https://lake.example.org/"}],
        **SOURCED,
    }
)


def library(name: str, english: str, welsh: str, **more: object) -> lg.Organisation:
    return lg.Organisation.model_validate(
        {
            "id": f"organisation-{name}",
            "name": {"en": english, "cy": welsh},
            "type": "library",
            "municipalities": [f"municipality-{name}"],
            "memberships": [{"of": "organisation-lake"}],
            **SOURCED,
            **more,
        }
    )


def branch(name: str, owner: str, english: str, welsh: str, **more: object) -> lg.Branch:
    return lg.Branch.model_validate(
        {
            "id": f"branch-{name}",
            "name": {"en": english, "cy": welsh},
            "organisation": f"organisation-{owner}",
            "type": "branch",
            **SOURCED,
            **more,
        }
    )


NORTH = library(
    "north",
    "North Shore Library",
    "Llyfrgell Glan y Gogledd",
    description={"en": "The library of the northern shore.", "cy": "Llyfrgell glan y gogledd."},
    identifiers=[{"scheme": "isil", "value": "GB-XX1"}],
    contacts=[
        {"type": "email", "value": "library@north.example.org"},
        {"type": "phone", "value": "+44 1632 960001"},
    ],
)
SOUTH = library("south", "South Shore Library", "Llyfrgell Glan y De")
PARTNER = lg.Organisation.model_validate(
    {"id": "organisation-bus", "name": {"en": "Bus company"}, "type": "partner", **SOURCED}
)

QUAY = branch(
    "quay",
    "north",
    "Quay",
    "Cei",
    type="main",
    municipality="municipality-north",
    street="1 Quay Street",
    postal_code="XX1 1AA",
    city="Northtown",
    latitude="52.10",
    longitude="-3.5",
    identifiers=[{"scheme": "directory", "value": "17"}, {"scheme": "isil", "value": "GB-XX1-1"}],
    contacts=[{"type": "email", "value": "library.quay@north.example.org"}],
    accessibility=[{"en": "Step-free from the quay.", "cy": "Heb risiau o'r cei."}],
)
HILL = branch("hill", "north", "Hill", "Bryn", street="2 Hill Road")
GONE = branch("gone", "north", "Gone", "Wedi mynd", to="2020-12-31")
PERHAPS = branch("perhaps", "south", "Perhaps", "Efallai", to={"earliest": "2026-01-01"})

LOAN = lg.Service.model_validate(
    {
        "id": "service-loan",
        "name": {"en": "Borrowing", "cy": "Benthyca"},
        "description": {"en": "Take books home.", "cy": "Ewch â llyfrau adref."},
        "conditions": {"en": "A library card.", "cy": "Cerdyn llyfrgell."},
        "instructions": {"en": "Show your card at the desk.", "cy": "Dangoswch eich cerdyn."},
        "cost": {"en": "Free.", "cy": "Am ddim."},
        "service_class": "P25.1",
        "subjects": ["subject-loans"],
        "offered": [{"at": "organisation-lake", "is": "yes"}],
        **SOURCED,
        "as_of": "2026-08-31",
    }
)
BOAT = lg.Service.model_validate(
    {
        "id": "service-boat",
        "name": {"en": "Boat to borrow", "cy": "Cwch i'w fenthyg"},
        "description": {"en": "Row out and read."},
        "offered": [
            {"at": "branch-quay", "is": "yes"},
            {"at": "organisation-south", "is": "no"},
        ],
        "standing": "illustrative",
    }
)
DREAM = lg.Service.model_validate(
    {"id": "service-dream", "name": {"en": "Dreaming", "cy": "Breuddwydio"}, **SOURCED}
)

ELEMENTS: tuple[object, ...] = (
    lg.Source.model_validate({"id": "source-list", "citation": "A list"}),
    lg.Municipality.model_validate(
        {
            "id": "municipality-north",
            "name": {"en": "Northtown", "cy": "Tre'r Gogledd"},
            "same_as": "https://example.org/places/north",
            **SOURCED,
        }
    ),
    lg.Municipality.model_validate(
        {"id": "municipality-south", "name": {"en": "Southtown", "cy": "Tre'r De"}, **SOURCED}
    ),
    NETWORK,
    NORTH,
    SOUTH,
    PARTNER,
    QUAY,
    HILL,
    GONE,
    PERHAPS,
    lg.Subject.model_validate(
        {
            "id": "subject-loans",
            "name": {"en": "loans", "cy": "benthyciadau"},
            "match": ["http://www.yso.fi/onto/yso/p3056"],
            **SOURCED,
        }
    ),
    LOAN,
    BOAT,
    DREAM,
)


def lake() -> lg.ServiceGraph:
    """The network as a graph."""
    return lg.ServiceGraph(ELEMENTS, SETTINGS)  # type: ignore[arg-type]


Rows = dict[str, list[dict[str, str]]]


def others() -> Rows:
    """A council and its two libraries, as a directory of another maker tells of them."""
    return {
        "organizations": [
            {"id": "o1", "name": "Marsh Council", "description": "The council."},
            {
                "id": "o2",
                "name": "Marsh Library",
                "alternate_name": "The Marsh, old",
                "description": "<p>Books &amp; more</p>",
                "email": "ann.marsh@marsh.example",
                "website": "https://marsh.example/library",
                "parent_organization_id": "o1",
            },
        ],
        "locations": [
            {
                "id": "l1",
                "location_type": "physical",
                "name": "Town Hall Library",
                "latitude": "52.5",
                "longitude": "-1.25",
                "external_identifier": "100",
                "external_identifier_type": "UPRN",
            },
            {"id": "l2", "location_type": "virtual", "name": "Online", "organization_id": "o2"},
        ],
        "addresses": [
            {
                "id": "a1",
                "location_id": "l1",
                "address_1": "1 High Street",
                "address_2": "Floor 2",
                "city": "Marsh",
                "state_province": "Fenshire",
                "postal_code": "MA1 1SH",
                "country": "GB",
                "address_type": "physical",
            }
        ],
        "services": [
            {
                "id": "s1",
                "organization_id": "o2",
                "name": "Story time",
                "description": "Stories for all.",
                "status": "active",
                "url": "https://marsh.example/stories",
                "eligibility_description": "Up to six years",
            },
            {"id": "s2", "organization_id": "o2", "name": "Sound archive", "status": "inactive"},
            {"id": "s3", "organization_id": "o2", "name": "Cassettes", "status": "defunct"},
            {"id": "s4", "organization_id": "gone", "name": "Ferry", "status": "active"},
        ],
        "service_at_location": [{"id": "x1", "service_id": "s1", "location_id": "l1"}],
        "contacts": [{"id": "c1", "service_id": "s1", "name": "Ann Marsh", "title": "Librarian"}],
        "phones": [{"id": "p1", "contact_id": "c1", "number": "+44 1632 960002"}],
        "schedules": [{"id": "h1", "location_id": "l1", "opens_at": "09:00"}],
        "taxonomy_terms": [
            {"id": "t1", "code": "1", "name": "Reading", "term_uri": "https://terms.example/1"},
            {"id": "t2", "code": "2", "name": "Free"},
        ],
        "attributes": [
            {"id": "b1", "link_id": "s1", "taxonomy_term_id": "t1", "link_entity": "service"},
            {"id": "b2", "link_id": "s1", "taxonomy_term_id": "t2", "link_entity": "service"},
        ],
    }


def csv_of(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    heads = list(dict.fromkeys(head for row in rows for head in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, heads, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def package(folder: Path, tables: Rows, delimiter: str = ",") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text(csv_of(rows, delimiter), "utf-8")
    return folder


NESTED = {
    "contents": [
        {
            "id": "s1",
            "name": "Story time",
            "status": "active",
            "organization": {
                "id": "o2",
                "name": "Marsh Library",
                "description": "Books",
                "phones": [{"id": "p2", "number": "+44 1632 960003"}],
            },
            "service_at_locations": [
                {
                    "id": "x1",
                    "location": {
                        "id": "l1",
                        "location_type": "physical",
                        "name": "Town Hall",
                        "latitude": 52.5,
                        "longitude": -1.25,
                        "addresses": [{"id": "a1", "address_1": "1 High Street", "country": "GB"}],
                    },
                }
            ],
            "attributes": [
                {
                    "id": "b1",
                    "taxonomy_term": {
                        "id": "t1",
                        "name": "Reading",
                        "term_uri": "https://terms.example/1",
                    },
                }
            ],
            "contacts": [
                {"id": "c1", "name": "Ann Marsh", "phones": [{"id": "p3", "number": "1"}]}
            ],
        }
    ]
}
