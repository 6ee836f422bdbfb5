"""A model as a book and back: nothing is lost, what is changed is brought in, what is doubtful is not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from book_edits import HEADS, KEYS, EditedBook, EditedSheet
from hypothesis import given
from sheet_samples import changed_lines, lakeland, texts
from strategies import costly, models, settings

import lumme_graph as lg
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.settings import Settings
from lumme_graph.reading.document import is_list, is_map
from lumme_graph.reading.write import plain
from lumme_graph.sheets.files import read_sheets
from lumme_graph.sheets.given import GivenBook, GivenSheet, GivenValue

LUMME = Path(__file__).parents[1] / "models" / "lumme"

Model = dict[str, dict[str, object]]


def said(graph: lg.ServiceGraph) -> Model:
    return {element.id: plain(element) for element in graph}


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    return lakeland(tmp_path / "lake")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book of the network."""
    folder = tmp_path_factory.mktemp("lake")
    graph = lg.load(lakeland(folder / "lake"))
    lg.write_book(graph, folder / "lake.xlsx", findings=lg.check(graph))
    return folder / "lake.xlsx"


@pytest.fixture(scope="module")
def unchanged(file: Path) -> GivenBook:
    return read_sheets(file)


@pytest.fixture(scope="module")
def lumme_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book of the Lumme model, in Finnish."""
    file = tmp_path_factory.mktemp("lumme") / "lumme.xlsx"
    lg.write_book(lg.load(LUMME), file, lang="fi")
    return file


@pytest.fixture
def book(unchanged: GivenBook) -> EditedBook:
    """The book, open for changing."""
    return EditedBook(unchanged)


Change = Callable[[EditedBook], object]


def bring(
    lake: Path, book: EditedBook, change: Change, *, remove: bool = False, dry_run: bool = False
) -> lg.TakenBook:
    change(book)
    return lg.take_book(lake, book.given(), remove=remove, dry_run=dry_run)


def problems(taken: lg.TakenBook) -> list[str]:
    speak = taken.after.speaker("en")
    return [f"{one.place}: {speak(one.message).words}" for one in taken.problems]


def comes_back(elements: list[KeptElement], given_settings: Settings, file: Path) -> None:
    graph = lg.ServiceGraph(elements, given_settings)
    lg.write_book(graph, file, lang="fi")
    back = lg.read_book(file)
    assert said(back) == said(graph)
    assert back.settings == graph.settings


@costly(50)
@given(models(), settings())
def test_any_model_comes_back_from_its_book(
    tmp_path_factory: pytest.TempPathFactory, elements: list[KeptElement], given_settings: Settings
) -> None:
    comes_back(elements, given_settings, tmp_path_factory.mktemp("book") / "b.xlsx")


@pytest.mark.long
@costly(15)
@given(models(), settings())
def test_any_model_comes_back_from_its_book_at_length(
    tmp_path_factory: pytest.TempPathFactory, elements: list[KeptElement], given_settings: Settings
) -> None:
    comes_back(elements, given_settings, tmp_path_factory.mktemp("book") / "b.xlsx")


def without_state(given_book: GivenBook) -> GivenBook:
    """The book as if it were of a model without elements: all that it says is in its cells then."""
    book = EditedBook(given_book)
    state = book.titled("_lumme")
    state.rows = [row for row in state.rows if row[0] != "element"]
    return book.given()


def tidy(value: Any) -> Any:
    """What is said, without blanks at the ends of texts: a cell holds none."""
    if is_map(value):
        return {key: tidy(inner) for key, inner in value.items()}
    if is_list(value):
        return [tidy(inner) for inner in value]
    return str(value).strip()


def test_all_of_a_model_is_in_the_cells_of_its_book(lumme_file: Path) -> None:
    """Without what the book was made from, and though its words are in Finnish."""
    back = lg.read_book(without_state(read_sheets(lumme_file)))
    assert tidy(said(back)) == tidy(said(lg.load(LUMME)))


@pytest.mark.long
@pytest.mark.parametrize("lang", ["en", "sv"])
def test_so_it_is_in_other_languages(lang: str, tmp_path: Path) -> None:
    graph = lg.load(LUMME)
    lg.write_book(graph, tmp_path / "b.xlsx", lang=lang)
    back = lg.read_book(without_state(read_sheets(tmp_path / "b.xlsx")))
    assert tidy(said(back)) == tidy(said(graph))


def test_all_of_a_network_is_in_csv(lake: Path, tmp_path: Path) -> None:
    graph = lg.load(lake)
    lg.write_book(graph, tmp_path / "csv")
    back = lg.read_book(without_state(read_sheets(tmp_path / "csv")))
    assert tidy(said(back)) == tidy(said(graph))
    heads = (tmp_path / "csv" / "touchpoint.csv").read_text("utf-8-sig").splitlines()[0]
    assert heads.startswith("id,name.en,name.fi,channel,description.en,")


def test_what_is_not_changed_leaves_every_byte(lumme_file: Path, tmp_path: Path) -> None:
    model = tmp_path / "lumme"
    shutil.copytree(LUMME, model)
    before = {file: file.read_bytes() for file in model.rglob("*") if file.is_file()}
    taken = lg.take_book(model, lumme_file)
    assert (taken.written, taken.problems, taken.notes, taken.removed) == ((), (), (), ())
    after = {file: file.read_bytes() for file in model.rglob("*") if file.is_file()}
    assert after == before


def test_a_changed_cell_changes_its_value_alone(lake: Path, book: EditedBook) -> None:
    before = texts(lake)
    taken = bring(lake, book, lambda b: b.put("service", "service-loan", "name.fi", "Lainaaminen"))
    assert taken.problems == ()
    assert changed_lines(before, texts(lake)) == [
        ("offer.yaml", "-    fi: Lainaus   # not: laina"),
        ("offer.yaml", "+    fi: Lainaaminen   # not: laina"),
    ]


def test_a_dry_run_says_it_and_writes_nothing(lake: Path, book: EditedBook) -> None:
    before = texts(lake)
    taken = bring(
        lake,
        book,
        lambda b: b.put("service", "service-loan", "name.fi", "Lainaaminen"),
        dry_run=True,
    )
    assert texts(lake) == before
    assert [Path(file).name for file in taken.written] == ["offer.yaml"]
    assert taken.after["service-loan"].name["fi"] == "Lainaaminen"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("table", "row", "key", "typed", "lines"),
    [
        ("touchpoint", "touchpoint-desk", "channel", "phone", ["+  channel: phone"]),
        ("touchpoint", "touchpoint-desk", "channel", "Verkkolomake", ["+  channel: e-form"]),
        ("touchpoint", "touchpoint-desk", "channel", "PHONE ", ["+  channel: phone"]),
        (
            "service",
            "service-loan",
            "touchpoints",
            None,
            ["-  touchpoints: [touchpoint-desk]"],
        ),
        (
            "facts",
            "service-loan",
            "value",
            14,
            ['+    - {key: loan_days, value: "14", unit: days}'],
        ),
        (
            "facts",
            "service-loan",
            "as_of",
            date(2026, 5, 1),
            ['+    - {key: loan_days, value: "28", unit: days, as_of: 2026-05-01}'],
        ),
        ("facts", "service-loan", "as_of", 2026, ["+ … as_of: 2026"]),
        ("facts", "service-loan", "as_of", "1.5.2026", ["+ … as_of: 2026-05-01"]),
        ("facts", "service-loan", "as_of", "..2026-05-01", ["+ … as_of: {latest: 2026-05-01}"]),
        ("path.steps", "borrow", "feeling.value", -2, ["+      feeling: {value: -2}"]),
        ("path.steps", "borrow", "moment_of_truth", True, ["+      moment_of_truth: true"]),
        ("path.steps", "borrow", "moment_of_truth", "Yes", ["+      moment_of_truth: true"]),
        (
            "path.steps",
            "borrow",
            "touchpoint",
            "service desk",
            [],
        ),
    ],
)
def test_what_people_type_is_understood(
    lake: Path,
    book: EditedBook,
    table: str,
    row: str,
    key: str,
    typed: GivenValue,
    lines: list[str],
) -> None:
    before = texts(lake)
    assert problems(bring(lake, book, lambda b: b.put(table, row, key, typed))) == []
    new = [line for _, line in changed_lines(before, texts(lake))]
    for line in lines:
        start, dots, end = line.partition(" … ")
        assert [
            one for one in new if (one.startswith(start) and end in one if dots else one == line)
        ]
    if not lines:
        assert new == []


def _shuffled(book: EditedBook) -> None:
    """Columns and rows in another order, a column and a sheet of one's own, a blank row."""
    sheet = book.sheet("service")
    heads, body = sheet.rows[:HEADS], sheet.rows[HEADS:]
    blank: list[GivenValue] = [None] * len(heads[0])
    backwards = [list(reversed(row)) for row in [*heads, blank, *body[::-1]]]
    own: list[GivenValue] = [None, "Our remarks", None, *["see the minutes"] * len(body)]
    sheet.rows = [[*row, word] for row, word in zip(backwards, own, strict=True)]
    notes = EditedSheet(GivenSheet("Notes of the meeting", ()))
    notes.rows = [["tea at two"]]
    book.sheets.append(notes)


