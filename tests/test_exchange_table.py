"""Services from any table: its encoding and separator, its mapping, and what is wrong with either."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from running import lumme
from saying import words_of

import lumme_graph as lg

DAY = date(2026, 9, 1)
TABLE = """Nro;Palvelu;Palvelu (sv);Kuvaus;Hinta;Kivisalo;Hallaranta;Muualla;Vastuuhenkilö
1;Lainaaminen;Lån;"Kirjoja; myös pelejä";maksuton;kyllä;ei;;Maija Meikäläinen
2;Kaukolaina;;;4 €;x;ehkä;Tervaniemi, Honkalahti;
;;;;;;;;
3;;;;;;;;
2;Toinen;;;;;;;
"""
MAPPING = """
key: Nro
columns:
  Palvelu: name.fi
  Palvelu (sv): name.sv
  Kuvaus: description.fi
  Hinta: cost.fi
  Kivisalo: offered at Kivisalo
  Hallaranta: offered at Hallaranta
  Muualla: libraries
  Vastuuhenkilö: not taken
"""


def saved(folder: Path, text: str = TABLE, mapping: str = MAPPING, encoding: str = "utf-8") -> Path:
    """A table and its mapping beside it."""
    table = folder / "services.csv"
    table.write_bytes(text.encode(encoding))
    if mapping:
        (folder / "services.mapping.yaml").write_text(mapping, encoding="utf-8")
    return table


def test_a_table_as_its_mapping_says(tmp_path: Path) -> None:
    received = lg.receive(saved(tmp_path), lg.ImportOptions(day=DAY, name="Usva"))
    started = lg.new_from(received)
    graph = started.graph
    loan, other = graph.all(lg.Service)
    assert loan.id == "service-lainaaminen"
    assert loan.name == {"fi": "Lainaaminen", "sv": "Lån"}
    assert loan.description == {"fi": "Kirjoja; myös pelejä"}
    assert loan.cost == {"fi": "maksuton"}
    assert [(one.scheme, one.value) for one in loan.identifiers] == [("table-services", "1")]
    assert [(one.at, one.is_.value) for one in loan.offered] == [
        ("organisation-kivisalo", "yes"),
        ("organisation-hallaranta", "no"),
    ]
    assert [(one.at, one.is_.value, str(one.from_)) for one in other.offered] == [
        ("organisation-kivisalo", "yes", "..2026-09-01"),
        ("organisation-tervaniemi", "yes", "..2026-09-01"),
        ("organisation-honkalahti", "yes", "..2026-09-01"),
    ]
    assert len(lg.libraries(graph, DAY)) == 4
    assert graph.settings.network == "organisation-usva"
    assert graph[lg.Organisation, "organisation-usva"].identifiers == ()
    assert {(row.field, row.example, words_of(row.why)) for row in started.left} == {
        ("Hallaranta", "services.csv:3", "it is neither yes nor no"),
        ("Vastuuhenkilö", "services.csv:2", "the mapping does not take it"),
        ("row", "services.csv:5", "the row has no name"),
        ("row", "services.csv:6", "the row has the key of another one"),
    }
    assert "Meikäläinen" not in started.memory
    started.save(tmp_path / "mine")
    assert {one.severity for one in lg.check(lg.load(tmp_path / "mine"))} == {"warning"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_encodings_and_separators(tmp_path: Path, encoding: str, separator: str) -> None:
    rows = [["Nimi", "Kuvaus"], ["Äänikirja", "Kuuntele, ja lue"], ["Öljyväri", "Hyvä\nniin"]]
    text = "".join(separator.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
    mapping = "columns: {Nimi: name.fi, Kuvaus: description.fi}\n"
    received = lg.receive(saved(tmp_path, text, mapping, encoding), lg.ImportOptions(day=DAY))
    found = [(one.fields["name"], one.fields["description"]) for one in received.drafts]
    assert found == [
        ({"fi": "Äänikirja"}, {"fi": "Kuuntele, ja lue"}),
        ({"fi": "Öljyväri"}, {"fi": "Hyvä\nniin"}),
    ]
    notes = [words_of(note) for note in received.notes]
    said = "services.csv is not UTF-8, so it was read as Windows-1252" in notes
    assert said is (encoding == "cp1252")


def test_without_a_mapping_a_ready_one_is_shown(tmp_path: Path) -> None:
    table = saved(tmp_path, mapping="")
    run = lumme("new", "mine", "--from", "services.csv", cwd=tmp_path)
    first, *ready = run.err.splitlines()
    assert run.code == 2
    assert "Save this as services.mapping.yaml beside it" in first
    assert "Maija" not in run.err
    assert not (tmp_path / "mine").exists()
    (tmp_path / "services.mapping.yaml").write_text("\n".join(ready), encoding="utf-8")
    received = lg.receive(table, lg.ImportOptions(day=DAY))
    assert received.languages == ("fi", "sv")
    assert [one.fields["name"]["fi"] for one in received.drafts if one.cls is lg.Service] == [
        "Lainaaminen",
        "Kaukolaina",
        "Toinen",
    ]


WRONG = [
    ("", r"must say under `columns:` what each column is"),
    ("columns: {Palvelu: name.fi", r"m\.yaml:2:1: this is not YAML"),
    (
        "columns: {Palvelu: nam.fi}",
        r"1:11: 'nam\.fi' is nothing that a column can be; did you mean name\.fi\?",
    ),
    ("columns: {Palvelu: name}", r"say in which language it is, such as name\.fi"),
    ("columns: {Palvelut: name.fi}", r"has no column 'Palvelut'; did you mean Palvelu\?"),
    ("columns: {Kuvaus: description.fi}", r"no column is the name of the service"),
    ("columns: {Palvelu: name.fi, Kuvaus: name.fi}", r"'Palvelu' is name\.fi already"),
    (
        "column: {}\ncolumns: {Palvelu: name.fi}",
        r"there is no column in a mapping; did you mean columns\?",
    ),
    ("key: Numero\ncolumns: {Palvelu: name.fi}", r"has no column 'Numero'"),
]


@pytest.mark.parametrize(("mapping", "said"), WRONG, ids=[said for _, said in WRONG])
def test_a_wrong_mapping_is_told_with_its_place(tmp_path: Path, mapping: str, said: str) -> None:
    file = tmp_path / "m.yaml"
    file.write_text(mapping, encoding="utf-8")
    table = saved(tmp_path, mapping="")
    with pytest.raises(lg.ExchangeError, match=said):
        lg.receive(table, lg.ImportOptions(mapping=file))


NO_TABLE = [
    (b"\n\n", "it is empty"),
    (b"a;b\n", "there is no row below its head"),
    (b"a;a\n1;2\n", "the column 'a' stands twice"),
    (b'a;b\n"1;2\n3;4\n', r"services\.csv:3: this is no CSV"),
    (b"PK\x03\x04", "a zip file or a spreadsheet"),
    (b"<html><body>no</body></html>", "a web page"),
    (b"a;b\n" + b"x" * 200_000 + b";1\n", "field larger than field limit"),
]


@pytest.mark.parametrize(("data", "said"), NO_TABLE, ids=[said for _, said in NO_TABLE])
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    table = saved(tmp_path)
    table.write_bytes(data)
    with pytest.raises(lg.ExchangeError, match=said):
        lg.receive(table, format="table")


def test_a_table_again_with_changes(tmp_path: Path) -> None:
    """The network was named when the model began; the table does not speak of it."""
    lg.new_from(lg.receive(saved(tmp_path), lg.ImportOptions(day=DAY, name="Usva"))).save(
        tmp_path / "mine"
    )
    text = TABLE.replace("Kaukolaina", "Kaukopalvelu").replace(
        "maksuton;kyllä;ei", "1 €;kyllä;kyllä"
    )
    again = lg.receive(saved(tmp_path, text), lg.ImportOptions(day=date(2026, 10, 1)))
    done = lg.update(tmp_path / "mine", again)
    rows = {(row.element, row.path): row.after for row in lg.diff(done.before, done.after).rows()}
    assert rows == {
        ("model", ("as_of",)): date(2026, 10, 1),
        ("source-table-services", ("published",)): lg.UncertainDate.parse("2026-10-01"),
        ("service-kaukolaina", ("name", "fi")): "Kaukopalvelu",
        ("service-lainaaminen", ("cost", "fi")): "1 €",
        ("service-lainaaminen", ("offered", "organisation-hallaranta", "is")): lg.YesNo.YES,
        ("service-lainaaminen", ("offered", "organisation-hallaranta", "from")): (
            lg.UncertainDate.parse({"latest": "2026-10-01"})
        ),
    }
    assert done.missing == ()
    assert lg.update(tmp_path / "mine", again).files == ()


def test_a_table_into_a_model_finds_libraries_by_their_names(tmp_path: Path) -> None:
    lg.new(
        tmp_path / "mine", name="Usva", languages=["fi", "sv"], libraries=["Kivisalo", "Hallaranta"]
    )
    done = lg.update(tmp_path / "mine", lg.receive(saved(tmp_path), lg.ImportOptions(day=DAY)))
    assert words_of(done.notes[0]) == (
        "3 elements were taken for what has the same names in the file: "
        "organisation-library-1, organisation-library-2, service-loan"
    )
    loan = lg.load(tmp_path / "mine")[lg.Service, "service-loan"]
    assert loan.cost == {"fi": "maksuton"}
    assert "source-table-services" in loan.sources


def test_a_table_asks_what_its_columns_are(tmp_path: Path) -> None:
    """What a program asks is what the terminal asks."""
    saved(tmp_path, mapping="")
    table = lg.unmapped_table([tmp_path / "services.csv"])
    assert table is not None
    assert table.guess_key() == "Nro"
    assert {column: table.guess(column) for column in table.columns} == {
        "Nro": "not taken",
        "Palvelu": "name.fi",
        "Palvelu (sv)": "name.sv",
        "Kuvaus": "description.fi",
        "Hinta": "cost.fi",
        "Kivisalo": "not taken",
        "Hallaranta": "not taken",
        "Muualla": "not taken",
        "Vastuuhenkilö": "not taken",
    }
    assert table.examples("Palvelu") == ("Lainaaminen", "Kaukolaina", "Toinen")
    with pytest.raises(lg.ExchangeError, match=r"did you mean cost\.fi"):
        table.check("cos.fi")
    table.save({"Kivisalo": "offered at Kivisalo"}, "Nro")
    assert lg.unmapped_table([tmp_path / "services.csv"]) is None
    received = lg.receive(tmp_path / "services.csv")
    assert [one.key.value for one in received.drafts if one.cls is lg.Service] == ["1", "2"]


def test_help_names_the_formats(tmp_path: Path) -> None:
    shown = " ".join(lumme("new", "--help", cwd=tmp_path).out.split())
    *names, last = lg.EXCHANGE_FORMATS
    assert f"Its format: {', '.join(names)} or {last}" in shown
