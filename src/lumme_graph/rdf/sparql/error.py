"""A query that cannot be answered: where, what is wrong, and what to do."""

from __future__ import annotations

import re
from typing import Final

from lumme_graph.base.error import KnownError
from lumme_graph.base.finding import Place
from lumme_graph.base.guess import nearest

_WHERE: Final = re.compile(r"error at (\d+):(\d+): ")


_UPDATE: Final = re.compile(
    r"\s*(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE
)
_FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_BEGINS: Final = "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE"
_NO_UPDATE: Final = f"{_BEGINS}; nothing is changed by one"
_LAST_FORM: Final = "expected CONSTRUCT"
"""What the parser says of a first word that is no form of a query, so many letters behind its beginning."""


class QueryError(KnownError):
    """A query that is no SPARQL, or is not answered here; the message says where and what to do."""


def of_parser(error: SyntaxError, query: str, name: str) -> QueryError:
    """What the parser says, with the line of the query that it does not understand."""
    said = str(error)
    found = _WHERE.search(said)
    if found is None:
        return QueryError(f"{name}: {said}")
    line, column = map(int, found.groups())
    lines = query.split("\n")
    shown = lines[line - 1] if line <= len(lines) else ""
    if said[found.end() :] == _LAST_FORM:
        column = max(1, column - len("CONSTRUCT"))
        wrong, advice = "SPARQL has no query that begins so", _begun(shown[column - 1 :])
    else:
        wrong, advice = _meant(said[found.end() :])
    if _UPDATE.match(query):
        advice = _NO_UPDATE
    return QueryError(
        f"{Place(name, line, column)}: {wrong}",
        f"    {shown}",
        f"    {' ' * (column - 1)}^",
        f"  → {advice}",
    )


def _begun(rest: str) -> str:
    """How a query begins, and what its first word may have been meant to be."""
    guess = nearest(rest.partition(" ")[0].upper(), _FORMS)
    return f"{_BEGINS}; did you mean {guess}?" if guess else _BEGINS


def _meant(said: str) -> tuple[str, str]:
    if "Prefix not found" in said:
        return "this prefix is not known", "say at the beginning what it stands for: PREFIX a: <…>"
    if "IRI" in said:
        return "this is no address", "an address holds no spaces, quotes or brackets"
    wanted = said.removeprefix("expected ")
    if wanted.startswith("one of "):
        return "SPARQL is not understood from here on", "look at what stands before this place"
    return "SPARQL is not understood from here on", f"{wanted} is expected here"