def test_reordered_and_added_columns_are_no_change(lake: Path, book: EditedBook) -> None:
    taken = bring(lake, book, _shuffled)
    assert (taken.written, taken.problems, taken.removed) == ((), (), ())
    speak = taken.after.speaker("en")
    assert [speak(note).words for note in taken.notes] == [
        "Services!AH2: the column Our remarks is not read: there is no such field",
        "the sheet Notes of the meeting is not read: it is none of the model's",
    ]


def test_a_new_row_is_a_new_element_with_an_id_from_its_name(lake: Path, book: EditedBook) -> None:
    def change(b: EditedBook) -> None:
        b.add(
            "service",
            name__en="Seed library",
            name__fi="Siemenkirjasto",
            touchpoints="Service desk",
        )
        b.add("offered", owner_id="service-seed-library", at="organisation-north", **{"is": "Yes"})

    before = texts(lake)
    taken = bring(lake, book, change)
    assert problems(taken) == []
    assert [id_ for _, id_ in taken.new_ids] == ["service-seed-library"]
    new = [line for _, line in changed_lines(before, texts(lake))]
    assert all(line.startswith("+") for line in new)
    assert plain(lg.load(lake)["service-seed-library"]) == {
        "id": "service-seed-library",
        "name": {"en": "Seed library", "fi": "Siemenkirjasto"},
        "touchpoints": ["touchpoint-desk"],
        "offered": [{"at": "organisation-north", "is": "yes"}],
    }


