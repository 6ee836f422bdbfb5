"""What customers were seen to do, beside what a path plans.

Private: import from `lumme_graph`.
"""

from __future__ import annotations
