"""Three-way merges of elements as plain data: each case worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from lumme_graph.editing.three_way import Conflict, ConflictType, ThreeWay, three_way

SERVICE: dict[str, Any] = {
    "id": "service-loan",
    "name": {"fi": "Laina", "en": "Loan"},
    "touchpoints": ["touchpoint-desk", "touchpoint-web"],
    "offered": [
        {"at": "organisation-aava", "is": "yes", "sources": ["source-a"]},
        {"at": "organisation-beeta", "is": "no"},
    ],
}


def step(id_: str, action: str = "", **more: Any) -> dict[str, Any]:
    """A step of a journey."""
    return {"id": id_, "action": {"en": action or id_}, "lane": "customer", **more}


def journey(*steps: dict[str, Any]) -> dict[str, Any]:
    """A journey of these steps."""
    return {"id": "path-hold", "name": {"en": "Hold"}, "steps": list(steps)}


def merge(base: Any, ours: Any, theirs: Any) -> ThreeWay:
    """The merge of one element; None where it is not there."""
    sides = ({} if side is None else {side["id"]: side} for side in (base, ours, theirs))
    return three_way(*sides)


def of(base: Any, ours: Any, theirs: Any) -> dict[str, Any]:
    """One element, merged without a conflict."""
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    (element,) = merged.elements.values()
    return element


def ids(element: dict[str, Any]) -> list[str]:
    """The ids of its steps."""
    return [one["id"] for one in element["steps"]]


def path(order: str) -> dict[str, Any]:
    """A journey with a step for each letter."""
    return journey(*map(step, order))


def test_each_side_changes_another_field() -> None:
    ours = SERVICE | {"cost": {"en": "Free"}}
    theirs = SERVICE | {"note": "Ask the desk"}
    assert of(SERVICE, ours, theirs) == SERVICE | {"cost": {"en": "Free"}, "note": "Ask the desk"}


def test_each_side_changes_another_language() -> None:
    ours = SERVICE | {"name": {"fi": "Lainaus", "en": "Loan"}}
    theirs = SERVICE | {"name": {"fi": "Laina", "en": "Borrowing", "sv": "Lån"}}
    assert of(SERVICE, ours, theirs)["name"] == {"fi": "Lainaus", "en": "Borrowing", "sv": "Lån"}


def test_both_change_one_language() -> None:
    ours = SERVICE | {"name": {"fi": "Laina", "en": "Loans"}}
    theirs = SERVICE | {"name": {"fi": "Laina", "en": "Borrowing"}}
    merged = merge(SERVICE, ours, theirs)
    assert merged.conflicts == (
        Conflict("service-loan", ("name", "en"), "Loan", "Loans", "Borrowing", ConflictType.VALUE),
    )
    assert merged.elements["service-loan"]["name"]["en"] == "Loans"


def test_both_change_to_the_same() -> None:
    same = SERVICE | {"name": {"fi": "Laina", "en": "Loans"}}
    assert of(SERVICE, same, same) == same


def test_references_in_no_order_are_a_set() -> None:
    ours = SERVICE | {"touchpoints": ["touchpoint-phone", "touchpoint-web"]}
    theirs = SERVICE | {"touchpoints": ["touchpoint-web", "touchpoint-desk", "touchpoint-chat"]}
    assert of(SERVICE, ours, theirs)["touchpoints"] == [
        "touchpoint-phone",
        "touchpoint-web",
        "touchpoint-chat",
    ]


def test_the_last_of_a_list_goes_with_its_field() -> None:
    one = SERVICE | {"touchpoints": ["touchpoint-desk"]}
    gone = {name: value for name, value in one.items() if name != "touchpoints"}
    assert of(one, gone, one | {"note": "n"}) == gone | {"note": "n"}
    more = one | {"touchpoints": ["touchpoint-desk", "touchpoint-web"]}
    assert of(one, gone, more)["touchpoints"] == ["touchpoint-web"]


def test_records_by_their_natural_key() -> None:
    mine, other = SERVICE["offered"]
    ours = SERVICE | {"offered": [other, mine | {"sources": ["source-a", "source-b"]}]}
    third = {"at": "organisation-geeta", "is": "yes"}
    theirs = SERVICE | {"offered": [mine, other | {"is": "yes"}, third]}
    assert of(SERVICE, ours, theirs)["offered"] == [
        other | {"is": "yes"},
        third,
        mine | {"sources": ["source-a", "source-b"]},
    ]


def test_a_record_that_one_changes_and_the_other_takes_away() -> None:
    mine, other = SERVICE["offered"]
    ours = SERVICE | {"offered": [mine]}
    theirs = SERVICE | {"offered": [mine, other | {"is": "yes"}]}
    merged = merge(SERVICE, ours, theirs)
    changed = other | {"is": "yes"}
    where = ("offered", "organisation-beeta")
    assert merged.conflicts == (
        Conflict("service-loan", where, other, None, changed, ConflictType.REMOVED),
    )
    assert merged.elements["service-loan"] == ours
    back = merge(SERVICE, theirs, ours)
    assert back.conflicts == (
        Conflict("service-loan", where, other, changed, None, ConflictType.REMOVED),
    )
    assert back.elements["service-loan"] == theirs


def test_an_element_that_one_changes_and_the_other_takes_away() -> None:
    changed = SERVICE | {"note": "Ask the desk"}
    merged = merge(SERVICE, None, changed)
    assert merged == ThreeWay(
        {},
        (Conflict("service-loan", (), SERVICE, None, changed, ConflictType.REMOVED),),
    )
    assert merge(SERVICE, None, SERVICE) == ThreeWay({})


def test_new_elements_of_both_come_in() -> None:
    a, b, c = ({"id": f"need-{x}", "name": {"en": x}} for x in "abc")
    merged = three_way({"need-a": a}, {"need-a": a, "need-b": b}, {"need-a": a, "need-c": c})
    assert list(merged.elements.values()) == [a, b, c]
    same = merge(None, b, {"id": "need-b", "name": {"en": "b", "sv": "be"}})
    assert same.elements["need-b"]["name"] == {"en": "b", "sv": "be"}
    (conflict,) = merge(None, b, {"id": "need-b", "name": {"en": "other"}}).conflicts
    assert (conflict.path, conflict.base) == (("name", "en"), None)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("abc", "abxc", "ayb", "aybx"),  # insert; insert and remove
        ("abcd", "dabc", "abxcd", "dabxc"),  # move; insert
        ("abcd", "bacd", "abdc", "badc"),  # move; move
        ("abcd", "abxcd", "abycd", "abxycd"),  # both insert in one place: ours first
        ("ab", "xab", "yab", "xyab"),
        ("abc", "cab", "bc", "cb"),  # move; remove
        ("abcde", "acde", "abce", "ace"),  # remove; remove
        ("abcde", "eabcd", "bcdea", "ebcda"),  # the last to the front; the first to the end
    ],
)
def test_steps_in_their_order(base: str, ours: str, theirs: str, merged: str) -> None:
    assert "".join(ids(of(path(base), path(ours), path(theirs)))) == merged


def test_a_step_moved_by_one_and_changed_by_the_other() -> None:
    base = journey(step("ask"), step("wait"), step("fetch"))
    ours = journey(step("fetch"), step("ask"), step("wait"))
    theirs = journey(step("ask"), step("wait", "Wait for a message"), step("fetch", duration="P1D"))
    assert of(base, ours, theirs) == journey(
        step("fetch", duration="P1D"), step("ask"), step("wait", "Wait for a message")
    )


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("bac", "acb"), ("cab", "acb")],  # b before a, c before b; c to the front, c before b
)
def test_steps_moved_to_different_places(ours: str, theirs: str) -> None:
    merged = merge(path("abc"), path(ours), path(theirs))
    (conflict,) = merged.conflicts
    assert conflict == Conflict(
        "path-hold", ("steps",), list("abc"), list(ours), list(theirs), ConflictType.ORDER
    )
    assert ids(merged.elements["path-hold"]) == list(ours)


def test_a_field_of_a_step_both_change() -> None:
    base = journey(step("ask", actor={"kind": "customer"}), step("wait"))
    ours = journey(step("ask", actor={"kind": "staff"}), step("wait"))
    theirs = journey(step("wait"), step("ask", actor={"kind": "system"}))
    merged = merge(base, ours, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.path, conflict.base, conflict.ours, conflict.theirs) == (
        ("steps", "ask", "actor", "kind"),
        "customer",
        "staff",
        "system",
    )
    assert ids(merged.elements["path-hold"]) == ["wait", "ask"]


def test_a_date_between_two_days_is_one_value() -> None:
    base = {"id": "source-a", "read": {"earliest": "2020-01-01", "latest": "2020-02-01"}}
    ours = {"id": "source-a", "read": {"earliest": "2020-01-01", "latest": "2020-01-05"}}
    theirs = {"id": "source-a", "read": {"earliest": "2020-01-20", "latest": "2020-02-01"}}
    (conflict,) = merge(base, ours, theirs).conflicts
    assert (conflict.path, conflict.theirs) == (("read",), theirs["read"])


def profile(*tasks: Any) -> dict[str, Any]:
    """A profile with these tasks."""
    return {"id": "profile-a", "name": {"en": "A"}, "tasks": list(tasks)}


def test_a_text_of_a_list_is_translated_on_both_sides() -> None:
    base = profile({"fi": "Lainaa"}, {"fi": "Palauttaa"})
    ours = profile({"fi": "Lainaa", "en": "Borrows"}, {"fi": "Palauttaa"})
    theirs = profile({"fi": "Lainaa", "sv": "Lånar"}, {"fi": "Palauttaa"}, {"fi": "Uusii"})
    assert of(base, ours, theirs) == profile(
        {"fi": "Lainaa", "en": "Borrows", "sv": "Lånar"}, {"fi": "Palauttaa"}, {"fi": "Uusii"}
    )


def test_a_text_of_a_list_is_reworded_by_one_and_named_by_the_other() -> None:
    base = profile({"en": "Borrow"}, {"en": "Return"})
    ours = profile({"en": "Borrow books"}, {"en": "Return"})
    theirs = profile({"id": "borrow", "text": {"en": "Borrow"}}, {"en": "Return"})
    assert of(base, ours, theirs)["tasks"][0] == {"id": "borrow", "text": {"en": "Borrow books"}}


def test_a_text_of_a_list_is_reworded_by_both() -> None:
    merged = merge(
        profile({"en": "a"}, {"en": "b"}),
        profile({"en": "a"}, {"en": "c"}),
        profile({"en": "a"}, {"en": "d"}),
    )
    (conflict,) = merged.conflicts
    assert (conflict.path, conflict.ours, conflict.theirs) == (("tasks", 1, "en"), "c", "d")


def test_the_settings() -> None:
    base = {"as_of": "2026-08-22", "languages": {"required": ["fi"]}, "country": "FI"}
    ours = base | {"languages": {"required": ["fi", "en"]}, "site": {"colour": "#003366"}}
    theirs = {"as_of": "2026-11-01", "languages": {"required": ["fi"], "optional": ["sv"]}}
    merged = three_way({"model": base}, {"model": ours}, {"model": theirs})
    assert merged == ThreeWay(
        {
            "model": {
                "as_of": "2026-11-01",
                "languages": {"required": ["fi", "en"], "optional": ["sv"]},
                "site": {"colour": "#003366"},
            }
        }
    )


def test_a_list_of_the_settings_that_is_not_written_has_its_default() -> None:
    """Without a word, English is required: one side adds Swedish, the other has Finnish instead."""
    ours, theirs = (
        {"as_of": "2026-08-22", "languages": {"required": r}} for r in (["en", "sv"], ["fi"])
    )
    merged = three_way({"model": {"as_of": "2026-08-22"}}, {"model": ours}, {"model": theirs})
    assert merged.conflicts == ()
    assert merged.elements["model"]["languages"] == {"required": ["sv", "fi"]}


def section(*lines: str) -> dict[str, Any]:
    """A section with prose."""
    return {
        "id": "section-loans",
        "status": "draft",
        "body": {"en": "".join(f"{x}\n" for x in lines)},
    }


def test_prose_line_by_line() -> None:
    base = section("One.", "", "Two.", "", "Three.")
    ours = section("One!", "", "Two.", "", "Three.")
    theirs = section("One.", "", "Two.", "", "Three!", "", "Four.")
    assert of(base, ours, theirs) == section("One!", "", "Two.", "", "Three!", "", "Four.")


def test_prose_that_both_change() -> None:
    base = section("One.", "", "Two.", "", "Three.")
    ours = section("One!", "", "Two, ours.", "", "Three.")
    theirs = section("One.", "", "Two, theirs.", "", "Three!")
    merged = merge(base, ours, theirs)
    assert merged.conflicts == (
        Conflict("section-loans", ("body", "en"), "Two.\n", "Two, ours.\n", "Two, theirs.\n"),
    )
    assert merged.elements["section-loans"] == section("One!", "", "Two, ours.", "", "Three!")
