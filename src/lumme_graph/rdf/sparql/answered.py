"""What a query answers: rows, yes or no, or triples; as they came, in Python's types, or written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final

from lumme_graph.base.error import KnownError
from lumme_graph.rdf import oxigraph
from lumme_graph.rdf.vocabulary import PREFIXES

Plain = str | int | bool | Decimal | date | None
"""A value as Python has it: a node is its id in the model, or its address."""

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_READ: Final[Mapping[str, Callable[[str], Plain]]] = {
    f"{_XSD}integer": int,
    f"{_XSD}decimal": Decimal,
    f"{_XSD}boolean": lambda words: words in {"true", "1"},
    f"{_XSD}date": date.fromisoformat,
}
_JSON: Final = oxigraph.QueryResultsFormat.JSON
_RESULTS: Final = {
    "csv": oxigraph.QueryResultsFormat.CSV,
    "tsv": oxigraph.QueryResultsFormat.TSV,
    "json": _JSON,
    "xml": oxigraph.QueryResultsFormat.XML,
}
_TRIPLES: Final = {
    "turtle": oxigraph.RdfFormat.TURTLE,
    "ntriples": oxigraph.RdfFormat.N_TRIPLES,
}


@dataclass(frozen=True)
class QueryAnswer:
    """An answer, kept as SPARQL's JSON, or as N-Triples where the query makes triples.

    `base` begins the addresses of the model that was asked.
    """

    data: bytes = field(repr=False)
    is_triples: bool
    base: str

    @cached_property
    def _said(self) -> bool | tuple[list[str], list[list[oxigraph.Literal | object]]]:
        found = oxigraph.parse_query_results(self.data, format=_JSON)
        if isinstance(found, oxigraph.QueryBoolean):
            return bool(found)
        heads = [variable.value for variable in found.variables]
        return heads, [[row[head] for head in heads] for row in found]

    @property
    def truth(self) -> bool | None:
        """The answer to ASK; None of any other query."""
        return self._said if not self.is_triples and isinstance(self._said, bool) else None

    @property
    def columns(self) -> tuple[str, ...]:
        """The variables of a SELECT, in its order."""
        if self.is_triples:
            return ("subject", "predicate", "object")
        return () if isinstance(self._said, bool) else tuple(self._said[0])

    def rows(self) -> list[dict[str, Plain]]:
        """Each row by column, in Python's types: numbers, days; None where nothing is known."""
        return [
            {head: self._plain(value) for head, value in zip(self.columns, row, strict=True)}
            for row in self.terms()
        ]

    def terms(self) -> list[list[object]]:
        """Each row as the nodes and literals of pyoxigraph."""
        if self.is_triples:
            found = oxigraph.parse(self.data, format=oxigraph.RdfFormat.N_TRIPLES)
            return [[quad.subject, quad.predicate, quad.object] for quad in found]
        return [] if isinstance(self._said, bool) else self._said[1]

    def _plain(self, value: object) -> Plain:
        match value:
            case None:
                return None
            case oxigraph.Literal():
                read = _READ.get(value.datatype.value, str)
                return read(value.value)
            case oxigraph.NamedNode():
                return value.value.removeprefix(self.base) or value.value
            case _:
                return str(value)

    def short(self, value: object) -> str:
        """A value in few words: a node by its id or a known prefix, words with their language."""
        match value:
            case None:
                return ""
            case oxigraph.Literal():
                return f"{value.value}@{value.language}" if value.language else value.value
            case oxigraph.NamedNode():
                return self._short(value.value)
            case _:
                return str(value)

    def _short(self, iri: str) -> str:
        if iri.startswith(self.base) and iri != self.base:
            return iri.removeprefix(self.base)
        known = ((prefix, begin) for prefix, begin in PREFIXES.items() if iri.startswith(begin))
        found = max(known, key=lambda each: len(each[1]), default=None)
        return f"{found[0]}:{iri[len(found[1]) :]}" if found else iri

    def written(self, format: str) -> str:  # noqa: A002
        """The answer in a format of SPARQL's or RDF's own: csv, tsv, json, xml; turtle, ntriples.

        Raises `KnownError` where such an answer has no such form.
        """
        wanted, other = (_TRIPLES, _RESULTS) if self.is_triples else (_RESULTS, _TRIPLES)
        if format in other:
            what = "triples are" if self.is_triples else "rows, and yes or no, are"
            raise KnownError(f"{what} not written as {format}: write {' or '.join(wanted)}")
        if self.is_triples:
            found = oxigraph.parse(self.data, format=oxigraph.RdfFormat.N_TRIPLES)
            triples = [quad.triple for quad in found]
            used = {"id": self.base, **PREFIXES}
            text = oxigraph.serialize(triples, format=_TRIPLES[format], prefixes=used) or b""
            return text.decode()
        results = oxigraph.parse_query_results(self.data, format=_JSON)
        if format in {"csv", "tsv"} and isinstance(results, oxigraph.QueryBoolean):
            return f"{'true' if results else 'false'}\n"
        return (results.serialize(format=_RESULTS[format]) or b"").decode()
