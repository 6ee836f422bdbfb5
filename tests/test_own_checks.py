"""A network's own checks run beside ours and are reported as ours are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

import pytest
from load_folders import MODELS

import lumme_graph as lg

LAKES = MODELS / "lakes"


@lg.own_check("KY001", "profile “{name}” has no needs", "ask them", severity="error")
def profile_without_needs(day: lg.Day) -> Iterator[lg.Hit]:
    """A profile says nothing of what its people need."""
    for profile in day.graph.all(lg.Profile):
        if not profile.needs:
            yield lg.Hit(profile, name=profile.name["en"])


def test_it_is_found_at_its_line_among_ours() -> None:
    graph = lg.load(LAKES)
    found = lg.check(graph, more=[profile_without_needs])
    own = [one for one in found if one.code == "KY001"]
    assert [(one.element, one.message(), one.advice()) for one in own] == [
        ("profile-worker", "profile “Worker” has no needs", "ask them"),
        ("profile-guest", "profile “Guest” has no needs", "ask them"),
    ]
    assert [one.place.line for one in own] == [1, 2]
    assert {one.severity.value for one in own} == {"error"}
    assert set(lg.check(graph)) == set(found) - set(own)
    assert list(found) == sorted(found)


@pytest.mark.parametrize("form", list(lg.FINDING_FORMS))
def test_every_report_tells_of_it(form: str) -> None:
    graph = lg.load(LAKES)
    found = lg.check(graph, more=[profile_without_needs])
    text = lg.FINDING_FORMS[form].render(graph, found)
    assert "KY001" in text
    assert "profile “Guest” has no needs" in text


def test_json_has_its_name() -> None:
    graph = lg.load(LAKES)
    found = lg.check(graph, more=[profile_without_needs])
    data = json.loads(lg.FINDING_FORMS["json"].render(graph, found))["findings"]
    assert {one["name"] for one in data if one["code"] == "KY001"} == {"profile-without-needs"}


def accepting(code: str) -> lg.ServiceGraph:
    guest = lg.load(LAKES)[lg.Profile, "profile-guest"]
    accepted = guest.replace(suppress=[{"code": code, "reason": "they were asked"}])
    return lg.load(LAKES).with_each(lambda one: accepted if one.id == guest.id else one)


def test_an_element_may_accept_it_and_without_the_check_nobody_calls_that_idle() -> None:
    graph = accepting("KY001")
    found = lg.check(graph, more=[profile_without_needs])
    assert [one.element for one in found if one.code == "KY001"] == ["profile-worker"]
    for findings in (found, lg.check(graph)):
        assert [one.code for one in findings if one.code == "LG407"] == []


def test_an_acceptance_of_what_it_does_not_find_is_idle() -> None:
    @lg.own_check("KY001", "never", "never")
    def never(_: lg.Day) -> Iterator[lg.Hit]:
        yield from ()

    found = lg.check(accepting("KY001"), more=[never])
    assert [one.element for one in found if one.code == "LG407"] == ["profile-guest"]


@pytest.mark.parametrize("code", ["LG701", "ky001", "K001", "KY1", "KY0001", ""])
def test_a_code_that_is_ours_or_none_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="is no code of one's own"):
        lg.own_check(code, "a", "b")


def test_two_checks_of_one_code_are_refused() -> None:
    with pytest.raises(ValueError, match="two checks have the code KY001"):
        lg.check(lg.load(LAKES), more=[profile_without_needs, profile_without_needs])


def own(function: Callable[[lg.Day], Iterable[lg.Hit]]) -> lg.Check:
    return lg.own_check("KY007", "{n} of it", "mend it", name="ours")(function)


def one_hit(element: str | lg.Element) -> lg.Check:
    return own(lambda _: [lg.Hit(element, n=1)])


def test_a_hit_may_be_of_an_id() -> None:
    graph = lg.example()
    by_id = lg.check(graph, more=[one_hit("service-loan")], select="KY007")
    by_element = lg.check(graph, more=[one_hit(graph["service-loan"])], select="KY007")
    assert by_id == by_element
    assert [one.element for one in by_id] == ["service-loan"]
    with pytest.raises(TypeError, match="a Hit is of an element, an id or None, not of 5"):
        lg.Hit(5)  # type: ignore[arg-type]


def misspelt(_: lg.Day) -> Iterator[lg.Hit]:
    yield lg.Hit("service-lone", n=1)


def broken(day: lg.Day) -> Iterator[lg.Hit]:
    yield lg.Hit(None, n=len(day.graph) // 0)


@pytest.mark.parametrize(
    ("function", "said", "line", "cause"),
    [
        (
            misspelt,
            "there is no service-lone in the model; did you mean service-loan?",
            0,
            KeyError,
        ),
        (broken, "ZeroDivisionError", 1, ZeroDivisionError),
    ],
)
def test_a_check_that_fails_is_named_with_its_line(
    function: Callable[[lg.Day], Iterator[lg.Hit]], said: str, line: int, cause: type[Exception]
) -> None:
    with pytest.raises(lg.OwnCheckError) as caught:
        lg.check(lg.example(), more=[own(function)])
    told = str(caught.value)
    assert told.startswith(f"KY007 failed: {said}")
    assert f", at {__file__}:{function.__code__.co_firstlineno + line}:" in told
    assert isinstance(caught.value.__cause__, cause)


def test_a_function_that_takes_no_day_is_refused_when_it_is_declared() -> None:
    def nothing() -> list[lg.Hit]:
        return []

    with pytest.raises(TypeError, match=r"nothing must take the day .* def nothing\(day\)"):
        lg.own_check("KY007", "a", "b")(nothing)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="nothing must take the day"):
        lg.own_question("a")(nothing)  # type: ignore[arg-type]
