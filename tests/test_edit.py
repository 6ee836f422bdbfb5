from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st
from load_folders import MODELS, texts, write

from lumme_graph.base.text import Text
from lumme_graph.editing.change import edit
from lumme_graph.editing.files import EditError
from lumme_graph.editing.put import Change
from lumme_graph.elements.offer import Service, Touchpoint
from lumme_graph.graph.id_errors import UnknownIdError
from lumme_graph.graph.read import load, read
from lumme_graph.schema.home import new

LAKES = MODELS / "lakes"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    target = tmp_path / "lakes"
    shutil.copytree(LAKES, target)
    return target


@pytest.mark.parametrize(
    ("element", "path", "value", "file", "old", "new"),
    [
        (
            "service-hold",
            "name.en",
            "Reserving",
            "offer.yaml",
            "en: Hold\n  desc",
            "en: Reserving\n  desc",
        ),
        (
            "organisation-north",
            "name.en",
            'The "N": library',
            "who/organisations.yaml",
            '"North Library"   # a name',
            '"The \\"N\\": library"   # a name',
        ),
        (
            "path-hold",
            "steps.pick-up.action.en",
            "collects",
            "paths/path-hold.yaml",
            "fetches      # from",
            "collects      # from",
        ),
        ("path-hold", "steps.1.feeling.value", -2, "paths/path-hold.yaml", "value: 1", "value: -2"),
        (
            "path-hold",
            ("steps", 1, "feeling", "value"),
            2,
            "paths/path-hold.yaml",
            "value: 1",
            "value: 2",
        ),
        (
            "path-hold",
            "steps.pick-up.next.ask.when.en",
            "else",
            "paths/path-hold.yaml",
            "if it is missing",
            "else",
        ),
        (
            "path-hold",
            "phases.before.name.sv",
            "Före",
            "paths/path-hold.yaml",
            "Before}",
            "Before, sv: Före}",
        ),
        (
            "path-hold",
            "steps.ask.pains",
            [Text(fi="jono", en="a queue")],
            "paths/path-hold.yaml",
            "touchpoint: touchpoint-desk\n",
            "touchpoint: touchpoint-desk\n      pains:\n        - fi: jono\n          en: a queue\n",
        ),
        (
            "service-hold",
            "touchpoints.1",
            "touchpoint-desk",
            "offer.yaml",
            "touchpoint-shelf]",
            "touchpoint-desk]",
        ),
        (
            "service-hold",
            "sources",
            ["source-rules"],
            "offer.yaml",
            "is: no\n",
            "is: no\n  sources: [source-rules]\n",
        ),
        (
            "organisation-north",
            "memberships.0.from.latest",
            "2016",
            "who/organisations.yaml",
            "2017-12-31",
            "2016",
        ),
        (
            "organisation-north",
            "memberships.0.sources.0",
            None,
            "who/organisations.yaml",
            "[source-rules, source-board]",
            "[source-board]",
        ),
        (
            "path-hold",
            "steps.ask.feeling.value",
            -1,
            "paths/path-hold.yaml",
            "touchpoint: touchpoint-desk\n",
            "touchpoint: touchpoint-desk\n      feeling: {value: -1}\n",
        ),
        ("source-board", "published", "2019-02", "sources.yaml", "2019-01-31", "2019-02"),
        ("source-board", "note", "", "sources.yaml", "2019-01-31\n", "2019-01-31\n  note: ''\n"),
        ("source-rules", "type", None, "sources.yaml", "  type: web-page\n", ""),
        ("profile-guest", "relation", "user", "customers.yaml", "non-user", "user"),
        (
            "profile-guest",
            "status",
            "validated",
            "customers.yaml",
            "relation: non-user}",
            "relation: non-user, status: validated}",
        ),
        ("profile-guest", "name.fi", None, "customers.yaml", "{fi: Vieras, en", "{en"),
        (
            "service-hold",
            "offered.1.is",
            "yes",
            "offer.yaml",
            "is: no",
            "is: yes",
        ),
        (
            "service-hold",
            "description.en",
            "One asks.",
            "offer.yaml",
            ">-\n      One asks for an item;\n      it comes.",
            "One asks.",
        ),
        (
            "service-hold",
            "conditions.fi",
            "Ehdot",
            "offer.yaml",
            "      it comes.\n",
            "      it comes.\n  conditions: {fi: Ehdot}\n",
        ),
    ],
)
def test_only_the_value_changes(
    root: Path, element: str, path: str, value: object, file: str, old: str, new: str
) -> None:
    text = (LAKES / file).read_text()
    assert text.count(old) == 1
    edit(root).set(element, path, value)
    assert texts(root) == texts(LAKES) | {file: text.replace(old, new).encode()}
    load(root)


