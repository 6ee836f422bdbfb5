"""What the checks find in the model: by severity and code, each with its place in the files."""

from __future__ import annotations

from lumme_graph.reports.findings.to_html import findings_body
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.judged import findings
from lumme_graph.site.registry import PAGES


def body(here: Here) -> Body:
    """Every finding; each leads to the page of what it is about."""

    def link(id_: str) -> Child:
        owner, _, part = id_.partition("/")
        return here.link(owner, h("code", id_), f"{owner}.{part}" if part else "")

    return Body(
        title=here.say(PAGES["findings"].name),
        main=findings_body(findings(here.day), here.speak, link),
        look="sheet",
    )
