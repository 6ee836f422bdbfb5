"""The typed graph: elements by id, relations both ways, what is offered where.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
