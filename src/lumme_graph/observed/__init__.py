"""What customers were seen to do, beside what a path plans."""

from __future__ import annotations
