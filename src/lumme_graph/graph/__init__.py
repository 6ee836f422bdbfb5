"""The typed graph: elements by id, relations both ways, what is offered where."""

from __future__ import annotations
