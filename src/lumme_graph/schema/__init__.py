"""What is derived from the declarations: the JSON Schema of the YAML, and the reference pages.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
