"""A path as a sheet with its steps as columns: it comes back equal, and columns are steps."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import lumme
from sheet_given import Cells, Formula, columns, given_book
from strategies import costly, models

import lumme_graph as lg
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.reading.write import plain
from lumme_graph.sheets.given import GivenBook
from lumme_graph.sheets.given_model import GivenModel, given_model
from lumme_graph.sheets.journey import journey_book
from lumme_graph.sheets.journey_lines import lines_of, texts_in

KINDS = [one for one in ELEMENTS if one.kind.prefix in {"path", "profile", "touchpoint", "rule"}]
SETTINGS = lg.Settings(
    as_of="2026-08-22",  # type: ignore[arg-type]
    name=lg.Text(en="Lakes"),
    languages=lg.Languages(required=("en", "fi")),
)


def step(id_: str, **more: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "action": {"en": f"{id_}s", "fi": f"{id_} fi"},
        "actor": {"kind": "customer"},
        "lane": "customer",
        **more,
    }


def graph() -> lg.ServiceGraph:
    path = lg.Path.model_validate(
        {
            "id": "path-loan",
            "name": {"en": "Borrowing", "fi": "Lainaaminen"},
            "phases": [{"id": "before", "name": {"en": "Before"}}],
            "steps": [
                step(
                    "ask", phase="before", pains=[{"en": "slow", "fi": "hidas"}, {"fi": "kallis"}]
                ),
                step("wait", feeling={"value": -1, "standing": "illustrative"}),
                step("go", standing="illustrative"),
            ],
        }
    )
    desk = lg.Touchpoint.model_validate(
        {"id": "touchpoint-desk", "name": {"en": "Desk"}, "channel": "service-location"}
    )
    return lg.ServiceGraph([path, desk], SETTINGS)


def brought(change: Callable[[Cells], Cells], *, remove: bool = False) -> GivenModel:
    """What a book of the path says after a change of its sheet."""
    now = graph()
    book = given_book(journey_book(now, ["path-loan"]), change)
    return given_model(book, now, remove=remove)


def steps(found: GivenModel) -> list[str]:
    assert found.changes.faults == []
    return [one["id"] for one in found.changes.elements["path-loan"]["steps"]]


def moved_to(places: Mapping[int, int]) -> Callable[[int], int | None]:
    return lambda column: places.get(column, column)


def row_of(key: str) -> int:
    """The row of the sheet that is called so."""
    values = given_book(journey_book(graph(), ["path-loan"])).sheets[1]
    return next(row.number for row in values.rows if str(row.cells[0].value).endswith(f"#{key}"))


@costly(6)
@given(st.data())
def test_any_path_comes_back_equal(data: st.DataObject) -> None:
    elements = data.draw(models(KINDS))
    now = lg.ServiceGraph(elements, SETTINGS)
    paths = [one.id for one in now.all(lg.Path)]
    found = given_model(given_book(journey_book(now, paths)), now, remove=True)
    assert [str(one.message) for one in found.changes.faults] == []
    assert found.changes.touched == set()
    assert found.changes.removed == []
    for id_ in paths:
        assert found.changes.elements[id_] == plain(now[id_])


@costly(6)
@given(st.data())
def test_columns_in_any_order_are_steps_in_that_order(data: st.DataObject) -> None:
    now = lg.ServiceGraph(data.draw(models(KINDS)), SETTINGS)
    for path in now.all(lg.Path):
        order = data.draw(st.permutations(range(len(path.steps))))
        places = {old + 4: new + 4 for new, old in enumerate(order)}
        book = given_book(journey_book(now, [path.id]), partial(columns, places=moved_to(places)))
        found = given_model(book, now)
        assert found.changes.faults == []
        moved = [path.steps[n].id for n in order]
        said: list[Any] = list(found.changes.elements[path.id].get("steps", ()))
        assert [one["id"] for one in said] == moved
        same: dict[Any, Any] = {one["id"]: one for one in plain(path).get("steps", ())}
        assert said == [same[id_] for id_ in moved]


def test_a_moved_column_moves_its_step() -> None:
    moved = brought(lambda values: columns(values, lambda n: {4: 6, 5: 4, 6: 5}.get(n, n)))
    assert steps(moved) == ["wait", "go", "ask"]


def test_a_dropped_column_is_told_of_and_taken_away_only_when_asked() -> None:
    def without(values: Cells) -> Cells:
        return columns(values, lambda n: None if n == 5 else n - (n > 5))

    kept = brought(without)
    assert steps(kept) == ["ask", "wait", "go"]
    assert [(one.element, one.field) for one in kept.changes.removed] == [("path-loan", "steps")]
    assert steps(brought(without, remove=True)) == ["ask", "go"]


def test_a_new_column_is_a_step_where_it_stands() -> None:
    def inserted(values: Cells) -> Cells:
        made = columns(values, lambda n: n + (n > 4))
        words = {
            row_of("action.en"): "asks again",
            row_of("actor.kind"): "Staff",
            row_of("lane"): "backstage",
            row_of("touchpoint"): "Desk",
            row_of("phase"): "After the visit",
            row_of("pains.en"): "one\ntwo",
        }
        return made | {(row, 5): said for row, said in words.items()}

    found = brought(inserted)
    assert steps(found) == ["ask", "asks-again", "wait", "go"]
    path = found.changes.elements["path-loan"]
    new = path["steps"][1]
    assert new["actor"] == {"kind": "staff"}
    assert (new["lane"], new["touchpoint"], new["phase"]) == (
        "backstage",
        "touchpoint-desk",
        "after-the-visit",
    )
    assert new["pains"] == [{"en": "one"}, {"en": "two"}]
    assert path["phases"][1]["id"] == "after-the-visit"


def test_a_column_without_an_action_is_told_of_and_not_read() -> None:
    found = brought(lambda values: values | {(row_of("lane"), 7): "backstage"})
    assert steps(found) == ["ask", "wait", "go"]
    told = [found.speak(note).words for note in found.notes]
    assert any("!G" in one and "does not say what happens" in one for one in told)


def test_faults_are_said_with_the_cell_that_people_see() -> None:
    lane, feeling = row_of("lane"), row_of("feeling.value")
    found = brought(
        lambda values: values | {(lane, 4): "stage", (feeling, 5): 7, (lane, 6): Formula("=A1")}
    )
    places = {fault.place for fault in found.changes.faults}
    assert {f"Borrowing!D{lane}", f"Borrowing!E{feeling}", f"Borrowing!F{lane}"} <= places


def test_what_was_typed_in_one_language_leaves_the_others() -> None:
    row = row_of("pains.en")
    found = brought(lambda values: values | {(row, 4): "very slow\ndear"})
    assert found.changes.elements["path-loan"]["steps"][0]["pains"] == [
        {"en": "very slow", "fi": "hidas"},
        {"en": "dear", "fi": "kallis"},
    ]


def test_without_the_column_of_the_path_its_fields_stay() -> None:
    found = brought(lambda values: columns(values, lambda n: None if n == 3 else n), remove=True)
    assert found.changes.touched == set()


def test_the_sheet_of_no_path_is_refused_with_the_nearest() -> None:
    with pytest.raises(lg.UnknownIdError, match="did you mean path-loan"):
        journey_book(graph(), ["path-loen"])


@given(st.lists(st.dictionaries(st.sampled_from(["en", "fi"]), st.text(min_size=1), min_size=1)))
def test_lines_are_texts_again(texts: list[dict[str, str]]) -> None:
    cells = {tag: said for tag in ("en", "fi") if (said := lines_of(texts, tag))}
    assert texts_in(cells) == texts


def test_out_and_in_by_the_command(tmp_path: Path) -> None:
    model = tmp_path / "lakes"
    lg.save(graph(), model)
    out = lumme("sheet", "out", model, tmp_path / "j.xlsx", "path-loan", "--kind", "journey")
    assert (out.code, out.out) == (0, "")
    back = lumme("sheet", "in", model, tmp_path / "j.xlsx")
    assert back.code == 0
    assert "nothing to change" in back.err
    wrong = lumme("sheet", "out", model, tmp_path / "j.xlsx", "path-loan")
    assert wrong.code == 2


def test_as_a_folder_of_csv_files_it_comes_back_too(tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parents[1] / "models" / "lumme", tmp_path / "m")
    book = tmp_path / "hold"
    assert (
        lumme(
            "sheet",
            "out",
            tmp_path / "m",
            book,
            "path-hold",
            "--kind",
            "journey",
            "--format",
            "csv",
        ).code
        == 0
    )
    file = book / "path-hold.csv"
    file.write_text(file.read_text("utf-8").replace("borrows it, 14 days", "borrows it"), "utf-8")
    assert lumme("sheet", "in", tmp_path / "m", book).code == 0
    step = lg.load(tmp_path / "m")[lg.Path, "path-hold"].steps[5]
    assert step.action["en"] == "borrows it"


def test_a_new_column_that_is_half_filled_is_said_with_its_cells() -> None:
    found = brought(lambda values: values | {(row_of("action.en"), 7): "leaves"})
    said = {fault.place for fault in found.changes.faults}
    assert any(place.startswith("Borrowing!G") for place in said), said


@pytest.mark.parametrize("gone", ["row", "column", "id"])
def test_a_sheet_that_does_not_say_any_more_what_it_is_is_refused(gone: str) -> None:
    """Nothing of it is lost without a word, and nothing taken away for not being found."""
    row, column = {"row": (1, 0), "column": (0, 1)}.get(gone, (row_of("path.steps#id"), 0))
    found = brought(
        lambda values: {
            at: value for at, value in values.items() if at[0] != row and at[1] != column
        },
        remove=True,
    )
    assert [fault.place for fault in found.changes.faults] == ["Borrowing"]
    assert "put them back" in found.speak(found.changes.faults[0].message).words
    assert found.changes.touched == set()


def test_a_row_that_is_gone_takes_nothing_away() -> None:
    """Of the texts of a list: what is not asked is not answered."""
    rows = {row_of("pains.en"), row_of("pains.fi")}
    found = brought(
        lambda values: {at: value for at, value in values.items() if at[0] not in rows}, remove=True
    )
    assert (found.changes.faults, found.changes.touched) == ([], set())


def test_a_path_whose_sheet_is_gone_stays() -> None:
    path = graph()[lg.Path, "path-loan"]
    now = lg.ServiceGraph([*graph(), path.replace(id="path-other")], SETTINGS)
    book = given_book(journey_book(now, ["path-loan", "path-other"]))
    less = GivenBook(book.name, [book.sheets[0], *book.sheets[2:]])
    found = given_model(less, now, remove=True)
    assert (found.changes.faults, found.changes.removed) == ([], [])
    assert found.changes.touched == set()
