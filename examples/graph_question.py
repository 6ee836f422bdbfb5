"""Which touchpoints hold the most together? A question over the networkx graph."""

from __future__ import annotations

from pathlib import Path

import lumme_graph as lg

MODEL = Path(__file__).parent.parent / "models" / "lumme"


def main() -> None:
    """Print the touchpoints that most elements refer to, and where the feeling is lowest."""
    graph = lg.load(MODEL)
    network = graph.networkx()
    touchpoints = [node for node, data in network.nodes(data=True) if data["kind"] == "touchpoint"]
    for node in sorted(touchpoints, key=lambda node: (-network.in_degree(node), node))[:5]:
        print(f"{network.in_degree(node):3}  {network.nodes[node]['label']}")
    for path in graph.all(lg.Path):
        for step in path.steps:
            touchpoint = graph.get(step.touchpoint)
            if touchpoint and step.feeling and step.feeling.value == -2:
                print(f"lowest: {path.id}/{step.id} at {touchpoint.name['en']}")


if __name__ == "__main__":
    main()
