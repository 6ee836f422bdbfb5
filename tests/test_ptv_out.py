"""The sheet to paste into PTV: each field with its length, nothing that the model does not say."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from running import lumme

import lumme_graph as lg
from lumme_graph.exchange.ptv.paste import ptv_sheet
from lumme_graph.views.paste import PasteBlock, PasteField, PasteSheet, as_read

LONG_NAME = "Kaukopalvelu " * 8
"""104 letters: four more than PTV takes."""

MODEL = """\
name: {fi: Saarikirjastot, sv: Öbiblioteken}
network: organisation-saaret
country: FI
languages: {required: [fi, sv], optional: [ru]}
as_of: 2026-09-01
statement: {fi: Keksitty malli., sv: En påhittad modell.}
"""

WHO = """\
- id: municipality-luoto
  name: {fi: Luoto, sv: Holmö}
- id: organisation-saaret
  name: {fi: Saarikirjastot, sv: Öbiblioteken}
  type: network
- id: organisation-luoto
  name: {fi: Luodon kirjasto, sv: Holmö bibliotek}
  type: library
  municipalities: [municipality-luoto]
  memberships: [{of: organisation-saaret}]
- id: organisation-riutta
  name: {fi: Riutan kirjasto, sv: Grynnans bibliotek}
  type: library
  memberships: [{of: organisation-saaret}]
- id: branch-luoto
  name: {fi: Luodon kirjasto, sv: Holmö bibliotek}
  organisation: organisation-luoto
  type: only
  municipality: municipality-luoto
  street: Rantatie 1
  postal_code: "00001"
  city: Luoto
  contacts:
    - {type: email, value: kirjasto@luoto.example}
- id: branch-suljettu
  name: {fi: Suljettu, sv: Stängd}
  organisation: organisation-riutta
  type: only
  to: 2020-01-01
"""

OFFER = """\
- id: touchpoint-verkko
  name: {fi: Verkkokirjasto, sv: Nätbibliotek}
  channel: e-service
- id: touchpoint-kortti
  name: {fi: Kortti, sv: Kort}
  channel: object
- id: subject-lainaus
  name: {fi: lainaus, sv: utlåning}
  match: ["http://www.yso.fi/onto/koko/p1"]
- id: service-kauko
  name: {fi: "NAME", sv: Fjärrlån}
  description: {fi: Tilaa kirja muualta., sv: "SWEDISH"}
  cost: {fi: Viisi euroa., sv: Fem euro.}
  search_words: {fi: "tilata, lainata muualta"}
  service_class: P25.1
  subjects: [subject-lainaus]
  touchpoints: [touchpoint-verkko, touchpoint-kortti]
  identifiers: [{scheme: ptv, value: 00000000-0000-4000-8000-000000000001}]
  offered: [{at: branch-luoto, is: yes}]
  standing: illustrative
- id: service-uni
  name: {fi: Uni}
- id: profile-perhe
  name: {fi: Perhe, sv: Familj}
  relation: user
  services: [service-kauko]
  target_groups: [KR1.2]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("saaret")
    swedish = "Beställ en bok från ett annat bibliotek. " * 4
    (made / "model.yaml").write_text(MODEL, "utf-8")
    (made / "who.yaml").write_text(WHO, "utf-8")
    offer = OFFER.replace("NAME", LONG_NAME.strip() + "!").replace("SWEDISH", swedish.strip())
    (made / "offer.yaml").write_text(offer, "utf-8")
    return made


@pytest.fixture(scope="module")
def made(folder: Path) -> PasteSheet:
    graph, findings = lg.read(folder)
    assert not findings
    return ptv_sheet(graph)


def block(made: PasteSheet, id_: str) -> PasteBlock:
    (found,) = (one for one in made.blocks if one.id == id_)
    return found


def fields(one: PasteBlock, form: str) -> dict[str, PasteField]:
    """The fields of a form by what they are called; of several alike, the last."""
    (found,) = (each for each in one.forms if as_read(each.title) == form)
    return {as_read(field.label): field for field in found.fields}


