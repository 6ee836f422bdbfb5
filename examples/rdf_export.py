"""The model as RDF in shared vocabularies: `python examples/rdf_export.py OUT.ttl`."""

from __future__ import annotations

import sys
from pathlib import Path

from rdflib import Variable

import lumme_graph as lg

MODEL = Path(__file__).parent.parent / "models" / "lumme"
CHANNELS = """
    PREFIX cpsv: <http://purl.org/vocab/cpsv#>
    PREFIX cv: <http://data.europa.eu/m8g/>
    SELECT (COUNT(DISTINCT ?service) AS ?services) WHERE { ?service a cpsv:PublicService ; cv:hasChannel ?c }
"""


def main(out: Path) -> None:
    """Write Turtle, then ask the same triples in rdflib how many services name a channel."""
    graph = lg.load(MODEL)
    lg.write_rdf(graph, out)
    rdf = lg.to_rdf(graph)
    (row,) = rdf.query(CHANNELS).bindings
    print(f"{out.name}: {len(rdf)} triples")
    print(f"services with a channel: {row[Variable('services')]} of {len(graph.all(lg.Service))}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "lumme.ttl"))
