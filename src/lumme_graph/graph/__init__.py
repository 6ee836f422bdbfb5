"""The typed graph: elements by id, relations both ways, what is offered where."""

from __future__ import annotations

from lumme_graph.graph.read import ModelError, load, read
from lumme_graph.graph.service_graph import ServiceGraph

__all__ = ["ModelError", "ServiceGraph", "load", "read"]
