"""Every question that a graph answers by itself, in the order of areas."""

from __future__ import annotations

from lumme_graph.questions import (
    customers,
    described,
    development,
    events,
    groups,
    guide,
    joint,
    learning,
    money,
    participation,
    plan,
    practice,
    project,
    roles,
    sources,
    synthesis,
    targets,
)
from lumme_graph.questions.asking import Question

_AREAS = (
    project,
    money,
    plan,
    development,
    targets,
    practice,
    events,
    participation,
    learning,
    synthesis,
    groups,
    joint,
    roles,
    customers,
    described,
    guide,
    sources,
)

OF_THE_GRAPH: tuple[Question, ...] = tuple(one for area in _AREAS for one in area.QUESTIONS)
"""Every question that a graph answers by itself; all of them stand in `checks.questions`."""
