"""What a workshop said, brought home: into the elements, with the event, and nothing overwritten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from running import lumme
from sheet_given import Formula, given_book

import lumme_graph as lg
from lumme_graph.editing.amend import Amendment, amend
from lumme_graph.sheets.book import SheetBook
from lumme_graph.sheets.given import GivenBook
from lumme_graph.workshop.book import workshop_book

MODEL = """\
name: {en: Lakes, fi: Järvet}
network: organisation-lakes
base: https://example.org/lakes/
languages: {required: [en, fi]}
as_of: 2026-08-22
"""
ELEMENTS = """\
- id: organisation-lakes
  type: network
  name: {en: Lakes, fi: Järvet}
- id: organisation-north
  type: library
  name: {en: North, fi: Pohjoinen}
- id: touchpoint-desk
  name: {en: Service desk, fi: Palvelutiski}
  channel: service-location
- id: event-panel
  name: {en: Panel, fi: Raati}
  type: customer-panel
  modality: done
  from: 2026-05-04
- id: event-day
  name: {en: Staff day, fi: Päivä}
  type: theme-day
  modality: done
- id: need-bus   # keep me
  name: {en: A stop for the bus, fi: Pysäkki}
  origins:
    - {by: customers, at: [organisation-north], standing: illustrative}
  standing: illustrative
- id: path-loan
  name: {en: Borrowing, fi: Lainaaminen}
  steps:
    - id: ask
      action: {en: asks, fi: kysyy}
      actor: {kind: customer}
      lane: customer
      feeling: {value: 1, standing: illustrative}
    - id: wait
      action: {en: waits, fi: odottaa}
      actor: {kind: customer}
      lane: customer
      feeling: {value: 0, standing: sourced, sources: [source-study]}
- id: source-study
  citation: A study
- id: commitment-fast
  name: {en: We answer fast, fi: Vastaamme pian}
  value: {en: Respect, fi: Kunnioitus}
- id: promise-lakes
  name: {en: Promise, fi: Lupaus}
  commitments: [commitment-fast]
