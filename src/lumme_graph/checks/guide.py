"""LG2xx: does the service guide cover what it must?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import covered, is_retired
from lumme_graph.analysis.coverage.spread import Sections, spread
from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.checks.registry import Hit, check
from lumme_graph.elements.guide import Section, SectionStatus
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import among, joined, name_label


def _hits(
    day: Day,
    *states: CellState,
    only: Callable[[Sections], bool] | None = None,
    words: Mapping[str, Message] = MappingProxyType({}),
) -> Iterator[Hit]:
    """One hit an item: its cells in some states, all or those only that are asked for."""
    found = covered(day)
    for item in found.items:
        cells = spread(found, item, *states, only=only)
        if cells:
            parts = [
                joined([Plain(said), among(day.graph, places, found.libraries)], ": ")
                for languages, places in cells.where.items()
                for said in [", ".join(languages)]
            ]
            yield Hit(
                item,
                kind=item.kind.label,
                name=name_label(item),
                where=joined(parts, "; "),
                sections=", ".join(cells.sections) or "–",
                **words,
            )


_UNTOLD = {
    "why": Label("is not in the guide"),
    "mend": Label(
        "write a section on it, or add it to the covers of a section that already tells of it"
    ),
}
_EMPTY = {
    "why": Label("has only a title in the guide"),
    "mend": Label("write the text of the section"),
}
_UNSTATED = {
    "why": Label("counts as a gap: it is not known whether it is offered"),
    "mend": Label("find out where it is offered and state it in offered"),
}


@check("LG201", Label("{kind} “{name}” {why} ({where})"), Label("{mend}"))
def missing_coverage(day: Day) -> Iterator[Hit]:
    """An item that is offered at a library is in no section of the guide there.

    ## Why it matters
    The library offers it, but neither customers nor staff can read how it works.

    ## Mend it
    Write a section, or name the item in the `covers` of a section that already tells of it. If it
    need not be covered, say so with `waive`, a reason and an end date. Profiles and commitments
    hold for the whole network, but where a `no` is stated; of all else nothing is missing where it
    is not known whether it is offered, unless `coverage.unknown` says `gap`: then state it.
    """
    missing = CellState.MISSING
    yield from _hits(day, missing, only=_is_untold, words=_UNTOLD)
    yield from _hits(day, missing, only=_is_empty, words=_EMPTY)
    if covered(day).unknown_counts:
        yield from _hits(day, CellState.UNKNOWN, words=_UNSTATED)


@check(
    "LG202",
    Label("{kind} “{name}”: the text of {sections} is not ready ({where})"),
    Label("finish the text of the section and publish it"),
)
def planned_only(day: Day) -> Iterator[Hit]:
    """A section is about an item, but its text is a draft or a plan, or is not there yet.

    ## Why it matters
    A plan is no answer to a customer. A draft counts in "with plans", never in "done"; a section
    without text counts as nothing at all.

    ## Mend it
    Write or finish the text and set the section's `status` to `published`.
    """
    planned, missing = CellState.PLANNED, CellState.MISSING
    yield from _hits(day, planned, missing, only=_is_begun)


def _is_untold(sections: Sections) -> bool:
    """Does no section tell of it?"""
    return not sections


def _is_empty(sections: Sections) -> bool:
    """Is what tells of it published, but without any text?"""
    return bool(sections) and not _is_begun(sections)


def _is_begun(sections: Sections) -> bool:
    """Is a section that tells of it still planned or a draft?"""
    return any(section.status is not SectionStatus.PUBLISHED for section in sections)


@check(
    "LG203",
    Label("{kind} “{name}” is not translated in {sections} ({where})"),
    Label("translate the text of the section"),
)
def untranslated(day: Day) -> Iterator[Hit]:
    """A published section covers the item, but not in this language.

    ## Why it matters
    Customers who read only this language find nothing.

    ## Mend it
    Add the text `guide/<section>.<language>.md`.
    """
    yield from _hits(day, CellState.UNTRANSLATED)


@check(
    "LG204",
    Label("{kind} “{name}” has changed since {sections} was reviewed ({where})"),
    Label("read the section, mend it and accept the review"),
)
def stale_link(day: Day) -> Iterator[Hit]:
    """An item has changed since the section that covers it was reviewed.

    ## Why it matters
    The section may say what is no longer so.

    ## Mend it
    Read the section beside the item, mend the text, then store the new review.
    """
    yield from _hits(day, CellState.STALE)


def _published(day: Day) -> Iterator[Section]:
    for section in day.graph.all(Section):
        if section.status is SectionStatus.PUBLISHED:
            yield section


@check(
    "LG211",
    Label("section “{name}” covers nothing"),
    Label("name its items in covers, or say informative: true"),
)
def orphan_section(day: Day) -> Iterator[Hit]:
    """A published section covers no item and is not marked as informative.

    ## Why it matters
    Nobody is told when the things that it speaks of change.

    ## Mend it
    Name its items in `covers`, or mark it `informative: true`.
    """
    for section in _published(day):
        if not section.covers and not section.informative:
            yield Hit(section, name=name_label(section))


@check(
    "LG212",
    Label("section “{name}” is only about what is no longer there: {items}"),
    Label("remove the section, or renew what it covers"),
)
def dead_section(day: Day) -> Iterator[Hit]:
    """A published section covers only items that have ended.

    ## Why it matters
    Readers look for something that is not there any more.

    ## Mend it
    Remove the section, or name in `covers` what has come instead.
    """
    for section in _published(day):
        items = [day.graph.find(link.item) for link in section.covers]
        if items and all(isinstance(i, Coverable) and is_retired(i, day.date) for i in items):
            yield Hit(section, name=name_label(section), items=", ".join(i.id for i in items if i))


@check(
    "LG213",
    Label("section “{name}” covers {item}, which the guide need not cover"),
    Label("this is for information only"),
)
def extra_section(day: Day) -> Iterator[Hit]:
    """A section covers an element of a kind that needs no section.

    ## Why it matters
    It does no harm; the count of coverage leaves it out.

    ## Mend it
    Nothing need be done. To count the kind, add it to `coverage.needs` in `model.yaml`.
    """
    needs = {*day.graph.settings.coverage.needs, "rule", "practice"}
    for section in day.graph.all(Section):
        for index, link in enumerate(section.covers):
            if link.item.partition("-")[0] not in needs and link.item in day.graph:
                yield Hit(
                    section, "covers", index, "item", name=name_label(section), item=link.item
                )


@check("LG214", Label("section “{name}” has no text"), Label("write guide/{id}.{tag}.md"))
def section_without_content(day: Day) -> Iterator[Hit]:
    """A section has no text in any language: nothing that a reader reads.

    ## Why it matters
    A title alone answers nobody.

    ## Mend it
    Headings, comments and TODO are no text. Write `guide/<section>.<language>.md`, first in the first required language.
    """
    tag = day.graph.settings.languages.required[0]
    for section in day.graph.all(Section):
        if not day.graph.prose(section):
            yield Hit(section, name=name_label(section), id=section.id, tag=tag)


@check(
    "LG215",
    Label("the waiver ended on {until}: {reason}"),
    Label("remove it, or give a new day and reason"),
)
def waiver_expired(day: Day) -> Iterator[Hit]:
    """A waiver's last day has passed, so its cells count again.

    ## Why it matters
    What was excused for a time is a gap again.

    ## Mend it
    Cover the item, or renew the waiver with a new reason and day.
    """
    for item in day.graph.all(Coverable):
        if is_retired(item, day.date):
            continue
        for index, waiver in enumerate(item.waive):
            if waiver.until is not None and waiver.until < day.date:
                yield Hit(item, "waive", index, until=waiver.until, reason=waiver.reason)


@check("LG216", Label("section “{name}” has no owner role"), Label("name a role in owner"))
def section_without_owner(day: Day) -> Iterator[Hit]:
    """Nobody is said to keep a section.

    ## Why it matters
    What nobody keeps grows old.

    ## Mend it
    Name in `owner` the role that answers for it; never a person.
    """
    for section in day.graph.all(Section):
        if section.owner is None:
            yield Hit(section, name=name_label(section))
