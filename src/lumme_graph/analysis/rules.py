"""User rules as they hold at single libraries: their own values, the common ones, and neither."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lumme_graph.analysis.coverage.links import scopes
from lumme_graph.base.dates import holds
from lumme_graph.base.truth import Truth
from lumme_graph.elements.offer import Rule, RuleValue
from lumme_graph.elements.who import Branch, Organisation, OrganisationType
from lumme_graph.graph.day import Day, once

_NETWORKS = frozenset({OrganisationType.NETWORK, OrganisationType.SUB_NETWORK})


class LocalRule(NamedTuple):
    """A rule with values of single libraries, each with whether it holds on the day.

    `at` has the libraries with a value of their own, those where a common one holds (False), and
    those where neither is known (None).
    """

    rule: Rule
    at: Mapping[Truth, tuple[Organisation, ...]]
    values: tuple[tuple[RuleValue, Truth], ...]


@once
def local_rules(day: Day) -> tuple[LocalRule, ...]:
    """The rules of which a library has, or had by the day, a value of its own."""
    found = (_local(day, rule) for rule in day.graph.all(Rule))
    return tuple(one for one in found if one.values)


def _local(day: Day, rule: Rule) -> LocalRule:
    begun = [
        (value, _library(day, value), holds(value.from_, value.to, day.date))
        for value in rule.values
        if value.from_ is None or value.from_.reached(day.date) is not False
    ]
    own = {at for _, at, _ in begun if at}
    today = {at for _, at, now in begun if at and now is not False}
    shared = (value.at for value, at, now in begun if value.at and not at and now)
    common = {id_ for whole in shared for id_ in scopes(day).of([whole]) or ()} - today
    return LocalRule(
        rule,
        {
            True: tuple(library for library in day.libraries if library.id in own),
            False: tuple(library for library in day.libraries if library.id in common),
            None: tuple(library for library in day.libraries if library.id not in own | common),
        },
        tuple((value, now) for value, at, now in begun if at),
    )


def _library(day: Day, value: RuleValue) -> str | None:
    """The library whose own value it is; None for one of a network, or of all."""
    match day.graph.get(value.at):
        case Branch() as branch:
            return str(branch.organisation)
        case Organisation() as organisation if organisation.type not in _NETWORKS:
            return organisation.id
        case _:
            return None
