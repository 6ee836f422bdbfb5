"""Draw every service path in Finnish, for a slide show: `python examples/path_diagrams.py OUT`."""

from __future__ import annotations

import sys
from pathlib import Path

import lumme_graph as lg

MODEL = Path(__file__).parent.parent / "models" / "lumme"


def main(out: Path) -> None:
    """Write one SVG a path, all laid out in one run."""
    graph = lg.load(MODEL)
    paths = [path.id for path in graph.all(lg.Path)]
    for drawing in lg.draw_many(graph, paths, lang="fi"):
        drawing.save(out / f"{drawing.network.id}.svg")
        print(f"{drawing.network.id}.svg: {drawing.network.title.words}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out"))