def test_half_a_row_is_told_with_its_cell_and_the_rest_is_shown(
    lake: Path, book: EditedBook
) -> None:
    before = texts(lake)

    def change(b: EditedBook) -> None:
        b.put("service", "service-room", "name.en", "Room")
        b.add("touchpoint", name__en="Shelf")
        b.add("service", cost__en="free")

    taken = bring(lake, book, change)
    assert problems(taken) == [
        "Services!A5: a new row needs an id, or a name from which one is made",
        "Touchpoints!D4: touchpoint needs the field channel: add channel",
    ]
    assert texts(lake) == before
    assert taken.after["service-room"].name["en"] == "Room"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("table", "row", "key", "typed", "words"),
    [
        (
            "service",
            "service-loan",
            "touchpoints",
            "touchpoint-dekc",
            "there is no touchpoint-dekc in the model; did you mean touchpoint-desk?",
        ),
        (
            "path",
            "path-loan",
            "service",
            "touchpoint-desk",
            "touchpoint-desk is no service",
        ),
        (
            "touchpoint",
            "touchpoint-desk",
            "channel",
            "fone",
            (
                "fone is not one of Service location, E-service, Web page, Online form, Phone, Meeting, "
                "Device, Object, Message, Communication, Other channel; did you mean Phone?"
            ),
        ),
        ("facts", "service-loan", "as_of", "May", "May is not a date: write 2026, 2026-11, …"),
        ("facts", "service-loan", "as_of", "31.2.2026", "31.2.2026 is not a date: …"),
        ("path.steps", "borrow", "feeling.value", "fine", "fine is not a number: write digits, …"),
        (
            "path.steps",
            "borrow",
            "feeling.value",
            7,
            "steps.1.feeling.value: the number must be at most 2: the value is 7",
        ),
        ("offered", "service-loan", "owner_id", "service-lona", "there is no service-lona in …"),
        (
            "path.steps",
            "borrow",
            "phase",
            "=1+1",
            "this is a formula, or the error that one has left, …",
        ),
        ("service", "service-loan", "cost.en", "=HYPERLINK(1)", "this is a formula, or …"),
        ("service", "service-loan", "id", "touchpoint-x", "touchpoint-x is no id of a service: …"),
        (
            "steps.lists",
            "path-loan",
            "part_id",
            "comes",
            "path-loan has no step comes; did you mean come?",
        ),
        (
            "lists",
            "profile-family",
            "list",
            "jobs",
            "jobs is not one of the lists: Accessibility, …",
        ),
    ],
)
def test_what_cannot_be_is_told_with_its_cell(
    lake: Path, book: EditedBook, table: str, row: str, key: str, typed: GivenValue, words: str
) -> None:
    before, addresses = texts(lake), list[str]()
    taken = bring(lake, book, lambda b: addresses.append(b.put(table, row, key, typed)))
    start, _, _ = words.partition("…")
    told = problems(taken)[0]
    assert told.startswith(f"{addresses[0]}: {start.rstrip()}"), told
    assert texts(lake) == before


