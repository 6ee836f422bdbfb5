"""The list of all pages for search engines: of customers' pages that they may list, and no others."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.reports.html.tree import h
from lumme_graph.site.edition import Edition
from lumme_graph.site.plan import Plan

SITEMAP: Final = "sitemap.xml"


def has_sitemap(plan: Plan) -> bool:
    """Is there one? Only where the address of the site is known and its pages may be listed."""
    return bool(plan.base_url) and plan.is_listed and Edition.CUSTOMER in plan.editions


def sitemap(plan: Plan) -> str:
    """The whole addresses of customers' pages."""
    found = [
        h("url", h("loc", f"{plan.base_url}{plan.path(key)}"))
        for key in plan.pages
        if key.edition is Edition.CUSTOMER
    ]
    made = h("urlset", found, xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(made, encoding="unicode") + "\n"
