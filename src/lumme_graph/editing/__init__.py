"""Change a model in its files, touching nothing but what is changed.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
