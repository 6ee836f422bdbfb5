"""A catalogue's reader of another country, fdk-rdf-parser, takes every service whole from the export.

What it finds is held against the YAML files, read by nothing of ours.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from rdf_models import MODELS, export, written

from stores.readers import of_the_extra

pytestmark = pytest.mark.stores

SERVICES = {"lumme": 15, "clwyd": 2, "lakes": 1, "oberrhein": 1, "questions": 2, "worked": 3}
"""How many services each model has, counted by hand."""


@cache
def settings(name: str) -> dict[str, Any]:
    text = (Path(MODELS[name]) / "model.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


@cache
def read(name: str) -> dict[str, Any]:
    """The services that the reader finds, by id."""
    parser = of_the_extra("fdk_rdf_parser")
    base = settings(name).get("base", "https://example.org/id/")
    found = parser.parse_public_services(export(name, "turtle").decode())
    return {address.removeprefix(base): service for address, service in found.items()}


def of_kind(name: str, kind: str) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in written(name) if one["id"].startswith(f"{kind}-")}


def ids(found: Any) -> set[str]:
    """The identifiers of what a service leads to."""
    return {one.identifier for one in found or ()}


@pytest.mark.parametrize("name", MODELS)
def test_it_reads_every_service(name: str) -> None:
    assert read(name).keys() == of_kind(name, "service").keys()
    assert len(read(name)) == SERVICES[name]


@pytest.mark.parametrize("name", MODELS)
def test_it_reads_what_each_is_called_and_says(name: str) -> None:
    for id_, service in of_kind(name, "service").items():
        found = read(name)[id_]
        assert (found.identifier, found.id) == (id_, f"record-{id_}")
        assert found.title == service["name"]
        assert found.description == service.get("description", service["name"])
        day = service.get("as_of", settings(name)["as_of"])
        assert found.harvest.modified == str(day)


@pytest.mark.parametrize("name", MODELS)
def test_it_reads_the_channels_with_their_type(name: str) -> None:
    touchpoints = of_kind(name, "touchpoint")
    for id_, service in of_kind(name, "service").items():
        channels: list[Any] = read(name)[id_].hasChannel or []
        assert ids(channels) == set(service.get("touchpoints", ()))
        for channel in channels:
            told = touchpoints[channel.identifier]
            assert channel.channelType.uri.rpartition("/")[2] == told["channel"]
            assert channel.channelType.prefLabel.keys() >= {"en", "fi", "sv"}
            assert channel.description == told.get("description")


@pytest.mark.parametrize("name", MODELS)
def test_it_reads_the_rules_with_their_names(name: str) -> None:
    every = {one["id"]: one["name"] for one in written(name) if "name" in one}
    for id_, service in of_kind(name, "service").items():
        rules: list[Any] = read(name)[id_].follows or []
        assert ids(rules) >= set(service.get("rules", ()))
        for rule in rules:
            assert rule.name == every[rule.identifier]
            assert rule.description


@pytest.mark.parametrize("name", MODELS)
def test_it_reads_who_is_competent_with_names_and_places(name: str) -> None:
    organisations = of_kind(name, "organisation")
    for service in read(name).values():
        assert service.hasCompetentAuthority
        for organisation in service.hasCompetentAuthority:
            told = organisations[organisation.identifier]
            assert organisation.title == organisation.name == told["name"]
            if told["type"] == "library":
                places = {uri.rpartition("/")[2] for uri in organisation.spatial or ()}
                assert places == set(told.get("municipalities", ()))


LIBRARIES = {
    "enonkoski",
    "hirvensalmi",
    "joroinen",
    "juva",
    "mantyharju",
    "mikkeli",
    "pertunmaa",
    "pieksamaki",
    "puumala",
    "rantasalmi",
    "savonlinna",
    "varkaus",
}
"""The twelve libraries of the network on 22 August 2026."""


def test_every_member_of_lumme_lends_and_all_has_its_class() -> None:
    found = read("lumme")
    assert ids(found["service-loan"].hasCompetentAuthority) == {
        f"organisation-{name}" for name in LIBRARIES
    }
    classes = {uri for service in found.values() for uri in service.thematicAreaUris}
    assert classes == {"https://w3id.org/lumme-graph/code/service-class/p25-1"}
