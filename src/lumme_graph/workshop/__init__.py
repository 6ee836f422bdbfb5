"""What a workshop needs: sheets to print, and the way of its results into the model.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
