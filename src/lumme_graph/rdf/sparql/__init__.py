"""SPARQL: named queries, and questions put to a model as RDF, here or in somebody's store."""

from __future__ import annotations