def test_changes_one_after_the_other(root: Path) -> None:
    edit(root).set("role-keeper", "name.sv", "Vårdare").set("role-keeper", "note", "x")
    assert (
        (root / "who" / "places.yaml")
        .read_text()
        .endswith(
            "- id: role-keeper\n  name: {fi: Ylläpitäjä, en: Keeper, sv: Vårdare}\n  note: x\n"
        )
    )


def test_several_changes_hold_together_or_not_at_all(root: Path) -> None:
    changes = [
        Change("path-hold", "steps.pick-up.id", "fetch"),
        Change("path-hold", "steps.fetch.lane", "customer"),
        Change("role-keeper", "name.en", "Warden"),
    ]
    edit(root).change(changes)
    path = (root / "paths" / "path-hold.yaml").read_text()
    assert path == (LAKES / "paths" / "path-hold.yaml").read_text().replace(
        "- id: pick-up", "- id: fetch"
    ).replace("lane: frontstage", "lane: customer")
    before = texts(root)
    with pytest.raises(EditError) as error:
        edit(root).change([*changes[2:], Change("path-hold", "steps.ask.id", "request")])
    assert [finding.code for finding in error.value.findings] == ["LG101"]
    assert texts(root) == before


def test_the_text_of_a_section(root: Path) -> None:
    edit(root).set("section-holds", "body.fi", "Uusi\r\nteksti")
    assert (root / "guide" / "section-holds.fi.md").read_bytes() == b"Uusi\r\nteksti"
    edit(root).set("section-holds", "body.en", "New")
    assert (root / "guide" / "section-holds.en.md").read_bytes() == b"New"
    edit(root).set("section-holds", "body.fi", None)
    assert not (root / "guide" / "section-holds.fi.md").exists()
    found = texts(root)
    assert found.pop("guide/section-holds.en.md") == b"New"
    kept = texts(LAKES)
    del kept["guide/section-holds.fi.md"]
    assert found == kept


def test_line_ends_marks_and_the_end_of_the_file_stay(tmp_path: Path) -> None:
    text = b"\xef\xbb\xbf# head\r\n- id: role-a\r\n  name:\r\n    en: A # why\r\n- id: role-b\r\n  name: {en: B}"
    root = write(
        tmp_path,
        {
            "a.yaml": text,
            "guide/g.yaml": "- {id: section-a, name: {en: A}, status: draft}",
            "guide/deep/section-a.en.md": b"\xef\xbb\xbfA",
        },
    )
    edit(root).set("role-a", "name.fi", "Ä: ö").set("role-a", "name.en", "Z").set(
        "role-b", "note", "x"
    )
    edit(root).set("section-a", "body.en", "B")
    assert (root / "a.yaml").read_bytes() == (
        text.replace(b"A # why\r\n", "Z # why\r\n    fi: 'Ä: ö'\r\n".encode()) + b"\r\n  note: x"
    )
    assert (root / "guide" / "deep" / "section-a.en.md").read_bytes() == b"\xef\xbb\xbfB"


@pytest.mark.parametrize(
    ("element", "path", "value", "message"),
    [
        (
            "service-hodl",
            "name.en",
            "x",
            "there is no service-hodl in the model; did you mean service-hold?",
        ),
        ("zzz", "name.en", "x", "there is no zzz in the model"),
        ("model", "as_of", "2020-01-01", "there is no model in the model"),
        (
            "service-hold",
            "nmae.en",
            "x",
            "service-hold: service has no field nmae: did you mean name?",
        ),
        ("service-hold", "", "x", None),
        ("service-hold", "name.en.x", "x", "service-hold: name has no parts of the name en.x"),
        ("service-hold", "touchpoints.x", "x", None),
        (
            "service-hold",
            "touchpoints.3",
            "x",
            "service-hold: touchpoints has 2 items; 3 is beyond the next one",
        ),
        (
            "path-hold",
            "steps.pickup.lane",
            "x",
            "path-hold: steps has no pickup: did you mean pick-up?",
        ),
        (
            "path-hold",
            "steps.zzz.lane",
            "x",
            "path-hold: steps has no zzz: name an item by its index, from 0",
        ),
        (
            "path-hold",
            "steps.ask.lain",
            "x",
            "path-hold: step has no field lain: did you mean lane?",
        ),
        ("path-hold", "steps.ask.lane.x", "x", "path-hold: lane has no parts of the name x"),
        (
            "source-board",
            "published.first",
            "x",
            "source-board: published has the parts earliest and latest, not first",
        ),
        (
            "service-hold",
            "id",
            "service-x",
            "service-hold: an id is changed with rename, which also changes what refers to it",
        ),
        (
            "section-holds",
            "body",
            "x",
            "section-holds: name the language of the text, such as body.en",
        ),
        (
            "section-holds",
            "body.Finnish",
            "x",
            "section-holds: name the language of the text, such as body.en",
        ),
        (
            "section-holds",
            "body.fi",
            3,
            "section-holds: name the language of the text, such as body.en",
        ),
        ("role-keeper", "description.fi", None, None),
    ],
)
def test_what_is_not_there_is_said(
    root: Path, element: str, path: str, value: object, message: str | None
) -> None:
    with pytest.raises(EditError) as error:
        edit(root).set(element, path, value)
    assert message is None or str(error.value) == message
    assert str(error.value)
    assert texts(root) == texts(LAKES)


