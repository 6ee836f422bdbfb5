"""Deliveries made to a store: sent, counted, put in their places in one update, counted again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from lumme_graph.base.label import Joined, Label, Message
from lumme_graph.rdf.store.delivery import Delivery, all_of, dropped
from lumme_graph.rdf.store.error import StoreError
from lumme_graph.rdf.store.progress import PushProgress

if TYPE_CHECKING:
    from lumme_graph.rdf.store.client import StoreClient
    from lumme_graph.rdf.store.spool import Spool

_PUT_IN_PLACE = Label("the store puts what it was sent in its place")
_LEFT = Label("the store may still hold what it was sent; drop once it is at rest: {graphs}")
_UNKNOWN = "whether the store has done it is not known: push again, which does no harm"


def held(store: StoreClient, graph: str) -> int:
    """How many triples a graph holds."""
    return store.count(all_of(graph))


def must_hold(delivery: Delivery, found: int) -> None:
    """Raise `StoreError` where a graph does not hold as many triples as it should."""
    if delivery.before not in {None, found}:
        raise _not_the_older(
            f"{delivery.graph} has {found} triples, the older model {delivery.before}"
            f" and this one {delivery.after}"
        )


def deliver(
    store: StoreClient,
    deliveries: Sequence[Delivery],
    progress: PushProgress,
    say: Callable[[Message], None],
) -> None:
    """Make the deliveries, all or none. Raises `StoreError` where that cannot be.

    `say` is told what must be known afterwards.
    """
    incoming = {graph: spool for one in deliveries for graph, spool in one.loads.items()}
    operations = [operation for one in deliveries for operation in one.operations]
    at_rest = True
    try:
        for delivery in deliveries:
            _send(store, delivery, progress)
        if operations:
            progress.at(_PUT_IN_PLACE)
            at_rest = False
            at_rest = _update(store, operations)
    except StoreError as error:
        at_rest = not error.unsure or at_rest
        raise
    finally:
        if incoming:
            _clear(store, incoming, say, at_rest=at_rest)
    for delivery in deliveries:
        found = held(store, delivery.graph)
        if found != delivery.after:
            raise StoreError(
                f"{delivery.graph} should have {delivery.after} triples and has {found}:"
                " somebody else writes to it too; push again"
            )


def _send(store: StoreClient, delivery: Delivery, progress: PushProgress) -> None:
    """Send what is delivered, and see that all has arrived and fits what is there."""
    for graph, spool in delivery.loads.items():
        store.put(graph, spool, progress.sending(delivery.graph, spool.size))
        found = held(store, graph)
        if found != spool.triples:
            raise StoreError(
                f"of {spool.triples} triples for {delivery.graph} {found} have arrived;"
                " its graphs are as they were"
            )
    for condition in delivery.conditions:
        if store.count(condition.pattern) != store.count(condition.other):
            raise _not_the_older(
                f"{delivery.graph} holds other triples, perhaps this one's already"
            )


def _update(store: StoreClient, operations: list[str]) -> bool:
    try:
        return store.update(operations)
    except StoreError as error:
        more = (_UNKNOWN,) if error.unsure else ()
        raise StoreError(*error.lines, *more, unsure=error.unsure) from None


def _clear(
    store: StoreClient,
    incoming: Mapping[str, Spool],
    say: Callable[[Message], None],
    *,
    at_rest: bool,
) -> None:
    """Take away what was sent, unless the store may still be about to read it."""
    try:
        if at_rest:
            store.update(dropped(incoming))
    except StoreError:
        at_rest = False
    if not at_rest:
        say(_LEFT.fill(graphs=Joined(tuple(incoming))))


def _not_the_older(why: str) -> StoreError:
    return StoreError(
        f"the store does not hold the older model: {why}; push this one whole, without --since"
    )
