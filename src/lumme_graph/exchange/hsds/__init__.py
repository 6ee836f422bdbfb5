"""The Human Services Data Specification 3 of Open Referral: its packages written and read."""

from __future__ import annotations