def test_a_row_that_is_gone_goes_only_when_that_is_asked_for(lake: Path, book: EditedBook) -> None:
    before = texts(lake)

    def change(b: EditedBook) -> None:
        b.delete("service", "service-room")
        b.delete("lists", "Meet others")

    taken = bring(lake, book, change)
    assert taken.removed == (
        "service-room Meeting room",
        "profile-family tasks Meet others · Tavata muita",
    )
    assert (taken.written, texts(lake)) == ((), before)
    taken = lg.take_book(lake, book.given(), remove=True)
    assert problems(taken) == []
    assert changed_lines(before, texts(lake)) == [
        ("offer.yaml", "-- id: service-room"),
        ("offer.yaml", "-  name: {en: Meeting room, fi: Kokoushuone}"),
        ("profiles.yaml", "-    - {en: Meet others, fi: Tavata muita}"),
    ]


def test_an_id_that_was_typed_over_is_told(lake: Path, book: EditedBook) -> None:
    before, places = texts(lake), list[str]()

    def change(b: EditedBook) -> None:
        places.append(b.put("service", "service-room", "id", "service-meeting-room"))

    told = problems(bring(lake, book, change))
    assert told[0] == (
        f"{places[0]}: service-room has become service-meeting-room here, and an id is not changed in "
        "a book: write service-room again, and run lumme rename"
    )
    assert texts(lake) == before


@pytest.mark.parametrize(
    ("table", "head"),
    [
        ("service", "Id"),
        ("offered", "Owner"),
        ("facts", "Owner"),
        ("matrix_offered", "id"),
    ],
)
def test_a_sheet_whose_rows_are_not_known_is_refused(
    lake: Path, book: EditedBook, table: str, head: str
) -> None:
    """What stands in it is not taken for new, nor what it does not say for gone."""
    before = texts(lake)

    def change(b: EditedBook) -> None:
        sheet = b.sheet(table)
        sheet.rows[KEYS - 1] = []
        sheet.rows[HEADS - 1] = [f"my {cell}" for cell in sheet.rows[HEADS - 1]]

    told = problems(bring(lake, book, change, remove=True))
    assert [one.partition(", and")[0].partition(": ")[2] for one in told] == [
        f"the column {head} is not here"
    ]
    assert texts(lake) == before


def test_a_list_without_its_numbers_is_known_by_its_keys_alone(
    lake: Path, book: EditedBook
) -> None:
    """Steps have ids; the texts of a list are known by their words in each language."""
    before = texts(lake)

    def change(b: EditedBook) -> None:
        b.drop("path.steps", "no")
        b.drop("lists", "no")

    taken = bring(lake, book, change, remove=True)
    assert (problems(taken), taken.removed, texts(lake)) == ([], (), before)
    told = problems(bring(lake, book, lambda b: b.drop("lists", "text.fi"), remove=True))
    assert [one.partition(", and")[0] for one in told] == [
        "Lists of words!A2: the column No. is not here"
    ]
    assert texts(lake) == before


def test_what_others_refer_to_does_not_go(lake: Path, book: EditedBook) -> None:
    before = texts(lake)

    def change(b: EditedBook) -> None:
        b.delete("touchpoint", "touchpoint-desk")

    with pytest.raises(
        lg.BookError, match=r"the model would not hold(.|\n)*Services!A3: LG101.*touchpoint-desk"
    ):
        bring(lake, book, change, remove=True)
    assert texts(lake) == before


