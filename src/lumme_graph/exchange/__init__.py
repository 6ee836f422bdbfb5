"""The files of other people's systems: read as elements, written from elements.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
