"""What may be about a person is left out of what is read: nobody has asked them."""

from __future__ import annotations

from typing import Final

from lumme_graph.analysis.privacy.without import reaching, without
from lumme_graph.base.label import Counted
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.foreign.gathering import Gathered, Remark

PERSONAL: Final = Counted(
    "{n} text was left out, since it may say how a person is reached: {example}",
    "{n} texts were left out, since they may say how a person is reached, such as: {example}",
)


def leave_out_personal(gathered: Gathered, graph: ServiceGraph) -> bool:
    """Take out the texts by which somebody might be reached; is there any?"""
    found = reaching(graph)
    for id_, path in reversed(found):  # so that places in lists stay
        gathered.elements[id_] = without(gathered.elements[id_], path)
    for id_, path in found:
        gathered.remark(Remark(PERSONAL, ()), f"{id_}, {path[0]}")
    return bool(found)
