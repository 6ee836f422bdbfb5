"""A query that cannot be answered: where, what is wrong, and what to do."""

from __future__ import annotations

import re
from typing import Final

from lumme_graph.base.finding import KnownError, Place

_WHERE: Final = re.compile(r"error at (\d+):(\d+): ")


class QueryError(KnownError):
    """A query that is no SPARQL, or is not answered here; the message says where and what to do."""


def of_parser(error: SyntaxError, query: str, name: str) -> QueryError:
    """What the parser says, with the line of the query that it does not understand."""
    said = str(error)
    found = _WHERE.search(said)
    if found is None:
        return QueryError(f"{name}: {said}")
    line, column = map(int, found.groups())
    wrong, advice = _meant(said[found.end() :])
    lines = query.split("\n")
    shown = lines[line - 1] if line <= len(lines) else ""
    return QueryError(
        f"{Place(name, line, column)}: {wrong}",
        f"    {shown}",
        f"    {' ' * (column - 1)}^",
        f"  → {advice}",
    )


def _meant(said: str) -> tuple[str, str]:
    if "Prefix not found" in said:
        return "this prefix is not known", "say at the beginning what it stands for: PREFIX a: <…>"
    if "IRI" in said:
        return "this is no address", "an address holds no spaces, quotes or brackets"
    if said == "expected CONSTRUCT":
        return (
            "SPARQL is not understood from here on",
            "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE; nothing is changed by one",
        )
    return "SPARQL is not understood from here on", f"expected here: {_shortened(said)}"


def _shortened(said: str) -> str:
    words = said.removeprefix("expected one of ").removeprefix("expected ")
    short = [word for word in words.split(", ") if "[" not in word]
    return ", ".join(short[:12]) + (", …" if len(short) > len(short[:12]) else "")
