"""A question of SPARQL put to a model, in a store that lives as long as the program."""

from __future__ import annotations

import re
from typing import Final

from lumme_graph.base.given_day import AnyDay, day_of
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf import oxigraph
from lumme_graph.rdf.pieces import in_pieces
from lumme_graph.rdf.sparql.answered import QueryAnswer
from lumme_graph.rdf.sparql.error import QueryError, of_parser
from lumme_graph.rdf.sparql.named import NamedQuery, on_day, query_of
from lumme_graph.rdf.triples import nquads
from lumme_graph.rdf.vocabulary import PREFIXES

_ELSEWHERE: Final = re.compile(r"(?<!:)\bservice\b", re.IGNORECASE)
_UNTOLD: Final = (
    "it cannot be told whether SERVICE asks another store here; mend the query without it"
)
_NOT_PLAIN: Final = re.compile(r"\b(?:service|from)\b", re.IGNORECASE)
_JSON: Final = oxigraph.QueryResultsFormat.JSON


class ModelStore:
    """The stated and the derived graph of a model, to put several questions to.

    >>> import lumme_graph as lg
    >>> graph = lg.ServiceGraph([], lg.Settings(as_of="2026-08-22"))
    >>> lg.ModelStore(graph).ask("ASK { ?model a lg:Model }").truth
    True
    """

    def __init__(self, graph: ServiceGraph) -> None:
        need_graph(graph)
        self._base = graph.settings.base
        self._prefixes = {"id": self._base, **PREFIXES}
        self._store = oxigraph.Store()
        for piece in in_pieces(nquads(graph)):
            self._store.bulk_load(piece.encode(), format=oxigraph.RdfFormat.N_QUADS)

    def ask(self, query: str | NamedQuery, as_of: AnyDay | None = None) -> QueryAnswer:
        """What the model answers to a named query, to a query of SPARQL, or to one in a file.

        `as_of` is the day that a line marked `# DAY` asks for. The prefixes of the export need not be
        said, and nobody else is asked: SERVICE is refused. Raises `QueryError` for what is no query.
        """
        known = query_of(query) if isinstance(query, str) else query
        if not isinstance(known, NamedQuery):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"{known!r} is no query: give the name of one, SPARQL, or a file of it")
        text = on_day(known.text, day_of(as_of))
        names_graphs = not known.ours and _names_graphs(text, known.name, self._prefixes)
        try:
            found = self._store.query(
                text, prefixes=self._prefixes, use_default_graph_as_union=not names_graphs
            )
        except SyntaxError as error:
            raise of_parser(error, text, known.name) from None
        except UnicodeEncodeError:
            raise QueryError(f"{known.name}: it holds half a character; write it anew") from None
        if isinstance(found, oxigraph.QueryTriples):
            triples = dict.fromkeys(found)
            data = oxigraph.serialize(triples, format=oxigraph.RdfFormat.N_TRIPLES)
        else:
            data = found.serialize(format=_JSON)
        return QueryAnswer(data or b"", isinstance(found, oxigraph.QueryTriples), self._base)


def query(graph: ServiceGraph, query: str, as_of: AnyDay | None = None) -> QueryAnswer:
    """What a model answers to a named query (`named_queries`), to SPARQL 1.1, or to a file of it.

    For several questions make a `ModelStore` and ask that. Raises `QueryError` for what is no query.

    >>> import lumme_graph as lg
    >>> desk = lg.Touchpoint(id="touchpoint-desk", name={"en": "Desk"}, channel="service-location")
    >>> graph = lg.ServiceGraph([desk], lg.Settings(as_of="2026-08-22"))
    >>> lg.query(graph, "SELECT ?name { ?it a lg:Touchpoint ; dct:title ?name }").rows()
    [{'name': 'Desk'}]
    """
    return ModelStore(graph).ask(query, as_of)


def _names_graphs(text: str, name: str, prefixes: dict[str, str]) -> bool:
    """Does a query say with FROM which graphs it asks? Another store it may not ask: that is refused.

    Both are a parser's to say, which is not troubled where neither word is there.
    """
    if not _NOT_PLAIN.search(text):
        return False
    from rdflib import Namespace
    from rdflib.plugins.sparql import prepareQuery

    try:
        prepared = prepareQuery(text, initNs={p: Namespace(iri) for p, iri in prefixes.items()})
    except Exception:  # noqa: BLE001 - the parser has no class of its own for what it refuses
        if _ELSEWHERE.search(text):
            raise QueryError(f"{name}: {_UNTOLD}") from None
        return False
    if "ServiceGraphPattern" in str(prepared.algebra):
        raise QueryError(f"{name}: SERVICE asks another store, and nobody else is asked here")
    return prepared.algebra.datasetClause is not None
