"""The checks of a model: what `lumme check` runs and `lumme explain` explains.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
