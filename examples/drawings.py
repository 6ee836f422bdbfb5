"""Draw one of each kind for a wall, in Finnish: `python examples/drawings.py OUT`.

Each is an SVG on A3; `wall.pdf` holds them all, with a bookmark each (it asks for the extra `pdf`).
"""

from __future__ import annotations

import sys
from pathlib import Path

import lumme_graph as lg

SHOWN = {
    "journey": ["path-ill"],
    "blueprint": ["path-hold"],
    "path": ["path-hold"],
    "profile": ["profile-worker", "profile-family", "profile-pupil", "profile-youth"],
    "touchpoint": ["touchpoint-web-library"],
    "promise": ["promise-lumme"],
    "coverage": ["coverage"],
    "adoption": ["adoption"],
    "network": ["network"],
    "chain": ["chain"],
    "calendar": ["calendar"],
}


def main(model: Path, out: Path) -> None:
    """Write one SVG a sheet, and one PDF of all."""
    graph = lg.load(model)
    drawings = [
        drawing
        for kind, ids in SHOWN.items()
        for drawing in lg.draw_many(graph, ids, kind=kind, lang="fi", sheet="a3")
    ]
    for file in lg.save_drawings(drawings, out):
        print(file.name)
    lg.save_drawings(drawings, out / "wall.pdf")


if __name__ == "__main__":
    main(Path(__file__).parents[1] / "models/lumme", Path(sys.argv[1]))
