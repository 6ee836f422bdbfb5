"""The pages of the site: one page type a file, each a function of the page being written."""

from __future__ import annotations