"""
NEEDS, PROMISE, JOURNEY = "workshop-needs", "workshop-promise", "workshop-journey"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "lakes"
    made.mkdir()
    (made / "model.yaml").write_text(MODEL, encoding="utf-8")
    (made / "all.yaml").write_text(ELEMENTS, encoding="utf-8")
    return made


def given(book: SheetBook, **typed: Any) -> GivenBook:
    """The book as a program for sheets gives it back, with what somebody typed into cells."""
    words = {(int(address[1:]), ord(address[0]) - 64): said for address, said in typed.items()}
    return given_book(book, lambda cells: cells | words)


def brought(
    folder: Path, kind: str, *ids: str, event: str | None = "event-panel", **typed: Any
) -> lg.WorkshopResult:
    book = workshop_book(lg.load(folder), kind, ids, event=event, lang="en")
    return lg.bring_workshop(folder, given(book, **typed))


def refused(
    folder: Path, kind: str, *ids: str, event: str | None = "event-panel", **typed: Any
) -> str:
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    with pytest.raises(lg.WorkshopError) as caught:
        brought(folder, kind, *ids, event=event, **typed)
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before
    return "\n".join(map(str, caught.value.args))


def text(words: str) -> lg.Text:
    return lg.Text(en=words)


def test_a_need_has_the_event_as_its_origin_and_keeps_what_it_had(folder: Path) -> None:
    brought(folder, "needs", C3="customers", D3="North", E3="Three missed it", F3=5)
    need = lg.load(folder)[lg.Need, "need-bus"]
    old, new = need.origins
    assert (old.by.value, old.standing, old.at) == (
        "customers",
        lg.Standing.ILLUSTRATIVE,
        ("organisation-north",),
    )
    assert (new.events, new.at) == (("event-panel",), ("organisation-north",))
    assert (new.shown_by, new.dots) == (text("Three missed it"), 5)
    assert (new.standing, new.sources) == (lg.Standing.SOURCED, ("source-panel-sheets",))
    source = lg.load(folder)[lg.Source, "source-panel-sheets"]
    assert source.citation == "Sheets of the workshop: Panel"
    assert str(source.published) == "2026-05-04"
    assert "- id: need-bus   # keep me" in (folder / "all.yaml").read_text("utf-8")


def test_a_new_need_gets_an_id_of_its_words_and_both_who_raised_it(folder: Path) -> None:
    brought(folder, "needs", B4="Äänikirjoja lisää!", C4="customers, staff", F4=2)
    need = lg.load(folder)[lg.Need, "need-aanikirjoja-lisaa"]
    assert need.name == text("Äänikirjoja lisää!")
    assert [(one.by.value, one.dots) for one in need.origins] == [("customers", 2), ("staff", None)]
    assert need.standing is lg.Standing.SOURCED


def test_the_same_book_twice_changes_nothing(folder: Path) -> None:
    typed: dict[str, Any] = {"C3": "customers", "F3": 5, "B4": "More light", "C4": "staff"}
    first = brought(folder, "needs", **typed)
    assert first.amended.files
    book = workshop_book(lg.load(folder), "needs", ["need-bus"], event="event-panel", lang="en")
    again = lg.bring_workshop(folder, given(book, **typed))
    assert again.amended.files == ()
    assert [one.id for one in lg.load(folder).all(lg.Need)] == ["need-bus", "need-more-light"]


def test_what_was_changed_in_the_file_since_stays_and_is_said(folder: Path) -> None:
    graph = lg.load(folder)
    book = workshop_book(graph, "needs", event="event-panel", lang="en")
    lg.bring_workshop(folder, given(book, C3="customers", F3=5))

    def mended(before: lg.ServiceGraph) -> Amendment:
        def six(one: Any) -> Any:
            if one.id != "need-bus":
                return one
            data = one.model_dump(mode="json", by_alias=True, exclude_defaults=True)
            data["origins"][1]["dots"] = 6
            return lg.Need.model_validate(data)

        return Amendment([six(one) for one in before])

    amend(folder, mended)
    same = lg.bring_workshop(folder, given(book, C3="customers", F3=5))
    assert same.amended.files == ()
    other = lg.bring_workshop(folder, given(book, C3="customers", F3=9))
    assert lg.load(folder)[lg.Need, "need-bus"].origins[1].dots == 6
    assert any("need-bus" in note and "the file's stays" in note for note in other.notes)


def test_half_filled_rows_are_said_with_their_cells(folder: Path) -> None:
    said = refused(folder, "needs", C4="staff", B5="Only a need", F3="many")
    assert "Workshop needs!B4: this row is half filled: say here what is needed" in said
    assert "Workshop needs!C5: this row is half filled: say here who raised it" in said
    assert "Workshop needs!F3: many is not a number" in said
    assert "nothing is brought in; 3 to mend" in said


def test_formulas_and_what_is_not_there_are_refused(folder: Path) -> None:
    assert "B4: this is a formula" in refused(folder, "needs", B4=Formula("=1+1"), C4="staff")
    assert "did you mean organisation-north?" in refused(
        folder, "needs", C3="staff", D3="organisation-nort"
    )
    assert "there is no need-buss in the model; did you mean need-bus?" in refused(
        folder, "needs", A3="need-buss", C3="staff"
    )


def test_nothing_of_persons_is_taken(folder: Path) -> None:
    said = refused(folder, "needs", B4="Ring +358 44 123 4567", C4="customers")
    assert "Workshop needs!B4: the phone number" in said
    said = refused(folder, "needs", B4="Write to maija.virtanen@example.org", C4="customers")
    assert "the e-mail address" in said
    told = brought(folder, "needs", B4="Maija Virtanen wants a lift", C4="customers")
    assert any("looks like a person's name" in note for note in told.notes)


def test_what_staff_think_that_customers_feel_is_not_sourced(folder: Path) -> None:
    brought(folder, "journey", "path-loan", event="event-day", C12="Help!", C13=-2, C14="A queue")
    step = lg.load(folder)[lg.Path, "path-loan"].steps[0]
    assert step.feeling is not None
    assert (step.feeling.value, step.feeling.standing) == (-2, lg.Standing.ILLUSTRATIVE)
    assert step.thoughts[0].standing is lg.Standing.ILLUSTRATIVE
    (mark,) = step.marks
    assert (mark.type.value, mark.text, mark.standing) == (
        "critical",
        text("A queue"),
        lg.Standing.SOURCED,
    )


def test_customers_feelings_take_the_place_of_invented_ones_only(folder: Path) -> None:
    told = brought(folder, "journey", "path-loan", C13=-1, D13=-2, C10="Nobody is there")
    ask, wait = lg.load(folder)[lg.Path, "path-loan"].steps
    assert ask.feeling is not None
    assert (ask.feeling.value, ask.feeling.standing) == (-1, lg.Standing.SOURCED)
    assert ask.action["en"] == "asks"
    assert [(mark.type.value, mark.text) for mark in ask.marks] == [
        ("question", text("Nobody is there"))
    ]
    assert wait.feeling is not None
    assert wait.feeling.value == 0
    assert any("D13" in note and "not taken" in note for note in told.notes)


def test_a_step_that_was_missing_comes_where_its_column_stands(folder: Path) -> None:
    typed = {"E7": "staff", "E8": "frontstage", "E9": "looks it up", "E11": "Service desk"}
    brought(folder, "journey", "path-loan", **typed)
    path = lg.load(folder)[lg.Path, "path-loan"]
    assert [step.id for step in path.steps] == ["ask", "wait", "looks-it-up"]
    assert path.steps[2].touchpoint == "touchpoint-desk"
    assert path.steps[2].sources == ("source-panel-sheets",)


def test_a_blank_journey_becomes_a_path(folder: Path) -> None:
    typed: dict[str, Any] = {
        "C2": "By bus",
        "C4": "Lives far away",
        "C5": "To get a book",
        "C8": "Before",
        "C9": "customer",
        "C11": "reads the timetable",
        "C13": "Late?\nOr not?",
        "C14": -1,
        "C15": "It is old",
        "C16": "A screen",
        "D8": "There",
        "D9": "staff",
        "D10": "backstage",
        "D11": "packs",
    }
    brought(folder, "journey", **typed)
    path = lg.load(folder)[lg.Path, "path-by-bus"]
    assert (path.name, path.description, path.goal) == (
        text("By bus"),
        text("Lives far away"),
        text("To get a book"),
    )
    assert [(phase.id, phase.name["en"]) for phase in path.phases] == [
        ("before", "Before"),
        ("there", "There"),
    ]
    first, second = path.steps
    assert (first.id, first.phase, first.lane.value) == (
        "reads-the-timetable",
        "before",
        "customer",
    )
    assert [thought.text["en"] for thought in first.thoughts] == ["Late?", "Or not?"]
    assert first.pains == (text("It is old"),)
    assert first.marks[0].type is lg.MarkType.OPPORTUNITY
    assert (second.actor.kind_, second.lane) == (lg.ActorKind.STAFF, lg.Lane.BACKSTAGE)
    assert path.standing is lg.Standing.SOURCED
    assert (folder / "paths/path-by-bus.yaml").is_file()


def test_a_lane_is_never_guessed_but_of_the_customer(folder: Path) -> None:
    said = refused(folder, "journey", C2="By bus", C9="staff", C11="packs", D9="customer")
    assert "C10: this row is half filled: say here the lane" in said
    assert "D11: this row is half filled: say here what happens" in said


def test_a_promise_is_not_changed_but_told_of(folder: Path) -> None:
    told = brought(
        folder,
        "promise",
        C3="Speed",
        D3="days",
        F3="Never heard of it",
        G3="drop",
        B4="We come to you",
    )
    graph = lg.load(folder)
    fast = graph[lg.Commitment, "commitment-fast"]
    assert fast.value == lg.Text(en="Respect", fi="Kunnioitus")
    assert any("C3" in note and "not taken" in note for note in told.notes)
    assert fast.standard is not None
    assert (fast.standard.metric, fast.standard.standing) == (text("days"), lg.Standing.SOURCED)
    claim = graph[lg.Claim, "claim-panel-fast"]
    assert claim.text == text("“We answer fast”: Drop. Never heard of it")
    assert claim.said_in == "source-panel-sheets"
    new = graph[lg.Commitment, "commitment-we-come-to-you"]
    assert (new.status.value, new.standing) == ("draft", lg.Standing.SOURCED)
    promise = graph[lg.Promise, "promise-lakes"]
    assert promise.commitments == ("commitment-fast", "commitment-we-come-to-you")


def test_without_an_event_nothing_is_sourced(folder: Path) -> None:
    told = brought(folder, "needs", event=None, B4="More light", C4="staff")
    need = lg.load(folder)[lg.Need, "need-more-light"]
    assert (need.standing, need.sources) == (lg.Standing.ILLUSTRATIVE, ())
    assert any("no event is named" in note for note in told.notes)


def test_the_event_can_be_named_when_the_book_is_brought_in(folder: Path, tmp_path: Path) -> None:
    """A book that was made without one is not lost."""
    said = refused(folder, "promise", event=None, F3="Never heard of it")
    assert "lumme sheet in … --event ID" in said
    book = workshop_book(lg.load(folder), "promise", event=None, lang="en")
    lg.bring_workshop(folder, given(book, F3="Never heard of it"), event="event-panel")
    assert lg.load(folder)[lg.Claim, "claim-panel-fast"].said_in == "source-panel-sheets"
    file = tmp_path / "needs.xlsx"
    assert lumme("workshop", folder, "--kind", "needs", "-o", file).code == 0
    wrong = lumme("sheet", "in", folder, file, "--event", "event-panle")
    assert (wrong.code, "event-panel" in wrong.err) == (2, True)
    assert lumme("sheet", "in", folder, file, "--event", "event-panel").code == 0
    assert lumme("sheet", "out", folder, tmp_path / "b.xlsx", "--event", "event-panel").code == 2


def test_dots_alone_are_a_vote_for_a_need_that_is_known(folder: Path) -> None:
    brought(folder, "needs", F3=2)
    old, new = lg.load(folder)[lg.Need, "need-bus"].origins
    assert (old.dots, new.by.value, new.dots, new.events) == (
        None,
        "customers",
        2,
        ("event-panel",),
    )
    said = refused(folder, "needs", B4="More light", F4=2)
    assert "C4: this row is half filled: say here who raised it" in said


def test_what_is_not_there_is_told_with_what_there_is(folder: Path) -> None:
    said = refused(folder, "needs", B4="More light", C4="staff", D4="Families")
    assert "there is no Families in the model" in said
    assert "; there are organisation-" in said


def test_it_is_said_that_staff_do_not_know_what_customers_feel(folder: Path) -> None:
    told = brought(folder, "journey", "path-loan", event="event-day", C12="Help!", C13=-2)
    (note,) = [one for one in told.notes if "customers" in one]
    assert note.startswith("customers do not take part in event-day as the model has it")


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    book = workshop_book(lg.load(folder), "needs", event="event-panel", lang="en")
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    told = lg.bring_workshop(folder, given(book, B4="More light", C4="staff"), dry_run=True)
    assert "need-more-light" in told.amended.after
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


def test_the_words_of_paper_and_sheet_are_the_same(folder: Path) -> None:
    graph = lg.load(folder)
    for kind in lg.WORKSHOPS:
        (drawing,) = lg.workshop_sheets(graph, kind, blank=True, lang="en")
        book = workshop_book(graph, kind, blank=True, lang="en")
        cells = {cell.value for row in book.sheets[1].rows for cell in row}
        assert {ask.words.words for ask in drawing.shape.asks} <= cells  # type: ignore[union-attr]


def test_a_line_is_a_thought_whatever_stands_in_it(folder: Path) -> None:
    brought(
        folder, "journey", "path-loan", C12="Where is it, then; here?\n\nToo many hits, as ever"
    )
    step = lg.load(folder)[lg.Path, "path-loan"].steps[0]
    assert [one.text["en"] for one in step.thoughts] == [
        "Where is it, then; here?",
        "Too many hits, as ever",
    ]


def test_numbers_that_cannot_be_are_said_at_their_cells(folder: Path) -> None:
    assert "Borrowing!C13: 7 is no feeling" in refused(folder, "journey", "path-loan", C13=7)
    assert "Workshop needs!F3: -4 is no number of dots" in refused(
        folder, "needs", C3="staff", F3=-4
    )


def test_an_event_that_is_gone_is_said_with_the_nearest(folder: Path) -> None:
    book = workshop_book(lg.load(folder), "needs", event="event-panel", lang="en")
    said = given(book, B4="More light", C4="staff")
    file = folder / "all.yaml"
    file.write_text(file.read_text("utf-8").replace("event-panel", "event-panels"), "utf-8")
    with pytest.raises(lg.WorkshopError, match="no event-panel in the model; did you mean event-p"):
        lg.bring_workshop(folder, said)


def test_merged_cells_are_refused(folder: Path) -> None:
    book = given(
        workshop_book(lg.load(folder), "needs", event="event-panel", lang="en"), C3="staff"
    )
    sheets = [
        replace(one, merged=("B3:B4",)) if n == 1 else one for n, one in enumerate(book.sheets)
    ]
    with pytest.raises(lg.WorkshopError, match="Workshop needs!B3:B4: these cells are merged"):
        lg.bring_workshop(folder, GivenBook("book.xlsx", sheets))


def test_a_word_that_was_put_right_in_the_book_is_no_second_need(folder: Path) -> None:
    book = workshop_book(lg.load(folder), "needs", event="event-panel", lang="en")
    lg.bring_workshop(folder, given(book, B4="Mroe light", C4="staff", B5="Less noise", C5="staff"))
    lg.bring_workshop(folder, given(book, B4="More light", C4="staff", B5="Less noise", C5="staff"))
    graph = lg.load(folder)
    assert [one.id for one in graph.all(lg.Need)] == [
        "need-bus",
        "need-mroe-light",
        "need-less-noise",
    ]
    assert graph[lg.Need, "need-mroe-light"].name == text("More light")
    lg.bring_workshop(folder, given(book, B5="More light", C5="staff", B4="Less noise", C4="staff"))
    assert len(lg.load(folder).all(lg.Need)) == 3


def test_a_word_that_was_put_right_is_no_second_step(folder: Path) -> None:
    book = workshop_book(lg.load(folder), "journey", event="event-panel", lang="en")
    typed: dict[str, Any] = {"C2": "By bus", "C9": "customer", "D9": "customer", "D11": "reads"}
    lg.bring_workshop(folder, given(book, C11="wates", **typed))
    lg.bring_workshop(folder, given(book, C11="waits", **typed))
    steps = lg.load(folder)[lg.Path, "path-by-bus"].steps
    assert [(one.id, one.action["en"]) for one in steps] == [("wates", "waits"), ("reads", "reads")]
    again = lg.bring_workshop(folder, given(book, C11="waits", **typed))
    assert again.amended.files == ()


def test_a_step_that_the_model_had_already_is_not_written_over(folder: Path) -> None:
    brought(folder, "journey", "path-loan", E7="staff", E8="backstage", E9="asks")
    steps = lg.load(folder)[lg.Path, "path-loan"].steps
    assert [(one.id, one.actor.kind_.value) for one in steps] == [
        ("ask", "customer"),
        ("wait", "customer"),
    ]


def test_what_a_model_keeps_of_a_workshop_may_be_lost_but_not_be_broken(folder: Path) -> None:
    book = workshop_book(lg.load(folder), "needs", event="event-panel", lang="en")
    said = given(book, B4="More light", C4="staff")
    lg.bring_workshop(folder, said)
    (kept,) = (folder / ".lumme/workshops").iterdir()
    kept.write_text("{", encoding="utf-8")
    with pytest.raises(lg.WorkshopError, match="cannot be read: take it away"):
        lg.bring_workshop(folder, said)
    kept.unlink()
    before = (folder / "all.yaml").read_text("utf-8")
    lg.bring_workshop(folder, said)
    assert (folder / "all.yaml").read_text("utf-8") == before


def test_a_book_goes_out_and_comes_home_by_the_command(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "needs.xlsx"
    out = lumme("workshop", folder, "--kind", "needs", "--event", "event-panel", "-o", file)
    assert (out.code, out.out, out.err) == (0, "", f"{file}\n")
    assert lg.is_workshop(file)
    unfilled = lumme("sheet", "in", folder, file)
    assert (unfilled.code, unfilled.out) == (0, "")
    assert "nothing to change" in unfilled.err
    book = openpyxl.load_workbook(file)
    sheet: Any = book["Workshop needs"]
    sheet["B4"], sheet["C4"] = "=More light", "staff"
    book.save(file)
    refused_ = lumme("sheet", "in", folder, file)
    assert refused_.code == 2
    assert "Workshop needs!B4: this is a formula" in refused_.err
    sheet["B4"] = "More light"
    book.save(file)
    dry = lumme("sheet", "in", folder, file, "--dry-run")
    assert dry.code == 0
    assert "need-more-light" in dry.out
    assert "need-more-light" not in lg.load(folder)
    filled = file.read_bytes()
    again = lumme("workshop", folder, "--kind", "needs", "-o", file)
    assert (again.code, file.read_bytes()) == (2, filled)
    assert "has changes that are not in the model" in again.err
    done = lumme("sheet", "in", folder, file)
    assert done.code == 0
    assert "need-more-light" in lg.load(folder)
    assert lumme("workshop", folder, "--kind", "needs", "-o", file).code == 0
    assert file.read_bytes() != filled


def test_other_files_are_no_book_of_a_workshop(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 no zip")
    assert not lg.is_workshop(tmp_path / "broken.xlsx")
    assert not lg.is_workshop(tmp_path / "none.xlsx")
    assert not lg.is_workshop(folder)
