"""Building a site again: only what has changed is made, and all of it is as if made anew."""

from __future__ import annotations
