"""Answers that are broken in one place: told in words, or read; never anything else."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ptv_samples
import pytest
from hsds_samples import NESTED, csv_of, others
from hypothesis import given
from hypothesis import strategies as st
from strategies import costly

import lumme_graph as lg
from lumme_graph.exchange.asked import ImportOptions
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.formats import receive
from lumme_graph.exchange.json_data import is_object, listed
from lumme_graph.exchange.start import new_from

WRONG: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, 10**30, "", " ", "x", "\u0007", "<b>", "=1+1", "\ud800", "å" * 300),
    *([], [[]], [None], ["x"], [5], {}, {"x": 1}, {"value": None}, [{"language": 5, "value": []}]),
)
"""What may stand where something else belongs."""

ANSWERS: dict[str, Any] = {
    "services": ptv_samples.services(),
    "channels": ptv_samples.channels(),
    "nested": NESTED,
}


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in an answer."""
    yield path
    if is_object(data):
        for name, value in data.items():
            yield from places(value, (*path, name))
    for at, value in enumerate(listed(data)):
        yield from places(value, (*path, at))


def broken(answer: Any, path: tuple[str | int, ...], wrong: Any) -> Any:
    """The same answer with something else at a place."""
    if not path:
        return wrong
    made = copy.deepcopy(answer)
    inner = made
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = wrong
    return made


def in_words(error: ExchangeError) -> None:
    assert error.args
    assert all(str(line).strip() for line in error.args)


def read(folder: Path, name: str, data: Any) -> None:
    """Read it as it would be read; whatever it is, it is read or refused in words."""
    text = json.dumps(data)
    (folder / f"{name}-en.json").write_text(text, "utf-8")
    try:
        model = new_from(receive(folder / f"{name}-en.json", ImportOptions(name="N")))
    except ExchangeError as error:
        in_words(error)
    else:
        lg.check(model.graph)
        assert list(model.said("en"))


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_that_is_broken_in_one_place(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp(name)
    answer = ANSWERS[name]

    @costly(25)
    @given(path=st.sampled_from(list(places(answer))), wrong=st.sampled_from(WRONG))
    def holds(path: tuple[str | int, ...], wrong: Any) -> None:
        read(folder, name, broken(answer, path, wrong))

    holds()


CELLS = ("", " ", "x", "'=1", "=1+1", "a\nb", 'a"b', "\u0007", "<script>x</script>", "9" * 40, "å")


def test_a_table_that_is_broken_in_one_cell(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("tables")
    tables = others()
    cells = [
        (name, at, column)
        for name, rows in tables.items()
        for at, row in enumerate(rows)
        for column in row
    ]

    @costly(25)
    @given(cell=st.sampled_from(cells), wrong=st.sampled_from(CELLS))
    def holds(cell: tuple[str, int, str], wrong: str) -> None:
        name, at, column = cell
        for table, rows in copy.deepcopy(tables).items():
            if table == name:
                rows[at][column] = wrong
            (folder / f"{table}.csv").write_text(csv_of(rows), "utf-8")
        try:
            model = new_from(receive(folder, ImportOptions(languages=("en",))))
        except ExchangeError as error:
            in_words(error)
        else:
            lg.check(model.graph)

    holds()
