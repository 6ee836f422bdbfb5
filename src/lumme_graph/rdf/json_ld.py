"""The blocks as JSON-LD: one object a subject, under a context of its own that nobody must fetch."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter

from lumme_graph.rdf.oxigraph import NamedNode, Triple
from lumme_graph.rdf.terms import Term, named

_TYPE = named("rdf:type")
_STRING = named("xsd:string")


def lines(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The text piece by piece, an object a line: the triples of a subject stand together."""
    yield f'{{"@context": {_json(prefixes)},\n"@graph": [\n'
    comma = ""
    for found in objects(triples, prefixes):
        yield f"{comma}{_json(found)}"
        comma = ",\n"
    yield "\n]}\n"


def objects(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> Iterator[dict[str, object]]:
    """The triples as objects, one for each subject, whose triples stand together."""
    short = _Short(prefixes)
    for subject, group in groupby(triples, attrgetter("subject")):
        yield _object(short[subject.value], group, short)


class _Short(dict[str, str]):
    """Addresses by their prefixes, where they have one."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._prefixes = sorted(prefixes.items(), key=lambda each: -len(each[1]))

    def __missing__(self, iri: str) -> str:
        for prefix, namespace in self._prefixes:
            local = iri[len(namespace) :]
            if iri.startswith(namespace) and not local.startswith("//"):
                self[iri] = f"{prefix}:{local}"
                return self[iri]
        return iri


def _object(subject: str, group: Iterable[Triple], short: _Short) -> dict[str, object]:
    said: dict[str, list[object]] = {}
    types: list[str] = []
    for triple in group:
        if triple.predicate == _TYPE:
            types.append(short[triple.object.value])  # type: ignore[union-attr]
        else:
            values = said.setdefault(short[triple.predicate.value], [])
            values.append(_value(triple.object, short))  # type: ignore[arg-type]
    return {"@id": subject, **({"@type": types} if types else {}), **said}


def _value(term: Term, short: _Short) -> object:
    if isinstance(term, NamedNode):
        return {"@id": short[term.value]}
    if term.language is not None:
        return {"@value": term.value, "@language": term.language}
    if term.datatype == _STRING:
        return term.value
    return {"@value": term.value, "@type": short[term.datatype.value]}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
