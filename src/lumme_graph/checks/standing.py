"""LG4xx: on what do the claims stand, and when were they reviewed?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Counted, Label
from lumme_graph.checks.registry import Hit, check, claims
from lumme_graph.elements.development import Action, Decision, Idea, Need, Target
from lumme_graph.elements.events import Event
from lumme_graph.elements.evidence import Claim, Standing, Stated, StatedElement
from lumme_graph.elements.guide import Content, Section
from lumme_graph.elements.project import Goal, Project
from lumme_graph.graph.day import Day
from lumme_graph.graph.fingerprint import ReviewState, review_state
from lumme_graph.graph.names import name_label
from lumme_graph.graph.service_graph import ServiceGraph


@check(
    "LG401",
    Label("{kind} “{name}” does not say its standing"),
    Label("write standing: sourced, derived or illustrative"),
)
def no_standing(day: Day) -> Iterator[Hit]:
    """An element does not say whether it is sourced, derived or illustrative.

    ## Why it matters
    Readers take it for a fact.

    ## Mend it
    Write `standing`, and with `sourced` the `sources`, with `derived` the `derivation`.
    """
    for element in day.graph.all(StatedElement):
        if element.standing is None:
            yield Hit(element, kind=element.kind.label, name=name_label(element))


@check(
    "LG402",
    Label("the link to {item} has never been reviewed"),
    Label("read the section beside the item and accept the review"),
)
def unreviewed_link(day: Day) -> Iterator[Hit]:
    """Nobody has yet said that a section tells what the item is.

    ## Why it matters
    It counts as covered, but a change of the item goes unnoticed.

    ## Mend it
    Read the section beside the item, then store the review.
    """
    for section in day.graph.all(Section):
        written = bool(day.graph.prose(section))
        for index, link in enumerate(section.covers):
            seen = link.reviewed.fp if link.reviewed else None
            never = review_state(seen, now="") is ReviewState.UNREVIEWED
            if never and written and link.item in day.graph:
                yield Hit(section, "covers", index, item=link.item)


@check(
    "LG403",
    Label("the content of section “{name}” is {content}: {reason}"),
    Label("get the libraries' own knowledge of today"),
)
def old_or_borrowed_content(day: Day) -> Iterator[Hit]:
    """A section's content is declared as old, or as borrowed from somebody else.

    ## Why it matters
    It may not hold for these libraries today.

    ## Mend it
    Renew the text from the libraries' own knowledge and set `content: own`.
    """
    for section in day.graph.all(Section):
        if section.content is not Content.OWN:
            yield Hit(
                section,
                "content",
                name=name_label(section),
                content=section.content.label,
                reason=section.reason or Label("no reason is given"),
            )


@check(
    "LG404", Label("{what}: sourced, but no source is named"), Label("name the sources in sources")
)
def sourced_without_source(day: Day) -> Iterator[Hit]:
    """A claim says that it is sourced, but names no source.

    ## Why it matters
    Nobody can look it up.

    ## Mend it
    Name the sources in `sources`, or say `derived` or `illustrative`.
    """
    for element, claim, path in claims(day):
        if claim.standing is Standing.SOURCED and not claim.sources:
            yield Hit(element, *path, what=claim.kind.label)


@check(
    "LG405",
    Label("{what}: derived, but it does not say how"),
    Label("tell the derivation in derivation"),
)
def derived_without_derivation(day: Day) -> Iterator[Hit]:
    """A claim says that it is derived, but not from what or how.

    ## Why it matters
    Nobody can check the reasoning.

    ## Mend it
    Tell the reasoning in `derivation`.
    """
    for element, claim, path in claims(day):
        if claim.standing is Standing.DERIVED and not claim.derivation:
            yield Hit(element, *path, what=claim.kind.label)


@check(
    "LG406",
    Counted(
        "facts older than {days} day: {n}, the oldest of {oldest}",
        "facts older than {days} days: {n}, the oldest of {oldest}",
        by="days",
    ),
    Label("look them up again and write the day in as_of"),
)
def old_facts(day: Day) -> Iterator[Hit]:
    """What an element says of today stands on evidence older than `facts_older_than` allows.

    ## Why it matters
    Opening hours, fees and addresses change, and nobody notices in the model.

    ## Mend it
    Look the facts up again and write the day in `as_of`, or end them with `to`. How many days are
    allowed is said in `model.yaml`; without `facts_older_than` nothing is reported. The day of a
    fact is its `as_of`, else the day on which its newest source was published or read; what is not
    dated, what is invented, and what has ended is left alone, and so is what is told of the past.
    """
    days = day.graph.settings.facts_older_than
    if days is None:
        return
    limit = day.date - timedelta(days=days)
    old: dict[str, list[date]] = {}
    for element, claim, _ in claims(day):
        if not isinstance(element, _OF_THE_PAST) and not _has_ended(claim, day.date):
            known = _day_of(day.graph, claim)
            if known is not None and known < limit:
                old.setdefault(element.id, []).append(known)
    for id_, found in old.items():
        yield Hit(day.graph[id_], n=len(found), days=days, oldest=min(found))


_OF_THE_PAST = (Claim, Project, Goal, Event, Need, Target, Decision, Action, Idea)


def _has_ended(claim: Stated, day: date) -> bool:
    end = getattr(claim, "to", None)
    return isinstance(end, UncertainDate) and end.passed(day) is True


def _day_of(graph: ServiceGraph, claim: Stated) -> date | None:
    """The last day of which a claim may be; None where that is not known."""
    if claim.standing is Standing.ILLUSTRATIVE:
        return None
    if claim.as_of is not None:
        return claim.as_of.latest
    sources = [graph.get(ref) for ref in claim.sources]
    dates = [source.published or source.read for source in sources if source]
    days = [day.latest for day in dates if day is not None]
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(sources) and known else None
