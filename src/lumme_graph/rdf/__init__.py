"""The model as RDF: which triples it is, in which order; pyoxigraph spells them."""

from __future__ import annotations