def test_steps_are_put_between_others_by_number_or_by_place(lake: Path, book: EditedBook) -> None:
    def change(b: EditedBook) -> None:
        b.add(
            "path.steps",
            owner_id="path-loan",
            no=1.5,
            id="look",
            action__en="Looks for a book",
            actor__kind="Customer",
            lane="Customer",
        )
        b.put("path.steps", "come", "no", 9)

    assert problems(bring(lake, book, change)) == []
    path = lg.load(lake)["path-loan"]
    assert [step.id for step in path.steps] == ["look", "borrow", "come"]  # type: ignore[attr-defined]


def test_sorted_rows_change_no_order(lake: Path, book: EditedBook) -> None:
    def change(b: EditedBook) -> None:
        rows = b.sheet("path.steps").rows
        rows[HEADS:] = reversed(rows[HEADS:])

    taken = bring(lake, book, change)
    assert (taken.written, taken.problems) == ((), ())


# the matrix


def test_the_matrix_says_yes_no_and_nothing(book: EditedBook) -> None:
    def shown(table: str, row: str) -> list[object]:
        sheet = book.sheet(table)
        places = ("lake", "north", "south")
        return [sheet.value(sheet.row(row), f"at:organisation-{place}") for place in places]

    assert shown("matrix_offered", "service-loan") == ["Yes", "Yes *", "No"]
    assert shown("matrix_offered", "service-room") == [None, None, None]
    assert shown("matrix_offered", "profile-family") == [None, "(Yes)", "(Yes)"]
    assert shown("matrix_adopted", "practice-calendar") == [None, "Adopted", None]


def test_a_matrix_cell_states_what_was_not_known(lake: Path, book: EditedBook) -> None:
    before = texts(lake)

    def change(b: EditedBook) -> None:
        b.put("matrix_offered", "service-room", "at:organisation-north", "yes")
        b.put("matrix_offered", "service-loan", "at:organisation-south", "Yes")
        b.put("matrix_adopted", "practice-calendar", "at:organisation-south", "not adopted")

    assert problems(bring(lake, book, change)) == []
    assert changed_lines(before, texts(lake)) == [
        ("offer.yaml", "-    - {at: organisation-south, is: no}"),
        ("offer.yaml", "+    - {at: organisation-south, is: yes}"),
        ("offer.yaml", "+  offered:"),
        ("offer.yaml", "+    - {at: organisation-north, is: yes}"),
        ("practices.yaml", "+    - {at: organisation-south, is: not-adopted}"),
    ]


def test_a_statement_that_a_matrix_cannot_hold_is_not_lost(lake: Path, book: EditedBook) -> None:
    before, places = texts(lake), list[str]()

    def change(b: EditedBook) -> None:
        places.append(b.put("matrix_offered", "service-loan", "at:organisation-north", "No"))

    told = problems(bring(lake, book, change))
    assert told == [
        (
            f"{places[0]}: the statement here ends, begins on a known day, or is one of several, which a "
            "cell cannot hold: change it in the sheet Offers"
        )
    ]
    assert texts(lake) == before


def test_an_emptied_matrix_cell_takes_its_statement_back_when_asked(
    lake: Path, book: EditedBook
) -> None:
    before = texts(lake)
    taken = bring(
        lake, book, lambda b: b.put("matrix_offered", "service-loan", "at:organisation-south", None)
    )
    assert taken.removed == ("service-loan offered organisation-south: no",)
    assert texts(lake) == before
    lg.take_book(lake, book.given(), remove=True)
    assert changed_lines(before, texts(lake)) == [
        ("offer.yaml", "-    - {at: organisation-south, is: no}")
    ]


def test_a_matrix_and_a_sheet_that_do_not_agree_are_told(lake: Path, book: EditedBook) -> None:
    def change(b: EditedBook) -> None:
        b.put("matrix_offered", "service-room", "at:organisation-south", "yes")
        b.add("offered", owner_id="service-room", at="organisation-south", **{"is": "no"})

    assert problems(bring(lake, book, change)) == [
        (
            "Offers at libraries!E4: organisation-south was changed here and in the sheet Offers to "
            "something else"
        )
    ]


