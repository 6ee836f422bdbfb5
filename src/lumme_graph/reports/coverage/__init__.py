"""The judgement on the guide in every form."""

from __future__ import annotations
