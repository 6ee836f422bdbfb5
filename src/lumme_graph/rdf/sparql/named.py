"""The named queries: files of SPARQL that come with the package, each with what it answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from lumme_graph.base.by_name import echo
from lumme_graph.base.files import read_bytes
from lumme_graph.base.given_day import AnyDay, day_of
from lumme_graph.base.given_path import maybe_path
from lumme_graph.base.guess import nearest
from lumme_graph.rdf.sparql.error import QueryError

_DAY: Final = re.compile(r"^.*#\s*DAY\s*$", re.MULTILINE)
"""A line that finds the day of the model, which a day that is asked for takes the place of."""


class NamedQuery(NamedTuple):
    """A query of SPARQL by its name; `ours` is one of the package."""

    name: str
    text: str
    ours: bool = False

    @property
    def answers(self) -> str:
        """What it answers: its first line."""
        return self.text.partition("\n")[0].lstrip("# ").rstrip()


@cache
def named_queries() -> Mapping[str, NamedQuery]:
    """The queries of the package by name.

    >>> named_queries()["membership"].answers[:30]
    'Who belongs to which organisat'
    """
    found = files("lumme_graph.rdf.sparql").joinpath("queries").iterdir()
    texts = {one.name.removesuffix(".rq"): one.read_text(encoding="utf-8") for one in found}
    return MappingProxyType(
        {name: NamedQuery(name, texts[name], ours=True) for name in sorted(texts)}
    )


def query_of(words: str) -> NamedQuery:
    """The query that words mean: a named one, SPARQL itself, or what a file holds.

    Raises `QueryError` where there is no such query, and no such file.
    """
    known = named_queries().get(words)
    if known is not None:
        return known
    file = maybe_path(words)
    if file is not None and file.is_file():
        return NamedQuery(words, _read(file))
    if any(letter in words for letter in " {\n"):
        return NamedQuery("query", words)
    guess = nearest(words, named_queries())
    more = f"did you mean {guess}?" if guess else f"there are {', '.join(named_queries())}"
    raise QueryError(f"there is no query and no file {echo(words)}; {more}")


def _read(file: Path) -> str:
    try:
        return read_bytes(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise QueryError(f"{file} is not UTF-8 text") from None


def on_day(query: str, as_of: AnyDay | None) -> str:
    """A query, asked for a day: each line that ends in `# DAY` says which.

    >>> print(on_day("?model lg:asOf ?day . # DAY", "2024-01-01"))
    BIND("2024-01-01"^^<http://www.w3.org/2001/XMLSchema#date> AS ?day)
    """
    day = day_of(as_of)
    if day is None:
        return query
    said = f'"{day.isoformat()}"^^<http://www.w3.org/2001/XMLSchema#date>'
    return _DAY.sub(f"BIND({said} AS ?day)", query)