# conflicts


def test_what_was_changed_in_both_is_listed_and_nothing_is_overwritten(
    lake: Path, book: EditedBook
) -> None:
    lg.edit(lake).set("service-loan", "cost.en", "One euro")
    before, places = texts(lake), list[str]()

    def change(b: EditedBook) -> None:
        places.append(b.put("service", "service-loan", "cost.en", "Two euros"))
        b.put("service", "service-loan", "cost.fi", "Kaksi euroa")

    taken = bring(lake, book, change)
    (conflict,) = taken.conflicts
    assert (conflict.place, conflict.element, conflict.path) == (
        places[0],
        "service-loan",
        "cost.en",
    )
    assert (conflict.ours, conflict.theirs) == ("One euro", "Two euros")
    assert conflict.line.endswith("offer.yaml:9:10")
    assert texts(lake) == before


def test_what_was_changed_in_different_places_is_all_kept(lake: Path, book: EditedBook) -> None:
    lg.edit(lake).set("service-loan", "cost.en", "One euro")
    lg.edit(lake).set("path-loan", "steps.borrow.action.en", "Takes a book")

    def change(b: EditedBook) -> None:
        b.put("service", "service-loan", "cost.fi", "Yksi euro")
        b.put("path.steps", "borrow", "action.fi", "Ottaa kirjan")

    assert problems(bring(lake, book, change)) == []
    graph = said(lg.load(lake))
    assert graph["service-loan"]["cost"] == {"en": "One euro", "fi": "Yksi euro"}
    steps = graph["path-loan"]["steps"]
    assert isinstance(steps, list)
    assert steps[1]["action"] == {"en": "Takes a book", "fi": "Ottaa kirjan"}


def test_bringing_a_book_in_twice_changes_nothing_the_second_time(
    lake: Path, book: EditedBook
) -> None:
    def change(b: EditedBook) -> None:
        b.put("service", "service-loan", "cost.en", "Two euros")
        b.add("service", name__en="Seed library")
        b.put("matrix_offered", "service-room", "at:organisation-north", "yes")

    assert problems(bring(lake, book, change)) == []
    before = texts(lake)
    taken = lg.take_book(lake, book.given())
    assert (taken.written, taken.problems) == ((), ())
    assert texts(lake) == before


# the wrong book


def test_a_book_of_another_model_is_refused(lake: Path, lumme_file: Path) -> None:
    with pytest.raises(
        lg.BookError, match=r"is a book of another model, Service model of the Lumme"
    ):
        lg.take_book(lake, lumme_file)


def test_a_book_of_a_newer_program_is_refused(lake: Path, book: EditedBook) -> None:
    def change(b: EditedBook) -> None:
        b.titled("_lumme").rows[0][1] = "99"

    with pytest.raises(lg.BookError, match="made by a newer lumme"):
        bring(lake, book, change)


def test_without_what_it_was_made_from_a_book_is_compared_with_the_model(
    lake: Path, book: EditedBook
) -> None:
    def change(b: EditedBook) -> None:
        b.sheets.remove(b.titled("_lumme"))
        b.put("service", "service-loan", "cost.en", "Two euros")

    taken = bring(lake, book, change)
    assert problems(taken) == []
    assert said(lg.load(lake))["service-loan"]["cost"] == {"en": "Two euros", "fi": "Maksuton"}
    words = taken.after.speaker("en")(taken.notes[0]).words
    assert words.startswith("the book does not say from what it was made")


def test_merged_cells_are_told(lake: Path, book: EditedBook) -> None:
    taken = bring(lake, book, lambda b: b.sheet("service").merged.append("C3:C4"))
    assert problems(taken)[0] == (
        "Services!C3:C4: these cells are merged: take that back, so that each row has its own"
    )


def test_a_sheet_of_another_name_is_guessed(lake: Path, book: EditedBook) -> None:
    """By its hidden row it is known whatever it is called; without that, by a title that is like it."""

    def change(b: EditedBook) -> None:
        sheet = b.sheet("service")
        sheet.title = "Servises"
        del sheet.rows[KEYS - 1]

    taken = bring(lake, book, change)
    words = [taken.after.speaker("en")(note).words for note in taken.notes]
    assert words == [
        (
            "the sheet Servises is not read: it is none of the model's; if it is meant to be services, "
            "call it that"
        )
    ]
    assert taken.written == ()


