"""Saved answers of PTV: what is taken, in which words, and what is not taken, by field and count."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import ptv_samples as samples
import pytest
from saying import words_of

import lumme_graph as lg
from lumme_graph.exchange.asked import ImportOptions
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.formats import receive
from lumme_graph.exchange.ptv.grid import degrees
from lumme_graph.exchange.start import StartedModel, new_from

DAY = date(2026, 9, 1)
ONE_NETWORK = ImportOptions(name="Saarikirjastot", day=DAY)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> StartedModel:
    return new_from(receive(samples.downloads(tmp_path_factory.mktemp("ptv"))))


def plain(one: Any) -> Any:
    """An element as data, without what every one has from the file that it stands on."""
    data = json.loads(one.model_dump_json(by_alias=True, exclude_defaults=True))
    return {key: value for key, value in data.items() if key not in {"standing", "sources"}}


def left(started: StartedModel) -> dict[tuple[str, str], int]:
    return {(row.field, words_of(row.why)): row.times for row in started.left}


def made(folder: Path, *answers: object, asked: ImportOptions = ONE_NETWORK) -> StartedModel:
    files = [
        samples.write(folder, f"{at}.json", answer) for at, answer in enumerate(answers, start=1)
    ]
    return new_from(receive(files, asked))


def test_a_service_with_all_its_texts(started: StartedModel) -> None:
    assert plain(started.graph["service-kirjojen-lainaus"]) == {
        "id": "service-kirjojen-lainaus",
        "name": {"fi": "Kirjojen lainaus", "sv": "Boklån"},
        "search_words": {"fi": "Lainaamo, laina, kirja lehti", "sv": "lån"},
        "description": {"fi": "Lainaa kirjoja.\n\n- myös lehtiä", "sv": "Låna böcker hem."},
        "conditions": {"fi": "Kirjastokortti.", "sv": "Ett lånekort."},
        "instructions": {"fi": "Ota kortti mukaan."},
        "cost": {"fi": "Lainaus on maksutonta."},
        "legal_basis": {"fi": "Laki yleisistä kirjastoista (https://finlex.example/1492)"},
        "service_class": "P25.1",
        "subjects": [
            "subject-lainaus",
            "subject-lapset-ja-lapsiperheet",
            "subject-lapsen-saaminen",
            "subject-kulttuuri",
        ],
        "touchpoints": ["touchpoint-verkkokirjasto", "touchpoint-kirjaston-puhelin"],
        "identifiers": [{"scheme": "ptv", "value": samples.LOAN}],
        "offered": [
            {"at": "organisation-luodon-kunta", "is": "yes", "from": {"latest": "2026-09-01"}},
            {"at": "branch-luodon-kirjasto", "is": "yes", "from": {"latest": "2026-09-01"}},
        ],
    }


def test_everything_stands_on_the_files_and_their_day(started: StartedModel) -> None:
    service = started.graph[lg.Service, "service-kirjojen-lainaus"]
    assert (service.standing, service.sources) == (lg.Standing.SOURCED, ("source-ptv",))
    source = started.graph[lg.Source, "source-ptv"]
    assert source.where == "services-2026-09-01.json, channels-2026-09-01.json"
    assert str(source.published) == "2026-09-01"
    library = started.graph[lg.Organisation, "organisation-luodon-kunta"]
    assert library.standing is lg.Standing.DERIVED


def test_concepts_are_subjects_with_their_addresses(started: StartedModel) -> None:
    found = {one.id: (dict(one.name), one.match) for one in started.graph.all(lg.Subject)}
    assert found == {
        "subject-lainaus": (
            {"fi": "lainaus", "sv": "utlåning"},
            ("http://www.yso.fi/onto/koko/p1",),
        ),
        "subject-lapset-ja-lapsiperheet": (
            {"fi": "Lapset ja lapsiperheet"},
            (f"{samples.LIST}ptvkohderyhmat/code/KR1.2",),
        ),
        "subject-lapsen-saaminen": (
            {"fi": "Lapsen saaminen"},
            (f"{samples.LIST}ptvelamantilanteet/code/KE6",),
        ),
        "subject-kulttuuri": ({"fi": "Kulttuuri"}, (f"{samples.LIST}ptvserclass2/code/P25",)),
    }


def test_a_service_location_is_a_branch_in_degrees(started: StartedModel) -> None:
    """Its place was worked out by hand: 500 000 east is the meridian of 27 degrees, and the meridian
    arc of 6 840 000 / 0.9996 metres ends at 61.693172 degrees north."""
    assert plain(started.graph["branch-luodon-kirjasto"]) == {
        "id": "branch-luodon-kirjasto",
        "name": {"fi": "Luodon kirjasto", "sv": "Holmö bibliotek"},
        "organisation": "organisation-luodon-kunta",
        "type": "only",
        "municipality": "municipality-luoto",
        "street": "Rantatie 4 B",
        "postal_code": "00001",
        "city": "LUOTO",
        "latitude": "61.693172",
        "longitude": "27.0",
        "identifiers": [{"scheme": "ptv", "value": samples.MAIN}],
        "contacts": [
            {"type": "phone", "value": "+358 200000000"},
            {"type": "email", "value": "kirjasto@luoto.example"},
            {"type": "web", "value": "https://luoto.example/kirjasto"},
        ],
        "accessibility": [{"fi": "Ovi on leveä.", "sv": "Dörren är bred."}],
    }


@pytest.mark.parametrize(
    ("north", "east", "there"),
    [
        ("6672000", "386000", (60.16895, 24.94547)),  # the middle of Helsinki
        ("7776450", "512000", (70.09, 27.31)),  # the north of Utsjoki
        ("60.1", "24.9", None),
        ("8000000", "500000", None),
        ("6672000", "900000", None),
    ],
)
def test_the_map_grid(north: str, east: str, there: tuple[float, float] | None) -> None:
    found = degrees(Decimal(north), Decimal(east))
    if there is None:
        assert found is None
    else:
        assert found is not None
        assert tuple(map(float, found)) == pytest.approx(there, abs=0.01)


def test_other_channels_are_touchpoints(started: StartedModel) -> None:
    assert [
        (
            one.id,
            one.channel.value,
            dict(one.description or {}),
            [offer.at for offer in one.offered],
        )
        for one in started.graph.all(lg.Touchpoint)
    ] == [
        (
            "touchpoint-verkkokirjasto",
            "e-service",
            {"fi": "Verkkokirjasto: kuvaus."},
            ["organisation-luodon-kunta"],
        ),
        (
            "touchpoint-kirjaston-puhelin",
            "phone",
            {"fi": "Kirjaston puhelin: kuvaus."},
            ["organisation-luodon-kunta"],
        ),
    ]


def test_what_is_deleted_is_over_since_it_was_changed_last(started: StartedModel) -> None:
    assert plain(started.graph["service-videolainaus"]) == {
        "id": "service-videolainaus",
        "name": {"fi": "Videolainaus"},
        "service_class": "P25.1",
        "to": {"latest": "2025-03-02"},
        "identifiers": [{"scheme": "ptv", "value": samples.GONE}],
    }


def test_what_is_not_taken_is_listed_by_field_and_count(started: StartedModel) -> None:
    others = "the model tells by its offers where a service is to be had"
    assert left(started) == {
        ("channel", "it is connected with no service that is taken"): 2,
        ("channel.addresses", "the model has the address to visit, one of each branch"): 1,
        ("channel.emails.value", "it may be about a person"): 1,
        ("channel.phoneNumbers", "it is no phone"): 1,
        ("channel.serviceChannelDescriptions", "the model has no description of a branch"): 1,
        ("channel.serviceHours", "the model has no opening hours: they stay in PTV"): 1,
        ("channel.webPages", "the model keeps no addresses of channels"): 1,
        ("service", "it is not published: Modified"): 1,
        (
            "service",
            "its service class is not that of libraries (P25.1); --only takes others",
        ): 1,
        ("service.areas", others): 1,
        ("service.languages", "the model has no place for it"): 2,
        ("service.organizations", "it produces the service; who is responsible offers it"): 1,
        (
            "service.serviceChargeType",
            "it is a code without words; the text on charges says it",
        ): 1,
        ("service.serviceDescriptions[ProcessingTime]", "the model has no place for it"): 1,
        (
            "service.serviceDescriptions[Summary]",
            "the model has one description; the longer text of PTV is taken",
        ): 1,
    }
    assert "maija" not in "".join(started.said("en"))


def test_a_general_description_is_told_of(started: StartedModel) -> None:
    assert (
        "1 service rests on a general description of PTV, whose texts are not in these files"
        in started.said("en")
    )


def test_a_network_only_where_one_is_told(started: StartedModel, tmp_path: Path) -> None:
    assert started.graph.settings.network is None
    graph = made(tmp_path, samples.services(), samples.channels()).graph
    assert graph.settings.network == "organisation-saarikirjastot"
    assert graph[lg.Organisation, "organisation-saarikirjastot"].name == {"fi": "Saarikirjastot"}
    assert [one.id for one in lg.libraries(graph, DAY)] == ["organisation-luodon-kunta"]


def test_an_organisation_of_the_files_as_the_network(tmp_path: Path) -> None:
    lone = samples.service(samples.POOL, "Satutunti", [])
    lone["organizations"] = [
        {"roleType": "Responsible", "organization": {"id": samples.NEIGHBOUR, "name": "Riutta"}}
    ]
    asked = ImportOptions(network="Luodon kunta", day=DAY)
    answers = [samples.service(samples.LOAN, "Laina", []), lone]
    graph = made(tmp_path, answers, asked=asked).graph
    assert graph.settings.network == "organisation-luodon-kunta"
    assert [one.id for one in lg.libraries(graph, DAY)] == ["organisation-riutta"]
    with pytest.raises(ExchangeError, match=r"no organisation .*Luodon kumta; did you mean Luodon"):
        made(tmp_path, answers, asked=ImportOptions(network="Luodon kumta", day=DAY))


def test_any_order_lists_pages_and_single_answers_give_the_same(tmp_path: Path) -> None:
    """Only that all pages are there lets a library be the only one of its owner."""
    one = made(tmp_path / "a", samples.services(), samples.channels())
    other = made(tmp_path / "b", samples.channels(), samples.services())
    assert [plain(each) for each in one.graph if each.id != "source-ptv"] == [
        plain(each) for each in other.graph if each.id != "source-ptv"
    ]
    alone = made(tmp_path / "c", samples.LENDING, samples.LIBRARY, [samples.ONLINE])
    branch = alone.graph[lg.Branch, "branch-luodon-kirjasto"]
    assert branch.type is lg.BranchType.BRANCH
    assert not receive(tmp_path / "c/1.json", ONE_NETWORK).whole
    assert receive([tmp_path / "a/1.json", tmp_path / "a/2.json"], ONE_NETWORK).whole


def test_a_page_that_is_missing_is_told_of(tmp_path: Path) -> None:
    answer = samples.page(samples.LENDING, number=1, count=3)
    received = receive(samples.write(tmp_path, "a.json", answer), ONE_NETWORK)
    assert "1 page of 3 is in the files: nothing is taken as gone" in map(words_of, received.notes)
    assert not received.whole


def test_of_several_the_published_one_that_was_changed_last(tmp_path: Path) -> None:
    older = samples.service(samples.LOAN, "Vanha", [], modified="2024-01-01T00:00:00")
    newer = samples.service(samples.LOAN, "Uusi", [], modified="2025-01-01T00:00:00")
    deleted = samples.service(
        samples.LOAN, "Poistettu", [], publishingStatus="Deleted", modified="2026-01-01T00:00:00"
    )
    for at, order in enumerate(([older, newer, deleted], [deleted, newer, older])):
        graph = made(tmp_path / str(at), *order).graph
        (service,) = graph.all(lg.Service)
        assert (dict(service.name), service.to) == ({"fi": "Uusi"}, None)


def test_only_what_is_asked_for(tmp_path: Path) -> None:
    for only in (("P27.1",), ("uinti",), (samples.POOL,)):
        asked = ImportOptions(only=only, day=DAY)
        graph = made(tmp_path, samples.services(), samples.channels(), asked=asked).graph
        assert [one.id for one in graph.all(lg.Service)] == ["service-uinti"]
    with pytest.raises(ExchangeError, match=r"no service of Uinty .*; did you mean Uinti\?"):
        made(tmp_path, samples.services(), asked=ImportOptions(only=("Uinty",), day=DAY))


def test_an_organisation_says_what_it_is_called_in_each_language(tmp_path: Path) -> None:
    answer = {
        "id": samples.TOWN,
        "businessCode": "0000000-0",
        "organizationNames": [
            samples.text("fi", "Luodon kunta", "Name"),
            samples.text("sv", "Holmö kommun", "Name"),
        ],
        "publishingStatus": "Published",
    }
    graph = made(tmp_path, samples.LENDING, answer).graph
    town = graph[lg.Organisation, "organisation-luodon-kunta"]
    assert town.name == {"fi": "Luodon kunta", "sv": "Holmö kommun"}
    assert ("business-id", "0000000-0") in [(one.scheme, one.value) for one in town.identifiers]


def test_a_building_whose_owner_is_named_nowhere_is_called_after_its_town(tmp_path: Path) -> None:
    model = made(tmp_path, samples.LIBRARY)
    (library,) = (one for one in model.graph.all(lg.Organisation) if one.memberships)
    assert library.name == {"fi": "Luoto", "sv": "Holmö"}
    assert any("is named in no file" in said for said in model.said("en"))


def test_a_place_that_ptv_is_not_sure_of_has_no_degrees(tmp_path: Path) -> None:
    unsure = json.loads(json.dumps(samples.LIBRARY))
    unsure["addresses"][1]["streetAddress"]["coordinateState"] = "Loading"
    model = made(tmp_path, unsure)
    assert model.graph[lg.Branch, "branch-luodon-kirjasto"].latitude is None
    assert ("channel.addresses.streetAddress.latitude", _UNSURE) in left(model)


_UNSURE = "PTV does not know exactly where it lies"


def test_without_the_library_for_the_grid_all_else_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lumme_graph.exchange.ptv.places.can_transform", lambda: False)
    model = made(tmp_path, samples.LIBRARY)
    assert model.graph[lg.Branch, "branch-luodon-kirjasto"].street == "Rantatie 4 B"
    why = "for coordinates, install the exchange extra: pip install 'lumme-graph[exchange]'"
    assert left(model)["channel.addresses.streetAddress.latitude", why] == 1


def test_a_new_model_can_be_checked(started: StartedModel, tmp_path: Path) -> None:
    started.save(tmp_path / "m")
    graph = lg.load(tmp_path / "m")
    assert [one.code for one in lg.check(graph) if one.severity == "error"] == []


NONE: list[Any] = []

UNREADABLE: tuple[tuple[Any, str], ...] = (
    ({"pageNumber": 1, "itemList": [{"id": "a", "name": "A"}]}, "a list of ids and names"),
    ([{"id": "a", "languageVersions": {"fi": {"name": "A"}}}], "an answer of PTV v12"),
    ({"itemList": NONE}, "there is nothing published in it"),
    ({"itemList": [{"serviceNames": "x", "id": "a"}]}, r"itemList\[0\].serviceNames: a list"),
    ({"itemList": [{"serviceNames": NONE}]}, r"itemList\[0\].id: it is missing"),
    (
        {"itemList": [{"serviceNames": NONE, "id": "a"}, 5]},
        r"itemList\[1\]: a service or a channel belongs here",
    ),
)


@pytest.mark.parametrize(("answer", "says"), UNREADABLE)
def test_what_cannot_be_read_is_told_with_its_place(
    tmp_path: Path, answer: object, says: str
) -> None:
    with pytest.raises(ExchangeError) as told:
        made(tmp_path, answer)
    assert any(re.search(says, line) for line in map(str, told.value.args))


def test_texts_of_odd_languages_and_controls_are_told_of(tmp_path: Path) -> None:
    odd = samples.service(
        samples.LOAN,
        "Laina",
        [],
        serviceDescriptions=[
            samples.text("", "kieletön", "Description"),
            samples.text("fi", "yksi", "Description"),
            samples.text("fi", "kaksi", "Description"),
            samples.text("se", "čájáhus", "Description"),
            samples.text("fi", "\u0007pii", "UserInstruction"),
        ],
    )
    model = made(tmp_path, odd)
    (service,) = model.graph.all(lg.Service)
    assert service.description == {"fi": "yksi", "se": "čájáhus"}
    assert model.graph.settings.languages.all == ("fi", "se")
    found = left(model)
    field = "service.serviceDescriptions[Description]"
    assert found[field, "it does not say its language"] == 1
    assert found[field, "there are several in one language; the first is taken"] == 1
    assert service.instructions is None


# a second download


def changed(before: dict[str, Any], **more: Any) -> dict[str, Any]:
    copied: dict[str, Any] = json.loads(json.dumps(before))
    return copied | more


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A model of the first download, whose network was named, with a change of our own."""
    made(tmp_path / "first", samples.services(), samples.channels()).save(tmp_path / "m")
    lg.edit(tmp_path / "m").set("service-kirjojen-lainaus", "cost.fi", "Lainaus ei maksa mitään.")
    return tmp_path / "m"