@pytest.mark.parametrize(
    ("element", "path", "value", "place", "code", "message"),
    [
        (
            "path-hold",
            "steps.ask.lane",
            "frontsage",
            "paths/path-hold.yaml:14:7",
            "LG008",
            "steps.0.lane: frontsage is none of the values",
        ),
        (
            "service-hold",
            "touchpoints.0",
            "touchpoint-dekc",
            "offer.yaml:17:17",
            "LG101",
            "touchpoints: there is no touchpoint-dekc in the model",
        ),
        ("role-keeper", "name", None, "who/places.yaml:12:3", "LG009", "role needs the field name"),
        ("role-keeper", "name.en", " ", "who/places.yaml:13:3", "LG008", "name: the text is empty"),
        (
            "role-keeper",
            "name.EN",
            "x",
            "who/places.yaml:13:38",
            "LG107",
            "en and EN are one language, spelt in two ways",
        ),
        (
            "source-board",
            "published",
            "2019-13",
            "sources.yaml:11:3",
            "LG008",
            "published: 2019-13 is not a day of the calendar",
        ),
    ],
)
def test_a_change_that_would_not_hold_is_not_made(
    root: Path, element: str, path: str, value: object, place: str, code: str, message: str
) -> None:
    with pytest.raises(EditError, match=r"the model would not hold; nothing is changed") as error:
        edit(root).set(element, path, value)
    (finding,) = error.value.findings
    assert str(finding.place) == f"{root.as_posix()}/{place}"
    assert (finding.code, finding.message()) == (code, message)
    assert texts(root) == texts(LAKES)


def test_old_faults_do_not_stand_in_the_way_and_can_be_mended(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        {
            "a.yaml": "- id: role-a\n  nam: x\n- id: role-b\n  name: {en: B}\n  sources: [source-x]\n"
        },
    )
    edit(root).set("role-b", "name.en", "C").set("role-a", "name.en", "A")
    assert (root / "a.yaml").read_text() == (
        "- id: role-a\n  nam: x\n  name: {en: A}\n- id: role-b\n  name: {en: C}\n  sources: [source-x]\n"
    )
    assert [finding.code for finding in read(root)[1]] == ["LG007", "LG101"]


def test_what_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(EditError, match=r"is no model") as error:
        edit(tmp_path / "none")
    assert [finding.code for finding in error.value.findings] == ["LG013"]
    assert not (tmp_path / "none").exists()


def test_what_is_no_model_is_refused_before_anything_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "file"
    file.write_text("x", "utf-8")
    for none in ("nofolder", "", tmp_path, file):
        with pytest.raises(EditError, match=r"is no model") as error:
            edit(none)
        assert [finding.code for finding in error.value.findings] == ["LG013"]


def test_what_cannot_be_changed_in_place_is_left_to_the_hand(tmp_path: Path) -> None:
    text = "- id: role-a\n  name: {en: A}\n  note: |\n    x"
    root = write(tmp_path, {"a.yaml": text})
    with pytest.raises(EditError) as error:
        edit(root).set("role-a", "suppress", [{"code": "LG401", "reason": "so it is"}])
    assert str(error.value) == (
        f"role-a: suppress cannot be changed in place; change it by hand at {root.as_posix()}/a.yaml:1:3"
    )
    assert (root / "a.yaml").read_text() == text


