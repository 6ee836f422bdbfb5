"""Findings that an element accepts, with a reason and until a day: taken out, and looked after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lumme_graph.base.finding import Fault, Finding
from lumme_graph.base.label import Label
from lumme_graph.elements.evidence import Suppression
from lumme_graph.graph.service_graph import ServiceGraph

UNUSED = Fault(
    "LG407",
    Label("the suppression of {code} hits nothing"),
    Label("remove it{why}"),
    "An element accepts a finding that it does not have, or has no more. A suppression that is "
    "left behind would hide the next real finding. What cannot be read, and ids and references that do "
    "not hold (LG0xx, LG1xx), cannot be accepted, nor can an idle suppression itself.",
)
EXPIRED = Fault(
    "LG408",
    Label("the suppression of {code} ended on {until}: {reason}"),
    Label("mend the matter, or give a new day and reason"),
    "A finding was accepted until a day that has passed, so it is reported again.",
)
FAULTS = (UNUSED, EXPIRED)

_NEVER = ("LG0", "LG1", UNUSED.code, EXPIRED.code)


def suppressed(graph: ServiceGraph, findings: Iterable[Finding], day: date) -> list[Finding]:
    """The findings that remain, with those on suppressions that are idle or have ended."""
    accepted = {
        (element.id, one.code): (at, one)
        for element in graph
        for at, one in enumerate(element.suppress)
    }
    if not accepted:
        return list(findings)
    in_force = {key for key, (_, one) in accepted.items() if _holds(one, day)}
    rest: list[Finding] = []
    used: set[tuple[str, str]] = set()
    for finding in findings:
        key = (finding.element, finding.code)
        if key in in_force:
            used.add(key)
        else:
            rest.append(finding)
    return [*rest, *_idle(graph, accepted, used, day)]


def _holds(one: Suppression, day: date) -> bool:
    return not one.code.startswith(_NEVER) and not _ended(one, day)


def _ended(one: Suppression, day: date) -> bool:
    return one.until is not None and one.until < day


def _idle(
    graph: ServiceGraph,
    accepted: dict[tuple[str, str], tuple[int, Suppression]],
    used: set[tuple[str, str]],
    day: date,
) -> Iterator[Finding]:
    for (element, code), (at, one) in accepted.items():
        place = graph.place(element, "suppress", at, "code")
        if _ended(one, day):
            yield EXPIRED.at(place, element, code=code, until=one.until, reason=one.reason)
        elif (element, code) not in used:
            never = code.startswith(_NEVER)
            why = Label("; this code cannot be suppressed") if never else ""
            yield UNUSED.at(place, element, code=code, why=why)
