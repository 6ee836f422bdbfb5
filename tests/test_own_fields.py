"""`extra`: a network's own fields, kept and carried everywhere, judged nowhere."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from load_folders import said, write
from running import lumme
from strategies import costly, extras

import lumme_graph as lg
from lumme_graph.graph.fingerprint import fingerprint
from lumme_graph.graph.read import read
from lumme_graph.rdf.triples import quads
from lumme_graph.reading.write import plain

BASE = "https://example.org/id/"
SETTINGS = lg.Settings(as_of=date(2026, 8, 22), base=BASE)
NEEDS = """\
- id: need-hours
  name: {en: Hours}
  # what the shelf labels say
  extra:
    shelf: 84.20   # the class
    floor: 2
    open: true
    since: 2019-05-02
    postcode: 00100
    floors: [1, 2, 2]
    single: [a]
- {id: need-room, name: {en: Room}, extra: {floor: 3}}
"""
FILES = {"model.yaml": f"as_of: 2026-08-22\nbase: {BASE}\n", "development.yaml": NEEDS}
OWN: dict[str, lg.OwnValue] = {
    "shelf": Decimal("84.20"),
    "floor": 2,
    "open": True,
    "since": date(2019, 5, 2),
    "postcode": "00100",
    "floors": (1, 2, 2),
    "single": ("a",),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "m", FILES)


@pytest.fixture
def graph(root: Path) -> lg.ServiceGraph:
    return lg.load(root)


def own(graph: lg.ServiceGraph, id_: str = "need-hours") -> lg.Extra:
    found = graph[id_].extra
    assert found is not None
    return found


def need(**extra: object) -> lg.Need:
    return lg.Need.model_validate({"id": "need-hours", "name": {"en": "Hours"}, "extra": extra})


def test_a_value_is_of_the_sort_that_it_looks_like(graph: lg.ServiceGraph) -> None:
    assert dict(own(graph)) == OWN
    assert [type(value) for value in own(graph).values()] == [
        Decimal, int, bool, date, str, tuple, tuple,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words", ["no", "yes", "007", "+358", "12:30", "1_000", "1e3", "2026", "-0.5", "1,5", "2026-08"]
)
def test_only_plain_numbers_are_numbers_and_what_they_are_spelled_stays(words: str) -> None:
    value = need(a=words).extra
    assert value is not None
    is_number = words in {"2026", "-0.5"}
    assert isinstance(value["a"], int | Decimal) is is_number
    assert value.spelled() == {"a": words}


def test_python_gives_values_as_they_are() -> None:
    made = need(a=0.5, b=date(2020, 1, 1), c=["x", 2], d=False, e=Decimal("1E+2")).extra
    assert made == {"a": Decimal("0.5"), "b": date(2020, 1, 1), "c": ("x", 2), "d": False, "e": 100}


def test_one_is_not_yes_nor_one_point_nought() -> None:
    assert need(a=1) != need(a=True)
    assert need(a=1) != need(a="1.0")
    assert need(a=1) == need(a="1")


def test_own_fields_by_themselves_are_checked_too() -> None:
    for wrong, told in (({"A": 1}, "A: the name"), ({"a": None}, "a: an own field holds text")):
        with pytest.raises(lg.KnownError) as caught:
            lg.Extra(wrong)
        assert str(caught.value).startswith(told)
    one = lg.Need(id="need-hours", name=lg.Text(en="Hours"))
    with pytest.raises(lg.ValueRefusedError, match=r"need-hours: extra\.a: an own field holds"):
        one.replace(extra={"a": None})


def test_nothing_in_it_is_no_field() -> None:
    assert need() == lg.Need(id="need-hours", name=lg.Text(en="Hours"))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{Shelf: 1}", "extra.Shelf: the name of an own field is words in small letters of ASCII"),
        ("{Shelf Mark: 1}", "did you mean shelf-mark?"),
        ("{a: }", "extra.a: an own field holds text, a number, true or false, a day, or a list"),
        ("{a: {b: 1}}", "extra.a: an own field holds text"),
        ("{a: []}", "extra.a: an own field holds text"),
        ("{a: 2026-02-30}", "2026-02-30 is not a day of the calendar"),
    ],
)
def test_names_and_values_are_checked_and_told_with_their_place(
    tmp_path: Path, written: str, told: str
) -> None:
    text = f"- id: need-hours\n  name: {{en: Hours}}\n  extra: {written}\n"
    root = write(tmp_path / "m", {"model.yaml": "as_of: 2026-08-22\n", "development.yaml": text})
    (line,) = said(root, read(root)[1])
    assert line.startswith("development.yaml:3:11 LG008 ")
    assert told in line


def test_text_and_comments_stay_where_nothing_changed(graph: lg.ServiceGraph, root: Path) -> None:
    lg.save(graph, root)
    assert (root / "development.yaml").read_text("utf-8") == NEEDS


def test_a_change_touches_its_own_line(graph: lg.ServiceGraph, root: Path) -> None:
    changed = [
        one.replace(extra={**own(graph), "shelf": "84.3"}) if one.id == "need-hours" else one
        for one in graph
    ]
    lg.save(lg.ServiceGraph(changed, graph.settings, root=str(root)), root)
    assert (root / "development.yaml").read_text("utf-8") == NEEDS.replace("84.20", "84.3")


def test_one_own_field_is_edited_by_its_path(root: Path) -> None:
    edit = lg.edit(root).set("need-hours", "extra.floor", 4).set("need-room", "extra.open", False)
    edit.set("need-hours", "extra.single", None)
    text = (root / "development.yaml").read_text("utf-8")
    meant = NEEDS.replace("floor: 2", "floor: 4").replace("    single: [a]\n", "")
    assert text == meant.replace("{floor: 3}", "{floor: 3, open: false}")
    with pytest.raises(lg.EditError):
        edit.set("need-hours", "extra.Floor", 1)


def test_a_change_of_an_own_field_asks_for_no_review(graph: lg.ServiceGraph) -> None:
    one = graph["need-hours"]
    assert fingerprint(one) == fingerprint(one.replace(extra=None))


def test_diff_tells_each_own_field(graph: lg.ServiceGraph) -> None:
    after = need(**{**OWN, "floor": 3, "wing": "east"}, name=1)
    new = lg.ServiceGraph([after, graph["need-room"]], graph.settings)
    found = {
        (row.type.value, ".".join(row.path), row.before, row.after)
        for row in lg.diff(graph, new).rows()
    }
    assert found == {
        ("changed", "extra.floor", 2, 3),
        ("new", "extra.wing", None, "east"),
        ("new", "extra.name", None, 1),
    }
    text = lg.DIFF_FORMS["text"].render(lg.diff(graph, new), "en")
    assert "Own fields › floor" in text
    for form in lg.DIFF_FORMS.values():
        form.render(lg.diff(graph, new), "en")


def test_a_page_of_changes_tells_the_own_fields_of_a_new_element() -> None:
    settings = lg.Settings(as_of=date(2026, 8, 22))
    old = lg.ServiceGraph([], settings)
    extra = lg.Extra({"shelf": "84.20", "floors": (1, 2), "open": True, "since": "2019-05-02"})
    new = lg.ServiceGraph([need(**extra)], settings)
    page = lg.DIFF_FORMS["html"].render(lg.diff(old, new), "en")
    assert "shelf: 84.20, floors: 1, 2, open: yes, since: 2 May 2019" in page
    gone = lg.DIFF_FORMS["html"].render(lg.diff(new, old), "fi")
    assert "shelf: 84,20" in gone


def test_both_sides_may_change_own_fields_of_one_element(graph: lg.ServiceGraph) -> None:
    ours = lg.ServiceGraph([need(**{**OWN, "floor": 3}), graph["need-room"]], graph.settings)
    theirs = lg.ServiceGraph([need(**{**OWN, "shelf": 85}), graph["need-room"]], graph.settings)
    merged = lg.merge(graph, ours, theirs)
    assert not merged.conflicts
    assert dict(own(merged.graph)) == {**OWN, "floor": 3, "shelf": 85}
    other = lg.ServiceGraph([need(**{**OWN, "floor": 9}), graph["need-room"]], graph.settings)
    (conflict,) = lg.merge(graph, ours, other).conflicts
    assert conflict.path == ("extra", "floor")


def test_each_is_a_property_in_the_networks_own_namespace(graph: lg.ServiceGraph) -> None:
    stated = {
        f"{quad.predicate.value.removeprefix(BASE)} {quad.object}"
        for quad in quads(graph)
        if quad.subject.value == f"{BASE}need-hours"  # type: ignore[union-attr]
        and "stated" in str(quad.graph_name)
    }
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert {
        f'extra/shelf "84.20"^^<{xsd}decimal>',
        f'extra/floor "2"^^<{xsd}integer>',
        f'extra/open "true"^^<{xsd}boolean>',
        f'extra/since "2019-05-02"^^<{xsd}date>',
        'extra/postcode "00100"',
        f'extra/floors "1"^^<{xsd}integer>',
        f'extra/floors "2"^^<{xsd}integer>',
        'extra/single "a"',
    } <= stated
    orders = {one.partition(" ")[2] for one in stated if one.startswith("https://w3id.org")}
    assert {'"extra.floors 1 2 2"', '"extra.single a"'} <= orders


@pytest.mark.parametrize("suffix", ["ttl", "nt", "trig", "rdf", "jsonld", "json"])
def test_rdf_gives_them_back(graph: lg.ServiceGraph, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"m.{suffix}"
    lg.export(graph, file)
    back = lg.import_rdf(file)
    assert back.graph == graph
    assert not back.left
    assert dict(own(back.graph)) == OWN


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('extra/a> "x"@en', 'extra/a: "x"@en is no plain value; write it as a literal'),
        ("extra/a> <https://example.org/>", "extra/a: <https://example.org/> is no plain value"),
        ('extra/Shelf> "1"', "extra/Shelf: the name of an own field is words in small letters"),
        ('extra/a> ""', "extra/a: an own field holds text"),
    ],
)
def test_what_rdf_says_and_no_own_field_can_be_is_told_with_its_line(
    tmp_path: Path, written: str, told: str
) -> None:
    lg.export(lg.ServiceGraph([need(b=1)], SETTINGS), tmp_path / "m.nt")
    line = f"<{BASE}need-hours> <{BASE}{written} .\n"
    (tmp_path / "m.nt").write_text(line + (tmp_path / "m.nt").read_text("utf-8"), "utf-8")
    with pytest.raises(lg.RdfError) as caught:
        lg.import_rdf(tmp_path / "m.nt")
    assert f"m.nt:1:1: {BASE}need-hours {BASE}{told}" in str(caught.value)


@pytest.mark.parametrize(
    ("literal", "value"),
    [
        ('"+12"^^xsd:integer', 12),
        ('"1.5e3"^^xsd:double', 1500),
        ('"1"^^xsd:boolean', True),
        ('"2026-08-22T10:00:00"^^xsd:dateTime', "2026-08-22T10:00:00"),
    ],
)
def test_what_other_tools_spell_otherwise_is_the_same_value(
    tmp_path: Path, literal: str, value: object
) -> None:
    lg.export(lg.ServiceGraph([need(b=1)], SETTINGS), tmp_path / "m.ttl")
    text = (tmp_path / "m.ttl").read_text("utf-8").replace("extra:b 1", f"extra:b {literal}")
    (tmp_path / "m.ttl").write_text(text, "utf-8")
    assert own(lg.import_rdf(tmp_path / "m.ttl").graph) == {"b": value}


def test_json_has_them_as_plain_values(graph: lg.ServiceGraph) -> None:
    data = json.loads(lg.linked_json(graph))
    assert data["@context"]["extra"] == f"{BASE}extra/"
    one = next(one for one in data["@graph"] if one.get("id") == "need-hours")
    assert {name: one[f"extra:{name}"] for name in ("floor", "open", "postcode", "single")} == {
        "floor": 2,
        "open": True,
        "postcode": "00100",
        "single": ["a"],
    }


def test_sparql_asks_for_them(graph: lg.ServiceGraph) -> None:
    asked = f"SELECT ?s {{ ?s <{BASE}extra/floor> ?n FILTER(?n > 2) }}"
    text = lg.QUERY_FORMS["json"].render(lg.query(graph, asked), "en")
    assert "need-room" in text
    assert "need-hours" not in text


def test_the_vocabulary_says_what_own_fields_are() -> None:
    assert "lg:extra a owl:DatatypeProperty" in lg.SCHEMA_FORMS["owl"].render(None)
    shapes = lg.SCHEMA_FORMS["shacl"].render(None)
    assert "lg:extra" not in shapes


@pytest.mark.parametrize("form", [None, "csv"])
def test_sheets_have_a_column_for_each_and_give_them_back(
    graph: lg.ServiceGraph, root: Path, tmp_path: Path, form: str | None
) -> None:
    book = tmp_path / ("book" if form else "book.xlsx")
    made = lg.write_book(graph, book, form)
    sheet = next(one for one in made.sheets if one.name == "need")
    keys, _, first, _ = list(sheet.rows)
    row = dict(zip([str(cell.value) for cell in keys], [cell.value for cell in first], strict=True))
    assert row["need#extra.shelf"] == Decimal("84.20")
    assert row["need#extra.since"] == date(2019, 5, 2)
    assert row["need#extra.postcode"] == "00100"
    assert row["need#extra.floors"] == "- 1\n- 2\n- 2"
    assert lg.read_book(book) == graph
    assert not lg.take_book(root, book).written


def test_a_new_column_is_a_new_own_field(
    root: Path, graph: lg.ServiceGraph, tmp_path: Path
) -> None:
    lg.write_book(graph, tmp_path / "book", "csv")
    file = tmp_path / "book" / "need.csv"
    head, first, second = (
        file.read_text("utf-8-sig").splitlines()[:1]
        + [
            line
            for line in file.read_text("utf-8-sig").splitlines()
            if line.startswith("need-room")
        ]
        * 2
    )
    file.write_text(f"{head},extra.wing\n{first},east\n", "utf-8")
    assert second == first
    lg.take_book(root, tmp_path / "book")
    assert dict(own(lg.load(root), "need-room")) == {"floor": 3, "wing": "east"}


def test_rows_have_a_typed_column_for_each(graph: lg.ServiceGraph) -> None:
    first, second = lg.rows(graph)
    assert first["extra.shelf"] == 84.2
    assert (first["extra.floor"], second["extra.floor"]) == (2, 3)
    assert first["extra.since"] == date(2019, 5, 2)
    assert first["extra.floors"] == "1, 2, 2"
    assert second["extra.shelf"] is None
    assert lg.columns(graph)["extra.open"] == [True, None]


def test_phones_and_addresses_in_them_are_found() -> None:
    made = lg.ServiceGraph(
        [need(keeper="first.last@example.org", ring=["+358 40 123 4567"])], SETTINGS
    )
    assert {one.code for one in lg.personal_findings(made)} == {"LG801", "LG802"}


def test_no_page_shows_them_and_the_notebook_does(graph: lg.ServiceGraph) -> None:
    assert "shelf: 84.20, floor: 2" in graph["need-hours"]._repr_html_()  # pyright: ignore[reportPrivateUsage]
    pages = lg.build(graph, "en").files
    assert not [name for name, page in pages.items() if name.endswith(".html") and b"00100" in page]


def test_the_schema_of_the_files_knows_them(root: Path) -> None:
    schema = json.loads(lumme("schema", str(root), "--format", "jsonschema").out)
    assert schema["$defs"]["need"]["properties"]["extra"]["$ref"] == "#/$defs/extra"
    assert schema["$defs"]["extra"]["propertyNames"]["pattern"].startswith("^[a-z]")


@costly(2)
@given(extras())
def test_whatever_they_are_files_and_rdf_give_them_back(extra: lg.Extra) -> None:
    one = lg.Need(id="need-hours", name=lg.Text(en="Hours"), extra=extra)
    assert type(one).model_validate(plain(one)) == one
    assert lg.Need.model_validate_json(one.model_dump_json()) == one
