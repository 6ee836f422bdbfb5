"""Pages: what a coordinator opens in a browser.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
