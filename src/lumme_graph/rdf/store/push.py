"""A model pushed to a triple store: each of its graphs whole, or what differs from an older model.

What is pushed goes into graphs of its own first, is counted there, and then takes its place in one
update. So until all has arrived the graphs of the store are as they were; and then all of them
change together, as far as the store does one update whole or not at all.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from lumme_graph.base.error import KnownError
from lumme_graph.base.extras import need
from lumme_graph.base.label import Counted, Message
from lumme_graph.checks.check import check
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.read import ModelError
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.store.patience import PATIENT, Patience
from lumme_graph.rdf.store.places import places_of
from lumme_graph.rdf.store.progress import PushProgress

if TYPE_CHECKING:
    from lumme_graph.rdf.store.client import StoreClient
    from lumme_graph.rdf.store.delivery import Delivery

_PUSHED = Counted(
    "{graph}: {n} triple (before: {before}, sent: {sent})",
    "{graph}: {n} triples (before: {before}, sent: {sent})",
)
_PLANNED = Counted(
    "{graph}: {n} triple to be (now: {before}, to send: {sent})",
    "{graph}: {n} triples to be (now: {before}, to send: {sent})",
)


_STAYS = Counted(
    "{graph}: {n} triple stays, of an earlier push; --private puts today's in its place",
    "{graph}: {n} triples stay, of an earlier push; --private puts today's in their place",
)


class PushedGraph(NamedTuple):
    """A graph of a model in a store: how many triples it had, has, and how many are sent for it.

    After a dry run it has them still to be.
    """

    graph: str
    before: int
    after: int
    sent: int
    planned: bool = False

    @property
    def message(self) -> Message:
        """The same in words."""
        words = _PLANNED if self.planned else _PUSHED
        return words.fill(graph=self.graph, n=self.after, before=self.before, sent=self.sent)


def push(
    graph: ServiceGraph,
    endpoint: str,
    *,
    private: bool = False,
    since: ServiceGraph | None = None,
    dry_run: bool = False,
    say: Callable[[Message], None] = lambda _: None,
    patience: Patience = PATIENT,
) -> tuple[PushedGraph, ...]:
    """Put a model's graphs in place of those that a store holds, all of them or none.

    `since` is the model that the store holds: only what differs from it is sent, and nothing is
    done where the store holds another one. `dry_run` asks the store and changes nothing; `say` is told
    what takes long. Who writes is said by LUMME_STORE_USER and LUMME_STORE_PASSWORD, or by
    LUMME_STORE_TOKEN. Raises `ModelError` for a model with errors, and `StoreError` where the store
    cannot be reached, asked or written: its graphs are then as they were, unless the message says that
    this is not known.
    """
    need_graph(graph)
    need("httpx", "tenacity")
    from lumme_graph.rdf.store.client import StoreClient
    from lumme_graph.rdf.store.credentials import credentials_of
    from lumme_graph.rdf.store.deliver import deliver, held, must_hold
    from lumme_graph.rdf.store.graphs import graphs_of

    places, credentials = places_of(endpoint), credentials_of(os.environ)
    progress = PushProgress(say)
    _sound(graph, since)
    graphs = graphs_of(graph.settings.base, private=private)
    with StoreClient(places, credentials, patience, say) as store:
        before = {address: held(store, address) for address in graphs.values()}
        if not private:
            _tell_of_private(store, graph.settings.base, say)
        with _deliveries(graph, since, graphs, progress) as deliveries:
            for one in deliveries:
                must_hold(one, before[one.graph])
            if not dry_run:
                deliver(store, deliveries, progress, say)
    return tuple(
        PushedGraph(one.graph, before[one.graph], one.after, one.sent, dry_run)
        for one in deliveries
    )


def _tell_of_private(store: StoreClient, base: str, say: Callable[[Message], None]) -> None:
    """Say of what is private, where an earlier push has left it in the store, that it stays."""
    from lumme_graph.rdf.store.deliver import held
    from lumme_graph.rdf.store.graphs import graphs_of

    address = graphs_of(base, private=True)["private"]
    if n := held(store, address):
        say(_STAYS.fill(graph=address, n=n))


def _sound(graph: ServiceGraph, since: ServiceGraph | None) -> None:
    """Raise where a model has errors, or the older one is another model."""
    errors = [finding for finding in check(graph) if finding.severity == "error"]
    if errors:
        raise ModelError(errors)
    base, older = graph.settings.base, since and since.settings.base
    if base == Settings.model_fields["base"].default:
        raise KnownError(
            f"{base} is where every new model is, and another there would be overwritten: say in "
            "model.yaml where this one is, such as base: https://example.org/lake/"
        )
    if older and older != base:
        raise KnownError(f"the older model is at {older} and this one at {base}: push it whole")


@contextmanager
def _deliveries(
    new: ServiceGraph, old: ServiceGraph | None, graphs: Mapping[str, str], progress: PushProgress
) -> Generator[list[Delivery]]:
    """What is sent for each graph, which is gone from the disk afterwards."""
    from lumme_graph.rdf.store.delivery import difference, whole
    from lumme_graph.rdf.store.patch import changes
    from lumme_graph.rdf.store.spool import fill, spools

    place = f"{new.settings.base}graph/incoming/{secrets.token_hex(8)}"
    if old is None:
        with spools(graphs) as filled:
            fill(filled, new, progress.written)
            yield [whole(graphs[name], f"{place}/{name}", filled[name]) for name in graphs]
        return
    found = dict(zip(graphs, changes(old, new, private="private" in graphs), strict=True))
    with spools(graphs) as gone, spools(graphs) as come:
        yield [
            difference(change, f"{place}/{name}", gone[name], come[name])
            for name, change in found.items()
        ]
