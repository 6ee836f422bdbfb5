"""The model as RDF: which triples it is, in which order; pyoxigraph spells them."""

from __future__ import annotations

from lumme_graph.rdf.to_rdflib import to_rdf
from lumme_graph.rdf.write import RdfFormat, rdf_bytes, write_rdf

__all__ = ["RdfFormat", "rdf_bytes", "to_rdf", "write_rdf"]
