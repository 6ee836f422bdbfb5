"""The shipped catalogues hold just what the code says, and leave nothing to English."""

from __future__ import annotations

import ast
import io
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from lumme_graph.base.catalogue import SHIPPED, catalogue_of, shipped_text

SOURCE = Path(__file__).parents[1] / "src" / "lumme_graph"
KEYWORDS = {"Label": {1: (1,), 2: (1, (2, "c"))}, "Counted": (1, 2)}

Key = tuple[str | tuple[str, ...], str | None]


@pytest.fixture(scope="module")
def said() -> set[Key]:
    """Every message of the code with its context, as Babel finds them."""
    found = extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS)  # type: ignore[arg-type]
    return {(message, context) for _, _, message, _, context in found}


def book(tag: str) -> Catalog:
    """A shipped catalogue, read by Babel."""
    return read_po(io.StringIO(shipped_text(tag)), abort_invalid=True)


@pytest.mark.parametrize("tag", SHIPPED)
def test_it_holds_every_message_of_the_code_and_no_other(tag: str, said: set[Key]) -> None:
    """`python .ci/messages.py` brings both up to date; the translations are written by hand."""
    assert {(one.id, one.context) for one in book(tag) if one.id} == said


@pytest.mark.parametrize("tag", SHIPPED)
def test_every_message_is_translated_with_the_fields_of_the_english(tag: str) -> None:
    for one in book(tag):
        if not one.id:
            continue
        english = (one.id,) if isinstance(one.id, str) else one.id
        words = (one.string,) if isinstance(one.string, str) else tuple(one.string or ())
        assert not one.fuzzy, one.id
        assert all(words)
        assert [fields(pattern) - {"n"} for pattern in words] == [
            fields(pattern) - {"n"} for pattern in english
        ], one.id


def fields(pattern: str) -> set[str | None]:
    """The names of the fields of a pattern; a singular may be said without its number."""
    return {name for _, name, _, _ in Formatter().parse(pattern)} - {None}


@pytest.mark.parametrize("tag", SHIPPED)
def test_our_reader_takes_all_of_it(tag: str) -> None:
    assert catalogue_of(shipped_text(tag)).flaws == ()


def test_no_message_is_worked_out() -> None:
    """What is put together in the code is in no catalogue; fields are filled instead."""
    worked_out = [
        f"{file}:{node.lineno}"
        for file in SOURCE.rglob("*.py")
        if file.name != "label.py"
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"Label", "Counted"}
        and not all(isinstance(arg, ast.Constant) for arg in node.args)
    ]
    assert worked_out == []
