"""The model as RDF: which triples it is, in which order, as N-Triples; pyoxigraph spells the others.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
