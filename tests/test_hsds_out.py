"""HSDS packages of an invented network: each row by hand, and nothing offered that is not known to be."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest
from hsds_samples import BASE, lake
from running import lumme

import lumme_graph as lg

ROOT = Path(__file__).parents[1]

REQUIRED = {
    "organizations.csv": "id name description",
    "services.csv": "id organization_id name status",
    "locations.csv": "id location_type",
    "service_at_location.csv": "id service_id location_id",
    "addresses.csv": "id address_1 city state_province postal_code country address_type",
    "phones.csv": "id number",
    "contacts.csv": "id",
    "accessibility.csv": "id",
    "service_areas.csv": "id",
    "attributes.csv": "id link_id taxonomy_term_id link_entity",
    "taxonomies.csv": "id name description",
    "taxonomy_terms.csv": "id name description",
    "organization_identifiers.csv": "id organization_id identifier_type identifier",
}
"""What the specification asks of each row of each table, as read in it."""


def own(path: str) -> str:
    """The id of what stands at a path of the model: a UUID of version 5 of its whole address."""
    return str(uuid5(NAMESPACE_URL, BASE + path))


Tables = dict[str, list[dict[str, str]]]


def tables_of(folder: Path) -> Tables:
    return {
        file.name: list(csv.DictReader(io.StringIO(file.read_text("utf-8"), newline="")))
        for file in sorted(folder.glob("*.csv"))
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out") / "hsds"
    lg.export(lake(), out, "hsds")
    return out


@pytest.fixture(scope="module")
def english(folder: Path) -> Tables:
    return tables_of(folder / "hsds-en")


def by_id(rows: list[dict[str, str]]) -> dict[str, dict[str, str]]:
    return {row["id"]: {name: value for name, value in row.items() if value} for row in rows}


def test_a_package_for_each_language_of_services(folder: Path) -> None:
    """French is one of the model's languages, but no service has a name in it."""
    assert sorted(one.name for one in folder.glob("hsds-*")) == ["hsds-cy", "hsds-en"]


def test_organisations(english: Tables) -> None:
    statement = "An invented model."
    assert by_id(english["organizations.csv"]) == {
        own("organisation-lake"): {
            "id": own("organisation-lake"),
            "name": "Lake Libraries",
            "description": statement,
            "website": "https://lake.example.org/",
        },
        own("organisation-north"): {
            "id": own("organisation-north"),
            "name": "North Shore Library",
            "description": f"The library of the northern shore.\n\n{statement}",
            "email": "library@north.example.org",
            "parent_organization_id": own("organisation-lake"),
        },
        own("organisation-south"): {
            "id": own("organisation-south"),
            "name": "South Shore Library",
            "description": statement,
            "parent_organization_id": own("organisation-lake"),
        },
    }


def test_each_organisation_carries_the_ids_that_it_has_elsewhere(english: Tables) -> None:
    found = {
        (row["organization_id"], row["identifier_type"], row["identifier"])
        for row in english["organization_identifiers.csv"]
    }
    assert found == {
        (own("organisation-lake"), "lumme-graph id", "organisation-lake"),
        (own("organisation-north"), "lumme-graph id", "organisation-north"),
        (own("organisation-north"), "isil", "GB-XX1"),
        (own("organisation-south"), "lumme-graph id", "organisation-south"),
    }


def test_buildings_that_are_surely_open(english: Tables) -> None:
    statement = "An invented model."
    assert by_id(english["locations.csv"]) == {
        own("branch-quay"): {
            "id": own("branch-quay"),
            "location_type": "physical",
            "organization_id": own("organisation-north"),
            "name": "Quay",
            "description": statement,
            "latitude": "52.10",
            "longitude": "-3.5",
            "external_identifier": "17",
            "external_identifier_type": "directory",
        },
        own("branch-hill"): {
            "id": own("branch-hill"),
            "location_type": "physical",
            "organization_id": own("organisation-north"),
            "name": "Hill",
            "description": statement,
        },
    }
    assert [row["description"] for row in english["accessibility.csv"]] == [
        "Step-free from the quay."
    ]


