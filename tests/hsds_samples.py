"""An invented network of two libraries on a lake in two languages, as HSDS has place for it."""

from __future__ import annotations

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
