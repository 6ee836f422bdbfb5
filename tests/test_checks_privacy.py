"""Planted phone numbers, addresses and names are found wherever they stand; look-alikes are not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from saying import words_of

from lumme_graph.analysis.privacy.names import CAPITALS
from lumme_graph.base.finding import Finding
from lumme_graph.checks.check import check
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.countries import countries
from lumme_graph.graph.read import read
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.questions.ask import ask

LUMME = Path(__file__).parents[1] / "models" / "lumme"
PRIVATE = ("LG801", "LG802", "LG803")

PHONES = [
    "Soita 041 234 5678.",
    "015 194 2200",
    "0412345678",
    "+358 41 2345678",
    "+358 (0)41 234 5678",
    "+358-41-234-5678",
    "+358412345678",
    "00358 41 234 5678",
    "358 41 234 5678",
    "041-234 5678",
    "041\N{EN DASH}234 5678",
    "041.234.5678",
    "041\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}5678",
    "(015) 194 2200",
    "015/194 2200",
    "puh. 015-1942200, ark. 9–15",
    "puh:0151942200",
    "tel:+358412345678",
    "Avoinna 9.00–17.00, puh. 0400 123456",
    "1.4.2018 alkaen 044 794 5000",
    "Ring +46 70 123 45 67 på kvällen",
    "Y-tunnus 0165116-3, puhelin 050 3112 233",
    "Kysy numerosta 09 310 85000!",
    "029 553 9500 (suora)",
    "040 123 4567 24 hours",
    "040 123 4567 12 EUR",
    "24 h: 12 040 123 4567",
    "040\t123 4567",
    "040\u202f123\u202f4567",
    "040\u00a0123\u00a04567",
    "040 123\n4567",
    "04\u00ad0 123 \u200b4567",
    "wa.me/358401234567",
    "https://wa.me/358401234567",
    "[chat](https://wa.me/358401234567)",
    "[ring](tel:040-1234567)",
    "**040** 123 4567",
    "_040_ `123` 4567",
    "<b>040</b>&nbsp;123 4567",
    "&#48;40 123 4567",
    "[040](https://example.org/) 123 4567",
    "- 040 123 4567\n- toinen",
]
FOREIGN = [
    ("GB", "Ffoniwch 01970 612345", "+44197…"),
    ("GB", "(01970) 612345, Mon–Fri", "+44197…"),
    ("GB", "020 7946 0958", "+44207…"),
    ("CH", "061 267 81 81", "+4161…"),
    ("FR", "03 88 43 60 00", "+3338…"),
    ("DE", "0761/201-2207", "+4976…"),
    ("NO", "22 82 88 00", "+472…"),
    ("ES", "912 345 678", "+3491…"),
    ("US", "(212) 736-5000", "+1212…"),
]
EMAILS = [
    "maija.meikalainen@example.org",
    "Kirjoita: m.meikalainen@example.org.",
    "maija@example.org",
    "mailto:maija.meikalainen@example.org",
    "<maija_meikalainen@kirjasto.example.org>",
    "maija.meikalainen(at)example.org",
    "maija.meikalainen [at] example.org",
    "maija.meikäläinen@example.org",
    "MAIJA.MEIKALAINEN@EXAMPLE.ORG",
    "maija.meikalainen+kirjasto@example.org",
    "maija.meikalainen(AT)example.org",
    "maija.meikalainen ( at ) example.org",
    "maija.meikalainen {at} example [dot] org",
    "maija.**meikalainen**@example.org",
    "maija.meikalainen&#64;example.org",
    "[kirjoita](mailto:maija.meikalainen@example.org)",
]
NAMES = [
    "Yhteyshenkilö Maija Meikäläinen",
    "Maija Meikäläisen suunnittelema",
    "Meikäläinen, Maija",
    "Anna-Liisa Virtanen luki ääneen.",
    "Varaus tehdään Anna Virtaselle",
    "Eija Koski",
    "contact Matti M. Mallikas",
    "Enligt Gunilla Andersson",
    "Åsa von Stråle ledde mötet",
    "a talk by Mary Smith",
    "Toivo Mäkelä kertoo",
    "Kaarlo-Uolevi Toivonen",
    "Terttu Hakkarainen johti ryhmää",
    "MAIJA MEIKÄLÄINEN",
    "Yhteyshenkilö **Maija** Meikäläinen",
    "Maija\u00a0Meikäläinen",
    "Maija\nMeikäläinen",
    "Cysylltwch â Mair Jones",
    "gyda Siân ap Gwilym",
    "Sia\u0302n Evans",
    "Jürgen Beispiel leitet den Kreis",
    "Frank Müller liest vor",
    "avec Françoise Exemple",
    "JEAN-PIERRE EXEMPLE",
    "Kysy: Maija  Meikäläinen",
    "Ryhmä:\n    Maija\n    Meikäläinen",
    "```text\nRyhmä   Maija Meikäläinen\n```",
]
INNOCENT = [
    "Suljettu 1.1.2018–31.12.2019",
    "01.01.2018 ja 02.02.2019",
    "01/04/2018 – 31/12/2019",
    "2018-04-01",
    "2019-12-31T09:00",
    "Avoinna 09.00–17.00, la 10.00–14.00",
    "klo 08:00-20:00",
    "Y-tunnus 0165116-3",
    "0173416-1",
    "ISIL FI-Mm, FI-Vark",
    "00100 Helsinki ja 50100 Mikkeli",
    "Avustus 33 700 €, oma 8 500 €, yhteensä 42 200 €",
    "EUR 25 000.00",
    "74 %, 0,5–1,5 %",
    "61.6886, 27.2723",
    "N 0.6169000 E 0.2727000",
    "382 000 euroa vuosina 2018–2020",
    "ISBN 0-19-852663-6",
    "ISBN 978-951-1-23456-7",
    "https://yle.fi/uutiset/0412345678",
    "yle.fi/uutiset/3-12104067",
    "hakemiston tunniste 86784, kuntanumero 491",
    "viikko 35/2020, 60 kirjastoa 24 päivässä, 128 henkeä",
    "Palvelunumero 0800 147111 on maksuton.",
    "Nouto 7 päivän kuluessa, 5 uusintaa, 28 päivää",
    "kirjasto@example.org",
    "kaukopalvelu.kirjasto@example.org",
    "etunimi.sukunimi@example.org",
    "firstname.lastname@example.org",
    "info@example.org ja asiakaspalvelu@example.org",
    "Raili Kostian tie 5",
    "Eliel Saarisen tiellä",
    "Urho Kekkosen katu 4–6",
    "kirja-auto Mirja ja kirjastoauto Jasso Toenperä",
    "Kirja-auto Mirja Mikkelissä",
    "Anna Palautetta Kirjastolle",
    "Anna Mikkelin kirjastolle palautetta",
    "Satu Kirjastossa, Ilta Museossa",
    "Savonlinnan Käkriäinen ja Pieksämäen Rietrikki",
    "Joroinen, Juva ja Rantasalmi; Kirjasto Joroinen",
    "Mikkelin Setlementti ry, Kuopion kaupunginkirjasto",
    "Itä-Suomen Aluehallintovirasto",
    "Lumme-Finna, Koha-Suomi, Library Path",
    "Open Library Day in Saint Michel",
    "IBAN FI49 5000 0420 0287 30",
    "verkkolaskuosoite 003725123456",
    "04/2018–2019",
    "Dnro 0512/2019",
    "978-951-1-23456-7",
    "Palaa 0,30 € / 0.30 EUR / 120 000 000 EUR",
    "Rue Jean Jaurès 5",
    "Karl Marx Straße, Albert Schweitzer Platz",
    "Heol Dewi Jones",
    "EU:n SUOMEN KIRJASTO",
    "Auki Hilla\n\nMitä kirjoittaa seuraavaksi",
    "```text\nLainaaminen   Ensimmäinen laina\nHilla\nKarpalo\n```",
    "https://example.org/040/1234567",
]
INNOCENT_ABROAD = [
    ("GB", "Aberystwyth SY23 2AX, 12/04/2024 to 13/05/2024"),
    ("GB", "Open 09:30-17:00, £25 000.00 of 1 200 500 GBP"),
    ("GB", "0800 123 4567 is free"),
    ("GB", "GB29 NWBK 6016 1331 9268 19"),
    ("CH", "4051 Basel, CHF 12 345 678, 01.02.2024"),
    ("FR", "67000 Strasbourg 2024-2025"),
    ("NO", "2018–2019, 2018-2019, kr 22 000 000"),
    ("DE", "DE89 3704 0044 0532 0130 00"),
    ("SE", "2024-05-01--2024-06-30"),
]


def graph_of(*elements: dict[str, Any], **settings: Any) -> ServiceGraph:
    made = [KINDS[one["id"].partition("-")[0]].model_validate(one) for one in elements]
    return ServiceGraph(
        made, Settings.model_validate({"as_of": "2026-08-22", "country": "FI", **settings})
    )


def private(graph: ServiceGraph) -> list[Finding]:
    return [finding for finding in check(graph) if finding.code in PRIVATE]


def codes(graph: ServiceGraph) -> set[str]:
    return {finding.code for finding in private(graph)}


def service(words: str) -> dict[str, Any]:
    return {"id": "service-a", "name": {"fi": "A"}, "description": {"fi": words}}


PLACES = [
    {"id": "municipality-mikkeli", "name": {"fi": "Mikkeli"}},
    {"id": "municipality-joroinen", "name": {"fi": "Joroinen"}},
    {"id": "organisation-north", "name": {"fi": "Pohjoinen"}, "type": "library"},
    *(
        {
            "id": f"vehicle-{number}",
            "name": {"fi": name},
            "organisation": "organisation-north",
            "type": "bookmobile",
        }
        for number, name in enumerate(["Käkriäinen", "Mirja", "Jasso Toenperä", "Rietrikki"])
    ),
]


@pytest.mark.parametrize("words", PHONES)
def test_a_phone_number_is_found(words: str) -> None:
    assert codes(graph_of(*PLACES, service(words))) == {"LG801"}


@pytest.mark.parametrize(("country", "words", "shown"), FOREIGN)
def test_a_phone_number_of_the_models_country_is_found(
    country: str, words: str, shown: str
) -> None:
    findings = private(graph_of(service(words), country=country))
    assert [finding.code for finding in findings] == ["LG801"]
    said = findings[0].message("en")
    assert said.startswith(f"the phone number {shown.removesuffix('…')}")
    assert words not in said


@pytest.mark.parametrize(("country", "words"), INNOCENT_ABROAD)
def test_a_look_alike_in_another_country_is_left_alone(country: str, words: str) -> None:
    assert codes(graph_of(service(words), country=country)) == set()


def test_without_a_country_only_a_number_with_its_country_code_is_found() -> None:
    assert codes(graph_of(service("041 234 5678"), country=[])) == set()
    assert codes(graph_of(service("+358 41 234 5678"), country=[])) == {"LG801"}
    note = words_of(ask(graph_of(service("A"), country=[]), "personal-data").note)
    assert "phone numbers (only by their country code, since model.yaml names no" in note
    note = words_of(ask(graph_of(service("A"), country=["GB", "IE"]), "personal-data").note)
    assert "phone numbers (of GB, IE; of others by their country code)" in note
    assert note.endswith("; for nothing else.")


@pytest.mark.parametrize(
    "told",
    [
        {"identifiers": [{"scheme": "isil", "value": "GB-WlAbNL"}]},
        {"contacts": [{"type": "phone", "value": "+44 1970 632800"}]},
    ],
)
def test_a_library_tells_the_country_where_the_model_does_not(told: dict[str, Any]) -> None:
    library = {"id": "organisation-a", "name": {"cy": "A"}, "type": "library", **told}
    graph = graph_of(library, service("01970 612345"), country=[])
    assert countries(graph) == ("GB",)
    assert codes(graph) == {"LG801"}


def test_a_number_that_may_be_of_two_countries_is_the_librarys_own_if_one_of_them_is() -> None:
    phone = contact("phone", "+33 3 88 43 60 00")
    both = ["CH", "FR"]
    assert codes(graph_of(phone, service("03 88 43 60 00"), country=both)) == set()
    assert codes(graph_of(phone, service("03 88 43 60 01"), country=both)) == {"LG801"}


@pytest.mark.parametrize("words", EMAILS)
def test_a_persons_address_is_found(words: str) -> None:
    assert codes(graph_of(*PLACES, service(words))) == {"LG802"}


@pytest.mark.parametrize("words", NAMES)
def test_a_name_is_found(words: str) -> None:
    assert codes(graph_of(*PLACES, service(words))) == {"LG803"}


@pytest.mark.parametrize("words", INNOCENT)
def test_a_look_alike_is_left_alone(words: str) -> None:
    assert codes(graph_of(*PLACES, service(words))) == set()


def test_there_are_enough_of_both() -> None:
    assert len(PHONES) + len(EMAILS) + len(NAMES) >= 30
    assert len(INNOCENT) >= 30


def test_the_shipped_model_names_nobody() -> None:
    graph, _ = read(LUMME)
    assert private(graph) == []


PLANT = "Maija Meikäläinen, 041 234 5678, maija.meikalainen@example.org"
TEXT = {"fi": PLANT}
EVERYWHERE: list[dict[str, Any]] = [
    {"id": "service-a", "name": TEXT},
    {"id": "service-a", "name": {"fi": "A"}, "note": PLANT},
    {"id": "service-a", "name": {"fi": "A"}, "former_names": [{"name": TEXT}]},
    {"id": "service-a", "name": {"fi": "A"}, "facts": [{"key": "k", "value": PLANT}]},
    {"id": "service-a", "name": {"fi": "A"}, "derivation": TEXT},
    {"id": "source-a", "citation": PLANT, "type": "news"},
    {"id": "source-a", "citation": "A", "where": PLANT},
    {"id": "profile-a", "name": {"fi": "A"}, "relation": "user", "tasks": [TEXT]},
    {"id": "section-a", "name": {"fi": "A"}, "status": "draft", "body": TEXT},
    {
        "id": "path-a",
        "name": {"fi": "A"},
        "steps": [
            {"id": "a", "action": TEXT, "actor": {"kind": "customer"}, "lane": "customer"},
        ],
    },
    {"id": "service-a", "name": {"fi": "A"}, "suppress": [{"code": "LG603", "reason": PLANT}]},
    {"id": "branch-a", "name": TEXT, "organisation": "organisation-north", "type": "only"},
]


@pytest.mark.parametrize("element", EVERYWHERE, ids="-".join)
def test_every_text_is_looked_at(element: dict[str, Any]) -> None:
    """Names of places are not: they may be anybody's."""
    wanted = set(PRIVATE) - ({"LG803"} if element["id"] == "branch-a" else set())
    assert codes(graph_of(*PLACES, element)) >= wanted


