"""The outputs of the program, and the forms of each.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