def test_services_then_channels_then_open_buildings(made: PasteSheet) -> None:
    assert [(as_read(one.kind), one.id) for one in made.blocks] == [
        ("Service", "service-kauko"),
        ("Service", "service-uni"),
        ("E-service", "touchpoint-verkko"),
        ("Service location", "branch-luoto"),
    ]


def test_what_is_the_same_in_every_language(made: PasteSheet) -> None:
    """What is pasted carries no mark of another language."""
    found = fields(block(made, "service-kauko"), "The same in every language")
    assert {name: field.words for name, field in found.items()} == {
        "Id in PTV": "00000000-0000-4000-8000-000000000001",
        "Offered by": "Luoto",
        "Area": "Luoto",
        "Service class": (
            "P25.1 Libraries http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P25.1"
        ),
        "Target groups": (
            "KR1.2 Children and families with children "
            "http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/KR1.2"
        ),
        "Keywords of the ontology": "lainaus http://www.yso.fi/onto/koko/p1",
        "Legislation": "",
        "Channels to connect": "Verkkokirjasto\nLuodon kirjasto",
    }


def test_texts_are_of_their_language_alone_and_counted(made: PasteSheet) -> None:
    """Swedish says 163 letters, which are too many for a summary; Finnish has 104 of a name."""
    finnish = fields(block(made, "service-kauko"), "Finnish")
    assert {name: (field.length, field.limit) for name, field in finnish.items()} == {
        "Name": (104, 100),
        "Summary": (20, 150),
        "Description": (20, 2500),
        "User instructions": (0, 2500),
        "Conditions and criteria": (0, 2500),
        "Further information on charges": (12, 500),
        "Free keyword": (15, 150),
    }
    swedish = fields(block(made, "service-kauko"), "Swedish")
    assert {name: (field.length, field.limit) for name, field in swedish.items()} == {
        "Name": (8, 100),
        "Summary": (0, 150),
        "Description": (163, 2500),
        "User instructions": (0, 2500),
        "Conditions and criteria": (0, 2500),
        "Further information on charges": (9, 500),
    }


def test_a_short_description_is_the_summary_and_more_is_wanted(made: PasteSheet) -> None:
    finnish = fields(block(made, "service-kauko"), "Finnish")
    assert finnish["Summary"].words == finnish["Description"].words == "Tilaa kirja muualta."
    assert as_read(finnish["Description"].note) == (
        "the same words as in the summary: here PTV wants to know more"
    )


def test_what_is_too_long_is_marked(made: PasteSheet) -> None:
    assert [
        (one.id, as_read(form.title), as_read(field.label), field.too_long)
        for one, form, field in made.too_long
    ] == [("service-kauko", "Finnish", "Name", 4)]


def test_what_is_invented_is_not_to_be_published(made: PasteSheet) -> None:
    (warning,) = block(made, "service-kauko").warnings
    assert as_read(warning) == "Illustrative: invented for the model. Do not publish it."
    assert block(made, "service-uni").warnings == ()


def test_a_building_with_what_is_known_of_it(made: PasteSheet) -> None:
    found = fields(block(made, "branch-luoto"), "The same in every language")
    assert {name: field.words for name, field in found.items()} == {
        "Street address": "Rantatie 1",
        "Postal code": "00001",
        "Post office": "Luoto",
        "Municipality": "Luoto",
        "Phone number": "",
        "E-mail address": "kirjasto@luoto.example",
        "Web address": "",
        "Opening hours": "",
        "Accessibility": "",
    }


def test_what_is_lacking_is_listed(made: PasteSheet) -> None:
    assert [(as_read(what), of) for what, of in made.lacking] == [
        ("No text in Swedish", "Uni [fi]"),
        ("No channel of PTV", "Kortti [fi]"),
        ("No language of PTV", "Russian"),
    ]
    assert made.empty["Service", "Legislation"] == (2, 2)
    assert made.empty["Service", "Summary"] == (2, 3)
    assert ("Service", "Name") not in made.empty
    offered = fields(block(made, "service-uni"), "The same in every language")["Offered by"]
    assert offered.words == "of no library is it known"


