"""What is missing from the guide, and what to write next."""

from __future__ import annotations

from lumme_graph.assessment.assess import assessed
from lumme_graph.reports.coverage.body import coverage_body
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.judged import COVERAGE_STYLE
from lumme_graph.site.registry import PAGES


def body(here: Here) -> Body:
    """The judgement on the guide; every item and library leads to its page."""
    return Body(
        title=here.say(PAGES["coverage"].name),
        main=coverage_body(assessed(here.day), here.speak, here.link),
        look="sheet",
        styles=(COVERAGE_STYLE,),
    )
