"""Reviews in tables: which wait, and what lies behind a change."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.assessment.impact import Behind
from lumme_graph.assessment.review import ReviewTask
from lumme_graph.base.label import Joined, Label, Message
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.graph.fingerprint import ReviewState
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.names import joined, name_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.table import Table, table

STATES: dict[ReviewState, Message] = {
    ReviewState.FRESH: Label("up to date"),
    ReviewState.STALE: Label("changed since the review"),
    ReviewState.UNREVIEWED: Label("never reviewed"),
}
_WAITING = Label("Waiting for review")
_SECTION = Label("Section")
_BESIDE = Label("Read beside")
_STATE = Label("State")
_ACCEPT = Label("Accepted with")
_IMPACT = Label("What a change of {name} concerns")
_STEPS = Label("Steps", "steps from what has changed")
_ELEMENT = Label("Element")
_ID = Label("Id")
_SECTIONS = Label("Sections")


def review_table(graph: ServiceGraph, found: Iterable[ReviewTask], speak: Speaker) -> Table:
    """Each review that waits: the section, what it is read beside, and how it is accepted."""
    need_graph(graph)
    rows = (
        (
            name_label(review.section),
            _beside(graph, review.what, speak),
            STATES[review.state],
            review.id,
        )
        for review in found
    )
    return table(speak, _WAITING, (_SECTION, _BESIDE, _STATE, _ACCEPT), rows)


def _beside(graph: ServiceGraph, what: str, speak: Speaker) -> Sayable | Said:
    item = graph.find(what)
    return name_label(item) if item else speak.language(what)


def impact_table(found: list[Behind], speak: Speaker) -> Table:
    """The element, what it is a part of, and the sections that tell of each."""
    rows = ((one.steps, name_label(one.element), one.element.id, _told(one)) for one in found)
    title = _IMPACT.fill(name=name_label(found[0].element))
    return table(speak, title, (_STEPS, _ELEMENT, _ID, _SECTIONS), rows, right=(0,))


def _told(one: Behind) -> Sayable:
    """The sections that tell of it, and how far their reviews are."""
    told = [Joined((f"{t.section.id} (", STATES[t.state], ")"), "") for t in one.told]
    return joined(told) if told else "–"
