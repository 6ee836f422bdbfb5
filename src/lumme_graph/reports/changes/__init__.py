"""What differs between two models, in every form."""

from __future__ import annotations
