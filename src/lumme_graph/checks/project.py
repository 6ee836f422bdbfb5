"""LG708 and on: money, sources, practices, joint work and the coordinator of a project."""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.analysis.adoption import uptakes
from lumme_graph.analysis.coordination import coordinations
from lumme_graph.analysis.evidence import support
from lumme_graph.analysis.joint import jointly_produced
from lumme_graph.analysis.money import budgets
from lumme_graph.base.amounts import Money
from lumme_graph.base.label import Label
from lumme_graph.checks.registry import Hit, check
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import among, joined, name_label, span
from lumme_graph.graph.things import Missing


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
    for one in budgets(day):
        for stage in one.stages.values():
            if stage.adds_up is False:
                sums = {"parts": _plain(stage.added[0]), "total": _plain(stage.total)}
                yield Hit(one.project, "funding", stage.place, stage=stage.stage.label, **sums)


def _plain(money: Money | Missing) -> str:
    return "" if isinstance(money, Missing) else f"{money.amount:f} {money.currency}".strip()


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
    for one in support(day):
        if one.is_never_cited:
            yield Hit(one.source, listed=", ".join(one.source.listed_by))


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
    for one in uptakes(day).values():
        if one.at[None]:
            unknown = {library.id for library in one.at[None]}
            places = [at for at, library in enumerate(day.libraries) if library.id in unknown]
            where = among(day.graph, places, day.libraries)
            yield Hit(one.practice, name=name_label(one.practice), libraries=where)


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
    for service in jointly_produced(day):
        if not service.saves:
            yield Hit(service, "produced_by", name=name_label(service))


@check(
    "LG712",
    Label("project “{name}”: nobody is recorded in the role “{role}” on {when}"),
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
    for one in coordinations(day):
        if one.free and not isinstance(one.free, Missing):
            when = joined([span(first, last) for first, last in one.free])
            names = {"name": name_label(one.project), "role": name_label(one.role)}
            yield Hit(one.project, "roles", one.place, when=when, **names)
