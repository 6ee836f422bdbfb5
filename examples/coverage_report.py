"""What does the guide still owe to each library? `python examples/coverage_report.py`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import lumme_graph as lg

MODEL = Path(__file__).parent.parent / "models" / "lumme"


def main() -> None:
    """Print done and missing cells for each library, then the items with most gaps."""
    graph = lg.load(MODEL)
    coverage = lg.coverage(graph)
    print(f"Done: {coverage.done}")
    for library, ratio in coverage.by_library().items():
        print(f"{graph[library].id:28} {ratio}")
    most = Counter(cell.item.id for cell in coverage.gaps).most_common(3)
    for item, cells in most:
        print(f"{item}: {cells} cells to write")


if __name__ == "__main__":
    main()