def test_an_address_is_whole_or_not_written(english: Tables) -> None:
    (address,) = by_id(english["addresses.csv"]).values()
    assert {**address, "id": ""} == {
        "id": "",
        "location_id": own("branch-quay"),
        "address_1": "1 Quay Street",
        "city": "Northtown",
        "state_province": "N/A",
        "postal_code": "XX1 1AA",
        "country": "GB",
        "address_type": "physical",
    }


def test_phones_and_addresses_of_organisations_and_never_a_persons_name(english: Tables) -> None:
    (phone,) = by_id(english["phones.csv"]).values()
    assert (phone["organization_id"], phone["number"]) == (
        own("organisation-north"),
        "+44 1632 960001",
    )
    (contact,) = by_id(english["contacts.csv"]).values()
    assert {name for name in contact if name != "id"} == {"location_id", "email"}
    assert contact["email"] == "library.quay@north.example.org"


def test_only_what_is_surely_offered_is_a_service(english: Tables) -> None:
    """South has no boat, and nobody knows where one dreams."""
    found = {
        (row["name"], row["organization_id"], row["status"]) for row in english["services.csv"]
    }
    assert found == {
        ("Borrowing", own("organisation-north"), "active"),
        ("Borrowing", own("organisation-south"), "active"),
        ("Boat to borrow", own("organisation-north"), "active"),
    }


def test_a_service_with_its_texts(english: Tables) -> None:
    path = "service-loan/at/organisation-north"
    assert by_id(english["services.csv"])[own(path)] == {
        "id": own(path),
        "organization_id": own("organisation-north"),
        "name": "Borrowing",
        "description": "Take books home.\n\nAn invented model.",
        "status": "active",
        "application_process": "Show your card at the desk.",
        "fees_description": "Free.",
        "eligibility_description": "A library card.",
        "assured_date": "2026-08-31",
    }
    areas = {(row["service_id"], row["name"], row["uri"]) for row in english["service_areas.csv"]}
    assert (own(path), "Northtown", "https://example.org/places/north") in areas


def test_what_is_invented_says_so_where_people_read_it(english: Tables) -> None:
    boat = by_id(english["services.csv"])[own("service-boat/at/organisation-north")]
    assert boat["description"] == (
        "Row out and read.\n\nIllustrative: invented, not a fact.\n\nAn invented model."
    )


def test_a_service_is_at_a_building_only_where_that_is_said_of_the_building(
    english: Tables,
) -> None:
    found = [(row["service_id"], row["location_id"]) for row in english["service_at_location.csv"]]
    assert found == [(own("service-boat/at/organisation-north"), own("branch-quay"))]


def test_subjects_and_classes_have_their_public_addresses(english: Tables) -> None:
    terms = {row["code"]: (row["name"], row["term_uri"]) for row in english["taxonomy_terms.csv"]}
    assert terms["subject-loans"] == ("loans", "http://www.yso.fi/onto/yso/p3056")
    assert terms["P25.1"] == (
        "Libraries",
        "http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P25.1",
    )


def test_what_hsds_has_no_field_for_stands_in_attributes(english: Tables) -> None:
    terms = {row["id"]: row["name"] for row in english["taxonomy_terms.csv"]}
    said = {
        (row["link_entity"], row["link_id"], terms[row["taxonomy_term_id"]], row["value"])
        for row in english["attributes.csv"]
    }
    boat = own("service-boat/at/organisation-north")
    assert {
        ("service", boat, "lumme-graph id", "service-boat"),
        ("service", boat, "standing", "illustrative"),
        ("organization", own("organisation-lake"), "type", "network"),
        ("organization", own("organisation-south"), "municipality", "municipality-south"),
        ("location", own("branch-quay"), "type", "main"),
        (
            "service_area",
            own("service-loan/at/organisation-north/area/municipality-north"),
            "lumme-graph id",
            "municipality-north",
        ),
        ("location", own("branch-quay"), "identifier", "isil GB-XX1-1"),
    } <= said


