"""How HSDS knows its things: by their UUIDs, and by our own ids where we have written them."""

from __future__ import annotations

from typing import Final

from lumme_graph.elements.evidence import KeptElement
from lumme_graph.exchange.draft import ForeignKey, key_of
from lumme_graph.exchange.hsds.records import HsdsRecords
from lumme_graph.exchange.hsds.rows import OWN_ID

HSDS: Final = "hsds"
_OWN: Final = "lumme-graph"


def key_in(found: HsdsRecords, cls: type[KeptElement], id_: str) -> ForeignKey:
    """The key of a row: our own id, which several rows may share, else its UUID."""
    own = own_id(found, cls, id_)
    return key_of(cls, _OWN, own) if own else key_of(cls, HSDS, id_)


def own_id(found: HsdsRecords, cls: type[KeptElement], id_: str) -> str:
    """The id that our own export says a row has in its model; nothing where it says none."""
    told = found.own(id_, OWN_ID)
    return next((one for one in told if one.startswith(f"{cls.kind.prefix}-")), "")
