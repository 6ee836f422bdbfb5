"""Drawings of a model, in every form, from the shapes of views.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
