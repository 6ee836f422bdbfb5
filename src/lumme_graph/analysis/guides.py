"""Guides: for which libraries each is, how far their own has come, and who works by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lumme_graph.analysis.adoption import uptakes
from lumme_graph.analysis.coverage.links import scopes
from lumme_graph.base.truth import Truth
from lumme_graph.elements.guide import Guide, GuideMilestone, GuideStage, Section
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day, once


class GuideState(NamedTuple):
    """A guide on a day.

    `libraries` are those that a section is for, `came` the stages to which the libraries' own guide
    has surely come, `followed` says at which libraries the practice of working by it is in use.
    """

    guide: Guide
    sections: tuple[Section, ...]
    libraries: tuple[Organisation, ...]
    came: Mapping[GuideStage, GuideMilestone]
    followed: Mapping[Truth, tuple[Organisation, ...]]


@once
def guides(day: Day) -> tuple[GuideState, ...]:
    """Every guide of the model."""
    return tuple(_state(day, guide) for guide in day.graph.all(Guide))


def _state(day: Day, guide: Guide) -> GuideState:
    sections = tuple(section for ref in guide.sections if (section := day.graph.get(ref)))
    came = {
        one.stage: one
        for one in reversed(guide.milestones)
        if one.from_ is None or one.from_.reached(day.date)
    }
    uptake = uptakes(day).get(guide.practice or "")
    nobody: dict[Truth, tuple[Organisation, ...]] = {True: (), False: (), None: day.libraries}
    return GuideState(
        guide, sections, _libraries(day, sections), came, uptake.at if uptake else nobody
    )


def _libraries(day: Day, sections: tuple[Section, ...]) -> tuple[Organisation, ...]:
    """The libraries of the day that at least one section is for."""
    reached = [scopes(day).of(section.scope, section.except_) for section in sections]
    return tuple(
        library
        for library in day.libraries
        if any(scope is None or library.id in scope for scope in reached)
    )
