"""One text in place of a list of texts is told in words, and never taken for its letters."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from os import PathLike
from typing import Any

import pytest
from test_conventions import PARAMETERS, Parameter, functions
from test_files_in_python import others

import lumme_graph as lg

__all__ = ["others"]  # a fixture

TAKERS = dict(functions())
ONE_IS_MEANT = {"build(editions)", "receive(files)", "Edit.set(path)"}
"""What documents that one text may stand by itself."""
OF_LETTERS = {"nearest(known)"}
"""What may look for the nearest letter."""


def _takes_a_list(one: Parameter) -> bool:
    """Whether it is a list of texts, files or ids, and a text is no other way to give it."""
    said = str(inspect.signature(TAKERS[one.of]).parameters[one.name].annotation)
    begins = said.removesuffix(" | None").startswith(("Iterable[", "Sequence["))
    return begins and bool({str, PathLike} & one.types) and "[Iterable" not in said


LISTS = [
    one
    for one in PARAMETERS
    if _takes_a_list(one) and f"{one.of}({one.name})" not in ONE_IS_MEANT | OF_LETTERS
]


def test_there_are_some_that_take_a_list() -> None:
    assert len(LISTS) > 10


@pytest.mark.parametrize("one", LISTS, ids=lambda one: f"{one.of}({one.name})")
def test_a_text_is_no_list(one: Parameter, others: Mapping[str, Any]) -> None:
    owner, _, method = one.of.rpartition(".")
    function = getattr(others[owner], method) if owner else TAKERS[one.of]
    needed = {
        name: others[name]
        for name, it in inspect.signature(function).parameters.items()
        if it.default is it.empty and name != one.name
    }
    with pytest.raises(lg.ValueRefusedError) as refused:
        function(**needed, **{one.name: "path-hold"})
    said = f"{one.name} is a list: write ['path-hold'] in place of 'path-hold'"
    assert str(refused.value) == said
