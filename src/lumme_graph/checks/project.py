"""LG708 and on: money, sources, practices, joint work and the coordinator of a project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from lumme_graph.analysis.adoption import adoptions
from lumme_graph.analysis.coverage.result import covered, is_retired
from lumme_graph.analysis.money import added_up
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.checks.registry import Hit, check
from lumme_graph.elements.evidence import Source
from lumme_graph.elements.offer import Practice, Service
from lumme_graph.elements.project import Funding, FundingStage, Project
from lumme_graph.elements.who import Assignment, Organisation, RoleType
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined, name_label, short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.questions.sources import supported


@check(
    "LG708",
    Label("{stage}: the parts make {parts}, but the total is {total}"),
    Label("look the sums up in the source; a sum that was not reported is left out, not written 0"),
)
def budget_does_not_add_up(day: Day) -> Iterator[Hit]:
    """The parts of a project's money do not make its total, within one stage.

    ## Why it matters
    One of the sums is wrong or missing, and every share reckoned from them with it.

    ## Mend it
    Look the sums up. An item without an `amount` is not reported, which is not zero: then the
    known parts are too much only where they make more than the total.
    """
    for project in day.graph.all(Project):
        for stage in FundingStage:
            items = [item for item in project.funding if item.stage is stage]
            yield from _sum_hit(project, stage, items)


def _sum_hit(project: Project, stage: FundingStage, items: list[Funding]) -> Iterator[Hit]:
    made = added_up(items)
    if made.holds is False and made.total is not None and made.total.amount is not None:
        yield Hit(
            project,
            "funding",
            project.funding.index(made.total),
            stage=stage.label,
            parts=f"{made.parts:f} {made.total.currency or ''}".strip(),
            total=f"{made.total.amount:f} {made.total.currency or ''}".strip(),
        )


@check(
    "LG709",
    Label("the source is listed ({listed}), but never cited"),
    Label("record what it supports (cites or sources), where that is known"),
)
def source_never_cited(day: Day) -> Iterator[Hit]:
    """A document lists a source, but nothing that it says cites it, and nothing else does.

    ## Why it matters
    A list of sources on which nothing rests only looks like evidence.

    ## Mend it
    Name it in the `cites` of the claim for which the document gives it, or in the `sources` of what
    it supports; else leave the gap in sight. Only sources with `listed_by` are looked at.
    """
    for source in day.graph.all(Source):
        if source.listed_by and not supported(day, source):
            yield Hit(source, listed=", ".join(source.listed_by))


@check(
    "LG710",
    Label("it is not known whether practice “{name}” is in use: {libraries}"),
    Label("ask the libraries and record the answer, also a no; else leave the gap in sight"),
)
def practice_unknown(day: Day) -> Iterator[Hit]:
    """Of some libraries it is not known whether they have adopted a practice.

    ## Why it matters
    Unknown is not no, and a network cannot call unified what nobody has asked about.

    ## Mend it
    Record the answer in `adopted`, with its date and source. Invent none.
    """
    found = covered(day).libraries
    for practice in day.graph.all(Practice):
        states = adoptions(day)[practice.id]
        unknown = [library for library in found if states[library.id].state is None]
        if unknown:
            where = _where(day.graph, unknown, found)
            yield Hit(practice, name=name_label(practice), libraries=where)


def _where(
    graph: ServiceGraph, some: Sequence[Organisation], every: Sequence[Organisation]
) -> Message:
    """Some libraries by name; the others, where those are fewer."""
    others = [short_label(graph, library) for library in every if library not in some]
    n, of = len(some), len(every)
    if n > 1 and not others:
        return Counted("the {n} library", "all {n} libraries").fill(n=n)
    if n > len(others) > 0:
        names = joined(others)
        return Label("{n} of {of} libraries, all but {names}").fill(n=n, of=of, names=names)
    return joined([short_label(graph, library) for library in some])


@check(
    "LG711",
    Label("joint service “{name}” does not say what it saves"),
    Label("write in saves what a source says"),
)
def joint_service_without_saving(day: Day) -> Iterator[Hit]:
    """A group of libraries produces a service, and nothing says what that saves.

    ## Why it matters
    What is worth producing together is a question of cost; without it nobody can judge.

    ## Mend it
    Write in `saves` what a source says. Invent nothing.
    """
    for service in day.graph.all(Service):
        if service.produced_by and not service.saves and not is_retired(service, day.date):
            yield Hit(service, "produced_by", name=name_label(service))


@check(
    "LG712",
    Label("project “{name}” is not known to have had a coordinator ({role}) on {when}"),
    Label("record in the assignments of the role where and when it was held"),
)
def coordinator_gap(day: Day) -> Iterator[Hit]:
    """On some days of a project, nobody is recorded in the role of its coordinator.

    ## Why it matters
    What hangs on a coordinator alone stands still in the gap.

    ## Mend it
    Record in the role's `assignments` where and when it was held, never by whom. Only roles of the
    type `coordinator` among the `roles` of a project are looked at, and days that have come.
    """
    for project in day.graph.all(Project):
        for at, ref in enumerate(project.roles):
            role = day.graph.get(ref)
            if role is None or role.type is not RoleType.COORDINATOR:
                continue
            gaps = _gaps(project, role.assignments, day.date)
            if gaps:
                when = ", ".join(f"{first}–{last}" for first, last in gaps)
                names = {"name": name_label(project), "role": name_label(role)}
                yield Hit(project, "roles", at, when=when, **names)


def _gaps(project: Project, held: tuple[Assignment, ...], day: date) -> list[tuple[date, date]]:
    """The days of a project, as far as they have come, that surely lie in no assignment."""
    start = project.from_.latest if project.from_ else None
    end = project.to.earliest if project.to else day
    if start is None or end is None:
        return []
    spans = sorted(
        (
            (one.from_.earliest if one.from_ else None) or date.min,
            (one.to.latest if one.to else None) or date.max,
        )
        for one in held
    )
    gaps: list[tuple[date, date]] = []
    free, last = start, min(end, day)
    for first, until in [*spans, (date.max, date.max)]:
        if free < first and free <= last:
            gaps.append((free, min(last, first - timedelta(days=1))))
        free = max(free, until if until == date.max else until + timedelta(days=1))
    return gaps


CHECKS = (
    budget_does_not_add_up,
    source_never_cited,
    practice_unknown,
    joint_service_without_saving,
    coordinator_gap,
)
