"""Questions of SPARQL put to a triple store over HTTP, about one of the models that it holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from typing import Final, Protocol

from lumme_graph.base.extras import need
from lumme_graph.base.given_day import AnyDay, day_of
from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Message
from lumme_graph.rdf.sparql.answered import QueryAnswer
from lumme_graph.rdf.sparql.named import on_day, query_of
from lumme_graph.rdf.store.error import StoreError
from lumme_graph.rdf.store.patience import PATIENT, Patience
from lumme_graph.rdf.store.places import places_of
from lumme_graph.rdf.vocabulary import PREFIXES, expand

_MODELS: Final = f"""\
SELECT DISTINCT ?model ?graph WHERE {{
  {{ ?model a <{expand("lg:Model")}> }} UNION {{ GRAPH ?graph {{ ?model a <{expand("lg:Model")}> }} }}
}}"""
_PARTS: Final = f"SELECT DISTINCT ?part WHERE {{{{ GRAPH ?any {{{{ ?part <{expand('dct:isPartOf')}> <{{whole}}> }}}} }}}}"


class AsksRows(Protocol):
    """Whatever answers a query with rows over some graphs, as SPARQL's JSON."""

    def rows(self, query: str, graphs: Iterable[str] = ()) -> bytes:
        """The answer; over what the store is asked of anyway where no graphs are named."""
        ...


class StoredModel:
    """A model in a store: its base, and the graphs that hold it; none where the store has but one."""

    def __init__(self, client: AsksRows, base: str, graphs: tuple[str, ...]) -> None:
        self._client = client
        self.base = base
        self._graphs = graphs

    def ask(self, query: str, as_of: AnyDay | None = None) -> QueryAnswer:
        """What the model answers to a query that makes rows: a named one, SPARQL, or a file.

        Raises `StoreError` where the store does not answer.
        """
        known = query_of(query)
        prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
        text = on_day(known.text if known.ours else f"{prefixes}{known.text}", day_of(as_of))
        return QueryAnswer(self._client.rows(text, self._graphs), False, self.base)


@contextmanager
def stored_model(
    endpoint: str,
    base: str | None = None,
    *,
    say: Callable[[Message], None] = lambda _: None,
    patience: Patience = PATIENT,
) -> Generator[StoredModel]:
    """A model in the store at an address, to put questions to; `base` says which of several.

    It is there within `with stored_model(address) as model:`. Who asks is said by LUMME_STORE_USER
    and LUMME_STORE_PASSWORD, or by LUMME_STORE_TOKEN. Raises `StoreError` where the store cannot be
    asked, or holds no such model.
    """
    need("httpx", "tenacity")
    places = places_of(endpoint)
    from lumme_graph.rdf.store.client import StoreClient
    from lumme_graph.rdf.store.credentials import credentials_of

    with StoreClient(places, credentials_of(os.environ), patience, say) as client:
        found = _models(client)
        chosen = _chosen(list(found), base, endpoint)
        yield StoredModel(client, chosen, _graphs(client, chosen, found[chosen]))


def _models(client: AsksRows) -> dict[str, list[str]]:
    """The models that a store holds by their bases, and in which graphs each is described."""
    found: dict[str, list[str]] = {}
    for row in QueryAnswer(client.rows(_MODELS), False, "").rows():
        graphs = found.setdefault(str(row["model"]), [])
        if row["graph"] is not None:
            graphs.append(str(row["graph"]))
    return found


def _chosen(bases: list[str], base: str | None, endpoint: str) -> str:
    if not bases:
        raise StoreError(f"{endpoint} holds no model; put one there by lumme push")
    if base is None and len(bases) == 1:
        return bases[0]
    if base in bases:
        return base
    several = ", ".join(sorted(bases))
    if base is None:
        raise StoreError(f"{endpoint} holds several models: say with --base which of {several}")
    guess = nearest(base, bases)
    more = f"did you mean {guess}?" if guess else f"it holds {several}"
    raise StoreError(f"{endpoint} holds no model at {base}; {more}")


def _graphs(client: AsksRows, base: str, described: list[str]) -> tuple[str, ...]:
    """The graphs to ask: those of the mapping, with the parts of the stated one; else as it stands."""
    stated = f"{base}graph/stated"
    if stated not in described:
        return tuple(sorted(described))
    parts = QueryAnswer(client.rows(_PARTS.format(whole=stated)), False, "").rows()
    return (stated, f"{base}graph/derived", *sorted(str(row["part"]) for row in parts))