def test_heads_in_words_are_understood_without_the_hidden_row(lake: Path, book: EditedBook) -> None:
    def change(b: EditedBook) -> None:
        b.put("service", "service-loan", "cost.en", "Two euros")
        del b.sheet("service").rows[KEYS - 1]

    assert problems(bring(lake, book, change)) == []
    assert said(lg.load(lake))["service-loan"]["cost"] == {"en": "Two euros", "fi": "Maksuton"}


def test_a_new_language_gets_a_column_of_its_own(lake: Path, book: EditedBook) -> None:
    def change(b: EditedBook) -> None:
        sheet = b.sheet("service")
        for row in sheet.rows:
            row.append(None)
        sheet.rows[HEADS - 1][-1] = "Name (sv)"
        sheet.rows[sheet.row("service-loan") - 1][-1] = "Utlåning"

    assert problems(bring(lake, book, change)) == []
    assert said(lg.load(lake))["service-loan"]["name"] == {
        "en": "Lending",
        "fi": "Lainaus",
        "sv": "Utlåning",
    }


# how it looks


def test_a_book_says_what_it_is_and_how_it_is_used(file: Path) -> None:
    made = openpyxl.load_workbook(file)
    first = made.worksheets[0]
    assert first.title == "Read this first"
    assert first.protection.sheet
    words = [str(row[0].value) for row in first.iter_rows()]
    assert words[0] == "Lakeland libraries"
    assert words[1] == "Invented. No library is like this."
    assert words[2].startswith("As of 22 August 2026; state of the model ")
    service = made["Services"]
    assert service.freeze_panes == "B3"
    assert service.auto_filter.ref == "A2:AG4"
    assert service.row_dimensions[1].hidden
    assert service["A3"].protection.locked
    assert not service["B3"].protection.locked
    assert service["B2"].comment.text.startswith("What customers call it.")
    assert made["Sources"].sheet_state == "hidden"
    assert made["_lumme"].sheet_state == "veryHidden"


def test_codes_and_references_are_chosen_from_lists(file: Path) -> None:
    made = openpyxl.load_workbook(file)
    found = {
        str(rule.formula1): str(rule.sqref)
        for rule in made["Steps"].data_validations.dataValidation
    }
    assert {"codes_Lane", "codes_ActorKind", "ids_touchpoint", "ids_path", "yes_no"} <= found.keys()
    reach = made.defined_names["ids_touchpoint"].attr_text
    sheet, _, cells = reach.partition("!")
    first = cells.partition(":")[0].replace("$", "")
    there: Any = made[sheet][first]
    assert there.value == "Service desk [touchpoint-desk]"


def test_findings_are_marked_where_they_are(lake: Path, tmp_path: Path) -> None:
    file = tmp_path / "f.xlsx"
    graph = lg.load(lake)
    findings = [one for one in lg.check(graph) if one.element == "service-room"]
    assert findings
    lg.write_book(graph, file, findings=findings)
    cell = openpyxl.load_workbook(file)["Services"]["A4"]
    assert cell.value == "service-room"
    assert cell.fill.fgColor.rgb == "00FFF0C2"
    assert {one.code for one in findings} == {line[:5] for line in cell.comment.text.split("\n")}


def test_the_same_model_has_the_same_book(lake: Path, file: Path, tmp_path: Path) -> None:
    graph = lg.load(lake)
    lg.write_book(graph, tmp_path / "again.xlsx", findings=lg.check(graph))
    assert (tmp_path / "again.xlsx").read_bytes() == file.read_bytes()


def test_a_day_in_a_book_is_a_day(tmp_path: Path, lake: Path) -> None:
    lg.edit(lake).set(
        "service-loan", "suppress", [{"code": "LG201", "reason": "known", "until": "2027-01-31"}]
    )
    lg.write_book(lg.load(lake), tmp_path / "d.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "d.xlsx")["Suppressions"]
    row = [cell.value for cell in sheet[3]]
    assert datetime(2027, 1, 31) in row  # noqa: DTZ001 - as a spreadsheet has it
    assert said(lg.read_book(tmp_path / "d.xlsx")) == said(lg.load(lake))
