"""Who offers a service: yes, no, and not known. `python examples/who_offers.py SERVICE`."""

from __future__ import annotations

import sys
from pathlib import Path

import lumme_graph as lg

MODEL = Path(__file__).parent.parent / "models" / "lumme"
WORDS = {True: "yes", False: "no", None: "not known"}


def main(service: str) -> None:
    """Print the answer for each library of the network on the model's day."""
    graph = lg.load(MODEL)
    item, day = graph[lg.Service, service], graph.settings.as_of
    print(f"{item.name['en']}, {day}")
    for library in lg.libraries(graph, day):
        print(f"{library.name['en']:28} {WORDS[lg.offered(graph, item, library, day)]}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "service-bookbus")