@strategies.costly(3)
@given(
    st.sampled_from([("service-hold", Service), ("touchpoint-desk", Touchpoint)]),
    strategies.texts(),
)
def test_any_text_is_read_as_it_was_set(
    tmp_path: Path, of: tuple[str, type[Service | Touchpoint]], text: Text
) -> None:
    root = tmp_path / "lakes"
    shutil.copytree(LAKES, root, dirs_exist_ok=True)
    edit(root).set(of[0], "description", text)
    assert load(root)[of[1], of[0]].description == text


@pytest.mark.parametrize("text", [None, "- id: [service-loan\n"])
def test_what_may_be_in_a_file_that_cannot_be_read_is_not_said_to_be_missing(
    text: str | None, tmp_path: Path
) -> None:
    """A link out of the folder, or what is not YAML."""
    outside, root = tmp_path / "offer.yaml", tmp_path / "mine"
    offer = root / "offer.yaml"
    new(root)
    if text is None:
        offer.rename(outside)
        offer.symlink_to(outside)
    else:
        offer.write_text(text, encoding="utf-8")
    before = texts(root)
    with pytest.raises(EditError) as refused:
        edit(root).set("service-loan", "cost.en", "Free.")
    first, second = refused.value.lines
    assert first == f"{root} cannot be read whole; nothing is changed"
    assert second.startswith(f"{offer}: LG006 " if text is None else f"{offer}:2:1: LG002 ")
    assert [finding.code for finding in refused.value.findings] == [second.split()[1]]
    assert texts(root) == before


def test_a_fault_in_an_element_leaves_the_nearest_to_be_named(tmp_path: Path) -> None:
    new(tmp_path / "mine")
    (tmp_path / "mine" / "more.yaml").write_text("- {id: need-x, nam: {en: X}}\n", encoding="utf-8")
    with pytest.raises(EditError, match="did you mean service-loan"):
        edit(tmp_path / "mine").set("service-lona", "cost.en", "Free.")


REFUSED: list[tuple[Callable[[Any], object], type[Exception], str]] = [
    (lambda e: e.set("service-hold", None, "x"), TypeError, "None is no path: write steps."),
    (lambda e: e.set("service-hold", 5, "x"), TypeError, "5 is no path"),
    (lambda e: e.set(None, "note", "x"), TypeError, "None is neither an id nor an element"),
    (
        lambda e: e.set("service-hold", "note", object()),
        EditError,
        "note cannot be written: give",
    ),
    (
        lambda e: e.set("service-hold", "name", {"en": object()}),
        EditError,
        "give text, a number",
    ),
    (lambda e: e.set("service-hold", "", "x"), EditError, "service-hold: name a field"),
    (lambda e: e.set("service-hold", "name..en", "x"), EditError, "service-hold: name a field"),
    (lambda e: e.rename("service-hold", None), TypeError, "None is neither an id"),
    (lambda e: e.add("x"), TypeError, "elements are added, such as an lg.Need, not 'x'"),
    (lambda e: e.add(load(LAKES).settings), TypeError, "not Settings("),
    (lambda e: e.change([("service-hold", "name.en", "y")]), TypeError, "write lg.Change("),
    (lambda e: e.change([Change(None, "note", "x")]), TypeError, "None is neither an id"),  # type: ignore[arg-type]
    (lambda e: e.change(None), TypeError, "None is no change"),
    (lambda _: edit({"model.yaml": "as_of: 2026-01-01"}), TypeError, "the folder of a model"),  # type: ignore[arg-type]
    (lambda _: edit(None), TypeError, "not NoneType"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("call", "error", "says"), REFUSED)
def test_what_cannot_be_an_edit_is_told_in_words(
    root: Path, call: Callable[[Any], object], error: type[Exception], says: str
) -> None:
    before = texts(root)
    with pytest.raises(error) as caught:
        call(edit(root))
    assert says in str(caught.value)
    assert "object at 0x" not in str(caught.value)
    assert texts(root) == before


def test_what_is_not_there_is_an_unknown_id_and_an_edit_error(root: Path) -> None:
    calls: list[Callable[[], object]] = [
        lambda: edit(root).set("service-hol", "name.en", "x"),
        lambda: edit(root).rename("service-hol", "service-new"),
    ]
    for call in calls:
        with pytest.raises(UnknownIdError) as caught:
            call()
        assert isinstance(caught.value, EditError)
        assert caught.value.findings == ()
        assert (
            str(caught.value) == "there is no service-hol in the model; did you mean service-hold?"
        )
        other = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
        assert (type(other), str(other)) == (type(caught.value), str(caught.value))
