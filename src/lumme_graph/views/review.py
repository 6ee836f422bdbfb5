"""Reviews in tables: which wait, and what lies behind a change."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.assessment.impact import Behind
from lumme_graph.assessment.review import Review
from lumme_graph.base.label import Label, Message
from lumme_graph.graph.fingerprint import ReviewState
from lumme_graph.graph.names import name_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.part import language
from lumme_graph.views.table import Column, Table

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


def review_table(graph: ServiceGraph, found: Iterable[Review], lang: str) -> Table:
    """Each review that waits: the section, what it is read beside, and how it is accepted."""
    rows = tuple(
        (
            name_label(review.section).say(lang),
            _beside(graph, review.what, lang),
            STATES[review.state].say(lang),
            review.id,
        )
        for review in found
    )
    heads = (_SECTION, _BESIDE, _STATE, _ACCEPT)
    return Table(_WAITING.say(lang), lang, tuple(Column(h.say(lang)) for h in heads), rows)


def _beside(graph: ServiceGraph, what: str, lang: str) -> str:
    item = graph.find(what)
    return name_label(item).say(lang) if item else language(what, lang)


def impact_table(found: list[Behind], lang: str) -> Table:
    """The element, what it is a part of, and the sections that tell of each."""
    rows = tuple(
        (
            str(one.steps),
            name_label(one.element).say(lang),
            one.element.id,
            ", ".join(f"{told.section.id} ({STATES[told.state].say(lang)})" for told in one.told)
            or "–",
        )
        for one in found
    )
    columns = (
        Column(_STEPS.say(lang), "right"),
        *(Column(head.say(lang)) for head in (_ELEMENT, _ID, _SECTIONS)),
    )
    title = _IMPACT.say(lang, name=name_label(found[0].element).say(lang))
    return Table(title, lang, columns, rows)
