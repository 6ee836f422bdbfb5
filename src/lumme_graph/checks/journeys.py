"""LG6xx: do journeys and promise hold together?"""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.analysis.coverage.result import is_retired
from lumme_graph.base.label import Label
from lumme_graph.checks.registry import Hit, check
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Coverable, Service, Touchpoint
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import name_label


def _without(day: Day, kind: type[Coverable], used: set[str]) -> Iterator[Hit]:
    """The elements of a kind that are still there and not among the used ones."""
    for element in day.graph.all(kind):
        if element.id not in used and not is_retired(element, day.date):
            yield Hit(element, name=name_label(element))


@check(
    "LG601", Label("profile “{name}” has no service path"), Label("draw at least one path for it")
)
def profile_without_path(day: Day) -> Iterator[Hit]:
    """No service path is drawn for a customer profile.

    ## Why it matters
    Nobody has looked at the services from where these customers stand.

    ## Mend it
    Draw a path and name the profile in its `profiles`.
    """
    used = {str(ref) for path in day.graph.all(Path) for ref in path.profiles}
    yield from _without(day, Profile, used)


@check(
    "LG602",
    Label("no path goes through service “{name}”"),
    Label("draw a path that names it in service"),
)
def service_without_path(day: Day) -> Iterator[Hit]:
    """No service path goes through a service.

    ## Why it matters
    How customers come to it and what they meet there is not known.

    ## Mend it
    Draw a path and name the service in its `service`.
    """
    used = {str(path.service) for path in day.graph.all(Path) if path.service}
    yield from _without(day, Service, used)


@check(
    "LG603",
    Label("service “{name}” has no touchpoint"),
    Label("name its touchpoints where they are known; else leave the gap in sight"),
)
def service_without_touchpoint(day: Day) -> Iterator[Hit]:
    """A service names no touchpoint where customers meet it.

    ## Why it matters
    A service always has a channel; the service catalogue asks for it too.

    ## Mend it
    Name the touchpoints that are known. Invent none.
    """
    used = {service.id for service in day.graph.all(Service) if service.touchpoints}
    yield from _without(day, Service, used)


@check(
    "LG604",
    Label("touchpoint “{name}” is on no path"),
    Label("use it in a step, or ask whether it is needed"),
)
def touchpoint_on_no_path(day: Day) -> Iterator[Hit]:
    """No step of any path happens at a touchpoint.

    ## Why it matters
    Either a path is missing, or nobody needs the touchpoint.

    ## Mend it
    Draw the path that leads to it, or ask whether it is needed.
    """
    paths = day.graph.all(Path)
    used = {str(step.touchpoint) for path in paths for step in path.steps if step.touchpoint}
    yield from _without(day, Touchpoint, used)


@check(
    "LG605", Label("commitment “{name}” is kept nowhere"), Label("name the touchpoints in kept_at")
)
def commitment_kept_nowhere(day: Day) -> Iterator[Hit]:
    """A commitment names no touchpoint where customers see that it is kept.

    ## Why it matters
    A promise that is kept nowhere is only words.

    ## Mend it
    Name the touchpoints in `kept_at`.
    """
    used = {c.id for c in day.graph.all(Commitment) if c.kept_at}
    yield from _without(day, Commitment, used)


@check(
    "LG606", Label("commitment “{name}” has no indicator"), Label("name the indicator in indicator")
)
def commitment_without_indicator(day: Day) -> Iterator[Hit]:
    """No indicator follows whether a commitment is kept.

    ## Why it matters
    Nobody can say whether the libraries keep their word.

    ## Mend it
    Name an indicator in `indicator`: a query that can be counted, with a target or without.
    """
    used = {c.id for c in day.graph.all(Commitment) if c.indicator}
    yield from _without(day, Commitment, used)
