"""The checks of a model: what `lumme check` runs and `lumme explain` explains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import cast

from lumme_graph.analysis.accepted import is_accepted
from lumme_graph.analysis.coverage.result import covered
from lumme_graph.base.collector import collector_paused
from lumme_graph.base.error import ValueRefusedError
from lumme_graph.base.finding import Fault, Finding
from lumme_graph.checks import (
    consistency,
    development,
    files,
    guide,
    journeys,
    language,
    own_code,
    privacy,
    project,
    prose,
    public_codes,
    queries,
    standing,
)
from lumme_graph.checks.gates import FAULTS as GATE_FAULTS
from lumme_graph.checks.gates import of_settings
from lumme_graph.checks.own_code import FAULTS as OWN_FAULTS
from lumme_graph.checks.own_code import found_by, own_checks, own_found
from lumme_graph.checks.registry import Check
from lumme_graph.checks.select import Codes, of_tagged, selected
from lumme_graph.checks.suppression import FAULTS as SUPPRESSION_FAULTS
from lumme_graph.checks.suppression import accepted_left_out
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.links import FAULTS as LINK_FAULTS
from lumme_graph.graph.links import faults
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.tagged import AnyTags
from lumme_graph.reading.faults import FAULTS as READING_FAULTS

CHECKS: tuple[Check, ...] = tuple(
    sorted(
        (
            one
            for module in (
                queries,
                own_code,
                guide,
                prose,
                consistency,
                files,
                public_codes,
                standing,
                language,
                journeys,
                development,
                project,
                privacy,
            )
            for one in vars(module).values()
            if isinstance(one, Check)
        ),
        key=lambda one: one.fault.code,
    )
)
"""Every check that one of these modules makes, in the order of codes."""

FAULTS: dict[str, Fault] = {
    fault.code: fault
    for fault in sorted(
        [
            *READING_FAULTS,
            *LINK_FAULTS,
            *SUPPRESSION_FAULTS,
            *OWN_FAULTS,
            *(one.fault for one in CHECKS),
            *GATE_FAULTS,
        ],
        key=lambda fault: fault.code,
    )
}
"""Everything that can be found, by code."""


def check(
    graph: ServiceGraph,
    more: Iterable[Check] = (),
    *,
    select: Codes = (),
    ignore: Codes = (),
    tag: AnyTags | None = None,
) -> tuple[Finding, ...]:
    """Check a graph: every finding on it, those of reading included, by place and code.

    Of a model that cannot be read whole only that is said, and which files are not read at all,
    which may be why: the rest would be guesses. What an element accepts with `suppress` is left out.
    `more` are checks of one's own, made by `own_check`, beside those that a trusted model names.
    `select` and `ignore` are codes or their beginnings, such as `"LG2,LG403"`; what cannot be read is
    never left out. With `tag` the whole model is checked, and told is what concerns elements that have
    it. Raises `OwnCheckError` where one of `more` fails, `ValueRefusedError` where two checks have a
    code, `UnknownCodeError` for a code that there is not, and `UnknownTagError` for a tag that no
    element has.
    """
    need_graph(graph)
    own = _given(more)
    codes = [*own_checks(graph), *(one.key for one in own)]
    found = of_tagged(graph, _checked(graph, own, codes), tag)
    return selected(found, select, ignore, codes, are_all=not graph.not_run)


def _given(more: object) -> tuple[Check, ...]:
    if isinstance(more, Check) or not isinstance(more, Iterable):
        raise TypeError("more is a list of checks: write more=[…]")
    given = tuple(cast("Iterable[object]", more))
    for one in given:
        if not isinstance(one, Check):
            name = getattr(one, "__name__", repr(one))
            raise TypeError(f"{name} is no check: write @lg.own_check(…) above it")
    return cast("tuple[Check, ...]", given)


def _checked(
    graph: ServiceGraph, own: tuple[Check, ...], codes: Iterable[str]
) -> tuple[Finding, ...]:
    twice = [code for code, n in Counter(codes).items() if n > 1]
    if twice:
        raise ValueRefusedError(f"two checks have the code {twice[0]}")
    day = Day.of(graph)
    found = findings(day)
    if not own or any(finding.is_unread for finding in found):
        return found
    with collector_paused():
        said = [finding for one in own for finding in found_by(one, day)]
    rest = accepted_left_out(day, said, {one.key for one in own}.__contains__)
    return tuple(sorted([*found, *rest], key=Finding.sort_key))


def personal_findings(graph: ServiceGraph) -> tuple[Finding, ...]:
    """The phone numbers and e-mail addresses that may be a person's, and that nobody accepts.

    It is quick, since no other check is run.

    >>> import lumme_graph as lg
    >>> need = lg.Need(id="need-hours", name={"en": "Ask first.last@example.org"})
    >>> mine = lg.ServiceGraph([need], lg.Settings(as_of="2026-08-22"))
    >>> [finding.code for finding in lg.personal_findings(mine)]
    ['LG802']
    """
    day = Day.of(graph)
    found = (
        one
        for look in (privacy.personal_phone, privacy.personal_email)
        for one in look.run(day)
        if not is_accepted(day, one.element, one.code)
    )
    return tuple(sorted(found, key=Finding.sort_key))


@once
def findings(day: Day) -> tuple[Finding, ...]:
    """As `check`, for those who have the `Day` already."""
    graph = day.graph
    if any(finding.is_unread for finding in faults(graph)):
        said = [*faults(graph), *files.stray_file.run(day)]
        return tuple(sorted(said, key=Finding.sort_key))
    with collector_paused():
        own = own_found(day)
        ours = (finding for one in CHECKS for finding in one.run(day))
        found = [*faults(graph), *ours, *own.found]
    rest = accepted_left_out(day, found, own.judges)
    return tuple(sorted([*rest, *of_settings(covered(day))], key=Finding.sort_key))
