"""Guides: how far the libraries' own has come by a day."""

from __future__ import annotations

from lumme_graph.base.dates import UncertainDate
from lumme_graph.elements.guide import Guide, GuideStage
from lumme_graph.elements.offer import Answer as YesNo
from lumme_graph.graph.day import Day
from lumme_graph.graph.things import Missing


def milestone(day: Day, guide: Guide, stage: GuideStage) -> UncertainDate | YesNo | Missing:
    """When the libraries' own guide came to a stage; not recorded where that has not surely come."""
    for one in guide.milestones:
        if one.stage is stage and (one.from_ is None or one.from_.reached(day.date)):
            return one.from_ or YesNo.YES
    return Missing.NOT_RECORDED