def test_the_settings_are_looked_at_too() -> None:
    assert codes(graph_of(statement=TEXT)) == set(PRIVATE)


def test_the_finding_says_where_but_not_all_of_what(tmp_path: Path) -> None:
    (tmp_path / "model.yaml").write_text("as_of: 2026-08-22\ncountry: FI\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        f"- id: service-a\n  name: {{en: A}}\n  note: '{PLANT}'\n", encoding="utf-8"
    )
    graph, _ = read(tmp_path)
    findings = private(graph)
    assert [finding.place.line for finding in findings] == [3, 3, 3]
    said = " ".join(finding.message("en") for finding in findings)
    for part in ("5678", "maija.", "Meikäläinen"):
        assert part not in said


def contact(type_: str, value: str) -> dict[str, Any]:
    return {
        "id": "organisation-a",
        "name": {"fi": "Kirjasto"},
        "type": "library",
        "contacts": [{"type": type_, "value": value}],
    }


def test_an_organisations_own_number_and_address_may_be_told_anywhere() -> None:
    phone = contact("phone", "+358 15 194 2200")
    assert codes(graph_of(phone, service("Soita 015 194 2200 tai (015) 1942200"))) == set()
    assert codes(graph_of(phone, service("Soita 015 194 2201"))) == {"LG801"}
    email = contact("email", "pohjoinen@example.org")
    assert codes(graph_of(email, service("Kirjoita Pohjoinen@example.org"))) == set()
    assert codes(graph_of(email, service("Kirjoita toinen@example.org"))) == {"LG802"}


