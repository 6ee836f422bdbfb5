"""Findings that an element accepts with `suppress`: taken out until the day that it names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from lumme_graph.analysis.accepted import accepted, is_accepted
from lumme_graph.base.finding import Fault, Finding
from lumme_graph.base.label import Label
from lumme_graph.graph.day import Day

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


def accepted_left_out(
    day: Day, findings: Iterable[Finding], judges: Callable[[str], bool]
) -> list[Finding]:
    """The findings that nobody accepts, and one for each suppression that is idle or has ended.

    Of a code that cannot be judged here, such as that of a check that was not run, no suppression
    is called idle.
    """
    found = list(findings)
    used = {(one.element, one.code) for one in found if is_accepted(day, one.element, one.code)}
    rest = [one for one in found if (one.element, one.code) not in used]
    return [*rest, *_idle(day, used, judges)]


def _idle(
    day: Day, used: Collection[tuple[str, str]], judges: Callable[[str], bool]
) -> Iterator[Finding]:
    for (element, code), one in accepted(day).items():
        if not judges(code):
            continue
        place = day.graph.place(element, "suppress", one.place, "code")
        if one.has_ended:
            yield EXPIRED.at(place, element, code=code, until=one.of.until, reason=one.of.reason)
        elif (element, code) not in used:
            why = "" if one.is_possible else Label("; this code cannot be suppressed")
            yield UNUSED.at(place, element, code=code, why=why)
