"""Reviews in tables: which wait, and what lies behind a change."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.assessment.impact import Behind
from lumme_graph.assessment.review import Review
from lumme_graph.base.text import Label
from lumme_graph.graph.fingerprint import ReviewState
from lumme_graph.graph.names import name_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.part import language
from lumme_graph.views.table import Column, Table

STATES: dict[ReviewState, Label] = {
    ReviewState.FRESH: Label("ajan tasalla", "up to date", "aktuell"),
    ReviewState.STALE: Label(
        "muuttunut tarkistuksen jälkeen", "changed since the review", "ändrad efter granskningen"
    ),
    ReviewState.UNREVIEWED: Label("ei tarkistettu", "never reviewed", "aldrig granskad"),
}
_WAITING = Label("Tarkistusta odottaa", "Waiting for review", "Väntar på granskning")
_SECTION = Label("Osio", "Section", "Avsnitt")
_BESIDE = Label("Luetaan rinnalla", "Read beside", "Läses jämte")
_STATE = Label("Tila", "State", "Läge")
_ACCEPT = Label("Hyväksytään", "Accepted with", "Godkänns med")
_IMPACT = Label(
    "Mitä muutos koskee: {name}",
    "What a change of {name} concerns",
    "Vad en ändring av {name} berör",
)
_STEPS = Label("Askelia", "Steps", "Steg")
_ELEMENT = Label("Kohde", "Element", "Objekt")
_ID = Label("Tunnus", "Id", "Id")
_SECTIONS = Label("Osiot", "Sections", "Avsnitt")


def waiting(graph: ServiceGraph, found: Iterable[Review], lang: str) -> Table:
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


def behind(found: list[Behind], lang: str) -> Table:
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
