"""Documents that people open in an office program: text, tables and pictures of a model in one file.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
