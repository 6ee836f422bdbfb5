"""HSDS read: our own packages come back, those of others as far as they tell, and what does not fit."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hsds_samples import NESTED, lake, others, package
from saying import words_of

import lumme_graph as lg
from lumme_graph.exchange.asked import ImportOptions
from lumme_graph.exchange.draft import Received
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.formats import receive
from lumme_graph.exchange.start import StartedModel, new_from

DAY = date(2026, 9, 1)
ASKED = ImportOptions(day=DAY)
SEEN = {"latest": "2026-09-01"}


def plain(one: Any) -> Any:
    """An element as data, without the source that every one has."""
    data = json.loads(one.model_dump_json(by_alias=True, exclude_defaults=True))
    return {key: value for key, value in data.items() if key not in {"standing", "sources"}}


def left(received: Received) -> dict[tuple[str, str], int]:
    return {(row.field, words_of(row.why)): row.times for row in received.left}


# our own packages


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> StartedModel:
    folder = tmp_path_factory.mktemp("back")
    lg.export(lake(), folder / "lake", "hsds")
    return new_from(receive(folder / "lake"))


def test_organisations_come_back(back: StartedModel) -> None:
    own = [plain(one) for one in back.graph.all(lg.Organisation)]
    assert own == [
        {
            "id": "organisation-lake",
            "name": {"en": "Lake Libraries", "cy": "Llyfrgelloedd y Llyn"},
            "type": "network",
            "identifiers": [{"scheme": "lumme-graph", "value": "organisation-lake"}],
            "contacts": [{"type": "web", "value": "https://lake.example.org/"}],
        },
        {
            "id": "organisation-north",
            "name": {"en": "North Shore Library", "cy": "Llyfrgell Glan y Gogledd"},
            "type": "library",
            "description": {
                "en": "The library of the northern shore.",
                "cy": "Llyfrgell glan y gogledd.",
            },
            "municipalities": ["municipality-north"],
            "memberships": [{"of": "organisation-lake", "from": SEEN}],
            "identifiers": [
                {"scheme": "lumme-graph", "value": "organisation-north"},
                {"scheme": "isil", "value": "GB-XX1"},
            ],
            "contacts": [
                {"type": "phone", "value": "+44 1632 960001"},
                {"type": "email", "value": "library@north.example.org"},
            ],
        },
        {
            "id": "organisation-south",
            "name": {"en": "South Shore Library", "cy": "Llyfrgell Glan y De"},
            "type": "library",
            "municipalities": ["municipality-south"],
            "memberships": [{"of": "organisation-lake", "from": SEEN}],
            "identifiers": [{"scheme": "lumme-graph", "value": "organisation-south"}],
        },
    ]


def test_branches_come_back(back: StartedModel) -> None:
    assert [plain(one) for one in back.graph.all(lg.Branch)] == [
        {
            "id": "branch-quay",
            "name": {"en": "Quay", "cy": "Cei"},
            "organisation": "organisation-north",
            "type": "main",
            "municipality": "municipality-north",
            "street": "1 Quay Street",
            "postal_code": "XX1 1AA",
            "city": "Northtown",
            "latitude": "52.10",
            "longitude": "-3.5",
            "identifiers": [
                {"scheme": "lumme-graph", "value": "branch-quay"},
                {"scheme": "directory", "value": "17"},
                {"scheme": "isil", "value": "GB-XX1-1"},
            ],
            "contacts": [{"type": "email", "value": "library.quay@north.example.org"}],
            "accessibility": [{"en": "Step-free from the quay.", "cy": "Heb risiau o'r cei."}],
        },
        {
            "id": "branch-hill",
            "name": {"en": "Hill", "cy": "Bryn"},
            "organisation": "organisation-north",
            "type": "branch",
            "identifiers": [{"scheme": "lumme-graph", "value": "branch-hill"}],
        },
    ]


def test_services_and_offers_come_back(back: StartedModel) -> None:
    """What was stated of the network comes back as what follows from it for each library."""
    assert [plain(one) for one in back.graph.all(lg.Service)] == [
        {
            "id": "service-loan",
            "name": {"en": "Borrowing", "cy": "Benthyca"},
            "description": {"en": "Take books home.", "cy": "Ewch â llyfrau adref."},
            "conditions": {"en": "A library card.", "cy": "Cerdyn llyfrgell."},
            "instructions": {
                "en": "Show your card at the desk.",
                "cy": "Dangoswch eich cerdyn.",
            },
            "cost": {"en": "Free.", "cy": "Am ddim."},
            "service_class": "P25.1",
            "subjects": ["subject-loans"],
            "as_of": "2026-08-31",
            "identifiers": [{"scheme": "lumme-graph", "value": "service-loan"}],
            "offered": [
                {"at": "organisation-north", "is": "yes", "from": SEEN},
                {"at": "organisation-south", "is": "yes", "from": SEEN},
            ],
        },
        {
            "id": "service-boat",
            "name": {"en": "Boat to borrow", "cy": "Cwch i'w fenthyg"},
            "description": {"en": "Row out and read."},
            "identifiers": [{"scheme": "lumme-graph", "value": "service-boat"}],
            "offered": [
                {"at": "organisation-north", "is": "yes", "from": SEEN},
                {"at": "branch-quay", "is": "yes", "from": SEEN},
            ],
        },
    ]
    assert back.graph[lg.Service, "service-boat"].standing is lg.Standing.ILLUSTRATIVE
    assert back.graph[lg.Service, "service-loan"].standing is lg.Standing.SOURCED


def test_places_subjects_and_settings_come_back(back: StartedModel) -> None:
    assert [(one.id, dict(one.name)) for one in back.graph.all(lg.Municipality)] == [
        ("municipality-north", {"en": "Northtown", "cy": "Tre'r Gogledd"}),
        ("municipality-south", {"en": "Southtown", "cy": "Tre'r De"}),
    ]
    (subject,) = back.graph.all(lg.Subject)
    assert (subject.id, subject.match) == ("subject-loans", ("http://www.yso.fi/onto/yso/p3056",))
    settings = back.graph.settings
    assert settings.network == "organisation-lake"
    assert settings.languages.all == ("en", "cy")
    assert (settings.country, settings.as_of) == (("GB",), DAY)
    assert back.left == ()
    assert [one.id for one in lg.libraries(back.graph, DAY)] == [
        "organisation-north",
        "organisation-south",
    ]


def test_the_real_model_comes_back_with_the_same_offers(tmp_path: Path) -> None:
    graph = lg.load(Path(__file__).parents[1] / "models/lumme")
    lg.export(graph, tmp_path / "l.zip")
    again = new_from(receive(tmp_path / "l.zip")).graph
    day = graph.settings.as_of
    for service in graph.all(lg.Service):
        for library in lg.libraries(graph, day):
            known = lg.offered(graph, service, library, day)
            same = again.find(service.id)
            there = again.find(library.id)
            assert isinstance(there, lg.Organisation)
            if known:
                assert isinstance(same, lg.Service)
                assert lg.offered(again, same, there, day) is True
            elif isinstance(same, lg.Service):
                assert lg.offered(again, same, there, day) is None


def test_a_zip_and_a_folder_say_the_same(back: StartedModel, tmp_path: Path) -> None:
    lg.export(lake(), tmp_path / "lake.zip")
    zipped = new_from(receive(tmp_path / "lake.zip"))
    assert [plain(one) for one in zipped.graph if one.id != "source-hsds"] == [
        plain(one) for one in back.graph if one.id != "source-hsds"
    ]


def test_a_new_model_can_be_written_and_checked(back: StartedModel, tmp_path: Path) -> None:
    back.save(tmp_path / "m")
    assert [one.code for one in lg.check(lg.load(tmp_path / "m")) if one.severity == "error"] == []


# the packages of others


def test_others_in_what_they_tell(tmp_path: Path) -> None:
    received = receive(package(tmp_path / "marsh-en", others()), ASKED)
    graph = new_from(received).graph
    assert [plain(one) for one in graph.all(lg.Service)] == [
        {
            "id": "service-story-time",
            "name": {"en": "Story time"},
            "description": {"en": "Stories for all."},
            "conditions": {"en": "Up to six years"},
            "subjects": ["subject-reading"],
            "identifiers": [{"scheme": "hsds", "value": "s1"}],
            "offered": [
                {"at": "organisation-marsh-library", "is": "yes", "from": SEEN},
                {"at": "branch-town-hall-library", "is": "yes", "from": SEEN},
            ],
        },
        {
            "id": "service-sound-archive",
            "name": {"en": "Sound archive"},
            "identifiers": [{"scheme": "hsds", "value": "s2"}],
        },
        {
            "id": "service-cassettes",
            "name": {"en": "Cassettes"},
            "to": SEEN,
            "identifiers": [{"scheme": "hsds", "value": "s3"}],
        },
    ]
    assert [plain(one) for one in graph.all(lg.Branch)] == [
        {
            "id": "branch-town-hall-library",
            "name": {"en": "Town Hall Library"},
            "organisation": "organisation-marsh-library",
            "type": "branch",
            "street": "1 High Street, Floor 2",
            "postal_code": "MA1 1SH",
            "city": "Marsh",
            "latitude": "52.5",
            "longitude": "-1.25",
            "identifiers": [
                {"scheme": "hsds", "value": "l1"},
                {"scheme": "UPRN", "value": "100"},
            ],
        }
    ]
    library = graph[lg.Organisation, "organisation-marsh-library"]
    assert library.description == {"en": "Books & more"}
    assert library.search_words == {"en": "The Marsh old"}
    assert (library.type, library.standing) == (lg.OrganisationType.LIBRARY, lg.Standing.DERIVED)
    assert library.memberships == ()
    assert graph.settings.network is None
    assert graph.settings.country == ("GB",)


def test_what_is_not_taken_of_others(tmp_path: Path) -> None:
    received = receive(package(tmp_path / "marsh-en", others()), ASKED)
    nothing = "nothing is said of where it is offered"
    assert left(received) == {
        ("address.state_province", "the model has no place for it"): 1,
        ("attribute", "its term has no web address"): 1,
        ("contact", "it may be about a person"): 1,
        ("location", "it is no place to go to: virtual"): 1,
        ("organization.email", "it may be about a person"): 1,
        (
            "organization.parent_organization_id",
            "it belongs to another organisation, which is a network only where --network says so",
        ): 1,
        ("schedule", "the model has no opening hours: they stay where they are"): 1,
        ("service", "it belongs to an organisation that is not taken"): 1,
        ("service.status", f"its status is defunct: {nothing}"): 1,
        ("service.status", f"its status is inactive: {nothing}"): 1,
        ("service.url", "the model has no place for it"): 1,
    }
    assert "Ann" not in " ".join(row.example for row in received.left)


def test_a_parent_is_a_network_where_it_is_told_to_be_one(tmp_path: Path) -> None:
    folder = package(tmp_path / "marsh-en", others())
    for word in ("Marsh Council", "o1"):
        graph = new_from(receive(folder, ImportOptions(network=word, day=DAY))).graph
        assert graph.settings.network == "organisation-marsh-council"
        assert [one.id for one in lg.libraries(graph, DAY)] == ["organisation-marsh-library"]
    with pytest.raises(ExchangeError, match=r"is Marsh Counsil; did you mean Marsh Council\?"):
        receive(folder, ImportOptions(network="Marsh Counsil", day=DAY))


def test_a_network_of_another_name_has_all_of_them(tmp_path: Path) -> None:
    asked = ImportOptions(name="Fen Libraries", only=("Marsh Library",), day=DAY)
    graph = new_from(receive(package(tmp_path / "marsh-en", others()), asked)).graph
    assert graph.settings.network == "organisation-fen-libraries"
    assert [one.id for one in lg.libraries(graph, DAY)] == ["organisation-marsh-library"]


def test_the_language_is_said_stands_in_the_descriptor_or_in_the_name(tmp_path: Path) -> None:
    folder = package(tmp_path / "marsh", others())
    received = receive(folder, ASKED)
    assert received.languages == ("en",)
    assert words_of(received.notes[0]) == "marsh does not say its language; it was taken as en"
    assert receive(f"cy={folder}", ASKED).languages == ("cy",)
    (folder / "datapackage.json").write_text('{"language": "fr"}', "utf-8")
    assert receive(folder, ASKED).languages == ("fr",)


def test_two_languages_side_by_side_and_what_is_equal_is_no_translation(tmp_path: Path) -> None:
    welsh = others()
    welsh["services"][0] |= {"name": "Amser stori", "description": "Stories for all."}
    package(tmp_path / "marsh-en", others())
    package(tmp_path / "marsh-cy", welsh)
    files = [tmp_path / "marsh-en", tmp_path / "marsh-cy"]
    graph = new_from(receive(files, ASKED)).graph
    service = graph[lg.Service, "service-story-time"]
    assert service.name == {"en": "Story time", "cy": "Amser stori"}
    assert service.description == {"en": "Stories for all."}


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_tables_that_a_spreadsheet_has_saved_in_its_own_way(tmp_path: Path, delimiter: str) -> None:
    folder = package(tmp_path / "marsh-en", others(), delimiter)
    for file in folder.glob("*.csv"):
        file.write_text("\ufeff" + file.read_text("utf-8").replace("\n", "\r\n"), "utf-8")
    graph = new_from(receive(folder, ASKED)).graph
    assert len(graph.all(lg.Service)) == 3


def test_what_was_guarded_against_being_run_is_as_it_was(tmp_path: Path) -> None:
    service = lg.Service.model_validate(
        {
            "id": "service-sum",
            "name": {"en": "=1+1"},
            "offered": [{"at": "organisation-a", "is": "yes"}],
        }
    )
    library = lg.Organisation.model_validate(
        {"id": "organisation-a", "name": {"en": "A"}, "type": "library"}
    )
    settings = lg.Settings.model_validate({"as_of": "2026-09-01"})
    lg.export(lg.ServiceGraph([service, library], settings), tmp_path / "h", "hsds")
    assert "'=1+1" in (tmp_path / "h/hsds-en/services.csv").read_text("utf-8")
    (back,) = new_from(receive(tmp_path / "h")).graph.all(lg.Service)
    assert back.name == {"en": "=1+1"}


def test_an_answer_of_a_service_as_json(tmp_path: Path) -> None:
    (tmp_path / "a-en.json").write_text(json.dumps(NESTED), "utf-8")
    received = receive(tmp_path / "a-en.json", ASKED)
    graph = new_from(received).graph
    (service,) = graph.all(lg.Service)
    assert [offer.at for offer in service.offered] == [
        "organisation-marsh-library",
        "branch-town-hall",
    ]
    assert service.subjects == ("subject-reading",)
    (branch,) = graph.all(lg.Branch)
    assert (branch.street, str(branch.latitude)) == ("1 High Street", "52.5")
    (library,) = graph.all(lg.Organisation)
    assert [one.value for one in library.contacts] == ["+44 1632 960003"]
    assert left(received) == {("contact", "it may be about a person"): 1}
    assert not received.whole, "of an answer it is not known whether it holds all"


# what cannot be read


def broken(folder: Path, file: str, content: str | bytes) -> Path:
    """A package in which one file is another."""
    package(folder, others())
    data = content.encode() if isinstance(content, str) else content
    (folder / file).write_bytes(data)
    return folder


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("services.csv", "name,status\na,b\n", "row 1: there is no column id; there is name"),
        ("services.csv", "id,name,name\n1,a,b\n", "row 1: the column name is there twice"),
        ("services.csv", "id,name\n1,a,b\n", "row 2: 3 cells, but the table has 2 columns"),
        ("services.csv", 'id,name\n1,"a"b\n', "row 2: "),
        ("services.csv", b"id,name\n1,\xe4\n", "byte 11 is not UTF-8"),
        ("services.csv", b"id,name\n1,\0\n", "it is no text"),
        ("services.csv", "id,name\n,a\n", "row 2.id: it is missing"),
        ("services.csv", "id,name\n1,a\n1,b\n", "row 3.id: 1 is there twice"),
        ("locations.csv", "id,latitude,name,organization_id\n1,x,a,o2\n", "a number belongs here"),
        ("organizations.csv", "id,name\n", "there is no organization in it"),
        ("datapackage.json", "{", "this is not JSON"),
        ("datapackage.json", "[]", "an object belongs here"),
        (
            "datapackage.json",
            '{"resources": [{"name": "service", "path": "../../etc/passwd"}]}',
            "leads out of the package",
        ),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(
    tmp_path: Path, file: str, content: str | bytes, says: str
) -> None:
    with pytest.raises(ExchangeError) as told:
        receive(broken(tmp_path / "marsh-en", file, content), ASKED)
    assert says in " ".join(map(str, told.value.args)).replace("organisation", "organization")


def test_a_table_that_is_none_of_hsds_is_counted(tmp_path: Path) -> None:
    folder = broken(tmp_path / "marsh-en", "dogs.csv", "id,name\n1,Rex\n2,Fido\n")
    found = left(receive(folder, ASKED))
    assert found["dogs.csv", "it is no table of HSDS"] == 2


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return path


def test_a_zip_that_would_burst_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lumme_graph.exchange.hsds.files.MOST_BYTES", 1 << 20)
    bomb = zipped(tmp_path / "b.zip", {"services.csv": b"id\n" + b"1" * (2 << 20)})
    assert bomb.stat().st_size < 10_000
    with pytest.raises(ExchangeError, match=r"b\.zip: services\.csv unpacks to more than 1 MiB"):
        receive(bomb, ASKED)


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"../services.csv": b"id\n"}, "leads out of the zip"),
        ({"/services.csv": b"id\n"}, "leads out of the zip"),
        ({f"{n}/services.csv": b"id\n" for n in range(501)}, "501 files are in it"),
    ],
)
def test_a_zip_that_no_package_is(tmp_path: Path, files: dict[str, bytes], says: str) -> None:
    with pytest.raises(ExchangeError, match=says):
        receive(zipped(tmp_path / "z.zip", files), ASKED)


def test_a_zip_that_unpacks_to_far_more_than_it_takes_is_not_read(tmp_path: Path) -> None:
    bomb = zipped(
        tmp_path / "z.zip",
        {"organizations.csv": b"id\na\n", "services.csv": b"id\n" + b"1\n" * (2 << 20)},
    )
    with pytest.raises(ExchangeError, match=r"services\.csv unpacks to far more than it takes"):
        receive(bomb, ASKED)


def test_a_table_of_more_rows_than_a_directory_has_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lumme_graph.exchange.hsds.csv_rows.MOST_ROWS", 2)
    rows = b"id,name\na,A\nb,B\nc,C\n"
    with pytest.raises(ExchangeError, match="has more than 2 rows, which are not read"):
        receive(
            zipped(tmp_path / "z.zip", {"organizations.csv": rows, "services.csv": rows}), ASKED
        )


def test_a_damaged_zip(tmp_path: Path) -> None:
    lg.export(lake(), tmp_path / "l.zip")
    data = bytearray((tmp_path / "l.zip").read_bytes())
    data[60:90] = b"\0" * 30
    (tmp_path / "l.zip").write_bytes(data)
    with pytest.raises(ExchangeError, match=r"the zip is damaged .*; fetch it again"):
        receive(tmp_path / "l.zip", ASKED)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = package(tmp_path / "marsh-en", others())
    (tmp_path / "secret.csv").write_text("id\n", "utf-8")
    (folder / "programs.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(ExchangeError, match="this link leads out of the folder"):
        receive(folder, ASKED)


def test_a_folder_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(ExchangeError, match="this is a folder, and no format that is read here"):
        receive(tmp_path / "a", ASKED)


# a second download


def texts(model: Path) -> dict[str, str]:
    return {file.name: file.read_text("utf-8") for file in sorted(model.rglob("*.yaml"))}


def test_the_same_package_again_changes_nothing(tmp_path: Path) -> None:
    """A network that was told of when the model began stays one, also where it is not told again."""
    folder = package(tmp_path / "marsh-en", others())
    new_from(receive(folder, ImportOptions(network="o1", day=DAY))).save(tmp_path / "m")
    before = texts(tmp_path / "m")
    for asked in (ImportOptions(network="o1", day=DAY), ASKED):
        done = lg.update(tmp_path / "m", receive(folder, asked))
        assert (done.files, done.conflicts, done.missing) == ((), (), ())
    assert texts(tmp_path / "m") == before


def test_our_own_package_again_changes_nothing(back: StartedModel, tmp_path: Path) -> None:
    back.save(tmp_path / "m")
    lg.export(lake(), tmp_path / "lake", "hsds")
    before = texts(tmp_path / "m")
    assert lg.update(tmp_path / "m", receive(tmp_path / "lake")).files == ()
    assert texts(tmp_path / "m") == before


def test_a_new_package_changes_what_changed_in_it_alone(tmp_path: Path) -> None:
    new_from(receive(package(tmp_path / "a-en", others()), ASKED)).save(tmp_path / "m")
    lg.edit(tmp_path / "m").set("service-story-time", "description.en", "Stories, ours.")
    later = others()
    later["services"][0]["eligibility_description"] = "Up to seven years"
    del later["service_at_location"]
    later["locations"][0]["organization_id"] = "o2"
    later["services"][1]["status"] = "active"
    asked = ImportOptions(day=date(2026, 10, 1))
    done = lg.update(tmp_path / "m", receive(package(tmp_path / "b-en", later), asked))
    assert done.conflicts == ()
    graph = lg.load(tmp_path / "m")
    service = graph[lg.Service, "service-story-time"]
    assert service.description == {"en": "Stories, ours."}
    assert service.conditions == {"en": "Up to seven years"}
    assert [(offer.at, str(offer.to) if offer.to else None) for offer in service.offered] == [
        ("organisation-marsh-library", None),
        ("branch-town-hall-library", "2026-09-01..2026-10-01"),
    ]
    archive = graph[lg.Service, "service-sound-archive"]
    assert [(offer.at, str(offer.from_)) for offer in archive.offered] == [
        ("organisation-marsh-library", "..2026-10-01")
    ]