class Copied(HTMLParser):
    """What each button of a page copies: the text of the element that it names."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.buttons: list[str] = []
        self.texts: dict[str, str] = {}
        self._in = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "button":
            self.buttons.append(named["data-copy"] or "")
        self._in = named.get("id") or "" if tag == "span" else ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in:
            self.texts[self._in] = data


def test_each_button_of_the_page_copies_the_text_as_it_is(folder: Path, tmp_path: Path) -> None:
    done = lumme("export", folder, "--format", "ptv", "-o", tmp_path / "ptv.html")
    assert done.code == 0
    assert "1 text is too long" in done.err
    page = (tmp_path / "ptv.html").read_text("utf-8")
    copied = Copied(page)
    assert len(copied.buttons) == len(set(copied.buttons))
    assert set(copied.buttons) <= set(copied.texts)
    words = {copied.texts[one] for one in copied.buttons}
    assert {"Tilaa kirja muualta.", "Fem euro.", "tilata", "lainata muualta", "Rantatie 1"} <= words
    assert "Verkkokirjasto\nLuodon kirjasto" in words
    assert re.search(r"4 characters too long", page)
    assert "Keksitty malli." in page


def test_the_rows_are_the_same_in_csv(folder: Path, tmp_path: Path, made: PasteSheet) -> None:
    assert lumme("export", folder, "--format", "ptv", "-o", tmp_path / "ptv.csv").code == 0
    text = (tmp_path / "ptv.csv").read_text("utf-8-sig")
    statement, heads, *rows = csv.reader(io.StringIO(text, newline=""))
    assert statement == ["Keksitty malli. [fi]"]
    assert len(heads) == 12
    assert len(rows) == sum(len(form.fields) for one in made.blocks for form in one.forms)
    (name,) = (row for row in rows if (row[11], *row[2:4]) == ("service-kauko", "Finnish", "Name"))
    assert name[4:8] == [f"{LONG_NAME.strip()}!", "104", "100", "4"]


def test_nothing_of_the_model_is_run_by_the_page_or_a_spreadsheet(tmp_path: Path) -> None:
    service = lg.Service.model_validate(
        {"id": "service-x", "name": {"en": "<script>alert(1)</script>"}, "cost": {"en": "=1+1"}}
    )
    graph = lg.ServiceGraph([service], lg.Settings.model_validate({"as_of": "2026-09-01"}))
    lg.export(graph, tmp_path / "x.html", "ptv")
    lg.export(graph, tmp_path / "x.csv", "ptv")
    page = (tmp_path / "x.html").read_text("utf-8")
    assert page.count("<script>") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "'=1+1" in (tmp_path / "x.csv").read_text("utf-8-sig")


def test_a_book_to_share_the_work_out(folder: Path, tmp_path: Path) -> None:
    assert lumme("export", folder, "--format", "ptv", "-o", tmp_path / "ptv.xlsx").code == 0
    book = openpyxl.load_workbook(tmp_path / "ptv.xlsx")
    seen = [sheet.title for sheet in book if sheet.sheet_state == "visible"]
    assert seen == ["Before you begin", "Service", "E-service", "Service location"]
    told = [cell.value for row in book["Before you begin"].iter_rows() for cell in row]
    assert {"Keksitty malli. [fi]", "1 text is too long", "104/100"} <= set(told)
    rows = [[cell.value for cell in row] for row in book["Service"].iter_rows(min_row=2)]
    (name,) = (row for row in rows if (row[11], *row[2:4]) == ("service-kauko", "Finnish", "Name"))
    assert name[4:8] == [f"{LONG_NAME.strip()}!", 104, 100, 4]
    (swedish,) = (row for row in rows if row[2:4] == ["Swedish", "Summary"])
    assert swedish[4:7] == [None, None, 150]
