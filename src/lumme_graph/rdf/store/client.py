"""What is asked of a triple store: to keep a graph, to count, to do an update."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Final, Self

import httpx

from lumme_graph.base.label import Message
from lumme_graph.rdf.store.asking import Asker
from lumme_graph.rdf.store.credentials import Credentials, StoreAuth
from lumme_graph.rdf.store.error import StoreError
from lumme_graph.rdf.store.patience import Patience
from lumme_graph.rdf.store.places import StorePlaces
from lumme_graph.rdf.store.spool import Spool

_CONNECT_WITHIN: Final = 20
_JSON: Final = {"Accept": "application/sparql-results+json"}


class StoreClient:
    """Speaks to one store, over connections that are verified; it follows nobody elsewhere."""

    def __init__(
        self,
        places: StorePlaces,
        credentials: Credentials,
        patience: Patience,
        say: Callable[[Message], None],
    ) -> None:
        self._places = places
        self._reading = places.query if credentials.given else places.reading
        self._client = httpx.Client(
            auth=StoreAuth(credentials, places.graphs),
            timeout=httpx.Timeout(patience.answer, connect=min(patience.answer, _CONNECT_WITHIN)),
            follow_redirects=False,
            headers={"User-Agent": "lumme-graph"},
        )
        self._ask = Asker(self._client, credentials, patience, say)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def put(self, graph: str, spool: Spool, sent: Callable[[int], None]) -> None:
        """Put triples in place of a graph."""
        headers = {"Content-Type": "application/n-triples", "Content-Length": str(spool.size)}
        self._ask(
            "PUT",
            self._places.graphs,
            params={"graph": graph},
            content=spool.pieces(sent),
            headers=headers,
        )

    def rows(self, query: str, graphs: Iterable[str] = ()) -> bytes:
        """What a query answers over some graphs, as SPARQL's JSON; over all that it asks anyway if none."""
        asked = {"query": query, "default-graph-uri": list(graphs)}
        answer = self._ask("POST", self._reading, data=asked, headers=_JSON, most=None)
        try:
            json.loads(answer.text)["head"]
        except (ValueError, KeyError, TypeError):
            raise self._no_sparql(self._reading) from None
        return answer.text.encode()

    def count(self, pattern: str) -> int:
        """In how many ways a pattern of SPARQL fits."""
        query = f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}"
        answer = self._ask("POST", self._places.query, data={"query": query}, headers=_JSON)
        try:
            (row,) = json.loads(answer.text)["results"]["bindings"]
            return int(row["n"]["value"])
        except (ValueError, KeyError, TypeError):
            raise self._no_sparql(self._places.query) from None

    @staticmethod
    def _no_sparql(url: str) -> StoreError:
        return StoreError(f"{url} does not answer as SPARQL says; is it the store's address?")

    def update(self, operations: list[str]) -> bool:
        """Do an update in one request, which must be safe to do twice.

        True where it cannot be that the store is still at it: no answer was lost on the way.
        """
        text = " ;\n".join(operations)
        media = {"Content-Type": "application/sparql-update"}
        return not self._ask("POST", self._places.update, content=text, headers=media).unsure