def test_the_same_ids_in_every_language(folder: Path, english: Tables) -> None:
    welsh = tables_of(folder / "hsds-cy")
    assert {file: {row["id"] for row in rows} for file, rows in welsh.items()} == {
        file: {row["id"] for row in rows} for file, rows in english.items()
    }
    names = {row["name"] for row in welsh["services.csv"]}
    assert names == {"Benthyca", "Cwch i'w fenthyg"}
    boat = by_id(welsh["services.csv"])[own("service-boat/at/organisation-north")]
    assert boat["description"].endswith("Model dychmygol."), "English stands in for no description"
    assert "Row out" not in boat["description"]


def test_every_row_has_what_the_specification_asks_and_leads_to_rows_that_are_there(
    folder: Path,
) -> None:
    for package in ("hsds-en", "hsds-cy"):
        tables = tables_of(folder / package)
        ids = {row["id"] for rows in tables.values() for row in rows}
        assert len(ids) == sum(map(len, tables.values())), "every id is there once"
        for file, rows in tables.items():
            assert rows, "a table without rows has no file"
            for row in rows:
                assert all(row[name] for name in REQUIRED[file].split()), (file, row)
                keys = {name: row[name] for name in row if name == "id" or name.endswith("_id")}
                for name, value in keys.items():
                    if name != "tax_id" and value:
                        assert UUID(value).version == 5
                        assert value in ids, (file, name)


def test_the_descriptor_says_what_it_is_whose_and_that_it_is_unofficial(folder: Path) -> None:
    described: dict[str, Any] = json.loads((folder / "hsds-cy/datapackage.json").read_text("utf-8"))
    assert {key: value for key, value in described.items() if key != "resources"} == {
        "name": "hsds-cy",
        "profile": "tabular-data-package",
        "version": "3.0.0",
        "homepage": "http://docs.openreferral.org",
        "title": "Llyfrgelloedd y llyn",
        "description": "Model dychmygol.",
        "language": "cy",
        "source_language": "en",
        "id": BASE,
        "as_of": "2026-09-01",
    }
    files = {one["path"] for one in described["resources"]}
    assert files == {file.name for file in (folder / "hsds-cy").glob("*.csv")}
    for one in described["resources"]:
        head = (folder / "hsds-cy" / one["path"]).read_text("utf-8").split("\n")[0]
        assert head.split(",") == [field["name"] for field in one["schema"]["fields"]]


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    speak = lake().speaker("en")
    notes = [speak(note).shown for note in lg.export(lake(), tmp_path / "h.zip")]
    assert notes == [
        "HSDS 3.0.0 in en and cy: 3 services of libraries are known to be offered",
        "2 times it is not known whether a service is offered at a library: not written",
        "1 time a service is known not to be offered: not written",
        "1 organisation outside the network was left out",
        "1 service is known to be offered nowhere: service-dream",
        "1 building of which it is not known whether it is still open was left out: branch-perhaps",
        "1 address without street, postal code, city or country was left out: branch-hill",
        "1 address has N/A as its state or province, which HSDS asks of each",
        "HSDS has no place for: sources: 1",
    ]


def test_a_zip_holds_the_same_files_the_same_to_the_byte(folder: Path, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        lg.export(lake(), tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as made:
        held = {name: made.read(name) for name in made.namelist()}
    assert held == {
        f"{file.parent.name}/{file.name}": file.read_bytes() for file in folder.glob("hsds-*/*")
    }


def test_the_command_writes_a_folder_anew_but_nothing_that_is_not_its_own(tmp_path: Path) -> None:
    words = ("export", ROOT / "tests/models/clwyd", "--format", "hsds", "-o", tmp_path / "out")
    first = lumme(*words)
    assert first.code == 0
    assert lumme(*words).code == 0
    (tmp_path / "theirs/hsds-en").mkdir(parents=True)
    (tmp_path / "theirs/hsds-en/services.csv").write_text("mine", "utf-8")
    refused = lumme(*words[:-1], tmp_path / "theirs")
    assert refused.code == 2
    assert "is not ours to replace" in refused.err
    assert (tmp_path / "theirs/hsds-en/services.csv").read_text("utf-8") == "mine"
