"""What is offered where, and what the guide lacks, as data frames: `data_frames.py`; asks for pandas."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

import lumme_graph as lg

MODEL = Path(__file__).parent.parent / "models" / "lumme"


def offers(graph: lg.ServiceGraph) -> pd.DataFrame:
    """A row for each service at each library; what nobody says is missing, not false."""
    rows = [
        {
            "service": service.id,
            "library": library.id,
            "offered": lg.offered(graph, service, library),
        }
        for service in graph.all(lg.Service)
        for library in lg.libraries(graph)
    ]
    return pd.DataFrame(rows).astype({"offered": "boolean"})


def gaps(graph: lg.ServiceGraph) -> pd.DataFrame:
    """A row for each cell that the guide owes."""
    cells = lg.coverage(graph).gaps
    rows = [
        {
            "kind": cell.item.kind.prefix,
            "item": cell.item.id,
            "library": cell.library.id,
            "language": cell.language,
            "state": cell.state.word,
        }
        for cell in cells
    ]
    return pd.DataFrame(rows)


def main() -> None:
    """Print how many offers are known, and the gaps by kind and language."""
    graph = lg.load(MODEL)
    offered = offers(graph)["offered"]
    print(
        f"yes {offered.eq(True).sum()}, no {offered.eq(False).sum()}, unknown {offered.isna().sum()}"
    )
    print(gaps(graph).groupby(["kind", "language"]).size().to_string())


if __name__ == "__main__":
    main()
