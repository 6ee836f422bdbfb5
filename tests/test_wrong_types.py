"""What is given in place of something else is told of in words, not by what broke within."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pytest

import lumme_graph as lg

GRAPH = lg.example()


def _of_graphs() -> Iterator[str]:
    """The public functions whose first parameter is a graph."""
    for name in dir(lg):
        function = getattr(lg, name)
        if inspect.isfunction(function):
            first = next(iter(inspect.signature(function).parameters.values()), None)
            if first is not None and first.annotation == "ServiceGraph":
                yield name


@pytest.mark.parametrize("name", [*_of_graphs(), "query"])
def test_a_folder_in_place_of_a_graph_is_told_how_it_is_read(name: str) -> None:
    function: Callable[..., object] = getattr(lg, name)
    needed = [
        one for one in inspect.signature(function).parameters.values() if one.default is one.empty
    ]
    given = ["models/x" for one in needed if one.kind is not one.KEYWORD_ONLY]
    named = {one.name: "x" for one in needed if one.kind is one.KEYWORD_ONLY}
    with pytest.raises(TypeError) as caught:
        function(*given, **named)
    assert str(caught.value) == (
        'a ServiceGraph is expected here, not str: lg.load("models/mine") reads one'
    )


def undecorated(_: lg.Day) -> list[lg.Hit]:
    """A function that is not made a check."""
    return []


WRONG: list[tuple[Callable[[Any], object], object, str]] = [
    (lambda x: lg.diff(GRAPH, x), "x", "a ServiceGraph is expected here, not str"),
    (lambda x: lg.save(x, "b"), "a", "a ServiceGraph is saved, not str"),
    (GRAPH.all, "service-loan", "'service-loan' is no kind: give its class"),
    (lambda x: lg.ask(GRAPH, x), None, "None is no question"),
    (lambda x: lg.query(GRAPH, x), None, "None is no query"),
    (lg.explain, 5, "5 is no code"),
    (GRAPH.subset, 5, "5 is no id, element, kind or function"),
    (GRAPH.subset, ["service-loan"], "put a star before a list"),
    (GRAPH.get, ["x"], "is neither an id nor an element"),
    (lambda x: lg.check(GRAPH, more=x), undecorated, "more is a list of checks"),
    (lambda x: lg.check(GRAPH, more=x), [undecorated], "undecorated is no check: write @lg.own"),
    (lambda x: lg.rows(GRAPH.all(lg.Service), lang=x), None, "None is no language"),
    (lambda x: lg.explain("LG201", x), None, "None is no language"),
    (
        lambda x: lg.COVERAGE_FORMS["text"].render(lg.assess(GRAPH), x, lg.Look()),
        None,
        "None is no language",
    ),
    (lambda x: lg.draw(GRAPH, "path-loan", sheet=x), None, "None is the name of no sheet"),
    (lambda x: lg.draw(GRAPH, "path-loan", kind=x), 5, "5 is the name of no drawing"),
    (lambda x: lg.draw_blank(GRAPH, x), 5, "5 is the name of no drawing"),
    (lambda x: lg.workshop_sheets(GRAPH, x), 5, "give one of journey, needs, promise"),
    (lambda x: lg.workshop_sheets(GRAPH, "journey", paper=x), 5, "give one of a3, a4"),
    (lambda x: lg.export(GRAPH, "x.ttl", x), 5, "5 is the name of no form"),
    (lg.COVERAGE_FORMS.__getitem__, None, "None is the name of no form"),
    (lambda x: lg.check(GRAPH, select=x), None, "None is no code: write"),
    (lambda x: lg.check(GRAPH, ignore=x), [5], "5 is no code: write"),
    *((lg.load, given, "a model is read from its folder") for given in (None, b"x", BytesIO())),
    (lg.read, 5, "not from int"),
    (lambda x: lg.own_check("KY001", x, "b"), 5, "5 is no words"),
    (lg.own_question, 5, "5 is no words"),
    (lg.rows, None, "there are no rows of NoneType"),
    (lg.rows, lg.effects(lg.diff(GRAPH, GRAPH)), "there are no rows of DiffEffects"),
    (
        lg.columns,
        [GRAPH["service-loan"], lg.coverage(GRAPH).of("service-loan")[0]],
        "Service and Cell have other columns: make rows of each",
    ),
]


@pytest.mark.parametrize(("call", "given", "said"), WRONG)
def test_what_is_of_another_type_is_told_in_words(
    call: Callable[[Any], object], given: object, said: str
) -> None:
    with pytest.raises(TypeError) as caught:
        call(given)
    assert said in str(caught.value)


DAY = lg.Day.of(GRAPH)
LOAN = GRAPH["service-loan"]


@pytest.mark.parametrize(
    ("columns", "totals", "said"),
    [
        ({"a": [object]}, None, "a: <class 'object'> is no value: give an element or several"),
        ({"a": [[LOAN, 5]]}, None, "5] is no value"),
        ({"a": 5}, None, "a: a column is a list of values, not 5"),
        ({"a": "xyz"}, None, "a: a column is a list of values, not 'xyz'"),
        ({"a": [LOAN]}, {"t": 5}, "t: a total counts elements, not 5"),
        ({"a": [LOAN]}, {"t": ["service-loan"]}, "t: a total counts elements, not 'service-loan'"),
    ],
)
def test_what_is_no_value_of_an_answer_is_told_with_its_column(
    columns: Any, totals: Any, said: str
) -> None:
    with pytest.raises(TypeError) as caught:
        lg.answer(DAY, columns, "So many: {of}.", totals=totals)
    assert said in str(caught.value)


def test_every_value_of_an_answer_is_taken() -> None:
    values = [LOAN, [LOAN], None, [], "x", 5, 2.5, True, date(2026, 8, 22), LOAN.ref]
    answer = lg.answer(DAY, {"a": values}, "{of}", totals={"t": iter([LOAN])})  # type: ignore[dict-item]
    assert len(answer.rows) == len(values)
    assert [one.value for one in answer.totals] == [1]


def test_a_code_is_text() -> None:
    with pytest.raises(lg.ValueRefusedError, match="5 is no code of one's own"):
        lg.own_check(5, "a", "b")  # type: ignore[arg-type]


def test_none_is_no_day() -> None:
    with pytest.raises(lg.DayError, match="None is no day"):
        GRAPH.on(None)  # type: ignore[arg-type]