def test_a_persons_address_is_no_contact_of_an_organisation() -> None:
    assert codes(graph_of(contact("email", "maija.meikalainen@example.org"))) == {"LG802"}


@pytest.mark.parametrize("type_", ["book", "report", "article"])
def test_authors_stand_in_the_citation_of_a_published_work(type_: str) -> None:
    book = {"id": "source-a", "citation": "Meikäläinen, Maija 2012: Kirja", "type": type_}
    assert codes(graph_of(book)) == set()
    assert codes(graph_of({**book, "type": "web-page"})) == {"LG803"}
    assert codes(graph_of({**book, "note": "Maija Meikäläinen"})) == {"LG803"}


def test_street_addresses_and_vehicles_are_no_persons() -> None:
    branch = {
        "id": "branch-a",
        "name": {"fi": "A"},
        "organisation": "organisation-north",
        "type": "only",
        "street": "Maija Meikäläinen",
    }
    vehicle = {
        "id": "vehicle-a",
        "name": {"fi": "Maija Meikäläinen"},
        "organisation": "organisation-north",
        "type": "bookmobile",
    }
    told = service("Kirjastoauto Maija Meikäläinen pysähtyy torilla")
    assert codes(graph_of(*PLACES, branch, vehicle, told)) == set()


def test_a_name_is_accepted_with_a_reason_and_a_phone_number_elsewhere_is_not() -> None:
    accepted = {"suppress": [{"code": "LG803", "reason": "a figure in a book"}]}
    assert codes(graph_of({**service("Maija Meikäläinen"), **accepted})) == set()
    assert codes(graph_of({**service(PLANT), **accepted})) == {"LG801", "LG802"}


def test_a_plain_check_loads_neither_numbers_nor_forms() -> None:
    code = (
        "import sys; from lumme_graph.graph.read import read; from lumme_graph.checks.check import check\n"
        f"check(read({str(LUMME)!r})[0]); print(sys.modules.keys() & ['phonenumbers', 'babel'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == "set()\n"


def test_a_word_without_end_is_no_name() -> None:
    """Each place in it is looked at once: a quarter of a million letters take no longer to read."""
    assert list(CAPITALS.finditer("W" * 250_000)) == []
    assert CAPITALS.search("MAIJA VIRTANEN")
