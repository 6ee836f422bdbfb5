"""The formats of other people's files, each told by its content, and the one way to read them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from lumme_graph.base.by_name import ByName
from lumme_graph.base.collector import collector_paused
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.label import Label
from lumme_graph.base.shown import shown
from lumme_graph.exchange.asked import ImportOptions, NamedFile, day_in, day_saved, named_files
from lumme_graph.exchange.draft import Received
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.opened import Opened, top_fields

_SAVED = Label("the files do not say of which day they are; they were saved on {day}, so of that")
_FEW = 8


@dataclass(frozen=True, slots=True)
class ExchangeFormat:
    """A format: its name, what it is in words, how it is known, and how it is read."""

    name: str
    what: str
    knows: Callable[[Opened], bool]
    read: Callable[[Sequence[Opened], ImportOptions, date], Received]


def _is_kirkanta(file: Opened) -> bool:
    from lumme_graph.exchange.kirkanta.envelope import is_kirkanta

    return file.is_json and is_kirkanta(file.json)


def _read_kirkanta(files: Sequence[Opened], asked: ImportOptions, day: date) -> Received:
    from lumme_graph.exchange.kirkanta.read import read_kirkanta

    return read_kirkanta(files, asked, day)


def _is_ptv(file: Opened) -> bool:
    from lumme_graph.exchange.ptv.envelope import is_ptv

    return file.is_json and is_ptv(file.json)


def _read_ptv(files: Sequence[Opened], asked: ImportOptions, day: date) -> Received:
    from lumme_graph.exchange.ptv.read import read_ptv

    return read_ptv(files, asked, day)


def _is_hsds(file: Opened) -> bool:
    from lumme_graph.exchange.hsds.records import is_hsds

    return is_hsds(file)


def _read_hsds(files: Sequence[Opened], asked: ImportOptions, day: date) -> Received:
    from lumme_graph.exchange.hsds.read import read_hsds

    return read_hsds(files, asked, day)


def _is_table(file: Opened) -> bool:
    from lumme_graph.exchange.table.rows import is_table

    return is_table(file)


def _read_table(files: Sequence[Opened], asked: ImportOptions, day: date) -> Received:
    from lumme_graph.exchange.table.read import read_table

    return read_table(files, asked, day)


_FORMATS: Final = (
    ExchangeFormat(
        "kirkanta", "Kirkanta, the library directory of Finland", _is_kirkanta, _read_kirkanta
    ),
    ExchangeFormat("ptv", "PTV, the Finnish Service Catalogue (v11)", _is_ptv, _read_ptv),
    ExchangeFormat("hsds", "HSDS 3 of Open Referral", _is_hsds, _read_hsds),
    ExchangeFormat("table", "a table of services as CSV, with a mapping", _is_table, _read_table),
)

EXCHANGE_FORMATS: Final = ByName("format", {one.name: one for one in _FORMATS})
"""The formats by name, in the order in which they are tried."""


def receive(
    files: AnyPath | Sequence[AnyPath],
    asked: ImportOptions | None = None,
    *,
    format: str | None = None,  # noqa: A002
) -> Received:
    """What files of another system say, and what of them was not taken.

    A file is named by its path, with the language that it is in before it where it does not say
    that itself: `fi=a.json,en=b.json`. Without a format each file says by its content which it is.
    Nothing is fetched, and nothing written. Raises `ExchangeError` where the files cannot be read.
    """
    words = [files] if isinstance(files, str | os.PathLike) else files
    named = list(named_files([os.fspath(word) for word in words]))
    if not named:
        raise ExchangeError("name a file to read")
    _refuse_twice(named)
    opened = [Opened(one.path, one.language) for one in named]
    for one in opened:
        if not one.is_folder:
            _ = one.data
    asked = asked or ImportOptions()
    with collector_paused():
        which = _format(opened, format)
        day = asked.day or _named_day(opened)
        received = which.read(opened, asked, day or _saved_day(opened))
    received = replace(received, digests=tuple(sorted(one.digest for one in opened)))
    if day is None and received.day == _saved_day(opened):
        note = _SAVED.fill(day=received.day)
        return replace(received, notes=(*received.notes, note))
    return received


def recognised(file: AnyPath) -> ExchangeFormat | None:
    """The format of a file by its content; None where it is none of those that are read here."""
    opened = Opened(path_of(file))
    try:
        return next((one for one in EXCHANGE_FORMATS.values() if one.knows(opened)), None)
    except ExchangeError:
        return None


def _refuse_twice(named: Sequence[NamedFile]) -> None:
    paths = [one.path.resolve() for one in named]
    twice = next((one for one in paths if paths.count(one) > 1), None)
    if twice is not None:
        raise ExchangeError(f"{twice.name} is named twice; name it once")


def _format(files: Sequence[Opened], name: str | None) -> ExchangeFormat:
    """The format of the files. Raises `ExchangeError` where they have none, or several."""
    if name is not None:
        return EXCHANGE_FORMATS[name]
    found: dict[str, str] = {}
    for file in files:
        known = next((one.name for one in EXCHANGE_FORMATS.values() if one.knows(file)), None)
        if known is None:
            raise ExchangeError(_unknown(file))
        found.setdefault(known, file.name)
    if len(found) > 1:
        each = ", ".join(f"{file} is {name}" for name, file in found.items())
        raise ExchangeError(f"the files are of several formats ({each}); read one after the other")
    return EXCHANGE_FORMATS[next(iter(found))]


def _unknown(file: Opened) -> str:
    """Why a file is of no format, and what can be read."""
    names = "; ".join(one.what for one in EXCHANGE_FORMATS.values())
    if not file.is_json:
        return f"{file.path}: this is {file.what}, and no format that is read here: {names}"
    fields = list(top_fields(file.json))
    if "@context" in fields or "@graph" in fields:
        return f"{file.path}: this is JSON-LD: lumme import {file.path} -o DIR reads RDF"
    there = ", ".join(map(shown, fields[:_FEW])) or "a list"
    return (
        f"{file.path}: this JSON is of no format that is read here: {names}; at its top is {there}"
    )


def _named_day(files: Sequence[Opened]) -> date | None:
    """The latest day that the names of the files tell of."""
    return max(filter(None, (day_in(file.name) for file in files)), default=None)


def _saved_day(files: Sequence[Opened]) -> date:
    return max(day_saved(file.path) for file in files)
