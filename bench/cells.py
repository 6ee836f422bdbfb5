"""A country of networks: one million cells of coverage beside a plain loop over them.

    python -m bench.cells

The peer visits the same cells in a plain loop with one dict look-up each. CPU time, the fastest of
five; memory is what the coverage adds to the peak of the process, divided by the cells.
"""

from __future__ import annotations

import random
import resource
from time import process_time

import lumme_graph as lg
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Cover
from lumme_graph.elements.offer import Offer
from lumme_graph.elements.who import Membership
from lumme_graph.meta.ref import Ref

ITEMS, LIBRARIES, LANGUAGES = 1_000, 500, ("fi", "en")
RUNS = 5


def country() -> lg.ServiceGraph:
    """Services offered by the network or at some libraries, and sections, some of narrow scope."""
    chance = random.Random(7)  # noqa: S311 - a model, not a secret
    network: Ref[lg.Organisation] = Ref("organisation-net")
    libraries: list[Ref[lg.Organisation]] = [
        Ref(f"organisation-l{number}") for number in range(LIBRARIES)
    ]
    elements: list[KeptElement] = [
        lg.Organisation(id=network, name=lg.Text(en="Net"), type=lg.OrganisationType.NETWORK)
    ]
    elements += [
        lg.Organisation(
            id=library,
            name=lg.Text(en=library),
            type=lg.OrganisationType.LIBRARY,
            memberships=(Membership(of=network),),
        )
        for library in libraries
    ]
    for number in range(ITEMS):
        places = [network] if number % 2 else chance.sample(libraries, 20)
        elements.append(
            lg.Service(
                id=f"service-s{number}",
                name=lg.Text(en="Service"),
                offered=tuple(Offer(at=place, is_=lg.YesNo.YES) for place in places),
            )
        )
    for number in range(0, ITEMS, 2):
        covered = range(number, min(ITEMS, number + 3))
        elements.append(
            lg.Section(
                id=f"section-x{number}",
                name=lg.Text(en="Section"),
                status=lg.SectionStatus.PUBLISHED,
                body=lg.Text(en="x") if number % 3 else lg.Text(en="x", fi="y"),
                scope=tuple(libraries[:50]) if number % 5 == 0 else (),
                covers=tuple(Cover(item=Ref(f"service-s{item}")) for item in covered),
            )
        )
    settings = lg.Settings.model_validate(
        {"as_of": "2026-01-01", "network": network, "languages": {"required": list(LANGUAGES)}}
    )
    return lg.ServiceGraph(elements, settings)


def main() -> None:
    """Print both times, their ratio, and the memory of a cell."""
    graph = country()
    cells = [
        (f"service-s{item}", library, language)
        for item in range(ITEMS)
        for library in range(LIBRARIES)
        for language in LANGUAGES
    ]
    known = {f"service-s{item}": 1 for item in range(ITEMS)}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ours: list[float] = []
    peer: list[float] = []
    for _ in range(RUNS):
        start = process_time()
        found = lg.coverage(graph)
        counts = found.done, found.by_kind(), found.by_library(), found.by_language()
        ours.append(process_time() - start)
        start = process_time()
        total = 0
        for item, _, _ in cells:
            total += known[item]
        peer.append(process_time() - start)
        assert total == len(found.state_of) == len(cells)
        assert counts[0].d > 0
    added = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    print(f"coverage of {len(cells)} cells: {min(ours) * 1000:.0f} ms CPU")
    print(f"plain loop with a look-up each: {min(peer) * 1000:.0f} ms CPU")
    print(
        f"ratio {min(ours) / min(peer):.2f} (target 8), {added / len(cells):.1f} bytes a cell (200)"
    )


if __name__ == "__main__":
    main()
