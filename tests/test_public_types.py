"""Whoever imports `lumme_graph` alone can name all that it hands over, and read what there is."""

from __future__ import annotations

import inspect
import pydoc
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, cast, get_args, get_origin, get_type_hints

import pytest

import lumme_graph as lg

PUBLIC = {name: getattr(lg, name) for name in dir(lg)}

INSIDE = {
    "Day": {"memo": "where functions of a day keep what they have found"},
    "Drawing": {
        "shape": "what the drawing's text, table and sheets are made of",
        "more": "the same of those on the same sheets",
        "scenes": "the sheets before they are SVG",
        "printed": "the sheets before they are PNG or PDF",
    },
    "DrawingKind": {"shape": "what a drawing is made of; its hints wait for what it draws"},
    "ExchangeFormat": {"knows": "takes an opened file", "read": "takes opened files"},
    "Fonts": {"face": "how wide a character is, for the layout"},
    "Prose": {"tree": "what pages and documents are made of"},
    "Received": {
        "drafts": "elements before they have ids",
        "network": "by which key the source knows it",
        "silent": "by which keys the source knows them",
    },
    "Report": {
        "text": "what the Word file is made of",
        "look": "how it is set",
        "printed": "what the PDF is made of",
    },
    "UnmappedTable": {"rows": "the rows before anybody has said what they are"},
}
"""Members that only the program has a use for, and why: what they are of is not public."""


def classes_in(hint: Any) -> Iterator[type]:
    """The classes of the project that a type hint names, however deep."""
    named = get_origin(hint) or hint
    if inspect.isclass(named) and named.__module__.startswith("lumme_graph."):
        yield named
    for part in get_args(hint):
        several: list[Any] = part if isinstance(part, list) else [part]  # pyright: ignore[reportUnknownVariableType]
        for one in several:
            yield from classes_in(one)


def functions_of(cls: type, but: set[str]) -> Iterator[Any]:
    """What can be called of a class without a leading underscore, and what its properties call."""
    for name, member in vars(cls).items():
        if name.startswith("_") or name in but:
            continue
        match member:
            case property():
                yield member.fget
            case cached_property():
                yield member.func
            case classmethod() | staticmethod():
                yield cast("Any", member).__func__
            case _ if inspect.isfunction(member):
                yield member
            case _:
                pass


def hints_of(name: str, thing: Any) -> Iterator[Any]:
    """The type hints of a public thing: of a function, or of a class with all its members."""
    if inspect.isfunction(thing):
        yield from get_type_hints(thing).values()
    elif inspect.isclass(thing):
        but = {*INSIDE.get(name, ())}
        if name != "DrawingKind":
            fields = get_type_hints(thing).items()
            yield from (hint for field, hint in fields if field[0] != "_" and field not in but)
            for function in functions_of(thing, but):
                yield from get_type_hints(function).values()


@pytest.mark.parametrize("name", [name for name in PUBLIC if not name.isupper()])
def test_what_a_public_name_mentions_is_public(name: str) -> None:
    named = {one for hint in hints_of(name, PUBLIC[name]) for one in classes_in(hint)}
    assert {one.__qualname__ for one in named if one not in PUBLIC.values()} == set()


def test_what_is_inside_is_there_and_is_of_classes_that_are_not_public() -> None:
    """A member that could be shown has no place in that list."""
    for name, members in INSIDE.items():
        for member in members:
            cls = PUBLIC[name]
            assert hasattr(cls, member) or member in cls.__annotations__, member
            if name != "DrawingKind":
                kept = getattr(cls, member, None)
                got = getattr(kept, "fget", None) or getattr(kept, "func", kept)
                hints = get_type_hints(got) if inspect.isfunction(got) else get_type_hints(cls)
                found = hints.values() if inspect.isfunction(got) else [hints[member]]
                named = {one for hint in found for one in classes_in(hint)}
                assert any(one not in PUBLIC.values() for one in named), member


def test_help_fits_on_a_few_screens_and_says_where_to_begin() -> None:
    """Not 75 000 lines: `help(lg.load)` says the rest."""
    told = pydoc.plain(pydoc.render_doc(lg))
    assert len(told.splitlines()) < 200
    assert "lg.load" in told
    assert "help(lg.load)" in told


def test_the_overview_names_only_what_there_is() -> None:
    named = re.findall(r"\blg\.([A-Za-z_]+)", lg.__doc__ or "")
    assert len(set(named)) > 50
    assert [name for name in named if not hasattr(lg, name)] == []


def test_every_package_within_says_that_it_is_private() -> None:
    folder = Path(lg.__file__ or "").parent
    for file in folder.glob("*/__init__.py"):
        assert "Private: import from `lumme_graph`." in file.read_text("utf-8"), file


def test_names_that_python_keeps_end_in_an_underscore_and_are_written_without() -> None:
    """In Python `is_` and `from_`, in files `is` and `from`; both make the same offer."""
    known = lg.Offer.model_validate({"at": "branch-x", "is": "yes", "from": "2026-01-01"})
    made = lg.Offer(
        at=lg.Ref("branch-x"), is_=lg.YesNo.YES, from_=lg.UncertainDate.parse("2026-01-01")
    )
    assert made == known
    assert made.is_ is lg.YesNo.YES