def texts(model: Path) -> dict[str, str]:
    return {file.name: file.read_text("utf-8") for file in sorted(model.rglob("*.yaml"))}


def test_the_same_files_again_change_nothing(model: Path, tmp_path: Path) -> None:
    """The network was named when the model began, and need not be named again."""
    before = texts(model)
    files = [tmp_path / "first/1.json", tmp_path / "first/2.json"]
    done = lg.update(model, receive(files, ImportOptions(day=DAY)))
    assert (done.files, done.conflicts, done.missing) == ((), (), ())
    assert texts(model) == before


def test_a_new_download_changes_what_changed_in_it_alone(model: Path, tmp_path: Path) -> None:
    lending = changed(
        samples.LENDING,
        requirements=[samples.text("fi", "Kirjastokortti ja tunnusluku.")],
        modified="2026-10-01T00:00:00",
    )
    closed = changed(samples.ONLINE, publishingStatus="Deleted", modified="2026-10-02T00:00:00")
    files = [
        samples.write(tmp_path / "second", "s-2026-11-01.json", samples.page(lending)),
        samples.write(tmp_path / "second", "c-2026-11-01.json", [samples.LIBRARY, closed]),
    ]
    done = lg.update(model, receive(files))
    assert done.conflicts == ()
    graph = lg.load(model)
    service = graph[lg.Service, "service-kirjojen-lainaus"]
    assert service.conditions == {"fi": "Kirjastokortti ja tunnusluku."}
    assert service.cost == {"fi": "Lainaus ei maksa mitään."}
    assert str(graph[lg.Touchpoint, "touchpoint-verkkokirjasto"].to) == "..2026-10-02"
    assert graph[lg.Branch, "branch-luodon-kirjasto"].type is lg.BranchType.ONLY
    assert graph[lg.Organisation, "organisation-luodon-kunta"].memberships
    assert graph.settings.network == "organisation-saarikirjastot"
    assert graph.find("touchpoint-kirjaston-puhelin") is not None, "it was in no page that is here"


def test_what_is_missing_of_all_pages_is_told_and_stays(model: Path, tmp_path: Path) -> None:
    """The service that was deleted before is over already, and is not told of again."""
    files = [
        samples.write(tmp_path / "second", "s-2026-11-01.json", samples.page(samples.LENDING)),
        samples.write(
            tmp_path / "second", "c-2026-11-01.json", samples.page(samples.LIBRARY, samples.ONLINE)
        ),
    ]
    done = lg.update(model, receive(files))
    assert [id_ for id_, _ in done.missing] == ["touchpoint-kirjaston-puhelin"]
    assert lg.load(model).find("touchpoint-kirjaston-puhelin") is not None
