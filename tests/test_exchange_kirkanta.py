"""A network from the library directory: what is taken, on what it stands, and what is not taken."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import kirkanta_samples as samples
import pytest
from running import lumme
from saying import words_of

import lumme_graph as lg
from lumme_graph.base.error import UnknownNameError
from lumme_graph.exchange.asked import ImportOptions
from lumme_graph.exchange.draft import Received
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.formats import receive
from lumme_graph.exchange.start import StartedModel, new_from

DAY = date(2026, 9, 1)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> StartedModel:
    """The first download in three languages as a model."""
    return new_from(receive(samples.downloads(tmp_path_factory.mktemp("first"))))


def one_answer(folder: Path, *items: dict[str, object], name: str = "fi.json") -> Received:
    """What a file with these libraries says."""
    return receive(samples.write(folder, name, samples.answer(items, "fi")), ImportOptions(day=DAY))


def left(started: StartedModel) -> dict[tuple[str, str], int]:
    return {(row.field, words_of(row.why)): row.times for row in started.left}


def test_the_network_its_libraries_and_places(started: StartedModel) -> None:
    graph = started.graph
    network = graph[lg.Organisation, "organisation-usva"]
    assert network.name == {
        "fi": "Usva-kirjastot",
        "sv": "Usva-biblioteken",
        "en": "Usva Libraries",
    }
    assert network.description == {"fi": "Viisi kuntaa, yksi kirjasto."}
    assert graph.settings.network == network.ref
    assert [library.id for library in lg.libraries(graph, DAY)] == [
        "organisation-kivisalo",
        "organisation-hallaranta",
        "organisation-honkalahti",
        "organisation-tervaniemi",
        "organisation-saunasaari",
    ]
    assert (len(graph.all(lg.Branch)), len(graph.all(lg.Vehicle))) == (20, 2)
    assert graph.settings.country == ("FI",)
    assert graph.settings.as_of == DAY
    assert graph.settings.languages.all == ("fi", "sv", "en")


def test_a_branch_in_full(started: StartedModel) -> None:
    branch = started.graph[lg.Branch, "branch-hallarannan-kirjasto"]
    assert branch.name == {
        "fi": "Hallarannan kirjasto",
        "sv": "Froststrands bibliotek",
        "en": "Hallaranta Library",
    }
    assert branch.organisation == "organisation-hallaranta"
    assert branch.municipality == "municipality-hallaranta"
    assert branch.type == lg.BranchType.MAIN
    assert (branch.street, branch.postal_code, branch.city) == ("Kirjatie 7", "90702", "Hallaranta")
    assert (branch.latitude, branch.longitude) == (Decimal("61.109375"), Decimal("27.5"))
    assert [(one.scheme, one.value) for one in branch.identifiers] == [("directory", "80007")]
    assert [(one.type.value, one.value) for one in branch.contacts] == [
        ("phone", "020 000 0000"),
        ("email", "hallaranta.kirjasto@usva.example"),
        ("web", "https://usva.example/hallarannan-kirjasto"),
    ]
    assert [one.name for one in branch.listed] == [
        "Asiakastietokone",
        "Kotipalvelu",
        "Langaton verkko",
        "Satutunti",
        "Tulostus",
    ]
    assert branch.standing is lg.Standing.SOURCED
    assert branch.sources == ("source-kirkanta",)
    source = started.graph[lg.Source, "source-kirkanta"]
    assert str(source.published) == "2026-09-01"
    assert source.where == ", ".join(f"usva-{lang}-2026-09-01.json" for lang in ("en", "fi", "sv"))


def test_a_text_equal_to_the_finnish_one_is_no_translation(started: StartedModel) -> None:
    graph = started.graph
    assert graph[lg.Branch, "branch-ahjon-kirjasto"].name == {"fi": "Ahjon kirjasto"}
    assert graph[lg.Service, "service-soitinlainaamo"].name == {"fi": "Soitinlainaamo"}
    assert graph[lg.Service, "service-kokoustila"].name == {
        "fi": "Kokoustila",
        "en": "Meeting room",
    }


def test_only_and_main_libraries(started: StartedModel) -> None:
    types = {one.id: one.type.value for one in started.graph.all(lg.Branch)}
    assert types["branch-saunasaaren-kirjasto"] == "only"
    assert [id_ for id_, type_ in types.items() if type_ == "main"] == [
        "branch-kivisalon-paakirjasto",
        "branch-hallarannan-kirjasto",
        "branch-honkalahden-kirjasto",
        "branch-tervaniemen-kirjasto",
    ]


def test_a_listed_service_is_a_yes_and_nothing_is_a_no(started: StartedModel) -> None:
    service = started.graph[lg.Service, "service-kotipalvelu"]
    assert [(one.at, one.is_.value, str(one.from_)) for one in service.offered] == [
        ("branch-kivisalon-paakirjasto", "yes", "..2026-09-01"),
        ("branch-hallarannan-kirjasto", "yes", "..2026-09-01"),
        ("branch-honkalahden-kirjasto", "yes", "..2026-09-01"),
        ("vehicle-kirjastoauto-hilla", "yes", "..2026-09-01"),
    ]
    every = [one.is_ for item in started.graph.all(lg.Service) for one in item.offered]
    assert {*every} == {lg.YesNo.YES}
    assert len(every) == 55


def test_the_local_name_of_a_service_is_what_the_directory_lists(started: StartedModel) -> None:
    graph = started.graph
    listed = [one.name for one in graph[lg.Branch, "branch-kivisalon-paakirjasto"].listed]
    assert "Paja Kipinä" in listed
    assert "3D-tulostus" not in listed
    assert graph[lg.Service, "service-3d-tulostus"].name["fi"] == "3D-tulostus"


def test_no_person_and_no_number_or_address_of_one_is_taken(started: StartedModel) -> None:
    found = left(started)
    assert found["library.persons", "it may be about a person"] == 22
    assert found["library.services.phoneNumber", "it may be about a person"] == 1
    text = "".join(repr(element) for element in started.graph) + started.memory
    for personal in ("Maija", "maija", "050 000 0001"):
        assert personal not in text


def test_what_is_not_taken_is_counted_once_with_its_reason(started: StartedModel) -> None:
    assert left(started) == {
        (
            "library",
            "a library of the type polytechnic is no branch of a municipality's library",
        ): 1,
        ("library", "a home service is a service, not a place to visit"): 1,
        ("library.persons", "it may be about a person"): 22,
        ("library.schedules", "the model has no opening hours: they stay in the directory"): 22,
        ("library.description", "the model has no place for it"): 22,
        ("library.founded", "the model has no place for it"): 22,
        ("library.created", "the model has no place for it"): 22,
        ("library.modified", "the model has no place for it"): 22,
        ("library.address", "the model keeps it in one language"): 11,
        ("library.primaryContactInfo", "the model keeps it in one language"): 11,
        ("library.address", "a vehicle has no address"): 3,
        ("library.primaryContactInfo", "a vehicle has no address"): 3,
        ("library.services.type", "the model has no place for it"): 55,
        ("library.services.forLoan", "the model has no place for it"): 55,
        (
            "library.services.description",
            "it is of one library alone; the model describes the service as a whole",
        ): 9,
        (
            "library.services.price",
            "it is of one library alone; the model describes the service as a whole",
        ): 9,
        ("library.services.phoneNumber", "it may be about a person"): 1,
    }


def test_the_model_is_checked_at_once(started: StartedModel, tmp_path: Path) -> None:
    started.save(tmp_path / "usva")
    graph, findings = lg.read(tmp_path / "usva")
    assert findings == ()
    assert list(graph) == list(started.graph)
    codes = {one.code: one.severity for one in lg.check(graph)}
    assert codes == {"LG201": "warning", "LG602": "warning", "LG603": "warning"}


def test_the_form_of_the_documentation_gives_the_same(tmp_path: Path) -> None:
    """`result` and `references` there, `items` and `refs` in the server."""
    items = samples.libraries("fi")
    served = samples.write(tmp_path, "served.json", samples.answer(items, "fi"))
    documented = samples.write(tmp_path, "documented.json", samples.documented(items, "fi"))
    asked = ImportOptions(day=DAY)
    assert receive(served, asked).drafts == receive(documented, asked).drafts


def test_a_file_without_a_language_is_finnish_and_that_is_said(tmp_path: Path) -> None:
    file = samples.write(tmp_path, "libraries.json", samples.answer(samples.libraries("fi"), "fi"))
    received = receive(file, ImportOptions(day=DAY))
    assert received.languages == ("fi",)
    assert [words_of(note) for note in received.notes] == [
        "libraries.json does not say its language; it was taken as Finnish, the directory's own"
    ]


def test_two_files_of_one_language_that_differ_are_refused(tmp_path: Path) -> None:
    for lang in ("fi", "en"):
        items = samples.libraries(lang)[6:7]
        samples.write(tmp_path, f"{'ab'[lang == 'en']}.json", samples.answer(items, lang))
    with pytest.raises(ExchangeError, match=r"say their languages: fi=a\.json,en=b\.json"):
        receive([tmp_path / "a.json", tmp_path / "b.json"])
    both = receive(f"fi={tmp_path / 'a.json'},en={tmp_path / 'b.json'}")
    assert both.languages == ("fi", "en")


def test_part_of_the_libraries_is_said_to_be_a_part(tmp_path: Path) -> None:
    """The service answers ten at a time unless it is asked for more."""
    data = samples.answer(samples.libraries("fi")[:10], "fi") | {"total": 22}
    received = receive(samples.write(tmp_path, "fi.json", data), ImportOptions(day=DAY))
    assert not received.whole
    assert "only 10 of 22 libraries are in the files: fetch them all with limit=22" in [
        words_of(note) for note in received.notes
    ]


def test_pages_are_read_together(tmp_path: Path) -> None:
    items = samples.libraries("fi")
    pages = [items[:10], items[10:20], items[20:]]
    files = [
        samples.write(tmp_path, f"fi-{n}.json", samples.answer(page, "fi") | {"total": len(items)})
        for n, page in enumerate(pages)
    ]
    received = receive(files, ImportOptions(day=DAY))
    assert received.whole
    assert len([draft for draft in received.drafts if draft.cls is lg.Branch]) == 20


def test_of_several_consortiums_one_must_be_meant(tmp_path: Path) -> None:
    items = samples.libraries("fi")[:4]
    data = samples.answer(items, "fi")
    items[3]["consortium"] = 9002
    data["refs"]["consortium"]["9002"] = {"id": 9002, "slug": "tuuli", "name": "Tuuli-kirjastot"}
    file = samples.write(tmp_path, "fi.json", data)
    with pytest.raises(
        ExchangeError, match=r"9001 Usva-kirjastot \(3\), 9002 Tuuli.*--network 9001"
    ):
        receive(file)
    tuuli = receive(file, ImportOptions(network="tuuli-kirjastot", day=DAY))
    assert [draft.key.value for draft in tuuli.drafts if draft.cls is lg.Branch] == ["80004"]
    with pytest.raises(ExchangeError, match="did you mean Tuuli-kirjastot"):
        receive(file, ImportOptions(network="Tuulikirjastot"))


def test_what_no_model_could_be_made_with_is_refused() -> None:
    with pytest.raises(lg.KnownError, match="Finland is no country by ISO 3166-1; did you mean FI"):
        ImportOptions(country="Finland")
    with pytest.raises(lg.KnownError, match="english is not a language tag"):
        ImportOptions(languages=("english",))
    with pytest.raises(lg.KnownError, match="the language fi is named twice"):
        ImportOptions(languages=("fi", "FI"))


def test_one_city_alone(tmp_path: Path) -> None:
    file = samples.write(tmp_path, "fi.json", samples.answer(samples.libraries("fi"), "fi"))
    received = receive(file, ImportOptions(only=("Saunasaari",), day=DAY))
    assert [draft.key.value for draft in received.drafts if draft.cls is lg.Branch] == ["80020"]
    assert not received.whole
    with pytest.raises(ExchangeError, match="did you mean Saunasaari"):
        receive(file, ImportOptions(only=("Sauna-saari",)))


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        ("kirjasto@usva.example", True),
        ("kirjasto.kivisalo@usva.example", True),
        ("maija.meikalainen@usva.example", False),
        ("mm@usva.example", False),
    ],
)
def test_only_a_desk_has_an_address(tmp_path: Path, address: str, taken: bool) -> None:
    item = samples.libraries("fi")[0]
    item["primaryContactInfo"]["email"] = {"name": "Kirjasto", "email": address}
    received = one_answer(tmp_path, item)
    branch = next(draft for draft in received.drafts if draft.cls is lg.Branch)
    values = {one["value"] for one in branch.fields["contacts"]}
    assert (address in values) is taken
    assert ("library.primaryContactInfo.email.email" in {row.field for row in received.left}) is (
        not taken
    )


def test_wrong_types_are_told_with_their_paths(tmp_path: Path) -> None:
    first, second = samples.libraries("fi")[:2]
    first["address"]["zipcode"] = ["90701"]
    first["coordinates"]["lat"] = "north"
    second["services"] = {"5001": {}}
    second["name"] = 7
    with pytest.raises(ExchangeError) as refused:
        one_answer(tmp_path, first, second)
    assert str(refused.value).splitlines() == [
        "fi.json: items[1].services: a list belongs here, not an object",
        "fi.json: items[0].address.zipcode: a text belongs here, not a list",
        "fi.json: items[0].coordinates.lat: a number belongs here, not 'north'",
    ]


def test_what_a_model_cannot_hold_is_left_out_and_said(tmp_path: Path) -> None:
    item = samples.libraries("fi")[0]
    item["coordinates"] = {"lat": 961.5, "lon": 27.5}
    item["primaryContactInfo"]["homepage"]["url"] = "javascript:alert(1)"
    begun = new_from(one_answer(tmp_path, item))
    branch = begun.graph[lg.Branch, "branch-kivisalon-paakirjasto"]
    assert (branch.latitude, branch.longitude) == (None, Decimal("27.5"))
    assert [one.type.value for one in branch.contacts] == ["phone", "email"]
    reasons = {row.field: words_of(row.why) for row in begun.left}
    assert reasons["branch.latitude"].startswith("a model cannot hold it: ")
    assert reasons["library.primaryContactInfo.homepage.url"] == "it is no https or http address"


BROKEN = [
    (b"", r"x\.json: it is empty; fetch it again"),
    (b"<!DOCTYPE html><html>Bad gateway</html>", r"x\.json: this is a web page \(HTML\)"),
    (b"<?xml version='1.0'?><libraries/>", r"x\.json: this is XML"),
    (b"PK\x03\x04....", r"x\.json: this is a zip file or a spreadsheet"),
    (b'{"type": "library",\n "items": [}', r"x\.json:2:12: this is not JSON"),
    (b"[" * 100_000, r"x\.json:1:\d+: this is not JSON: recursion limit exceeded"),
    (b'{"type": "library", "items": NaN}', r"x\.json:1:\d+: this is not JSON"),
    ('{"type": "library", "ä": 1}'.encode("cp1252"), r"x\.json: byte 22 is not UTF-8"),
    (b'{"@context": {}, "@graph": []}', r"this is JSON-LD: lumme import "),
    (b'{"organizations": [], "meta": 1}', r"at its top is organizations, meta"),
    (b'{"type": "library", "items": []}', "there is no library in it"),
    (b'{"type": "library", "items": ["a"]}', r"items\[0\]: an object belongs here, not a text"),
    (b'{"type": "library", "items": [{"name": "a"}]}', r"items\[0\]\.id: it is missing"),
]


@pytest.mark.parametrize(("data", "said"), BROKEN, ids=[said for _, said in BROKEN])
def test_other_files_are_refused_in_clear_words(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(data)
    with pytest.raises(ExchangeError, match=said):
        receive(file)


def test_a_missing_file_and_one_named_twice(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"none\.json cannot be read: No such file"):
        receive(tmp_path / "none.json")
    file = samples.write(tmp_path, "a.json", samples.answer(samples.libraries("fi"), "fi"))
    with pytest.raises(ExchangeError, match=r"a\.json is named twice"):
        receive([file, file])
    with pytest.raises(UnknownNameError, match="there is no format kirkant; did you mean kirkanta"):
        receive(file, format="kirkant")


def test_the_day_is_said_else_named_else_that_of_saving(tmp_path: Path) -> None:
    data = samples.answer(samples.libraries("fi")[:1], "fi")
    named = samples.write(tmp_path, "fi-20260902.json", data)
    assert receive(named).day == date(2026, 9, 2)
    assert receive(named, ImportOptions(day=DAY)).day == DAY
    plain = samples.write(tmp_path, "fi.json", data)
    received = receive(plain)
    assert received.day == datetime.fromtimestamp(plain.stat().st_mtime).astimezone().date()
    assert words_of(received.notes[-1]).startswith("the files do not say of which day they are")


def test_the_same_files_make_the_same_model(tmp_path: Path) -> None:
    files = samples.downloads(tmp_path)
    once, again = new_from(receive(files)), new_from(receive(list(reversed(files))))
    assert list(once.graph) == list(again.graph)
    assert json.loads(once.memory) == json.loads(again.memory)


def test_a_text_that_says_how_to_reach_a_person_is_left_out_everywhere(tmp_path: Path) -> None:
    """Out of the model, and out of what is kept for the next time."""
    data = samples.answer(samples.libraries("fi")[:1], "fi")
    data["refs"]["consortium"]["9001"]["description"] = "<p>Soita Maijalle: 040 123 4567.</p>"
    begun = new_from(receive(samples.write(tmp_path, "fi.json", data), ImportOptions(day=DAY)))
    assert begun.graph[lg.Organisation, "organisation-usva"].description is None
    assert "040 123 4567" not in begun.memory
    assert left(begun)["organisation.description", "it may be about a person"] == 1


def test_the_files_of_the_examples_are_these_samples() -> None:
    """Written anew by hand with `samples.shipped()` where they are changed on purpose."""
    folder = Path(__file__).parents[1] / "examples" / "kirkanta"
    there = {file.name: file.read_text("utf-8") for file in folder.glob("*.json")}
    assert there == samples.shipped()


@pytest.mark.parametrize("name", [None, "", "   ", "a\u0007b"])
def test_a_library_without_a_name_leaves_no_trace(tmp_path: Path, name: str | None) -> None:
    """Nothing refers to it: neither its services nor its network."""
    first, second = samples.libraries("fi")[:2]
    first["name"] = name
    begun = new_from(one_answer(tmp_path, first, second))
    begun.save(tmp_path / "mine")
    graph, findings = lg.read(tmp_path / "mine")
    assert findings == ()
    assert [one.id for one in graph.all(lg.Branch)] == ["branch-ahjon-kirjasto"]
    assert ("branch", "a model cannot hold it without more") in left(begun)


def test_a_network_without_a_name_is_no_network(tmp_path: Path) -> None:
    data = samples.answer(samples.libraries("fi")[:2], "fi")
    del data["refs"]
    file = samples.write(tmp_path, "fi.json", data)
    begun = new_from(receive(file, ImportOptions(day=DAY)))
    assert begun.graph.settings.network is None
    assert begun.graph[lg.Organisation, "organisation-kivisalo"].memberships == ()
    assert any("say its name with --name" in line for line in begun.said())
    named = new_from(receive(file, ImportOptions(day=DAY, name="Usva")))
    assert named.graph.settings.network == "organisation-usva"


def test_strange_words_are_words_and_ids_stay_short(tmp_path: Path) -> None:
    first, second, third = samples.libraries("fi")[:3]
    first |= {"name": '=HYPERLINK("http://x")', "slug": "../../etc/passwd"}
    second |= {"slug": "y" * 5000}
    third |= {"slug": "../../etc/passwd"}
    begun = new_from(one_answer(tmp_path, first, second, third))
    assert {one.id: one.name["fi"] for one in begun.graph.all(lg.Branch)} == {
        "branch-etc-passwd": '=HYPERLINK("http://x")',
        f"branch-{'y' * 60}": "Ahjon kirjasto",
        "branch-etc-passwd-80003": "Myllykosken kirjasto",
    }


def test_import_says_which_command_takes_it(tmp_path: Path) -> None:
    file = samples.write(tmp_path, "fi.json", samples.answer(samples.libraries("fi")[:2], "fi"))
    run = lumme("import", file, "-o", "mine", cwd=tmp_path)
    assert run.code == 2
    assert (
        f"is no RDF but Kirkanta, the library directory of Finland: lumme new mine --from {file}"
        in (run.err)
    )


def test_contacts_may_be_plain_texts(tmp_path: Path) -> None:
    """What the documentation only names may be told either way."""
    item = samples.libraries("fi")[0]
    item["primaryContactInfo"] = {
        "phone": "020 000 0000",
        "email": "kirjasto@usva.example",
        "homepage": "https://usva.example",
    }
    branch = new_from(one_answer(tmp_path, item)).graph[lg.Branch, "branch-kivisalon-paakirjasto"]
    assert [one.value for one in branch.contacts] == [
        "020 000 0000",
        "kirjasto@usva.example",
        "https://usva.example",
    ]
